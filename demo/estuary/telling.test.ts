import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childInNeedVisit } from '../../src/practice/in-need/records.ts'
import { referral } from '../../src/practice/front-door/records.ts'
import { chanceFor } from './chance.ts'
import { addDays } from './days.ts'
import { Telling } from './telling.ts'
import { sizes, worldOf } from './world.ts'
import type { Worker } from './workforce.ts'

const world = worldOf({ size: sizes.small, seed: 1, from: '2013-01-01', to: '2018-12-31', planted: true }, 1)
const by = world.workforce.workers[0] as Worker
const aDay = fc.integer({ min: 0, max: 2_400 }).map((days) => addDays('2013-01-01', days))

describe('what is told', () => {
  test('is written on the day it happened or later, each version after the one before, and nothing after the last day', () => {
    fc.assert(
      fc.property(aDay, fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }), fc.string(), (first, gaps, whose) => {
        const telling = new Telling(world, whose, '1')
        const told = telling.tell(childInNeedVisit, { visitedOn: first }, { on: first, by })
        let on = first
        for (const gap of gaps) telling.amend(told, childInNeedVisit, { childSeen: true }, { on: (on = addDays(on, gap)), by })
        const moments = told.versions.map(({ at }) => at)
        const days = [
          first,
          ...gaps.map((_, place) =>
            addDays(
              first,
              gaps.slice(0, place + 1).reduce((sum, gap) => sum + gap, 0),
            ),
          ),
        ]
        return (
          moments.every((at, place) => at.slice(0, 10) <= world.to && at.slice(0, 10) >= (days[place] as string)) &&
          moments.every((at, place) => place === 0 || at > (moments[place - 1] as string)) &&
          telling.records.length === (moments.length === 0 ? 0 : 1)
        )
      }),
    )
  })

  test('cannot know what comes after it was written', () => {
    const telling = new Telling(world, 'A', '1')
    const early = () => telling.tell(referral, { receivedOn: '2015-03-02', closedOn: '2015-06-01' }, { on: '2015-03-02', by, prompt: true })
    expect(early).toThrow(/referral.closedOn of A-001: 2015-06-01 lies after 2015-03-02/)
  })

  test('is written at once where a count hangs on it, and on the planned day where one is given', () => {
    const telling = new Telling(world, 'B', '1')
    const [prompt, planned] = [{ prompt: true }, { recorded: '2015-04-21' }].map(
      (how) => telling.tell(referral, { receivedOn: '2015-03-31' }, { on: '2015-03-31', by, ...how }).versions[0]?.at,
    )
    expect(prompt).toMatch(/^2015-03-31 /)
    expect(planned).toMatch(/^2015-04-21 /)
  })

  test('has a kind of its own, and keeps it', () => {
    const telling = new Telling(world, 'C', '1')
    const told = telling.tell(referral, { receivedOn: '2015-03-31' }, { on: '2015-03-31', by })
    expect(() => telling.amend(told, childInNeedVisit, { childSeen: true }, { on: '2015-04-01', by })).toThrow(
      /is a referral, not a child_in_need_visit/,
    )
  })
})

describe('chance', () => {
  test('is the same for the same seed and matter, and another for another', () => {
    const of = (...about: readonly string[]) =>
      Array.from(
        { length: 5 },
        (
          (lot) => () =>
            lot.next()
        )(chanceFor(7, ...about)),
      )
    expect(of('a', 'b')).toEqual(of('a', 'b'))
    expect(of('a', 'b')).not.toEqual(of('ab'))
    expect(chanceFor(8, 'a').next()).not.toBe(chanceFor(7, 'a').next())
  })

  test('keeps to what it is asked', () => {
    const lot = chanceFor(1, 'asked')
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.nat(40), (low, more) => {
        const number = lot.between(low, low + more)
        return number >= low && number <= low + more && Number.isInteger(number)
      }),
    )
    const number = 4_000
    const share = (happens: () => boolean) => Array.from({ length: number }, happens).filter(Boolean).length / number
    expect(share(() => lot.happens(0.2))).toBeCloseTo(0.2, 1)
    expect(
      share(
        () =>
          lot.weighed([
            ['a', 3],
            ['b', 1],
          ]) === 'a',
      ),
    ).toBeCloseTo(0.75, 1)
    expect(share(() => lot.about(10) < 10)).toBeCloseTo(0.5, 1)
  })
})
