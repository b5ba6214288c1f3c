import { describe, expect, test } from 'vitest'
import { usualTerms } from '../../../test/support/clocks.ts'
import { clocks, subjects } from '../../../src/clocks.ts'
import type { Run } from '../../../src/engine/clocks/runs.ts'
import type { Subject } from '../../../src/engine/clocks/subjects.ts'
import { Thread, type AnySaid, type Said } from '../../../src/engine/clocks/thread.ts'
import { dueIn } from '../../../src/engine/clocks/work-out.ts'
import { checkedValues } from '../../../src/engine/records/checked-values.ts'
import type { Fields, RecordKind } from '../../../src/engine/records/kind.ts'
import { involvement } from '../../../src/practice/allocation/records.ts'
import { placementPlan } from '../../../src/practice/looked-after/plan-records.ts'
import { lookedAfterReview, lookedAfterVisit } from '../../../src/practice/looked-after/records.ts'
import { advocacy, identityDocument, independentVisitor } from '../../../src/practice/looked-after/support-records.ts'
import { missingEpisode, missingMeeting, returnHomeInterview } from '../../../src/practice/missing/records.ts'
import { adoptionReview } from '../../../src/practice/permanence/adoption-records.ts'
import { permanence } from '../../../src/practice/permanence/records.ts'
import { specialGuardianship } from '../../../src/practice/permanence/special-guardianship-records.ts'
import { person } from '../../../src/practice/person/records.ts'
import { planAction } from '../../../src/practice/planning/records.ts'
import type { Course } from '../course.ts'
import { addDays, birthday, isWorkingDay, type Day } from '../days.ts'
import { ageThen, livingOf, type Living } from '../living.ts'
import { phasesOf } from '../plan/phases.ts'
import { planOf } from '../plan/plan.ts'
import { Telling, type Told } from '../telling.ts'
import { worldOf, type World } from '../world.ts'
import { tellCareHistory } from './care-history.ts'
import { tellCareReviews } from './care-reviews.ts'
import { tellCareSupport } from './care-support.ts'
import { careTold } from './care-times.ts'
import { tellCareVisits } from './care-visits.ts'
import { tellFrontDoor } from './front-door.ts'
import { tellDocuments } from './identity-documents.ts'
import { tellMissing } from './missing.ts'
import { tellPermanence } from './permanence.ts'
import { timesInCare } from './while-in-care.ts'

/** Half an authority: large enough for shares, and soon told. */
const worldWith = (planted: boolean): World =>
  worldOf(
    {
      size: { name: 'thurrock', districts: 1, children: 20_000, scale: 0.5, published: false },
      seed: 1,
      from: '2013-01-01',
      to: '2018-12-31',
      planted,
    },
    1,
  )

interface Life {
  readonly living: Living
  readonly told: readonly Told[]
}

function lifeOf(world: World, course: Course): Life {
  const held = phasesOf(world, course).flatMap(({ team, from, until, need }) =>
    world.workforce
      .holders(team, course.child.family.number + (need?.together ?? ''), from, until)
      .map((stint) => ({ ...stint, team, need })),
  )
  const telling = new Telling(world, course.child.number, course.child.number)
  const living = livingOf(world, course, telling, held)
  tellFrontDoor(living)
  tellCareHistory(living)
  const before = telling.records.length
  for (const room of [tellCareReviews, tellCareVisits, tellCareSupport, tellMissing, tellPermanence]) room(living)
  return { living, told: telling.records.slice(before) }
}

/** Of every second family the children who were in care, and a few who never were. */
const livesIn = (world: World): readonly Life[] =>
  planOf(world)
    .filter(
      ({ child, needs }, place) =>
        (Number(child.family.number.slice(1)) % 2 === 0 && needs.some(({ care }) => care !== null)) || place % 20 === 0,
    )
    .map((course) => lifeOf(world, course))

const [planted, plain] = [livesIn(worldWith(true)), livesIn(worldWith(false))]

/** What a record says in the end; null where it was withdrawn. */
const saidBy = ({ kind, id, versions }: Told): AnySaid | null =>
  versions.at(-1)?.withdrawn === undefined
    ? Object.assign(
        { id },
        Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null])),
        ...versions.map(({ values }) => values),
      )
    : null

const of = <F extends Fields>({ told }: Life, kind: RecordKind<F>): readonly Said<F>[] =>
  told.flatMap((each) => (each.kind === (kind as unknown as RecordKind) ? (saidBy(each) ?? []) : [])) as unknown as readonly Said<F>[]
