/** What a worker must do today, what is overdue, and what comes. The first page of whoever works with children. */
import type { ComponentChildren, JSX } from 'preact'
import { addDays } from '../engine/clocks/days.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { Details } from '../engine/web/components/content.tsx'
import { InsetText } from '../engine/web/components/messages.tsx'
import { Print } from '../engine/web/components/print.tsx'
import { Page as Shown } from '../engine/web/layout.tsx'
import { page, type Page, type PageRequest } from '../engine/web/page.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import type { DueItem } from '../practice/due/due-items.ts'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import { DueTable } from './due-table.tsx'
import { myWork, type MyWork } from './my-work.ts'

export const myWorkPage = (work: Clockwork, kinds: readonly RecordKind[], todayOf: TodayOf): Page =>
  page('/my-work', {
    may: 'read a child',
    looks: 'Opened my work',
    find: async (request) => {
      const day = dayOf(request, todayOf)
      const mine = await request.read((tx) => myWork(tx, work, kinds, request.person.account, day))
      request.lookAt(null, countOf(mine.children.length, 'child', 'children'))
      return { day, mine }
    },
    show: (found, request) => <MyWorkShown {...found} request={request as PageRequest} />,
  })

interface ShownProps {
  readonly day: string
  readonly mine: MyWork
  readonly request: PageRequest
}

function MyWorkShown({ day, mine, request }: ShownProps): JSX.Element {
  const { today, overdue, week, later, children, worker } = mine
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
          <Part id="today" title="Today" items={today} day={day} request={request} nothing="Nothing is due today." />
          <Part id="overdue" title="Overdue" items={overdue} day={day} request={request} nothing="Nothing is overdue." />
          <Part id="week" title="Next 7 days" items={week} day={day} request={request} nothing="Nothing falls due in the next 7 days." />
          <section id="later">
            {later.length === 0 ? (
              <p class="govuk-body">Nothing falls due in the 4 weeks after.</p>
            ) : (
              <Details summary={`${countOf(later.length, 'thing', 'things')} in the 4 weeks after, to ${longDate(addDays(day, 35))}`}>
                <DueTable caption="In the 4 weeks after" hideCaption items={later} day={day} request={request} />
              </Details>
            )}
          </section>
          <NotRecordedHere items={mine.notRecordedHere} day={day} request={request} />
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

interface PartProps {
  readonly id: string
  readonly title: string
  readonly items: readonly DueItem[]
  readonly day: string
  readonly request: PageRequest
  readonly nothing: ComponentChildren
}

const Part = ({ id, title, items, day, request, nothing }: PartProps): JSX.Element => (
  <section id={id}>
    <h2 class="govuk-heading-m">{title}</h2>
    {items.length === 0 ? (
      <p class="govuk-body">{nothing}</p>
    ) : (
      <DueTable caption={title} hideCaption items={items} day={day} request={request} />
    )}
  </section>
)

/** What nothing recorded here has ever stopped stands apart: it may be done and not brought in. */
function NotRecordedHere({
  items,
  day,
  request,
}: {
  readonly items: readonly DueItem[]
  readonly day: string
  readonly request: Pick<PageRequest, 'link' | 'may'>
}): JSX.Element | null {
  if (items.length === 0) return null
  const clocks = new Set(items.map(({ due }) => due.clock)).size
  return (
    <section id="not-recorded-here">
      <h2 class="govuk-heading-m">Perhaps done, but not recorded here</h2>
      <p class="govuk-body">
        {countOf(items.length, 'thing is', 'things are')} overdue by {countOf(clocks, 'rule', 'rules')} of which no deed has ever been
        recorded here.
      </p>
      <Details summary="Show them">
        <DueTable caption="Perhaps done, but not recorded here" hideCaption items={items} day={day} request={request} />
      </Details>
    </section>
  )
}
