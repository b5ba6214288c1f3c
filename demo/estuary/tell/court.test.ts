import { describe, expect, test } from 'vitest'
import {
  preProceedingsEnd,
  preProceedingsReviewed,
  casesDecided,
  caseManagementHearing,
} from '../../../src/practice/court/proceedings-clocks.ts'
import { addDays } from '../days.ts'
import { inTime, lived, livesOf, merged, ofTable, worldWith, wrongIn, type Life } from './lives-for-tests.ts'

const world = worldWith(true)
const lives = livesOf(world, 240, [3])

describe('the family court', () => {
  test.each([preProceedingsReviewed, caseManagementHearing].map((clock) => [clock.id, clock] as const))('%s is mostly met', (_, clock) => {
    expect(inTime(lives, clock)).toBeGreaterThan(0.8)
  })

  test('cases planned for more than 26 weeks are late, unless the court extended them', () => {
    const planned = lives
      .flatMap(({ course }) => course.needs[0]?.proceedings ?? [])
      .filter(({ issuedOn }) => issuedOn !== null && issuedOn >= '2014-04-22' && issuedOn < '2018-01-01')
    const long = planned.filter(({ issuedOn, finalOrderOn }) => (finalOrderOn ?? '') > addDays(issuedOn ?? '', 182))
    expect(inTime(lives, casesDecided, '2014-04-22', '2018-01-01')).toBeGreaterThan(1 - long.length / planned.length)
    expect(inTime(lives, casesDecided, '2014-04-22', '2018-01-01')).toBeLessThan(1)
  })

  test('brothers and sisters have one case', () => {
    for (let place = 0; place < lives.length; place += 2) {
      const [one, other] = [lives[place], lives[place + 1]].map((each) =>
        ofTable([each as Life], 'care_proceedings').map(({ courtReference, caseManagementHearingOn, court }) => [
          courtReference,
          court,
          String(caseManagementHearingOn) < '2018-10' && caseManagementHearingOn,
        ]),
      )
      expect(one).toEqual(other)
    }
  })

  test('what ended without going to court was stepped down, and what went there at once had no letter before', () => {
    const { course } = lives[0] as Life
    const [need] = course.needs
    if (!need?.proceedings) throw new Error('This family went to court')
    const { decidedOn } = need.proceedings
    const told = (proceedings: Partial<typeof need.proceedings>): Life =>
      lived(world, { ...course, needs: [{ ...need, proceedings: { ...need.proceedings, ...proceedings } as typeof need.proceedings }] })
    const steppedDown = told({ issuedOn: null, finalOrderOn: null, outcome: null })
    expect(ofTable([steppedDown], 'pre_proceedings')).toMatchObject([{ outcome: 'Decision to step down' }])
    expect(ofTable([steppedDown], 'care_proceedings')).toEqual([])
    const atOnce = told({ issuedOn: addDays(decidedOn, 3), letterOn: decidedOn, finalOrderOn: addDays(decidedOn, 170) })
    expect(ofTable([atOnce], 'pre_proceedings')).toMatchObject([{ shortNotice: 'Y', courtAppliedOn: addDays(decidedOn, 3) }])
    expect(ofTable([atOnce], 'pre_proceedings')[0]).not.toHaveProperty('letterSentOn')
    for (const each of [steppedDown, atOnce]) expect(wrongIn([each])).toEqual([])
    expect(inTime(lives, preProceedingsEnd)).toBeLessThanOrEqual(1)
  })

  test('a final order is written when it is made', () => {
    for (const { course, records } of lives) {
      const planned = course.needs[0]?.proceedings
      const told = records.find(({ kind }) => kind.table === 'care_proceedings')
      if (told === undefined || !planned?.finalOrderOn || planned.finalOrderOn > '2018-12-20') continue
      expect(merged(told)).toMatchObject({ finalOrderOn: planned.finalOrderOn })
      expect(told.versions.at(-1)?.at.slice(0, 10)).toBe(planned.finalOrderOn)
    }
  })
})
