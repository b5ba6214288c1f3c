import { quantile } from './figure.ts'
import type { Fact } from './fact.ts'
import { adds, type Measure, type Span } from './measure.ts'
import { lastDay, monthName, monthNumber } from './months.ts'

/** From counts to figures: how a measure stood, month by month. */

/** Counts by month, above the line and below it, as `tally` puts them. */
export interface Counts {
  readonly above: ReadonlyMap<number, number>
  readonly below: ReadonlyMap<number, number>
}

export interface Point {
  /** 'YYYY-MM': the month, or the last of the months, or the month at whose end. */
  readonly period: string
  /** Null where there is nothing to tell a figure of. */
  readonly value: number | null
  readonly numerator: number
  /** Null for a plain count. */
  readonly denominator: number | null
  /** Of a middle value: how far the middle half reaches. */
  readonly spread?: { readonly of: number; readonly lowerQuarter: number; readonly upperQuarter: number }
}

/** How many people of the ages of a rate lived in the area at the end of a month; null where it is not known. */
export type PeopleAt = (month: number) => number | null

/** How many months a figure looks back over. */
export const monthsOf: Readonly<Record<Span, number>> = { moment: 1, month: 1, '12 months': 12, '3 years': 36, 'year to March': 12 }

/** A figure is told in hundredths where its unit is %. */
export const perOf = ({ statistic, unit, people }: Pick<Measure, 'statistic' | 'unit' | 'people'>): number =>
  statistic === 'share' || (statistic === 'ratio' && unit === '%') ? 100 : statistic === 'rate' ? (people?.per ?? 1) : 1

/**
 * The points of a measure from one month to another, both with it.
 * @param span in place of the measure's own: a measure told over twelve months is charted month by month
 */
export function pointsOf(
  measure: Measure,
  counts: Counts,
  from: number,
  to: number,
  people: PeopleAt = () => null,
  span: Span = measure.span,
): Point[] {
  const above = reader(counts.above, measure.of.lasts, span, from, to)
  const below = reader(counts.below, (measure.to?.of ?? measure.of).lasts, span, from, to)
  const points: Point[] = []
  for (let month = from; month <= to; month++) {
    if (span === 'year to March' && month % 12 !== 2) continue
    const numerator = above(month)
    const period = monthName(month)
    if (measure.statistic === 'count') points.push({ period, value: numerator, numerator, denominator: null })
    else {
      const denominator = measure.statistic === 'rate' ? (people(month) ?? 0) : below(month)
      const value = denominator === 0 ? null : (numerator * perOf(measure)) / denominator
      points.push({ period, value, numerator, denominator })
    }
  }
  return points
}

function reader(counts: ReadonlyMap<number, number>, lasts: boolean, span: Span, from: number, to: number): (month: number) => number {
  const back = lasts ? Infinity : monthsOf[span]
  // Sums up to each month, from which any stretch is a difference.
  const sums = new Map<number, number>()
  let sum = 0
  const first = Math.min(from - (lasts ? 0 : back), ...counts.keys())
  for (let month = first; month <= to; month++) {
    sum += counts.get(month) ?? 0
    sums.set(month, sum)
  }
  return (month) => clean((sums.get(month) ?? 0) - (lasts ? 0 : (sums.get(month - back) ?? 0)))
}

/** Sums of decimals (full-time equivalents) without the dust of adding and taking away; 0 and never −0. */
const clean = (sum: number): number => Math.round(sum * 1e6) / 1e6 + 0

/** The points of a median or of the highest, which need each number: from the facts themselves. */
export function pointsOfNumbers(measure: Measure, facts: readonly Fact[], from: number, to: number, span: Span = measure.span): Point[] {
  const counted = facts.flatMap((fact) => {
    const added = adds(measure, measure.of, fact.says)
    return added === null ? [] : [{ fact, number: added.above }]
  })
  const points: Point[] = []
  for (let month = from; month <= to; month++) {
    if (span === 'year to March' && month % 12 !== 2) continue
    const numbers = counted.filter(({ fact }) => isIn(measure, fact, month, span)).map(({ number }) => number)
    const sorted = numbers.sort((a, b) => a - b)
    const of = sorted.length
    const period = monthName(month)
    if (of === 0) points.push({ period, value: null, numerator: 0, denominator: 0 })
    else if (measure.statistic === 'highest') points.push({ period, value: sorted.at(-1) as number, numerator: of, denominator: of })
    else {
      const spread = { of, lowerQuarter: quantile(sorted, 0.25), upperQuarter: quantile(sorted, 0.75) }
      points.push({ period, value: quantile(sorted, 0.5), numerator: of, denominator: of, spread })
    }
  }
  return points
}

/** Whether a fact is behind the figure of a month. */
export function isIn(measure: Measure, fact: Fact, month: number, span: Span = measure.span): boolean {
  if (measure.of.lasts) {
    const end = lastDay(month)
    return fact.on <= end && (fact.until === null || fact.until === undefined || end < fact.until)
  }
  const happened = monthNumber(fact.on)
  return happened <= month && happened > month - monthsOf[span]
}
