/** What every reader here takes (a file and its limits) and how it refuses: one sentence for what was found, one for what is allowed. */

export interface SourceFile {
  /** Shown to people: the file's name, or its path inside the folder or zip that was given. */
  readonly path: string
  /** Bytes, unpacked. For an entry of a zip this is what the zip says of itself; reading checks it. */
  readonly size: number
  /** A fresh stream of the file's bytes, from the beginning, at each call. */
  open(): NodeJS.ReadableStream
  /** Where the file lies on this machine, when it lies there by itself and not inside a zip. */
  readonly onDisk?: string
}

export interface Limits {
  /** Bytes one entry of a zip may unpack to. */
  readonly bytes: number
  /** Characters of the longest cell, or the longest text of one XML element. */
  readonly cell: number
  /** Characters of the longest row, or of one XML element with all it holds. */
  readonly row: number
  readonly columns: number
  /** How deep XML elements may stand inside one another. */
  readonly depth: number
}

const mebibyte = 1024 * 1024

export const defaultLimits: Limits = { bytes: 2048 * mebibyte, cell: mebibyte, row: 8 * mebibyte, columns: 2000, depth: 64 }

/** A file that cannot be read at all, or not past `line`. `found` and `allowed` are whole sentences. */
export class UnreadableFile extends Error {
  readonly path: string
  readonly found: string
  readonly allowed: string
  /** The line of the file, counted from 1; null where the whole file is meant. */
  readonly line: number | null

  constructor(path: string, found: string, allowed: string, line: number | null = null) {
    super(`${path}${line === null ? '' : `, line ${line}`}: ${found} ${allowed}`)
    this.name = 'UnreadableFile'
    this.path = path
    this.found = found
    this.allowed = allowed
    this.line = line
  }
}

/** The file's bytes, piece by piece. Leaving the loop early closes the file. Throws UnreadableFile where the disk does not give them. */
export async function* bytesOf(file: SourceFile): AsyncGenerator<Buffer> {
  try {
    yield* file.open() as unknown as AsyncIterable<Buffer>
  } catch (error) {
    throw unreadableOnDisk(error, file.path)
  }
}

/** What the disk says (EACCES: permission denied, open '/srv/…'), in words and without the place where it lies; any other error as it is. */
export function unreadableOnDisk(error: unknown, path: string): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  if (error instanceof UnreadableFile || code === undefined || !/^E[A-Z]+$/.test(code)) return error
  if (code === 'EACCES' || code === 'EPERM')
    return new UnreadableFile(path, 'It may not be opened: its owner has not allowed it.', 'Allow whoever runs Goldthread to read it.')
  return new UnreadableFile(path, `The disk does not give it (${code}).`, 'Copy it to this machine and give the copy.')
}

/** At most `count` bytes from the beginning of the file; fewer if the file is shorter. The rest is not read. */
export async function firstBytes(file: SourceFile, count: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let held = 0
  for await (const piece of bytesOf(file)) {
    pieces.push(piece)
    held += piece.length
    if (held >= count) break
  }
  return Buffer.concat(pieces).subarray(0, count)
}
