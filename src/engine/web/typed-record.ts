/** From the boxes of a form to the values of a record: by the same readers as the cells of an import, with the same kind of sentence. */
import { Misread, readerOf } from '../intake/read-field.ts'
import { misreadInWords, type Values } from '../records/checked-values.ts'
import type { CodeList, Field, RecordKind } from '../records/kind.ts'
import { answeredInWords, answersOf, boxesOf, boxId, boxName, isNo, isYes, typedFields } from './boxes.ts'
import type { DatePart } from './components/date-input.tsx'
import type { Option } from './components/fields.tsx'
import { typedInBoxes, typedInPart, type TypedDay } from './typed-day.ts'

/** What a reference may be set to, found by whoever knows the records. */
export type ReferenceChoices =
  /** One of these. `none` says in a sentence why there are none. */
  | { readonly is: 'list'; readonly options: readonly Option[]; readonly none: string }
  /** Whoever has the number that was typed: too many to choose from. `allowed` follows "Give". */
  | {
      readonly is: 'number'
      readonly allowed: string
      readonly found: { readonly id: string; readonly number: string; readonly words: string } | null
    }

export interface TypedError {
  readonly field: string
  /** The id of the box to mend. */
  readonly for: string
  /** A whole sentence. */
  readonly says: string
  /** Of a date, the boxes that are wrong; all of them where none is named. */
  readonly parts: readonly DatePart[]
}

export interface Reading {
  /** The values of the version that the form was drawn from. A field whose boxes say what they said then is as it was, to the letter. */
  readonly before?: Values
  /** Plain date; later days are refused where the field may not be ahead. */
  readonly today: string
  readonly references: ReadonlyMap<string, ReferenceChoices>
  /** Lists that word text fields, by field: what is typed as one of their codes or labels is that code. */
  readonly lists?: ReadonlyMap<string, CodeList>
}

export interface Typed {
  /** Every field that the form asks for and that could be read; null where its boxes are empty. */
  readonly values: Values
  readonly errors: readonly TypedError[]
}

/** Reads a form of ours. */
export function typedRecord(kind: RecordKind, form: URLSearchParams, reading: Reading): Typed {
  const values: Record<string, unknown> = {}
  const errors: TypedError[] = []
  for (const [name, field] of typedFields(kind)) {
    const before = reading.before?.[name] ?? null
    if (reading.before !== undefined && unchanged(name, field, form, before)) {
      values[name] = before
      continue
    }
    const read = readField(name, field, form, before, reading)
    if ('says' in read) errors.push({ field: name, for: boxId(name, read.part), says: read.says, parts: read.parts ?? [] })
    else values[name] = read.value
  }
  return { values, errors }
}

interface Wrong {
  readonly says: string
  /** The box that the summary leads to. */
  readonly part?: string
  readonly parts?: readonly DatePart[]
}
type Read = { readonly value: unknown } | Wrong

const tidy = (text: string | null): string => (text ?? '').replaceAll(/\r\n?/g, '\n').trim()

/** Whether the boxes of a field say what they would say for a value. */
function unchanged(name: string, field: Field, form: URLSearchParams, value: unknown): boolean {
  const drawn = boxesOf(name, field, value)
  const boxes = new Set([...drawn.map(([box]) => box), ...[...form.keys()].filter((box) => box === name || box.startsWith(`${name}-`))])
  return [...boxes].every((box) => {
    const was = drawn.filter(([each]) => each === box).map(([, text]) => tidy(text))
    const is = form.getAll(box).map(tidy)
    return was.filter(Boolean).sort().join('\0') === is.filter(Boolean).sort().join('\0')
  })
}

