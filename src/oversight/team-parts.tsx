/** The parts of a team's page: whom nobody holds, the workload, and who drifts. */
import type { ComponentChildren, JSX } from 'preact'
import { daysBetween } from '../engine/clocks/days.ts'
import { LoadBar } from '../engine/web/charts/load-bar.tsx'
import { Button } from '../engine/web/components/button.tsx'
import { InsetText, NotificationBanner } from '../engine/web/components/messages.tsx'
import { Table } from '../engine/web/components/table.tsx'
import { anchorOf } from '../engine/web/list-choice.ts'
import type { PageRequest } from '../engine/web/page.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import type { Brief } from '../practice/due/due-items.ts'
import { ageInWords } from '../practice/person/now-facts.tsx'
import { Pages, paged } from './paged.tsx'
import { nobodyShown, type TeamStanding, type WorkerLine } from './team.ts'

interface PartProps {
  readonly day: string
  readonly standing: TeamStanding
  readonly request: PageRequest
}

export function ActFirst({ standing: { nobody, caseload }, day, request }: PartProps): JSX.Element | null {
  if (nobody.length === 0) return null
  return (
    <NotificationBanner title="Act first" heading={nobodyInWords(nobody)}>
      <Table
        caption="Children with no social worker"
        hideCaption
        cards
        rows={nobody.slice(0, nobodyShown)}
        columns={[
          { heading: 'Child', names: true, cell: ({ brief }) => <ChildName brief={brief} day={day} request={request} /> },
          { heading: 'Most pressing', cell: ({ pressing }) => pressing ?? 'Nothing is due' },
          { heading: 'Since', cell: ({ since }) => (since === null ? 'Not recorded' : longDate(since)) },
          {
            heading: 'Suggested worker',
            cell: ({ suggestion }) => (suggestion === null ? '–' : `${suggestion.name}, who ${suggestion.because}`),
          },
        ]}
      />
      {nobody.length > nobodyShown && <p class="govuk-body">And {nobody.length - nobodyShown} more.</p>}
      {request.may('allocate') && request.knownAt === null && (
        <Button href={`/teams/${caseload.team}/allocate`}>Allocate these children</Button>
      )}
    </NotificationBanner>
  )
}

/** '3 children have had no social worker since Bea Holloway left on 19 February 2016.' */
function nobodyInWords(nobody: TeamStanding['nobody']): string {
  const [first] = nobody
  const same = first?.lastWorker && nobody.every(({ lastWorker, since }) => lastWorker === first.lastWorker && since === first.since)
  const who = `${countOf(nobody.length, 'child has', 'children have')}`
  return same && first?.since
    ? `${who} had no social worker since ${longDate(first.since)}, when ${first.lastWorker} stopped working with them.`
    : `${who} no social worker.`
}

