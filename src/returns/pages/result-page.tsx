import type { JSX } from 'preact'
import { Details } from '../../engine/web/components/content.tsx'
import { InsetText, NotificationBanner } from '../../engine/web/components/messages.tsx'
import { Table, type Column } from '../../engine/web/components/table.tsx'
import { Page } from '../../engine/web/layout.tsx'
import { countOf, dateAndTime, thousands } from '../../engine/web/words.ts'
import type { Difference } from './differences.ts'
import { DifferencesTable } from './differences-page.tsx'
import type { FileAndKind, ImportResult } from './imports.ts'
import type { Reason } from './reasons.ts'
import { RefusedByReason } from './refused-by-reason.tsx'
import { Section } from './section.tsx'
import { outcomeOf, refusedInWords } from './words.ts'

interface Result {
  readonly result: ImportResult
  readonly reasons: readonly Reason[]
  readonly page: number
  readonly differences: readonly Difference[]
  /** How many likely pairs wait for a decision; null for those who may not decide. */
  readonly pairs: number | null
  /** What has just been done, where something has. */
  readonly said: string | undefined
}

export /** What an import did: what went in, then what did not. */
function ResultPage({ result, reasons, page, differences, pairs, said }: Result): JSX.Element {
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
          {all.refused > 0 && (
            <li>
              <a class="govuk-link" href={`/bring-in-data/${result.id}/refused.csv`}>
                Save the refused rows
              </a>
            </li>
          )}
          {takenBackAt === null && rows > 0 && (
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
      <Jumps result={result} pairs={pairs} />
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
            We did not join them.{' '}
            <a class="govuk-link" href="/pairs">
              Decide the likely pairs
            </a>
          </p>
        </Section>
      )}
    </Page>
  )
}

/** To what needs doing, past a long table. */
function Jumps({ result, pairs }: Pick<Result, 'result' | 'pairs'>): JSX.Element | null {
  const { all, refusedFiles, disagreements, remarks } = result
  const jumps = [
    ...(all.refused + refusedFiles > 0 ? [{ to: 'refused', says: `${refusedInWords(all.refused, refusedFiles)} refused` }] : []),
    ...(disagreements > 0 ? [{ to: 'differences', says: `Two sources differ ${countOf(disagreements, 'time', 'times')}` }] : []),
    ...(remarks.length > 0 ? [{ to: 'remarks', says: 'What else we noticed' }] : []),
    ...(pairs !== null && pairs > 0 ? [{ to: 'pairs', says: `${countOf(pairs, 'likely pair', 'likely pairs')} to decide` }] : []),
  ]
  if (jumps.length === 0) return null
  return (
    <ul class="gt-jump" aria-label="On this page">
      {jumps.map(({ to, says }) => (
        <li>
          <a class="govuk-link" href={`#${to}`}>
            {says}
          </a>
        </li>
      ))}
    </ul>
  )
}

type FilesProps = Pick<ImportResult, 'each' | 'all'>

/** A table longer than this leaves out the lines that say nothing new; they are one click away. */
const longTable = 20

const isQuiet = ({ added, changed, withdrawn, refused, what }: FileAndKind): boolean =>
  added + changed + withdrawn + refused === 0 && what !== null

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
      cell: ({ file, number: place }, at) => (
        <span class={each[at - 1]?.number === place ? 'govuk-visually-hidden' : 'gt-name'}>{file}</span>
      ),
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
