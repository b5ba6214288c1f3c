import type { JSX } from 'preact'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { countOf, thousands } from '../../engine/web/words.ts'
import type { ImportResult } from './imports.ts'
import { linesInWords, type Reason } from './reasons.ts'
import { Section } from './section.tsx'
import { refusedInWords } from './words.ts'

interface Refused {
  readonly result: ImportResult
  readonly reasons: readonly Reason[]
  readonly page: number
}

const reasonsAPage = 50

/** What was refused, each reason once: where, what was found, what is allowed, what to do, and in which lines. */
export function RefusedByReason({ result, reasons, page }: Refused): JSX.Element {
  const { id, all, refusedFiles } = result
  const shown = reasons.slice((page - 1) * reasonsAPage, page * reasonsAPage)
  return (
    <Section id="refused" title={`Refused: ${refusedInWords(all.refused, refusedFiles)}, ${countOf(reasons.length, 'reason', 'reasons')}`}>
      <p class="govuk-body gt-prose">
        {all.refused > 0
          ? 'Mend these in the case system, then bring the same files in again. What is already in stays as it is.'
          : 'Nothing of these files was brought in.'}
      </p>
      <Table
        caption="Refused rows by reason"
        hideCaption
        rows={shown}
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
          { heading: 'Found', cell: (reason) => <Found {...reason} /> },
          { heading: 'Allowed', cell: ({ allowed }) => <span class="gt-name">{allowed}</span> },
          {
            heading: 'What to do',
            cell: (reason) => (
              <>
                {reason.why} {reason.toDo} <Lines reason={reason} importId={id} />
              </>
            ),
          },
          { heading: 'Rows', numeric: true, cell: ({ rows, wholeFile }) => (wholeFile ? 'Whole file' : thousands(rows)) },
        ]}
      />
      <Pagination
        current={page}
        pages={Math.ceil(reasons.length / reasonsAPage)}
        href={(to) => `/bring-in-data/${id}?page=${to}#refused`}
      />
    </Section>
  )
}

const longestFound = 60

/** What stood in the cells: a few of the different things, cut where they are long. */
const Found = ({ found, moreFound, wholeFile }: Reason): JSX.Element => (
  <span class="gt-name">
    {found.map((one, at) => (
      <>
        {at > 0 && ', '}
        {one === null || one === '' ? 'blank' : wholeFile ? one : <code>{shortened(one)}</code>}
      </>
    ))}
    {moreFound && ' and others'}
  </span>
)

const shortened = (found: string): string => {
  const signs = [...found]
  return signs.length > longestFound ? `${signs.slice(0, longestFound).join('')}…` : found
}

const Lines = ({ reason, importId }: { readonly reason: Reason; readonly importId: string }): JSX.Element | null => {
  const words = linesInWords(reason.lines, reason.rows)
  if (words === null) return null
  return (
    <a class="govuk-link" href={`/bring-in-data/${importId}/refused?reason=${reason.key}`}>
      {words}
      <span class="govuk-visually-hidden"> of {reason.file}</span>
    </a>
  )
}
