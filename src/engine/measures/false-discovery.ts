/**
 * Each p-value raised so that, taking those up to a level, at most that share of what is taken is expected to be chance: the procedure of
 * Benjamini and Hochberg (1995), as adjusted values. In the order given.
 */
export function falseDiscoveryRates(chances: readonly number[]): number[] {
  const order = chances.map((_, n) => n).sort((one, other) => (chances[other] ?? 0) - (chances[one] ?? 0))
  const rates = chances.map(() => 1)
  let least = 1
  for (const [n, at] of order.entries()) {
    least = Math.min(least, ((chances[at] ?? 1) * chances.length) / (chances.length - n))
    rates[at] = least
  }
  return rates
}
