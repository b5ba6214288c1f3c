import { isKnownAt } from '../clocks/due-dates.ts'
import type { Terms } from '../clocks/clock.ts'
import type { Run } from '../clocks/runs.ts'
import type { Clockwork, Follows } from '../clocks/subjects.ts'
import type { Thread } from '../clocks/thread.ts'
import { workOutAll } from '../clocks/work-out.ts'
import type { Transaction } from '../database/database.ts'
import type { RecordKind } from '../records/kind.ts'
import type { Dimension, Spell } from './dimension.ts'
import { BeyondTheList } from '../clocks/working-days.ts'
import type { Fact, FactKind, RunsOf, Value } from './fact.ts'
import { readFor } from './measure.ts'
import type { Known } from './tally.ts'

/** Facts, subject by subject: as they are kept, or in a transaction that is known-at, worked out from the records as they were known then. */

export interface KnownOf extends Known {
  readonly subject: string
}

export interface Wanted {
  readonly kinds: readonly FactKind[]
  readonly dimensions: readonly Dimension[]
  /** Only what happened, or lasted, at some time between these plain dates, both with them. */
  readonly from?: string
  readonly to?: string
}

export async function* knownFacts(tx: Transaction, work: Clockwork, wanted: Wanted): AsyncGenerator<KnownOf> {
  if (wanted.kinds.length === 0) return
  if (await isKnownAt(tx)) yield* then(tx, work, wanted)
  else yield* now(tx, wanted)
}

type KeptSpell = readonly [from: string | null, until: string | null, value: string]
type KeptFact = readonly [kind: string, on: string, until: string | null, table: string, record: string, says: Record<string, Value>]

async function* now(tx: Transaction, { kinds, dimensions, from, to }: Wanted): AsyncGenerator<KnownOf> {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const parameters: unknown[] = [`{${kinds.map(({ id }) => id).join(',')}}`]
  const where = ['f.kind = any ($1::text[])']
  if (to !== undefined) where.push(`f.from_on <= $${parameters.push(to)}::date`)
  if (from !== undefined) {
    const day = `$${parameters.push(from)}::date`
    const lasting = `$${parameters.push(
      `{${kinds
        .filter(({ lasts }) => lasts)
        .map(({ id }) => id)
        .join(',')}}`,
    )}::text[]`
    where.push(`(f.from_on >= ${day} or (f.kind = any (${lasting}) and (f.until_on is null or f.until_on > ${day})))`)
  }
  const spells = dimensions.map(({ id }) => `s.spells -> '${id}'`)
  const sql = `select f.subject, json_agg(json_build_array(f.kind, f.from_on, f.until_on, f.record_kind, f.record, f.says) order by f.kind, f.number) as facts,
      ${spells.length === 0 ? "'[]'::jsonb" : `(select jsonb_build_array(${spells.join(', ')}) from fact_spells s where s.subject = f.subject)`} as spells
    from fact f where ${where.join(' and ')} group by f.subject`
  for await (const rows of tx.batches<{ subject: string; facts: KeptFact[]; spells: (readonly KeptSpell[] | null)[] | null }>(
    sql,
    parameters,
  ))
    for (const { subject, facts, spells: told } of rows) {
      const byKind = new Map<FactKind, Fact[]>()
      for (const [id, on, until, table, record, says] of facts) {
        const kind = byId.get(id) as FactKind
        const fact = { on, until, by: { table, id: record }, says }
        const held = byKind.get(kind)
        if (held) held.push(fact)
        else byKind.set(kind, [fact])
      }
      yield {
        subject,
        facts: byKind,
        spells: new Map(
          dimensions.map((each, place) => [
            each,
            (told?.[place] ?? []).map(([begins, ends, value]) => ({ from: begins, until: ends, value })),
          ]),
        ),
      }
    }
}

async function* then(tx: Transaction, work: Clockwork, { kinds, dimensions, from, to }: Wanted): AsyncGenerator<KnownOf> {
  const terms = await work.termsOf(tx)
  const about = new Set(kinds.map((kind) => kind.about))
  const these = dimensions.filter((each) => about.has(each.about))
  const clocks = work.clocks.filter((clock) => kinds.some((kind) => kind.clocks.includes(clock)))
  const reading: Clockwork = {
    subjects: work.subjects,
    clocks,
    termsOf: () => Promise.resolve(terms),
    follows: onlyReading((kind) => (about.has(kind) ? readFor({ facts: kinds, dimensions: these }, kind) : null)),
  }
  for (const subject of work.subjects) {
    if (!about.has(subject.kind)) continue
    for await (const one of workOutAll(tx, reading, subject, terms, undefined, 'nothing')) {
      if (one.thread === null) continue
      const facts = new Map<FactKind, readonly Fact[]>()
      const runs = runsByClock(one.runs)
      for (const kind of kinds) {
        if (kind.about !== subject.kind) continue
        const told = factsFrom(kind, one.thread, runs, terms).filter((fact) => isBetween(kind, fact, from, to))
        if (told.length > 0) facts.set(kind, told)
      }
      if (facts.size === 0) continue
      const spells = new Map<Dimension, readonly Spell[]>()
      for (const each of these) if (each.about === subject.kind) spells.set(each, each.spells(one.thread))
      yield { subject: one.subject, facts, spells }
    }
  }
}

const onlyReading = (reads: (about: RecordKind) => readonly RecordKind[] | null): Follows => ({
  fingerprint: '',
  reads,
  clocks: [],
  after: () => null,
  kept: [],
  begin: () => Promise.reject(new Error('Nothing is kept of what was known at a past moment.')),
})

/**
 * The facts of a kind in a thread. Those that last no time at all are none; and none can be told where a slip of the pen gives a date so far off that
 * no bank holidays are listed: a record may say anything, and is kept all the same.
 */
export function factsFrom(kind: FactKind, thread: Thread, runs: RunsOf, terms: Terms): readonly Fact[] {
  try {
    return kind.facts(thread, runs, terms).filter(({ on, until }) => until === undefined || until === null || on < until)
  } catch (error) {
    if (error instanceof BeyondTheList) return []
    throw error
  }
}

/** Due dates by clock. */
export function runsByClock(runs: readonly Run[]): RunsOf {
  const byClock = new Map<string, Run[]>()
  for (const run of runs) {
    const held = byClock.get(run.clock)
    if (held) held.push(run)
    else byClock.set(run.clock, [run])
  }
  return (clock) => byClock.get(clock.id) ?? []
}

function isBetween({ lasts }: FactKind, { on, until }: Fact, from?: string, to?: string): boolean {
  if (to !== undefined && on > to) return false
  return from === undefined || on >= from || (lasts && (until === null || until === undefined || until > from))
}
