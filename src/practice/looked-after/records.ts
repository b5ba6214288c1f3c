import { date, decimal, flags, identifier, oneOf, recordKind, reference, text, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { referral } from '../front-door/records.ts'
import { answeredYes, needs, participations } from '../person/code-lists.ts'
import { howSeen, person } from '../person/records.ts'
import {
  careEndReasons,
  carePlanOptions,
  episodeStartReasons,
  legalStatuses,
  placementChangeReasons,
  placementProviders,
  placementTypes,
} from './code-lists.ts'

/** One time in care, from coming into care to leaving it. No dataset has a row for it: they only number its episodes alike. */
export const periodOfCare = recordKind({
  name: 'Period of care',
  plural: 'Periods of care',
  table: 'period_of_care',
  group: 'Care',
  about: person,
  fields: {
    startedOn: date('Came into care', { as: { annexA: 'List 8.Date Started to be Looked After' } }),
    endedOn: date('Left care', { as: { annexA: 'List 8.Date Ceased to be Looked After' } }),
    endReason: oneOf(careEndReasons, 'Why they left care', { as: { annexA: 'List 8.Reason Ceased to be Looked After' } }),
    leavingPlannedOn: date('Planned to leave care', { mayBeAhead: true }),
    ceaseApprovedOn: date('Decision to stop looking after the child approved', {
      note: 'By the nominated officer; for a child of 16 or 17 by the director of children’s services.',
    }),
  },
  sameWhen: ['startedOn'],
  entries: [
    { on: 'startedOn', line: () => 'Came into care' },
    { on: 'endedOn', line: (r) => `Left care: ${wordsFor(careEndReasons, r.endReason) ?? 'reason not recorded'}` },
    { on: 'ceaseApprovedOn', line: () => 'Decision to stop looking after the child approved' },
  ],
  period: { lane: 'In care', from: 'startedOn', until: 'endedOn', label: () => 'In care' },
  basis:
    'Children Act 1989, section 22; the Standard Safeguarding Dataset’s clae_cla_id; in the looked-after return, from reason S to a reason other than X1.',
})

/** A stretch of care under one legal status in one placement, as the looked-after return counts it. */
export const careEpisode = recordKind({
  name: 'Care episode',
  plural: 'Care episodes',
  table: 'care_episode',
  group: 'Care',
  about: person,
  fields: {
    periodOfCare: reference(() => periodOfCare, 'Period of care', { as: { ssd: 'clae_cla_id' } }),
    placement: reference(() => placement, 'Placement', { as: { ssd: 'clae_cla_placement_id' } }),
    referral: reference(() => referral, 'Referral', { as: { ssd: 'clae_referral_id' } }),
    startedOn: date('Started', { as: { ssd: 'clae_cla_episode_start_date', ssda903: 'Episodes.DECOM' } }),
    startReason: oneOf(episodeStartReasons, 'Why it started', { as: { ssd: 'clae_cla_episode_start_reason', ssda903: 'Episodes.RNE' } }),
    categoryOfNeed: oneOf(needs, 'Category of need', {
      as: { ssd: 'clae_cla_primary_need_code', ssda903: 'Episodes.CIN', annexA: "List 8.Child's Category of Need" },
      note: 'As it was when the child came into care.',
    }),
    endedOn: date('Ended', { as: { ssd: 'clae_cla_episode_ceased_date', ssda903: 'Episodes.DEC' } }),
    endReason: oneOf(careEndReasons, 'Why it ended', { as: { ssd: 'clae_cla_episode_ceased_reason', ssda903: 'Episodes.REC' } }),
    lastReviewingOfficerContactOn: date('Last contact with the reviewing officer', {
      as: { ssd: 'clae_cla_last_iro_contact_date', annexA: 'List 8.Date of Last IRO Visit / Contact to the Child' },
    }),
    enteredCareOn: date('Came into care', {
      as: { ssd: 'clae_entered_care_date' },
      note: 'First day of the period of care, as the source says it.',
    }),
    legalStatus: oneOf(legalStatuses, 'Legal status', { as: { ssda903: 'Episodes.LS' } }),
    placementType: oneOf(placementTypes, 'Placement type', { as: { ssda903: 'Episodes.PLACE' } }),
    placementProvider: oneOf(placementProviders, 'Placement provider', { as: { ssda903: 'Episodes.PLACE_PROVIDER' } }),
    placementPostcode: identifier('Placement postcode', { as: { ssda903: 'Episodes.PL_POST' } }),
    homePostcode: identifier('Home postcode', {
      as: { ssda903: 'Episodes.HOME_POST' },
      note: 'Where the child lived when they came into care.',
    }),
    urn: identifier('Ofsted number', { as: { ssda903: 'Episodes.URN' } }),
    placeChangeReason: oneOf(placementChangeReasons, 'Why the placement changed', {
      as: { ssda903: 'Episodes.REASON_PLACE_CHANGE' },
      note: 'Stands on the episode that ends.',
    }),
  },
  as: { ssd: { table: 'ssd_cla_episodes', key: 'clae_cla_episode_id', person: 'clae_person_id' } },
  sameWhen: ['startedOn'],
  entries: [
    {
      on: 'startedOn',
      line: (r) => {
        const what = r.startReason === null || r.startReason === 'S' ? 'Care episode began' : wordsFor(episodeStartReasons, r.startReason)
        const terms = [wordsFor(placementTypes, r.placementType), wordsFor(legalStatuses, r.legalStatus)].filter((words) => words !== null)
        return terms.length === 0 ? what : `${what}: ${terms.join('. ')}`
      },
    },
  ],
  basis: 'Looked-after return (SSDA903), Episodes; Children Act 1989, sections 20, 22, 31 and 38.',
})

export const placement = recordKind({
  name: 'Placement',
  plural: 'Placements',
  table: 'placement',
  group: 'Placements',
  about: person,
  fields: {
    periodOfCare: reference(() => periodOfCare, 'Period of care', { as: { ssd: 'clap_cla_id' } }),
    startedOn: date('Started', { as: { ssd: 'clap_cla_placement_start_date', annexA: 'List 8.Start Date of Most Recent Placement' } }),
    type: oneOf(placementTypes, 'Placement type', { as: { ssd: 'clap_cla_placement_type', annexA: 'List 8.Placement Type' } }),
    urn: identifier('Ofsted number', {
      as: { ssd: 'clap_cla_placement_urn', annexA: 'List 8.URN of Placement' },
      note: 'XXXXXXX where another body inspects, or for a regional adoption agency.',
    }),
    distanceMiles: decimal('Miles from home', { as: { ssd: 'clap_cla_placement_distance' }, note: '999.9 where it cannot be worked out.' }),
    provider: oneOf(placementProviders, 'Provider', { as: { ssd: 'clap_cla_placement_provider', annexA: 'List 8.Placement Provider' } }),
    postcode: identifier('Postcode', { as: { ssd: 'clap_cla_placement_postcode', annexA: 'List 8.Placement postcode' } }),
    endedOn: date('Ended', { as: { ssd: 'clap_cla_placement_end_date' } }),
    changeReason: oneOf(placementChangeReasons, 'Why it changed', {
      as: { ssd: 'clap_cla_placement_change_reason' },
      note: 'Stands on the placement that ends.',
    }),
    outsideArea: yesNo('Outside the authority’s area'),
    emergencyPlacement: yesNo('Emergency placement', {
      note: 'With an approved foster carer whose terms of approval do not cover the child (regulation 23).',
    }),
    approvalTermsChangedOn: date('Terms of the carer’s approval changed to cover the child'),
    temporaryApprovalOn: date('Connected person approved for a time', { note: 'Regulation 24.' }),
    temporaryApprovalExtendedOn: date('Temporary approval extended', { note: 'Once, by up to eight weeks (regulation 25).' }),
    fullApprovalOn: date('Connected person approved in full as a foster carer'),
    beforeAssessment: yesNo('Placed with parents before these were assessed', { note: 'Regulation 19.' }),
    parentsAssessedOn: date('Assessment of the parents completed'),
    parentsDecidedOn: date('Decided whether the child may stay with the parents'),
    meantToLastDecidedOn: date('Decided that the placement is meant to last until 18'),
    fewerVisitsAgreedOn: date('Child agreed to fewer visits', { note: 'In a long-term foster placement, from 1 April 2015.' }),
    fewerVisitsEndedOn: date('Child asked for more visits again'),
  },
  as: { ssd: { table: 'ssd_cla_placement', key: 'clap_cla_placement_id', person: 'clap_person_id' } },
  sameWhen: ['startedOn'],
  entries: [
    { on: 'startedOn', line: (r) => `Placement began: ${wordsFor(placementTypes, r.type) ?? 'type not recorded'}` },
    { on: 'endedOn', line: (r) => `Placement ended: ${wordsFor(placementChangeReasons, r.changeReason) ?? 'reason not recorded'}` },
    { on: 'temporaryApprovalOn', line: () => 'Connected person approved for a time as foster carer' },
    { on: 'fullApprovalOn', line: () => 'Connected person approved in full as foster carer' },
    { on: 'parentsDecidedOn', line: () => 'Decided whether the child may stay with the parents' },
    { on: 'meantToLastDecidedOn', line: () => 'Decided that the placement is meant to last until 18' },
    { on: 'fewerVisitsAgreedOn', line: () => 'Child agreed to fewer visits' },
  ],
  period: { lane: 'Placement', from: 'startedOn', until: 'endedOn', label: (r) => wordsFor(placementTypes, r.type) ?? 'Type not recorded' },
  basis: 'Care Planning, Placement and Case Review (England) Regulations 2010; Standard Safeguarding Dataset, ssd_cla_placement.',
})

export const lookedAfterReview = recordKind({
  name: 'Looked after review',
  plural: 'Looked after reviews',
  table: 'looked_after_review',
  group: 'Reviews',
  about: person,
  fields: {
    periodOfCare: reference(() => periodOfCare, 'Period of care', { as: { ssd: 'clar_cla_id' } }),
    dueOn: date('Due', { as: { ssd: 'clar_cla_review_due_date' }, mayBeAhead: true }),
    heldOn: date('Held', {
      as: { ssd: 'clar_cla_review_date', ssda903: 'Reviews.REVIEW', annexA: 'List 8.Date of Latest Statutory Review' },
    }),
    cancelled: yesNo('Cancelled', { as: { ssd: 'clar_cla_review_cancelled' } }),
    participation: oneOf(participations, 'Child’s participation', {
      as: { ssd: 'clar_cla_review_participation', ssda903: 'Reviews.REVIEW_CODE' },
    }),
  },
  as: { ssd: { table: 'ssd_cla_reviews', key: 'clar_cla_review_id', person: 'clar_cla_person_id' } },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) =>
        r.cancelled === true
          ? 'Looked after review cancelled'
          : `Looked after review held. Child: ${(wordsFor(participations, r.participation) ?? 'participation not recorded').toLowerCase()}`,
    },
  ],
  basis: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33; looked-after return, Reviews.',
})

