/** What stands in the boxes of a form for the values of a record, by the names of the boxes. Reading them back is `typed-record.ts`. */
import type { Values } from '../records/checked-values.ts'
import type { Code, CodeList, Field, RecordKind } from '../records/kind.ts'
import type { DatePart } from './components/date-input.tsx'

/** The name of a box that holds part of a field: `heldOn-day`, `outcomes-COMMENTS`. */
export const boxName = (field: string, part: string): string => `${field}-${part}`

/** The id of the box, which the error summary leads to. No other element of a page begins so. */
export const boxId = (field: string, part?: string): string => `f-${field}${part === undefined ? '' : `-${part}`}`

/** The fields that a form asks for, in their order. */
export const typedFields = (kind: RecordKind): readonly (readonly [string, Field])[] =>
  Object.entries(kind.fields).filter(([, { byPeopleOnly }]) => byPeopleOnly !== true)

export const isYes = (answer: unknown): boolean => /^(y|yes|true|1)$/i.test(String(answer))
export const isNo = (answer: unknown): boolean => /^(n|no|false|0)$/i.test(String(answer))

/** Whether a question is answered in words: it is declared so, or was answered so before. */
export const answeredInWords = ({ code, inWords }: Code, answers: Readonly<Record<string, unknown>>): boolean =>
  inWords === true || (answers[code] !== undefined && !isYes(answers[code]) && !isNo(answers[code]))

/** Answers or words by their headings; none where the field holds none. */
export const answersOf = (value: unknown): Readonly<Record<string, string>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, string>) : {}

/** The boxes of one field. A box without a value is left out. */
export function boxesOf(name: string, field: Field, value: unknown): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return []
  switch (field.type) {
    case 'date':
      return dateBoxes(name, asText(value))
    case 'partialDate':
      return dateBoxes(name, asText(value).replaceAll('z', ''))
    case 'moment': {
      const [day = '', time] = asText(value).split(/[ T]/)
      return [...dateBoxes(name, day), ...(time === undefined ? [] : [[boxName(name, 'time'), timeInBox(time)] as const])]
    }
    case 'yesNo':
      return [[name, value === true ? 'yes' : 'no']]
    case 'codes':
      return (value as readonly string[]).map((code) => [name, code] as const)
    case 'flags':
      return flagBoxes(name, field.list as CodeList, answersOf(value))
    case 'words':
      return Object.entries(answersOf(value)).flatMap(([heading, words], place) => [
        [boxName(name, `heading-${place}`), heading] as const,
        [boxName(name, `words-${place}`), words] as const,
      ])
    default:
      return [[name, asText(value)]]
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

/** The boxes of a whole form, filled with a record's values. */
export const boxesOfRecord = (kind: RecordKind, values: Values): URLSearchParams =>
  new URLSearchParams(typedFields(kind).flatMap(([name, field]) => boxesOf(name, field, values[name]).map(([box, text]) => [box, text])))

/** A line of an address fills the boxes of the fields it names, each with a whole value: `?heldOn=2016-03-03&team=…`. What is no value of the field is left out. */
export const boxesOfAddress = (kind: RecordKind, query: URLSearchParams): URLSearchParams =>
  boxesOfRecord(
    kind,
    Object.fromEntries(
      typedFields(kind).flatMap(([name, field]) => {
        const given = query.getAll(name).filter((text) => text !== '')
        const value = given.length === 0 ? null : valueInAddress(field, given)
        return value === null ? [] : [[name, value] as const]
      }),
    ),
  )

function valueInAddress({ type }: Field, given: readonly string[]): unknown {
  const text = given[0] ?? ''
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null
  if (type === 'moment') return /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?$/.test(text) ? text : null
  if (type === 'partialDate') return /^(\d{4}|zzzz)-(\d{2}|zz)-(\d{2}|zz)$/.test(text) ? text : null
  if (type === 'yesNo') return isYes(text) ? true : isNo(text) ? false : null
  if (type === 'codes') return given
  if (type === 'flags') return Object.fromEntries(given.map((code) => [code, 'Y']))
  return type === 'words' ? null : text.slice(0, 2_000)
}

const parts: readonly DatePart[] = ['year', 'month', 'day']

/** '2016-03-03' → 3, 3 and 2016 in their boxes. */
const dateBoxes = (name: string, day: string): readonly (readonly [string, string])[] =>
  day
    .split('-')
    .map((part, place) => [boxName(name, parts[place] ?? 'day'), part.replace(/^0(?=.)/, '')] as const)
    .filter(([, part]) => part !== '')
    .reverse()

const timeInBox = (time: string): string => time.replace(/\.\d+$/, '').replace(/:00$/, (seconds) => (time.length > 5 ? '' : seconds))

const flagBoxes = (name: string, list: CodeList, answers: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  list.codes.flatMap((code) => {
    const answer = answers[code.code]
    if (answer === undefined) return []
    if (answeredInWords(code, answers)) return [[boxName(name, code.code), answer] as const]
    return isYes(answer) ? [[name, code.code] as const] : []
  })
