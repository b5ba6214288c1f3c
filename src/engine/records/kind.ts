/**
 * What a record kind is. A kind is declared once, in the room it belongs to; from the declaration come its table, its
 * checks, its labels, its lines on the chronology, the names other datasets know it by, and the data dictionary.
 */

/** One value of a coded field. A code that is no longer given out stays here, with the day it ended, so that old records still read. */
export interface Code {
  readonly code: string
  /** The words on every page. Null where the sources give the code but not its meaning. */
  readonly label: string | null
  /** First day the code may be given (plain date), where known. */
  readonly from?: string
  /** Last day the code may be given (plain date), where known. */
  readonly until?: string
  /** Other ways of writing the same thing, met in real files. Matched without regard to case. */
  readonly also?: readonly string[]
  /** Of flags: the question is answered in words, not by yes or no. */
  readonly inWords?: boolean
  readonly note?: string
}

export interface CodeList {
  readonly name: string
  readonly source: string
  readonly codes: readonly Code[]
}

export type FieldType =
  | 'text'
  | 'identifier'
  | 'date'
  | 'moment'
  | 'partialDate'
  | 'yesNo'
  | 'whole'
  | 'decimal'
  | 'code'
  | 'codes'
  | 'flags'
  | 'words'
  | 'reference'

/** The names this field has in other datasets, by dataset: `{ register: 'dob' }`. Several names where a dataset's own documents differ. */
export type Elsewhere = Readonly<Record<string, string | readonly string[]>>

export interface FieldOptions {
  readonly as?: Elsewhere
  /** A row without it is refused. */
  readonly required?: boolean
  /** The date may lie ahead of today: due dates, planned ends, an eighteenth birthday. */
  readonly mayBeAhead?: boolean
  /** Text of several sentences: forms give it room. Where it is not said, the label decides (`isLong`). */
  readonly long?: boolean
  /** Decided by people on a page of its own: no file says it and no form asks it. */
  readonly byPeopleOnly?: boolean
  /** What a reader should know about the field: its unit, where counting starts, how sure we are. */
  readonly note?: string
}

/** `Value` is what the field holds when read: a plain date as 'YYYY-MM-DD', a moment as 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS' (London wall clock). */
export interface Field<Value = unknown> extends FieldOptions {
  readonly type: FieldType
  readonly label: string
  readonly list?: CodeList
  /** For references: the kind referred to (a function, because kinds refer to each other). */
  readonly to?: () => RecordKind
  /** Never set; carries the type of the value. */
  readonly value?: Value
}

export type Fields = Readonly<Record<string, Field>>

/** A record as it is read: its fields, and what we know about the statement that made it. */
export type RecordOf<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer V> ? V : never } & Held

export type Held = {
  readonly id: string
  readonly person: string | null
  readonly source: string
  /** The identifier the record has in its own source (the case system's number), where it has one. */
  readonly sourceId: string | null
  readonly withdrawnAt: string | null
}

/** A line the record writes on the chronology, on the day that a date or moment field gives. */
export interface Entry<F extends Fields> {
  readonly on: keyof F & string
  line(record: RecordOf<F>): string
}

/** A bar the record draws on the picture of a person’s history. Has its first day and not its last. */
export interface Period<F extends Fields> {
  readonly lane: string
  readonly from: keyof F & string
  readonly until: keyof F & string
  label(record: RecordOf<F>): string
}

