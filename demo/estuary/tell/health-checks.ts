import { collectionYear } from '../../../src/practice/health/checks.ts'
import {
  conviction,
  healthCheck,
  immunisation,
  strengthsAndDifficultiesScore,
  substanceMisuse,
} from '../../../src/practice/health/records.ts'
import { addDays, ageOn, birthday, daysBetween, earlier, later, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told } from '../telling.ts'
import type { World } from '../world.ts'
import { nurseOn, tellDated, type TimeInCare } from './while-in-care.ts'

/** Checks that come again year by year while a child is in care, and what troubled some of them. */

/** The share of children whose teeth were checked in a year to 31 March, as published for 2014 and 2015. Without problems nothing drifts. */
function dentalShare({ planted }: World, year: number): number {
  if (!planted) return 0.93
  return year <= 2013 ? 0.82 : year === 2014 ? 0.842 : year <= 2017 ? 0.93 : 0.94
}

/** The share whose immunisations were up to date on 31 March of a year. */
function immunisedShare({ planted }: World, year: number): number {
  if (!planted) return 0.88
  return year <= 2013 ? 0.6 : year === 2014 ? 0.578 : year === 2015 ? 0.86 : 0.875
}

/** Days on which teeth were checked and eyes tested. */
export function tellChecks(living: Living, time: TimeInCare): { readonly teeth: readonly Day[] } {
  const teeth = dentalChecks(living, time)
  for (const { on, refused } of teeth) tellCheck(living, 'Dental Check', on, refused, time)
  for (const on of sightTests(living, time)) tellCheck(living, 'Sight test', on, false, time)
  return { teeth: teeth.filter(({ refused }) => !refused).map(({ on }) => on) }
}

/** One check: most are written down when they were made; of some the appointment is known before. */
function tellCheck(living: Living, type: string, on: Day, refused: boolean, { care }: TimeInCare): void {
  const { telling, world } = living
  const lot = living.chance('check', type, on)
  const planned = lot.happens(0.22)
  const [ahead, moved, days] = [lot.between(8, 35), lot.happens(0.12), lot.between(5, 30)]
  const status = refused ? 'Refused' : 'Completed'
  const by = living.workerOn(on)
  const known = later(addDays(on, -ahead), care.from)
  if (!planned || known >= on || known > world.to) {
    tellDated(living, healthCheck, 'checkedOn', { type, checkedOn: on, status }, { on, by }, lot)
    return
  }
  if (moved && addDays(on, -days) > known) {
    const first = telling.tell(
      healthCheck,
      { type, checkedOn: workingDay(addDays(on, -days)), status: 'Planned' },
      { on: known, by, prompt: true },
    )
    const told = workingDay(addDays(on, 1 - days))
    telling.amend(first, healthCheck, { status: 'Cancelled' }, { on: told, by })
    telling.tell(healthCheck, { type, checkedOn: on, status }, { on, by })
    return
  }
  const told = telling.tell(healthCheck, { type, checkedOn: on, status: 'Planned' }, { on: known, by, prompt: true })
  telling.amend(told, healthCheck, { status }, { on, by })
}

interface Check {
  readonly on: Day
  readonly refused: boolean
}

/**
 * Each year to 31 March a child in care goes to the dentist or does not, as the published share has it. Who goes goes a little before the day
 * of the year before; who left it out is taken early in the next.
 */
