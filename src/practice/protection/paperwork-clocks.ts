import { clock, on, type Clock, type ClockDeclaration, type End, type Start } from '../../engine/clocks/clock.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { earliest } from '../../engine/clocks/ends.ts'
import { before, workingDays, type Length } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { caseClosed } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { person } from '../person/records.ts'
import { areFor, initialConferences, reviewConferences, type Conference } from './meetings.ts'
import { meetingPaperwork } from './paperwork.ts'
import { childProtectionPlan, childProtectionReview, initialConference, section47Enquiry } from './records.ts'

/** What is written for a conference and after it, in time for those it is for. */

type Words = Pick<ClockDeclaration, 'id' | 'name' | 'plural' | 'todo' | 'source' | 'says' | 'reads'>

/** The worker's report, so long before the conference. Papers shared after it come too late, and are asked for no more. */
const reportBefore = (conferences: (thread: Thread) => readonly Conference[], length: Length, words: Words): Clock =>
  clock({
    ...words,
    area: 'Child protection',
    about: person,
    weight: 'local',
    lookedUp: true,
    ages: { until: 18 },
    starts: (thread) =>
      conferences(thread).map((record): Start => {
        const { by, on: at, heldOn, since, until } = record
        return { at, by, since, until: heldOn === null ? until : { at: heldOn, by }, record }
      }),
    due: ({ at, since }, _, terms) => {
      const due = before(at, terms.length(words.id, length))
      return due > (since as string) ? due : (since as string)
    },
    unit: 'working days',
    local: true,
    stops: [on(meetingPaperwork, 'reportSharedOn', { from: () => '', when: areFor })],
  })

export const reportForInitialConference = reportBefore(initialConferences, workingDays(2), {
  id: 'conf-report-initial',
  name: 'Report for the initial conference',
  plural: 'Reports for initial conferences',
  todo: 'Share the report with the family before the conference',
  source: 'Local safeguarding procedures, commonly 2 or 3 working days before, in 2015 as now',
  reads: [section47Enquiry, initialConference, referral],
  says: {
    starts: 'The strategy discussion, or notice of a transfer; counted back from the conference, or from the day by which it is due',
    due: '2 working days before the conference, or the length set here',
    stops: 'The worker’s report is shared with the family',
    exceptions:
      'Where the conference follows the strategy discussion sooner than that, on the day of the discussion. Ends when no conference is needed, or the case closes',
  },
})

export const reportForReviewConference = reportBefore(reviewConferences, workingDays(5), {
  id: 'conf-report-review',
  name: 'Report for a review conference',
  plural: 'Reports for review conferences',
  todo: 'Share the report with the family before the review conference',
  source: 'Local safeguarding procedures, commonly 5 working days before, in 2015 as now',
  reads: [childProtectionPlan, childProtectionReview],
  says: {
    starts: 'The review before, or the first day of the plan; counted back from the review conference, or from the day by which it is due',
    due: '5 working days before the review conference, or the length set here',
    stops: 'The worker’s report is shared with the family',
    repeats: 'With each review conference',
    exceptions: 'Ends with the plan',
  },
})

/** Conferences of both kinds that were held. What is still owed when the next one is held is not asked for any more. */
const held = (thread: Thread): Start[] => {
  const all = [...initialConferences(thread), ...reviewConferences(thread)].filter(({ heldOn }) => heldOn !== null)
  return all.map((record): Start => {
    const { by, on: at } = record
    const next = all.reduce<End | null>(
      (first, { on: other, by }) => (other > at && (!first || other < first.at) ? { at: other, by } : first),
      null,
    )
    return { at, by, until: earliest(next, closedAfter(thread, at)), record }
  })
}

/** When the case was closed. Papers of a conference are owed for six weeks all the same; that number is ours. */
function closedAfter(thread: Thread, day: string): End | null {
  const closed = caseClosed(thread, { referral: null }, day)
  return closed && { ...closed, at: closed.at < addDays(day, 42) ? addDays(day, 42) : closed.at }
}

const afterwards = (length: Length, stops: Clock['stops'], words: Omit<Words, 'reads'>): Clock =>
  clock({
    ...words,
    area: 'Child protection',
    about: person,
    weight: 'local',
    lookedUp: true,
    ages: { until: 18 },
    starts: held,
    due: length,
    local: true,
    stops,
    reads: [section47Enquiry, initialConference, childProtectionPlan, childProtectionReview, referral],
  })

const recordSent = on(meetingPaperwork, 'minutesSentOn', { when: areFor })

export const conferenceDecisionsSent = afterwards(workingDays(5), [on(meetingPaperwork, 'decisionsSentOn', { when: areFor }), recordSent], {
  id: 'conf-decision-letter',
  name: 'Decisions of a conference sent',
  plural: 'Decisions of conferences sent',
  todo: 'Send the decisions and the outline plan',
  source: 'Local safeguarding procedures, commonly 1 to 5 working days, in 2015 as now',
  says: {
    starts: 'The day of an initial or review conference',
    stops: 'The decisions and the outline plan are sent, or the whole record is',
    repeats: 'With each conference',
  },
})

export const conferenceRecordSent = afterwards(workingDays(20), [recordSent], {
  id: 'conf-minutes',
  name: 'Record of a conference sent',
  plural: 'Records of conferences sent',
  todo: 'Send out the record of the conference',
  source: 'Local safeguarding procedures, commonly 15 or 20 working days, in 2015 as now',
  says: {
    starts: 'The day of an initial or review conference',
    stops: 'The record is sent out',
    repeats: 'With each conference',
  },
})

export const paperworkClocks = [reportForInitialConference, reportForReviewConference, conferenceDecisionsSent, conferenceRecordSent]
