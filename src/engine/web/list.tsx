/**
 * A list on a page: narrowed, sorted and turned by links and a form, so that all of it stands in the address and works without
 * JavaScript; saved and printed as it is narrowed.
 */
import type { ComponentChildren, JSX } from 'preact'
import { Pagination } from './components/pagination.tsx'
import { Print } from './components/print.tsx'
import { Table, type Column } from './components/table.tsx'
import { anchorOf, chosenInWords, listHref, orderInWords, rowsAPage, savingHref, type Listed } from './list-choice.ts'
import type { ListColumn, ListValue } from './list-declaration.ts'
import { ListFilters } from './list-filters.tsx'
import { useShell } from './shell.ts'
import { countOf, isPlainDate, longDate, momentInWords, thousands } from './words.ts'

export interface ListProps<Row> {
  readonly list: Listed<Row>
  /** What stands when there are no rows at all: what is next, never "no data". */
  readonly nothing: ComponentChildren
  /** The heading, where it differs from the list's name; null where the page's own heading says it. */
  readonly heading?: ComponentChildren | null
  readonly level?: 2 | 3
  /** The addresses that answer with the list as a file; each declares its own `looks`. */
  readonly save?: { readonly xlsx: string; readonly csv: string }
  /** More items (li) among the tools. */
  readonly tools?: ComponentChildren
  /** On a phone each row becomes a card: for things to do, not for numbers. */
  readonly cards?: boolean
  /** The id of the row's element, for links that lead to it. */
  readonly rowId?: (row: Row, index: number) => string
  /** Where the page is. The address being shown, where it is not given. */
  readonly path?: string
}

export function List<Row>(props: ListProps<Row>): JSX.Element {
  const shell = useShell()
  const { list, nothing, cards, rowId, path = shell.address.split('?')[0] ?? '/' } = props
  const { declaration, kept, shown, total, page, pages } = list
  if (total === 0)
    return (
      <div class="gt-list" id={anchorOf(list)}>
        <Top {...props} />
        <div class="govuk-body">{nothing}</div>
      </div>
    )
  const clear = <Clear list={list} path={path} />
  return (
    <div class="gt-list" id={anchorOf(list)}>
      <Top {...props} tools={<Tools {...props} path={path} />} />
      {list.errors.map((sentence) => (
        <p class="govuk-inset-text gt-left-out">{sentence}</p>
      ))}
      <ListFilters list={list} path={path} cards={cards === true} />
      <p class="govuk-body gt-small gt-quiet">
        {kept.length === 0 ? noneMatch(list) : `${howMany(list)}.`} {clear}
      </p>
      {(list.pages > 1 || chosenInWords(list).length > 0) && <p class="gt-print-only">{onPaper(list)}</p>}
      {kept.length > 0 && (
        <Table
          caption={declaration.name}
          hideCaption
          columns={declaration.columns.map((column) => tableColumn(column, props, path))}
          rows={shown}
          {...(cards ? { cards } : {})}
          {...(rowId ? { rowId } : {})}
        />
      )}
      <Pagination current={page} pages={pages} href={(to) => listHref(list, path, { page: to })} label={`Pages of ${declaration.name}`} />
    </div>
  )
}

function Top<Row>({ list, heading = list.declaration.name, level = 2, tools }: ListProps<Row>): JSX.Element {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div class="gt-top">
      {heading !== null && <Heading class={level === 2 ? 'govuk-heading-m' : 'govuk-heading-s'}>{heading}</Heading>}
      {tools}
    </div>
  )
}

function Tools<Row>({ list, path, save, tools }: ListProps<Row> & { readonly path: string }): JSX.Element {
  const { declaration, kept, all, pages } = list
  const link = (href: string, words: string) => (
    <li>
      <a class="govuk-link" href={href}>
        {words}
        <span class="govuk-visually-hidden">: {declaration.name}</span>
      </a>
    </li>
  )
  return (
    <ul class="gt-tools">
      {tools}
      {save && kept.length > 0 && link(savingHref(list, save.xlsx), 'Save as spreadsheet')}
      {save && kept.length > 0 && link(savingHref(list, save.csv), 'Save as CSV')}
      {all && kept.length > rowsAPage && link(listHref(list, path, { all: false }), `Back to pages of ${rowsAPage}`)}
      {pages > 1 ? link(listHref(list, path, { all: true }), `Show all ${thousands(kept.length)} to print`) : kept.length > 0 && <Print />}
    </ul>
  )
}

