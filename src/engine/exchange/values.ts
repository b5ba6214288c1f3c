/**
 * What one cell of a real file means. Each reader gives the value, or, where the meaning is not certain, words for what is
 * allowed ("a whole number, such as 12"): they follow "Give" or "allowed is" in the sentence of whoever asks.
 */
import { daysIn, findDay, two, type DayAndTime } from './date-forms.ts'

export interface Wrong {
  readonly wrong: string
}

export interface DateOptions {
  /** Only said for the reader's sake: the month never comes first, 03/04/2015 is 3 April. */
  readonly dayFirst?: true
  /** The day on which this is asked, 'YYYY-MM-DD'. */
  readonly today?: string
  readonly earliest?: string
  /** The last day allowed. Where it is not given, 25 years after `today` (a date beyond is a slip); without either, none. */
  readonly latest?: string
}

const yearsAhead = 25

/**
 * A date, with or without a time: dd/mm/yyyy, d/m/yyyy, dd-mm-yyyy, dd.mm.yyyy, yyyy-mm-dd, yyyy/mm/dd, yyyymmdd, ISO 8601
 * with a time and a zone, '4 March 2015', '04-Mar-2015', and the day numbers of spreadsheets from 20,000 to 80,000. Years of
 * two digits, days that do not exist and days outside the range are wrong.
 */
export function readDate(found: string, options: DateOptions = {}): DayAndTime | Wrong {
  const read = findDay(found)
  if (read === null) return { wrong: 'a day that exists, as day/month/year with four digits for the year' }
  const earliest = options.earliest ?? '1900-01-01'
  if (read.value < earliest) return { wrong: `a date from ${spoken(earliest)} on` }
  const latest = options.latest ?? (options.today === undefined ? undefined : yearsAfter(options.today))
  if (latest !== undefined && read.value > latest) {
    return {
      wrong: latest === options.today ? `a date that is not after today (${spoken(latest)})` : `a date that is not after ${spoken(latest)}`,
    }
  }
  return read
}

const yearsAfter = (day: string) => `${Number(day.slice(0, 4)) + yearsAhead}${day.slice(4).replace('-02-29', '-02-28')}`

const spoken = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

const yeses = new Set(['y', 'yes', '1', 'true', 't', '1.0'])
const noes = new Set(['n', 'no', '0', 'false', 'f', '0.0'])

/** Y, Yes, 1, 1.0, True or T; N, No, 0, 0.0, False or F; in either case, also after a letter of a list as in 'a) Yes'. */
export function readYesNo(found: string): { readonly value: boolean } | Wrong {
  const text = found
    .trim()
    .toLowerCase()
    .replace(/^[a-z0-9][).] *(?=[a-z])/, '')
  if (yeses.has(text)) return { value: true }
  if (noes.has(text)) return { value: false }
  return { wrong: 'yes or no (Y, Yes, 1, True, T; N, No, 0, False, F)' }
}

const groupedForm = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/
const numberForm = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/
const longestNumber = 64

/** A whole number: '12', '-3', '1.0', '1,234', '1E+3'. */
export function readWhole(found: string): { readonly value: number } | Wrong {
  const exact = exactNumber(found)
  const number = exact !== null && /^-?\d+(\.0*)?$/.test(exact) ? Number(exact) : NaN
  // Adding 0 makes -0 plain.
  return Number.isSafeInteger(number) ? { value: number + 0 } : { wrong: 'a whole number, such as 12' }
}

/** A decimal number as exact text, as it was written but without commas, a plus sign or an exponent: '1,234.50' → '1234.50', '.5' → '0.5'. */
export function readDecimal(found: string): { readonly value: string } | Wrong {
  const exact = exactNumber(found)
  return exact === null ? { wrong: 'a number, such as 12.5' } : { value: exact }
}

/** The number written out in full, digit for digit; null where it is none. */
function exactNumber(found: string): string | null {
  if (found.length > longestNumber) return null
  let text = found.trim()
  if (text.includes(',')) {
    if (!groupedForm.test(text)) return null
    text = text.replaceAll(',', '')
  }
  const parts = numberForm.exec(text)
  if (!parts) return null
  const [, sign, before = '', after = '', power] = parts
  if (before === '' && after === '') return null
  const shift = Number(power ?? 0)
  if (Math.abs(shift) > 30) return null
  const all = before + after
  const point = before.length + shift
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0')
  const place = Math.max(point, 1)
  const whole = padded.slice(0, place).replace(/^0+(?=\d)/, '')
  const fraction = padded.slice(place)
  const number = fraction === '' ? whole : `${whole}.${fraction}`
  return sign === '-' && /[1-9]/.test(number) ? `-${number}` : number
}

const dayFirstParts = /^(\d{1,2}|zz)([/.-])(\d{1,2}|zz)\2(\d{4}|zzzz)$/i
const yearFirstParts = /^(\d{4}|zzzz)([/-])(\d{1,2}|zz)\2(\d{1,2}|zz)$/i

/**
 * A date of which some parts are not known: zz for the day or month, zzzz for the year, as in zz/03/2015 → '2015-03-zz'.
 * A whole date is read as `readDate` reads it. What is known must be possible: 31/02/zzzz and zz/13/2015 are wrong.
 */
export function readPartialDate(found: string): { readonly value: string } | Wrong {
  const text = found.trim().toLowerCase()
  if (!text.includes('z') || text.length > 10) {
    const whole = readDate(found)
    return 'wrong' in whole ? { wrong: partialAllowed } : { value: whole.value }
  }
  const first = dayFirstParts.exec(text)
  const last = first ? null : yearFirstParts.exec(text)
  const [day, month, year] = first ? [first[1], first[3], first[4]] : [last?.[4], last?.[3], last?.[1]]
  if (day === undefined || month === undefined || year === undefined) return { wrong: partialAllowed }
  const monthNumber = month === 'zz' ? 1 : Number(month)
  // A leap year stands for a year that is not known, January for a month that is not: each allows the most days.
  const possible =
    monthNumber >= 1 &&
    monthNumber <= 12 &&
    (day === 'zz' || (Number(day) >= 1 && Number(day) <= daysIn(year === 'zzzz' ? 2000 : Number(year), monthNumber)))
  const inRange = year === 'zzzz' || year >= '1900'
  if (!possible || !inRange) return { wrong: partialAllowed }
  return { value: `${year}-${month === 'zz' ? month : two(Number(month))}-${day === 'zz' ? day : two(Number(day))}` }
}

const partialAllowed = 'a day that exists, as day/month/year, with zz or zzzz for the part that is not known'
