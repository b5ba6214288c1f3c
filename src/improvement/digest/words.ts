import type { Measure } from '../../engine/measures/measure.ts'
import type { Point } from '../../engine/measures/series.ts'
import { longDate, thousands } from '../../engine/web/words.ts'

/** Figures, months and directions as the digest says them. */

/** 'February 2016' of '2016-02'. */
export const monthWords = (period: string): string => longDate(`${period}-01`).slice(2)

/** '47%', '1,609', '34 working days', '85.0'. */
export function figureInWords(measure: Pick<Measure, 'statistic' | 'unit'>, value: number | null): string {
  if (value === null) return 'None'
  const { statistic, unit } = measure
  if (statistic === 'share' || unit === '%') return `${decimals(value, value !== 0 && Math.abs(value) < 10 ? 1 : 0)}%`
  if (statistic === 'rate') return decimals(value, 1)
  const number = Number.isInteger(value) ? thousands(value) : decimals(value, 1)
  return unit === '' ? number : `${number} ${unit}`
}

const decimals = (value: number, places: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places })

/** '7 of 15', '341 of 40,120 children', or nothing for a plain count. */
export function ofHowMany(
  { statistic }: Pick<Measure, 'statistic'>,
  { numerator, denominator }: Pick<Point, 'numerator' | 'denominator'>,
): string | null {
  if (denominator === null) return null
  if (statistic === 'share' || statistic === 'rate') return `${thousands(numerator)} of ${thousands(denominator)}`
  if (statistic === 'ratio') return `${decimalsAsNeeded(numerator)} to ${decimalsAsNeeded(denominator)}`
  return `of ${thousands(denominator)}`
}

const decimalsAsNeeded = (number: number): string => (Number.isInteger(number) ? thousands(number) : decimals(number, 1))

/** 'In February 2016', 'In the 12 months to February 2016', 'At the end of February 2016'. */
export function timeInWords({ span }: Pick<Measure, 'span'>, period: string): string {
  const month = monthWords(period)
  switch (span) {
    case 'moment':
      return `At the end of ${month}`
    case 'month':
      return `In ${month}`
    case '12 months':
      return `In the 12 months to ${month}`
    case '3 years':
      return `In the 3 years to ${month}`
    case 'year to March':
      return `In the year to ${month}`
  }
}