function readField(name: string, field: Field, form: URLSearchParams, before: unknown, { today, references, lists }: Reading): Read {
  const text = tidy(form.get(name))
  switch (field.type) {
    case 'date':
    case 'moment':
      return dayRead(field, typedInBoxes(dateBoxesOf(name, form)), today)
    case 'partialDate':
      return dayRead(field, typedInPart(dateBoxesOf(name, form)), today)
    case 'codes': {
      const codes = form.getAll(name).filter((code) => code !== '')
      return codes.length === 0
        ? { value: null }
        : through(field, JSON.stringify(codes), today, () => inOrder(field.list as CodeList, codes))
    }
    case 'flags':
      return { value: flagsRead(name, field.list as CodeList, form, answersOf(before)) }
    case 'words':
      return { value: wordsRead(name, form) }
    case 'reference':
      return text === '' ? { value: null } : referenceRead(field, text, references.get(name))
    case 'yesNo':
      return text === '' ? { value: null } : through(field, text, today, ([answer]) => answer === 't')
    case 'whole':
      return text === '' ? { value: null } : through(field, text, today, ([number]) => Number(number))
    default: {
      const list = lists?.get(name)
      const code = list === undefined || text === '' ? null : readerOf({ type: 'code', label: field.label, list }, today)(text)
      if (code !== null && !(code instanceof Misread)) return { value: code[0] }
      return text === '' ? { value: null } : through(field, text, today, ([read]) => read)
    }
  }
}

/** By the field's own reader. */
function through(field: Field, found: string, today: string, value: (columns: readonly (string | null)[]) => unknown): Read {
  const read = readerOf(field, today)(found)
  return read instanceof Misread ? { says: misreadInWords(field, read) } : { value: value(read) }
}

const dateBoxesOf = (name: string, form: URLSearchParams): Readonly<Record<DatePart, string>> => {
  const box = (part: DatePart) => tidy(form.get(boxName(name, part)))
  return { day: box('day'), month: box('month'), year: box('year'), time: box('time') }
}

function dayRead(field: Field, { found, says, wrong }: TypedDay, today: string): Read {
  const part = wrong[0] ?? 'day'
  if (says !== null) return { says: `${field.label}: ${says}`, part, parts: wrong }
  if (found === null) return { value: null }
  const read = readerOf(field, today)(found)
  if (!(read instanceof Misread)) return { value: read.filter((each) => each !== null).join(' ') }
  if (field.type !== 'partialDate') return { says: misreadInWords(field, read), part }
  return {
    says: misreadInWords(field, new Misread('a day that exists, and leave empty what is not known of it', 'It is not a day.')),
    part,
  }
}

/** A list holds its codes in the order of the list, so that the same ones ticked are the same value. */
const inOrder = ({ codes }: CodeList, given: readonly string[]): readonly string[] =>
  codes.map(({ code }) => code).filter((code) => given.includes(code))

/** A tick is a yes; a tick taken away a no; what was never ticked stays as it was answered, or unanswered. */
function flagsRead(name: string, list: CodeList, form: URLSearchParams, before: Readonly<Record<string, string>>): unknown {
  const ticked = new Set(form.getAll(name))
  const answers = list.codes.flatMap((code): [string, string][] => {
    const was = before[code.code]
    if (answeredInWords(code, before)) {
      const words = tidy(form.get(boxName(name, code.code)))
      return words === '' ? [] : [[code.code, words === tidy(was ?? '') ? (was ?? words) : words]]
    }
    if (ticked.has(code.code)) return [[code.code, isYes(was) ? (was ?? 'Y') : 'Y']]
    if (isYes(was)) return [[code.code, 'N']]
    return was !== undefined && isNo(was) ? [[code.code, was]] : []
  })
  return answers.length === 0 ? null : Object.fromEntries(answers)
}

/** Headings with words, in the order of the boxes. A heading without words, or words without a heading, is nothing said. */
function wordsRead(name: string, form: URLSearchParams): unknown {
  const places = [...form.keys()].flatMap((box) =>
    box.startsWith(boxName(name, 'words-')) ? [box.slice(boxName(name, 'words-').length)] : [],
  )
  const said = [...new Set(places)].flatMap((place): [string, string][] => {
    const [heading, words] = ['heading', 'words'].map((part) => tidy(form.get(boxName(name, `${part}-${place}`))))
    return heading && words ? [[heading, words]] : []
  })
  return said.length === 0 ? null : Object.fromEntries(said)
}

function referenceRead(field: Field, text: string, choices: ReferenceChoices | undefined): Read {
  if (choices?.is === 'number')
    return choices.found === null
      ? { says: `${field.label}: “${text.slice(0, 40)}” is nobody’s number here. Give ${choices.allowed}.` }
      : { value: choices.found.id }
  return choices?.options.some(({ value }) => value === text)
    ? { value: text }
    : { says: `${field.label}: that is not one of those to choose from. Choose one of the list, or leave it empty.` }
}
