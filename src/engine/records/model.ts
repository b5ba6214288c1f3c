import { createHash } from 'node:crypto'
import type { Connection } from '../database/driver.ts'
import { columnName, columnsOf, type Field, type RecordKind } from './kind.ts'

/** A view beside the tables, as other datasets see them. Its SQL names tables without a schema, so that the same words make it now and as known at a past moment. */
export interface View {
  readonly name: string
  readonly sql: string
}

/** What an authority's schema must hold. */
export interface Model {
  readonly kinds: readonly RecordKind[]
  readonly views: readonly View[]
}

/** Raise when the statements below change in a way that the fingerprint of the kinds would not show. */
const shape = 5

/** A short text that differs whenever the tables or views that the model asks for differ. */
export function fingerprint(model: Model): string {
  const asked = model.kinds.map((kind) => [
    kind.table,
    kind.about?.table,
    kind.sameWhen,
    kind.foundBy,
    kind.alike,
    fieldsOf(kind).map(([name, field]) => [name, field.type, field.to?.().table, field.list?.codes.map(({ code }) => code)]),
  ])
  return createHash('sha256')
    .update(JSON.stringify([shape, asked, model.views]))
    .digest('hex')
    .slice(0, 32)
}

/** The columns in which a kind's own fields are held, in order. */
export const fieldColumns = (kind: RecordKind): string[] =>
  fieldsOf(kind).flatMap(([name, field]) => columnsOf(name, field).map(({ column }) => column))

/**
 * Brings an authority's schema to the model: makes tables, history tables, checks, keys, policies and views that are missing and
 * adds columns that are missing. It never drops a table or a column: that is a migration's work, written by hand.
 */
export async function bringToModel(connection: Connection, schema: string, model: Model): Promise<void> {
  const held = new Map<string, Set<string>>()
  const columns = await connection.query<{ table_name: string; column_name: string }>(
    'select table_name, column_name from information_schema.columns where table_schema = $1',
    [schema],
  )
  for (const { table_name: table, column_name: column } of columns) held.set(table, (held.get(table) ?? new Set()).add(column))
  const constraints = new Set(
    (
      await connection.query<{ name: string }>(
        `select c.conname as name from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = $1`,
        [schema],
      )
    ).map(({ name }) => name),
  )

  const sql: string[] = [
    `drop schema if exists "${schema}_then" cascade; create schema "${schema}_then"`,
    `set local search_path = "${schema}", engine, public`,
  ]
  for (const view of [...model.views].reverse()) sql.push(`drop view if exists "${view.name}"`)
  for (const kind of model.kinds) sql.push(...tableOf(kind, held.get(kind.table), held.get(`${kind.table}_history`)))
  model.kinds.forEach((kind, place) => sql.push(...keysOf(kind, place, model.kinds, constraints)))
  for (const kind of model.kinds) sql.push(...rulesOf(kind))
  for (const view of model.views) sql.push(viewOf(view))
  sql.push(`set local search_path = "${schema}_then", "${schema}", engine, public`)
  for (const kind of model.kinds) sql.push(thenOf(kind, schema))
  for (const view of model.views) sql.push(viewOf(view))
  const everyone = 'goldthread_reads, goldthread_writes, goldthread_imports, goldthread_audits'
  sql.push(
    `grant usage on schema "${schema}_then" to ${everyone}`,
    `grant select on all tables in schema "${schema}_then" to goldthread_reads`,
  )
  await connection.script(sql.join(';\n') + ';')
}

/** Names of indexes and constraints have at most 50 bytes, so that a shard's number still fits behind them: a longer one ends in a sign of the whole. */
const fitting = (name: string): string =>
  name.length <= 50 ? name : `${name.slice(0, 41)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`

const fieldsOf = (kind: RecordKind): [string, Field][] => Object.entries(kind.fields)

const held = [
  ['source', 'text not null'],
  ['source_id', 'text'],
  ['stated_for', 'date'],
  ['others', 'jsonb'],
  ['unresolved', 'jsonb'],
  ['came_from', 'uuid'],
  ['line', 'integer'],
  ['withdrawn_at', 'timestamptz'],
  ['seen_by', 'text[]'],
] as const

const stamps = [
  ['known_from', 'timestamptz not null', 'engine.instant()'],
  ['changed_by', 'text not null', 'engine.actor()'],
  ['reason', 'text', 'engine.reason()'],
] as const

