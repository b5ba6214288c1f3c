/**
 * Workbooks (.xlsx) of one sheet or several, written in memory: the few parts that spreadsheet programs ask for (ECMA-376). Nothing
 * written here is ever a formula: a cell is a number, a date, or text that is marked as text. Read by `xlsx.ts`.
 */
import { beginsLikeFormula } from './csv.ts'
import { columnName, dayNumber, escapeText } from './xlsx-cell.ts'
import { zipOf } from './zip-write.ts'

/**
 * A number stays one. A text that is a day ('YYYY-MM-DD') or a moment ('YYYY-MM-DD HH:MM' or with seconds) from March 1900 on
 * becomes a date, shown as '3 March 2016'; any other is text as it stands. Null is an empty cell.
 */
export type SheetValue = string | number | null

export interface SheetToWrite {
  /** What the tab says; letters a tab cannot have are left out, and so is what is beyond 31. One named like another is numbered. */
  readonly name: string
  /** The first row: bold, and still there when the others are scrolled. */
  readonly headings: readonly string[]
  readonly rows: readonly (readonly SheetValue[])[]
}

const mostRows = 1_048_575
/** The longest text that a cell may hold; a longer one is cut, and says so. */
const longestText = 32_767
const wasCut = ' … (the rest does not fit in a cell)'

/** The numbers of the cell formats below, in their order. */
const style = { plain: 0, heading: 1, day: 2, moment: 3, looksLikeFormula: 4 } as const

/**
 * The workbook's bytes, its sheets in their order; the same sheets give the same bytes.
 * @throws RangeError with more rows than a sheet can have (1,048,575 below the headings).
 */
export function workbookOf(first: SheetToWrite, ...others: readonly SheetToWrite[]): Buffer {
  const sheets = [first, ...others]
  return zipOf([
    { name: '[Content_Types].xml', content: contentTypes(sheets.length) },
    { name: '_rels/.rels', content: relationships(['officeDocument', 'xl/workbook.xml']) },
    { name: 'xl/workbook.xml', content: workbook(tabNames(sheets.map(({ name }) => name))) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships(...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const), ['styles', 'styles.xml']),
    },
    { name: 'xl/styles.xml', content: styles },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: worksheet(sheet) })),
  ])
}

function worksheet({ headings, rows }: SheetToWrite): string {
  if (rows.length > mostRows) throw new RangeError(`A sheet has room for 1,048,575 rows, and these are ${rows.length}. Save fewer.`)
  const widths = headings.map((heading, column) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[column] ?? null)), widthOf(heading)),
  )
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  const lines = [
    rowOf(
      1,
      headings.map((heading, column) => textCell(placeOf(column, 1), heading, style.heading)),
    ),
    ...rows.map((row, at) =>
      rowOf(
        at + 2,
        headings.map((_, column) => cellOf(placeOf(column, at + 2), row[column] ?? null)),
      ),
    ),
  ]
  return (
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${lines.join('')}</sheetData></worksheet>`
  )
}

const rowOf = (line: number, cells: readonly string[]): string => `<row r="${line}">${cells.join('')}</row>`

const placeOf = (column: number, line: number): string => `${columnName(column)}${line}`

/** The cell that stands at a place ('B7'); nothing at all for nothing, which is how a sheet has it. */
function cellOf(place: string, value: SheetValue): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : ''
  const date = dayNumber(value)
  if (date !== null) return `<c r="${place}" s="${Number.isInteger(date) ? style.day : style.moment}"><v>${date}</v></c>`
  return textCell(place, value, beginsLikeFormula(value) ? style.looksLikeFormula : style.plain)
}

function textCell(place: string, text: string, format: number): string {
  const fitting = text.length > longestText ? text.slice(0, longestText - wasCut.length) + wasCut : text
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeText(fitting)}</t></is></c>`
}

/** In characters, as spreadsheets count it: room for the longest line, within reason. */
function widthOf(value: SheetValue): number {
  if (value === null) return 8
  if (typeof value === 'string' && dayNumber(value) !== null) return value.length > 10 ? 24 : 19
  const longest = Math.max(
    ...String(value)
      .slice(0, 1000)
      .split('\n')
      .map(({ length }) => length),
  )
  return Math.min(Math.max(longest + 2, 8), 60)
}

const longestName = 31

/** What tabs may be called: up to 31 letters, none of []:*?/\, no apostrophe at either end, and no two alike but for capitals. */
function tabNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const allowed = name
      .replaceAll(/[[\]:*?/\\\p{C}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    const called = (end: string): string => `${fitting(allowed, longestName - end.length) || 'List'}${end}`
    let tab = called('')
    for (let number = 2; taken.has(tab.toLowerCase()); number++) tab = called(` (${number})`)
    taken.add(tab.toLowerCase())
    return tab
  })
}

const fitting = (name: string, length: number): string => name.slice(0, length).replaceAll(/^['\s]+|['\s]+$/g, '')

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = (sheets: number): string =>
  `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>` +
  Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kinds}.worksheet+xml"/>`,
  ).join('') +
  '</Types>'

const relationships = (...to: readonly (readonly [kind: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${packages}/relationships">` +
  to.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`).join('') +
  '</Relationships>'

const workbook = (tabs: readonly string[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
  tabs.map((tab, at) => `<sheet name="${escapeText(tab)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') +
  '</sheets></workbook>'

/** `quotePrefix` keeps a text that begins like a formula a text when somebody edits its cell. */
const styles =
  `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="d\\ mmmm\\ yyyy\\ hh:mm"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
