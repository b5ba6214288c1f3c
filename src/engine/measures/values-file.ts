/** Figures in a text: one number a line, or a table whose first line names its columns. What cannot be read is refused with its line. */
import { Readable } from 'node:stream'
import { readTable } from '../exchange/csv.ts'
import { UnreadableFile, type SourceFile } from '../exchange/source.ts'
import { decodeText } from '../exchange/text.ts'
import { fraction, middle, type Figure } from './figure.ts'
import type { Group } from './funnel.ts'

export interface Read {
  readonly figures: readonly Figure[]
  /** Whether each figure is a numerator and a denominator. */
  readonly counted: boolean
}

/** What a text of figures may be. */
const allowed =
  'Give one number a line, or a table whose first line names its columns: period and value, or period, numerator and denominator.'
/** Cells that say that there is no number: of spreadsheets, and of official statistics. */
const missing = new Set(['', 'na', 'n/a', 'null', 'none', '-', '–', '—', '.', '..', ':', 'c', 'x', 'z'])
const largest = 1e15

/**
 * The figures of a text, in its order. Lines that are blank are gaps, but for those before the first and after the last; so are cells that
 * say there is no number. With `gathered`, rows of one period are many of one figure, which is their median.
 * @throws UnreadableFile naming the line, what was found and what is allowed.
 */
export async function readFigures(bytes: Buffer, path: string, { gathered = false } = {}): Promise<Read> {
  const lines = await linesOf(bytes, path)
  const from = lines.findIndex((line) => line.trim() !== '')
  if (from < 0) throw new UnreadableFile(path, 'There is nothing in it.', allowed)
  const first = lines[from] ?? ''
  const read =
    /[,;\t|]/.test(first) && numberIn(first) === undefined
      ? await figuresOfTable(bytes, path, gathered)
      : { figures: figuresOfLines(lines, from, path), counted: false }
  if (read.figures.every(({ value }) => value === null)) throw new UnreadableFile(path, 'There is no number in it.', allowed)
  return read
}

/** The groups of a table: a name, a numerator and a denominator each. */
export async function readGroups(bytes: Buffer, path: string): Promise<Group[]> {
  const { columns, rows } = await table(bytes, path)
  const named = namedColumns(columns)
  const { numerator, denominator } = named
  const name = named.group ?? named.period ?? columns.findIndex((_, n) => n !== numerator && n !== denominator)
  if (numerator === undefined || denominator === undefined || name < 0)
    throw new UnreadableFile(
      path,
      `Its columns are ${listed(columns)}.`,
      'Give a table with the columns group, numerator and denominator.',
      1,
    )
  const groups = rows.map(({ line, cells }) => ({
    line,
    name: cells[name] ?? '',
    numerator: countIn(cells[numerator], path, line),
    denominator: countIn(cells[denominator], path, line),
  }))
  const blank = groups.find((group) => group.name === '')
  if (blank) throw new UnreadableFile(path, 'The group has no name.', 'Each row is a group with a name of its own.', blank.line)
  refuseTwice(groups, path, 'Each row is a group with a name of its own.')
  if (groups.length === 0) throw new UnreadableFile(path, 'There is no group in it.', 'Each row below the heading is a group.')
  return groups
}

function figuresOfLines(lines: readonly string[], from: number, path: string): Figure[] {
  // A heading has no digit: 1O is a number with a slip in it.
  const isHeading = numberIn(lines[from] ?? '') === undefined && !/\d/.test(lines[from] ?? '')
  const start = isHeading ? from + 1 : from
  const end = lines.findLastIndex((line) => line.trim() !== '') + 1
  return lines.slice(start, end).map((line, n) => ({ period: null, value: numberOrGap(line, path, start + n + 1) }))
}

async function figuresOfTable(bytes: Buffer, path: string, gathered: boolean): Promise<Read> {
  const { columns, rows } = await table(bytes, path)
  const { period, value, numerator, denominator } = columnsOfFigures(columns, path)
  const periods = rows.map(({ line, cells }) => {
    const name = period === undefined ? null : (cells[period] ?? null)
    if (period !== undefined && name === null) throw new UnreadableFile(path, 'The period is blank.', 'Each row has its period.', line)
    return { line, name, cells }
  })
  if (numerator !== undefined && denominator !== undefined) {
    refuseTwice(periods, path, 'Each period has one row.')
    const number = (cells: Cells, column: number, line: number) => numberOrGap(cells[column] ?? '', path, line)
    const figures = periods.map(({ line, name, cells }) => fraction(name, number(cells, numerator, line), number(cells, denominator, line)))
    return { figures, counted: true }
  }
  const single = periods.map(({ line, name, cells }) => ({ line, name, value: numberOrGap(cells[value] ?? '', path, line) }))
  if (gathered && period !== undefined) return { figures: gather(single), counted: false }
  refuseTwice(single, path, 'Each period has one row, but for waits, of which it may have many (--kind wait).')
  return { figures: single.map(({ name, ...each }) => ({ period: name, value: each.value })), counted: false }
}

