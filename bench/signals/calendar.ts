import { dayNumber, plainDay, weekday } from '../../src/engine/clocks/days.ts'
import { bankHolidays } from '../../src/engine/clocks/bank-holidays.ts'

/** The time of the bench: six years that are told, and three and a half before them in which those who are open at their start came in. */

export const firstComing = dayNumber('2015-07-01')
export const firstTold = dayNumber('2019-01-01')
export const lastTold = dayNumber('2024-12-31')
export const lastDay = '2024-12-31'

const start = dayNumber('1995-01-01')
const length = dayNumber('2027-12-31') - start + 1

const texts = Array.from({ length }, (_, place) => plainDay(start + place))
const months = Int32Array.from(texts, (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1)
const [worked, workdays] = ((): [Int32Array, number[]] => {
  const holidays = new Set(bankHolidays.map(dayNumber))
  const counts = new Int32Array(length)
  const days: number[] = []
  for (let place = 0; place < length; place += 1) {
    if (weekday(start + place) < 5 && !holidays.has(start + place)) days.push(start + place)
    counts[place] = days.length
  }
  return [counts, days]
})()

/** The day in plain text. @throws RangeError before 1995 or after 2027. */
export function textOf(day: number): string {
  const text = texts[day - start]
  if (text === undefined) throw new RangeError(`Day ${day} lies outside 1995 to 2027.`)
  return text
}

/** The day in plain text; nothing where it has not come by the end of the six years. */
export const told = (day: number | null): string => (day === null || day > lastTold ? '' : textOf(day))

/** A month as one number: year times twelve, and the months since January. */
export const monthOf = (day: number): number => months[day - start] ?? 0
export const monthText = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
export const monthFrom = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
export const firstOf = (month: number): number => dayNumber(`${monthText(month)}-01`)
export const lastDayOf = (month: number): string => plainDay(firstOf(month + 1) - 1)

/** The working day so many working days after a day. */
export const workingAfter = (day: number, days: number): number => workdays[(worked[day - start] ?? 0) + days - 1] ?? day + days

/** The day itself where it is a working day, else the next one. */
export const onWorkday = (day: number): number => workingAfter(day - 1, 1)

/** The birthday, near enough for a process: a leap day may move it by one. */
export const birthdayOf = (born: number, years: number): number => {
  const text = textOf(born)
  const year = Number(text.slice(0, 4)) + years
  return dayNumber(`${year}-${text.slice(5) === '02-29' ? '03-01' : text.slice(5)}`)
}
