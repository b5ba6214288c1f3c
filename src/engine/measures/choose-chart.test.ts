import { describe, expect, test } from 'vitest'
import { chooseChart } from './choose-chart.ts'
import { controlChart } from './control-chart.ts'
import { middle } from './figure.ts'
import { evenly, figures, fractions } from './made-figures.ts'

const even = evenly(7)
const some = (around: number) => Array.from({ length: 24 }, () => Math.round(around * (0.9 + 0.2 * even())))

test.each([
  ['number', figures([1, 2]), 'xmr', 'An XmR chart, because each figure is one measurement.'],
  ['cases-between', figures([3, 0, 12]), 'g', 'A g chart, because it counts whole cases or days between events that are rare.'],
  ['time-between', figures([3.5, 0.2]), 't', 'A t chart, because it measures the time between events that are rare.'],
  ['time-between', figures([3, 0]), 'g', 'A g chart, because two events came at the same time and a t chart cannot hold a time of 0.'],
  ['wait', figures([3, 90]), 'median', 'The median with its spread, because a few very long waits would carry an average away.'],
  ['percent', fractions(some(20), 50), 'p', 'A p chart, because it is a share of a number that differs from period to period.'],
  ['percent', fractions([3, 2, 4], 5), 'p', 'A p chart with exact limits, because the numbers are small.'],
  [
    'rate',
    fractions(some(20), 9_000),
    'u',
    'A u chart, because it counts events, and what they could come from differs from period to period.',
  ],
  ['count', fractions([3, 2, 4], 1), 'u', 'A u chart with exact limits, because the numbers are small.'],
] as const)('%s, %#: %3$s', (kind, series, chart, why) => expect(chooseChart(kind, series)).toEqual({ chart, why }))

test('a share that varies more than chance explains has a p′ chart, with wider limits', () => {
  const numerators = some(270_000)
  const series = fractions(numerators, 300_000)
  const chosen = chooseChart('percent', series)
  expect(chosen).toEqual({
    chart: 'p-prime',
    why: 'A p′ chart (Laney), because the share varies more than chance explains, as it does where numbers are large.',
  })
  const reach = (chart: 'p' | 'p-prime') => (controlChart(series, chart).upper ?? NaN) - (controlChart(series, chart).lower ?? NaN)
  expect(reach('p-prime')).toBeGreaterThan(5 * reach('p'))
})

test('fewer than one expected in a month: it says what would show more', () => {
  const rare = [0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0]
  expect(chooseChart('count', fractions(rare, 1)).why).toContain('a g or t chart of what lies between events would show more')
  expect(chooseChart('percent', fractions(rare, 30)).why).toContain('Fewer than one is expected in a period')
})

describe('small numbers', () => {
  test('limits are counts that there can be: of 10, eight are expected, and 4 to 10 are within chance', () => {
    const { lower, upper } = controlChart(fractions([8, 7, 9, 8, 10, 6, 8, 8, 9, 7, 8, 8], 10), 'p')
    expect([lower, upper]).toEqual([0.4, 1])
  })

  test('a count that none can come nearer to the average than lies on it', () => {
    const { points, centre } = controlChart(fractions([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], 1), 'u')
    expect(centre).toBeGreaterThan(1)
    expect(points[0]?.side).toBeNull()
    expect(points.some(({ rule }) => rule === 'shift')).toBe(false)
  })
})

test('waits: the median, the middle half, and limits that a very long wait moves little', () => {
  expect(middle('2016-01', [40, 3, 10, 12, 9])).toEqual({
    period: '2016-01',
    value: 10,
    spread: { of: 5, lowerQuarter: 9, upperQuarter: 12 },
  })
  expect(middle('2016-02', [])).toEqual({ period: '2016-02', value: null })
  const waits = [10, 12, 9, 14, 8, 11, 13, 9, 10, 12, 11, 10]
  const [without, withOne] = [waits, [...waits.slice(0, 6), 200, ...waits.slice(7)]].map((each) => controlChart(figures(each), 'median'))
  expect(without?.centre).toBeCloseTo(10.5, 10)
  expect(withOne?.centre).toBeCloseTo(10.5, 10)
  expect(withOne?.points[6]?.rule).toBe('outside')
})
