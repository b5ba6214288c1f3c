import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { controlChart } from '../../measures/control-chart.ts'
import { Key } from './key.tsx'
import { numbers, surveys } from './made-charts.ts'
import { SmallChart, type SmallChartProps } from './small-chart.tsx'

const shown = (more: Partial<SmallChartProps> = {}): string =>
  render(<SmallChart label="Surveys in 20 days: worse since July 2015" chart={surveys()} better="higher" target={90} {...more} />)

describe('the small chart', () => {
  test('says in one sentence what is to be seen, and marks the months since the change began', () => {
    const html = shown()
    expect(html).toMatch(/^<svg [^>]*role="img" aria-label="Surveys in 20 days: worse since July 2015">/)
    expect(html.match(/<rect [^>]*fill="#b85000"/g)).toHaveLength(8)
    expect(html).not.toContain('<circle')
  })

  test('where nothing is seen the latest alone has a mark: a grey circle', () => {
    const chart = controlChart(numbers([10, 11, 9, 10, 12, 9, 11, 8, 10, 11, 9, 10, 11]), 'xmr', { better: 'lower' })
    const html = shown({ chart, better: 'lower', target: null })
    expect(html.match(/<circle /g)).toHaveLength(1)
    expect(html).not.toContain('stroke-dasharray')
  })

  test('is of the latest 24 months, or of as many as asked for', () => {
    const points = (html: string): number => /<path d="(M[^"]*)" fill="none" stroke="#66717a"/.exec(html)?.[1]?.split(/[ML]/).length ?? 0
    expect(points(shown()) - 1).toBe(24)
    expect(points(shown({ latest: 12 })) - 1).toBe(12)
    expect(points(shown({ latest: 99 })) - 1).toBe(35)
  })

  test.each([
    [[3, 4, 5], 'three figures'],
    [[3, null, 5, 6, 3, 4, 5, 6, 3, 4, 5, 6], 'twelve months, of which one is not known'],
    [[null], 'none'],
  ])('under 12 points it says so, and draws nothing: %j, %s', (values) => {
    const html = shown({ chart: controlChart(numbers(values), 'xmr') })
    expect(html).toBe('<span class="gt-quiet">No chart under 12 points</span>')
  })

  test('figures that are all alike are a line across the middle', () => {
    const html = shown({ chart: controlChart(numbers(Array.from({ length: 14 }, () => 0)), 'xmr'), target: null })
    expect(html).not.toMatch(/NaN|Infinity/)
    expect(html).toContain('cy="28"')
  })

  test('a change that began before the first month that is drawn marks them all', () => {
    const html = shown({ latest: 5 })
    expect(html.match(/<rect [^>]*fill="#b85000"/g)).toHaveLength(5)
  })

  test('after too few months with new limits there is no band and no average under them', () => {
    const html = shown({ chart: surveys({ rebase: [{ period: '2015-12', reason: 'new harbour' }], baselineTo: null }), latest: 3 })
    expect(html).not.toMatch(/<path d="M[^"]*" fill="#e3e8ea"/)
    expect(html).not.toMatch(/<path d="M[^"]*" fill="none" stroke="#0b0c0c"/)
    expect(shown({ latest: 3 })).toMatch(/<path d="M[^"]*" fill="#e3e8ea".*<path d="M[^"]*" fill="none" stroke="#0b0c0c"/)
  })
})

test('a key has words beside each shape, the usual ones or others', () => {
  const html = render(<Key items={['concern', 'improvement', 'target']} words={{ target: 'Our target' }} />)
  expect([...html.matchAll(/<\/svg>([^<]*)<\/li>/g)].map(([, words]) => words)).toEqual(['Concern', 'Improvement', 'Our target'])
  expect(html.match(/<svg [^>]*aria-hidden/g)).toHaveLength(3)
})
