/** Whom a signal counts: each fact with the child, worker or household it is about, and the record that says it. */
import type { JSX } from 'preact'
import type { Database } from '../../engine/database/database.ts'
import { adds, type Measure } from '../../engine/measures/measure.ts'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { listFrom } from '../../engine/web/list-choice.ts'
import { declareList, type ListDeclaration } from '../../engine/web/list-declaration.ts'
import { listAsCsv, listAsXlsx } from '../../engine/web/list-save.ts'
import { List } from '../../engine/web/list.tsx'
import { NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { countOf } from '../../engine/web/words.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import { holdingsOn } from '../../practice/allocation/holders.ts'
import { behindList, named, type BehindRow } from '../digest/behind-list.tsx'
import type { MeasuredNow } from '../digest/measured.ts'
import { foundAgain, hasKeptCounts, measureOf, type KeptSignal } from './kept.ts'
import { hrefOf } from './signal-page-open.tsx'
import { runOfPage } from './signals-page.tsx'
import { behindSignal, whomOf } from './tell-signals.ts'

interface Row extends BehindRow {
  /** The team that holds the child now. */
  readonly team: string | null
}

interface Found {
  readonly kept: KeptSignal
  readonly measure: Measure
  readonly rows: readonly Row[]
}

export function childrenPages(database: Database, measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  const withRun = runOfPage(database, measuredNow, todayOf)
  /** Null where the signal is told no longer: its own page says so. */
  const find = (given: unknown): Promise<Found | null> => {
    const request = given as PageRequest<'/signals/:signal/children'>
    return withRun(given as PageRequest, async (tx, run, measured) => {
      const kept = run.signals.find(({ signal }) => signal.id === request.params.signal)
      const measure = measureOf(measured, kept?.signal.measure ?? request.params.signal.split('.')[0] ?? '')
      if (measure === null) throw new NotThere()
      if (kept === undefined) return null
      request.lookAt(null, `${kept.signal.id}, ${run.day}`)
      const behind = await behindSignal(tx, measured, foundAgain(kept, measure))
      const rows = await named(
        tx,
        measure,
        behind.map(({ subject, fact }) => ({
          subject,
          kind: measure.of,
          fact,
          ...(adds(measure, measure.of, fact.says) ?? { above: 0, below: 0 }),
          values: [],
        })),
      )
      const teams = measure.of.about.table === 'person' ? await teamsNow(tx, dayOf(request, todayOf), rows) : new Map<string, string>()
      return { kept, measure, rows: rows.map((row) => ({ ...row, team: teams.get(row.subject) ?? null })) }
    })
  }
  const toItsPage = (request: unknown) => ({ redirect: hrefOf((request as PageRequest<'/signals/:signal'>).params.signal) })
  const saved = (as: typeof listAsCsv) => (found: Found | null, request: unknown) => {
    if (found === null) return toItsPage(request)
    const list = childrenList(found.measure, request as PageRequest)
    return as(list, listFrom((request as PageRequest).query, list, found.rows).kept, `Whom a signal counts, ${found.measure.name}`)
  }
  return [
    page('/signals/:signal/children', {
      may: 'read a child',
      looks: 'Opened whom a signal counts',
      find,
      show: (found, request) => (found === null ? toItsPage(request) : <ChildrenShown {...found} request={request as PageRequest} />),
    }),
    page('/signals/:signal/children.csv', { may: 'read a child', looks: 'Saved whom a signal counts', find, show: saved(listAsCsv) }),
    page('/signals/:signal/children.xlsx', { may: 'read a child', looks: 'Saved whom a signal counts', find, show: saved(listAsXlsx) }),
  ]
}

async function teamsNow(
  tx: Parameters<typeof holdingsOn>[0],
  day: string,
  rows: readonly BehindRow[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(
    (await tx.query<{ id: string; name: string | null }>('select id, name from team')).map(({ id, name }) => [
      id,
      name ?? 'Name not recorded',
    ]),
  )
  const holdings = await holdingsOn(tx, day, { children: [...new Set(rows.map(({ subject }) => subject))] })
  return new Map(
    holdings.flatMap(({ child, team, holds }) => (holds && team !== null ? [[child, names.get(team) ?? 'Not known'] as const] : [])),
  )
}

/** As the list behind a figure, with the team that holds each child now; narrowed by team, month and what is said. */
function childrenList(measure: Measure, request: PageRequest): ListDeclaration<Row> {
  const { columns, of } = behindList(measure, request)
  const isOfChildren = measure.of.about.table === 'person'
  const coded = Object.values(measure.of.says).flatMap(({ codes, label }) => (codes === undefined ? [] : [label]))
  const said = columns.filter(({ heading, id }) => id.startsWith('says-') && coded.includes(heading))
  const values = (rows: readonly Row[], valueOf: (row: Row) => string | number | null) =>
    [...new Set(rows.flatMap((row) => valueOf(row) ?? []))]
      .map(String)
      .sort((a, b) => a.localeCompare(b, 'en-GB'))
      .map((value) => ({ value, label: value }))
  return declareList<Row>({
    name: 'Whom it counts',
    of,
    columns: [
      ...columns.filter(({ id }) => id !== 'counted' && (hasKeptCounts(measure) || (id !== 'says-worker' && id !== 'says-team'))),
      ...(hasKeptCounts(measure) ? [] : [besideColumn(request)]),
      ...(isOfChildren ? [{ id: 'team-now', heading: 'Team now', value: ({ team }: Row) => team }] : []),
    ],
    filters: [
      ...(isOfChildren
        ? [
            {
              id: 'held-by',
              label: 'Team now',
              options: (rows: readonly Row[]) => values(rows, ({ team }) => team),
              keeps: ({ team }: Row, value: string) => team === value,
            },
          ]
        : []),
      ...(measure.of.lasts
        ? []
        : [
            {
              id: 'month',
              label: 'Month',
              options: (rows: readonly Row[]) => values(rows, ({ fact }) => fact.on.slice(0, 7)),
              keeps: ({ fact }: Row, value: string) => fact.on.startsWith(value),
            },
          ]),
      ...said.slice(0, 3).map(({ id, heading, value }) => ({
        id: `where-${id}`,
        label: heading,
        options: (rows: readonly Row[]) => values(rows, value),
        keeps: (row: Row, asked: string) => String(value(row)) === asked,
      })),
    ],
  })
}

/** Of a text that is like another: both, side by side. */
const besideColumn = (request: PageRequest): ListDeclaration<Row>['columns'][number] => ({
  id: 'beside',
  heading: 'Side by side',
  sortable: false,
  value: () => null,
  cell: ({ fact, name }) => (
    <a class="govuk-link" href={request.link(`/writing/alike/${fact.by.table}/${fact.by.id}`)}>
      Hold the texts beside each other<span class="govuk-visually-hidden">: {name}</span>
    </a>
  ),
})

function ChildrenShown({ kept: { signal }, measure, rows, request }: Found & { readonly request: PageRequest }): JSX.Element {
  const who = new Set(rows.map(({ subject }) => subject)).size
  return (
    <Shown title={`Whom it counts: ${signal.name}`} back={{ href: request.link(hrefOf(signal.id)), label: 'The signal' }}>
      <h1 class="govuk-heading-l">Whom it counts: {countOf(who, whomOf(measure, 1), whomOf(measure, 2))}</h1>
      <p class="govuk-body gt-prose">
        {signal.sentence}{' '}
        {measure.statistic === 'share' && measure.better !== 'neutral'
          ? 'These are the cases that fall short.'
          : 'These are the cases counted.'}
      </p>
      <List
        list={listFrom(request.query, childrenList(measure, request), rows)}
        heading={null}
        nothing="Nobody is counted by it whose record you may open."
        save={{ csv: hrefOf(signal.id, '/children.csv'), xlsx: hrefOf(signal.id, '/children.xlsx') }}
      />
    </Shown>
  )
}
