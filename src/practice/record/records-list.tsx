/** The kinds of record that are about no child, and the list of one kind: found, sorted, 50 a page. */
import type { JSX } from 'preact'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { Button } from '../../engine/web/components/button.tsx'
import { Input } from '../../engine/web/components/fields.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Table, type Column } from '../../engine/web/components/table.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { countOf, thousands } from '../../engine/web/words.ts'
import { fieldInWords, inOneLine } from '../person/field-words.ts'
import { recordsAPage, type Asked, type FoundRecords } from './find-records.ts'
import { isOfChild } from './kinds.ts'
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
  /** What the records are called that those found refer to, by identifier. */
  readonly titles: ReadonlyMap<string, string>
  /** Number of the search that the session keeps, as the address has it. */
  readonly search: string | null
  readonly knownAt: string | null
  readonly mayAdd: boolean
}

/** As many columns as a screen has room for. */
const mostColumns = 5

/** Of which others a row needs to be told from its like. */
const mostReferences = 2

/**
 * The fields that a list of the kind shows, the name first, then its first telling ones; there is always one. A record without a name or a
 * number of its own is told by the worker, the carer or whatever else it refers to.
 */
export function listedFields(kind: RecordKind): readonly string[] {
  const telling = tellingFields(kind)
  const ofItsOwn = [
    ...telling.filter((name) => name === 'name'),
    ...telling.filter((name) => name !== 'name' && kind.fields[name]?.type === 'identifier'),
  ]
  const [first, ...rest] = telling.length > 0 ? [...new Set([...ofItsOwn, ...telling])] : Object.keys(kind.fields)
  const told = ofItsOwn.length > 0 ? [] : referencesListed(kind)
  return [first ?? '', ...told, ...rest.filter((name) => !told.includes(name))].slice(0, mostColumns)
}

/** The references that a list shows: none to a child or a child’s record, which is looked at on its own page. */
const referencesListed = ({ fields }: RecordKind): readonly string[] =>
  Object.keys(fields)
    .filter((name) => {
      const to = fields[name]?.to?.()
      return to !== undefined && !isOfChild(to)
    })
    .slice(0, mostReferences)

/** Whom the records of a page of the list refer to, in the fields that it shows. */
export const listedReferences = (kind: RecordKind, records: readonly ReadRecord[]): readonly { kind: RecordKind; id: string }[] =>
  listedFields(kind).flatMap((name) => {
    const to = kind.fields[name]?.to?.()
    return to === undefined ? [] : records.flatMap(({ record }) => idIn(record, name)).map((id) => ({ kind: to, id }))
  })

const idIn = (record: object, name: string): readonly string[] => {
  const id = (record as Readonly<Record<string, unknown>>)[name]
  return typeof id === 'string' ? [id] : []
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
          <Pagination current={found.page} pages={Math.ceil(found.count / recordsAPage)} href={(page) => href({ page })} />
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

function countInWords({ asked: { sought, withdrawn }, found: { count, page, records } }: ListProps): string {
  const matches = sought === '' ? '' : ` ${count === 1 ? 'has' : 'have'} “${sought}”`
  const first = (page - 1) * recordsAPage + 1
  const shown =
    count > recordsAPage && records.length > 0 ? ` Shown here: ${thousands(first)} to ${thousands(first + records.length - 1)}.` : ''
  if (count === 0) return sought === '' ? `No record ${withdrawn ? 'is withdrawn' : 'stands'}.` : `No record has “${sought}”.`
  return `${countOf(count, 'record', 'records')}${withdrawn ? (count === 1 ? ' that was withdrawn' : ' that were withdrawn') : ''}${matches}.${shown}`
}

function List({ kind, asked, found, titles, link, href }: ListProps & { readonly href: (changed: Partial<Asked>) => string }): JSX.Element {
  const fields = listedFields(kind)
  const words = ({ record }: ReadRecord, name: string) =>
    kind.fields[name]?.type === 'reference'
      ? (idIn(record, name).flatMap((id) => titles.get(id) ?? [])[0] ?? null)
      : inOneLine(fieldInWords(kind, name, (record as unknown as Record<string, unknown>)[name]))
  const isDay = (name: string) => ['date', 'moment'].includes(kind.fields[name]?.type ?? '')
  const heading = (name: string) => {
    if (!isSorted(kind, name)) return kind.fields[name]?.label
    const sorted = asked.sort === name
    const order = sorted ? (asked.order === 'up' ? 'down' : 'up') : usualOrder(kind, name)
    return (
      <a class="govuk-link" href={href({ sort: name, order })}>
        {kind.fields[name]?.label}
        <span class="govuk-visually-hidden">, sort {order === 'down' ? 'downwards' : 'upwards'}</span>
        {sorted && <span aria-hidden="true">{asked.order === 'up' ? '\u00a0↑' : '\u00a0↓'}</span>}
      </a>
    )
  }
  const sorted = (name: string) => (asked.sort === name ? (asked.order === 'up' ? 'ascending' : 'descending') : undefined)
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
          sorted: sorted(first),
          cell: (read) => (
            <a class={`govuk-link ${isDay(first) ? 'gt-nowrap' : 'gt-wrap'}`} href={link(`/records/${kind.table}/${read.record.id}`)}>
              {words(read, first) ?? recordTitle(read)}
            </a>
          ),
        },
        ...fields.slice(1).map((name): Column<ReadRecord> => ({
          heading: heading(name),
          called: kind.fields[name]?.label,
          sorted: sorted(name),
          cell: (read) => {
            const said = words(read, name)
            if (said === null) return <span class="gt-quiet">Not recorded</span>
            return <span class={isDay(name) ? 'gt-nowrap' : 'gt-wrap'}>{said}</span>
          },
        })),
      ]}
    />
  )
}

const isSorted = ({ fields }: RecordKind, name: string): boolean => fields[name]?.type !== 'reference'

/** Days are looked at from the latest back, all else from A to Z. */
const usualOrder = ({ fields }: RecordKind, name: string): Asked['order'] =>
  ['date', 'moment'].includes(fields[name]?.type ?? '') ? 'down' : 'up'

/** What is usual is left out of the address. */
const asQuery = (
  { sort, order, withdrawn, page }: Asked,
  kind: RecordKind,
  search: string | null,
): Record<string, string | number | null> => ({
  search,
  sort: sort === listedFields(kind)[0] ? null : sort,
  order: order === usualOrder(kind, sort) ? null : order,
  withdrawn: withdrawn ? 1 : null,
  page: page > 1 ? page : null,
})

export function askedFrom(query: URLSearchParams, kind: RecordKind, sought: string): Asked {
  const fields = listedFields(kind)
  const asked = query.get('sort') ?? ''
  const page = query.get('page') ?? ''
  const order = query.get('order')
  const sort = fields.includes(asked) && isSorted(kind, asked) ? asked : (fields[0] ?? '')
  return {
    sought,
    sort,
    order: order === 'down' || order === 'up' ? order : usualOrder(kind, sort),
    withdrawn: query.get('withdrawn') === '1',
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}
