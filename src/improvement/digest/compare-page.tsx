/** Compare: teams, providers and whoever refers, by limits that allow for chance. Nobody is ranked. */
import type { JSX } from 'preact'
import { idOfBy, type By } from '../../engine/measures/breakdown.ts'
import { falseDiscoveryRates } from '../../engine/measures/false-discovery.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { monthName } from '../../engine/measures/months.ts'
import { perOf } from '../../engine/measures/series.ts'
import { FunnelChart } from '../../engine/web/charts/funnel-chart.tsx'
import { funnelKey, Key } from '../../engine/web/charts/key.tsx'
import { Print } from '../../engine/web/components/print.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import { labelOfBy } from './bys.ts'
import { choiceFrom, choiceQuery, type Choice } from './choice.ts'
import { ChoiceForm } from './choice-form.tsx'
import { findParts, type Parted } from './find-measure.ts'
import type { MeasuredNow } from './measured.ts'
import { figureInWords, monthWords } from './words.ts'

/** By what services are compared: who works with children, who looks after them, who refers them. */
const compared = ['team', 'provider', 'source'] as const

const why = 'It shows figures of teams and providers, and nobody’s record.'

interface Apart {
  readonly measure: Measure
  readonly by: By
  readonly name: string
  readonly value: number
  readonly centre: number
  readonly numerator: number
  readonly denominator: number
  readonly chance: number
  readonly above: boolean
}

export function comparePages(measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  return [
    page('/compare', {
      may: 'see figures',
      looks: null,
      noLookBecause: why,
      find: async (request): Promise<{ choice: Choice; apart: readonly Apart[]; measures: readonly Measure[] }> => {
        const day = dayOf(request, todayOf)
        return request.read(async (tx) => {
          const measured = await measuredNow(tx)
          const choice = choiceFrom(request.query, measured.dimensions, day)
          const measures = measured.measures.filter((each) => bysCompared(each).length > 0)
          const all: Apart[] = []
          for (const measure of measures)
            for (const by of bysCompared(measure)) {
              const { funnel } = await findParts(tx, measured, measure, [by], { month: choice.month, among: [] })
              if (funnel === null || funnel.centre === null) continue
              for (const { name, value, numerator, denominator, chance, is } of funnel.groups)
                if (value !== null && chance !== null)
                  all.push({
                    measure,
                    by,
                    name,
                    value,
                    centre: funnel.centre,
                    numerator,
                    denominator,
                    chance,
                    above: is === 'above chance' || value > funnel.centre,
                  })
            }
          // So many are looked at that some lie far out by chance: of those told, one in twenty may.
          const rates = falseDiscoveryRates(all.map(({ chance }) => chance))
          const apart = all.filter((_, at) => (rates[at] ?? 1) <= 0.05).sort((a, b) => a.chance - b.chance)
          return { choice, apart, measures }
        })
      },
      show: (found, request) => <CompareShown {...found} request={request as PageRequest} />,
    }),
    page('/compare/:measure', {
      may: 'see figures',
      looks: null,
      noLookBecause: why,
      find: async (request): Promise<{ choice: Choice; measure: Measure; parted: readonly Parted[] }> => {
        const day = dayOf(request, todayOf)
        return request.read(async (tx) => {
          const measured = await measuredNow(tx)
          const measure = measured.measures.find(({ id }) => id === request.params.measure)
          if (!measure) throw new NotThere()
          const choice = choiceFrom(request.query, measured.dimensions, day)
          const parted: Parted[] = []
          for (const by of measure.by)
            if (typeof by === 'string' || by.counted)
              parted.push(await findParts(tx, measured, measure, [by], { month: choice.month, among: [] }))
          return { choice, measure, parted }
        })
      },
      show: (found, request) => <MeasureCompared {...found} request={request as PageRequest} />,
    }),
  ]
}

const bysCompared = (measure: Measure): readonly By[] =>
  measure.statistic === 'share' ? measure.by.filter((by) => (compared as readonly string[]).includes(idOfBy(by))) : []

