import { date, oneOf, recordKind, reference, text, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { visitAskers } from './code-lists.ts'
import { placement } from './records.ts'

/** That somebody asked for a visit, or that a notice about the home calls for one. */
export const visitRequest = recordKind({
  name: 'Request for a visit',
  plural: 'Requests for visits',
  table: 'visit_request',
  group: 'Visits',
  about: person,
  fields: {
    placement: reference(() => placement, 'Placement'),
    requestedOn: date('Asked, or notice received'),
    askedBy: oneOf(visitAskers, 'Who asked'),
    noticeAboutTheHome: yesNo('Notice about the home', {
      note: 'That the regulator means to act against the home or agency: section 30A of the Care Standards Act 2000.',
    }),
    askedFor: text('Why'),
    withdrawnOn: date('No longer wanted'),
  },
  sameWhen: ['requestedOn'],
  entries: [
    {
      on: 'requestedOn',
      line: (r) => (r.noticeAboutTheHome === true ? 'Notice received about the home: a visit is due' : 'Visit asked for'),
    },
    { on: 'withdrawnOn', line: () => 'Visit no longer wanted' },
  ],
  basis: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(7).',
})

/** Contact with a child in care, refused in an emergency without an order of the court. */
export const contactRefusal = recordKind({
  name: 'Refusal of contact',
  plural: 'Refusals of contact',
  table: 'contact_refusal',
  group: 'Care',
  about: person,
  fields: {
    refusedOn: date('Refused'),
    withWhom: text('Contact with'),
    whyUrgent: text('Why it was urgent'),
    decidedBy: text('Decided by'),
    toldInWritingOn: date('People told in writing'),
    resumedOn: date('Contact allowed again'),
    orderMadeOn: date('Order of the court', { note: 'Under section 34(4) of the Children Act 1989.' }),
  },
  sameWhen: ['refusedOn', 'withWhom'],
  entries: [
    { on: 'refusedOn', line: (r) => `Contact refused: ${r.withWhom ?? 'with whom not recorded'}` },
    { on: 'resumedOn', line: () => 'Contact allowed again' },
    { on: 'orderMadeOn', line: () => 'Order about contact made' },
  ],
  basis: 'Children Act 1989, section 34(6); Care Planning, Placement and Case Review (England) Regulations 2010, regulation 8.',
})

/** A move of an unaccompanied child to another authority, or from one, under the national scheme. */
export const transferSchemeMove = recordKind({
  name: 'National transfer scheme move',
  plural: 'National transfer scheme moves',
  table: 'transfer_scheme_move',
  group: 'Care',
  about: person,
  fields: {
    referredOn: date('Referred to the scheme'),
    allocatedOn: date('Receiving authority named'),
    fromAuthority: text('From'),
    toAuthority: text('To'),
    transferredOn: date('Moved'),
    withdrawnOn: date('Withdrawn from the scheme'),
    whyDelayed: text('Why withdrawn or delayed'),
  },
  sameWhen: ['allocatedOn'],
  entries: [
    { on: 'allocatedOn', line: (r) => `National transfer scheme: to go to ${r.toAuthority ?? 'an authority not recorded'}` },
    { on: 'transferredOn', line: (r) => `National transfer scheme: moved to ${r.toAuthority ?? 'an authority not recorded'}` },
    { on: 'withdrawnOn', line: () => 'Withdrawn from the national transfer scheme' },
  ],
  basis: 'Immigration Act 2016, sections 69 to 72; National Transfer Scheme protocol.',
})
