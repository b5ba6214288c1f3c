import { professional } from '../../authority/records.ts'
import { date, identifier, oneOf, partialDate, recordKind, reference, text, whole, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { ethnicities, genders } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import {
  adopterLegalStatuses,
  adopterSexes,
  permanenceOrders,
  previousPermanenceOptions,
  reasonsForLeavingAdoption,
  reversalReasons,
} from './code-lists.ts'

export const previousPermanence = recordKind({
  name: 'Previous permanence',
  plural: 'Previous permanence',
  table: 'previous_permanence',
  group: 'Permanence',
  about: person,
  fields: {
    option: oneOf(previousPermanenceOptions, 'Earlier permanence option', {
      as: { ssd: 'lapp_previous_permanence_option', ssda903: 'PrevPerm.PREV_PERM' },
    }),
    authority: text('Authority that arranged it', {
      as: { ssd: 'lapp_previous_permanence_la', ssda903: 'PrevPerm.LA_PERM' },
      note: 'In the return: a three-digit code of an English authority, 999, or WAL, SCO, NIR or NUK.',
    }),
    orderMadeOn: partialDate('Order made', { as: { ssd: 'lapp_previous_permanence_order_date', ssda903: 'PrevPerm.DATE_PERM' } }),
  },
  as: { ssd: { table: 'ssd_cla_previous_permanence', key: 'lapp_table_id', person: 'lapp_person_id' } },
  basis: 'Looked-after return (SSDA903), PrevPerm: asked when a child comes into care.',
})

/** A child's way to adoption or another permanent order. */
export const permanence = recordKind({
  name: 'Permanence',
  plural: 'Permanence',
  table: 'permanence',
  group: 'Permanence',
  about: person,
  fields: {
    periodOfCare: reference(() => periodOfCare, 'Period of care', { as: { ssd: 'perm_cla_id' } }),
    adoptionDecidedOn: date('Decided the child should be placed for adoption', {
      as: {
        ssd: 'perm_adm_decision_date',
        ssda903: ['AD1.DATE_INT', 'PlacedAdoption.DATE_PLACED'],
        annexA: 'List 10.Date of Decision that Child Should be Placed for Adoption',
      },
      note: 'The agency decision maker’s decision.',
    }),
    partOfSiblingGroup: yesNo('One of brothers and sisters', {
      as: { ssd: 'perm_part_of_sibling_group' },
      note: 'The dataset writes 1 and 0.',
    }),
    siblingsPlacedTogether: whole('Brothers and sisters placed together', {
      as: { ssd: 'perm_siblings_placed_together' },
      note: 'Placed or planned, this child included.',
    }),
    siblingsPlacedApart: whole('Brothers and sisters placed apart', {
      as: { ssd: 'perm_siblings_placed_apart' },
      note: 'Placed or planned.',
    }),
    earlyPlacementDecidedOn: date('Decided on fostering for adoption or concurrent planning', { as: { ssd: 'perm_ffa_cp_decision_date' } }),
    placementOrderOn: date('Placement order made', {
      as: { ssd: 'perm_placement_order_date', annexA: 'List 10.Date of Placement Order' },
      note: 'Or a freeing order.',
    }),
    matchedOn: date('Matched with adopters', {
      as: { ssd: 'perm_matched_date', ssda903: 'AD1.DATE_MATCH', annexA: 'List 10.Date of Matching Child and Prospective Adopters' },
    }),
    adopterSex: oneOf(adopterSexes, 'Sex of adopters', { as: { ssd: 'perm_adopter_sex', ssda903: 'AD1.SEX_ADOPTR' } }),
    adopterLegalStatus: oneOf(adopterLegalStatuses, 'Legal status of adopters', {
      as: { ssd: 'perm_adopter_legal_status', ssda903: 'AD1.LS_ADOPTR' },
    }),
    numberOfAdopters: whole('Number of adopters', { as: { ssd: 'perm_number_of_adopters', ssda903: 'AD1.NB_ADOPTR' } }),
    placedForAdoptionOn: date('Placed for adoption', {
      as: { ssd: 'perm_placed_for_adoption_date', annexA: 'List 10.Date Placed for Adoption' },
    }),
    adoptedByFormerCarer: yesNo('Adopted by former foster carers', {
      as: { ssd: 'perm_adopted_by_carer_flag', ssda903: 'AD1.FOSTER_CARE' },
    }),
    placedWithFosterCarersOn: date('First placed with the foster carers who adopted', { as: { ssd: 'perm_placed_foster_carer_date' } }),
    earlyPlacementOn: date('Placed in fostering for adoption or concurrent planning', {
      as: {
        ssd: 'perm_placed_ffa_cp_date',
        annexA: 'List 10.Date the child was placed for fostering in FFA or concurrent planning placement',
      },
    }),
    agencyUrn: identifier('Ofsted number of the placing agency', { as: { ssd: 'perm_placement_provider_urn' } }),
    decisionReversedOn: date('Decided the child should no longer be placed for adoption', {
      as: {
        ssd: 'perm_decision_reversed_date',
        ssda903: 'PlacedAdoption.DATE_PLACED_CEASED',
        annexA: 'List 10.Date of Decision that Child Should No Longer be Placed for Adoption',
      },
    }),
    decisionReversedReason: oneOf(reversalReasons, 'Why not', {
      as: {
        ssd: 'perm_decision_reversed_reason',
        ssda903: 'PlacedAdoption.REASON_PLACED_CEASED',
        annexA: 'List 10.Reason Why Child No Longer Placed for Adoption',
      },
    }),
    orderMadeOn: date('Permanence order made', { as: { ssd: 'perm_permanence_order_date', annexA: 'List 10.Date of Adoption Order' } }),
    orderType: oneOf(permanenceOrders, 'Permanence order', { as: { ssd: 'perm_permanence_order_type' } }),
    worker: reference(() => professional, 'Adoption social worker', { as: { ssd: 'perm_adoption_worker_id' } }),
    parentsAskedForAdoption: yesNo('Parents asked for adoption'),
    adoptivePlacementEndedOn: date('Adoptive placement ended without an order', { note: 'The child was returned, or moved on.' }),
    appliedOn: date('Adopters applied for the order'),
  },
  as: { ssd: { table: 'ssd_permanence', key: 'perm_table_id', person: 'perm_person_id' } },
  entries: [
    { on: 'adoptionDecidedOn', line: () => 'Decided that the child should be placed for adoption' },
    { on: 'earlyPlacementDecidedOn', line: () => 'Decided on fostering for adoption or concurrent planning' },
    { on: 'placementOrderOn', line: () => 'Placement order made' },
    { on: 'matchedOn', line: () => 'Matched with adopters' },
    { on: 'placedWithFosterCarersOn', line: () => 'Placed with the foster carers who later adopted' },
    { on: 'earlyPlacementOn', line: () => 'Placed in fostering for adoption or concurrent planning' },
    { on: 'placedForAdoptionOn', line: () => 'Placed for adoption' },
    { on: 'adoptivePlacementEndedOn', line: () => 'Adoptive placement ended without an order' },
    { on: 'appliedOn', line: () => 'Adopters applied for an adoption order' },
    {
      on: 'decisionReversedOn',
      line: (r) =>
        `Decided that the child should no longer be placed for adoption: ${wordsFor(reversalReasons, r.decisionReversedReason) ?? 'reason not recorded'}`,
    },
    { on: 'orderMadeOn', line: (r) => `${wordsFor(permanenceOrders, r.orderType) ?? 'Permanence order, kind not recorded,'} made` },
  ],
  basis: 'Adoption and Children Act 2002; Adoption Agencies Regulations 2005; looked-after return, AD1 and PlacedAdoption.',
})

/** Someone who came to the adoption agency, and how far they have come. About nobody on record as a child. */
export const adopter = recordKind({
  name: 'Adopter',
  plural: 'Adopters',
  table: 'adopter',
  group: 'Permanence',
  fields: {
    adopterId: identifier('Adopter number', { as: { annexA: 'List 11.Individual adopter identifier' } }),
    familyId: identifier('Family number', { as: { annexA: 'List 11.Family identifier' } }),
    gender: oneOf(genders, 'Gender', { as: { annexA: 'List 11.Gender' } }),
    ethnicity: oneOf(ethnicities, 'Ethnicity', { as: { annexA: 'List 11.Ethnicity' } }),
    bornOn: date('Date of birth', { as: { annexA: 'List 11.Date of Birth' } }),
    disabled: text('Disability', { as: { annexA: 'List 11.Disability' }, note: 'Yes, No or Unknown.' }),
    fosteringForAdoption: yesNo('Fostering for adoption', {
      as: { annexA: 'List 11.Is the (prospective) adopter fostering for adoption?' },
    }),
    enquiredOn: date('Enquired', { as: { annexA: 'List 11.Date enquiry received' } }),
    stage1StartedOn: date('Stage 1 started', { as: { annexA: 'List 11.Date Stage 1 started' } }),
    stage1EndedOn: date('Stage 1 ended', { as: { annexA: 'List 11.Date Stage 1 ended' } }),
    stage2StartedOn: date('Stage 2 started', { as: { annexA: 'List 11.Date Stage 2 started' } }),
    stage2EndedOn: date('Stage 2 ended', { as: { annexA: 'List 11.Date Stage 2 ended' } }),
    appliedOn: date('Applied', { as: { annexA: 'List 11.Date application submitted' } }),
    approvedOn: date('Approved', { as: { annexA: 'List 11.Date application approved' } }),
    matchedOn: date('Matched with a child', { as: { annexA: 'List 11.Date adopter matched with child(ren)' } }),
    childrenPlacedOn: date('Child placed', { as: { annexA: 'List 11.Date child/children placed with adopter(s)' } }),
    childrenPlaced: whole('Children placed', { as: { annexA: 'List 11.No. of children placed' } }),
    orderMadeOn: date('Adoption order made', { as: { annexA: 'List 11.Date of Adoption Order' } }),
    leftOn: date('Left the process', { as: { annexA: 'List 11.Date of leaving adoption process' } }),
    leftBecause: oneOf(reasonsForLeavingAdoption, 'Why they left', { as: { annexA: 'List 11.Reason for leaving adoption process' } }),
    informationSentOn: date('Information sent'),
    firstMetOn: date('First met, visited or called', { note: 'Or came to an information meeting.' }),
    registeredInterestOn: date('Registered their interest'),
    registrationAnsweredOn: date('Registration of interest answered'),
    stage1LongerBecause: text('Why stage 1 takes longer', {
      note: 'At the applicant’s request, or for a good reason. Blank where it does not.',
    }),
    stage2LongerBecause: text('Why stage 2 takes longer', {
      note: 'At the applicant’s request, or in exceptional circumstances. Blank where it does not.',
    }),
    reportSentOn: date('Report sent to the applicant', { note: 'The prospective adopter’s report.' }),
    commentsOn: date('Applicant’s comments on the report'),
    refusedOn: date('Approval refused'),
    determinationSentOn: date('Told that approval is meant to be refused or ended', { note: 'The qualifying determination.' }),
    representationsOn: date('Applicant’s representations'),
    independentReviewOn: date('Asked for an independent review'),
  },
  sameWhen: ['adopterId'],
  basis: 'Adoption Agencies Regulations 2005; Ofsted’s Annex A, list 11.',
})
