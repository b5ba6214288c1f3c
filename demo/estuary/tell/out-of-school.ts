import { homeEducation, homeEducationContact, missingEducation } from '../../../src/practice/education/schooling-records.ts'
import { compulsorySchoolAge } from '../../../src/practice/education/school-age.ts'
import { addSchoolDays } from '../../../src/engine/clocks/school-terms.ts'
import type { Chance } from '../chance.ts'
import type { Stretch } from '../course.ts'
import { addDays, addWorkingDays, daysBetween, isWorkingDay, later, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told, Values } from '../telling.ts'
import type { Worker } from '../workforce.ts'
import { composed } from '../words.ts'
import * as words from './out-of-school-words.ts'
import { composedFor, factsOn } from './suited-words.ts'
import { schoolFor } from './organisations.ts'
import { schoolTerms } from './school-terms.ts'

/**
 * Children out of school: those missing education, from the day the authority was told until they are at a school again, and those educated at
 * home with whom it keeps in touch. Beginnings and ends are written at once: published figures count them (inspection of 2016, paragraphs 39–40).
 */
export function tellOutOfSchool(living: Living): void {
  const { missingEducation: missing, homeEducation: atHome } = living.course
  if (missing !== null) tellMissing(living, missing)
  if (atHome !== null) tellAtHome(living, atHome)
}

/** Whoever of the virtual school’s team looks after children out of school that day. */
function adviserOn({ world, child }: Living, day: Day): Worker {
  const { workforce } = world
  const { id, title } = workforce.teamFor('virtual school', child.family.number)
  const there = workforce.inPost(id, day).filter((each) => each.title === title)
  return there.length > 0 ? world.chance(child.family.number, 'out of school').pick(there) : workforce.manager(id, day)
}

/** Chance that brothers and sisters out of school from the same day share. */
const shared = ({ world, child }: Living, { from }: Stretch, what: string): Chance => world.chance(child.family.number, from, what)

/** So many school days on; working days, before the terms that are known. */
const schoolDaysOn = (day: Day, days: number): Day =>
  day < (schoolTerms[0]?.from ?? '') ? addWorkingDays(day, days) : addSchoolDays(day, days, schoolTerms)

// ---------------------------------------------------------------- missing education

/** Found within ten school days as a rule, though a place may take much longer: it is closed when the child is at school. */
function tellMissing(living: Living, stretch: Stretch): void {
  const { telling, world, child, course } = living
  const { from, until } = stretch
  const lot = shared(living, stretch, 'missing education')
  const given = { name: child.forename, school: schoolFor(world, child, from) }
  const becauseOf =
    child.unaccompanied !== null
      ? 'never'
      : lot.weighed([
          ['absent', 33],
          ['off roll', 38],
          ['never', 20],
          ['other', 9],
        ] as const)
  const passed = child.unaccompanied === null && lot.happens(0.1)
  const found = lot.happens(0.88) ? schoolDaysOn(from, lot.between(1, 9)) : schoolDaysOn(from, lot.between(11, 30))
  const foundOn = found < until ? found : until
  const enquiries = composedFor(lot, [words.firstEnquiry], factsOn(living, from), given)
  const told = telling.tell(
    missingEducation,
    { noticedOn: from, missingBecause: becauseOf, lastSchool: becauseOf === 'never' ? null : given.school, enquiries },
    { on: from, by: adviserOn(living, from), prompt: true },
  )
  const more = `${enquiries} ${composedFor(lot, words.laterEnquiries, factsOn(living, foundOn), given)}`.trim()
  const amend = (values: Values<(typeof missingEducation)['fields']>, on: Day, reason?: string): void => {
    if (on <= world.to) telling.amend(told, missingEducation, values, { on, by: adviserOn(living, on), prompt: true, reason })
  }
  if (foundOn < until) amend({ enquiries: more, ...(passed ? { passedOn: foundOn } : { foundOn }) }, foundOn)
  const corrected = addWorkingDays(foundOn, lot.between(1, 10))
  if (lot.happens(0.015) && corrected < until)
    amend({ missingBecause: 'other' }, corrected, 'Reason put right after speaking with the family')
  const taughtAtHome = course.homeEducation !== null && Math.abs(daysBetween(until, course.homeEducation.from)) < 30
  const outcome = lot.pick(
    passed ? words.passedOn : taughtAtHome ? words.nowAtHome : daysBetween(from, until) > 60 ? words.longOutcomes : words.outcomes,
  )
  const ended = { closedOn: until, outcome: composed(lot, [outcome], { ...given, school: schoolFor(world, child, until) }) }
  amend({ ...ended, ...(foundOn < until ? {} : { enquiries: more, ...(passed ? { passedOn: until } : { foundOn: until }) }) }, until)
}

