import type { JSX } from 'preact'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page } from '../../engine/web/layout.tsx'
import { countOf } from '../../engine/web/words.ts'
import { differencesAPage, type Difference } from './differences.ts'

/** What is held, from whom, and what somebody else says. */
export const DifferencesTable = ({ differences }: { readonly differences: readonly Difference[] }): JSX.Element => (
  <Table
    caption="Where two sources differ"
    hideCaption
    rows={differences}
    columns={[
      {
        heading: 'Record',
        names: true,
        cell: ({ what, field, kind, record, person }) => (
          <>
            {person === null ? (
              what
            ) : (
              <a class="govuk-link" href={kind === 'person' ? `/children/${person}` : `/children/${person}/records/${kind}/${record}`}>
                {what}
              </a>
            )}
            <small>{field}</small>
          </>
        ),
      },
      { heading: 'Held', cell: ({ held }) => held },
      { heading: 'From', cell: ({ heldFrom }) => heldFrom },
      { heading: 'Said', cell: ({ said }) => said },
      { heading: 'By', cell: ({ saidBy }) => saidBy },
    ]}
  />
)

interface Differences {
  readonly id: string
  readonly differences: readonly Difference[]
  readonly count: number
  readonly page: number
}

/** All the differences an import showed, a page at a time. */
export const DifferencesPage = ({ id, differences, count, page }: Differences): JSX.Element => (
  <Page title="Two sources differ" back={{ href: `/bring-in-data/${id}`, label: 'The import' }}>
    <h1 class="govuk-heading-l">Two sources differ: {countOf(count, 'time', 'times')}</h1>
    {differences.length > 0 && <DifferencesTable differences={differences} />}
    <Pagination current={page} pages={Math.ceil(count / differencesAPage)} href={(to) => `/bring-in-data/${id}/differences?page=${to}`} />
  </Page>
)
