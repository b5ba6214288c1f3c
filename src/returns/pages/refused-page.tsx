import type { JSX } from 'preact'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page } from '../../engine/web/layout.tsx'
import { countOf } from '../../engine/web/words.ts'
import { plainAllowed } from './reasons.ts'
import { linesAPage, type RefusedLine } from './refusals.ts'

interface RefusedRows {
  readonly id: string
  readonly lines: readonly RefusedLine[]
  readonly count: number
  readonly page: number
  /** The key of the one reason shown; null for all. */
  readonly reason: string | null
}

/** Every refused row, or those of one reason. */
export const RefusedPage = ({ id, lines, count, page, reason }: RefusedRows): JSX.Element => (
  <Page title="Refused rows" back={{ href: `/bring-in-data/${id}`, label: 'The import' }}>
    <div class="gt-top">
      <h1 class="govuk-heading-l">Refused: {countOf(count, 'row', 'rows')}</h1>
      <ul class="gt-tools">
        {reason !== null && (
          <li>
            <a class="govuk-link" href={`/bring-in-data/${id}/refused`}>
              All refused rows
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`/bring-in-data/${id}/refused.csv`}>
            Save all refused rows
          </a>
        </li>
      </ul>
    </div>
    {lines.length === 0 ? (
      <p class="govuk-body">
        <b>No row was refused for this.</b>
      </p>
    ) : (
      <Table
        caption="Refused rows"
        hideCaption
        rows={lines}
        columns={[
          {
            heading: 'Where',
            names: true,
            cell: ({ file, field }) => (
              <span class="gt-name">
                {file}
                {field !== null && <small>{field}</small>}
              </span>
            ),
          },
          { heading: 'Line', numeric: true, cell: ({ line }) => line },
          {
            heading: 'Found',
            cell: ({ found }) =>
              found === null || found === '' ? (
                'blank'
              ) : (
                <span class="gt-name">
                  <code>{found}</code>
                </span>
              ),
          },
          { heading: 'Allowed', cell: ({ allowed }) => <span class="gt-name">{plainAllowed(allowed)}</span> },
          { heading: 'Why', cell: ({ why }) => <span class="gt-name">{why}</span> },
        ]}
      />
    )}
    <Pagination
      current={page}
      pages={Math.ceil(count / linesAPage)}
      href={(to) => `/bring-in-data/${id}/refused?${reason === null ? '' : `reason=${reason}&`}page=${to}`}
    />
  </Page>
)
