import { Thread, type AnySaid } from '../../../src/engine/clocks/thread.ts'
import type { RecordKind } from '../../../src/engine/records/kind.ts'
import { legalStatus } from '../../../src/practice/court/records.ts'
import { lookedAfterReview, periodOfCare, placement } from '../../../src/practice/looked-after/records.ts'
import type { Chance } from '../chance.ts'
import type { CareCourse } from '../course.ts'
import { addDays, addMonths, addWorkingDays, daysBetween, earlier, isWorkingDay, later, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told } from '../telling.ts'
import type { Stint, TeamId, Worker } from '../workforce.ts'
import { placementOn, timesInCare, type TimeInCare } from './while-in-care.ts'

/** What the rooms of care ask of a time in care again and again: its record, its reviews, who reviews it, who has the child and from when. */

export interface CareTold extends TimeInCare {
  /** The period of care as it was told. */
  readonly period: Told
}

/** The times in care of a child, in order, of which something may be told: not those that begin after the last day. Needs the periods of care. */
export const careTold = (living: Living): readonly CareTold[] =>
  timesInCare(living)
    .filter(({ care }) => care.from <= living.world.to)
    .map((time) => ({ ...time, period: living.kept(`care/${living.course.needs.indexOf(time.need)}`) }))

export const isOutside = (care: CareCourse, day: Day): boolean => placementOn(care, day)?.outsideArea === true

/** The day on which a worker can do what falls to them: that day, or some working days after somebody has taken the child on. */
export function whenHeld({ held, holderOn }: Living, day: Day, lot: Chance): Day {
  if (holderOn(day) !== null) return day
  const next = held.find(({ from }) => from > day)
  return next ? addWorkingDays(next.from, lot.between(1, 6)) : day
}

/** The last working day up to a day. */
export const workingDayBy = (day: Day): Day => (isWorkingDay(day) ? day : addWorkingDays(day, -1))

export interface Review {
  /** 0 for the first. */
  readonly place: number
  readonly dueOn: Day
  readonly heldOn: Day
  /** The day for which it was called first, where that was cancelled. */
  readonly cancelledOn: Day | null
  /** What its chance hangs on: the same for brothers and sisters in one meeting. */
  readonly about: readonly string[]
  /** It is the adoption review too: of a child who waits for adopters, or is placed with them. */
  readonly adoption: 'waiting' | 'placed' | null
}

export const reviewingTeam = ({ world: { workforce }, child }: Living): TeamId => workforce.teamFor('reviewing', child.family.number).id

/**
 * The reviews of a time in care: within 20 working days, then 3 months, then every 6 (regulation 33). A child who may be placed for adoption is
 * reviewed 3 months after the placement order, one who is placed after 4 weeks, then 3 months, then 6 (Adoption Agencies Regulations 2005,
 * regulation 36). Children who came into care together are reviewed together. The last of them lies after the last day of the history, where
 * the child is still in care then.
 */
export function reviewsOf(living: Living, time: TimeInCare): readonly Review[] {
  const ofChild = known.get(living) ?? new Map<CareCourse, readonly Review[]>()
  known.set(living, ofChild)
  const found = ofChild.get(time.care) ?? reviewsFrom(living, time)
  ofChild.set(time.care, found)
  return found
}

/** Several rooms ask for them. */
const known = new WeakMap<Living, Map<CareCourse, readonly Review[]>>()

function reviewsFrom(living: Living, { need, care }: TimeInCare): readonly Review[] {
  const { adoption } = care
  const found: Review[] = []
  const row = (about: string, from: Day, until: Day, kind: Review['adoption'], dueAfter: (before: Day, nth: number) => Day): void => {
    let before = from
    for (let nth = 0; before <= living.world.to; nth++) {
      const called = calledFor(living, [need.together, 'review', about, String(nth)], before, dueAfter(before, nth))
      if (called.heldOn >= until) return
      found.push({ ...called, place: found.length, adoption: kind })
      before = called.heldOn
    }
  }
  const end = (day: Day | undefined): Day => (day === undefined ? care.until : earlier(day, care.until))
  row(care.from, care.from, end(adoption?.placementOrderOn), null, (before, nth) =>
    nth === 0 ? addWorkingDays(before, 20) : addMonths(before, nth === 1 ? 3 : 6),
  )
  if (adoption === null) return found
  const lastHeld = found.at(-1)?.heldOn ?? care.from
  row(`waiting ${adoption.placementOrderOn}`, adoption.placementOrderOn, end(adoption.placedOn), 'waiting', (before, nth) =>
    nth === 0 ? earlier(addMonths(before, 3), addMonths(lastHeld, found.length === 1 ? 3 : 6)) : addMonths(before, 6),
  )
  row(`placed ${adoption.placedOn}`, adoption.placedOn, care.until, 'placed', (before, nth) =>
    nth === 0 ? addDays(before, 28) : addMonths(before, nth === 1 ? 3 : 6),
  )
  return found
}

/** When a review that is due by a day is held. The reviewing officers’ load decides how many are late, and by how much. */
function calledFor(
  living: Living,
  about: readonly string[],
  before: Day,
  dueOn: Day,
): Pick<Review, 'dueOn' | 'heldOn' | 'cancelledOn' | 'about'> {
  const { world } = living
  const lot = world.chance(...about)
  const strain = world.workforce.strain(reviewingTeam(living), dueOn)
  const span = Math.max(8, Math.min(200, daysBetween(before, dueOn)))
  const late = lot.happens(0.045 + 0.1 * strain)
  const ahead = Math.min(Math.round(span * 0.4), Math.round(lot.about(span * 0.09, 0.9)))
  const day = late ? addWorkingDays(dueOn, lot.between(1, 7 + Math.round(10 * strain))) : workingDayBy(addDays(dueOn, -ahead))
  const heldOn = later(day, addWorkingDays(before, 3))
  const cancelledOn = lot.happens(0.025) ? heldOn : null
  return { about, dueOn, cancelledOn, heldOn: cancelledOn === null ? heldOn : addWorkingDays(heldOn, lot.between(3, 14)) }
}

/** The reviewing officers of a time in care, one after another: the same for brothers and sisters. From a year before the history at the earliest. */
export function officersOf(living: Living, { need, care }: TimeInCare): readonly Stint[] {
  const from = later(care.from, addDays(living.world.from, -365))
  return from >= care.until ? [] : living.world.workforce.holders(reviewingTeam(living), need.together, from, care.until)
}

/** The reviewing officer of a day; between two, whoever comes next. */
export function officerOn(living: Living, officers: readonly Stint[], day: Day): Worker {
  const found = officers.find(({ until }) => until > day) ?? officers.at(-1)
  return found && found.worker.from <= day ? found.worker : living.world.workforce.manager(reviewingTeam(living), day)
}

/** The kinds by which it is decided how often a child is visited. */
const regimeKinds: readonly RecordKind[] = [periodOfCare, placement, legalStatus, lookedAfterReview]

/** What has been told of care so far, as the rules of the product read it. What was withdrawn is left out; what was corrected is as corrected. */
export function threadOf({ child, telling }: Living): Thread {
  const records = new Map<string, AnySaid[]>(regimeKinds.map(({ table }) => [table, []]))
  for (const { kind, id, versions } of telling.records) {
    const said = records.get(kind.table)
    if (said === undefined || versions.at(-1)?.withdrawn !== undefined) continue
    const record: Record<string, unknown> & { id: string } = { id }
    for (const name in kind.fields) record[name] = null
    for (const { values } of versions) Object.assign(record, values)
    said.push(record)
  }
  return new Thread({ id: child.number, bornOn: child.born }, records)
}
