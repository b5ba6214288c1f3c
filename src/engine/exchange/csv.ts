/** Tables as text: comma, semicolon, tab or pipe between cells, in whatever encoding. RFC 4180, read as leniently as is certain. */
import { CsvRows, type Cells } from './csv-rows.ts'
import { bytesOf, defaultLimits, UnreadableFile, type Limits, type SourceFile } from './source.ts'
import { decodeText } from './text.ts'

export interface Table {
  /** The names of the header line, trimmed; blank names at its end are left out, one in the middle is ''. */
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<TableRow>
  /** The same rows, many at a time: one wait a row is slow over millions. */
  readonly batches: AsyncIterable<TableRow[]>
  readonly delimiter: string
  /** The encoding met so far; certain once the rows have been read to their end. */
  readonly encoding: string
}

export interface TableRow {
  /** The line of the file the row begins on, counted from 1; line breaks inside quotes count. */
  readonly line: number
  /** One for each column, trimmed; null for nothing, NULL in any case, and \N. */
  readonly cells: readonly (string | null)[]
  /** What stood beyond the last column, where something did. */
  readonly extra?: readonly string[]
}

const delimiters = [',', ';', '\t', '|'] as const
const sampleLength = 64 * 1024
const rowsJudged = 50

/**
 * The table in a text file. Its first line that is not blank is the header (after a line `sep=;`, which spreadsheets write).
 * The file is opened afresh each time the rows are asked for, so a table whose rows nobody reads holds nothing open.
 * Blank lines are skipped, as are rows with nothing in any cell. Throws UnreadableFile, naming the line, for an empty file,
 * one that is not text, a quote that is never closed, and a cell, row or number of columns over the limits.
 */
export async function readTable(file: SourceFile, limits: Partial<Limits> = {}): Promise<Table> {
  const within = { ...defaultLimits, ...limits }
  const { sample, whole, encoding } = await beginningOf(file, within)
  const said = /^\s*sep=([,;\t|])[ \t]*(?:\r|\n|$)/i.exec(sample)?.[1]
  const delimiter = said ?? likeliestDelimiter(sample, whole, file.path, within)
  const columns = headerOf(sample, whole, delimiter, file.path, within)
  let met = encoding
  const batches = {
    [Symbol.asyncIterator]: () => rowsUnder(columns.length, file, delimiter, within, (name) => (met = name)),
  }
  return {
    columns,
    delimiter,
    batches,
    rows: { [Symbol.asyncIterator]: () => oneByOne(batches) },
    get encoding() {
      return met
    },
  }
}

/** The rows of the table in this file, many at a time. See `readTable`. */
export async function* readTableInBatches(file: SourceFile, limits: Partial<Limits> = {}): AsyncGenerator<TableRow[]> {
  yield* (await readTable(file, limits)).batches
}

/** One line of CSV with its line end (RFC 4180, CRLF). A row of one blank cell is written `""`, so that it is not a blank line. */
export function writeCsvRow(cells: readonly (string | number | boolean | null)[]): string {
  let line = ''
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]
    if (at > 0) line += ','
    if (cell === null || cell === undefined) continue
    const text = typeof cell === 'string' ? cell : String(cell)
    line += /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `${line === '' && cells.length === 1 ? '""' : line}\r\n`
}

/**
 * Whether a spreadsheet could take this text for a formula: it begins with = + - @, also in their wide forms, after any blanks and
 * letters that are not seen; or with a tab or a line break, behind which one may hide. After OWASP's advice on CSV injection (and
 * ASVS 5.0, 1.2.10). Plain numbers (-5, +3.2) are not formulas.
 */
