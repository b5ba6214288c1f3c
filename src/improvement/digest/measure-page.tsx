/** A measure: its figure and chart, how its parts differ, the children behind a month, and what it counts. */
import type { JSX } from 'preact'
import { idOfBy, type By } from '../../engine/measures/breakdown.ts'
import { monthName } from '../../engine/measures/months.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { perOf, type Point } from '../../engine/measures/series.ts'
import { ControlChartShown } from '../../engine/web/charts/control-chart.tsx'
import { FunnelChart } from '../../engine/web/charts/funnel-chart.tsx'
import { controlKey, Key } from '../../engine/web/charts/key.tsx'
import { Details, Facts } from '../../engine/web/components/content.tsx'
import { InsetText } from '../../engine/web/components/messages.tsx'
import { Print } from '../../engine/web/components/print.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { listFrom } from '../../engine/web/list-choice.ts'
import { listAsCsv, listAsXlsx } from '../../engine/web/list-save.ts'
import { List } from '../../engine/web/list.tsx'
import { NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { countOf, longDate } from '../../engine/web/words.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import { slugOf } from './areas.ts'
import { behindList, type BehindRow } from './behind-list.tsx'
import { labelOfBy } from './bys.ts'
import { choiceFrom, choiceQuery, type Choice } from './choice.ts'
import { ChoiceForm, groupsToChoose, type GroupChoice } from './choice-form.tsx'
import { byOf, findBehind, findMeasureTold, findParts, type MeasureTold, type Parted } from './find-measure.ts'
import { frozenFigures, type FrozenFigure } from './frozen.ts'
import { monthsShown, type MeasuredNow } from './measured.ts'
import { TargetAndLimits } from './measure-settings.tsx'
import { changeInWords, reachInWords, WayShown } from './variation.tsx'
import { figureInWords, monthWords, ofHowMany, timeInWords } from './words.ts'

interface Found {
  readonly day: string
  readonly choice: Choice
  readonly told: MeasureTold
  readonly parted: Parted | null
  readonly behind: readonly BehindRow[] | null
  readonly groups: readonly GroupChoice[]
  readonly frozen: FrozenFigure | null
}

export function measurePages(measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  const found = async (request: PageRequest<'/measures/:measure'>, withRows: boolean): Promise<Found> => {
    const day = dayOf(request, todayOf)
    const answer = await request.read(async (tx) => {
      const measured = await measuredNow(tx)
      const measure = measured.measures.find(({ id }) => id === request.params.measure)
      if (!measure) throw new NotThere()
      const choice = choiceFrom(request.query, measured.dimensions, day)
      const told = await findMeasureTold(tx, measured, measure, choice)
      const bys = bysAsked(measure, request.query)
      const parted = bys.length === 0 ? null : await findParts(tx, measured, measure, bys, choice)
      const behind = withRows && request.may('read a child') ? await findBehind(tx, measured, measure, choice) : null
      const groups = measure.of.about.table === 'person' ? await groupsToChoose(tx, measured.dimensions) : []
      const [frozen = null] = await frozenFigures(tx, monthName(choice.month), measure.id)
      return { day, choice, told, parted, behind, groups, frozen }
    })
    request.lookAt(null, `${answer.told.measure.id}, ${monthName(answer.choice.month)}`)
    return answer
  }
  const rows = (as: typeof listAsCsv) => (answer: Found, request: unknown) => {
    const list = behindList(answer.told.measure, request as PageRequest)
    return as(
      list,
      listFrom((request as PageRequest).query, list, answer.behind ?? []).kept,
      `${answer.told.measure.name}, ${monthName(answer.choice.month)}`,
    )
  }
  return [
    page('/measures/:measure', {
      may: 'see figures',
      looks: 'Opened a measure',
      find: (request) => found(request as PageRequest<'/measures/:measure'>, true),
      show: (answer, request) => <MeasureShown {...answer} request={request as PageRequest} />,
    }),
    page('/measures/:measure/list.csv', {
      may: 'read a child',
      looks: 'Saved what is behind a measure',
      find: (request) => found(request as PageRequest<'/measures/:measure'>, true),
      show: rows(listAsCsv),
    }),
    page('/measures/:measure/list.xlsx', {
      may: 'read a child',
      looks: 'Saved what is behind a measure',
      find: (request) => found(request as PageRequest<'/measures/:measure'>, true),
      show: rows(listAsXlsx),
    }),
  ]
}

/** What the address parts the measure by: one thing or two, the first of those there are where nothing is asked. */
function bysAsked(measure: Measure, query: URLSearchParams): readonly By[] {
  const asked = ['by', 'and'].flatMap((name) => byOf(measure, query.get(name)) ?? [])
  const [one, other] = asked
  if (one !== undefined) return other === undefined || other === one ? [one] : [one, other]
  const usual = measure.by.find((each) => idOfBy(each) === 'team') ?? measure.by[0]
  return usual === undefined || query.has('by') ? [] : [usual]
}

function MeasureShown({ choice, told, parted, behind, groups, frozen, request }: Found & { readonly request: PageRequest }): JSX.Element {
  const { measure, points, charted, target } = told
  const now = points.at(-1) ?? null
  const query = choiceQuery(choice)
  const change = changeInWords(charted, measure.noTrend)
  const reach = reachInWords(charted)
  return (
    <Shown title={measure.name} back={{ href: request.link(`/digest/${slugOf(measure.area)}`, query), label: measure.area }}>
      <div class="gt-top">
        <div>
          <h1 class="govuk-heading-l">{measure.name}</h1>
          <p class="gt-lede">{nowInWords(measure, now, points)}</p>
        </div>
        <ul class="gt-tools">
          <li>
            <a class="govuk-link" href={request.link(`/compare/${measure.id}`, { month: query.month ?? null })}>
              Compare
            </a>
          </li>
          <Print />
        </ul>
      </div>
      {measure.local && <InsetText>This measure was made here. {measure.source}.</InsetText>}
      {choice.errors.map((sentence) => (
        <InsetText>{sentence}</InsetText>
      ))}
      <p class="gt-ways">
        <WayShown way={change.way} says={charted?.chart.variation.says ?? change.says} />{' '}
        {reach !== null && <WayShown way={reach.way} says={targetInWords(measure, reach.says, target?.value ?? null)} />}
      </p>
      <ChoiceForm action={`/measures/${measure.id}`} choice={choice} groups={groups} request={request} />
      <MeasureChart told={told} choice={choice} request={request} />
      <div class="gt-two">
        <section>{parted && <Parts told={told} parted={parted} choice={choice} request={request} />}</section>
        <section id="behind">
          {behind === null ? (
            <p class="govuk-body">Who is behind the figure is shown to those who may open their records.</p>
          ) : (
            <List
              list={listFrom(request.query, behindList(measure, request), behind)}
              heading={`Behind ${timeInWords(measure, now?.period ?? monthName(choice.month)).replace(/^[AI]/, (letter) => letter.toLowerCase())}`}
              nothing={`Nothing counts ${timeInWords(measure, monthName(choice.month)).toLowerCase()}.`}
              save={{ csv: `/measures/${measure.id}/list.csv`, xlsx: `/measures/${measure.id}/list.xlsx` }}
            />
          )}
        </section>
      </div>
      <h2 class="govuk-heading-m">What it counts</h2>
      <Definition told={told} choice={choice} frozen={frozen} />
      {request.may('keep figures') && request.knownAt === null && <TargetAndLimits measure={measure} told={told} month={choice.month} />}
    </Shown>
  )
}

/** '47% in February 2016, 7 of 15. It was 81% in February 2015.' */
function nowInWords(measure: Measure, now: Point | null, points: readonly Point[]): string {
  if (now === null || (now.value === null && (now.denominator ?? 0) === 0))
    return 'There is no figure for this month: nothing recorded counts.'
  const of = ofHowMany(measure, now)
  const time = timeInWords(measure, now.period).replace(/^[AI]/, (letter) => letter.toLowerCase())
  const before = points.at(-13)
  const then = before === undefined || before.value === null ? '' : ` A year before it was ${figureInWords(measure, before.value)}.`
  return `${figureInWords(measure, now.value)} ${time}${of === null ? '' : `, ${of}`}.${then}`
}

const targetInWords = (measure: Measure, says: string, target: number | null): string =>
  target === null ? says : says.replace('the target', `the target of ${figureInWords(measure, target)}`)

const whole = (measure: Measure): { from?: number; to?: number } => (measure.statistic === 'share' ? { from: 0, to: 100 } : { from: 0 })

function MeasureChart({
  told: { measure, points, charted, target },
  choice,
  request,
}: {
  readonly told: MeasureTold
  readonly choice: Choice
  readonly request: PageRequest
}): JSX.Element {
  if (charted === null)
    return (
      <p class="govuk-body gt-quiet">
        {measure.noTrend === null ? 'There is no chart yet: nothing recorded counts.' : `There is no chart: ${measure.noTrend}.`}
      </p>
    )
  const { chart, chosen, heldFrom } = charted
  const query = choiceQuery(choice)
  const months = new Map(points.map(({ period }) => [monthWords(period), period]))
  const last = chart.points.at(-1)?.period ?? ''
  return (
    <>
      <Key items={controlKey} />
      <ControlChartShown
        id="chart"
        title={`${measure.name}, ${chart.points[0]?.period ?? ''} to ${last}`}
        description={`${chart.variation.says} ${chart.assurance.is === null ? '' : chart.assurance.says}`.trim()}
        chart={chart}
        better={measure.better}
        target={target?.value ?? null}
        value={(value) => figureInWords(measure, value)}
        range={whole(measure)}
        href={(period) => `${request.link(`/measures/${measure.id}`, { ...query, month: months.get(period) ?? null })}#behind`}
        {...(measure.statistic === 'share' ? { counted: ['Counted', 'Out of'] as const } : {})}
      >
        <p class="govuk-body gt-small gt-quiet">
          {chosen.why} {heldFrom === null ? '' : `Limits are set by the figures to ${heldFrom}; later ones are held against them.`}
          {measure.span === '12 months' || measure.span === '3 years'
            ? ' The figure above is of a longer time; the chart shows each month by itself, because figures that overlap would seem to drift.'
            : ''}
        </p>
      </ControlChartShown>
      {(measure.span === '12 months' || measure.span === '3 years') && (
        <Details summary={`Each month’s figure over ${measure.span}, as a table`} id="over-time">
          <Series measure={measure} points={points} />
        </Details>
      )}
    </>
  )
}

const Series = ({ measure, points }: { readonly measure: Measure; readonly points: readonly Point[] }): JSX.Element => (
  <Table
    caption={`${measure.name}, ${monthsShown} months`}
    hideCaption
    rows={points.filter(({ value }) => value !== null)}
    columns={[
      { heading: 'To the end of', names: true, cell: ({ period }) => monthWords(period) },
      { heading: 'Figure', numeric: true, cell: ({ value }) => figureInWords(measure, value) },
      { heading: 'Counted', numeric: true, cell: (point) => ofHowMany(measure, point) ?? '' },
    ]}
  />
)

function Parts({
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

function Definition({
  told,
  choice,
  frozen,
}: {
  readonly told: MeasureTold
  readonly choice: Choice
  readonly frozen: FrozenFigure | null
}): JSX.Element {
  const { measure, target, comparators, estimate, points } = told
  const fact = (name: string, value: string | JSX.Element | null | undefined) => (value ? [{ name, value }] : [])
  const now = points.at(-1)
  const differs = frozen !== null && now !== undefined && (frozen.numerator !== now.numerator || frozen.denominator !== now.denominator)
  return (
    <Facts
      facts={[
        { name: 'Counted', value: measure.says.counted },
        ...fact('Out of', measure.says.outOf),
        ...fact('Left out', measure.says.leftOut),
        { name: 'Time', value: timeInWords(measure, now?.period ?? monthName(choice.month)) },
        {
          name: 'Better is',
          value: `${measure.better === 'neutral' ? 'neither higher nor lower' : measure.better}. ${
            target === null
              ? 'No target is set.'
              : `Target ${figureInWords(measure, target.value)}${target.from === null ? '' : `, since ${longDate(target.from)}`}${target.why === null ? '' : `: ${target.why}`}.`
          }`,
        },
        ...fact(
          'To how many people',
          estimate &&
            `${estimate.people.toLocaleString('en-GB')} of ages ${estimate.from} to ${estimate.until - 1} on ${longDate(estimate.on)}${estimate.source === null ? '' : ` (${estimate.source})`}`,
        ),
        ...(measure.statistic === 'rate' && estimate === null
          ? [{ name: 'To how many people', value: 'No population estimate is recorded, so there is no rate. Add one under Records.' }]
          : []),
        ...comparators.map(({ geography, value, time, source, note }) => ({
          name: geography,
          value: `${figureInWords(measure, value)}, ${time}. ${source}${note === null ? '' : `; ${note}`}`,
        })),
        ...fact('Note', measure.says.note),
        { name: 'Source', value: measure.source },
        ...(frozen === null
          ? []
          : [
              {
                name: 'As printed',
                value: (
                  <>
                    {differs
                      ? `The digest of ${monthWords(monthName(choice.month))} said ${figureInWords(measure, frozen.value)}${frozen.denominator === null ? '' : ` (${frozen.numerator} of ${frozen.denominator})`}; ${laterInWords(frozen, now)} recorded or corrected after it was printed. `
                      : `As in the digest of ${monthWords(monthName(choice.month))}. `}
                    <a class="govuk-link" href={`/measures/${measure.id}?month=${monthName(choice.month)}&known-at=${frozen.knownAt}`}>
                      What it said then
                    </a>
                  </>
                ),
              },
            ]),
        ...fact(
          'For other programs',
          <>
            SQL: <code>select * from facts where facts = '{measure.of.id}'</code>. Terminal:{' '}
            <code>bin/goldthread measure {measure.id}</code>.
          </>,
        ),
      ]}
    />
  )
}

/** '3 were', 'some were': how many lines came after the print. */
function laterInWords(frozen: FrozenFigure, now: Point | undefined): string {
  const more = (now?.denominator ?? now?.numerator ?? 0) - (frozen.denominator ?? frozen.numerator ?? 0)
  return more > 0 ? `${countOf(more, 'line was', 'lines were')}` : 'some were'
}
