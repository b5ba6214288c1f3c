import type { Clockwork } from '../clocks/subjects.ts'
import type { Transaction } from '../database/database.ts'
import { byCopy } from './by-copy.ts'
import type { Dimension } from './dimension.ts'
import { knownFacts } from './known-facts.ts'
import { kindsCounted, type Measure, type Measuring } from './measure.ts'
import { monthName } from './months.ts'
import { tally } from './tally.ts'
import { tellMeasures } from './told-measures.ts'

/** The counts of facts as they are kept: rows that add up. */

/** Counts to be added, by measure, what they are parted by, value and month. */
export class Counting {
  readonly #counts = new Map<string, Map<string, Map<number, [above: number, below: number]>>>()

  add(sign: 1 | -1, { id }: Measure, by: string, value: string, month: number, above: number, below: number): void {
    let parts = this.#counts.get(id)
    if (!parts) this.#counts.set(id, (parts = new Map<string, Map<number, [above: number, below: number]>>()))
    const key = `${by}\t${value}`
    let months = parts.get(key)
    if (!months) parts.set(key, (months = new Map<number, [above: number, below: number]>()))
    const held = months.get(month)
    if (held) {
      held[0] += sign * above
      held[1] += sign * below
    } else months.set(month, [sign * above, sign * below])
  }

  /** @returns how many rows it added */
  async write(tx: Transaction): Promise<number> {
    const rows: string[][] = []
    for (const [id, parts] of this.#counts)
      for (const [key, months] of parts) {
        const tab = key.indexOf('\t')
        const added = [...months].filter(([, [above, below]]) => above !== 0 || below !== 0).sort(([one], [other]) => one - other)
        if (added.length === 0) continue
        rows.push([
          ...[id, key.slice(0, tab), key.slice(tab + 1)],
          `{${added.map(([month]) => `${monthName(month)}-01`).join(',')}}`,
          `{${added.map(([, [above]]) => above).join(',')}}`,
          `{${added.map(([, [, below]]) => below).join(',')}}`,
        ])
      }
    this.#counts.clear()
    if (rows.length > 0)
      await byCopy(tx, 'fact_count', 'measure text, dimension text, value text, months date[], above float8[], below float8[]', rows)
    return rows.length
  }
}

/** Counts one more measure, of facts that are kept: one that people have made. */
export async function countMeasure(tx: Transaction, work: Measuring & { readonly work: Clockwork }, measure: Measure): Promise<void> {
  const counts = new Counting()
  const dimensions = measure.by.filter((each): each is Dimension => typeof each !== 'string')
  for await (const known of knownFacts(tx, work.work, { kinds: kindsCounted([measure]), dimensions }))
    tally(known, [measure], (...added) => counts.add(1, ...added))
  await counts.write(tx)
  await tellMeasures(tx, [...work.measures.filter(({ id }) => id !== measure.id), measure])
}

/** Forgets the counts of a measure that is no more. */
export async function forgetMeasure(tx: Transaction, id: string): Promise<void> {
  await tx.run('delete from fact_count where measure = $1', [id])
  await tx.run('delete from measure_told where id = $1', [id])
}

let additions = 0

/** Whether rows should be put together now: after very many, and now and then after few. */
export function isTime(added: number): boolean {
  if (added === 0) return false
  additions++
  return added > 500 || additions % 500 === 0
}

/** Puts the rows of each count together into one, unless another transaction is at it. Nothing changes of what they say. */
export async function putTogether(tx: Transaction): Promise<void> {
  const [free] = await tx.query<{ ours: boolean }>('select pg_try_advisory_xact_lock(715402) as ours')
  if (!free?.ours) return
  await tx.run(
    `with many as (
       select measure, dimension, value from fact_count group by measure, dimension, value having count(*) > 1
     ), taken as (
       delete from fact_count c using many m
       where c.measure = m.measure and c.dimension = m.dimension and c.value = m.value
       returning c.measure, c.dimension, c.value, c.months, c.above, c.below
     ), summed as (
       select t.measure, t.dimension, t.value, each.month, sum(each.above) as above, sum(each.below) as below
       from taken t cross join lateral unnest(t.months, t.above, t.below) as each(month, above, below)
       group by t.measure, t.dimension, t.value, each.month having sum(each.above) <> 0 or sum(each.below) <> 0
     )
     insert into fact_count (measure, dimension, value, months, above, below)
     select measure, dimension, value, array_agg(month order by month), array_agg(above order by month), array_agg(below order by month)
     from summed group by measure, dimension, value`,
  )
}
