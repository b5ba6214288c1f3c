import { addSchoolDays, isSchoolDay } from '../../../src/engine/clocks/school-terms.ts'
import { schoolPlace } from '../../../src/practice/education/schooling-records.ts'
import { compulsorySchoolAge } from '../../../src/practice/education/school-age.ts'
import type { Chance } from '../chance.ts'
import type { CareCourse, PlacementCourse } from '../course.ts'
import { addDays, addWorkingDays, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import { schoolTerms } from './school-terms.ts'
import { ownSchool, phaseOf, schoolFor, yearOfSchool, type School } from './schools.ts'
import { composedFor, factsOn, type Suited } from './suited-words.ts'
import { careOn, placementOn, tellDated, timesInCare, virtualSchoolOn, type TimeInCare } from './while-in-care.ts'

/** Where a child goes to school on a day; null where nowhere. */
export type SchoolOn = (day: Day) => School | null

/** A time at schools near one home: when the child changes phase, the school changes and the time goes on. */
interface Around {
  readonly from: Day
  readonly outside: boolean
  /** What the schools are chosen by: children of one family, or of one placement, go to the same. */
  readonly by: string
}

/** A school place that was needed after a move. */
interface Sought {
  readonly on: Day
  readonly because: 'emergency' | 'planned' | 'arrived'
  readonly startedOn: Day
  readonly placement: PlacementCourse
}

/** The day on which so many school days have gone by; working days where the terms of so long ago are not known. */
export const afterSchoolDays = (day: Day, days: number): Day =>
  day < '2012-09-04' ? addWorkingDays(day, days) : addSchoolDays(day, days, schoolTerms)

/** That day if schools are open, else the next on which they are. */
const openOn = (day: Day): Day =>
  day >= '2012-09-04' && isSchoolDay(day, schoolTerms) ? day : day < '2012-09-04' ? workingDay(day) : afterSchoolDays(day, 1)

/**
 * Where a child in care goes to school, move by move; and tells the school places sought after moves (Promoting the education of looked-after
 * children: within 20 school days where a placement changed in an emergency).
 * @returns the school on each day of the time in care
 */
export function tellSchooling(living: Living, { care }: TimeInCare): SchoolOn {
  const { around, sought } = schoolingOf(living, care)
  for (const [place, each] of sought.entries()) tellSought(living, care, each, sought[place + 1]?.on ?? care.until, around.schoolOn)
  const gaps = sought.filter(({ on, startedOn }) => startedOn > on)
  return (day) => (gaps.some(({ on, startedOn }) => on <= day && day < startedOn) ? null : around.schoolOn(day))
}

/** The school that a child living at home goes to. */
export const schoolAtHome =
  (living: Living): SchoolOn =>
  (day) =>
    schoolIn(living, { from: '', outside: false, by: living.child.family.number }, day)

/** Where a child goes to school on a day, in care or at home. */
export function schoolOf(living: Living, day: Day): School | null {
  const time = careOn(timesInCare(living), day)
  if (!time) return schoolAtHome(living)(day)
  const known = inCare.get(time.care) ?? schoolingOf(living, time.care)
  inCare.set(time.care, known)
  return known.sought.some(({ on, startedOn }) => on <= day && day < startedOn) ? null : known.around.schoolOn(day)
}

const inCare = new WeakMap<CareCourse, ReturnType<typeof schoolingOf>>()

function schoolingOf(
  living: Living,
  care: CareCourse,
): { readonly around: { readonly schoolOn: SchoolOn }; readonly sought: readonly Sought[] } {
  const { child } = living
  const age = compulsorySchoolAge(child.born)
  const ofSchoolAge = (day: Day): boolean => day >= age.from && day < age.until
  const all: Around[] = child.unaccompanied ? [] : [{ from: '', outside: false, by: child.family.number }]
  const sought: Sought[] = []
  for (const [nth, placement] of care.placements.entries()) {
    const lot = living.chance('school', placement.from)
    const [moves, days] = [lot.next(), startsAfter(lot)]
    const before = all.at(-1)
    if (before && moves >= changes(before, placement, care.placements[nth - 1], yearOfSchool(child.born, placement.from))) continue
    all.push({ from: placement.from, outside: placement.outsideArea, by: placement.place })
    if (!ofSchoolAge(placement.from)) continue
    const because = !before ? 'arrived' : isEmergency(care, nth) ? 'emergency' : 'planned'
    const startedOn =
      because === 'planned'
        ? openOn(addDays(placement.from, days.planned))
        : afterSchoolDays(placement.from, because === 'arrived' ? days.emergency + 2 : days.emergency)
    sought.push({ on: placement.from, because, startedOn, placement })
  }
  const schoolOn: SchoolOn = (day) => {
    const there = placementOn(care, day)
    if (there?.kind === 'residential school' || there?.kind === 'secure home') return ownSchool(there.kind, there.place, there.outsideArea)
    const around = all.findLast(({ from }) => from <= day)
    return around && there?.kind !== 'custody' ? schoolIn(living, around, day) : null
  }
  return { around: { schoolOn }, sought }
}

const startsAfter = (lot: Chance): { readonly planned: number; readonly emergency: number } => ({
  planned: lot.between(0, 3),
  emergency: lot.happens(0.12) ? lot.between(21, 50) : lot.between(2, 16),
})

/** How likely a move changes the school: children placed elsewhere mostly go to school there; in years 10 and 11 it is avoided. */
function changes(
  before: Around,
  { outsideArea, miles, place, kind }: PlacementCourse,
  last: PlacementCourse | undefined,
  year: number,
): number {
  if (last?.place === place || kind === 'parents') return 0
  const share = outsideArea ? (before.outside ? 0.5 : miles >= 4 ? 0.96 : 0.8) : before.outside ? 0.65 : 0.15
  return year === 10 || year === 11 ? share * 0.85 : share
}

/** Whether a child came to a placement in an emergency: by how they came into care, or why the one before ended. */
const isEmergency = (care: CareCourse, nth: number): boolean =>
  nth === 0 ? care.emergency : !['CARPL', 'PLACE', 'LAREQ', ''].includes(care.placements[nth - 1]?.endReason ?? '')

function schoolIn({ child, world, chance }: Living, { outside, by }: Around, day: Day): School | null {
  const year = yearOfSchool(child.born, day)
  const phase = phaseOf(year)
  if (year < -2 || (phase === 'early years' && year < -1 && !chance('nursery').happens(0.6))) return null
  if (child.educationPlan && phase !== 'early years' && chance('special school').happens(0.5))
    return schoolFor(world.chance(by, 'special school', outside ? 'out' : ''), 'special', outside)
  // Who goes on after 16 chooses a college for themselves.
  return phase === 'sixth form'
    ? schoolFor(chance('college', by), phase, outside)
    : schoolFor(world.chance(by, 'school', phase), phase, outside)
}

function tellSought(
  living: Living,
  care: CareCourse,
  { on, because, startedOn, placement }: Sought,
  nextOn: Day,
  schoolOn: SchoolOn,
): void {
  const { telling } = living
  if (on > living.world.to) return
  const lot = living.chance('school place', on)
  const school = schoolOn(startedOn)
  const words = because === 'arrived' ? arrivedWords : because === 'planned' ? plannedWords : emergencyWords
  const first = because === 'arrived' ? null : on > care.from ? null : because === 'planned' ? firstPlanned : firstInEmergency
  const note = composedFor(lot, [first ?? words.why, words.what, words.more], factsOn(living, on), {
    name: living.child.forename,
    miles: String(Math.max(1, Math.round(placement.miles))),
    school: school?.name ?? 'the school',
    judged: school?.good === false ? 'requires improvement, and is the only one with a place' : 'is judged good',
  })
  const until = nextOn < care.until ? nextOn : care.until
  const by = virtualSchoolOn(living, on)
  const seek = () => tellDated(living, schoolPlace, 'soughtOn', { soughtOn: on, neededBecause: because, note }, { on, by }, lot)
  if (startedOn >= until) {
    const told = seek()
    const closed = until < care.until ? 'Moved again before there was a place.' : 'Left care before there was a place.'
    telling.amend(told, schoolPlace, { closedOn: until, note: closed }, { on: until, by: virtualSchoolOn(living, until) })
    return
  }
  const found = { school: school?.name ?? null, startedOn }
  if (because === 'planned') telling.tell(schoolPlace, { soughtOn: on, neededBecause: because, note, ...found }, { on: startedOn, by })
  else {
    const told = seek()
    telling.amend(told, schoolPlace, found, { on: startedOn, by: virtualSchoolOn(living, startedOn) })
  }
}

interface Words {
  readonly why: readonly Suited[]
  readonly what: readonly Suited[]
  readonly more: readonly Suited[]
}

/** Of who comes into care. */
const firstInEmergency: readonly Suited[] = [
  'Came into care at a few hours’ notice.',
  '{name} came with one bag and no school books.',
  'No time to plan a school.',
  'Placed {miles} miles from the school before.',
  'Not safe to go to the school near home for now.',
]
const firstPlanned: readonly Suited[] = [
  'Coming into care planned with the parents.',
  'Placed {miles} miles from the school before.',
  'Change talked about before {name} came into care.',
  'Too far to the school before.',
]

const emergencyWords: Words = {
  why: [
    'Moved at a day’s notice.',
    'The placement before ended within days.',
    '{name} came with one bag and no school books.',
    'No time to plan a school.',
    'Moved {miles} miles from the school before.',
    ['Carers before gave notice with a day to go.', 'not settled'],
  ],
  what: [
    'School before keeps {name} on roll until there is another.',
    'Two schools nearby asked, one full.',
    'In-year application sent the same day.',
    ['Carers drive to the school before for now.', 'with carers'],
    ['Staff drive to the school before for now.', 'in a home'],
    'Tutor for ten hours a week in the meantime.',
    'Admissions team of that area has the form.',
    'The head asked for a meeting first.',
    'A school that {judged} has been asked.',
    'Virtual school head has written to the governors.',
  ],
  more: [
    '',
    'Uniform ordered.',
    'Records to follow.',
    '{name} would like to see it first.',
    'Taxi is being looked into.',
    'Half days to start with.',
  ],
}

const plannedWords: Words = {
  why: [
    ['Move planned with the carers.', 'with carers'],
    'Change agreed at the review.',
    'Planned move, {miles} miles.',
    ['Long-term placement, so a school near it.', 'with carers'],
  ],
  what: [
    '{name} visited {school} twice before.',
    'Place at {school} kept since the panel.',
    '{school} {judged}.',
    'Teachers of both schools have spoken.',
    'Start set for the first day after the move.',
    ['Carers’ own children go to {school}.', 'with carers'],
  ],
  more: [
    '',
    'Farewell party at the school before.',
    'A buddy from the same class was found.',
    'Plan handed over.',
    'Free travel from the first week.',
  ],
}

const arrivedWords: Words = {
  why: [
    'New to the country.',
    '{name} has been to school for some years at home.',
    'No papers about schooling before.',
    '{name} speaks little English so far.',
    'Arrived with no records.',
  ],
  what: [
    'Place at {school} asked for.',
    'English assessed first, then a place by age.',
    'English lessons at the library until there is a place.',
    'Admissions want proof of age.',
    '{school} has a class for newcomers.',
    'School asks for an interpreter for the first meeting.',
    ['College for 14 to 16 looked at too.', 'from14'],
  ],
  more: [
    '',
    ['Carer goes along on the first day.', 'with carers'],
    '{name} asks every day when it starts.',
    'Mathematics is strong.',
    'Uniform from the hardship fund.',
  ],
}
