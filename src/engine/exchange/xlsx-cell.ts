/** Small rules of spreadsheet cells: what column a name means, which number formats are dates, what day a number stands for. */

/** 0 for A1, 26 for AA3; null for what is not a cell's name. */
export function columnOf(name: string): number | null {
  let column = 0
  let letters = 0
  for (; letters < name.length; letters++) {
    const letter = name.charCodeAt(letters) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return letters > 0 && letters <= 3 ? column - 1 : null
}

/** A for 0, AA for 26: what `columnOf` reads. */
export const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** A number format shows a day, or only a time of day. */
export type DateFormat = 'day' | 'time'

/**
 * What a number format shows, from its number (ECMA-376 part 1, 18.8.30 lists those that have no code of their own) and its
 * code; null for plain numbers and for elapsed time ([h]:mm), which is an amount and not a date.
 */
export function dateFormat(id: number, code: string | undefined): DateFormat | null {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'day'
    return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47 ? 'time' : null
  }
  // Only the part for positive numbers counts, without quoted words, escaped letters, colours and currencies.
  const letters = (code.split(';')[0] ?? '').replace(/"[^"]*"?|\\.|_.|\*./g, '')
  if (/\[[hms]+\]/i.test(letters)) return null
  const bare = letters.replace(/\[[^\]]*\]/g, '').replace(/General/gi, '')
  if (/[dy]/i.test(bare)) return 'day'
  if (/[hs]/i.test(bare)) return 'time'
  return /m/i.test(bare) ? 'day' : null
}

const dayLength = 86_400
/** Days from 1 January 1970 to the day numbered 0. The system of 1900 counts a 29 February 1900 that never was, as number 60. */
const zeroOf1900 = -25_569
const zeroOf1904 = -24_107
const lastDayOf9999 = 2_958_465

/**
 * The day, day and time, or time that a number stands for: 'YYYY-MM-DD', 'YYYY-MM-DD HH:MM:SS' or 'HH:MM:SS', to the nearest
 * second. Null where it stands for none (not a number, below 0, past the year 9999, or the day that never was).
 */
export function serialToText(text: string, format: DateFormat, from1904: boolean): string | null {
  const serial = Number(text)
  if (text === '' || !Number.isFinite(serial) || serial < 0 || serial >= lastDayOf9999 + 1) return null
  const seconds = Math.round(serial * dayLength)
  const day = Math.floor(seconds / dayLength)
  const time = clock(seconds % dayLength)
  if (day === 0 && !from1904) return format === 'time' || seconds > 0 ? time : null
  if (format === 'time' && day === 0) return time
  if (!from1904 && day === 60) return null
  const zero = from1904 ? zeroOf1904 : day < 60 ? zeroOf1900 + 1 : zeroOf1900
  const date = new Date((zero + day) * dayLength * 1000).toISOString().slice(0, 10)
  return time === '00:00:00' ? date : `${date} ${time}`
}

const clock = (seconds: number) =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** A number's digits as people write them: a long whole number saved as 1.2345E+12 is given in full; others stay as saved. */
export function plainNumber(text: string): string {
  if (!/e/i.test(text)) return text
  const number = Number(text)
  return Number.isSafeInteger(number) ? String(number) : text
}

/** Letters that XML cannot hold are saved as _x000D_; a saved _x005F_ is the underscore that begins such a sign by chance. */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_sign, digits: string) => String.fromCharCode(parseInt(digits, 16))) : text

/**
 * The number that stands for a day ('YYYY-MM-DD') or a moment ('YYYY-MM-DD HH:MM', with seconds or without) in the system of 1900:
 * the whole part is the day, the rest the time of it. Null for any other text, for days that do not exist, and before 1 March 1900,
 * where programs count differently.
 */
export function dayNumber(text: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?$/.exec(text)
  const [, day = '', hours = '0', minutes = '0', seconds = '0'] = match ?? []
  const instant = Date.parse(`${day}T00:00:00Z`)
  if (match === null || day < '1900-03-01' || Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day) return null
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return instant / 1000 / dayLength - zeroOf1900 + time / dayLength
}

/** A text as a part of a workbook holds it: mark-up escaped, letters that XML cannot hold as _x0001_. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
