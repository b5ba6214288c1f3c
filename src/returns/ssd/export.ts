import type { Transaction } from '../../engine/database/database.ts'
import { writeCsvTables } from '../csv-tables.ts'
import { ssdTables, type SsdTable } from './layout.ts'

/**
 * Writes the Standard Safeguarding Dataset into a folder: one CSV for each table, in the standard's order of columns. Rows stand in
 * the order of their text, so that the same records always give the same bytes. Dates are YYYY-MM-DD, with HH:MM:SS where a time is known.
 * @returns the files written, with their number of rows.
 */
export const exportSsd = (
  tx: Transaction,
  folder: string,
  progress: (words: string) => void = () => undefined,
): Promise<{ path: string; rows: number }[]> =>
  writeCsvTables(
    tx,
    folder,
    ssdTables.map((table) => ({ table: table.table, columns: table.columns.map(({ name }) => name), sql: queryOf(table) })),
    progress,
  )

function queryOf({ table, columns }: SsdTable): string {
  const cells = columns.map(({ name, type }) =>
    type === 'datetime' || type === 'date'
      ? `replace(to_char(x."${name}"::timestamp, 'YYYY-MM-DD HH24:MI:SS'), ' 00:00:00', '') as "${name}"`
      : `x."${name}"::text as "${name}"`,
  )
  return `select ${cells.join(', ')} from ${table} x order by ${columns.map(({ name }) => `x."${name}"::text collate "C" nulls first`).join(', ')}`
}
