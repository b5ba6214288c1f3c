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
 * column one alone is left out: then it could be had by subtraction. Nor from several rows and columns taken together.
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
  const cells = all.flatMap((line, row) => line.map((_, column): Cell => ({ row, column })))
  const isHidden = ({ row, column }: Cell): boolean => hidden[row]?.[column] === true
  const lines = [
    ...all.map((_, row) => cells.filter((cell) => cell.row === row)),
    ...(all[0] ?? []).map((_, column) => cells.filter((cell) => cell.column === column)),
  ]
  const hideOneOf = (these: readonly Cell[]): boolean => {
    const [next] = these.filter((cell) => !isHidden(cell)).sort((a, b) => rank(a) - rank(b))
    if (next) (hidden[next.row] as boolean[])[next.column] = true
    return next !== undefined
  }
  for (let again = true; again;) {
    again = false
    for (const line of lines) {
      const away = line.filter(isHidden)
      const gone = sum(away.map(({ row, column }) => all[row]?.[column] ?? 0))
      // One alone could be had by subtraction; so could several of which the sum is itself too small.
      if (away.length === 0 || (away.length > 1 && gone > fewest)) continue
      again = hideOneOf(line) || again
    }
    if (again) continue
    for (const cell of cells.filter(isHidden)) {
      const side = sideOf(cell, cells.filter(isHidden))
      // Only what lies across closes the ring: then either could be more and the other less.
      if (side !== null) again = hideOneOf(cells.filter(({ row, column }) => side.rows.has(row) !== side.columns.has(column)))
      if (again) break
    }
  }
  function rank({ row, column }: Cell): number {
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

interface Cell {
  readonly row: number
  readonly column: number
}

/**
 * The rows and columns that hang together with a hidden cell’s row by other hidden cells; null where its column is among them. Where it is not, the cell is the
 * only hidden one between that side and the rest, and can be had: the sum of the side’s rows less the sum of its columns.
 */
function sideOf(cell: Cell, hidden: readonly Cell[]): { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> } | null {
  const others = hidden.filter((each) => each !== cell)
  const [rows, columns] = [new Set([cell.row]), new Set<number>()]
  for (let size = 0; size < rows.size + columns.size;) {
    size = rows.size + columns.size
    for (const { row, column } of others)
      if (rows.has(row) || columns.has(column)) {
        rows.add(row)
        columns.add(column)
      }
  }
  return columns.has(cell.column) ? null : { rows, columns }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((of, each) => of + each, 0)
