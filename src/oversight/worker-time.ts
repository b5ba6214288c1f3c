import { professional } from '../authority/records.ts'
import { endIn, type Clock, type Start } from '../engine/clocks/clock.ts'
import { addMonths, daysBetween } from '../engine/clocks/days.ts'
import { itself } from '../engine/clocks/itself.ts'
import { earliestOf } from '../engine/clocks/own-dates.ts'
import { united } from '../engine/clocks/stretches.ts'
import type { Said, Thread } from '../engine/clocks/thread.ts'
import { involvement } from '../practice/allocation/records.ts'
import { workerAbsence } from './records.ts'

/** The times of a worker that matter to their supervision: when they hold children, when they are newly qualified, when they are away. */

export type Worker = Said<typeof professional.fields>

/** The year in which a newly qualified social worker is assessed and supported; shorter where they leave. */
export const assessedYear = itself(professional, 'newlyQualifiedFrom', {
  until: [({ newlyQualifiedFrom }) => newlyQualifiedFrom && addMonths(newlyQualifiedFrom, 12), 'leftOn'],
})

/** A worker between children for less than this is still the case worker that they were. */
const daysBetweenChildren = 28

/** The times in which a worker holds children as their case worker, however many, until they leave. */
export function holdingChildren(thread: Thread): readonly Start[] {
  const left = endIn(professional, thread.about(professional), 'leftOn')
  const held = thread.dated(involvement, 'startedOn').flatMap(({ at, record }): Start[] => {
    if (record.role !== 'CW' || (left !== null && at >= left.at)) return []
    return [{ at, by: { table: involvement.table, id: record.id }, until: earliestOf(endIn(involvement, record, 'endedOn'), left) }]
  })
  return united(held, daysBetweenChildren)
}

/** More than four weeks away: supervision stands still. */
const daysOfShortAbsence = 28

/** The absence of more than four weeks in which a clock stands still: the first that goes on after its start and began before its stop. */
export const whileAway: NonNullable<Clock['pauses']> = ({ at, stop }, thread) => {
  const away = thread
    .dated(workerAbsence, 'startedOn')
    .find(
      ({ at: from, record: { endedOn } }) =>
        (endedOn === null || (endedOn > at && daysBetween(from, endedOn) > daysOfShortAbsence)) && !(stop && stop.at <= from),
    )
  return away ? { from: away.at > at ? away.at : at, until: away.record.endedOn } : null
}
