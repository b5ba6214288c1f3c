import type { Ref } from '../../engine/clocks/clock.ts'
import { addDays, addMonths, birthday } from '../../engine/clocks/days.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import type { Fact } from '../../engine/measures/fact.ts'
import { ageOn } from '../../engine/web/words.ts'
import { person } from '../person/records.ts'
import { periodOfCare } from './records.ts'
import { timeInCare, type CareStretch, type Stretch } from './time-in-care.ts'

/**
 * What the measures of children in care are counted from. A child is looked after from the first day of a period of care to the day before they left
 * it, series of short breaks left out, as the Department for Education counts; and never twice at one moment.
 */

/** A time in care, with the day since when the child had been in care without a break. */
export interface TimeLookedAfter extends CareStretch {
  readonly since: string
}

/** A child's times in care, none overlapping another, whatever is recorded: of two periods that overlap the later begins where the earlier ends. */
export function timesLookedAfter(thread: Thread): readonly TimeLookedAfter[] {
  const times: TimeLookedAfter[] = []
  for (const stretch of timeInCare(thread)) {
    const before = times.at(-1)
    if (before && before.until === null) break
    const meets = before !== undefined && before.until !== null && stretch.from <= before.until
    const from = meets ? before.until : stretch.from
    if (stretch.until !== null && stretch.until <= from) continue
    times.push({ ...stretch, from, since: meets ? before.since : from })
  }
  return times
}

export const periodBehind = ({ period }: CareStretch): Ref => ({ table: periodOfCare.table, id: period.id })

/**
 * The day on which a child has been in care for a year: who came on 1 April has been by 31 March, as the yearly return (OC2) counts.
 * @param since the first day in care
 */
export const aYearInCare = (since: string): string => addDays(addMonths(since, 12), -1)

/** What is said of a child on a day; `by` where it opens to another record than the period of care. Null where the child is not counted. */
export type SaidOn = (day: string, time: TimeLookedAfter) => { readonly by?: Ref; readonly says: NonNullable<Fact['says']> } | null

/**
 * Facts of a child's times in care, in parts: one begins on each day on which something changes.
 * @param changes every day on which what is said may change
 */
export const factsInCare = (thread: Thread, changes: readonly (string | null)[], saidOn: SaidOn): Fact[] =>
  timesLookedAfter(thread).flatMap((time) => {
    const facts: Fact[] = []
    for (const { from, until } of cutAt(time, changes)) {
      const said = saidOn(from, time)
      if (said === null) continue
      const fact = { on: from, until, by: said.by ?? periodBehind(time), says: said.says }
      const before = facts.at(-1)
      if (before?.until === from && saysTheSame(before, fact)) facts[facts.length - 1] = { ...before, until }
      else facts.push(fact)
    }
    return facts
  })

function cutAt({ from, until }: Stretch, days: readonly (string | null)[]): readonly Stretch[] {
  const inside = days.flatMap((day) => (day !== null && from < day && (until === null || day < until) ? [day] : []))
  const edges = [from, ...[...new Set(inside)].sort()]
  return edges.map((edge, place) => ({ from: edge, until: edges[place + 1] ?? until }))
}

const saysTheSame = (one: Fact, other: Fact): boolean =>
  one.by.id === other.by.id && Object.entries(one.says ?? {}).every(([name, said]) => other.says?.[name] === said)

/** A year to 31 March by whose end a child had been in care for all of it. */
export interface YearInCare {
  /** The year in which it ends. */
  readonly year: number
  /** Its 31 March. */
  readonly on: string
  readonly by: Ref
}

/**
 * The years of which the yearly return (OC2) tells: each 31 March on which a child had been in care for 12 months without a break. While a child stays
 * in care they are told ahead, to the eighteenth birthday or, where nobody knows when that is, for eighteen years.
 */
export function yearsInCare(thread: Thread): readonly YearInCare[] {
  const { bornOn } = thread.about(person)
  return timesLookedAfter(thread).flatMap((time): YearInCare[] => {
    const last = time.until ?? (bornOn === null ? addMonths(time.from, 216) : birthday(bornOn, 18))
    const years: YearInCare[] = []
    for (let year = Number(time.from.slice(0, 4)); `${year}-03-31` < last; year++) {
      const on = `${year}-03-31`
      if (time.from <= on && aYearInCare(time.since) <= on) years.push({ year, on, by: periodBehind(time) })
    }
    return years
  })
}

/** Age in whole years on a day; null where the birth date is not known. */
export function ageAt(thread: Thread, day: string): number | null {
  const { bornOn } = thread.about(person)
  return bornOn === null ? null : ageOn(bornOn, day)
}

/** The day of a birthday; null where the birth date is not known. */
export function birthdayOf(thread: Thread, age: number): string | null {
  const { bornOn } = thread.about(person)
  return bornOn === null ? null : birthday(bornOn, age)
}
