import { date, identifier, oneOf, recordKind, reference, text, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { allegationOutcomes, employerSectors, natureOfAllegation } from './code-lists.ts'

/**
 * An allegation against an adult who works or volunteers with children, from the day the employer knew to its conclusion. The adult is told of by
 * role and employer: no name is needed.
 */
export const allegation = recordKind({
  name: 'Allegation',
  plural: 'Allegations',
  table: 'allegation',
  group: 'Allegations',
  fields: {
    reference: identifier('Reference'),
    role: text('Role of the adult', { note: 'Teaching assistant, foster carer. A name is not needed.' }),
    employer: text('Employer or organisation'),
    sector: oneOf(employerSectors, 'Sector'),
    child: reference(() => person, 'Child, where one is known'),
    nature: oneOf(natureOfAllegation, 'What is alleged'),
    employerKnewOn: date('Employer knew'),
    referredOn: date('Referred to the designated officer'),
    referredBy: text('Referred by'),
    firstDecisionOn: date('First decision'),
    meetsThreshold: yesNo('Meets the threshold of harm', { note: 'No: the designated officer gave advice only.' }),
    meetingNeeded: yesNo('Meeting needed'),
    meetingOn: date('Evaluation or strategy meeting held'),
    policeInvestigate: yesNo('Police investigate'),
    concludedOn: date('Concluded'),
    outcome: oneOf(allegationOutcomes, 'Outcome'),
    removedFromWorkOn: date('Removed from work', { note: 'Or would have been, had the adult not left.' }),
    barringReferralNeeded: yesNo('Referral to the Disclosure and Barring Service needed'),
    barringReferralOn: date('Referred to the Disclosure and Barring Service'),
    notes: text('Notes'),
  },
  sameWhen: ['reference'],
  basis: 'Working Together to Safeguard Children, on people who work with children; Keeping Children Safe in Education, part 4.',
})

/** A look at how far an allegation has come, until it is concluded. */
export const allegationReview = recordKind({
  name: 'Allegation review',
  plural: 'Allegation reviews',
  table: 'allegation_review',
  group: 'Allegations',
  fields: {
    allegation: reference(() => allegation, 'Allegation', { required: true }),
    reviewedOn: date('Reviewed', { required: true }),
    reviewedBy: text('Reviewed by'),
    whyNotConcluded: text('Why it is not concluded'),
  },
  sameWhen: ['allegation', 'reviewedOn'],
  basis: 'National LADO Network, proposed minimum standards: what is not concluded is looked at each month.',
})
