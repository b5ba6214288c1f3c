import type { Measure } from '../../engine/measures/measure.ts'
import { careMeasures } from './care-measures.ts'
import { placementMeasures } from './placement-measures.ts'
import { recordedMeasures } from './recorded-measures.ts'
import { reviewMeasures } from './review-measures.ts'
import { unaccompaniedMeasures } from './unaccompanied-measures.ts'

/** Every measure of children in care, but those of their health, their education and their going missing. */
export const lookedAfterMeasures: readonly Measure[] = [
  ...careMeasures,
  ...placementMeasures,
  ...reviewMeasures,
  ...recordedMeasures,
  ...unaccompaniedMeasures,
]
