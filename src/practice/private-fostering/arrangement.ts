import { endIn, type End, type Start } from '../../engine/clocks/clock.ts'
import { addMonths, birthday } from '../../engine/clocks/days.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { disability, person } from '../person/records.ts'
import { privateFostering } from './records.ts'

/** A private fostering arrangement as its clocks see it. */

export type Arrangement = Said<(typeof privateFostering)['fields']>

/** When an arrangement is private fostering no more: it ended, or the child is 16, or 18 where disabled. */
export function arrangementEnds(arrangement: Arrangement, thread: Thread): End | null {
  const { bornOn } = thread.about(person)
  const disabled = arrangement.childDisabled ?? thread.all(disability).some(({ code }) => code !== null && code !== 'NONE')
  const grown = bornOn === null ? null : { at: birthday(bornOn, disabled ? 18 : 16), by: { table: person.table, id: thread.subject.id } }
  return earliestOf(endIn(privateFostering, arrangement, 'endedOn'), grown)
}

/**
 * Each arrangement from the day on which, for visits, it is deemed to begin: when the authority became aware of it, but not before the child moved in
 * (regulation 8(6)). One that is only planned has not begun.
 */
export function begun(thread: Thread): Start[] {
  return thread.all(privateFostering).flatMap((record): Start[] => {
    const known = record.becameAwareOn ?? record.noticeReceivedOn
    const movedIn = record.startedOn ?? (record.plannedFrom === null ? known : null)
    if (movedIn === null) return []
    const at = known !== null && known > movedIn ? known : movedIn
    return [{ at, by: { table: privateFostering.table, id: record.id }, until: arrangementEnds(record, thread), record }]
  })
}

/** The first day that is no more in the first year of an arrangement which began on a day. */
export const secondYearFrom = (beganOn: string): string => addMonths(beganOn, 12)
