import { professional } from '../../authority/records.ts'
import { involvement } from '../../practice/allocation/records.ts'
import { deprivationOfLibertyOrder } from '../../practice/court/records.ts'
import { careEpisode, lookedAfterReview } from '../../practice/looked-after/records.ts'
import { missingEpisode } from '../../practice/missing/records.ts'
import type { ReturnTable } from './table.ts'

/** The tables of what happens to a child in care: episodes, reviews, missing, social workers, deprivation of liberty. */

const sameYear = 'same year' as const

export const episodes: ReturnTable = {
  name: 'Episodes',
  columns: [
    'CHILD',
    'DECOM',
    'RNE',
    'LS',
    'CIN',
    'PLACE',
    'PLACE_PROVIDER',
    'DEC',
    'REC',
    'REASON_PLACE_CHANGE',
    'HOME_POST',
    'PL_POST',
    'URN',
  ],
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
