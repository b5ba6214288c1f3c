import type { Day } from './days.ts'
import { csvLine, ssdColumns, ssdTableNames } from './layout.ts'
import type { Row, SsdTable } from './layout.ts'
import type { Life, Mother } from './life.ts'
import { teamById, teams, workerNamed, workers } from './people.ts'
import { careRows } from './ssd-care.ts'
import { begun, ended, happened, needRows, yesNo } from './ssd-need.ts'
import type { Known } from './ssd-need.ts'

/** The Standard Safeguarding Dataset of these lives as known at the end of a day: a CSV text for each table, in the standard's order. */
export function ssdExtract(lives: readonly Life[], day: Day): ReadonlyMap<SsdTable, string> {
  const lines = new Map<SsdTable, string[]>(ssdTableNames.map((table) => [table, [ssdColumns(table).join(',')]]))
  const put = (table: SsdTable, row: Row) => lines.get(table)?.push(csvLine(ssdColumns(table), row))
  const onRecord = lives.filter((life) => isKnown(life, day))
  const mothers = new Map<string, { readonly mother: Mother; readonly family: string | null }>()
  for (const life of onRecord) {
    personRows(life, { day, put })
    needRows(life, { day, put })
    careRows(life, { day, put })
    otherRows(life, { day, put })
    if (life.mother) mothers.set(life.mother.id, { mother: life.mother, family: life.family })
  }
  for (const life of onRecord) mothers.delete(life.id)
  for (const { mother, family } of mothers.values()) motherRows(mother, family, put)
  workforceRows(onRecord, { day, put })
  return new Map([...lines].map(([table, told]) => [table, `${told.join('\n')}\n`]))
}

/** A child is on record once the first contact, referral or early help about them has happened. */
const isKnown = (life: Life, day: Day): boolean => happened(life.contacts, day).length > 0 || begun(life.earlyHelp, day).length > 0

function personRows(life: Life, { day, put }: Known): void {
  const person = life.id
  const died = ended(life.died, day)
  put('ssd_person', {
    pers_person_id: person,
    pers_upn: life.upn,
    pers_forename: life.forename,
    pers_surname: life.surname,
    pers_sex: life.sex,
    pers_gender: life.sex === 'U' ? null : life.sex,
    pers_ethnicity: life.ethnicity,
    pers_dob: life.born,
    pers_single_unique_id: life.nhs,
    pers_upn_unknown: life.upnUnknown,
    pers_send_flag: yesNo(life.educationPlan),
    pers_expected_dob: life.expected,
    pers_death_date: died,
    pers_is_mother: yesNo(ended(life.firstChildBorn, day) !== null),
    pers_nationality: life.nationality,
    pers_common_child_id: life.nhs,
  })
  if (life.family) put('ssd_family', { fami_table_id: `FM${person}`, fami_family_id: life.family, fami_person_id: person })
  if (life.mother)
    put('ssd_mother', {
      moth_table_id: `MO${person}`,
      moth_person_id: life.mother.id,
      moth_childs_person_id: person,
      moth_childs_dob: life.born,
    })
  for (const address of begun(life.addresses, day)) {
    put('ssd_address', {
      addr_table_id: address.id,
      addr_person_id: person,
      addr_address_type: address.kind,
      addr_address_start_date: address.from,
      addr_address_end_date: ended(address.until, day),
      addr_address_postcode: address.postcode.replaceAll(' ', ''),
      addr_address_json: JSON.stringify({
        ROOM: '',
        FLOOR: '',
        FLAT: '',
        BUILDING: '',
        HOUSE: address.house,
        STREET: address.street,
        TOWN: address.town,
        UPRN: '',
        EASTING: '',
        NORTHING: '',
      }),
    })
  }
  for (const disability of happened(life.disabilities, day))
    put('ssd_disability', { disa_table_id: disability.id, disa_person_id: person, disa_disability_code: disability.code })
  for (const status of begun(life.immigration, day)) {
    put('ssd_immigration_status', {
      immi_immigration_status_id: status.id,
      immi_person_id: person,
      immi_immigration_status_start_date: status.from,
      immi_immigration_status_end_date: ended(status.until, day),
      immi_immigration_status: status.status,
    })
  }
  for (const identifier of begun(life.identifiers, day)) {
    put('ssd_linked_identifiers', {
      link_table_id: identifier.id,
      link_person_id: person,
      link_identifier_type: identifier.kind,
      link_identifier_value: identifier.value,
      link_valid_from_date: identifier.from,
      link_valid_to_date: ended(identifier.until, day),
    })
  }
}

function motherRows(mother: Mother, family: string | null, put: Known['put']): void {
  put('ssd_person', {
    pers_person_id: mother.id,
    pers_forename: mother.forename,
    pers_surname: mother.surname,
    pers_sex: 'F',
    pers_gender: 'F',
    pers_ethnicity: mother.ethnicity,
    pers_dob: mother.born,
    pers_is_mother: 'Y',
  })
  if (family) put('ssd_family', { fami_table_id: `FM${mother.id}`, fami_family_id: family, fami_person_id: mother.id })
}