export interface RecordKind<F extends Fields = Fields> {
  /** Singular, as said aloud: 'Voyage'. */
  readonly name: string
  readonly plural: string
  /** Table name, snake case, at most 40 characters. */
  readonly table: string
  /** The heading under which the chronology shows and filters it: 'Voyages', 'Repairs'. */
  readonly group: string
  /** The kind whose records this one is about, or null. The column is `person_id`. */
  readonly about: RecordKind | null
  readonly fields: F
  /** Where other datasets keep it: `{ register: { table: 'voyages', key: 'voyage_no' } }`. `person` names the column that says whom it is about. */
  readonly as: Readonly<Record<string, { readonly table: string; readonly key: string; readonly person?: string }>>
  /** Fields that, with the person, make two statements of different sources the same record. Empty: only the source's own identifier does. */
  readonly sameWhen: readonly string[]
  /** Fields by which pages look for records, beside whom they are about and what they hang on: each entry is an index of these fields, in this order. */
  readonly foundBy: readonly (readonly string[])[]
  readonly entries: readonly Entry<Fields>[]
  readonly period?: Period<Fields>
  /** Text fields by which a record is found though misspelt, reordered or since changed: a person's names. */
  readonly alike?: readonly string[]
  /** The law, guidance or dataset behind the kind, in a sentence. */
  readonly basis: string
}

export interface Declaration<F extends Fields> {
  readonly name: string
  readonly plural: string
  readonly table: string
  readonly group: string
  readonly about?: RecordKind | null
  readonly fields: F
  readonly as?: RecordKind['as']
  readonly sameWhen?: readonly (keyof F & string)[]
  readonly foundBy?: readonly (readonly (keyof F & string)[])[]
  readonly entries?: readonly Entry<F>[]
  readonly period?: Period<F>
  readonly alike?: readonly (keyof F & string)[]
  readonly basis: string
}

/** Declares a record kind. @throws Error when the table's or a field's name cannot be a column name, or a name is used twice. */
export function recordKind<const F extends Fields>(declaration: Declaration<F>): RecordKind<F> {
  const { table, fields } = declaration
  if (!/^[a-z][a-z0-9_]{1,39}$/.test(table))
    throw new Error(`"${table}" cannot be a table name: use up to 40 lower-case letters, digits and _`)
  for (const name of Object.keys(fields)) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name) || columnName(name).length > 40) throw new Error(`${table}.${name} cannot be a field name`)
    if (columnsOf(name, fields[name] as Field).some(({ column }) => reservedWords.has(column)))
      throw new Error(`${table}.${name} cannot be a field name: SQL keeps the word for itself`)
    if (engineColumns.has(columnName(name))) throw new Error(`${table}.${name} is a name the engine keeps for itself`)
  }
  // What is typed by the kind's own fields in the declaration is read by kinds of any fields from here on.
  return { about: null, as: {}, sameWhen: [], foundBy: [], entries: [], ...declaration }
}

/** Words of SQL that cannot name a column (PostgreSQL 15). */
const reservedWords: ReadonlySet<string> = new Set(
  'all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window with'.split(
    ' ',
  ),
)

/** The columns that every record table has beside its own fields. */
export const engineColumns: ReadonlySet<string> = new Set([
  'id',
  'person_id',
  'source',
  'source_id',
  'stated_for',
  'others',
  'unresolved',
  'came_from',
  'line',
  'withdrawn_at',
  'seen_by',
  'likeness',
  'known_from',
  'known_until',
  'changed_by',
  'reason',
])

/** startedOn → started_on. */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The table columns of a field, with their PostgreSQL types. A moment has two: the date, and the time of day where it is known. */
export function columnsOf(name: string, field: Field): readonly { readonly column: string; readonly type: string }[] {
  const column = columnName(name)
  if (field.type === 'reference') return [{ column: `${column}_id`, type: 'uuid' }]
  if (field.type === 'moment')
    return [
      { column, type: 'date' },
      { column: `${column}_time`, type: 'time' },
    ]
  return [{ column, type: columnTypes[field.type] }]
}

const columnTypes: Readonly<Record<Exclude<FieldType, 'reference' | 'moment'>, string>> = {
  text: 'text',
  identifier: 'text',
  date: 'date',
  partialDate: 'text',
  yesNo: 'boolean',
  whole: 'integer',
  decimal: 'numeric',
  code: 'text',
  codes: 'text[]',
  flags: 'jsonb',
  words: 'jsonb',
}

type Maybe<T> = T | null

