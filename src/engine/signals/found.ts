import type { Measure } from '../measures/measure.ts'
import { perOf } from '../measures/series.ts'
import type { Change } from './change.ts'

/** A signal before it is said: what differs, where, since when, by how much, and how sure. */

/**
 * `shift`: another level since a month. `trend`: it goes on changing. `outlier`: the latest month alone. `target`: what is aimed at is not met, nor will be.
 * `apart`: one place differs from the others; `group`: one group of people does. `unrecorded`, `words`, `text`, `between`: of a level that anyone would
 * expect to be better, by what the measure speaks of.
 */
const kinds = ['shift', 'trend', 'outlier', 'target', 'apart', 'group', 'unrecorded', 'words', 'text', 'between'] as const
export type Kind = (typeof kinds)[number]

export type Direction = 'worse' | 'better' | 'changed'

/** The part it is about: what it is parted by, and the value; null of the whole. */
export interface Place {
  readonly by: string
  readonly value: string
}

export interface Found {
  /** Stays the same from month to month while it is about the same thing. */
  readonly id: string
  readonly kind: Kind
  readonly measure: Measure
  readonly place: Place | null
  /** The first month of which it is so, by number. */
  readonly since: number
  /** The month at whose end it could first be told, by number. */
  readonly seen: number
  readonly direction: Direction
  /** In the measure's unit: before and since; of others and of this place; what is expected and what is. */
  readonly from: number | null
  readonly to: number
  /** What was counted in the time it speaks of, above the line and below it. */
  readonly above: number
  readonly below: number
  /** The months it speaks of, both with them: of what stands at a moment, the last alone. */
  readonly months: readonly [from: number, to: number]
  /** In standard deviations, 0 and more. */
  readonly strength: number
  /** How sure that it is no chance, 0 to 1, allowing for all the months and places that are looked at for one measure. */
  readonly confidence: number
  readonly change: Change | null
}

export const idOf = (kind: Kind, measure: Measure, place: Place | null): string =>
  [measure.id, isChange(kind) ? 'change' : kind, ...(place === null ? [] : [place.by, place.value])].map(encodeURIComponent).join('.')

/** A trend, a shift and an outlier are one thing that goes on: what is an outlier this month may be a shift in three. */
export const isChange = (kind: Kind): boolean => kind === 'shift' || kind === 'trend' || kind === 'outlier'

/** Which way is worse. */
export function directionOf({ better }: Measure, up: boolean): Direction {
  if (better === 'neutral') return 'changed'
  return up === (better === 'higher') ? 'better' : 'worse'
}

/** A level from 0 to 1, or a number, in the unit in which the measure is told. */
export const inUnit = (measure: Measure, level: number): number => (measure.statistic === 'rate' ? level : level * perOf(measure))
