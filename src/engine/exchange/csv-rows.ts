/** The rows of delimited text, from pieces cut anywhere. It holds one row at a time, and refuses one that grows too long. */
import { UnreadableFile, type Limits } from './source.ts'

export interface Cells {
  line: number
  cells: (string | null)[]
  extra?: string[]
}

const lineFeed = 10
const carriageReturn = 13
const quote = 34

/** A cell as it is meant: trimmed; null for nothing, for NULL in any case (databases write it so) and for \N. */
export function cellText(found: string): string | null {
  let text = found
  const length = text.length
  if (length === 0) return null
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(length - 1)
  if (first <= 32 || last <= 32 || first >= 160 || last >= 160) {
    text = text.trim()
    if (text === '') return null
  }
  if (text.length === 4 && (text.charCodeAt(0) | 32) === 110 && text.toUpperCase() === 'NULL') return null
  return text === '\\N' ? null : text
}

export class CsvRows {
  /** What has been read and belongs to a row that is not complete. */
  private rest = ''
  /** Pieces not yet joined to `rest`: a long row is looked at again only when it has doubled. */
  private pieces: string[] = []
  private piecesLength = 0
  private line = 1
  private afterReturn = false

  private readonly delimiter: number
  private readonly path: string
  private readonly limits: Limits

  constructor(delimiter: string, path: string, limits: Limits) {
    this.delimiter = delimiter.charCodeAt(0)
    this.path = path
    this.limits = limits
  }

  /** The rows that are complete with this piece, at most `most`. Rows with nothing in any cell are left out. */
  read(piece: string, most = Infinity): Cells[] {
    this.pieces.push(piece)
    this.piecesLength += piece.length
    if (this.piecesLength < this.rest.length && this.rest.length + this.piecesLength <= this.limits.row) return []
    return this.scan(this.joined(), false, most)
  }

  /** The last row, where the text does not end with a line break. */
  end(): Cells[] {
    return this.scan(this.joined(), true, Infinity)
  }

  private joined(): string {
    // `join` gives one flat string; what `+` gives is a pair of strings, whose letters are slow to reach.
    const text = [this.rest, ...this.pieces].join('')
    this.pieces = []
    this.piecesLength = 0
    return text
  }

  private scan(text: string, last: boolean, most: number): Cells[] {
    const rows: Cells[] = []
    const { delimiter, limits } = this
    const length = text.length
    let at = 0
    let begin = 0
    let opened: { line: number } | null = null

    rows: while (at < length && rows.length < most) {
      begin = at
      if (this.afterReturn) {
        this.afterReturn = false
        if (text.charCodeAt(at) === lineFeed) {
          at++
          begin = at
          continue
        }
      }
      const cells: (string | null)[] = []
      let blank = true
      let breaks = 0
      let start = at
      let ended = false
      while (!ended) {
        let cell: string | null
        if (at < length && text.charCodeAt(at) === quote) {
          const close = closingQuote(text, at + 1)
          if (close < 0 || (close === length - 1 && !last)) {
            // Not closed, or closed at the very end of what is there: the next piece may begin with a second quote.
            opened = { line: this.line + breaks }
            break rows
          }
          const inside = text.slice(at + 1, close)
          breaks += lineBreaks(inside)
          at = close + 1
          const after = at
          while (at < length && !endsCell(text.charCodeAt(at), delimiter)) at++
          cell = cellText((inside.includes('"') ? inside.replaceAll('""', '"') : inside) + text.slice(after, at))
        } else {
          start = at
          let letter = 0
          while (at < length && (letter = text.charCodeAt(at)) !== delimiter && letter !== lineFeed && letter !== carriageReturn) at++
          cell = at === start ? null : cellText(text.slice(start, at))
        }
        if (at >= length && !last) break rows
        if (cell !== null) {
          blank = false
          if (cell.length > limits.cell) throw this.tooLong('cell', limits.cell)
        }
        if (cells.push(cell) > limits.columns) throw this.tooManyCells()
        const letter = at < length ? text.charCodeAt(at) : lineFeed
        at++
        ended = letter !== delimiter
        if (ended) this.afterReturn = letter === carriageReturn
      }
      if (at - begin > limits.row + 2) throw this.tooLong('row', limits.row)
      if (!blank) rows.push({ line: this.line, cells })
      this.line += 1 + breaks
      begin = at
    }

    this.rest = begin < length ? text.slice(begin) : ''
    if (opened && last) {
      throw new UnreadableFile(
        this.path,
        'A quotation mark opens a cell here and is never closed.',
        'Each cell that begins with a quotation mark ends with one; those inside it are doubled.',
        opened.line,
      )
    }
    if (rows.length < most && this.rest.length > limits.row) throw this.tooLong('row', limits.row)
    return rows
  }

  private tooLong(what: 'cell' | 'row', most: number): UnreadableFile {
    return new UnreadableFile(
      this.path,
      `A ${what} that begins here is longer than ${most.toLocaleString('en-GB')} characters.`,
      'Look for a quotation mark that is never closed, or for a file that is not a table.',
      this.line,
    )
  }

  private tooManyCells(): UnreadableFile {
    return new UnreadableFile(
      this.path,
      `This row has more than ${this.limits.columns.toLocaleString('en-GB')} cells.`,
      `A table has at most ${this.limits.columns.toLocaleString('en-GB')} columns.`,
      this.line,
    )
  }
}

const endsCell = (letter: number, delimiter: number) => letter === delimiter || letter === lineFeed || letter === carriageReturn

/** The quote that ends the cell whose text begins at `from`; doubled quotes are passed over. Negative where there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2)
  return at
}

/** Line breaks as an editor counts them: CRLF, LF and CR are one each. */
function lineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (text.charCodeAt(at + 1) !== lineFeed) count++
  return count
}
