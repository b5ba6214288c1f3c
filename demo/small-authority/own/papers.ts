import { addWorkingDays } from '../days.ts'
import type { Day } from '../days.ts'
import { done, doneWithin, workingDaysBefore } from './promptly.ts'
import { chanceOf, type OwnTelling } from './telling.ts'

/** The papers of a meeting: the report before it, the decisions and the record after it. */
export function papersOf(
  person: string,
  own: OwnTelling,
  {
    meeting,
    column,
    id,
    on,
    reportDue,
    recordWithin,
  }: {
    readonly meeting: string
    readonly column: string
    readonly id: string
    readonly on: Day
    readonly reportDue: Day
    /** Working days within which the record is sent. */
    readonly recordWithin: number
  },
): void {
  const chance = chanceOf(id, 'papers')
  const shared = done(chance, workingDaysBefore(reportDue, 4), reportDue, { late: 14, by: 4 })
  const sent = doneWithin(chance, addWorkingDays(on, recordWithin - 9), 9, { late: 8, by: 12 })
  const written = doneWithin(chance, addWorkingDays(on, 4), 9, { late: 8, by: 4 })
  const decisions = doneWithin(chance, on, 5, { late: 9, by: 6 })
  own.tell('meeting_paperwork', person, [shared, decisions].sort()[0] as Day, {
    meeting,
    meeting_on: on,
    [column]: id,
    report_shared_on: shared > on ? '' : shared,
    report_shared_with: 'The family and whoever was asked to come',
    decisions_sent_on: decisions,
    minutes_written_on: written < sent ? written : sent,
    minutes_sent_on: sent,
    sent_to: 'The family and everyone who came',
  })
}
