import { due, type Told as ClockTold } from '../../../test/support/clocks.ts'
import type { Clock } from '../../../src/engine/clocks/clock.ts'
import { checkedValues } from '../../../src/engine/records/checked-values.ts'
import { referral } from '../../../src/practice/front-door/records.ts'
import { periodOfCare } from '../../../src/practice/looked-after/records.ts'
import { person } from '../../../src/practice/person/records.ts'
import type { Child, Course, Family, NeedCourse } from '../course.ts'
import { addDays, addWorkingDays, workingDay, type Day } from '../days.ts'
import { livingOf, type Held, type Living } from '../living.ts'
import { noteChildren } from '../plan/family.ts'
import { Telling, type Told } from '../telling.ts'
import { sizes, worldOf, type World } from '../world.ts'
import { tellAssessment } from './assessment.ts'
import { tellCourt } from './court.ts'
import { tellNeed } from './need.ts'
import { tellProtection } from './protection.ts'

/**
 * Lives for the tests of what is told of children at home: families of two, planned by hand, in a world with problems and in one without.
 */

export interface Life {
  readonly course: Course
  readonly records: readonly Told[]
}

export const worldWith = (planted: boolean): World =>
  worldOf({ size: sizes.thurrock, seed: 1, from: '2013-01-01', to: '2018-12-31', planted }, 1)

/** A plan in need, protection, no more than an assessment, or protection and then care. */
function familyOf(world: World, place: number): readonly Course[] {
  const lot = world.chance('a family of the tests', String(place))
  const begins = workingDay(addDays('2013-02-01', lot.between(0, 2000)))
  const family: Family = {
    number: `F${place}`,
    mother: { number: `M${place}`, forename: 'Marcia', surname: 'Lomax', born: '1985-03-03' },
    homes: [{ from: '2000-01-01', house: '4', street: 'Lantern Lane', town: 'Saltings', postcode: 'ZZ1 1AA' }],
    children: [`${place}1`, `${place}2`],
  }
  const team = ['T31', 'T32', 'T33', 'T61'][place % 4] as string
  const started = addWorkingDays(begins, 1)
  const assessment = { team: place % 2 === 0 ? 'T21' : 'T22', startedOn: started, finishedOn: addWorkingDays(started, lot.between(25, 43)) }
  const need: NeedCourse = {
    together: `R${place}00`,
    receivedOn: begins,
    source: '2A',
    need: lot.pick(['N1', 'N5']),
    factors: lot.pick([['3B', '4B'], ['16A'], ['1B', '16A'], ['18A'], ['14A', '10A'], []]),
    assessment: { ...assessment, leadsTo: 'plan' },
    enquiry: null,
    protection: null,
    plans: [],
    proceedings: null,
    care: null,
    closedOn: addDays(begins, lot.between(420, 1100)),
    closure: 'RC7',
  }
  const discussed = addWorkingDays(begins, lot.between(1, 4))
  const heldOn = addWorkingDays(discussed, lot.between(9, 15))
  const enquiry = { discussedOn: discussed, completedOn: addWorkingDays(discussed, 8), substantiated: true }
  const protection = {
    from: heldOn,
    until: workingDay(addDays(heldOn, lot.between(120, 500))),
    category: lot.pick(['NEG', 'EMO', 'MUL'] as const),
    changed: null,
    earlier: 0,
    team,
  }
  const issuedOn = addWorkingDays(protection.until, 2)
  const needs: readonly NeedCourse[] = [
    [{ ...need, plans: [{ from: assessment.finishedOn, until: need.closedOn, team }] }],
    [
      {
        ...need,
        assessment: { ...assessment, leadsTo: 'protection' as const },
        enquiry,
        protection: { ...protection, ends: 'plan in need' as const, changed: { on: addDays(heldOn, 100), category: 'EMO' as const } },
        plans: [{ from: protection.until, until: addDays(protection.until, 150), team }],
        closedOn: addDays(protection.until, 150),
      },
    ],
    [
      {
        ...need,
        assessment: { ...assessment, leadsTo: 'closure' as const },
        enquiry: place % 48 < 16 ? { ...enquiry, substantiated: place % 2 === 0 } : null,
        closedOn: addWorkingDays(assessment.finishedOn, 3),
        closure: 'RC8',
      },
    ],
    [
      {
        ...need,
        assessment: { ...assessment, leadsTo: 'protection' as const },
        enquiry,
        protection: { ...protection, ends: 'care' as const },
        proceedings: {
          decidedOn: addDays(heldOn, 30),
          letterOn: addDays(heldOn, 37),
          issuedOn,
          finalOrderOn: workingDay(addDays(issuedOn, lot.between(120, 260))),
          outcome: lot.pick(['care order', 'placement order', 'special guardianship'] as const),
        },
        care: {
          from: protection.until,
          until: '2030-01-07',
          emergency: false,
          leaves: 'X1',
          placements: [],
          legal: [],
          adoption: null,
          guardianshipOn: null,
        },
        closedOn: '2030-01-07',
      },
    ],
  ][kindOf(place)] as readonly NeedCourse[]
  const courses = family.children.map((number, nth): Course => {
    const child: Child = {
      number,
      forename: nth === 0 ? 'Tilly' : 'Corey',
      surname: 'Lomax',
      sex: nth === 0 ? 'F' : 'M',
      ethnicity: 'WBRI',
      born: addDays(begins, -lot.between(900, 2200) - (1 - nth) * 1600),
      unaccompanied: null,
      disabled: place % 4 === 3 ? ['LD'] : [],
      educationPlan: false,
      bothDocuments: true,
      family,
    }
    return { child, needs, contacts: [], earlyHelp: [], leaving: null, privateFostering: null, missingEducation: null, homeEducation: null }
  })
  noteChildren(family, courses)
  return courses
}

