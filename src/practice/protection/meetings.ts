import { endIn, type End, type Ref, type Start } from '../../engine/clocks/clock.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { earliest, firstOn } from '../../engine/clocks/ends.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { caseClosed } from '../front-door/case.ts'
import { noConference } from './enquiry.ts'
import type { meetingPaperwork } from './paperwork.ts'
import { childProtectionPlan, childProtectionReview, initialConference, section47Enquiry } from './records.ts'

/** A conference for which papers are written: held, or still to come. */
export interface Conference {
  readonly meeting: 'initial conference' | 'protection review'
  readonly by: Ref
  /** The day it was held; where it has not been, the day by which it is due. */
  readonly on: string
  readonly heldOn: string | null
  /** Since when it was known of: the strategy discussion, the last review or the plan's first day. */
  readonly since: string
  /** From when it will not be held any more. */
  readonly until: End | null
}

/** Where nothing says since when a conference was known of, three weeks before it. The number is ours. */
const threeWeeksBefore = (day: string): string => addDays(day, -21)

export function initialConferences(thread: Thread): Conference[] {
  return thread.all(initialConference).flatMap((record): Conference[] => {
    const day = record.heldOn ?? record.targetOn
    if (day === null) return []
    const enquiry = record.transferIn === true ? null : enquiryBefore(thread, record.enquiry, day)
    const without = enquiry === null ? null : noConference(enquiry)
    if (record.heldOn === null && without === 'on a day not known') return []
    const since = enquiry?.strategyDiscussionAt?.slice(0, 10) ?? record.transferNoticeOn ?? threeWeeksBefore(day)
    const until = without === 'on a day not known' ? null : earliest(without, caseClosed(thread, record, day))
    const by = { table: initialConference.table, id: record.id }
    return [{ meeting: 'initial conference', by, on: day, heldOn: record.heldOn, since, until: record.heldOn === null ? until : null }]
  })
}

const enquiryBefore = (thread: Thread, id: string | null, day: string): Said<(typeof section47Enquiry)['fields']> | null =>
  thread
    .dated(section47Enquiry, 'strategyDiscussionAt')
    .findLast(({ at, record }) => (id === null ? at.slice(0, 10) <= day : record.id === id))?.record ?? null

export function reviewConferences(thread: Thread): Conference[] {
  return thread.all(childProtectionReview).flatMap((record): Conference[] => {
    const day = record.heldOn ?? record.dueOn
    if (day === null) return []
    const plan = planOn(thread, record.plan, day)
    // A review that is only planned, of a plan nobody knows, would wait for ever.
    if (plan === null && record.heldOn === null) return []
    const last = thread.dated(childProtectionReview, 'heldOn').findLast(({ at }) => at < day && (plan?.startedOn ?? '') <= at)
    const since = last?.at ?? plan?.startedOn ?? threeWeeksBefore(day)
    const until =
      plan === null ? null : earliest(endIn(childProtectionPlan, plan, 'endedOn'), firstOn(thread, childProtectionReview, 'heldOn', day))
    const by = { table: childProtectionReview.table, id: record.id }
    return [{ meeting: 'protection review', by, on: day, heldOn: record.heldOn, since, until: record.heldOn === null ? until : null }]
  })
}

const planOn = (thread: Thread, id: string | null, day: string): Said<(typeof childProtectionPlan)['fields']> | null =>
  thread
    .dated(childProtectionPlan, 'startedOn')
    .findLast(({ at, record }) => (id === null ? at <= day && (record.endedOn === null || record.endedOn >= day) : record.id === id))
    ?.record ?? null

/**
 * Whether papers are those of the conference that started a clock: they name it; or they name none, and are for a meeting of its kind on its day, or
 * on a day for which it had been planned.
 */
export function areFor(papers: Said<(typeof meetingPaperwork)['fields']>, { record }: Start): boolean {
  const { meeting, by, on, heldOn, since } = record as Conference
  if (papers.meeting !== meeting || papers.meetingOn === null) return false
  const named = meeting === 'initial conference' ? papers.initialConference : papers.childProtectionReview
  if (named !== null) return named === by.id
  return papers.meetingOn === on || (papers.meetingOn > since && papers.meetingOn <= (heldOn ?? '9999'))
}
