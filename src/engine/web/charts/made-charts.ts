/** Series for tests of charts: surveys of boats, month by month from April 2013. */
import { controlChart, type ChartOptions, type ControlChart } from '../../measures/control-chart.ts'
import { fraction, type Figure } from '../../measures/figure.ts'

/** 'YYYY-MM', so many months after April 2013. */
export function monthAt(at: number): string {
  const month = 2013 * 12 + 3 + at
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

const shares = (counts: readonly (readonly [number, number] | null)[]): Figure[] =>
  counts.map((count, at) => fraction(monthAt(at), count?.[0] ?? null, count?.[1] ?? null, 100))

export const numbers = (values: readonly (number | null)[]): Figure[] => values.map((value, at) => ({ period: monthAt(at), value }))

const untilMarch = [6, 5, 7, 4, 6, 8, 5, 7, 4, 6, 5, 7].map((done, at): [number, number] => [
  done,
  [9, 8, 10, 7, 9, 11, 8, 10, 6, 9, 8, 10][at] ?? 0,
])
const untilJune = [7, 10, 8, 8, 11, 8, 7, 9, 6, 7, 6, 10, 8, 10, 11].map((done, at): [number, number] => [
  done,
  [9, 12, 10, 11, 13, 10, 9, 10, 8, 9, 7, 12, 10, 12, 14][at] ?? 0,
])
const since = [8, 8, 7, 8, 6, 8, 6, 7].map((done, at): [number, number] => [done, [15, 17, 14, 18, 13, 19, 12, 15][at] ?? 0])

/** About 67%, from April 2014 about 81%, and from July 2015 about half: 35 months, the last of them February 2016. */
export const surveys = (options: ChartOptions = {}): ControlChart =>
  controlChart(shares([...untilMarch, ...untilJune, ...since]), 'p', {
    better: 'higher',
    target: 90,
    per: 100,
    rebase: [{ period: '2014-04', reason: 'new survey provider' }],
    baselineTo: '2015-06',
    ...options,
  })

export const percent = (value: number): string => `${Math.round(value)}%`
