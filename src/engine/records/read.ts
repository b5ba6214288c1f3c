import type { Transaction } from '../database/database.ts'
import { columnName, type Field, type Fields, type RecordKind, type RecordOf } from './kind.ts'

/** A record with its kind, read from the tables. */
export interface ReadRecord {
  readonly kind: RecordKind
  readonly record: RecordOf<Fields> & Provenance
}

/** Where a record came from and since when we hold this version of it. */
export interface Provenance {
  readonly cameFrom: string | null
  readonly line: number | null
  readonly knownFrom: string
  readonly changedBy: string
  readonly reason: string | null
  /** Fields that another source than the record's own gave, with that source. */
  readonly others: Readonly<Record<string, string>> | null
  /** References that were said and not found, as said. */
  readonly unresolved: Readonly<Record<string, string>> | null
}

/** All records of the given kinds about the given people, in one query. In a transaction that is known-at, as they were known then. */
export async function recordsAbout(tx: Transaction, kinds: readonly RecordKind[], people: readonly string[]): Promise<ReadRecord[]> {
  const byTable = new Map(kinds.map((kind) => [kind.table, kind]))
  const sql = kinds.map(({ table }) => `select '${table}' as kind, to_jsonb(t) - 'seen_by' as held from ${table} t where person_id = any ($1::uuid[])`).join(' union all ')
  const rows = await tx.query<{ kind: string; held: Record<string, unknown> }>(sql, [`{${people.join(',')}}`])
  return rows.map(({ kind, held }) => {
    const found = byTable.get(kind) as RecordKind
    return { kind: found, record: recordFrom(found, held) }
  })
}

/** One record, or null when it is not there (or not to be seen). */
export async function findRecord(tx: Transaction, kind: RecordKind, id: string): Promise<ReadRecord | null> {
  const [row] = await tx.query<{ held: Record<string, unknown> }>(`select to_jsonb(t) - 'seen_by' as held from ${kind.table} t where id = $1`, [id])
  return row ? { kind, record: recordFrom(kind, row.held) } : null
}

export interface Version {
  readonly record: RecordOf<Fields> & Provenance
  /** Until when we held it; null for the version held now. */
  readonly knownUntil: string | null
  readonly endedBy: string | null
}

/** Every version of a record, newest first. */
export async function versionsOf(tx: Transaction, kind: RecordKind, id: string): Promise<Version[]> {
  const rows = await tx.query<{ held: Record<string, unknown>; known_until: string | null; ended_by: string | null }>(
    `select to_jsonb(t) - 'seen_by' as held, null as known_until, null as ended_by from ${kind.table} t where id = $1
     union all select to_jsonb(h) - 'seen_by', h.known_until::text, h.ended_by from ${kind.table}_history h where id = $1`,
    [id],
  )
  return rows
    .map(({ held, known_until: knownUntil, ended_by: endedBy }) => ({ record: recordFrom(kind, held), knownUntil, endedBy }))
    .sort((a, b) => (a.record.knownFrom < b.record.knownFrom ? 1 : -1))
}

/** A record from the columns of its table as JSON. */
export function recordFrom(kind: RecordKind, held: Readonly<Record<string, unknown>>): RecordOf<Fields> & Provenance {
  const record: Record<string, unknown> = {
    id: held.id,
    person: held.person_id ?? null,
    source: held.source,
    sourceId: held.source_id ?? null,
    withdrawnAt: held.withdrawn_at ?? null,
    cameFrom: held.came_from ?? null,
    line: held.line ?? null,
    knownFrom: held.known_from,
    changedBy: held.changed_by,
    reason: held.reason ?? null,
    others: held.others ?? null,
    unresolved: held.unresolved ?? null,
  }
  for (const [name, field] of Object.entries(kind.fields)) record[name] = valueFrom(name, field, held)
  return record as RecordOf<Fields> & Provenance
}

function valueFrom(name: string, field: Field, held: Readonly<Record<string, unknown>>): unknown {
  const column = columnName(name)
  if (field.type === 'reference') return held[`${column}_id`] ?? null
  const value = held[column] ?? null
  if (field.type === 'moment' && value !== null) return held[`${column}_time`] ? `${String(value)} ${String(held[`${column}_time`])}` : value
  if (field.type === 'decimal' && value !== null) return String(value)
  return value
}
