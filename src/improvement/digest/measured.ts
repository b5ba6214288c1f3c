import { controlChart, type ControlChart } from '../../engine/measures/control-chart.ts'
import { chooseChart, type Chosen, type KindOfNumber } from '../../engine/measures/choose-chart.ts'
import { fraction, type Figure } from '../../engine/measures/figure.ts'
import type { Measure, Span } from '../../engine/measures/measure.ts'
import { perOf, type Point } from '../../engine/measures/series.ts'
import type { Dimension } from '../../engine/measures/dimension.ts'
import type { FactKind } from '../../engine/measures/fact.ts'
import type { Transaction } from '../../engine/database/database.ts'
import type { Clockwork } from '../../engine/clocks/subjects.ts'
import { monthWords } from './words.ts'
import type { NewLimits } from './beside.ts'

/** All that is measured, with the clocks it follows from. */
export interface Measured {
  readonly work: Clockwork
  readonly measures: readonly Measure[]
  readonly facts: readonly FactKind[]
  readonly dimensions: readonly Dimension[]
}

/** What is measured now: those made here can change while the server runs. */
export type MeasuredNow = (tx: Transaction) => Promise<Measured>

/** How many figures set the limits against which later ones are held. */
const baseline = 24

/**
 * The time over which a measure is charted. A figure of twelve months that moves on by one shares eleven with the one before, so it would seem to
 * drift where nothing does: it is charted month by month.
 */
export const chartedSpan = ({ span }: Measure): Span => (span === '12 months' || span === '3 years' ? 'month' : span)

/** What kind of number a measure gives a chart. What stands at a moment is for the most part what stood a month before, so it is a measurement. */
function kindOf({ statistic, span }: Measure): KindOfNumber {
  switch (statistic) {
    case 'share':
      return 'percent'
    case 'rate':
      return span === 'moment' ? 'number' : 'rate'
    case 'count':
      return span === 'moment' ? 'number' : 'count'
    case 'median':
      return 'wait'
    case 'mean':
    case 'ratio':
    case 'highest':
      return 'number'
  }
}

/** The figures that a chart is drawn of. Periods are in words, as the chart and what it says name them. */
export function figuresOf(measure: Measure, points: readonly Point[]): Figure[] {
  const kind = kindOf(measure)
  return points.map(({ period, value, numerator, denominator, spread }): Figure => {
    const name = monthWords(period)
    if (kind === 'percent' || kind === 'rate') return fraction(name, numerator, denominator, perOf(measure))
    if (kind === 'count') return fraction(name, numerator, 1)
    return { period: name, value, ...(spread && { spread }) }
  })
}

export interface Charted {
  readonly chart: ControlChart
  readonly chosen: Chosen
  /** The last period that set the limits, where later ones are held against them. */
  readonly heldFrom: string | null
}

/** The chart of a measure; null where there is no figure at all. */
export function chartOf(
  measure: Measure,
  points: readonly Point[],
  newLimits: readonly NewLimits[],
  target: number | null,
): Charted | null {
  if (measure.noTrend !== null) return null
  const figures = figuresOf(measure, sinceTheFirst(measure, points))
  if (figures.every(({ value }) => value === null)) return null
  const chosen = chooseChart(kindOf(measure), figures)
  const rebase = newLimits
    .map(({ period, reason }) => ({ period: monthWords(period), reason }))
    .filter(({ period, reason }) => reason.trim() !== '' && figures.some((figure) => figure.period === period))
  const last = rebase.at(-1)?.period
  const from = last === undefined ? 0 : figures.findIndex(({ period }) => period === last)
  const basis = figures[from + baseline - 1]?.period ?? null
  const heldFrom = basis !== null && from + baseline < figures.length ? basis : null
  const chart = controlChart(figures, chosen.chart, { better: measure.better, target, per: perOf(measure), rebase, baselineTo: heldFrom })
  return { chart, chosen, heldFrom }
}

/** Before the first fact nothing was recorded here: that is not a series of noughts. */
function sinceTheFirst({ statistic }: Measure, points: readonly Point[]): readonly Point[] {
  const first = points.findIndex(({ value, numerator }) => (statistic === 'count' || statistic === 'rate' ? numerator > 0 : value !== null))
  return first < 0 ? [] : points.slice(first)
}
