/**
 * Workbooks (.xlsx), sheet by sheet and row by row, straight from their XML. Formulas are never worked out (a cell gives the
 * value that was saved with it), macros and links are never opened, and no cell is larger than the limits.
 */
import { cellText } from './csv-rows.ts'
import { defaultLimits, firstBytes, UnreadableFile, type Limits, type SourceFile } from './source.ts'
import { looksLikeZip, zipEntries } from './zip.ts'
import { walkXml } from './xml-walk.ts'
import { columnOf, plainNumber, serialToText, unescapeText } from './xlsx-cell.ts'
import { readWorkbook, type Workbook } from './xlsx-workbook.ts'

export interface SheetRow {
  /** The row of the sheet, counted from 1. */
  readonly line: number
  /**
   * From column A on, up to the last cell with something in it; trimmed; null for nothing. A date or time is given as
   * 'YYYY-MM-DD', 'YYYY-MM-DD HH:MM:SS' or 'HH:MM:SS'; other numbers as their digits; an error as its text (#N/A).
   */
  readonly cells: readonly (string | null)[]
}

export interface Sheet {
  readonly name: string
  /** The rows with something in them, afresh at each call. */
  rows(): AsyncIterable<SheetRow>
}

/**
 * The sheets of a workbook, in their order, hidden ones too. Throws UnreadableFile for what is not an .xlsx workbook (an old
 * .xls, one locked with a password, an .xlsb), is damaged, unpacks without measure, or has a DOCTYPE in any part.
 */
export async function readSheets(file: SourceFile, limits: Partial<Limits> = {}): Promise<Sheet[]> {
  const within = { ...defaultLimits, ...limits }
  const beginning = await firstBytes(file, 8)
  if (beginning.equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
    throw new UnreadableFile(file.path, 'This workbook is locked with a password, or is of the old .xls kind.', savedAsXlsx)
  }
  if (!looksLikeZip(beginning)) throw new UnreadableFile(file.path, 'This is not a workbook.', savedAsXlsx)
  const entries = await zipEntries(file, '', within)
  const parts = new Map(entries.map((entry) => [entry.path, { ...entry, path: `${file.path}, ${entry.path}` }]))
  if (!parts.has('xl/workbook.xml')) throw new UnreadableFile(file.path, 'This zip or document is not an .xlsx workbook.', savedAsXlsx)
  const workbook = await readWorkbook(parts, within)
  return workbook.sheets.map(({ name, part }) => ({
    name,
    rows: () => rowsOf({ ...part, path: `${file.path}, sheet "${name}"` }, workbook, within),
  }))
}

const savedAsXlsx = 'Open it and save it as an Excel workbook (.xlsx) without a password.'

async function* rowsOf(part: SourceFile, workbook: Workbook, limits: Limits): AsyncGenerator<SheetRow> {
  const strings = await workbook.strings()
  const walk = walkXml<SheetRow>(part, limits, (emit) => {
    let line = 0
    let column = -1
    let inData = false
    let cells: (string | null)[] = []
    let kind = 'n'
    let style = 0
    let value = ''
    let collecting = false
    let phonetic = 0
    const refuse = (found: string, allowed: string): never => {
      throw new UnreadableFile(part.path, found, allowed, line)
    }
    return {
      open(name, attributes) {
        if (name === 'sheetData') inData = true
        else if (!inData) return
        else if (name === 'row') {
          const given = Number(attributes.r)
          line = Number.isInteger(given) && given > line ? given : line + 1
          column = -1
          cells = []
        } else if (name === 'c') {
          column = attributes.r === undefined ? column + 1 : (columnOf(attributes.r) ?? column + 1)
          kind = attributes.t ?? 'n'
          style = Number(attributes.s ?? 0)
          value = ''
        } else if (name === 'rPh') phonetic++
        else if (name === 'v' || (name === 't' && kind === 'inlineStr')) collecting = phonetic === 0
      },
      text(text) {
        if (!collecting) return
        value += text
        if (value.length > limits.cell) refuse(`A cell is longer than ${limits.cell.toLocaleString('en-GB')} characters.`, 'Shorten it.')
      },
      close(name) {
        if (!inData) return
        if (name === 'v' || name === 't') collecting = false
        else if (name === 'rPh') phonetic--
        else if (name === 'sheetData') inData = false
        else if (name === 'row' && cells.length > 0) emit({ line, cells })
        else if (name === 'c' && value !== '') {
          const text = cellText(meaningOf(kind, value, style, workbook, strings))
          if (text === null) return
          if (column >= limits.columns) {
            refuse(`A cell stands in column ${column + 1}.`, `A table has at most ${limits.columns.toLocaleString('en-GB')} columns.`)
          }
          while (cells.length <= column) cells.push(null)
          cells[column] = text
        }
      },
    }
  })
  for await (const batch of walk) yield* batch
}

/** What a cell says, by its type: shared text, text, yes or no, error, ISO date, or a number that its style may make a date. */
function meaningOf(kind: string, value: string, style: number, workbook: Workbook, strings: readonly string[]): string {
  switch (kind) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return unescapeText(value)
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return value
    case 'd':
      return value.replace('T', ' ').replace(/ 00:00:00(\.0+)?$/, '')
    default: {
      const text = value.trim()
      const format = workbook.formats[style]
      return (format && serialToText(text, format, workbook.from1904)) ?? plainNumber(text)
    }
  }
}
