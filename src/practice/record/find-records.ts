/** The records of one kind that is about no child, a page at a time: found by words, in a chosen order. */
import type { Transaction } from '../../engine/database/database.ts'
import { columnName, columnsOf, type Field, type RecordKind } from '../../engine/records/kind.ts'
import { recordFrom, type ReadRecord } from '../../engine/records/read.ts'
import { dayFields } from './record-title.ts'

export interface Asked {
  /** Words that must all be found in its texts; empty for all. */
  readonly sought: string
  /** A field to sort by. */
  readonly sort: string
  readonly order: 'up' | 'down'
  /** Those that have been withdrawn, in place of those that stand. */
  readonly withdrawn: boolean
  /** From 1. */
  readonly page: number
}

export interface FoundRecords {
  readonly records: readonly ReadRecord[]
  /** The page these are: the last, where more was asked for than there is. */
  readonly page: number
  /** Of those asked for, on all pages. */
  readonly count: number
  readonly standing: number
  readonly withdrawn: number
}

export const recordsAPage = 50

export async function findRecords(
  tx: Transaction,
  kind: RecordKind,
  { sought, sort, order, withdrawn, page }: Asked,
): Promise<FoundRecords> {
  const words = sought.split(' ').filter((word) => word !== '')
  const texts = [...textColumns(kind), 'source_id'].map((column) => `coalesce(t.${column}, '')`).join(` || ' ' || `)
  const matches = words.map((_, place) => ` and position(engine.plain($${place + 1}::text) in engine.plain(${texts})) > 0`).join('')
  const [counts] = await tx.query<{ standing: number; withdrawn: number }>(
    `select count(*) filter (where withdrawn_at is null) as standing, count(*) filter (where withdrawn_at is not null) as withdrawn from ${kind.table} t where true${matches}`,
    words,
  )
  const count = (withdrawn ? counts?.withdrawn : counts?.standing) ?? 0
  const at = Math.min(page, Math.max(1, Math.ceil(count / recordsAPage)))
  const way = order === 'up' ? 'asc' : 'desc'
  const field = kind.fields[sort] as Field
  const labels = byLabel(field)
  // Of those that are equal, the latest first.
  const [day] = dayFields(kind).filter((name) => name !== sort)
  const thenBy = day === undefined ? '' : `, t.${firstColumn(kind, day)} desc nulls last`
  const inThisOrder = `order by ${inOrder(field, firstColumn(kind, sort), labels === null ? 0 : words.length + 1)} ${way} nulls last${thenBy}, id`
  const rows = await tx.query<{ held: Record<string, unknown> }>(
    // Made into JSON only once it is known which stand on the page.
    `select to_jsonb(t) - 'seen_by' as held from (
       select * from ${kind.table} t where withdrawn_at is ${withdrawn ? 'not ' : ''}null${matches} ${inThisOrder}
       limit ${recordsAPage} offset ${(at - 1) * recordsAPage}
     ) t ${inThisOrder}`,
    [...words, ...(labels === null ? [] : [labels])],
  )
  return {
    records: rows.map(({ held }) => ({ kind, record: recordFrom(kind, held) })),
    page: at,
    count,
    standing: counts?.standing ?? 0,
    withdrawn: counts?.withdrawn ?? 0,
  }
}

/** How many stand of each kind, by table. */
export async function countsOf(tx: Transaction, kinds: readonly RecordKind[]): Promise<ReadonlyMap<string, number>> {
  if (kinds.length === 0) return new Map()
  const rows = await tx.query<{ kind: string; count: number }>(
    kinds.map(({ table }) => `select '${table}' as kind, count(*) as count from ${table} where withdrawn_at is null`).join(' union all '),
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

const textColumns = ({ fields }: RecordKind): readonly string[] =>
  Object.keys(fields)
    .filter((name) => ['text', 'identifier'].includes(fields[name]?.type ?? ''))
    .map(columnName)

const firstColumn = (kind: RecordKind, name: string): string => columnsOf(name, kind.fields[name] as Field)[0]?.column ?? 'id'

/** The codes of a field as an array of SQL, in the order of the words that people read; null for a field without a list. */
function byLabel({ type, list }: Field): string | null {
  if (type !== 'code' || list === undefined) return null
  const codes = list.codes.toSorted((one, other) => (one.label ?? one.code).localeCompare(other.label ?? other.code, 'en-GB'))
  return `{${codes.map(({ code }) => `"${code.replaceAll(/[\\"]/g, '\\$&')}"`).join(',')}}`
}

/** Words are sorted as people read them: without regard to capitals and accents. @param labels the parameter that holds the codes in order */
function inOrder({ type }: Field, column: string, labels: number): string {
  if (labels > 0) return `array_position($${labels}::text[], t.${column})`
  return type === 'text' || type === 'identifier' ? `engine.plain(t.${column})` : `t.${column}`
}

/** How many standing records of the given kinds refer to this one. */
export async function countReferringTo(tx: Transaction, kinds: readonly RecordKind[], { kind: to, record }: ReadRecord): Promise<number> {
  const counts = kinds.flatMap(({ table, fields }) => {
    const columns = Object.keys(fields).filter((name) => fields[name]?.to?.() === to)
    const refers = columns.map((name) => `${columnName(name)}_id = $1::uuid`).join(' or ')
    return columns.length === 0 ? [] : [`select count(*) as count from ${table} where withdrawn_at is null and (${refers})`]
  })
  if (counts.length === 0) return 0
  const [row] = await tx.query<{ count: number }>(`select sum(count)::int as count from (${counts.join(' union all ')}) counts`, [
    record.id,
  ])
  return row?.count ?? 0
}
