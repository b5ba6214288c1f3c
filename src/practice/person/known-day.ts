import type { PageRequest } from '../../engine/web/page.ts'
import { londonDay } from '../../engine/web/words.ts'

/** Gives the plain date that counts as today for a page. */
export type TodayOf = (request: Pick<PageRequest, 'now'>) => string

/** The day on which a page tells how things stand: the day of the past moment looked at, or today. */
export function dayOf(request: Pick<PageRequest, 'knownAt' | 'now'>, todayOf: TodayOf): string {
  const today = todayOf(request)
  if (request.knownAt === null) return today
  const then = londonDay(request.knownAt)
  return then < today ? then : today
}
