import type { Chance } from '../chance.ts'
import type { NeedCourse, Stretch } from '../course.ts'
import { addDays, addWorkingDays, birthday, daysBetween, earlier, later, type Day } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { whyNotAlone } from './meeting-words.ts'
import { isTouched } from './touched.ts'

/** Visits to children at home: how often they come, what delays them, and what is seen. */

interface Visit {
  readonly on: Day
  readonly seen: boolean
}

/**
 * Visits from a first one until a day, each due within so many working days of the one before at which the child was seen. What delays
 * them: a worker who holds too much, a child who changes hands, days on which nobody holds the child, and that nobody is in.
 */
export function* visitsFrom(living: Living, first: Day, until: Day, within: number, lot: Chance): Generator<Visit> {
  const ends = earlier(until, birthday(living.child.born, 18))
  let day = whenHeld(living, first, lot)
  while (day < ends && day <= living.world.to) {
    const born = day >= living.child.born
    const seen = born && !lot.happens(0.045)
    yield { on: day, seen }
    day = nextVisit(living, day, born && !seen ? null : within, lot)
  }
}

/** @param within null after a visit at which nobody was in: it is tried again within the week. */
function nextVisit(living: Living, last: Day, within: number | null, lot: Chance): Day {
  if (within === null) return whenHeld(living, addWorkingDays(last, lot.between(1, 4)), lot)
  // Visits to children on a protection plan are the last that a team without time lets go.
  const lateShare = 0.045 + (within > 10 ? 0.16 : 0.09) * living.strainOn(last)
  const how = lot.next()
  const wait =
    how < lateShare * 0.25
      ? within + lot.between(Math.round(within / 2), within)
      : how < lateShare
        ? within + lot.between(1, Math.round(within / 3))
        : within - Math.floor(lot.next() * (within * 0.3))
  const day = whenHeld(living, addWorkingDays(last, wait), lot)
  // A worker new to the child does not come on the day the other had in the diary.
  const changed = living.holderOn(day)?.worker !== living.holderOn(last)?.worker
  return changed && lot.happens(0.35) ? addWorkingDays(day, lot.between(1, Math.round(within / 2))) : day
}

/** That day, where somebody holds the child; else some days after somebody does. Where nobody will, duty goes in the end. */
function whenHeld(living: Living, day: Day, lot: Chance): Day {
  if (living.holderOn(day) !== null) return addWorkingDays(day, 0)
  const next = living.held.find(({ from }) => from > day)
  return next && daysBetween(day, next.from) < 60 ? addWorkingDays(next.from, lot.between(1, 6)) : addWorkingDays(day, lot.between(2, 12))
}

/** What a visit says: whether the child was seen, and alone, and why not. */
export function saidOfVisit(living: Living, { on, seen }: Visit, lot: Chance) {
  const age = ageThen(living, on)
  const alone = seen && age >= 4 && lot.happens(age >= 8 ? 0.84 : 0.74)
  // That a child who could have been was not seen alone goes without a reason now and then.
  const told = !alone && (age < 4 || !seen || !lot.happens(0.06))
  return {
    visitedOn: on,
    childSeen: seen,
    seenAlone: seen ? alone : false,
    bedroomSeen: seen && lot.happens(0.42),
    ...(told ? { whyNotAlone: whyNotAlone(living, on, lot, seen) } : {}),
  }
}

/** The days of a time of need on which the child is at home and on no protection plan, from when work with them began. */
function atHome({ assessment, plans, protection, care, closedOn }: NeedCourse): readonly Stretch[] {
  const from = assessment?.startedOn ?? plans[0]?.from
  if (from === undefined || from >= closedOn) return []
  let left: Stretch[] = [{ from, until: closedOn }]
  for (const cut of [protection, care]) {
    if (cut === null) continue
    left = left.flatMap(({ from, until }) => [
      ...(cut.from > from ? [{ from, until: earlier(until, cut.from) }] : []),
      ...(cut.until < until ? [{ from: later(from, cut.until), until }] : []),
    ])
  }
  return left.filter(({ from, until }) => from < until)
}

/**
 * Visits to a child in need at home. Local procedures: seen within 10 working days of the start of the assessment, at once where there may
 * be harm, and then every 20 working days.
 */
export function* inNeedVisits(living: Living, place: number): Generator<Visit> {
  const need = living.course.needs[place] as NeedCourse
  const lot = living.chance('in need visits', String(place))
  const { enquiry } = need
  for (const [nth, { from, until }] of atHome(need).entries()) {
    const first = later(from, nth === 0 ? firstVisit(living, need, lot) : addWorkingDays(from, lot.between(2, 12)))
    // Where harm is suspected the child is seen at once, whatever day the next visit was to be.
    const alarm = enquiry !== null && enquiry.discussedOn > first && enquiry.discussedOn < until ? enquiry.discussedOn : null
    yield* visitsFrom(living, first, alarm ?? until, everyWorkingDays, lot)
    if (alarm !== null) yield* visitsFrom(living, addWorkingDays(alarm, lot.between(0, 1)), until, everyWorkingDays, lot)
  }
}

const everyWorkingDays = 20

/** Both assessment teams make children wait; the others a little. */
const seenLate = { most: ['assessment'], there: 1.1, elsewhere: 0.6 } as const

function firstVisit(living: Living, { receivedOn, assessment, enquiry, plans }: NeedCourse, lot: Chance): Day {
  if (assessment === null) return addWorkingDays(plans[0]?.from ?? receivedOn, lot.between(0, 8))
  const { startedOn, finishedOn, team } = assessment
  const touched = isTouched(lot, living, 'in-need-seen-late', startedOn, team, seenLate)
  const [days, weeks] = [lot.happens(0.92) ? lot.between(0, 8) : lot.between(10, 16), lot.between(13, 31)]
  // Where a child may be harmed nobody waits, whatever else does.
  if (enquiry !== null && enquiry.discussedOn <= addDays(startedOn, 5))
    return addWorkingDays(later(startedOn, enquiry.discussedOn), lot.between(0, 1))
  const day = addWorkingDays(startedOn, touched ? weeks : days)
  // Nobody finishes an assessment without having gone once.
  return day < finishedOn ? day : later(startedOn, addWorkingDays(finishedOn, -lot.between(1, 3)))
}
