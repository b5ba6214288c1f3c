import type { Clock } from '../engine/clocks/clock.ts'
import { addDays, addMonths } from '../engine/clocks/days.ts'
import { allDueDates, isKnownAt, stillOpen, type DueDate } from '../engine/clocks/due-dates.ts'
import { distance } from '../engine/clocks/length.ts'
import { stateOn } from '../engine/clocks/state.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Transaction } from '../engine/database/database.ts'
import { holdingsOn } from '../practice/allocation/holders.ts'
import { withNobody } from './caseload.ts'

/** Everyone on a clock, where they wait, and how it has gone. */

export interface OnAClock {
  readonly due: DueDate
  /** Place of the first step that is not done; null where the clock has no steps. */
  readonly waitsAt: number | null
  /** Days in that step so far, in the clock's unit. */
  readonly waitedDays: number | null
  readonly worker: string | null
  readonly team: string | null
  /** Identifiers of both, for lists that narrow. */
  readonly workerId: string | null
  readonly teamId: string | null
}

export interface StepStanding {
  readonly name: string
  readonly waiting: number
  readonly late: number
  /** How long the step took at the median, for those who finished it in the last twelve months; null under five of them. */
  readonly usually: number | null
  /** The same for the twelve months before. */
  readonly before: number | null
}

export interface ClockStanding {
  readonly clock: Clock
  readonly open: readonly OnAClock[]
  readonly overdue: number
  readonly steps: readonly StepStanding[]
  /** How many were overdue at each month's end, and on the day; the oldest first. */
  readonly history: readonly { readonly day: string; readonly overdue: number }[]
}

const monthsBack = 15

/** @param day plain date on which it is told */
export async function clockStanding(tx: Transaction, work: Clockwork, clock: Clock, day: string): Promise<ClockStanding> {
  const openNow = await allDueDates(tx, work, { day, clocks: [clock.id], open: true })
  const held =
    clock.about.table === 'person'
      ? await holdersOf(tx, day, [...new Set(openNow.map(({ subject }) => subject))])
      : new Map<string, Holder>()
  const open = openNow.map((due): OnAClock => {
    const waitsAt = waitingAt(due)
    const holder = held.get(due.subject)
    return {
      due,
      waitsAt,
      waitedDays: waitsAt === null ? null : Math.max(0, distance(stepBegan(due, waitsAt), day, clock.unit)),
      worker: holder?.worker ?? null,
      team: holder?.team ?? null,
      workerId: holder?.workerId ?? null,
      teamId: holder?.teamId ?? null,
    }
  })
  const { history, walked } = await howItWent(tx, work, clock, day)
  return {
    clock,
    open: open.sort((a, b) => (a.due.dueAt < b.due.dueAt ? -1 : a.due.dueAt > b.due.dueAt ? 1 : 0)),
    overdue: open.filter(({ due }) => due.state === 'overdue').length,
    steps: clock.steps.map((step, place) => stepStanding(step.name, place, open, walked, clock, day)),
    history,
  }
}

/** Place of the first step that is not done. Steps after it may be done already: it is the first that is missing. */
function waitingAt({ rule, steps }: DueDate): number | null {
  if (rule.steps.length === 0) return null
  const place = rule.steps.findIndex((_, at) => (steps[at] ?? null) === null)
  return place < 0 ? rule.steps.length - 1 : place
}

/** When a step began: when the one before it was done, or when the clock started. */
function stepBegan({ steps, startedAt }: Pick<DueDate, 'steps' | 'startedAt'>, place: number): string {
  const done = steps.slice(0, place).filter((each) => each !== null)
  return done.at(-1) ?? startedAt.slice(0, 10)
}

