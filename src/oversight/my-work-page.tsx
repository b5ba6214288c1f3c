/** What a worker must do today, what is overdue, and what comes. The first page of whoever works with children. */
import type { ComponentChildren, JSX } from 'preact'
import { addDays } from '../engine/clocks/days.ts'
import type { DueDate } from '../engine/clocks/due-dates.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { Details } from '../engine/web/components/content.tsx'
import { InsetText } from '../engine/web/components/messages.tsx'
import { Print } from '../engine/web/components/print.tsx'
import { Page as Shown } from '../engine/web/layout.tsx'
import { anchorOf, type Listed } from '../engine/web/list-choice.ts'
import { page, type Page, type PageRequest } from '../engine/web/page.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import { findReasons, itemOf, type DueWords } from '../practice/due/due-items.ts'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import { DueTable } from './due-table.tsx'
import { myWork, type MyWork } from './my-work.ts'
import { Pages, paged } from './paged.tsx'

type Parts = Readonly<Record<Part, Listed<DueDate>>>

const parts = {
  today: 'Today',
  overdue: 'Overdue',
  week: 'Next 7 days',
  later: 'In the 4 weeks after',
  notRecordedHere: 'Perhaps done, but not recorded here',
} as const

type Part = keyof typeof parts

/** The id of a part on the page, with which its names in the address begin. */
const idOf = (part: Part): string => part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export const myWorkPage = (work: Clockwork, kinds: readonly RecordKind[], todayOf: TodayOf): Page =>
  page('/my-work', {
    may: 'read a child',
    looks: 'Opened my work',
    find: async (request) => {
      const day = dayOf(request, todayOf)
      const found = await request.read(async (tx) => {
        const mine = await myWork(tx, work, request.person.account, day)
        const of = (part: Part) => paged(request.query, idOf(part), parts[part], mine[part])
        const lists: Parts = {
          today: of('today'),
          overdue: of('overdue'),
          week: of('week'),
          later: of('later'),
          notRecordedHere: of('notRecordedHere'),
        }
        const told = Object.values(lists).flatMap(({ shown }) => shown)
        await findReasons(tx, kinds, told, mine.words)
        return { mine, lists }
      })
      request.lookAt(null, countOf(found.mine.children.length, 'child', 'children'))
      return { day, ...found }
    },
    show: (found, request) => <MyWorkShown {...found} request={request as PageRequest} />,
  })

interface ShownProps {
  readonly day: string
  readonly mine: MyWork
  readonly lists: Parts
  readonly request: PageRequest
}

function MyWorkShown({ day, mine, lists, request }: ShownProps): JSX.Element {
  const { today, overdue, week, later, notRecordedHere, children, worker, words } = mine
  const table = (part: Part) => <DuePages list={lists[part]} words={words} day={day} request={request} />
  return (
    <Shown title="My work">
      <div class="gt-top">
        <div>
          <h1 class="govuk-heading-l">My work</h1>
          <p class="govuk-body">
            {longDate(day)}. {worker !== null && `You work with ${countOf(children.length, 'child', 'children')}.`}
          </p>
        </div>
        <ul class="gt-tools">
          {worker !== null && (
            <li>
              <a class="govuk-link" href={request.link('/my-work/children')}>
                My children
              </a>
            </li>
          )}
          <li>
            <a class="govuk-link" href="/my-work/calendar">
              Add to my calendar
            </a>
          </li>
          <Print />
        </ul>
      </div>
      {worker === null ? (
        <NoWorker />
      ) : (
        <>
          <ul class="gt-counts">
            <Count count={today.length} id="today" words="today" />
            <Count count={overdue.length} id="overdue" words="overdue" />
            <Count count={week.length} id="week" words="next 7 days" />
            <Count count={later.length} id="later" words="4 weeks after" />
          </ul>
          <Section part="today" nothing="Nothing is due today.">
            {today.length > 0 && table('today')}
          </Section>
          <Section part="overdue" nothing="Nothing is overdue.">
            {overdue.length > 0 && table('overdue')}
          </Section>
          <Section part="week" nothing="Nothing falls due in the next 7 days.">
            {week.length > 0 && table('week')}
          </Section>
          <section id="later">
            {later.length === 0 ? (
              <p class="govuk-body">Nothing falls due in the 4 weeks after.</p>
            ) : (
              <Details
                summary={`${countOf(later.length, 'thing', 'things')} in the 4 weeks after, to ${longDate(addDays(day, 35))}`}
                open={isTurned(lists.later)}
              >
                {table('later')}
              </Details>
            )}
          </section>
          {notRecordedHere.length > 0 && (
            <NotRecordedHere due={notRecordedHere} open={isTurned(lists.notRecordedHere)}>
              {table('notRecordedHere')}
            </NotRecordedHere>
          )}
        </>
      )}
    </Shown>
  )
}

const NoWorker = (): JSX.Element => (
  <InsetText>
    Your account is not joined to a worker of the case system, so we do not know which children are yours. Ask an administrator to join it.
    Until then you can find any child by name or number.
  </InsetText>
)

const Count = ({ count, id, words }: { readonly count: number; readonly id: string; readonly words: string }): JSX.Element => (
  <li>
    <b>{count}</b>
    <a class="govuk-link" href={`#${id}`}>
      {words}
    </a>
  </li>
)

interface SectionProps {
  readonly part: Part
  readonly nothing: string
  /** Its table, where there is one. */
  readonly children: ComponentChildren
}

const Section = ({ part, nothing, children }: SectionProps): JSX.Element => (
  <section id={idOf(part)}>
    <h2 class="govuk-heading-m">{parts[part]}</h2>
    {children || <p class="govuk-body">{nothing}</p>}
  </section>
)

interface DuePagesProps {
  readonly list: Listed<DueDate>
  readonly words: DueWords
  readonly day: string
  readonly request: PageRequest
}

const DuePages = ({ list, words, day, request }: DuePagesProps): JSX.Element => (
  <div id={anchorOf(list)}>
    <DueTable caption={list.declaration.name} hideCaption items={list.shown.map((due) => itemOf(due, words))} day={day} request={request} />
    <Pages list={list} path="/my-work" />
  </div>
)

/** Whether somebody has turned to another page of it, or to all of it. */
const isTurned = ({ page, all }: Listed<DueDate>): boolean => page > 1 || all

/** What nothing recorded here has ever stopped stands apart: it may be done and not brought in. */
function NotRecordedHere({
  due,
  open,
  children,
}: {
  readonly due: readonly DueDate[]
  readonly open: boolean
  readonly children: ComponentChildren
}): JSX.Element {
  const clocks = new Set(due.map(({ clock }) => clock)).size
  return (
    <section id={idOf('notRecordedHere')}>
      <h2 class="govuk-heading-m">{parts.notRecordedHere}</h2>
      <p class="govuk-body">
        {countOf(due.length, 'thing is', 'things are')} overdue by {countOf(clocks, 'rule', 'rules')} of which no deed has ever been
        recorded here.
      </p>
      <Details summary="Show them" open={open}>
        {children}
      </Details>
    </section>
  )
}
