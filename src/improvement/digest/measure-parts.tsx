/** How the parts of a measure differ: a funnel where chance can be told, else a table. */
import type { JSX } from 'preact'
import { idOfBy, type By } from '../../engine/measures/breakdown.ts'
import { monthName } from '../../engine/measures/months.ts'
import { perOf, type Point } from '../../engine/measures/series.ts'
import { FunnelChart } from '../../engine/web/charts/funnel-chart.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { labelOfBy } from './bys.ts'
import { choiceQuery, type Choice } from './choice.ts'
import type { MeasureTold, Parted } from './find-measure.ts'
import { figureInWords, monthWords, ofHowMany } from './words.ts'
import { whole } from './measure-chart.tsx'

export function Parts({
  told: { measure },
  parted,
  choice,
  request,
}: {
  readonly told: MeasureTold
  readonly parted: Parted
  readonly choice: Choice
  readonly request: PageRequest
}): JSX.Element {
  const { by, label, parts, funnel, months } = parted
  const query = choiceQuery(choice)
  const others = measure.by.filter((each) => !by.includes(each))
  const time =
    months === 1 ? `at the end of ${monthWords(monthName(choice.month))}` : `${months} months to ${monthWords(monthName(choice.month))}`
  const apart = funnel?.groups.filter(({ is }) => is !== 'within chance' && is !== 'nothing to compare') ?? []
  return (
    <>
      <h2 class="govuk-heading-m">By {label.toLowerCase()}</h2>
      {funnel !== null && (
        <p class="govuk-body">
          {apart.length === 0
            ? 'None differs from the others by more than chance.'
            : `${apart.map(({ name }) => name).join(', ')} ${apart.length === 1 ? 'differs' : 'differ'} from the others by more than chance. The rest do not.`}
        </p>
      )}
      {funnel !== null && (
        <FunnelChart
          id="parts"
          title={`${measure.name} by ${label.toLowerCase()}`}
          description={apart.length === 0 ? 'All lie within the limits of chance.' : apart.map(({ says }) => says).join(' ')}
          funnel={funnel}
          sort="part"
          per={perOf(measure)}
          better={measure.better}
          value={(value) => figureInWords(measure, value)}
          size={`Out of how many, ${time}`}
          group={label}
          range={whole(measure)}
        >
          <p class="govuk-body gt-small gt-quiet">Dotted: 95% limits. Dashed: 99.8% limits. Not a league table.</p>
        </FunnelChart>
      )}
      {(funnel === null || by.length > 1) && (
        <Table
          caption={`${measure.name} by ${label.toLowerCase()}, ${time}`}
          hideCaption
          rows={parts}
          columns={[
            ...by.map((each, place) => ({
              heading: labelOfBy(each, measure),
              names: place === 0,
              cell: ({ words }: (typeof parts)[number]) => words[place] ?? '',
            })),
            { heading: 'Figure', numeric: true, cell: ({ points }) => figureInWords(measure, points.at(-1)?.value ?? null) },
            { heading: 'A year before', numeric: true, cell: ({ points }) => figureInWords(measure, points.at(-13)?.value ?? null) },
            ...(measure.statistic === 'count'
              ? []
              : [
                  {
                    heading: 'Counted',
                    numeric: true,
                    cell: ({ points }: (typeof parts)[number]) => (points.at(-1) ? (ofHowMany(measure, points.at(-1) as Point) ?? '') : ''),
                  },
                ]),
          ]}
        />
      )}
      <ul class="gt-tools">
        {others.map((each) => (
          <li>
            <a class="govuk-link" href={request.link(`/measures/${measure.id}`, { ...query, by: idOfBy(each) })}>
              By {labelOfBy(each, measure).toLowerCase()}
            </a>
          </li>
        ))}
      </ul>
      {by.length === 1 && others.length > 0 && (
        <Details summary={`${label} and something else`}>
          <ul class="govuk-list">
            {others.map((each) => (
              <li>
                <a
                  class="govuk-link"
                  href={request.link(`/measures/${measure.id}`, { ...query, by: idOfBy(by[0] as By), and: idOfBy(each) })}
                >
                  By {label.toLowerCase()} and {labelOfBy(each, measure).toLowerCase()}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
