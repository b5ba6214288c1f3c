import { describe, expect, test } from 'vitest'
import { factKind } from '../../engine/measures/fact.ts'
import { measure, type Measure, type Span } from '../../engine/measures/measure.ts'
import { monthName, monthNumber } from '../../engine/measures/months.ts'
import type { Point } from '../../engine/measures/series.ts'
import { person } from '../../practice/person/records.ts'
import { besideFrom } from './beside.ts'
import { chartedSpan, chartOf, figuresOf } from './measured.ts'

/** From the points of a measure to its chart: which, from when on, and which figures set its limits. */

const referrals = factKind({
  id: 'referrals',
  name: 'Referrals',
  about: person,
  reads: [],
  says: { again: { label: 'Again', type: 'yes or no' }, days: { label: 'Days', type: 'number' } },
  facts: () => [],
})
const standing = factKind({ id: 'plans', name: 'Plans', about: person, lasts: true, reads: [], facts: () => [] })
const one = (more: Partial<Measure> = {}): Measure =>
  measure({
    id: 'referrals',
    name: 'Referrals',
    area: 'Front door',
    of: referrals,
    statistic: 'count',
    span: 'month',
    better: 'lower',
    source: 'Invented',
    says: { counted: 'referrals' },
    ...more,
  })
const share = one({ statistic: 'share', met: { again: [true] } })

const first = monthNumber('2013-01')
/** Points of a count, a month each, from January 2013. */
const counts = (numbers: readonly number[]): Point[] =>
  numbers.map((value, at) => ({ period: monthName(first + at), value, numerator: value, denominator: null }))
/** Points of a share, a month each: so many of so many. */
const shares = (numbers: readonly (readonly [number, number])[]): Point[] =>
  numbers.map(([numerator, denominator], at) => ({
    period: monthName(first + at),
    value: denominator === 0 ? null : (numerator * 100) / denominator,
    numerator,
    denominator,
  }))
/** Around 30, as referrals of a month are: up and down by a few, the same again and again. */
const around30 = (many: number, more = 0) =>
  Array.from({ length: many }, (_, at) => 30 + more + ([0, 4, -3, 2, -5, 3, -1] as const)[at % 7]!)

describe('which figures set the limits', () => {
  test('the first twenty-four, once there are more: later ones are held against them', () => {
    const charted = chartOf(one(), counts([...around30(24), ...around30(12, 40)]), [], null)
    expect(charted?.heldFrom).toBe('December 2014')
    expect(charted?.chart.phases).toEqual([
      { from: 'January 2013', to: 'December 2015', reason: null, baselineTo: 'December 2014', setBy: 24 },
    ])
    // The average is that of the first twenty-four, not lifted by what came later; so what came later stands out.
    expect(charted?.chart.points.at(-1)?.centre).toBeCloseTo(30, 0)
    expect(charted?.chart.variation).toMatchObject({
      is: 'special cause, concerning',
      says: expect.stringContaining('since January 2015') as string,
    })
  })
  test.each<readonly [many: number, held: string | null, setBy: number, why: string]>([
    [23, null, 23, 'fewer'],
    [24, null, 24, 'just as many: none is left to be held against them'],
    [25, 'December 2014', 24, 'one more'],
  ])('of %s figures: held from %s, set by %s, for there are %s', (many, held, setBy) => {
    const charted = chartOf(one(), counts(around30(many)), [], null)
    expect(charted?.heldFrom).toBe(held)
    expect(charted?.chart.phases[0]?.setBy).toBe(setBy)
  })
})

describe('limits that start afresh', () => {
  const reason = 'New threshold for referrals'
  test('do so from their month on, with the reason, and are set by twenty-four figures again', () => {
    const charted = chartOf(one(), counts([...around30(20), ...around30(30, 40)]), [{ period: '2014-09', reason }], null)
    expect(charted?.chart.phases.map(({ from, reason: why, setBy }) => [from, why, setBy])).toEqual([
      ['January 2013', null, 20],
      ['September 2014', reason, 24],
    ])
    expect(charted?.heldFrom).toBe('August 2016')
    expect(charted?.chart.points.at(-1)?.centre).toBeCloseTo(70, 0)
    expect(charted?.chart.variation.is).toBe('common cause')
  })
  test('a month of which there is no figure is left out, and so is one without a reason', () => {
    const points = counts(around30(30))
    for (const each of [
      { period: '2012-12', reason },
      { period: '2019-01', reason },
      { period: '2014-03', reason: ' ' },
    ])
      expect(chartOf(one(), points, [each], null)).toEqual(chartOf(one(), points, [], null))
  })
  test('in the first month or the last they are told, and the chart is drawn', () => {
    for (const period of ['2013-01', '2015-06'])
      expect(chartOf(one(), counts(around30(30)), [{ period, reason }], null)?.chart.points).toHaveLength(30)
    const last = chartOf(one(), counts(around30(30)), [{ period: '2015-06', reason }], null)
    expect(last?.chart.variation.is).toBe('too few to judge')
    expect(last?.heldFrom).toBeNull()
  })
})

