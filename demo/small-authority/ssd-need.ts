import type { Day } from './days.ts'
import type { Life, Visit } from './life.ts'
import type { Row, SsdTable } from './layout.ts'
import { workerNamed } from './people.ts'

/** What the extract of a day may say: facts up to that day, and ends up to that day. */
export interface Known {
  readonly day: Day
  readonly put: (table: SsdTable, row: Row) => void
}

/** Facts of the list that had happened by then and still stand. */
export const happened = <T extends { readonly on: string; readonly struckOut?: boolean }>(facts: readonly T[], day: Day): readonly T[] =>
  facts.filter((fact) => fact.on.slice(0, 10) <= day && fact.struckOut !== true)

export const begun = <T extends { readonly from: string }>(facts: readonly T[], day: Day): readonly T[] =>
  facts.filter((fact) => fact.from.slice(0, 10) <= day)

/** An end, if it had come by then. */
export const ended = (until: string | null, day: Day): string | null => (until !== null && until.slice(0, 10) <= day ? until : null)

export const yesNo = (answer: boolean): string => (answer ? 'Y' : 'N')

/** The standard's outcome fields: every key is there, Y where the outcome applies. */
export function flags(keys: string, chosen: readonly string[], words: Readonly<Record<string, string>> = {}): string {
  const unknown = chosen.filter((key) => !keys.split(' ').includes(key))
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')} is no outcome of this record; it has ${keys}`)
  return JSON.stringify({ ...Object.fromEntries(keys.split(' ').map((key) => [key, yesNo(chosen.includes(key))])), ...words })
}

export const contactOutcomes =
  'NEW_REFERRAL_FLAG EXISTING_REFERRAL_FLAG CP_ENQUIRY_FLAG NFA_FLAG NON_AGENCY_ADOPTION_FLAG PRIVATE_FOSTERING_FLAG ADVICE_FLAG MISSING_FLAG OLA_CP_FLAG OTHER_OUTCOMES_EXIST_FLAG'
export const referralOutcomes =
  'SINGLE_ASSESSMENT_FLAG NFA_FLAG STRATEGY_DISCUSSION_FLAG CLA_REQUEST_FLAG NON_AGENCY_ADOPTION_FLAG PRIVATE_FOSTERING_FLAG CP_TRANSFER_IN_FLAG CP_CONFERENCE_FLAG CARE_LEAVER_FLAG OTHER_OUTCOMES_EXIST_FLAG'
export const assessmentOutcomes =
  'NFA_FLAG NFA_S47_END_FLAG STRATEGY_DISCUSSION_FLAG CLA_REQUEST_FLAG PRIVATE_FOSTERING_FLAG LEGAL_ACTION_FLAG PROV_OF_SERVICES_FLAG PROV_OF_SB_CARE_FLAG SPECIALIST_ASSESSMENT_FLAG REFERRAL_TO_OTHER_AGENCY_FLAG OTHER_ACTIONS_FLAG OTHER_OUTCOMES_EXIST_FLAG'
export const enquiryOutcomes =
  'NFA_FLAG LEGAL_ACTION_FLAG PROV_OF_SERVICES_FLAG PROV_OF_SB_CARE_FLAG CP_CONFERENCE_FLAG NFA_CONTINUE_SINGLE_FLAG MONITOR_FLAG OTHER_OUTCOMES_EXIST_FLAG'
export const conferenceOutcomes =
  'NFA_FLAG REFERRAL_TO_OTHER_AGENCY_FLAG SINGLE_ASSESSMENT_FLAG PROV_OF_SERVICES_FLAG CP_FLAG OTHER_OUTCOMES_EXIST_FLAG'

/** Who sent word of a child, as the case system writes it beside the code. */
const sourceWords: Readonly<Record<string, string>> = {
  '1A': 'Family member, relative or carer',
  '1B': 'Acquaintance',
  '1C': 'Self',
  '1D': 'Other individual',
  '2A': 'Schools',
  '2B': 'Education services',
  '3A': 'GP',
  '3B': 'Health visitor',
  '3C': 'School nurse',
  '3D': 'Other primary health services',
  '3E': 'A&E',
  '3F': 'Other health services',
  '4': 'Housing',
  '5A': 'Social care, adults',
  '5B': 'Other services of the council',
  '5C': 'Another local authority',
  '6': 'Police',
  '7': 'Other legal agency',
  '8': 'Other',
  '9': 'Anonymous',
  '10': 'Unknown',
}

