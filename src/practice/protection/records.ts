import { professional, team } from '../../authority/records.ts'
import {
  date,
  flags,
  identifier,
  moment,
  oneOf,
  recordKind,
  reference,
  text,
  whole,
  wordsFor,
  yesNo,
  type RecordKind,
} from '../../engine/records/kind.ts'
import { referral } from '../front-door/records.ts'
import { answeredYes, participations } from '../person/code-lists.ts'
import { howSeen, person } from '../person/records.ts'
import { categoriesOfAbuse, conferenceOutcomes, enquiryOutcomes } from './code-lists.ts'

export const section47Enquiry = recordKind({
  name: 'Section 47 enquiry',
  plural: 'Section 47 enquiries',
  table: 'section47_enquiry',
  group: 'Protection',
  about: person,
  fields: {
    referral: reference(() => referral, 'Referral', { as: { ssd: 's47e_referral_id' } }),
    strategyDiscussionAt: moment('Strategy discussion', {
      as: {
        ssd: 's47e_s47_start_date',
        cin: 'Section47.S47ActualStartDate',
        annexA: 'List 5.Strategy discussion initiating Section 47 Enquiry Start Date',
      },
      note: 'The discussion that started the enquiry.',
    }),
    completedOn: date('Completed and authorised', { as: { ssd: 's47e_s47_end_date' } }),
    noFurtherAction: yesNo('No further action', { as: { ssd: 's47e_s47_nfa' } }),
    outcomes: flags(enquiryOutcomes, 'Outcome', { as: { ssd: 's47e_s47_outcome_json' } }),
    conferenceNotRequired: yesNo('Conference not required', {
      as: { cin: 'Section47.ICPCnotRequired', annexA: 'List 5.Was an Initial Child Protection Conference deemed unnecessary?' },
      note: 'The census asks this; the Standard Safeguarding Dataset has no field that says it alone.',
    }),
    conferenceDueOn: date('Conference due', {
      as: { cin: 'Section47.InitialCPCtarget' },
      mayBeAhead: true,
      note: '15 working days after the strategy discussion, as the source counted them. Said whether or not a conference was held.',
    }),
    team: reference(() => team, 'Team that completed it', { as: { ssd: 's47e_s47_completed_by_team' } }),
    worker: reference(() => professional, 'Worker who completed it', { as: { ssd: 's47e_s47_completed_by_worker_id' } }),
    harmSuspectedOn: date('Cause to suspect significant harm', {
      note: 'The day it was decided that there was; the strategy discussion follows.',
    }),
  },
  as: { ssd: { table: 'ssd_s47_enquiry', key: 's47e_s47_enquiry_id', person: 's47e_person_id' } },
  sameWhen: ['strategyDiscussionAt'],
  entries: [
    { on: 'harmSuspectedOn', line: () => 'Decided that there is cause to suspect significant harm' },
    { on: 'strategyDiscussionAt', line: () => 'Strategy discussion held, section 47 enquiry began' },
    {
      on: 'completedOn',
      line: (r) => {
        const outcome =
          answeredYes(enquiryOutcomes, r.outcomes) ?? (r.noFurtherAction === true ? 'No further action' : 'outcome not recorded')
        return `Section 47 enquiry completed: ${outcome}`
      },
    },
  ],
  basis: 'Children Act 1989, section 47; Working together to safeguard children; children in need census, Section47.',
})