/** What the rooms of children at home tell of a course, with what they need of others before them. */
export function lived(world: World, course: Course): Life {
  const { number } = course.child
  const telling = new Telling(world, number, number)
  const living = livingOf(world, course, telling, heldFor(world, course))
  for (const [place, need] of course.needs.entries()) tellBefore(living, need, place)
  for (const tell of [tellAssessment, tellProtection, tellNeed, tellCourt]) tell(living)
  return { course, records: telling.records }
}

function heldFor({ workforce }: World, { needs }: Course): readonly Held[] {
  return needs.flatMap((need) => {
    const first = need.assessment?.team ?? 'T21'
    const changes = need.assessment?.finishedOn ?? need.receivedOn
    const team = need.plans[0]?.team ?? need.protection?.team ?? first
    const stints = (id: string, from: Day, until: Day): readonly Held[] =>
      from < until ? workforce.holders(id, need.together, from, until).map((stint) => ({ ...stint, team: id, need })) : []
    return [...stints(first, need.receivedOn, changes), ...stints(team, changes, need.closedOn)]
  })
}

function tellBefore(living: Living, { receivedOn, closedOn, care }: NeedCourse, place: number): void {
  const writing = (on: Day) => ({ on, by: living.workerOn(on), prompt: true })
  const told = living.keep(`referral/${place}`, living.telling.tell(referral, { receivedOn }, writing(receivedOn)))
  living.telling.amend(told, referral, { closedOn }, writing(closedOn))
  if (care !== null) living.telling.tell(periodOfCare, { startedOn: care.from }, writing(care.from))
}

/** @param kinds of those `familyOf` makes: 0 a plan in need, 1 protection, 2 no more than an assessment, 3 protection and care */
export const livesOf = (world: World, families = 176, kinds: readonly number[] = [0, 1, 2, 3]): readonly Life[] =>
  Array.from({ length: families }, (_, place) => place)
    .filter((place) => kinds.includes(kindOf(place)))
    .flatMap((place) => familyOf(world, place).map((course) => lived(world, course)))

const kindOf = (place: number): number => Math.floor(place / 4) % 4

export const stands = ({ versions }: Told): boolean => versions.every(({ withdrawn }) => withdrawn === undefined)

/** A record as it stands after its last version. */
export const merged = ({ versions }: Told): Readonly<Record<string, unknown>> =>
  Object.assign({}, ...versions.map(({ values }) => values)) as Record<string, unknown>

/** The records of a table that were not struck out, as they stand. */
export const ofTable = (lives: readonly Life[], table: string): readonly Readonly<Record<string, unknown>>[] =>
  lives.flatMap(({ records }) => records.filter((each) => each.kind.table === table && stands(each)).map(merged))

export const shareOf = <T>(all: readonly T[], when: (one: T) => boolean): number => all.filter(when).length / all.length

/** Which share of what a clock asked for was done in time, of what is over and began on these days. */
export function inTime(lives: readonly Life[], clock: Clock, from: Day = '2013-01-01', until: Day = '2018-12-31'): number {
  const over = lives.flatMap(({ course, records }) => {
    const told = records
      .filter((each) => stands(each) && clock.reads.includes(each.kind))
      .map((each): ClockTold => ({ kind: each.kind, record: { ...blankOf(each), ...merged(each), id: each.id } }))
    const about = { kind: person, record: { id: course.child.number, bornOn: course.child.born } } as unknown as ClockTold
    return due(clock, [about, ...told], '2018-12-31').filter(
      ({ state, startedAt }) => startedAt >= from && startedAt < until && (state === 'met' || state === 'late' || state === 'overdue'),
    )
  })
  if (over.length < 12) throw new Error(`Only ${over.length} of ${clock.id} to judge by`)
  return shareOf(over, ({ state }) => state === 'met')
}

const blankOf = ({ kind }: Told): Record<string, null> => Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]))

/** What the checks of the kinds have against any version of what was told: nothing. */
export function wrongIn(lives: readonly Life[]): readonly string[] {
  const anyRecord = '00000000-0000-4000-8000-000000000000'
  const wrong = new Set<string>()
  for (const { kind, versions } of lives.flatMap(({ records }) => records)) {
    const values: Record<string, unknown> = {}
    for (const { at, values: said, withdrawn } of versions) {
      if (withdrawn !== undefined) continue
      for (const name in said) values[name] = kind.fields[name]?.type === 'reference' && said[name] ? anyRecord : said[name]
      for (const { says } of checkedValues(kind, values, { today: at.slice(0, 10) }).wrong) wrong.add(`${kind.table}: ${says}`)
    }
  }
  return [...wrong]
}
