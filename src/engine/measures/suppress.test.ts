import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSmall, suppressed, type PublicTable } from './suppress.ts'

describe('a figure on its own, by the rule of 1 to 5', () => {
  test.each<readonly [Parameters<typeof isSmall>[0]['statistic'], number, number | null, boolean, string]>([
    ['count', 0, null, false, '0 is told'],
    ['count', 1, null, true, 'the fewest'],
    ['count', 5, null, true, 'the most that is too few'],
    ['count', 6, null, false, 'one more'],
    ['share', 10, 20, false, 'ten of twenty, and ten of whom it is not so'],
    ['share', 0, 20, false, 'none of twenty'],
    ['share', 20, 20, false, 'all of twenty'],
    ['share', 3, 20, true, 'three of whom it is so'],
    ['share', 17, 20, true, 'three of whom it is not'],
    ['share', 0, 5, true, 'a share of five'],
    ['share', 0, 0, false, 'of none'],
    ['rate', 5, 40_120, true, 'five of many'],
    ['rate', 6, 40_120, false, 'six of many'],
    ['mean', 300, 5, true, 'an average of five'],
    ['mean', 3, 6, false, 'a small sum of six'],
    ['median', 4, 4, true, 'the middle of four'],
    ['highest', 6, 6, false, 'the highest of six'],
    ['ratio', 100, 4, true, 'to four'],
  ])('%s, %s of %s: %s, for %s', (statistic, numerator, denominator, small) => {
    expect(isSmall({ statistic }, { numerator, denominator })).toBe(small)
  })
})

/** Counts with their totals as one more row and one more column. */
const withTotals = (counts: readonly (readonly number[])[]): number[][] => {
  const rows = counts.map((row) => [...row, row.reduce((sum, each) => sum + each, 0)])
  return [...rows, (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0))]
}
const toldOf = ({ cells, rowTotals, columnTotals, total }: PublicTable): (number | null)[][] => [
  ...cells.map((row, at) => [...row, rowTotals[at] ?? null]),
  [...columnTotals, total],
]
const linesOf = <T>(table: readonly (readonly T[])[]): T[][] => [
  ...table.map((row) => [...row]),
  ...(table[0] ?? []).map((_, column) => table.map((row) => row[column] as T)),
]

const aCount = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.constant(0) },
)
const table = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(aCount, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )

/**
 * What must be, whatever the numbers of the hidden cells: those that follow from the sums of rows and columns alone. A cell is found if, of all
 * changes to hidden cells that leave every sum as it is, none changes it.
 */
