/** A team, as its manager opens the day: whom nobody holds, the workload, what is late by which clock, and who drifts. */
import type { ComponentChildren, JSX } from 'preact'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { LoadBar } from '../engine/web/charts/load-bar.tsx'
import { Button } from '../engine/web/components/button.tsx'
import { InsetText, NotificationBanner } from '../engine/web/components/messages.tsx'
import { Print } from '../engine/web/components/print.tsx'
import { Table } from '../engine/web/components/table.tsx'
import { Page as Shown } from '../engine/web/layout.tsx'
import { NotThere, page, type Page, type PageRequest } from '../engine/web/page.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import { daysBetween } from '../engine/clocks/days.ts'
import { isRecordId } from '../engine/records/kind.ts'
import { ageInWords } from '../practice/person/now-facts.tsx'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import type { Brief } from '../practice/due/due-items.ts'
import { teamsOn } from './caseload.ts'
import { standsFor } from './my-work.ts'
import { teamStanding, type TeamStanding, type WorkerLine } from './team.ts'

export function teamPages(work: Clockwork, kinds: readonly RecordKind[], todayOf: TodayOf): Page[] {
  return [
    page('/teams', {
      may: 'see teams',
      looks: null,
      noLookBecause: 'It shows counts, and nobody’s record.',
      find: async (request) => {
        const day = dayOf(request, todayOf)
        return request.read(async (tx) => ({ day, teams: await teamsOn(tx, day), own: (await standsFor(tx, request.person.account)).team }))
      },
      // A manager's own team is what they come for; the list is one link away from it.
      show: ({ day, teams, own }, request) =>
        own !== null && request.query.get('all') === null ? (
          { redirect: request.link(`/teams/${own}`) }
        ) : (
          <TeamsShown day={day} teams={teams} request={request as PageRequest} />
        ),
    }),
    page('/teams/:team', {
      may: 'see teams',
      looks: 'Opened a team',
      find: async (request) => {
        const { team } = request.params
        if (!isRecordId(team)) throw new NotThere()
        const day = dayOf(request, todayOf)
        const standing = await request.read((tx) => teamStanding(tx, work, kinds, team, day))
        request.lookAt(team)
        if (standing === null) throw new NotThere()
        return { day, standing, done: request.session.take('done') }
      },
      show: (found, request) => <TeamShown {...found} request={request as PageRequest} />,
    }),
  ]
}

interface TeamsShownProps {
  readonly day: string
  readonly teams: Awaited<ReturnType<typeof teamsOn>>
  readonly request: PageRequest
}

function TeamsShown({ day, teams, request }: TeamsShownProps): JSX.Element {
  const holding = teams.filter(({ children }) => children > 0)
  const others = teams.filter(({ children }) => children === 0)
  return (
    <Shown title="Teams">
      <h1 class="govuk-heading-l">Teams</h1>
      <p class="govuk-body">{longDate(day)}.</p>
      {holding.length === 0 ? (
        <InsetText>No team holds a child on this day. Teams and allocations come with the case system’s extract.</InsetText>
      ) : (
        <Table
          caption="Teams that hold children"
          hideCaption
          rows={holding}
          columns={[
            {
              heading: 'Team',
              names: true,
              cell: ({ id, name }) => (
                <a class="govuk-link" href={request.link(`/teams/${id}`)}>
                  {name}
                </a>
              ),
            },
            { heading: 'Children', numeric: true, cell: ({ children }) => children },
            { heading: 'Workers', numeric: true, cell: ({ workers }) => workers },
          ]}
        />
      )}
      {others.length > 0 && <p class="govuk-body gt-quiet">Without children today: {others.map(({ name }) => name).join(', ')}.</p>}
    </Shown>
  )
}

interface TeamShownProps {
  readonly day: string
  readonly standing: TeamStanding
  readonly done: string | undefined
  readonly request: PageRequest
}

