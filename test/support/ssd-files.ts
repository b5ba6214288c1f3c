/** Extracts of the case system and returns, written by a test into a folder of its own; and what is held after they were brought in. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Database, Row } from '../../src/engine/database/database.ts'
import type { FileResult } from '../../src/engine/intake/result.ts'
import { fieldColumns } from '../../src/engine/records/model.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'

/** Rows by table; each row names the columns it fills. */
export type Tables = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>

const today = '2016-03-01'

/** A table as CSV, with the columns that its rows name. */
export function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (text: string) => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))].map((cells) => `${cells.map(cell).join(',')}\n`).join('')
}

/** A folder with these files, gone when the test ends. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Files of an extract, one for each table. */
export const extractOf = (tables: Tables): Record<string, string> =>
  Object.fromEntries(Object.entries(tables).map(([table, rows]) => [`${table}.csv`, csv(rows)]))

export interface Outcome {
  readonly import: string
  readonly files: readonly FileResult[]
  /** What became of one kind, in all files: [added, changed, unchanged, withdrawn, refused]. */
  counts(kind: string): readonly [number, number, number, number, number]
  /** What was refused, as a person reads it: file, line, field, found, why. */
  readonly refused: readonly string[]
}

/** Brings files in as the tester does; the kinds are the product’s unless others are given. */
export async function bring(
  database: Database,
  files: Readonly<Record<string, string | Uint8Array>>,
  on = today,
  kinds = recordKinds,
): Promise<Outcome> {
  const brought = await bringInFiles(database, { actor: 'importer', keys: ['staff', 'files'] }, [folderOf(files)], on, undefined, kinds)
  return {
    ...brought,
    counts: (name) => {
      const some = brought.files.filter(({ kind }) => kind === name)
      const sum = (number: (file: FileResult) => number) => some.reduce((so, file) => so + number(file), 0)
      return [
        sum(({ added }) => added),
        sum(({ changed }) => changed),
        sum(({ unchanged }) => unchanged),
        sum(({ withdrawn }) => withdrawn),
        sum(({ refused }) => refused.length),
      ]
    },
    refused: brought.files.flatMap(({ path, refused }) =>
      refused.map(({ line, field, found, why }) => [path, line, field, found, why].filter((each) => each !== null).join(' | ')),
    ),
  }
}

/** Every record as it stands, by kind and by what its source calls it (or by what it says, where its source gives it no number), without who and when. */
export async function allHeld(database: Database): Promise<Record<string, Row>> {
  const reader = { actor: 'tester', role: 'reads', keys: ['staff'] } as const
  return database.transaction(reader, async (tx) => {
    const held: Record<string, Row> = {}
    for (const kind of recordKinds) {
      const columns = [
        ...fieldColumns(kind),
        ...(kind.about ? ['person_id'] : []),
        'id',
        'source',
        'source_id',
        'stated_for',
        'others',
        'unresolved',
        'came_from',
        'line',
        'withdrawn_at',
        'seen_by',
      ]
      for (const row of await tx.query(`select ${columns.join(', ')} from ${kind.table}`)) held[`${kind.table} ${String(row.id)}`] = row
    }
    return held
  })
}

/** How many rows of history there are, and when each record was last written. */
export async function traces(database: Database): Promise<{ readonly history: number; readonly written: readonly string[] }> {
  return database.transaction({ actor: 'tester', role: 'reads', keys: ['staff'] }, async (tx) => {
    let history = 0
    const written: string[] = []
    for (const { table } of recordKinds) {
      history += (await tx.query<{ n: number }>(`select count(*) as n from ${table}_history`))[0]?.n ?? 0
      written.push(
        ...(await tx.query<{ said: string }>(`select '${table} ' || id || ' ' || known_from as said from ${table} order by 1`)).map(
          ({ said }) => said,
        ),
      )
    }
    return { history, written }
  })
}