/** From a first contact to protection: what the extract says of one child. */
export function needRows(life: Life, { day, put }: Known): void {
  const person = life.id
  for (const contact of happened(life.contacts, day)) {
    put('ssd_contacts', {
      cont_contact_id: contact.id,
      cont_person_id: person,
      cont_contact_date: contact.on,
      cont_contact_source_code: contact.source,
      cont_contact_source_desc: sourceWords[contact.source],
      cont_contact_outcome_json: flags(contactOutcomes, contact.outcomes),
    })
  }
  for (const help of begun(life.earlyHelp, day)) {
    const until = ended(help.until, day)
    put('ssd_early_help_episodes', {
      earl_episode_id: help.id,
      earl_person_id: person,
      earl_episode_start_date: help.from,
      earl_episode_end_date: until,
      earl_episode_reason: help.reason,
      earl_episode_end_reason: until ? help.endReason : null,
      earl_episode_organisation: help.organisation,
      earl_episode_worker_id: workerNamed(help.worker).id,
    })
  }
  for (const referral of happened(life.referrals, day)) {
    const closed = ended(referral.closedOn, day)
    put('ssd_cin_episodes', {
      cine_referral_id: referral.id,
      cine_person_id: person,
      cine_referral_date: referral.on,
      cine_cin_primary_need_code: referral.need,
      cine_referral_source_code: referral.source,
      cine_referral_source_desc: sourceWords[referral.source],
      cine_referral_outcome_json: flags(referralOutcomes, referral.outcomes),
      cine_referral_nfa: yesNo(referral.nfa),
      cine_close_reason: closed ? referral.closeReason : null,
      cine_close_date: closed,
      cine_referral_team: referral.team,
      cine_referral_worker_id: workerNamed(referral.worker).id,
    })
    assessmentRows(life, referral, { day, put })
    protectionRows(life, referral, { day, put })
    for (const plan of begun(referral.cinPlans, day)) {
      put('ssd_cin_plans', {
        cinp_cin_plan_id: plan.id,
        cinp_referral_id: referral.id,
        cinp_person_id: person,
        cinp_cin_plan_start_date: plan.from,
        cinp_cin_plan_end_date: ended(plan.until, day),
        cinp_cin_plan_team: plan.team,
        cinp_cin_plan_worker_id: workerNamed(plan.worker).id,
      })
    }
  }
  for (const visit of happened(life.cinVisits, day)) {
    put('ssd_cin_visits', {
      cinv_cin_visit_id: visit.id,
      cinv_person_id: person,
      cinv_cin_visit_date: visit.on,
      ...seen('cinv_cin_visit', visit),
      cinv_cin_visit_bedroom: yesNo(visit.bedroom),
    })
  }
}

export const seen = (prefix: string, visit: Visit): Row => ({
  [`${prefix}_seen`]: yesNo(visit.seen),
  [`${prefix}_seen_alone`]: yesNo(visit.alone),
})

type Referral = Life['referrals'][number]

function assessmentRows(life: Life, referral: Referral, { day, put }: Known): void {
  for (const assessment of begun(referral.assessments, day)) {
    const until = ended(assessment.until, day)
    put('ssd_cin_assessments', {
      cina_assessment_id: assessment.id,
      cina_person_id: life.id,
      cina_referral_id: referral.id,
      cina_assessment_start_date: assessment.from,
      cina_assessment_child_seen: until ? yesNo(assessment.seen) : null,
      cina_assessment_auth_date: until,
      cina_assessment_outcome_json: until
        ? flags(assessmentOutcomes, assessment.outcomes, {
            TOTAL_NO_OF_OUTCOMES: String(assessment.outcomes.length),
            COMMENTS: assessment.comments,
          })
        : null,
      cina_assessment_outcome_nfa: until ? yesNo(assessment.outcomes.includes('NFA_FLAG')) : null,
      cina_assessment_team: assessment.team,
      cina_assessment_worker_id: workerNamed(assessment.worker).id,
    })
    if (until && assessment.factors.length > 0) {
      put('ssd_assessment_factors', {
        cinf_table_id: `${assessment.id}F`,
        cinf_assessment_id: assessment.id,
        cinf_assessment_factors_json: JSON.stringify(assessment.factors),
      })
    }
  }
}

