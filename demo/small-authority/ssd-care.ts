import type { Care, Life } from './life.ts'
import { workerNamed } from './people.ts'
import { begun, ended, flags, happened, seen, yesNo } from './ssd-need.ts'
import type { Known } from './ssd-need.ts'

const careAims = 'REMAINSUP RETURN1M RETURN6M RETURNEV LTRELFR LTFOST18 RESPLMT SUPPLIV ADOPTION OTHERPLN'

/** In care and after it: what the extract says of one child. */
export function careRows(life: Life, known: Known): void {
  const { day, put } = known
  const person = life.id
  for (const status of begun(life.legal, day)) {
    put('ssd_legal_status', {
      lega_legal_status_id: status.id,
      lega_person_id: person,
      lega_legal_status: status.status,
      lega_legal_status_start_date: status.from,
      lega_legal_status_end_date: ended(status.until, day),
    })
  }
  for (const care of begun(life.care, day)) periodRows(life, care, known)
  for (const check of happened(life.health, day)) {
    put('ssd_cla_health', {
      clah_health_check_id: check.id,
      clah_person_id: person,
      clah_health_check_type: check.kind,
      clah_health_check_date: check.on,
      clah_health_check_status: check.status,
    })
  }
  if (life.immunised && life.immunised.on <= day) {
    put('ssd_cla_immunisations', {
      clai_person_id: person,
      clai_immunisations_status: yesNo(life.immunised.upToDate),
      clai_immunisations_status_date: life.immunised.on,
    })
  }
  for (const told of happened(life.strengths, day)) {
    put('ssd_sdq_scores', {
      csdq_table_id: told.id,
      csdq_person_id: person,
      csdq_sdq_completed_date: told.on,
      csdq_sdq_score: told.score,
      csdq_sdq_reason: told.reason,
    })
  }
  for (const use of happened(life.substances, day)) {
    put('ssd_cla_substance_misuse', {
      clas_substance_misuse_id: use.id,
      clas_person_id: person,
      clas_substance_misuse_date: use.on,
      clas_substance_misused: use.substance,
      clas_intervention_received: yesNo(use.helped),
    })
  }
  for (const conviction of happened(life.convictions, day)) {
    put('ssd_cla_convictions', {
      clac_cla_conviction_id: conviction.id,
      clac_person_id: person,
      clac_cla_conviction_date: conviction.on,
      clac_cla_conviction_offence: conviction.offence,
    })
  }
  const before = life.previousPermanence
  if (before && begun(life.care, day).length > 0) {
    put('ssd_cla_previous_permanence', {
      lapp_table_id: `PV${person}`,
      lapp_person_id: person,
      lapp_previous_permanence_option: before.option,
      lapp_previous_permanence_la: before.authority,
      lapp_previous_permanence_order_date: before.date,
    })
  }
  missingRows(life, known)
  leavingRows(life, known)
  permanenceRows(life, known)
}

function periodRows(life: Life, care: Care, { day, put }: Known): void {
  for (const placement of begun(care.placements, day)) {
    const until = ended(placement.until, day)
    put('ssd_cla_placement', {
      clap_cla_placement_id: placement.id,
      clap_cla_id: care.id,
      clap_person_id: life.id,
      clap_cla_placement_start_date: placement.from,
      clap_cla_placement_type: placement.type,
      clap_cla_placement_urn: placement.urn,
      clap_cla_placement_distance: placement.miles,
      clap_cla_placement_provider: placement.provider,
      clap_cla_placement_postcode: placement.postcode,
      clap_cla_placement_end_date: until,
      clap_cla_placement_change_reason: until ? placement.changeReason : null,
    })
  }
  for (const episode of begun(care.episodes, day)) {
    const until = ended(episode.until, day)
    put('ssd_cla_episodes', {
      clae_cla_episode_id: episode.id,
      clae_person_id: life.id,
      clae_cla_placement_id: episode.placement.id,
      clae_cla_episode_start_date: episode.from,
      clae_cla_episode_start_reason: episode.startReason,
      clae_cla_primary_need_code: care.need,
      clae_cla_episode_ceased_date: until,
      clae_cla_episode_ceased_reason: until ? episode.endReason : null,
      clae_cla_id: care.id,
      clae_referral_id: care.referral,
      clae_cla_last_iro_contact_date: care.reviewerContacts.findLast((on) => on <= day),
      clae_entered_care_date: care.from,
    })
  }
  for (const review of care.reviews) {
    if ((review.cancelled ? review.due : review.on) > day) continue
    put('ssd_cla_reviews', {
      clar_cla_review_id: review.id,
      clar_cla_id: care.id,
      clar_cla_person_id: life.id,
      clar_cla_review_due_date: review.due,
      clar_cla_review_date: review.on,
      clar_cla_review_cancelled: yesNo(review.cancelled),
      clar_cla_review_participation: review.participation,
    })
  }
  for (const visit of happened(care.visits, day)) {
    put('ssd_cla_visits', {
      clav_cla_visit_id: visit.id,
      clav_cla_id: care.id,
      clav_person_id: life.id,
      clav_cla_visit_date: visit.on,
      ...seen('clav_cla_visit', visit),
    })
  }
  for (const plan of begun(care.carePlans, day)) {
    put('ssd_cla_care_plan', {
      lacp_table_id: plan.id,
      lacp_person_id: life.id,
      lacp_cla_care_plan_start_date: plan.from,
      lacp_cla_care_plan_end_date: ended(plan.until, day),
      lacp_cla_care_plan_json: flags(careAims, plan.aims),
    })
  }
}

