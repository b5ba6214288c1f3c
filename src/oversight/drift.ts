import { daysBetween } from '../engine/clocks/days.ts'
import type { DueDate } from '../engine/clocks/due-dates.ts'
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

/** @param after how many days without a record are long; the authority's setting */
export async function drifting(
  tx: Transaction,
  kinds: readonly RecordKind[],
  children: readonly string[],
  due: readonly DueDate[],
  day: string,
  after: number,
): Promise<Drifting[]> {
  const quiet = await quietSince(tx, kinds, children, day)
  const actions = await actionsPast(tx, children, day)
  const found = children.map((child): Drifting => {
    const last = quiet.get(child)
    const days = last === undefined ? null : daysBetween(last, day)
    return {
      child,
      why: [
        ...(days !== null && days > after
          ? [`Nothing recorded for ${countOf(days, 'day', 'days')}. Last: ${longDate(last as string)}.`]
          : []),
        ...actions
          .filter((each) => each.child === child)
          .map(({ what, dueOn }) => `“${what}” was due ${longDate(dueOn)}, ${countOf(daysBetween(dueOn, day), 'day', 'days')} ago.`),
        ...lateTwice(due.filter(({ subject }) => subject === child)),
      ],
    }
  })
  return found.filter(({ why }) => why.length > 0)
}

/** Sentences for the clocks of one child of which the last two runs are late or overdue. */
function lateTwice(due: readonly DueDate[]): string[] {
  const byClock = new Map<string, DueDate[]>()
  for (const one of due) if (one.rule.meaning === 'duty') byClock.set(one.clock, [...(byClock.get(one.clock) ?? []), one])
  return [...byClock.values()].flatMap((runs) => {
    const lastTwo = runs
      .filter(({ state }) => state !== 'running' && state !== 'paused')
      .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
      .slice(-2)
    const [one, two] = lastTwo
    if (!one || !two || two.state !== 'overdue' || (one.state !== 'late' && one.state !== 'overdue')) return []
    return [`${two.rule.name} late twice running.`]
  })
}

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
  const sql = kinds
    .filter(({ about, entries }) => about?.table === 'person' && entries.length > 0)
    .map(({ table, entries }) => {
      const days = [...new Set(entries.map(({ on }) => columnName(on)))].map(
        (column) => `case when t.${column} <= $2::date then t.${column} end`,
      )
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
