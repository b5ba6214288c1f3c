import { describe, expect, test } from 'vitest'
import { firstInNeedReview, inNeedVisit, laterInNeedReview, planMade } from '../../../src/practice/in-need/clocks.ts'
import { planningClocks } from '../../../src/practice/planning/clocks.ts'
import type { Clock } from '../../../src/engine/clocks/clock.ts'
import type { NeedCourse } from '../course.ts'
import { inTime, livesOf, ofTable, shareOf, stands, worldWith, type Life } from './lives-for-tests.ts'

const kinds = [0, 1]
const [lives, plain] = [livesOf(worldWith(true), 220, kinds), livesOf(worldWith(false), 220, kinds)]
const [planAction] = planningClocks as [Clock]

describe('children in need', () => {
  test.each([inNeedVisit, firstInNeedReview, laterInNeedReview, planMade, planAction].map((clock) => [clock.id, clock] as const))(
    '%s is mostly met, whatever else is planted',
    (_, clock) => {
      for (const all of [lives, plain]) expect(inTime(all, clock)).toBeGreaterThan(0.8)
    },
  )

  test('nobody is visited as in need while on a protection plan, before work began or after it ended', () => {
    const visits = lives.flatMap((each) => {
      const { assessment, protection, closedOn } = each.course.needs[0] as NeedCourse
      return ofTable([each], 'child_in_need_visit').map(({ visitedOn }) => {
        const day = String(visitedOn)
        const protectedThen = protection !== null && day >= protection.from && day < protection.until
        return day >= (assessment?.startedOn ?? '') && day < closedOn && !protectedThen
      })
    })
    // A day that was typed wrongly, and not put right yet, may be anywhere.
    expect(shareOf(visits, Boolean)).toBeGreaterThan(0.995)
  })

  test('a child who was not seen, or not alone, was not for a reason that is mostly recorded', () => {
    const visits = ofTable(plain, 'child_in_need_visit')
    expect(shareOf(visits, ({ childSeen }) => childSeen === true)).toBeGreaterThan(0.9)
    const unexplained = shareOf(
      visits,
      ({ childSeen, seenAlone, whyNotAlone }) => childSeen === true && seenAlone === false && whyNotAlone === undefined,
    )
    expect(unexplained).toBeGreaterThan(0)
    expect(unexplained).toBeLessThan(0.04)
  })

  test('dates that were typed wrongly are corrected, and what was entered on the wrong child is struck out', () => {
    const visits = lives.flatMap(({ records }) => records.filter(({ kind }) => kind.table === 'child_in_need_visit'))
    const corrected = shareOf(visits, ({ versions }) => versions.some(({ reason }) => reason !== undefined))
    expect(corrected).toBeGreaterThan(0.004)
    expect(corrected).toBeLessThan(0.03)
    expect(shareOf(visits, (each) => !stands(each))).toBeLessThan(0.01)
  })

  test('a plan ends with a review that decides so', () => {
    const ended = plain.filter(({ course: { needs } }) => (needs[0]?.plans[0]?.until ?? '9999') < '2018-11-01')
    const decided = shareOf(ended, (each) => ofTable([each], 'child_in_need_review').some(({ decision }) => decision === 'close'))
    expect(decided).toBeGreaterThan(0.9)
  })

  test('brothers and sisters have their reviews on one day', () => {
    for (let place = 0; place < plain.length; place += 2) {
      const days = [plain[place], plain[place + 1]].map((each) =>
        ofTable([each as Life], 'child_in_need_review')
          .map(({ heldOn }) => String(heldOn))
          .filter((day) => day < '2018-10-01'),
      )
      expect(days[0]).toEqual(days[1])
    }
  })
})

describe('actions of plans', () => {
  const agreed = (all: readonly Life[], from: string, until: string) =>
    ofTable(all, 'plan_action').filter(({ agreedOn }) => String(agreedOn) >= from && String(agreedOn) < until)
  const bare = (all: readonly Readonly<Record<string, unknown>>[]): number =>
    shareOf(all, ({ dueOn, measuredBy }) => dueOn === undefined && measuredBy === undefined)

  test('they have a day, a person and a measure, but where that was planted', () => {
    expect(bare(agreed(plain, '2013-01-01', '2019-01-01'))).toBeLessThan(0.06)
    expect(bare(agreed(lives, '2013-01-01', '2014-03-01'))).toBeLessThan(0.08)
    expect(bare(agreed(lives, '2015-01-01', '2016-11-01'))).toBeGreaterThan(0.4)
    expect(bare(agreed(lives, '2018-01-01', '2019-01-01'))).toBeGreaterThan(0.15)
  })

  test('none is open when its plan has ended', () => {
    const over = plain.filter(({ course: { needs } }) => (needs[0]?.closedOn ?? '9999') < '2018-09-01')
    const open = shareOf(ofTable(over, 'plan_action'), ({ doneOn, givenUpOn }) => doneOn === undefined && givenUpOn === undefined)
    expect(open).toBeLessThan(0.03)
  })

  test('no plan asks for the same thing twice in one meeting', () => {
    for (const each of plain) {
      const said = ofTable([each], 'plan_action').map(({ agreedOn, what, plan }) => `${String(plan)} ${String(agreedOn)} ${String(what)}`)
      expect(new Set(said).size).toBe(said.length)
    }
  })

  test('copies are in brothers’ and sisters’ plans of Family Support South above all', () => {
    const copied = (team: string): number => {
      const pairs = lives.flatMap((one, place) =>
        place % 2 === 0 && one.course.needs[0]?.plans[0]?.team === team ? [[one, lives[place + 1] as Life] as const] : [],
      )
      const shared = pairs.flatMap(([one, other]) => {
        const theirs = new Set(agreed([other], '2014-10-01', '2016-11-01').map(({ what }) => what))
        return agreed([one], '2014-10-01', '2016-11-01').map(({ what }) => theirs.has(what))
      })
      return shareOf(shared, Boolean)
    }
    expect(copied('T32')).toBeGreaterThan(copied('T31') + 0.05)
  })

  test('an advocate is hardly ever offered for a plan while nobody has to', () => {
    const offered = (all: readonly Life[]): number => ofTable(all, 'advocacy').length / all.length
    expect(offered(lives)).toBeLessThan(0.5 * offered(plain))
  })
})
