/** What a workbook says once for all its sheets: their names and parts, the formats of its styles, its shared texts. */
import { UnreadableFile, type Limits, type SourceFile } from './source.ts'
import { walkXml, type XmlListener } from './xml-walk.ts'
import { dateFormat, unescapeText, type DateFormat } from './xlsx-cell.ts'

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: SourceFile }[]
  /** Days are counted from 1 January 1904 and not from 1900. */
  readonly from1904: boolean
  /** By style number: the date or time that a number of this style shows, or null. */
  readonly formats: readonly (DateFormat | null)[]
  /** The shared texts, read once, when they are first needed. */
  strings(): Promise<readonly string[]>
}

type Parts = ReadonlyMap<string, SourceFile>

const mostSheets = 1000
const mostStyles = 100_000
const mostStrings = 5_000_000
const mostStringLetters = 64 * 1024 * 1024

export async function readWorkbook(parts: Parts, limits: Limits): Promise<Workbook> {
  const targets = await readTargets(parts, limits)
  const { named, from1904 } = await readNames(parts, limits)
  const sheets = named.slice(0, mostSheets).flatMap(({ name, id }) => {
    const part = parts.get(targets.get(id) ?? '')
    return part ? [{ name, part }] : []
  })
  let strings: Promise<readonly string[]> | null = null
  return { sheets, from1904, formats: await readFormats(parts, limits), strings: () => (strings ??= readStrings(parts, limits)) }
}

/** Walks a part to its end where the workbook has it. */
async function walkPart(parts: Parts, name: string, limits: Limits, listener: Partial<XmlListener>): Promise<void> {
  const part = parts.get(name)
  if (!part) return
  const silent: XmlListener = { open: () => undefined, close: () => undefined, text: () => undefined }
  for await (const _ of walkXml<never>(part, limits, () => ({ ...silent, ...listener }))) continue
}

/** Which part of the zip each relation of the workbook leads to; only sheets of cells are kept (charts are sheets as well). */
async function readTargets(parts: Parts, limits: Limits): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await walkPart(parts, 'xl/_rels/workbook.xml.rels', limits, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External' || !Type?.endsWith('/worksheet')) return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
  return targets
}

async function readNames(parts: Parts, limits: Limits) {
  const named: { name: string; id: string }[] = []
  let from1904 = false
  await walkPart(parts, 'xl/workbook.xml', limits, {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (element !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (id !== undefined) named.push({ name: attributes.name ?? '', id })
    },
  })
  return { named, from1904 }
}

async function readFormats(parts: Parts, limits: Limits): Promise<(DateFormat | null)[]> {
  const codes = new Map<number, string>()
  const formats: (DateFormat | null)[] = []
  let inCells = false
  await walkPart(parts, 'xl/styles.xml', limits, {
    open(name, attributes) {
      if (name === 'numFmt' && codes.size < mostStyles) codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells || formats.length >= mostStyles) return
      const id = Number(attributes.numFmtId ?? 0)
      formats.push(dateFormat(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

async function readStrings(parts: Parts, limits: Limits): Promise<readonly string[]> {
  const strings: string[] = []
  let letters = 0
  let text = ''
  let collecting = false
  let phonetic = 0
  await walkPart(parts, 'xl/sharedStrings.xml', limits, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic++
      if (name === 't') collecting = phonetic === 0
    },
    text(found) {
      if (!collecting) return
      text += found
      letters += found.length
      if (letters > mostStringLetters || text.length > limits.cell) throw tooMuch(parts)
    },
    close(name) {
      if (name === 't') collecting = false
      if (name === 'rPh') phonetic--
      if (name !== 'si') return
      if (strings.push(unescapeText(text)) > mostStrings) throw tooMuch(parts)
    },
  })
  return strings
}

const tooMuch = (parts: Parts) =>
  new UnreadableFile(
    parts.get('xl/sharedStrings.xml')?.path ?? '',
    'The texts of this workbook are longer than can be held in memory.',
    'Save the sheets as CSV files and give those.',
  )
