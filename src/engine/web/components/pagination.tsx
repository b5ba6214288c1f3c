/** govuk-frontend's pagination, for lists longer than a page. */
import type { JSX } from 'preact'

export interface PaginationProps {
  /** Which page is shown, from 1. */
  readonly current: number
  readonly pages: number
  /** The address of a page. */
  readonly href: (page: number) => string
  /** Which list it turns the pages of, where a page has several. */
  readonly label?: string
}

/** The first, the last, and those beside the current one; nothing when there is one page only. */
export function Pagination({ current, pages, href, label = 'Pagination' }: PaginationProps): JSX.Element | null {
  if (pages < 2) return null
  return (
    <nav class="govuk-pagination" aria-label={label}>
      {current > 1 && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={href(current - 1)} rel="prev">
            <Arrow
              way="prev"
              d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
            />
            <span class="govuk-pagination__link-title">
              Previous<span class="govuk-visually-hidden"> page</span>
            </span>
          </a>
        </div>
      )}
      <ul class="govuk-pagination__list">
        {shownPages(current, pages).map((page) =>
          page === null ? (
            <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
          ) : (
            <li class={`govuk-pagination__item${page === current ? ' govuk-pagination__item--current' : ''}`}>
              <a
                class="govuk-link govuk-pagination__link"
                href={href(page)}
                aria-label={`Page ${page}`}
                aria-current={page === current ? 'page' : undefined}
              >
                {page}
              </a>
            </li>
          ),
        )}
      </ul>
      {current < pages && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={href(current + 1)} rel="next">
            <span class="govuk-pagination__link-title">
              Next<span class="govuk-visually-hidden"> page</span>
            </span>
            <Arrow
              way="next"
              d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
            />
          </a>
        </div>
      )}
    </nav>
  )
}

/** Page numbers in order; null where some are left out. shownPages(6, 42) → 1 … 5 6 7 … 42 */
export function shownPages(current: number, pages: number): readonly (number | null)[] {
  const shown = [...new Set([1, current - 1, current, current + 1, pages])].filter((page) => page >= 1 && page <= pages)
  return shown.flatMap((page, index) => (page - (shown[index - 1] ?? 0) > 1 ? [null, page] : [page]))
}

const Arrow = ({ way, d }: { readonly way: 'prev' | 'next'; readonly d: string }): JSX.Element => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={d} />
  </svg>
)
