import { yearlyHealthReturn } from '../../practice/health/records.ts'
import { careLeaver } from '../../practice/leaving-care/records.ts'
import { permanence, previousPermanence } from '../../practice/permanence/records.ts'
import { immigrationStatus, motherLink, person } from '../../practice/person/records.ts'
import type { ReturnTable } from './table.ts'

/** The tables that say who the child is, how they were in the year, and how they came to a permanent home. */

/** Why there is no UPN stands in the UPN's own column. */
const isReasonWithoutUpn = (cell: string): boolean => /^UN\d{1,2}$/i.test(cell)

/** B1, Z2: the letter is the accommodation, the digit says whether it is suitable. */
const parted = (cell: string): boolean => /^[a-z][12]$/i.test(cell)

const sameYear = 'same year' as const

export const header: ReturnTable = {
  name: 'Header',
  columns: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
  signs: ['ETHNIC'],
  states: [
    { kind: motherLink, said: [{ field: 'childBornOn', column: 'MC_DOB' }], when: 'MC_DOB', withdraws: sameYear },
    {
      kind: person,
      said: [
        { field: 'sex', column: 'SEX' },
        { field: 'bornOn', column: 'DOB' },
        { field: 'ethnicity', column: 'ETHNIC' },
        { field: 'upn', column: 'UPN', as: (cell) => (isReasonWithoutUpn(cell) ? null : cell) },
        { field: 'upnUnknown', column: 'UPN', as: (cell) => (isReasonWithoutUpn(cell) ? cell : null) },
        { field: 'isMother', column: 'MOTHER' },
      ],
      // A child who is not in a later year's return has left care: nothing is withdrawn.
      withdraws: 'nothing',
    },
  ],
}

const unaccompanied = 'Unaccompanied asylum-seeking child'

export const uasc: ReturnTable = {
  name: 'UASC',
  columns: ['CHILD', 'SEX', 'DOB', 'DUC'],
  signs: ['DUC'],
  states: [
    { kind: immigrationStatus, said: [{ field: 'endedOn', column: 'DUC' }], always: { status: unaccompanied }, withdraws: sameYear },
  ],
}

export const oc2: ReturnTable = {
  name: 'OC2',
  columns: [
    'CHILD',
    'DOB',
    'SDQ_SCORE',
    'SDQ_REASON',
    'CONVICTED',
    'HEALTH_CHECK',
    'IMMUNISATIONS',
    'TEETH_CHECK',
    'HEALTH_ASSESSMENT',
    'SUBSTANCE_MISUSE',
    'INTERVENTION_RECEIVED',
    'INTERVENTION_OFFERED',
  ],
  signs: ['SDQ_SCORE', 'SDQ_REASON', 'CONVICTED', 'IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'],
  states: [
    {
      kind: yearlyHealthReturn,
      said: [
        { field: 'sdqScore', column: 'SDQ_SCORE' },
        { field: 'sdqReason', column: 'SDQ_REASON' },
        { field: 'convicted', column: 'CONVICTED' },
        { field: 'healthCheckUpToDate', column: 'HEALTH_CHECK' },
        { field: 'immunisationsUpToDate', column: 'IMMUNISATIONS' },
        { field: 'teethChecked', column: 'TEETH_CHECK' },
        { field: 'healthAssessed', column: 'HEALTH_ASSESSMENT' },
        { field: 'substanceMisuse', column: 'SUBSTANCE_MISUSE' },
        { field: 'interventionReceived', column: 'INTERVENTION_RECEIVED' },
        { field: 'interventionOffered', column: 'INTERVENTION_OFFERED' },
      ],
      yearIn: 'year',
      withdraws: sameYear,
    },
  ],
}

export const oc3: ReturnTable = {
  name: 'OC3',
  columns: ['CHILD', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM'],
  signs: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
  states: [
    {
      kind: careLeaver,
      said: [
        { field: 'inTouch', column: 'IN_TOUCH' },
        { field: 'activity', column: 'ACTIV' },
        { field: 'accommodation', column: 'ACCOM', as: (cell) => (parted(cell) ? cell.slice(0, 1) : cell) },
        { field: 'accommodationSuitable', column: 'ACCOM', as: (cell) => (parted(cell) ? cell.slice(1) : null) },
      ],
      same: [],
      perYear: true,
      withdraws: sameYear,
    },
  ],
}

/** AD1 and PlacedAdoption speak of one decision from two sides; its date makes them one record. */
const byDecision = ['adoptionDecidedOn'] as const

export const ad1: ReturnTable = {
  name: 'AD1',
  columns: ['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  signs: ['DATE_INT', 'DATE_MATCH', 'LS_ADOPTR'],
  states: [
    {
      kind: permanence,
      said: [
        { field: 'adoptionDecidedOn', column: 'DATE_INT' },
        { field: 'matchedOn', column: 'DATE_MATCH' },
        { field: 'adoptedByFormerCarer', column: 'FOSTER_CARE' },
        { field: 'numberOfAdopters', column: 'NB_ADOPTR' },
        { field: 'adopterSex', column: 'SEX_ADOPTR' },
        { field: 'adopterLegalStatus', column: 'LS_ADOPTR' },
      ],
      same: byDecision,
      withdraws: sameYear,
    },
  ],
}

export const placedForAdoption: ReturnTable = {
  name: 'PlacedAdoption',
  columns: ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  signs: ['DATE_PLACED'],
  inOrder: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
  states: [
    {
      kind: permanence,
      said: [
        { field: 'adoptionDecidedOn', column: 'DATE_PLACED' },
        { field: 'decisionReversedOn', column: 'DATE_PLACED_CEASED' },
        { field: 'decisionReversedReason', column: 'REASON_PLACED_CEASED' },
      ],
      same: byDecision,
      withdraws: sameYear,
    },
  ],
}

export const earlierPermanence: ReturnTable = {
  name: 'PrevPerm',
  columns: ['CHILD', 'DOB', 'PREV_PERM', 'LA_PERM', 'DATE_PERM'],
  signs: ['PREV_PERM'],
  states: [
    {
      kind: previousPermanence,
      said: [
        { field: 'option', column: 'PREV_PERM' },
        { field: 'authority', column: 'LA_PERM' },
        { field: 'orderMadeOn', column: 'DATE_PERM' },
      ],
      // A child may come into care more than once with something different behind them each time: each is kept.
      same: ['option', 'authority', 'orderMadeOn'],
      withdraws: sameYear,
    },
  ],
}
