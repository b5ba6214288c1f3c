import type { JSX } from 'preact'
import { Button } from '../../engine/web/components/button.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { FileUpload } from '../../engine/web/components/fields.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page } from '../../engine/web/layout.tsx'
import { dateAndTime, thousands } from '../../engine/web/words.ts'
import { importsAPage, type PastImport } from './imports.ts'
import type { Job } from './jobs.ts'
import { filesInWords, outcomeOf } from './words.ts'

export interface BringIn {
  /** Null while the database is busy with an import and can tell nothing else. */
  readonly past: { readonly imports: readonly PastImport[]; readonly count: number } | null
  readonly jobs: readonly Job[]
  readonly page: number
  readonly error?: string
}

/** Choosing files; below, what was brought in before. */
export const BringInPage = ({ past, jobs, page, error }: BringIn): JSX.Element => (
  <Page title="Bring in data" errors={error === undefined ? [] : [{ for: 'files', says: error }]}>
    <h1 class="govuk-heading-l">Bring in data</h1>
    <div class="gt-prose">
      <Form action="/bring-in-data" files>
        {/* The browser’s own field takes dropped files too, with or without JavaScript. */}
        <div class="gt-drop">
          <FileUpload
            name="files"
            label="Files from the case system or a return"
            labelSize="m"
            hint="Choose them all at once, or drop them here. A zip will do."
            error={error}
            multiple
          />
        </div>
        <Button onceOnly>Bring in</Button>
      </Form>
      <Details summary="What can be brought in">
        <ul class="govuk-list govuk-list--bullet">
          <li>The Standard Safeguarding Dataset: CSV tables, any number of them</li>
          <li>The looked-after return, SSDA903: CSV or XML, one year or several</li>
          <li>The children in need census: XML</li>
          <li>Ofsted’s child-level lists, Annex A: the Excel workbook</li>
          <li>
            Any kind of record, also those that none of these has: CSV from our{' '}
            <a class="govuk-link" href="/bring-in-data/templates">
              templates
            </a>
          </li>
        </ul>
        <p class="govuk-body">
          Rows that are not certain are refused and explained. The same files again change nothing. An import can be taken back.
        </p>
      </Details>
    </div>
    {jobs.length > 0 && <OpenJobs jobs={jobs} />}
    {past === null ? (
      <p class="govuk-body">Earlier imports are listed here once the one that runs has finished.</p>
    ) : (
      <PastImports {...past} page={page} />
    )}
  </Page>
)

function PastImports({
  imports,
  count,
  page,
}: {
  readonly imports: readonly PastImport[]
  readonly count: number
  readonly page: number
}): JSX.Element {
  if (count === 0)
    return (
      <p class="govuk-body">
        <b>Nothing has been brought in yet.</b> Start with one extract of the case system.
      </p>
    )
  return (
    <>
      <Table
        caption="Earlier imports"
        rows={imports}
        columns={[
          {
            heading: 'When',
            names: true,
            cell: ({ id, broughtAt }) => (
              <a class="govuk-link" href={`/bring-in-data/${id}`}>
                {dateAndTime(broughtAt)}
              </a>
            ),
          },
          { heading: 'Who', cell: ({ broughtBy }) => broughtBy },
          { heading: 'Files', cell: ({ firstFile, files }) => <span class="gt-name">{filesInWords(firstFile, files)}</span> },
          { heading: 'What happened', cell: outcomeOf },
          { heading: 'Added', numeric: true, cell: ({ added }) => thousands(added) },
          { heading: 'Changed', numeric: true, cell: ({ changed }) => thousands(changed) },
          { heading: 'Withdrawn', numeric: true, cell: ({ withdrawn }) => thousands(withdrawn) },
          { heading: 'Refused', numeric: true, cell: ({ refused, refusedFiles }) => thousands(refused + refusedFiles) },
        ]}
      />
      <Pagination current={page} pages={Math.ceil(count / importsAPage)} href={(to) => `/bring-in-data?page=${to}`} />
    </>
  )
}

const states = { waiting: 'Waiting', running: 'Running', failed: 'Failed: nothing was brought in', done: 'Done' } as const

const OpenJobs = ({ jobs }: { readonly jobs: readonly Job[] }): JSX.Element => (
  <Table
    caption="Not finished"
    rows={jobs}
    columns={[
      {
        heading: 'When',
        names: true,
        cell: ({ id, startedAt }) => (
          <a class="govuk-link" href={`/bring-in-data/running/${id}`}>
            {dateAndTime(startedAt)}
          </a>
        ),
      },
      { heading: 'Who', cell: ({ by }) => by },
      { heading: 'Files', cell: ({ files }) => <span class="gt-name">{filesInWords(files[0] ?? '', files.length)}</span> },
      { heading: 'State', cell: ({ state }) => states[state] },
    ]}
  />
)
