/**
 * Reports as Word documents (.docx): a title, headings, paragraphs and tables, told as plain data. The layout is one for all: A4, a heading
 * row that comes again on every page, the title above and "Page x of y" below. Whatever is written stays text.
 */
import { Readable } from 'node:stream'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { bytesOf, defaultLimits } from './source.ts'
import { zipOf, type ZipEntry } from './zip-write.ts'
import { zipEntries } from './zip.ts'

export interface Report {
  readonly title: string
  /** Below the title, in one or more lines: what time it tells of, as known when. */
  readonly subtitle?: string
  readonly language: 'en-GB'
  /** The instant that the document says it was made at; nothing else in it depends on the clock. */
  readonly madeAt: Date
  /** Broad tables want landscape. Portrait where it is not said. */
  readonly landscape?: boolean
  readonly parts: readonly ReportPart[]
}

export type ReportPart = ReportHeading | ReportParagraph | ReportTable

export interface ReportHeading {
  readonly heading: string
  /** 1 where it is not said. */
  readonly level?: 1 | 2 | 3
}

export interface ReportParagraph {
  /** A line break in it stays one. */
  readonly paragraph: string
  /** Sources and notes: smaller. */
  readonly small?: boolean
}

export interface ReportTable {
  /** Stands above the table, and stays with it. */
  readonly caption: string
  readonly columns: readonly ReportColumn[]
  /** One text a column, as it is to be read. */
  readonly rows: readonly (readonly string[])[]
}

export interface ReportColumn {
  readonly heading: string
  /** Numbers stand on the right. */
  readonly numeric?: boolean
  /** What the row is about: bold. */
  readonly names?: boolean
  /** How broad it is beside the others; 1 where it is not said. */
  readonly share?: number
}

/** The document's bytes; the same report gives the same bytes. */
export async function documentOf(report: Report): Promise<Buffer> {
  const { title, subtitle, language, landscape = false, parts } = report
  const broad = (landscape ? page.long : page.short) - 2 * page.margin
  const document = new Document({
    title: textOf(title),
    creator: 'Goldthread',
    lastModifiedBy: 'Goldthread',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: language } }, paragraph: { spacing: { after: 160, line: 276 } } },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 80 }, keepNext: true } },
        heading1: heading(32, 360),
        heading2: heading(26, 280),
        heading3: heading(22, 240),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.short, height: page.long, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin, header: 560, footer: 560 },
          },
        },
        headers: { default: new Header(holding([new Paragraph({ ...holding(lines(title, { size: 18 })), spacing: { after: 0 } })])) },
        footers: { default: new Footer(holding([pageOfPages()])) },
        ...holding([
          new Paragraph({ heading: HeadingLevel.TITLE, ...holding(lines(title)) }),
          ...(subtitle === undefined ? [] : [new Paragraph({ ...holding(lines(subtitle, { size: 26 })), spacing: { after: 320 } })]),
          ...parts.flatMap((part) => written(part, broad)),
        ]),
      },
    ],
  })
  return stilled(await Packer.toBuffer(document), report.madeAt)
}

/** A4, in twentieths of a point, with margins of 2 cm. */
const page = { short: 11_906, long: 16_838, margin: 1134 } as const

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Sizes are half points. */
const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: '0B0C0C' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
})

function written(part: ReportPart, broad: number): (Paragraph | Table)[] {
  if ('heading' in part) return [new Paragraph({ heading: levels[part.level ?? 1], ...holding(lines(part.heading)) })]
  if ('paragraph' in part) return [new Paragraph(holding(lines(part.paragraph, part.small ? { size: 18 } : {})))]
  return tableOf(part, broad)
}

/** A table with its caption above, and a little room below: two tables on end would grow into one. */
function tableOf({ caption, columns, rows }: ReportTable, broad: number): (Paragraph | Table)[] {
  if (columns.length === 0) throw new RangeError(`The table "${caption}" has no columns. Give each a heading.`)
  const whole = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  const widths = columns.map(({ share = 1 }) => Math.floor((share / whole) * broad))
  const row = (texts: readonly string[], isHeading: boolean) =>
    new TableRow({
      ...(isHeading ? { tableHeader: true } : {}),
      cantSplit: true,
      ...holding(
        columns.map(
          (column, at) =>
            new TableCell({
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              margins: { top: 60, bottom: 60, left: at === 0 ? 0 : 80, right: 80 },
              borders: { bottom: isHeading ? line(12, '0B0C0C') : line(4, 'B1B4B6'), top: none, left: none, right: none },
              ...holding([cellOf(texts[at] ?? '', column, isHeading)]),
            }),
        ),
      ),
    })
  return [
    new Paragraph({ ...holding(lines(caption, { bold: true })), keepNext: true, spacing: { before: 200, after: 80 } }),
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: [
        row(
          columns.map((column) => column.heading),
          true,
        ),
        ...rows.map((texts) => row(texts, false)),
      ],
    }),
    new Paragraph({ spacing: { after: 120 } }),
  ]
}

const cellOf = (text: string, { numeric = false, names = false }: ReportColumn, isHeading: boolean): Paragraph =>
  new Paragraph({
    alignment: numeric ? AlignmentType.END : AlignmentType.START,
    keepNext: isHeading,
    spacing: { after: 0, line: 252 },
    ...holding(lines(text, { size: 20, bold: isHeading || names })),
  })

const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const pageOfPages = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.END,
    spacing: { after: 0 },
    ...holding([new TextRun({ size: 18, ...holding(['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]) })]),
  })

/** The package's name for what stands inside an element. */
const holding = <Inside>(inside: readonly Inside[]) => ({ children: inside })

/** A text as it stands, line by line. */
const lines = (text: string, look: { readonly size?: number; readonly bold?: boolean } = {}): readonly TextRun[] =>
  textOf(text)
    .split(/\r\n|\r|\n/)
    .map((each, at) => new TextRun({ ...look, text: each, ...(at === 0 ? {} : { break: 1 }) }))

/** Without what XML cannot hold (XML 1.0, 2.2): most control characters, halves of pairs, two that are no characters. */
const textOf = (text: string): string =>
  text.toWellFormed().replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

/** The package dates a document by the clock, in its zip and in its properties. This one is dated by what it was given. */
async function stilled(bytes: Buffer, madeAt: Date): Promise<Buffer> {
  const file = { path: 'report.docx', size: bytes.length, open: () => Readable.from([bytes]) }
  const entries: ZipEntry[] = []
  for (const entry of await zipEntries(file, '', defaultLimits)) {
    const pieces: Buffer[] = []
    for await (const piece of bytesOf(entry)) pieces.push(piece)
    const content = Buffer.concat(pieces)
    entries.push({ name: entry.path, content: entry.path === 'docProps/core.xml' ? dated(content.toString(), madeAt) : content })
  }
  // Readers want the list of the parts' kinds first.
  const isList = ({ name }: ZipEntry): boolean => name === '[Content_Types].xml'
  return zipOf([...entries.filter(isList), ...entries.filter((entry) => !isList(entry))])
}

const dated = (properties: string, madeAt: Date): string =>
  properties.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeAt.toISOString().slice(0, 19)}Z`)
