import { dayNumber, lengthOfMonth, weekday } from '../../src/engine/clocks/days.ts'
import { addWorkingDays } from '../../src/engine/clocks/working-days.ts'

export { addDays, addMonths, birthday, daysBetween } from '../../src/engine/clocks/days.ts'
export { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/engine/clocks/working-days.ts'

/** A plain date, 'YYYY-MM-DD'. */
export type Day = string

/** That day if it is a working day, else the next one. */
export const workingDay = (day: Day): Day => addWorkingDays(day, 0)

/** Whole years of age on a day. */
export const ageOn = (born: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)

export const earlier = (one: Day, other: Day): Day => (one < other ? one : other)
export const later = (one: Day, other: Day): Day => (one > other ? one : other)

/** First days of the months from one month to another, both included: 'YYYY-MM' each. */
export function monthsFrom(from: string, to: string): readonly string[] {
  const found: string[] = []
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > to.slice(0, 7)) return found
    found.push(name)
    month++
    if (month === 13) [year, month] = [year + 1, 1]
  }
}

/** The last day of a month, 'YYYY-MM'. */
export const lastDayOf = (month: string): Day => `${month}-${lengthOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`

/** August, the weeks around Christmas and the school holidays are quiet: how busy the front door is, 1 being usual. */
export function busyness(day: Day): number {
  const ofYear = day.slice(5)
  if (weekday(dayNumber(day)) >= 5) return 0.08
  if (ofYear >= '12-23' || ofYear <= '01-02') return 0.3
  if (ofYear >= '07-25' && ofYear <= '09-01') return 0.62
  if ((ofYear >= '05-27' && ofYear <= '06-02') || (ofYear >= '10-24' && ofYear <= '10-30')) return 0.75
  return 1.12
}