export function Workload({ standing: { workers, nobody, nobodyLine, caseload }, day, request }: PartProps): JSX.Element {
  const count = (n: number, query: Record<string, string>): ComponentChildren =>
    n === 0 ? (
      0
    ) : (
      <a class="govuk-link" href={request.link(`/teams/${caseload.team}/work`, query)}>
        {n}
      </a>
    )
  const sum = (of: (line: WorkerLine) => number) => workers.reduce((total, line) => total + of(line), 0)
  const scale = Math.max(...workers.flatMap(({ children, limit }) => [children.length, limit ?? 0]), 1)
  const limits = [...new Set(workers.flatMap(({ limit }) => (limit === null ? [] : [limit])))]
  if (workers.length === 0 && nobody.length === 0)
    return (
      <InsetText>This team holds no child on {longDate(day)}. Allocations come with the case system’s extract, or are made here.</InsetText>
    )
  const lines: readonly (WorkerLine | null)[] = [...workers, ...(nobody.length > 0 ? [null] : [])]
  return (
    <>
      <h2 class="govuk-heading-m">Workload by worker</h2>
      <Table
        caption="Workload by worker"
        hideCaption
        rows={lines}
        columns={[
          {
            heading: 'Worker',
            names: true,
            cell: (line) => (line === null ? 'No social worker' : <WorkerName line={line} caseload={caseload.team} request={request} />),
          },
          { heading: 'Children', numeric: true, cell: (line) => (line === null ? nobody.length : line.children.length) },
          {
            heading: 'Against the limit',
            cell: (line) => line !== null && <LoadBar value={line.children.length} limit={line.limit} scale={scale} />,
          },
          {
            heading: 'Overdue',
            numeric: true,
            cell: (line) => count((line ?? nobodyLine).overdue, { state: 'overdue', worker: line?.id ?? 'none' }),
          },
          {
            heading: 'Next 7 days',
            numeric: true,
            cell: (line) => count((line ?? nobodyLine).week, { state: 'week', worker: line?.id ?? 'none' }),
          },
          {
            heading: 'Not seen in time',
            numeric: true,
            cell: (line) => count((line ?? nobodyLine).notSeen, { state: 'overdue', what: 'visits', worker: line?.id ?? 'none' }),
          },
          { heading: 'Last supervision', cell: (line) => line !== null && <Supervised on={line.lastSupervision} day={day} /> },
        ]}
        foot={[
          'Team',
          caseload.children.length,
          '',
          sum(({ overdue }) => overdue) + nobodyLine.overdue,
          sum(({ week }) => week) + nobodyLine.week,
          sum(({ notSeen }) => notSeen) + nobodyLine.notSeen,
          '',
        ]}
      />
      <p class="govuk-body gt-small gt-quiet">
        {limits.length === 0
          ? 'No limit is set for how many children a worker holds.'
          : 'The upright line is the limit that the council has set. A marked bar is over it.'}
      </p>
    </>
  )
}

const WorkerName = ({
  line,
  caseload,
  request,
}: {
  readonly line: WorkerLine
  readonly caseload: string
  readonly request: PageRequest
}): JSX.Element => (
  <>
    <a class="govuk-link" href={request.link(`/teams/${caseload}/work`, { worker: line.id })}>
      {line.name}
    </a>
    {line.agency && <small>Agency worker</small>}
    {line.newlyQualified && <small>Newly qualified{line.limit === null ? '' : `: limit ${line.limit}`}</small>}
  </>
)

const Supervised = ({ on, day }: { readonly on: string | null; readonly day: string }): JSX.Element => (
  <>
    {on === null ? <span class="gt-quiet">Not recorded</span> : longDate(on)}
    {on !== null && daysBetween(on, day) > 31 && <small>{countOf(daysBetween(on, day), 'day', 'days')} ago</small>}
  </>
)

export function Drift({ standing: { drifting, caseload }, day, request }: PartProps): JSX.Element {
  const list = paged(request.query, 'drift', 'Children who drift', drifting)
  return (
    <div id={anchorOf(list)}>
      <h2 class="govuk-heading-m">Drifting: {countOf(drifting.length, 'child', 'children')}</h2>
      {drifting.length === 0 ? (
        <p class="govuk-body">No child of this team looks as if they drift.</p>
      ) : (
        <Table
          caption={list.declaration.name}
          hideCaption
          cards
          rows={list.shown}
          columns={[
            { heading: 'Child', names: true, cell: ({ brief }) => <ChildName brief={brief} day={day} request={request} /> },
            {
              heading: 'Why it looks like drift',
              cell: ({ why, worker }) => (
                <>
                  {why.map((sentence) => (
                    <div>{sentence}</div>
                  ))}
                  <small>{worker ?? 'No social worker'}</small>
                </>
              ),
            },
          ]}
        />
      )}
      <Pages list={list} path={`/teams/${caseload.team}`} />
    </div>
  )
}

const ChildName = ({
  brief,
  day,
  request,
}: {
  readonly brief: Brief
  readonly day: string
  readonly request: Pick<PageRequest, 'link'>
}): JSX.Element => (
  <>
    <a class="govuk-link" href={request.link(`/children/${brief.id}`)}>
      {brief.name}
    </a>
    , {ageInWords({ bornOn: brief.bornOn, expectedOn: brief.expectedOn, diedOn: null }, day)}
  </>
)