export const lookedAfterVisit = recordKind({
  name: 'Visit to a child in care',
  plural: 'Visits to children in care',
  table: 'looked_after_visit',
  group: 'Visits',
  about: person,
  fields: {
    periodOfCare: reference(() => periodOfCare, 'Period of care', { as: { ssd: 'clav_cla_id' } }),
    visitedOn: date('Visited', { as: { ssd: 'clav_cla_visit_date', annexA: 'List 8.Date of Last Social Work Visit' } }),
    childSeen: yesNo('Child seen', { as: { ssd: 'clav_cla_visit_seen' } }),
    seenAlone: yesNo('Seen alone', { as: { ssd: 'clav_cla_visit_seen_alone' } }),
    whyNotAlone: text('Why not seen alone', { note: 'Too young, did not want to, or not safe.' }),
  },
  as: { ssd: { table: 'ssd_cla_visits', key: 'clav_cla_visit_id', person: 'clav_person_id' } },
  sameWhen: ['visitedOn'],
  entries: [{ on: 'visitedOn', line: (r) => `Visit in care: ${howSeen(r)}` }],
  basis: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28.',
})

export const carePlan = recordKind({
  name: 'Care plan',
  plural: 'Care plans',
  table: 'care_plan',
  group: 'Plans',
  about: person,
  fields: {
    startedOn: date('Started', { as: { ssd: 'lacp_cla_care_plan_start_date' } }),
    endedOn: date('Ended', { as: { ssd: 'lacp_cla_care_plan_end_date' }, mayBeAhead: true }),
    options: flags(carePlanOptions, 'Permanence plan', { as: { ssd: 'lacp_cla_care_plan_json' } }),
  },
  as: { ssd: { table: 'ssd_cla_care_plan', key: 'lacp_table_id', person: 'lacp_person_id' } },
  sameWhen: ['startedOn'],
  entries: [
    { on: 'startedOn', line: (r) => `Care plan began: ${answeredYes(carePlanOptions, r.options) ?? 'permanence plan not recorded'}` },
    { on: 'endedOn', line: () => 'Care plan ended' },
  ],
  basis: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 4 to 6.',
})

/** Spending on a placement. The dataset names four fields and defines none. */
export const placementFinance = recordKind({
  name: 'Placement spending',
  plural: 'Placement spending',
  table: 'placement_finance',
  group: 'Placements',
  fields: {
    placement: reference(() => placement, 'Placement', { as: { ssd: 's251_cla_placement_id' } }),
    first: text('First undefined field', { as: { ssd: 's251_placeholder_1' } }),
    second: text('Second undefined field', { as: { ssd: 's251_placeholder_2' } }),
    third: text('Third undefined field', { as: { ssd: 's251_placeholder_3' } }),
    fourth: text('Fourth undefined field', { as: { ssd: 's251_placeholder_4' } }),
  },
  as: { ssd: { table: 'ssd_s251_finance', key: 's251_table_id' } },
  basis: 'Apprenticeships, Skills, Children and Learning Act 2009, section 251; Standard Safeguarding Dataset, ssd_s251_finance (draft).',
})
