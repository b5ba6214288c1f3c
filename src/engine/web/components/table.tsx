/** Tables: dense, aligned, never striped. On a narrow screen the table scrolls inside its own region; the page never does. */
import type { ComponentChildren, JSX } from 'preact'

export interface Column<Row> {
  readonly heading: ComponentChildren
  readonly cell: (row: Row, index: number) => ComponentChildren
  /** Numbers stand on the right, one below the other. */
  readonly numeric?: boolean
  /** What the row is about: the cell is its heading. One a table, usually the first. */
  readonly names?: boolean
  /** On a card the heading of the column is not seen: the words before what would not say by itself what it is. */
  readonly called?: string | undefined
  /** The rows stand in the order of this column. */
  readonly sorted?: 'ascending' | 'descending' | undefined
}

export interface TableProps<Row> {
  readonly caption: string
  /** The heading above says it already: the caption is only read out. */
  readonly hideCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** The last line, one cell a column: totals. */
  readonly foot?: readonly ComponentChildren[]
  /** On a phone each row becomes a card: for things to do, not for numbers. */
  readonly cards?: boolean
  /** A class of its own, where its columns want other widths. */
  readonly looks?: string
  /** The id of the row's element, for links that lead to it. */
  readonly rowId?: (row: Row, index: number) => string
}

export function Table<Row>({ caption, hideCaption, columns, rows, foot, cards, looks, rowId }: TableProps<Row>): JSX.Element {
  const number = (column: Column<Row> | undefined) => (column?.numeric ? 'gt-num' : undefined)
  return (
    <div class="gt-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class={`gt-table${cards ? ' gt-stack' : ''}${looks === undefined ? '' : ` ${looks}`}`}>
        <caption class={hideCaption ? 'govuk-visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={number(column)} aria-sort={column.sorted}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr id={rowId?.(row, index)}>
              {columns.map((column) =>
                column.names ? (
                  <th scope="row" class={number(column)}>
                    {column.cell(row, index)}
                  </th>
                ) : (
                  <td class={number(column)}>
                    {cards && column.called !== undefined && <span class="gt-of">{column.called}: </span>}
                    {column.cell(row, index)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {foot.map((cell, index) => (index === 0 ? <th scope="row">{cell}</th> : <td class={number(columns[index])}>{cell}</td>))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
