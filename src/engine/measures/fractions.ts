/** Charts of parts of a whole (p) and of rates (u): their limits follow the denominator, which is known at each period. */
import { binomial, lowerCount, poisson, upperCount, type Counts } from './distributions.ts'
import { average, movingRanges, type Counted, type Figure } from './figure.ts'
import { chanceBeyond, type Asked, type Lines, type LinesFor } from './lines.ts'

/** A part of a whole is binomial: it cannot exceed the whole. A rate is Poisson. */
export type Sort = 'part' | 'rate'

/** Below so many expected, on average, the normal curve is too crude and the limits are those of the exact distribution. */
const fewExpected = 5
/** d2 for ranges of two. */
const rangePerDeviation = 1.128

/** p or u chart: the overall share or rate, and three standard deviations of chance to either side. */
export const fractionLines =
  (sort: Sort): LinesFor =>
  (asked) => {
    const centre = overall(asked.basis)
    const few = expectedCount(asked.basis, sort) < fewExpected
    return asked.figures
      .map(({ counted }) => counted && (few ? exact(sort, centre, counted, asked) : normal(sort, centre, counted, asked, 1)))
      .map(orNull)
  }

/** p′ or u′ chart: as much wider as the figures vary more, from one to the next, than chance alone explains (Laney 2002). */
export const primeLines =
  (sort: Sort): LinesFor =>
  (asked) => {
    const centre = overall(asked.basis)
    const wider = dispersion(asked.basis, sort)
    return asked.figures.map(({ counted }) => counted && normal(sort, centre, counted, asked, wider)).map(orNull)
  }

/** How many times as far as chance explains neighbours lie apart: 1 where chance explains all. Not a number without two neighbours. */
export function dispersion(basis: readonly Figure[], sort: Sort): number {
  const centre = overall(basis)
  const standardised = basis.map(({ counted }) => ({
    value: counted === undefined ? null : (counted.numerator / counted.denominator - centre) / deviation(sort, centre, counted.denominator),
  }))
  return average(movingRanges(standardised)) / rangePerDeviation
}

/** How many are expected at an average period: of those counted, or of the others where they are fewer. */
export function expectedCount(basis: readonly Figure[], sort: Sort): number {
  const counts = basis.flatMap(({ counted }) => counted ?? [])
  const numerators = average(counts.map(({ numerator }) => numerator))
  return sort === 'rate' ? numerators : Math.min(numerators, average(counts.map(({ numerator, denominator }) => denominator - numerator)))
}

/** All that were counted, of all there were. */
function overall(basis: readonly Figure[]): number {
  let numerator = 0
  let denominator = 0
  for (const { counted } of basis) {
    numerator += counted?.numerator ?? 0
    denominator += counted?.denominator ?? 0
  }
  return numerator / denominator
}

const deviation = (sort: Sort, centre: number, denominator: number): number =>
  Math.sqrt((sort === 'part' ? centre * (1 - centre) : centre) / denominator)

function normal(sort: Sort, centre: number, { denominator }: Counted, { per }: Asked, wider: number): Lines {
  const one = deviation(sort, centre, denominator) * wider * per
  return {
    centre: centre * per,
    lower: Math.max(0, centre * per - 3 * one),
    upper: sort === 'part' ? Math.min(per, centre * per + 3 * one) : centre * per + 3 * one,
    nearLower: centre * per - 2 * one,
    nearUpper: centre * per + 2 * one,
    on: halfACount(denominator, per),
  }
}

function exact(sort: Sort, centre: number, { denominator }: Counted, { per }: Asked): Lines {
  const counts: Counts = sort === 'part' ? binomial(denominator, centre) : poisson(denominator * centre)
  const shown = (count: number): number => (count / denominator) * per
  return {
    centre: centre * per,
    lower: shown(lowerCount(counts, chanceBeyond.limit)),
    upper: shown(upperCount(counts, chanceBeyond.limit)),
    nearLower: shown(lowerCount(counts, chanceBeyond.near)),
    nearUpper: shown(upperCount(counts, chanceBeyond.near)),
    on: halfACount(denominator, per),
  }
}

/** A count is whole: where none can come nearer to the centre than half a count, one that near lies on it. */
const halfACount = (denominator: number, per: number): number => (0.5 / denominator) * per

const orNull = (lines: Lines | undefined): Lines | null => lines ?? null
