import { describe, expect, test } from 'vitest'
import { record, type Told as ClockTold } from '../../../test/support/clocks.ts'
import { factsIn } from '../../../test/support/facts.ts'
import type { FactKind } from '../../../src/engine/measures/fact.ts'
import { auditClocks } from '../../../src/oversight/audit-clocks.ts'
import { allocatedWithSteer, caseSupervision } from '../../../src/oversight/case-clocks.ts'
import { auditActionsDue, auditsDue } from '../../../src/oversight/facts.ts'
import { caseAudit } from '../../../src/oversight/records.ts'
import { managementOversight } from '../../../src/practice/allocation/management-oversight.ts'
import { involvement } from '../../../src/practice/allocation/records.ts'
import { assessment } from '../../../src/practice/assessment/records.ts'
import { reviewPointClocks } from '../../../src/practice/assessment/review-point-clocks.ts'
import { childInNeedPlan } from '../../../src/practice/in-need/records.ts'
import { periodOfCare } from '../../../src/practice/looked-after/records.ts'
import { person } from '../../../src/practice/person/records.ts'
import { childProtectionPlan } from '../../../src/practice/protection/records.ts'
import { addWorkingDays, earlier } from '../days.ts'
import { livingOf, type Living } from '../living.ts'
import { phasesOf } from '../plan/phases.ts'
import { planOf } from '../plan/plan.ts'
import { Telling, type Told } from '../telling.ts'
import { sizes, worldOf, type World } from '../world.ts'
import { tellAudits } from './audits.ts'
import { discussedIn, discussedOver, tellOversight } from './oversight.ts'
import { sessionsOf } from './sessions.ts'
import { between, forClocks, ofKind, shareInTime, shareOf, wrongOf } from './told-for-tests.ts'

const worldWith = (planted: boolean, size = sizes.small): World =>
  worldOf({ size, seed: 1, from: '2013-01-01', to: '2018-12-31', planted }, 1)

const livesOf = (world: World): readonly Living[] =>
  planOf(world)
    .filter(({ needs, leaving }) => needs.length > 0 || leaving !== null)
    .map((course) => {
      const { number, family } = course.child
      const held = phasesOf(world, course).flatMap(({ team, from, until, need }) =>
        world.workforce.holders(team, family.number + (need?.together ?? ''), from, until).map((stint) => ({ ...stint, team, need })),
      )
      return livingOf(world, course, new Telling(world, number, number), held)
    })

const told = (lives: readonly Living[], tell: (living: Living) => void): readonly Told[] => {
  lives.forEach(tell)
  return lives.flatMap(({ telling }) => telling.records)
}

const [lives, plain] = [livesOf(worldWith(true)), livesOf(worldWith(false))]
const [records, ordinary] = [told(lives, tellOversight), told(plain, tellOversight)]

/** The child with what the clocks read beside what managers wrote: made as the rooms for it make it, without their delays. */
function clockRecords({ course, held, telling }: Living): readonly ClockTold[] {
  const { child, needs } = course
  return [
    record(person, { id: child.number, bornOn: child.born }),
    ...held.map(({ worker, team, from, until, need }) =>
      record(involvement, { worker: worker.id, role: need === null ? 'PA' : 'CW', team, startedOn: from, endedOn: until }),
    ),
    ...needs.flatMap(({ plans, protection, care, assessment: assessed }) => [
      ...plans.map(({ from, until }) => record(childInNeedPlan, { startedOn: from, endedOn: until })),
      ...(protection ? [record(childProtectionPlan, { startedOn: protection.from, endedOn: protection.until })] : []),
      ...(care ? [record(periodOfCare, { startedOn: care.from, endedOn: care.until })] : []),
      ...(assessed
        ? [
            record(assessment, {
              startedOn: assessed.startedOn,
              internalReviewOn: earlier(addWorkingDays(assessed.startedOn, 9), assessed.finishedOn),
              authorisedOn: assessed.finishedOn,
            }),
          ]
        : []),
    ]),
    ...forClocks(telling.records),
  ]
}

const onlyAgrees = (all: readonly Told[], from: string, until: string): number =>
  shareOf(ofKind(all, managementOversight).filter(between('recordedOn', from, until)), ({ reasons }) => reasons === null)

