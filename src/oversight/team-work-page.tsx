/** Everything due in a team, in one list: by worker, by clock, by how it stands. */
import type { JSX } from 'preact'
import { addDays } from '../engine/clocks/days.ts'
import { allDueDates, type DueDate } from '../engine/clocks/due-dates.ts'
import { DueTag, dueInShort } from '../engine/clocks/due-tag.tsx'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { Page as Shown } from '../engine/web/layout.tsx'
import { listFrom, type Listed } from '../engine/web/list-choice.ts'
import { declareList, type ListDeclaration, type ListOption } from '../engine/web/list-declaration.ts'
import { listAsCsv, listAsXlsx } from '../engine/web/list-save.ts'
import { List } from '../engine/web/list.tsx'
import { NotThere, page, type Page, type PageRequest } from '../engine/web/page.ts'
import { longDate, momentInWords } from '../engine/web/words.ts'
import { aboutOf, findNames, findReasons, itemOf, todoInWords, wordsWith, type DueWords } from '../practice/due/due-items.ts'
import { isRecordId } from '../engine/records/kind.ts'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import { caseloadOf, type Caseload } from './caseload.ts'
import { About, Todo, Why } from './due-table.tsx'

interface Line {
  readonly due: DueDate
  readonly worker: string | null
  readonly workerId: string | null
}

interface Found {
  readonly day: string
  readonly caseload: Caseload
  readonly list: Listed<Line>
}

export function teamWorkPages(work: Clockwork, kinds: readonly RecordKind[], todayOf: TodayOf): Page[] {
  /** @param which of the rows are told: those of the page, or all that are kept when the list is saved */
  const finding =
    (which: 'shown' | 'kept') =>
    async (asked: unknown): Promise<Found> => {
      const request = asked as PageRequest<'/teams/:team/work'>
      const { team } = request.params
      if (!isRecordId(team)) throw new NotThere()
      const day = dayOf(request, todayOf)
      request.lookAt(team)
      return request.read(async (tx) => {
        const caseload = await caseloadOf(tx, team, day)
        if (caseload === null) throw new NotThere()
        const subjects = [...caseload.children, ...caseload.workers.map(({ id }) => id)]
        const due = await allDueDates(tx, work, { day, subjects, open: true })
        const words = wordsWith(await work.termsOf(tx))
        await findNames(tx, due, words)
        const list = listFrom(request.query, teamList(caseload, day, words, request), linesOf(due, caseload))
        await findReasons(
          tx,
          kinds,
          list[which].map((line) => line.due),
          words,
        )
        return { day, caseload, list }
      })
    }
  const saved =
    (as: typeof listAsCsv) =>
    ({ caseload, day, list }: Found) =>
      as(list.declaration, list.kept, `${caseload.name}, what is due on ${longDate(day)}`)
  return [
    page('/teams/:team/work', {
      may: 'see teams',
      looks: 'Opened everything due in a team',
      find: finding('shown'),
      show: (found, request) => <WorkShown found={found} request={request as PageRequest} />,
    }),
    page('/teams/:team/work.csv', {
      may: 'see teams',
      looks: 'Saved everything due in a team',
      find: finding('kept'),
      show: saved(listAsCsv),
    }),
    page('/teams/:team/work.xlsx', {
      may: 'see teams',
      looks: 'Saved everything due in a team',
      find: finding('kept'),
      show: saved(listAsXlsx),
    }),
  ]
}

function linesOf(all: readonly DueDate[], { holdings, workers }: Caseload): Line[] {
  const names = new Map(workers.map(({ id, name }) => [id, name]))
  const holder = new Map(holdings.map(({ child, worker }) => [child, worker]))
  return all
    .filter(({ rule }) => rule.meaning === 'duty' || rule.meaning === 'threshold')
    .map((due): Line => {
      const workerId = names.has(due.subject) ? due.subject : (holder.get(due.subject) ?? null)
      return { due, workerId, worker: names.get(workerId ?? '') ?? null }
    })
}

function teamList({ name, workers }: Caseload, day: string, words: DueWords, request: PageRequest): ListDeclaration<Line> {
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
        value: ({ due }) => todoInWords(due),
        cell: ({ due }) => <Todo item={itemOf(due, words)} request={request} />,
      },
      {
        id: 'about',
        heading: 'For whom',
        value: ({ due }) => aboutOf(due, words).name,
        cell: ({ due }) => <About about={aboutOf(due, words)} table={due.rule.about.table} request={request} />,
      },
      {
        id: 'due',
        heading: 'Due',
        value: ({ due }) => due.dueAt.slice(0, 10),
        cell: ({ due }) => <span class="gt-nowrap">{momentInWords(due.dueAt)}</span>,
      },
      {
        id: 'stands',
        heading: 'How it stands',
        sortable: false,
        value: ({ due }) => dueInShort(due, day),
        cell: ({ due }) => <DueTag due={due} day={day} />,
      },
      { id: 'worker', heading: 'Worker', value: ({ worker }) => worker, cell: ({ worker }) => worker ?? <b>Nobody</b> },
      {
        id: 'why',
        heading: 'Why',
        sortable: false,
        value: ({ due }) => `${itemOf(due, words).because}. ${itemOf(due, words).rule}`,
        cell: ({ due }) => <Why {...itemOf(due, words)} />,
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
        keeps: ({ due }, value) => {
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
        options: (rows) => [...new Set(rows.map(({ due }) => due.rule.area))].sort().map((area) => ({ value: slug(area), label: area })),
        keeps: ({ due }, value) => slug(due.rule.area) === value,
      },
      {
        id: 'what',
        label: 'Visits',
        options: [{ value: 'visits', label: 'Only visits' }],
        keeps: ({ due }) => due.rule.doneBy?.group === 'Visits',
      },
    ],
  })
}

const slug = (words: string): string => words.toLowerCase().replaceAll(' ', '-')

function WorkShown({ found, request }: { readonly found: Found; readonly request: PageRequest }): JSX.Element {
  const { caseload, day, list } = found
  const own = `/teams/${caseload.team}`
  return (
    <Shown title={`${caseload.name}: everything due`} back={{ href: request.link(own), label: caseload.name }}>
      <h1 class="govuk-heading-l">{caseload.name}: everything due</h1>
      <p class="govuk-body">{longDate(day)}.</p>
      <List
        list={list}
        heading={null}
        cards
        nothing="Nothing is due in this team."
        save={{ csv: `${own}/work.csv`, xlsx: `${own}/work.xlsx` }}
      />
    </Shown>
  )
}
