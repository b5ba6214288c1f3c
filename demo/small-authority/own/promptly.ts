import type { Chance } from '../chance.ts'
import { addDays, addWorkingDays, workingDay } from '../days.ts'
import type { Day } from '../days.ts'

/** When something asked for by a day is done: mostly in time, sometimes late. */

/** How many in a hundred are late, and by how many days at most. */
export interface Lateness {
  readonly late: number
  readonly by: number
}

const usually: Lateness = { late: 9, by: 16 }

/** The day on which something that may be done from one day, and is due by another, is done. A working day. */
export function done(chance: Chance, from: Day, due: Day, { late, by }: Lateness = usually): Day {
  if (chance.inHundred(late)) return workingDay(addDays(due, chance.between(1, by)))
  const span = Math.max(0, daysFrom(from, due))
  return workingDayBy(addDays(from, Math.round(span * (0.4 + 0.6 * chance.next()))), from)
}

/** The days of a thing done again and again, each due so many days after the one before; the first counts from the first day. */
export function again(
  chance: Chance,
  first: Day,
  until: Day,
  {
    every,
    firstWithin = every,
    lateness = usually,
  }: { readonly every: number; readonly firstWithin?: number; readonly lateness?: Lateness },
): readonly Day[] {
  const found: Day[] = []
  for (let before = first; ;) {
    const within = found.length === 0 ? firstWithin : every
    const day = done(chance, addDays(before, Math.round(within * 0.7)), addDays(before, within), lateness)
    if (day >= until || day <= before || day > lastTold) return found
    found.push(day)
    before = day
  }
}

/** The last working day up to a day, or that from which it may be. */
export function workingDayBy(day: Day, from: Day): Day {
  for (let found = day; found >= from; found = addDays(found, -1)) if (workingDay(found) === found) return found
  return workingDay(from)
}

/** The day so many working days before a day. */
export function workingDaysBefore(day: Day, days: number): Day {
  let found = day
  for (let left = days; left > 0; left -= 1) found = workingDayBy(addDays(found, -1), '')
  return found
}

/** Done within so many working days, counted from a day. */
export const doneWithin = (chance: Chance, from: Day, workingDays: number, lateness: Lateness = usually): Day =>
  done(chance, from, addWorkingDays(from, workingDays), lateness)

/** Nothing is told later. */
const lastTold: Day = '2016-03-31'

const daysFrom = (from: Day, until: Day): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
