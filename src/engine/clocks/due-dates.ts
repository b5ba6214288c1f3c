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
  /** Leaves out what was done in time. */
  readonly unmet?: boolean | undefined
  /** Leaves out what falls due after this plain date. */
  readonly dueBy?: string | undefined
}

/**
 * Due dates as they stand on a day, a batch at a time, each subject's together. From what is kept; in a transaction that is known-at, worked
 * out from the records as they were known then.
 */
export async function* dueDates(tx: Transaction, work: Clockwork, asked: Asked): AsyncGenerator<DueDate[]> {
  const rules = rulesAsked(work, asked)
  if (await isKnownAt(tx)) yield* dueThen(tx, work, asked, rules)
  else yield* dueNow(tx, asked, rules)
}

/** Whether the transaction sees the records as they were known at a past moment. Nothing is kept of that. */
export async function isKnownAt(tx: Transaction): Promise<boolean> {
  const [then] = await tx.query<{ at: string | null }>(`select nullif(current_setting('app.known_at', true), '') as at`)
  return typeof then?.at === 'string'
}

const rulesAsked = (work: Clockwork, { clocks }: Pick<Asked, 'clocks'>): ReadonlyMap<string, Clock> =>
  new Map(work.clocks.filter(({ id }) => clocks === undefined || clocks.includes(id)).map((rule) => [rule.id, rule]))

const list = (ids: readonly string[]): string => `{${ids.join(',')}}`

async function* dueNow(tx: Transaction, asked: Asked, rules: ReadonlyMap<string, Clock>): AsyncGenerator<DueDate[]> {
  const { day, subjects, clocks, open, unmet, dueBy } = asked
  const where = ['d.started_on <= $1::date']
  const parameters: unknown[] = [day]
  const of = (meanings: readonly Clock['meaning'][]): string =>
    `d.clock = any ($${parameters.push(list([...rules.values()].filter(({ meaning }) => meanings.includes(meaning)).map(({ id }) => id)))}::text[])`
  if (clocks) where.push(`d.clock = any ($${parameters.push(list(clocks))}::text[])`)
  if (dueBy) where.push(`d.due_on <= $${parameters.push(dueBy)}::date`)
  // What `told` leaves out, as far as days alone tell, need not come here at all: windows that have closed are many, and so is what was done in time.
  if (open) where.push(`(d.due_on >= $1::date or d.paused_on is not null or not ${of(['window', 'earliest'])})`)
  if (unmet) where.push(`not (d.done and d.stopped_on <= $1::date and d.stopped_on < d.due_on and not ${of(['earliest'])})`)
  const these = where.join(' and ')
  const from = subjects
    ? // One subject after another by the key: they are few among all, whatever the planner believes (`offset 0` keeps it from going another way).
      `unnest($${parameters.push(list(subjects))}::uuid[]) as asked (id) cross join lateral (
         select * from due_date d where d.subject = asked.id${open ? ' and (d.stopped_on is null or d.stopped_on > $1::date)' : ''} and ${these} offset 0
       ) d`
    : open
      ? `(${stillOpen('$1::date', these)}) d`
      : `due_date d where ${these}`
  const sql = `select d.subject, ${keptRow} as row from ${from} order by d.subject, d.clock, d.number`
  for await (const rows of tx.batches<{ subject: string; row: Row }>(sql, parameters)) {
    yield rows.flatMap(({ subject, row }) => told(subject, runFrom(row), rules, asked))
  }
}

/**
 * SQL of the kept due dates, as `d`, that had not stopped by a day: those that have not stopped at all, those that stopped late, and those that
 * stopped in time after it. Each part is found by an index of its own.
 * @param where what else must hold
 */
export const stillOpen = (day: string, where: string): string =>
  ['d.stopped_on is null', `d.stopped_on > ${day} and d.stopped_on > d.due_on`, `d.stopped_on > ${day} and d.stopped_on <= d.due_on`]
    .map((stopped) => `select * from due_date d where ${stopped} and ${where}`)
    .join(' union all ')

