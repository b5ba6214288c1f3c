/** The picture of a child's care history, with the same as a table beside it. */
import type { JSX } from 'preact'
import { Details } from '../../engine/web/components/content.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { longDate } from '../../engine/web/words.ts'
import { textWidth } from './care-history-labels.ts'
import { careHistoryPicture } from './care-history-picture.ts'
import { laneNames, type Bar, type CareHistory, type Lane, type LaneName, type Mark, type Picture } from './care-history-shapes.ts'
import { careHistoryInWords, spanInWords } from './care-history-words.ts'

export interface CareHistoryProps {
  readonly history: CareHistory
  /** Whose history it is: 'Jaden Wickham'. */
  readonly of: string
  /** The address at which a record opens; it is 'table/identifier'. */
  readonly recordHref: (record: string) => string
}

/** Nothing at all when there is nothing to draw: the caller says so in words. */
export function CareHistoryFigure({ history, of, recordHref }: CareHistoryProps): JSX.Element | null {
  const picture = careHistoryPicture(history)
  if (picture === null) return null
  return (
    <figure class="gt-fig">
      <div class="gt-scroll gt-history" role="region" aria-label="Care history picture" tabIndex={0}>
        <Drawing picture={picture} history={history} of={of} />
      </div>
      <figcaption>
        <Details summary="Care history as a table" id="care-history-table">
          <HistoryTable history={history} recordHref={recordHref} />
        </Details>
      </figcaption>
    </figure>
  )
}

function Drawing({ picture, history, of }: { readonly picture: Picture; readonly history: CareHistory; readonly of: string }): JSX.Element {
  const { width, height, axis, lanes, today } = picture
  const foot = height - 24
  return (
    <svg
      class="gt-chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="care-history-title"
      aria-describedby="care-history-words"
    >
      <title id="care-history-title">{`${of}’s care history, ${axis.from.slice(0, 4)} to ${longDate(axis.until)}`}</title>
      <desc id="care-history-words">{careHistoryInWords(history).join(' ')}</desc>
      {axis.ticks.map(({ at, label }) => (
        <g>
          <path d={`M${at} 22V${foot}`} stroke="#d5dcde" />
          {at + 5 + textWidth(label) <= width && (
            <text class="is-quiet" x={at + 5} y={16}>
              {label}
            </text>
          )}
        </g>
      ))}
      {lanes.map((lane) => (
        <DrawnLane lane={lane} width={width} />
      ))}
      {today !== null && (
        <g>
          <path d={`M${today} 22V${foot}`} stroke="#0b0c0c" stroke-width="1.5" />
          <text
            class="is-bold"
            x={history.todayIs === 'Today' ? today : width}
            y={foot + 18}
            text-anchor={history.todayIs === 'Today' ? 'middle' : 'end'}
          >
            {history.todayIs}
          </text>
        </g>
      )}
    </svg>
  )
}

function DrawnLane({ lane, width }: { readonly lane: Lane; readonly width: number }): JSX.Element {
  const dark = darkLanes.has(lane.name)
  return (
    <g>
      <text class="is-bold" x={0} y={lane.y + 24}>
        {lane.name}
      </text>
      <path d={`M0 ${lane.y + lane.height - 0.5}H${width}`} stroke="#e7ecee" />
      {lane.bars.map((bar) => (
        <DrawnBar bar={bar} lane={lane.name} />
      ))}
      {lane.labels.map(({ x, y, words, anchor, inside }) => (
        <text class={inside ? (dark ? 'is-light' : undefined) : 'is-beside'} x={x} y={y} text-anchor={anchor === 'end' ? 'end' : undefined}>
          {words}
        </text>
      ))}
      {lane.marks.map((mark) => (
        <DrawnMark mark={mark} />
      ))}
    </g>
  )
}

/** A pale bar has an edge that stands out from the page three to one, as a full one does. */
const colours: Readonly<Record<LaneName, { readonly one: string; readonly other: string; readonly edge?: string }>> = {
  Contacts: { one: '#14505c', other: '#14505c' },
  'Early help': { one: '#4d6a2f', other: '#4d6a2f' },
  'In need': { one: '#14505c', other: '#2c6b78' },
  'Protection plan': { one: '#5b3a7e', other: '#6f4d94' },
  'In care': { one: '#14505c', other: '#2c6b78' },
  'Legal status': { one: '#d3e3e6', other: '#a9c8ce', edge: '#4f7f89' },
  Placement: { one: '#d3e3e6', other: '#a9c8ce', edge: '#4f7f89' },
  Missing: { one: '#b85000', other: '#b85000' },
}

const darkLanes: ReadonlySet<LaneName> = new Set(laneNames.filter((name) => colours[name].edge === undefined))

function DrawnBar({ bar: { x, y, width, height, period, shade }, lane }: { readonly bar: Bar; readonly lane: LaneName }): JSX.Element {
  const { [shade]: fill, edge } = colours[lane]
  // An edge is drawn inside the bar's own place, so that neighbours do not lie over each other.
  const inset = edge && width > 4 ? 0.5 : 0
  return (
    <g>
      <title>{`${period.label}: ${spanInWords(period)}`}</title>
      <rect
        x={x + inset}
        y={y + inset}
        width={width - inset * 2}
        height={height - inset * 2}
        fill={edge && inset === 0 ? edge : fill}
        stroke={inset > 0 ? edge : undefined}
      />
    </g>
  )
}

const DrawnMark = ({ mark: { x, y, shape, title } }: { readonly mark: Mark }): JSX.Element => (
  <g>
    <title>{title}</title>
    {shape === 'triangle' ? (
      <path d={`M${x - 6} ${y + 5}h12l-6 -12z`} fill={colours.Contacts.one} />
    ) : (
      <path d={`M${x} ${y - 9}l9 9-9 9-9-9z`} fill={colours.Missing.one} stroke="#fff" />
    )}
  </g>
)

interface HistoryRow {
  readonly what: string
  readonly label: string
  readonly from: string
  readonly to: string | null
  readonly record: string
}

function HistoryTable({ history, recordHref }: Pick<CareHistoryProps, 'history' | 'recordHref'>): JSX.Element {
  const rows = laneNames.flatMap((name): HistoryRow[] =>
    name === 'Contacts'
      ? history.contacts.map(({ on, label, record }) => ({ what: 'Contact', label, from: on, to: on, record }))
      : history.periods.filter(({ kind }) => kind === name).map(({ label, from, to, record }) => ({ what: name, label, from, to, record })),
  )
  return (
    <Table
      caption="Care history"
      hideCaption
      rows={rows}
      columns={[
        {
          heading: 'What',
          names: true,
          cell: ({ what, label, record }) => (
            <a class="govuk-link" href={recordHref(record)}>
              {label === what ? what : `${what}: ${label}`}
            </a>
          ),
        },
        { heading: 'From', cell: ({ from }) => longDate(from) },
        { heading: 'To', cell: ({ to }) => (to === null ? 'Now' : longDate(to)) },
      ]}
    />
  )
}