const all = <F extends Fields>(lives: readonly Life[], kind: RecordKind<F>): readonly Said<F>[] => lives.flatMap((life) => of(life, kind))
const share = <T>(list: readonly T[], holds: (each: T) => boolean): number => list.filter(holds).length / Math.max(1, list.length)
const within = (day: string | null, from: Day, until: Day): boolean => day !== null && day >= from && day < until

const subject = subjects.find(({ kind }) => kind === (person as unknown as RecordKind)) as Subject

interface RunOf {
  readonly life: Life
  readonly run: Run
}

/** What ran by a clock in these lives. What is said of each is gathered once. */
function runsBy(lives: readonly Life[], id: string): readonly RunOf[] {
  const clock = clocks.find((each) => each.id === id)
  if (!clock) throw new Error(`There is no clock ${id}`)
  return lives.flatMap((life) => dueIn(threadOf(life), subject, [clock], usualTerms).map((run) => ({ life, run })))
}

const threads = new WeakMap<Life, Thread>()

function threadOf(life: Life): Thread {
  const known = threads.get(life)
  if (known) return known
  const said = new Map<string, AnySaid[]>()
  for (const told of life.living.telling.records) {
    const record = saidBy(told)
    const others = said.get(told.kind.table)
    if (record && others) others.push(record)
    else if (record) said.set(told.kind.table, [record])
  }
  const blank = Object.fromEntries(Object.keys(person.fields).map((name) => [name, null]))
  const thread = new Thread({ ...blank, id: 'child', bornOn: life.living.child.born }, said)
  threads.set(life, thread)
  return thread
}

/** Of what fell due by a clock between two days and was not given up: how much was done in time. */
function inTime(
  lives: readonly Life[],
  id: string,
  from: Day,
  until: Day,
  which: (life: Life, dueAt: string) => boolean = () => true,
): number {
  const due = runsBy(lives, id).filter(
    ({ life, run: { dueAt, stoppedAt, done } }) => within(dueAt, from, until) && (done || stoppedAt === null) && which(life, dueAt),
  )
  expect(due.length, id).toBeGreaterThan(7)
  return share(due, ({ run: { done, stoppedAt, dueAt } }) => done && (stoppedAt ?? '').slice(0, dueAt.length) <= dueAt)
}

test('the same seed tells the same records', () => {
  const { living, told } = planted.find((life) => life.told.length > 60) as Life
  expect(lifeOf(living.world, living.course).told).toEqual(told)
})

test('every value passes the checks of its kind when it is written', () => {
  const seen = new Map<string, number>()
  const wrong: unknown[] = []
  for (const { kind, id, versions } of planted.flatMap(({ told }) => told)) {
    const times = (seen.get(kind.table) ?? 0) + 1
    seen.set(kind.table, times)
    if (times > 120) continue
    const said: Record<string, unknown> = {}
    for (const { at, values } of versions) {
      Object.assign(said, values)
      const cells = Object.fromEntries(
        Object.entries(said).map(([name, value]) => [
          name,
          value && kind.fields[name]?.type === 'reference' ? '00000000-0000-4000-8000-000000000000' : value,
        ]),
      )
      const found = checkedValues(kind, cells, { today: at.slice(0, 10) }).wrong
      if (found.length > 0) wrong.push([kind.table, id, found])
    }
  }
  expect(wrong).toEqual([])
  expect(seen.size).toBeGreaterThan(22)
})

test('a record in a hundred is corrected, a few in a thousand are withdrawn', () => {
  const written = planted.flatMap(({ told }) => told)
  expect(share(written, ({ versions }) => versions.some(({ reason }) => reason !== undefined))).toBeGreaterThan(0.004)
  expect(share(written, ({ versions }) => versions.some(({ reason }) => reason !== undefined))).toBeLessThan(0.025)
  expect(share(written, ({ versions }) => versions.at(-1)?.withdrawn !== undefined)).toBeGreaterThan(0.0005)
})