/** Rows of one period as one figure, in the order in which periods first come. */
function gather(rows: readonly { readonly name: string | null; readonly value: number | null }[]): Figure[] {
  const byPeriod = Map.groupBy(rows, ({ name }) => name)
  return [...byPeriod].map(([period, own]) =>
    middle(
      period,
      own.flatMap(({ value }) => value ?? []),
    ),
  )
}

type Cells = readonly (string | null)[]

async function table(bytes: Buffer, path: string) {
  const file: SourceFile = { path, size: bytes.length, open: () => Readable.from([bytes], { objectMode: false }) }
  const { columns, rows } = await readTable(file)
  const number = columns.find((name) => numberIn(name) !== undefined && !missing.has(name.toLowerCase()))
  if (number !== undefined)
    throw new UnreadableFile(path, `“${number}” is a number and no name of a column.`, 'The first line of a table names its columns.', 1)
  const found: { line: number; cells: Cells }[] = []
  for await (const { line, cells, extra } of rows) {
    if (extra)
      throw new UnreadableFile(
        path,
        `There are more cells than the ${columns.length} columns.`,
        'A comma in a cell is put in quotes.',
        line,
      )
    found.push({ line, cells })
  }
  return { columns, rows: found }
}

const names = {
  group: ['group', 'name', 'team', 'provider', 'who'],
  period: ['period', 'month', 'date', 'day', 'week', 'quarter', 'year', 'when'],
  value: ['value', 'number', 'figure', 'percent', 'percentage', '%', 'rate', 'count', 'days', 'hours', 'wait', 'between'],
  numerator: ['numerator', 'num'],
  denominator: ['denominator', 'den', 'out of', 'of'],
} as const

function namedColumns(columns: readonly string[]): Partial<Record<keyof typeof names, number>> {
  const found = Object.entries(names).map(
    ([meaning, words]) => [meaning, columns.findIndex((name) => (words as readonly string[]).includes(name.toLowerCase()))] as const,
  )
  return Object.fromEntries(found.filter(([, at]) => at >= 0))
}

/** Which column is what: by its name; of two, the one that is not the period is the value, and the second where neither has a name. */
function columnsOfFigures(columns: readonly string[], path: string) {
  const { period, value, numerator, denominator } = namedColumns(columns)
  if (numerator !== undefined && denominator !== undefined) {
    const third = columns.length === 3 ? 3 - numerator - denominator : undefined
    return { period: period ?? third, numerator, denominator, value: -1 }
  }
  const inferred = columns.length === 2 ? (period === undefined ? 1 : 1 - period) : columns.length === 1 ? 0 : undefined
  const one = value ?? inferred
  if (one === undefined || numerator !== undefined || denominator !== undefined)
    throw new UnreadableFile(path, `Its columns are ${listed(columns)}.`, allowed, 1)
  return { period: period ?? (columns.length === 2 ? 1 - one : undefined), value: one }
}

const listed = (columns: readonly string[]): string => columns.map((name) => `“${name}”`).join(', ')

function refuseTwice(rows: readonly { readonly line: number; readonly name: string | null }[], path: string, rule: string): void {
  const seen = new Map<string, number>()
  for (const { line, name } of rows) {
    if (name === null) continue
    const before = seen.get(name)
    if (before !== undefined) throw new UnreadableFile(path, `“${name}” stands on line ${before} too.`, rule, line)
    seen.set(name, line)
  }
}

function countIn(cell: string | null | undefined, path: string, line: number): number {
  const number = numberOrGap(cell ?? '', path, line)
  if (number === null || number < 0)
    throw new UnreadableFile(path, `“${cell ?? ''}” is not a count.`, 'A numerator and a denominator are numbers from 0 on.', line)
  return number
}

function numberOrGap(text: string, path: string, line: number): number | null {
  const number = numberIn(text)
  if (number === undefined)
    throw new UnreadableFile(path, `“${text.trim()}” is not a number.`, 'Give a number, or leave it empty where there is none.', line)
  if (number !== null && Math.abs(number) > largest)
    throw new UnreadableFile(path, `“${text.trim()}” is too large.`, 'A number lies between −10¹⁵ and 10¹⁵.', line)
  return number
}

/** The number a cell holds, null where it says that there is none, undefined where it is neither. 1,234.5 and 45% are numbers. */
function numberIn(text: string): number | null | undefined {
  const bare = text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
  if (missing.has(bare.toLowerCase())) return null
  const plain = bare.replace(/^[−–]/, '-').replace(/ ?%$/, '')
  const joined = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(joined) ? Number(joined) : undefined
}

async function linesOf(bytes: Buffer, path: string): Promise<string[]> {
  let text = ''
  for await (const piece of decodeText([bytes], path).text) text += piece
  return text.split(/\r\n|\n|\r/)
}