// ---------------------------------------------------------------- educated at home

function tellAtHome(living: Living, stretch: Stretch): void {
  const { telling, world, child } = living
  const { from, until } = stretch
  const lot = shared(living, stretch, 'home education')
  const by = adviserOn(living, from)
  const grown = compulsorySchoolAge(child.born).until
  const told = telling.tell(
    homeEducation,
    {
      noticedOn: from,
      lastSchool: lot.happens(0.1) ? null : schoolFor(world, child, from),
      chosenBecause: lot.happens(0.12) ? null : composedFor(lot, [words.choosing, words.choosingMore], factsOn(living, from)),
    },
    { on: from, by, prompt: true },
  )
  if (told.versions.length === 0) return
  tellContacts(living, stretch, told)
  if (until > world.to) return
  const endReason =
    until >= grown
      ? 'Over compulsory school age'
      : composed(lot, [addDays(until, 500) > grown ? [...words.endsAtHome, 'Began at college'] : words.endsAtHome], {
          school: schoolFor(world, child, until),
        })
  telling.amend(told, homeEducation, { endedOn: until, endReason }, { on: until, by: adviserOn(living, until), prompt: true })
}

/** First within ten school days, then yearly; letters without an answer are followed by another try, and doubts by a visit. */
function tellContacts(living: Living, stretch: Stretch, told: Told): void {
  const { world, child } = living
  const { until } = stretch
  const lot = shared(living, stretch, 'contacts')
  const age = compulsorySchoolAge(child.born)
  const end = until < age.until ? until : age.until
  const begins = later(stretch.from, age.from)
  const strainedFirst = lot.happens(0.08)
  let day = schoolDaysOn(begins, strainedFirst ? lot.between(11, 24) : lot.between(2, 5))
  while (day < end && day <= world.to) {
    if (!isWorkingDay(day)) day = workingDay(day)
    const answered = lot.happens(0.86)
    const suitable = !answered
      ? null
      : lot.weighed<boolean | null>([
          [true, 84],
          [null, 11],
          [false, 5],
        ])
    tellContact(living, told, day, answered, suitable, lot)
    if (!answered) day = schoolDaysOn(day, lot.between(2, 4))
    else if (suitable !== true) day = workingDay(addDays(day, lot.between(40, 85)))
    else day = workingDay(addDays(day, lot.happens(0.07) ? lot.between(370, 430) : lot.between(290, 358)))
  }
}

function tellContact(living: Living, told: Told, contactedOn: Day, answered: boolean, suitable: boolean | null, lot: Chance): void {
  const { telling, child } = living
  const own = living.chance('home education contact', contactedOn)
  const given = { name: child.forename }
  const said = answered ? (suitable === true ? words.goingWell : words.doubtful) : words.noAnswer
  const by = adviserOn(living, contactedOn)
  const mistaken = own.happens(0.01)
  const right: Values<(typeof homeEducationContact)['fields']> = {
    homeEducation: told.id,
    contactedOn,
    how: lot.pick(
      answered
        ? ['Home visit', 'Home visit', 'Met at the library', 'Telephone', 'Written report from the family']
        : ['Letter', 'Letter', 'Visit, nobody at home', 'Telephone'],
    ),
    answered,
    educationSuitable: suitable,
    note: composedFor(own, said, factsOn(living, contactedOn), given),
  }
  const record = telling.tell(homeEducationContact, mistaken ? { ...right, educationSuitable: null } : right, { on: contactedOn, by })
  if (!mistaken) return
  const on = addWorkingDays(contactedOn, own.between(5, 30))
  telling.amend(record, homeEducationContact, { educationSuitable: suitable }, { on, by, reason: 'Judgement left out of the form' })
}