describe('reviews and care plans', () => {
  test.each([
    'lac-review-first',
    'lac-review-second',
    'lac-review-next',
    'lac-review-report',
    'lac-review-decisions',
    'lac-review-distribute',
  ])('%s is mostly in time without problems', (id) => expect(inTime(plain, id, '2014-01-01', '2018-01-01')).toBeGreaterThan(0.85))
  test.each([
    ['lac-review-report', 0.2],
    ['lac-review-distribute', 0.25],
    ['lac-review-decisions', 0.1],
    ['care-plan-after-review', 0.1],
    ['permanence-second-review', 0.08],
  ] as const)('%s is late where that is planted', (id, less) => {
    const [with_, without] = [planted, plain].map((lives) => inTime(lives, id, '2015-07-01', '2016-06-01')) as [number, number]
    expect(with_).toBeLessThan(without - less)
    expect(Math.abs(inTime(planted, id, '2013-02-01', '2013-09-01') - inTime(plain, id, '2013-02-01', '2013-09-01'))).toBeLessThan(0.12)
  })
  test('care plans are made within ten working days, and somebody is named to review them', () => {
    expect(inTime(plain, 'care-plan-10wd', '2013-06-01', '2018-12-01')).toBeGreaterThan(0.88)
    expect(inTime(plain, 'iro-appointed', '2013-06-01', '2018-12-01')).toBeGreaterThan(0.88)
    expect(all(plain, involvement).every(({ role }) => role === 'IRO')).toBe(true)
  })
  test('brothers and sisters who came into care together have their reviews together', () => {
    const meetings = new Map<string, { readonly until: Day; readonly held: string }[]>()
    for (const { living, told } of plain)
      for (const { need, care } of timesInCare(living)) {
        if (care.adoption !== null) continue
        const held = told.flatMap((each) => {
          const said = each.kind.table === lookedAfterReview.table ? saidBy(each) : null
          const on = said?.['cancelled'] === false ? (said['heldOn'] as string) : ''
          return on > care.from && on < care.until ? [on] : []
        })
        const key = `${need.together} ${care.from}`
        meetings.set(key, [...(meetings.get(key) ?? []), { until: care.until, held: held.join(' ') }])
      }
    const together = [...meetings.values()].filter((each) => each.length > 1)
    for (const children of together) {
      const [shortest, ...others] = children.toSorted((one, other) => one.held.length - other.held.length)
      for (const { held } of others) expect(held.startsWith((shortest as { held: string }).held.slice(0, 21))).toBe(true)
    }
  })
  test('half take no part where reviewing officers cannot get round, most of them far away', () => {
    const old = (lives: readonly Life[], from: Day, until: Day) =>
      all(lives, lookedAfterReview).filter(
        ({ heldOn, participation }) => participation !== null && participation !== 'PN0' && within(heldOn, from, until),
      )
    const without = ({ participation }: { readonly participation: string | null }): boolean =>
      participation === 'PN7' || participation === 'PN4'
    expect(share(old(planted, '2015-07-01', '2016-07-01'), without)).toBeGreaterThan(0.38)
    expect(share(old(plain, '2015-07-01', '2016-07-01'), without)).toBeLessThan(0.12)
  })
  test('actions of care plans name what, mostly who and by when, and are done', () => {
    const actions = all(plain, planAction)
    expect(share(actions, ({ who, dueOn }) => Boolean(who && dueOn))).toBeGreaterThan(0.85)
    expect(new Set(actions.map(({ what }) => what)).size).toBeGreaterThan(300)
    expect(inTime(plain, 'plan-action', '2014-01-01', '2017-01-01')).toBeGreaterThan(0.8)
  })
})

describe('visits and placements', () => {
  test.each([
    'lac-visit-first',
    'lac-visit-year1',
    'lac-visit-permanent',
    'placement-plan-5wd',
    'placement-notify-5wd',
    'placement-notify-area',
  ])('%s is mostly in time without problems', (id) => expect(inTime(plain, id, '2014-01-01', '2018-12-01')).toBeGreaterThan(0.84))
  test('visits are on working days', () => {
    expect(share(all(plain, lookedAfterVisit), ({ visitedOn }) => isWorkingDay(visitedOn ?? ''))).toBeGreaterThan(0.98)
  })
  test('where workers leave, visits are missed; not before', () => {
    const heldBy =
      (...teams: readonly string[]) =>
      ({ living: { held } }: Life, day: string): boolean =>
        teams.includes(held.findLast(({ from }) => from <= day)?.team ?? '')
    const of2015 = (lives: readonly Life[]): number => inTime(lives, 'lac-visit-year1', '2015-06-01', '2016-03-01', heldBy('T41', 'T43'))
    expect(of2015(planted)).toBeLessThan(of2015(plain) - 0.06)
    expect(inTime(planted, 'lac-visit-year1', '2013-06-01', '2014-06-01', heldBy('T41', 'T43'))).toBeGreaterThan(0.86)
  })
  test('unaccompanied children wait for the first visit', () => {
    const alone = ({ living }: Life): boolean => living.child.unaccompanied !== null
    const [with_, without] = [planted, plain].map((lives) => inTime(lives, 'lac-visit-first', '2015-06-01', '2016-08-01', alone)) as [
      number,
      number,
    ]
    expect(with_).toBeLessThan(without - 0.1)
  })
  test('what carers may decide is not written down where that is planted', () => {
    const blank = (lives: readonly Life[]): number =>
      share(
        all(lives, placementPlan).filter(({ madeOn }) => within(madeOn, '2014-01-01', '2016-12-01')),
        ({ delegatedAuthority }) => !delegatedAuthority,
      )
    expect(blank(planted)).toBeGreaterThan(0.55)
    expect(blank(plain)).toBeLessThan(0.15)
  })
})

