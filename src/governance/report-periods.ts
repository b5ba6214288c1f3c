import type { Clock, End, Start } from '../engine/clocks/clock.ts'
import { addMonths, dayNumber, lengthOfMonth, plainDay, weekday } from '../engine/clocks/days.ts'
import type { Dated } from '../engine/clocks/thread.ts'
import { longDate } from '../engine/web/words.ts'
import { regularReport, reportForPeriod } from './records.ts'

/** The periods of what must be reported on again and again, one after another. */

/** The last day of a period, so many periods after the first. */
export type Periods = (first: string, place: number) => string

/** Periods of so many months. What ends with a month goes on ending with a month: after 30 June comes 30 September, then 31 December. */
export const everyMonths =
  (months: number): Periods =>
  (first, place) => {
    const day = addMonths(first, months * place)
    return isMonthEnd(first) ? `${day.slice(0, 8)}${lastOfMonth(day)}` : day
  }

/** The third Thursday of January, year after year. */
export const eachThirdThursdayOfJanuary: Periods = (first, place) => {
  const fifteenth = dayNumber(`${Number(first.slice(0, 4)) + place}-01-15`)
  const thursday = 3
  return plainDay(fifteenth + ((thursday - weekday(fifteenth) + 7) % 7))
}

/**
 * A start at the end of each period, from the first asked for to the one after the last of which a report was sent: what is due next is due
 * whether or not anybody wrote it down. The date set for a period stands in place of the usual one.
 */
export const atTheEndOfEach =
  (type: string, periods: Periods): Clock['starts'] =>
  (thread) => {
    const { id, type: own, countedFrom, noLongerFrom } = thread.about(regularReport)
    if (own !== type || countedFrom === null) return []
    const sent = thread.dated(reportForPeriod, 'sentOn')
    const starts: Start[] = []
    for (let place = 0; ; place++) {
      const after = place === 0 ? '' : periods(countedFrom, place - 1)
      const at = periods(countedFrom, place)
      if (noLongerFrom !== null && at >= noLongerFrom) return starts
      const dueOn = thread.all(reportForPeriod).find((each) => isIn(each.periodTo, after, at) && each.dueOn !== null)?.dueOn
      starts.push({
        at,
        by: { table: regularReport.table, id },
        part: `Period to ${longDate(at)}`,
        stop: firstOf(sent.filter(({ record }) => isIn(record.periodTo, after, at))),
        // When a later one has been sent, nobody waits for this one any more.
        until: firstOf(sent.filter(({ record }) => record.periodTo !== null && record.periodTo > at)),
        ...(dueOn ? { due: dueOn } : {}),
      })
      if (!sent.some(({ record }) => record.periodTo !== null && record.periodTo > after)) return starts
    }
  }

const isIn = (day: string | null, after: string, until: string): boolean => day !== null && day > after && day <= until

const firstOf = ([first]: readonly Dated[]): End | null =>
  first ? { at: first.at, by: { table: reportForPeriod.table, id: first.record.id } } : null

const isMonthEnd = (day: string): boolean => Number(day.slice(8, 10)) === lastOfMonth(day)
const lastOfMonth = (day: string): number => lengthOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
