/** Several series, one above the other, on one scale of time: each with its own height, its name before it and what it says behind it. */
import type { JSX } from 'preact'
import { Details } from '../components/content.tsx'
import { Table } from '../components/table.tsx'
import { periodInWords } from './axis.ts'
import { widthOf } from './labels.ts'
import { colours, Mark, strokes, tidy, type MarkKind } from './marks.tsx'
import { Months } from './months.tsx'
import { lineThrough } from './paths.ts'

export interface LinesRow {
  readonly name: string
  readonly unit: string
  readonly values: readonly (number | null)[]
  /** The place of the first figure that is otherwise, and how it is marked from there on. */
  readonly since: number
  readonly mark: MarkKind
  /** Behind the line, in two short lines: '10 → 15', 'Up from May 2015'. */
  readonly fromTo: string
  readonly says: string
  /** A figure as people write it. */
  readonly value: (value: number) => string
}

export interface LinesChartProps {
  /** Unique on the page. */
  readonly id: string
  /** What is drawn and what is to be seen, in sentences. */
  readonly title: string
  /** 'YYYY-MM'. */
  readonly periods: readonly string[]
  readonly rows: readonly LinesRow[]
}

const [width, left, right, plot] = [1080, 206, 846, 84]
const rowHeight = 96
const lineHeight = 19

export function LinesChart({ id, title, periods, rows }: LinesChartProps): JSX.Element {
  const step = (right - left) / Math.max(periods.length - 1, 1)
  const x = (at: number): number => left + at * step
  const foot = rows.length * rowHeight
  return (
    <figure class="gt-fig">
      <div class="gt-scroll gt-lines" role="region" aria-label="On one scale of time" tabIndex={0}>
        <svg
          class="gt-chart"
          viewBox={`0 0 ${width} ${foot + 46}`}
          width={width}
          height={foot + 46}
          role="img"
          aria-labelledby={`${id}-title`}
        >
          <title id={`${id}-title`}>{title}</title>
          {rows.map((row, at) => (
            <Row row={row} top={at * rowHeight} x={x} step={step} periods={periods} />
          ))}
          <Months periods={periods} x={x} step={step} foot={foot} ticks={false} />
        </svg>
      </div>
      <figcaption>
        <Details summary="As a table" id={`${id}-table`}>
          <Table
            caption={title}
            hideCaption
            rows={periods}
            columns={[
              { heading: 'Month', names: true, cell: periodInWords },
              ...rows.map(({ name, values, value, since }) => ({
                heading: name,
                numeric: true,
                cell: (_: string, at: number) => {
                  const figure = values[at] ?? null
                  return figure === null ? '–' : `${value(figure)}${at === since ? ' (from here)' : ''}`
                },
              })),
            ]}
          />
        </Details>
      </figcaption>
    </figure>
  )
}

interface RowProps {
  readonly row: LinesRow
  readonly top: number
  readonly x: (at: number) => number
  readonly step: number
  readonly periods: readonly string[]
}

function Row({ row, top, x, step, periods }: RowProps): JSX.Element {
  const { name, unit, values, since, mark, fromTo, says, value } = row
  const known = values.filter((each) => each !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const y = (number: number): number => top + 14 + (high === low ? 0.5 : (high - number) / (high - low)) * (plot - 30)
  const words = wrapped(name, left - 24)
  const first = top + plot / 2 - ((words.length - 1) * lineHeight) / 2
  const upright = x(since) - step / 2
  return (
    <>
      <path d={`M${left - 8} ${top + plot + 6}H${width}`} {...strokes.grid} />
      {words.map((line, at) => (
        <text class="is-bold" x={0} y={tidy(first + at * lineHeight)}>
          {line}
        </text>
      ))}
      <text class="is-quiet" x={0} y={tidy(first + words.length * lineHeight)}>
        {unit}
      </text>
      <path d={`M${tidy(upright)} ${top + 6}V${top + plot + 6}`} stroke={strokes.since.stroke} stroke-width={1.5} stroke-dasharray="3 3" />
      <path d={lineThrough(values, { x, y })} fill="none" {...strokes.figures} />
      {values.map((figure, at) =>
        figure === null ? null : (
          <g>
            <title>{`${periodInWords(periods[at] ?? '')}: ${value(figure)}`}</title>
            {at < since ? (
              <circle cx={tidy(x(at))} cy={tidy(y(figure))} r={3.2} fill={colours.chance} />
            ) : (
              <Mark kind={mark} x={x(at)} y={y(figure)} size={4.5} />
            )}
          </g>
        ),
      )}
      <text class="is-bold" x={right + 16} y={top + plot / 2}>
        {fromTo}
      </text>
      <text class="is-quiet" x={right + 16} y={top + plot / 2 + lineHeight}>
        {says}
      </text>
    </>
  )
}

/** In at most four lines of at most so many pixels, at spaces. */
function wrapped(text: string, wide: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, true) <= wide) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= 4 ? lines : [...lines.slice(0, 3), `${lines[3]} …`]
}
