/** For tests of what reads files: files written as the test says, brought in to a database of its own, and what is then held. */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { strToU8, zipSync } from 'fflate'
import { onTestFinished } from 'vitest'
import type { Transaction } from '../../src/engine/database/database.ts'
import type { SourceFile } from '../../src/engine/exchange/source-file.ts'
import type { FileResult } from '../../src/engine/intake/result.ts'
import { stage, type Refusal, type StagedPlan } from '../../src/engine/intake/staging.ts'
import type { Recognised } from '../../src/engine/intake/telling.ts'
import type { RecordKind } from '../../src/engine/records/kind.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'
import { acting, freshForOneTest } from './two-databases.ts'

/** The public sample files beside the project, or null where they are absent: such tests are left out aloud. */
export function sample(path: string): string | null {
  const found = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples', path)
  return existsSync(found) ? found : null
}

/** A Sunday: the day on which every import of these tests is made, unless they say another. */
const today = '2026-11-22'

export interface Bringing {
  /** Brings in files with these names and contents, all at once. */
  files(contents: Readonly<Record<string, string | Uint8Array>>, day?: string): Promise<readonly FileResult[]>
  /** Brings in what lies there. */
  paths(paths: readonly string[], day?: string): Promise<readonly FileResult[]>
  /** What is held, by SQL. */
  held(sql: string): Promise<readonly Record<string, unknown>[]>
}

/** A database with nothing in it, which goes when the test ends. */
export async function bringing(): Promise<Bringing> {
  const { database } = await freshForOneTest('embedded')
  const { role: _, ...as } = acting('imports')
  const paths = async (some: readonly string[], day = today): Promise<readonly FileResult[]> =>
    (await bringInFiles(database, as, some, day)).files
  return {
    paths,
    async files(contents, day) {
      const folder = mkdtempSync(join(tmpdir(), 'goldthread-files-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      for (const [name, content] of Object.entries(contents)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), content)
      }
      return paths([folder], day)
    },
    held: (sql) => database.transaction(acting('reads'), (tx) => tx.query(sql)),
  }
}

/** All that was refused, as one line each: where, what, why. */
export const refusals = (results: readonly FileResult[]): string[] =>
  results.flatMap(({ path, refused }) => refused.map(({ line, field, found, why }) => `${path}, line ${line}, ${field}: ${found}. ${why}`))

/** A file that lies in memory. */
export const fileOf = (path: string, content: string | Uint8Array): SourceFile => ({
  path,
  size: content.length,
  open: () => Readable.from([Buffer.from(content)]),
})

/** What a reader states of a file, before any of it is merged: the kind's table, whom it is about, and its fields as they are held. */
export interface Stated {
  readonly kind: string
  readonly line: number
  readonly subject: string | null
  readonly key: string | null
  readonly said: Readonly<Record<string, string | null>>
}

export interface ReadFile {
  readonly stated: readonly Stated[]
  readonly refused: readonly string[]
  readonly remarks: readonly string[]
  /** The fields stated of one kind, in order. */
  of(kind: RecordKind): Readonly<Record<string, string | null>>[]
}

/** Reads a recognised file with the product's own staging, which writes into memory and not to a database. */
export async function reading(file: Recognised, day = today): Promise<ReadFile> {
  const stated: Stated[] = []
  const refused: string[] = []
  const remarks = new Set<string>()
  const plans: StagedPlan[] = []
  const refuse = ({ line, field, found, why }: Omit<Refusal, 'fileId'>): void =>
    void refused.push(`line ${line}, ${field}: ${found}. ${why}`)
  const written = (kind: string) => async (into: string, chunks: AsyncIterable<string> | Iterable<string>) => {
    const columns = into
      .replace(/^[^(]*\(|\)$/g, '')
      .split(', ')
      .slice(5)
    for await (const chunk of chunks) {
      for (const row of chunk.trimEnd().split('\n')) {
        const [state, line, subject, key, , ...cells] = row
          .split('\t')
          .map((cell) => (cell === '\\N' ? null : cell.replaceAll('\\\\', '\\')))
        const said = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null]))
        if (state === '0') stated.push({ kind, line: Number(line), subject: subject ?? null, key: key ?? null, said })
      }
    }
  }
  await file.read({
    today: day,
    async plan(stating) {
      const memory = { run: async () => 0, copyIn: written(stating.kind.table) } as unknown as Transaction
      const plan = await stage(memory, plans.length + 1, 'file', stating, day, refuse)
      plans.push(plan)
      return plan
    },
    refuse,
    remark: (words) => void remarks.add(words),
    flush: async () => undefined,
  })
  for (const plan of plans) await plan.flush(true)
  return { stated, refused, remarks: [...remarks], of: ({ table }) => stated.filter(({ kind }) => kind === table).map(({ said }) => said) }
}

/** A workbook with these sheets; every cell is text. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly (string | null)[])[]>>): Uint8Array {
  const names = Object.keys(sheets)
  const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, at) => `<sheet name="${safe(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ),
  }
  names.forEach((name, at) => {
    const cell = (text: string | null): string => (text === null ? '<c/>' : `<c t="inlineStr"><is><t>${safe(text)}</t></is></c>`)
    const rows = (sheets[name] ?? []).map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`)
  })
  return zipSync(files)
}
