import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Transaction } from '../engine/database/database.ts'
import { writeCsvRow } from '../engine/exchange/csv.ts'

/** A table to be written: its file is named after it, its rows are those of the SQL, which gives each column as text under its name. */
export interface CsvTable {
  readonly table: string
  readonly columns: readonly string[]
  readonly sql: string
}

/**
 * Writes tables into a folder, one CSV each, in UTF-8 with its sign. The files can be read by whoever wrote them only.
 * @returns the files written, with their number of rows.
 */
export async function writeCsvTables(
  tx: Transaction,
  folder: string,
  tables: readonly CsvTable[],
  progress: (words: string) => void,
): Promise<{ path: string; rows: number }[]> {
  await mkdir(folder, { recursive: true })
  const written: { path: string; rows: number }[] = []
  for (const { table, columns, sql } of tables) {
    const path = join(folder, `${table}.csv`)
    let rows = 0
    progress(`Writing ${table}`)
    const lines = async function* (): AsyncGenerator<string> {
      yield '\uFEFF' + writeCsvRow(columns)
      let gathered = ''
      for await (const row of tx.stream(sql)) {
        gathered += writeCsvRow(columns.map((name) => row[name] as string | null))
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