function missingRows(life: Life, { day, put }: Known): void {
  for (const episode of begun(life.missing, day)) {
    const offered = episode.offered && episode.offered.on <= day ? episode.offered : null
    put('ssd_missing', {
      miss_table_id: episode.id,
      miss_person_id: life.id,
      miss_missing_episode_start_date: episode.from,
      miss_missing_episode_type: episode.kind,
      miss_missing_episode_end_date: ended(episode.until, day),
      miss_missing_rhi_offered: yesNo(offered !== null),
      miss_missing_rhi_accepted: offered ? offered.answer : 'NA',
    })
  }
}

function leavingRows(life: Life, { day, put }: Known): void {
  const leaver = life.careLeaver
  if (!leaver || leaver.from > day) return
  const touch = leaver.touches.findLast((each) => each.on <= day)
  const adviser = workerNamed(leaver.adviser)
  put('ssd_care_leavers', {
    clea_table_id: leaver.id,
    clea_person_id: life.id,
    clea_care_leaver_eligibility: leaver.eligibility,
    clea_care_leaver_in_touch: touch?.inTouch,
    clea_care_leaver_latest_contact: touch?.on,
    clea_care_leaver_accommodation: touch?.accommodation,
    clea_care_leaver_accom_suitable: touch?.suitable,
    clea_care_leaver_activity: touch?.activity,
    clea_pathway_plan_review_date: ended(leaver.plan, day),
    clea_care_leaver_personal_advisor: adviser.id,
    clea_care_leaver_allocated_team: adviser.team,
    clea_care_leaver_worker_id: adviser.id,
  })
}

function permanenceRows(life: Life, { day, put }: Known): void {
  const plan = life.permanence
  if (!plan || (plan.decidedOn ?? plan.order?.on ?? day) > day) return
  const matched = ended(plan.matchedOn, day)
  const order = plan.order && plan.order.on <= day ? plan.order : null
  put('ssd_permanence', {
    perm_table_id: plan.id,
    perm_person_id: life.id,
    perm_cla_id: plan.care,
    perm_adm_decision_date: plan.decidedOn,
    perm_part_of_sibling_group: plan.decidedOn ? (plan.withSiblings > 0 ? '1' : '0') : null,
    perm_siblings_placed_together: plan.withSiblings > 0 ? plan.withSiblings : null,
    perm_placement_order_date: ended(plan.placementOrder, day),
    perm_matched_date: matched,
    perm_adopter_sex: matched ? plan.adopters?.sex : null,
    perm_adopter_legal_status: matched ? plan.adopters?.legal : null,
    perm_number_of_adopters: matched ? plan.adopters?.number : null,
    perm_placed_for_adoption_date: ended(plan.placedOn, day),
    perm_adopted_by_carer_flag: matched ? yesNo(plan.byCarer) : null,
    perm_decision_reversed_date: ended(plan.reversedOn, day),
    perm_decision_reversed_reason: ended(plan.reversedOn, day) ? plan.reversedReason : null,
    perm_permanence_order_date: order?.on,
    perm_permanence_order_type: order?.type,
    perm_adoption_worker_id: plan.worker ? workerNamed(plan.worker).id : null,
  })
}
