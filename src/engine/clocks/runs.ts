import { birthday, dayNumber, plainDay } from './days.ts'
import { after, distance, type Length } from './length.ts'
import { BeyondTheList, addWorkingDays, workingDaysBetween } from './working-days.ts'
import type { Clock, End, Ref, Start, Stop, Terms } from './clock.ts'
import type { AnySaid, Dated, Thread } from './thread.ts'

/** One running of a clock: when it started and by what, when it is due, what stopped it. It says nothing of today. */
export interface Run {
  readonly clock: string
  /** From when it runs; the moment the rule counts from unless the clock says otherwise. */
  readonly startedAt: string
  readonly startedBy: Ref
  readonly dueAt: string
  readonly stoppedAt: string | null
  readonly stoppedBy: Ref | null
  /** False where it stopped because it was no longer needed. */
  readonly done: boolean
  readonly pausedOn: string | null
  readonly resumedOn: string | null
  readonly part: string | null
  /** When each declared step was done; null where it was not. */
  readonly steps: readonly (string | null)[]
}

/** How a subject tells of itself: the fields that say when a life began and ended, where it has them. */
export interface Life {
  readonly bornOn: string | null
  readonly diedOn: string | null
}

/** Every running of a clock in a thread, in the order of their starts. The same records give the same runs, whatever day it is. */
export function runsOf(clock: Clock, thread: Thread, life: Life, terms: Terms): Run[] {
  const inUse = terms.inUseFrom(clock.id)
  const runs: Run[] = []
  for (const start of clock.starts(thread, terms)) {
    const day = start.at.slice(0, 10)
    if ((clock.from !== null && day < clock.from) || (clock.until !== null && day > clock.until) || (inUse !== null && day < inUse))
      continue
    const aged = ofAge(start, clock, life)
    if (aged === null) continue
    const run = runOf(clock, aged, thread, terms)
    if (run !== null) runs.push(run)
  }
  return runs.sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0))
}

/** The start within the ages the rule applies to, and not beyond the end of a life; null where nothing is left of it. */
function ofAge(start: Start, clock: Clock, { bornOn, diedOn }: Life): Start | null {
  let { at, until = null } = start
  const self = start.by
  const endBy = (day: string): void => {
    if (until === null || day < until.at) until = { at: day, by: self }
  }
  if (clock.ages !== null) {
    const { from, until: to } = clock.ages
    if (bornOn === null && from !== undefined) return null
    if (bornOn !== null && from !== undefined) {
      const reached = birthday(bornOn, from)
      if (at < reached) at = reached
    }
    if (bornOn !== null && to !== undefined) endBy(birthday(bornOn, to))
  }
  if (diedOn !== null && !clock.afterDeath) endBy(diedOn)
  if (until === start.until && at === start.at) return start
  return until !== null && until.at.slice(0, 10) <= at.slice(0, 10) && at !== start.at ? null : { ...start, at, until }
}

function runOf(clock: Clock, start: Start, thread: Thread, terms: Terms): Run | null {
  let dueAt: string | null
  try {
    dueAt = dueOf(clock, start, thread, terms)
  } catch (error) {
    // A date so far off that no bank holidays are listed: a slip of the pen, for which no date can be given.
    if (error instanceof BeyondTheList) return null
    throw error
  }
  if (dueAt === null) return null
  const pause = clock.pauses?.(start, thread) ?? null
  if (pause !== null) dueAt = later(dueAt, pause, clock)
  let stop = start.stop === undefined ? firstStop(clock.stops, start, thread) : start.stop
  // What happens after a window has closed did not happen within it.
  if (clock.meaning === 'window' && stop !== null && stop.at.slice(0, 10) > dueAt.slice(0, 10)) stop = null
  const until = start.until ?? null
  const ended = until !== null && (stop === null || stop.at.slice(0, 10) > until.at.slice(0, 10))
  // What was no longer needed before it fell due was never due.
  if (ended && until !== null && until.at.slice(0, 10) <= dueAt.slice(0, 10)) return null
  // A window that has closed by then, or a day from which something is allowed, asks nothing that could end.
  const asks = clock.meaning === 'duty' || clock.meaning === 'threshold'
  const end = ended ? (asks ? until : null) : stop
  return {
    clock: clock.id,
    startedAt: start.since ?? start.at,
    startedBy: start.by,
    dueAt,
    stoppedAt: end?.at ?? null,
    stoppedBy: end?.by ?? null,
    done: end !== null && !ended,
    pausedOn: pause?.from ?? null,
    resumedOn: pause?.until ?? null,
    part: start.part ?? null,
    steps: clock.steps.map(({ done }) => done(start, thread)),
  }
}

function dueOf(clock: Clock, start: Start, thread: Thread, terms: Terms): string | null {
  const own = start.due !== undefined ? start.due : typeof clock.due === 'function' ? clock.due(start, thread, terms) : clock.due
  if (own === null || typeof own === 'string') return own
  const length: Length = clock.local && start.due === undefined ? terms.length(clock.id, own) : own
  return after(start.at, length, terms.school)
}

/** A clock that stood still is due as much later as it stood. While it still stands, nobody knows how long: the date is that of the first day. */
function later(dueAt: string, { from, until }: { from: string; until: string | null }, { unit }: Clock): string {
  if (until === null || until <= from || from > dueAt) return dueAt
  const day = dueAt.slice(0, 10)
  return unit === 'working days'
    ? addWorkingDays(day, workingDaysBetween(from, until))
    : plainDay(dayNumber(day) + distance(from, until, 'days'))
}

/** The first of all that may stop it; of several on one day, the one that is declared first. */
function firstStop(stops: readonly Stop[], start: Start, thread: Thread): End | null {
  let found: End | null = null
  for (const stop of stops) {
    const dated = thread.dated(stop.kind, stop.field)
    const from = stop.from ? stop.from(start, thread) : start.at.slice(0, 10)
    for (let place = firstFrom(dated, from); place < dated.length; place++) {
      const { at, record } = dated[place] as Dated
      if (found !== null && at >= found.at) break
      if (stop.later && at.slice(0, 10) <= start.at.slice(0, 10)) continue
      // On the same day a time tells before from after; where one has none, the day is enough.
      if (!stop.from && at.length > 10 && start.at.length > 10 && at < start.at) continue
      if (stop.when && !(stop.when as (record: AnySaid, start: Start, thread: Thread) => boolean)(record, start, thread)) continue
      found = { at, by: { table: stop.kind.table, id: record.id } }
      break
    }
  }
  return found
}

/** Place of the first that is on a day or after it. */
function firstFrom(dated: readonly Dated[], day: string): number {
  let low = 0
  let high = dated.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dated[middle] as Dated).at < day) low = middle + 1
    else high = middle
  }
  return low
}
