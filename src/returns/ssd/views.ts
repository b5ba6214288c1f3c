import { columnName, columnsOf, type CodeList, type Field, type RecordKind } from '../../engine/records/kind.ts'
import type { View } from '../../engine/records/model.ts'
import { categoriesOfAbuse } from '../../practice/protection/code-lists.ts'
import { ssdTables, type SsdColumn, type SsdTable } from './layout.ts'
import { workedOutTables } from './worked-out.ts'

/**
 * The Standard Safeguarding Dataset as views of our tables: exactly its tables and columns, so that SQL written for it runs here.
 * Where the standard's own documents give a field two names, both are there. Records that their source has withdrawn are left out.
 */
export function ssdViews(kinds: readonly RecordKind[]): View[] {
  return ssdTables.map((table) => {
    const workedOut = workedOutTables[table.table]
    if (workedOut) return { name: table.table, sql: workedOut(table) }
    const kind = kinds.find(({ as }) => as.ssd?.table === table.table)
    if (!kind) throw new Error(`No record kind is declared for ${table.table}`)
    return { name: table.table, sql: viewOf(table, kind) }
  })
}

/** Lists whose words, not codes, the dataset holds. */
const writtenInWords: ReadonlySet<CodeList> = new Set([categoriesOfAbuse])

/** A record that came without an identifier of its own is given ours. */
const identifierOf = (alias: string): string => `coalesce(${alias}.source_id, ${alias}.id::text)`

function viewOf(table: SsdTable, kind: RecordKind): string {
  const names = kind.as.ssd as { key: string; person?: string }
  const joins: string[] = kind.about ? [`join ${kind.about.table} subject on subject.id = t.person_id`] : []
  const columns = table.columns.map((column) => {
    if (kind.about && column.name === names.person) return `${identifierOf('subject')} as "${column.name}"`
    if (column.name === names.key) return `${identifierOf('t')} as "${column.name}"`
    const [name, field] = Object.entries(kind.fields).find(([, { as }]) => [as?.ssd ?? []].flat().includes(column.name)) ?? []
    if (name === undefined || field === undefined) throw new Error(`${table.table}.${column.name} is held by no field of ${kind.table}`)
    if (field.type === 'reference' && field.to) {
      const alias = `to_${columnName(name)}`
      const join = `left join ${field.to().table} ${alias} on ${alias}.id = t.${columnName(name)}_id`
      if (!joins.includes(join)) joins.push(join)
      return `coalesce(${identifierOf(alias)}, t.unresolved ->> '${name}') as "${column.name}"`
    }
    return `${valueOf(name, field, column)} as "${column.name}"`
  })
  return `select ${columns.join(', ')} from ${kind.table} t ${joins.join(' ')}${kind.table === 'person' ? '' : ' where t.withdrawn_at is null'}`
}

function valueOf(name: string, field: Field, column: SsdColumn): string {
  const [first, second] = columnsOf(name, field).map((each) => `t.${each.column}`) as [string, string?]
  switch (field.type) {
    case 'moment':
      return `(${first} + coalesce(${second}, time '00:00'))`
    case 'yesNo':
      return column.type === '10'
        ? `case ${first} when true then '1' when false then '0' end`
        : `case ${first} when true then 'Y' when false then 'N' end`
    case 'code':
      return field.list && writtenInWords.has(field.list)
        ? `case ${first} ${field.list.codes.map(({ code, label }) => `when '${code}' then '${label ?? code}'`).join(' ')} end`
        : first
    case 'codes':
      return `array_to_json(${first})::text`
    case 'flags':
      // All the keys, in the dataset's order, empty where nothing was answered.
      return `case when ${first} is not null then json_build_object(${(field.list as CodeList).codes.map(({ code }) => `'${code}', coalesce(${first} ->> '${code}', '')`).join(', ')})::text end`
    default:
      return first
  }
}
