import { professional } from '../authority/records.ts'
import { date, identifier, oneOf, recordKind, reference, text, yesNo } from '../engine/records/kind.ts'
import { inspectionTypes, keyDecisionExceptions, regularReports } from './code-lists.ts'

/** A meeting that the public may attend: scrutiny, corporate parenting, the executive. */
export const publicMeeting = recordKind({
  name: 'Public meeting',
  plural: 'Public meetings',
  table: 'public_meeting',
  group: 'Governance',
  fields: {
    body: text('Body', { required: true, note: 'Children’s services scrutiny committee.' }),
    meetingOn: date('Meeting', { required: true, mayBeAhead: true }),
    calledOn: date('Called', { note: 'Where it was called with less than five clear days to go, the papers are due that day.' }),
    agendaPublishedOn: date('Agenda and reports published'),
    minutesPublishedOn: date('Minutes published'),
    cancelledOn: date('Cancelled'),
  },
  sameWhen: ['body', 'meetingOn'],
  basis: 'Local Government Act 1972, part VA; Meetings and Access to Information (England) Regulations 2012.',
})

export const keyDecision = recordKind({
  name: 'Key decision',
  plural: 'Key decisions',
  table: 'key_decision',
  group: 'Governance',
  fields: {
    reference: identifier('Reference'),
    about: text('What is to be decided'),
    decidedBy: text('Who decides'),
    proposedOn: date('Proposed'),
    dueOn: date('Decision due', { mayBeAhead: true }),
    exception: oneOf(keyDecisionExceptions, 'Exception from notice'),
    noticePublishedOn: date('Notice published'),
    decidedOn: date('Decided'),
    decisionPublishedOn: date('Decision published'),
    calledInOn: date('Called in'),
    droppedOn: date('No longer proposed'),
  },
  sameWhen: ['reference'],
  basis: 'Meetings and Access to Information (England) Regulations 2012, regulations 8 to 11; Local Government Act 2000, section 9F.',
})

export const inspection = recordKind({
  name: 'Inspection',
  plural: 'Inspections',
  table: 'inspection',
  group: 'Governance',
  fields: {
    type: oneOf(inspectionTypes, 'Inspection', { required: true }),
    about: text('What it looked at'),
    noticeOn: date('Notice received'),
    onSiteFrom: date('First day on site', { mayBeAhead: true }),
    onSiteUntil: date('Last day on site', { mayBeAhead: true }),
    childDataSentOn: date('Child-level lists handed over'),
    graded: yesNo('Graded'),
    priorityAction: yesNo('Asked for priority action', { note: 'Of a focused visit: then a statement of action is due.' }),
    reportReceivedOn: date('Report or letter received'),
    reportPublishedOn: date('Report published by the authority'),
    statementSentOn: date('Statement of action published and sent'),
    followedOn: date('Notice of the next graded inspection'),
  },
  sameWhen: ['type', 'noticeOn'],
  basis: 'Education and Inspections Act 2006, sections 136 and 137; Children Act 2004, section 20; Ofsted’s frameworks.',
})

/** A return or report that must be sent again and again. Recorded once; what is due next follows from the last one sent. */
export const regularReport = recordKind({
  name: 'Regular report',
  plural: 'Regular reports',
  table: 'regular_report',
  group: 'Governance',
  fields: {
    type: oneOf(regularReports, 'Return or report', { required: true }),
    countedFrom: date('Counted from', {
      required: true,
      mayBeAhead: true,
      note: 'Of what covers a fixed period: the last day of the first period asked for. Of what follows the last one: the day that was sent.',
    }),
    noLongerFrom: date('No longer asked for from', { mayBeAhead: true }),
    responsible: reference(() => professional, 'Who is responsible'),
    sentTo: text('To whom it goes'),
  },
  sameWhen: ['type'],
  basis: 'Children Act 1989, section 83, and the law or guidance that each report’s clock names.',
})

/** One report of many: for which period, when it was due, when it was sent. */
export const reportForPeriod = recordKind({
  name: 'Report for a period',
  plural: 'Reports for a period',
  table: 'report_for_period',
  group: 'Governance',
  fields: {
    report: reference(() => regularReport, 'Regular report', { required: true }),
    periodTo: date('Last day of its period', { required: true, mayBeAhead: true }),
    dueOn: date('Date set', { mayBeAhead: true, note: 'Where the date is set each year.' }),
    sentOn: date('Sent, published or held'),
    signedOffBy: text('Signed off by'),
    notes: text('Notes'),
  },
  sameWhen: ['report', 'periodTo'],
  basis: 'Children Act 1989, section 83, and the law or guidance that each report’s clock names.',
})
