import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Transaction } from '../../engine/database/database.ts'
import { writeCsvRow } from '../../engine/exchange/csv.ts'
import { ssdTables, type SsdTable } from './layout.ts'

/**
 * Writes the Standard Safeguarding Dataset into a folder: one CSV for each table, in the standard's order of columns. Rows stand in
 * the order of their text, so that the same records always give the same bytes. Dates are YYYY-MM-DD, with HH:MM:SS where a time is known.
 * @returns the files written, with their number of rows.
 */
export async function exportSsd(
  tx: Transaction,
  folder: string,
  progress: (words: string) => void = () => undefined,
): Promise<{ path: string; rows: number }[]> {
  await mkdir(folder, { recursive: true })
  const written: { path: string; rows: number }[] = []
  for (const table of ssdTables) {
    const path = join(folder, `${table.table}.csv`)
    let rows = 0
    progress(`Writing ${table.table}`)
    const lines = async function* (): AsyncGenerator<string> {
      yield '\uFEFF' + writeCsvRow(table.columns.map(({ name }) => name))
      let gathered = ''
      for await (const row of tx.stream(queryOf(table))) {
        gathered += writeCsvRow(table.columns.map(({ name }) => row[name] as string | null))
        rows++
        if (gathered.length > 65_536) {
          yield gathered
          gathered = ''
        }
      }
      yield gathered
    }
    await pipeline(Readable.from(lines()), createWriteStream(path, { mode: 0o600 }))
    written.push({ path, rows })
  }
  return written
}

function queryOf({ table, columns }: SsdTable): string {
  const cells = columns.map(({ name, type }) =>
    type === 'datetime' || type === 'date'
      ? `replace(to_char(x."${name}"::timestamp, 'YYYY-MM-DD HH24:MI:SS'), ' 00:00:00', '') as "${name}"`
      : `x."${name}"::text as "${name}"`,
  )
  return `select ${cells.join(', ')} from ${table} x order by ${columns.map(({ name }) => `x."${name}"::text collate "C" nulls first`).join(', ')}`
}
