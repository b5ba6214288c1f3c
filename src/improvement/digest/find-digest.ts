import type { Transaction } from '../../engine/database/database.ts'
import { wholeOfEach, type Among } from '../../engine/measures/breakdown.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import type { Point } from '../../engine/measures/series.ts'
import { whatStandsBeside, type Comparator, type Target } from './beside.ts'
import { chartedSpan, chartOf, type Charted, type Measured } from './measured.ts'

/** A measure as it stands in the digest of a month. */
export interface DigestRow {
  readonly measure: Measure
  /** The figure of the month, over the measure's own time; null where that time does not end with this month (a year to March). */
  readonly now: Point | null
  readonly target: Target | null
  readonly comparators: readonly Comparator[]
  readonly charted: Charted | null
}

/** What stands in the digest of a month, in the order of the measures. In a known-at transaction, as known then. */
export async function digestRows(
  tx: Transaction,
  { work }: Measured,
  measures: readonly Measure[],
  month: number,
  among: readonly Among[] = [],
): Promise<DigestRow[]> {
  const beside = await whatStandsBeside(tx)
  const points = await wholeOfEach(tx, work, measures, { ...beside.seriesTo(month), peopleOf: beside.peopleOf, among })
  return measures.map((measure) => {
    const target = beside.targetOf(measure, month)
    const own = points(measure)
    return {
      measure,
      now: own.at(-1) ?? null,
      target,
      comparators: beside.comparatorsOf(measure, month),
      charted: chartOf(measure, points(measure, chartedSpan(measure)), beside.newLimitsOf(measure), target?.value ?? null),
    }
  })
}

/** Whether a row has anything to tell: a figure, or a chart of some. */
export const hasFigures = ({ now, charted }: DigestRow): boolean =>
  charted !== null || (now !== null && now.value !== null && now.numerator > 0)
