import type { Ref } from '../../engine/clocks/clock.ts'
import { addDays } from '../../engine/clocks/days.ts'
import type { Length } from '../../engine/clocks/length.ts'
import { without } from '../looked-after/time-in-care.ts'
import type { Stretch } from '../told-in-parts.ts'

/** Stretches of time put together, cut out of each other and held beside each other. Each has its first day and not its last. */

/** A stretch with the record that tells of it. */
export interface Time extends Stretch {
  readonly by: Ref
}

/** What is left of them outside others. */
export const outside = <S extends Stretch>(times: readonly S[], others: readonly Stretch[]): readonly S[] =>
  others.length === 0 ? times : times.flatMap((time) => without(time, others).map((left) => ({ ...time, ...left })))

/** What of them lies within others; where others overlap, a day may lie in more than one. */
export const within = <S extends Stretch>(times: readonly S[], others: readonly Stretch[]): readonly S[] =>
  times.flatMap((time) =>
    others.flatMap(({ from, until }): S[] => {
      const both = { ...time, from: time.from > from ? time.from : from, until: earlier(time.until, until) }
      return both.until !== null && both.until <= both.from ? [] : [both]
    }),
  )

/** Those that overlap or meet as one, told by the first of them, in order; those of no day are none. */
export const together = <S extends Stretch>(times: readonly S[]): readonly S[] =>
  times
    .filter(({ from, until }) => until === null || from < until)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .reduce<S[]>((one, next) => {
      const last = one.at(-1)
      if (!last || (last.until !== null && next.from > last.until)) one.push(next)
      else if (last.until !== null && (next.until === null || next.until > last.until)) one[one.length - 1] = { ...last, until: next.until }
      return one
    }, [])

/** What is left of them once each has lasted so many days. */
export const onceLasted = <S extends Stretch>(times: readonly S[], days: number): readonly S[] =>
  times.flatMap((time): S[] => {
    const from = addDays(time.from, days)
    return time.until !== null && time.until <= from ? [] : [{ ...time, from }]
  })

/** From a day for so many days. */
export const daysFrom = (from: string, days: number): Stretch => ({ from, until: addDays(from, days) })

/** From a day on. */
export const since = (from: string): Stretch => ({ from, until: null })

const earlier = (one: string | null, other: string | null): string | null =>
  one === null ? other : other === null || one < other ? one : other

/** About how many days a length is, holidays left aside: ten working days are two weeks. */
export function inDays({ n, unit }: Length): number {
  switch (unit) {
    case 'hours':
      return Math.ceil(n / 24)
    case 'calendar days':
      return n
    case 'working days':
    case 'school days':
      return Math.ceil((n * 7) / 5)
    case 'weeks':
      return n * 7
    case 'months':
      return Math.round((n * 365) / 12)
    case 'years':
      return n * 365
  }
}
