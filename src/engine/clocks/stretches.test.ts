import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Start } from './clock.ts'
import { addDays, daysBetween } from './days.ts'
import { united, without } from './stretches.ts'

const stretch = (id: string, at: string, until: string | null = null): Start => ({
  at,
  by: { table: 'voyage', id },
  until: until === null ? null : { at: until, by: { table: 'voyage', id } },
})
const told = (stretches: readonly Start[]) => stretches.map(({ at, until, by }) => [at, until?.at ?? null, by.id])

describe('stretches of time made one', () => {
  test('two that overlap are one, told by the first', () => {
    expect(told(united([stretch('b', '2016-02-01', '2016-04-01'), stretch('a', '2016-01-01', '2016-03-01')]))).toEqual([
      ['2016-01-01', '2016-04-01', 'a'],
    ])
  })
  test('two that meet on one day are one; a day between them keeps them two', () => {
    expect(told(united([stretch('a', '2016-01-01', '2016-02-01'), stretch('b', '2016-02-01', '2016-03-01')]))).toHaveLength(1)
    expect(told(united([stretch('a', '2016-01-01', '2016-02-01'), stretch('b', '2016-02-02', '2016-03-01')]))).toHaveLength(2)
  })
  test('one inside another adds nothing', () => {
    expect(told(united([stretch('a', '2016-01-01', '2016-06-01'), stretch('b', '2016-02-01', '2016-03-01')]))).toEqual([
      ['2016-01-01', '2016-06-01', 'a'],
    ])
  })
  test('one that has not ended takes in all that begins after it', () => {
    expect(told(united([stretch('a', '2016-01-01'), stretch('b', '2018-01-01', '2018-02-01')]))).toEqual([['2016-01-01', null, 'a']])
  })
  test('a gap of 28 days is bridged where 28 may lie between, one of 29 is not', () => {
    const first = stretch('a', '2016-01-01', '2016-02-01')
    expect(united([first, stretch('b', '2016-02-29')], 28)).toHaveLength(1)
    expect(united([first, stretch('b', '2016-03-01')], 28)).toHaveLength(2)
  })
})

describe('stretches less others', () => {
  test('what lies in the middle cuts one in two', () => {
    expect(told(without([stretch('a', '2016-01-01', '2016-12-01')], [stretch('x', '2016-03-01', '2016-05-01')]))).toEqual([
      ['2016-01-01', '2016-03-01', 'a'],
      ['2016-05-01', '2016-12-01', 'x'],
    ])
  })
  test.each([
    ['before it', stretch('x', '2015-01-01', '2015-02-01'), [['2016-01-01', '2016-12-01', 'a']]],
    ['after it', stretch('x', '2017-01-01'), [['2016-01-01', '2016-12-01', 'a']]],
    ['over its beginning', stretch('x', '2015-12-01', '2016-02-01'), [['2016-02-01', '2016-12-01', 'x']]],
    ['over its end', stretch('x', '2016-11-01'), [['2016-01-01', '2016-11-01', 'a']]],
    ['over all of it', stretch('x', '2015-12-01'), []],
  ])('taken out %s', (_, taken, left) => {
    expect(told(without([stretch('a', '2016-01-01', '2016-12-01')], [taken]))).toEqual(left)
  })
})

const anyStretches = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })), { maxLength: 8 })
  .map((all) =>
    all.map(([from, days], place) => {
      const at = addDays('2016-01-01', from)
      return stretch(String(place), at, days === null ? null : addDays(at, days))
    }),
  )
const day = fc.integer({ min: -10, max: 300 }).map((days) => addDays('2016-01-01', days))
/** Whether a day is in any: the first day is, the last is not. */
const isIn = (stretches: readonly Start[], on: string): boolean => stretches.some(({ at, until }) => at <= on && (!until || on < until.at))

describe('for all stretches', () => {
  test('a day is in those made one exactly when it is in any of them', () => {
    fc.assert(
      fc.property(anyStretches, day, (all, on) => {
        expect(isIn(united(all), on)).toBe(isIn(all, on))
      }),
    )
  })
  test('those made one neither overlap nor meet', () => {
    fc.assert(
      fc.property(anyStretches, (all) => {
        united(all).forEach(({ at }, place, one) => {
          const before = one[place - 1]
          if (before) expect(daysBetween(before.until?.at as string, at)).toBeGreaterThan(0)
        })
      }),
    )
  })
  test('a day is left exactly when it is in one and in none of those taken out', () => {
    fc.assert(
      fc.property(anyStretches, anyStretches, day, (all, taken, on) => {
        expect(isIn(without(all, taken), on)).toBe(isIn(all, on) && !isIn(taken, on))
      }),
    )
  })
})
