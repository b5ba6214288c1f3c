/**
 * A control chart, drawn on the server: figures month by month, what chance does to them, where limits start afresh and why, and what stands
 * out. All that it shows stands in a table behind it.
 */
import type { JSX } from 'preact'
import { Details } from '../components/content.tsx'
import { axisOf, periodInWords } from './axis.ts'
import type { ControlChartShownProps } from './control-chart-props.tsx'
import { ControlChartTable, titleOf } from './control-chart-table.tsx'
import { EndLabels, endLabelsOf, Flags, flagsOf } from './control-chart-words.tsx'
import { Mark, strokes, tidy } from './marks.tsx'
import { Months } from './months.tsx'
import { widthOf } from './labels.ts'
import { lineThrough, stepsThrough } from './paths.ts'
import { byPhase, linesShown, phaseStarts, standingOut, type StandingOut } from './standing-out.ts'

const plotHeight = 320
const rowHeight = 20
/** Between the top of the picture and its lowest row of words, and from there to the plot. */
const above = 18
const below = 46

/** A sentence instead of the picture, where no figure is known. */
export function ControlChartShown(props: ControlChartShownProps): JSX.Element {
  const { id, title, description, chart, better, target = null, value, period = periodInWords, range = {}, href } = props
  const { width = 1180, children } = props
  const { points } = chart
  if (points.every((point) => point.value === null)) return <p class="govuk-body gt-quiet">No figure is known yet.</p>
  const shown = linesShown(chart)
  const lines = points.map((point, at) => (shown(at) ? point : null))
  const limits = lines.map((point) => (point === null || (point.lower === point.centre && point.upper === point.centre) ? null : point))
  const numbers = [...pick(points, 'value'), target, ...(['centre', 'lower', 'upper'] as const).flatMap((name) => pick(lines, name))]
  const axis = axisOf(
    numbers.filter((each) => each !== null),
    range,
    value,
  )
  const ends = endLabelsOf(chart, shown(points.length - 1), target, value)
  const left = Math.ceil(Math.max(24, ...axis.ticks.map((tick) => widthOf(value(tick))))) + 12
  const right = width - Math.ceil(Math.max(24, ...ends.map(({ text }) => widthOf(text) + 14)))
  const step = (right - left) / Math.max(points.length - 1, 1)
  const x = (at: number): number => (points.length === 1 ? (left + right) / 2 : left + at * step)
  const flags = flagsOf(chart, x, width, period, props.events ?? [])
  const top = above + Math.max(0, ...flags.map(({ row }) => row + 1)) * rowHeight
  const foot = top + plotHeight
  const y = (figure: number): number => foot - ((figure - axis.from) / (axis.to - axis.from)) * plotHeight
  const scale = { x, y }
  const starts = phaseStarts(chart)
  const steps = (values: readonly (number | null)[]): string =>
    byPhase(values, starts)
      .map((each) => stepsThrough(each, scale, [left, right]))
      .join('')
  const marks = standingOut(chart, better)
  return (
    <figure class="gt-fig">
      <div class="gt-scroll gt-control" role="region" aria-label={title} tabIndex={0}>
        <svg
          class="gt-chart"
          viewBox={`0 0 ${width} ${foot + below}`}
          width={width}
          height={foot + below}
          role={href === undefined ? 'img' : 'group'}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-words`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-words`}>{description}</desc>
          {axis.ticks.map((tick) => (
            <>
              <path d={`M${left} ${tidy(y(tick))}H${right}`} {...strokes.grid} />
              <text class="is-quiet" x={left - 8} y={tidy(y(tick) + 5)} text-anchor="end">
                {value(tick)}
              </text>
            </>
          ))}
          <Months periods={points.map((point) => point.period)} x={x} step={step} foot={foot} />
          <path d={steps(pick(limits, 'upper'))} fill="none" {...strokes.limits} />
          <path d={steps(pick(limits, 'lower'))} fill="none" {...strokes.limits} />
          <path d={steps(pick(lines, 'centre'))} fill="none" {...strokes.average} />
          {target !== null && <path d={`M${left} ${tidy(y(target))}H${right}`} {...strokes.target} />}
          <path d={lineThrough(pick(points, 'value'), scale)} fill="none" {...strokes.figures} />
          <Flags flags={flags} top={top} foot={foot} rowHeight={rowHeight} />
          <EndLabels labels={ends} x={right + 10} y={y} top={top} foot={foot} />
          {points.map((point, at) =>
            point.value === null ? null : (
              <Point
                x={x(at)}
                y={y(point.value)}
                wide={Math.min(step, 24)}
                mark={marks[at]}
                title={titleOf(point, at, value, period)}
                href={point.period === null ? undefined : href?.(point.period)}
              />
            ),
          )}
        </svg>
      </div>
      <figcaption>
        {children}
        <Details summary="As a table" id={`${id}-table`}>
          <ControlChartTable {...props} marks={marks} shown={shown} />
        </Details>
      </figcaption>
    </figure>
  )
}

const pick = <Name extends string>(points: readonly (Readonly<Record<Name, number | null>> | null)[], name: Name): (number | null)[] =>
  points.map((point) => point?.[name] ?? null)

interface PointProps {
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly mark: StandingOut | undefined
  readonly title: string
  readonly href: string | undefined
}

/** What is pressed is larger than what is seen. */
function Point({ x, y, wide, mark, title, href }: PointProps): JSX.Element {
  const drawn = (
    <>
      <title>{title}</title>
      <rect class="gt-press" x={tidy(x - wide / 2)} y={tidy(y - 12)} width={tidy(wide)} height={24} fill="transparent" />
      <Mark kind={mark?.mark ?? 'chance'} x={x} y={y} />
    </>
  )
  return href === undefined ? (
    <g>{drawn}</g>
  ) : (
    <a href={href} aria-label={title}>
      {drawn}
    </a>
  )
}
