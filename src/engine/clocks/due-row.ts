import type { Ref } from './clock.ts'
import type { Run } from './runs.ts'

/** Due dates as they are kept: a row each, in columns whose order is written here alone. */

/** The columns that say what a due date is; before them stand the subject, the clock and its number within the clock. */
const columns = [
  ['started_kind', 'text'],
  ['started_by', 'uuid'],
  ['started_on', 'date'],
  ['started_time', 'time'],
  ['due_on', 'date'],
  ['due_time', 'time'],
  ['stopped_kind', 'text'],
  ['stopped_by', 'uuid'],
  ['stopped_on', 'date'],
  ['stopped_time', 'time'],
  ['done', 'boolean'],
  ['paused_on', 'date'],
  ['resumed_on', 'date'],
  ['part', 'text'],
  ['steps', 'date[]'],
] as const

export const keys = ['subject', 'clock', 'number'] as const
export const saying: readonly string[] = columns.map(([name]) => name)
export const rowType = ['subject uuid', 'clock text', 'number integer', ...columns.map(([name, type]) => `${name} ${type}`)].join(', ')

/** SQL of a kept row as a JSON array: clock, number, then what it says. */
export const keptRow = `json_build_array(d.clock, d.number, ${columns.map(([name]) => `d.${name}`).join(', ')})`

/** A row as that array holds it. */
export type Row = readonly [clock: string, number: number, ...said: unknown[]]

/** The rows of a subject's runs, numbered within each clock. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const numbers = new Map<string, number>()
  return runs.map((run): Row => {
    const number = numbers.get(run.clock) ?? 0
    numbers.set(run.clock, number + 1)
    return [
      run.clock,
      number,
      run.startedBy.table,
      run.startedBy.id,
      dayOf(run.startedAt),
      timeOf(run.startedAt),
      dayOf(run.dueAt),
      timeOf(run.dueAt),
      run.stoppedBy?.table ?? null,
      run.stoppedBy?.id ?? null,
      run.stoppedAt === null ? null : dayOf(run.stoppedAt),
      run.stoppedAt === null ? null : timeOf(run.stoppedAt),
      run.done,
      run.pausedOn === null ? null : dayOf(run.pausedOn),
      run.resumedOn === null ? null : dayOf(run.resumedOn),
      run.part,
      run.steps.length === 0 ? null : run.steps.map((day) => (day === null ? null : dayOf(day))),
    ]
  })
}

/** A run from a kept row. */
export function runFrom(row: Row): Run {
  const at = (place: number): string | null => (row[place] as string | null) ?? null
  const moment = (day: string | null, time: string | null): string => (time === null ? (day as string) : `${day} ${time}`)
  const ref = (table: string | null, id: string | null): Ref | null => (table === null || id === null ? null : { table, id })
  return {
    clock: row[0],
    startedBy: { table: at(2) as string, id: at(3) as string },
    startedAt: moment(at(4), at(5)),
    dueAt: moment(at(6), at(7)),
    stoppedBy: ref(at(8), at(9)),
    stoppedAt: at(10) === null ? null : moment(at(10), at(11)),
    done: row[12] === true,
    pausedOn: at(13),
    resumedOn: at(14),
    part: at(15),
    steps: (row[16] as (string | null)[] | null) ?? [],
  }
}

const dayOf = (moment: string): string => moment.slice(0, 10)
const timeOf = (moment: string): string | null => (moment.length > 10 ? moment.slice(11) : null)
