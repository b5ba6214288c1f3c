import { Readable } from 'node:stream'
import type { Answer } from '../../engine/web/page.ts'
import { workbookOf, type SheetValue } from '../../engine/exchange/xlsx-write.ts'
import { formulaSafe, writeCsvRow } from '../../engine/exchange/csv.ts'
import { monthName } from '../../engine/measures/months.ts'
import type { DigestRow } from './find-digest.ts'
import { changeInWords, reachInWords } from './variation.tsx'
import { timeInWords } from './words.ts'

/** The digest as files: the figures as numbers, and on a sheet of their own what each of them counts. */

const headings = [
  'Measure',
  'Time',
  'Figure',
  'Unit',
  'Counted',
  'Out of',
  'Target',
  'England',
  'England: time',
  'Change',
  'Target in reach?',
] as const

function lineOf({ measure, now, target, comparators, charted }: DigestRow): SheetValue[] {
  const england = comparators.find(({ geography }) => geography === 'England')
  return [
    measure.name,
    now === null ? null : timeInWords(measure, now.period),
    now?.value === undefined || now.value === null ? null : Math.round(now.value * 100) / 100,
    unitOf(measure),
    now?.numerator ?? null,
    now?.denominator ?? null,
    target?.value ?? null,
    england?.value ?? null,
    england?.time ?? null,
    changeInWords(charted, measure.noTrend).says,
    reachInWords(charted)?.says ?? null,
  ]
}

/** '%', 'per 10,000', 'working days'. */
export const unitOf = ({ statistic, unit, people }: DigestRow['measure']): string =>
  statistic === 'share' ? '%' : statistic === 'rate' ? `per ${(people?.per ?? 1).toLocaleString('en-GB')}` : unit

export const definitionHeadings = ['Measure', 'Counted', 'Out of', 'Left out', 'Time', 'Better is', 'Note', 'Source', 'Identifier'] as const

/** What a measure counts, in a row. */
export const definitionOf = ({ name, says, span, better, source, id }: DigestRow['measure']): SheetValue[] => [
  name,
  says.counted,
  says.outOf ?? null,
  says.leftOut ?? null,
  span === 'moment'
    ? 'at the end of the month'
    : span === 'month'
      ? 'in the month'
      : span === '12 months'
        ? 'in the 12 months to the end of the month'
        : span === '3 years'
          ? 'in the 3 years to the end of the month'
          : 'in the year to 31 March',
  better === 'neutral' ? 'neither' : better,
  says.note ?? null,
  source,
  id,
]

export function digestAsXlsx(area: string, rows: readonly DigestRow[], month: number): Answer {
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    download: `${area}, ${monthName(month)}.xlsx`,
    body: Readable.from(
      workbookOf(
        { name: `${area} ${monthName(month)}`, headings, rows: rows.map(lineOf) },
        { name: 'What is counted', headings: definitionHeadings, rows: rows.map(({ measure }) => definitionOf(measure)) },
      ),
    ),
  }
}

export function digestAsCsv(area: string, rows: readonly DigestRow[], month: number): Answer {
  const cells = [headings, ...rows.map(lineOf)].map((row) => row.map((cell) => (typeof cell === 'string' ? formulaSafe(cell) : cell)))
  return {
    type: 'text/csv; charset=utf-8',
    download: `${area}, ${monthName(month)}.csv`,
    body: `\uFEFF${cells.map((row) => writeCsvRow(row)).join('')}`,
  }
}
