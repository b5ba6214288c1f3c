import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Transaction } from '../../engine/database/database.ts'
import { formulaSafe, writeCsvRow } from '../../engine/exchange/csv.ts'
import { gatherReasons, mostLines, reasonKey, type Reason, type RefusedAlike } from './reasons.ts'

/** The refused rows of an import. They hold what stood in cells, which may be a child's: only for those who may bring data in. */

export interface RefusedLine {
  readonly file: string
  readonly line: number | null
  readonly field: string | null
  readonly found: string | null
  readonly allowed: string | null
  readonly why: string
}

type HeldLine = RefusedLine & { readonly number: number; readonly kind: string }

export const linesAPage = 50

/** Why rows were refused, the weightiest first. */
export async function reasonsOf(tx: Transaction, importId: string): Promise<Reason[]> {
  const gathering = gatherReasons()
  for await (const row of tx.stream<RefusedAlike & Record<string, unknown>>(
    `select f.path as file, f.number, r.kind, r.field, r.found, r.allowed, r.why, count(*) as rows,
            coalesce(to_jsonb((array_agg(r.line order by r.line) filter (where r.line is not null))[1:${mostLines}]), '[]') as lines
     from import_refusal r join import_file f on f.id = r.import_file_id where f.import_id = $1 group by 1, 2, 3, 4, 5, 6, 7 order by f.number, min(r.line) nulls first, r.found`,
    [importId],
  ))
    gathering.add(row)
  return gathering.reasons()
}

/**
 * The refused rows of an import, those of one reason when its key is given, in the order of the files.
 * @param page from 1
 */
export async function refusedLines(
  tx: Transaction,
  importId: string,
  reason: string | null,
  page: number,
): Promise<{ lines: RefusedLine[]; count: number }> {
  const lines: RefusedLine[] = []
  let count = 0
  for await (const held of heldLines(tx, importId)) {
    if (reason !== null && reasonKey(held) !== reason) continue
    if (count >= (page - 1) * linesAPage && lines.length < linesAPage) lines.push(held)
    count++
  }
  return { lines, count }
}

/**
 * All refused rows as CSV, in which no cell can act as a formula. It is written beside first, so that a slow reader does not hold the database.
 * @returns a stream whose file is removed when it closes.
 */
export async function refusedCsv(tx: Transaction, importId: string): Promise<Readable> {
  // A name by which the next server removes what one that was killed left behind.
  const folder = await mkdtemp(join(tmpdir(), `goldthread-uploads-${process.pid}-`))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'refused.csv')
    await pipeline(Readable.from(csvLines(heldLines(tx, importId))), createWriteStream(path, { mode: 0o600 }))
    return createReadStream(path).once('close', () => void remove())
  } catch (failure) {
    await remove()
    throw failure
  }
}

async function* csvLines(lines: AsyncIterable<RefusedLine>): AsyncGenerator<string> {
  yield `\uFEFF${writeCsvRow(['File', 'Line', 'Column', 'Found', 'Allowed', 'Why'])}`
  for await (const { file, line, field, found, allowed, why } of lines)
    yield writeCsvRow(
      [file, line === null ? null : String(line), field, found, allowed, why].map((cell) => (cell === null ? null : formulaSafe(cell))),
    )
}

const heldLines = (tx: Transaction, importId: string): AsyncIterable<HeldLine> =>
  tx.stream<HeldLine & Record<string, unknown>>(
    `select f.path as file, f.number, r.kind, r.line, r.field, r.found, r.allowed, r.why
     from import_refusal r join import_file f on f.id = r.import_file_id where f.import_id = $1 order by f.number, r.line nulls first, r.field, r.id`,
    [importId],
  )
