/** What stands out in a series, point by point: which mark it has and what is said of it. */
import type { ChartPoint, ControlChart } from '../../measures/control-chart.ts'
import type { Rule } from '../../measures/rules.ts'
import { fewest, type Better } from '../../measures/told.ts'
import type { MarkKind } from './marks.tsx'

export interface StandingOut {
  readonly mark: MarkKind
  /** 'Concern: below the limits'; empty where nothing stands out. */
  readonly says: string
}

/** For each point of the chart, in their order. */
export function standingOut({ points, phases }: Pick<ControlChart, 'points' | 'phases'>, better: Better): readonly StandingOut[] {
  const starts = phaseStarts({ points, phases })
  return points.map((point, at) => {
    if (point.rule === null) return { mark: 'chance', says: '' }
    const from = starts.findLast((start) => start <= at) ?? 0
    const until = starts.find((start) => start > at) ?? points.length
    const up = point.rule === 'trend' ? goesUp(points.slice(from, until), at - from) : point.side === 'above'
    const mark = better === 'neutral' ? 'changed' : up === (better === 'higher') ? 'improvement' : 'concern'
    return { mark, says: `${means[mark]}: ${because[point.rule](up)}` }
  })
}

/** The places at which limits start afresh; 0 is the first. */
export function phaseStarts({ points, phases }: Pick<ControlChart, 'points' | 'phases'>): readonly number[] {
  const named = points.map(({ period }, at) => period ?? String(at + 1))
  return phases.map(({ from }) => named.indexOf(from))
}

/** The values of each phase by themselves, each in its place: a line does not climb from one phase to the next. */
export function byPhase<Value>(values: readonly Value[], starts: readonly number[]): readonly (readonly (Value | null)[])[] {
  return starts.map((from, n) => values.map((value, at) => (at >= from && at < (starts[n + 1] ?? Infinity) ? value : null)))
}

/** Whether the lines of a place are drawn: too few figures set no limits. */
export function linesShown(chart: Pick<ControlChart, 'points' | 'phases'>): (at: number) => boolean {
  const starts = phaseStarts(chart)
  return (at) => (chart.phases[starts.findLastIndex((start) => start <= at)]?.setBy ?? 0) >= fewest
}

/** The way of the trend that a point is part of: from the one before, if that is part of it too, else to the one after. */
function goesUp(points: readonly ChartPoint[], at: number): boolean {
  const [before, here, after] = [points[at - 1], points[at], points[at + 1]].map((point) =>
    point?.rules.includes('trend') === true ? point.value : null,
  )
  const step = (from: number | null | undefined, to: number | null | undefined): number =>
    from === null || from === undefined || to === null || to === undefined ? 0 : to - from
  return (step(before, here) || step(here, after)) > 0
}

const means: Readonly<Record<MarkKind, string>> = { chance: '', concern: 'Concern', improvement: 'Improvement', changed: 'Change' }

const because: Readonly<Record<Rule, (up: boolean) => string>> = {
  outside: (up) => (up ? 'above the limits' : 'below the limits'),
  trend: (up) => (up ? 'rising trend' : 'falling trend'),
  'two-of-three': (up) => (up ? 'near the upper limit' : 'near the lower limit'),
  shift: (up) => (up ? 'in a run above average' : 'in a run below average'),
}

/** Where what is seen in the latest figure began, and what that was; null where nothing is seen. */
export function beginning({ points, since }: Pick<ControlChart, 'points' | 'since'>): { readonly at: number; readonly rule: Rule } | null {
  if (since === null) return null
  const at = points.findIndex(({ period }, n) => (period ?? `figure ${n + 1}`) === since)
  const last = points.findLastIndex(({ value }) => value !== null)
  // The same order as the chart tells them in.
  const telling: readonly Rule[] = ['outside', 'shift', 'trend', 'two-of-three']
  const rule = telling.find((each) => points.slice(at, last + 1).every(({ rules }) => rules.includes(each)))
  return at < 0 || rule === undefined ? null : { at, rule }
}
