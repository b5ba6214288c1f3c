/** Everything due in a team, in one list: by worker, by clock, by how it stands. */
import type { JSX } from 'preact'
import { addDays } from '../engine/clocks/days.ts'
import { DueTag, dueInShort } from '../engine/clocks/due-tag.tsx'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { Page as Shown } from '../engine/web/layout.tsx'
import { listFrom } from '../engine/web/list-choice.ts'
import { declareList, type ListDeclaration, type ListOption } from '../engine/web/list-declaration.ts'
import { listAsCsv, listAsXlsx } from '../engine/web/list-save.ts'
import { List } from '../engine/web/list.tsx'
import { NotThere, page, type Page, type PageRequest } from '../engine/web/page.ts'
import { longDate, momentInWords } from '../engine/web/words.ts'
import { dueItems, type DueItem } from '../practice/due/due-items.ts'
import { isRecordId } from '../engine/records/kind.ts'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import { caseloadOf, type Caseload } from './caseload.ts'
import { About, Todo, Why } from './due-table.tsx'

interface Line {
  readonly item: DueItem
  readonly worker: string | null
  readonly workerId: string | null
}

interface Found {
  readonly day: string
  readonly caseload: Caseload
  readonly lines: readonly Line[]
}

export function teamWorkPages(work: Clockwork, kinds: readonly RecordKind[], todayOf: TodayOf): Page[] {
  const find = async (request: PageRequest<'/teams/:team/work'>): Promise<Found> => {
    const { team } = request.params
    if (!isRecordId(team)) throw new NotThere()
    const day = dayOf(request, todayOf)
    request.lookAt(team)
    return request.read(async (tx) => {
      const caseload = await caseloadOf(tx, team, day)
      if (caseload === null) throw new NotThere()
      const items = await dueItems(tx, work, kinds, {
        day,
        subjects: [...caseload.children, ...caseload.workers.map(({ id }) => id)],
        open: true,
      })
      return { day, caseload, lines: linesOf(items, caseload) }
    })
  }
  const list = ({ day, caseload }: Found, request: PageRequest) => teamList(caseload, day, request)
  const saved = (as: typeof listAsCsv) => (found: Found, request: PageRequest) =>
    as(
      list(found, request),
      listFrom(request.query, list(found, request), found.lines).kept,
      `${found.caseload.name}, what is due on ${longDate(found.day)}`,
    )
  return [
    page('/teams/:team/work', {
      may: 'see teams',
      looks: 'Opened everything due in a team',
      find,
      show: (found, request) => <WorkShown found={found} request={request as PageRequest} />,
    }),
    page('/teams/:team/work.csv', {
      may: 'see teams',
      looks: 'Saved everything due in a team',
      find: (request) => find(request as PageRequest<'/teams/:team/work'>),
      show: (found, request) => saved(listAsCsv)(found, request as PageRequest),
    }),
    page('/teams/:team/work.xlsx', {
      may: 'see teams',
      looks: 'Saved everything due in a team',
      find: (request) => find(request as PageRequest<'/teams/:team/work'>),
      show: (found, request) => saved(listAsXlsx)(found, request as PageRequest),
    }),
  ]
}

function linesOf(items: readonly DueItem[], { holdings, workers }: Caseload): Line[] {
  const names = new Map(workers.map(({ id, name }) => [id, name]))
  const holder = new Map(holdings.map(({ child, worker }) => [child, worker]))
  return items
    .filter(({ due }) => due.rule.meaning === 'duty' || due.rule.meaning === 'threshold')
    .map((item): Line => {
      const workerId = names.has(item.about.id) ? item.about.id : (holder.get(item.about.id) ?? null)
      return { item, workerId, worker: names.get(workerId ?? '') ?? null }
    })
}

function teamList({ name, workers }: Caseload, day: string, request: PageRequest): ListDeclaration<Line> {
  const soon = addDays(day, 7)
  return declareList<Line>({
    name: `${name}: everything due`,
    of: ['thing to do', 'things to do'],
    order: 'due',
    columns: [
      {
        id: 'todo',
        heading: 'What to do',
        names: true,
        value: ({ item }) => item.todo,
        cell: ({ item }) => <Todo item={item} request={request} />,
      },
      {
        id: 'about',
        heading: 'For whom',
        value: ({ item }) => item.about.name,
        cell: ({ item }) => <About about={item.about} table={item.due.rule.about.table} request={request} />,
      },
      {
        id: 'due',
        heading: 'Due',
        value: ({ item }) => item.due.dueAt.slice(0, 10),
        cell: ({ item }) => <span class="gt-nowrap">{momentInWords(item.due.dueAt)}</span>,
      },
      {
        id: 'stands',
        heading: 'How it stands',
        sortable: false,
        value: ({ item }) => dueInShort(item.due, day),
        cell: ({ item }) => <DueTag due={item.due} day={day} />,
      },
      { id: 'worker', heading: 'Worker', value: ({ worker }) => worker, cell: ({ worker }) => worker ?? <b>Nobody</b> },
      {
        id: 'why',
        heading: 'Why',
        sortable: false,
        value: ({ item }) => `${item.because}. ${item.rule}`,
        cell: ({ item }) => <Why because={item.because} rule={item.rule} />,
      },
    ],
    filters: [
      {
        id: 'state',
        label: 'How it stands',
        options: [
          { value: 'overdue', label: 'Overdue' },
          { value: 'week', label: 'Next 7 days' },
          { value: 'later', label: 'After that' },
          { value: 'paused', label: 'Standing still' },
        ],
        keeps: ({ item: { due } }, value) => {
          const near = due.dueAt.slice(0, 10) <= soon
          return value === 'week'
            ? due.state === 'running' && near
            : value === 'later'
              ? due.state === 'running' && !near
              : due.state === value
        },
      },
      {
        id: 'worker',
        label: 'Worker',
        options: [...workers.map(({ id, name: label }): ListOption => ({ value: id, label })), { value: 'none', label: 'Nobody' }],
        keeps: ({ workerId }, value) => (workerId ?? 'none') === value,
      },
      {
        id: 'area',
        label: 'Area',
        options: (rows) =>
          [...new Set(rows.map(({ item }) => item.due.rule.area))].sort().map((area) => ({ value: slug(area), label: area })),
        keeps: ({ item }, value) => slug(item.due.rule.area) === value,
      },
      {
        id: 'what',
        label: 'Visits',
        options: [{ value: 'visits', label: 'Only visits' }],
        keeps: ({ item }) => item.due.rule.doneBy?.group === 'Visits',
      },
    ],
  })
}

const slug = (words: string): string => words.toLowerCase().replaceAll(' ', '-')

function WorkShown({ found, request }: { readonly found: Found; readonly request: PageRequest }): JSX.Element {
  const { caseload, day, lines } = found
  const own = `/teams/${caseload.team}`
  return (
    <Shown title={`${caseload.name}: everything due`} back={{ href: request.link(own), label: caseload.name }}>
      <h1 class="govuk-heading-l">{caseload.name}: everything due</h1>
      <p class="govuk-body">{longDate(day)}.</p>
      <List
        list={listFrom(request.query, teamList(caseload, day, request), lines)}
        heading={null}
        cards
        nothing="Nothing is due in this team."
        save={{ csv: `${own}/work.csv`, xlsx: `${own}/work.xlsx` }}
      />
    </Shown>
  )
}
