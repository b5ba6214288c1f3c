import { endIn, links, type End } from '../../engine/clocks/clock.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { lookedAfterReview, periodOfCare } from '../looked-after/records.ts'
import { periodOn } from '../looked-after/time-in-care.ts'
import { adoptionReview } from './adoption-records.ts'
import { permanence } from './records.ts'

/** How a plan of adoption goes, as its clocks see it: in which period of care, when it ends, and which reviews count. */

export type Permanence = Said<(typeof permanence)['fields']>

/** The period of care in which the plan was made: the one recorded with it, else the one of its first decision. */
export function careOf(plan: Permanence, thread: Thread): Said<(typeof periodOfCare)['fields']> | null {
  const recorded = thread.all(periodOfCare).find(({ id }) => id === plan.periodOfCare)
  const day = plan.adoptionDecidedOn ?? plan.placementOrderOn ?? plan.placedForAdoptionOn
  return recorded ?? (day === null ? null : periodOn(thread, day))
}

/** When nothing more is asked of a plan of adoption: it was reversed, an order was made, or the child left care. */
export function planEnds(plan: Permanence, thread: Thread): End | null {
  const care = careOf(plan, thread)
  return earliestOf(
    endIn(permanence, plan, 'decisionReversedOn'),
    endIn(permanence, plan, 'orderMadeOn'),
    care && endIn(periodOfCare, care, 'endedOn'),
  )
}

/** When a child no longer waits for a placement: it began, or the plan ended. */
export const waitingEnds = (plan: Permanence, thread: Thread): End | null =>
  earliestOf(endIn(permanence, plan, 'placedForAdoptionOn'), planEnds(plan, thread))

/** When an adoptive placement is over: the child was returned, or the plan ended. */
export const adoptivePlacementEnds = (plan: Permanence, thread: Thread): End | null =>
  earliestOf(endIn(permanence, plan, 'adoptivePlacementEndedOn'), planEnds(plan, thread))

/**
 * Reviews of a child who may be placed for adoption or is. Authorities hold them with the review of a child in care, and the looked-after return
 * and the dataset know them as such: either counts, unless it was cancelled.
 */
export const adoptionReviews = [
  links(adoptionReview, 'heldOn'),
  links(lookedAfterReview, 'heldOn', (review) => review.cancelled !== true),
] as const
