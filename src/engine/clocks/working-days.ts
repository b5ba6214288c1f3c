import { bankHolidays, firstListedYear, lastListedYear } from './bank-holidays.ts'
import { dayNumber, plainDay, weekday } from './days.ts'

/**
 * Working days in England: Monday to Friday, leaving out Christmas Day, Good Friday and every bank holiday (as regulations on services commonly say). They are counted one by one, once, into a table; what asks
 * looks up there. The day on which something starts is day 0.
 */

const first = dayNumber(`${firstListedYear}-01-01`)
const last = dayNumber(`${lastListedYear}-12-31`)

/** For each day of the list, how many working days there have been up to and including it; and each working day in order. */
const [counted, workingDays] = ((): [Int32Array, Int32Array] => {
  const holidays = new Set(bankHolidays.map(dayNumber))
  const counts = new Int32Array(last - first + 1)
  const days: number[] = []
  for (let day = first; day <= last; day++) {
    if (weekday(day) < 5 && !holidays.has(day)) days.push(day)
    counts[day - first] = days.length
  }
  return [counts, Int32Array.from(days)]
})()

/** A day for which no bank holidays are listed: a list to renew, not a guess to make. */
export class BeyondTheList extends RangeError {
  override readonly name = 'BeyondTheList'
  constructor(day: number) {
    super(`Bank holidays are listed from ${firstListedYear} to ${lastListedYear}: ${plainDay(day)} is beyond.`)
  }
}

/** Whether a plain date is a working day. @throws BeyondTheList */
export const isWorkingDay = (day: string): boolean => {
  const number = dayNumber(day)
  return upTo(number) > upTo(number - 1)
}

/**
 * The working day so many working days after a plain date (or, negative, before it). After 0 working days it is the date itself where that is
 * a working day, else the next one: what falls on another day rolls on.
 * @throws BeyondTheList
 */
export function addWorkingDays(day: string, days: number): string {
  const number = dayNumber(day)
  const before = upTo(number)
  if (days > 0) return at(before + days - 1, number)
  const working = before > upTo(number - 1)
  if (days === 0) return working ? day.slice(0, 10) : at(before, number)
  // Counting back from a Saturday, the first working day before it is the Friday.
  return at(before - (working ? 1 : 0) + days, number)
}

/** How many working days lie after one plain date, up to and including another; negative when the other comes first. @throws BeyondTheList */
export function workingDaysBetween(from: string, to: string): number {
  return upTo(dayNumber(to)) - upTo(dayNumber(from))
}

function upTo(number: number): number {
  if (number === first - 1) return 0
  if (number < first || number > last) throw new BeyondTheList(number)
  return counted[number - first] as number
}

function at(index: number, asked: number): string {
  const found = workingDays[index]
  if (found === undefined) throw new BeyondTheList(index < 0 ? first - 1 : asked > last ? asked : last + 1)
  return plainDay(found)
}
