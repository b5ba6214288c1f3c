import { date, identifier, oneOf, recordKind, reference, text } from '../../engine/records/kind.ts'
import { person } from '../../practice/person/records.ts'
import { informationRights, requestAnswers, requesters } from './code-lists.ts'

/** A request for information: for one's own file, or under freedom of information. */
export const informationRequest = recordKind({
  name: 'Request for information',
  plural: 'Requests for information',
  table: 'information_request',
  group: 'Requests for information',
  fields: {
    reference: identifier('Reference'),
    type: oneOf(informationRights, 'Right', { required: true }),
    askedBy: oneOf(requesters, 'Asked by'),
    child: reference(() => person, 'Whose file'),
    about: text('What is asked for'),
    receivedOn: date('Received', { required: true }),
    identityAskedOn: date('Proof of identity asked for'),
    identityConfirmedOn: date('Identity confirmed'),
    clarificationAskedOn: date('Clarification asked for'),
    clarificationReceivedOn: date('Clarification received'),
    feeAskedOn: date('Fee asked for'),
    feeReceivedOn: date('Fee received'),
    extendedOn: date('Notice of more time given', {
      note: 'Subject access: two more months. Freedom of information: more time to weigh the public interest.',
    }),
    answeredOn: date('Answered'),
    answer: oneOf(requestAnswers, 'Answer'),
    withdrawnOn: date('Withdrawn'),
  },
  sameWhen: ['reference'],
  basis:
    'UK General Data Protection Regulation, Articles 12 and 15; Data Protection Act 2018; Freedom of Information Act 2000, section 10.',
})
