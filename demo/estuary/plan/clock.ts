import { dayNumber, plainDay, weekday } from '../../../src/engine/clocks/days.ts'
import { bankHolidays } from '../../../src/engine/clocks/bank-holidays.ts'

/** Working days as day numbers: the planner counts many. Before the listed years every Monday to Friday is one. */

const holidays: ReadonlySet<number> = new Set(bankHolidays.map(dayNumber))
export const working = (day: number): boolean => weekday(day) < 5 && !holidays.has(day)

/** That day, or the next working day. */
export function toWorking(day: number): number {
  let found = Math.round(day)
  while (!working(found)) found++
  return found
}

/** So many working days on. */
export function plusWorking(day: number, days: number): number {
  let found = Math.round(day)
  for (let left = days; left > 0; left--) found = toWorking(found + 1)
  return toWorking(found)
}

/** So many working days back. */
export function minusWorking(day: number, days: number): number {
  let found = Math.round(day)
  for (let left = days; left > 0;) if (working(--found)) left--
  return found
}

export const num = dayNumber
export const day = plainDay