function dentalChecks(living: Living, { care }: TimeInCare): readonly Check[] {
  const { child, world } = living
  const begins = later(care.from, birthday(child.born, 1))
  const ends = earlier(care.until, addDays(world.to, 30))
  const twice = living.chance('dentist', care.from).happens(0.35)
  const found: Check[] = []
  /** Days after 1 April of the last check; null before the first. */
  let place: number | null = null
  let leftOut = false
  for (let year = collectionYear(begins); firstDayOf(year) < ends; year++) {
    const lot = living.chance('dentist', care.from, String(year))
    const goes = lot.happens(dentalShare(world, year))
    const [somewhen, sooner, early, half, takenAtOnce, refuses] = [
      lot.next(),
      lot.between(0, 9),
      lot.between(12, 95),
      lot.between(170, 195),
      lot.happens(0.45),
      lot.happens(0.2),
    ]
    const opens = later(firstDayOf(year), addDays(begins, 25))
    const closes = earlier(firstDayOf(year + 1), ends)
    const window = daysBetween(opens, closes)
    if (window < 15) continue
    const isWholeYear = begins <= firstDayOf(year)
    // Who came late in the year is taken in it or early in the next.
    if (!isWholeYear && window < 130 && !takenAtOnce) {
      leftOut = true
      continue
    }
    if (!goes) {
      const on = workingDay(addDays(opens, Math.floor(somewhen * window * 0.9)))
      if (isWholeYear && refuses && ageOn(child.born, on) >= 12 && on < ends) found.push({ on, refused: true })
      leftOut = true
      continue
    }
    let at: number
    if (leftOut && isWholeYear) at = early
    else if (place === null) at = daysBetween(firstDayOf(year), opens) + Math.floor(somewhen * Math.min(window - 5, 275))
    else at = Math.max(4, place - sooner)
    leftOut = false
    place = Math.min(at, 352)
    const days = twice && isWholeYear ? [place, place + (place > 178 ? -half : half)] : [place]
    for (const day of days.toSorted((one, other) => one - other)) {
      const on = workingDay(addDays(firstDayOf(year), day))
      if (on > begins && on < ends && on < firstDayOf(year + 1)) found.push({ on, refused: false })
    }
    place = Math.max(...days)
  }
  return found
}

const firstDayOf = (year: number): Day => `${year - 1}-04-01`

/** About every year from four on; nearly all children have one. */
function sightTests({ child, world, chance }: Living, { care }: TimeInCare): readonly Day[] {
  const lot = chance('sight tests', care.from)
  const found: Day[] = []
  if (lot.happens(0.08)) return found
  const ends = earlier(care.until, addDays(world.to, 30))
  let day = addDays(later(care.from, birthday(child.born, 4)), lot.between(40, 320))
  while (day < ends) {
    const on = workingDay(day)
    if (on < ends) found.push(on)
    day = addDays(on, lot.happens(0.04) ? lot.between(735, 860) : lot.between(330, 480))
  }
  return found
}

export interface Questionnaire {
  readonly on: Day
  readonly score: number | null
  readonly reason: string | null
}

/** The questionnaire each year from 4 to 16, filled in by the carers. */
export function tellQuestionnaires(living: Living, { care }: TimeInCare): readonly Questionnaire[] {
  const { child, world } = living
  const lot = living.chance('questionnaires', care.from)
  const usual = Math.min(34, Math.max(2, Math.round(lot.about(child.unaccompanied ? 10 : 13.5, 0.42))))
  const ends = [care.until, birthday(child.born, 17), addDays(world.to, 30)].reduce(earlier)
  const begins = later(care.from, birthday(child.born, 4))
  const found: Questionnaire[] = []
  let day = addDays(begins, lot.between(50, 230))
  while (day < ends) {
    const on = workingDay(lot.happens(0.08) ? addDays(day, lot.between(60, 170)) : day)
    if (on >= ends) break
    const without = lot.happens(0.06)
    const reason = without
      ? child.disabled.length > 0 && lot.happens(0.6)
        ? 'SDQ3'
        : ageOn(child.born, on) >= 12 && lot.happens(0.4)
          ? 'SDQ5'
          : lot.pick(['SDQ2', 'SDQ2', 'SDQ4'])
      : null
    const score = without ? null : Math.min(40, Math.max(0, usual + lot.between(-4, 3)))
    found.push({ on, score, reason })
    const slipOfScore = lot.happens(0.008)
    const writing = { on, by: living.workerOn(on) }
    if (slipOfScore && score !== null) {
      const told = living.telling.tell(strengthsAndDifficultiesScore, { completedOn: on, score: Math.min(40, score + 10) }, writing)
      const seen = addDays(on, lot.between(7, 60))
      living.telling.amend(
        told,
        strengthsAndDifficultiesScore,
        { score },
        { on: seen, by: living.workerOn(seen), reason: 'Added up wrongly' },
      )
    } else tellDated(living, strengthsAndDifficultiesScore, 'completedOn', { completedOn: on, score, noScoreReason: reason }, writing, lot)
    day = addDays(on, lot.between(305, 352))
  }
  return found
}

/** What is said of a child's immunisations, and whether they were up to date on each 31 March of which it was said. */
interface Immunised {
  readonly told: Told | null
  readonly years: ReadonlyMap<number, boolean>
}

/**
 * One statement a child, written over from time to time: after the first assessment, and each year before 31 March, when the nurse goes through
 * the list.
 * @param told the statement of an earlier time in care
 */
