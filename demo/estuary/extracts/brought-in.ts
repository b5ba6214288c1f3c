import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { onTestFinished } from 'vitest'
import { readSheets } from '../../../src/engine/exchange/xlsx.ts'
import type { FileResult } from '../../../src/engine/intake/result.ts'
import { recordKinds } from '../../../src/record-kinds.ts'
import { bringInFiles } from '../../../src/returns/bring-in.ts'
import { exportOwn } from '../../../src/returns/own/export.ts'
import { exportSsd } from '../../../src/returns/ssd/export.ts'
import { fileOf } from '../../../test/support/returns.ts'
import { serverForTests } from '../../../test/support/postgres.ts'
import { acting, freshForOneTest } from '../../../test/support/two-databases.ts'

/** For tests: what extracts say when they have been brought into an empty database. */

/** A folder that goes when the test ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-extracts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Brings paths into an empty database and writes what it then holds, as the product’s own exports, into a folder (`ssd` and `own`). */
export async function broughtIn(paths: readonly string[], today: string, into: string): Promise<readonly FileResult[]> {
  const { database } = await freshForOneTest(serverForTests() === null ? 'embedded' : 'server')
  const { files } = await bringInFiles(database, { actor: 'a test', keys: ['staff', 'files'] }, paths, today)
  await database.transaction(acting('reads'), async (tx) => {
    await exportSsd(tx, join(into, 'ssd'))
    await exportOwn(tx, join(into, 'own'), recordKinds)
  })
  return files
}

export const refused = (files: readonly FileResult[]): readonly string[] =>
  files.flatMap(({ path, refused }) => refused.map(({ line, field, found, why }) => `${path}, line ${line}, ${field}: ${found}. ${why}`))

export const disagreements = (files: readonly FileResult[]): readonly string[] =>
  files.flatMap(({ path, disagreements }) =>
    disagreements.map(({ line, field, held, heldFrom, said }) => `${path}, line ${line}, ${field}: ${said}; held ${held} from ${heldFrom}`),
  )

type Row = readonly string[]

/** The rows of a table in the order of their text, without its header; what is JSON has its keys in one order. None where there is no such file. */
export const rowsIn = (path: string): readonly Row[] =>
  existsSync(path)
    ? Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true })
        .data.slice(1)
        .map((row) => row.map((cell) => (/^[[{]/.test(cell) ? inOrder(cell) : cell)))
        .sort((a, b) => (a.join('|') < b.join('|') ? -1 : 1))
    : []

export const namesIn = (path: string): readonly string[] => readdirSync(path).sort()

function inOrder(json: string): string {
  const read = JSON.parse(json) as unknown
  return Array.isArray(read) ? JSON.stringify(read) : JSON.stringify(Object.entries(read as object).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * How what is held differs from what was written of the dataset and our own tables: rows that are not held as they were written (but for blanks
 * which another format fills), and how many rows a table has gained.
 */
export function differences(
  written: string,
  held: string,
): { readonly lost: readonly string[]; readonly gained: Readonly<Record<string, number>> } {
  const lost: string[] = []
  const gained: Record<string, number> = {}
  for (const part of ['ssd', 'own'])
    for (const name of namesIn(join(held, part))) {
      const [before, after] = [rowsIn(join(written, part, name)), rowsIn(join(held, part, name))]
      const byText = new Set(after.map((row) => row.join('|')))
      for (const row of before.filter((each) => !byText.has(each.join('|'))))
        if (!after.some((other) => row.every((cell, at) => cell === '' || cell === other[at]))) lost.push(`${name}: ${row.join('|')}`)
      if (after.length !== before.length) gained[`${part}/${name.replace('.csv', '')}`] = after.length - before.length
    }
  return { lost, gained }
}

/** The rows of a table of the looked-after return, of all years. */
export const returned = (folder: string, table: string): readonly Row[] =>
  namesIn(join(folder, 'ssda903')).flatMap((name) => (name.endsWith(`-${table}.csv`) ? rowsIn(join(folder, 'ssda903', name)) : []))

/** The rows of each list of a workbook, by its headings. */
export async function listsIn(folder: string, day: string): Promise<Map<number, Record<string, string | null>[]>> {
  const sheets = await readSheets(fileOf('lists', readFileSync(join(folder, `annex-a/annex-a-${day}.xlsx`))))
  const found = new Map<number, Record<string, string | null>[]>()
  for (const { name, rows } of sheets) {
    let headings: readonly (string | null)[] | null = null
    const these: Record<string, string | null>[] = []
    for await (const { cells } of rows()) {
      if (headings === null) headings = cells
      else these.push(Object.fromEntries(headings.map((heading, at): [string, string | null] => [heading ?? '', cells[at] ?? null])))
    }
    found.set(Number(name.slice(5)), these)
  }
  return found
}
