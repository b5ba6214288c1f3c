import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '../clocks/days.ts'
import { date, recordKind } from '../records/kind.ts'
import { factKind, type Fact, type FactKind } from './fact.ts'
import { measure, type Measure, type Span } from './measure.ts'
import { lastDay, monthName, monthNumber } from './months.ts'
import { isIn, monthsOf, perOf, pointsOf, pointsOfNumbers, type Counts } from './series.ts'

/** From counts by month to figures over a time. */

const boat = recordKind({
  name: 'Boat',
  plural: 'Boats',
  table: 'boat',
  group: 'Boats',
  fields: { builtOn: date('Built') },
  basis: 'Invented.',
})
const says = { days: { label: 'Days', type: 'number' }, sound: { label: 'Sound', type: 'yes or no' } } as const
const made = (id: string, lasts: boolean): FactKind => factKind({ id, name: id, about: boat, lasts, says, reads: [], facts: () => [] })
const sailings = made('sailings', false)
const voyages = made('voyages', true)
const one = (of: FactKind, more: Partial<Measure> & Pick<Measure, 'statistic'>): Measure =>
  measure({
    id: 'boats',
    name: 'Boats',
    area: 'Boats',
    of,
    span: of.lasts ? 'moment' : 'month',
    better: 'neutral',
    source: 'Invented',
    says: { counted: 'boats' },
    ...more,
  })

const [from, to] = [monthNumber('2014-11'), monthNumber('2016-04')]
const month = fc.integer({ min: from - 40, max: to + 3 })
const someCounts: fc.Arbitrary<Counts> = fc
  .array(fc.tuple(month, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 30 })
  .map((rows) => ({
    above: new Map(rows.map(([at, above]) => [at, above])),
    below: new Map(rows.map(([at, above, more]) => [at, above + more])),
  }))

const summed = (counts: ReadonlyMap<number, number>, first: number, last: number): number => {
  let sum = 0
  for (let at = first; at <= last; at++) sum += counts.get(at) ?? 0
  return sum
}