function stepStanding(
  name: string,
  place: number,
  open: readonly OnAClock[],
  walked: readonly Walked[],
  clock: Clock,
  day: string,
): StepStanding {
  const here = open.filter(({ waitsAt }) => waitsAt === place)
  const took = (from: string, until: string): number | null =>
    median(
      walked.flatMap((run) => {
        const done = run.steps[place]
        return done && done > from && done <= until ? [Math.max(0, distance(stepBegan(run, place), done, clock.unit))] : []
      }),
    )
  return {
    name,
    waiting: here.length,
    late: here.filter(({ due }) => due.state === 'overdue').length,
    usually: took(addMonths(day, -12), day),
    before: took(addMonths(day, -24), addMonths(day, -12)),
  }
}

/** A run by its start and its steps. */
type Walked = Pick<DueDate, 'startedAt' | 'steps'>

interface HowItWent {
  readonly history: ClockStanding['history']
  /** The runs that stood open at some time in the last two years, where the clock has steps. */
  readonly walked: readonly Walked[]
}

/** How a clock has gone. Counted where it is kept; in a known-at transaction worked out afresh. */
async function howItWent(tx: Transaction, work: Clockwork, clock: Clock, day: string): Promise<HowItWent> {
  const ends = [...monthEnds(day, monthsBack), day]
  const twoYearsAgo = addMonths(day, -24)
  if (!(await isKnownAt(tx))) {
    const overdue = clock.meaning === 'duty' || clock.meaning === 'threshold' ? await overdueAt(tx, clock, ends) : ends.map(() => 0)
    const walked = clock.steps.length === 0 ? [] : await walkedSince(tx, clock, day, twoYearsAgo)
    return { history: ends.map((end, place) => ({ day: end, overdue: overdue[place] ?? 0 })), walked }
  }
  const runs = await allDueDates(tx, work, { day, clocks: [clock.id] })
  const overdueOn = (end: string): number => runs.filter((run) => stateOn(run, end, clock.meaning) === 'overdue').length
  return { history: ends.map((end) => ({ day: end, overdue: overdueOn(end) })), walked: runs }
}

/**
 * How many were overdue at the end of each of these days, the earliest first. The database says between which of the days runs were overdue,
 * and between which of them they stood still; most runs are never overdue and are not read.
 */
async function overdueAt(tx: Transaction, { id }: Clock, days: readonly string[]): Promise<readonly number[]> {
  // How many of the days lie before a date: the place of the first on or after it.
  const before = (date: string) => `width_bucket(${date} - 1, $2::date[])`
  const rows = await tx.query<{ late: number; until: number | null; paused: number | null; resumed: number | null; n: number }>(
    `select ${before('greatest(due_on + 1, started_on)')} as late, ${before('stopped_on')} as until,
            ${before('paused_on')} as paused, ${before('resumed_on')} as resumed, count(*) as n
     from (
       select * from due_date where clock = $1 and stopped_on is null
       union all select * from due_date where clock = $1 and stopped_on > $3::date and stopped_on > due_on
     ) late
     where due_on < $4::date and started_on <= $4::date
     group by 1, 2, 3, 4`,
    [id, `{${days.join(',')}}`, days[0], days.at(-1)],
  )
  return days.map((_, place) => {
    const overdue = rows.filter(
      ({ late, until, paused, resumed }) =>
        late <= place && place < (until ?? days.length) && !(paused !== null && paused <= place && place < (resumed ?? days.length)),
    )
    return overdue.reduce((sum, { n }) => sum + n, 0)
  })
}

/** The runs that stood open at some time after a day, by their start and steps. */
async function walkedSince(tx: Transaction, { id }: Clock, day: string, since: string): Promise<readonly Walked[]> {
  return tx.query<{ startedAt: string; steps: (string | null)[] }>(
    `select started_on as "startedAt", array_to_json(steps) as steps
     from (${stillOpen('$3::date', 'd.clock = $1 and d.started_on <= $2::date and d.steps is not null')}) walked`,
    [id, day, since],
  )
}

