import { birthday } from '../../engine/clocks/days.ts'
import type { Run } from '../../engine/clocks/runs.ts'
import { factKind, whatFellDue } from '../../engine/measures/fact.ts'
import { participations } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { initialConferences, reviewConferences } from './meetings.ts'
import { conferenceRecordSent, reportForInitialConference, reportForReviewConference } from './paperwork-clocks.ts'
import { childProtectionPlan, childProtectionReview, initialConference, section47Enquiry } from './records.ts'
import { referral } from '../front-door/records.ts'

/** Conferences held, initial and review, one for each child: their papers, who was there, and the child's part. */

export const conferencesHeld = factKind({
  id: 'conferences-held',
  name: 'Child protection conferences held',
  about: person,
  says: { reportInTime: { label: 'Report shared on time', type: 'yes or no' } },
  reads: [initialConference, childProtectionReview, childProtectionPlan, section47Enquiry, referral],
  clocks: [reportForInitialConference, reportForReviewConference],
  facts: (thread, runs) => {
    const reports = new Map([...runs(reportForInitialConference), ...runs(reportForReviewConference)].map((run) => [run.startedBy.id, run]))
    return [...initialConferences(thread), ...reviewConferences(thread)].flatMap(({ heldOn, by }) =>
      heldOn === null ? [] : [{ on: heldOn, by, says: { reportInTime: wasInTime(reports.get(by.id)) } }],
    )
  },
})

const wasInTime = (run: Run | undefined): boolean | null =>
  run === undefined ? null : run.done && (run.stoppedAt as string).slice(0, 10) <= run.dueAt.slice(0, 10)

export const conferenceRecordsDue = whatFellDue(conferenceRecordSent, { name: 'Records of conferences due' })

/** Took part, or somebody spoke for them: attended and spoke, by themselves, through an advocate or without words; or sent their views. */
const tookPart: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN5', 'PN6'])

/** Initial conferences have no record of who was there, nor of the child's part. */
export const reviewConferencesHeld = factKind({
  id: 'protection-reviews-held',
  name: 'Child protection review conferences held',
  about: person,
  says: {
    quorate: { label: 'Quorate', type: 'yes or no' },
    fourOrOlder: { label: 'Aged 4 or older', type: 'yes or no' },
    took: { label: 'How the child took part', type: 'words', codes: participations },
    tookPart: { label: 'Took part or was represented', type: 'yes or no' },
  },
  reads: [childProtectionReview],
  facts: (thread) => {
    const { bornOn } = thread.about(person)
    return thread.dated(childProtectionReview, 'heldOn').map(({ at, record: { id, quorate, participation } }) => ({
      on: at,
      by: { table: childProtectionReview.table, id },
      says: {
        quorate: readQuorate(quorate),
        fourOrOlder: bornOn === null ? null : birthday(bornOn, 4) <= at,
        took: participation,
        // PN0 says only that the child was under four.
        tookPart: participation === null || participation === 'PN0' ? null : tookPart.has(participation),
      },
    }))
  },
})

/** The dataset names no values; null for words that say neither. */
export function readQuorate(said: string | null): boolean | null {
  if (said === null) return null
  if (/^\s*(n|no|false|0|inquorate|non[\s-]?quorate|not quorate)\s*$/i.test(said)) return false
  return /^\s*(y|yes|true|1|quorate)\s*$/i.test(said) ? true : null
}