export const initialConference = recordKind({
  name: 'Initial child protection conference',
  plural: 'Initial child protection conferences',
  table: 'initial_conference',
  group: 'Protection',
  about: person,
  fields: {
    meetingId: identifier('Meeting number', { as: { ssd: 'icpc_icpc_meeting_id' }, note: 'Shared by brothers and sisters.' }),
    enquiry: reference(() => section47Enquiry, 'Section 47 enquiry', { as: { ssd: 'icpc_s47_enquiry_id' } }),
    plan: reference((): RecordKind => childProtectionPlan, 'Plan that resulted', { as: { ssd: 'icpc_cp_plan_id' } }),
    referral: reference(() => referral, 'Referral', { as: { ssd: 'icpc_referral_id' } }),
    transferIn: yesNo('Transfer in', { as: { ssd: 'icpc_icpc_transfer_in' } }),
    targetOn: date('Due', {
      as: { ssd: 'icpc_icpc_target_date', cin: 'Section47.InitialCPCtarget' },
      mayBeAhead: true,
      note: '15 working days after the strategy discussion, as the source counted them.',
    }),
    heldOn: date('Held', {
      as: {
        ssd: 'icpc_icpc_date',
        cin: ['Section47.DateOfInitialCPC', 'CINdetails.DateOfInitialCPC'],
        annexA: 'List 5.Date of Initial Child Protection Conference',
      },
    }),
    ledToPlan: yesNo('Led to a child protection plan', {
      as: {
        ssd: 'icpc_icpc_outcome_cp_flag',
        annexA: 'List 5.Did the Initial Child Protection Conference Result in a Child Protection Plan',
      },
    }),
    outcomes: flags(conferenceOutcomes, 'Outcome', { as: { ssd: 'icpc_icpc_outcome_json' } }),
    team: reference(() => team, 'Team that arranged it', { as: { ssd: 'icpc_icpc_team' } }),
    worker: reference(() => professional, 'Worker who arranged it', { as: { ssd: 'icpc_icpc_worker_id' } }),
    transferNoticeOn: date('Notice of the move received', {
      note: 'From the authority whose plan the child is on, for a transfer-in conference.',
    }),
  },
  as: { ssd: { table: 'ssd_initial_cp_conference', key: 'icpc_icpc_id', person: 'icpc_person_id' } },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) => {
        const name = r.transferIn === true ? 'Transfer-in child protection conference' : 'Initial child protection conference'
        if (r.ledToPlan !== null) return `${name} held: ${r.ledToPlan ? 'child protection plan made' : 'no child protection plan'}`
        return `${name} held: ${answeredYes(conferenceOutcomes, r.outcomes) ?? 'outcome not recorded'}`
      },
    },
  ],
  basis:
    'Working together to safeguard children: within 15 working days of the strategy discussion; children in need census, DateOfInitialCPC.',
})

export const childProtectionPlan = recordKind({
  name: 'Child protection plan',
  plural: 'Child protection plans',
  table: 'child_protection_plan',
  group: 'Protection',
  about: person,
  fields: {
    referral: reference(() => referral, 'Referral', { as: { ssd: 'cppl_referral_id' } }),
    conference: reference((): RecordKind => initialConference, 'Conference that made it', { as: { ssd: 'cppl_icpc_id' } }),
    startedOn: date('Started', {
      as: { ssd: 'cppl_cp_plan_start_date', cin: 'ChildProtectionPlans.CPPstartDate', annexA: 'List 7.Child Protection Plan Start Date' },
    }),
    endedOn: date('Ended', {
      as: { ssd: 'cppl_cp_plan_end_date', cin: 'ChildProtectionPlans.CPPendDate', annexA: 'List 7.Child Protection Plan End Date' },
    }),
    belongsToAnotherAuthority: yesNo('Plan of another local authority', { as: { ssd: 'cppl_cp_plan_ola' } }),
    initialCategory: oneOf(categoriesOfAbuse, 'Category of abuse at the start', {
      as: {
        ssd: 'cppl_cp_plan_initial_category',
        cin: 'ChildProtectionPlans.InitialCategoryOfAbuse',
        annexA: 'List 7.Initial Category of Abuse',
      },
    }),
    latestCategory: oneOf(categoriesOfAbuse, 'Latest category of abuse', {
      as: {
        ssd: 'cppl_cp_plan_latest_category',
        cin: 'ChildProtectionPlans.LatestCategoryOfAbuse',
        annexA: 'List 7.Latest Category of Abuse',
      },
    }),
    previousPlans: whole('Earlier child protection plans', {
      as: { cin: 'ChildProtectionPlans.NumberOfPreviousCPP', annexA: 'List 7.Number of Previous Child Protection Plans' },
      note: 'As stated by the source; it counts plans from before our records begin.',
    }),
  },
  as: { ssd: { table: 'ssd_cp_plans', key: 'cppl_cp_plan_id', person: 'cppl_person_id' } },
  sameWhen: ['startedOn'],
  entries: [
    {
      on: 'startedOn',
      line: (r) =>
        `Child protection plan began: ${wordsFor(categoriesOfAbuse, r.initialCategory ?? r.latestCategory) ?? 'category not recorded'}`,
    },
    { on: 'endedOn', line: () => 'Child protection plan ended' },
  ],
  period: {
    lane: 'Protection plan',
    from: 'startedOn',
    until: 'endedOn',
    label: (r) => wordsFor(categoriesOfAbuse, r.latestCategory ?? r.initialCategory) ?? 'Category not recorded',
  },
  basis: 'Working together to safeguard children; children in need census, ChildProtectionPlans.',
})

