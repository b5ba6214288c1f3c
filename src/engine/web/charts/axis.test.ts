import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisOf, periodInWords, periodTicks, wholesWithin } from './axis.ts'

const plain = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 })
const share = (value: number): string => `${Math.round(value)}%`

describe('an axis of round numbers', () => {
  test.each<[number[], { from?: number; to?: number }, number[], string]>([
    [[], {}, [0, 1], 'nothing to show'],
    [[0, 0], {}, [0, 0.5, 1], 'all of them 0'],
    [[17, 17], {}, [0, 5, 10, 15, 20], 'all alike'],
    [[-3], {}, [-3, -2, -1, 0], 'one below 0'],
    [[42, 90], { from: 0, to: 100 }, [0, 25, 50, 75, 100], 'a share'],
    [[3, 9], {}, [0, 5, 10], 'small counts'],
    [[1_240_000, 1_312_000], {}, [1_240_000, 1_260_000, 1_280_000, 1_300_000, 1_320_000], 'large, and near each other'],
    [[-8, 12], {}, [-10, -5, 0, 5, 10, 15], 'on both sides of 0'],
    [[0.02, 0.09], {}, [0, 0.05, 0.1], 'small decimals'],
  ])('%j within %j has %j: %s', (numbers, range, ticks, _because) => {
    expect(axisOf(numbers, range, plain).ticks).toEqual(ticks)
  })

  test('has no two numbers that read alike: a share of 0 is not told in halves of a percent', () => {
    expect(axisOf([0, 0], {}, share).ticks).toEqual([0, 1])
  })

  test('reaches around whatever is shown, with few lines and no two alike', () => {
    const number = fc.oneof(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 100 }), fc.constant(1e-9))
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (numbers) => {
        const { from, to, ticks } = axisOf(numbers, {}, plain)
        const dust = Math.max(...numbers.map(Math.abs)) * 1e-8 + 1e-12
        expect(from).toBeLessThanOrEqual(Math.min(...numbers) + dust)
        expect(to).toBeGreaterThanOrEqual(Math.max(...numbers) - dust)
        expect(from).toBeLessThan(to)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(6)
      }),
      { numRuns: 2000 },
    )
  })
})

test.each([
  [17.2, 50.2, [20, 30, 40, 50]],
  [7.65, 10.35, [8, 9, 10]],
  [5000, 47_000, [10_000, 20_000, 30_000, 40_000]],
  [0.5, 1.5, [1]],
])('the whole numbers between %d and %d are told by %j', (low, high, ticks) => {
  expect(wholesWithin(low, high)).toEqual(ticks)
})

test.each([
  ['2016-02', 'February 2016'],
  ['February 2016', 'February 2016'],
  ['2015 to 2016', '2015 to 2016'],
  ['2016-13', '2016-13'],
])('the period %s is said as %s', (period, said) => {
  expect(periodInWords(period)).toBe(said)
})

describe('which months are named below a picture', () => {
  const from = (year: number, month: number, count: number): string[] =>
    Array.from({ length: count }, (_, at) => {
      const number = year * 12 + month - 1 + at
      return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
    })
  const said = (periods: readonly (string | null)[], step: number): string[] =>
    periodTicks(periods, step, 40).map(({ label, year }) => (year === null ? label : `${label} ${year}`))

  test('each, where there is room, and the year where it begins', () => {
    expect(said(from(2015, 11, 4), 60)).toEqual(['Nov 2015', 'Dec', 'Jan 2016', 'Feb'])
  })

  test('else quarters, counted from January', () => {
    expect(said(from(2013, 5, 14), 20)).toEqual(['Jul 2013', 'Oct', 'Jan 2014', 'Apr'])
  })

  test('72 months on a screen 1,280 pixels wide: 24 quarters, and with less room half years or years', () => {
    expect(said(from(2010, 3, 72), 14)).toHaveLength(24)
    expect(said(from(2010, 3, 72), 7)).toHaveLength(12)
    expect(said(from(2010, 3, 72), 4)).toEqual(['Jan 2011', 'Jan 2012', 'Jan 2013', 'Jan 2014', 'Jan 2015', 'Jan 2016'])
  })

  test('years to March are named one by one', () => {
    expect(said(['2014-03', '2015-03', '2016-03'], 60)).toEqual(['Mar 2014', 'Mar 2015', 'Mar 2016'])
  })

  test('what is no month stands as it is, and what has no name as its number', () => {
    expect(said(['Spring', null, 'Autumn'], 60)).toEqual(['Spring', '2', 'Autumn'])
  })

  test('a single month has its name, whatever the room', () => {
    expect(said(['2016-02'], 10)).toEqual(['Feb 2016'])
  })
})
