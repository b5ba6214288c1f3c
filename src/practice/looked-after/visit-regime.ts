import type { End } from '../../engine/clocks/clock.ts'
import { addMonths } from '../../engine/clocks/days.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { legalStatus } from '../court/records.ts'
import { codeOfLegalStatus, isShortBreak, legalStatusesOn } from './legal-status-on.ts'
import { lookedAfterReview, placement } from './records.ts'
import { isForAdoption, isLongTermFosterCare, placementOn, saidOf, type Stay } from './stays.ts'

/**
 * How often a child in care is visited: regulation 28 of the Care Planning, Placement and Case Review (England) Regulations 2010 has one rule
 * for most placements and others for placements with parents and for carers approved for a time. On any day of a placement one of them is in
 * force. Each is a row of the reference of rules, and a clock.
 */
export type VisitRule =
  | 'lac-visit-first'
  | 'lac-visit-year1'
  | 'lac-visit-later'
  | 'lac-visit-permanent'
  | 'lac-visit-long-term-agreed'
  | 'lac-visit-parents-interim'
  | 'lac-visit-temp-approved'
  | 'lac-visit-care-order-home'

/** Where a rule has two lengths, the first of them: weekly until the first review, or a week from the order. */
export type Stage = 'first' | 'then'

export interface VisitRegime {
  readonly rule: VisitRule
  readonly stage: Stage
  /** Why this rule, in words. */
  readonly why: string
  /** What began the arrangement the rule is for. */
  readonly since: string
}

/** Agreeing to fewer visits was brought in by the Care Planning and Fostering (Miscellaneous Amendments) (England) Regulations 2015. */
const fewerVisitsFrom = '2015-04-01'

/**
 * The rule by which the next visit is due, for a placement and a day of it. Null where regulation 28 asks for no visit: short breaks have visits
 * of their own (regulation 48), and a child placed for adoption those of the Adoption Agencies Regulations 2005.
 * @param lastVisit the day of the last visit in this placement; null when there has been none
 */
export function visitRegimeOn(stay: Stay, day: string, lastVisit: string | null, thread: Thread): VisitRegime | null {
  const { type } = placementOn(stay, day)
  if (isForAdoption(type) || isShortBreak(thread, day)) return null
  return (
    approvedForATime(stay, day, thread) ??
    (type === 'P1' ? withParents(stay, day, lastVisit, thread) : null) ??
    ordinary(stay, day, lastVisit)
  )
}

/** Regulation 24: a relative, friend or other connected person, approved as a foster carer for some weeks. */
function approvedForATime(stay: Stay, day: string, thread: Thread): VisitRegime | null {
  const approvedOn = saidOf(stay, 'temporaryApprovalOn')
  const inFullOn = saidOf(stay, 'fullApprovalOn')
  if (approvedOn === null || approvedOn > day || (inFullOn !== null && inFullOn <= day)) return null
  const since = later(approvedOn, stay.startedOn)
  return {
    rule: 'lac-visit-temp-approved',
    stage: untilFirstReview(thread, since, day),
    why: 'The carer is a connected person with temporary approval (regulation 28(4))',
    since,
  }
}

function withParents(stay: Stay, day: string, lastVisit: string | null, thread: Thread): VisitRegime | null {
  const statuses = legalStatusesOn(thread, day)
  if (statuses.includes('C1')) {
    const since = later(unbroken(thread, 'C1', day), stay.startedOn)
    return {
      rule: 'lac-visit-temp-approved',
      stage: untilFirstReview(thread, since, day),
      why: 'The child lives with parents under an interim care order (regulation 28(4))',
      since,
    }
  }
  const decidedOn = saidOf(stay, 'parentsDecidedOn')
  if (saidOf(stay, 'beforeAssessment') === true && (decidedOn === null || decidedOn > day)) {
    return {
      rule: 'lac-visit-parents-interim',
      stage: untilFirstReview(thread, stay.startedOn, day),
      why: 'The child was placed with parents before these were assessed (regulations 19 and 28(3))',
      since: stay.startedOn,
    }
  }
  if (!statuses.includes('C2')) return null
  const since = later(unbroken(thread, 'C2', day), stay.startedOn)
  return {
    rule: 'lac-visit-care-order-home',
    stage: lastVisit === null || lastVisit < since ? 'first' : 'then',
    why: 'The child lives with parents under a full care order (regulation 28(5))',
    since,
  }
}

