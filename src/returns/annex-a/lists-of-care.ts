import { legalStatus } from '../../practice/court/records.ts'
import { healthCheck } from '../../practice/health/records.ts'
import { careLeaver } from '../../practice/leaving-care/records.ts'
import { carePlan, lookedAfterReview, lookedAfterVisit, periodOfCare, placement } from '../../practice/looked-after/records.ts'
import { adopter, permanence } from '../../practice/permanence/records.ts'
import { immigrationStatus } from '../../practice/person/records.ts'
import { adopterId, keyed, ofTeam, teamUnder, workerUnder, type AnnexList, type Statement } from './list.ts'
import {
  accommodation,
  ceased,
  eligibility,
  ethnicity,
  inTouch,
  leftAdoption,
  permanencePlan,
  placementType,
  provider,
  reversal,
  status,
  suitability,
  whereYes,
  yesOrNo,
} from './values.ts'

/** Lists 8 to 11 of Ofsted's Annex A: children in care, care leavers, adoption and adopters. */

const allocatedTeam = 'Allocated Team'
const allocatedWorker = 'Allocated Worker'
const disability = 'Does the Child have a Disability'

const started = 'Date Started to be Looked After'
const left = 'Date Ceased to be Looked After'
const statusFrom = 'Start date of current legal status'
const placedFrom = 'Start Date of Most Recent Placement'
const cameAlone = 'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)'

const onOneDay = (kind: Statement['kind'], field: string, heading: string, always: Readonly<Record<string, string>> = {}): Statement => ({
  kind,
  said: [{ field, heading }],
  always,
  when: [heading],
})

const inCare: AnnexList = {
  number: 8,
  title: 'Children in care',
  dated: started,
  states: [
    {
      kind: immigrationStatus,
      said: [{ field: 'status', heading: cameAlone, as: whereYes('Unaccompanied asylum-seeking child') }],
      when: [cameAlone],
    },
    {
      kind: periodOfCare,
      said: [
        { field: 'startedOn', heading: started },
        { field: 'endedOn', heading: left },
        { field: 'endReason', heading: 'Reason Ceased to be Looked After', as: ceased },
      ],
      when: [started],
    },
    {
      kind: legalStatus,
      said: [
        { field: 'status', heading: "Child's Legal Status", as: status },
        { field: 'startedOn', heading: statusFrom },
        // The statuses of the list are those of children in care: none outlasts it, nor does a placement.
        { field: 'endedOn', heading: left },
      ],
      when: ["Child's Legal Status"],
    },
    {
      kind: placement,
      said: [
        { field: 'periodOfCare', heading: started, by: keyed },
        { field: 'startedOn', heading: placedFrom },
        { field: 'type', heading: 'Placement Type', as: placementType },
        { field: 'provider', heading: 'Placement Provider', as: provider },
        { field: 'postcode', heading: 'Placement postcode' },
        { field: 'urn', heading: 'URN of Placement' },
        { field: 'endedOn', heading: left },
      ],
      when: [placedFrom, 'Placement Type'],
    },
    {
      kind: lookedAfterReview,
      said: [
        { field: 'periodOfCare', heading: started, by: keyed },
        { field: 'heldOn', heading: 'Date of Latest Statutory Review' },
      ],
      when: ['Date of Latest Statutory Review'],
    },
    {
      kind: lookedAfterVisit,
      said: [
        { field: 'periodOfCare', heading: started, by: keyed },
        { field: 'visitedOn', heading: 'Date of Last Social Work Visit' },
      ],
      when: ['Date of Last Social Work Visit'],
    },
    {
      kind: carePlan,
      said: [{ field: 'options', heading: 'What is the permanence plan for this child?', as: permanencePlan }],
      when: ['What is the permanence plan for this child?'],
      same: [],
    },
    onOneDay(healthCheck, 'checkedOn', 'Date of Last Health Assessment', { type: 'Health Assessment', status: 'Completed' }),
    onOneDay(healthCheck, 'checkedOn', 'Date of Last Dental Check', { type: 'Dental Check', status: 'Completed' }),
  ],
  kept: [
    disability,
    "Child's Category of Need",
    'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
    'Date of Last IRO Visit / Contact to the Child',
    'Number of Placements in the Last 12 months',
    'Placement Location',
    'LA of Placement',
    "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
    "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
    'Was the child offered a Return Interview after their last missing episode (Y/N)?',
    'Did the child accept a Return Interview after their last missing episode (Y/N)?',
    allocatedTeam,
    allocatedWorker,
  ],
}

