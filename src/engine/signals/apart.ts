import { beyondNormal } from '../measures/distributions.ts'

/**
 * Which parts of a share differ from the rest by more than chance, and by more than parts differ anyway. Each is held against all others together; where
 * parts differ from each other more than chance has it, that is allowed for (as in funnels with a variance between groups, Spiegelhalter 2005, Statistics in
 * Medicine 24, 1185), told from all but the part itself, so that one far apart does not hide behind its own distance.
 */

/** What is counted of a part: so many of so many. */
export interface Counted {
  readonly value: string
  readonly above: number
  readonly below: number
}

export interface Apart extends Counted {
  /** The share of all others together, and of the part, from 0 to 1. */
  readonly rest: number
  readonly share: number
  /** In standard deviations, with its sign: above the rest, or below. */
  readonly strength: number
}

/** How far each part stands from the rest; parts with fewer than this many are not told. */
export function apartFrom(parts: readonly Counted[], fewest: number): readonly Apart[] {
  const all = parts.filter(({ below }) => below > 0)
  const told: Apart[] = []
  for (const part of all) {
    if (part.below < fewest) continue
    const others = all.filter((each) => each !== part)
    const above = sum(others, 'above')
    const below = sum(others, 'below')
    if (below < fewest) continue
    const [rest, share] = [above / below, part.above / part.below]
    // Half a count against a share of none or of all, whose spread would be nothing.
    const together = (above + part.above + 0.5) / (below + part.below + 1)
    const spread = together * (1 - together)
    const between = varianceBetween(others, rest, spread)
    const error = Math.sqrt(spread * (1 / part.below + 1 / below) + between)
    told.push({ ...part, rest, share, strength: (share - rest) / error })
  }
  return told
}

const sum = (parts: readonly Counted[], of: 'above' | 'below'): number => parts.reduce((total, each) => total + each[of], 0)

/** The variance of shares between parts beyond chance, by moments (DerSimonian and Laird 1986); 0 with fewer than three parts. */
function varianceBetween(parts: readonly Counted[], mean: number, spread: number): number {
  if (parts.length < 3 || spread <= 0) return 0
  let [squares, weights, weightsSquared] = [0, 0, 0]
  for (const { above, below } of parts) {
    const weight = below / spread
    squares += weight * (above / below - mean) ** 2
    weights += weight
    weightsSquared += weight * weight
  }
  const room = weights - weightsSquared / weights
  return room <= 0 ? 0 : Math.max(0, (squares - (parts.length - 1)) / room)
}

/** The chance of a distance as large, on either side. */
export const chanceOf = (strength: number): number => beyondNormal(Math.abs(strength))
