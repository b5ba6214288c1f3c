import { bytesOf, likenessOf, rows } from './signature.ts'

/**
 * Finding those that are alike among many without holding each against each: locality-sensitive hashing by bands (Leskovec, Rajaraman and Ullman, "Mining of
 * Massive Datasets", chapter 3.4). The 64 rows of a signature are put into bands; two signatures that agree in every row of any band are held against each other.
 */

export interface Pair {
  /** Places in the list given; `one` comes first. */
  readonly one: number
  readonly other: number
  /** As estimated from the signatures, from 0 to 1. */
  readonly likeness: number
}

/** How often two of exactly the likeness asked for are held against each other, at the least. */
const surely = 0.95

/** How many rows a band has: as many as still find those that are only just alike. Fewer rows find more, and more that are not alike. */
function rowsInBand(threshold: number): number {
  const fits = [16, 8, 4, 2, 1].find((each) => chanceWith(threshold, each) >= surely)
  return fits ?? 1
}

/** Two agree in a row as often as they are alike, and by chance one time in 256; in a band of r rows to the power of r; and it takes one band of 64 / r. */
const chanceWith = (alike: number, inBand: number): number => 1 - (1 - (alike + (1 - alike) / 256) ** inBand) ** (rows / inBand)

/** How often two texts of a likeness are held against each other by `pairsAlike`, from 0 to 1. */
export const chanceFound = (alike: number, threshold: number): number => chanceWith(alike, rowsInBand(threshold))

/**
 * The pairs of signatures that are alike: at least as much as the threshold, as estimated. Of pairs exactly at the threshold 95 of 100 or more are found, of
 * those above it nearly all (`chanceFound`). Empty signatures are like nothing. Give each signature once: a thousand equal ones are half a million pairs.
 * @param threshold from 0 to 1
 * @throws Error for what is no signature
 */
export function pairsAlike(signatures: readonly string[], threshold: number): readonly Pair[] {
  const held = signatures.map((signature) => (signature === '' ? null : bytesOf(signature)))
  const inBand = rowsInBand(threshold)
  const pairs: Pair[] = []
  for (let band = 0; band < rows; band += inBand) {
    for (const places of bucketsOf(held, band, inBand).values())
      for (let first = 0; first + 1 < places.length; first++)
        for (let second = first + 1; second < places.length; second++) {
          const [one, other] = [places[first] as number, places[second] as number]
          const [a, b] = [held[one] as Uint8Array, held[other] as Uint8Array]
          if (foundBefore(a, b, band, inBand)) continue
          const alike = likenessOf(a, b)
          if (alike >= threshold) pairs.push({ one, other, likeness: alike })
        }
  }
  return pairs.sort((a, b) => a.one - b.one || a.other - b.other)
}

/** Places of those that agree in a band, by what they have in it. */
function bucketsOf(held: readonly (Uint8Array | null)[], band: number, inBand: number): ReadonlyMap<string, readonly number[]> {
  const buckets = new Map<string, number[]>()
  for (const [place, bytes] of held.entries()) {
    if (bytes === null) continue
    const key = String.fromCharCode(...bytes.subarray(band, band + inBand))
    const bucket = buckets.get(key)
    if (bucket) bucket.push(place)
    else buckets.set(key, [place])
  }
  return buckets
}

/** Whether two agreed in a band before this one, and so were held against each other then. */
function foundBefore(one: Uint8Array, other: Uint8Array, band: number, inBand: number): boolean {
  for (let before = 0; before < band; before += inBand) {
    let row = before
    while (row < before + inBand && one[row] === other[row]) row++
    if (row === before + inBand) return true
  }
  return false
}
