/**
 * The ways in which real files write a day, and nothing else: day before month always, years of four digits. What could
 * be two days is none. Times keep the clock on the wall; where a zone is named, the time is turned into that of London.
 */

export interface DayAndTime {
  /** The day, 'YYYY-MM-DD'. */
  readonly value: string
  /** 'HH:MM:SS', London; null for midnight and where none is given. */
  readonly time: string | null
}

/** A day that exists, in the Gregorian calendar. */
function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

export const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31

const remembered = new Map<string, DayAndTime | null>()
const mostRemembered = 16_384
const longestForm = 48

/** The day (and time) that a text means; null where it means none, or not one for certain. Rarer forms are remembered, the last few thousand. */
export function findDay(found: string): DayAndTime | null {
  const plain = plainForm(found)
  if (plain !== null) return plain
  const known = remembered.get(found)
  if (known !== undefined) return known
  if (found.length > longestForm) return null
  const text = found.trim()
  const read = plainForm(text) ?? otherForm(text)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(found, read)
  return read
}

const slash = 47
const dash = 45
const dot = 46

/** dd/mm/yyyy, dd-mm-yyyy, dd.mm.yyyy, yyyy-mm-dd, yyyy/mm/dd and yyyymmdd, by their letters: nearly every date is one of these. */
function plainForm(text: string): DayAndTime | null {
  if (text.length === 8) return made(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8), null)
  if (text.length !== 10) return null
  const sign = text.charCodeAt(2)
  if (sign === slash || sign === dash || sign === dot) {
    return text.charCodeAt(5) === sign ? made(digits(text, 6, 10), digits(text, 3, 5), digits(text, 0, 2), null) : null
  }
  const later = text.charCodeAt(4)
  if ((later === dash || later === slash) && text.charCodeAt(7) === later) {
    return made(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10), null)
  }
  return null
}

/** The number written there, or -1 where anything but a digit stands. */
function digits(text: string, from: number, until: number): number {
  let number = 0
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

const timeForm = String.raw`(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2})?)?`
const dayFirstForm = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${timeForm}$`)
const yearFirstForm = new RegExp(String.raw`^(\d{4})([/-])(\d{1,2})\2(\d{1,2})${timeForm}$`)
const joinedForm = new RegExp(String.raw`^(\d{4})()(\d{2})(\d{2})${timeForm}$`)
const monthForm = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?([ -])([A-Za-z]{3,9})[ -](\d{4})${timeForm}$`)
const serialForm = /^\d{5}(?:\.\d{1,15})?$/

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

function otherForm(text: string): DayAndTime | null {
  let parts = dayFirstForm.exec(text)
  if (parts) return withTime(Number(parts[4]), Number(parts[3]), Number(parts[1]), parts)
  parts = yearFirstForm.exec(text) ?? joinedForm.exec(text)
  if (parts) return withTime(Number(parts[1]), Number(parts[3]), Number(parts[4]), parts)
  parts = monthForm.exec(text)
  if (parts) return withTime(Number(parts[4]), monthNamed(parts[3] ?? ''), Number(parts[1]), parts)
  return serialForm.test(text) ? fromSerial(Number(text)) : null
}

/** 1 to 12, from the whole name or its first three letters (or Sept); 0 where it is none. */
function monthNamed(name: string): number {
  const lower = name.toLowerCase()
  return (
    months.findIndex(
      (month) => month === lower || (lower.length === 3 && month.startsWith(lower)) || (lower === 'sept' && month === 'september'),
    ) + 1
  )
}

function withTime(year: number, month: number, day: number, parts: RegExpExecArray): DayAndTime | null {
  const [hourText, minuteText, secondText, half, zone] = parts.slice(5)
  if (hourText === undefined) return made(year, month, day, null)
  let hour = Number(hourText)
  const minute = Number(minuteText)
  const second = Number(secondText ?? 0)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  }
  if (hour > 23 || minute > 59 || second > 59 || !isDay(year, month, day)) return null
  if (zone !== undefined) return inLondon(Date.UTC(year, month - 1, day, hour, minute, second), zone)
  return made(year, month, day, `${two(hour)}:${two(minute)}:${two(second)}`)
}

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function inLondon(wall: number, zone: string): DayAndTime | null {
  const ahead = zone === 'Z' ? 0 : Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  if (ahead > 14 * 60) return null
  const parts = londonClock.formatToParts(wall - (zone.startsWith('-') ? -ahead : ahead) * 60_000)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return made(Number(part('year')), Number(part('month')), Number(part('day')), `${part('hour')}:${part('minute')}:${part('second')}`)
}

/** Days as spreadsheets count them; number 25,569 is 1 January 1970. Below 20,000 (1954) and above 80,000 (2119) it is likelier to be another number. */
function fromSerial(serial: number): DayAndTime | null {
  if (serial < 20_000 || serial > 80_000) return null
  const moment = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString()
  return made(Number(moment.slice(0, 4)), Number(moment.slice(5, 7)), Number(moment.slice(8, 10)), moment.slice(11, 19))
}

/** The days from 1900 to 2099 without a time, each made once: nearly every date is one of few thousand days. */
const knownDays: (DayAndTime | undefined)[] = new Array<DayAndTime | undefined>(200 * 372)

function made(year: number, month: number, day: number, time: string | null): DayAndTime | null {
  if (year < 1 || !isDay(year, month, day)) return null
  const place = time === null && year >= 1900 && year < 2100 ? (year - 1900) * 372 + (month - 1) * 31 + day - 1 : -1
  const known = place < 0 ? undefined : knownDays[place]
  if (known !== undefined) return known
  const years = year > 999 ? String(year) : String(year).padStart(4, '0')
  const read = { value: `${years}-${two(month)}-${two(day)}`, time: time === '00:00:00' ? null : time }
  if (place >= 0) knownDays[place] = read
  return read
}

export const two = (number: number) => (number < 10 ? `0${number}` : String(number))
