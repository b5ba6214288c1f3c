import { factsOf, type Figurework } from './engine/measures/keep-facts.ts'
import type { Measure } from './engine/measures/measure.ts'
import { measuresMadeHere } from './improvement/digest/made-here.ts'
import { oversightMeasures } from './oversight/measures.ts'
import { notCounted as oversightNotCounted } from './oversight/not-counted.ts'
import { workersTeam } from './oversight/facts.ts'
import { allegationMeasures } from './practice/allegations/measures.ts'
import { assessmentMeasures } from './practice/assessment/measures.ts'
import { betweenMeasures } from './practice/between/measures.ts'
import { courtMeasures } from './practice/court/measures.ts'
import { childDimensions } from './practice/dimensions.ts'
import { earlyHelpMeasures } from './practice/early-help/measures.ts'
import { educationMeasures } from './practice/education/measures.ts'
import { notCounted as educationNotCounted } from './practice/education/not-counted.ts'
import { fosteringMeasures } from './practice/fostering/measures.ts'
import { notCounted as fosteringNotCounted } from './practice/fostering/not-counted.ts'
import { frontDoorMeasures } from './practice/front-door/measures.ts'
import { healthMeasures } from './practice/health/measures.ts'
import { inNeedMeasures } from './practice/in-need/measures.ts'
import { leavingCareMeasures } from './practice/leaving-care/measures.ts'
import { lookedAfterMeasures } from './practice/looked-after/measures.ts'
import { notCounted as lookedAfterNotCounted } from './practice/looked-after/not-counted.ts'
import { missingMeasures } from './practice/missing/measures.ts'
import { permanenceMeasures } from './practice/permanence/measures.ts'
import { planMeasures } from './practice/planning/measures.ts'
import { privateFosteringMeasures } from './practice/private-fostering/measures.ts'
import { notCounted as exploitationNotCounted } from './practice/protection/exploitation-not-counted.ts'
import { protectionMeasures } from './practice/protection/measures.ts'
import { textsWritten } from './practice/writing/facts.ts'
import { complaintMeasures } from './voice/complaints/measures.ts'
import { notCounted as complaintsNotCounted } from './voice/complaints/not-counted.ts'
import { notCounted as feedbackNotCounted } from './voice/feedback/not-counted.ts'
import { voiceMeasures } from './voice/measures.ts'

/** Every measure that is declared, in the order in which a child's journey meets them. */
export const measures: readonly Measure[] = [
  ...frontDoorMeasures,
  ...earlyHelpMeasures,
  ...assessmentMeasures,
  ...protectionMeasures,
  ...inNeedMeasures,
  ...planMeasures,
  ...lookedAfterMeasures,
  ...healthMeasures,
  ...educationMeasures,
  ...missingMeasures,
  ...permanenceMeasures,
  ...courtMeasures,
  ...leavingCareMeasures,
  ...fosteringMeasures,
  ...privateFosteringMeasures,
  ...allegationMeasures,
  ...betweenMeasures,
  ...oversightMeasures,
  ...complaintMeasures,
  ...voiceMeasures,
]

/** What is measured, and by what it is parted. */
export const figurework: Figurework = {
  measures,
  facts: factsOf(measures, [textsWritten]),
  dimensions: [...childDimensions, workersTeam],
  madeHere: (tx) => measuresMadeHere(tx, figurework),
}

/** Rows of the reference of measures that are not counted: why, and which record it would need. */
export const notCounted: Readonly<Record<string, string>> = {
  ...lookedAfterNotCounted,
  ...educationNotCounted,
  ...fosteringNotCounted,
  ...exploitationNotCounted,
  ...oversightNotCounted,
  ...complaintsNotCounted,
  ...feedbackNotCounted,
}
