import { allMoved, inCareAlone, leaverLost } from './care-ways.ts'
import { drifting } from './drift-way.ts'
import { missingOften, missingUnheard, toldAndUnheeded } from './missing-ways.ts'
import { exploitedUnplanned, planAndCare, steppedDown, unplanned } from './plan-ways.ts'
import { outOfSchool } from './school-way.ts'
import type { Way } from './way.ts'

/** Every way in which a child is seen to fall between: in two processes that do not know of each other, in none, in one that stands still, or moved in all at once. */
export const ways: readonly Way[] = [
  missingOften,
  missingUnheard,
  toldAndUnheeded,
  exploitedUnplanned,
  outOfSchool,
  drifting,
  unplanned,
  steppedDown,
  inCareAlone,
  allMoved,
  planAndCare,
  leaverLost,
]
