import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { columnName, dayNumber, escapeText } from '../../../src/engine/exchange/xlsx-cell.ts'
import { zipOf } from '../../../src/engine/exchange/zip-write.ts'
import { filesIn } from './files.ts'

/** A number stays one, a text that is a day becomes a date, null is an empty cell. */
export type SheetValue = string | number | null

interface Sheet {
  readonly name: string
  readonly headings: readonly string[]
}

/** A workbook (.xlsx) of several sheets whose rows come mixed: they wait in files beside it, so that memory holds one sheet at most until the end. */
export interface Workbook {
  /** Adds a row to the sheet at a place. */
  readonly put: (sheet: number, row: readonly SheetValue[]) => void
  /** To be awaited between batches. */
  readonly settle: () => Promise<void>
  /** Writes the workbook; the same rows give the same bytes. */
  readonly close: () => Promise<void>
}

/** Begins a workbook in a folder. */
export function workbookIn(folder: string, name: string, sheets: readonly Sheet[]): Workbook {
  const waiting = filesIn(folder)
  const partOf = (at: number): string => `${name}.sheet${at + 1}.part`
  const lines = sheets.map(() => 1)
  const put = (at: number, row: readonly SheetValue[], style?: number): void => {
    const line = lines[at] as number
    const cells = row.map((value, column) => cellOf(`${columnName(column)}${line}`, value, style)).join('')
    waiting.put(partOf(at), `<row r="${line}">${cells}</row>`)
    lines[at] = line + 1
  }
  for (const [at, { headings }] of sheets.entries()) put(at, headings, styles.heading)
  return {
    put: (at, row) => put(at, row),
    settle: waiting.settle,
    async close() {
      const parts = (await waiting.close()).map((part) => join(folder, part))
      try {
        const entries = [...fixedParts(sheets)]
        for (const at of sheets.keys())
          entries.push({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetOf(await readFile(join(folder, partOf(at)), 'utf8')) })
        await writeFile(join(folder, name), zipOf(entries))
      } finally {
        for (const part of parts) await rm(part, { force: true })
      }
    },
  }
}

/** The numbers of the cell formats below, in their order. */
const styles = { heading: 1, day: 2 } as const

function cellOf(place: string, value: SheetValue, style?: number): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  const day = dayNumber(value)
  if (day !== null) return `<c r="${place}" s="${styles.day}"><v>${day}</v></c>`
  return `<c r="${place}"${style === undefined ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const sheetOf = (rows: string): string => `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`

/** The parts of a workbook that are not its sheets (ECMA-376). */
function fixedParts(sheets: readonly Sheet[]): { name: string; content: string }[] {
  const each = (part: (name: string, nth: number) => string): string => sheets.map(({ name }, at) => part(name, at + 1)).join('')
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const relations = (inside: string): string => `${head}<Relationships xmlns="${packages}/relationships">${inside}</Relationships>`
  return [
    {
      name: '[Content_Types].xml',
      content:
        `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>` +
        `${each((_, nth) => `<Override PartName="/xl/worksheets/sheet${nth}.xml" ContentType="${kinds}.worksheet+xml"/>`)}</Types>`,
    },
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((name, nth) => `<sheet name="${escapeText(name)}" sheetId="${nth}" r:id="rId${nth}"/>`)}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        each((_, nth) => relation(`rId${nth}`, 'worksheet', `worksheets/sheet${nth}.xml`)) +
          relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/styles.xml',
      content:
        `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    },
  ]
}
