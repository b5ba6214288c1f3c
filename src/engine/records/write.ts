/**
 * Writing, correcting and withdrawing single records, as people do. What people write stands over every other source: a field that was
 * changed by hand is theirs from then on, a blank one too, and the next import lists the difference instead of undoing it.
 */
import type { Transaction } from '../database/database.ts'
import { checkedValues, type Values, type Wrong } from './checked-values.ts'
import { columnsOf, type Field, type RecordKind } from './kind.ts'
import { recordFrom } from './read.ts'

/** The source of what people write in the product itself. */
export const peopleHere = 'goldthread'

export interface Writing {
  /** The record to change. Without it a new one is written. */
  readonly id?: string
  /** Whom a new record is about, where its kind is about somebody. */
  readonly person?: string
  /** By field, as read. Of a change, only the fields named here are touched. */
  readonly values: Values
  /** Who says so: `peopleHere`, unless a history is being made up for a test. */
  readonly source: string
  /** Plain date: what has happened cannot lie after it. */
  readonly today: string
  /** The `knownFrom` of the version that a change was drawn from. When another has come since, nothing is written. */
  readonly version?: string
  /** The identifier (uuid) that a new record is to have, so that a form sent twice writes one record. */
  readonly newId?: string
}

/** What was to be written cannot stand; each sentence says why. Nothing was written. */
export class NotAccepted extends Error {
  override readonly name = 'NotAccepted'
  readonly wrong: readonly Wrong[]
  constructor(wrong: readonly Wrong[]) {
    super(wrong.map(({ says }) => says).join(' '))
    this.wrong = wrong
  }
}

/** Somebody has changed the record since the version that this change was drawn from. Nothing was written. */
export class ChangedSince extends Error {
  override readonly name = 'ChangedSince'
}

/**
 * Writes a new record, or changes one. The reason of the transaction is kept beside the change.
 * @returns the record's identifier.
 * @throws NotAccepted when a value cannot stand, a required one is missing, or the record has been withdrawn.
 * @throws ChangedSince when the record is no longer the version the change was drawn from.
 */
export const writeRecord = (tx: Transaction, kind: RecordKind, writing: Writing): Promise<string> =>
  writing.id === undefined ? add(tx, kind, writing) : change(tx, kind, writing.id, writing)

async function add(tx: Transaction, kind: RecordKind, { person, values, source, today, newId }: Writing): Promise<string> {
  if (kind.about && person === undefined) throw new Error(`${kind.table}: a new record says whom it is about`)
  const { columns, wrong } = checkedValues(kind, values, { today })
  await refuse([...wrong, ...(await danglingOf(tx, kind, columns))])
  const cells: Cell[] = [...columns].flatMap(([name, texts]) => cellsOf(kind, name, texts))
  if (kind.about) cells.push({ column: 'person_id', type: 'uuid', text: person ?? null })
  cells.push({ column: 'source', type: 'text', text: source })
  if (newId !== undefined) cells.push({ column: 'id', type: 'uuid', text: newId })
  const [written] = await tx.query<{ id: string }>(
    `insert into ${kind.table} (${cells.map(({ column }) => column).join(', ')}) values (${cells.map(placed).join(', ')})
     on conflict (id) do nothing returning id`,
    cells.map(({ text }) => text),
  )
  return written?.id ?? (newId as string)
}

async function change(tx: Transaction, kind: RecordKind, id: string, { values, source, today, version }: Writing): Promise<string> {
  const asked = Object.keys(values).filter((name) => name in kind.fields)
  // Locked first and read after: another's change that we waited for is then seen.
  await tx.query(`select id from ${kind.table} where id = $1::uuid for update`, [id])
  const [row] = await tx.query<{ held: Record<string, unknown>; same: boolean }>(
    `select to_jsonb(t) as held, known_from is not distinct from coalesce($2::text::timestamptz, known_from) as same from ${kind.table} t where id = $1::uuid`,
    [id, version ?? null],
  )
  if (!row) throw new Error(`${kind.table}: there is no such record`)
  if (!row.same) throw new ChangedSince(`${kind.table} has been changed since`)
  const before = recordFrom(kind, row.held) as unknown as Values
  if (before.withdrawnAt !== null)
    throw new NotAccepted([{ field: null, says: 'This record has been withdrawn. Restore it before you change it.' }])
  const after = { ...before, ...Object.fromEntries(asked.map((name) => [name, values[name]])) }
  const { columns, wrong } = checkedValues(kind, after, { before, today })
  const cells = new Map(asked.flatMap((name) => (columns.has(name) ? [[name, cellsOf(kind, name, columns.get(name) ?? [])] as const] : [])))
  const changed = await differing(tx, kind, id, cells)
  const touched = (field: string) => changed.has(field) || (field === kind.period?.until && changed.has(kind.period.from))
  const mine = wrong.filter(({ field }) => field === null || touched(field) || !columns.has(field))
  await refuse([...mine, ...(await danglingOf(tx, kind, new Map([...columns].filter(([name]) => changed.has(name)))))])
  if (changed.size === 0) return id
  const news = [...changed.keys()].flatMap((name) => cells.get(name) ?? [])
  const blanks = new Set([...changed.keys()].filter((name) => cells.get(name)?.every(({ text }) => text === null)))
  const others = ownedAnew(row.held, source, changed, blanks)
  const unresolved = Object.entries((row.held.unresolved ?? {}) as Record<string, string>).filter(([name]) => !changed.has(name))
  const all: Cell[] = [
    ...news,
    { column: 'others', type: 'jsonb', text: asJson(Object.entries(others)) },
    { column: 'unresolved', type: 'jsonb', text: asJson(unresolved) },
  ]
  await tx.run(
    `update ${kind.table} set ${all.map((cell, place) => `${cell.column} = ${placed(cell, place + 1)}`).join(', ')} where id = $1::uuid`,
    [id, ...all.map(({ text }) => text)],
  )
  return id
}

