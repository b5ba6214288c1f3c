/** The chart of a measure, and its series as a table. */
import type { JSX } from 'preact'
import type { Measure } from '../../engine/measures/measure.ts'
import type { Point } from '../../engine/measures/series.ts'
import { ControlChartShown } from '../../engine/web/charts/control-chart.tsx'
import { controlKey, Key } from '../../engine/web/charts/key.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { choiceQuery, type Choice } from './choice.ts'
import type { MeasureTold } from './find-measure.ts'
import { chartedSpan } from './measured.ts'
import { figureInWords, monthWords, ofHowMany } from './words.ts'

export const whole = (measure: Measure): { from?: number; to?: number } =>
  measure.statistic === 'share' ? { from: 0, to: 100 } : { from: 0 }

export function MeasureChart({
  told: { measure, points, charted, target },
  choice,
  request,
  width,
}: {
  readonly told: MeasureTold
  readonly choice: Choice
  readonly request: PageRequest
  /** In pixels, where the chart stands in less room than the page has. */
  readonly width?: number
}): JSX.Element {
  if (charted === null)
    return (
      <p class="govuk-body gt-quiet">
        {measure.noTrend === null ? 'There is no chart yet: nothing recorded counts.' : `There is no chart: ${measure.noTrend}.`}
      </p>
    )
  const { chart, chosen, heldFrom } = charted
  const query = choiceQuery(choice)
  const months = new Map(points.map(({ period }) => [monthWords(period), period]))
  const last = chart.points.at(-1)?.period ?? ''
  return (
    <>
      <Key items={measure.better === 'neutral' ? ['chance', 'changed', 'average', 'limits'] : controlKey} />
      <ControlChartShown
        id="chart"
        title={`${measure.name}, ${chart.points[0]?.period ?? ''} to ${last}`}
        description={`${chart.variation.says} ${chart.assurance.is === null ? '' : chart.assurance.says}`.trim()}
        chart={chart}
        better={measure.better}
        target={target?.value ?? null}
        value={(value) => figureInWords(measure, value)}
        range={whole(measure)}
        {...(width === undefined ? {} : { width })}
        href={(period) =>
          `${request.link(`/measures/${measure.id}`, { ...query, month: months.get(period) ?? null, behind: chartedSpan(measure) === measure.span ? null : 'month' })}#behind`
        }
        {...(measure.statistic === 'share' ? { counted: ['Counted', 'Out of'] as const } : {})}
      >
        <p class="govuk-body gt-small gt-quiet">
          {chosen.why} {heldFrom === null ? '' : `Limits are set by the figures to ${heldFrom}; later ones are held against them.`}
          {measure.span === '12 months' || measure.span === '3 years'
            ? ' The figure above is of a longer time; the chart shows each month by itself, because figures that overlap would seem to drift.'
            : ''}
        </p>
      </ControlChartShown>
      {(measure.span === '12 months' || measure.span === '3 years') && (
        <Details summary={`Each month’s figure over ${measure.span}, as a table`} id="over-time">
          <Series measure={measure} points={points} />
        </Details>
      )}
    </>
  )
}

const Series = ({ measure, points }: { readonly measure: Measure; readonly points: readonly Point[] }): JSX.Element => (
  <Table
    caption={`${measure.name}, month by month`}
    hideCaption
    rows={points.filter(({ value }) => value !== null)}
    columns={[
      { heading: 'To the end of', names: true, cell: ({ period }) => monthWords(period) },
      { heading: 'Figure', numeric: true, cell: ({ value }) => figureInWords(measure, value) },
      { heading: 'Counted', numeric: true, cell: (point) => ofHowMany(measure, point) ?? '' },
    ]}
  />
)
