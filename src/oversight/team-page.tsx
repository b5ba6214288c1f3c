/** A team, as its manager opens the day: whom nobody holds, the workload, what is late by which clock, and who drifts. */
import type { JSX } from 'preact'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { InsetText, NotificationBanner } from '../engine/web/components/messages.tsx'
import { Print } from '../engine/web/components/print.tsx'
import { Table } from '../engine/web/components/table.tsx'
import { Page as Shown } from '../engine/web/layout.tsx'
import { NotThere, page, type Page, type PageRequest } from '../engine/web/page.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import { isRecordId } from '../engine/records/kind.ts'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import { teamsOn } from './caseload.ts'
import { standsFor } from './my-work.ts'
import { ActFirst, Drift, Workload } from './team-parts.tsx'
import { teamStanding, type TeamStanding } from './team.ts'

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
