import { professional } from '../../authority/records.ts'
import { date, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { adviceServices, phases, reviewDecisions } from './code-lists.ts'
import { ehcRequest, namedPlan } from './records.ts'

/** Steps on the way of an education, health and care plan that the dataset does not have. */

/** Advice asked for from a service for an assessment, and sent. */
export const ehcAdvice = recordKind({
  name: 'Education, health and care advice',
  plural: 'Education, health and care advice',
  table: 'ehc_advice',
  group: 'Education',
  about: person,
  fields: {
    request: reference(() => ehcRequest, 'Request'),
    service: oneOf(adviceServices, 'Who is asked'),
    askedOn: date('Asked for', { required: true }),
    worker: reference(() => professional, 'Written by'),
    sentOn: date('Sent'),
    exceptionApplies: yesNo('An exception to six weeks applies'),
    note: text('Note'),
  },
  sameWhen: ['service', 'askedOn'],
  entries: [
    { on: 'askedOn', line: (r) => `Advice for an education, health and care assessment asked for: ${serviceOf(r.service)}` },
    { on: 'sentOn', line: (r) => `Advice for an education, health and care assessment sent: ${serviceOf(r.service)}` },
  ],
  basis: 'Special Educational Needs and Disability Regulations 2014, regulations 6 to 8.',
})

const serviceOf = (service: string | null): string => (wordsFor(adviceServices, service) ?? 'Service not recorded').toLowerCase()

/** A review of a plan: the meeting, the decision after it, and the plan as amended. */
export const ehcReview = recordKind({
  name: 'Education, health and care plan review',
  plural: 'Education, health and care plan reviews',
  table: 'ehc_review',
  group: 'Reviews',
  about: person,
  fields: {
    plan: reference(() => namedPlan, 'Plan'),
    meetingOn: date('Meeting held', { required: true }),
    decision: oneOf(reviewDecisions, 'Decision'),
    decisionSentOn: date('Decision sent to the family'),
    finalPlanSentOn: date('Amended plan sent'),
    childsView: text('What the child or young person says'),
  },
  sameWhen: ['meetingOn'],
  entries: [
    { on: 'meetingOn', line: () => 'Education, health and care plan: review meeting held' },
    {
      on: 'decisionSentOn',
      line: (r) =>
        `Education, health and care plan reviewed: ${(wordsFor(reviewDecisions, r.decision) ?? 'Decision not recorded').toLowerCase()}`,
    },
    { on: 'finalPlanSentOn', line: () => 'Amended education, health and care plan sent' },
  ],
  basis: 'Children and Families Act 2014, section 44; Special Educational Needs and Disability Regulations 2014, regulations 18 to 22.',
})

/** A change of school or college ahead, by phase, for which a plan must be amended in time. */
export const phaseTransfer = recordKind({
  name: 'Change of phase with an education, health and care plan',
  plural: 'Changes of phase with education, health and care plans',
  table: 'phase_transfer',
  group: 'Education',
  about: person,
  fields: {
    plan: reference(() => namedPlan, 'Plan'),
    transferOn: date('Changes on', { required: true, mayBeAhead: true }),
    phase: oneOf(phases, 'Phase'),
    amendedPlanOn: date('Amended plan sent'),
    placeNamed: text('School or college named'),
  },
  sameWhen: ['transferOn'],
  entries: [
    { on: 'transferOn', line: (r) => `Change of phase: ${(wordsFor(phases, r.phase) ?? 'Which is not recorded').toLowerCase()}` },
    { on: 'amendedPlanOn', line: () => 'Education, health and care plan amended before a change of phase' },
  ],
  basis: 'Special Educational Needs and Disability Regulations 2014, regulation 18.',
})
