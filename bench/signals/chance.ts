/**
 * Numbers that look like chance, each asked for by what it is for: the seed, a purpose, whom it is about and the how-manieth it is. No number hangs on
 * another, so to plant something in one process leaves the numbers of all others as they were.
 */

type Purpose = number

/** A purpose, from its words. */
export function purpose(words: string): Purpose {
  let mixed = 2_166_136_261
  for (let place = 0; place < words.length; place += 1) mixed = Math.imul(mixed ^ words.charCodeAt(place), 16_777_619)
  return mixed >>> 0
}

/** At least 0, under 1. `who` and `nth` are whole numbers. The mixing is MurmurHash3’s (Appleby, public domain). Not for secrets. */
export function lot(seed: number, what: Purpose, who: number, nth = 0): number {
  let mixed = stir(stir(stir(seed | 0, what | 0), who | 0), nth | 0)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
}

function stir(mixed: number, key: number): number {
  const part = Math.imul(key, 0xcc9e2d51)
  const turned = mixed ^ Math.imul((part << 15) | (part >>> 17), 0x1b873593)
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0
}

/** A whole number from `low` to `high`, both included. */
export const between = (share: number, low: number, high: number): number => low + Math.floor(share * (high - low + 1))

/** One of these, each as likely as its weight says. @throws Error when there is none. */
export function weighed<T>(share: number, from: readonly (readonly [T, number])[]): T {
  let left = share * from.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of from) {
    left -= weight
    if (left < 0) return value
  }
  const last = from.at(-1)
  if (!last) throw new Error('There is nothing to choose from.')
  return last[0]
}

/** The value of the standard normal distribution below which this share lies, near enough (Shore’s approximation, 1982). */
export function normal(share: number): number {
  const p = Math.min(Math.max(share, 1e-6), 1 - 1e-6)
  const upper = p >= 0.5 ? p : 1 - p
  const z = 5.5556 * (1 - ((1 - upper) / upper) ** 0.1186)
  return p >= 0.5 ? z : -z
}

/** Around a middle, more often a little than much longer: half are below the middle. */
export const about = (share: number, middle: number, spread: number): number => middle * Math.exp(spread * normal(share))

/** A count with this mean (Poisson). */
export function count(share: number, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + normal(share) * Math.sqrt(mean)))
  let chance = Math.exp(-mean)
  let left = share - chance
  let found = 0
  while (left >= 0 && found < 400) {
    found += 1
    chance *= mean / found
    left -= chance
  }
  return found
}