/** Null under five: too few to say what is usual. */
function median(values: readonly number[]): number | null {
  if (values.length < 5) return null
  const inOrder = [...values].sort((a, b) => a - b)
  return inOrder[Math.floor((inOrder.length - 1) / 2)] ?? null
}

/** The last days of so many months before the day, the oldest first. */
function monthEnds(day: string, months: number): string[] {
  const first = `${day.slice(0, 7)}-01`
  return Array.from({ length: months }, (_, back) => addDays(addMonths(first, back - months + 1), -1))
}

interface Holder {
  readonly worker: string | null
  readonly team: string | null
  readonly workerId: string | null
  readonly teamId: string | null
}

/** Who holds each child, with names; of a child whom nobody holds, the team whose it was. */
async function holdersOf(tx: Transaction, day: string, children: readonly string[]): Promise<ReadonlyMap<string, Holder>> {
  const held = (await holdingsOn(tx, day, { children })).filter(({ holds }) => holds)
  const all = [
    ...(await withNobody(tx, day, new Set(held.map(({ child }) => child)), children)).map(({ child, team }) => ({
      child,
      worker: null,
      team,
    })),
    ...held,
  ]
  const ids = [...new Set(all.flatMap(({ worker, team }) => [worker, team]).filter((id) => id !== null))]
  const names = new Map(
    (
      await tx.query<{ id: string; name: string | null }>(
        `select id, name from professional where id = any ($1::uuid[]) union all select id, name from team where id = any ($1::uuid[])`,
        [`{${ids.join(',')}}`],
      )
    ).map(({ id, name }) => [id, name]),
  )
  return new Map(
    all.map(({ child, worker, team }) => [
      child,
      { worker: names.get(worker ?? '') ?? null, team: names.get(team ?? '') ?? null, workerId: worker, teamId: team },
    ]),
  )
}

/** Of every clock, how many are open and overdue on a day, and the longest overdue. */
export async function allClocks(
  tx: Transaction,
  work: Clockwork,
  day: string,
): Promise<ReadonlyMap<string, { readonly open: number; readonly overdue: number; readonly longest: number }>> {
  const list = (clocks: readonly Clock[]) => `{${clocks.map(({ id }) => id).join(',')}}`
  // A window that has closed, or a day from which something is allowed, is not open: what lies before the day is not looked at, unless it can stand still.
  const asks = work.clocks.filter(({ meaning, pauses }) => meaning === 'duty' || meaning === 'threshold' || pauses !== null)
  const late = asks.filter(({ meaning }) => meaning === 'duty' || meaning === 'threshold')
  const rows = await tx.query<{ clock: string; open: number; overdue: number; earliest: string | null }>(
    `select clock, count(*) as open, count(*) filter (where overdue) as overdue, min(due_on) filter (where overdue) as earliest
     from (
       select clock, due_on, not paused and due_on < $1::date as overdue
       from (
         select clock, due_on, paused_on is not null and paused_on <= $1::date and (resumed_on is null or resumed_on > $1::date) as paused
         from (${stillOpen('$1::date', 'd.clock = any ($2::text[]) and d.started_on <= $1::date')}) open
       ) asking
       where paused or due_on >= $1::date or clock = any ($3::text[])
       union all
       select clock, due_on, false
       from (${stillOpen('$1::date', 'd.clock = any ($4::text[]) and d.due_on >= $1::date and d.started_on <= $1::date')}) ahead
     ) standing
     group by clock`,
    [day, list(asks), list(late), list(work.clocks.filter((clock) => !asks.includes(clock)))],
  )
  const rules = new Map(work.clocks.map((clock) => [clock.id, clock]))
  return new Map(
    rows.flatMap(({ clock, open, overdue, earliest }) => {
      const rule = rules.get(clock)
      return rule ? [[clock, { open, overdue, longest: earliest === null ? 0 : distance(earliest, day, rule.unit) }] as const] : []
    }),
  )
}
