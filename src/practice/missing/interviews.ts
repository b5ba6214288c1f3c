import type { End } from '../../engine/clocks/clock.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { missingEpisode, returnHomeInterview } from './records.ts'

/** Which interview belongs to which missing episode, and whether an episode asks for one. */

export type Episode = Said<(typeof missingEpisode)['fields']>
export type Interview = Said<(typeof returnHomeInterview)['fields']>

/**
 * The interviews of an episode: those that name it and, where one names none, those offered or held between the return and the next time the
 * child went missing.
 */
export function interviewsOf(episode: Episode, thread: Thread): readonly Interview[] {
  const back = episode.returnedAt?.slice(0, 10)
  const next = thread
    .dated(missingEpisode, 'wentMissingAt')
    .find(({ at }) => back !== undefined && at.slice(0, 10) >= back && at > (episode.wentMissingAt ?? ''))
  return thread.all(returnHomeInterview).filter(({ missingEpisode: named, offeredAt, heldAt }) => {
    if (named !== null) return named === episode.id
    const day = (offeredAt ?? heldAt)?.slice(0, 10)
    return day !== undefined && back !== undefined && day >= back && (next === undefined || day <= next.at.slice(0, 10))
  })
}

/** The first of them that has a date in this field. */
export function firstDate(interviews: readonly Interview[], field: 'offeredAt' | 'heldAt' | 'writtenUpOn'): End | null {
  return interviews.reduce<End | null>((first, { id, [field]: at }) => {
    return at !== null && (first === null || at < first.at) ? { at, by: { table: returnHomeInterview.table, id } } : first
  }, null)
}

/**
 * Whether the guidance asks for an interview. It does of a child who was missing: their whereabouts were not known. Of one who was away without
 * authorisation, or "absent" in the police's words of 2014 to 2016, it asks for none, but one that was offered or held is followed to its end.
 */
export const asksForInterview = (episode: Episode, thread: Thread): boolean =>
  episode.type !== 'A' || episode.interviewOffered === 'Y' || interviewsOf(episode, thread).length > 0

/**
 * The child's answer that ends the need, or that the case system says it does not apply. The case system gives no day for it: the return's.
 * What was not offered is still due, and an interview that was held after all was held.
 */
export function needEnded(episode: Episode, thread: Thread): End | null {
  const interviews = interviewsOf(episode, thread)
  if (firstDate(interviews, 'heldAt') !== null) return null
  const back = episode.returnedAt as string
  const { interviewOffered: offered, interviewAccepted: accepted } = episode
  if (offered === 'NA' || accepted === 'NA' || accepted === 'N') return { at: back, by: { table: missingEpisode.table, id: episode.id } }
  const declined = interviews.find(({ response }) => response === 'Declined')
  return declined
    ? { at: declined.respondedOn ?? declined.offeredAt ?? back, by: { table: returnHomeInterview.table, id: declined.id } }
    : null
}
