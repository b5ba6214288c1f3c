import { date, identifier, oneOf, recordKind, text, whole, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { legalStatuses } from '../looked-after/code-lists.ts'
import { person } from '../person/records.ts'
import {
  finalCourtPlans,
  initialCourtPlans,
  legalGatewayOutcomes,
  preProceedingsOutcomes,
  shortNoticeReasons,
  yesNoUnknown,
} from './code-lists.ts'

/** The legal footing on which a child lives where they do: the statuses of the looked-after return, and orders outside care. */
export const legalStatus = recordKind({
  name: 'Legal status',
  plural: 'Legal statuses',
  table: 'legal_status',
  group: 'Legal status',
  about: person,
  fields: {
    status: text('Legal status', {
      as: { ssd: 'lega_legal_status', annexA: "List 8.Child's Legal Status" },
      note: 'A code of the looked-after return, or a status of the council’s own.',
    }),
    startedOn: date('From', { as: { ssd: 'lega_legal_status_start_date', annexA: 'List 8.Start date of current legal status' } }),
    endedOn: date('Until', { as: { ssd: 'lega_legal_status_end_date' }, mayBeAhead: true }),
    setUntilOn: date('Set to end', { mayBeAhead: true, note: 'The day until which the court made the order, or to which it extended it.' }),
  },
  as: { ssd: { table: 'ssd_legal_status', key: 'lega_legal_status_id', person: 'lega_person_id' } },
  sameWhen: ['startedOn', 'status'],
  entries: [
    { on: 'startedOn', line: (r) => `Legal status began: ${wordsFor(legalStatuses, r.status) ?? 'not recorded'}` },
    { on: 'endedOn', line: (r) => `Legal status ended: ${wordsFor(legalStatuses, r.status) ?? 'not recorded'}` },
  ],
  period: { lane: 'Legal status', from: 'startedOn', until: 'endedOn', label: (r) => wordsFor(legalStatuses, r.status) ?? 'Not recorded' },
  basis: 'Children Act 1989, parts III to V; looked-after return, LS.',
})

export const preProceedings = recordKind({
  name: 'Pre-proceedings',
  plural: 'Pre-proceedings',
  table: 'pre_proceedings',
  group: 'Legal status',
  about: person,
  fields: {
    familyId: identifier('Family number', { as: { ssd: 'prep_plo_family_id' }, note: 'Children who start and end proceedings together.' }),
    decidedOn: date('Decided to start', { as: { ssd: 'prep_pre_pro_decision_date', cin: 'PreProceedingsandFGDM.PPStartDate' } }),
    firstMeetingOn: date('First meeting', {
      as: { ssd: 'prep_initial_pre_pro_meeting_date', cin: 'PreProceedingsandFGDM.InitialPPMeetingDate' },
    }),
    outcome: oneOf(preProceedingsOutcomes, 'Outcome', { as: { ssd: 'prep_pre_pro_outcome', cin: 'PreProceedingsandFGDM.PPOutcome' } }),
    outcomeDecidedOn: date('Decided to step down or issue', {
      as: { ssd: 'prep_agree_stepdown_issue_date', cin: 'PreProceedingsandFGDM.StepDecisionDate' },
    }),
    childProtectionPlans: whole('Child protection plans in this referral', { as: { ssd: 'prep_cp_plans_referral_period' } }),
    legalGatewayOutcome: oneOf(legalGatewayOutcomes, 'Legal gateway meeting', { as: { ssd: 'prep_legal_gateway_outcome' } }),
    earlierPreProceedings: whole('Earlier pre-proceedings', { as: { ssd: 'prep_prev_pre_proc_child' }, note: 'In the child’s life.' }),
    earlierCareProceedings: whole('Earlier care proceedings', { as: { ssd: 'prep_prev_care_proc_child' }, note: 'In the child’s life.' }),
    letterSentOn: date('Letter before proceedings sent', {
      as: { ssd: 'prep_pre_pro_letter_date', cin: 'PreProceedingsandFGDM.LBPSentDate' },
    }),
    familyGroupMeetingOffered: yesNo('Family group meeting offered', { as: { cin: 'PreProceedingsandFGDM.FGDMMeetingOffer' } }),
    familyGroupMeetingHeld: yesNo('Family group meeting held', { as: { cin: 'PreProceedingsandFGDM.FGDMMeetingFac' } }),
    courtAppliedOn: date('Applied to court', { as: { cin: 'PreProceedingsandFGDM.CourtAppDate' } }),
    issueLetterSentOn: date('Letter of issue sent', {
      as: { ssd: 'prep_care_pro_letter_date', cin: 'PreProceedingsandFGDM.LetterInitCPDate' },
    }),
    reviewMeetings: whole('Review meetings after the first', {
      as: { ssd: 'prep_pre_pro_meetings_num', cin: 'PreProceedingsandFGDM.ReviewMeetingsCount' },
    }),
    parentsRepresented: oneOf(yesNoUnknown, 'Parents represented in pre-proceedings', { as: { ssd: 'prep_pre_pro_parents_legal_rep' } }),
    parentsRepresentedAtIssue: oneOf(yesNoUnknown, 'Parents represented at issue', {
      as: { ssd: 'prep_parents_legal_rep_point_of_issue' },
    }),
    courtReference: identifier('Court case number', { as: { ssd: 'prep_court_reference' } }),
    hearings: whole('Hearings so far', { as: { ssd: 'prep_care_proc_court_hearings' } }),
    shortNotice: oneOf(yesNoUnknown, 'Issued at short notice', { as: { ssd: 'prep_care_proc_short_notice' } }),
    shortNoticeReason: oneOf(shortNoticeReasons, 'Why at short notice', { as: { ssd: 'prep_proc_short_notice_reason' } }),
    initialPlanApproved: oneOf(yesNoUnknown, 'Plan approved at the first hearing', {
      as: { ssd: 'prep_la_inital_plan_approved' },
      note: 'The dataset spells its column so.',
    }),
    initialPlan: oneOf(initialCourtPlans, 'Plan at the first hearing', { as: { ssd: 'prep_la_initial_care_plan' } }),
    finalPlanApproved: oneOf(yesNoUnknown, 'Plan approved at the final hearing', { as: { ssd: 'prep_la_final_plan_approved' } }),
    finalPlan: oneOf(finalCourtPlans, 'Plan at the final hearing', { as: { ssd: 'prep_la_final_care_plan' } }),
    familyGroupMeetingOfferedOn: date('Family group meeting offered on'),
    extendedUntilOn: date('Extended until', { mayBeAhead: true }),
    extensionReason: text('Why it was extended'),
  },
  as: { ssd: { table: 'ssd_pre_proceedings', key: 'prep_table_id', person: 'prep_person_id' } },
  sameWhen: ['decidedOn'],
  entries: [
    { on: 'decidedOn', line: () => 'Decided to start pre-proceedings' },
    { on: 'letterSentOn', line: () => 'Letter before proceedings sent to parents' },
    { on: 'firstMeetingOn', line: () => 'First pre-proceedings meeting held' },
    { on: 'outcomeDecidedOn', line: (r) => `Pre-proceedings: ${wordsFor(preProceedingsOutcomes, r.outcome) ?? 'outcome not recorded'}` },
    { on: 'courtAppliedOn', line: () => 'Applied to court for care proceedings' },
    { on: 'issueLetterSentOn', line: () => 'Letter of issue sent to parents' },
  ],
  basis:
    'Public Law Outline (Family Procedure Rules, practice direction 12A); children in need census from 2026-27, PreProceedingsandFGDM.',
})

export const deprivationOfLibertyOrder = recordKind({
  name: 'Deprivation of liberty order',
  plural: 'Deprivation of liberty orders',
  table: 'deprivation_of_liberty_order',
  group: 'Legal status',
  about: person,
  fields: {
    startedOn: date('Started', { as: { ssda903: 'DoLo.DOLO_START' } }),
    endedOn: date('Ended', { as: { ssda903: 'DoLo.DOLO_END' }, mayBeAhead: true }),
  },
  sameWhen: ['startedOn'],
  entries: [
    { on: 'startedOn', line: () => 'Deprivation of liberty order began' },
    { on: 'endedOn', line: () => 'Deprivation of liberty order ended' },
  ],
  basis: 'Inherent jurisdiction of the High Court; looked-after return from 2026-27, DoLo.',
})
