import { factsOf, type Figurework } from './engine/measures/keep-facts.ts'
import type { Measure } from './engine/measures/measure.ts'
import { measuresMadeHere } from './improvement/digest/made-here.ts'
import { childDimensions } from './practice/dimensions.ts'
import { frontDoorMeasures } from './practice/front-door/measures.ts'

/** Every measure that is declared, in the order in which a child's journey meets them. */
export const measures: readonly Measure[] = [...frontDoorMeasures]

/** What is measured, and by what it is parted. */
export const figurework: Figurework = {
  measures,
  facts: factsOf(measures),
  dimensions: childDimensions,
  madeHere: (tx) => measuresMadeHere(tx, figurework),
}

/** Rows of the reference of measures that are not counted: why, and which record it would need. */
export const notCounted: Readonly<Record<string, string>> = {}
