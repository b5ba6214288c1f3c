/** Which rows of a list are shown, in which order: read from the address, and said in addresses. */
import {
  optionsOf,
  orderFrom,
  type ListColumn,
  type ListDeclaration,
  type ListFilter,
  type ListOrder,
  type ListValue,
} from './list-declaration.ts'

export const rowsAPage = 50

export interface Listed<Row> {
  readonly declaration: ListDeclaration<Row>
  /** The rows of this page. */
  readonly shown: readonly Row[]
  /** Every row that matches, in order: what is saved. */
  readonly kept: readonly Row[]
  /** Every row, matching or not, as given. */
  readonly rows: readonly Row[]
  readonly total: number
  /** From 1. */
  readonly page: number
  /** At least 1. */
  readonly pages: number
  /** All that match stand on one page: for printing. */
  readonly all: boolean
  /** Null where the rows stand as they were given. */
  readonly sort: ListOrder | null
  /** What was chosen, by the filter's id. */
  readonly chosen: Readonly<Record<string, string>>
  /** What of the address could not be followed, each in a sentence. */
  readonly errors: readonly string[]
  readonly prefix: string
  readonly query: URLSearchParams
}

const longestTyped = 200

/**
 * Reads the choice that an address makes. What it asks for and the list does not have is left out and explained; nothing is thrown.
 * @param prefix tells several lists of one page apart: with 'late', the address says `late-sort` and `late-page`.
 */
export function listFrom<Row>(query: URLSearchParams, declaration: ListDeclaration<Row>, rows: readonly Row[], prefix = ''): Listed<Row> {
  const errors: string[] = []
  const said = (name: string) => (query.get(parameter(prefix, name)) ?? '').trim().slice(0, longestTyped)
  const { columns, filters = [] } = declaration

  const chosen: Record<string, string> = {}
  let kept = rows
  for (const filter of filters) {
    const value = said(filter.id)
    if (value === '') continue
    const options = optionsOf(filter, rows)
    if (options !== null && !options.some((option) => option.value === value)) {
      errors.push(`“${short(value)}” is not a choice of “${filter.label}”, so it was left out.`)
      continue
    }
    chosen[filter.id] = value
    kept = kept.filter((row) => filter.keeps(row, value))
  }

  const asked = said('sort')
  const found = orderFrom(asked, columns)
  if (asked !== '' && found === null) errors.push(`This list cannot be sorted by “${short(asked)}”, so it stands in its usual order.`)
  const sort = found ?? orderFrom(declaration.order ?? '', columns)
  if (sort !== null) kept = inOrder(kept, sort, columns)

  const all = said('all') === '1'
  const pages = all ? 1 : Math.max(1, Math.ceil(kept.length / rowsAPage))
  const wanted = said('page')
  const page = /^\d{1,6}$/.test(wanted) ? Math.min(Math.max(Number(wanted), 1), pages) : 1
  if (!all && wanted !== '' && Number(wanted) !== page) errors.push(`There is no page “${short(wanted)}”, so this is page ${page}.`)
  const shown = all ? kept : kept.slice((page - 1) * rowsAPage, page * rowsAPage)
  return { declaration, shown, kept, rows, total: rows.length, page, pages, all, sort, chosen, errors, prefix, query }
}

/** What an address calls something of this list. */
export const parameter = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}-${name}`)

/** The id of the list on its page, to which its links lead back. */
export const anchorOf = ({ prefix }: { readonly prefix: string }): string => parameter(prefix, 'list')

/** Every name by which the address chooses in this list. */
export const parametersOf = <Row>({ prefix, declaration: { filters = [] } }: Listed<Row>): readonly string[] =>
  ['sort', 'page', 'all', ...filters.map(({ id }) => id)].map((name) => parameter(prefix, name))

export interface ListChange {
  readonly sort?: ListOrder
  readonly page?: number
  /** All on one page, or in pages again. */
  readonly all?: boolean
  /** By the filter's id; '' takes the choice away. */
  readonly filters?: Readonly<Record<string, string>>
}

/** The address of the same list with another choice. The rest of the query stays: other lists' choices, the moment looked at. */
export function listHref<Row>(list: Listed<Row>, path: string, change: ListChange): string {
  const query = withoutEmpty(list)
  const say = (name: string, value: string) => {
    if (value === '') query.delete(parameter(list.prefix, name))
    else query.set(parameter(list.prefix, name), value)
  }
  for (const [id, value] of Object.entries(change.filters ?? {})) say(id, value)
  if (change.sort) say('sort', orderText(change.sort))
  if (change.all !== undefined) say('all', change.all ? '1' : '')
  say('page', change.page === undefined || change.page === 1 ? '' : String(change.page))
  return `${path}${query.size === 0 ? '' : `?${query.toString()}`}#${anchorOf(list)}`
}

/** The same choice at another address, without its pages: for saving. */
export function savingHref<Row>(list: Listed<Row>, path: string): string {
  const query = withoutEmpty(list)
  for (const name of ['page', 'all']) query.delete(parameter(list.prefix, name))
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

/** The query, but for what the form sent with nothing chosen. */
function withoutEmpty<Row>(list: Listed<Row>): URLSearchParams {
  const query = new URLSearchParams(list.query)
  for (const name of parametersOf(list)) if (query.get(name) === '') query.delete(name)
  return query
}

/** 'due', '-due': what `orderFrom` reads. */
export const orderText = ({ by, descending }: ListOrder): string => `${descending ? '-' : ''}${by}`

/** How an order is said: 'earliest first', 'largest first', 'A to Z'. */
export function orderInWords<Row>(descending: boolean, column: ListColumn<Row>, rows: readonly Row[]): string {
  const value = rows.map((row) => column.value(row)).find((each) => each !== null && each !== '')
  if (typeof value === 'number' || (value === undefined && column.numeric)) return descending ? 'largest first' : 'smallest first'
  if (/^\d{4}-\d\d-\d\d/.test(value ?? '')) return descending ? 'latest first' : 'earliest first'
  return descending ? 'Z to A' : 'A to Z'
}

/** What was chosen, in words: 'Standing: Overdue'. */
export const chosenInWords = <Row>({ declaration: { filters = [] }, chosen, rows }: Listed<Row>): readonly string[] =>
  filters.flatMap((filter: ListFilter<Row>) => {
    const value = chosen[filter.id]
    if (value === undefined) return []
    return [`${filter.label}: ${optionsOf(filter, rows)?.find((option) => option.value === value)?.label ?? value}`]
  })

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

/** Rows without a value stand last, whichever way the order goes; rows alike keep the order they came in. */
function inOrder<Row>(rows: readonly Row[], { by, descending }: ListOrder, columns: readonly ListColumn<Row>[]): readonly Row[] {
  const column = columns.find(({ id }) => id === by)
  const keyed = rows.map((row) => ({ row, value: column?.value(row) ?? null }))
  const missing = ({ value }: { readonly value: ListValue }) => value === null || value === '' || Number.isNaN(value)
  const there = keyed.filter((each) => !missing(each)).sort((one, other) => (descending ? -1 : 1) * compared(one.value, other.value))
  return [...there, ...keyed.filter(missing)].map(({ row }) => row)
}

/** Numbers by size and before texts; texts as a dictionary has them, numbers inside them by size: Team 2 before Team 10. */
function compared(one: ListValue, other: ListValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one === 'number') return -1
  return typeof other === 'number' ? 1 : collator.compare(one ?? '', other ?? '')
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
