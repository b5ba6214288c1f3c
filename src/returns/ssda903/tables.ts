import type { Column, Stating } from '../../engine/intake/telling.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { professional } from '../../authority/records.ts'
import { involvement } from '../../practice/allocation/records.ts'
import { deprivationOfLibertyOrder } from '../../practice/court/records.ts'
import { yearlyHealthReturn } from '../../practice/health/records.ts'
import { careLeaver } from '../../practice/leaving-care/records.ts'
import { careEpisode, lookedAfterReview } from '../../practice/looked-after/records.ts'
import { missingEpisode } from '../../practice/missing/records.ts'
import { permanence, previousPermanence } from '../../practice/permanence/records.ts'
import { immigrationStatus, motherLink, person } from '../../practice/person/records.ts'

/**
 * The twelve tables of the looked-after return (SSDA903, collection years 2016 to 2017 up to 2026 to 2027) and the records that a row of
 * each states. The return never numbers its tables or rows: a table is known by its columns, a record by its child and its dates.
 */

/** How a cell becomes a field. `as` may part a cell that says two things; what it cannot part it gives back whole, to be refused with its reason. */
export interface Said {
  readonly field: string
  readonly column: string
  readonly as?: (cell: string) => string | null
  readonly by?: Column['by']
}

export interface Statement {
  readonly kind: RecordKind
  readonly said: readonly Said[]
  /** The same in every row. */
  readonly always?: Readonly<Record<string, string>>
  /** The return's own year, for what is said of a year. */
  readonly yearIn?: string
  /** Stated only where this column is filled. */
  readonly when?: string
  readonly same?: Stating['same']
  readonly perYear?: true
  /** An event said again in a later year stays; one left out when the same year is sent again was a mistake. */
  readonly withdraws: Stating['withdraws']
}

export interface ReturnTable {
  readonly name: string
  readonly columns: readonly string[]
  /** A table has one of these, whatever else is missing. */
  readonly signs: readonly string[]
  /** All are understood or the row is refused whole. The last is the row's own record; those before it are what it refers to or says besides. */
  readonly states: readonly Statement[]
  /** First and last date, which must not stand the other way round. */
  readonly inOrder?: readonly [string, string]
  /** Dates that lie in the year of the return, or before it: by these a file without a year is told. */
  readonly dates?: { readonly inYear: readonly string[]; readonly byThen: readonly string[] }
}

/** Why there is no UPN stands in the UPN's own column. */
const isReasonWithoutUpn = (cell: string): boolean => /^UN\d{1,2}$/i.test(cell)

/** B1, Z2: the letter is the accommodation, the digit says whether it is suitable. */
const parted = (cell: string): boolean => /^[a-z][12]$/i.test(cell)

const sameYear = 'same year' as const

export const unaccompanied = 'Unaccompanied asylum-seeking child'

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

export const episodes: ReturnTable = {
  name: 'Episodes',
  columns: ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE', 'HOME_POST', 'PL_POST', 'URN'],
  signs: ['DECOM'],
  inOrder: ['DECOM', 'DEC'],
  dates: { inYear: ['DEC'], byThen: ['DECOM'] },
  states: [
    {
      kind: careEpisode,
      said: [
        { field: 'startedOn', column: 'DECOM' },
        { field: 'startReason', column: 'RNE' },
        { field: 'legalStatus', column: 'LS' },
        { field: 'categoryOfNeed', column: 'CIN' },
        { field: 'placementType', column: 'PLACE' },
        { field: 'placementProvider', column: 'PLACE_PROVIDER' },
        { field: 'endedOn', column: 'DEC' },
        { field: 'endReason', column: 'REC' },
        { field: 'placeChangeReason', column: 'REASON_PLACE_CHANGE' },
        { field: 'homePostcode', column: 'HOME_POST' },
        { field: 'placementPostcode', column: 'PL_POST' },
        { field: 'urn', column: 'URN' },
      ],
      withdraws: sameYear,
    },
  ],
}

export const reviews: ReturnTable = {
  name: 'Reviews',
  columns: ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'],
  signs: ['REVIEW'],
  dates: { inYear: [], byThen: ['REVIEW'] },
  states: [
    {
      kind: lookedAfterReview,
      said: [
        { field: 'heldOn', column: 'REVIEW' },
        { field: 'participation', column: 'REVIEW_CODE' },
      ],
      withdraws: sameYear,
    },
  ],
}

