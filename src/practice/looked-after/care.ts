import type { End, Start } from '../../engine/clocks/clock.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { isShortBreak } from './legal-status-on.ts'
import { periodOfCare } from './records.ts'

/** What the rules of care ask again and again of a child's periods of care. */

export type Period = Said<(typeof periodOfCare)['fields']>

/** The day before every day: nothing that was recorded is too early. */
export const everBefore = '0001-01-01'

/** Periods of care to which the rules of care apply in full: not short breaks. */
export const inFullCare = (period: Period, thread: Thread): boolean => period.startedOn !== null && !isShortBreak(thread, period.startedOn)

/** The period of care in which a day lies, its last day with it; where two meet, the later. */
export function periodAt(thread: Thread, moment: string): Period | null {
  const day = moment.slice(0, 10)
  return (
    thread.dated(periodOfCare, 'startedOn').findLast(({ at, record: { endedOn } }) => at <= day && (endedOn === null || day <= endedOn))
      ?.record ?? null
  )
}

/** When the child left care again, of the period in which a day lies: what is only needed in care ends there. */
export function leftCare(thread: Thread, day: string): End | null {
  const period = periodAt(thread, day)
  return period === null ? null : endOfPeriod(period)
}

export const endOfPeriod = ({ id, endedOn }: Period): End | null =>
  endedOn === null ? null : { at: endedOn, by: { table: periodOfCare.table, id } }

/**
 * From when a plan, an assessment or an account made before a child came into care is one for this time in care: since the end of the time
 * before. Case systems seldom end a plan, so one from an earlier time in care is not still running.
 */
export function sinceCareBefore({ at }: Start, thread: Thread): string {
  const before = thread
    .dated(periodOfCare, 'startedOn')
    .findLast((earlier) => earlier.at < at.slice(0, 10) && earlier.record.endedOn !== null)
  return before?.record.endedOn ?? everBefore
}

/** Whether something that runs from one day to another still runs on a day, or begins later. */
export const runsFromThenOn = (endedOn: string | null, day: string): boolean => endedOn === null || endedOn > day.slice(0, 10)
