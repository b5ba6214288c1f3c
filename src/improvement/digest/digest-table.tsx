/** The digest as a table: now, target, England, a small chart, and what it says in words. */
import type { JSX } from 'preact'
import type { Measure } from '../../engine/measures/measure.ts'
import { SmallChart } from '../../engine/web/charts/small-chart.tsx'
import { monthName } from '../../engine/measures/months.ts'
import type { Column } from '../../engine/web/components/table.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import type { Comparator } from './beside.ts'
import { choiceQuery, type Choice } from './choice.ts'
import type { DigestRow } from './find-digest.ts'
import { changeInWords, reachInWords, WayShown } from './variation.tsx'
import { figureInWords, monthWords, ofHowMany } from './words.ts'

/** The columns of a digest: each measure a row. */
export function columns(choice: Choice, request: PageRequest): Column<DigestRow>[] {
  const query = choiceQuery(choice)
  return [
    {
      heading: 'Measure',
      names: true,
      cell: ({ measure }) => (
        <>
          <a class="govuk-link" href={request.link(`/measures/${measure.id}`, query)}>
            {measure.name}
          </a>
          {measure.local && <small>Made here</small>}
        </>
      ),
    },
    { heading: 'Now', numeric: true, cell: (row) => <Now row={row} /> },
    { heading: 'Target', numeric: true, cell: ({ measure, target }) => (target === null ? '–' : figureInWords(measure, target.value)) },
    { heading: 'England', numeric: true, cell: ({ measure, comparators }) => <England measure={measure} comparators={comparators} /> },
    {
      heading: `24 months to ${monthWords(monthName(choice.month))}`,
      cell: (row) => <RowChart row={row} />,
    },
    {
      heading: 'Change',
      cell: ({ measure, charted }) => {
        const { way, says } = changeInWords(charted, measure.noTrend)
        return <WayShown way={way} says={says} up={isUp(charted)} />
      },
    },
    {
      heading: 'Target in reach?',
      cell: ({ charted }) => {
        const reach = reachInWords(charted)
        return reach === null ? '–' : <WayShown way={reach.way} says={reach.says} up={reach.way === 'better'} />
      },
    },
  ]
}

/** Whether the latest figure lies above what it is held against. */
const isUp = (charted: DigestRow['charted']): boolean => {
  const last = charted?.chart.points.findLast(({ value }) => value !== null)
  return last !== undefined && last.value !== null && last.centre !== null && last.value > last.centre
}

function Now({ row: { measure, now } }: { readonly row: DigestRow }): JSX.Element {
  if (now === null) return <>–</>
  const of = ofHowMany(measure, now)
  return (
    <>
      <b>{now.value === null ? 'None' : figureInWords(measure, now.value)}</b>
      {of !== null && <small>{of}</small>}
      {measure.span !== 'moment' && measure.span !== 'month' && <small>{spanInShort(now.period, measure)}</small>}
    </>
  )
}

const spanInShort = (period: string, { span }: Measure): string =>
  span === '12 months' ? '12 months' : span === '3 years' ? '3 years' : `year to ${monthWords(period)}`

function England({ measure, comparators }: { readonly measure: Measure; readonly comparators: readonly Comparator[] }): JSX.Element {
  const england =
    comparators.find(({ geography }) => geography === 'England') ?? comparators.find(({ geography }) => geography === 'England and Wales')
  if (!england) return <span class="gt-quiet">{measure.national ? 'Not loaded' : 'Not published'}</span>
  // The count of a whole country says nothing beside that of one authority.
  if (measure.statistic === 'count') return <span class="gt-quiet">See the rate</span>
  return (
    <>
      {figureInWords(measure, england.value)}
      <small>{england.year}</small>
    </>
  )
}

function RowChart({ row: { measure, charted, target } }: { readonly row: DigestRow }): JSX.Element {
  if (charted === null) return <span class="gt-quiet">{measure.noTrend === null ? 'Nothing recorded' : 'No trend'}</span>
  const { says } = changeInWords(charted, measure.noTrend)
  return <SmallChart label={`${measure.name}: ${says}`} chart={charted.chart} better={measure.better} target={target?.value ?? null} />
}

/** Whose figures stand in the column of England. */
export function othersInWords(rows: readonly DigestRow[]): string {
  const sources = [
    ...new Set(
      rows.flatMap(({ comparators, measure }) =>
        measure.statistic === 'count'
          ? []
          : comparators.filter(({ geography }) => geography.startsWith('England')).map(({ source }) => source),
      ),
    ),
  ]
  return sources.length === 0 ? '' : `England: ${sources.join('; ')}.`
}