interface Cell {
  readonly column: string
  readonly type: string
  readonly text: string | null
}

/** A parameter is always sent as text, so that both drivers send the same. @param place from 0 */
const placed = ({ type }: Cell, place: number): string => `$${place + 1}::text::${type}`

const cellsOf = (kind: RecordKind, name: string, texts: readonly (string | null)[]): Cell[] =>
  columnsOf(name, kind.fields[name] as Field).map((column, place) => ({ ...column, text: texts[place] ?? null }))

const asJson = (entries: readonly (readonly [string, unknown])[]): string | null =>
  entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries))

async function refuse(wrong: readonly Wrong[]): Promise<void> {
  if (wrong.length > 0) throw new NotAccepted(wrong)
}

/** Fields of which the record holds something else than the cells, with the text of what is held. */
async function differing(
  tx: Transaction,
  kind: RecordKind,
  id: string,
  cells: ReadonlyMap<string, readonly Cell[]>,
): Promise<Map<string, string | null>> {
  const changed = new Map<string, string | null>()
  const names = [...cells.keys()]
  const parameters: (string | null)[] = [id]
  const asked = names.map((name, place) => {
    const own = cells.get(name) as readonly Cell[]
    const differs = own.map((cell) => {
      parameters.push(cell.text)
      return `${cell.column} is distinct from ${placed(cell, parameters.length - 1)}`
    })
    return `(${differs.join(' or ')}) as d${place}, ${own[0]?.column}::text as w${place}`
  })
  if (asked.length === 0) return changed
  const [row] = await tx.query(`select ${asked.join(', ')} from ${kind.table} where id = $1::uuid`, parameters)
  for (const [place, name] of names.entries()) if (row?.[`d${place}`] === true) changed.set(name, row[`w${place}`] as string | null)
  return changed
}

/** References that lead to nothing that is here and to be seen. */
async function danglingOf(
  tx: Transaction,
  kind: RecordKind,
  columns: ReadonlyMap<string, readonly (string | null)[]>,
): Promise<readonly Wrong[]> {
  const wrong: Wrong[] = []
  for (const [name, [id]] of columns) {
    const { to, label } = kind.fields[name] as Field
    if (!to || !id) continue
    const [found] = await tx.query(`select id from ${to().table} where id = $1::uuid`, [id])
    if (!found)
      wrong.push({ field: name, says: `${label}: there is no such record (${to().name.toLowerCase()}). Choose one that is here.` })
  }
  return wrong
}

/** The longest text by which a source could know its record again. */
const longestKey = 200

/**
 * Whose each field is after a change by hand (`others`): each changed field is its writer's. A blank is said too: it is kept as theirs
 * even where all of the record is. Where another source knows the record, what it called the field is kept under `@was`, by which the
 * intake finds the record again.
 */
function ownedAnew(
  held: Readonly<Record<string, unknown>>,
  source: string,
  changed: ReadonlyMap<string, string | null>,
  blanks: ReadonlySet<string>,
): Record<string, unknown> {
  const others: Record<string, unknown> = { ...(held.others as Record<string, unknown> | null) }
  const knownElsewhere =
    held.source !== source || held.source_id !== null || Object.keys(others).some((key) => key.startsWith('@') && !ourKeys.has(key))
  const was: Record<string, string> = { ...(others['@was'] as Record<string, string> | undefined) }
  for (const [name, text] of changed) {
    if (held.source === source && !blanks.has(name)) delete others[name]
    else others[name] = source
    if (knownElsewhere && !(name in was) && (text?.length ?? 0) <= longestKey) was[name] = text ?? ''
  }
  if (Object.keys(was).length > 0) others['@was'] = was
  return others
}

const ourKeys: ReadonlySet<string> = new Set(['@was', '@withdrawn', '@stands'])

/**
 * Marks a record as withdrawn: it was a mistake. It stays, counts for nothing, and an import does not make it stand again. The reason is
 * the transaction’s.
 * @returns whether it stood before.
 */
export async function withdrawRecord(tx: Transaction, kind: RecordKind, id: string, source = peopleHere): Promise<boolean> {
  const changed = await tx.run(
    `update ${kind.table} set withdrawn_at = engine.instant(), others = (coalesce(others, '{}') - '@stands') || jsonb_build_object('@withdrawn', $2::text)
     where id = $1::uuid and withdrawn_at is null`,
    [id, source],
  )
  return changed > 0
}

/**
 * Makes a withdrawn record stand again. Where its own source had withdrawn it, it stands from now on because people say so.
 * @returns whether it was withdrawn before.
 */
export async function restoreRecord(tx: Transaction, kind: RecordKind, id: string, source = peopleHere): Promise<boolean> {
  const changed = await tx.run(
    `update ${kind.table} set withdrawn_at = null,
            others = case when others ? '@withdrawn' then nullif(others - '@withdrawn', '{}') else coalesce(others, '{}') || jsonb_build_object('@stands', $2::text) end
     where id = $1::uuid and withdrawn_at is not null`,
    [id, source],
  )
  return changed > 0
}
