/** A monthly digest on the screen and in print: figures with their commentary; and the months there are. */
import type { JSX } from 'preact'
import { monthName } from '../../engine/measures/months.ts'
import { SmallChart } from '../../engine/web/charts/small-chart.tsx'
import { Button } from '../../engine/web/components/button.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { Textarea } from '../../engine/web/components/fields.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { InsetText } from '../../engine/web/components/messages.tsx'
import { Print } from '../../engine/web/components/print.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { longDate, momentInWords } from '../../engine/web/words.ts'
import type { MonthlyCharts, MonthlyRow } from './monthly.ts'
import { areaComment, asKnown, type Paper } from './monthly-files.ts'
import { WayShown } from './variation.tsx'
import { monthWords } from './words.ts'

export interface MonthlyFound extends Paper {
  readonly charts: MonthlyCharts
}

export function MonthsShown({
  frozen,
  latest,
  request,
}: {
  readonly frozen: readonly { month: string; at: string; by: string | null }[]
  readonly latest: number
  readonly request: PageRequest
}): JSX.Element {
  const months = Array.from({ length: 12 }, (_, back) => monthName(latest - back))
  const all = [...new Set([...months, ...frozen.map(({ month }) => month)])].sort().reverse()
  return (
    <Shown title="Monthly digests" back={{ href: request.link('/digest'), label: 'Digest' }}>
      <h1 class="govuk-heading-l">Monthly digests</h1>
      <p class="gt-lede">The figures of a month with what their author says of them. Once frozen, one stays as it was known that day.</p>
      <Table
        caption="Monthly digests"
        hideCaption
        rows={all}
        columns={[
          {
            heading: 'Month',
            names: true,
            cell: (month) => (
              <a class="govuk-link" href={request.link(`/monthly-digests/${month}`)}>
                {monthWords(month)}
              </a>
            ),
          },
          {
            heading: 'Stands',
            cell: (month) => {
              const one = frozen.find((each) => each.month === month)
              return one ? `Frozen ${momentInWords(one.at)}${one.by === null ? '' : ` by ${one.by}`}` : 'Draft: figures as known now'
            },
          },
        ]}
      />
    </Shown>
  )
}

export const anchor = (measure: string): string => `on-${measure.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`

