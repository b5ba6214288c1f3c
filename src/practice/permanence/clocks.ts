import { adopterClocks } from './adopter-clocks.ts'
import { adoptionDecisionClocks } from './adoption-decision-clocks.ts'
import { adoptionReviewClocks } from './adoption-review-clocks.ts'
import { adoptivePlacementClocks } from './adoptive-placement-clocks.ts'
import { scorecardClocks } from './scorecard-clocks.ts'
import { specialGuardianshipClocks } from './special-guardianship-clocks.ts'

/** Every clock on the way to a permanent home: the child's, and the adopters'. */
export const permanenceClocks = [
  ...adoptionDecisionClocks,
  ...scorecardClocks,
  ...adoptionReviewClocks,
  ...adoptivePlacementClocks,
  ...specialGuardianshipClocks,
  ...adopterClocks,
]
