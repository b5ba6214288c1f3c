/** Figures for tests: from numbers written out, and from chance that is the same every time. */
import { fraction, type Figure } from './figure.ts'

/** One figure each, named by its number; null is a gap. */
export const figures = (values: readonly (number | null)[]): Figure[] => values.map((value) => ({ period: null, value }))

/** Numerators of one denominator, or of one each. */
export const fractions = (numerators: readonly number[], denominators: number | readonly number[], per = 1): Figure[] =>
  numerators.map((numerator, n) => fraction(null, numerator, typeof denominators === 'number' ? denominators : (denominators[n] ?? 0), per))

/** Numbers from 0 up to 1, evenly spread; the same for the same seed (the generator mulberry32). */
export function evenly(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Normal numbers of mean 0 and deviation 1 (Box and Muller 1958). */
export function normally(seed: number): () => number {
  const even = evenly(seed)
  return () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even())
}
