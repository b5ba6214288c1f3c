import { date, identifier, oneOf, recordKind, reference, text, yesNo } from '../../engine/records/kind.ts'
import { person } from '../../practice/person/records.ts'
import { complainants, complaintOutcomes, complaintProcedures } from './code-lists.ts'

/** A complaint with all its stages: what it is about, when each stage was asked for and answered, and what changed. */
export const complaint = recordKind({
  name: 'Complaint',
  plural: 'Complaints',
  table: 'complaint',
  group: 'Complaints',
  fields: {
    reference: identifier('Reference'),
    procedure: oneOf(complaintProcedures, 'Procedure', { note: 'Not recorded is read as the Children Act’s.' }),
    child: reference(() => person, 'Child'),
    madeBy: oneOf(complainants, 'Made by'),
    about: text('What it is about'),
    eventOn: date('When it happened', { note: 'The last day of it, where it went on.' }),
    receivedOn: date('Received', { required: true }),
    acknowledgedOn: date('Acknowledged'),
    advocateOfferedOn: date('Advocate offered'),
    complex: yesNo('Complex', { note: 'Or an advocate is being found: stage 1 may take 20 working days.' }),
    stage1AnsweredOn: date('Stage 1 answered'),
    stage2RequestedOn: date('Stage 2 asked for'),
    statementAgreedOn: date('Statement of complaint agreed', {
      note: 'Where stage 2 was asked for by word of mouth. Stage 2 counts from here.',
    }),
    stage2ExtendedOn: date('Notice that stage 2 will take longer'),
    stage2AnsweredOn: date('Stage 2 answered', { note: 'The adjudication letter, with the report.' }),
    stage3RequestedOn: date('Stage 3 asked for'),
    panelOn: date('Review panel held'),
    panelReportSentOn: date('Panel’s report sent'),
    panelReportReceivedOn: date('Panel’s report received by the authority'),
    panelAnsweredOn: date('Panel answered'),
    withdrawnOn: date('Withdrawn'),
    outcome: oneOf(complaintOutcomes, 'Outcome'),
    whatChanged: text('What changed because of it'),
  },
  sameWhen: ['reference'],
  basis: 'Children Act 1989 Representations Procedure (England) Regulations 2006; Getting the Best from Complaints (2006).',
})
