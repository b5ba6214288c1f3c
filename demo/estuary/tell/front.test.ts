import { describe, expect, test } from 'vitest'
import { due as dueBy, type Told as ClockTold } from '../../../test/support/clocks.ts'
import { checkedValues } from '../../../src/engine/records/checked-values.ts'
import type { Clock } from '../../../src/engine/clocks/clock.ts'
import { earlyHelpAssessment, teamAroundFamilyReviews } from '../../../src/practice/early-help/clocks.ts'
import {
  firstHomeEducationContact,
  missingEducationEnquiry,
  yearlyHomeEducationContact,
} from '../../../src/practice/education/schooling-clocks.ts'
import { contactScreening, referralAcknowledged, referralDecision } from '../../../src/practice/front-door/clocks.ts'
import { person } from '../../../src/practice/person/records.ts'
import { privateFosteringClocks } from '../../../src/practice/private-fostering/clocks.ts'
import { protocolClocks } from '../../../src/practice/protection/protocol-clocks.ts'
import type { Child, ContactCourse, Course, EarlyHelpCourse, Family, NeedCourse, Stretch } from '../course.ts'
import { addDays, addWorkingDays, workingDay, type Day } from '../days.ts'
import { livingOf } from '../living.ts'
import { Telling, type Told } from '../telling.ts'
import { planOf } from '../plan/plan.ts'
import { sizes, worldOf, type World } from '../world.ts'
import { tellEarlyHelp } from './early-help.ts'
import { tellFrontDoor } from './front-door.ts'
import { knownFrom } from './known-from.ts'
import { tellOutOfSchool } from './out-of-school.ts'
import { tellPrivateFostering } from './private-fostering.ts'

const worldWith = (planted: boolean): World => worldOf({ size: sizes.thurrock, seed: 1, from: '2013-01-01', to: '2018-12-31', planted }, 1)
const [planted, plain] = [worldWith(true), worldWith(false)]

/** Two children of a family, with all that these rooms tell of them. */
function familyOf(world: World, place: number): readonly Course[] {
  const lot = world.chance('test', String(place))
  const begins = workingDay(addDays('2013-02-01', lot.between(0, 1900)))
  const family: Family = {
    number: `F${place}`,
    mother: { number: `M${place}`, forename: 'Marcia', surname: 'Lomax', born: '1985-03-03' },
    homes: [{ from: '2000-01-01', house: '4', street: 'Lantern Lane', town: lot.pick(['Saltings', 'Teal Point']), postcode: 'ZZ1 1AA' }],
    children: [`${place}1`, `${place}2`],
  }
  const need = (receivedOn: Day, number: number, more: Partial<NeedCourse>): NeedCourse => ({
    together: `R${place}${number}`,
    receivedOn,
    source: lot.pick(['6', '2A', '1A', '9', '3E', '3B']),
    need: lot.pick(['N1', 'N4', 'N5']),
    factors: lot.pick([['3B'], ['16A'], ['4B'], ['3A'], ['22A'], ['1B'], [], []]),
    assessment: null,
    enquiry: null,
    protection: null,
    plans: [],
    proceedings: null,
    care: null,
    closedOn: addWorkingDays(receivedOn, 2),
    closure: 'RC8',
    ...more,
  })
  const steppedDown = place % 2 === 0
  const help: EarlyHelpCourse = {
    from: addDays(begins, 100),
    until: addDays(begins, 100 + lot.between(60, 420)),
    reason: 'Routines and school attendance',
    steppedDown,
    ended: lot.pick(['needs met', 'needs met', 'stepped up', 'family withdrew'] as const),
  }
  const assessed = addWorkingDays(begins, 40)
  const needs = [
    need(begins, 1, {
      assessment: { team: 'T21', startedOn: addWorkingDays(begins, 1), finishedOn: assessed, leadsTo: 'early help' },
      ...(place % 5 === 0
        ? { enquiry: { discussedOn: addWorkingDays(begins, 1), completedOn: addWorkingDays(begins, 8), substantiated: false } }
        : {}),
      closedOn: addDays(begins, 95),
      closure: steppedDown ? 'RC9' : 'RC8',
    }),
    need(addDays(begins, 700 + (place % 7)), 2, {}),
  ]
  const contacts = Array.from({ length: 4 }, (_, nth): ContactCourse => ({
    on: nth === 3 ? addDays(begins, 120 + place) : workingDay(addDays(begins, 130 + nth * 61 + place)),
    source: lot.pick(['6', '2A', '1A', '3A', '8']),
    outcome: lot.pick(['advice', 'early help', 'no further action']),
  }))
  const stretch = (from: Day, least: number, most: number): Stretch => ({ from, until: addDays(from, lot.between(least, most)) })
  const [fostered, missing, home] = [stretch(begins, 60, 900), stretch(addDays(begins, 30), 5, 150), stretch(addDays(begins, 30), 90, 1200)]
  return family.children.map((number, nth): Course => {
    const child: Child = {
      number,
      forename: nth === 0 ? 'Tilly' : 'Corey',
      surname: 'Lomax',
      sex: nth === 0 ? 'F' : 'M',
      ethnicity: 'WBRI',
      born: addDays('2003-05-01', place * 3 - nth * 500),
      unaccompanied: null,
      disabled: [],
      educationPlan: false,
      bothDocuments: true,
      family,
    }
    return {
      child,
      contacts,
      needs,
      earlyHelp: [help],
      leaving: null,
      privateFostering: place % 3 === 0 ? fostered : null,
      missingEducation: place % 3 === 1 ? missing : null,
      homeEducation: place % 3 === 2 ? home : null,
    }
  })
}