function otherRows(life: Life, { day, put }: Known): void {
  const person = life.id
  for (const work of begun(life.involvements, day)) {
    const worker = workerNamed(work.worker)
    put('ssd_involvements', {
      invo_involvements_id: work.id,
      invo_professional_id: worker.id,
      invo_professional_role_id: work.role,
      invo_professional_team: worker.team,
      invo_person_id: person,
      invo_involvement_start_date: work.from,
      invo_involvement_end_date: ended(work.until, day),
      invo_worker_change_reason: work.why,
      invo_referral_id: work.referral,
    })
  }
  if (life.voice && life.voice.on <= day) {
    const said = life.voice.answers
    put('ssd_voice_of_child', {
      voch_table_id: `VO${person}`,
      voch_person_id: person,
      voch_explained_worries: yesNo(said.includes('explained')),
      voch_story_help_understand: yesNo(said.includes('story')),
      voch_agree_worker: yesNo(said.includes('agree')),
      voch_plan_safe: yesNo(said.includes('plan')),
    })
  }
  const before = life.preProceedings
  if (before && before.decidedOn <= day) {
    const outcome = before.outcome && before.outcome.on <= day ? before.outcome : null
    put('ssd_pre_proceedings', {
      prep_table_id: before.id,
      prep_person_id: person,
      prep_plo_family_id: life.family ?? `FAM${person}`,
      prep_pre_pro_decision_date: before.decidedOn,
      prep_initial_pre_pro_meeting_date: ended(before.firstMeetingOn, day),
      prep_pre_pro_outcome: outcome ? (outcome.issue ? 'Decision to Issue Care Proceedings' : 'Decision to step down') : null,
      prep_agree_stepdown_issue_date: outcome?.on,
      prep_cp_plans_referral_period: life.referrals.flatMap((referral) => referral.protectionPlans).length,
      prep_legal_gateway_outcome: 'B',
      prep_prev_pre_proc_child: 0,
      prep_prev_care_proc_child: 0,
      prep_pre_pro_letter_date: ended(before.letterOn, day),
      prep_pre_pro_meetings_num: before.meetings,
      prep_pre_pro_parents_legal_rep: yesNo(before.represented),
      prep_court_reference: outcome?.court,
    })
  }
  educationRows(life, { day, put })
}

function educationRows(life: Life, { day, put }: Known): void {
  const plan = life.education
  if (!plan || plan.requestedOn > day) return
  const id = (letters: string) => `${letters}${life.id}`
  put('ssd_send', { send_table_id: id('SE'), send_person_id: life.id, send_upn: life.upn, send_upn_unknown: life.upnUnknown })
  put('ssd_ehcp_requests', {
    ehcr_ehcp_request_id: id('ER'),
    ehcr_send_table_id: id('SE'),
    ehcr_ehcp_req_date: plan.requestedOn,
    ehcr_ehcp_req_outcome_date: ended(plan.decidedOn, day),
    ehcr_ehcp_req_outcome: 'Y',
  })
  put('ssd_ehcp_assessment', {
    ehca_ehcp_assessment_id: id('EA'),
    ehca_ehcp_request_id: id('ER'),
    ehca_ehcp_assessment_outcome_date: ended(plan.issuedOn, day),
    ehca_ehcp_assessment_outcome: 'Y',
    ehca_ehcp_assessment_exceptions: '0',
  })
  put('ssd_ehcp_named_plan', { ehcn_named_plan_id: id('EN'), ehcn_ehcp_asmt_id: id('EA'), ehcn_named_plan_start_date: plan.issuedOn })
  put('ssd_ehcp_active_plans', {
    ehcp_active_ehcp_id: id('EP'),
    ehcp_ehcp_request_id: id('ER'),
    ehcp_active_ehcp_last_review_date: ended(plan.reviewedOn, day),
  })
  put('ssd_sen_need', {
    senn_table_id: id('S1'),
    senn_active_ehcp_id: id('EP'),
    senn_active_ehcp_need_type: plan.need,
    senn_active_ehcp_need_rank: '1',
  })
  if (plan.secondNeed)
    put('ssd_sen_need', {
      senn_table_id: id('S2'),
      senn_active_ehcp_id: id('EP'),
      senn_active_ehcp_need_type: plan.secondNeed,
      senn_active_ehcp_need_rank: '2',
    })
}

/** Workers with the children they held on the last 30 September, and teams. */
function workforceRows(lives: readonly Life[], { day, put }: Known): void {
  const lastSeptember = `${day.slice(5) >= '09-30' ? day.slice(0, 4) : String(Number(day.slice(0, 4)) - 1)}-09-30`
  const held = lives
    .flatMap((life) => life.involvements)
    .filter((work) => work.role === 'CW' && work.from <= lastSeptember && (work.until === null || work.until > lastSeptember))
  for (const worker of workers) {
    put('ssd_professionals', {
      prof_professional_id: worker.id,
      prof_staff_id: `EST${worker.id.slice(1)}`,
      prof_professional_name: worker.name,
      prof_social_worker_registration_no: worker.registration,
      prof_agency_worker_flag: yesNo(worker.agency),
      prof_professional_job_title: worker.title,
      prof_professional_caseload: held.filter((work) => work.worker === worker.name).length,
      prof_professional_department: teamById(worker.team).name,
      prof_full_time_equivalency: worker.fullTime,
    })
  }
  for (const team of teams) {
    put('ssd_department', {
      dept_team_id: team.id,
      dept_team_name: team.name,
      dept_team_parent_id: team.parent,
      dept_team_parent_name: team.parent ? teamById(team.parent).name : null,
    })
  }
}
