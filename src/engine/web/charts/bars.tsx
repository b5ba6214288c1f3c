/** A small bar chart: one number after another, drawn on the server. Every number is written on it, and stands in a table beside it. */
import type { ComponentChildren, JSX } from 'preact'
import { Details } from '../components/content.tsx'
import { Table, type Column } from '../components/table.tsx'
import { thousands } from '../words.ts'

export interface Bar {
  /** Below the bar; short: 'Dec', 'Now'. */
  readonly label: string
  /** From 0. Null where it is not known: there is a dash and no bar then. */
  readonly value: number | null
  /** Drawn otherwise, as `markedMeans` explains. */
  readonly marked?: boolean
  /** The label in full, for the title on the bar and for the table: '31 December 2014'. */
  readonly full?: string
}

export interface BarsProps {
  /** Unique on the page. */
  readonly id: string
  /** What is counted: 'Past 20 working days, at each month end'. */
  readonly title: string
  /** What is to be seen, in a sentence or two. */
  readonly description: string
  readonly bars: readonly Bar[]
  /** What the marked bars have in common: 'since the rise in July 2015'. */
  readonly markedMeans?: string
  /** The headings of the table: ['Month end', 'Past 20 working days']. */
  readonly headings: readonly [label: string, value: string]
  /** Links below the chart. */
  readonly children?: ComponentChildren
}

const plotHeight = 96
const above = 26
const below = 26
const barWidth = 24
/** Of a letter at 14 px, generously. */
const letterWidth = 8

/** A sentence instead of the picture, where no number is known. */
export function Bars({ id, title, description, bars, markedMeans, headings, children }: BarsProps): JSX.Element {
  if (bars.every(({ value }) => value === null)) return <p class="govuk-body gt-quiet">No number is known yet.</p>
  const words = (text: string) => text.length * letterWidth
  const step = Math.max(46, ...bars.map(({ label, value }) => Math.max(words(label), words(written(value))) + 10))
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0))
  const width = step * bars.length
  const foot = above + plotHeight
  return (
    <figure class="gt-fig">
      <div class="gt-scroll gt-bars" role="region" aria-label={title} tabIndex={0}>
        <svg
          class="gt-chart"
          viewBox={`0 0 ${width} ${foot + below}`}
          width={width}
          height={foot + below}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-words`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-words`}>{description}</desc>
          {bars.map((bar, at) => (
            <Drawn bar={bar} middle={(at + 0.5) * step} height={((bar.value ?? 0) / most) * plotHeight} last={at === bars.length - 1} />
          ))}
          <path d={`M0 ${foot}H${width}`} stroke="#66717a" />
        </svg>
      </div>
      <figcaption>
        {markedMeans !== undefined && (
          <p class="gt-key">
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <Shape x={2} y={1} width={12} height={14} marked />
            </svg>{' '}
            Orange with a dark top: {markedMeans}.
          </p>
        )}
        {children}
        <Details summary="As a table" id={`${id}-table`}>
          <Table caption={`${title}, as a table`} hideCaption columns={columnsOf(headings, markedMeans)} rows={bars} />
        </Details>
      </figcaption>
    </figure>
  )
}

interface DrawnProps {
  readonly bar: Bar
  readonly middle: number
  readonly height: number
  /** The newest, which is what one looks for. */
  readonly last: boolean
}

function Drawn({ bar, middle, height, last }: DrawnProps): JSX.Element {
  const foot = above + plotHeight
  const { label, full = label, value, marked = false } = bar
  return (
    <g>
      <title>{`${full}: ${valueInWords(value)}`}</title>
      {value !== null && value > 0 && (
        <Shape x={middle - barWidth / 2} y={foot - height} width={barWidth} height={height} marked={marked} />
      )}
      <text class={last ? 'is-bold' : value === null ? 'is-quiet' : undefined} x={middle} y={foot - height - 7} text-anchor="middle">
        {written(value)}
      </text>
      <text class="is-quiet" x={middle} y={foot + 18} text-anchor="middle">
        {label}
      </text>
    </g>
  )
}

interface ShapeProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly marked: boolean
}

/** A marked bar is orange and has a dark top; another is teal and has an edge that stands out from the page three to one. */
const Shape = ({ x, y, width, height, marked }: ShapeProps): JSX.Element =>
  marked ? (
    <>
      <rect x={x} y={y} width={width} height={height} fill="#b85000" />
      <rect x={x - 2} y={y} width={width + 4} height={Math.min(height, 4)} fill="#0b0c0c" />
    </>
  ) : (
    <rect x={x + 0.5} y={y + 0.5} width={width - 1} height={Math.max(height - 0.5, 0.5)} fill="#8fb4bb" stroke="#4f7f89" />
  )

/** On the picture there is room for a dash alone; the title and the table say what it means. */
const written = (value: number | null): string => (value === null ? '–' : valueInWords(value))

const valueInWords = (value: number | null): string =>
  value === null ? 'not known' : Number.isInteger(value) ? thousands(value) : String(value)

const columnsOf = ([label, value]: BarsProps['headings'], markedMeans: string | undefined): readonly Column<Bar>[] => [
  { heading: label, cell: (bar) => bar.full ?? bar.label, names: true },
  { heading: value, cell: (bar) => valueInWords(bar.value), numeric: true },
  ...(markedMeans === undefined ? [] : [{ heading: 'Marked', cell: (bar: Bar) => (bar.marked ? markedMeans : '') }]),
]
