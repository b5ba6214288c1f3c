/** The children with whom a worker works, a line each: how they stand, when last seen, what is next. */
import type { JSX } from 'preact'
import type { DueDate } from '../engine/clocks/due-dates.ts'
import { DueTag, dueInShort } from '../engine/clocks/due-tag.tsx'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Transaction } from '../engine/database/database.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { Page as Shown } from '../engine/web/layout.tsx'
import { listFrom } from '../engine/web/list-choice.ts'
import { declareList, type ListDeclaration } from '../engine/web/list-declaration.ts'
import { listAsCsv, listAsXlsx } from '../engine/web/list-save.ts'
import { List } from '../engine/web/list.tsx'
import { page, type Page, type PageRequest } from '../engine/web/page.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import { childBriefs, todoInWords, type Brief } from '../practice/due/due-items.ts'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import { About } from './due-table.tsx'
import { myWork } from './my-work.ts'
import { quietSince } from './drift.ts'

interface Line {
  readonly brief: Brief
  readonly overdue: number
  readonly next: DueDate | null
  /** Plain date of the last thing recorded. */
  readonly lastRecorded: string | null
}

interface Found {
  readonly day: string
  readonly lines: readonly Line[]
}

export function myChildrenPages(work: Clockwork, kinds: readonly RecordKind[], todayOf: TodayOf): Page[] {
  const find = async (request: PageRequest): Promise<Found> => {
    const day = dayOf(request, todayOf)
    const lines = await request.read((tx) => myChildren(tx, work, kinds, request.person.account, day))
    request.lookAt(null, countOf(lines.length, 'child', 'children'))
    return { day, lines }
  }
  const saved = (as: typeof listAsCsv) => (found: Found, request: PageRequest) =>
    as(
      childrenList(found.day, request),
      listFrom(request.query, childrenList(found.day, request), found.lines).kept,
      `My children, ${longDate(found.day)}`,
    )
  const of = { may: 'read a child', find: (request: unknown) => find(request as PageRequest) }
  return [
    page('/my-work/children', {
      ...of,
      looks: 'Opened my children',
      show: ({ day, lines }, request) => <ChildrenShown day={day} lines={lines} request={request as PageRequest} />,
    }),
    page('/my-work/children.csv', {
      ...of,
      looks: 'Saved my children',
      show: (found, request) => saved(listAsCsv)(found, request as PageRequest),
    }),
    page('/my-work/children.xlsx', {
      ...of,
      looks: 'Saved my children',
      show: (found, request) => saved(listAsXlsx)(found, request as PageRequest),
    }),
  ]
}

async function myChildren(tx: Transaction, work: Clockwork, kinds: readonly RecordKind[], account: string, day: string): Promise<Line[]> {
  const { children, today, overdue, week, later } = await myWork(tx, work, account, day)
  const briefs = await childBriefs(tx, children)
  const last = await quietSince(tx, kinds, children, day)
  const inOrder = [...overdue, ...today, ...week, ...later]
  return briefs.map((brief) => ({
    brief,
    overdue: overdue.filter(({ subject }) => subject === brief.id).length,
    next: inOrder.find(({ subject }) => subject === brief.id) ?? null,
    lastRecorded: last.get(brief.id) ?? null,
  }))
}

const childrenList = (day: string, request: Pick<PageRequest, 'link'>): ListDeclaration<Line> =>
  declareList<Line>({
    name: 'My children',
    of: ['child', 'children'],
    order: 'child',
    columns: [
      {
        id: 'child',
        heading: 'Child',
        names: true,
        value: ({ brief }) => brief.name,
        cell: ({ brief }) => <About about={brief} table="person" request={request} />,
      },
      { id: 'number', heading: 'Number', value: ({ brief }) => brief.number },
      { id: 'born', heading: 'Born', value: ({ brief }) => brief.bornOn },
      { id: 'overdue', heading: 'Overdue', numeric: true, value: ({ overdue }) => overdue },
      {
        id: 'next',
        heading: 'Most pressing',
        value: ({ next }) => next && `${todoInWords(next)}: ${dueInShort(next, day)}`,
        cell: ({ next }) =>
          next === null ? (
            'Nothing is due in the next 5 weeks'
          ) : (
            <>
              {todoInWords(next)} <DueTag due={next} day={day} />
            </>
          ),
        sortable: false,
      },
      { id: 'last', heading: 'Last recorded', value: ({ lastRecorded }) => lastRecorded },
    ],
    filters: [
      {
        id: 'late',
        label: 'Overdue',
        options: [{ value: 'yes', label: 'Something is overdue' }],
        keeps: ({ overdue }) => overdue > 0,
      },
    ],
  })

function ChildrenShown({ day, lines, request }: Found & { readonly request: PageRequest }): JSX.Element {
  return (
    <Shown title="My children" back={{ href: request.link('/my-work'), label: 'My work' }}>
      <h1 class="govuk-heading-l">My children</h1>
      <p class="govuk-body">{longDate(day)}.</p>
      <List
        list={listFrom(request.query, childrenList(day, request), lines)}
        heading={null}
        cards
        nothing="You work with no child on this day."
        save={{ csv: '/my-work/children.csv', xlsx: '/my-work/children.xlsx' }}
      />
    </Shown>
  )
}