/** Takes every choice of this list away; nothing where nothing was chosen. */
function Clear<Row>({ list, path }: { readonly list: Listed<Row>; readonly path: string }): JSX.Element | null {
  if (Object.keys(list.chosen).length === 0) return null
  const none = Object.fromEntries((list.declaration.filters ?? []).map(({ id }) => [id, '']))
  return (
    <a class="govuk-link gt-no-print" href={listHref(list, path, { filters: none })}>
      Clear the filters
      <span class="govuk-visually-hidden">: {list.declaration.name}</span>
    </a>
  )
}

function tableColumn<Row>(column: ListColumn<Row>, { list, cards }: ListProps<Row>, path: string): Column<Row> {
  const { sort } = list
  const sorted = sort?.by === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined
  return {
    heading: (
      <>
        {column.sortable !== false && <SortLink column={column} list={list} path={path} />}
        {column.sortable === false ? column.heading : cards && <span class="gt-sort-word">{column.heading}</span>}
      </>
    ),
    cell: column.cell ?? ((row) => inWords(column.value(row))),
    // A number or a day alone on a card says nothing.
    ...(cards && (column.numeric || column.cell === undefined) ? { called: column.heading } : {}),
    ...(column.numeric ? { numeric: true } : {}),
    ...(column.names ? { names: true } : {}),
    sorted,
  }
}

function SortLink<Row>({ column, list, path }: { readonly column: ListColumn<Row>; readonly list: Listed<Row>; readonly path: string }) {
  const { sort, rows } = list
  const isSorted = sort?.by === column.id
  const descending = isSorted && !sort.descending
  return (
    <a class="govuk-link gt-sort" href={listHref(list, path, { sort: { by: column.id, descending } })}>
      {column.heading}
      {isSorted && <span aria-hidden="true">{sort.descending ? ' ▼' : ' ▲'}</span>}
      <span class="govuk-visually-hidden">, sort {orderInWords(descending, column, rows)}</span>
    </a>
  )
}

function inWords(value: ListValue): ComponentChildren {
  if (value === null || value === '') return <span class="gt-quiet">–</span>
  if (typeof value === 'number') return Number.isInteger(value) ? thousands(value) : value
  if (isPlainDate(value)) return <span class="gt-nowrap">{longDate(value)}</span>
  return /^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/.test(value) && isPlainDate(value.slice(0, 10)) ? momentInWords(value) : value
}

const noneMatch = <Row,>({ declaration: { of }, total }: Listed<Row>): string =>
  total === 1 ? `The only ${of[0]} does not match.` : `None of the ${countOf(total, ...of)} match.`

/** '120 boats', '12 of 120 boats', '51 to 100 of 120 boats'. */
function howMany<Row>({ declaration, kept, total, page, pages, shown }: Listed<Row>): string {
  const all = countOf(total, ...declaration.of)
  const matching = kept.length === total ? all : `${thousands(kept.length)} of ${all}`
  if (pages === 1) return matching
  const first = (page - 1) * rowsAPage + 1
  const part = `${thousands(first)} to ${thousands(first + shown.length - 1)}`
  return kept.length === total ? `${part} of ${all}` : `${part} of the ${thousands(kept.length)} that match, of ${all}`
}

/** What the sheet must say about what is not on it. */
function onPaper<Row>(list: Listed<Row>): string {
  const chosen = chosenInWords(list)
  const only = list.pages > 1 ? ['Only one page of the list is printed: choose “Show all” beside the list to have all of it.'] : []
  return [...(chosen.length > 0 ? [`Narrowed to ${chosen.join('; ')}.`] : []), ...only].join(' ')
}
