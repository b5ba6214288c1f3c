/** What a record is called where several of its kind stand in a list. */
import { isLong, type RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { fieldInWords, inOneLine, recordInALine } from '../person/field-words.ts'

/** How many of a record’s first fields tell it from others of its kind, beside its day. */
const telling = 2

/** A record by its name where its kind has one, else in a line, else by the first things it says: never by its kind alone if it says more. */
export function recordTitle(read: ReadRecord): string {
  const { kind, record } = read
  const values = record as unknown as Readonly<Record<string, unknown>>
  if (kind.about === null && typeof values.name === 'string') return values.name
  const line = recordInALine(read)
  if (line !== kind.name) return line
  const said = whatTells(read)
  if (said !== null) return `${kind.name}: ${said}`
  return record.sourceId === null ? kind.name : `${kind.name} ${record.sourceId}`
}

/** The same where the kind is said beside it. */
export function titleBesideKind(read: ReadRecord): string {
  const title = recordTitle(read)
  return title.startsWith(`${read.kind.name}: `) ? title.slice(read.kind.name.length + 2) : title
}

/** The first things that a record says and, where none of them is a number of its own, its day. A yes or no by itself tells nothing. */
function whatTells({ kind, record }: ReadRecord): string | null {
  const values = record as unknown as Readonly<Record<string, unknown>>
  const words = (name: string) => inOneLine(fieldInWords(kind, name, values[name]))
  const typeOf = (name: string) => kind.fields[name]?.type ?? ''
  const said = tellingFields(kind).filter((name) => words(name) !== null && typeOf(name) !== 'yesNo')
  const first = said.filter((name) => !isDay(typeOf(name))).slice(0, telling)
  const day = first.some((name) => typeOf(name) === 'identifier') ? undefined : said.find((name) => isDay(typeOf(name)))
  return [...first, ...(day === undefined ? [] : [day])].map(words).join(', ') || null
}

/** The fields that hold a day, in their order. */
export const dayFields = (kind: RecordKind): readonly string[] =>
  Object.keys(kind.fields).filter((name) => isDay(kind.fields[name]?.type ?? ''))

const isDay = (type: string): boolean => type === 'date' || type === 'moment'

/** The fields by which records of a kind are told apart in a list, in their order: no reference, and nothing long. */
export const tellingFields = (kind: RecordKind): readonly string[] =>
  Object.entries(kind.fields)
    .filter(([, field]) => !['reference', 'words', 'flags', 'codes'].includes(field.type) && !isLong(field))
    .map(([name]) => name)

/** The day of a record's first line on the chronology that has one, or its first day of all: a plain date or a moment; '' where it has none. */
export function recordDay({ kind, record }: ReadRecord): string {
  const values = record as unknown as Readonly<Record<string, unknown>>
  const days = [...kind.entries.map(({ on }) => on), ...dayFields(kind)]
  const day = days.map((name) => values[name]).find((each) => typeof each === 'string')
  return typeof day === 'string' ? day : ''
}