function ordinary(stay: Stay, day: string, lastVisit: string | null): VisitRegime {
  const since = stay.startedOn
  const regime = (rule: VisitRule, why: string): VisitRegime => ({ rule, stage: 'then', why, since })
  if (lastVisit === null) return { ...regime('lac-visit-first', 'A placement has begun (regulation 28(2)(a))'), stage: 'first' }
  if (lastVisit < addMonths(stay.startedOn, 12)) return regime('lac-visit-year1', 'The first year of the placement (regulation 28(2)(b))')
  if (agreedToFewer(stay, day))
    return regime('lac-visit-long-term-agreed', 'The child agrees to fewer visits in a long-term foster placement (regulation 28(3A))')
  const meantToLastOn = saidOf(stay, 'meantToLastDecidedOn')
  if (isLongTermFosterCare(placementOn(stay, day).type) || (meantToLastOn !== null && meantToLastOn <= day))
    return regime('lac-visit-permanent', 'After the first year of a placement that is meant to last until 18 (regulation 28(2)(c)(i))')
  return regime('lac-visit-later', 'After the first year of a placement that is not meant to last until 18 (regulation 28(2)(c)(ii))')
}

function agreedToFewer(stay: Stay, day: string): boolean {
  const agreedOn = saidOf(stay, 'fewerVisitsAgreedOn')
  const endedOn = saidOf(stay, 'fewerVisitsEndedOn')
  return (
    isLongTermFosterCare(placementOn(stay, day).type) &&
    day >= fewerVisitsFrom &&
    agreedOn !== null &&
    agreedOn <= day &&
    (endedOn === null || endedOn > day)
  )
}

/**
 * The regulation says "the first review". We take the first one held in the arrangement: a child who has long been in care and moves to a carer
 * with temporary approval is watched as closely as one who has come in that day.
 */
function untilFirstReview(thread: Thread, since: string, day: string): Stage {
  const first = reviewsHeld(thread).find(({ at }) => at >= since)
  return first === undefined || first.at > day ? 'first' : 'then'
}

/** Interim orders follow one another: the day on which the first of an unbroken row of them was made. */
function unbroken(thread: Thread, code: string, day: string): string {
  const rows = thread.dated(legalStatus, 'startedOn').filter(({ record }) => codeOfLegalStatus(record.status) === code)
  let since = day
  for (const { at, record } of [...rows].reverse()) if (at <= since && (record.endedOn === null || record.endedOn >= since)) since = at
  return since
}

/**
 * The days on which another rule may come into force: a review, an order, an approval, a decision. The end of the first year is not among them:
 * after a visit in the first year the next is due by the rule of that year.
 */
export function turningPoints(stay: Stay, thread: Thread): readonly End[] {
  const points: End[] = [...reviewsHeld(thread)]
  for (const { record } of thread.dated(legalStatus, 'startedOn'))
    for (const at of [record.startedOn, record.endedOn])
      if (at !== null) points.push({ at, by: { table: legalStatus.table, id: record.id } })
  for (const record of stay.records)
    for (const field of ofThePlacement) {
      const at = record[field]
      if (at !== null) points.push({ at, by: { table: placement.table, id: record.id } })
    }
  return points
    .filter(({ at }) => at > stay.startedOn && (stay.until === null || at < stay.until.at))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.by.id < other.by.id ? -1 : 1))
}

const ofThePlacement = [
  'startedOn',
  'temporaryApprovalOn',
  'fullApprovalOn',
  'parentsDecidedOn',
  'meantToLastDecidedOn',
  'fewerVisitsAgreedOn',
  'fewerVisitsEndedOn',
] as const

const reviewsHeld = (thread: Thread): readonly End[] =>
  thread
    .dated(lookedAfterReview, 'heldOn')
    .filter(({ record }) => record.cancelled !== true)
    .map(({ at, record }) => ({ at, by: { table: lookedAfterReview.table, id: record.id } }))

const later = (one: string, other: string): string => (one > other ? one : other)
