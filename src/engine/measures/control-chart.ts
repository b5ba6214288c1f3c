/** A series of figures with its lines, what stands out in it, and what that says. Pure: figures go in, and nothing is looked up. */
import { holds } from './chartable.ts'
import { linesOf, type ChartName } from './choose-chart.ts'
import { isConstant, known, type Figure } from './figure.ts'
import { lookAt, type Rule, type Seen, type Side } from './rules.ts'
import { nameOf, stretchesOf, type Stretching } from './stretches.ts'
import {
  assuranceOf,
  fewest,
  variationOf,
  type Assurance,
  type Better,
  type Latest,
  type Stretch,
  type Told,
  type Variation,
} from './told.ts'

export interface ChartOptions extends Stretching {
  readonly better?: Better
  readonly target?: number | null
  /** What a part of a whole or a rate is shown per; as the figures were made. */
  readonly per?: number
  /** Leave outlying moving ranges out of their average, in the charts that have one. */
  readonly screened?: boolean
}

export interface ChartPoint extends Figure {
  readonly centre: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** The first that is true, in the order of `rules`. */
  readonly rule: Rule | null
  readonly rules: readonly Rule[]
  readonly side: Side | null
}

/** From where limits start afresh to where they do again. */
export interface Phase {
  readonly from: string
  readonly to: string
  /** Why limits start afresh here; null for the first. */
  readonly reason: string | null
  /** The last period that set the limits, where later ones are held against them. */
  readonly baselineTo: string | null
  /** How many figures set the limits. Under `fewest` they are provisional, and no rule is told. */
  readonly setBy: number
}

export interface ControlChart {
  readonly chart: ChartName
  /** The lines at the latest figure. */
  readonly centre: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly points: readonly ChartPoint[]
  readonly phases: readonly Phase[]
  readonly variation: Told<Variation>
  /** Where what is seen in the latest figure began; null where nothing is. */
  readonly since: string | null
  readonly assurance: Told<Assurance | null>
}

/** @throws NotChartable for a period that is not there, a reason that is missing, or figures that the chart cannot hold. */
export function controlChart(figures: readonly Figure[], chart: ChartName, options: ChartOptions = {}): ControlChart {
  const { better = 'neutral', target = null, per = 1, screened = false } = options
  holds(figures, chart)
  const stretches = stretchesOf(figures, options).map((stretch) => {
    const own = figures.slice(stretch.from, stretch.until)
    const basis = own.slice(0, stretch.basisUntil - stretch.from)
    const setBy = known(basis).length
    const constant = isConstant(own)
    const lines = setBy === 0 ? own.map(() => null) : linesOf[chart]({ figures: own, basis, per, screened })
    return { ...stretch, own, lines, setBy, constant, seen: lookAt(own, lines, setBy >= fewest && !constant) }
  })
  const points = stretches.flatMap(({ own, lines, seen, constant }) =>
    own.map((figure, n): ChartPoint => {
      const { centre = null, lower = null, upper = null } = lines[n] ?? {}
      const { rules: found = [], side = null } = seen[n] ?? {}
      const flat = constant ? centre : null
      return { ...figure, centre, lower: flat ?? lower, upper: flat ?? upper, rule: found[0] ?? null, rules: found, side }
    }),
  )
  const last = stretches.at(-1)
  const at = last === undefined ? -1 : last.own.findLastIndex(({ value }) => value !== null)
  const latest = last === undefined || at < 0 ? null : latestOf(figures, last.seen, last.from, at)
  const lines = last === undefined || at < 0 ? undefined : points[last.from + at]
  const stretch: Stretch = { setBy: last?.setBy ?? 0, constant: last?.constant === true ? (known(last.own)[0] ?? null) : null, latest }
  const limits = { lower: lines?.lower ?? null, upper: lines?.upper ?? null }
  return {
    chart,
    centre: lines?.centre ?? null,
    ...limits,
    points,
    phases: stretches.map(({ from, until, reason, basisUntil, setBy }) => ({
      from: nameOf(figures, from),
      to: nameOf(figures, until - 1),
      reason,
      baselineTo: basisUntil < until ? nameOf(figures, basisUntil - 1) : null,
      setBy,
    })),
    variation: variationOf(stretch, better),
    since: latest?.rule ? latest.since : null,
    assurance: assuranceOf(stretch, limits, better, target),
  }
}

/** Of the rules that are true of the latest figure the one that has been true for longest, and since when. */
function latestOf(figures: readonly Figure[], seen: readonly Seen[], from: number, at: number): Latest {
  const { side = null, going = null, rules: found = [] } = seen[at] ?? {}
  const sameAs = (rule: Rule) => (each: Seen | undefined) =>
    each?.rules.includes(rule) === true && (rule === 'trend' ? each.going === going : each.side === side)
  const runs = found.map((rule) => {
    let first = at
    while (sameAs(rule)(seen[first - 1])) first--
    return { rule, first, run: at - first + 1 }
  })
  // Of two that have been true for as long the more telling is told: a shift rather than two near a limit in each three.
  const telling: readonly Rule[] = ['outside', 'shift', 'trend', 'two-of-three']
  const [longest] = runs.sort((one, other) => other.run - one.run || telling.indexOf(one.rule) - telling.indexOf(other.rule))
  const first = from + (longest?.first ?? at)
  return { rule: longest?.rule ?? null, side, going, run: longest?.run ?? 0, since: figures[first]?.period ?? `figure ${first + 1}` }
}
