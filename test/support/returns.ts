/** For tests of what reads files: files written as the test says, brought in to a database of its own, and what is then held. */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { onTestFinished } from 'vitest'
import type { FileResult } from '../../src/engine/intake/result.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'
import { acting, freshForOneTest } from './two-databases.ts'

/** The public sample files beside the project, or null where they are absent: such tests are left out aloud. */
export function sample(path: string): string | null {
  const found = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples', path)
  return existsSync(found) ? found : null
}

/** A Sunday: the day on which every import of these tests is made, unless they say another. */
export const today = '2026-11-22'

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
