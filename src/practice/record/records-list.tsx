/** The kinds of record that are about no child, and the list of one kind: found, sorted, 50 a page. */
import type { JSX } from 'preact'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { Button } from '../../engine/web/components/button.tsx'
import { Input } from '../../engine/web/components/fields.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { countOf, thousands } from '../../engine/web/words.ts'
import { fieldInWords, inOneLine } from '../person/field-words.ts'
import { recordsAPage, type Asked, type FoundRecords } from './find-records.ts'
import { KindsList } from './kinds-list.tsx'
import { recordTitle, tellingFields } from './record-title.ts'
import { SaidBanner, type Said } from './said.tsx'

type Link = Pick<PageRequest, 'link'>

export const KindsPage = ({
  kinds,
  counts,
  link,
}: Link & { readonly kinds: readonly RecordKind[]; readonly counts: ReadonlyMap<string, number> }): JSX.Element => (
  <Shown title="Records">
    <h1 class="govuk-heading-l">Workers, teams and other records</h1>
    {kinds.length === 0 && <p class="govuk-body">There are no such kinds of record.</p>}
    <KindsList below="h1" kinds={kinds} counts={counts} href={({ table }) => link(`/records/${table}`)} />
  </Shown>
)

export const KindsToAddPage = ({ kinds, said }: { readonly kinds: readonly RecordKind[]; readonly said: Said | null }): JSX.Element => {
  const added = kinds.find(({ table }) => table === said?.table)
  return (
    <Shown title="Add a record">
      {said && added && (
        <SaidBanner did={said.did} kind={added} opens={{ href: `/records/${added.table}/${said.id}/change`, words: 'Change it' }} />
      )}
      <h1 class="govuk-heading-l">Add a record</h1>
      <KindsList below="h1" kinds={kinds} href={(kind) => `/records/${kind.table}/add`} />
    </Shown>
  )
}

export interface ListProps extends Link {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly found: FoundRecords
  /** Number of the search that the session keeps, as the address has it. */
  readonly search: string | null
  readonly knownAt: string | null
  readonly mayAdd: boolean
}

/** As many columns as a screen has room for. */
const mostColumns = 5

/** The fields that a list of the kind shows, the name first, then its first telling ones; there is always one. */
const listedFields = (kind: RecordKind): readonly string[] => {
  const telling = tellingFields(kind)
  const named = telling.filter((name) => name === 'name')
  return (telling.length > 0 ? [...named, ...telling.filter((name) => name !== 'name')] : Object.keys(kind.fields)).slice(0, mostColumns)
}

export function ListPage(props: ListProps): JSX.Element {
  const { kind, asked, found, search, knownAt, mayAdd, link } = props
  const own = `/records/${kind.table}`
  const href = (changed: Partial<Asked>) => link(own, asQuery({ ...asked, page: 1, ...changed }, kind, search))
  const { sought } = asked
  return (
    <Shown title={kind.plural} back={{ href: link('/records'), label: 'All kinds' }}>
      <div class="gt-top">
        <h1 class="govuk-heading-l">{kind.plural}</h1>
        {mayAdd && (
          <Button kind="secondary" href={`${own}/add`}>
            Add: {kind.name}
          </Button>
        )}
      </div>
      {found.standing + found.withdrawn === 0 && sought === '' ? (
        <p class="govuk-body">None is recorded yet.</p>
      ) : (
        <>
          <div role="search" aria-label={kind.plural}>
            <Form action={own} class="gt-find">
              {knownAt !== null && <input type="hidden" name="known-at" value={knownAt} />}
              <Input
                name="sought"
                type="search"
                label="Find by name, number or other words"
                labelSize="s"
                value={sought}
                autocomplete="off"
                spellcheck={false}
                inRow
              />
              <Button kind="secondary">Find</Button>
            </Form>
          </div>
          <p class="govuk-body" role="status">
            {countInWords(props)}{' '}
            {sought !== '' && (
              <a href={link(own)} class="govuk-link">
                Show all
              </a>
            )}
          </p>
          {found.records.length > 0 && <List {...props} href={href} />}
          <Pagination current={asked.page} pages={Math.ceil(found.count / recordsAPage)} href={(page) => href({ page })} />
          {(found.withdrawn > 0 || asked.withdrawn) && (
            <p class="govuk-body gt-after">
              <a class="govuk-link" href={href({ withdrawn: !asked.withdrawn })}>
                {asked.withdrawn ? 'Show those that stand' : `Show ${countOf(found.withdrawn, 'withdrawn record', 'withdrawn records')}`}
              </a>
            </p>
          )}
        </>
      )}
    </Shown>
  )
}

