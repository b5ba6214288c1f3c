import type { Measure } from '../../engine/measures/measure.ts'
import { conferenceMeasures } from './conference-measures.ts'
import { enquiryMeasures } from './enquiry-measures.ts'
import { paperMeasures } from './paper-measures.ts'
import { planKeptMeasures } from './plan-kept-measures.ts'
import { planMeasures } from './plan-measures.ts'

export const protectionMeasures: readonly Measure[] = [
  ...enquiryMeasures,
  ...planMeasures,
  ...planKeptMeasures,
  ...conferenceMeasures,
  ...paperMeasures,
]
