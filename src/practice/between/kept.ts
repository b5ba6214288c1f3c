import type { RecordKind } from '../../engine/records/kind.ts'
import { managementOversight } from '../allocation/management-oversight.ts'
import { teamAroundFamilyReview } from '../early-help/records.ts'
import { childInNeedReview } from '../in-need/records.ts'
import { missingMeeting, returnHomeInterview } from '../missing/records.ts'
import { planAction } from '../planning/records.ts'
import { coreGroup } from '../protection/core-group.ts'

/** Whether a council keeps more of a child than the dataset holds: where it does not, what is missing there tells nothing. */

/** Kinds that are kept beside the dataset, some of which stand of nearly every child whose case was ever open. */
export const besideTheDataset: readonly RecordKind[] = [
  managementOversight,
  planAction,
  childInNeedReview,
  coreGroup,
  teamAroundFamilyReview,
  returnHomeInterview,
  missingMeeting,
]

export const noMoreThanTheDataset =
  'children of whom nothing is recorded beside the dataset (management oversight, plan actions, reviews in need, core groups, meetings of the team around the family, return home interviews, meetings about going missing): there what is missing tells nothing'
