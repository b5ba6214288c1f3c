import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { LinesChart, type LinesRow } from './lines-chart.tsx'

const periods = ['2015-03', '2015-04', '2015-05', '2015-06']
const row = (changes: Partial<LinesRow> = {}): LinesRow => ({
  name: 'Boats that left late',
  unit: '% each month',
  values: [10, 12, null, 40],
  since: 3,
  mark: 'concern',
  fromTo: '11% → 40%',
  says: 'Up from June 2015',
  value: (value) => `${value}%`,
  ...changes,
})
const drawn = (rows: readonly LinesRow[]) =>
  renderToString(<LinesChart id="lines" title="Two lines on one scale of time." periods={periods} rows={rows} />)

describe('lines on one scale of time', () => {
  test('marks what is otherwise from its month on, and says each figure', () => {
    const html = drawn([row()])
    expect(html).toContain('<title>March 2015: 10%</title>')
    expect(html.match(/<circle/g)).toHaveLength(2)
    expect(html.match(/<rect/g)).toHaveLength(1)
    expect(html).toContain('11% → 40%')
  })

  test('all that it shows stands in a table behind it; a month without a figure is no nought', () => {
    const html = drawn([row(), row({ name: 'Boats', values: [1, 2, 3, 4], since: 1, mark: 'changed', value: String })])
    expect(html).toContain('>June 2015</th>')
    expect(html).toContain('40% (from here)')
    expect(html).toMatch(/May 2015<\/th><td class="gt-num">–<\/td><td class="gt-num">3<\/td>/)
  })

  test('a series that never moves, and one without any figure, are drawn', () => {
    for (const values of [
      [5, 5, 5, 5],
      [null, null, null, null],
    ])
      expect(drawn([row({ values })])).not.toMatch(/NaN|Infinity/)
  })

  test('a long name stands in lines of its own', () => {
    const html = drawn([row({ name: 'Boats that left late and came back with far fewer on board than those with whom they had set out' })])
    expect(html.match(/class="is-bold" x="0"/g)?.length).toBe(4)
    expect(html).toContain(' …</text>')
  })
})
