/** Every clock, gathered by area, with how many wait and how many are late. */
import type { JSX } from 'preact'
import type { Clock, Terms } from '../engine/clocks/clock.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import { dueInWords, weightInWords } from '../engine/clocks/words.ts'
import { Page as Shown } from '../engine/web/layout.tsx'
import { declareList, type ListDeclaration } from '../engine/web/list-declaration.ts'
import { listFrom } from '../engine/web/list-choice.ts'
import { listAsCsv, listAsXlsx } from '../engine/web/list-save.ts'
import { List } from '../engine/web/list.tsx'
import { page, type Page, type PageRequest } from '../engine/web/page.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import { allClocks } from './clock-standing.ts'

interface ClockLine {
  readonly clock: Clock
  readonly due: string
  readonly open: number
  readonly overdue: number
  readonly longest: number
}

const notLooked = 'It shows counts and rules, and nobody’s record.'

export function clocksPages(work: Clockwork, todayOf: TodayOf): Page[] {
  const find = async (request: Pick<PageRequest, 'read' | 'knownAt' | 'now'>): Promise<{ day: string; lines: ClockLine[] }> => {
    const day = dayOf(request, todayOf)
    return request.read(async (tx) => {
      const terms = await work.termsOf(tx)
      const counts = await allClocks(tx, work, day)
      return { day, lines: work.clocks.map((clock) => lineOf(clock, terms, counts.get(clock.id))) }
    })
  }
  return [
    page('/clocks', {
      may: 'read a child',
      looks: null,
      noLookBecause: notLooked,
      find,
      show: ({ day, lines }, request) => <ClocksShown day={day} lines={lines} request={request as PageRequest} />,
    }),
    page('/clocks/list.csv', {
      may: 'read a child',
      looks: null,
      noLookBecause: notLooked,
      find,
      show: ({ lines }, request) =>
        listAsCsv(clocksList(request as PageRequest), listFrom(request.query, clocksList(request as PageRequest), lines).kept),
    }),
    page('/clocks/list.xlsx', {
      may: 'read a child',
      looks: null,
      noLookBecause: notLooked,
      find,
      show: ({ lines }, request) =>
        listAsXlsx(clocksList(request as PageRequest), listFrom(request.query, clocksList(request as PageRequest), lines).kept),
    }),
  ]
}

const lineOf = (clock: Clock, terms: Terms, count: { open: number; overdue: number; longest: number } | undefined): ClockLine => ({
  clock,
  due: dueInWords(clock, terms),
  open: count?.open ?? 0,
  overdue: count?.overdue ?? 0,
  longest: count?.longest ?? 0,
})

const clocksList = (request: Pick<PageRequest, 'link'>): ListDeclaration<ClockLine> =>
  declareList<ClockLine>({
    name: 'Clocks',
    of: ['clock', 'clocks'],
    columns: [
      {
        id: 'clock',
        heading: 'Clock',
        names: true,
        value: ({ clock }) => clock.plural,
        cell: ({ clock, due }) => (
          <>
            <a class="govuk-link" href={request.link(`/clocks/${clock.id}`)}>
              {clock.plural}
            </a>
            <small>{due}</small>
          </>
        ),
      },
      { id: 'area', heading: 'Area', value: ({ clock }) => clock.area },
      { id: 'weight', heading: 'How binding', value: ({ clock }) => weightInWords(clock) },
      { id: 'open', heading: 'Waiting', numeric: true, value: ({ open }) => open },
      { id: 'overdue', heading: 'Late', numeric: true, value: ({ overdue }) => overdue },
      {
        id: 'longest',
        heading: 'Longest late',
        numeric: true,
        value: ({ longest }) => longest,
        cell: ({ longest, overdue, clock }) => (overdue === 0 ? '' : countOf(longest, clock.unit.slice(0, -1), clock.unit)),
      },
    ],
    filters: [
      {
        id: 'area',
        label: 'Area',
        options: (rows) =>
          [...new Set(rows.map(({ clock }) => clock.area))].map((area) => ({
            value: area.toLowerCase().replaceAll(' ', '-'),
            label: area,
          })),
        keeps: ({ clock }, value) => clock.area.toLowerCase().replaceAll(' ', '-') === value,
      },
      {
        id: 'late',
        label: 'Late',
        options: [
          { value: 'yes', label: 'Somebody is late' },
          { value: 'waiting', label: 'Somebody waits' },
        ],
        keeps: ({ overdue, open }, value) => (value === 'yes' ? overdue > 0 : open > 0),
      },
      {
        id: 'ours',
        label: 'Whose rule',
        options: [
          { value: 'local', label: 'Set by us' },
          { value: 'national', label: 'National' },
        ],
        keeps: ({ clock }, value) => (clock.weight === 'local') === (value === 'local'),
      },
    ],
  })

function ClocksShown({
  day,
  lines,
  request,
}: {
  readonly day: string
  readonly lines: readonly ClockLine[]
  readonly request: PageRequest
}): JSX.Element {
  const late = lines.filter(({ overdue, clock }) => overdue > 0 && clock.meaning === 'duty').length
  return (
    <Shown title="Clocks">
      <h1 class="govuk-heading-l">Clocks</h1>
      <p class="gt-lede">
        {countOf(lines.length, 'rule', 'rules')} by which something falls due. On {longDate(day)}, somebody is late by {late} of them.
      </p>
      <List
        list={listFrom(request.query, clocksList(request), lines)}
        heading="Every clock"
        nothing="There are no clocks."
        save={{ csv: '/clocks/list.csv', xlsx: '/clocks/list.xlsx' }}
      />
    </Shown>
  )
}