function countInWords({ asked: { sought, withdrawn, page }, found: { count, records } }: ListProps): string {
  const matches = sought === '' ? '' : ` ${count === 1 ? 'has' : 'have'} “${sought}”`
  const first = (page - 1) * recordsAPage + 1
  const shown =
    count > recordsAPage && records.length > 0 ? ` Shown here: ${thousands(first)} to ${thousands(first + records.length - 1)}.` : ''
  if (count === 0) return sought === '' ? `No record ${withdrawn ? 'is withdrawn' : 'stands'}.` : `No record has “${sought}”.`
  return `${countOf(count, 'record', 'records')}${withdrawn ? (count === 1 ? ' that was withdrawn' : ' that were withdrawn') : ''}${matches}.${shown}`
}

function List({ kind, asked, found, link, href }: ListProps & { readonly href: (changed: Partial<Asked>) => string }): JSX.Element {
  const fields = listedFields(kind)
  const words = ({ record }: ReadRecord, name: string) =>
    inOneLine(fieldInWords(kind, name, (record as unknown as Record<string, unknown>)[name]))
  const heading = (name: string) => {
    const sorted = asked.sort === name
    const down = sorted && asked.order === 'up'
    return (
      <a class="govuk-link" href={href({ sort: name, order: down ? 'down' : 'up' })}>
        {kind.fields[name]?.label}
        <span class="govuk-visually-hidden">, sort {down ? 'downwards' : 'upwards'}</span>
        {sorted && <span aria-hidden="true"> {down ? '↑' : '↓'}</span>}
      </a>
    )
  }
  const [first = ''] = fields
  return (
    <Table
      caption={`${kind.plural}, sorted by ${(kind.fields[asked.sort]?.label ?? '').toLowerCase()}, ${asked.order === 'up' ? 'upwards' : 'downwards'}`}
      hideCaption
      cards
      rows={found.records}
      columns={[
        {
          heading: heading(first),
          names: true,
          cell: (read) => (
            <a class="govuk-link gt-wrap" href={link(`/records/${kind.table}/${read.record.id}`)}>
              {words(read, first) ?? recordTitle(read)}
            </a>
          ),
        },
        ...fields.slice(1).map((name) => ({
          heading: heading(name),
          cell: (read: ReadRecord) => {
            const said = words(read, name)
            return (
              <>
                <span class="gt-of">{kind.fields[name]?.label}: </span>
                {said === null ? <span class="gt-quiet">Not recorded</span> : <span class="gt-wrap">{said}</span>}
              </>
            )
          },
        })),
      ]}
    />
  )
}

/** What is usual is left out of the address. */
const asQuery = (
  { sort, order, withdrawn, page }: Asked,
  kind: RecordKind,
  search: string | null,
): Record<string, string | number | null> => ({
  search,
  sort: sort === listedFields(kind)[0] ? null : sort,
  order: order === 'up' ? null : order,
  withdrawn: withdrawn ? 1 : null,
  page: page > 1 ? page : null,
})

export function askedFrom(query: URLSearchParams, kind: RecordKind, sought: string): Asked {
  const fields = listedFields(kind)
  const sort = query.get('sort') ?? ''
  const page = query.get('page') ?? ''
  return {
    sought,
    sort: fields.includes(sort) ? sort : (fields[0] ?? ''),
    order: query.get('order') === 'down' ? 'down' : 'up',
    withdrawn: query.get('withdrawn') === '1',
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}
