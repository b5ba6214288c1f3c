/** A signal opened: what moved before it, where its points went, who, and how it was worked out. */
import type { JSX } from 'preact'
import { monthName } from '../../engine/measures/months.ts'
import { isChange } from '../../engine/signals/found.ts'
import { LinesChart } from '../../engine/web/charts/lines-chart.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { countOf, thousands } from '../../engine/web/words.ts'
import { MeasureChart } from '../digest/measure-chart.tsx'
import { Parts } from '../digest/measure-parts.tsx'
import { monthWords } from '../digest/words.ts'
import type { Detail } from './detail.ts'
import { hasKeptCounts, type KeptSignal, type Run } from './kept.ts'
import { kindMeans } from './kinds.tsx'
import type { Line, Lines } from './lines.ts'
import { isOfTeams } from './reach.ts'
import { Working } from './signal-page-working.tsx'
import { volumeInWords, type WhereItWent } from './where-it-went.ts'

export const hrefOf = (signal: string, rest = ''): string => `/signals/${encodeURIComponent(signal)}${rest}`

export interface OpenProps {
  readonly kept: KeptSignal
  readonly detail: Detail
  readonly run: Run
  readonly request: PageRequest
  /** Of its headings: 2 on a page of its own, 3 within the list. */
  readonly level: 2 | 3
}

export function SignalOpen({ kept, detail, run, request, level }: OpenProps): JSX.Element {
  const { lines, told, explained, parted, measure, choice } = detail
  const volume = explained === null ? null : volumeInWords(measure, explained.volume)
  const where = explained?.where ?? null
  return (
    <>
      {!isChange(kept.working.kind) && <p class="govuk-body gt-small gt-prose">{kindMeans(kept.working.kind)}</p>}
      {lines !== null && (
        <>
          <Heading level={level}>{lines.lines.length > 1 ? 'What moved before it' : 'Month by month'}</Heading>
          <LinesChart
            id="lines"
            title={titleOf(lines)}
            periods={lines.periods}
            rows={lines.lines.map((line) => ({
              ...line,
              mark: line.way === 'worse' ? 'concern' : line.way === 'better' ? 'improvement' : 'changed',
            }))}
          />
        </>
      )}
      {told !== null && lines === null && parted === null && (
        <>
          <Heading level={level}>Month by month</Heading>
          <MeasureChart told={told} choice={choice} request={request} {...(level === 3 ? { width: 1060 } : {})} />
        </>
      )}
      {parted !== null && told !== null && <Parts told={told} parted={parted} choice={choice} request={request} />}
      <div class="gt-two">
        {(where !== null || volume !== null) && (
          <section>
            {where !== null && <Where where={where} />}
            {volume !== null && <p class="govuk-body gt-small">{volume}</p>}
          </section>
        )}
        <section>
          <Heading level={level}>Who</Heading>
          <Who kept={kept} detail={detail} request={request} />
        </section>
      </div>
      <Others others={detail.others} request={request} level={level} />
      <Details summary="How this was worked out" id="working">
        <Working kept={kept} measure={measure} run={run} />
      </Details>
    </>
  )
}

const Heading = ({ level, children }: { readonly level: 2 | 3; readonly children: string }): JSX.Element =>
  level === 2 ? <h2 class="govuk-heading-s gt-signal__part">{children}</h2> : <h3 class="govuk-heading-s gt-signal__part">{children}</h3>

const titleOf = ({ lines }: Lines): string =>
  `${lines.length > 1 ? `${thousands(lines.length)} lines on one time scale.` : 'Month by month.'} ${lines.map((line: Line) => `${line.name}: ${line.fromTo.replace(' → ', ' to ')}, ${line.says.charAt(0).toLowerCase()}${line.says.slice(1)}.`).join(' ')}`

function Where({ where }: { readonly where: WhereItWent }): JSX.Element {
  const { points, label, parts, uneven } = where
  const all = Math.round(points)
  const total = (of: 'own' | 'mix') => parts.reduce((sum, part) => sum + part[of], 0)
  const caption = `Where the ${countOf(all, 'point', 'points')} went, by ${label}`
  return (
    <>
      <Table
        caption={caption}
        rows={parts}
        columns={[
          { heading: label.charAt(0).toUpperCase() + label.slice(1), names: true, cell: ({ name }) => name },
          { heading: 'Points', numeric: true, cell: ({ own, mix }) => <b>{tenth(own + mix)}</b> },
          { heading: 'Its own share', numeric: true, cell: ({ own }) => tenth(own) },
          { heading: 'More or less of it', numeric: true, cell: ({ mix }) => tenth(mix) },
        ]}
        foot={['All', tenth(points), tenth(total('own')), tenth(total('mix'))]}
      />
      <p class="govuk-body gt-small gt-quiet">
        {uneven
          ? 'Of all it is parted by, the change is spread least evenly by this.'
          : 'By nothing that it is parted by did one part change otherwise than the rest, beyond chance.'}
        {parts.some(({ own, mix }) => own + mix < -0.05) ? ' Less than nothing: went the other way.' : ''}
      </p>
    </>
  )
}

const tenth = (number: number): string => (Math.round(number * 10) / 10 + 0).toFixed(1).replace('-', '−')

function Who({ kept: { signal }, detail: { measure, apart }, request }: Pick<OpenProps, 'kept' | 'detail' | 'request'>): JSX.Element {
  return (
    <>
      {apart !== null && (
        <p class="govuk-body gt-small">
          {measure.of.lasts ? `At the end of the month: ` : 'Over 12 months: '}
          {apart}
        </p>
      )}
      {signal.children > 0 &&
        (request.may('read a child') ? (
          <p class="govuk-body gt-small">
            <a class="govuk-link" href={request.link(hrefOf(signal.id, '/children'))}>
              The {thousands(signal.children)} {signal.whom}
            </a>
          </p>
        ) : (
          <p class="govuk-body gt-small">
            {thousands(signal.children)} {signal.whom}. Who they are is shown to those who may open their records.
          </p>
        ))}
      {hasKeptCounts(measure) ? (
        <p class="govuk-body gt-small">
          <a
            class="govuk-link"
            href={request.link(
              `/measures/${measure.id}`,
              signal.place !== null && isOfTeams(signal.place.by) ? { by: signal.place.by } : {},
            )}
          >
            The measure: {measure.name}
          </a>
        </p>
      ) : (
        <p class="govuk-body gt-small">
          Counted: {measure.says.counted}. Each of the texts opens from the list beside the one that it is like.
        </p>
      )}
    </>
  )
}

/** How many others are listed before the rest is folded away. */
const shown = 5

function Others({
  others,
  request,
  level,
}: {
  readonly others: readonly KeptSignal[]
  readonly request: PageRequest
  readonly level: 2 | 3
}): JSX.Element | null {
  if (others.length === 0) return null
  const items = (list: readonly KeptSignal[]): JSX.Element => (
    <ul class="govuk-list gt-small">
      {list.map(({ signal }) => (
        <li>
          <a class="govuk-link" href={request.link(hrefOf(signal.id))}>
            {signal.sentence}
          </a>{' '}
          {thousands(signal.children)} {signal.whom}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <Heading level={level}>The same cause</Heading>
      {items(others.slice(0, shown))}
      {others.length > shown && (
        <Details summary={`${countOf(others.length - shown, 'more signal', 'more signals')} of the same cause`}>
          {items(others.slice(shown))}
        </Details>
      )}
    </>
  )
}

export const monthOf = (run: Run): string => monthWords(monthName(run.month))
