import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { factKind } from '../../engine/measures/fact.ts'
import { saidYes, saidYesToAny } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { conferenceOutcomes, enquiryOutcomes } from './code-lists.ts'
import { conferenceHeld } from './enquiry-clocks.ts'
import { childProtectionPlan, initialConference, section47Enquiry } from './records.ts'
import { seriousIncident } from './serious-incidents.ts'

/** Section 47 enquiries, and the initial conferences they lead to. */

type Enquiry = Said<(typeof section47Enquiry)['fields']>
type Conference = Said<(typeof initialConference)['fields']>

export const enquiriesStarted = factKind({
  id: 'enquiries-started',
  name: 'Section 47 enquiries started',
  about: person,
  says: { conference: { label: 'Led to an initial conference', type: 'yes or no' } },
  reads: [section47Enquiry, initialConference],
  facts: (thread) => {
    const led = new Set(conferencesHeld(thread).map(({ record }) => enquiryOf(thread, record)?.id))
    return thread.dated(section47Enquiry, 'strategyDiscussionAt').map(({ at, record: { id } }) => ({
      on: at.slice(0, 10),
      by: { table: section47Enquiry.table, id },
      says: { conference: led.has(id) },
    }))
  },
})

/** Transfer-in conferences are counted apart: they follow no enquiry of ours. */
const conferencesHeld = (thread: Thread) => thread.dated(initialConference, 'heldOn').filter(({ record }) => record.transferIn !== true)

/** The enquiry that a conference names; where it names none, the last that had begun by then. */
const enquiryOf = (thread: Thread, { enquiry, heldOn }: Conference): Enquiry | null =>
  thread
    .dated(section47Enquiry, 'strategyDiscussionAt')
    .findLast(({ at, record }) => (enquiry === null ? at.slice(0, 10) <= (heldOn as string) : record.id === enquiry))?.record ?? null

export const enquiriesEnded = factKind({
  id: 'enquiries-ended',
  name: 'Section 47 enquiries ended',
  about: person,
  says: { noFurtherAction: { label: 'No further action', type: 'yes or no' } },
  reads: [section47Enquiry],
  facts: (thread) =>
    thread.dated(section47Enquiry, 'completedOn').map(({ at, record }) => ({
      on: at,
      by: { table: section47Enquiry.table, id: record.id },
      says: { noFurtherAction: endedThere(record) },
    })),
})

/** What is said outright counts first, then the outcomes; null where neither says anything. An assessment that goes on is further action. */
function endedThere({ noFurtherAction, outcomes }: Enquiry): boolean | null {
  if (noFurtherAction !== null) return noFurtherAction
  return saidYesToAny(enquiryOutcomes, outcomes) ? saidYes(outcomes, 'NFA_FLAG') : null
}

/** One for each child and conference. */
export const initialConferencesHeld = factKind({
  id: 'initial-conferences-held',
  name: 'Initial child protection conferences held',
  about: person,
  says: {
    inTime: { label: 'In 15 working days', type: 'yes or no' },
    plan: { label: 'Led to a plan', type: 'yes or no' },
  },
  reads: [initialConference, section47Enquiry, childProtectionPlan],
  clocks: [conferenceHeld],
  facts: (thread, runs) => {
    const dueFrom = new Map(runs(conferenceHeld).map(({ startedBy, dueAt }) => [startedBy.id, dueAt]))
    return conferencesHeld(thread).map(({ at, record }) => {
      // Where the clock did not run for its enquiry, the day by which the source says that it was due.
      const due = dueFrom.get(enquiryOf(thread, record)?.id ?? '') ?? record.targetOn
      return {
        on: at,
        by: { table: initialConference.table, id: record.id },
        says: { inTime: due === null ? null : at <= due, plan: ledToAPlan(thread, record) },
      }
    })
  },
})

/** As the conference says; else a plan that names it, or that began on its day; null where nothing is said of what came of it. */
function ledToAPlan(thread: Thread, { id, plan, ledToPlan, outcomes, heldOn }: Conference): boolean | null {
  if (ledToPlan !== null) return ledToPlan
  if (plan !== null || saidYes(outcomes, 'CP_FLAG')) return true
  const made = thread.all(childProtectionPlan).some(({ conference, startedOn }) => conference === id || startedOn === heldOn)
  return made || (saidYesToAny(conferenceOutcomes, outcomes) ? false : null)
}

export const incidentsNotified = factKind({
  id: 'serious-incidents-notified',
  name: 'Serious incidents notified',
  about: person,
  reads: [seriousIncident],
  facts: (thread) =>
    thread.dated(seriousIncident, 'notifiedOn').map(({ at, record: { id } }) => ({ on: at, by: { table: seriousIncident.table, id } })),
})
