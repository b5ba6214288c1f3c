import type { End, Start } from '../../engine/clocks/clock.ts'
import { after, weeks, type Length, months } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { lookedAfterVisit, placement } from './records.ts'
import { staysIn, type Stay } from './stays.ts'
import { turningPoints, visitRegimeOn, type Stage, type VisitRegime, type VisitRule } from './visit-regime.ts'

/**
 * The visits that are due to a child in care, one after another. Each is counted from the visit before, or from the beginning of the placement,
 * by the rule then in force. When another rule comes into force in between, it takes over: one that asks for less counts from the same visit
 * and one that asks for more, or begins with a day of its own, counts from that day.
 */

/** Within what length of time each rule asks for the next visit. */
const lengths: Readonly<Record<VisitRule, Readonly<Record<Stage, Length>>>> = {
  'lac-visit-first': always(weeks(1)),
  'lac-visit-year1': always(weeks(6)),
  'lac-visit-later': always(weeks(6)),
  'lac-visit-permanent': always(months(3)),
  'lac-visit-long-term-agreed': always(months(6)),
  'lac-visit-parents-interim': { first: weeks(1), then: weeks(6) },
  'lac-visit-temp-approved': { first: weeks(1), then: weeks(4) },
  'lac-visit-care-order-home': { first: weeks(1), then: weeks(6) },
}

export const visitEvery = (rule: VisitRule, stage: Stage): Length => lengths[rule][stage]

/** A start whose `record` is the rule in force. */
interface VisitDue extends Start {
  readonly record: VisitRegime
}

const known = new WeakMap<Thread, readonly VisitDue[]>()

/** Every visit due to a child, of all placements. */
export function visitsDue(thread: Thread): readonly VisitDue[] {
  const before = known.get(thread)
  if (before) return before
  const stays = staysIn(thread)
  const visits = stays.length === 0 ? [] : visitsSeen(thread)
  const due = stays.flatMap((stay) => visitsIn(stay, visits, thread))
  known.set(thread, due)
  return due
}

/** A visit on which the child was not seen is no visit; where it is not recorded whether they were, it is. */
const visitsSeen = (thread: Thread): readonly End[] =>
  thread
    .dated(lookedAfterVisit, 'visitedOn')
    .filter(({ record }) => record.childSeen !== false)
    .map(({ at, record }) => ({ at, by: { table: lookedAfterVisit.table, id: record.id } }))

function visitsIn(stay: Stay, visits: readonly End[], thread: Thread): VisitDue[] {
  const due: VisitDue[] = []
  let lastVisit: string | null = null
  let regime = visitRegimeOn(stay, stay.startedOn, null, thread)
  let from: From = { base: { at: stay.startedOn, by: { table: placement.table, id: stay.placement.id } }, since: stay.startedOn }
  const push = (until: End | null, stop: End | null): void => {
    const { base, since, by } = from
    if (regime !== null) due.push({ ...base, since, until, stop, record: regime, ...partOf(regime), ...(by && { due: by }) })
  }
  for (const { point, visited } of inOrder(stay, visits, thread)) {
    const now = visitRegimeOn(stay, point.at, visited ? point.at : lastVisit, thread)
    if (visited) {
      push(stay.until, point)
      from = { base: point, since: point.at }
      lastVisit = point.at
    } else {
      if (now?.rule === regime?.rule && now?.stage === regime?.stage && now?.since === regime?.since) continue
      push(point, null)
      if (now !== null) from = takingOver(now, point, from, regime)
    }
    regime = now
  }
  push(stay.until, null)
  return due
}

/** From what the next visit is counted. */
interface From {
  readonly base: End
  readonly since: string
  /** The day by which it is due, where that is sooner than the rule alone would say. */
  readonly by?: string
}

/** How a rule that comes into force between two visits counts: from the visit before where it asks for less, else from that day. */
function takingOver(now: VisitRegime, point: End, { base, since, by }: From, before: VisitRegime | null): From {
  const anew = { base: point, since: point.at }
  if (before === null || now.since === point.at) return anew
  const dueBefore = by ?? dueBy(base, before)
  if (dueBy(base, now) >= dueBefore) return { base, since: dueBefore < point.at ? point.at : since }
  // It asks for more, but not for less than was due anyway.
  return dueBefore > point.at && dueBefore < dueBy(point, now) ? { ...anew, by: dueBefore } : anew
}

/** Which of two lengths, in words. */
function partOf({ rule, stage }: VisitRegime): { readonly part?: string } {
  if (rule === 'lac-visit-temp-approved' || rule === 'lac-visit-parents-interim')
    return { part: stage === 'first' ? 'Until the first review' : 'After the first review' }
  return rule === 'lac-visit-care-order-home' ? { part: stage === 'first' ? 'First visit' : 'Later visits' } : {}
}

const dueBy = (base: End, { rule, stage }: VisitRegime): string => after(base.at, visitEvery(rule, stage))

/** Visits and turning points of a stay in the order of their days, visits first: a review on the day of a visit is held after it. */
function inOrder(stay: Stay, visits: readonly End[], thread: Thread): { readonly point: End; readonly visited: boolean }[] {
  const here = visits.filter(({ at }) => at >= stay.startedOn && (stay.until === null || at <= stay.until.at))
  return [
    ...here.map((point) => ({ point, visited: true })),
    ...turningPoints(stay, thread).map((point) => ({ point, visited: false })),
  ].sort((one, other) =>
    one.point.at < other.point.at ? -1 : one.point.at > other.point.at ? 1 : Number(other.visited) - Number(one.visited),
  )
}

function always(length: Length): Readonly<Record<Stage, Length>> {
  return { first: length, then: length }
}
