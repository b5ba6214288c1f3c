/** What a record is called where several of its kind stand in a list. */
import { isLong, type RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { fieldInWords, inOneLine, recordInALine } from '../person/field-words.ts'

/** How many of a record’s first fields tell it from others of its kind. */
const telling = 2

/** A record by its name where its kind has one, else in a line, else by the first things it says: never by its kind alone if it says more. */
export function recordTitle(read: ReadRecord): string {
  const { kind, record } = read
  const values = record as unknown as Readonly<Record<string, unknown>>
  if (kind.about === null && typeof values.name === 'string') return values.name
  const line = recordInALine(read)
  if (line !== kind.name) return line
  const said = tellingFields(kind).flatMap((name) => inOneLine(fieldInWords(kind, name, values[name])) ?? [])
  if (said.length > 0) return `${kind.name}: ${said.slice(0, telling).join(', ')}`
  return record.sourceId === null ? kind.name : `${kind.name} ${record.sourceId}`
}

/** The fields by which records of a kind are told apart in a list, in their order: no reference, and nothing long. */
export const tellingFields = (kind: RecordKind): readonly string[] =>
  Object.entries(kind.fields)
    .filter(([, field]) => !['reference', 'words', 'flags', 'codes'].includes(field.type) && !isLong(field))
    .map(([name]) => name)

/** The day of a record's first line on the chronology that has one: a plain date or a moment; '' where it has none. */
export function recordDay({ kind, record }: ReadRecord): string {
  const values = record as unknown as Readonly<Record<string, unknown>>
  const day = kind.entries.map(({ on }) => values[on]).find((each) => typeof each === 'string')
  return typeof day === 'string' ? day : ''
}
