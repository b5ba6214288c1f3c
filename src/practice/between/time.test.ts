import fc from 'fast-check'
import { expect, test } from 'vitest'
import { months, weeks, workingDays } from '../../engine/clocks/length.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { covers, type Stretch } from '../told-in-parts.ts'
import { inDays, onceLasted, outside, together, within } from './time.ts'

const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2016-01-01', days))
const stretch: fc.Arbitrary<Stretch> = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 15 }), { nil: null }))
  .map(([from, long]) => ({ from, until: long === null ? null : addDays(from, long) }))
const some = fc.array(stretch, { maxLength: 4 })

test('on every day: together is in any of them, within is in both, outside is in these and not in those', () => {
  fc.assert(
    fc.property(some, some, day, (these, those, on) => {
      const [here, there] = [covers(these, on), covers(those, on)]
      expect(covers(together(these), on)).toBe(here)
      expect(covers(within(these, those), on)).toBe(here && there)
      expect(covers(outside(these, those), on)).toBe(here && !there)
    }),
  )
})

test('put together, none overlaps or meets another, in order', () => {
  fc.assert(
    fc.property(some, (these) => {
      const one = together(these)
      for (const [place, { from }] of one.entries()) {
        const before = one[place - 1]
        if (before) expect(before.until !== null && before.until < from).toBe(true)
      }
    }),
  )
})

test('what has lasted so long begins so much later, or is not there', () => {
  expect(onceLasted([{ from: '2016-01-01', until: '2016-01-15' }], 14)).toEqual([])
  expect(onceLasted([{ from: '2016-01-01', until: '2016-01-16' }], 14)).toEqual([{ from: '2016-01-15', until: '2016-01-16' }])
})

test('ten working days are two weeks, twelve weeks 84 days, two months 61', () => {
  expect([workingDays(10), weeks(12), months(2)].map(inDays)).toEqual([14, 84, 61])
})