const adviser = 'Allocated Personal Advisor'

const leavingCare: AnnexList = {
  number: 9,
  title: 'Leaving care services',
  states: [
    teamUnder(allocatedTeam),
    workerUnder(allocatedWorker),
    workerUnder(adviser),
    {
      kind: careLeaver,
      said: [
        { field: 'eligibility', heading: 'Eligibility Category', as: eligibility },
        { field: 'pathwayPlanReviewedOn', heading: 'Latest Pathway Plan Review Date' },
        { field: 'inTouch', heading: 'LA in Touch', as: inTouch },
        { field: 'latestContactOn', heading: 'Latest Date of Contact' },
        { field: 'accommodation', heading: 'Type of Accommodation', as: accommodation },
        { field: 'accommodationSuitable', heading: 'Suitability of Accommodation', as: suitability },
        { field: 'activity', heading: 'Activity Status' },
        ofTeam('team', allocatedTeam),
        ofTeam('worker', allocatedWorker),
        ofTeam('personalAdviser', adviser),
      ],
      // How the young person is doing now: one record, which the next list changes.
      same: [],
    },
  ],
  kept: [disability, 'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)'],
}

const decided = 'Date of Decision that Child Should be Placed for Adoption'
const entered = 'Date the Child Entered Care'
const adopted = 'Date of Adoption Order'

const adoption: AnnexList = {
  number: 10,
  title: 'Adoption (children)',
  dated: decided,
  states: [
    { kind: periodOfCare, said: [{ field: 'startedOn', heading: entered }], when: [entered] },
    {
      kind: permanence,
      said: [
        { field: 'periodOfCare', heading: entered, by: keyed },
        { field: 'adoptionDecidedOn', heading: decided },
        { field: 'placementOrderOn', heading: 'Date of Placement Order' },
        { field: 'matchedOn', heading: 'Date of Matching Child and Prospective Adopters' },
        { field: 'placedForAdoptionOn', heading: 'Date Placed for Adoption' },
        { field: 'orderMadeOn', heading: adopted },
        { field: 'orderType', heading: adopted, as: () => 'Adoption' },
        { field: 'decisionReversedOn', heading: 'Date of Decision that Child Should No Longer be Placed for Adoption' },
        { field: 'decisionReversedReason', heading: 'Reason Why Child No Longer Placed for Adoption', as: reversal },
        { field: 'earlyPlacementOn', heading: 'Date the child was placed for fostering in FFA or concurrent planning placement' },
      ],
      same: ['adoptionDecidedOn'],
    },
  ],
  // The family of the list is the adopters', not the child's own.
  kept: [disability, 'Family identifier'],
}

const adopters: AnnexList = {
  number: 11,
  title: 'Adopters',
  states: [
    {
      kind: adopter,
      said: [
        { field: 'adopterId', heading: adopterId },
        { field: 'familyId', heading: 'Family identifier' },
        { field: 'gender', heading: 'Gender' },
        { field: 'ethnicity', heading: 'Ethnicity', as: ethnicity },
        { field: 'bornOn', heading: 'Date of Birth' },
        { field: 'disabled', heading: 'Disability', as: (cell) => cell.trim().replace(/^[a-z]\)\s*/i, '') },
        { field: 'fosteringForAdoption', heading: 'Is the (prospective) adopter fostering for adoption?', as: yesOrNo },
        { field: 'enquiredOn', heading: 'Date enquiry received' },
        { field: 'stage1StartedOn', heading: 'Date Stage 1 started' },
        { field: 'stage1EndedOn', heading: 'Date Stage 1 ended' },
        { field: 'stage2StartedOn', heading: 'Date Stage 2 started' },
        { field: 'stage2EndedOn', heading: 'Date Stage 2 ended' },
        { field: 'appliedOn', heading: 'Date application submitted' },
        { field: 'approvedOn', heading: 'Date application approved' },
        { field: 'matchedOn', heading: 'Date adopter matched with child(ren)' },
        { field: 'childrenPlacedOn', heading: 'Date child/children placed with adopter(s)' },
        { field: 'childrenPlaced', heading: 'No. of children placed' },
        { field: 'orderMadeOn', heading: adopted },
        { field: 'leftOn', heading: 'Date of leaving adoption process' },
        { field: 'leftBecause', heading: 'Reason for leaving adoption process', as: leftAdoption },
      ],
      same: ['adopterId'],
    },
  ],
  kept: ['Age'],
}

export const listsOfCare: readonly AnnexList[] = [inCare, leavingCare, adoption, adopters]
