import type { Terms } from '../clocks/clock.ts'
import type { Followed, Following, Follows } from '../clocks/subjects.ts'
import { byCopy } from './by-copy.ts'
import type { Transaction } from '../database/database.ts'
import type { RecordKind } from '../records/kind.ts'
import type { Dimension, Spell } from './dimension.ts'
import type { Fact, FactKind, Value } from './fact.ts'
import { kindsCounted, readFor, type Measure, type Measuring } from './measure.ts'
import { Counting, isTime, putTogether } from './fact-counts.ts'
import { factsFrom, runsByClock } from './known-facts.ts'
import { tally, type Known } from './tally.ts'
import { fingerprintOf } from './measuring-fingerprint.ts'
import { tellMeasures } from './told-measures.ts'

/**
 * Keeping facts, and the counts of them, as the records have them. They are worked out with the due dates, of the same threads, in the transaction
 * that changed a record; only what differs is written, and what a subject adds to the counts is taken off and added anew.
 */

/** What is measured, and the measures that people made here: their facts and dimensions are declared, only the measures are not. */
export interface Figurework extends Measuring {
  /** Reads the measures that people here have made of declared facts. */
  madeHere(tx: Transaction): Promise<readonly Measure[]>
}

/** A kept fact as JSON: kind, number, from, until, the record, what it says. */
type Row = readonly [
  kind: string,
  number: number,
  from: string,
  until: string | null,
  table: string,
  record: string,
  says: Record<string, Value>,
]

const factRow = 'json_build_array(k.kind, k.number, k.from_on, k.until_on, k.record_kind, k.record, k.says)'

/** How facts follow from threads. */
export const factsFollow = (work: Figurework): Follows => following(work, work.facts, work.dimensions)

function following(work: Figurework, facts: readonly FactKind[], dimensions: readonly Dimension[]): Follows {
  const concerned = new Set([...facts, ...dimensions].map(({ about }) => about))
  const clocks = [...new Set(facts.flatMap((kind) => kind.clocks))]
  const known = new Map<RecordKind, Follows | null>()
  return {
    fingerprint: fingerprintOf(work),
    reads: (about) => (concerned.has(about) ? readFor({ facts, dimensions }, about) : null),
    clocks,
    after: (kind) => {
      const held = known.get(kind)
      if (held !== undefined) return held
      const moved = facts.filter(
        (each) => each.about === kind || each.reads.includes(kind) || each.clocks.some(({ reads }) => reads.includes(kind)),
      )
      const parted = dimensions.filter((each) => each.about === kind || each.reads.includes(kind))
      const after = moved.length === 0 && parted.length === 0 ? null : following(work, moved, parted)
      known.set(kind, after)
      return after
    },
    kept: [
      { table: 'fact', row: factRow },
      { table: 'fact_spells', row: 'k.spells::json' },
    ],
    begin: async (tx, terms, afresh) => {
      const writing = new Writing(tx, terms, { facts, dimensions, all: work }, afresh)
      if (afresh) {
        await tx.run('delete from fact_count')
        await tellMeasures(tx, await writing.measures())
      }
      return writing
    },
  }
}

interface What {
  readonly facts: readonly FactKind[]
  readonly dimensions: readonly Dimension[]
  readonly all: Figurework
}

const batch = 20_000

class Writing implements Following {
  readonly #tx: Transaction
  readonly #terms: Terms
  readonly #what: What
  readonly #afresh: boolean
  readonly #kinds: ReadonlyMap<string, FactKind>
  readonly #gone: (readonly [subject: string, kind: string, number: number])[] = []
  readonly #fresh: (readonly [subject: string, row: Row])[] = []
  readonly #spells: (readonly [subject: string, spells: string | null])[] = []
  readonly #counts = new Counting()
  #measures: readonly Measure[] | null = null

  constructor(tx: Transaction, terms: Terms, what: What, afresh: boolean) {
    this.#tx = tx
    this.#terms = terms
    this.#what = what
    this.#afresh = afresh
    this.#kinds = new Map(what.all.facts.map((kind) => [kind.id, kind]))
  }

