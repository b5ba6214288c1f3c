/** Chance that is the same every time for the same seed, and hangs on nothing but what it is about. */
export interface Chance {
  /** At least 0, under 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** One of these, each as likely as its weight says. */
  weighed<T>(from: readonly (readonly [T, number])[]): T
  /** True in so many cases of one: 0.2 is one in five. */
  happens(share: number): boolean
  /** About a middle, more often a little than much longer: half are below the middle. `spread` 0.5 is usual. */
  about(middle: number, spread?: number): number
}

/** Chance for something: another thing more or less changes no other. */
export function chanceFor(seed: number, ...about: readonly string[]): Chance {
  let state = (2_166_136_261 ^ seed) >>> 0
  for (const words of about) {
    for (let place = 0; place < words.length; place++) state = Math.imul(state ^ words.charCodeAt(place), 16_777_619)
    state = Math.imul(state ^ 47, 16_777_619)
  }
  return new Lot(state >>> 0)
}

/** Mulberry32: small, fast, the same on every machine. Not for secrets. A class, because a million are made and their methods should be made once. */
class Lot implements Chance {
  private state: number

  constructor(state: number) {
    this.state = state
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('There is nothing to pick from')
    return from[Math.floor(this.next() * from.length)] as T
  }

  weighed<T>(from: readonly (readonly [T, number])[]): T {
    let all = 0
    for (const [, weight] of from) all += weight
    let left = this.next() * all
    for (const [each, weight] of from) {
      left -= weight
      if (left < 0) return each
    }
    return this.pick(from)[0]
  }

  happens(share: number): boolean {
    return this.next() < share
  }

  about(middle: number, spread = 0.5): number {
    // Two even chances make a normal one (Box and Muller, 1958); its exponential is long on one side, as waiting is.
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
    return middle * Math.exp(normal * spread)
  }
}
