/**
 * A short mark of a text by which texts can be held against each other without being read again: MinHash. Of each of 64 ways to put all shingles in an order,
 * the one of the text that comes first is noted. Two texts have the same one first as often as they share shingles (Broder, 1997; Leskovec, Rajaraman and
 * Ullman, "Mining of Massive Datasets", chapter 3), so the share of equal notes estimates the resemblance. Of each only the last 8 bits are kept (Li and
 * König, "b-bit minwise hashing", 2010): what differs then looks equal one time in 256, which the estimate takes off again. No word can be read from it.
 */

/** How many ways: the estimate lies within 0.13 of the truth 19 times in 20, nearer where texts are very alike or very different. */
export const rows = 64

/** Signatures of nothing are empty. Otherwise 64 bytes, in base64 without its filling signs: 86 letters. The same for the same shingles, always. */
export function signatureOf(shingles: Iterable<string>): string {
  const least = new Uint32Array(rows).fill(0xffffffff)
  let any = false
  for (const shingle of shingles) {
    any = true
    const hash = hashOf(shingle)
    for (let row = 0; row < rows; row++) {
      const place = mixed(hash ^ (seeds[row] as number))
      if (place < (least[row] as number)) least[row] = place
    }
  }
  return any
    ? Buffer.from(Uint8Array.from(least, (place) => place & 0xff))
        .toString('base64')
        .replace(/=+$/, '')
    : ''
}

/** FNV-1a, of UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The last steps of MurmurHash3: every bit of what goes in moves every bit of what comes out. */
function mixed(number: number): number {
  let hash = number ^ (number >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** One for each way, always the same: steps of the golden ratio, mixed. */
const seeds = Uint32Array.from({ length: rows }, (_, row) => mixed(Math.imul(row + 1, 0x9e3779b9)))

/** The bytes of a signature. @throws Error for what is none */
export function bytesOf(signature: string): Uint8Array {
  const bytes = Buffer.from(signature, 'base64')
  if (bytes.length !== rows)
    throw new Error(`"${signature}" is not a signature: it has ${bytes.length} bytes, and a signature has ${rows}.`)
  return bytes
}

const byChance = 1 / 256

/** How alike two texts are, from 0 to 1, estimated from their signatures' bytes. */
export function likenessOf(one: Uint8Array, other: Uint8Array): number {
  let equal = 0
  for (let row = 0; row < rows; row++) if (one[row] === other[row]) equal++
  return Math.max(0, (equal / rows - byChance) / (1 - byChance))
}

/** The same, of signatures. An empty one is like nothing. */
export const likeness = (one: string, other: string): number => (one === '' || other === '' ? 0 : likenessOf(bytesOf(one), bytesOf(other)))