describe('what managers write on a child’s record', () => {
  test('the same seed tells the same', () => {
    const again = livesOf(worldWith(true)).slice(0, 60)
    expect(told(again, tellOversight)).toEqual(lives.slice(0, 60).flatMap(({ telling }) => telling.records))
  })

  test('every version passes the checks of its kind', () => {
    expect(wrongOf(records)).toEqual([])
    expect(wrongOf(ordinary)).toEqual([])
  })

  test('without the problem nearly all give reasons; with it half only agree, and fewer again later', () => {
    expect(onlyAgrees(ordinary, '2013-01-01', '2018-12-31')).toBeLessThan(0.04)
    expect(onlyAgrees(records, '2013-01-01', '2014-08-31')).toBeLessThan(0.05)
    expect(onlyAgrees(records, '2015-06-01', '2016-09-30')).toBeGreaterThan(0.42)
    expect(onlyAgrees(records, '2018-01-01', '2018-12-31')).toBeLessThan(onlyAgrees(records, '2015-06-01', '2016-09-30') - 0.08)
  })

  test('it is worst in Family Support South and the assessment teams', () => {
    const share = (teams: readonly string[]): number =>
      shareOf(
        records.filter(
          ({ kind, versions: [first] }) =>
            kind === managementOversight && first && first.at >= '2015-04' && first.at < '2016-10' && teams.includes(first.by.team),
        ),
        ({ versions: [first] }) => first?.values['reasons'] === null,
      )
    expect(share(['T21', 'T32'])).toBeGreaterThan(share(['T42', 'T61']) + 0.12)
  })

  test('reasons are said in many ways', () => {
    const reasons = ofKind(ordinary, managementOversight).flatMap(({ reasons: said }) => (typeof said === 'string' ? [said] : []))
    expect(new Set(reasons).size / reasons.length).toBeGreaterThan(0.75)
    expect(reasons.filter((said) => /[{}]|undefined|  |\.\./.test(said))).toEqual([])
  })

  test('one in a hundred is corrected, with a reason', () => {
    const corrected = records.filter(({ versions }) => versions.some(({ reason }) => reason !== undefined))
    expect(corrected.length / records.length).toBeGreaterThan(0.006)
    expect(corrected.length / records.length).toBeLessThan(0.02)
  })

  test('without problems the clocks are mostly met', () => {
    const all = plain.map(clockRecords)
    expect(shareInTime(caseSupervision, all)).toBeGreaterThan(0.85)
    expect(shareInTime(allocatedWithSteer, all)).toBeGreaterThan(0.8)
    for (const clock of reviewPointClocks) expect(shareInTime(clock, all), clock.id).toBeGreaterThan(0.72)
  })

  test('where supervision is missed, children wait to be discussed', () => {
    const share = (all: readonly Living[]): number => shareInTime(caseSupervision, all.map(clockRecords), '2015-02-01', '2016-08-31')
    expect(share(lives)).toBeLessThan(share(plain) - 0.1)
  })

  test('what is discussed in a worker’s supervision is discussed on a day on which it was held, and stands on the record that day', () => {
    const discussed = lives.flatMap((living) => {
      const written = new Set(
        ofKind(living.telling.records, managementOversight).map(({ occasion, recordedOn }) => `${String(occasion)} ${String(recordedOn)}`),
      )
      return discussedIn(living).flatMap(({ on, worker }) =>
        worker === null || on > '2018-11-30'
          ? []
          : [{ on, world: living.world, worker, child: living.child.number, stands: written.has(`supervision ${on}`) }],
      )
    })
    const held = ({ on, world, worker }: (typeof discussed)[number]): boolean => {
      const who = world.workforce.workers.find(({ id }) => id === worker)
      return who !== undefined && sessionsOf(world, who).some((session) => session.on === on)
    }
    expect(discussed.length).toBeGreaterThan(500)
    expect(discussed.every(held)).toBe(true)
    const [first] = discussed
    expect(discussedOver(lives)(first?.worker ?? '', first?.on ?? '')).toContain(first?.child)
    expect(shareOf(discussed, ({ stands }) => stands)).toBeGreaterThan(0.98)
  })
})

describe('audits', () => {
  // More children than a small district has: audits are few.
  const audited = (planted: boolean): readonly Told[] => {
    const world = worldWith(planted)
    const all = livesOf(world)
    const many = all.flatMap((living) =>
      Array.from({ length: 12 }, (_, place) => {
        const child = { ...living.child, number: `${living.child.number}${place}` }
        return livingOf(world, { ...living.course, child }, new Telling(world, child.number, child.number), living.held)
      }),
    )
    return told(many, tellAudits)
  }
  const [withProblems, without] = [audited(true), audited(false)]
  const completed = (all: readonly Told[], from: string, until: string) =>
    ofKind(all, caseAudit).filter(between('completedOn', from, until))

  test('every version passes the checks of its kind', () => expect(wrongOf([...withProblems, ...without])).toEqual([]))

  test('about eight a month of sixteen hundred children, by the principal social worker', () => {
    const all = ofKind(without, caseAudit)
    expect(all.length).toBeGreaterThan(200)
    expect(all.length).toBeLessThan(480)
    expect(new Set(all.map(({ auditor }) => auditor))).toEqual(new Set(['P104']))
  })

  test('in 2015–16 85 in 100 find less than good, and most lead to nothing', () => {
    const poor = ({ grade }: Readonly<Record<string, unknown>>): boolean => grade === 'R' || grade === 'I'
    const fruitless = ({ actionsDoneOn, grade }: Readonly<Record<string, unknown>>): boolean =>
      poor({ grade }) && actionsDoneOn === undefined
    const [bad, good] = [completed(withProblems, '2015-04-01', '2016-09-30'), completed(without, '2013-01-01', '2018-10-30')]
    expect(shareOf(bad, poor)).toBeGreaterThan(0.7)
    expect(shareOf(good, poor)).toBeLessThan(0.45)
    expect(shareOf(bad.filter(poor), fruitless)).toBeGreaterThan(0.4)
    expect(shareOf(good.filter(poor), fruitless)).toBeLessThan(0.15)
  })

  test('whether they are done, and what they ask for, falls due month after month', () => {
    const months = (facts: FactKind): number =>
      new Set(
        forClocks(without).flatMap((each) =>
          factsIn(facts, [record(person, { bornOn: '2008-01-01' }), each]).flatMap(({ on }) =>
            on >= '2014-01-01' && on < '2018-01-01' ? [on.slice(0, 7)] : [],
          ),
        ),
      ).size
    expect(months(auditsDue)).toBeGreaterThan(40)
    expect(months(auditActionsDue)).toBeGreaterThan(25)
  })

  test('without problems they are in time', () => {
    const subjects = forClocks(without).map((each) => [record(person, { bornOn: '2008-01-01' }), each])
    for (const clock of auditClocks) expect(shareInTime(clock, subjects), clock.id).toBeGreaterThan(0.78)
  })
})
