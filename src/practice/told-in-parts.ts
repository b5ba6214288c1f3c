import type { Clock, Ref, Terms } from '../engine/clocks/clock.ts'
import { addDays, birthday } from '../engine/clocks/days.ts'
import type { Run } from '../engine/clocks/runs.ts'
import { oneAtATime } from '../engine/measures/dimension.ts'
import type { Fact, Value } from '../engine/measures/fact.ts'

/** For measures told of a moment: time on a plan or in need, a child counted once on each day, in parts in which the same is said of it. */

/** First day, and first day on which it is no longer so; null while it lasts. */
export interface Stretch {
  readonly from: string
  readonly until: string | null
}

/** Something that is said of every day of a stretch, and the days on which it may change. */
export interface Trait {
  readonly changesOn: readonly string[]
  /** Null where it is not known or not asked. */
  readonly on: (day: string) => Value | null
}

/** A stretch as facts, parted where what is said changes. */
export function inParts({ from, until }: Stretch, by: Ref, traits: Readonly<Record<string, Trait>>): readonly Fact[] {
  const named = Object.entries(traits)
  const inside = named.flatMap(([, { changesOn }]) => changesOn.filter((day) => day > from && (until === null || day < until)))
  const days = [from, ...new Set(inside)].sort()
  const parts: Fact[] = []
  for (const [place, on] of days.entries()) {
    const says = Object.fromEntries(named.map(([name, trait]) => [name, trait.on(on)]))
    const ends = days[place + 1] ?? until
    const before = parts.at(-1)
    if (before && named.every(([name]) => before.says?.[name] === says[name])) parts[parts.length - 1] = { ...before, until: ends }
    else parts.push({ on, until: ends, by, says })
  }
  return parts
}

/** Not so before a day, and so from it on. */
export const fromThenOn = (day: string | null): Trait => ({
  changesOn: day === null ? [] : [day],
  on: (asked) => day !== null && day <= asked,
})

export const covers = (stretches: readonly Stretch[], day: string): boolean =>
  stretches.some(({ from, until }) => from <= day && (until === null || day < until))

export const edgesOf = (stretches: readonly Stretch[]): readonly string[] =>
  stretches.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))

/** When something was overdue: from the day after it was due until the day it was done or no longer needed. */
export const overdueIn = (runs: readonly Run[]): readonly Stretch[] =>
  runs.flatMap(({ dueAt, stoppedAt }) => {
    const from = addDays(dueAt.slice(0, 10), 1)
    const until = stoppedAt?.slice(0, 10) ?? null
    return until !== null && until <= from ? [] : [{ from, until }]
  })

/**
 * Whether nothing is overdue. A running that ended before it fell due leaves no trace among those of the clock, and was in time while it lasted:
 * so time is in time unless it is told to be overdue.
 * @param since the first day on which it can be told; null for never
 * @param notAsked time in which nothing is asked, and so nothing said
 */
export const inTime = (overdue: readonly Stretch[], since: string | null, notAsked: readonly Stretch[] = []): Trait => ({
  changesOn: [...edgesOf(overdue), ...edgesOf(notAsked), ...(since === null ? [] : [since])],
  on: (day) => (since === null || day < since || covers(notAsked, day) ? null : !covers(overdue, day)),
})

/** From when clocks can tell whether a stretch is in time: its first day or, where the authority uses them since a later one, the first that they count. */
export function toldSince(clocks: readonly Clock[], runs: readonly Run[], terms: Terms, { from, until }: Stretch): string | null {
  if (clocks.every(({ id }) => (terms.inUseFrom(id) ?? from) <= from)) return from
  const begun = runs.map(({ startedAt }) => startedAt.slice(0, 10)).filter((day) => day >= from && (until === null || day < until))
  return begun.sort()[0] ?? null
}

/** Records of one kind as time of a child's life, one at a time: where two run at once, the one that began last. A child is counted once a day. */
export function oneByOne<R extends { readonly id: string }>(
  records: readonly R[],
  timeOf: (record: R) => { readonly from: string | null; readonly until: string | null },
  end: string | null,
): readonly (Stretch & { readonly record: R })[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const spells = records.flatMap((record) => {
    const { from, until } = timeOf(record)
    return from === null ? [] : [{ from, until: earlierDay(until, end), value: record.id }]
  })
  return oneAtATime(spells).map(({ from, until, value }) => ({ from: from as string, until, record: byId.get(value) as R }))
}

export const earlierDay = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one

interface Lived {
  readonly bornOn: string | null
  readonly diedOn: string | null
}

/** The day on which somebody is no longer a child: the eighteenth birthday, or the death. What nobody ended in the records ends there. */
export const endOfChildhood = ({ bornOn, diedOn }: Lived): string | null =>
  earlierDay(bornOn === null ? null : birthday(bornOn, 18), diedOn)