interface Life {
  readonly course: Course
  readonly records: readonly Told[]
}

function lived(world: World, course: Course): Life {
  const { number } = course.child
  const telling = new Telling(world, number, number)
  const held = course.needs.flatMap((need) =>
    world.workforce
      .holders(world.workforce.teamFor('assessment', need.together).id, need.together, need.receivedOn, need.closedOn)
      .map((stint) => ({ ...stint, team: 'T21', need })),
  )
  const living = livingOf(world, course, telling, held)
  for (const tell of [tellFrontDoor, tellEarlyHelp, tellPrivateFostering, tellOutOfSchool]) tell(living)
  for (const place of course.needs.keys())
    expect([living.kept(`contact/${place}`).kind.table, living.kept(`referral/${place}`).kind.table]).toEqual(['contact', 'referral'])
  return { course, records: telling.records }
}

const livesOf = (world: World, families = 210): readonly Life[] =>
  Array.from({ length: families }, (_, place) => place).flatMap((place) => familyOf(world, place).map((course) => lived(world, course)))
const [lives, livesPlain] = [livesOf(planted), livesOf(plain)]

const merged = ({ versions }: Told): Record<string, unknown> => Object.assign({}, ...versions.map(({ values }) => values))
const stands = ({ versions }: Told): boolean => versions.every(({ withdrawn }) => withdrawn === undefined)
const ofKind = (all: readonly Life[], table: string): readonly Told[] =>
  all.flatMap(({ records }) => records.filter((each) => each.kind.table === table && stands(each)))
const shareOf = <T>(all: readonly T[], when: (one: T) => boolean): number => all.filter(when).length / all.length

/** Which share of what was due by a clock was in time, of what is over. */
function inTime(all: readonly Life[], clock: Clock): number {
  const states = all.flatMap(({ course, records }): (string | null)[] => {
    const told = records
      .filter((each) => stands(each) && clock.reads.includes(each.kind))
      .map((each): ClockTold => ({ kind: each.kind, record: { ...blankOf(each), ...merged(each), id: each.id } }))
    const about = { kind: person, record: { id: course.child.number, bornOn: course.child.born } } as unknown as ClockTold
    return dueBy(clock, [about, ...told], '2018-12-31').map(({ state }) => state)
  })
  const over = states.filter((state) => state === 'met' || state === 'late' || state === 'overdue')
  expect(over.length, clock.id).toBeGreaterThan(20)
  return shareOf(over, (state) => state === 'met')
}

const blankOf = ({ kind }: Told): Record<string, null> => Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]))