function CompareShown({
  choice,
  apart,
  measures,
  request,
}: {
  readonly choice: Choice
  readonly apart: readonly Apart[]
  readonly measures: readonly Measure[]
  readonly request: PageRequest
}): JSX.Element {
  const query = { month: choiceQuery(choice).month ?? null }
  return (
    <Shown title="Compare" back={{ href: request.link('/digest', query), label: 'Digest' }}>
      <div class="gt-top">
        <div>
          <h1 class="govuk-heading-l">Compare</h1>
          <p class="gt-lede">
            {apart.length === 0
              ? 'No team, provider or referrer differs from the others by more than chance.'
              : `${apart.length} ${apart.length === 1 ? 'differs' : 'differ'} from the others by more than chance.`}
          </p>
        </div>
        <ul class="gt-tools">
          <Print />
        </ul>
      </div>
      <ChoiceForm action="/compare" choice={choice} groups={[]} request={request} />
      <p class="govuk-body gt-prose">
        Teams, providers and whoever refers, each against all together, for every measure that is a share: over the 12 months to{' '}
        {monthWords(monthName(choice.month))}, or at its end. So many are looked at that some lie far out by chance alone: that is allowed
        for, and of those below about one in twenty may be chance (Benjamini and Hochberg 1995). It is a place to ask from, not a league
        table.
      </p>
      {apart.length > 0 && (
        <Table
          caption="Apart from the others by more than chance"
          hideCaption
          rows={apart}
          columns={[
            {
              heading: 'Measure',
              names: true,
              cell: ({ measure, by }) => (
                <a class="govuk-link" href={request.link(`/measures/${measure.id}`, { ...query, by: idOfBy(by) })}>
                  {measure.name}
                </a>
              ),
            },
            { heading: 'Who', cell: ({ name, by, measure }) => `${labelOfBy(by, measure)}: ${name}` },
            {
              heading: 'Figure',
              numeric: true,
              cell: ({ measure, value, numerator, denominator }) => `${figureInWords(measure, value)} (${numerator} of ${denominator})`,
            },
            { heading: 'All together', numeric: true, cell: ({ measure, centre }) => figureInWords(measure, centre) },
            {
              heading: 'Which way',
              cell: ({ measure, above }) =>
                measure.better === 'neutral' ? (above ? 'Higher' : 'Lower') : above === (measure.better === 'higher') ? 'Better' : 'Worse',
            },
          ]}
        />
      )}
      <h2 class="govuk-heading-m">Each measure compared</h2>
      <ul class="govuk-list gt-columns">
        {measures.map(({ id, name }) => (
          <li>
            <a class="govuk-link" href={request.link(`/compare/${id}`, query)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Shown>
  )
}

function MeasureCompared({
  choice,
  measure,
  parted,
  request,
}: {
  readonly choice: Choice
  readonly measure: Measure
  readonly parted: readonly Parted[]
  readonly request: PageRequest
}): JSX.Element {
  const query = choiceQuery(choice)
  return (
    <Shown title={`${measure.name}: compare`} back={{ href: request.link(`/measures/${measure.id}`, query), label: measure.name }}>
      <div class="gt-top">
        <h1 class="govuk-heading-l">{measure.name}: compare</h1>
        <ul class="gt-tools">
          <Print />
        </ul>
      </div>
      <ChoiceForm action={`/compare/${measure.id}`} choice={choice} groups={[]} request={request} />
      {measure.statistic === 'share' && <Key items={funnelKey} />}
      {parted.length === 0 && <p class="govuk-body">This measure is not parted by anything.</p>}
      {parted.map(({ by, label, parts, funnel, months }, at) => (
        <section>
          <h2 class="govuk-heading-m">By {label.toLowerCase()}</h2>
          {funnel === null ? (
            <Table
              caption={`${measure.name} by ${label.toLowerCase()}`}
              hideCaption
              rows={parts}
              columns={[
                { heading: label, names: true, cell: ({ words }) => words.join(', ') },
                { heading: 'Figure', numeric: true, cell: ({ points }) => figureInWords(measure, points.at(-1)?.value ?? null) },
                { heading: 'A year before', numeric: true, cell: ({ points }) => figureInWords(measure, points.at(-13)?.value ?? null) },
              ]}
            />
          ) : (
            <FunnelChart
              id={`parts-${at}`}
              title={`${measure.name} by ${label.toLowerCase()}`}
              description={
                funnel.groups
                  .filter(({ is }) => is !== 'within chance')
                  .map(({ says }) => says)
                  .join(' ') || 'All lie within the limits of chance.'
              }
              funnel={funnel}
              sort="part"
              per={perOf(measure)}
              better={measure.better}
              value={(value) => figureInWords(measure, value)}
              size={`Out of how many, ${months === 1 ? 'at the end of' : `${months} months to`} ${monthWords(monthName(choice.month))}`}
              group={label}
              range={{ from: 0, to: 100 }}
            >
              <a class="govuk-link" href={request.link(`/measures/${measure.id}`, { ...query, by: by.map(idOfBy).join() })}>
                Who is behind it
              </a>
            </FunnelChart>
          )}
        </section>
      ))}
    </Shown>
  )
}
