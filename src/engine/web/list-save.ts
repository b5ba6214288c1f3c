/**
 * A list as a file: CSV or a spreadsheet. A cell never acts as a formula, whatever it holds. To save is to look: the page that answers
 * with one of these declares its own `looks`. The server lets nothing of it be stored on the way.
 */
import { Readable } from 'node:stream'
import { formulaSafe, writeCsvRow } from '../exchange/csv.ts'
import { workbookOf } from '../exchange/xlsx-write.ts'
import type { ListDeclaration, ListValue } from './list-declaration.ts'
import type { Answer } from './page.ts'

/**
 * The rows as CSV, as Excel opens it: UTF-8 with a mark that says so, CRLF, days as YYYY-MM-DD.
 * @param rows those to save, in order: `kept` of the list
 * @param name of the file, without its ending; the list's own where it is not given
 */
export function listAsCsv<Row>(declaration: ListDeclaration<Row>, rows: readonly Row[], name = declaration.name): Answer {
  const { columns } = declaration
  const lines = rows.map((row) => writeCsvRow(columns.map(({ value }) => csvCell(value(row)))))
  const heading = writeCsvRow(columns.map((column) => formulaSafe(column.heading)))
  return { body: `\uFEFF${heading}${lines.join('')}`, type: 'text/csv; charset=utf-8', download: `${fileName(name)}.csv` }
}

/**
 * The rows as a workbook (.xlsx) of one sheet: days are dates, numbers numbers, everything else text.
 * @param rows those to save, in order: `kept` of the list
 * @param name of the file, without its ending; the list's own where it is not given
 */
export function listAsXlsx<Row>(declaration: ListDeclaration<Row>, rows: readonly Row[], name = declaration.name): Answer {
  const { columns } = declaration
  const workbook = workbookOf({
    name: declaration.name,
    headings: columns.map(({ heading }) => heading),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  })
  return {
    body: Readable.from(workbook),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    download: `${fileName(name)}.xlsx`,
  }
}

function csvCell(value: ListValue): string | number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return value === null ? null : formulaSafe(value)
}

/** A name that a file may have on any machine. */
const fileName = (name: string): string =>
  name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
    .toWellFormed()
    .replace(/[. ]+$/, '') || 'List'
