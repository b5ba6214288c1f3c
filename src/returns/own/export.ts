import type { Transaction } from '../../engine/database/database.ts'
import { columnsOf, type Field, type RecordKind } from '../../engine/records/kind.ts'
import { writeCsvTables } from '../csv-tables.ts'
import { beyondSsd, ownTable, type OwnColumn } from './layout.ts'

/**
 * Writes into a folder what the Standard Safeguarding Dataset cannot hold: each kind that it lacks, and of the others the fields that it
 * lacks, of records that have one. Brought in after the dataset’s own tables, the files give the same records. Withdrawn records are left
 * out. Rows stand in the order of their identifiers, so that the same records always give the same bytes.
 * @returns the files written, with their number of rows.
 */
export const exportOwn = (
  tx: Transaction,
  folder: string,
  kinds: readonly RecordKind[],
  progress: (words: string) => void = () => undefined,
): Promise<{ path: string; rows: number }[]> =>
  writeCsvTables(
    tx,
    folder,
    kinds.flatMap((kind) => {
      const columns = beyondSsd(kind)
      return columns ? [{ table: kind.table, columns: columns.map(({ name }) => name), sql: queryOf(kind, columns) }] : []
    }),
    progress,
  )

/** By what a record is named in our tables: the identifier in its own source; else the field that is its identifier; else ours. */
function identifierOf(kind: RecordKind, alias: string): string {
  const { field } = ownTable(kind).columns[0] as OwnColumn
  const also = field === null ? '' : `${alias}.${columnsOf(field, kind.fields[field] as Field)[0]?.column}, `
  return `coalesce(${alias}.source_id, ${also}${alias}.id::text)`
}

function queryOf(kind: RecordKind, columns: readonly OwnColumn[]): string {
  const joins = kind.about ? [`join ${kind.about.table} subject on subject.id = t.person_id`] : []
  const cells: string[] = []
  const said: string[] = []
  for (const { name, holds, field } of columns) {
    if (holds === 'key') cells.push(`${identifierOf(kind, 't')} as "${name}"`)
    else if (holds === 'person') cells.push(`${identifierOf(kind.about as RecordKind, 'subject')} as "${name}"`)
    else {
      const value = valueOf(field as string, kind.fields[field as string] as Field, joins)
      cells.push(`${value} as "${name}"`)
      said.push(value)
    }
  }
  // Of a kind that the dataset has, what it holds of the record is written there.
  const some = kind.as.ssd === undefined ? '' : ` and coalesce(${said.join(', ')}) is not null`
  return `select ${cells.join(', ')} from ${kind.table} t ${joins.join(' ')} where t.withdrawn_at is null${some} order by ${identifierOf(kind, 't')} collate "C"`
}

/** SQL of a field as the text of its cell, as the reader takes it. A reference adds its join. */
function valueOf(name: string, field: Field, joins: string[]): string {
  const [first, second] = columnsOf(name, field).map(({ column }) => `t.${column}`) as [string, string?]
  switch (field.type) {
    case 'reference': {
      const to = (field.to as () => RecordKind)()
      const alias = `to_${joins.length}`
      joins.push(`left join ${to.table} ${alias} on ${alias}.id = ${first}`)
      return `case when ${first} is not null then ${identifierOf(to, alias)} else t.unresolved ->> '${name}' end`
    }
    case 'date':
      return `to_char(${first}, 'YYYY-MM-DD')`
    case 'moment':
      return `to_char(${first}, 'YYYY-MM-DD') || coalesce(' ' || ${second}::text, '')`
    case 'yesNo':
      return `case ${first} when true then 'Y' when false then 'N' end`
    case 'codes':
      return `array_to_json(${first})::text`
    default:
      return `${first}::text`
  }
}
