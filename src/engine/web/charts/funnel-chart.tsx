/**
 * A funnel, drawn on the server: groups that differ in size, each against what chance alone would do to one of its size. Nobody is ranked.
 * All that it shows stands in a table behind it.
 */
import type { ComponentChildren, JSX } from 'preact'
import type { Sort } from '../../measures/fractions.ts'
import type { Funnel, FunnelGroup } from '../../measures/funnel.ts'
import type { Better } from '../../measures/told.ts'
import { Details } from '../components/content.tsx'
import { Table, type Column } from '../components/table.tsx'
import { thousands } from '../words.ts'
import { axisOf, wholesWithin, type Range } from './axis.ts'
import { curvesOf, type FunnelLimits } from './funnel-curves.ts'
import { labelsOf, type Spot } from './funnel-labels.ts'
import { short, widthOf } from './labels.ts'
import { Mark, strokes, tidy, type MarkKind } from './marks.tsx'

export interface FunnelChartProps {
  /** Unique on the page. */
  readonly id: string
  /** What is compared, and of what time. */
  readonly title: string
  /** What is to be seen, in a sentence or two. */
  readonly description: string
  readonly funnel: Funnel
  /** As the funnel was made. */
  readonly sort: Sort
  readonly per?: number
  readonly better: Better
  readonly value: (value: number) => string
  /** Below the picture: what the groups are counted in. 'Surveys due, 12 months to February 2016'. */
  readonly size: string
  /** The heading of the groups in the table: 'Harbour'. */
  readonly group: string
  /** The headings above and below the line: ['In time', 'Due']. */
  readonly counted?: readonly [above: string, below: string]
  readonly range?: Range
  /** Where a group leads: to what is behind its figure. */
  readonly href?: (group: FunnelGroup) => string
  /** Below the picture: what the lines are, further links. */
  readonly children?: ComponentChildren
}

const [width, plotHeight, top] = [560, 282, 14]
const letters = 28

/** A sentence instead of the picture, where there is nothing to compare. */
export function FunnelChart(props: FunnelChartProps): JSX.Element {
  const { id, title, description, funnel, sort, per = 1, better, value, size, range = {}, href, children } = props
  const { centre } = funnel
  const groups = funnel.groups.filter((group): group is FunnelGroup & { readonly value: number } => group.value !== null)
  if (centre === null || groups.length === 0) return <p class="govuk-body gt-quiet">There is nothing to compare yet.</p>
  const sizes = groups.map(({ denominator }) => denominator)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  // A little room at both ends, so that no mark stands on the edge. No limit can be told for a size of none.
  const room = Math.max((most - least || most) * 0.15, 1)
  const [smallest, largest] = [Math.max(least - room, Math.min(least, most / 60)), most + room]
  const curves = curvesOf(funnel, smallest, largest, { sort, per })
  const down = axisOf([centre, ...groups.map((group) => group.value), ...curves.flatMap(limitsOf)], range, value)
  const left = Math.ceil(Math.max(24, ...down.ticks.map((tick) => widthOf(value(tick))))) + 12
  const [right, foot] = [width - 20, top + plotHeight]
  const x = (of: number): number => left + ((of - smallest) / (largest - smallest)) * (right - left)
  const y = (figure: number): number => foot - ((figure - down.from) / (down.to - down.from)) * plotHeight
  const all = { text: `All: ${value(centre)}`, y: tidy(y(centre) - 7) }
  const spots = groups.map((group): Spot => {
    const apart = group.is !== 'within chance'
    const name = short(group.name, letters)
    return { group, x: x(group.denominator), y: y(group.value), text: apart ? `${name}, ${value(group.value)}` : name, apart }
  })
  const labels = labelsOf(spots, [{ left: right - widthOf(all.text), right, top: all.y - 11, bottom: all.y + 8 }], {
    left,
    right: width,
    top: 0,
    bottom: foot,
  })
  return (
    <figure class="gt-fig">
      <div class="gt-scroll gt-funnel" role="region" aria-label={title} tabIndex={0}>
        <svg
          class="gt-chart"
          viewBox={`0 0 ${width} ${foot + 44}`}
          width={width}
          height={foot + 44}
          role={href === undefined ? 'img' : 'group'}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-words`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-words`}>{description}</desc>
          {down.ticks.map((tick) => (
            <>
              <path d={`M${left} ${tidy(y(tick))}H${right}`} {...strokes.grid} />
              <text class="is-quiet" x={left - 8} y={tidy(y(tick) + 5)} text-anchor="end">
                {value(tick)}
              </text>
            </>
          ))}
          {wholesWithin(smallest, largest).map((tick) => (
            <text class="is-quiet" x={tidy(x(tick))} y={foot + 20} text-anchor="middle">
              {whole(tick)}
            </text>
          ))}
          <text x={(left + right) / 2} y={foot + 38} text-anchor="middle">
            {size}
          </text>
          {limitNames.map((name) => (
            <path
              d={`M${curves.map((each) => `${tidy(x(each.of))} ${tidy(y(each[name]))}`).join('L')}`}
              fill="none"
              {...(name.endsWith('95') ? strokes.inner : strokes.limits)}
            />
          ))}
          <path d={`M${left} ${tidy(y(centre))}H${right}`} {...strokes.average} />
          <text class="is-quiet is-beside" x={right} y={all.y} text-anchor="end">
            {all.text}
          </text>
          {labels.map((label) => (
            <text class={label.apart ? 'is-beside is-bold' : 'is-beside'} x={tidy(label.x)} y={tidy(label.y)} text-anchor={label.anchor}>
              {label.text}
            </text>
          ))}
          {spots.map(({ group, ...spot }) => (
            <Standing {...spot} title={titleOf(group, value)} kind={markOf(group, better)} href={href?.(group)} />
          ))}
        </svg>
      </div>
      <figcaption>
        {children}
        <Details summary="As a table" id={`${id}-table`}>
          <Table caption={`${title}, as a table`} hideCaption columns={columnsOf(props)} rows={funnel.groups} />
        </Details>
      </figcaption>
    </figure>
  )
}

