/** A control chart for a cell of a table: the shape of it alone. What it says stands in words beside it, and the numbers on its own page. */
import type { JSX } from 'preact'
import type { ControlChart } from '../../measures/control-chart.ts'
import { fewest, type Better } from '../../measures/told.ts'
import { Mark, strokes } from './marks.tsx'
import { bandBetween, lineThrough, stepsThrough } from './paths.ts'
import { beginning, byPhase, linesShown, phaseStarts, standingOut } from './standing-out.ts'

export interface SmallChartProps {
  /** What is to be seen, in one sentence: 'Surveys in 20 days: worse since July 2015'. */
  readonly label: string
  readonly chart: Pick<ControlChart, 'points' | 'phases' | 'since'>
  readonly better: Better
  readonly target?: number | null
  /** How many of the latest periods are drawn; 24 where it is not said. */
  readonly latest?: number
}

const [width, height] = [180, 56]
/** Room for half a mark at every edge. */
const edge = 6

/** Words instead of the picture, where figures are too few to set limits. */
export function SmallChart({ label, chart, better, target = null, latest = 24 }: SmallChartProps): JSX.Element {
  const { points } = chart
  if (points.filter(({ value }) => value !== null).length < fewest) return <span class="gt-quiet">{`No chart under ${fewest} points`}</span>
  const first = Math.max(0, points.length - latest)
  const seen = points.slice(first)
  const shown = linesShown(chart)
  const lines = seen.map((point, at) => (shown(first + at) ? point : null))
  const all = [...seen.map(({ value }) => value), ...lines.flatMap((point) => [point?.centre, point?.lower, point?.upper]), target]
  const numbers = all.filter((each) => each !== null && each !== undefined)
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const step = (width - 2 * edge) / Math.max(seen.length - 1, 1)
  const x = (at: number): number => edge + at * step
  // Where all is equal, the line runs across the middle.
  const y = (value: number): number => (high === low ? height / 2 : height - edge - ((value - low) / (high - low)) * (height - 2 * edge))
  const scale = { x, y }
  const reach = [0, width] as const
  const starts = phaseStarts(chart).map((at) => at - first)
  // A chart without one of its limits is open on that side.
  const limit = (name: 'lower' | 'upper', open: number) => lines.map((point) => (point === null ? null : (point[name] ?? open)))
  const centres = lines.map((point) => point?.centre ?? null)
  const averages = byPhase(centres, starts).map((each) => stepsThrough(each, scale, reach))
  return (
    <svg class="gt-small-chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <path d={bandBetween(limit('lower', low), limit('upper', high), scale, reach)} fill="#e3e8ea" />
      <path d={averages.join('')} fill="none" {...strokes.average} stroke-width={1} />
      {target !== null && <path d={`M0 ${y(target)}H${width}`} {...strokes.target} stroke-width={2} />}
      <path
        d={lineThrough(
          seen.map(({ value }) => value),
          scale,
        )}
        fill="none"
        {...strokes.figures}
      />
      {markedFrom(chart, better, first).map(({ at, value, mark }) => (
        <Mark kind={mark} x={x(at)} y={y(value)} size={3.5} />
      ))}
    </svg>
  )
}

/** Those from where the present change began; where nothing is seen, the latest alone. Places are counted from the first that is drawn. */
function markedFrom(chart: SmallChartProps['chart'], better: Better, first: number) {
  const { points } = chart
  const last = points.findLastIndex(({ value }) => value !== null)
  const from = Math.max(beginning(chart)?.at ?? last, first)
  return standingOut(chart, better).flatMap(({ mark }, at) => {
    const value = points[at]?.value ?? null
    return at < from || value === null || (mark === 'chance' && at !== last) ? [] : [{ at: at - first, value, mark }]
  })
}
