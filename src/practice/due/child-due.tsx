/** On a child's page: what is due and why, and what was late. */
import type { JSX } from 'preact'
import { DueTag } from '../../engine/clocks/due-tag.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { countOf, momentInWords } from '../../engine/web/words.ts'
import type { DueItem } from './due-items.ts'

export interface ChildDueProps {
  /** Everything that stands open or was late, for this child. */
  readonly items: readonly DueItem[]
  readonly day: string
  readonly request: Pick<PageRequest, 'link' | 'may'>
}

const shownAtOnce = 4

/** Beside how things stand: the most pressing first. */
export function ChildDue({ items, day, request }: ChildDueProps): JSX.Element {
  const open = openOnes(items)
  const first = open.slice(0, shownAtOnce)
  const rest = open.slice(shownAtOnce)
  return (
    <section class="gt-side" aria-labelledby="due">
      <h2 class="govuk-heading-m" id="due">
        What is due
      </h2>
      {open.length === 0 ? <p class="govuk-body">Nothing is due.</p> : <DueList items={first} day={day} request={request} />}
      {rest.length > 0 && (
        <Details summary={moreInWords(rest)}>
          <DueList items={rest} day={day} request={request} />
        </Details>
      )}
    </section>
  )
}

/** '7 more', '7 more, 2 of them overdue'. */
function moreInWords(rest: readonly DueItem[]): string {
  const late = rest.filter(({ due }) => due.state === 'overdue' && due.rule.meaning === 'duty').length
  return `${rest.length} more${late > 0 ? `, ${late} of them overdue` : ''}`
}

function DueList({ items, day, request }: ChildDueProps): JSX.Element {
  return (
    <ul class="gt-due">
      {items.map((item) => (
        <li>
          <DueTag due={item.due} day={day} />
          <Todo item={item} request={request} />
          <span class="gt-why">
            {item.because}. {item.rule}{' '}
            <a class="govuk-link" href={request.link(`/clocks/${item.due.clock}`)}>
              The rule<span class="govuk-visually-hidden">: {item.due.rule.name}</span>
            </a>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Todo({ item, request }: { readonly item: DueItem; readonly request: ChildDueProps['request'] }): JSX.Element {
  if (!request.may('write a record')) return <b>{item.todo}</b>
  const [path = '', query = ''] = item.href.split('?')
  return (
    <a class="govuk-link" href={request.link(path, Object.fromEntries(new URLSearchParams(query)))}>
      {item.todo}
    </a>
  )
}

/** What was late, latest first, with why it was due: below the history. */
export function WasLate({ items, day, request }: ChildDueProps): JSX.Element | null {
  const late = items
    .filter(({ due }) => due.state === 'late' && due.rule.meaning === 'duty')
    .sort((a, b) => (a.due.dueAt < b.due.dueAt ? 1 : -1))
  if (late.length === 0) return null
  return (
    <Details summary={`${countOf(late.length, 'thing was', 'things were')} late`} id="was-late">
      <Table
        caption="What was late, latest first"
        hideCaption
        cards
        rows={late}
        columns={[
          {
            heading: 'What',
            names: true,
            cell: ({ due }) => (
              <a class="govuk-link" href={request.link(`/clocks/${due.clock}`)}>
                {due.part === null ? due.rule.name : `${due.rule.name} (${due.part})`}
              </a>
            ),
          },
          { heading: 'Due', cell: ({ due }) => momentInWords(due.dueAt) },
          {
            heading: 'How late',
            cell: ({ due }) => (
              <>
                <DueTag due={due} day={day} />
                {due.stoppedAt !== null && (
                  <small>{due.done ? momentInWords(due.stoppedAt) : `no longer needed from ${momentInWords(due.stoppedAt)}`}</small>
                )}
              </>
            ),
          },
          {
            heading: 'Why it was due',
            cell: ({ because, rule }) => (
              <>
                {because}.<small>{rule}</small>
              </>
            ),
          },
        ]}
      />
    </Details>
  )
}

/** What stands open and asks something of somebody: the longest overdue first, then by when it is due. */
const openOnes = (items: readonly DueItem[]): DueItem[] =>
  items
    .filter(({ due }) => (due.state === 'overdue' || due.state === 'running' || due.state === 'paused') && due.rule.meaning !== 'window')
    .sort((a, b) => rank(a) - rank(b) || (a.due.dueAt < b.due.dueAt ? -1 : a.due.dueAt > b.due.dueAt ? 1 : 0))

const rank = ({ due }: DueItem): number => (due.state === 'overdue' && due.rule.meaning === 'duty' ? 0 : due.state === 'running' ? 1 : 2)