export const beginsLikeFormula = (cell: string): boolean =>
  /^(?:[\t\r\n\0]|[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell)

/**
 * A cell that a spreadsheet will show and not carry out: an apostrophe goes before what begins like a formula. For files that people
 * open; a file that is read back by a program is written without it.
 */
export const formulaSafe = (cell: string): string => (beginsLikeFormula(cell) ? `'${cell}` : cell)

async function beginningOf(file: SourceFile, limits: Limits) {
  const decoded = decodeText(bytesOf(file), file.path)
  let sample = ''
  let whole = true
  let begun = false
  let ended = false
  for await (const text of decoded.text) {
    sample += text
    const words: string = begun ? text : text.trimStart()
    begun ||= words !== ''
    ended ||= /[\r\n]/.test(words)
    // A header longer than the sample is read on, as far as a row may reach.
    if (sample.length >= sampleLength && (ended || sample.length > limits.row)) {
      whole = false
      break
    }
  }
  if (sample.trim() === '') throw new UnreadableFile(file.path, 'The file is empty.', 'A table begins with a line that names its columns.')
  return { sample, whole, encoding: decoded.encoding() }
}

/** Whether this row is the one before the header that only tells which delimiter is used. */
const tellsDelimiter = (line: number, row: Cells) => line === 1 && row.cells.length <= 2 && /^sep=/i.test(row.cells[0] ?? '')

function sampleRows(sample: string, whole: boolean, delimiter: string, path: string, limits: Limits): Cells[] {
  const reader = new CsvRows(delimiter, path, limits)
  const rows = reader.read(sample, rowsJudged)
  return whole && rows.length < rowsJudged ? [...rows, ...reader.end()] : rows
}

/** The delimiter under which the most rows have as many cells as the header; among equals, the one that gives more columns. */
function likeliestDelimiter(sample: string, whole: boolean, path: string, limits: Limits): string {
  let best = { delimiter: ',', agree: -1, columns: 1 }
  for (const delimiter of delimiters) {
    let rows: Cells[]
    try {
      rows = sampleRows(sample, whole, delimiter, path, limits)
    } catch {
      continue
    }
    const columns = rows[0]?.cells.length ?? 0
    if (columns < 2) continue
    // A short row is half an agreement: its last cells may have been left out. A long one is none.
    const agree =
      rows.reduce((sum, row) => sum + (row.cells.length === columns ? 1 : row.cells.length < columns ? 0.5 : 0), 0) / rows.length
    if (agree > best.agree || (agree === best.agree && columns > best.columns)) best = { delimiter, agree, columns }
  }
  return best.delimiter
}

function headerOf(sample: string, whole: boolean, delimiter: string, path: string, limits: Limits): string[] {
  const rows = sampleRows(sample, whole, delimiter, path, limits)
  const header = rows[0] && tellsDelimiter(rows[0].line, rows[0]) ? rows[1] : rows[0]
  if (!header) {
    throw new UnreadableFile(path, 'No line that could name the columns was found.', 'A table begins with a line that names its columns.')
  }
  const columns = header.cells.map((cell) => cell ?? '')
  while (columns.at(-1) === '') columns.pop()
  return columns
}

async function* rowsUnder(
  width: number,
  file: SourceFile,
  delimiter: string,
  limits: Limits,
  met: (encoding: string) => void,
): AsyncGenerator<TableRow[]> {
  const decoded = decodeText(bytesOf(file), file.path)
  const reader = new CsvRows(delimiter, file.path, limits)
  let headerSeen = false
  const fitted = (rows: Cells[]): TableRow[] => {
    if (!headerSeen) {
      if (rows[0] && tellsDelimiter(rows[0].line, rows[0])) rows.shift()
      headerSeen = rows.shift() !== undefined
    }
    for (const row of rows) fit(row, width)
    return rows
  }
  for await (const text of decoded.text) {
    const rows = fitted(reader.read(text))
    if (rows.length > 0) yield rows
  }
  met(decoded.encoding())
  const rows = fitted(reader.end())
  if (rows.length > 0) yield rows
}

/** As many cells as there are columns: short rows are filled with null, what is beyond them is set aside. */
function fit(row: Cells, width: number): void {
  const { cells } = row
  if (cells.length === width) return
  while (cells.length < width) cells.push(null)
  if (cells.length > width) {
    const extra = cells.splice(width).filter((cell) => cell !== null)
    if (extra.length > 0) row.extra = extra
  }
}

async function* oneByOne(batches: AsyncIterable<TableRow[]>): AsyncGenerator<TableRow> {
  for await (const batch of batches) yield* batch
}
