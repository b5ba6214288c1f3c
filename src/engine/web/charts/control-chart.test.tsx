import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { controlChart } from '../../measures/control-chart.ts'
import { middle } from '../../measures/figure.ts'
import type { ControlChartShownProps } from './control-chart-props.tsx'
import { ControlChartShown } from './control-chart.tsx'
import { monthAt, numbers, percent, surveys } from './made-charts.ts'

const shown = (more: Partial<ControlChartShownProps> = {}): string =>
  render(
    <ControlChartShown
      id="surveys"
      title="Surveys in 20 days, April 2013 to February 2016"
      description="About 67%, then about 81%, then about half."
      chart={surveys()}
      better="higher"
      target={90}
      value={percent}
      range={{ from: 0, to: 100 }}
      {...more}
    />,
  )

const texts = (html: string): string[] =>
  [...html.matchAll(/<text[^>]*>(?:<title>[^<]*<\/title>)?([^<]*)<\/text>/g)].map(([, text = '']) => text)
const titles = (html: string): string[] => [...html.matchAll(/<(?:g|a [^>]*)><title>([^<]*)<\/title>/g)].map(([, title = '']) => title)
const rows = (html: string): string[][] =>
  [...(/<tbody>.*<\/tbody>/s.exec(html)?.[0] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '')),
  )
const headings = (html: string): string[] => [...html.matchAll(/<th scope="col"[^>]*>([^<]*)</g)].map(([, heading = '']) => heading)
/** The lines of a kind, by what they look like. */
const dashed = (html: string): string[] => [...html.matchAll(/<path d="([^"]*)"[^>]*stroke-dasharray="6 4"/g)].map(([, path = '']) => path)
const plainNumber = (value: number): string => value.toLocaleString('en-GB')

