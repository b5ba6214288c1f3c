import { clock } from '../../engine/clocks/clock.ts'
import { workingDays } from '../../engine/clocks/length.ts'
import { itself } from '../../engine/clocks/itself.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import { complaint } from './records.ts'

/** A complaint is investigated (stage 2) and goes before a review panel (stage 3). */

const ofComplaint = { area: 'Complaints', about: complaint, reads: [complaint], weight: 'regulation' } as const
type Complaint = Said<typeof complaint.fields>

const regulations = 'Children Act 1989 Representations Procedure (England) Regulations 2006'
const underTheAct = ({ procedure }: Complaint): boolean => procedure !== 'CORP'

/** Stage 2 counts from the agreed statement of complaint, where it had to be written down first. */
const stage2BeganOn = ({ stage2RequestedOn, statementAgreedOn }: Complaint): string | null => statementAgreedOn ?? stage2RequestedOn
const stage2Began = itself(complaint, stage2BeganOn, { when: underTheAct, until: ['withdrawnOn'] })
const longestDays = 65

/** Stage 2 within 25 working days, 65 where notice of more time was given. */
export const stage2Answered = clock({
  ...ofComplaint,
  id: 'complaint-stage2',
  name: 'Stage 2 investigation of a complaint',
  plural: 'Stage 2 investigations of complaints',
  todo: 'Send the stage 2 adjudication with the report',
  source: `${regulations}, regulation 17`,
  lookedUp: true,
  starts: stage2Began,
  stops: [onItself(complaint, 'stage2AnsweredOn')],
  due: ({ record }) => workingDays((record as Complaint).stage2ExtendedOn === null ? 25 : longestDays),
  unit: 'working days',
  says: {
    starts: 'Stage 2 is asked for; where by word of mouth, the statement of complaint is agreed',
    due: 'within 25 working days; 65 where notice of more time was given',
    stops: 'The adjudication letter is sent with the report',
    exceptions: 'Ends when the complaint is withdrawn; not for the authority’s own procedure',
  },
})

/** The longest that stage 2 may take. */
export const stage2Longest = clock({
  ...ofComplaint,
  id: 'complaint-stage2-max',
  name: 'Longest time for stage 2 of a complaint',
  plural: 'Longest times for stage 2 of complaints',
  todo: 'Send the stage 2 adjudication with the report',
  source: `${regulations}, regulation 17`,
  lookedUp: true,
  starts: stage2Began,
  stops: [onItself(complaint, 'stage2AnsweredOn')],
  due: workingDays(longestDays),
  says: {
    starts: 'Stage 2 is asked for; where by word of mouth, the statement of complaint is agreed',
    stops: 'The adjudication letter is sent',
    exceptions: 'Ends when the complaint is withdrawn; not for the authority’s own procedure',
  },
})

/** Twenty working days in which to ask for a review panel. */
export const stage3Request = clock({
  ...ofComplaint,
  id: 'complaint-stage3-request',
  name: 'Time to ask for a review panel',
  plural: 'Times to ask for a review panel',
  todo: 'Wait for a request for a review panel',
  meaning: 'window',
  source: `${regulations}, regulation 18`,
  starts: itself(complaint, 'stage2AnsweredOn', { when: underTheAct, until: ['withdrawnOn'] }),
  stops: [onItself(complaint, 'stage3RequestedOn')],
  due: workingDays(20),
  says: { starts: 'Stage 2 is answered', stops: 'A review panel is asked for' },
})

/** The panel meets within thirty working days. */
export const reviewPanel = clock({
  ...ofComplaint,
  id: 'complaint-stage3-panel',
  name: 'Complaint review panel held',
  plural: 'Complaint review panels held',
  todo: 'Hold the review panel',
  source: `${regulations}, regulation 19`,
  starts: itself(complaint, 'stage3RequestedOn', { when: underTheAct, until: ['withdrawnOn'] }),
  stops: [onItself(complaint, 'panelOn')],
  due: workingDays(30),
  says: { starts: 'The review panel is asked for', stops: 'The panel meets', exceptions: 'Ends when the complaint is withdrawn' },
})

/** The panel's report goes out within five working days. */
export const panelReport = clock({
  ...ofComplaint,
  id: 'complaint-panel-report',
  name: 'Review panel’s report sent',
  plural: 'Review panels’ reports sent',
  todo: 'Send the review panel’s report',
  source: `${regulations}, regulation 20`,
  lookedUp: true,
  starts: itself(complaint, 'panelOn', { when: underTheAct }),
  stops: [onItself(complaint, 'panelReportSentOn'), onItself(complaint, 'panelReportReceivedOn'), onItself(complaint, 'panelAnsweredOn')],
  due: workingDays(5),
  says: { starts: 'The panel meets', stops: 'Its report is sent; a report received or answered shows that it was' },
})

/** The authority answers the panel within fifteen working days. */
export const panelAnswered = clock({
  ...ofComplaint,
  id: 'complaint-panel-response',
  name: 'Answer to the review panel',
  plural: 'Answers to review panels',
  todo: 'Answer the review panel’s report',
  source: `${regulations}, regulation 20(3): 15 days, which the guidance of 2006 reads as working days`,
  lookedUp: true,
  starts: itself(complaint, ({ panelReportReceivedOn, panelReportSentOn }) => panelReportReceivedOn ?? panelReportSentOn, {
    when: underTheAct,
    until: ['withdrawnOn'],
  }),
  stops: [onItself(complaint, 'panelAnsweredOn')],
  due: workingDays(15),
  says: {
    starts: 'The panel’s report is received (where that is not recorded, sent)',
    stops: 'The authority’s answer is sent',
    exceptions: 'Ends when the complaint is withdrawn',
  },
})

export const laterStageClocks = [stage2Answered, stage2Longest, stage3Request, reviewPanel, panelReport, panelAnswered]
