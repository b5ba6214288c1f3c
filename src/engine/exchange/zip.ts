/**
 * Zip files, read without trusting them: nothing is written to disk, what an entry says of its size is checked while it
 * unpacks, and an entry that unpacks to far more than it holds is stopped as it does so.
 */
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl from 'yauzl'
import { bytesOf, UnreadableFile, type Limits, type SourceFile } from './source.ts'

const mostEntries = 2000
/** An entry may unpack to this many times its packed size; text seldom passes 30 times. */
const mostTimes = 200
/** Small entries are not judged by their ratio. */
const freeBytes = 10 * 1024 * 1024
/** A zip inside a zip (an .xlsx is one) is held in memory, because a zip can only be read from its end. */
const mostHeld = 64 * 1024 * 1024

const soundZip = 'Make the zip again, or give the files without zipping them.'

type OpenZip = () => Promise<yauzl.ZipFile>

/** The bytes begin as a zip does. A zip with nothing in it counts. */
export const looksLikeZip = (bytes: Buffer): boolean =>
  bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

/**
 * The files in a zip, sorted by name, each a source file whose `path` is the name inside the zip with `prefix` before it.
 * Folders are left out. Throws UnreadableFile for a zip that is damaged, encrypted, too full, or names a place outside itself.
 */
export async function zipEntries(file: SourceFile, prefix: string, limits: Limits): Promise<SourceFile[]> {
  const open = await opener(file)
  const entries: yauzl.Entry[] = []
  let zip: yauzl.ZipFile | null = null
  try {
    zip = await open()
    if (zip.entryCount > mostEntries) throw tooManyEntries(file.path)
    let packed = 0
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      packed += entry.compressedSize
      checkEntry(file.path, entry, limits)
      entries.push(entry)
      if (entries.length > mostEntries) throw tooManyEntries(file.path)
    }
    if (packed > file.size) {
      throw new UnreadableFile(
        file.path,
        'The entries of this zip lie over one another, as a zip made to overwhelm its reader does.',
        soundZip,
      )
    }
  } catch (error) {
    throw inWords(error, file.path)
  } finally {
    zip?.close()
  }
  return entries
    .sort((one, other) => (one.fileName < other.fileName ? -1 : one.fileName > other.fileName ? 1 : 0))
    .map((entry) => ({
      path: prefix + entry.fileName,
      size: entry.uncompressedSize,
      open: () => Readable.from(unpack(open, entry, prefix + entry.fileName, limits), { objectMode: false }),
    }))
}

/** A way to open the zip again and again: from the disk where it lies there, else from memory. */
async function opener(file: SourceFile): Promise<OpenZip> {
  const { onDisk } = file
  if (onDisk !== undefined) return async () => quiet(await yauzl.openPromise(onDisk, { autoClose: false }))
  const pieces: Buffer[] = []
  let held = 0
  for await (const piece of bytesOf(file)) {
    held += piece.length
    if (held > mostHeld) {
      throw new UnreadableFile(
        file.path,
        'This zip or workbook lies inside another zip and is larger than 64 MiB.',
        'Give it by itself, outside the other zip.',
      )
    }
    pieces.push(piece)
  }
  const whole = Buffer.concat(pieces)
  return async () => quiet(await yauzl.fromBufferPromise(whole))
}

/** Every failure reaches us through a promise or a stream as well; unheard, this event would end the process. */
function quiet(zip: yauzl.ZipFile): yauzl.ZipFile {
  zip.on('error', () => undefined)
  return zip
}

const tooManyEntries = (path: string) =>
  new UnreadableFile(
    path,
    `This zip holds more than ${mostEntries.toLocaleString('en-GB')} files.`,
    'Give them in several zips, or as a folder.',
  )

function checkEntry(path: string, entry: yauzl.Entry, limits: Limits): void {
  const name = entry.fileName
  if (entry.isEncrypted()) {
    throw new UnreadableFile(path, `"${name}" in this zip is locked with a password.`, 'Give the zip without a password.')
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new UnreadableFile(path, `"${name}" is packed in a way (method ${entry.compressionMethod}) that is not read here.`, soundZip)
  }
  // The upper half of the attributes is a Unix file mode; 0o120000 marks a symbolic link.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    throw new UnreadableFile(path, `"${name}" in this zip is a link to somewhere else, not a file.`, soundZip)
  }
  checkUnpacked(path, entry, entry.uncompressedSize, limits)
}

function checkUnpacked(path: string, entry: yauzl.Entry, bytes: number, limits: Limits): void {
  if (bytes > limits.bytes) {
    throw new UnreadableFile(
      path,
      `"${entry.fileName}" unpacks to more than ${limits.bytes.toLocaleString('en-GB')} bytes.`,
      'A file that large is given in parts.',
    )
  }
  if (bytes > freeBytes && bytes > entry.compressedSize * mostTimes) {
    throw new UnreadableFile(
      path,
      `"${entry.fileName}" unpacks to more than ${mostTimes} times its packed size, as a file made to overwhelm its reader does.`,
      'If the file is what it should be, give it without zipping it.',
    )
  }
}

async function* unpack(open: OpenZip, entry: yauzl.Entry, path: string, limits: Limits): AsyncGenerator<Buffer> {
  let zip: yauzl.ZipFile | null = null
  let packed: Readable | null = null
  let unpacked: Readable | null = null
  try {
    zip = await open()
    packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
    unpacked = entry.compressionMethod === 0 ? packed : inflated(packed)
    let bytes = 0
    let check = 0
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      bytes += piece.length
      checkUnpacked(path, entry, bytes, limits)
      check = crc32(piece, check)
      yield piece
    }
    if (bytes !== entry.uncompressedSize || check !== entry.crc32) {
      throw new UnreadableFile(path, 'The file is damaged: it does not unpack to what its zip says it holds.', soundZip)
    }
  } catch (error) {
    throw inWords(error, path)
  } finally {
    packed?.destroy()
    unpacked?.destroy()
    zip?.close()
  }
}

function inflated(packed: Readable): Readable {
  const inflate = createInflateRaw()
  packed.on('error', (error) => inflate.destroy(error))
  return packed.pipe(inflate)
}

/** Whatever a zip's reader throws, as a sentence. An error of the disk (no such file, no permission) stays what it is. */
function inWords(error: unknown, path: string): unknown {
  if (error instanceof UnreadableFile || !(error instanceof Error)) return error
  const code = (error as NodeJS.ErrnoException).code
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return error
  if (/absolute path|invalid relative path|invalid characters/.test(error.message)) {
    return new UnreadableFile(path, 'A name in this zip points outside the zip.', soundZip)
  }
  if (/encrypt/.test(error.message))
    return new UnreadableFile(path, 'This zip is locked with a password.', 'Give the zip without a password.')
  return new UnreadableFile(path, 'This zip is damaged or cut short.', soundZip)
}