export const childProtectionVisit = recordKind({
  name: 'Child protection visit',
  plural: 'Child protection visits',
  table: 'child_protection_visit',
  group: 'Visits',
  about: person,
  fields: {
    plan: reference(() => childProtectionPlan, 'Child protection plan', { as: { ssd: 'cppv_cp_plan_id' } }),
    visitedOn: date('Visited', { as: { ssd: 'cppv_cp_visit_date', annexA: 'List 7.Date of the Last Statutory Visit' } }),
    childSeen: yesNo('Child seen', { as: { ssd: 'cppv_cp_visit_seen' } }),
    seenAlone: yesNo('Seen alone', { as: { ssd: 'cppv_cp_visit_seen_alone', annexA: 'List 7.Was the Child Seen Alone?' } }),
    bedroomSeen: yesNo('Bedroom seen', { as: { ssd: 'cppv_cp_visit_bedroom' } }),
    whyNotAlone: text('Why not seen alone', { note: 'Too young, did not want to, or not safe.' }),
  },
  as: { ssd: { table: 'ssd_cp_visits', key: 'cppv_cp_visit_id', person: 'cppv_person_id' } },
  sameWhen: ['visitedOn'],
  entries: [{ on: 'visitedOn', line: (r) => `Child protection visit: ${howSeen(r)}` }],
  basis: 'Working together to safeguard children; Standard Safeguarding Dataset, ssd_cp_visits.',
})

export const childProtectionReview = recordKind({
  name: 'Child protection review',
  plural: 'Child protection reviews',
  table: 'child_protection_review',
  group: 'Reviews',
  about: person,
  fields: {
    plan: reference(() => childProtectionPlan, 'Child protection plan', { as: { ssd: 'cppr_cp_plan_id' } }),
    dueOn: date('Due', { as: { ssd: 'cppr_cp_review_due' }, mayBeAhead: true }),
    heldOn: date('Held', {
      as: { ssd: 'cppr_cp_review_date', cin: 'Reviews.CPPreviewDate', annexA: 'List 7.Date of latest review conference' },
    }),
    meetingId: identifier('Meeting number', { as: { ssd: 'cppr_cp_review_meeting_id' } }),
    planToContinue: yesNo('Plan to continue', { as: { ssd: 'cppr_cp_review_outcome_continue_cp' } }),
    quorate: text('Quorate', {
      as: { ssd: 'cppr_cp_review_quorate' },
      note: 'Social care and at least two other agencies. The dataset names no values.',
    }),
    participation: oneOf(participations, 'Child’s participation', { as: { ssd: 'cppr_cp_review_participation' } }),
  },
  as: { ssd: { table: 'ssd_cp_reviews', key: 'cppr_cp_review_id', person: 'cppr_person_id' } },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) =>
        `Child protection review held: ${r.planToContinue === null ? 'outcome not recorded' : r.planToContinue ? 'plan to continue' : 'plan to end'}`,
    },
  ],
  basis: 'Working together to safeguard children: first review within 3 months, then within 6; children in need census, CPPreviewDate.',
})
