import type { Signal } from './asked.ts'
import { processList } from './processes.ts'
import type { Truth } from './truth.ts'

/**
 * Whether what a signal says of a level is so: by the generator’s own counts of the twelve months to a month, in the signal’s place, less is as it should
 * be than could be expected. Of a measure that no process of the generator moves, the generator records nothing, and it is taken to be so.
 * @param month month number of the month end at which it was told
 */
export function levelHolds(signal: Signal, month: number, truth: Truth, valueOf: (dimension: string, value: string) => string): boolean {
  if (signal.kind !== 'unrecorded' || signal.from === null) return false
  const process = processList.find(({ measures }) => measures.includes(signal.measure))
  if (!process) return true
  const places = Object.entries(signal.where)
  if (places.length > 1) return false
  const where = Object.fromEntries(places.map(([dimension, value]) => [dimension, valueOf(dimension, value)]))
  const { cases, ok } = truth.between(process.id, where, month - 11, month + 1)
  const share = cases === 0 ? 0 : ok / cases
  return (process.unwelcome === true ? 1 - share : share) * 100 < signal.from
}
