import { createHash } from 'node:crypto'
import type { Measuring } from './measure.ts'

/** By which rules facts were worked out and counted, so that what changes them is noticed. */

/** Raise when counting changes in a way that the declarations would not show. */
const working = 2

const fingerprints = new WeakMap<Measuring, string>()

/** A short text that differs whenever what is counted does. */
export function fingerprintOf(work: Measuring): string {
  const known = fingerprints.get(work)
  if (known !== undefined) return known
  const plain = (_: string, value: unknown): unknown => {
    if (typeof value === 'function') return String(value)
    return typeof value === 'object' && value !== null && 'table' in value ? value.table : value
  }
  // What is counted, not the words in which it is told.
  const said = JSON.stringify(
    [
      working,
      work.facts.map(({ id, lasts, facts, reads, clocks }) => ({ id, lasts, facts, reads, clocks: clocks.map((clock) => clock.id) })),
      work.dimensions.map(({ id, counted, spells, reads }) => ({ id, counted, spells, reads })),
      work.measures.map(({ id, name, area, of, where, statistic, met, value, over, to, span, unit, by, ofWhole }) => ({
        ...{ id, name, area, where, statistic, met, value, over, span, unit, ofWhole },
        of: of.id,
        to: to && { ...to, of: to.of.id },
        by: by.map((each) => (typeof each === 'string' ? each : each.id)),
      })),
    ],
    plain,
  )
  const made = createHash('sha256').update(said).digest('hex').slice(0, 32)
  fingerprints.set(work, made)
  return made
}
