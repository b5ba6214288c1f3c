/**
 * What chance seldom does: the four rules of NHS England’s “Making data count”. A gap ends a run: what is not known is not counted
 * on. A figure on the centre line is on neither side.
 */
import { tolerance, type Figure } from './figure.ts'
import type { Lines } from './lines.ts'

/** The order is that in which one of them is told, where several are true of a figure. */
const rules = ['outside', 'trend', 'two-of-three', 'shift'] as const
export type Rule = (typeof rules)[number]

export type Side = 'above' | 'below'

/** What is to be said of one figure. */
export interface Seen {
  /** The rules that are true of it, in the order in which they are told. */
  readonly rules: readonly Rule[]
  /** On which side of the centre it lies; null at a gap and on the line. */
  readonly side: Side | null
  /** Which way a trend goes that it is part of. */
  readonly going: 'up' | 'down' | null
}

/** So many in a row on one side of the centre are a shift; so many in a row, each higher or each lower than the one before, a trend. */
export const inARow = 7

/** The rules, for the figures of one stretch with the lines of each. Where `judged` is not set only the sides are told. */
export function lookAt(figures: readonly Figure[], lines: readonly (Lines | null)[], judged: boolean): Seen[] {
  const within = tolerance(figures)
  const beyond = (value: number, above: number | null, below: number | null): Side | null =>
    above !== null && value - above > within ? 'above' : below !== null && below - value > within ? 'below' : null
  const at = <T>(say: (value: number, lines: Lines) => T): (T | null)[] =>
    figures.map(({ value }, n) => {
      const here = lines[n] ?? null
      return value === null || here === null ? null : say(value, here)
    })
  const sides = at((value, { centre, on }) => beyond(value, centre + on, centre - on))
  if (!judged) return sides.map((side) => ({ rules: [], side, going: null }))
  const outside = at((value, { lower, upper }) => beyond(value, upper, lower))
  const near = at((value, { nearLower, nearUpper }) => beyond(value, nearUpper, nearLower))
  const isKnown = figures.map(({ value }) => value !== null)
  const shift = partOfRun(sides, inARow)
  const steps = figures.map(({ value }, n) => step(figures[n - 1]?.value ?? null, value, within))
  const trend = steps.map((): Side | null => null)
  // A run of six steps has seven figures: the one it started from belongs to it.
  partOfRun(steps, inARow - 1).forEach((side, n) => {
    if (side !== null) trend[n] = side
    if (side !== null && trend[n - 1] === null) trend[n - 1] = side
  })
  return figures.map((_, n) => {
    const isTrue = (rule: Rule): boolean =>
      rule === 'two-of-three' ? hasFellow(near, isKnown, n) : { outside, trend, shift }[rule][n] !== null
    const going = trend[n] === 'above' ? 'up' : trend[n] === 'below' ? 'down' : null
    return { rules: rules.filter(isTrue), side: sides[n] ?? null, going }
  })
}

function step(before: number | null, value: number | null, within: number): Side | null {
  if (before === null || value === null || Math.abs(value - before) <= within) return null
  return value > before ? 'above' : 'below'
}

/** Those that stand in a row of at least so many on one side; null for the others. */
function partOfRun(sides: readonly (Side | null)[], length: number): (Side | null)[] {
  const found = sides.map((): Side | null => null)
  let from = 0
  for (let n = 1; n <= sides.length; n++) {
    if (sides[n] === sides[from] && n < sides.length) continue
    const side = sides[from] ?? null
    if (side !== null && n - from >= length) found.fill(side, from, n)
    from = n
  }
  return found
}

/** Whether another as near to the same limit is next to this one, or next but one with no gap between: two of three. */
function hasFellow(near: readonly (Side | null)[], isKnown: readonly boolean[], n: number): boolean {
  const side = near[n] ?? null
  if (side === null) return false
  return [-1, 1].some((way) => near[n + way] === side || (isKnown[n + way] === true && near[n + 2 * way] === side))
}
