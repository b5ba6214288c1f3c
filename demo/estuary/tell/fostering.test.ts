import { describe, expect, test } from 'vitest'
import type { RecordKind } from '../../../src/engine/records/kind.ts'
import { approvalClocks } from '../../../src/practice/fostering/approval-clocks.ts'
import { carerClocks } from '../../../src/practice/fostering/carer-clocks.ts'
import { fosterCarer, fosterCarerVisit } from '../../../src/practice/fostering/records.ts'
import { adopterClocks } from '../../../src/practice/permanence/adopter-clocks.ts'
import { adopter } from '../../../src/practice/permanence/records.ts'
import type { Told as ClockTold } from '../../../test/support/clocks.ts'
import { daysBetween, type Day } from '../days.ts'
import type { Told } from '../telling.ts'
import { sizes, worldOf, type Size, type World } from '../world.ts'
import { householdsOf, tellFostering } from './fostering.ts'
import { forClocks, ofKind, shareInTime, shareOf, wordsIn, wrongOf } from './told-for-tests.ts'

const worldWith = (planted: boolean, size: Size = sizes.thurrock, district = 1): World =>
  worldOf({ size, seed: 1, from: '2013-01-01', to: '2018-12-31', planted }, district)
const world = worldWith(true)
const [told, plain] = [tellFostering(world), tellFostering(worldWith(false))]
const approvedOn = (of: World, day: Day): number => householdsOf(of).filter(({ from, until }) => from <= day && until > day).length

/** Records that hang on one of a kind, with it. */
function eachOf(all: readonly Told[], kind: RecordKind, by: string): readonly (readonly ClockTold[])[] {
  const own = new Map<string, Told[]>()
  for (const each of all) {
    const of = each.kind === kind ? each.id : wordsIn(each.versions[0]?.values[by])
    own.set(of, [...(own.get(of) ?? []), each])
  }
  return all.filter((each) => each.kind === kind).map(({ id }) => forClocks(own.get(id) ?? []))
}

describe('fostering households', () => {
  test('the same seed tells the same', () => {
    const again = (): readonly Told[] => tellFostering(worldWith(true, sizes.small))
    expect(again()).toEqual(again())
  })

  test('every version passes the checks of its kind', () => {
    expect(wrongOf(told)).toEqual([])
    expect(wrongOf(plain.filter((_, place) => place % 4 === 0))).toEqual([])
  })

  test('85 are approved on 31 March 2015 and 96 on 31 October 2015', () => {
    for (const planted of [true, false]) {
      expect(approvedOn(worldWith(planted), '2015-03-31')).toBe(85)
      expect(approvedOn(worldWith(planted), '2015-10-31')).toBe(96)
    }
    const standing = (day: Day): number =>
      ofKind(told, fosterCarer).filter(
        ({ approvedOn: from, approvalEndedOn: until }) =>
          typeof from === 'string' && from <= day && !(typeof until === 'string' && until <= day),
      ).length
    expect([standing('2015-03-31'), standing('2015-10-31')]).toEqual([85, 96])
    expect(approvedOn(worldWith(true, sizes.small), '2015-10-31')).toBe(5)
  })

  test('what placements name is on record, and no reference stands twice, in any district', () => {
    const references = new Set(ofKind(told, fosterCarer).map(({ reference }) => reference))
    for (const { reference, from } of householdsOf(world)) if (from < '2018-11-01') expect(references).toContain(reference)
    const both = [...householdsOf(world), ...householdsOf(worldWith(true, sizes.county, 2))].map(({ reference }) => reference)
    expect(new Set(both).size).toBe(both.length)
    expect(householdsOf(world)[0]?.reference).toBe('FH001')
  })

  test('the clocks are mostly met', () => {
    const all = eachOf(told, fosterCarer, 'household')
    for (const clock of [...approvalClocks, ...carerClocks].filter(({ meaning }) => meaning !== 'window'))
      expect(shareInTime(clock, all), clock.id).toBeGreaterThan(0.8)
  })

  test('visits are told in many words', () => {
    const notes = ofKind(told, fosterCarerVisit).map(({ notes: said }) => said)
    expect(new Set(notes).size).toBeGreaterThan(300)
  })
})

describe('adopters', () => {
  const families = (all: readonly Told[]): readonly Readonly<Record<string, unknown>>[] => [
    ...new Map(ofKind(all, adopter).map((each) => [each['familyId'], each])).values(),
  ]
  const waits = (all: readonly Told[], from: Day, until: Day): readonly number[] =>
    families(all).flatMap(({ registeredInterestOn: began, approvedOn: approved }) =>
      typeof began === 'string' && typeof approved === 'string' && approved >= from && approved < until
        ? [daysBetween(began, approved)]
        : [],
    )

  test('approval takes seven to ten months until October 2015, then six', () => {
    const before = waits(told, '2013-01-01', '2015-10-01')
    expect(before.length).toBeGreaterThan(20)
    expect(Math.min(...before)).toBeGreaterThan(205)
    expect(Math.max(...before)).toBeLessThan(312)
    expect(Math.max(...waits(told, '2016-06-01', '2018-12-31'))).toBeLessThan(200)
    expect(Math.max(...waits(plain, '2013-01-01', '2015-10-01'))).toBeLessThan(200)
  })

  test('eight families are approved, four at stage 2, three at stage 1 and 27 asking on the day of the move', () => {
    const day = '2015-10-01'
    const until = (value: unknown): boolean => typeof value === 'string' && value <= day
    const there = families(told).filter(({ enquiredOn, leftOn }) => until(enquiredOn) && !until(leftOn))
    expect([
      there.filter((each) => until(each['approvedOn']) && !until(each['matchedOn'])).length,
      there.filter((each) => until(each['stage2StartedOn']) && !until(each['approvedOn'])).length,
      there.filter((each) => until(each['stage1StartedOn']) && !until(each['stage2StartedOn'])).length,
      there.filter((each) => !until(each['registeredInterestOn'])).length,
    ]).toEqual([8, 4, 3, 27])
  })

  test('steps come one after another', () => {
    const order = [
      'enquiredOn',
      'registeredInterestOn',
      'stage1StartedOn',
      'stage1EndedOn',
      'stage2StartedOn',
      'approvedOn',
      'matchedOn',
      'childrenPlacedOn',
      'orderMadeOn',
    ]
    for (const family of [...families(told), ...families(plain)]) {
      const days = order.flatMap((name) => (typeof family[name] === 'string' ? [family[name]] : []))
      expect(days).toEqual(days.toSorted())
    }
  })

  test('the clocks are mostly met where nothing is planted; stages are late where it is', () => {
    const [good, bad] = [eachOf(plain, adopter, 'adopter'), eachOf(told, adopter, 'adopter')]
    const judged = adopterClocks.filter(({ meaning, id }) => meaning !== 'window' && meaning !== 'threshold' && id !== 'adopter-8-months')
    for (const clock of judged) expect(shareInTime(clock, good), clock.id).toBeGreaterThan(0.8)
    for (const clock of judged.filter(({ id }) => id === 'adopter-stage1' || id === 'adopter-stage2'))
      expect(shareInTime(clock, bad, '2013-07-01', '2015-04-01'), clock.id).toBeLessThan(0.3)
    expect(shareOf(bad, (records) => records.length > 0)).toBe(1)
  })
})
