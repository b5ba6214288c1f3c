/** Charts of single numbers: the individuals chart (XmR), and the same for numbers that are skew, as times are. */
import { average, known, movingRanges, quantile, type Figure } from './figure.ts'
import { level, type Asked, type Lines, type LinesFor } from './lines.ts'

/** 3 / d2, with d2 = 1.128 for ranges of two: the constant of the NHS’s charts and of Wheeler’s. */
const ofAverageRange = 2.66
/** D4 for ranges of two: a moving range beyond it is an outlier (Nelson 1982). */
const ofOutlyingRange = 3.267
/** Raised to it, the time between events that come at random is nearly normal (Nelson 1994). Waits are skew in the same way. */
const toNormal = 0.2777

/**
 * The mean, and 2.66 average moving ranges to either side. Outlying ranges stay in the average unless asked otherwise: so do the NHS’s own
 * tool and Wheeler’s. Left out once, after Nelson 1982 and Provost and Murray, they give narrower limits.
 */
export const xmrLines: LinesFor = ({ figures, basis, screened }) => level(figures, around(average(known(basis)), basis, screened))

/** t chart: an XmR chart of the times raised to 0.2777, its lines brought back (Nelson 1994; Montgomery; Provost and Murray). */
export const tLines: LinesFor = (asked) => throughPower(asked, (times) => average(times.map((time) => time ** toNormal)))

/** Waits: the median, and limits found as in a t chart, so that a few very long waits move neither far. */
export const medianLines: LinesFor = (asked) => throughPower(asked, (waits) => median(waits) ** toNormal)

/** Limits 2.66 average ranges from the centre. Without a range (no two neighbours, or all alike) there are none. */
function around(centre: number, basis: readonly Pick<Figure, 'value'>[], screened: boolean): Lines {
  const ranges = movingRanges(basis)
  const all = average(ranges)
  const range = screened ? average(ranges.filter((each) => each <= ofOutlyingRange * all)) : all
  if (!(range > Math.abs(centre) * 1e-12)) return { centre, lower: null, upper: null, nearLower: null, nearUpper: null, on: 0 }
  const reach = ofAverageRange * range
  const near = (reach * 2) / 3
  return { centre, lower: centre - reach, upper: centre + reach, nearLower: centre - near, nearUpper: centre + near, on: 0 }
}

/** The same on the scale on which times are nearly normal, brought back; `centreOf` gives the centre on that scale. */
function throughPower({ figures, basis, screened }: Asked, centreOf: (times: readonly number[]) => number): Lines[] {
  const raised = basis.map(({ value }) => ({ value: value === null ? null : value ** toNormal }))
  const { centre, lower, upper, nearLower, nearUpper } = around(centreOf(known(basis)), raised, screened)
  const back = (line: number): number => Math.max(0, line) ** (1 / toNormal)
  const orNone = (line: number | null): number | null => (line === null ? null : back(line))
  return level(figures, {
    centre: back(centre),
    lower: orNone(lower),
    upper: orNone(upper),
    nearLower: orNone(nearLower),
    nearUpper: orNone(nearUpper),
    on: 0,
  })
}

const median = (numbers: readonly number[]): number =>
  quantile(
    numbers.toSorted((one, other) => one - other),
    0.5,
  )