function found(told: readonly (readonly (number | null)[])[]): string[] {
  const hidden = told.flatMap((row, at) => row.flatMap((value, column) => (value === null ? [[at, column] as const] : [])))
  const place = new Map(hidden.map(([row, column], at) => [`${row},${column}`, at]))
  const [lastRow, lastColumn] = [told.length - 1, (told[0]?.length ?? 0) - 1]
  // Each line says that its cells less its total are 0.
  const sign = (row: number, column: number) => ((row === lastRow) === (column === lastColumn) ? 1 : -1)
  const equations: number[][] = [
    ...told.map((_, row) => hidden.map(([at, column]) => (at === row ? sign(at, column) : 0))),
    ...(told[0] ?? []).map((_, column) => hidden.map(([row, at]) => (at === column ? sign(row, at) : 0))),
  ]
  // By elimination: a cell is found where a line is left that has it alone.
  let rank = 0
  for (let column = 0; column < hidden.length; column++) {
    const pivot = equations.findIndex((line, at) => at >= rank && Math.abs(line[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    ;[equations[rank], equations[pivot]] = [equations[pivot] as number[], equations[rank] as number[]]
    const by = (equations[rank] as number[])[column] as number
    equations[rank] = (equations[rank] as number[]).map((each) => each / by)
    for (const [at, line] of equations.entries())
      if (at !== rank && Math.abs(line[column] ?? 0) > 1e-9)
        equations[at] = line.map((each, n) => each - (line[column] as number) * ((equations[rank] as number[])[n] as number))
    rank++
  }
  const alone = equations.flatMap((line) => {
    const left = line.flatMap((each, at) => (Math.abs(each) > 1e-9 ? [at] : []))
    return left.length === 1 ? [left[0] as number] : []
  })
  return [...place].filter(([, at]) => alone.includes(at)).map(([key]) => key)
}

describe('a table fit to be public', () => {
  test('what is told is true, no cell or total of 1 to 5 is told, and a table without any is told whole', () => {
    fc.assert(
      fc.property(table(6), (counts) => {
        const all = withTotals(counts)
        const told = toldOf(suppressed(counts))
        const isFew = (value: number) => value >= 1 && value <= 5
        for (const [row, line] of told.entries())
          for (const [column, value] of line.entries()) {
            if (value !== null) expect(value).toBe(all[row]?.[column])
            if (value !== null) expect(isFew(value)).toBe(false)
          }
        if (!all.flat().some(isFew)) expect(told).toEqual(all)
      }),
    )
  })

  test('in no row and no column one alone is hidden, nor several that are together 1 to 5', () => {
    fc.assert(
      fc.property(table(6), (counts) => {
        const all = linesOf(withTotals(counts))
        for (const [at, line] of linesOf(toldOf(suppressed(counts))).entries()) {
          const hidden = line.flatMap((value, n) => (value === null ? [all[at]?.[n] ?? 0] : []))
          // A line of which nothing at all is told tells nothing of those in it.
          if (hidden.length === 0 || hidden.length === line.length) continue
          expect(hidden.length).toBeGreaterThan(1)
          expect(hidden.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(5)
        }
      }),
    )
  })

  test('no hidden cell can be worked out from all rows and columns taken together', () => {
    fc.assert(
      fc.property(table(6), (counts) => {
        expect(found(toldOf(suppressed(counts)))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('two groups of hidden cells, each safe in itself, do not give away the one that lies between them', () => {
    const counts = [
      [3, 4, 30, 30, 30],
      [4, 3, 30, 30, 30],
      [30, 4, 30, 30, 40],
      [30, 30, 30, 4, 4],
      [30, 30, 30, 5, 3],
    ]
    const joined = [
      [3, 4, 30, 30, 30],
      [4, 3, 5, 30, 30],
      [30, 30, 4, 3, 40],
      [30, 30, 3, 4, 30],
      [30, 30, 30, 30, 30],
    ]
    for (const each of [counts, joined]) expect(found(toldOf(suppressed(each)))).toEqual([])
  })

  test('it comes to an end where tables are large', () => {
    const large = fc.array(fc.array(aCount, { minLength: 25, maxLength: 25 }), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(large, (counts) => {
        expect(found(toldOf(suppressed(counts)))).toEqual([])
      }),
      { numRuns: 3 },
    )
  })

  test('by hand: one small cell takes the smallest other of its row and of its column with it, and the one where those meet', () => {
    expect(
      suppressed([
        [3, 20, 40],
        [10, 30, 50],
        [60, 70, 80],
      ]),
    ).toEqual({
      cells: [
        [null, null, 40],
        [null, null, 50],
        [60, 70, 80],
      ],
      rowTotals: [63, 90, 210],
      columnTotals: [73, 120, 170],
      total: 363,
    })
  })

  test('a 0 is told, and stays while another number can be hidden in its place', () => {
    const { cells } = suppressed([
      [2, 0, 30],
      [0, 0, 0],
      [20, 0, 40],
    ])
    expect(cells).toEqual([
      [null, 0, null],
      [0, 0, 0],
      [null, 0, null],
    ])
  })

  test('of one cell that is small nothing is told, and of none there is nothing to tell', () => {
    expect(suppressed([[4]])).toEqual({ cells: [[null]], rowTotals: [null], columnTotals: [null], total: null })
    expect(suppressed([[0]])).toEqual({ cells: [[0]], rowTotals: [0], columnTotals: [0], total: 0 })
    expect(suppressed([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 })
  })
})