  /** The measures that are declared, and those made here: read once something is to be counted, since for the most part nothing is. */
  async measures(): Promise<readonly Measure[]> {
    return (this.#measures ??= [...this.#what.all.measures, ...(await this.#what.all.madeHere(this.#tx))])
  }

  async bring({ subject, about, thread, runs, keptOfIt }: Followed): Promise<void> {
    const kept = new Map<string, Row[]>()
    for (const row of (keptOfIt[0] ?? []) as readonly Row[]) {
      const rows = kept.get(row[0])
      if (rows) rows.push(row)
      else kept.set(row[0], [row])
    }
    for (const rows of kept.values()) rows.sort((a, b) => a[1] - b[1])
    const heldSpells = ((keptOfIt[1] ?? [])[0] ?? {}) as Readonly<Record<string, readonly KeptSpell[]>>
    const byClock = runsByClock(runs)
    const changed: FactKind[] = []
    const now = new Map<string, readonly Row[]>(kept)
    for (const kind of this.#what.facts) {
      if (kind.about !== about) continue
      const facts = thread === null ? [] : factsFrom(kind, thread, byClock, this.#terms)
      const rows = rowsOf(kind, facts)
      const before = kept.get(kind.id) ?? []
      now.set(kind.id, rows)
      const gone = before.filter((row, place) => !same(row, rows[place]))
      const fresh = rows.filter((row, place) => !same(row, before[place]))
      if (gone.length === 0 && fresh.length === 0) continue
      changed.push(kind)
      for (const [id, number] of gone) this.#gone.push([subject, id, number])
      for (const row of fresh) this.#fresh.push([subject, row])
    }
    // A kind that is no longer declared.
    for (const [id, rows] of kept) if (!this.#kinds.has(id)) for (const [, number] of rows) this.#gone.push([subject, id, number])
    const spells: Record<string, readonly KeptSpell[]> = { ...heldSpells }
    const parted: Dimension[] = []
    for (const dimension of this.#what.dimensions) {
      if (dimension.about !== about) continue
      const told = thread === null ? [] : dimension.spells(thread).map(({ from, until, value }): KeptSpell => [from, until, value])
      if (JSON.stringify(told) === JSON.stringify(spells[dimension.id] ?? [])) continue
      parted.push(dimension)
      spells[dimension.id] = told
    }
    if (parted.length > 0) this.#spells.push([subject, thread === null ? null : JSON.stringify(spells)])
    await this.#count(kept, heldSpells, now, spells, changed, parted)
    if (this.#fresh.length >= batch || this.#gone.length >= batch || this.#spells.length >= batch) await this.#flush()
  }

  async #count(
    before: ReadonlyMap<string, readonly Row[]>,
    heldSpells: Readonly<Record<string, readonly KeptSpell[]>>,
    now: ReadonlyMap<string, readonly Row[]>,
    spells: Readonly<Record<string, readonly KeptSpell[]>>,
    changed: readonly FactKind[],
    parted: readonly Dimension[],
  ): Promise<void> {
    if (!this.#afresh && changed.length === 0 && parted.length === 0) return
    const measures = await this.measures()
    if (this.#afresh) return tally(this.#known(now, spells), measures, (...added) => this.#counts.add(1, ...added))
    const moved = measures.filter(
      ({ of, to, by }) =>
        changed.includes(of) ||
        (to !== null && changed.includes(to.of)) ||
        by.some((each) => typeof each !== 'string' && parted.includes(each)),
    )
    tally(this.#known(before, heldSpells), moved, (...taken) => this.#counts.add(-1, ...taken))
    tally(this.#known(now, spells), moved, (...added) => this.#counts.add(1, ...added))
  }

  #known(rows: ReadonlyMap<string, readonly Row[]>, spells: Readonly<Record<string, readonly KeptSpell[]>>): Known {
    const facts = new Map<FactKind, readonly Fact[]>()
    for (const [id, each] of rows) {
      const kind = this.#kinds.get(id)
      if (kind && each.length > 0) facts.set(kind, each.map(factOf))
    }
    const told = new Map(
      this.#what.all.dimensions.flatMap((each) => (each.id in spells ? [[each, spellsOf(spells[each.id] ?? [])] as const] : [])),
    )
    return { facts, spells: told }
  }

  async end(): Promise<void> {
    await this.#flush()
    const added = await this.#counts.write(this.#tx)
    if (!this.#afresh && isTime(added)) await putTogether(this.#tx)
  }

  async #flush(): Promise<void> {
    const tx = this.#tx
    if (this.#gone.length > 0) {
      await tx.run(
        `delete from fact f using unnest($1::uuid[], $2::text[], $3::integer[]) as g(subject, kind, number)
         where f.subject = g.subject and f.kind = g.kind and f.number = g.number`,
        [0, 1, 2].map((place) => `{${this.#gone.map((gone) => gone[place]).join(',')}}`),
      )
      this.#gone.length = 0
    }
    if (this.#fresh.length > 500) {
      await byCopy(
        tx,
        'fact',
        'subject uuid, kind text, number integer, from_on date, until_on date, record_kind text, record uuid, says jsonb',
        this.#fresh.map(([subject, row]) => [subject, ...row.slice(0, 6), JSON.stringify(row[6])] as (string | number | null)[]),
      )
    } else if (this.#fresh.length > 0) {
      const named = this.#fresh.map(([subject, [kind, number, from_on, until_on, record_kind, record, says]]) => ({
        ...{ subject, kind, number, from_on, until_on, record_kind, record, says },
      }))
      await tx.prepared(
        `insert into fact (subject, kind, number, from_on, until_on, record_kind, record, says)
         select subject, kind, number, from_on, until_on, record_kind, record, says from jsonb_to_recordset($1::jsonb)
           as fresh(subject uuid, kind text, number integer, from_on date, until_on date, record_kind text, record uuid, says jsonb)`,
        [JSON.stringify(named)],
      )
    }
    this.#fresh.length = 0
    const spells = this.#spells.splice(0)
    if (spells.length === 0) return
    await tx.run('delete from fact_spells where subject = any ($1::uuid[])', [`{${spells.map(([subject]) => subject).join(',')}}`])
    const standing = spells.filter(([, said]) => said !== null)
    if (standing.length > 500) await byCopy(tx, 'fact_spells', 'subject uuid, spells jsonb', standing)
    else if (standing.length > 0)
      await tx.prepared(
        `insert into fact_spells (subject, spells) select subject, spells from jsonb_to_recordset($1::jsonb) as fresh(subject uuid, spells jsonb)`,
        [`[${standing.map(([subject, said]) => `{"subject":"${subject}","spells":${said ?? '{}'}}`).join(',')}]`],
      )
  }
}

type KeptSpell = readonly [from: string | null, until: string | null, value: string]

const spellsOf = (kept: readonly KeptSpell[]): Spell[] => kept.map(([from, until, value]) => ({ from, until, value }))

function rowsOf(kind: FactKind, facts: readonly Fact[]): Row[] {
  return facts.map(({ on, until, by, says }, number): Row => [kind.id, number, on, until ?? null, by.table, by.id, known(says)])
}

/** What is said and known, in the order of the names. */
function known(says: Fact['says']): Record<string, Value> {
  const said: Record<string, Value> = {}
  for (const name of Object.keys(says ?? {}).sort()) {
    const value = says?.[name]
    if (value !== null && value !== undefined) said[name] = value
  }
  return said
}

const factOf = ([, , on, until, table, id, says]: Row): Fact => ({ on, until, by: { table, id }, says })

function same(row: Row, other: Row | undefined): boolean {
  if (other === undefined) return false
  for (let at = 1; at < 6; at++) if (row[at] !== other[at]) return false
  const [said, others] = [row[6], other[6]]
  const names = Object.keys(said)
  return names.length === Object.keys(others).length && names.every((name) => saidAlike(said[name], others[name]))
}

const saidAlike = (one: Value | undefined, other: Value | undefined): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other))

/** The kinds of fact that are worked out: those that measures count, with those that are declared for others to count. */
export const factsOf = (measures: readonly Measure[], others: readonly FactKind[] = []): readonly FactKind[] => [
  ...new Set([...kindsCounted(measures), ...others]),
]
