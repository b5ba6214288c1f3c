import { professional } from '../../authority/records.ts'
import { date, identifier, oneOf, recordKind, reference, text, whole, yesNo } from '../../engine/records/kind.ts'
import {
  approvalDecisions,
  approvalEndReasons,
  approvalReviewDecisions,
  carerChecks,
  householdMembers,
  representationRoutes,
} from './code-lists.ts'

/** A household that asked to foster, and how far it has come: application, approval, end. */
export const fosterCarer = recordKind({
  name: 'Fostering household',
  plural: 'Fostering households',
  table: 'fostering_household',
  group: 'Fostering',
  fields: {
    reference: identifier('Household number'),
    name: text('Household'),
    relativeOrFriend: yesNo('Relative or friend of the child'),
    supervisingWorker: reference(() => professional, 'Supervising social worker'),
    enquiredOn: date('Enquired'),
    appliedOn: date('Applied'),
    applicationWithdrawnOn: date('Application withdrawn'),
    stage1InformationOn: date('All stage 1 information received'),
    stage1ToldOn: date('Told of the result of stage 1'),
    stage1Passed: yesNo('Went on after stage 1'),
    panelOn: date('Panel held'),
    panelMinutesReceivedOn: date('Final panel minutes received by the decision-maker'),
    decidedOn: date('Decision on approval'),
    decision: oneOf(approvalDecisions, 'Decision'),
    approvedOn: date('Approved'),
    terms: text('Terms of approval'),
    places: whole('Children approved for'),
    determinationSentOn: date('Qualifying determination sent', {
      note: 'The notice of a proposal to refuse or end approval or to change its terms, from which the time to challenge runs.',
    }),
    representationsOn: date('Challenged'),
    representationsTo: oneOf(representationRoutes, 'Challenged by'),
    standardsMetOn: date('Training, support and development standards met'),
    resignationReceivedOn: date('Written resignation received'),
    approvalEndedOn: date('Approval ended', { mayBeAhead: true }),
    approvalEndReason: oneOf(approvalEndReasons, 'Why approval ended'),
  },
  sameWhen: ['reference'],
  basis: 'Fostering Services (England) Regulations 2011, regulations 26 to 28.',
})

export const fosterCarerReview = recordKind({
  name: 'Review of a foster carer’s approval',
  plural: 'Reviews of foster carers’ approval',
  table: 'foster_carer_review',
  group: 'Fostering',
  fields: {
    household: reference(() => fosterCarer, 'Fostering household', { required: true }),
    heldOn: date('Review held'),
    toPanel: yesNo('Went to panel', { note: 'The first review does.' }),
    decidedOn: date('Decided'),
    decision: oneOf(approvalReviewDecisions, 'Decision'),
    why: text('Why it was held early', { note: 'An allegation, a serious complaint, a change in the household.' }),
    notes: text('Notes'),
  },
  sameWhen: ['household', 'heldOn'],
  basis: 'Fostering Services (England) Regulations 2011, regulation 28(2): within a year of approval, then at least once a year.',
})

export const fosterCarerVisit = recordKind({
  name: 'Visit to a fostering household',
  plural: 'Visits to fostering households',
  table: 'foster_carer_visit',
  group: 'Fostering',
  fields: {
    household: reference(() => fosterCarer, 'Fostering household', { required: true }),
    visitedOn: date('Visited', { required: true }),
    visitor: reference(() => professional, 'Visitor'),
    unannounced: yesNo('Unannounced'),
    carerSeen: yesNo('Carer seen', { note: 'No: nobody was in, and the visit does not count.' }),
    childrenSeen: yesNo('Children seen'),
    notes: text('Notes'),
  },
  sameWhen: ['household', 'visitedOn'],
  basis: 'Fostering Services: National Minimum Standards 2011, standard 21.',
})

export const fosterCarerCheck = recordKind({
  name: 'Check of a foster carer',
  plural: 'Checks of foster carers',
  table: 'foster_carer_check',
  group: 'Fostering',
  fields: {
    household: reference(() => fosterCarer, 'Fostering household', { required: true }),
    member: oneOf(householdMembers, 'Of whom'),
    type: oneOf(carerChecks, 'Check', { required: true }),
    checkedOn: date('Checked', { required: true }),
    result: text('Result'),
  },
  sameWhen: ['household', 'member', 'type', 'checkedOn'],
  basis: 'Fostering Services (England) Regulations 2011, schedule 3, for approval; how often they are renewed is local.',
})
