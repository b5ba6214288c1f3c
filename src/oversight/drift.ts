import { addDays, daysBetween } from '../engine/clocks/days.ts'
import { lastTwo, type DueDate } from '../engine/clocks/due-dates.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Transaction } from '../engine/database/database.ts'
import { columnName, type RecordKind } from '../engine/records/kind.ts'
import { countOf, longDate } from '../engine/web/words.ts'

/**
 * Children who drift: nothing recorded for a long time, the same thing late twice running, a planned action past its date. None of it is late in
 * law by itself; each is a reason to ask.
 */
export interface Drifting {
  readonly child: string
  /** Whole sentences, the longest standing first. */
  readonly why: readonly string[]
}

/**
 * @param overdue the duties that are overdue for these children
 * @param after how many days without a record are long; the authority's setting
 */
export async function drifting(
  tx: Transaction,
  work: Clockwork,
  kinds: readonly RecordKind[],
  children: readonly string[],
  overdue: readonly DueDate[],
  day: string,
  after: number,
): Promise<Drifting[]> {
  const lately = await toldAfter(tx, recurring(work), children, addDays(day, -after - 1), day)
  const quiet = await quietSince(
    tx,
    kinds,
    children.filter((child) => !lately.has(child)),
    day,
  )
  const actions = byChild(await actionsPast(tx, children, day), ({ child }) => child)
  const twice = byChild((await lastTwo(tx, work, day, overdue)).filter(lateTwice), ([one]) => one?.subject ?? '')
  const found = children.map((child): Drifting => {
    const last = quiet.get(child)
    const days = last === undefined ? null : daysBetween(last, day)
    return {
      child,
      why: [
        ...(days !== null && days > after
          ? [`Nothing recorded for ${countOf(days, 'day', 'days')}. Last: ${longDate(last as string)}.`]
          : []),
        ...(actions.get(child) ?? []).map(
          ({ what, dueOn }) => `“${what}” was due ${longDate(dueOn)}, ${countOf(daysBetween(dueOn, day), 'day', 'days')} ago.`,
        ),
        ...(twice.get(child) ?? []).map(([one]) => `${(one as DueDate).rule.name} late twice running.`),
      ],
    }
  })
  return found.filter(({ why }) => why.length > 0)
}

function byChild<T>(all: readonly T[], childOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const child = childOf(one)
    const held = found.get(child)
    if (held) held.push(one)
    else found.set(child, [one])
  }
  return found
}

/** Whether, of the last two, the earlier was late (or still is) and the later is overdue. */
const lateTwice = ([one, two]: readonly DueDate[]): boolean =>
  two?.state === 'overdue' && (one?.state === 'late' || one?.state === 'overdue')

/** The children asked for ($1), each under every record that is the same child: few, so that their records are found by an index. */
const whose = `whose as materialized (
  select coalesce(same_as_id, id) as child, id from person where id = any ($1::uuid[]) or same_as_id = any ($1::uuid[])
)`

/** The last day on or before the day asked on which anything is recorded of a child, whatever kind it is. */
export async function quietSince(
  tx: Transaction,
  kinds: readonly RecordKind[],
  children: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, string>> {
  if (children.length === 0) return new Map()
  const sql = ofChildren(kinds)
    .map(({ table, columns }) => {
      const days = columns.map((column) => `case when t.${column} <= $2::date then t.${column} end`)
      return `select w.child, max(greatest(${days.join(', ')})) as on_day
              from whose w join ${table} t on t.person_id = w.id where t.withdrawn_at is null group by 1`
    })
    .join(' union all ')
  const rows = await tx.prepared<{ child: string; last: string | null }>(
    `with ${whose} select child, max(on_day) as last from (${sql}) days group by child`,
    [`{${children.join(',')}}`, day],
  )
  return new Map(rows.flatMap(({ child, last }) => (last === null ? [] : [[child, last] as const])))
}

/** What comes again and again for a child (visits, reviews, supervision): most children have some of it lately, and need not be looked for elsewhere. */
const recurring = ({ clocks }: Clockwork): readonly RecordKind[] => [
  ...new Set(clocks.flatMap(({ doneBy, doneInItself }) => (doneBy === null || doneInItself ? [] : [doneBy]))),
]

/** The children of whom something of these kinds happened after one day and up to another. */
async function toldAfter(
  tx: Transaction,
  kinds: readonly RecordKind[],
  children: readonly string[],
  after: string,
  until: string,
): Promise<ReadonlySet<string>> {
  const sql = ofChildren(kinds)
    .flatMap(({ table, columns }) =>
      columns.map(
        (column) =>
          `select w.child from whose w join ${table} t on t.person_id = w.id where t.withdrawn_at is null and t.${column} > $2::date and t.${column} <= $3::date`,
      ),
    )
    .join(' union ')
  const rows = await tx.prepared<{ child: string }>(`with ${whose} ${sql}`, [`{${children.join(',')}}`, after, until])
  return new Set(rows.map(({ child }) => child))
}

/** The kinds that tell something of a child, with the columns of the days on which they do. */
const ofChildren = (kinds: readonly RecordKind[]): readonly { readonly table: string; readonly columns: readonly string[] }[] =>
  kinds
    .filter(({ about, entries }) => about?.table === 'person' && entries.length > 0)
    .map(({ table, entries }) => ({ table, columns: [...new Set(entries.map(({ on }) => columnName(on)))] }))

/** Actions of plans that were due and are not done. */
async function actionsPast(
  tx: Transaction,
  children: readonly string[],
  day: string,
): Promise<readonly { child: string; what: string; dueOn: string }[]> {
  return tx.query<{ child: string; what: string; dueOn: string }>(
    `with ${whose}
     select w.child, coalesce(a.what, 'An action') as what, a.due_on as "dueOn"
     from whose w join plan_action a on a.person_id = w.id
     where a.withdrawn_at is null and a.due_on < $2::date and (a.done_on is null or a.done_on > $2::date)
       and (a.given_up_on is null or a.given_up_on > $2::date)
     order by a.due_on, a.id`,
    [`{${children.join(',')}}`, day],
  )
}