function TeamShown({ day, standing, done, request }: TeamShownProps): JSX.Element {
  const { caseload, workers, clocks, notRecordedHere } = standing
  const own = `/teams/${caseload.team}`
  return (
    <Shown title={caseload.name} back={{ href: request.link('/teams', { all: 1 }), label: 'All teams' }}>
      {done !== undefined && <NotificationBanner success heading={done} />}
      <div class="gt-top">
        <div>
          <h1 class="govuk-heading-l">{caseload.name}</h1>
          <p class="govuk-body">
            {longDate(day)}. {countOf(caseload.children.length, 'child', 'children')}, {countOf(workers.length, 'worker', 'workers')}.
          </p>
        </div>
        <ul class="gt-tools">
          <li>
            <a class="govuk-link" href={request.link(`${own}/work`)}>
              Everything due
            </a>
          </li>
          <li>
            <a class="govuk-link" href={request.link(`${own}/work.xlsx`)}>
              Save as spreadsheet
            </a>
          </li>
          <Print />
        </ul>
      </div>
      <ActFirst standing={standing} day={day} request={request} />
      <Workload standing={standing} day={day} request={request} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <h2 class="govuk-heading-m">Overdue by clock</h2>
          {clocks.length === 0 ? (
            <p class="govuk-body">Nothing is overdue.</p>
          ) : (
            <Table
              caption="Overdue by clock"
              hideCaption
              rows={clocks}
              columns={[
                {
                  heading: 'Clock',
                  names: true,
                  cell: ({ clock }) => (
                    <a class="govuk-link" href={request.link(`/clocks/${clock.id}`, { team: caseload.team })}>
                      {clock.plural}
                    </a>
                  ),
                },
                { heading: 'Late', numeric: true, cell: ({ late }) => late },
                { heading: 'Longest', numeric: true, cell: ({ longest, clock }) => countOf(longest, clock.unit.slice(0, -1), clock.unit) },
              ]}
              foot={['All clocks', clocks.reduce((sum, { late }) => sum + late, 0), '']}
            />
          )}
          {notRecordedHere > 0 && (
            <p class="govuk-body gt-quiet">
              Not counted: {countOf(notRecordedHere, 'thing', 'things')} overdue by rules of which no deed has ever been recorded here.
            </p>
          )}
        </div>
        <div class="govuk-grid-column-one-half">
          <Drift standing={standing} day={day} request={request} />
        </div>
      </div>
    </Shown>
  )
}

function ActFirst({ standing: { nobody, caseload }, day, request }: Omit<TeamShownProps, 'done'>): JSX.Element | null {
  if (nobody.length === 0) return null
  const most = 8
  return (
    <NotificationBanner title="Act first" heading={nobodyInWords(nobody)}>
      <Table
        caption="Children with no social worker"
        hideCaption
        cards
        rows={nobody.slice(0, most)}
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
      {nobody.length > most && <p class="govuk-body">And {nobody.length - most} more.</p>}
      {request.may('allocate') && request.knownAt === null && (
        <Button href={`/teams/${caseload.team}/allocate`}>Allocate these children</Button>
      )}
    </NotificationBanner>
  )
}

/** '3 children have had no social worker since Bea Holloway left on 19 February 2016.' */
export function nobodyInWords(nobody: TeamStanding['nobody']): string {
  const [first] = nobody
  const same = first?.lastWorker && nobody.every(({ lastWorker, since }) => lastWorker === first.lastWorker && since === first.since)
  const who = `${countOf(nobody.length, 'child has', 'children have')}`
  return same && first?.since
    ? `${who} had no social worker since ${first.lastWorker} on ${longDate(first.since)}.`
    : `${who} no social worker.`
}

function Workload({ standing: { workers, nobody, nobodyLine, caseload }, day, request }: Omit<TeamShownProps, 'done'>): JSX.Element {
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

function Drift({ standing: { drifting }, day, request }: Omit<TeamShownProps, 'done'>): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">Drifting: {countOf(drifting.length, 'child', 'children')}</h2>
      {drifting.length === 0 ? (
        <p class="govuk-body">No child of this team looks as if they drift.</p>
      ) : (
        <Table
          caption="Children who drift"
          hideCaption
          cards
          rows={drifting}
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
    </>
  )
}

export const ChildName = ({
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
