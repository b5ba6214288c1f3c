/** What a list is: what its rows say in columns, and by what they can be narrowed. The page, the order, CSV and spreadsheet come from it. */
import type { VNode } from 'preact'

/** What a cell says without mark-up, for sorting and saving. A day is 'YYYY-MM-DD', a moment 'YYYY-MM-DD HH:MM'; null is nothing. */
export type ListValue = string | number | null

export interface ListColumn<Row> {
  /** As the address says it: small letters, digits and -. */
  readonly id: string
  readonly heading: string
  readonly value: (row: Row) => ListValue
  /** What the page shows. Without it: the value, a day in words, a number with its commas, a dash for nothing. */
  readonly cell?: (row: Row) => VNode | string | number | null
  /** Numbers stand on the right, one below the other. */
  readonly numeric?: boolean
  /** What the row is about: the cell is its heading. One a list, usually the first. */
  readonly names?: boolean
  /** False where an order by it would say nothing. */
  readonly sortable?: boolean
}

export interface ListOption {
  /** As the address says it. */
  readonly value: string
  readonly label: string
}

export interface ListFilter<Row> {
  /** As the address says it: small letters, digits and -. */
  readonly id: string
  readonly label: string
  /**
   * What can be chosen; a function where that follows from the rows. 'text' is a box to type in: never for names or what else tells
   * who somebody is, because the address keeps what was typed, and addresses are kept by browsers and proxies.
   */
  readonly options: readonly ListOption[] | ((rows: readonly Row[]) => readonly ListOption[]) | 'text'
  /** What stands for no choice: 'All' where it is not said. */
  readonly all?: string
  /** Whether the row stays when this was chosen. */
  readonly keeps: (row: Row, value: string) => boolean
}

export interface ListDeclaration<Row> {
  /** What the list is called: its heading, its caption, and the name of the files it is saved in. */
  readonly name: string
  /** What its rows are called, one and many: ['boat', 'boats']. */
  readonly of: readonly [one: string, many: string]
  readonly columns: readonly ListColumn<Row>[]
  readonly filters?: readonly ListFilter<Row>[]
  /** The usual order: a column's id, with - before it for the largest, latest or last of the alphabet first. Without it: as given. */
  readonly order?: string
}

/** Names that the address has for the list itself, or for the whole page. */
const taken: ReadonlySet<string> = new Set(['sort', 'page', 'all', 'known-at'])

/**
 * Declares a list.
 * @throws Error naming the list and what to mend: an id that cannot stand in an address, that two share or that is taken; an order by no column.
 */
export function declareList<Row>(declaration: ListDeclaration<Row>): ListDeclaration<Row> {
  const { name, columns, filters = [], order } = declaration
  const wrong = (what: string) => new Error(`The list "${name}" ${what}`)
  const once = (ids: readonly string[], which: string) => {
    const bad = ids.find((id) => !/^[a-z][a-z0-9-]*$/.test(id))
    if (bad !== undefined) throw wrong(`has a ${which} with the id "${bad}". Use small letters, digits and -.`)
    const twice = ids.find((id, at) => ids.indexOf(id) !== at)
    if (twice !== undefined) throw wrong(`has two ${which}s with the id "${twice}". Give each its own.`)
  }
  once(
    columns.map(({ id }) => id),
    'column',
  )
  once(
    filters.map(({ id }) => id),
    'filter',
  )
  const reserved = filters.find(({ id }) => taken.has(id))
  if (reserved) throw wrong(`has a filter with the id "${reserved.id}", which addresses use otherwise. Give it another.`)
  if (order !== undefined && orderFrom(order, columns) === null)
    throw wrong(`is ordered by "${order}", which is none of its columns that sort.`)
  return declaration
}

export interface ListOrder {
  /** The id of a column. */
  readonly by: string
  readonly descending: boolean
}

/** The order that a text asks for ('due', '-due'); null when no column sorts so. */
export function orderFrom<Row>(text: string, columns: readonly ListColumn<Row>[]): ListOrder | null {
  const descending = text.startsWith('-')
  const by = descending ? text.slice(1) : text
  return columns.some(({ id, sortable }) => id === by && sortable !== false) ? { by, descending } : null
}

/** The options of a filter over these rows; null for one that is typed. */
export const optionsOf = <Row>({ options }: ListFilter<Row>, rows: readonly Row[]): readonly ListOption[] | null =>
  options === 'text' ? null : typeof options === 'function' ? options(rows) : options