describe('what is told', () => {
  test('the same seed tells the same', () => {
    expect(livesOf(worldWith(true), 20)).toEqual(lives.slice(0, 40))
  })

  test('everything passes the checks of its kind, as first written and as it stands', () => {
    const anyId = '00000000-0000-4000-8000-000000000000'
    const wrong = lives.flatMap(({ records }) =>
      records.flatMap(({ kind, versions }) => {
        const values: Record<string, unknown> = {}
        return versions.flatMap(({ at, values: said }) => {
          for (const name in said) values[name] = kind.fields[name]?.type === 'reference' && said[name] ? anyId : said[name]
          return checkedValues(kind, values, { today: at.slice(0, 10) }).wrong.map(({ says }) => `${kind.table}: ${says}`)
        })
      }),
    )
    expect([...new Set(wrong)]).toEqual([])
  })

  test('nothing is told before the child was known', () => {
    for (const { course, records } of lives) {
      const first = knownFrom(planted, course)
      expect(records.every(({ versions }) => (versions[0]?.at ?? '') >= first)).toBe(true)
    }
  })

  test('versions follow one another, and nothing is written after the last day', () => {
    for (const { versions } of lives.flatMap(({ records }) => records)) {
      const written = versions.map(({ at }) => at)
      expect(written).toEqual([...written].sort())
      expect((written.at(-1) ?? '') <= '2018-12-31 24').toBe(true)
    }
  })
})

test('all courses of a planned district can be told, and each referral is there', () => {
  const small = worldOf({ size: sizes.small, seed: 3, from: '2015-09-01', to: '2016-08-31', planted: true }, 1)
  const all = planOf(small).map((course) => lived(small, course))
  const received = all.flatMap(({ course }) => course.needs).filter(({ receivedOn }) => receivedOn < '2016-08-27')
  expect(received.length).toBeGreaterThan(100)
  expect(
    ofKind(all, 'referral')
      .map(merged)
      .filter(({ receivedOn }) => String(receivedOn) < '2016-08-27').length,
  ).toBe(received.length)
})

describe('the front door', () => {
  test('96 in 100 contacts are decided within 24 hours', () => {
    const hours = ofKind(lives, 'contact')
      .map(merged)
      .map(({ receivedAt, decidedAt }) => (Date.parse(`${String(decidedAt)}Z`) - Date.parse(`${String(receivedAt)}Z`)) / 3_600_000)
      .filter((each) => !Number.isNaN(each))
    expect(Math.min(...hours)).toBeGreaterThan(0)
    expect(shareOf(hours, (each) => each <= 24)).toBeGreaterThan(0.94)
    expect(shareOf(hours, (each) => each <= 24)).toBeLessThan(0.98)
  })

  test.each([
    [contactScreening, 0.93],
    [referralDecision, 0.9],
    [referralAcknowledged, 0.82],
  ])('most is decided and answered in time: %#', (clock, least) => {
    expect(inTime(lives, clock)).toBeGreaterThan(least)
    expect(inTime(lives, clock)).toBeLessThan(0.995)
  })

  test('a referral is written when it comes and when it closes, and what led to nothing says so', () => {
    for (const { course, records } of lives) {
      const referrals = records.filter(({ kind }) => kind.table === 'referral')
      for (const [place, told] of referrals.entries()) {
        const need = course.needs[place] as NeedCourse
        const { receivedOn, closedOn, noFurtherAction } = merged(told)
        expect(receivedOn).toBe(need.receivedOn)
        expect(told.versions[0]?.at.slice(0, 10)).toSatisfy((at: string) => at >= need.receivedOn && at <= workingDay(need.receivedOn))
        if (closedOn === undefined) continue
        expect(closedOn).toBe(need.closedOn)
        const at = told.versions.find(({ values }) => 'closedOn' in values)?.at.slice(0, 10) as string
        expect(at >= need.closedOn && at <= workingDay(need.closedOn)).toBe(true)
        expect(noFurtherAction).toBe(need.assessment === null)
      }
    }
  })

  test('brothers and sisters are referred, and decided on, at one moment', () => {
    for (let place = 0; place < lives.length; place += 2) {
      const [one, other] = [lives[place], lives[place + 1]].map((each) =>
        ofKind([each as Life], 'contact')
          .map(merged)
          .map(({ receivedAt, decidedAt, decidedBy }) => [receivedAt, decidedAt, decidedBy]),
      )
      expect(one).toEqual(other)
    }
  })

  test('referrals by protocol are few, and made in time', () => {
    const told = ofKind(lives, 'protocol_referral')
    const needs = lives.flatMap(({ course }) => course.needs).length
    expect(told.length / needs).toBeGreaterThan(0.01)
    expect(told.length / needs).toBeLessThan(0.2)
    expect(inTime(lives, protocolClocks[0] as Clock)).toBeGreaterThan(0.8)
  })
})

