import { endIn, type End } from '../../engine/clocks/clock.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { saidYes, saidYesToAny } from '../person/code-lists.ts'
import { enquiryOutcomes } from './code-lists.ts'
import { childProtectionPlan, section47Enquiry } from './records.ts'

type Enquiry = Said<(typeof section47Enquiry)['fields']>

/** That a section 47 enquiry ended without a conference being needed: when it did, or that it did and the day is not recorded. Null: it has not. */
export function noConference(enquiry: Enquiry): End | 'on a day not known' | null {
  if (!conferenceNotNeeded(enquiry)) return null
  return enquiry.completedOn === null ? 'on a day not known' : endIn(section47Enquiry, enquiry, 'completedOn')
}

/** What the source says outright counts first, then the outcomes. An enquiry with nothing said may still need one. */
function conferenceNotNeeded({ conferenceNotRequired, noFurtherAction, outcomes }: Enquiry): boolean {
  if (conferenceNotRequired !== null) return conferenceNotRequired
  if (saidYes(outcomes, 'CP_CONFERENCE_FLAG')) return false
  return noFurtherAction === true || saidYesToAny(enquiryOutcomes, outcomes)
}

/** Whether what came of an enquiry is recorded, and so that it is over, whatever the day. */
export const outcomeKnown = ({ conferenceNotRequired, noFurtherAction, outcomes }: Enquiry): boolean =>
  conferenceNotRequired === true || noFurtherAction === true || saidYesToAny(enquiryOutcomes, outcomes)

/** Whether a child was on a child protection plan already when the day began. */
export const wasOnAPlan = (thread: Thread, day: string): boolean =>
  thread
    .dated(childProtectionPlan, 'startedOn')
    .some(({ at, record: { endedOn } }) => at < day.slice(0, 10) && (endedOn === null || endedOn >= day.slice(0, 10)))
