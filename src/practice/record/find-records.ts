/** The records of one kind that is about no child, a page at a time: found by words, in a chosen order. */
import type { Transaction } from '../../engine/database/database.ts'
import { columnName, columnsOf, type Field, type RecordKind } from '../../engine/records/kind.ts'
import { recordFrom, type ReadRecord } from '../../engine/records/read.ts'

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
  const way = order === 'up' ? 'asc' : 'desc'
  const column = columnsOf(sort, kind.fields[sort] as Field)[0]?.column ?? 'id'
  const rows = await tx.query<{ held: Record<string, unknown> }>(
    `select to_jsonb(t) - 'seen_by' as held from ${kind.table} t where withdrawn_at is ${withdrawn ? 'not ' : ''}null${matches}
     order by ${inOrder(kind.fields[sort] as Field, column)} ${way} nulls last, id limit ${recordsAPage} offset ${(page - 1) * recordsAPage}`,
    words,
  )
  return {
    records: rows.map(({ held }) => ({ kind, record: recordFrom(kind, held) })),
    count: (withdrawn ? counts?.withdrawn : counts?.standing) ?? 0,
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

/** Words are sorted as people read them: without regard to capitals and accents. */
const inOrder = ({ type }: Field, column: string): string =>
  type === 'text' || type === 'identifier' ? `engine.plain(t.${column})` : `t.${column}`
