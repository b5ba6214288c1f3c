import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { involvement } from '../allocation/records.ts'

/**
 * Whether a worker's role is that of the independent reviewing officer. The dataset has no code for it: case systems write "IRO", "Independent
 * Reviewing Officer", "Reviewing Officer (LAC)" and the like, so whatever speaks of a reviewing officer counts.
 */
export const isReviewingOfficer = (role: string | null): boolean => role !== null && /\biro\b|review(ing)?[ _-]?officer/i.test(role)

type Involvement = Said<(typeof involvement)['fields']>

/** The reviewing officers a child has had, earliest first. */
export const reviewingOfficersOf = (thread: Thread): readonly Involvement[] =>
  thread
    .dated(involvement, 'startedOn')
    .map(({ record }) => record)
    .filter(({ role }) => isReviewingOfficer(role))
