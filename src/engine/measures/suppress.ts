import type { Measure } from './measure.ts'
import type { Point } from './series.ts'

/**
 * Small numbers in what is made public. As the Department for Education does it: a count of 1 to 5 people is not told, nor a share of which the count
 * or its complement is one; nor another number from which it could be worked out by taking away (secondary suppression). 0 is told.
 */

/** Up to how many is too few to tell. */
export const fewest = 5

const small = (count: number): boolean => count > 0 && count <= fewest

/** Whether a figure on its own must not be told in public. */
export function isSmall(
  { statistic }: Pick<Measure, 'statistic'>,
  { numerator, denominator }: Pick<Point, 'numerator' | 'denominator'>,
): boolean {
  if (denominator === null || statistic === 'rate') return small(numerator)
  if (statistic !== 'share') return small(denominator)
  return small(numerator) || small(denominator) || small(denominator - numerator)
}

/** A table of counts by rows and columns, with the sums of each that stand beside it. */
export interface PublicTable {
  /** Null where a cell must not be told. */
  readonly cells: readonly (readonly (number | null)[])[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly total: number | null
}

/**
 * A table fit to be public. First the small cells and totals are left out, then as many others (the smallest that does it) as it takes that in no row and in no
 * column one alone is left out: then it could be had by subtraction.
 */
export function suppressed(counts: readonly (readonly number[])[]): PublicTable {
  const rows = counts.length
  const columns = counts[0]?.length ?? 0
  // The totals are one more row and one more column: each line of the whole, totals with it, adds up.
  const all = [
    ...counts.map((row) => [...row, sum(row)]),
    [...Array.from({ length: columns }, (_, at) => sum(counts.map((row) => row[at] ?? 0))), sum(counts.flat())],
  ]
  const hidden = all.map((row) => row.map(small))
  const lines = (): { row: number; column: number }[][] => [
    ...all.map((row, at) => row.map((_, column) => ({ row: at, column }))),
    ...Array.from({ length: columns + 1 }, (_, column) => all.map((_row, at) => ({ row: at, column }))),
  ]
  for (let again = true; again;) {
    again = false
    for (const line of lines()) {
      const away = line.filter(({ row, column }) => hidden[row]?.[column])
      const gone = away.reduce((of, { row, column }) => of + (all[row]?.[column] ?? 0), 0)
      // One alone could be had by subtraction; so could several of which the sum is itself too small.
      if (away.length === 0 || (away.length > 1 && gone > fewest)) continue
      const [next] = line.filter(({ row, column }) => !hidden[row]?.[column]).sort((a, b) => rank(a) - rank(b))
      if (!next) continue
      ;(hidden[next.row] as boolean[])[next.column] = true
      again = true
    }
  }
  function rank({ row, column }: { row: number; column: number }): number {
    const value = all[row]?.[column] ?? 0
    // A total is left out only where nothing else does; a 0 hides little, so it comes after the smallest number.
    return value + (row === rows || column === columns ? 1e12 : 0) + (value === 0 ? 1e9 : 0)
  }
  const told = (row: number, column: number): number | null => (hidden[row]?.[column] ? null : (all[row]?.[column] ?? 0))
  return {
    cells: counts.map((row, at) => row.map((_, column) => told(at, column))),
    rowTotals: counts.map((_, at) => told(at, columns)),
    columnTotals: Array.from({ length: columns }, (_, column) => told(rows, column)),
    total: told(rows, columns),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((of, each) => of + each, 0)
