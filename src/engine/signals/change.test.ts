import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evenly } from '../measures/made-figures.ts'
import { changeAt } from './change.ts'
import type { Series, Sort } from './series.ts'

/** Months of so many of so many. */
const series = (above: readonly number[], below: readonly number[], sort: Sort = 'part', carried = 0): Series => ({
  first: 24_000,
  above: Float64Array.from(above),
  below: Float64Array.from(below),
  sort,
  carried,
})

const counted = (random: () => number, of: number, chance: number): number =>
  Array.from({ length: of }, random).filter((each) => each < chance).length

/** 30 months at one level and some more at another. */
function stepped(seed: number, before: number, after: number, later: number, of = 50): Series {
  const random = evenly(seed)
  const levels = [...Array.from({ length: 30 }, () => before), ...Array.from({ length: later }, () => after)]
  return series(
    levels.map((level) => counted(random, of, level)),
    levels.map(() => of),
  )
}

describe('a change of a share', () => {
  test('is told with the month it began, within a month, and from what to what', () => {
    const found = Array.from({ length: 40 }, (_, seed) => changeAt(stepped(seed + 1, 0.85, 0.6, 4)))
    expect(found.every((change) => change !== null && change.strength < -3)).toBe(true)
    expect(found.filter((change) => (change?.strength ?? 0) < -5).length).toBeGreaterThanOrEqual(36)
    expect(found.filter((change) => Math.abs((change?.since ?? 0) - 24_030) <= 1).length).toBeGreaterThanOrEqual(36)
    const middle = found.map((change) => change?.after ?? 0).sort((a, b) => a - b)[20] as number
    expect(middle).toBeGreaterThan(0.55)
    expect(middle).toBeLessThan(0.65)
  })

  test('is seldom as strong by chance alone', () => {
    const strengths = Array.from({ length: 1_000 }, (_, seed) => Math.abs(changeAt(stepped(seed + 1, 0.8, 0.8, 6))?.strength ?? 0))
    // Of some eighteen months in which it may have begun, each the start of another stretch.
    expect(strengths.filter((each) => each >= 4).length).toBeLessThanOrEqual(3)
    expect(strengths.filter((each) => each >= 3).length).toBeLessThanOrEqual(50)
  })

  test('is as strong of those who meet it as of those who do not, the other way', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 12, maxLength: 40 }), (months) => {
        const met = changeAt(
          series(
            months.map(([a]) => a),
            months.map(([a, b]) => a + b),
          ),
        )
        const unmet = changeAt(
          series(
            months.map(([, b]) => b),
            months.map(([a, b]) => a + b),
          ),
        )
        expect(unmet === null).toBe(met === null)
        if (met === null || unmet === null) return
        expect(unmet.since).toBe(met.since)
        expect(unmet.strength).toBeCloseTo(-met.strength, 6)
      }),
      { numRuns: 200 },
    )
  })

  test('is told of the months up to an end alone, whatever came after', () => {
    const whole = stepped(7, 0.9, 0.5, 12)
    const cut = series([...whole.above].slice(0, 33), [...whole.below].slice(0, 33))
    expect(changeAt(whole, 33)).toEqual(changeAt(cut))
  })

  test('is not told of too few months, nor where nothing is counted', () => {
    expect(changeAt(series([1, 1, 0, 1], [2, 2, 2, 2]))).toBeNull()
    expect(changeAt(series(Array<number>(30).fill(0), Array<number>(30).fill(0)))).toBeNull()
  })

  test('goes on growing where each month is further than the one before', () => {
    const falling = series([...Array.from({ length: 24 }, () => 90), 85, 80, 74, 69, 63, 58, 52, 47], Array<number>(32).fill(100))
    expect(changeAt(falling)).toMatchObject({ growing: true })
    expect(changeAt(stepped(3, 0.9, 0.6, 8))).toMatchObject({ growing: false })
  })
})

describe('what carries over from month to month', () => {
  test('tells less than as many that stand alone', () => {
    const levels = [...Array<number>(24).fill(80), ...Array<number>(4).fill(66)]
    const alone = changeAt(series(levels, Array<number>(28).fill(100)))
    const carried = changeAt(series(levels, Array<number>(28).fill(100), 'part', 0.85))
    expect(Math.abs(carried?.strength ?? 9)).toBeLessThan(Math.abs(alone?.strength ?? 0))
    expect(carried?.since).toBe(24_024)
  })
})

describe('a change of a count', () => {
  test('is no stronger for months that are as usual at their time of the year', () => {
    // Every December half of what is usual, for four years; the last month is a December.
    const counts = Array.from({ length: 48 }, (_, place) => ((24_000 + place) % 12 === 11 ? 50 : 105 + (place % 3)))
    expect(Math.abs(changeAt(series(counts, Array<number>(48).fill(1), 'events'))?.strength ?? 9)).toBeLessThan(3)
    const once = counts.map((count, place) => (place === 47 ? 50 : (24_000 + place) % 12 === 11 ? 105 : count))
    expect(changeAt(series(once, Array<number>(48).fill(1), 'events'))).toMatchObject({ since: 24_047 })
    expect(changeAt(series(once, Array<number>(48).fill(1), 'events'))?.strength).toBeLessThan(-4)
  })

  test('is weaker where counts come in bursts anyway', () => {
    const calm = [...Array.from({ length: 24 }, (_, place) => 9 + (place % 3)), 20]
    const bursts = [...Array.from({ length: 24 }, (_, place) => (place % 4 === 0 ? 31 : 3)), 20]
    const strength = (counts: readonly number[]): number => changeAt(series(counts, Array<number>(25).fill(1), 'events'))?.strength ?? 0
    expect(strength(calm)).toBeGreaterThan(2.5)
    expect(Math.abs(strength(bursts))).toBeLessThan(2)
  })
})

test('an average that moves is told, one that does not is not', () => {
  const random = evenly(5)
  const noise = (): number => (random() - 0.5) * 4
  const averages = (last: number): readonly number[] => [
    ...Array.from({ length: 24 }, () => 20 + noise()),
    ...Array.from({ length: 4 }, () => last + noise()),
  ]
  const of = Array<number>(28).fill(10)
  const told = (last: number) =>
    changeAt(
      series(
        averages(last).map((each) => each * 10),
        of,
        'number',
      ),
    )
  expect(told(26)?.strength).toBeGreaterThan(4)
  expect(Math.abs(told(20)?.strength ?? 9)).toBeLessThan(4)
})
