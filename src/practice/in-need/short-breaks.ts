import { endIn, type End, type Ref } from '../../engine/clocks/clock.ts'
import { addDays, addMonths, daysBetween } from '../../engine/clocks/days.ts'
import { earliest, firstOn } from '../../engine/clocks/ends.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { caseClosed } from '../front-door/case.ts'
import { careEpisode } from '../looked-after/records.ts'

/**
 * Short breaks as the looked-after return records them: V3, each stay; V4, the agreement, whose single days nobody holds. A series goes on from stay to
 * stay. No record says when one has ended, so one is taken to have ended when six months pass without a stay, when an agreement ends and no other follows on, when the case closes, or when the child
 * comes into care otherwise. The six months are ours.
 */
export interface Stay {
  readonly by: Ref
  readonly from: string
  readonly until: End | null
  /** V3: the days of this stay are what they say. V4 is an agreement. */
  readonly eachRecorded: boolean
}

export interface Series {
  readonly stays: readonly Stay[]
  readonly until: End | null
}

/** Stays, earliest first. Episodes that follow on each other without a night between are one stay. */
export function staysIn(thread: Thread): readonly Stay[] {
  const stays: Stay[] = []
  for (const { at, record } of thread.dated(careEpisode, 'startedOn')) {
    if (record.legalStatus !== 'V3' && record.legalStatus !== 'V4') continue
    const eachRecorded = record.legalStatus === 'V3'
    const stay = { by: { table: careEpisode.table, id: record.id }, from: at, until: endIn(careEpisode, record, 'endedOn'), eachRecorded }
    const last = stays.at(-1)
    if (last && last.eachRecorded === eachRecorded && last.until?.at === at) stays[stays.length - 1] = { ...last, until: stay.until }
    else stays.push(stay)
  }
  return stays
}

export function seriesIn(thread: Thread): readonly Series[] {
  const series: { stays: Stay[]; until: End | null }[] = []
  for (const stay of staysIn(thread)) {
    const last = series.at(-1)
    const until = endOf(stay, thread)
    if (last && (last.until === null || stay.from <= last.until.at)) Object.assign(last, { stays: [...last.stays, stay], until })
    else series.push({ stays: [stay], until })
  }
  return series
}

/** When a series ends if no stay follows this one; null while it goes on. */
function endOf({ by, from, until, eachRecorded }: Stay, thread: Thread): End | null {
  const otherwise = firstOn(thread, careEpisode, 'startedOn', from, ({ legalStatus }) => !['V3', 'V4', null].includes(legalStatus))
  return earliest(
    until && { at: eachRecorded ? addMonths(until.at, 6) : until.at, by },
    caseClosed(thread, { referral: null }, from),
    otherwise,
  )
}

/** Whether the care that began on a day is a short break. */
export const isShortBreak = (thread: Thread, day: string): boolean =>
  thread
    .dated(careEpisode, 'startedOn')
    .some(({ at, record: { legalStatus } }) => at === day && (legalStatus === 'V3' || legalStatus === 'V4'))

/** The last day to which a stay may run: 17 days from its first, or until 75 days have been used in the 12 months to that day, if that comes sooner. */
export function lastDayOf(
  stay: Stay,
  before: readonly Stay[],
): { readonly day: string; readonly limit: '17 days in one stay' | '75 days in 12 months' } {
  for (let days = 1; days <= 17; days++) {
    const day = addDays(stay.from, days)
    const yearBefore = addMonths(day, -12)
    const used = before.reduce((sum, { from, until }) => sum + nights(from, until?.at ?? stay.from, yearBefore), days)
    if (used > 75) return { day: addDays(day, -1), limit: '75 days in 12 months' }
  }
  return { day: addDays(stay.from, 17), limit: '17 days in one stay' }
}

/** Days of a stay, its last not counted, that lie on or after a day. */
const nights = (from: string, until: string, since: string): number => Math.max(0, daysBetween(from > since ? from : since, until))
