import type { Clock } from '../engine/clocks/clock.ts'
import { addDays, addMonths } from '../engine/clocks/days.ts'
import { allDueDates, type DueDate } from '../engine/clocks/due-dates.ts'
import { distance } from '../engine/clocks/length.ts'
import { daysOn, stateOn } from '../engine/clocks/state.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Transaction } from '../engine/database/database.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { holdingsOn } from '../practice/allocation/holders.ts'
import { withNobody } from './caseload.ts'
import { itemsOf, type DueItem } from '../practice/due/due-items.ts'

/** Everyone on a clock, where they wait, and how it has gone. */

export interface OnAClock {
  readonly item: DueItem
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
export async function clockStanding(
  tx: Transaction,
  work: Clockwork,
  kinds: readonly RecordKind[],
  clock: Clock,
  day: string,
): Promise<ClockStanding> {
  const ends = monthEnds(day, monthsBack)
  const first = addMonths(day, -24)
  const runs = await allDueDates(tx, work, { day, clocks: [clock.id], stoppedAfter: first < (ends[0] ?? day) ? first : (ends[0] ?? day) })
  const openNow = runs.filter(({ state }) => state === 'running' || state === 'overdue' || state === 'paused')
  const items = await itemsOf(tx, work, kinds, openNow)
  const held =
    clock.about.table === 'person'
      ? await holdersOf(tx, day, [...new Set(openNow.map(({ subject }) => subject))])
      : new Map<string, Holder>()
  const open = items.map((item): OnAClock => {
    const waitsAt = waitingAt(item.due)
    const holder = held.get(item.due.subject)
    return {
      item,
      waitsAt,
      waitedDays: waitsAt === null ? null : Math.max(0, distance(stepBegan(item.due, waitsAt), day, clock.unit)),
      worker: holder?.worker ?? null,
      team: holder?.team ?? null,
      workerId: holder?.workerId ?? null,
      teamId: holder?.teamId ?? null,
    }
  })
  return {
    clock,
    open: open.sort((a, b) => (a.item.due.dueAt < b.item.due.dueAt ? -1 : a.item.due.dueAt > b.item.due.dueAt ? 1 : 0)),
    overdue: open.filter(({ item }) => item.due.state === 'overdue').length,
    steps: clock.steps.map((step, place) => stepStanding(step.name, place, open, runs, clock, day)),
    history: [...ends, day].map((end) => ({
      day: end,
      overdue: runs.filter((run) => stateOn(run, end, clock.meaning) === 'overdue').length,
    })),
  }
}

/** Place of the first step that is not done. Steps after it may be done already: it is the first that is missing. */
function waitingAt({ rule, steps }: DueDate): number | null {
  if (rule.steps.length === 0) return null
  const place = rule.steps.findIndex((_, at) => (steps[at] ?? null) === null)
  return place < 0 ? rule.steps.length - 1 : place
}

/** When a step began: when the one before it was done, or when the clock started. */
function stepBegan({ steps, startedAt }: DueDate, place: number): string {
  const done = steps.slice(0, place).filter((each) => each !== null)
  return done.at(-1) ?? startedAt.slice(0, 10)
}

function stepStanding(
  name: string,
  place: number,
  open: readonly OnAClock[],
  runs: readonly DueDate[],
  clock: Clock,
  day: string,
): StepStanding {
  const here = open.filter(({ waitsAt }) => waitsAt === place)
  const took = (from: string, until: string): number | null =>
    median(
      runs.flatMap((run) => {
        const done = run.steps[place]
        return done && done > from && done <= until ? [Math.max(0, distance(stepBegan(run, place), done, clock.unit))] : []
      }),
    )
  return {
    name,
    waiting: here.length,
    late: here.filter(({ item }) => item.due.state === 'overdue').length,
    usually: took(addMonths(day, -12), day),
    before: took(addMonths(day, -24), addMonths(day, -12)),
  }
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
  const held = (await holdingsOn(tx, day, children)).filter(({ holds }) => holds)
  const all = [
    ...(await withNobody(tx, day, new Set(held.map(({ child }) => child)))).map(({ child, team }) => ({ child, worker: null, team })),
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
  const rules = new Map(work.clocks.map((clock) => [clock.id, clock]))
  const rows = await tx.query<{ clock: string; dueAt: string; pausedOn: string | null; resumedOn: string | null; n: number }>(
    `select clock, due_on as "dueAt", paused_on as "pausedOn", resumed_on as "resumedOn", count(*) as n from due_date
     where started_on <= $1::date and (stopped_on is null or stopped_on > $1::date) group by 1, 2, 3, 4`,
    [day],
  )
  const counts = new Map<string, { open: number; overdue: number; longest: number }>()
  for (const { clock, n, ...dates } of rows) {
    const rule = rules.get(clock)
    const run = { ...dates, startedAt: day, stoppedAt: null, done: false }
    const state = rule ? stateOn(run, day, rule.meaning) : null
    if (!rule || state === null) continue
    const count = counts.get(clock) ?? { open: 0, overdue: 0, longest: 0 }
    count.open += n
    if (state === 'overdue') {
      count.overdue += n
      count.longest = Math.max(count.longest, daysOn(run, state, day, rule.unit))
    }
    counts.set(clock, count)
  }
  return counts
}
