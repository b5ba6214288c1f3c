import { date, identifier, oneOf, recordKind, reference, wordsFor, yesNo, type RecordKind } from '../../engine/records/kind.ts'
import { reasonsWithoutUpn } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { assessmentDecisions, needRanks, planEndReasons, requestOutcomes, specialEducationalNeeds } from './code-lists.ts'

/** The special educational needs record, under which requests, assessments and plans hang. */
export const specialEducation = recordKind({
  name: 'Special educational needs record',
  plural: 'Special educational needs records',
  table: 'special_education',
  group: 'Education',
  about: person,
  fields: {
    upn: identifier('Unique pupil number', { as: { ssd: 'send_upn' } }),
    uln: identifier('Unique learner number', { as: { ssd: 'send_uln' } }),
    upnUnknown: oneOf(reasonsWithoutUpn, 'Why neither is known', { as: { ssd: 'send_upn_unknown' } }),
  },
  as: { ssd: { table: 'ssd_send', key: 'send_table_id', person: 'send_person_id' } },
  basis: 'Children and Families Act 2014, part 3; Standard Safeguarding Dataset, ssd_send (draft).',
})

export const specialEducationalNeed = recordKind({
  name: 'Special educational need',
  plural: 'Special educational needs',
  table: 'special_educational_need',
  group: 'Education',
  fields: {
    plan: reference((): RecordKind => activePlan, 'Plan', { as: { ssd: 'senn_active_ehcp_id' } }),
    type: oneOf(specialEducationalNeeds, 'Need', { as: { ssd: 'senn_active_ehcp_need_type' } }),
    rank: oneOf(needRanks, 'Rank', { as: { ssd: 'senn_active_ehcp_need_rank' } }),
  },
  as: { ssd: { table: 'ssd_sen_need', key: 'senn_table_id' } },
  sameWhen: ['plan', 'type'],
  basis: 'SEN2 return; Standard Safeguarding Dataset, ssd_sen_need (draft).',
})

export const ehcRequest = recordKind({
  name: 'Education, health and care request',
  plural: 'Education, health and care requests',
  table: 'ehc_request',
  group: 'Education',
  fields: {
    specialEducation: reference(() => specialEducation, 'Special educational needs record', { as: { ssd: 'ehcr_send_table_id' } }),
    receivedOn: date('Received', { as: { ssd: 'ehcr_ehcp_req_date' } }),
    outcomeToldOn: date('Outcome told', { as: { ssd: 'ehcr_ehcp_req_outcome_date' } }),
    outcome: oneOf(requestOutcomes, 'Outcome', { as: { ssd: 'ehcr_ehcp_req_outcome' } }),
  },
  as: { ssd: { table: 'ssd_ehcp_requests', key: 'ehcr_ehcp_request_id' } },
  sameWhen: ['specialEducation', 'receivedOn'],
  entries: [
    { on: 'receivedOn', line: () => 'Education, health and care assessment asked for' },
    {
      on: 'outcomeToldOn',
      line: (r) => `Education, health and care request: ${wordsFor(requestOutcomes, r.outcome) ?? 'outcome not recorded'}`,
    },
  ],
  basis: 'Children and Families Act 2014, section 36; SEN2 return.',
})

export const ehcAssessment = recordKind({
  name: 'Education, health and care assessment',
  plural: 'Education, health and care assessments',
  table: 'ehc_assessment',
  group: 'Education',
  fields: {
    request: reference(() => ehcRequest, 'Request', { as: { ssd: 'ehca_ehcp_request_id' } }),
    outcomeOn: date('Plan issued or refusal told', { as: { ssd: 'ehca_ehcp_assessment_outcome_date' } }),
    outcome: oneOf(assessmentDecisions, 'Outcome', { as: { ssd: 'ehca_ehcp_assessment_outcome' } }),
    exceptionsApply: yesNo('Exceptions to 20 weeks apply', {
      as: { ssd: 'ehca_ehcp_assessment_exceptions' },
      note: 'The dataset writes 1 and 0.',
    }),
    draftSentOn: date('Draft plan sent'),
    commentsOn: date('Family’s comments on the draft', { note: 'Or that they have none.' }),
  },
  as: { ssd: { table: 'ssd_ehcp_assessment', key: 'ehca_ehcp_assessment_id' } },
  sameWhen: ['request'],
  entries: [
    { on: 'draftSentOn', line: () => 'Draft education, health and care plan sent' },
    {
      on: 'outcomeOn',
      line: (r) => `Education, health and care assessment: ${wordsFor(assessmentDecisions, r.outcome) ?? 'outcome not recorded'}`,
    },
  ],
  basis: 'Special Educational Needs and Disability Regulations 2014: a plan within 20 weeks of the request; SEN2 return.',
})

export const namedPlan = recordKind({
  name: 'Education, health and care plan',
  plural: 'Education, health and care plans',
  table: 'ehc_named_plan',
  group: 'Education',
  fields: {
    assessment: reference(() => ehcAssessment, 'Assessment', { as: { ssd: 'ehcn_ehcp_asmt_id' } }),
    startedOn: date('Started', { as: { ssd: 'ehcn_named_plan_start_date' } }),
    endedOn: date('Ended', { as: { ssd: 'ehcn_named_plan_ceased_date' } }),
    endReason: oneOf(planEndReasons, 'Why it ended', { as: { ssd: 'ehcn_named_plan_ceased_reason' } }),
  },
  as: { ssd: { table: 'ssd_ehcp_named_plan', key: 'ehcn_named_plan_id' } },
  sameWhen: ['assessment', 'startedOn'],
  entries: [
    { on: 'startedOn', line: () => 'Education, health and care plan began' },
    {
      on: 'endedOn',
      line: (r) => `Education, health and care plan ended: ${wordsFor(planEndReasons, r.endReason) ?? 'reason not recorded'}`,
    },
  ],
  basis: 'Children and Families Act 2014, sections 37 to 45; SEN2 return.',
})

export const activePlan = recordKind({
  name: 'Education, health and care plan in force',
  plural: 'Education, health and care plans in force',
  table: 'ehc_active_plan',
  group: 'Education',
  fields: {
    request: reference(() => ehcRequest, 'Request', { as: { ssd: 'ehcp_ehcp_request_id' } }),
    lastReviewedOn: date('Last reviewed', {
      as: { ssd: 'ehcp_active_ehcp_last_review_date' },
      note: 'The decision letter after the yearly review.',
    }),
  },
  as: { ssd: { table: 'ssd_ehcp_active_plans', key: 'ehcp_active_ehcp_id' } },
  sameWhen: ['request'],
  entries: [{ on: 'lastReviewedOn', line: () => 'Education, health and care plan reviewed' }],
  basis: 'Children and Families Act 2014, section 44; SEN2 return.',
})
