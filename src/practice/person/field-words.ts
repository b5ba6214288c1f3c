/** What a field of a record holds, in words: codes as their labels, dates in full, and what is not recorded said to be so. */
import { wordsFor, type CodeList, type Field, type RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord, Version } from '../../engine/records/read.ts'
import { isPlainDate, longDate, momentInWords } from '../../engine/web/words.ts'
import { workerRoles } from '../allocation/code-lists.ts'
import { healthCheckTypes } from '../health/code-lists.ts'
import { legalStatuses } from '../looked-after/code-lists.ts'
import { identifierTypes, immigrationStatuses } from './code-lists.ts'
import { postcodeInWords } from './standing.ts'

/** Fields that are text because councils write codes of their own, with the list that words the codes we know. */
const openLists: Readonly<Record<string, CodeList>> = {
  'legal_status.status': legalStatuses,
  'involvement.role': workerRoles,
  'immigration_status.status': immigrationStatuses,
  'health_check.type': healthCheckTypes,
  'linked_identifier.type': identifierTypes,
}

/** Of a kind, the text fields that a list of codes words, by field. */
export const openListsOf = ({ table, fields }: RecordKind): ReadonlyMap<string, CodeList> =>
  new Map(
    Object.keys(fields).flatMap((name) => {
      const list = openLists[`${table}.${name}`]
      return list === undefined ? [] : [[name, list] as const]
    }),
  )

/** One line, or for fields that hold several answers one line each. */
export type FieldWords = string | readonly string[]

/**
 * The words for what a field holds; null when nothing is recorded. References are worded by whoever has looked up what they refer to.
 * @param kind,name whose field it is, as some are worded by lists that the field itself does not name.
 */
export function fieldInWords(kind: RecordKind, name: string, value: unknown): FieldWords | null {
  const field = kind.fields[name]
  if (!field || value === null || value === undefined || value === '') return null
  switch (field.type) {
    case 'yesNo':
      return value === true ? 'Yes' : 'No'
    case 'date':
      return isPlainDate(written(value)) ? longDate(written(value)) : written(value)
    case 'moment':
      return momentInWords(written(value).replace(/\.\d+$/, ''))
    case 'partialDate':
      return partialDateInWords(written(value))
    case 'code':
      return codeInWords(field.list, written(value))
    case 'codes':
      return (value as readonly string[]).map((code) => codeInWords(field.list, code))
    case 'flags':
      return answersInWords(field, value as Readonly<Record<string, unknown>>)
    case 'words':
      return Object.entries(value as Readonly<Record<string, string>>).map(([heading, said]) => `${heading}: ${said}`)
    case 'identifier':
      return /postcode/i.test(name) ? postcodeInWords(written(value)) : written(value)
    case 'text':
      return codeInWords(openLists[`${kind.table}.${name}`], written(value))
    default:
      return written(value)
  }
}

/** A value that holds no others, as text. */
const written = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)

/** In one line. */
export const inOneLine = (words: FieldWords | null): string | null =>
  words === null || typeof words === 'string' ? words : words.join('; ') || null