/** Free text, kept as written. */
export const text = (label: string, options: FieldOptions = {}): Field<Maybe<string>> => ({ type: 'text', label, ...options })
/** A number or name given by someone else: a register’s number, a postcode, a registration. Kept as written, even if its form is unusual. */
export const identifier = (label: string, options: FieldOptions = {}): Field<Maybe<string>> => ({ type: 'identifier', label, ...options })
/** A plain date, with no time of day. */
export const date = (label: string, options: FieldOptions = {}): Field<Maybe<string>> => ({ type: 'date', label, ...options })
/** A date, and the time of day where it is known (London wall clock). */
export const moment = (label: string, options: FieldOptions = {}): Field<Maybe<string>> => ({ type: 'moment', label, ...options })
/** A date of which day, month or year may be unknown: 'YYYY-MM-DD' with 'zz' or 'zzzz' for what is not known. */
export const partialDate = (label: string, options: FieldOptions = {}): Field<Maybe<string>> => ({ type: 'partialDate', label, ...options })
/** Yes, no, or not recorded (null), which is never no. */
export const yesNo = (label: string, options: FieldOptions = {}): Field<Maybe<boolean>> => ({ type: 'yesNo', label, ...options })
/** A whole number. */
export const whole = (label: string, options: FieldOptions = {}): Field<Maybe<number>> => ({ type: 'whole', label, ...options })
/** A number with decimals. Held exactly; read as text so that nothing is rounded. */
export const decimal = (label: string, options: FieldOptions = {}): Field<Maybe<string>> => ({ type: 'decimal', label, ...options })
/** One code of a list. */
export const oneOf = (list: CodeList, label: string, options: FieldOptions = {}): Field<Maybe<string>> => ({
  type: 'code',
  label,
  list,
  ...options,
})
/** Any number of codes of a list. */
export const manyOf = (list: CodeList, label: string, options: FieldOptions = {}): Field<Maybe<readonly string[]>> => ({
  type: 'codes',
  label,
  list,
  ...options,
})
/** Answers yes or no (or words) to a fixed set of questions, each named by a code of the list; what was not answered is absent. */
export const flags = (list: CodeList, label: string, options: FieldOptions = {}): Field<Maybe<Readonly<Record<string, string>>>> => ({
  type: 'flags',
  label,
  list,
  ...options,
})
/** Words under headings of somebody else's making, kept as they stood. */
export const words = (label: string, options: FieldOptions = {}): Field<Maybe<Readonly<Record<string, string>>>> => ({
  type: 'words',
  label,
  ...options,
})
/** Another record. Its identifier (uuid) when read. */
export const reference = (to: () => RecordKind, label: string, options: FieldOptions = {}): Field<Maybe<string>> => ({
  type: 'reference',
  label,
  to,
  ...options,
})

/** Declares a code list. @throws Error when a code stands twice. */
export function codeList(name: string, source: string, codes: readonly Code[]): CodeList {
  const seen = new Set<string>()
  for (const { code } of codes) {
    if (seen.has(code)) throw new Error(`Code ${code} stands twice in the list "${name}"`)
    seen.add(code)
  }
  return { name, source, codes }
}

/** The words for a code: its label, or the code itself where no label is known. Null for null. */
export function wordsFor(list: CodeList, code: string): string
export function wordsFor(list: CodeList, code: string | null): string | null
export function wordsFor(list: CodeList, code: string | null): string | null {
  if (code === null) return null
  return list.codes.find((entry) => entry.code === code)?.label ?? code
}

/** Whether a code may be given on a plain date. */
export const mayBeGiven = ({ from, until }: Code, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until)

/** What asks for sentences, by the words that such labels begin with or hold. */
const sentences =
  /^(what|why|how)\b|\b(summary|notes?|views?|wishes|feelings|details?|descriptions?|recommendations?|actions?|concerns?|comments?|findings|themes|lessons|agreed|said|told|discussed|attended|reasons|decisions?|terms of)\b/i

/** Whether a text field is for sentences rather than for a few words. */
export const isLong = ({ type, label, long }: Field): boolean => type === 'text' && (long ?? sentences.test(label))

/** Whether a text can be the identifier of a record (uuid). */
export const isRecordId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
