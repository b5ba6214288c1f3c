import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Transaction } from '../engine/database/database.ts'

/**
 * Clocks that many children are overdue by and that nothing has ever stopped: what would stop them is not recorded in this authority. On pages
 * they stand apart, so that what is truly late is not lost among what nobody has brought in. A few overdue are never set apart:
 * they may be the first of their kind.
 */
const many = 20
const keptFor = 5 * 60_000

const known = new Map<string, { readonly clocks: ReadonlySet<string>; readonly at: number }>()

/** The identifiers of these clocks. Answers are kept for some minutes, because counting reads much. @param day plain date */
export async function neverStopped(tx: Transaction, work: Clockwork, day: string): Promise<ReadonlySet<string>> {
  const [here] = await tx.query<{ authority: string }>(`select current_setting('app.authority') || ' ' || current_database() as authority`)
  const key = `${here?.authority ?? ''} ${day}`
  const held = known.get(key)
  if (held && Date.now() - held.at < keptFor) return held.clocks
  const rows = await tx.query<{ clock: string }>(
    `select c as clock from unnest($2::text[]) c
     where (select count(*) from (select 1 from due_date d where d.clock = c and d.due_on < $1::date limit ${many}) late) = ${many}
       and not exists (select 1 from due_date d where d.clock = c and d.done)`,
    [day, `{${work.clocks.map(({ id }) => id).join(',')}}`],
  )
  const clocks = new Set(rows.map(({ clock }) => clock))
  known.set(key, { clocks, at: Date.now() })
  return clocks
}