describe('over so many months', () => {
  test.each<readonly [Span, number]>([
    ['month', 1],
    ['12 months', 12],
    ['3 years', 36],
  ])('a figure of %s is the sum of %s, both above the line and below it', (span, many) => {
    const share = one(sailings, { statistic: 'share', met: { sound: [true] }, span })
    fc.assert(
      fc.property(someCounts, (counts) => {
        for (const point of pointsOf(share, counts, from, to)) {
          const last = monthNumber(point.period)
          expect(point.numerator).toBe(summed(counts.above, last - many + 1, last))
          expect(point.denominator).toBe(summed(counts.below, last - many + 1, last))
          expect(point.value).toBe(point.denominator === 0 ? null : (point.numerator * 100) / (point.denominator ?? 0))
        }
      }),
    )
  })

  test('a year to March is told in March alone, of the twelve months to it', () => {
    const count = one(sailings, { statistic: 'count', span: 'year to March' })
    fc.assert(
      fc.property(someCounts, (counts) => {
        const points = pointsOf(count, counts, from, to)
        expect(points.map(({ period }) => period)).toEqual(['2015-03', '2016-03'])
        expect(points.map(({ value }) => value)).toEqual([
          summed(counts.above, monthNumber('2014-04'), monthNumber('2015-03')),
          summed(counts.above, monthNumber('2015-04'), monthNumber('2016-03')),
        ])
      }),
    )
  })

  test('a series told month by month in place of twelve adds up to the figure of the twelve', () => {
    const year = one(sailings, { statistic: 'count', span: '12 months' })
    fc.assert(
      fc.property(someCounts, (counts) => {
        const byMonth = pointsOf(year, counts, to - 11, to, undefined, 'month')
        expect(byMonth).toHaveLength(12)
        expect(byMonth.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(pointsOf(year, counts, to, to)[0]?.value)
      }),
    )
  })

  test('asked for one month alone, a figure is what it is in the whole series', () => {
    fc.assert(
      fc.property(someCounts, month, fc.constantFrom<Span>('month', '12 months', '3 years'), (counts, at, span) => {
        const count = one(sailings, { statistic: 'count', span })
        const [alone] = pointsOf(count, counts, at, at)
        expect(pointsOf(count, counts, from - 40, to + 3).find(({ period }) => period === monthName(at))).toEqual(alone)
      }),
    )
  })
})

test('what lasts is added up from its beginning, however long before the series that was', () => {
  const count = one(voyages, { statistic: 'count' })
  fc.assert(
    fc.property(someCounts, (counts) => {
      for (const { period, value } of pointsOf(count, counts, from, to))
        expect(value).toBe(summed(counts.above, from - 40, monthNumber(period)))
    }),
  )
  const held = { above: new Map([[monthNumber('1999-05'), 2]]), below: new Map<number, number>() }
  expect(pointsOf(count, held, from, from).map(({ value }) => value)).toEqual([2])
})

test('decimals added and taken away again leave 0, not the dust of them', () => {
  const counts = { above: new Map([[from, 0.3], [from + 1, -0.1], [from + 2, -0.2]]), below: new Map([[from, 1]]) } // prettier-ignore
  const ratio = one(voyages, { statistic: 'ratio', value: 'days', over: 'days' })
  expect(pointsOf(ratio, counts, from, from + 2).map(({ numerator }) => numerator)).toEqual([0.3, 0.2, 0])
  const less = { ...counts, above: new Map([[from, 0.3], [from + 1, -0.3 - 1e-9]]) } // prettier-ignore
  expect(pointsOf(ratio, less, from + 1, from + 1)[0]?.numerator).toBe(0)
})

describe('nothing to tell a figure of', () => {
  const none: Counts = { above: new Map(), below: new Map() }
  test.each<readonly [Partial<Measure> & Pick<Measure, 'statistic'>, number | null, string]>([
    [{ statistic: 'count' }, 0, 'none happened, and that is 0'],
    [{ statistic: 'share', met: { sound: [true] } }, null, 'a share of none'],
    [{ statistic: 'mean', value: 'days' }, null, 'an average of none'],
    [{ statistic: 'rate', people: { per: 10_000, from: 0, until: 18 } }, null, 'how many live there is not known'],
  ])('%j is %j: %s', (declared, value) => {
    expect(pointsOf(one(sailings, declared), none, from, from).map((point) => point.value)).toEqual([value])
  })
})

test('a rate is to so many of the people who lived there then', () => {
  const rate = one(sailings, { statistic: 'rate', people: { per: 10_000, from: 0, until: 18 } })
  const counts = { above: new Map([[from, 30], [from + 1, 30]]), below: new Map<number, number>() } // prettier-ignore
  const people = (at: number) => (at === from ? 20_000 : 40_000)
  expect(pointsOf(rate, counts, from, from + 1, people)).toEqual([
    { period: '2014-11', value: 15, numerator: 30, denominator: 20_000 },
    { period: '2014-12', value: 7.5, numerator: 30, denominator: 40_000 },
  ])
})

test.each<readonly [Pick<Measure, 'statistic' | 'unit' | 'people'>, number]>([
  [{ statistic: 'share', unit: '', people: null }, 100],
  [{ statistic: 'ratio', unit: '%', people: null }, 100],
  [{ statistic: 'ratio', unit: 'boats', people: null }, 1],
  [{ statistic: 'rate', unit: '', people: { per: 10_000, from: 0, until: 18 } }, 10_000],
  [{ statistic: 'mean', unit: 'days', people: null }, 1],
  [{ statistic: 'count', unit: '', people: null }, 1],
])('%j is told to %s', (told, per) => expect(perOf(told)).toBe(per))

const took = (on: string, days?: number, until?: string): Fact => ({
  on,
  by: { table: 'boat', id: 'a' },
  ...(until && { until }),
  says: days === undefined ? {} : { days },
})

describe('a median, and the highest', () => {
  const median = one(sailings, { statistic: 'median', value: 'days' })
  test('the middle of those that say a number, and how far the middle half of them reaches', () => {
    const facts = [
      took('2016-02-01', 30),
      took('2016-02-29', 4),
      took('2016-02-10', 12),
      took('2016-02-11'),
      took('2016-02-12', 6),
      took('2016-03-01', 90),
    ]
    // In order: 4, 6, 12, 30. The middle lies between 6 and 12; a quarter of the way along is 5.5, three quarters 16.5.
    expect(pointsOfNumbers(median, facts, monthNumber('2016-02'), monthNumber('2016-03'))).toEqual([
      { period: '2016-02', value: 9, numerator: 4, denominator: 4, spread: { of: 4, lowerQuarter: 5.5, upperQuarter: 16.5 } },
      { period: '2016-03', value: 90, numerator: 1, denominator: 1, spread: { of: 1, lowerQuarter: 90, upperQuarter: 90 } },
    ])
  })
  test('of an odd number the one in the middle; numbers are in order of size, not as they are written', () => {
    const facts = [took('2016-02-01', 100), took('2016-02-02', 9), took('2016-02-03', 20)]
    expect(pointsOfNumbers(median, facts, monthNumber('2016-02'), monthNumber('2016-02'))[0]?.value).toBe(20)
  })
  test('of none there is none', () => {
    expect(pointsOfNumbers(median, [took('2016-02-01')], monthNumber('2016-02'), monthNumber('2016-02'))).toEqual([
      { period: '2016-02', value: null, numerator: 0, denominator: 0 },
    ])
  })
  test('over twelve months it is the middle of all of them, not of their middles', () => {
    const year = one(sailings, { statistic: 'median', value: 'days', span: '12 months' })
    const facts = [
      took('2015-02-28', 1_000),
      took('2015-03-01', 1),
      took('2015-08-01', 2),
      took('2016-02-29', 30),
      took('2016-02-29', 40),
      took('2016-02-29', 50),
    ]
    expect(pointsOfNumbers(year, facts, monthNumber('2016-02'), monthNumber('2016-02'))[0]?.value).toBe(30)
  })
  test('the highest of what stands at the end of a month', () => {
    const highest = one(voyages, { statistic: 'highest', value: 'days' })
    const facts = [took('2015-06-01', 12, '2016-02-29'), took('2015-06-01', 9), took('2016-02-29', 11)]
    expect(
      pointsOfNumbers(highest, facts, monthNumber('2016-01'), monthNumber('2016-02')).map(({ value, denominator }) => [value, denominator]),
    ).toEqual([
      [12, 2],
      [11, 2],
    ])
  })
  test('a year to March is told in March alone', () => {
    const year = one(sailings, { statistic: 'median', value: 'days', span: 'year to March' })
    const told = pointsOfNumbers(year, [took('2015-04-01', 5), took('2015-03-31', 7)], from, to)
    expect(told.map(({ period, value }) => [period, value])).toEqual([
      ['2015-03', 7],
      ['2016-03', 5],
    ])
  })
})

test('a fact is behind the figure of a month if and only if it is counted in it', () => {
  const day = fc
    .integer({ min: 0, max: 600 })
    .map((n) => `${addMonths('2014-06-01', Math.floor(n / 24)).slice(0, 8)}${String((n % 28) + 1).padStart(2, '0')}`)
  fc.assert(
    fc.property(day, month, fc.constantFrom<Span>('month', '12 months', '3 years'), (on, at, span) => {
      const count = one(sailings, { statistic: 'count', span })
      const counts = { above: new Map([[monthNumber(on), 1]]), below: new Map<number, number>() }
      expect(isIn(count, took(on), at) ? 1 : 0).toBe(pointsOf(count, counts, at, at)[0]?.value)
      expect(isIn(count, took(on), at)).toBe(on <= lastDay(at) && on > lastDay(at - monthsOf[span]))
    }),
  )
  const count = one(voyages, { statistic: 'count' })
  const until = (day?: string) => isIn(count, took('2016-01-31', undefined, day), monthNumber('2016-02'))
  expect([until(), until('2016-02-29'), until('2016-03-01')]).toEqual([true, false, true])
  expect(isIn(count, took('2016-03-01'), monthNumber('2016-02'))).toBe(false)
})
