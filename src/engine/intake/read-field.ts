import { readDate, readDecimal, readPartialDate, readWhole, readYesNo } from '../exchange/values.ts'
import type { CodeList, Field } from '../records/kind.ts'

/** What a cell became: the text for each column of the field (in COPY's terms, null for nothing), or why it cannot be understood. */
export type Read = readonly (string | null)[] | Misread

export class Misread {
  readonly allowed: string
  readonly why: string
  constructor(allowed: string, why: string) {
    this.allowed = allowed
    this.why = why
  }
}

/** Dates of what has happened lie between 1900 and today; planned ones up to twenty years ahead. */
const earliest = '1900-01-01'
const yearsAhead = 20

/**
 * Makes the reader for a field: cell as found → text for the field's columns, or why not.
 * @param today plain date; later dates are refused unless the field may be ahead.
 */
export function readerOf(field: Field, today: string): (found: string) => Read {
  switch (field.type) {
    case 'text':
    case 'identifier':
    case 'reference':
      return (found) => (!isText(found) ? new Misread('letters, digits and signs', 'It holds a character that is not text.') : [found])
    case 'date':
    case 'moment':
      return dateReader(field, today)
    case 'partialDate':
      return reader(readPartialDate, 'It is not a date with zz for what is not known.')
    case 'yesNo':
      return (found) => {
        const answer = readYesNo(found)
        return 'wrong' in answer ? new Misread(answer.wrong, 'It is neither yes nor no.') : [answer.value ? 't' : 'f']
      }
    case 'whole':
      return wholeReader
    case 'decimal':
      return reader(readDecimal, 'It is not a number.')
    case 'code':
      return codeReader(field.list as CodeList)
    case 'codes':
      return codesReader(field.list as CodeList)
    case 'flags':
      return flagsReader(field.list as CodeList)
    case 'words':
      return (found) =>
        isJsonObject(found) && !found.includes('\\u0000')
          ? [found]
          : new Misread('headings and words', 'It is not a set of headings and words.')
  }
}

const reader =
  (read: (found: string) => { value: string | number } | { wrong: string }, why: string) =>
  (found: string): Read => {
    const answer = read(found)
    return 'wrong' in answer ? new Misread(answer.wrong, why) : [String(answer.value)]
  }

/** Numbers that a column of whole numbers can hold. */
function wholeReader(found: string): Read {
  const answer = readWhole(found)
  if ('wrong' in answer) return new Misread(answer.wrong, 'It is not a whole number.')
  return Math.abs(answer.value) > 2_147_483_647
    ? new Misread('a whole number up to 2,147,483,647', 'It is too large.')
    : [String(answer.value)]
}

/** As much of what was found as a sentence can carry. */
const short = (found: string): string => (found.length > 60 ? `${found.slice(0, 60)}…` : found)

/** Text that can be kept: no sign without meaning, no half of a sign. */
const isText = (words: string): boolean => !words.includes('\0') && words.isWellFormed()

function dateReader(field: Field, today: string): (found: string) => Read {
  const latest = field.mayBeAhead ? `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4).replace('-02-29', '-02-28')}` : today
  const withTime = field.type === 'moment'
  return (found) => {
    const answer = readDate(found, { today, earliest, latest })
    if ('wrong' in answer) return new Misread(answer.wrong, `${short(found)} is not a date this field may have.`)
    return withTime ? [answer.value, answer.time] : [answer.value]
  }
}

/** Codes are found by themselves, by other ways of writing them, and by their words; letters of either case. */
function codeReader(list: CodeList): (found: string) => Read {
  const find = codeFinder(list)
  return (found) => {
    const code = find(found)
    return code === null ? new Misread(allowedCodes(list), `${short(found)} is not in the list "${list.name}".`) : [code]
  }
}

