import { addMonths } from '../../engine/clocks/days.ts'
import { workingDays, after } from '../../engine/clocks/length.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import { factKind, type Fact } from '../../engine/measures/fact.ts'
import { person } from '../person/records.ts'
import { planAction } from '../planning/records.ts'
import { covers } from '../told-in-parts.ts'
import { meetings } from './code-lists.ts'
import { meetingPaperwork } from './paperwork.ts'
import { childProtectionPlan, childProtectionReview } from './records.ts'

/** What is written for a meeting and after it: whether it was shared before, sent at all, and followed by a change to the plan. */

type Papers = Said<(typeof meetingPaperwork)['fields']>

const meeting = { label: 'Which meeting', type: 'words', codes: meetings } as const
const openedTo = ({ id }: Papers) => ({ table: meetingPaperwork.table, id })

/** A row that gives no day of any paper tells nothing of the meeting: it may not have been held. */
const tellsOfPapers = ({ reportSharedOn, decisionsSentOn, minutesWrittenOn, minutesSentOn }: Papers): boolean =>
  [reportSharedOn, decisionsSentOn, minutesWrittenOn, minutesSentOn].some((day) => day !== null)

/** One a child and meeting, on its day. Where nothing is recorded of a meeting’s papers at all, it is not among them. */
export const reportsForMeetings = factKind({
  id: 'reports-for-meetings',
  name: 'Conferences and reviews of which papers are recorded',
  about: person,
  says: { meeting, before: { label: 'Report shared before the day of the meeting', type: 'yes or no' } },
  reads: [meetingPaperwork],
  facts: (thread) =>
    thread
      .dated(meetingPaperwork, 'meetingOn')
      .filter(({ record }) => tellsOfPapers(record))
      .map(({ at, record }) => ({
        on: at,
        by: openedTo(record),
        says: { meeting: record.meeting, before: record.reportSharedOn !== null && record.reportSharedOn < at },
      })),
})

/** After how many months a record that was not sent is taken never to have been. Ours: local limits are 15 or 20 working days. */
const never = 3

/** One a child and meeting, on the day three months after it: so that no month changes any more once it has passed. */
export const recordsOfMeetings = factKind({
  id: 'records-of-meetings',
  name: 'Conferences and reviews of three months ago',
  about: person,
  says: { meeting, sent: { label: 'Record sent', type: 'yes or no' } },
  reads: [meetingPaperwork],
  facts: (thread) =>
    thread
      .dated(meetingPaperwork, 'meetingOn')
      .filter(({ record }) => tellsOfPapers(record))
      .map(({ at, record }) => {
        const on = addMonths(at, never)
        return {
          on,
          by: openedTo(record),
          says: { meeting: record.meeting, sent: record.minutesSentOn !== null && record.minutesSentOn <= on },
        }
      }),
})

/** How soon after a review its decisions are in the plan: as guidance asks of core groups, which meet within ten working days. */
const soon = workingDays(10)

/**
 * Reviews of a child protection plan that went on, on the day ten working days after each: whether an action of the plan was agreed from the review
 * to that day. Children of whose plan no action was ever recorded are left out.
 */
export const plansAfterReviews = factKind({
  id: 'protection-plans-after-reviews',
  name: 'Child protection plans to be updated after a review',
  about: person,
  says: { updated: { label: 'Updated', type: 'yes or no' } },
  reads: [childProtectionPlan, childProtectionReview, planAction],
  facts: (thread) => {
    const agreed = thread.dated(planAction, 'agreedOn').filter(({ record: { plan } }) => plan === 'protection')
    if (agreed.length === 0) return []
    const plans = thread.dated(childProtectionPlan, 'startedOn').map(({ at: from, record: { endedOn: until } }) => ({ from, until }))
    return thread.dated(childProtectionReview, 'heldOn').flatMap(({ at, record: { id } }): Fact[] => {
      const on = after(at, soon)
      if (!covers(plans, on)) return []
      return [
        { on, by: { table: childProtectionReview.table, id }, says: { updated: agreed.some((each) => at <= each.at && each.at <= on) } },
      ]
    })
  },
})
