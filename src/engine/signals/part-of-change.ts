/**
 * Where a change of a share comes from: each part with what it adds because it changed itself, and what it adds because there is now more or less of it (Kitagawa
 * 1955, Components of a difference between two rates, Journal of the American Statistical Association 50, 1168). All of them add up to the change.
 */

/** So many of so many, before and since. */
export interface BeforeAndSince {
  readonly value: string
  readonly before: { readonly above: number; readonly below: number }
  readonly since: { readonly above: number; readonly below: number }
}

export interface Contribution {
  readonly value: string
  /** By how much its own share moved the whole, from −1 to 1. */
  readonly rate: number
  /** By how much its weight in the whole did, against the average of the whole. */
  readonly mix: number
}

export function contributions(parts: readonly BeforeAndSince[]): readonly Contribution[] {
  const total = (when: 'before' | 'since', of: 'above' | 'below'): number => parts.reduce((all, part) => all + part[when][of], 0)
  const [belowBefore, belowSince] = [total('before', 'below'), total('since', 'below')]
  if (belowBefore === 0 || belowSince === 0) return []
  const middle = (total('before', 'above') / belowBefore + total('since', 'above') / belowSince) / 2
  return parts.map(({ value, before, since }) => {
    const [weightBefore, weightSince] = [before.below / belowBefore, since.below / belowSince]
    // A part that was not there before, or is no more, has no rate of its own to change: all of what it adds is mix.
    const shareSince = since.below > 0 ? since.above / since.below : before.above / before.below
    const shareBefore = before.below > 0 ? before.above / before.below : shareSince
    if (before.below === 0 && since.below === 0) return { value, rate: 0, mix: 0 }
    return {
      value,
      rate: ((weightBefore + weightSince) / 2) * (shareSince - shareBefore),
      mix: ((shareBefore + shareSince) / 2 - middle) * (weightSince - weightBefore),
    }
  })
}
