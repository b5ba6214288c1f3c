/**
 * Plain dates as numbers and back, and steps along the calendar. A plain date is 'YYYY-MM-DD'; a day number counts days from
 * 1 January 1970. Neither knows of a time zone: a day is a day.
 */

/** The day number of a plain date, or of a moment ('YYYY-MM-DD HH:MM:SS'), whose time is left out. */
export function dayNumber(day: string): number {
  return numberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

/** The plain date of a day number. */
export function plainDay(number: number): string {
  // Days of the civil calendar in eras of 400 years, years beginning in March, so that a leap day comes last.
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return written(year, month, date)
}

/** 0 for Monday to 6 for Sunday. */
export const weekday = (number: number): number => (((number + 3) % 7) + 7) % 7

export const addDays = (day: string, days: number): string => plainDay(dayNumber(day) + days)

/** Days from one plain date to another; negative when the other comes first. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** The same day-number so many months on (or, negative, back), or the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1]
  return written(year, month, Math.min(Number(day.slice(8, 10)), lengthOfMonth(year, month)))
}

/**
 * The day on which somebody reaches an age in years and months. Whoever was born on 29 February reaches an age of whole years on 1 March of a
 * common year, the day after 28 February has been lived through (Family Law Reform Act 1969, section 9, does not settle it: a convention).
 */
export function birthday(bornOn: string, years: number, months = 0): string {
  const leapling = bornOn.slice(5, 10) === '02-29'
  const day = addMonths(bornOn, years * 12)
  return addMonths(leapling && day.slice(8, 10) === '28' ? addDays(day, 1) : day, months)
}

export const lengthOfMonth = (year: number, month: number): number => {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

function numberOf(year: number, month: number, date: number): number {
  const fromMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(fromMarch / 400)
  const yearOfEra = fromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

const written = (year: number, month: number, date: number): string =>
  `${year < 1000 ? String(year).padStart(4, '0') : year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