describe('the picture', () => {
  test('has a name, words, a mark for each figure with its numbers, and shapes for what stands out', () => {
    const html = shown()
    expect(html).toContain('role="img" aria-labelledby="surveys-title" aria-describedby="surveys-words"')
    expect(html).toContain('<desc id="surveys-words">About 67%, then about 81%, then about half.</desc>')
    expect(titles(html)).toHaveLength(35)
    expect(titles(html).at(0)).toBe('April 2013: 67%, 6 of 9')
    expect(titles(html).at(-1)).toBe('February 2016: 47%, 7 of 15')
    expect(html.match(/<circle /g)).toHaveLength(27)
    expect(html.match(/<rect [^>]*fill="#b85000"/g)).toHaveLength(8)
  })

  test('says what the lines are at the right end, why limits start afresh, and where the shift begins', () => {
    const said = texts(shown())
    expect(said).toEqual(
      expect.arrayContaining([
        'Average 81%',
        'Upper limit 100%',
        'Target 90%',
        'New limits: new survey provider, April 2014',
        'Shift begins, July 2015',
      ]),
    )
    expect(said.filter((text) => /^\d+%$/.test(text))).toEqual(['0%', '25%', '50%', '75%', '100%'])
    expect(said.filter((text) => /^\d{4}$/.test(text))).toEqual(['2013', '2014', '2015', '2016'])
  })

  test('begins its lines afresh with each phase: nothing joins the limits of one to those of the next', () => {
    for (const path of dashed(shown())) expect(path.match(/M/g)).toHaveLength(2)
  })

  test('is better the other way round: the same figures are improvement where lower is better, and neither where nobody says', () => {
    expect(shown({ better: 'lower' }).match(/<path [^>]*fill="#005eb8"/g)).toHaveLength(8)
    const neither = shown({ better: 'neutral' })
    expect(neither).not.toMatch(/#b85000|#005eb8/)
    expect(neither.match(/<path [^>]*fill="#454e55"/g)).toHaveLength(8)
  })

  test('is no picture to those who go through its links: each leads to its month and says its figure', () => {
    const html = shown({ href: (period) => `/surveys/${period}` })
    expect(html).toContain('role="group" aria-labelledby="surveys-title"')
    expect(html).toContain('<a href="/surveys/2016-02" aria-label="February 2016: 47%, 7 of 15">')
    expect(html).toContain('<a class="govuk-link" href="/surveys/2016-02">February 2016</a>')
    expect(html.match(/<a href=/g)).toHaveLength(35)
  })

  test('shows what happened, and leaves out what happened in no month of it', () => {
    const said = texts(
      shown({
        events: [
          { period: '2014-11', label: 'Storm' },
          { period: '2009-01', label: 'Long ago' },
        ],
      }),
    )
    expect(said).toContain('Storm, November 2014')
    expect(said.join()).not.toContain('Long ago')
  })

  test('cuts a long reason, whose whole is its title and stands in the table', () => {
    const reason = 'surveys are counted by the day on which the surveyor came aboard, and no longer by the day of the paper'
    const html = shown({ chart: surveys({ rebase: [{ period: '2014-04', reason }] }) })
    expect(html).toContain(`<title>New limits: ${reason}, April 2014</title>New limits: surveys are counted`)
    expect(texts(html).find((text) => text.startsWith('New limits'))).toMatch(/…$/)
    expect(rows(html)[12]?.at(-1)).toBe(`New limits: ${reason}`)
  })

  test.each([
    ['trend', [10, 30, 8, 31, 9, 29, 11, 30, 8, 32, 9, 30, 14, 15, 17, 19, 21, 23, 25], 'Trend begins, April 2014'],
    ['outside', [10, 11, 9, 10, 12, 9, 11, 8, 10, 11, 9, 10, 20], 'Beyond the limits, April 2014'],
  ])('names what began by its rule: %s', (_, values, said) => {
    const chart = controlChart(numbers(values), 'xmr', { better: 'higher' })
    expect(texts(shown({ chart, value: plainNumber }))).toContain(said)
  })

  test('a falling trend is a concern where higher is better, also while it is still above the average', () => {
    const falling = [10, 30, 8, 31, 9, 29, 11, 30, 8, 32, 9, 30, 33, 31, 29, 27, 25, 23, 21]
    const html = shown({ chart: controlChart(numbers(falling), 'xmr', { better: 'higher' }), value: plainNumber })
    expect(html.match(/<rect [^>]*fill="#b85000"/g)).toHaveLength(7)
    expect(rows(html).at(-7)?.at(-1)).toBe('Concern: falling trend')
  })

  test('the turn of a trend belongs to the one that led there', () => {
    const there = [10, 30, 8, 31, 9, 29, 11, 30, 8, 32, 9, 30, 14, 15, 17, 18, 19, 20, 21, 20, 19, 18, 17, 15, 14]
    const html = shown({ chart: controlChart(numbers(there), 'xmr', { better: 'higher' }), value: plainNumber })
    const said = rows(html).map((row) => row.at(-1))
    expect(said.slice(12, 19)).toEqual(Array.from({ length: 7 }, () => 'Improvement: rising trend'))
    expect(said.slice(19)).toEqual(Array.from({ length: 6 }, () => 'Concern: falling trend'))
  })
})

describe('series that are not like others', () => {
  const chartOf = (values: readonly (number | null)[], target: number | null = null) =>
    shown({
      chart: controlChart(numbers(values), 'xmr', { better: 'lower', target }),
      better: 'lower',
      target,
      value: plainNumber,
      range: {},
    })

  test('a gap is a gap: no mark, no line across it, and "not known" in the table', () => {
    const html = chartOf([10, 11, 9, null, 12, 9, 11, 8, 10, 11, 9, 10, 12, 9])
    expect(titles(html)).toHaveLength(13)
    expect(rows(html)[3]).toEqual(['July 2013', 'not known', '10.077', '4.757 to 15.397', ''])
    expect(/<path d="(M[^"]*)" fill="none" stroke="#66717a" stroke-width="1.5">/.exec(html)?.[1]?.match(/M/g)).toHaveLength(2)
  })

  test('under 12 figures there are marks and a target, and no limits', () => {
    const html = chartOf([3, 5, 4, 9, 2], 4)
    expect(titles(html)).toHaveLength(5)
    expect(dashed(html).join('')).toBe('')
    expect(texts(html).filter((text) => /limit|Average|Target/.test(text))).toEqual(['Target 4'])
    expect(headings(html)).toEqual(['Period', 'Figure', 'What stands out'])
    // The limits that are not drawn ask for no room either.
    expect(texts(html).slice(0, 3)).toEqual(['0', '5', '10'])
  })

  test('all figures alike, or all 0: one line, and no limits on top of it', () => {
    expect(texts(chartOf(Array.from({ length: 20 }, () => 17))).filter((text) => /limit|Average/.test(text))).toEqual(['Average 17'])
    const zero = chartOf(Array.from({ length: 20 }, () => 0))
    expect(texts(zero).filter((text) => /limit|Average/.test(text))).toEqual(['Average 0'])
    expect(zero).not.toMatch(/NaN|Infinity/)
  })

  test('one figure stands in the middle, and none is a sentence', () => {
    expect(titles(chartOf([3]))).toEqual(['April 2013: 3'])
    expect(chartOf([3])).not.toMatch(/NaN|Infinity/)
    expect(chartOf([null, null])).toBe('<p class="govuk-body gt-quiet">No figure is known yet.</p>')
  })

  test('very large numbers have room for their digits on both sides', () => {
    const html = chartOf([
      1_240_000, 1_251_000, 1_233_000, 1_260_000, 1_245_000, 1_249_500, 1_238_000, 1_252_000, 1_247_000, 1_241_000, 1_250_000, 1_244_000,
    ])
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
    const left = Number(/<path d="M([\d.]+) [\d.]+H/.exec(html)?.[1])
    expect(left).toBeGreaterThan('1,260,000'.length * 7)
  })

  test('72 months are drawn one by one', () => {
    const html = chartOf(Array.from({ length: 72 }, (_, at) => 20 + ((at * 7) % 5)))
    expect(titles(html)).toHaveLength(72)
    expect(titles(html).at(-1)).toBe('March 2019: 22')
  })

  test('a middle value says how far the middle half reaches', () => {
    const waits = Array.from({ length: 13 }, (_, at) => middle(monthAt(at), [10, 20, 30, 40, 50 + at]))
    const html = shown({ chart: controlChart(waits, 'median', { better: 'lower' }), value: (days) => `${days} days` })
    expect(titles(html)[0]).toBe('April 2013: 30 days, middle half 20 days to 40 days of 5 numbers')
    expect(rows(html)[0]?.slice(0, 3)).toEqual(['April 2013', '30 days', '20 days to 40 days of 5 numbers'])
  })

  test('figures that have a number for a name are drawn by their order', () => {
    const chart = controlChart(
      [10, 11, 9, 10, 12, 9, 11, 8, 10, 11, 9, 10, 20].map((value) => ({ period: null, value })),
      'xmr',
      { better: 'lower' },
    )
    const html = shown({ chart, value: plainNumber, href: () => '/never' })
    expect(titles(html).at(-1)).toBe('Figure 13: 20')
    expect(texts(html)).toContain('Beyond the limits, figure 13')
    expect(html).not.toContain('/never')
  })
})

describe('the table behind it', () => {
  test('has every figure, what it is made of, its lines, and what stands out', () => {
    const html = shown({ counted: ['In time', 'Due'], events: [{ period: '2015-08', label: 'Storm' }] })
    expect(headings(html)).toEqual(['Period', 'Figure', 'In time', 'Due', 'Average', 'Limits', 'What stands out'])
    const found = rows(html)
    expect(found).toHaveLength(35)
    expect(found[0]).toEqual(['April 2013', '67%', '6', '9', '67%', '22% to 100%', ''])
    expect(found[12]?.at(-1)).toBe('New limits: new survey provider')
    expect(found[28]?.at(-1)).toBe('Storm. Concern: below the limits')
  })

  test('does not say of a plain count that it is so many of one', () => {
    const counts = Array.from({ length: 13 }, (_, at) => ({ period: monthAt(at), value: 5, counted: { numerator: 5, denominator: 1 } }))
    const html = shown({ chart: controlChart(counts, 'u', { better: 'lower' }), value: plainNumber })
    expect(headings(html)).not.toContain('Out of')
    expect(titles(html)[0]).toBe('April 2013: 5')
  })
})
