import { clock, type Start } from '../engine/clocks/clock.ts'
import { addDays } from '../engine/clocks/days.ts'
import { before, calendarDays, workingDays } from '../engine/clocks/length.ts'
import { itself } from '../engine/clocks/itself.ts'
import { onItself } from '../engine/clocks/own-dates.ts'
import type { Said } from '../engine/clocks/thread.ts'
import { keyDecision, publicMeeting } from './records.ts'

/**
 * What the public may know before and after a decision. Clear days leave out the day of publication and the day of the meeting: five of them
 * before a Thursday are the Wednesday back to the Thursday before, and the papers are out on the Wednesday before that.
 */

type Meeting = Said<typeof publicMeeting.fields>
type Decision = Said<typeof keyDecision.fields>
const oneMore = 1

/** Papers are looked to this long before a meeting of which nobody recorded when it was called. */
const usualNotice = 28

/** The agenda and reports are open to the public five clear days before the meeting. */
export const agendaPublished = clock({
  id: 'committee-agenda',
  name: 'Agenda and reports open to the public',
  plural: 'Agendas and reports open to the public',
  todo: 'Publish the agenda and reports',
  area: 'Governance',
  about: publicMeeting,
  weight: 'statute',
  source:
    'Local Government Act 1972, section 100B; Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, regulation 7',
  starts: itself(publicMeeting, 'meetingOn', {
    until: ['cancelledOn', 'meetingOn'],
    since: ({ meetingOn, calledOn }) => calledOn ?? addDays(meetingOn as string, -usualNotice),
  }),
  stops: [onItself(publicMeeting, 'agendaPublishedOn')],
  due: ({ at, record }) => {
    const fiveClearDays = before(at, workingDays(5 + oneMore))
    const { calledOn } = record as Meeting
    return calledOn !== null && calledOn > fiveClearDays ? calledOn : fiveClearDays
  },
  unit: 'working days',
  reads: [publicMeeting],
  says: {
    starts: 'The meeting is called (where that is not recorded, 28 days before it)',
    due: '5 clear working days before the meeting; the day it is called, where that is later',
    stops: 'The agenda and reports are published',
    exceptions: 'Urgent items only with the chair’s reasons; exempt reports are kept back. Ends when the meeting is cancelled',
  },
})

/** A key decision is announced 28 clear days before it is taken. */
export const keyDecisionNotice = clock({
  id: 'key-decision-notice',
  name: 'Notice of a key decision',
  plural: 'Notices of key decisions',
  todo: 'Publish notice of the key decision',
  area: 'Governance',
  about: keyDecision,
  weight: 'regulation',
  source:
    'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, regulation 9, from 10 September 2012',
  from: '2012-09-10',
  starts: itself(keyDecision, 'dueOn', {
    when: ({ exception }) => exception === null,
    until: ['droppedOn', 'decidedOn'],
    since: (decision) => decision.proposedOn ?? addDays(noticeDueOn(decision.dueOn as string), -usualNotice),
  }),
  stops: [onItself(keyDecision, 'noticePublishedOn')],
  due: ({ at }: Start) => noticeDueOn(at),
  unit: 'calendar days',
  reads: [keyDecision],
  says: {
    starts: 'The decision is proposed (where that is not recorded, 28 days before notice is due)',
    due: '28 clear days before the decision is due',
    stops: 'The notice is published',
    exceptions: 'None under the general exception or special urgency; ends when the decision is no longer proposed',
  },
})

const noticeDueOn = (decisionOn: string): string => before(decisionOn, calendarDays(28 + oneMore))

/** A published decision may be called in for some days before it is carried out. */
export const callIn = clock({
  id: 'call-in',
  name: 'Time in which a decision may be called in',
  plural: 'Times in which decisions may be called in',
  todo: 'Wait for a call-in before the decision is carried out',
  area: 'Governance',
  about: keyDecision,
  meaning: 'window',
  weight: 'local',
  source: 'The council’s constitution; Local Government Act 2000, section 9F, asks for a way to call in: commonly 5 working days',
  local: true,
  starts: itself(keyDecision, ({ decisionPublishedOn }: Decision) => decisionPublishedOn),
  stops: [onItself(keyDecision, 'calledInOn')],
  due: workingDays(5),
  reads: [keyDecision],
  says: {
    starts: 'The decision is published',
    stops: 'It is called in',
    exceptions: 'When the time has run out the decision may be carried out',
  },
})

export const meetingClocks = [agendaPublished, keyDecisionNotice, callIn]
