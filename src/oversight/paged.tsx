/** Parts of a page that may be long, a page of each at a time: for tables that are not sorted or narrowed. */
import type { JSX } from 'preact'
import { Pagination } from '../engine/web/components/pagination.tsx'
import { listFrom, listHref, rowsAPage, type Listed } from '../engine/web/list-choice.ts'
import { declareList } from '../engine/web/list-declaration.ts'
import { thousands } from '../engine/web/words.ts'

/**
 * The rows of a part that the address asks for.
 * @param id of the part, with which its names in the address begin
 * @param name what the part is called
 */
export const paged = <Row,>(query: URLSearchParams, id: string, name: string, rows: readonly Row[]): Listed<Row> =>
  listFrom(query, declareList<Row>({ name, of: ['row', 'rows'], columns: [{ id: 'row', heading: name, value: () => null }] }), rows, id)

/** The way to the other pages of a part, and to all of it at once; nothing where it has one page only. */
export function Pages<Row>({ list, path }: { readonly list: Listed<Row>; readonly path: string }): JSX.Element | null {
  const { page, pages, all, total, declaration, errors } = list
  if (total <= rowsAPage) return null
  const link = (toAll: boolean, words: string) => (
    <a class="govuk-link" href={listHref(list, path, { all: toAll })}>
      {words}
      <span class="govuk-visually-hidden">: {declaration.name}</span>
    </a>
  )
  const first = (page - 1) * rowsAPage + 1
  return (
    <>
      {errors.map((sentence) => (
        <p class="govuk-inset-text gt-left-out">{sentence}</p>
      ))}
      <p class="govuk-body gt-small gt-quiet">
        {all
          ? link(false, `Back to pages of ${rowsAPage}`)
          : [
              `${thousands(first)} to ${thousands(first + list.shown.length - 1)} of ${thousands(total)}. `,
              link(true, `Show all ${thousands(total)} to print`),
            ]}
      </p>
      <Pagination current={page} pages={pages} href={(to) => listHref(list, path, { page: to })} label={`Pages of ${declaration.name}`} />
    </>
  )
}