const personColumn = (kind: RecordKind): [string, string][] => (kind.about ? [['person_id', 'uuid not null']] : [])

const ownColumns = (kind: RecordKind): [string, string][] =>
  fieldsOf(kind).flatMap(([name, field]) => columnsOf(name, field).map(({ column, type }): [string, string] => [column, type]))

const likenessOf = (kind: RecordKind): string | null =>
  kind.alike ? `engine.plain(${kind.alike.map((field) => `coalesce(${columnName(field)}, '')`).join(` || ' ' || `)})` : null

function tableOf(kind: RecordKind, now: ReadonlySet<string> | undefined, then: ReadonlySet<string> | undefined): string[] {
  const { table } = kind
  const likeness = likenessOf(kind)
  const sql: string[] = []
  if (!now) {
    const columns = [
      'id uuid primary key default gen_random_uuid()',
      ...[...personColumn(kind), ...ownColumns(kind), ...held].map(([column, type]) => `${column} ${type}`),
      ...(likeness ? [`likeness text generated always as (${likeness}) stored`] : []),
      ...stamps.map(([column, type, value]) => `${column} ${type} default ${value}`),
    ]
    sql.push(`create table ${table} (${columns.join(', ')})`)
    sql.push(`create unique index ${fitting(`${table}_source_id`)} on ${table} (source_id) where source_id is not null`)
    const same = kind.sameWhen.flatMap((field) =>
      columnsOf(field, kind.fields[field] as Field)
        .slice(0, 1)
        .map(({ column }) => column),
    )
    if (kind.about) sql.push(`create index ${fitting(`${table}_person`)} on ${table} (${['person_id', ...same].join(', ')})`)
    const parent = kind.about ? undefined : fieldsOf(kind).find(([, field]) => field.type === 'reference')
    if (parent) sql.push(`create index ${fitting(`${table}_parent`)} on ${table} (${columnName(parent[0])}_id)`)
    if (likeness) sql.push(`create index ${fitting(`${table}_likeness`)} on ${table} using gin (likeness gin_trgm_ops)`)
  } else {
    for (const [column, type] of ownColumns(kind)) if (!now.has(column)) sql.push(`alter table ${table} add column ${column} ${type}`)
  }
  // What points to a record is looked for from there: the voyages of a ship, the outings of a boat.
  const [parent] = kind.about ? [] : fieldsOf(kind).filter(([, field]) => field.type === 'reference')
  const otherwise = new Set([...(parent ? [parent[0]] : []), ...kind.foundBy.map(([first]) => first)])
  for (const [name, field] of fieldsOf(kind)) {
    const column = `${columnName(name)}_id`
    if (field.type === 'reference' && (field.to?.() === kind || !otherwise.has(name)))
      sql.push(
        `create index if not exists ${fitting(`${table}_${columnName(name)}_of`)} on ${table} (${column}) where ${column} is not null`,
      )
  }
  for (const fields of kind.foundBy) {
    const found = fields.map((field) => (columnsOf(field, kind.fields[field] as Field)[0] as { column: string }).column)
    sql.push(`create index if not exists ${fitting(`${table}_by_${found.join('_')}`)} on ${table} (${found.join(', ')})`)
  }
  if (!then) {
    const columns = [
      'id uuid not null',
      ...[...personColumn(kind), ...ownColumns(kind), ...held].map(([column, type]) => `${column} ${type}`),
    ]
    if (likeness) columns.push('likeness text')
    columns.push(
      ...stamps.map(([column, type]) => `${column} ${type}`),
      'known_until timestamptz not null',
      'ended_by text not null',
      'ended_because text',
      `constraint ${fitting(`${table}_history_pkey`)} primary key (id, known_from)`,
    )
    sql.push(`create table ${table}_history (${columns.join(', ')})`)
    if (kind.about) sql.push(`create index ${fitting(`${table}_history_person`)} on ${table}_history (person_id)`)
    if (likeness) sql.push(`create index ${fitting(`${table}_history_likeness`)} on ${table}_history using gin (likeness gin_trgm_ops)`)
  } else {
    for (const [column, type] of ownColumns(kind))
      if (!then.has(column)) sql.push(`alter table ${table}_history add column ${column} ${type}`)
  }
  return sql
}

