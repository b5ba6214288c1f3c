import type { Found } from '../../engine/signals/found.ts'

/**
 * What matters most to children comes first: how near it is to harm, how many cases it touches beyond what was so before (or should be), whether the law or plain
 * practice asks it of every case, and whether it still grows. What is better comes last, and what is neither before it.
 */
export function weightOf(found: Found): number {
  const { measure, direction, kind } = found
  const way = direction === 'worse' ? 1 : direction === 'changed' ? 0.3 : 0.15
  const asked = measure.expected === null ? 1 : 1.2
  // What goes on growing more than what stands; a target missed less than what changed: it is set high on purpose.
  const growing = kind === 'trend' ? 1.25 : kind === 'target' ? 0.4 : 1
  return (nearHarm[measure.area] ?? 1) * way * asked * growing * Math.sqrt(1 + casesBeyond(found))
}

/** How near to harm what a page of the digest measures is, 1 to 3: who is protected, looked after or missing; then what leads there; then what stands behind it. */
// Exported for the check that each is a page of the digest.
export const nearHarm: Readonly<Record<string, number>> = {
  'Front door': 2,
  Assessment: 2.5,
  Protection: 3,
  Conferences: 2,
  'Children in need': 2.5,
  'Children in care': 3,
  'Health in care': 2.5,
  Education: 2,
  'Missing and exploitation': 3,
  Permanence: 2,
  Plans: 2,
  'Care proceedings': 2,
  'Leaving care': 2,
  'Private fostering': 2.5,
  Allegations: 2.5,
  Voice: 1.5,
  Supervision: 1.5,
}

/** Cases beyond what they would have been: those late who would have been in time, those more than before. Of what stands at a moment, those standing now. */
function casesBeyond({ measure, from, to, above, below, change, months }: Found): number {
  const length = Math.max(1, months[1] - months[0] + 1)
  const standing = measure.of.lasts && change !== null ? length : 1
  if (measure.statistic === 'share') return (below / standing) * (Math.abs(to - (from ?? 0)) / 100)
  if (measure.statistic === 'count' || measure.statistic === 'rate')
    return change === null ? above : (Math.abs(change.after - change.before) * length) / standing
  return (below / standing) * Math.min(1, Math.abs(to / (from ?? to) - 1))
}
