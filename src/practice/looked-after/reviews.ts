import { links, type End } from '../../engine/clocks/clock.ts'
import { months, workingDays, type Length } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { lookedAfterReview } from './records.ts'

/** Reviews of children in care, as regulation 33 spaces them. */

/** A review that was cancelled was not held. */
export const reviewsHeld = links(lookedAfterReview, 'heldOn', (review) => review.cancelled !== true)

/** Within what time the next review is due: 20 working days of coming into care, three months of the first review, six months of each later one. */
export const reviewWithin = (reviewsBefore: number): Length =>
  reviewsBefore === 0 ? workingDays(20) : reviewsBefore === 1 ? months(3) : months(6)

/** The first review held after a day, as an end: what was only asked for until then is asked for no more. */
export function reviewAfter(thread: Thread, day: string): End | null {
  const next = reviewsHeld.dated(thread).find(({ at }) => at > day)
  return next ? { at: next.at, by: { table: lookedAfterReview.table, id: next.record.id } } : null
}