const limitNames = ['lower95', 'upper95', 'lower998', 'upper998'] as const
const limitsOf = (limits: FunnelLimits): readonly number[] => limitNames.map((name) => limits[name])

/** A square stands for worse than chance has it, a diamond for better; a triangle where nobody says which way is better. */
function markOf({ is }: FunnelGroup, better: Better): MarkKind {
  if (is !== 'above chance' && is !== 'below chance') return 'chance'
  if (better === 'neutral') return 'changed'
  return (is === 'above chance') === (better === 'higher') ? 'improvement' : 'concern'
}

/** In a few words: the figures stand beside them. */
function standsAs(group: FunnelGroup, better: Better): string {
  if (group.is === 'nothing to compare') return 'Nothing to compare'
  const words = { concern: 'Worse', improvement: 'Better', changed: group.is === 'above chance' ? 'Above the others' : 'Below the others' }
  const mark = markOf(group, better)
  return mark === 'chance' ? 'No more than chance' : `${words[mark]} by more than chance`
}

interface StandingProps {
  readonly x: number
  readonly y: number
  readonly title: string
  readonly kind: MarkKind
  readonly href: string | undefined
}

function Standing({ x, y, title, kind, href }: StandingProps): JSX.Element {
  const drawn = (
    <>
      <title>{title}</title>
      <rect class="gt-press" x={tidy(x - 12)} y={tidy(y - 12)} width={24} height={24} fill="transparent" />
      <Mark kind={kind} x={x} y={y} size={kind === 'chance' ? 5.5 : 6} />
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

/** 'North quay: 21%, 7 of 34'. */
const titleOf = ({ name, value: figure, numerator, denominator }: FunnelGroup, value: (value: number) => string): string =>
  `${name}: ${figure === null ? 'nothing to compare' : value(figure)}, ${whole(numerator)} of ${whole(denominator)}`

const whole = (number: number): string =>
  Number.isInteger(number) ? thousands(number) : number.toLocaleString('en-GB', { maximumFractionDigits: 2 })

function columnsOf({ group, counted = ['Counted', 'Out of'], better, value, href }: FunnelChartProps): readonly Column<FunnelGroup>[] {
  const between = (low: number | null, high: number | null): string =>
    low === null || high === null ? '–' : `${value(low)} to ${value(high)}`
  return [
    {
      heading: group,
      cell: (each) =>
        href === undefined || each.value === null ? (
          each.name
        ) : (
          <a class="govuk-link" href={href(each)}>
            {each.name}
          </a>
        ),
      names: true,
    },
    { heading: counted[0], cell: ({ numerator }) => whole(numerator), numeric: true },
    { heading: counted[1], cell: ({ denominator }) => whole(denominator), numeric: true },
    { heading: 'Figure', cell: (each) => (each.value === null ? '–' : value(each.value)), numeric: true },
    { heading: '95% limits', cell: ({ lower95, upper95 }) => between(lower95, upper95) },
    { heading: '99.8% limits', cell: ({ lower998, upper998 }) => between(lower998, upper998) },
    { heading: 'How it stands', cell: (each) => standsAs(each, better) },
  ]
}
