import { open } from 'node:fs/promises'
import { tellAuthority } from '../demo/estuary/authority.ts'
import { loadAuthority, type Loaded } from '../demo/estuary/load.ts'
import { Rows, type Lines } from '../demo/estuary/rows.ts'
import type { WorldAsked } from '../demo/estuary/world.ts'
import type { Database } from '../src/engine/database/database.ts'
import type { Driver } from '../src/engine/database/driver.ts'

/** Telling an authority, copying its rows in plainly, and loading it, each on its own. */

type Opened = Database & { readonly driver: Driver }

/** The rows of an authority in a file, so that they can be copied in without being told again. */
export interface RowsInFile {
  readonly path: string
  readonly pieces: readonly { readonly into: string; readonly from: number; readonly length: number }[]
  readonly loaded: Loaded
  /** Seconds in which they were told and made into rows, the writing left out. */
  readonly seconds: number
  readonly bytes: number
}

export async function rowsInFile(asked: WorldAsked, today: string, path: string): Promise<RowsInFile> {
  const file = await open(path, 'w')
  const pieces: { into: string; from: number; length: number }[] = []
  let [bytes, seconds, since] = [0, 0, performance.now()]
  const keep = async (some: readonly Lines[]): Promise<void> => {
    seconds += (performance.now() - since) / 1_000
    for (const [into, text] of some) {
      const written = await file.write(Buffer.from(text))
      pieces.push({ into, from: bytes, length: written.bytesWritten })
      bytes += written.bytesWritten
    }
    since = performance.now()
  }
  const rows = new Rows(today)
  for (const batch of tellAuthority(asked)) {
    rows.add(batch)
    const some = rows.take()
    if (some.length > 0) await keep(some)
  }
  await keep(rows.rest())
  await file.close()
  return { path, pieces, loaded: rows.loaded, seconds, bytes }
}

/** Seconds in which the rows are copied into tables of the same columns that have no indexes, no keys, no checks and no history kept. */
export async function copiedPlainly({ driver, schema }: Opened, { path, pieces }: RowsInFile): Promise<number> {
  const tables = new Set(pieces.map(({ into }) => into.split(' ', 1)[0] as string))
  const file = await open(path)
  let seconds = 0
  await driver.transaction('owner', schema, async (tx, connection) => {
    await connection.script(
      `create schema plain; ${[...tables].map((table) => `create table plain.${table} (like "${schema}".${table})`).join('; ')}`,
    )
    for (const { into, from, length } of pieces) {
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, from)
      const text = buffer.toString()
      const started = performance.now()
      await tx.copyIn(`plain.${into}`, [text])
      seconds += (performance.now() - started) / 1_000
    }
  })
  await file.close()
  await driver.transaction('owner', schema, (_, connection) => connection.script('drop schema plain cascade'))
  return seconds
}

/** Seconds in which the authority is told and brought into the empty database, with its history and all that its tables have. */
export async function loaded(database: Opened, asked: WorldAsked, today: string): Promise<number> {
  const started = performance.now()
  await loadAuthority(database, asked, { today })
  return (performance.now() - started) / 1_000
}
