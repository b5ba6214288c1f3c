import { endIn, type End } from '../../engine/clocks/clock.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import { saidYes, saidYesToAny } from '../person/code-lists.ts'
import { enquiryOutcomes } from './code-lists.ts'
import { section47Enquiry } from './records.ts'

/** That a section 47 enquiry ended without a conference being needed: when it did, or that it did and the day is not recorded. Null: it has not. */
export function noConference(enquiry: Said<(typeof section47Enquiry)['fields']>): End | 'on a day not known' | null {
  const { conferenceNotRequired, noFurtherAction, outcomes, completedOn } = enquiry
  const without =
    conferenceNotRequired === true ||
    noFurtherAction === true ||
    (saidYesToAny(enquiryOutcomes, outcomes) && !saidYes(outcomes, 'CP_CONFERENCE_FLAG') && conferenceNotRequired === null)
  if (!without) return null
  return completedOn === null ? 'on a day not known' : endIn(section47Enquiry, enquiry, 'completedOn')
}
