/** Everything that happened to a child, in order: a day and its heading, then what happened, then who said so. */
import type { JSX } from 'preact'
import { Checkboxes } from '../../engine/web/components/choices.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { DateText, Select } from '../../engine/web/components/fields.tsx'
import { Filter } from '../../engine/web/components/identity.tsx'
import type { FieldError } from '../../engine/web/components/messages.tsx'
import { Pagination } from '../../engine/web/components/pagination.tsx'
import { clockTime, countOf, longDate, thousands } from '../../engine/web/words.ts'
import { byMonth, periods, type Choice, type Period } from './chronology-filter.ts'
import type { ChronologyEntry } from './chronology.ts'

export const entriesOnAPage = 50

export interface ChronologyProps {
  readonly choice: Choice
  readonly errors: readonly FieldError[]
  /** Those of this page, in the order chosen. */
  readonly shown: readonly ChronologyEntry[]
  /** How many are chosen, and how many there are in all. */
  readonly chosen: number
  readonly total: number
  readonly groups: readonly { readonly group: string; readonly count: number }[]
  /** What 'this time in care' is called here; null where there was none. */
  readonly careIs: string | null
  readonly action: string
  readonly knownAt: string | null
  /** The same page with another choice. */
  readonly href: (changed: Partial<Choice>) => string
  readonly recordHref: (record: string) => string
  /** The small line below an entry. */
  readonly sourceOf: (entry: ChronologyEntry) => string
  /** What the entry once said, if it was corrected. */
  readonly correctionOf: (entry: ChronologyEntry) => string | null
  /** Plain date: what comes later is still to come, though it be written as if it had happened. */
  readonly day: string
}

export function Chronology(props: ChronologyProps): JSX.Element {
  const { total, chosen, shown, choice, href } = props
  if (total === 0)
    return (
      <>
        <h2 class="govuk-heading-m">Chronology</h2>
        <p class="govuk-body">
          Nothing that happened on a day is recorded yet. It appears here when somebody adds it, or when the case system’s next extract is
          brought in.
        </p>
      </>
    )
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-quarter">
        <Narrowing {...props} />
      </div>
      <div class="govuk-grid-column-three-quarters">
        <div class="gt-top" id="chronology">
          <h2 class="govuk-heading-m">Chronology</h2>
          <Tools {...props} />
        </div>
        <p class="gt-print-only">
          {countWords(chosen, total)}
          {choice.groups.length > 0 && `, of ${choice.groups.join(', ')}`}.
          {shown.length < chosen && ` Only ${shown.length} of them are on this page: choose Print beside the list to have them all.`}
        </p>
        {choice.all && (
          <p class="govuk-body gt-small gt-no-print">
            These are all of them on one page. Print it with your browser’s Print.{' '}
            <a class="govuk-link" href={href({})}>
              Back to pages of {entriesOnAPage}
            </a>
          </p>
        )}
        {chosen === 0 && (
          <p class="govuk-body">
            No entry matches.{' '}
            <a class="govuk-link" href={href({ groups: [], period: 'all', from: '', until: '' })}>
              Show everything
            </a>
          </p>
        )}
        {byMonth(shown).map(({ month, entries }) => (
          <section>
            <h3 class="govuk-heading-s gt-month">{monthInWords(month)}</h3>
            <ol class="gt-line">
              {entries.map((entry) => (
                <Entry entry={entry} {...props} />
              ))}
            </ol>
          </section>
        ))}
        {!choice.all && <Pagination current={choice.page} pages={Math.ceil(chosen / entriesOnAPage)} href={(page) => href({ page })} />}
      </div>
    </div>
  )
}

const countWords = (chosen: number, total: number): string =>
  chosen === total ? countOf(total, 'entry', 'entries') : `${thousands(chosen)} of ${countOf(total, 'entry', 'entries')}`

const Tools = ({ choice, chosen, total, href }: ChronologyProps): JSX.Element => (
  <ul class="gt-tools">
    <li>{countWords(chosen, total)}</li>
    <li>
      {choice.order === 'oldest' ? (
        <a class="govuk-link" href={href({ order: 'newest' })}>
          Newest first
        </a>
      ) : (
        <a class="govuk-link" href={href({ order: 'oldest' })}>
          Oldest first
        </a>
      )}
    </li>
    {!choice.all && chosen > 0 && (
      <li>
        <a class="govuk-link" href={href({ all: true })}>
          Print
        </a>
      </li>
    )}
  </ul>
)

function Narrowing({ choice, errors, groups, careIs, action, knownAt }: ChronologyProps): JSX.Element {
  const names = groups.map(({ group }) => group)
  const wrong = (field: string) => errors.find((error) => error.for === field)?.says
  const kept: [string, string][] = [
    ...(knownAt === null ? [] : ([['known-at', knownAt]] as [string, string][])),
    ...(choice.order === 'oldest' ? ([['order', 'oldest']] as [string, string][]) : []),
  ]
  const words: Readonly<Record<Period, string | null>> = { all: 'Everything', year: 'Last 12 months', care: careIs }
  const options = periods.flatMap((value) => (words[value] === null ? [] : [{ value, label: words[value] }]))
  return (
    <Filter action={action} kept={kept} heading="Filter">
      <Checkboxes
        name="show"
        label="Show"
        labelSize="s"
        small
        values={choice.groups.length === 0 ? names : choice.groups}
        choices={groups.map(({ group, count }) => ({
          value: group,
          label: (
            <>
              {group} <span class="gt-quiet">{thousands(count)}</span>
            </>
          ),
        }))}
      />
      <Select name="period" label="Period" labelSize="s" options={options} value={choice.period} full />
      <Details summary="Between two dates" open={choice.from !== '' || choice.until !== ''}>
        <DateText name="from" label="From" hint="" value={choice.from} error={wrong('from')} />
        <DateText name="until" label="To" hint="" value={choice.until} error={wrong('until')} />
      </Details>
    </Filter>
  )
}

function Entry({
  entry,
  recordHref,
  sourceOf,
  correctionOf,
  day: today,
}: ChronologyProps & { readonly entry: ChronologyEntry }): JSX.Element {
  const { on, group, line, record, withdrawn, withdrawnHere } = entry
  const [day = '', time] = on.split(' ')
  const correction = correctionOf(entry)
  const link = (
    <a class="govuk-link" href={recordHref(record)}>
      {line}
      <span class="govuk-visually-hidden">, {longDate(day)}</span>
    </a>
  )
  return (
    <li>
      <div>
        <span class="gt-nowrap">{longDate(day)}</span>
        <small>
          {group}
          {time !== undefined && `, ${clockTime(time)}`}
          {day > today && ', still to come'}
        </small>
      </div>
      <div>
        {withdrawn ? <del>{link}</del> : link}
        <small>
          {withdrawn && <b>{withdrawnHere ? 'Withdrawn here. ' : 'Withdrawn: no longer in the source’s extract. '}</b>}
          {sourceOf(entry)}
          {correction !== null && (
            <>
              .{' '}
              <a class="govuk-link" href={`${recordHref(record)}#history`}>
                {correction}
              </a>
            </>
          )}
        </small>
      </div>
    </li>
  )
}

/** 'March 2016' of '2016-03'. */
const monthInWords = (month: string): string => longDate(`${month}-01`).slice(2)