function protectionRows(life: Life, referral: Referral, { day, put }: Known): void {
  const chair = workerNamed('Olive Matthison')
  for (const enquiry of happened(referral.enquiries, day)) {
    const until = ended(enquiry.until, day)
    put('ssd_s47_enquiry', {
      s47e_s47_enquiry_id: enquiry.id,
      s47e_referral_id: referral.id,
      s47e_person_id: life.id,
      s47e_s47_start_date: enquiry.on,
      s47e_s47_end_date: until,
      s47e_s47_nfa: until ? yesNo(enquiry.outcomes.includes('NFA_FLAG')) : null,
      s47e_s47_outcome_json: until
        ? flags(enquiryOutcomes, enquiry.outcomes, { TOTAL_NO_OF_OUTCOMES: String(enquiry.outcomes.length), OUTCOME_COMMENTS: '' })
        : null,
      s47e_s47_completed_by_team: enquiry.team,
      s47e_s47_completed_by_worker_id: workerNamed(enquiry.worker).id,
    })
  }
  for (const conference of happened(referral.conferences, day)) {
    put('ssd_initial_cp_conference', {
      icpc_icpc_id: conference.id,
      icpc_icpc_meeting_id: conference.meeting,
      icpc_s47_enquiry_id: conference.enquiry,
      icpc_person_id: life.id,
      icpc_cp_plan_id: conference.plan,
      icpc_referral_id: referral.id,
      icpc_icpc_transfer_in: yesNo(conference.transferIn),
      icpc_icpc_target_date: conference.target,
      icpc_icpc_date: conference.on,
      icpc_icpc_outcome_cp_flag: yesNo(conference.plan !== null),
      icpc_icpc_outcome_json: flags(conferenceOutcomes, conference.outcomes, {
        TOTAL_NO_OF_OUTCOMES: String(conference.outcomes.length),
        COMMENTS: '',
      }),
      icpc_icpc_team: chair.team,
      icpc_icpc_worker_id: chair.id,
    })
  }
  for (const plan of begun(referral.protectionPlans, day)) {
    const turned = plan.latestCategory && plan.latestCategory.on <= day ? plan.latestCategory.category : plan.category
    put('ssd_cp_plans', {
      cppl_cp_plan_id: plan.id,
      cppl_referral_id: referral.id,
      cppl_icpc_id: plan.conference,
      cppl_person_id: life.id,
      cppl_cp_plan_start_date: plan.from,
      cppl_cp_plan_end_date: ended(plan.until, day),
      cppl_cp_plan_ola: 'N',
      cppl_cp_plan_initial_category: plan.category,
      cppl_cp_plan_latest_category: turned,
    })
    for (const visit of happened(plan.visits, day)) {
      put('ssd_cp_visits', {
        cppv_cp_visit_id: visit.id,
        cppv_person_id: life.id,
        cppv_cp_plan_id: plan.id,
        cppv_cp_visit_date: visit.on,
        ...seen('cppv_cp_visit', visit),
        cppv_cp_visit_bedroom: yesNo(visit.bedroom),
      })
    }
    for (const review of happened(plan.reviews, day)) {
      put('ssd_cp_reviews', {
        cppr_cp_review_id: review.id,
        cppr_person_id: life.id,
        cppr_cp_plan_id: plan.id,
        cppr_cp_review_due: review.due,
        cppr_cp_review_date: review.on,
        cppr_cp_review_meeting_id: review.meeting,
        cppr_cp_review_outcome_continue_cp: yesNo(review.continues),
        cppr_cp_review_quorate: 'Y',
        cppr_cp_review_participation: review.participation,
      })
    }
  }
}
