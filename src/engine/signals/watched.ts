import { isKnownAt } from '../clocks/due-dates.ts'
import type { Clockwork } from '../clocks/subjects.ts'
import type { Transaction } from '../database/database.ts'
import type { Dimension } from '../measures/dimension.ts'
import { knownFacts, type KnownOf } from '../measures/known-facts.ts'
import { kindsCounted, type Measure } from '../measures/measure.ts'
import { lastDay, monthName, monthNumber } from '../measures/months.ts'
import type { Counts } from '../measures/series.ts'
import { tally, type Known } from '../measures/tally.ts'

/** All counts that signals are looked for in: of every measure, in whole and by everything it is parted by. */

/** By measure, then by what it is parted by ('' for the whole), then by value. */
export type Watched = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Counts>>>

export interface Gathered {
  readonly counts: Watched
  /** The facts of the months asked, of a moment in the past: worked out once, they are held for whoever asks what is behind a signal. */
  readonly held: readonly KnownOf[] | null
}

/** Counts with those of facts that are never kept, of measures that are counted apart. */
export function withFacts(counts: Watched, apart: Iterable<KnownOf>, measures: readonly Measure[]): Watched {
  const counting = new Counting()
  for (const known of apart) counting.tally(known, measures)
  return new Map([...counts, ...counting.counts])
}

/** What is kept, read at once; in a transaction that is known-at, what was known then, with the facts from a month on held. */
export async function gather(
  tx: Transaction,
  work: Clockwork,
  measures: readonly Measure[],
  dimensions: readonly Dimension[],
  { to, holdFrom }: { readonly to: number; readonly holdFrom: number },
): Promise<Gathered> {
  return (await isKnownAt(tx)) ? gatherThen(tx, work, measures, dimensions, to, holdFrom) : { counts: await keptCounts(tx), held: null }
}

interface Held {
  readonly above: Map<number, number>
  readonly below: Map<number, number>
}

class Counting {
  readonly counts = new Map<string, Map<string, Map<string, Held>>>()

  of(measure: string, by: string, value: string): Held {
    let parted = this.counts.get(measure)
    if (!parted) this.counts.set(measure, (parted = new Map<string, Map<string, Held>>()))
    let parts = parted.get(by)
    if (!parts) parted.set(by, (parts = new Map<string, Held>()))
    let held = parts.get(value)
    if (!held) parts.set(value, (held = { above: new Map<number, number>(), below: new Map<number, number>() }))
    return held
  }

  tally(known: Known, measures: readonly Measure[]): void {
    tally(known, measures, (measure, by, value, month, above, below) => this.add(this.of(measure.id, by, value), month, above, below))
  }

  add(held: Held, month: number, above: number, below: number): void {
    held.above.set(month, (held.above.get(month) ?? 0) + above)
    held.below.set(month, (held.below.get(month) ?? 0) + below)
  }
}

async function keptCounts(tx: Transaction): Promise<Watched> {
  const counting = new Counting()
  const sql =
    'select measure, dimension, value, json_agg(json_build_array(months, above, below)) as series from fact_count group by measure, dimension, value'
  for await (const rows of tx.batches<{ measure: string; dimension: string; value: string; series: [string[], number[], number[]][] }>(
    sql,
    [],
  ))
    for (const { measure, dimension, value, series } of rows) {
      const held = counting.of(measure, dimension, value)
      for (const [months, above, below] of series)
        for (const [place, month] of months.entries())
          counting.add(held, monthNumber(month), above[place] as number, below[place] as number)
    }
  return counting.counts
}

async function gatherThen(
  tx: Transaction,
  work: Clockwork,
  measures: readonly Measure[],
  dimensions: readonly Dimension[],
  to: number,
  holdFrom: number,
): Promise<Gathered> {
  const counting = new Counting()
  const held: KnownOf[] = []
  const from = `${monthName(holdFrom)}-01`
  for await (const known of knownFacts(tx, work, { kinds: kindsCounted(measures), dimensions, to: lastDay(to) })) {
    tally(known, measures, (measure, by, value, month, above, below) =>
      counting.add(counting.of(measure.id, by, value), month, above, below),
    )
    const facts = new Map(
      [...known.facts].flatMap(([kind, all]) => {
        const recent = all.filter(({ on, until }) => on >= from || (kind.lasts && (until === null || until === undefined || until > from)))
        return recent.length === 0 ? [] : [[kind, recent] as const]
      }),
    )
    if (facts.size > 0) held.push({ ...known, facts })
  }
  return { counts: counting.counts, held }
}