async function* dueThen(tx: Transaction, work: Clockwork, asked: Asked, rules: ReadonlyMap<string, Clock>): AsyncGenerator<DueDate[]> {
  const { subjects } = asked
  const terms = await work.termsOf(tx)
  // Only what is due: facts that follow from the same records are asked for elsewhere.
  const wanted: Clockwork = { subjects: work.subjects, termsOf: (then) => work.termsOf(then), clocks: [...rules.values()] }
  for (const subject of work.subjects) {
    const all = subjects ? workOutSome(tx, wanted, subject, subjects, terms) : workOutAll(tx, wanted, subject, terms, undefined, 'nothing')
    for await (const { subject: id, runs } of all) {
      const due = runs.flatMap((run) => told(id, run, rules, asked))
      if (due.length > 0) yield due
    }
  }
}

function told(subject: string, run: Run, rules: ReadonlyMap<string, Clock>, { day, open, unmet, dueBy }: Asked): DueDate[] {
  const rule = rules.get(run.clock)
  if (!rule || (dueBy !== undefined && run.dueAt.slice(0, 10) > dueBy)) return []
  const state = stateOn(run, day, rule.meaning)
  if (state === null || ((open || unmet) && state === 'met') || (open && state === 'late')) return []
  return [{ ...run, subject, rule, state, days: daysOn(run, state, day, rule.unit) }]
}

/**
 * Of each of these duties, the last two of the same clock for the same subject that have been met, are late or are overdue: how it went, and how
 * the time before. The earlier first.
 */
export async function lastTwo(
  tx: Transaction,
  work: Clockwork,
  day: string,
  of: readonly Pick<DueDate, 'subject' | 'clock'>[],
): Promise<readonly (readonly DueDate[])[]> {
  const pairs = [...new Map(of.map((each) => [`${each.subject} ${each.clock}`, each])).values()]
  const asked = { day, subjects: [...new Set(pairs.map(({ subject }) => subject))], clocks: [...new Set(pairs.map(({ clock }) => clock))] }
  const found = (await isKnownAt(tx)) ? await allDueDates(tx, work, asked) : await latestNow(tx, work, asked, pairs)
  const byPair = new Map<string, DueDate[]>(pairs.map(({ subject, clock }) => [`${subject} ${clock}`, []]))
  for (const one of found) if (one.state !== 'running' && one.state !== 'paused') byPair.get(`${one.subject} ${one.clock}`)?.push(one)
  return [...byPair.values()].map((runs) =>
    runs.sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0)).slice(-2),
  )
}

async function latestNow(
  tx: Transaction,
  work: Clockwork,
  asked: Asked,
  pairs: readonly Pick<DueDate, 'subject' | 'clock'>[],
): Promise<DueDate[]> {
  const rows = await tx.query<{ subject: string; row: Row }>(
    `select d.subject, ${keptRow} as row
     from unnest($2::uuid[], $3::text[]) as pair (subject, clock) cross join lateral (
       select * from due_date d
       where d.subject = pair.subject and d.clock = pair.clock and d.started_on <= $1::date
         and case when d.stopped_on <= $1::date then d.done or d.due_on < d.stopped_on
                  else d.due_on < $1::date and not (d.paused_on is not null and d.paused_on <= $1::date and (d.resumed_on is null or d.resumed_on > $1::date)) end
       order by d.started_on desc, d.started_time desc nulls last, d.number desc limit 2
     ) d order by d.subject, d.clock, d.number`,
    [asked.day, list(pairs.map(({ subject }) => subject)), list(pairs.map(({ clock }) => clock))],
  )
  return rows.flatMap(({ subject, row }) => told(subject, runFrom(row), rulesAsked(work, asked), asked))
}

/** All of them at once: for a person, a worker's or a team's. */
export async function allDueDates(tx: Transaction, work: Clockwork, asked: Asked): Promise<DueDate[]> {
  const all: DueDate[] = []
  for await (const some of dueDates(tx, work, asked)) all.push(...some)
  return all
}