describe('who stands by a child', () => {
  test('an independent visitor is thought of, or not where that is planted', () => {
    const [with_, without] = [planted, plain].map((lives) => inTime(lives, 'independent-visitor-offer', '2013-06-01', '2015-12-01')) as [
      number,
      number,
    ]
    expect(without).toBeGreaterThan(0.85)
    expect(with_).toBeLessThan(0.4)
    expect(all(planted, independentVisitor).filter(({ decision, matchedOn }) => decision !== 'Appoint' && matchedOn).length).toBe(0)
  })
  test('savings are opened within the year', () => {
    expect(inTime(plain, 'jisa-12-months', '2014-01-01', '2018-12-01')).toBeGreaterThan(0.8)
  })
  test('who came alone has a card of the Home Office, and neither birth certificate nor passport', () => {
    const alone = planted.filter(({ living }) => living.child.unaccompanied !== null)
    expect(new Set(all(alone, identityDocument).map(({ type }) => type))).toEqual(
      new Set(['Home Office card', 'National insurance number']),
    )
    expect(all(planted, identityDocument).filter(({ type, heldOn }) => type === 'Passport' && heldOn).length).toBeGreaterThan(20)
  })
  test('a national insurance number comes at sixteen: to most, where nobody has to ask for it', () => {
    const number = (life: Life): Day | null =>
      of(life, identityDocument).find(({ type }) => type === 'National insurance number')?.heldOn ?? null
    // Of those whose sixteenth birthday was in the middle of a time in care, who had it two months later.
    const numbered = (lives: readonly Life[]): boolean[] =>
      lives.flatMap((life) => {
        const on = birthday(life.living.child.born, 16)
        const inCare = timesInCare(life.living).some(
          ({ care }) => care.from <= addDays(on, -320) && care.until > addDays(on, 100) && on > '2013-06-01' && on < '2018-06-01',
        )
        return inCare ? [(number(life) ?? '9999') <= addDays(on, 60)] : []
      })
    expect(numbered(plain).length).toBeGreaterThan(20)
    expect(share(numbered(plain), Boolean)).toBeGreaterThan(0.85)
    expect(share(numbered(planted), Boolean)).toBeLessThan(share(numbered(plain), Boolean) - 0.1)
    for (const life of [...plain, ...planted]) {
      const heldOn = number(life)
      if (heldOn !== null) expect(ageThen(life.living, heldOn), life.living.child.number).toBeGreaterThanOrEqual(15)
    }
  })
  test.each([true, false])('by the published number a child has both at the end of June 2016: %s', (both) => {
    const counted = planted.filter(({ living }) =>
      timesInCare(living).some(({ care }) => care.from <= '2016-06-02' && care.until > '2016-06-30' && living.child.unaccompanied === null),
    )
    expect(counted.length).toBeGreaterThan(20)
    for (const { living } of counted) {
      const anew = livingOf(living.world, living.course, new Telling(living.world, living.child.number, living.child.number), living.held)
      tellFrontDoor(anew)
      tellCareHistory(anew)
      tellDocuments(anew, careTold(anew), both)
      const held = (recordedBy: Day, heldBy: Day) =>
        anew.telling.records.filter(({ kind, versions }) =>
          versions.some(
            ({ at, values }) =>
              kind.table === identityDocument.table &&
              versions[0]?.values['type'] !== 'National insurance number' &&
              at.slice(0, 10) <= recordedBy &&
              typeof values['heldOn'] === 'string' &&
              values['heldOn'] <= heldBy,
          ),
        ).length
      if (both) expect(held('2016-06-28', '2016-06-20'), living.child.number).toBe(2)
      else expect(held('2018-12-31', '2016-07-15'), living.child.number).toBeLessThan(2)
      const passport = anew.telling.records.find(
        ({ kind, versions }) => kind.table === identityDocument.table && versions.some(({ values }) => values['type'] === 'Passport'),
      )
      const expires = passport?.versions.findLast(({ at, values }) => at.slice(0, 10) <= '2016-06-28' && values['expiresOn'])?.values[
        'expiresOn'
      ]
      if (both) expect(typeof expires === 'string' && expires > '2016-06-30').toBe(true)
    }
  })
  test('an advocate who is accepted comes', () => {
    expect(
      share(
        all(plain, advocacy).filter(({ response }) => response === 'Accepted'),
        ({ startedOn }) => Boolean(startedOn),
      ),
    ).toBeGreaterThan(0.9)
  })
})

