import { documentOf, type Report, type ReportPart } from '../../engine/exchange/docx-write.ts'
import { workbookOf, type SheetValue } from '../../engine/exchange/xlsx-write.ts'
import { londonInstant, longDate, momentInWords } from '../../engine/web/words.ts'
import { definitionHeadings } from './digest-files.ts'
import type { Comment, Monthly, MonthlyRow } from './monthly.ts'
import { monthWords } from './words.ts'

/** The monthly digest as a Word document, as a workbook with the definitions on a sheet, and as JSON. */

export interface Paper {
  readonly council: string
  readonly monthly: Monthly
  readonly comments: readonly Comment[]
  /** When it was frozen (London wall clock), or null for a draft. */
  readonly frozenAt: string | null
}

const commentOn = ({ comments }: Paper, measure: string): string | null => comments.find((each) => each.measure === measure)?.words ?? null

export function asKnown({ monthly, frozenAt }: Pick<Paper, 'monthly' | 'frozenAt'>): string {
  return frozenAt === null
    ? `Draft, as known on ${longDate(monthly.day)}`
    : `As known on ${longDate(monthly.day)}. Frozen ${momentInWords(frozenAt)}`
}

function monthlyReport(paper: Paper): Report {
  const { monthly, council } = paper
  return {
    title: `Monthly digest, ${monthWords(monthly.month)}`,
    subtitle: `${council}\n${asKnown(paper)}`,
    language: 'en-GB',
    madeAt: new Date(
      paper.frozenAt === null
        ? `${monthly.day}T12:00:00Z`
        : londonInstant(paper.frozenAt.slice(0, 10), paper.frozenAt.slice(11, 19) || '12:00'),
    ),
    landscape: true,
    parts: [
      ...monthly.areas.flatMap((area): ReportPart[] => areaParts(area, paper)),
      { heading: 'What is counted' },
      {
        caption: 'What each measure counts',
        columns: definitionHeadings.map((heading) => ({ heading })),
        rows: monthly.rows.map(({ definition }) => definition.map((cell) => (cell === null ? '' : String(cell)))),
      },
    ],
  }
}

function areaParts(area: string, paper: Paper): ReportPart[] {
  const rows = paper.monthly.rows.filter((row) => row.area === area)
  const words = commentOn(paper, areaComment(area))
  return [
    { heading: area },
    ...(words === null ? [] : [{ paragraph: words }]),
    {
      caption: `${area}, ${monthWords(paper.monthly.month)}`,
      columns: [
        { heading: 'Measure' },
        { heading: 'Figure', numeric: true },
        { heading: 'Target', numeric: true },
        { heading: 'England', numeric: true },
        { heading: 'Change' },
        { heading: 'Target in reach?' },
        { heading: 'Commentary' },
      ],
      rows: rows.map((row) => [
        row.local ? `${row.name} (made here)` : row.name,
        row.of === null ? row.says : `${row.says} (${row.of})`,
        row.target ?? '–',
        row.england ?? '–',
        row.change.says,
        row.reach?.says ?? '–',
        commentOn(paper, row.measure) ?? '',
      ]),
    },
  ]
}

/** Under which name a comment on a whole area is kept. */
export const areaComment = (area: string): string => `area:${area}`

export const monthlyDocx = (paper: Paper): Promise<Buffer> => documentOf(monthlyReport(paper))

const headings = [
  'Area',
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
  'Commentary',
] as const

export function monthlyXlsx(paper: Paper): Buffer {
  const { monthly } = paper
  const line = (row: MonthlyRow): SheetValue[] => [
    row.area,
    row.name,
    row.time,
    row.value === null ? null : Math.round(row.value * 100) / 100,
    row.unit,
    row.numerator,
    row.denominator,
    row.targetValue,
    row.england,
    row.englandTime,
    row.change.says,
    row.reach?.says ?? null,
    commentOn(paper, row.measure),
  ]
  return workbookOf(
    { name: `Digest ${monthly.month}`, headings, rows: monthly.rows.map(line) },
    { name: 'What is counted', headings: definitionHeadings, rows: monthly.rows.map(({ definition }) => definition) },
  )
}

/** What programs read. */
export const monthlyJson = (paper: Paper): unknown => ({
  council: paper.council,
  month: paper.monthly.month,
  asKnownOn: paper.monthly.day,
  frozenAt: paper.frozenAt,
  comments: paper.comments
    .filter(({ measure }) => measure.startsWith('area:'))
    .map(({ measure, words, author }) => ({ area: measure.slice(5), words, author })),
  measures: paper.monthly.rows.map(({ definition: _, ...row }) => ({ ...row, commentary: commentOn(paper, row.measure) })),
})

/** A page of its own, with nothing to fetch: to be sent, kept or printed. */
export function monthlyHtml(paper: Paper): string {
  const { monthly, council } = paper
  const title = `Monthly digest, ${monthWords(monthly.month)}`
  const cell = (text: string | null, tag = 'td', numeric = false) =>
    `<${tag}${tag === 'th' ? ' scope="col"' : ''}${numeric ? ' class="n"' : ''}>${escaped(text ?? '–')}</${tag}>`
  const areas = monthly.areas.map((area) => {
    const words = commentOn(paper, areaComment(area))
    const rows = monthly.rows.filter((row) => row.area === area)
    const lines = rows.map((row) =>
      [
        `<tr><th scope="row">${escaped(row.local ? `${row.name} (made here)` : row.name)}</th>`,
        cell(row.of === null ? row.says : `${row.says} (${row.of})`, 'td', true),
        cell(row.target, 'td', true),
        cell(row.england, 'td', true),
        cell(row.change.says),
        cell(row.reach?.says ?? null),
        `<td>${escaped(commentOn(paper, row.measure) ?? '')}</td></tr>`,
      ].join(''),
    )
    const headings = ['Measure', 'Figure', 'Target', 'England', 'Change', 'Target in reach?', 'Commentary']
      .map((heading, at) => cell(heading, 'th', at > 0 && at < 4))
      .join('')
    return `<h2>${escaped(area)}</h2>${words === null ? '' : `<p>${escaped(words)}</p>`}<table><thead><tr>${headings}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`
  })
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(`${title} – ${council}`)}</title>
<style>body{font:16px/1.4 Arial,sans-serif;margin:2rem;max-width:75rem}table{border-collapse:collapse;width:100%;margin-bottom:2rem}th,td{border-bottom:1px solid #b1b4b6;padding:.4rem .6rem;text-align:left;vertical-align:top}.n{text-align:right}thead th{border-bottom:2px solid #0b0c0c}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(council)}. ${escaped(asKnown(paper))}.</p>
${areas.join('\n')}
</body></html>
`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
