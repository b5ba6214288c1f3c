import { isSchoolDay, type SchoolTerm } from '../../../src/engine/clocks/school-terms.ts'
import { exclusion, personalEducationPlan, schoolPlace } from '../../../src/practice/education/schooling-records.ts'
import type { Chance } from '../chance.ts'
import type { PlacementKind } from '../course.ts'
import { addDays, addWorkingDays, birthday, daysBetween, earlier, later, workingDay, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { problemList } from '../problems.ts'
import { composed } from '../words.ts'
import { carersView, childsView, generalTargets, targetsFor, type Pool, type Speaker } from './education-words.ts'
import { schoolTerms, termOn } from './school-terms.ts'
import { afterSchoolDays, schoolAtHome, tellSchooling, type SchoolOn } from './schooling.ts'
import { phaseOf, yearOfSchool } from './schools.ts'
import { tellSpecialNeeds } from './special-needs.ts'
import { composedFor, factsOn, type Suited } from './suited-words.ts'
import { careOn, onceHeld, placementOn, tellDated, timesInCare, virtualSchoolOn, type TimeInCare } from './while-in-care.ts'

/**
 * Tells a child’s education: school places after moves in care, a personal education plan each term (Care Planning, Placement and Case Review
 * (England) Regulations 2010, regulation 5; Promoting the education of looked-after children), exclusions, and the way of an education, health
 * and care plan.
 */
export function tellEducation(living: Living): void {
  for (const time of timesInCare(living)) {
    const schoolOn = tellSchooling(living, time)
    tellPlans(living, time, schoolOn)
    tellExclusions(living, time.care.from, time.care.until, schoolOn, true)
  }
  for (const need of living.course.needs)
    if (need.care === null) tellExclusions(living, need.receivedOn, need.closedOn, schoolAtHome(living), false)
  tellSpecialNeeds(living)
}

/**
 * How many of a hundred have a plan, by year of school; how many there would be without a problem. At the size of the problem they are those
 * of the report of 2016, paragraph 57.
 */
const shares = (year: number): { readonly found: number; readonly usual: number } =>
  year >= 13
    ? { found: 0.705, usual: 0.94 }
    : year === 12
      ? { found: 0.775, usual: 0.95 }
      : year < 0
        ? { found: 0.85, usual: 0.9 }
        : { found: 0.92, usual: 0.96 }

function shareWithPlan({ world }: Living, year: number, day: Day): number {
  const { found, usual } = shares(year)
  const much = Math.min(1, world.problems.size('pep-quality', day) / problemList['pep-quality'].size)
  return usual + (found - usual) * much
}

/** The first plan within 10 working days of coming into care, and one in each term that begins after that, from two years (in a nursery) to 17. */
function tellPlans(living: Living, time: TimeInCare, schoolOn: SchoolOn): void {
  const { child, world } = living
  const { care, need } = time
  const from = later(care.from, birthday(child.born, 2))
  const until = [care.until, birthday(child.born, 18), addDays(world.to, 1)].reduce(earlier)
  if (from >= until) return
  let last: Day = ''
  const hold = (on: Day, about: string): void => {
    if (on <= last || on < from || on >= until) return
    tellPlan(living, time, on, schoolOn, living.chance('education plan', about))
    last = on
  }
  const isOfAge = (day: Day): boolean => ageThen(living, day) >= 3 || schoolOn(day) !== null
  if (from === care.from && from >= '2012-09-04' && isOfAge(from)) {
    const lot = living.chance('first education plan', care.from)
    const shared = world.chance(need.together, 'first education plan')
    // The first review asks for it, so that there is a first plan more often than others.
    const [asked, planned] = [lot.happens(0.5), hasPlan(living, from, lot)]
    const closed = schoolTerms.some((term, place) => from > addDays(term.until, -6) && from < (schoolTerms[place + 1]?.from ?? term.until))
    const [days, slips, behind] = [
      shared.between(4, 9),
      lot.happens((closed ? 0.2 : 0.06) + 0.05 * living.strainOn(from)),
      lot.between(2, 24),
    ]
    const on = addWorkingDays(onceHeld(living, from), days)
    if (planned || asked) hold(slips ? addWorkingDays(later(on, addWorkingDays(from, 9)), behind) : on, care.from)
  }
  for (const term of schoolTerms) {
    if (term.from <= from || term.from >= until || !isOfAge(term.from)) continue
    const lot = living.chance('term’s education plan', term.name)
    const has = hasPlan(living, term.from, lot)
    const [late, behind, own, shift] = [lot.happens(0.02), lot.between(4, 40), lot.happens(0.3), lot.between(1, 10)]
    const shared = inTerm(term, world.chance(need.together, 'education plan', term.name).next())
    const on = late ? addDays(term.until, behind) : own ? earlier(addDays(shared, shift), term.until) : shared
    if (has) hold(onSchoolDay(on, term, late), term.name)
  }
}

/** Some have none all year, others miss one term: together as many as the share says. */
function hasPlan(living: Living, day: Day, lot: Chance): boolean {
  const year = yearOfSchool(living.child.born, day)
  const share = shareWithPlan(living, year, day)
  const allYear = 0.6 * (1 - share)
  const [ofYear, ofTerm] = [living.chance('education plans of the year', String(year)).next(), lot.next()]
  return ofYear >= allYear && ofTerm < share / (1 - allYear)
}

/** A day from the third week of a term to its last but one. */
function inTerm({ from, until }: SchoolTerm, part: number): Day {
  const first = addDays(from, 15)
  return addDays(first, Math.floor(part * Math.max(1, daysBetween(first, addDays(until, -7)))))
}

/** That day or the next school day of the term; before its end, the last one. */
function onSchoolDay(day: Day, term: SchoolTerm, late: boolean): Day {
  if (late) return workingDay(day)
  let on = day
  while (on < term.until && !isSchoolDay(on, [term])) on = addDays(on, 1)
  while (!isSchoolDay(on, [term])) on = addDays(on, -1)
  return on
}

function tellPlan(living: Living, { care, need }: TimeInCare, on: Day, schoolOn: SchoolOn, lot: Chance): void {
  const { child, world, telling } = living
  const school = schoolOn(on)
  const year = yearOfSchool(child.born, on)
  const followed = !(school?.outside ?? placementOn(care, on)?.outsideArea) && year < 12
  const poor = lot.happens(Math.min(0.95, world.problems.size('pep-quality', on) * (followed ? 0.35 : 1.35)))
  const newcomer = child.unaccompanied !== null && on < addDays(child.unaccompanied.arrived, 800)
  const phase = phaseOf(year)
  const pool: Pool = newcomer ? 'newcomer' : phase === 'early years' && !school ? 'no nursery' : phase
  const facts = factsOn(living, on)
  const meant = { name: child.forename }
  const [quality, silent, spoke, signs, days, miscoded] = [
    lot.next(),
    lot.happens(0.06),
    lot.happens(0.07),
    lot.happens(poor ? 0.6 : 0.93),
    lot.between(3, 14),
    lot.happens(0.01),
  ]
  const [hers, theirs] = [lot.happens(0.3), lot.happens(0.45)]
  const termName = termOn(on)?.name ?? null
  // Brothers and sisters get the paragraph that was written first.
  const targets = poor
    ? generalTargets(world.chance(need.together, 'general targets', termName ?? ''), pool)
    : targetsFor(lot, pool, facts, meant)
  const worker = living.holderOn(on)?.worker ?? living.workerOn(on)
  const told = tellDated(
    living,
    personalEducationPlan,
    'heldOn',
    {
      heldOn: on,
      term: termName,
      school: school?.name ?? null,
      worker: worker.id,
      targets,
      childsView: (poor ? hers : !silent) ? childsView(lot, pool, facts, meant) : null,
      carersView: (poor ? theirs : !spoke) ? carersView(lot, pool, speaksFor(placementOn(care, on)?.kind), facts) : null,
    },
    { on, by: worker },
    lot,
  )
  const grade = poor ? (quality < 0.72 ? 'weak' : 'sound') : quality < 0.5 ? 'good' : quality < 0.95 ? 'sound' : 'weak'
  const seen = addWorkingDays(on, days)
  const by = virtualSchoolOn(living, seen)
  telling.amend(
    told,
    personalEducationPlan,
    { quality: miscoded ? 'good' : grade, ...(signs ? { signedOffOn: seen } : {}) },
    { on: seen, by },
  )
  if (miscoded && grade !== 'good') {
    const again = addDays(seen, 20)
    telling.amend(
      told,
      personalEducationPlan,
      { quality: grade },
      { on: again, by: virtualSchoolOn(living, again), reason: 'Graded again after a sample was read by two' },
    )
  }
}

const speaksFor = (kind: PlacementKind | undefined): Speaker => (kind === undefined ? 'carers' : speakers[kind])

const speakers: Readonly<Record<PlacementKind, Speaker>> = {
  'own carers': 'carers',
  'agency carers': 'carers',
  relatives: 'relatives',
  adopters: 'carers',
  parents: 'parents',
  'children’s home': 'home',
  'residential school': 'home',
  'secure home': 'unit',
  'supported accommodation': 'lodgings',
  custody: 'unit',
}

/** Few are excluded: some days of suspension in secondary school, hardly ever for good. */
function tellExclusions(living: Living, from: Day, until: Day, schoolOn: SchoolOn, inCare: boolean): void {
  const { child, telling, world } = living
  const hard = living.chance('excluded').next() < 0.3 ? 2.3 : 0.45
  const before = new Map<number, number>()
  for (const [place, term] of schoolTerms.entries()) {
    if (term.from < from || addDays(term.from, 40) >= until || term.from > world.to) continue
    const year = yearOfSchool(child.born, term.from)
    if (year < 1 || year > 11) continue
    const lot = living.chance('exclusion', term.name)
    const share = (year >= 7 ? 0.028 : 0.005) * (inCare ? 1 : 0.55) * hard * (child.unaccompanied ? 0.25 : 1)
    const [happens, forGood, somewhen, long] = [lot.happens(share), lot.happens(0.05), lot.next(), lot.happens(0.13)]
    if (!happens) continue
    const on = onSchoolDay(inTerm(term, somewhen), term, false)
    const school = schoolOn(on)
    if (!school || on >= until) continue
    const days = forGood
      ? null
      : long
        ? lot.between(6, 15)
        : lot.weighed([
            [1, 38],
            [2, 26],
            [3, 18],
            [5, 18],
          ] as const)
    const back = days === null ? null : afterSchoolDays(on, days)
    const again = (before.get(year) ?? 0) > 0
    before.set(year, 1)
    const facts = factsOn(living, on)
    const excludedFor =
      composedFor(lot, exclusionWords, facts, { name: child.forename }) + (again && lot.happens(0.5) ? ' Second time this year.' : '')
    const by = virtualSchoolOn(living, on)
    const told = tellDated(
      living,
      exclusion,
      'firstDayOn',
      { type: forGood ? 'permanent' : 'suspension', firstDayOn: on, schoolDays: days, school: school.name, excludedFor, endedOn: back },
      { on, by },
      lot,
    )
    if (days !== null && days <= 5) continue
    // From the first day for a child in care where that is possible; from the sixth it is the law.
    const provisionFrom = lot.happens(inCare ? 0.5 : 0.1)
      ? on
      : afterSchoolDays(on, lot.happens(0.85) ? lot.between(1, 5) : lot.between(7, 14))
    if (back === null || provisionFrom < back)
      telling.amend(
        told,
        exclusion,
        { provision: lot.pick(provisions), provisionFrom },
        { on: provisionFrom, by: virtualSchoolOn(living, provisionFrom) },
      )
    if (forGood) tellNextSchool(living, on, until, schoolTerms[place + 1], lot)
    if (forGood) return
  }
}

function tellNextSchool(living: Living, on: Day, until: Day, next: SchoolTerm | undefined, lot: Chance): void {
  const { telling } = living
  const soughtOn = addWorkingDays(on, lot.between(4, 12))
  const startedOn = lot.happens(0.5) || !next ? afterSchoolDays(soughtOn, lot.between(8, 30)) : next.from
  if (soughtOn >= until) return
  const told = telling.tell(
    schoolPlace,
    {
      soughtOn,
      neededBecause: 'school',
      note: composed(lot, [
        'Excluded for good.',
        ['Governors upheld it.', 'No appeal.', careOn(timesInCare(living), on) ? 'Carers did not appeal.' : 'Parents did not appeal.'],
        ['Panel for pupils hard to place has it.', 'Unit first, then a school.', 'Two schools asked.'],
      ]),
    },
    { on: soughtOn, by: virtualSchoolOn(living, soughtOn) },
  )
  if (startedOn > soughtOn && startedOn < until)
    telling.amend(
      told,
      schoolPlace,
      { school: 'Estuary Learning Centre', startedOn },
      { on: startedOn, by: virtualSchoolOn(living, startedOn) },
    )
}

const provisions = [
  'Estuary Learning Centre',
  'Tutor at home, 25 hours',
  'Day six place at a neighbouring school',
  'Virtual school’s tutor, mornings and afternoons',
  'Unit for pupils out of school',
  'Online lessons with a mentor beside',
]

const exclusionWords: readonly (readonly Suited[])[] = [
  [
    'Fight',
    'Shouting at a teacher',
    ['Swearing at staff', 'from8'],
    'Pushed another pupil on the stairs',
    'Threw a chair',
    ['Bit a teaching assistant', 'not from8'],
    ['Climbed the fence', 'not from11'],
    ['Smoking behind the hall', 'from11'],
    ['Left the site twice', 'from8'],
    ['Broke a window', 'from8'],
    ['Took a phone', 'from8'],
    ['Threatened a pupil', 'from8'],
    ['Set off the fire alarm', 'from8'],
    ['Would not hand over a lighter', 'from11'],
    ['Repeated disruption of lessons', 'from8'],
    'Kicked a door in',
  ],
  [
    'after lunch',
    'in the corridor',
    'during a supply lesson',
    ['on the way to the bus', 'from11'],
    'in the changing room',
    ['the day after contact', 'in care', 'not alone'],
    ['in the week the placement was in doubt', 'in care', 'not settled'],
    'over a remark about {name}’s family',
    'when asked to take off a coat',
    'at the end of the afternoon',
  ],
  [
    '.',
    '. {name} has apologised.',
    '. Back with a support plan.',
    ['. Carers met the head.', 'with carers'],
    ['. Staff of the home met the head.', 'in a home'],
    ['. Mother met the head.', 'not in care', 'not alone'],
    '. Restorative meeting to follow.',
  ],
]
