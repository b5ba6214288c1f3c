/**
 * The binomial and the Poisson distribution, exact in either tail, by the incomplete beta and gamma functions (Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 6.1.41, 6.5.29, 6.5.31 and 26.5.8).
 */

/** How often a count is met by chance. */
export interface Counts {
  readonly mean: number
  /** The largest count there can be. */
  readonly most: number
  /** The chance of this count or fewer. */
  readonly atMost: (count: number) => number
  /** The chance of more than this count. Not 1 − atMost: small chances would be lost in rounding. */
  readonly moreThan: (count: number) => number
}

/** Of so many, each with this chance. `of` is a whole number. */
export const binomial = (of: number, chance: number): Counts => ({
  mean: of * chance,
  most: of,
  atMost: (count) => (count < 0 ? 0 : count >= of ? 1 : betaShare(of - count, count + 1, 1 - chance)),
  moreThan: (count) => (count < 0 ? 1 : count >= of ? 0 : betaShare(count + 1, of - count, chance)),
})

/** Events that come singly, at a rate that gives so many on average. */
export const poisson = (mean: number): Counts => ({
  mean,
  most: Infinity,
  atMost: (count) => (count < 0 ? 0 : gammaShare(count + 1, mean, 'above')),
  moreThan: (count) => (count < 0 ? 1 : gammaShare(count + 1, mean, 'below')),
})

/**
 * The largest count that is not too seldom: of its own chance half is counted (mid-p, Lancaster 1961), since with few counts a limit that must
 * not be passed more often than promised is passed far less.
 */
export const upperCount = (counts: Counts, chance: number): number =>
  firstCount(counts, (count) => (counts.moreThan(count) + counts.moreThan(count + 1)) / 2 <= chance)

/** The smallest count that is not too seldom, counted likewise. */
export const lowerCount = (counts: Counts, chance: number): number =>
  firstCount(counts, (count) => (counts.atMost(count) + counts.atMost(count - 1)) / 2 > chance)

/**
 * The count at which this chance lies, between two whole counts in proportion, so that limits do not jump from one denominator to the
 * next (Spiegelhalter 2005, appendix A.1.1).
 */
export function countAt(counts: Counts, chance: number): number {
  const count = firstCount(counts, (each) => counts.atMost(each) > chance)
  const here = counts.atMost(count)
  const before = counts.atMost(count - 1)
  return here === before ? count : count - (here - chance) / (here - before)
}

/** The chance that a normal number lies at least so many standard deviations from its mean, on either side. */
export const beyondNormal = (deviations: number): number => gammaShare(0.5, (deviations * deviations) / 2, 'above')

/** The first count of which this is true, where it is true of all beyond. */
function firstCount(counts: Counts, is: (count: number) => boolean): number {
  let high = Math.min(counts.most, Math.ceil(counts.mean + 1))
  while (high < counts.most && !is(high)) high = Math.min(counts.most, high * 2)
  let low = -1
  while (high - low > 1) {
    const between = Math.floor((low + high) / 2)
    if (is(between)) high = between
    else low = between
  }
  return high
}

const enough = 1e-15
const smallest = 1e-300

/** The share of a gamma distribution of this shape that lies below, or above, x. */
function gammaShare(shape: number, x: number, side: 'below' | 'above'): number {
  if (x <= 0) return side === 'below' ? 0 : 1
  const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  if (x < shape + 1) {
    let term = 1 / shape
    let sum = term
    for (let n = 1; n < 1e6 && term > sum * enough; n++) {
      term *= x / (shape + n)
      sum += term
    }
    return side === 'below' ? sum * scale : 1 - sum * scale
  }
  const above = scale * continued(x + 1 - shape, (n) => [-n * (n - shape), x + 1 - shape + 2 * n])
  return side === 'above' ? above : 1 - above
}

/** The share of a beta distribution of these shapes that lies below x. */
function betaShare(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(b, a, 1 - x)
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  return (
    scale *
    continued(1, (n) => {
      const m = Math.floor(n / 2)
      const odd = n % 2 === 1
      const over = (a + 2 * m) * (odd ? a + 2 * m + 1 : a + 2 * m - 1)
      return [((odd ? -(a + m) * (a + b + m) : m * (b - m)) * x) / over, 1]
    })
  )
}

/** 1 / (first + a1 / (b1 + a2 / (b2 + …))), by Lentz’s method; `terms` gives a and b. */
function continued(first: number, terms: (n: number) => [a: number, b: number]): number {
  let c = 1 / smallest
  let d = 1 / (first === 0 ? smallest : first)
  let value = d
  for (let n = 1; n < 1e6; n++) {
    const [a, b] = terms(n)
    d = 1 / notZero(b + a * d)
    c = notZero(b + a / c)
    value *= c * d
    if (Math.abs(c * d - 1) < enough) break
  }
  return value
}

const notZero = (number: number): number => (Math.abs(number) < smallest ? smallest : number)

/** Stirling’s series from 12 on, and the recurrence below it. */
function logGamma(x: number): number {
  let at = x
  let product = 1
  while (at < 12) product *= at++
  const square = at * at
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
}
