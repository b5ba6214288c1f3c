import type { Transaction } from '../database/database.ts'
import type { Measure } from './measure.ts'
import { monthNumber } from './months.ts'
import type { Counts } from './series.ts'

/** The kept counts of measures, in whole or by one thing: by measure, then by value. */
export async function countsKept(tx: Transaction, measures: readonly Measure[], by: string): Promise<Map<string, Map<string, Counts>>> {
  const rows = await tx.query<{ measure: string; value: string; months: [string, number, number][] }>(
    `select measure, value, json_agg(json_build_array(month, above, below)) as months from (
       select c.measure, c.value, each.month, sum(each.above) as above, sum(each.below) as below
       from fact_count c cross join lateral unnest(c.months, c.above, c.below) as each(month, above, below)
       where c.measure = any ($1::text[]) and c.dimension = $2 group by c.measure, c.value, each.month
     ) counted group by measure, value`,
    [`{${measures.map(({ id }) => id).join(',')}}`, by],
  )
  const counts = new Map<string, Map<string, Counts>>()
  for (const { measure, value, months } of rows) {
    const above = new Map<number, number>()
    const below = new Map<number, number>()
    for (const [month, up, down] of months) {
      above.set(monthNumber(month), up)
      below.set(monthNumber(month), down)
    }
    const parts = counts.get(measure) ?? new Map<string, Counts>()
    parts.set(value, { above, below })
    counts.set(measure, parts)
  }
  return counts
}
