/** Values of a record held to its kind: what each column is to hold, or why a value cannot stand, in a sentence. */
import { Misread, readerOf } from '../intake/read-field.ts'
import { isRecordId, mayBeGiven, type Field, type RecordKind } from './kind.ts'

export interface Wrong {
  /** The field to mend; null where it is the record as a whole. */
  readonly field: string | null
  /** A whole sentence for the person who can mend it. */
  readonly says: string
}

export type Values = Readonly<Record<string, unknown>>

export interface Checked {
  /** By field: the text for each of its columns, null for nothing. Fields that are wrong are absent. */
  readonly columns: ReadonlyMap<string, readonly (string | null)[]>
  readonly wrong: readonly Wrong[]
}

export interface Held {
  /** What is held of the record already: a code that ended long ago may stay, and what is not said anew is not asked for again. */
  readonly before?: Values
  /** Plain date: what has happened cannot lie after it. */
  readonly today: string
}

/**
 * Checks values as an import checks cells: by the readers of `intake/read-field.ts`, what is required, and the order of a period. What
 * people write has to keep two rules more: a code is one that might be given on the day concerned, and a record says something.
 * @param values as read (see `Field`); null or absent for blank
 */
export function checkedValues(kind: RecordKind, values: Values, { before, today }: Held): Checked {
  const columns = new Map<string, readonly (string | null)[]>()
  const wrong: Wrong[] = []
  const day = dayConcerned(kind, values, today)
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = isBlank(values[name]) ? null : values[name]
    const same = before !== undefined && sameValue(before[name], value)
    // What is held already was believed when it came, whatever day it is now.
    const answer = value === null ? blank(field) : read(field, asCell(value), same ? whenever : today)
    if (answer instanceof Misread) wrong.push({ field: name, says: misreadInWords(field, answer) })
    else if (value === null && field.required === true)
      wrong.push({ field: name, says: `${field.label}: it is blank, and the record means nothing without it. Give a value.` })
    else {
      const past = same ? null : outOfTime(field, value, day, before?.[name])
      if (past !== null) wrong.push({ field: name, says: past })
      columns.set(name, answer)
    }
  }
  if (wrong.length === 0 && [...columns.values()].every((each) => each.every((text) => text === null)))
    wrong.push({ field: null, says: 'Nothing is filled in. A record says at least one thing; one that was a mistake is withdrawn.' })
  return { columns, wrong: [...wrong, ...periodOutOfOrder(kind, columns)] }
}

/** Whether two values, as read, are one. */
export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/**
 * The day a record is about: that of its first line on the chronology, else the beginning of its period, else its first date; where none
 * of them is given, today.
 */
export function dayConcerned(kind: RecordKind, values: Values, today: string): string {
  const days = [
    ...kind.entries.map(({ on }) => on),
    ...(kind.period ? [kind.period.from] : []),
    ...Object.keys(kind.fields).filter((name) => ['date', 'moment'].includes(kind.fields[name]?.type ?? '')),
  ].map((name) => values[name])
  const given = days.find((day) => typeof day === 'string' && day !== '')
  return typeof given === 'string' ? given.slice(0, 10) : today
}

/** 'Held: 31/02/2016 is not a date this field may have. Give a day that exists …'. */
export const misreadInWords = ({ label }: Pick<Field, 'label'>, { why, allowed }: Misread): string =>
  `${label}: ${why.charAt(0) === 'I' ? `${why.charAt(0).toLowerCase()}${why.slice(1)}` : why} Give ${allowed.charAt(0).toLowerCase()}${allowed.slice(1)}.`

const whenever = '2200-01-01'

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const read = (field: Field, cell: string, today: string): readonly (string | null)[] | Misread =>
  field.type === 'reference' && !isRecordId(cell)
    ? new Misread('a record that is here', 'It is not a record.')
    : readerOf(field, today)(cell)

const blank = ({ type }: Field): readonly null[] => (type === 'moment' ? [null, null] : [null])

/** A value as a cell of a file would have it. */
const asCell = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/** Of codes newly given, the first that might not be given on that day. */
function outOfTime({ label, list }: Field, value: unknown, day: string, before: unknown): string | null {
  if (list === undefined || value === null) return null
  const held = typeof before === 'string' ? [before] : Array.isArray(before) ? before : []
  const given = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  const past = list.codes.find((each) => given.includes(each.code) && !held.includes(each.code) && !mayBeGiven(each, day))
  if (past === undefined) return null
  const when = [
    ...(past.from === undefined ? [] : [`from ${asWritten(past.from)}`]),
    ...(past.until === undefined ? [] : [`until ${asWritten(past.until)}`]),
  ]
  return `${label}: “${past.label ?? past.code}” is given ${when.join(' ')} only, and this is of ${asWritten(day)}. Give another.`
}

function periodOutOfOrder({ period, fields }: RecordKind, columns: Checked['columns']): Wrong[] {
  if (period === undefined) return []
  const [from, until] = [columns.get(period.from), columns.get(period.until)]
  const [began, ended] = [from?.[0], until?.[0]]
  if (!began || !ended) return []
  const [beganAt, endedAt] = [from?.[1], until?.[1]]
  if (ended > began || (ended === began && !(beganAt && endedAt && endedAt < beganAt))) return []
  const label = (name: string) => fields[name]?.label ?? name
  return [
    {
      field: period.until,
      says: `${label(period.until)}: it ends before it begins. Give a date on or after “${label(period.from)}” (${asWritten(began)}${ended === began && beganAt ? ` at ${beganAt.slice(0, 5)}` : ''}).`,
    },
  ]
}

const asWritten = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