export function tellImmunisations(living: Living, { care }: TimeInCare, assessed: Day | null, told: Told | null): Immunised {
  const { telling, world } = living
  const lot = living.chance('immunisations', care.from)
  const ready = living.chance('immunisations').next()
  const years = new Map<number, boolean>()
  const ends = earlier(care.until, addDays(world.to, 1))
  const first = workingDay(assessed === null ? addDays(care.from, lot.between(60, 130)) : addDays(assessed, lot.between(3, 20)))
  if (first >= ends) return { told, years }
  let held = told
  const say = (on: Day): void => {
    const upToDate = ready < immunisedShare(world, collectionYear(on))
    const writing = { on, by: nurseOn(living, on) }
    if (held) telling.amend(held, immunisation, { upToDate, updatedOn: on }, writing)
    else held = telling.tell(immunisation, { upToDate, updatedOn: on }, writing)
    years.set(collectionYear(on), upToDate)
  }
  say(first)
  for (let year = collectionYear(first); ; year++) {
    const [days, skipped] = [lot.between(5, 80), lot.happens(0.03)]
    const on = workingDay(addDays(`${year}-01-01`, days))
    if (on >= ends) return { told: held, years }
    // What was said in this winter already is not asked again.
    if (on >= addDays(first, 60) && !(skipped && years.has(year))) say(on)
  }
}

export interface Misuse {
  readonly on: Day
  readonly helped: boolean
}

/** What some young people get into: substances, and offences of which they are convicted. Few. */
export function tellTrouble(
  living: Living,
  { care }: TimeInCare,
): { readonly misuse: readonly Misuse[]; readonly offences: readonly Day[] } {
  const { child, world, telling } = living
  const misuse: Misuse[] = []
  const offences: Day[] = []
  const prone = living.chance('trouble').next()
  const home = care.placements.some(({ kind }) => kind === 'children’s home' || kind === 'custody' || kind === 'secure home')
  for (let age = 10; age < 18; age++) {
    const from = later(birthday(child.born, age), care.from)
    const until = [birthday(child.born, age + 1), care.until, world.to].reduce(earlier)
    const days = daysBetween(from, until)
    if (days < 40) continue
    const lot = living.chance('trouble', care.from, String(age))
    const share = (age < 13 ? 0.012 : 0.075) * (home ? 2 : 0.8) * (prone < 0.35 ? 2.2 : 0.35) * (child.unaccompanied ? 0.2 : 1)
    const [uses, offends] = [lot.happens(share), lot.happens(share * 0.9)]
    const [when, then] = [lot.between(20, days - 1), lot.between(5, days - 1)]
    if (uses && age >= 12) {
      const on = workingDay(addDays(from, when))
      const helped = lot.happens(0.68)
      if (on < care.until) {
        const told = tellDated(
          living,
          substanceMisuse,
          'identifiedOn',
          {
            identifiedOn: on,
            substance: lot.weighed([
              ['Cannabis', 55],
              ['Alcohol', 18],
              ['Cannabis and alcohol', 12],
              ['Legal highs', 6],
              ['Solvents', 3],
              ['Ketamine', 3],
              ['Cocaine', 3],
            ] as const),
          },
          { on, by: living.workerOn(on) },
          lot,
        )
        const known = addDays(on, lot.between(15, 80))
        telling.amend(told, substanceMisuse, { interventionReceived: helped }, { on: known, by: living.workerOn(known) })
        misuse.push({ on, helped })
      }
    }
    if (offends) {
      const on = addDays(from, then)
      // It is known as a conviction when the court, or the police, has decided.
      const known = workingDay(addDays(on, Math.round(lot.about(75, 0.5)) + 10))
      tellDated(
        living,
        conviction,
        'offenceOn',
        { offenceOn: on, offence: lot.pick(offencesOf) },
        { on: known, by: living.workerOn(known) },
        lot,
      )
      if (known < care.until) offences.push(known)
    }
  }
  return { misuse, offences }
}

const offencesOf = [
  'Common assault',
  'Assault by beating',
  'Criminal damage',
  'Criminal damage at the home',
  'Theft from a shop',
  'Possession of cannabis',
  'Taking a vehicle without consent',
  'Carried in a vehicle taken without consent',
  'Public order offence',
  'Burglary, not of a dwelling',
  'Possession of a knife in a public place',
  'Travelling without a ticket',
  'Breach of a court order',
  'Robbery',
]
