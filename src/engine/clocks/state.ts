import type { Clock } from './clock.ts'
import { distance } from './length.ts'

/** How a due date stands on a day. The first that is true, from the top; these are the words in lists and in JSON. */
export type State = 'met' | 'late' | 'paused' | 'overdue' | 'running'

/** What is needed of a run to say how it stands. Moments are plain dates, or with a time on the London clock. */
export interface Dates {
  readonly startedAt: string
  readonly dueAt: string
  readonly stoppedAt: string | null
  readonly done: boolean
  readonly pausedOn: string | null
  readonly resumedOn: string | null
}

/**
 * How a run stands at the end of a day; null when it had not started, or when it was no longer needed before it fell due.
 * What is due that day is not overdue that day. What was never done, and is no longer needed, is late from the day it fell due.
 */
export function stateOn(
  { startedAt, dueAt, stoppedAt, done, pausedOn, resumedOn }: Dates,
  day: string,
  meaning: Clock['meaning'] = 'duty',
): State | null {
  if (startedAt.slice(0, 10) > day) return null
  if (stoppedAt !== null && stoppedAt.slice(0, 10) <= day) {
    if (meaning === 'earliest') return stoppedAt.slice(0, 10) < dueAt.slice(0, 10) ? 'late' : 'met'
    if (done) return inTime(stoppedAt, dueAt) ? 'met' : 'late'
    return dueAt.slice(0, 10) < stoppedAt.slice(0, 10) ? 'late' : null
  }
  if (pausedOn !== null && pausedOn <= day && (resumedOn === null || resumedOn > day)) return 'paused'
  if (dueAt.slice(0, 10) >= day) return 'running'
  // A window that has closed, or a day from which something is allowed, asks nothing of anybody.
  return meaning === 'window' || meaning === 'earliest' ? null : 'overdue'
}

/** Where both have a time of day it decides; otherwise the day does. */
const inTime = (stoppedAt: string, dueAt: string): boolean =>
  stoppedAt.length > 10 && dueAt.length > 10 ? stoppedAt <= dueAt : stoppedAt.slice(0, 10) <= dueAt.slice(0, 10)

/**
 * How many days: late (overdue, late), left (running, paused) or to spare (met). Never negative: the state tells which. A few hours late
 * on the day itself are 0 days late.
 */
export function daysOn(run: Dates, state: State, day: string, unit: Clock['unit']): number {
  const against = state === 'met' || state === 'late' ? (run.stoppedAt as string) : day
  return Math.abs(state === 'overdue' || state === 'late' ? distance(run.dueAt, against, unit) : distance(against, run.dueAt, unit))
}
