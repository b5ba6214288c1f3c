/** Things to do in a table: what, for whom, when, and why. */
import type { ComponentChildren, JSX } from 'preact'
import { DueTag } from '../engine/clocks/due-tag.tsx'
import { Table } from '../engine/web/components/table.tsx'
import type { PageRequest } from '../engine/web/page.ts'
import { longDate } from '../engine/web/words.ts'
import type { Brief, DueItem } from '../practice/due/due-items.ts'

export interface DueTableProps {
  readonly caption: string
  readonly hideCaption?: boolean
  readonly items: readonly DueItem[]
  readonly day: string
  readonly request: Pick<PageRequest, 'link' | 'may'>
}

export const DueTable = ({ caption, hideCaption, items, day, request }: DueTableProps): JSX.Element => (
  <div class="gt-things">
    <Table
      caption={caption}
      {...(hideCaption ? { hideCaption } : {})}
      cards
      rows={items}
      columns={[
        { heading: 'What to do', names: true, cell: (item) => <Todo item={item} request={request} /> },
        { heading: 'For whom', cell: ({ about, due }) => <About about={about} table={due.rule.about.table} request={request} /> },
        { heading: 'Due', cell: ({ due }) => <DueTag due={due} day={day} /> },
        { heading: 'Why', cell: ({ because, rule }) => <Why because={because} rule={rule} /> },
      ]}
    />
  </div>
)

/** What to do is itself the link to where it is done. A link that repeats down a list ends with hidden text naming its child. */
export function Todo({ item, request }: { readonly item: DueItem; readonly request: Pick<PageRequest, 'link' | 'may'> }): JSX.Element {
  const { href, todo, about } = item
  const [path = '', query = ''] = href.split('?')
  if (!request.may('write a record')) return <>{todo}</>
  return (
    <a class="govuk-link" href={request.link(path, Object.fromEntries(new URLSearchParams(query)))}>
      {todo}
      <span class="govuk-visually-hidden">, {about.name}</span>
    </a>
  )
}

/** A child's name leads to the child; others are named, and lead to their record. */
export function About({
  about,
  table,
  request,
}: {
  readonly about: Brief
  readonly table: string
  readonly request: Pick<PageRequest, 'link'>
}): JSX.Element {
  const href = table === 'person' ? `/children/${about.id}` : `/records/${table}/${about.id}`
  const born = bornInWords(about)
  return (
    <>
      <a class="govuk-link" href={request.link(href)}>
        {about.name}
      </a>
      {born !== null && <small>{born}</small>}
    </>
  )
}

export function bornInWords({ bornOn, expectedOn }: Pick<Brief, 'bornOn' | 'expectedOn'>): string | null {
  if (bornOn !== null) return `born ${longDate(bornOn)}`
  return expectedOn === null ? null : `due ${longDate(expectedOn)}`
}

export const Why = ({ because, rule }: { readonly because: ComponentChildren; readonly rule: string }): JSX.Element => (
  <>
    {because}.<small>{rule}</small>
  </>
)
