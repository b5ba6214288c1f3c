/**
 * The Standard Safeguarding Dataset as its authors laid it out: every table and column, in their order. Where the published
 * list and the newest build script differ, the columns of both are here.
 *
 * Sources: Data to Insight, Standard Safeguarding Dataset: published field list (change log to August 2025) and SQL Server
 * build script 1.4.5 (July 2026).
 */

/** What a column holds. `yn` is Y or N; `10` is 1 or 0; `json` is text that holds JSON; `text` may hold a code. */
export type SsdType = 'text' | 'date' | 'datetime' | 'yn' | '10' | 'int' | 'float' | 'bit' | 'binary' | 'json'

export interface SsdColumn {
  readonly name: string
  readonly type: SsdType
}

export interface SsdTable {
  readonly table: string
  readonly columns: readonly SsdColumn[]
}

/** A table's name, then its columns, each with its type; a column without one holds text. */
const layout = `
ssd_dim_date
  date_key int, full_date date, calendar_year int, calendar_quarter int, month_number int, day_of_month int, iso_year int,
  iso_week int, day_of_week_monday1 int, is_weekend bit, month_start_date date, month_end_date date, quarter_start_date date,
  quarter_end_date date, year_start_date date, year_end_date date, fiscal_year_start_year int, fiscal_year_label,
  fiscal_year_start_date date, fiscal_year_end_date date, fiscal_quarter int, fiscal_quarter_start_date date,
  fiscal_quarter_end_date date

ssd_person
  pers_legacy_id, pers_person_id, pers_upn, pers_forename, pers_surname, pers_sex, pers_gender, pers_ethnicity,
  pers_dob datetime, pers_single_unique_id, pers_upn_unknown, pers_send_flag yn, pers_expected_dob datetime,
  pers_death_date datetime, pers_is_mother yn, pers_nationality, pers_common_child_id

ssd_cohort
  dim_person_id, legacy_id, has_contact bit, has_referral bit, has_903 bit, is_care_leaver bit, has_eligibility bit,
  has_client_flag bit, has_involvement bit, first_activity_dttm datetime, last_activity_dttm datetime

ssd_family
  fami_table_id, fami_family_id, fami_person_id

ssd_address
  addr_table_id, addr_person_id, addr_address_type, addr_address_start_date datetime, addr_address_end_date datetime,
  addr_address_postcode, addr_address_json json

ssd_disability
  disa_table_id, disa_person_id, disa_disability_code

ssd_immigration_status
  immi_immigration_status_id, immi_person_id, immi_immigration_status_start_date datetime,
  immi_immigration_status_end_date datetime, immi_immigration_status

ssd_cin_episodes
  cine_referral_id, cine_person_id, cine_referral_date datetime, cine_cin_primary_need_code, cine_referral_source_code,
  cine_referral_source_desc, cine_referral_outcome_json json, cine_referral_nfa yn, cine_close_reason, cine_close_date datetime,
  cine_referral_team, cine_referral_worker_id

ssd_mother
  moth_table_id, moth_person_id, moth_childs_person_id, moth_childs_dob datetime

ssd_legal_status
  lega_legal_status_id, lega_person_id, lega_legal_status, lega_legal_status_start_date datetime,
  lega_legal_status_end_date datetime

ssd_contacts
  cont_contact_id, cont_person_id, cont_contact_date datetime, cont_contact_source_code, cont_contact_source_desc,
  cont_contact_outcome_json json

ssd_early_help_episodes
  earl_episode_id, earl_person_id, earl_episode_start_date datetime, earl_episode_end_date datetime, earl_episode_reason,
  earl_episode_end_reason, earl_episode_organisation, earl_episode_worker_id

ssd_cin_assessments
  cina_assessment_id, cina_person_id, cina_referral_id, cina_assessment_start_date datetime, cina_assessment_child_seen yn,
  cina_assessment_auth_date datetime, cina_assessment_outcome_json json, cina_assessment_outcome_nfa yn, cina_assessment_team,
  cina_assessment_worker_id

ssd_assessment_factors
  cinf_table_id, cinf_assessment_id, cinf_assessment_factors_json json

ssd_cin_plans
  cinp_cin_plan_id, cinp_referral_id, cinp_person_id, cinp_cin_plan_start_date datetime, cinp_cin_plan_end_date datetime,
  cinp_cin_plan_team, cinp_cin_plan_worker_id

ssd_cin_visits
  cinv_cin_visit_id, cinv_person_id, cinv_cin_visit_date datetime, cinv_cin_visit_seen yn, cinv_cin_visit_seen_alone yn,
  cinv_cin_visit_bedroom yn

ssd_s47_enquiry
  s47e_s47_enquiry_id, s47e_referral_id, s47e_person_id, s47e_s47_start_date datetime, s47e_s47_end_date datetime,
  s47e_s47_nfa yn, s47e_s47_outcome_json json, s47e_s47_completed_by_team, s47e_s47_completed_by_worker_id

ssd_initial_cp_conference
  icpc_icpc_id, icpc_icpc_meeting_id, icpc_s47_enquiry_id, icpc_person_id, icpc_cp_plan_id, icpc_referral_id,
  icpc_icpc_transfer_in yn, icpc_icpc_target_date datetime, icpc_icpc_date datetime, icpc_icpc_outcome_cp_flag yn,
  icpc_icpc_outcome_json json, icpc_icpc_team, icpc_icpc_worker_id

ssd_cp_plans
  cppl_cp_plan_id, cppl_referral_id, cppl_icpc_id, cppl_person_id, cppl_cp_plan_start_date datetime,
  cppl_cp_plan_end_date datetime, cppl_cp_plan_ola yn, cppl_cp_plan_initial_category, cppl_cp_plan_latest_category

ssd_cp_visits
  cppv_cp_visit_id, cppv_person_id, cppv_cp_plan_id, cppv_cp_visit_date datetime, cppv_cp_visit_seen yn,
  cppv_cp_visit_seen_alone yn, cppv_cp_visit_bedroom yn

ssd_cp_reviews
  cppr_cp_review_id, cppr_person_id, cppr_cp_plan_id, cppr_cp_review_due datetime, cppr_cp_review_date datetime,
  cppr_cp_review_meeting_id, cppr_cp_review_outcome_continue_cp yn, cppr_cp_review_quorate, cppr_cp_review_participation

ssd_cla_episodes
  clae_cla_episode_id, clae_person_id, clae_cla_placement_id, clae_cla_episode_start_date datetime,
  clae_cla_episode_start_reason, clae_cla_primary_need_code, clae_cla_episode_ceased_date datetime,
  clae_cla_episode_ceased_reason, clae_cla_id, clae_referral_id, clae_cla_last_iro_contact_date datetime,
  clae_entered_care_date datetime

ssd_cla_convictions
  clac_cla_conviction_id, clac_person_id, clac_cla_conviction_date datetime, clac_cla_conviction_offence

ssd_cla_health
  clah_health_check_id, clah_person_id, clah_health_check_type, clah_health_check_date datetime, clah_health_check_status

ssd_cla_immunisations
  clai_person_id, clai_immunisations_status yn, clai_immunisations_status_date datetime

ssd_cla_substance_misuse
  clas_substance_misuse_id, clas_person_id, clas_substance_misuse_date datetime, clas_substance_misused,
  clas_intervention_received yn

ssd_cla_placement
  clap_cla_placement_id, clap_cla_id, clap_person_id, clap_cla_placement_start_date datetime, clap_cla_placement_type,
  clap_cla_placement_urn, clap_cla_placement_distance float, clap_cla_placement_provider, clap_cla_placement_postcode,
  clap_cla_placement_end_date datetime, clap_cla_placement_change_reason

ssd_cla_reviews
  clar_cla_review_id, clar_cla_id, clar_cla_person_id, clar_cla_review_due_date datetime, clar_cla_review_date datetime,
  clar_cla_review_cancelled yn, clar_cla_review_participation

ssd_cla_previous_permanence
  lapp_table_id, lapp_person_id, lapp_previous_permanence_option, lapp_previous_permanence_la,
  lapp_previous_permanence_order_date

ssd_cla_care_plan
  lacp_table_id, lacp_person_id, lacp_cla_care_plan_start_date datetime, lacp_cla_care_plan_end_date datetime,
  lacp_cla_care_plan_json json

ssd_cla_visits
  clav_cla_visit_id, clav_cla_id, clav_person_id, clav_cla_visit_date datetime, clav_cla_visit_seen yn,
  clav_cla_visit_seen_alone yn

ssd_sdq_scores
  csdq_table_id, csdq_person_id, csdq_sdq_completed_date datetime, csdq_sdq_score int, csdq_sdq_reason

ssd_missing
  miss_table_id, miss_person_id, miss_missing_episode_start_date datetime, miss_missing_episode_type,
  miss_missing_episode_end_date datetime, miss_missing_rhi_offered, miss_missing_rhi_accepted

ssd_care_leavers
  clea_table_id, clea_person_id, clea_care_leaver_eligibility, clea_care_leaver_in_touch,
  clea_care_leaver_latest_contact datetime, clea_care_leaver_accommodation, clea_care_leaver_accom_suitable,
  clea_care_leaver_activity, clea_pathway_plan_review_date datetime, clea_care_leaver_personal_advisor,
  clea_care_leaver_allocated_team, clea_care_leaver_worker_id

ssd_permanence
  perm_table_id, perm_person_id, perm_cla_id, perm_adm_decision_date datetime, perm_part_of_sibling_group 10,
  perm_siblings_placed_together int, perm_siblings_placed_apart int, perm_ffa_cp_decision_date datetime,
  perm_placement_order_date datetime, perm_matched_date datetime, perm_adopter_sex, perm_adopter_legal_status,
  perm_number_of_adopters int, perm_placed_for_adoption_date datetime, perm_adopted_by_carer_flag yn,
  perm_placed_foster_carer_date datetime, perm_placed_ffa_cp_date datetime, perm_placement_provider_urn,
  perm_decision_reversed_date datetime, perm_decision_reversed_reason, perm_permanence_order_date datetime,
  perm_permanence_order_type, perm_adoption_worker_id

ssd_professionals
  prof_professional_id, prof_staff_id, prof_professional_name, prof_social_worker_registration_no, prof_agency_worker_flag yn,
  prof_professional_job_title, prof_professional_caseload int, prof_professional_department, prof_full_time_equivalency float

ssd_department
  dept_team_id, dept_team_name, dept_team_parent_id, dept_team_parent_name

ssd_involvements
  invo_involvements_id, invo_professional_id, invo_professional_role_id, invo_professional_team, invo_person_id,
  invo_involvement_start_date datetime, invo_involvement_end_date datetime, invo_worker_change_reason, invo_referral_id

ssd_linked_identifiers
  link_table_id, link_person_id, link_identifier_type, link_identifier_value, link_valid_from_date datetime,
  link_valid_to_date datetime

ssd_s251_finance
  s251_table_id, s251_cla_placement_id, s251_placeholder_1, s251_placeholder_2, s251_placeholder_3, s251_placeholder_4

ssd_voice_of_child
  voch_table_id, voch_person_id, voch_explained_worries, voch_story_help_understand, voch_agree_worker, voch_plan_safe,
  voch_tablet_help_explain

ssd_pre_proceedings
  prep_table_id, prep_person_id, prep_plo_family_id, prep_pre_pro_decision_date datetime,
  prep_initial_pre_pro_meeting_date datetime, prep_pre_pro_outcome, prep_agree_stepdown_issue_date datetime,
  prep_cp_plans_referral_period int, prep_legal_gateway_outcome, prep_prev_pre_proc_child int, prep_prev_care_proc_child int,
  prep_pre_pro_letter_date datetime, prep_care_pro_letter_date datetime, prep_pre_pro_meetings_num int,
  prep_pre_pro_parents_legal_rep, prep_parents_legal_rep_point_of_issue, prep_court_reference, prep_care_proc_court_hearings int,
  prep_care_proc_short_notice, prep_proc_short_notice_reason, prep_la_inital_plan_approved, prep_la_initial_care_plan,
  prep_la_final_plan_approved, prep_la_final_care_plan

ssd_send
  send_table_id, send_person_id, send_upn, send_uln, send_upn_unknown

ssd_sen_need
  senn_table_id, senn_active_ehcp_id, senn_active_ehcp_need_type, senn_active_ehcp_need_rank

ssd_ehcp_requests
  ehcr_ehcp_request_id, ehcr_send_table_id, ehcr_ehcp_req_date datetime, ehcr_ehcp_req_outcome_date datetime,
  ehcr_ehcp_req_outcome

ssd_ehcp_assessment
  ehca_ehcp_assessment_id, ehca_ehcp_request_id, ehca_ehcp_assessment_outcome_date datetime, ehca_ehcp_assessment_outcome,
  ehca_ehcp_assessment_exceptions 10

ssd_ehcp_named_plan
  ehcn_named_plan_id, ehcn_ehcp_asmt_id, ehcn_named_plan_start_date datetime, ehcn_named_plan_ceased_date datetime,
  ehcn_named_plan_ceased_reason

ssd_ehcp_active_plans
  ehcp_active_ehcp_id, ehcp_ehcp_request_id, ehcp_active_ehcp_last_review_date datetime

ssd_version_log
  version_number, release_date datetime, description, is_current bit, created_at datetime, created_by, impact_description

ssd_api_data_staging
  id int, person_id, legacy_id, previous_json_payload json, json_payload json, partial_json_payload json, current_hash binary,
  previous_hash binary, submission_status, submission_timestamp datetime, api_response, row_state, last_updated datetime
`

export const ssdTables: readonly SsdTable[] = layout
  .trim()
  .split('\n\n')
  .map((block) => {
    const [table = '', ...lines] = block.split('\n')
    return { table, columns: lines.join(' ').split(',').map(column) }
  })

function column(written: string): SsdColumn {
  const [name = '', type = 'text'] = written.trim().split(' ')
  return { name, type: type as SsdType }
}
