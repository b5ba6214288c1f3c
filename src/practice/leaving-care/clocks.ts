import { adviserClocks } from './adviser-clocks.ts'
import { birthdayClocks } from './birthday-clocks.ts'
import { pathwayClocks } from './pathway-clocks.ts'
import { pathwayReviewClocks } from './pathway-review-clocks.ts'

/** Every clock of a young person who will leave care, or has. */
export const leavingCareClocks = [...pathwayClocks, ...pathwayReviewClocks, ...adviserClocks, ...birthdayClocks]