export function MonthlyShown({
  monthly,
  comments,
  charts,
  frozenAt,
  council,
  request,
}: MonthlyFound & { readonly request: PageRequest }): JSX.Element {
  const { month } = monthly
  const mayWrite = frozenAt === null && request.may('keep figures') && request.knownAt === null
  const words = (measure: string): string => comments.find((each) => each.measure === measure)?.words ?? ''
  const author = (measure: string): string | null => comments.find((each) => each.measure === measure)?.author ?? null
  return (
    <Shown title={`Monthly digest, ${monthWords(month)}`} back={{ href: request.link('/monthly-digests'), label: 'Monthly digests' }}>
      <div class="gt-top">
        <div>
          <h1 class="govuk-heading-l">Monthly digest, {monthWords(month)}</h1>
          <p class="gt-lede">
            {council}. {asKnown({ monthly, frozenAt })}.
          </p>
        </div>
        <ul class="gt-tools">
          <li>
            <a class="govuk-link" href={request.link(`/monthly-digests/${month}/digest.docx`)}>
              Save as Word document
            </a>
          </li>
          <li>
            <a class="govuk-link" href={request.link(`/monthly-digests/${month}/digest.xlsx`)}>
              Save as spreadsheet
            </a>
          </li>
          <Print />
        </ul>
      </div>
      {mayWrite && (
        <div class="gt-no-print">
          <InsetText>
            This is a draft: its figures follow the records until it is frozen. Figures stay then as they are known today,{' '}
            {longDate(monthly.day)}.
          </InsetText>
          <Form action={`/monthly-digests/${month}/freeze`}>
            <Button onceOnly>Freeze this digest</Button>
          </Form>
        </div>
      )}
      {monthly.areas.length === 0 && <p class="govuk-body">Nothing is recorded yet that measures count.</p>}
      {monthly.areas.map((area) => (
        <section>
          <h2 class="govuk-heading-m" id={anchor(areaComment(area))}>
            {area}
          </h2>
          <Commentary
            month={month}
            measure={areaComment(area)}
            label={`What is to be said of ${area.toLowerCase()}`}
            words={words(areaComment(area))}
            author={author(areaComment(area))}
            mayWrite={mayWrite}
          />
          <Table
            caption={`${area}, ${monthWords(month)}`}
            hideCaption
            looks="gt-digest"
            rows={monthly.rows.filter((row) => row.area === area)}
            rowId={(row) => anchor(row.measure)}
            columns={[
              {
                heading: 'Measure',
                names: true,
                cell: (row: MonthlyRow) => (
                  <>
                    <a class="govuk-link" href={request.link(`/measures/${row.measure}`, { month })}>
                      {row.name}
                    </a>
                    <small>{row.local ? `Made here. ${row.time}` : row.time}</small>
                  </>
                ),
              },
              {
                heading: 'Figure',
                numeric: true,
                cell: ({ says, of }: MonthlyRow) => (
                  <>
                    <b>{says}</b>
                    {of !== null && <small>{of}</small>}
                  </>
                ),
              },
              { heading: 'Target', numeric: true, cell: ({ target }: MonthlyRow) => target ?? '–' },
              {
                heading: 'England',
                numeric: true,
                cell: ({ england, englandTime }: MonthlyRow) =>
                  england === null ? (
                    '–'
                  ) : (
                    <>
                      {england}
                      <small>{englandTime}</small>
                    </>
                  ),
              },
              { heading: '24 months', cell: (row: MonthlyRow) => <RowChart row={row} charts={charts} /> },
              { heading: 'Change', cell: ({ change }: MonthlyRow) => <WayShown way={change.way} says={change.says} /> },
              {
                heading: 'Target in reach?',
                cell: ({ reach }: MonthlyRow) => (reach === null ? '–' : <WayShown way={reach.way} says={reach.says} />),
              },
              {
                heading: 'Commentary',
                cell: (row: MonthlyRow) => (
                  <Commentary
                    month={month}
                    measure={row.measure}
                    label={`What is behind ${row.name}, and what is done`}
                    words={words(row.measure)}
                    author={author(row.measure)}
                    mayWrite={mayWrite}
                  />
                ),
              },
            ]}
          />
        </section>
      ))}
      {frozenAt !== null && request.may('keep figures') && request.knownAt === null && (
        <Details summary="Take this digest back">
          <p class="govuk-body">It becomes a draft again, and its figures follow the records. What was printed stays in its history.</p>
          <Form action={`/monthly-digests/${month}/take-back`}>
            <Button kind="warning">Take it back</Button>
          </Form>
        </Details>
      )}
    </Shown>
  )
}

function RowChart({ row, charts }: { readonly row: MonthlyRow; readonly charts: MonthlyCharts }): JSX.Element {
  const chart = charts[row.measure]
  if (!chart) return <span class="gt-quiet">No chart</span>
  return <SmallChart label={`${row.name}: ${row.change.says}`} chart={chart} better={row.better} target={row.targetValue} />
}

interface CommentaryProps {
  readonly month: string
  readonly measure: string
  readonly label: string
  readonly words: string
  readonly author: string | null
  readonly mayWrite: boolean
}

function Commentary({ month, measure, label, words, author, mayWrite }: CommentaryProps): JSX.Element {
  const said = words !== '' && (
    <>
      {words.split(/\n+/).map((line) => (
        <p class="govuk-body">{line}</p>
      ))}
      {author !== null && <p class="govuk-body gt-small gt-quiet">{author}</p>}
    </>
  )
  if (!mayWrite) return <>{said}</>
  return (
    <>
      {said}
      <div class="gt-no-print">
        <Details summary={words === '' ? 'Write' : 'Change'}>
          <Form action={`/monthly-digests/${month}/comment`}>
            <input type="hidden" name="measure" value={measure} />
            <Textarea id={`${anchor(measure)}-words`} name="words" label={label} value={words} rows={4} />
            <Button kind="secondary">Save</Button>
          </Form>
        </Details>
      </div>
    </>
  )
}
