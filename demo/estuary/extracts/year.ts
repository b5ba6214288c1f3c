import { ageOn, type Day } from '../days.ts'

/** A year of the returns: 1 April to 31 March, or to the last day of the history if that comes before. */
export interface ReturnYear {
  /** The year in which it ends. */
  readonly ends: number
  readonly first: Day
  readonly last: Day
  readonly complete: boolean
}

/** The years that a history touches, the one that still runs included. */
export function yearsOf(from: Day, to: Day): readonly ReturnYear[] {
  const years: ReturnYear[] = []
  for (let ends = endOf(from); ends <= endOf(to); ends++) {
    const last = `${ends}-03-31`
    years.push({ ends, first: `${ends - 1}-04-01`, last: last < to ? last : to, complete: last <= to })
  }
  return years
}

const endOf = (day: Day): number => Number(day.slice(0, 4)) + (day.slice(5) >= '04-01' ? 1 : 0)

/** '2017-18'. */
export const nameOf = ({ ends }: ReturnYear): string => `${ends - 1}-${String(ends).slice(2)}`

type Said<T> = T | null | undefined

/** Whether something was going on in a year; its end is not in it. */
export const runsIn = (from: Said<Day>, until: Said<Day>, { first, last }: ReturnYear): boolean =>
  typeof from === 'string' && from.slice(0, 10) <= last && (!until || until.slice(0, 10) >= first)

export const within = (day: Said<Day>, { first, last }: ReturnYear): boolean =>
  typeof day === 'string' && day.slice(0, 10) >= first && day.slice(0, 10) <= last

/** A day, where it has come by another; else null. */
export const by = (last: Day, day: Said<Day>): Day | null => (day && day.slice(0, 10) <= last ? day.slice(0, 10) : null)

/** The latest of these by a day each, on or before a last one. */
export function latest<T>(these: readonly T[], dayOf: (each: T) => Said<Day>, last: Day): T | undefined {
  let found: T | undefined
  let foundOn = ''
  for (const each of these) {
    const day = by(last, dayOf(each))
    if (day !== null && day >= foundOn) [found, foundOn] = [each, day]
  }
  return found
}

/** A return knows what happened by its day alone: of two on one day it can hold one, the first. */
export function onePerDay<T>(these: readonly T[], dayOf: (each: T) => Said<Day>): readonly T[] {
  const days = new Set<string>()
  return these.filter((each) => {
    const day = dayOf(each)?.slice(0, 10) ?? ''
    if (days.has(day)) return false
    days.add(day)
    return true
  })
}

export const ageIn = (born: Said<Day>, day: Day): number | null => (born && born <= day ? ageOn(born, day) : null)