describe('nothing to draw', () => {
  test.each<readonly [Measure, Point[], string]>([
    [one({ noTrend: 'The definition changed in 2014' }), counts(around30(30)), 'months that cannot be held beside each other'],
    [one(), [], 'no month'],
    [one(), counts([0, 0, 0, 0]), 'nothing was ever recorded: that is no series of noughts'],
    [share, shares([[0, 0], [0, 0]]), 'shares of nothing'], // prettier-ignore
  ])('%#: %s', (of, points) => expect(chartOf(of, points, [], null)).toBeNull())
})

describe('from the first that was recorded', () => {
  test('a count begins with its first fact; a 0 after it is a 0', () => {
    const charted = chartOf(one(), counts([0, 0, 0, 5, 0, 7]), [], null)
    expect(charted?.chart.points.map(({ period, value }) => [period, value])).toEqual([
      ['April 2013', 5],
      ['May 2013', 0],
      ['June 2013', 7],
    ])
  })
  test('a share begins with the first month that had any, though none of them met the standard', () => {
    const charted = chartOf(share, shares([[0, 0], [0, 9], [0, 0], [4, 8]]), [], null) // prettier-ignore
    expect(charted?.chart.points.map(({ period, value }) => [period, value])).toEqual([
      ['February 2013', 0],
      ['March 2013', null],
      ['April 2013', 50],
    ])
  })
})

describe('series that are all alike, or short', () => {
  test('every month the same has no variation', () => {
    const charted = chartOf(one(), counts(Array.from({ length: 30 }, () => 12)), [], null)
    expect(charted?.chart.variation).toEqual({ is: 'no variation', says: 'No variation: every figure is 12.' })
  })
  test('all of all, every month, meet a target of 100%', () => {
    const charted = chartOf({ ...share, better: 'higher' }, shares(Array.from({ length: 30 }, () => [8, 8] as const)), [], 100)
    expect(charted?.chart.assurance.is).toBe('consistently hit')
  })
  test.each([1, 2, 11])('%s figures are drawn, and too few to judge', (many) => {
    const charted = chartOf(one(), counts(around30(many)), [], 20)
    expect(charted?.chart.points).toHaveLength(many)
    expect(charted?.chart.variation.is).toBe('too few to judge')
    expect(charted?.chart.assurance.is).toBe('too few to judge')
  })
  test('one or two a month are drawn with exact limits', () => {
    const charted = chartOf(one(), counts(Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? 1 : 0))), [], null)
    expect(charted?.chosen).toMatchObject({ chart: 'u', why: expect.stringContaining('exact limits') as string })
  })
})

describe('which chart', () => {
  const points = counts(around30(30))
  test.each<readonly [Measure, string, string]>([
    [one(), 'u', 'events of a month'],
    [one({ of: standing, span: 'moment' }), 'xmr', 'what stands at a moment is a measurement'],
    [one({ statistic: 'mean', value: 'days' }), 'xmr', 'an average'],
    [one({ statistic: 'median', value: 'days' }), 'median', 'a middle value'],
    [one({ of: standing, span: 'moment', statistic: 'rate', people: { per: 10_000, from: 0, until: 18 } }), 'xmr', 'a rate at a moment'],
  ])('%#: %s, for %s', (of, name) => expect(chartOf(of, points, [], null)?.chosen.chart).toBe(name))

  test('of shares the limits are wider where fewer are behind them', () => {
    const charted = chartOf(share, shares(Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? [22, 40] : [198, 400]))), [], null)
    expect(charted?.chosen.chart).toBe('p')
    const [few, many] = charted?.chart.points ?? []
    expect((few?.upper ?? 0) - (few?.lower ?? 0)).toBeGreaterThan(2 * ((many?.upper ?? 0) - (many?.lower ?? 0)))
    // 220 of 440 in each two months: the average is of all, not of the months’ shares.
    expect(charted?.chart.centre).toBeCloseTo(50, 6)
  })
  test('a rate of events is shown to 10,000, with its own people each month', () => {
    const rate = one({ statistic: 'rate', people: { per: 10_000, from: 0, until: 18 } })
    const figures = figuresOf(rate, [{ period: '2016-02', value: 7.5, numerator: 30, denominator: 40_000 }])
    expect(figures).toEqual([{ period: 'February 2016', value: 7.5, counted: { numerator: 30, denominator: 40_000 } }])
  })
})

test.each<readonly [span: Span, by: Span, why: string]>([
  ['12 months', 'month', 'each figure shares eleven months with the one before'],
  ['3 years', 'month', 'or thirty-five'],
  ['month', 'month', 'as it is told'],
  ['moment', 'moment', 'as it is told'],
  ['year to March', 'year to March', 'years that share nothing'],
])('a measure of %s is charted by %s: %s', (span, by) => expect(chartedSpan({ ...one(), span })).toBe(by))

test('a series is of six years, the month asked for its last', () => {
  const told = (from: string | null) => {
    const series = besideFrom({ people: null, targets: null, others: null, limits: null, from }).seriesTo(monthNumber('2016-02'))
    return [monthName(series.from), monthName(series.to)]
  }
  expect(told(null)).toEqual(['2010-03', '2016-02'])
  // Where the authority says from when its figures are told, none before.
  expect(told('2013-01')).toEqual(['2013-01', '2016-02'])
  expect(told('2009-01')).toEqual(['2010-03', '2016-02'])
  expect(told('2019-01')).toEqual(['2016-02', '2016-02'])
})
