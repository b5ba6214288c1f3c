import { endIn, type End, type Start } from '../../engine/clocks/clock.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { referral } from './records.ts'

/** The case that a record belongs to: the referral that opened it, and the day it was closed. */

type Referral = Said<(typeof referral)['fields']>

/** What a record says of the referral it belongs to; null where its source does not say. */
export interface OfAReferral {
  readonly referral: string | null
}

/** The referral a record of that day belongs to: the one it names, else the latest received by then that was not closed before. */
export function referralOf(thread: Thread, record: OfAReferral, day: string): Referral | null {
  const found =
    record.referral === null
      ? thread.dated(referral, 'receivedOn').findLast(({ at }) => at <= day.slice(0, 10))?.record
      : thread.all(referral).find(({ id }) => id === record.referral)
  return found === undefined || (found.closedOn !== null && found.closedOn < day.slice(0, 10)) ? null : found
}

/** When the case that a record of that day belongs to was closed; null while it is open, or where no referral is known. */
export function caseClosed(thread: Thread, record: OfAReferral, day: string): End | null {
  const found = referralOf(thread, record, day)
  return found === null ? null : endIn(referral, found, 'closedOn')
}

/** Whether a record belongs to the referral that started a clock; where its source does not say, it may. */
export const mayBelong = (record: OfAReferral, { by }: Pick<Start, 'by'>): boolean => record.referral === null || record.referral === by.id
