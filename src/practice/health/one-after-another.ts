import type { End, Start } from '../../engine/clocks/clock.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { endOfPeriod, inFullCare, type Period } from '../looked-after/care.ts'
import { periodOfCare } from '../looked-after/records.ts'
import type { Happening } from './checks.ts'

/** A child's periods of care to which the rules of health apply: not short breaks (regulation 48). */
export const periodsInCare = (thread: Thread): readonly Period[] =>
  thread
    .dated(periodOfCare, 'startedOn')
    .map(({ record }) => record)
    .filter((period) => inFullCare(period, thread))

/**
 * Checks that must come again and again while a child is in care. Each begins with the one before; the next that is made stops it, and one that
 * was refused ends the need and begins the next wait.
 * @param from the day from which what happened counts for a period
 * @param beginning whether coming into care begins a wait too, and on which day
 */
export const oneAfterAnother = (
  period: Period,
  happened: readonly Happening[],
  { from, beginning }: { readonly from: string; readonly beginning: string | null },
): Start[] => {
  const until = endOfPeriod(period)
  const inside = onePerDay(happened.filter(({ at }) => at >= from && (until === null || at <= until.at)))
  const first: End[] = beginning === null ? [] : [{ at: beginning, by: { table: periodOfCare.table, id: period.id } }]
  const points: readonly (End & { readonly refused?: boolean })[] = [...first, ...inside]
  return points.map(({ at, by }, place): Start => {
    const next = points[place + 1]
    if (next?.refused) return { at, by, until: earliestOf(until, { at: next.at, by: next.by }), stop: null }
    return { at, by, until, stop: next ? { at: next.at, by: next.by } : null }
  })
}

/** Of several on one day one, made rather than refused. */
const onePerDay = (happened: readonly Happening[]): readonly Happening[] =>
  [...happened]
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : Number(one.refused) - Number(other.refused)))
    .filter(({ at }, place, all) => place === 0 || at !== all[place - 1]?.at)