describe('early help', () => {
  const steppedDown = (from: Day, until: Day) => (all: readonly Life[]) =>
    all.filter(({ course }) =>
      course.earlyHelp.some((help) => help.steppedDown && help.from >= from && help.from < until && addDays(help.from, 200) < help.until),
    )
  const notReviewed = (all: readonly Life[]): number =>
    shareOf(all, ({ records }) => !records.some(({ kind }) => kind.table === 'team_around_family_review'))

  test('without a planted problem assessments and reviews are mostly in time', () => {
    expect(inTime(livesPlain, earlyHelpAssessment)).toBeGreaterThan(0.85)
    expect(inTime(livesPlain, teamAroundFamilyReviews)).toBeGreaterThan(0.85)
    expect(notReviewed(steppedDown('2013-01-01', '2018-12-31')(livesPlain))).toBeLessThan(0.05)
  })

  test('nobody reviews many of those stepped down in 2015 and 2016, and no others', () => {
    expect(notReviewed(steppedDown('2015-03-01', '2016-11-30')(lives))).toBeGreaterThan(0.2)
    expect(notReviewed(steppedDown('2013-01-01', '2014-08-31')(lives))).toBeLessThan(0.05)
    const others = lives.filter(({ course }) =>
      course.earlyHelp.some((help) => !help.steppedDown && addDays(help.from, 200) < help.until && help.until < '2018-12-01'),
    )
    expect(notReviewed(others)).toBeLessThan(0.05)
  })

  test('brothers and sisters have their meetings together, and each something of their own', () => {
    const texts = new Set<unknown>()
    for (let place = 0; place < lives.length; place += 2) {
      const [one, other] = [lives[place], lives[place + 1]].map((each) => ofKind([each as Life], 'team_around_family_review').map(merged))
      // Near the last day, one may be written before it and the other not.
      const [days, theirs] = [one, other].map((each) => each?.map(({ heldOn }) => String(heldOn)).filter((day) => day < '2018-10-01'))
      expect(days).toEqual(theirs)
      for (const { agreed } of [...(one ?? []), ...(other ?? [])]) texts.add(agreed)
    }
    expect(texts.size).toBeGreaterThan(0.8 * ofKind(lives, 'team_around_family_review').length)
  })
})

describe('private fostering and children out of school', () => {
  test.each(privateFosteringClocks.map((clock) => [clock.id, clock] as const))('%s is mostly met', (_, clock) => {
    expect(inTime(lives, clock)).toBeGreaterThan(0.7)
  })

  test.each([missingEducationEnquiry, firstHomeEducationContact, yearlyHomeEducationContact].map((clock) => [clock.id, clock] as const))(
    '%s is mostly met',
    (_, clock) => {
      expect(inTime(lives, clock)).toBeGreaterThan(0.8)
      expect(inTime(lives, clock)).toBeLessThan(0.99)
    },
  )

  test.each([
    ['private_fostering', 'privateFostering', 'startedOn', 'endedOn'],
    ['missing_education', 'missingEducation', 'noticedOn', 'closedOn'],
    ['home_education', 'homeEducation', 'noticedOn', 'endedOn'],
  ] as const)('%s begins and ends as it was planned, and is written then', (table, name, from, until) => {
    for (const { course, records } of lives) {
      for (const told of records.filter(({ kind }) => kind.table === table)) {
        const planned = course[name] as Stretch
        const [begun, ended] = [from, until].map((field) => told.versions.find(({ values }) => field in values)) as [
          Told['versions'][number] | undefined,
          Told['versions'][number] | undefined,
        ]
        expect(begun?.values[from]).toBe(planned.from)
        expect((begun?.at ?? '').slice(0, 10) <= workingDay(planned.from)).toBe(true)
        if (planned.until > '2018-12-28') continue
        expect(ended?.values[until]).toBe(planned.until)
        expect((ended?.at ?? '').slice(0, 10) <= workingDay(planned.until)).toBe(true)
      }
    }
  })
})
