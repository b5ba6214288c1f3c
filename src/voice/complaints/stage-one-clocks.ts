import { clock } from '../../engine/clocks/clock.ts'
import { months, workingDays } from '../../engine/clocks/length.ts'
import { itself } from '../../engine/clocks/itself.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import { complaint } from './records.ts'

/** A complaint is taken, acknowledged and answered where it arose: stage 1. */

const ofComplaint = { area: 'Complaints', about: complaint, reads: [complaint] } as const
type Complaint = Said<typeof complaint.fields>

/** The stages are those of the Children Act; the authority's own procedure has its own. */
const underTheAct = ({ procedure }: Complaint): boolean => procedure !== 'CORP'

/** Working days for an answer; the regulations allow twice that where it is complex or an advocate is being found. */
export const usualDays = 10
const longestDays = 20

/** The complaint is acknowledged as soon as the authority says. */
export const complaintAcknowledged = clock({
  ...ofComplaint,
  id: 'complaint-ack',
  name: 'Complaint acknowledged',
  plural: 'Complaints acknowledged',
  todo: 'Acknowledge the complaint',
  weight: 'local',
  source: 'The authority’s own practice: commonly 2 working days',
  lookedUp: true,
  local: true,
  starts: itself(complaint, 'receivedOn', { until: ['withdrawnOn', 'stage2RequestedOn'] }),
  stops: [onItself(complaint, 'acknowledgedOn'), onItself(complaint, 'stage1AnsweredOn')],
  due: workingDays(2),
  says: {
    starts: 'The complaint is received',
    stops: 'It is acknowledged; an answer shows that it was',
    exceptions: 'Ends when the complaint is withdrawn or goes on to stage 2',
  },
})

/** Stage 1 within ten working days, twenty where it is complex or an advocate is being found. */
export const stage1Answered = clock({
  ...ofComplaint,
  id: 'complaint-stage1',
  name: 'Stage 1 answer to a complaint',
  plural: 'Stage 1 answers to complaints',
  todo: 'Answer the complaint at stage 1',
  weight: 'regulation',
  source: 'Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 14; Getting the Best from Complaints (2006)',
  lookedUp: true,
  starts: itself(complaint, 'receivedOn', { when: underTheAct, until: ['withdrawnOn', 'stage2RequestedOn'] }),
  stops: [onItself(complaint, 'stage1AnsweredOn')],
  due: ({ record }) => workingDays((record as Complaint).complex === true ? longestDays : usualDays),
  unit: 'working days',
  says: {
    starts: 'The complaint is received',
    due: 'within 10 working days; 20 where it is complex or an advocate is being found',
    stops: 'The answer is sent',
    exceptions: 'Ends when the complaint is withdrawn or goes on to stage 2; not for the authority’s own procedure',
  },
})

/** After twenty working days without an answer, stage 2 may be asked for. */
export const stage1Longest = clock({
  ...ofComplaint,
  id: 'complaint-stage1-max',
  name: 'Longest time for stage 1 of a complaint',
  plural: 'Longest times for stage 1 of complaints',
  todo: 'Answer the complaint at stage 1, or tell of the right to stage 2',
  weight: 'regulation',
  source: 'Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 14',
  lookedUp: true,
  starts: itself(complaint, 'receivedOn', { when: underTheAct, until: ['withdrawnOn', 'stage2RequestedOn'] }),
  stops: [onItself(complaint, 'stage1AnsweredOn')],
  due: workingDays(longestDays),
  says: {
    starts: 'The complaint is received',
    stops: 'The answer is sent',
    exceptions: 'After it, whoever complains may go to stage 2; not for the authority’s own procedure',
  },
})

/** What happened in the last twelve months must be taken as a complaint. */
export const complaintInTime = clock({
  ...ofComplaint,
  id: 'complaint-out-of-time',
  name: 'Time within which a complaint must be taken',
  plural: 'Times within which complaints must be taken',
  todo: 'Take the complaint',
  meaning: 'window',
  weight: 'regulation',
  source: 'Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 9',
  starts: itself(complaint, 'eventOn', { when: underTheAct }),
  stops: [onItself(complaint, 'receivedOn')],
  due: months(12),
  says: {
    starts: 'The day of what is complained about',
    stops: 'The complaint is received',
    exceptions: 'A later complaint may be taken where it would be fair and can still be looked into',
  },
})

export const stageOneClocks = [complaintAcknowledged, stage1Answered, stage1Longest, complaintInTime]
