/** Zip files, written in memory: for documents that are zips. Read by `zip.ts`. PKWARE APPNOTE 6.3.10, without its 64-bit part. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** The name inside the zip, with / between folders. */
  readonly name: string
  readonly content: string | Uint8Array
}

/** The version of the format that reads it: 2.0, the first with deflate. */
const version = 20
/** Names are UTF-8. */
const flags = 0x0800
const deflate = 8
/** 1 January 1980, the first day that a zip can say: the same content makes the same bytes, whenever it is made. */
const day = 0x0021
const most = 0xffffffff

/**
 * A zip of these entries, in their order; a text is written as UTF-8.
 * @throws RangeError when the whole would pass 4 GB, which needs another form of zip.
 */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of entries) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const packed = deflateRawSync(bytes)
    const named = Buffer.from(name)
    const facts = numbers([version, 2], [flags, 2], [deflate, 2], [0, 2], [day, 2], [crc32(bytes), 4])
    const sizes = numbers([packed.length, 4], [bytes.length, 4], [named.length, 2], [0, 2])
    if (at + packed.length + bytes.length > most) throw new RangeError('A zip written here holds less than 4 GB.')
    directory.push(
      numbers([0x02014b50, 4], [version, 2]),
      facts,
      sizes,
      numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), // no comment, one disk, no attributes; where the entry begins
      named,
    )
    const entry = [numbers([0x04034b50, 4]), facts, sizes, named, packed]
    pieces.push(...entry)
    at += lengthOf(entry)
  }
  const end = numbers([0x06054b50, 4], [0, 4], [entries.length, 2], [entries.length, 2], [lengthOf(directory), 4], [at, 4], [0, 2])
  return Buffer.concat([...pieces, ...directory, end])
}

const lengthOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** Numbers as a zip has them: the smallest byte first, each in so many bytes. */
function numbers(...given: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const buffer = Buffer.alloc(given.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of given) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}
