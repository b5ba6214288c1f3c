import { clockwork } from './clocks.ts'
import type { MeasuredNow } from './improvement/digest/measured.ts'
import { figurework } from './measures.ts'

/** Everything that is measured now: what is declared, and the measures that people here have made. */
export const measuredNow: MeasuredNow = async (tx) => ({
  work: clockwork,
  ...figurework,
  measures: [...figurework.measures, ...(await figurework.madeHere(tx))],
})
