/** Numbers that look like chance and are the same every time for the same seed. */
export interface Chance {
  /** At least 0, under 1. */
  readonly next: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** True in `percent` of a hundred cases. */
  readonly inHundred: (percent: number) => boolean
}

/** Mulberry32: small, fast, the same on every machine. Not for secrets. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    pick: (from) => {
      const chosen = from[between(0, from.length - 1)]
      if (chosen === undefined) throw new Error('There is nothing to pick from')
      return chosen
    },
    inHundred: (percent) => next() * 100 < percent,
  }
}