export const uasc: ReturnTable = {
  name: 'UASC',
  columns: ['CHILD', 'SEX', 'DOB', 'DUC'],
  signs: ['DUC'],
  states: [{ kind: immigrationStatus, said: [{ field: 'endedOn', column: 'DUC' }], always: { status: unaccompanied }, withdraws: sameYear }],
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

export const missing: ReturnTable = {
  name: 'Missing',
  columns: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
  signs: ['MIS_START'],
  dates: { inYear: [], byThen: ['MIS_START', 'MIS_END'] },
  states: [
    {
      kind: missingEpisode,
      said: [
        { field: 'type', column: 'MISSING' },
        { field: 'wentMissingAt', column: 'MIS_START' },
        { field: 'returnedAt', column: 'MIS_END' },
      ],
      withdraws: sameYear,
    },
  ],
}

export const socialWorkerEpisodes: ReturnTable = {
  name: 'SWEpisodes',
  columns: ['CHILD', 'DOB', 'SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON'],
  signs: ['SW_ID', 'SW_DECOM'],
  inOrder: ['SW_DECOM', 'SW_DEC'],
  dates: { inYear: [], byThen: ['SW_DECOM', 'SW_DEC'] },
  states: [
    { kind: professional, said: [{ field: 'registration', column: 'SW_ID' }], when: 'SW_ID', same: ['registration'], withdraws: 'nothing' },
    {
      kind: involvement,
      said: [
        { field: 'worker', column: 'SW_ID', by: { field: 'registration' } },
        { field: 'startedOn', column: 'SW_DECOM' },
        { field: 'endedOn', column: 'SW_DEC' },
        { field: 'changeReason', column: 'SW_REASON' },
      ],
      withdraws: sameYear,
    },
  ],
}

export const deprivationOfLiberty: ReturnTable = {
  name: 'DoLo',
  columns: ['CHILD', 'DOB', 'DOLO_START', 'DOLO_END'],
  signs: ['DOLO_START'],
  inOrder: ['DOLO_START', 'DOLO_END'],
  dates: { inYear: [], byThen: ['DOLO_START'] },
  states: [
    {
      kind: deprivationOfLibertyOrder,
      said: [
        { field: 'startedOn', column: 'DOLO_START' },
        { field: 'endedOn', column: 'DOLO_END' },
      ],
      withdraws: sameYear,
    },
  ],
}

export const returnTables: readonly ReturnTable[] = [
  header,
  episodes,
  reviews,
  uasc,
  oc2,
  oc3,
  ad1,
  placedForAdoption,
  earlierPermanence,
  missing,
  socialWorkerEpisodes,
  deprivationOfLiberty,
]

/** Names that the xml form and other years give to the same columns. */
const otherNames: Readonly<Record<string, string>> = {
  CHILDID: 'CHILD',
  CHILD_ID: 'CHILD',
  PL: 'PLACE',
  PLACE_POST: 'PL_POST',
  GENDER: 'SEX',
  ETHNICITY: 'ETHNIC',
  DOLOSTART: 'DOLO_START',
  DOLOEND: 'DOLO_END',
}

/** A column's name as the tables here have it: case, spaces and the names of other years do not matter. */
export function plainColumn(name: string): string {
  const plain = name.trim().toUpperCase().replace(/[\s-]+/g, '_').replace(/[^A-Z0-9_]/g, '')
  return otherNames[plain] ?? plain
}

/** The table that has these columns, or null. Columns may be missing or too many, as long as most of them are the table's. */
export function tableWith(columns: readonly string[]): ReturnTable | null {
  const found = new Set(columns.map(plainColumn).filter((name) => name !== ''))
  if (!found.has('CHILD')) return null
  const shared = (table: ReturnTable): number => table.columns.filter((name) => found.has(name)).length
  const [best] = returnTables.filter(({ signs }) => signs.some((sign) => found.has(sign))).sort((a, b) => shared(b) - shared(a))
  return best && shared(best) >= 3 && shared(best) * 2 >= found.size ? best : null
}