/** Words for a value as the database writes it in text: another source's statement that is not held. */
export function statedInWords(kind: RecordKind, name: string, text: string): string {
  const field = kind.fields[name]
  if (field?.type === 'yesNo') return /^t/i.test(text) ? 'Yes' : 'No'
  if (field?.type === 'reference') return `another ${field.label.toLowerCase()}`
  if (field?.type === 'codes') return inOneLine(fieldInWords(kind, name, text.replaceAll(/[{}"]/g, '').split(','))) ?? text
  if (field?.type === 'flags' || field?.type === 'words') {
    try {
      return inOneLine(fieldInWords(kind, name, JSON.parse(text))) ?? text
    } catch {
      return text
    }
  }
  return inOneLine(fieldInWords(kind, name, text)) ?? text
}

function codeInWords(list: CodeList | undefined, code: string): string {
  const unknown = list?.codes.some((each) => each.code === code && each.label === null)
  return unknown ? `Code ${code}, whose meaning is not in our sources` : list ? wordsFor(list, code) : code
}

/** What was answered yes, then what was answered in words, then in one line what was answered no. Headings nobody declared are kept as they stood. */
function answersInWords({ list }: Field, answers: Readonly<Record<string, unknown>>): readonly string[] {
  const said = Object.entries(answers).filter(([, answer]) => answer !== null && written(answer).trim() !== '')
  const label = (code: string) => (list ? wordsFor(list, code) : code)
  const isYes = (answer: unknown) => /^(y|yes|true|1)$/i.test(written(answer))
  const isNo = (answer: unknown) => /^(n|no|false|0)$/i.test(written(answer))
  const no = said.filter(([, answer]) => isNo(answer)).map(([code]) => label(code))
  return [
    ...said.filter(([, answer]) => isYes(answer)).map(([code]) => `${label(code)}: yes`),
    ...said.filter(([, answer]) => !isYes(answer) && !isNo(answer)).map(([code, answer]) => `${label(code)}: ${written(answer)}`),
    ...(no.length === 0 ? [] : [`No: ${no.join('; ')}`]),
  ]
}

/** '2015-03-zz' → 'March 2015, day not known'. */
function partialDateInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  if (isPlainDate(date)) return longDate(date)
  if (/^\d{4}$/.test(year) && /^\d{2}$/.test(month) && isPlainDate(`${year}-${month}-01`))
    return `${longDate(`${year}-${month}-01`).slice(2)}, day not known`
  if (/^\d{4}$/.test(year)) return `${year}, day and month not known`
  return (
    [/^\d+$/.test(day) ? `day ${Number(day)}` : '', /^\d+$/.test(month) ? `month ${Number(month)}` : ''].filter(Boolean).join(', ') ||
    'Not known'
  )
}

/** A record in a line: the beginning of what it says on the chronology with the day, or its kind's name. */
export function recordInALine({ kind, record }: ReadRecord): string {
  const values = record as unknown as Readonly<Record<string, unknown>>
  for (const { on, line } of kind.entries) {
    const day = values[on]
    if (typeof day === 'string') return `${begun(line(record))}, ${longDate(day.slice(0, 10))}`
  }
  return kind.name
}

/** As much of what people wrote as stands in a line. */
const longest = 100

/** The beginning, to a whole word, without the full stop of a sentence that goes on. */
function begun(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= longest) return line.replace(/\.$/, '')
  return `${line.slice(0, line.lastIndexOf(' ', longest) > 0 ? line.lastIndexOf(' ', longest) : longest).replace(/[\s.,;:]+$/, '')} …`
}

export interface Change {
  readonly field: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * Versions that somebody could have read. One import may say a thing several times over, a microsecond apart (the returns of successive
 * years): what was held for less than a millisecond was never held. Who corrects what they have just written makes a version of its own.
 * @param versions newest first
 */
export const readableVersions = (versions: readonly Version[]): readonly Version[] =>
  versions.filter(({ record, knownUntil }) => knownUntil === null || microseconds(knownUntil) - microseconds(record.knownFrom) >= 1_000)

/** An instant as the database writes it, of which JavaScript reads the milliseconds only. */
const microseconds = (instant: string): number =>
  Date.parse(instant.replace(/\.\d+/, '')) * 1_000 + Number((/\.(\d+)/.exec(instant)?.[1] ?? '').padEnd(6, '0').slice(0, 6))

/**
 * What a version says otherwise than the one before it, in words. What only tells where it came from is no change.
 * @param titles what records that are referred to are called, by identifier; one that is absent is not named
 */
export function changesBetweenVersions(
  kind: RecordKind,
  before: Version,
  after: Version,
  titles: ReadonlyMap<string, string> = new Map(),
): readonly Change[] {
  const [held, holds] = [before.record, after.record] as unknown as readonly Readonly<Record<string, unknown>>[]
  const changes = Object.entries(kind.fields).flatMap(([name, field]): Change[] => {
    const [was, is] = [held?.[name] ?? null, holds?.[name] ?? null]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    if (field.type === 'reference') {
      const called = (id: unknown, otherwise: string) => (id === null ? null : (titles.get(written(id)) ?? otherwise))
      return [{ field: name, label: field.label, before: called(was, 'one record'), after: called(is, 'another record') }]
    }
    return [
      { field: name, label: field.label, before: inOneLine(fieldInWords(kind, name, was)), after: inOneLine(fieldInWords(kind, name, is)) },
    ]
  })
  const [gone, isGone] = [before.record.withdrawnAt !== null, after.record.withdrawnAt !== null]
  if (gone === isGone) return changes
  const byPeople = (after.record.decided ?? before.record.decided ?? null) !== null
  return [
    ...changes,
    byPeople
      ? { field: 'withdrawnAt', label: 'This record', before: gone ? 'Withdrawn' : 'Stands', after: isGone ? 'Withdrawn' : 'Stands again' }
      : { field: 'withdrawnAt', label: 'In the source', before: gone ? 'Withdrawn' : 'Yes', after: isGone ? 'Withdrawn' : 'Yes, again' },
  ]
}
