import type { ComponentChildren, JSX } from 'preact'
import { Details } from '../../engine/web/components/content.tsx'
import { InsetText, NotificationBanner } from '../../engine/web/components/messages.tsx'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { Table, type Column } from '../../engine/web/components/table.tsx'
import { Page } from '../../engine/web/layout.tsx'
import { countOf, dateAndTime, thousands } from '../../engine/web/words.ts'
import type { Difference } from './differences.ts'
import { DifferencesTable } from './differences-page.tsx'
import type { FileAndKind, ImportResult } from './imports.ts'
import { linesInWords, type Reason } from './reasons.ts'
import { outcomeOf, refusedInWords } from './words.ts'

export interface Result {
  readonly result: ImportResult
  readonly reasons: readonly Reason[]
  readonly page: number
  readonly differences: readonly Difference[]
  /** How many likely pairs wait for a decision; null for those who may not decide. */
  readonly pairs: number | null
  /** What has just been done, where something has. */
  readonly said: string | undefined
}

export const reasonsAPage = 50

/** What an import did: what went in, then what did not. */
export function ResultPage({ result, reasons, page, differences, pairs, said }: Result): JSX.Element {
  const { all, refusedFiles, takenBackAt } = result
  const outcome = outcomeOf({ ...all, refusedFiles, takenBackAt })
  const rows = all.added + all.changed + all.unchanged + all.refused
  return (
    <Page title={outcome} back={{ href: '/bring-in-data', label: 'Bring in data' }}>
      {said !== undefined && <NotificationBanner success heading={said} />}
      <div class="gt-top">
        <div>
          <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{outcome}</h1>
          <p class="gt-lede govuk-!-margin-bottom-0">
            {countOf(result.files, 'file', 'files')}, {countOf(rows, 'row', 'rows')}, {dateAndTime(result.broughtAt)}. Nothing was guessed.
          </p>
          <p class="govuk-body gt-small gt-quiet govuk-!-margin-bottom-0">Brought in by {result.broughtBy}</p>
        </div>
        <ul class="gt-tools">
          {reasons.length > 0 && (
            <li>
              <a class="govuk-link" href={`/bring-in-data/${result.id}/refused.csv`}>
                Save the refused rows
              </a>
            </li>
          )}
          {takenBackAt === null && (
            <li>
              <a class="govuk-link" href={`/bring-in-data/${result.id}/take-back`}>
                Take this import back
              </a>
            </li>
          )}
        </ul>
      </div>
      {takenBackAt !== null && (
        <InsetText>
          Taken back by {result.takenBackBy} on {dateAndTime(takenBackAt)}. The numbers below are what it did before that.
        </InsetText>
      )}
      <FilesTable each={result.each} all={all} />
      <p class="govuk-body gt-small gt-quiet gt-under">
        Changed: the earlier value is kept as history. Withdrawn: no longer in the extract; the record stays, marked.
      </p>
      {reasons.length > 0 && <RefusedByReason result={result} reasons={reasons} page={page} />}
      {result.disagreements > 0 && (
        <Section id="differences" title={`Two sources differ: ${countOf(result.disagreements, 'time', 'times')}`}>
          <p class="govuk-body gt-prose">We hold what the more trusted source says. What the other says is kept here for you to settle.</p>
          <DifferencesTable differences={differences} />
          {differences.length < result.disagreements && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/bring-in-data/${result.id}/differences`}>
                See all {thousands(result.disagreements)} differences
              </a>
            </p>
          )}
        </Section>
      )}
      {result.remarks.length > 0 && <Remarks remarks={result.remarks} />}
      {pairs !== null && pairs > 0 && (
        <Section id="pairs" title={`The same child twice? ${countOf(pairs, 'pair', 'pairs')} for you to decide`}>
          <p class="govuk-body">
            We did not join them. <a class="govuk-link" href="/pairs">Decide the likely pairs</a>
          </p>
        </Section>
      )}
    </Page>
  )
}

const Section = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ComponentChildren }): JSX.Element => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m gt-section" id={id}>
      {title}
    </h2>
    {children}
  </section>
)

type FilesProps = Pick<ImportResult, 'each' | 'all'>

/** A table longer than this leaves out the lines that say nothing new; they are one click away. */
const longTable = 20

const isQuiet = ({ added, changed, withdrawn, refused, what }: FileAndKind): boolean => added + changed + withdrawn + refused === 0 && what !== null

function FilesTable({ each, all }: FilesProps): JSX.Element {
  const quiet = each.filter(isQuiet)
  const folds = each.length > longTable && quiet.length > 1 && quiet.length < each.length
  return (
    <>
      <Table
        caption="What was in the files"
        rows={folds ? [...each.filter((row) => !isQuiet(row)), others(quiet)] : each}
        columns={fileColumns(folds ? each.filter((row) => !isQuiet(row)) : each)}
        foot={['All', '', ...[all.added, all.changed, all.unchanged, all.withdrawn, all.refused].map(thousands)]}
      />
      {folds && (
        <Details summary={`${countOf(quiet.length, 'other', 'others')}, with nothing new`}>
          <Table caption="Files with nothing new" hideCaption rows={quiet} columns={fileColumns(quiet)} />
        </Details>
      )}
    </>
  )
}

/** What is left out, as one line, so that the lines still add up. */
const others = (quiet: readonly FileAndKind[]): FileAndKind => ({
  file: countOf(quiet.length, 'other', 'others'),
  number: -1,
  what: 'Nothing new',
  saidFor: null,
  added: 0,
  changed: 0,
  unchanged: quiet.reduce((sum, { unchanged }) => sum + unchanged, 0),
  withdrawn: 0,
  refused: 0,
})

function fileColumns(each: readonly FileAndKind[]): readonly Column<FileAndKind>[] {
  const number = (of: keyof ImportResult['all']) => ({ numeric: true, cell: (row: FileAndKind) => thousands(row[of]) })
  return [
    {
      heading: 'File',
      names: true,
      // The second kind of one file stands under the first: its name is only read out.
      cell: ({ file, number: place }, at) => <span class={each[at - 1]?.number === place ? 'govuk-visually-hidden' : 'gt-name'}>{file}</span>,
    },
    {
      heading: 'What it is',
      cell: ({ what, saidFor }) =>
        what === null ? (
          <a class="govuk-link" href="#refused">
            Not understood
          </a>
        ) : (
          [what, saidFor].filter(Boolean).join(', ')
        ),
    },
    { heading: 'Added', ...number('added') },
    { heading: 'Changed', ...number('changed') },
    { heading: 'Unchanged', ...number('unchanged') },
    { heading: 'Withdrawn', ...number('withdrawn') },
    {
      heading: 'Refused',
      numeric: true,
      cell: ({ refused, file }) =>
        refused === 0 ? (
          0
        ) : (
          <a class="govuk-link" href="#refused" aria-label={`${thousands(refused)} refused in ${file}`}>
            {thousands(refused)}
          </a>
        ),
    },
  ]
}

function RefusedByReason({ result, reasons, page }: Pick<Result, 'result' | 'reasons' | 'page'>): JSX.Element {
  const { id, all, refusedFiles } = result
  const shown = reasons.slice((page - 1) * reasonsAPage, page * reasonsAPage)
  return (
    <Section id="refused" title={`Refused: ${refusedInWords(all.refused, refusedFiles)}, ${countOf(reasons.length, 'reason', 'reasons')}`}>
      <p class="govuk-body gt-prose">Mend these in the case system, then bring the same files in again. What is already in stays as it is.</p>
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
          { heading: 'Rows', numeric: true, cell: ({ rows, wholeFile }) => (wholeFile ? 0 : thousands(rows)) },
        ]}
      />
      <Pagination current={page} pages={Math.ceil(reasons.length / reasonsAPage)} href={(to) => `/bring-in-data/${id}?page=${to}#refused`} />
    </Section>
  )
}

const longestFound = 60

/** What stood in the cells: a few of the different things, cut where they are long. */
const Found = ({ found, moreFound, wholeFile }: Reason): JSX.Element => (
  <>
    {found.map((one, at) => (
      <>
        {at > 0 && ', '}
        {one === null || one === '' ? 'blank' : wholeFile ? one : <code class="gt-wrap">{[...one].length > longestFound ? `${[...one].slice(0, longestFound).join('')}…` : one}</code>}
      </>
    ))}
    {moreFound && ' and others'}
  </>
)

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

const Remarks = ({ remarks }: Pick<ImportResult, 'remarks'>): JSX.Element => (
  <Section id="remarks" title="What else we noticed">
    <p class="govuk-body">Nothing was refused for these.</p>
    {remarks.map(({ file, says }) => (
      <Details summary={`${file}: ${countOf(says.length, 'remark', 'remarks')}`}>
        <ul class="govuk-list govuk-list--bullet gt-wrap">
          {says.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </Details>
    ))}
  </Section>
)
