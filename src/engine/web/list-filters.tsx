/** The form that narrows a list. What is chosen goes into the address; the rest of the address is kept. */
import type { JSX } from 'preact'
import { Button } from './components/button.tsx'
import { Input, Select } from './components/fields.tsx'
import { anchorOf, orderInWords, orderText, parameter, parametersOf, type Listed } from './list-choice.ts'
import { optionsOf, type ListFilter } from './list-declaration.ts'

export interface ListFiltersProps<Row> {
  readonly list: Listed<Row>
  readonly path: string
  /** The rows are cards on a phone, without headings to sort by: there the form asks for the order too. */
  readonly cards: boolean
}

/** Nothing at all for a list without filters, unless it needs the order asked for. */
export function ListFilters<Row>({ list, path, cards }: ListFiltersProps<Row>): JSX.Element | null {
  const { declaration, prefix, query, sort } = list
  const { filters = [], name } = declaration
  const asksOrder = cards && declaration.columns.some(({ sortable }) => sortable !== false)
  if (filters.length === 0 && !asksOrder) return null
  const ours = parametersOf(list)
  const kept = [...query].filter(([known]) => !ours.includes(known))
  return (
    <form
      class={`gt-narrow${filters.length === 0 ? ' gt-narrow--order' : ''}`}
      action={`${path}#${anchorOf(list)}`}
      aria-label={`Filter ${name}`}
    >
      {kept.map(([known, value]) => (
        <input type="hidden" name={known} value={value} />
      ))}
      {!asksOrder && sort !== null && query.has(parameter(prefix, 'sort')) && (
        <input type="hidden" name={parameter(prefix, 'sort')} value={orderText(sort)} />
      )}
      {filters.map((filter) => (
        <Narrowing filter={filter} list={list} />
      ))}
      {asksOrder && <OrderField list={list} />}
      <Button kind="secondary">{filters.length === 0 ? 'Sort' : 'Apply'}</Button>
    </form>
  )
}

function Narrowing<Row>({ filter, list }: { readonly filter: ListFilter<Row>; readonly list: Listed<Row> }): JSX.Element {
  const options = optionsOf(filter, list.rows)
  const field = {
    name: parameter(list.prefix, filter.id),
    id: `${anchorOf(list)}-${filter.id}`,
    label: filter.label,
    value: list.chosen[filter.id],
    inRow: true,
  }
  if (options === null) return <Input {...field} type="search" autocomplete="off" />
  return <Select {...field} options={[{ value: '', label: filter.all ?? 'All' }, ...options]} />
}

/** Seen on a phone alone; elsewhere it carries the order that the headings chose. */
function OrderField<Row>({ list }: { readonly list: Listed<Row> }): JSX.Element {
  const { declaration, prefix, sort, rows } = list
  const options = declaration.columns
    .filter(({ sortable }) => sortable !== false)
    .flatMap((column) =>
      [false, true].map((descending) => ({
        value: orderText({ by: column.id, descending }),
        label: `${column.heading}, ${orderInWords(descending, column, rows)}`,
      })),
    )
  return (
    <div class="gt-narrow__order">
      <Select
        name={parameter(prefix, 'sort')}
        id={`${anchorOf(list)}-sort`}
        label="Sort by"
        options={sort === null ? [{ value: '', label: 'Usual order' }, ...options] : options}
        value={sort === null ? '' : orderText(sort)}
        inRow
      />
    </div>
  )
}