function codeFinder(list: CodeList): (found: string) => string | null {
  const exact = new Map(list.codes.map(({ code }) => [code, code]))
  const known = new Map<string, string>()
  for (const { code, also = [] } of list.codes)
    for (const way of [code, ...also]) known.set(way.toLowerCase(), known.get(way.toLowerCase()) ?? code)
  for (const { code, label } of list.codes) if (label !== null && !known.has(label.toLowerCase())) known.set(label.toLowerCase(), code)
  return (found) => exact.get(found) ?? known.get(found.trim().toLowerCase()) ?? known.get(partOf(found)) ?? null
}

/** "a) Male", "N1 - Abuse", "C2: Full order", "e) PR4 - Private": lists are often written with a letter before and words after. */
function partOf(found: string): string {
  const bare = found.trim().replace(/^[a-z]{1,2}\d?\)\s*/i, '')
  const code = /^([A-Za-z]{0,4}\d{0,3}[A-Za-z]?)\s*(?:[-:–]|$)/.exec(bare)?.[1]
  return (code ? code : bare).toLowerCase()
}

function allowedCodes(list: CodeList): string {
  const codes = list.codes.map(({ code }) => code)
  return codes.length <= 30
    ? `One of ${codes.join(', ')}`
    : `A code of the list "${list.name}" (${codes[0]} to ${codes.at(-1)}, ${codes.length} codes)`
}

function codesReader(list: CodeList): (found: string) => Read {
  const find = codeFinder(list)
  return (found) => {
    const parts = found.trim().startsWith('[') ? parseJson(found) : found.split(/[,;|]/)
    if (!Array.isArray(parts) || parts.some((part) => typeof part !== 'string' && typeof part !== 'number'))
      return new Misread('Codes with commas between, or a JSON array of codes', 'It is not a list of codes.')
    const codes: string[] = []
    for (const part of parts.map(String).filter((each) => each.trim() !== '')) {
      const code = find(part)
      if (code === null) return new Misread(allowedCodes(list), `${short(part)} is not in the list "${list.name}".`)
      if (!codes.includes(code)) codes.push(code)
    }
    return codes.length === 0 ? [null] : [`{${codes.map((code) => `"${code}"`).join(',')}}`]
  }
}

/** A JSON object whose keys are the codes of the list. Blank answers are left out: what was not answered is not a no. */
function flagsReader(list: CodeList): (found: string) => Read {
  const byName = new Map(list.codes.flatMap(({ code, also = [] }) => [code, ...also].map((way) => [way.toLowerCase(), code] as const)))
  const memo = new Map<string, Read>()
  const read = (found: string): Read => {
    const parsed = parseJson(found)
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
      return new Misread('A JSON object', 'It is not a JSON object.')
    const answers = new Map<string, string>()
    for (const [name, answer] of Object.entries(parsed)) {
      const code = byName.get(name.toLowerCase())
      if (code === undefined)
        return new Misread(`The keys ${list.codes.map((each) => each.code).join(', ')}`, `${short(name)} is not one of its keys.`)
      if (answer !== null && typeof answer === 'object')
        return new Misread('Words or a flag for each key', `${short(name)} holds more than one value.`)
      if (answer !== null && !isText(String(answer)))
        return new Misread('Letters, digits and signs', `${short(name)} holds a character that is not text.`)
      if (answer !== null && String(answer).trim() !== '') answers.set(code, String(answer))
    }
    if (answers.size === 0) return [null]
    return [
      JSON.stringify(Object.fromEntries(list.codes.filter(({ code }) => answers.has(code)).map(({ code }) => [code, answers.get(code)]))),
    ]
  }
  return (found) => {
    const known = memo.get(found)
    if (known) return known
    const answer = read(found)
    if (memo.size < 2_000 && found.length < 1_000) memo.set(found, answer)
    return answer
  }
}

function parseJson(found: string): unknown {
  try {
    return JSON.parse(found)
  } catch {
    return null
  }
}

const isJsonObject = (found: string): boolean => {
  const parsed = parseJson(found)
  return parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)
}
