import type { Transaction } from '../database/database.ts'
import type { Clock } from './clock.ts'
import { keptRow, runFrom, type Row } from './due-row.ts'
import type { Run } from './runs.ts'
import { daysOn, stateOn, type State } from './state.ts'
import type { Clockwork } from './subjects.ts'
import { workOutAll, workOutSome } from './work-out.ts'

/** A due date as it stands on a day. */
export interface DueDate extends Run {
  /** The identifier of the person, worker or household it is about. */
  readonly subject: string
  readonly rule: Clock
  readonly state: State
  /** Days late (overdue, late), left (running, paused) or to spare (met), in the rule's unit. */
  readonly days: number
}

export interface Asked {
  /** Plain date on which it is told how each stands. */
  readonly day: string
  /** Whose; everyone's when absent. */
  readonly subjects?: readonly string[] | undefined
  /** Of which clocks; all when absent. */
  readonly clocks?: readonly string[] | undefined
  /** Only what is still to be done that day. */
  readonly open?: boolean | undefined
  /** Leaves out what stopped on or before this plain date: for what stood open at some time since. */
  readonly stoppedAfter?: string | undefined
}

/**
 * Due dates as they stand on a day, a batch at a time, each subject's together. From what is kept; in a transaction that is known-at, worked
 * out from the records as they were known then.
 */
export async function* dueDates(tx: Transaction, work: Clockwork, asked: Asked): AsyncGenerator<DueDate[]> {
  const rules = new Map(
    work.clocks.filter(({ id }) => asked.clocks === undefined || asked.clocks.includes(id)).map((rule) => [rule.id, rule]),
  )
  const [then] = await tx.query<{ at: string | null }>(`select nullif(current_setting('app.known_at', true), '') as at`)
  if (then?.at) yield* dueThen(tx, work, asked, rules)
  else yield* dueNow(tx, asked, rules)
}

async function* dueNow(
  tx: Transaction,
  { day, subjects, clocks, open, stoppedAfter }: Asked,
  rules: ReadonlyMap<string, Clock>,
): AsyncGenerator<DueDate[]> {
  const where = ['d.started_on <= $1::date']
  const parameters: unknown[] = [day]
  const list = (ids: readonly string[]): string => `{${ids.join(',')}}`
  if (subjects) where.push(`d.subject = any ($${parameters.push(list(subjects))}::uuid[])`)
  if (clocks) where.push(`d.clock = any ($${parameters.push(list(clocks))}::text[])`)
  if (stoppedAfter) where.push(`(d.stopped_on is null or d.stopped_on > $${parameters.push(stoppedAfter)}::date)`)
  if (open) where.push('(d.stopped_on is null or d.stopped_on > $1::date)')
  const sql = `select d.subject, ${keptRow} as row from due_date d where ${where.join(' and ')} order by d.subject, d.clock, d.number`
  for await (const rows of tx.batches<{ subject: string; row: Row }>(sql, parameters)) {
    yield rows.flatMap(({ subject, row }) => told(subject, runFrom(row), rules, day, open))
  }
}

async function* dueThen(
  tx: Transaction,
  work: Clockwork,
  { day, subjects, open }: Asked,
  rules: ReadonlyMap<string, Clock>,
): AsyncGenerator<DueDate[]> {
  const terms = await work.termsOf(tx)
  const wanted = { ...work, clocks: [...rules.values()] }
  for (const subject of work.subjects) {
    const all = subjects ? workOutSome(tx, wanted, subject, subjects, terms) : workOutAll(tx, wanted, subject, terms)
    for await (const { subject: id, runs } of all) {
      const due = runs.flatMap((run) => told(id, run, rules, day, open))
      if (due.length > 0) yield due
    }
  }
}

function told(subject: string, run: Run, rules: ReadonlyMap<string, Clock>, day: string, open: boolean | undefined): DueDate[] {
  const rule = rules.get(run.clock)
  if (!rule) return []
  const state = stateOn(run, day, rule.meaning)
  if (state === null || (open && (state === 'met' || state === 'late'))) return []
  return [{ ...run, subject, rule, state, days: daysOn(run, state, day, rule.unit) }]
}

/** All of them at once: for a person, a worker's or a team's. */
export async function allDueDates(tx: Transaction, work: Clockwork, asked: Asked): Promise<DueDate[]> {
  const all: DueDate[] = []
  for await (const some of dueDates(tx, work, asked)) all.push(...some)
  return all
}
