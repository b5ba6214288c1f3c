import type { Thread, Said } from '../../engine/clocks/thread.ts'
import { legalStatus } from '../court/records.ts'
import { careEpisode, periodOfCare } from './records.ts'

/** When a child was in care, and how much of it was a series of short breaks, in which much of care planning does not apply. */

/** From its first day to before `until`; still running where that is null. */
export interface Stretch {
  readonly from: string
  readonly until: string | null
}

/** A stretch of care with the period of care it is part of. */
export interface CareStretch extends Stretch {
  readonly period: Said<(typeof periodOfCare)['fields']>
}

/** The kinds that these functions read. */
export const timeInCareReads = [periodOfCare, careEpisode, legalStatus] as const

/** The period of care that a child was in on a day, or null. The day of leaving is not in it. */
export const periodOn = (thread: Thread, day: string): CareStretch['period'] | null =>
  thread
    .all(periodOfCare)
    .find(({ startedOn, endedOn }) => startedOn !== null && startedOn <= day && (endedOn === null || day < endedOn)) ?? null

/**
 * The stretches a child was in care, earliest first, leaving out series of short breaks (legal statuses V3 and V4), to which
 * regulation 48 of the Care Planning, Placement and Case Review (England) Regulations 2010 applies.
 */
export function timeInCare(thread: Thread): readonly CareStretch[] {
  const periods = thread.dated(periodOfCare, 'startedOn')
  if (periods.length === 0) return []
  const breaks = shortBreaks(thread)
  return periods.flatMap(({ at, record }) =>
    without({ from: at, until: record.endedOn }, breaks).map((stretch) => ({ ...stretch, period: record })),
  )
}

function shortBreaks(thread: Thread): readonly Stretch[] {
  const statuses = thread.all(legalStatus).map(({ status, startedOn, endedOn }) => ({ status, from: startedOn, until: endedOn }))
  const episodes = thread
    .all(careEpisode)
    .map(({ legalStatus: status, startedOn, endedOn }) => ({ status, from: startedOn, until: endedOn }))
  return [...statuses, ...episodes].flatMap(({ status, from, until }) =>
    from !== null && status !== null && isShortBreaks(status) ? [{ from, until }] : [],
  )
}

/** A code of the return, or a status in the council's own words. */
const isShortBreaks = (status: string): boolean => /^V[34]\b/i.test(status) || /short[\s-]*(term[\s-]*)?break/i.test(status)

/** What is left of a stretch outside others, earliest first. */
export function without(stretch: Stretch, others: readonly Stretch[]): readonly Stretch[] {
  return others.reduce<readonly Stretch[]>((left, cut) => left.flatMap((each) => outside(each, cut)), [stretch])
}

function outside({ from, until }: Stretch, cut: Stretch): Stretch[] {
  if (cut.until !== null && cut.until <= cut.from) return [{ from, until }]
  const before = { from, until: earlier(until, cut.from) }
  const after = cut.until === null ? [] : [{ from: later(from, cut.until), until }]
  return [before, ...after].filter((each) => each.until === null || each.from < each.until)
}

const earlier = (a: string | null, b: string): string => (a === null || b < a ? b : a)
const later = (a: string, b: string): string => (a > b ? a : b)