/** Keys to the person and to other records, and the checks that a code is one of its list and that nothing ends before it begins. */
function keysOf(kind: RecordKind, place: number, kinds: readonly RecordKind[], constraints: ReadonlySet<string>): string[] {
  const sql: string[] = []
  const add = (words: string, definition: string): void => {
    const name = fitting(words)
    if (!constraints.has(name)) sql.push(`alter table ${kind.table} add constraint ${name} ${definition}`)
  }
  if (kind.about) add(`${kind.table}_is_about`, `foreign key (person_id) references ${kind.about.table}`)
  add(`${kind.table}_came_from`, 'foreign key (came_from) references import_file')
  for (const [name, field] of fieldsOf(kind)) {
    const column = columnName(name)
    if (field.type === 'reference' && field.to) {
      const to = field.to()
      // Where two kinds refer to each other, or a kind to itself, the key is checked at the end of the transaction.
      const late = kinds.indexOf(to) >= place ? ' deferrable initially deferred' : ''
      add(`${kind.table}_${column}`, `foreign key (${column}_id) references ${to.table}${late}`)
    }
    if (field.type === 'code' && field.list) {
      const check = fitting(`${kind.table}_${column}_codes`)
      if (constraints.has(check)) sql.push(`alter table ${kind.table} drop constraint ${check}`)
      sql.push(
        `alter table ${kind.table} add constraint ${check} check (${column} in (${field.list.codes.map(({ code }) => `'${code.replaceAll("'", "''")}'`).join(', ')}))`,
      )
    }
  }
  if (kind.period) add(`${kind.table}_in_order`, `check (${columnName(kind.period.until)} >= ${columnName(kind.period.from)})`)
  return sql
}

/** Who may see and change rows, and the history beneath. A row without `seen_by` is for all staff. */
function rulesOf(kind: RecordKind): string[] {
  const { table } = kind
  // Nearly every row is for all staff. Asked as `nullif(…) is not null` the planner expects that; of a bare `= any` it expects one row in 200,
  // and then plans every join of two tables as if there were nothing to join.
  const visible = `(seen_by is null and nullif('staff' = any (string_to_array(current_setting('app.keys', true), ',')), false) is not null) or seen_by && string_to_array(current_setting('app.keys', true), ',')`
  const changed = [...personColumn(kind), ...ownColumns(kind), ...held].map(([column]) => column).join(', ')
  const sql = [
    `create or replace trigger ${table}_stamp before update on ${table} for each row execute function engine.stamp()`,
    `create or replace trigger ${table}_keep after update on ${table} referencing old table as before_change for each statement execute function engine.keep_history('${table}')`,
  ]
  for (const one of [table, `${table}_history`]) {
    sql.push(
      `alter table ${one} enable row level security`,
      `drop policy if exists looking on ${one}`,
      `create policy looking on ${one} for select to goldthread_reads, goldthread_writes using (${visible})`,
      `drop policy if exists bringing_in on ${one}`,
      `create policy bringing_in on ${one} to goldthread_imports using (true) with check (true)`,
      `grant select on ${one} to goldthread_reads, goldthread_writes, goldthread_imports`,
    )
  }
  sql.push(
    `drop policy if exists adding on ${table}`,
    `create policy adding on ${table} for insert to goldthread_writes with check (${visible})`,
    `drop policy if exists changing on ${table}`,
    `create policy changing on ${table} for update to goldthread_writes using (${visible}) with check (${visible})`,
    `grant insert (id, ${changed}), update (${changed}) on ${table} to goldthread_writes, goldthread_imports`,
  )
  return sql
}

/** The table as it was known at the moment asked for. */
function thenOf(kind: RecordKind, schema: string): string {
  const columns = [
    'id',
    ...[...personColumn(kind), ...ownColumns(kind), ...held].map(([column]) => column),
    ...(kind.alike ? ['likeness'] : []),
    ...stamps.map(([column]) => column),
  ].join(', ')
  return (
    `create view "${schema}_then".${kind.table} with (security_invoker = true) as ` +
    `select ${columns} from "${schema}".${kind.table} where known_from <= engine.known_at() union all ` +
    `select ${columns} from "${schema}".${kind.table}_history where known_from <= engine.known_at() and known_until > engine.known_at()`
  )
}

const viewOf = (view: View): string =>
  `create view "${view.name}" with (security_invoker = true) as ${view.sql}; grant select on "${view.name}" to goldthread_reads, goldthread_writes`
