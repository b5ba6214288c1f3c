/** The words on a control chart: at the right end what the lines are, above it where limits start afresh, what began, what happened. */
import type { JSX } from 'preact'
import type { ControlChart } from '../../measures/control-chart.ts'
import type { Rule } from '../../measures/rules.ts'
import type { ChartEvent } from './control-chart-props.tsx'
import { flagGap, flagRows, short, spread, type Flag, type Placed } from './labels.ts'
import { strokes, tidy } from './marks.tsx'
import { beginning, phaseStarts } from './standing-out.ts'

export interface EndLabel {
  readonly text: string
  readonly value: number
  readonly class?: string
}

/** What the lines are at the latest figure. Where all figures are equal only the average is said. */
export function endLabelsOf(
  { centre, lower, upper }: ControlChart,
  linesAreShown: boolean,
  target: number | null,
  value: (value: number) => string,
): readonly EndLabel[] {
  const one = (name: string, at: number | null, look?: string): EndLabel[] =>
    at === null ? [] : [{ text: `${name} ${value(at)}`, value: at, ...(look === undefined ? {} : { class: look }) }]
  const apart = lower !== centre || upper !== centre
  const lines = linesAreShown
    ? [...one('Average', centre), ...(apart ? [...one('Upper limit', upper, 'is-quiet'), ...one('Lower limit', lower, 'is-quiet')] : [])]
    : []
  return [...lines, ...one('Target', target, 'is-target')]
}

interface EndLabelsProps {
  readonly labels: readonly EndLabel[]
  readonly x: number
  readonly y: (value: number) => number
  readonly top: number
  readonly foot: number
}

export function EndLabels({ labels, x, y, top, foot }: EndLabelsProps): JSX.Element {
  const heights = spread(
    labels.map(({ value }) => y(value)),
    17,
    top,
    foot,
  )
  return (
    <>
      {labels.map(({ text, class: look }, at) => (
        <text class={look} x={x} y={tidy((heights[at] ?? 0) + 5)}>
          {text}
        </text>
      ))}
    </>
  )
}

export interface ChartFlag extends Flag, Placed {
  readonly kind: 'afresh' | 'since' | 'event'
  readonly full: string
}

const letters = 64

/** All that is said above the plot, in rows that leave each other room. */
export function flagsOf(
  chart: ControlChart,
  x: (at: number) => number,
  right: number,
  period: (period: string) => string,
  events: readonly ChartEvent[],
): readonly ChartFlag[] {
  const { points, phases } = chart
  const said = (at: number): string => {
    const name = points[at]?.period ?? null
    return name === null ? `figure ${at + 1}` : period(name)
  }
  const before = (at: number): number => (at === 0 ? x(0) : (x(at - 1) + x(at)) / 2)
  const afresh = phaseStarts(chart).flatMap((at, n) => {
    const reason = phases[n]?.reason ?? null
    return reason === null ? [] : [{ x: before(at), full: `New limits: ${reason}, ${said(at)}`, kind: 'afresh' as const }]
  })
  const start = beginning(chart)
  const since =
    start === null ? [] : [{ x: before(start.at), full: begins[start.rule](said(start.at)), kind: 'since' as const, bold: true }]
  const happened = events.flatMap(({ period: when, label }) => {
    const at = points.findIndex((point) => point.period === when)
    return at < 0 ? [] : [{ x: x(at), full: `${label}, ${said(at)}`, kind: 'event' as const }]
  })
  const all = [...afresh, ...happened, ...since].map((flag) => ({ ...flag, text: short(flag.full, letters) }))
  return flagRows(all, right)
}

const begins: Readonly<Record<Rule, (when: string) => string>> = {
  shift: (when) => `Shift begins, ${when}`,
  trend: (when) => `Trend begins, ${when}`,
  outside: (when) => `Beyond the limits, ${when}`,
  'two-of-three': (when) => `Near the limit, ${when}`,
}

interface FlagsProps {
  readonly flags: readonly ChartFlag[]
  readonly top: number
  readonly foot: number
  readonly rowHeight: number
}

export const Flags = ({ flags, top, foot, rowHeight }: FlagsProps): JSX.Element => (
  <>
    {flags.map(({ x, row, kind }) => (
      <path d={`M${tidy(x)} ${baseline(top, row, rowHeight) - 12}V${foot}`} {...strokes[kind === 'since' ? 'since' : 'afresh']} />
    ))}
    {flags.map(({ x, row, left, text, full, kind }) => (
      <text
        class={kind === 'since' ? 'is-beside is-since' : 'is-beside'}
        x={tidy(x + (left ? -flagGap : flagGap))}
        y={baseline(top, row, rowHeight)}
        text-anchor={left ? 'end' : undefined}
      >
        {text !== full && <title>{full}</title>}
        {text}
      </text>
    ))}
  </>
)

/** Where the words of a row stand: the lowest a little above the plot. */
const baseline = (top: number, row: number, rowHeight: number): number => top - 12 - row * rowHeight
