/**
 * From bytes to text without being told the encoding. The rule, in order:
 *  1. A byte order mark decides: UTF-8, UTF-16 LE or UTF-16 BE.
 *  2. Without one, a NUL at nearly every second byte of the first 4 KiB means UTF-16; on which side tells LE from BE.
 *  3. Otherwise the text is UTF-8 for as long as it is valid. If the first bytes beyond ASCII are not valid UTF-8, the
 *     text is Windows-1252: all before them was ASCII, which is the same in both, so the whole is read in one encoding.
 *  4. If valid UTF-8 beyond ASCII came first, the file is UTF-8 with other bytes among it (two systems' rows joined, or a
 *     name cut in the middle of a letter). Valid sequences stay UTF-8, every other byte is read as Windows-1252, nothing is
 *     dropped, and `encoding()` says so from then on.
 */
import { isAscii, isUtf8 } from 'node:buffer'
import { UnreadableFile } from './source.ts'

export interface DecodedText {
  readonly text: AsyncIterable<string>
  /** The encoding met so far; certain once the text has been read to its end. */
  encoding(): string
}

type Decode = (bytes: Buffer, last: boolean) => string

/** `path` is named in refusals. Throws (while reading) UnreadableFile at a NUL in what is not UTF-16: such a file is not text. */
export function decodeText(bytes: AsyncIterable<Buffer> | Iterable<Buffer>, path: string): DecodedText {
  let encoding = 'utf-8'
  async function* read(): AsyncGenerator<string> {
    let head: Buffer = Buffer.alloc(0)
    let decode: Decode | null = null
    const begin = (): string => {
      const { name, skip } = encodingOf(head)
      encoding = name
      decode = name === 'utf-8' ? utf8OrWindows(path, (met) => (encoding = met)) : utf16(name)
      return decode(head.subarray(skip), false)
    }
    for await (const piece of bytes) {
      let text = ''
      if (decode !== null) text = (decode as Decode)(piece, false)
      else {
        head = head.length === 0 ? piece : Buffer.concat([head, piece])
        if (head.length >= 4096) text = begin()
      }
      if (text !== '') yield text
    }
    const beginning = decode === null ? begin() : ''
    const rest = beginning + (decode as unknown as Decode)(Buffer.alloc(0), true)
    if (rest !== '') yield rest
  }
  return { text: read(), encoding: () => encoding }
}

/** The bytes as Windows-1252, whatever they are. */
export const fromWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80] ?? letter)

/** Bytes 80 to 9F, the only ones where Windows-1252 is not Latin-1; five of them stand for nothing and stay control characters. */
const windowsLetters = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ']

function encodingOf(head: Buffer): { name: 'utf-8' | 'utf-16le' | 'utf-16be'; skip: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', skip: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', skip: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', skip: 2 }
  const pairs = Math.min(head.length, 4096) >> 1
  let evenNuls = 0
  let oddNuls = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) evenNuls++
    if (head[at + 1] === 0) oddNuls++
  }
  if (pairs > 0 && oddNuls > pairs * 0.7 && evenNuls < pairs * 0.05) return { name: 'utf-16le', skip: 0 }
  if (pairs > 0 && evenNuls > pairs * 0.7 && oddNuls < pairs * 0.05) return { name: 'utf-16be', skip: 0 }
  return { name: 'utf-8', skip: 0 }
}

function utf16(name: 'utf-16le' | 'utf-16be'): Decode {
  let carried: Buffer = Buffer.alloc(0)
  return (piece, last) => {
    const joined = carried.length === 0 ? piece : Buffer.concat([carried, piece])
    const whole = joined.length & ~1
    carried = Buffer.from(joined.subarray(whole))
    const even = joined.subarray(0, whole)
    // A copy is turned round: the bytes may be someone else's.
    const text = name === 'utf-16le' ? even.toString('utf16le') : Buffer.from(even).swap16().toString('utf16le')
    return last && carried.length > 0 ? text + '\ufffd' : text
  }
}

function utf8OrWindows(path: string, met: (encoding: string) => void): Decode {
  let carried: Buffer = Buffer.alloc(0)
  let state: 'ascii so far' | 'utf-8' | 'mixed' | 'windows-1252' = 'ascii so far'
  return (piece, last) => {
    if (piece.includes(0)) {
      throw new UnreadableFile(path, 'This is not a text file: it holds NUL bytes.', 'A text file is UTF-8, UTF-16 or Windows-1252.')
    }
    if (state === 'windows-1252') return fromWindows1252(piece)
    if (carried.length === 0 && isAscii(piece)) return piece.toString('latin1')
    let joined = carried.length === 0 ? piece : Buffer.concat([carried, piece])
    const whole = last ? joined.length : endOfWholeLetters(joined)
    carried = Buffer.from(joined.subarray(whole))
    joined = joined.subarray(0, whole)
    if (isUtf8(joined)) {
      if (state === 'ascii so far' && !isAscii(joined)) state = 'utf-8'
      return joined.toString('utf8')
    }
    if (state === 'ascii so far') {
      const first = joined.findIndex((byte) => byte >= 0x80)
      state = lengthOfLetter(joined, first) === 0 ? 'windows-1252' : 'mixed'
    } else state = 'mixed'
    if (state === 'mixed') {
      met('utf-8 with windows-1252 among it')
      return mixed(joined)
    }
    met('windows-1252')
    const text = fromWindows1252(Buffer.concat([joined, carried]))
    carried = Buffer.alloc(0)
    return text
  }
}

/** Where the last letter that is not yet complete begins; the length where none is. */
function endOfWholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte >= 0xc2) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** How many bytes the UTF-8 letter at this place has, 0 where there is none. */
function lengthOfLetter(bytes: Buffer, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

function mixed(bytes: Buffer): string {
  let text = ''
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const length = lengthOfLetter(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    text += bytes.toString('utf8', from, at) + fromWindows1252(bytes.subarray(at, at + 1))
    at += 1
    from = at
  }
  return text + bytes.toString('utf8', from, at)
}
