/** All that a control chart shows, as a table: for those who do not see it, and for those who want the numbers. */
import type { ComponentChildren, JSX } from 'preact'
import type { ChartPoint } from '../../measures/control-chart.ts'
import { Table, type Column } from '../components/table.tsx'
import { countOf, thousands } from '../words.ts'
import { periodInWords } from './axis.ts'
import type { ControlChartShownProps } from './control-chart-props.tsx'
import { phaseStarts, type StandingOut } from './standing-out.ts'

type TableProps = ControlChartShownProps & {
  readonly marks: readonly StandingOut[]
  readonly shown: (at: number) => boolean
}

export function ControlChartTable(props: TableProps): JSX.Element {
  const { title, chart, value, period = periodInWords, href, counted = ['Counted', 'Out of'], marks, shown, events = [] } = props
  const { points, phases } = chart
  const starts = phaseStarts(chart)
  const drawn = (point: ChartPoint, at: number): boolean => shown(at) && point.centre !== null
  const lines: readonly Column<ChartPoint>[] = points.some(drawn)
    ? [
        { heading: 'Average', cell: (point, at) => (drawn(point, at) ? value(point.centre as number) : '–'), numeric: true },
        { heading: 'Limits', cell: (point, at) => (drawn(point, at) ? limitsOf(point, value) : '–'), numeric: true },
      ]
    : []
  const says = (point: ChartPoint, at: number): string => {
    const reason = phases[starts.indexOf(at)]?.reason ?? null
    const happened = events.filter((event) => event.period === point.period).map(({ label }) => label)
    return [
      ...(reason === null ? [] : [`New limits: ${reason}`]),
      ...happened,
      ...[marks[at]?.says ?? ''].filter((each) => each !== ''),
    ].join('. ')
  }
  const named = (point: ChartPoint, at: number): ComponentChildren => {
    const name = nameOf(point, at, period)
    const to = point.period === null || point.value === null ? undefined : href?.(point.period)
    return to === undefined ? (
      name
    ) : (
      <a class="govuk-link" href={to}>
        {name}
      </a>
    )
  }
  const number = (of: 'numerator' | 'denominator') => (point: ChartPoint) => (point.counted ? written(point.counted[of]) : '–')
  const columns: readonly Column<ChartPoint>[] = [
    { heading: 'Period', cell: named, names: true },
    { heading: 'Figure', cell: (point) => (point.value === null ? 'not known' : value(point.value)), numeric: true },
    ...(points.some(isFraction)
      ? [
          { heading: counted[0], cell: number('numerator'), numeric: true },
          { heading: counted[1], cell: number('denominator'), numeric: true },
        ]
      : []),
    ...(points.some(({ spread }) => spread !== undefined)
      ? [{ heading: 'Middle half', cell: ({ spread }: ChartPoint) => (spread ? reaches(spread, value) : '–') }]
      : []),
    ...lines,
    { heading: 'What stands out', cell: says },
  ]
  return <Table caption={`${title}, as a table`} hideCaption columns={columns} rows={points} />
}

/** 'February 2016: 47%, 7 of 15'. */
export function titleOf(point: ChartPoint, at: number, value: (value: number) => string, period: (period: string) => string): string {
  const figure = point.value === null ? 'not known' : value(point.value)
  const { counted, spread } = point
  const of = counted && isFraction(point) ? `, ${written(counted.numerator)} of ${written(counted.denominator)}` : ''
  return `${nameOf(point, at, period)}: ${figure}${of}${spread ? `, middle half ${reaches(spread, value)}` : ''}`
}

function limitsOf({ lower, upper }: ChartPoint, value: (value: number) => string): string {
  if (lower === null) return upper === null ? '–' : `up to ${value(upper)}`
  return upper === null ? `from ${value(lower)}` : `${value(lower)} to ${value(upper)}`
}

const nameOf = (point: ChartPoint, at: number, period: (period: string) => string): string =>
  point.period === null ? `Figure ${at + 1}` : period(point.period)

/** A plain count is made as so many of one: nobody wants to read that. */
const isFraction = ({ counted }: ChartPoint): boolean => counted !== undefined && counted.denominator !== 1

const reaches = ({ of, lowerQuarter, upperQuarter }: NonNullable<ChartPoint['spread']>, value: (value: number) => string): string =>
  `${value(lowerQuarter)} to ${value(upperQuarter)} of ${countOf(of, 'number', 'numbers')}`

const written = (number: number): string =>
  Number.isInteger(number) ? thousands(number) : number.toLocaleString('en-GB', { maximumFractionDigits: 2 })
