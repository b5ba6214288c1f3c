/** What a chart is drawn of: one figure a period, in order of time, with a gap where nothing is known. */
export interface Figure {
  /** How people name the period: '2016-02', 'February 2016'. Null where only the order is known. */
  readonly period: string | null
  /** Null for a gap: not known is never 0. */
  readonly value: number | null
  /** Of how many, where the figure is a part of a whole or a rate. `value` is numerator / denominator × what it is shown per. */
  readonly counted?: Counted
  /** How far the middle half of them reaches, where the figure is the middle of many. */
  readonly spread?: Spread
}

export interface Counted {
  readonly numerator: number
  readonly denominator: number
}

export interface Spread {
  readonly of: number
  readonly lowerQuarter: number
  readonly upperQuarter: number
}

/** A part of a whole or a rate, shown per 1, per 100 or per 10,000. Of nothing, or with either number not known, it is a gap. */
export function fraction(period: string | null, numerator: number | null, denominator: number | null, per = 1): Figure {
  if (numerator === null || denominator === null || denominator === 0) return { period, value: null }
  return { period, value: (numerator * per) / denominator, counted: { numerator, denominator } }
}

/** The median of many, with the middle half of them. Of none it is a gap. */
export function middle(period: string | null, values: readonly number[]): Figure {
  if (values.length === 0) return { period, value: null }
  const sorted = values.toSorted((one, other) => one - other)
  const spread = { of: values.length, lowerQuarter: quantile(sorted, 0.25), upperQuarter: quantile(sorted, 0.75) }
  return { period, value: quantile(sorted, 0.5), spread }
}

/**
 * The value below which this share of sorted numbers lies, between two neighbours in proportion (definition 7 of Hyndman and Fan 1996,
 * as spreadsheets do it). Of none it is not a number.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? NaN
  const above = sorted[Math.ceil(at)] ?? NaN
  return below + (above - below) * (at - Math.floor(at))
}

/** The average, taken from the first number on, so that equal numbers have exactly themselves as their average. */
export function average(numbers: readonly number[]): number {
  const first = numbers[0] ?? NaN
  let beyond = 0
  for (const number of numbers) beyond += number - first
  return first + beyond / numbers.length
}

/** The figures that are known, as numbers. */
export const known = (figures: readonly Figure[]): number[] => figures.flatMap(({ value }) => (value === null ? [] : [value]))

/** How far each figure lies from the one before. Across a gap there is none: two figures with a gap between them are not neighbours. */
export function movingRanges(figures: readonly Pick<Figure, 'value'>[]): number[] {
  const ranges: number[] = []
  let before: number | null = null
  for (const { value } of figures) {
    if (value !== null && before !== null) ranges.push(Math.abs(value - before))
    before = value
  }
  return ranges
}

/**
 * Below this, two numbers of the series count as equal: a million millionth of the largest. Sums of decimals are out by far less, and
 * figures that people write differ by far more.
 */
export function tolerance(figures: readonly Pick<Figure, 'value'>[]): number {
  let largest = 0
  for (const { value } of figures) if (value !== null && Math.abs(value) > largest) largest = Math.abs(value)
  return largest * 1e-12
}

/** Whether all figures that are known are equal. */
export function isConstant(figures: readonly Pick<Figure, 'value'>[]): boolean {
  const first = figures.find(({ value }) => value !== null)?.value ?? null
  const within = tolerance(figures)
  return first === null || figures.every(({ value }) => value === null || Math.abs(value - first) <= within)
}
