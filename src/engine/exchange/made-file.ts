/** Files for tests that lie nowhere: from bytes cut where the test says, or made as they are read. */
import { Readable } from 'node:stream'
import type { SourceFile } from './source.ts'

/** A file of these bytes, handed out in pieces of `cut` bytes; a text is written as UTF-8. */
export function madeFile(content: string | Uint8Array, { path = 'made.csv', cut = 65_536 } = {}): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += cut) yield Buffer.from(bytes.subarray(at, at + cut))
  }
  return { path, size: bytes.length, open: () => Readable.from(pieces(), { objectMode: false }) }
}

/** A file that begins with `beginning` and then repeats `piece` up to `bytes` in all; `taken()` tells how much was ever read of it. */
export function endlessFile(beginning: string, piece: string, bytes: number, path = 'endless.csv'): SourceFile & { taken(): number } {
  const repeated = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)))
  let taken = 0
  const pieces = function* () {
    taken += beginning.length
    yield Buffer.from(beginning)
    while (taken < bytes) {
      taken += repeated.length
      yield repeated
    }
  }
  return { path, size: bytes, taken: () => taken, open: () => Readable.from(pieces(), { objectMode: false, highWaterMark: 65_536 }) }
}

export async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of from) items.push(item)
  return items
}
