import type { Signal } from './asked.ts'
import { monthFrom } from './calendar.ts'
import type { Plant } from './plants.ts'
import type { Where } from './truth.ts'

/**
 * Whether a signal tells of a planted problem. The rules, all of which must hold:
 *
 * - Measure: one of the problem’s own; of problems of words, text, record or what lies between processes also a measure that speaks of just that.
 * - Place: the problem’s place, or the whole authority; where the problem is everywhere, any part of the authority. A signal that says that it is
 *   part of one that matches counts as that one does.
 * - Direction: not “better”. Of a rise in numbers, towards more.
 * - Since: from three months before the onset (a rolling year blurs it) to six months after; of a trend to twelve; of a place that was always apart, any.
 *
 * Found in time is: at the latest at the end of the fourth month from the onset, of a trend at the end of its twelfth, which is all that the oracle
 * of `visible.ts` has seen too; of a place that was always apart at the end of the fourth month of the look.
 *
 * A signal is false where it neither tells of a problem nor follows from one: a measure up or down the stream (or the problem’s own in another breakdown, or
 * getting better again), in no other place of the same breakdown, since three months before the onset or later. What was there at the look
 * before the first is not new. The same identifier with a beginning within three months of one seen before is the same episode. Parts of a signal
 * are not counted by themselves. Of false ones, those are told apart that speak of a level which is truly so: an authority may be worse than could be
 * expected in something that nobody planted, and a field may be one that it never fills in.
 */

export interface Naming {
  /** What a measure speaks of: practice, record, words, text or between. */
  readonly speaksOf: (measure: string) => string
  /** A value of a dimension as the generator calls it. */
  readonly valueOf: (dimension: string, value: string) => string
  /** Whether what a signal says of a level (“at least 80% could be expected”) is so by the generator’s own counts. */
  readonly levelHolds: (signal: Signal, month: number) => boolean
}

export interface Episode {
  readonly signal: Signal
  /** Month number of the month end at which it was first told. */
  readonly first: number
  readonly since: number
  readonly tells: readonly Plant[]
  readonly follows: boolean
  /** There already when the look began. */
  readonly standing: boolean
  /** Tells of a level that is truly so, planted or not. */
  readonly level: boolean
}

const near = 3

/**
 * All episodes of signals, in the order in which they came.
 * @param looks the signals at the end of each month, by month number, the month before the look first
 */
export function episodesOf(
  looks: readonly (readonly [month: number, signals: readonly Signal[]])[],
  plants: readonly Plant[],
  naming: Naming,
): readonly Episode[] {
  const found: Episode[] = []
  const sinces = new Map<string, number[]>()
  looks.forEach(([month, signals], place) => {
    const byId = new Map(signals.map((signal) => [signal.id, signal]))
    for (const signal of signals) {
      const since = monthFrom(signal.since)
      const known = sinces.get(signal.id) ?? []
      const before = known.findIndex((other) => Math.abs(other - since) <= near)
      if (before >= 0) {
        known[before] = since
        continue
      }
      sinces.set(signal.id, [...known, since])
      const cause = signal.partOf === null ? undefined : byId.get(signal.partOf)
      const tells = plants.filter((plant) => tellsOf(plant, signal, month, naming) || (cause && tellsOf(plant, cause, month, naming)))
      const follows =
        tells.length > 0 ||
        plants.some((plant) => followsFrom(plant, signal, month, naming) || (cause && followsFrom(plant, cause, month, naming)))
      found.push({ signal, first: month, since, tells, follows, standing: place === 0, level: naming.levelHolds(signal, month) })
    }
  })
  return found
}

function tellsOf(plant: Plant, signal: Signal, month: number, naming: Naming): boolean {
  const since = monthFrom(signal.since)
  const inTime = plant.kind === 'apart' || (since >= plant.onset - near && since <= plant.onset + (plant.kind === 'trend' ? 12 : 6))
  return (
    month >= plant.onset &&
    inTime &&
    isOfMeasure(plant, signal.measure, naming) &&
    isInPlace(plant.where, signal, naming) &&
    signal.direction !== 'better' &&
    (plant.kind !== 'volume' || signal.from === null || signal.to === null || signal.to > signal.from)
  )
}

function followsFrom(plant: Plant, signal: Signal, month: number, naming: Naming): boolean {
  const own = isOfMeasure(plant, signal.measure, naming)
  if (month < plant.onset || (!own && !plant.follows.includes(signal.measure))) return false
  const elsewhere = Object.entries(plant.where).some(([dimension, value]) => {
    const said = signal.where[dimension]
    return said !== undefined && naming.valueOf(dimension, said) !== value
  })
  // A team that was always worse makes the others look better, and the whole authority worse than others: the breakdown is the problem’s.
  if (elsewhere && plant.kind !== 'apart') return false
  return plant.kind === 'apart' || monthFrom(signal.since) >= plant.onset - near
}

const isOfMeasure = ({ measures, speaksOf }: Plant, measure: string, naming: Naming): boolean => {
  if (measures.includes(measure)) return true
  const about = naming.speaksOf(measure)
  return about !== 'practice' && (speaksOf as readonly string[]).includes(about)
}

function isInPlace(where: Where, signal: Signal, naming: Naming): boolean {
  const said = Object.entries(signal.where)
  if (said.length === 0 || Object.keys(where).length === 0) return true
  return said.every(([dimension, value]) => where[dimension] === naming.valueOf(dimension, value))
}

/** The last month whose end counts as in time. @param start month number of the first look */
export function inTimeUntil({ kind, onset }: Plant, start: number): number {
  if (kind === 'trend') return onset + 11
  return (kind === 'apart' ? start : onset) + 3
}
