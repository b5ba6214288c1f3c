import { londonInstant, inLondon } from '../web/words.ts'
import { addDays, addMonths, daysBetween } from './days.ts'
import { addSchoolDays, type SchoolTerm } from './school-terms.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

/**
 * Lengths of time as the law says them. Working days and school days use a calendar; days, weeks and months run straight through weekends and
 * holidays and do not roll; hours are true hours, so that 72 of them over a change of the clocks end an hour sooner or later by the wall.
 */
export type Unit = 'hours' | 'calendar days' | 'working days' | 'school days' | 'weeks' | 'months' | 'years'

export interface Length {
  readonly n: number
  readonly unit: Unit
}

const of =
  (unit: Unit) =>
  (n: number): Length => ({ n, unit })

export const hours = of('hours')
export const calendarDays = of('calendar days')
export const workingDays = of('working days')
export const schoolDays = of('school days')
export const weeks = of('weeks')
export const months = of('months')
export const years = of('years')

/**
 * The moment a length after another. Day 0 is the day of the start. A moment is a plain date, or 'YYYY-MM-DD HH:MM:SS' on the London clock; only
 * hours keep a time of day. Hours after a day whose time is not known end on the day that whole days would give (72 hours: 3 days), so
 * that nobody is called late on an unknown hour.
 * @throws BeyondTheList for working days beyond the listed bank holidays
 */
export function after(moment: string, { n, unit }: Length, terms: readonly SchoolTerm[] = []): string {
  const day = moment.slice(0, 10)
  switch (unit) {
    case 'hours':
      return moment.length > 10 ? hoursAfter(moment, n) : addDays(day, Math.ceil(n / 24))
    case 'calendar days':
      return addDays(day, n)
    case 'working days':
      return addWorkingDays(day, n)
    case 'school days':
      return addSchoolDays(day, n, terms)
    case 'weeks':
      return addDays(day, n * 7)
    case 'months':
      return addMonths(day, n)
    case 'years':
      return addMonths(day, n * 12)
  }
}

/** The moment a length before another: for what must be done so long before a meeting. @throws BeyondTheList */
export const before = (moment: string, { n, unit }: Length, terms: readonly SchoolTerm[] = []): string =>
  after(moment, { n: -n, unit }, terms)

/** '20 working days', '1 week'. */
export const lengthInWords = ({ n, unit }: Length): string => `${n} ${n === 1 ? unit.slice(0, -1) : unit}`

/** How far one plain date is from another in the unit in which it is told; negative when the other comes first. */
export const distance = (from: string, to: string, unit: 'working days' | 'days'): number =>
  unit === 'working days' ? workingDaysBetween(from.slice(0, 10), to.slice(0, 10)) : daysBetween(from.slice(0, 10), to.slice(0, 10))

function hoursAfter(moment: string, n: number): string {
  const started = new Date(londonInstant(moment.slice(0, 10), moment.slice(11)))
  const { day, time } = inLondon(new Date(started.getTime() + n * 3_600_000))
  return `${day} ${time}`
}
