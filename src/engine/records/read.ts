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
  /** Whether people have decided that the record is withdrawn, or stands, whatever its source says. */
  readonly decided?: 'withdrawn' | 'stands' | null
  /** References that were said and not found, as said. */
  readonly unresolved: Readonly<Record<string, string>> | null
}

/** All records of the given kinds about the given people, in one query. In a transaction that is known-at, as they were known then. */
export async function recordsAbout(tx: Transaction, kinds: readonly RecordKind[], people: readonly string[]): Promise<ReadRecord[]> {
  const byTable = new Map(kinds.map((kind) => [kind.table, kind]))
  const sql = kinds
    .map(({ table }) => `select '${table}' as kind, to_jsonb(t) - 'seen_by' as held from ${table} t where person_id = any ($1::uuid[])`)
    .join(' union all ')
  // Planning so many tables takes longer than reading them.
  const rows = await tx.prepared<{ kind: string; held: Record<string, unknown> }>(sql, [`{${people.join(',')}}`])
  return rows.map(({ kind, held }) => {
    const found = byTable.get(kind) as RecordKind
    return { kind: found, record: recordFrom(found, held) }
  })
}

/** One record, or null when it is not there (or not to be seen). */
export async function findRecord(tx: Transaction, kind: RecordKind, id: string): Promise<ReadRecord | null> {
  const [row] = await tx.query<{ held: Record<string, unknown> }>(
    `select to_jsonb(t) - 'seen_by' as held from ${kind.table} t where id = $1`,
    [id],
  )
  return row ? { kind, record: recordFrom(kind, row.held) } : null
}

export interface Version {
  readonly record: RecordOf<Fields> & Provenance
  /** Until when we held it; null for the version held now. */
  readonly knownUntil: string | null
  readonly endedBy: string | null
}

/** Every version of a record, newest first; in a known-at transaction, those that were held by then. */
export async function versionsOf(tx: Transaction, kind: RecordKind, id: string): Promise<Version[]> {
  return (await versionsOfAll(tx, kind, [id])).get(id) ?? []
}

/** Every version of several records of one kind, by their identifiers. */
export async function versionsOfAll(tx: Transaction, kind: RecordKind, ids: readonly string[]): Promise<ReadonlyMap<string, Version[]>> {
  const rows = await tx.query<{ held: Record<string, unknown>; known_until: string | null; ended_by: string | null }>(
    `select to_jsonb(t) - 'seen_by' as held, null as known_until, null as ended_by from ${kind.table} t where id = any ($1::uuid[])
     union all select to_jsonb(h) - 'seen_by', to_jsonb(h.known_until) #>> '{}', h.ended_by from ${kind.table}_history h
     where id = any ($1::uuid[]) and known_until <= coalesce(nullif(current_setting('app.known_at', true), '')::timestamptz, 'infinity')`,
    [`{${ids.join(',')}}`],
  )
  const versions = new Map<string, Version[]>()
  const newestFirst = rows
    .map(({ held, known_until: knownUntil, ended_by: endedBy }) => ({ record: recordFrom(kind, held), knownUntil, endedBy }))
    .sort((a, b) => (a.record.knownFrom < b.record.knownFrom ? 1 : -1))
  for (const version of newestFirst) versions.set(version.record.id, [...(versions.get(version.record.id) ?? []), version])
  return versions
}

/** Records of the given kinds that refer to this one, at most `most` of each kind. */
export async function recordsReferringTo(
  tx: Transaction,
  kinds: readonly RecordKind[],
  to: RecordKind,
  id: string,
  most = 60,
): Promise<ReadRecord[]> {
  const referring = kinds.flatMap((kind) => {
    const columns = Object.entries(kind.fields)
      .filter(([, field]) => field.to?.() === to)
      .map(([name]) => `${columnName(name)}_id`)
    return columns.length === 0 ? [] : [{ kind, columns }]
  })
  if (referring.length === 0) return []
  const sql = referring.map(
    ({ kind, columns }) =>
      `(select '${kind.table}' as kind, to_jsonb(t) - 'seen_by' as held from ${kind.table} t where ${columns.map((column) => `${column} = $1::uuid`).join(' or ')} limit ${most})`,
  )
  const rows = await tx.query<{ kind: string; held: Record<string, unknown> }>(sql.join(' union all '), [id])
  return rows.flatMap(({ kind: table, held }) => {
    const found = referring.find(({ kind }) => kind.table === table)
    return found ? [{ kind: found.kind, record: recordFrom(found.kind, held) }] : []
  })
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
    others: fieldsOfOthers(held.others),
    decided: decidedIn((held.others ?? {}) as Record<string, unknown>),
    unresolved: held.unresolved ?? null,
  }
  for (const [name, field] of Object.entries(kind.fields)) record[name] = valueFrom(name, field, held)
  return record as RecordOf<Fields> & Provenance
}

const decidedIn = (others: Readonly<Record<string, unknown>>): 'withdrawn' | 'stands' | null =>
  '@withdrawn' in others ? 'withdrawn' : '@stands' in others ? 'stands' : null

/** Whose each field is. Keys with an @ are about the record: until when a source has spoken, what people decided, what it was called. */
function fieldsOfOthers(others: unknown): Readonly<Record<string, string>> | null {
  const fields = Object.entries((others ?? {}) as Record<string, string>).filter(([key]) => !key.startsWith('@'))
  return fields.length === 0 ? null : Object.fromEntries(fields)
}

function valueFrom(name: string, field: Field, held: Readonly<Record<string, unknown>>): unknown {
  const column = columnName(name)
  if (field.type === 'reference') return held[`${column}_id`] ?? null
  const value = held[column] ?? null
  const time = held[`${column}_time`]
  if (field.type === 'moment' && typeof value === 'string') return typeof time === 'string' ? `${value} ${time}` : value
  if (field.type === 'decimal' && typeof value === 'number') return String(value)
  return value
}
