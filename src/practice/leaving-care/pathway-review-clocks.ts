import { clock, each, on, type End, type Start } from '../../engine/clocks/clock.ts'
import { addDays, addMonths } from '../../engine/clocks/days.ts'
import { calendarDays, months } from '../../engine/clocks/length.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { lookedAfterReview } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { pathwayPlan, pathwayReview } from './pathway-records.ts'
import { daysOf, mergedByDay } from './points.ts'
import { careLeaver } from './records.ts'
import { birthdayOf, supportEnds, wantsNothing } from './support.ts'
import { adviserOffer, leavingCareAccommodation } from './support-records.ts'

/** Reviews of a pathway plan: every six months, and after a move. */

/** Every 6 months to 21, and to 25 while support is given. */
export const pathwayPlanReviewed = clock({
  id: 'pathway-review',
  name: 'Pathway plan review',
  plural: 'Pathway plan reviews',
  todo: 'Review the pathway plan',
  area: 'Leaving care',
  about: person,
  weight: 'regulation',
  source: 'Care Leavers (England) Regulations 2010, regulation 7(2); support of an adviser to 25 since 1 April 2018',
  from: '2011-04-01',
  ages: { until: 25 },
  starts: plansAndReviews,
  due: months(6),
  doneBy: pathwayReview,
  reads: [pathwayPlan, pathwayReview, careLeaver, lookedAfterReview, adviserOffer],
  says: {
    starts: 'The pathway plan is made, and each review of it',
    stops: 'The plan is reviewed; while the young person is in care, at the review of their care plan',
    repeats: 'Every six months to the twenty-first birthday; to 25 while support is given',
    exceptions:
      'Sooner where the young person or the adviser asks. Ends when the plan ends, or when the young person no longer needs the service, or is home for 6 months',
  },
})

/** After a move into accommodation that the authority gives: as soon as practicable after 28 days, so not before. */
export const reviewAfterMove = clock({
  id: 'pathway-review-move',
  name: 'Pathway review after a move',
  plural: 'Pathway reviews after a move',
  todo: 'Review the pathway plan after the move',
  area: 'Leaving care',
  about: person,
  weight: 'regulation',
  meaning: 'earliest',
  source: 'Care Leavers (England) Regulations 2010, regulation 7(3)',
  from: '2011-04-01',
  ages: { from: 16, until: 21 },
  starts: each(leavingCareAccommodation, 'providedOn', { when: ({ givenUnder }) => givenUnder !== 'other', until: 'endedOn' }),
  due: calendarDays(28),
  stops: [on(pathwayReview, 'heldOn', { from: ({ at }) => addDays(at, 28) })],
  reads: [leavingCareAccommodation],
  says: {
    starts: 'Accommodation is first given under section 23B or 24B',
    due: 'as soon as practicable after 28 days',
    stops: 'The plan is reviewed on that day or after it; a review before that is another one',
    repeats: 'At each move',
  },
})

export const pathwayReviewClocks = [pathwayPlanReviewed, reviewAfterMove]

function plansAndReviews(thread: Thread): Start[] {
  const own = mergedByDay(
    daysOf(thread, pathwayPlan, 'madeOn'),
    daysOf(thread, pathwayReview, 'heldOn'),
    daysOf(thread, careLeaver, 'pathwayPlanReviewedOn'),
  )
  const first = own[0]
  if (!first) return []
  const twentyFirst = birthdayOf(thread, 21)?.at ?? ''
  const points = mergedByDay(
    own,
    daysOf(thread, lookedAfterReview, 'heldOn', ({ cancelled }) => cancelled !== true).filter(({ at }) => at > first.at),
    // Support that begins again after 21 begins with a plan to be reviewed.
    daysOf(thread, adviserOffer, 'offeredOn', ({ answer }) => answer === 'accepted').filter(({ at }) => at >= twentyFirst && at > first.at),
  )
  const ended = planEnded(thread, points)
  return points.flatMap((point, place): Start[] => {
    const next = points[place + 1] ?? null
    if (next === null && wantsNothing(thread)) return []
    // The dataset knows the latest date only: whether there were others between, nobody can tell.
    if (next?.by.table === careLeaver.table && next.at > addMonths(point.at, 6)) return []
    const until = supportEnds(thread, point.at) ?? birthdayOf(thread, 25)
    return [{ ...point, until: earliestOf(until, ended), stop: next }]
  })
}

/** When the last plan ended, where all have and nothing came after. */
function planEnded(thread: Thread, points: readonly End[]): End | null {
  const all = thread.all(pathwayPlan)
  const last = thread.dated(pathwayPlan, 'endedOn').at(-1)
  if (!last || all.some(({ endedOn }) => endedOn === null) || points.some(({ at }) => at > last.at)) return null
  return { at: last.at, by: { table: pathwayPlan.table, id: last.record.id } }
}