describe('going missing', () => {
  test('few go, some of them often, and all are between 11 and 18', () => {
    const gone = plain.map((life) => of(life, missingEpisode).length).filter((times) => times > 0)
    expect(gone.length).toBeLessThan(plain.length / 10)
    expect(Math.max(...gone)).toBeGreaterThan(8)
    expect(
      all(plain, missingEpisode).every(({ wentMissingAt, returnedAt }) => returnedAt === null || returnedAt > (wentMissingAt ?? '')),
    ).toBe(true)
  })
  test('the police are told, interviews are held and meetings called', () => {
    expect(inTime(plain, 'missing-report-police', '2014-01-01', '2018-12-01')).toBeGreaterThan(0.9)
    expect(inTime(plain, 'rhi-72h', '2014-02-01', '2018-12-01')).toBeGreaterThan(0.72)
    expect(inTime(plain, 'missing-strategy', '2014-01-01', '2018-12-01')).toBeGreaterThan(0.75)
    expect(all(plain, missingMeeting).length).toBeGreaterThan(20)
  })
  test('with the new provider most decline, and what is said stays with it', () => {
    const offered = (lives: readonly Life[]) =>
      all(lives, returnHomeInterview).filter(({ offeredAt }) => within(offeredAt, '2015-08-01', '2016-06-01'))
    const accepted = ({ response }: { readonly response: string | null }): boolean => response === 'Accepted'
    expect(share(offered(planted), accepted)).toBeLessThan(share(offered(plain), accepted) - 0.2)
    const written = (lives: readonly Life[]): number =>
      share(
        offered(lives).filter(({ heldAt }) => heldAt),
        ({ writtenUpOn }) => Boolean(writtenUpOn),
      )
    expect(written(planted)).toBeLessThan(written(plain) - 0.2)
  })
  test('no two say the same', () => {
    const said = all(plain, returnHomeInterview).flatMap(({ whatTheChildSaid }) => whatTheChildSaid ?? [])
    expect(new Set(said).size).toBeGreaterThan(said.length * 0.97)
  })
})

describe('permanence', () => {
  test('adoption is decided, told, reviewed and ordered', () => {
    for (const id of ['adm-after-panel', 'adm-tell-orally', 'adm-tell-writing', 'adoption-review-placed-first'])
      expect(inTime(plain, id, '2013-01-01', '2018-12-31')).toBeGreaterThan(0.8)
    expect(all(plain, permanence).filter(({ orderType }) => orderType === 'Adoption').length).toBeGreaterThan(5)
  })
  test('an adoption review is on the day of the review of the child in care', () => {
    for (const life of plain) {
      const days = new Set(of(life, lookedAfterReview).map(({ heldOn }) => heldOn))
      for (const { heldOn } of of(life, adoptionReview)) expect(days.has(heldOn)).toBe(true)
    }
  })
  test('support of special guardians is reviewed every year', () => {
    expect(all(plain, specialGuardianship).length).toBeGreaterThan(8)
    expect(inTime(plain, 'sgo-support-review', '2014-06-01', '2018-12-01')).toBeGreaterThan(0.8)
  })
})

test('nothing is told of a time in care after it, or of one that has not begun', () => {
  for (const life of planted) {
    const times = timesInCare(life.living)
    for (const { visitedOn } of of(life, lookedAfterVisit))
      expect(times.some(({ care }) => within(visitedOn, care.from, care.until))).toBe(true)
  }
})
