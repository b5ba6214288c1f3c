/** A measure: its figure and chart, how its parts differ, the children behind a month, and what it counts. */
import type { JSX } from 'preact'
import { idOfBy, type By } from '../../engine/measures/breakdown.ts'
import { monthName } from '../../engine/measures/months.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import type { Point } from '../../engine/measures/series.ts'
import { InsetText } from '../../engine/web/components/messages.tsx'
import { Print } from '../../engine/web/components/print.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { listFrom } from '../../engine/web/list-choice.ts'
import { listAsCsv, listAsXlsx } from '../../engine/web/list-save.ts'
import { List } from '../../engine/web/list.tsx'
import { NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import { slugOf } from './areas.ts'
import { behindList, type BehindRow } from './behind-list.tsx'
import { choiceFrom, choiceQuery, type Choice } from './choice.ts'
import { ChoiceForm, groupsToChoose, type GroupChoice } from './choice-form.tsx'
import { byOf, findBehind, findMeasureTold, findParts, type MeasureTold, type Parted } from './find-measure.ts'
import { frozenFigures, type FrozenFigure } from './frozen.ts'
import { chartedSpan, type MeasuredNow } from './measured.ts'
import { TargetAndLimits } from './measure-settings.tsx'
import { changeInWords, reachInWords, WayShown } from './variation.tsx'
import { figureInWords, monthWords, ofHowMany, timeInWords } from './words.ts'
import { MeasureChart } from './measure-chart.tsx'
import { Definition } from './measure-definition.tsx'
import { Parts } from './measure-parts.tsx'

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
      const behind =
        withRows && request.may('read a child')
          ? await findBehind(tx, measured, measure, choice, onlyTheMonth(measure, request.query) ? 'month' : measure.span)
          : null
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
      find: (request) => found(request, true),
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

/** Of a figure of many months, only what the last of them adds: where the address asks so. */
const onlyTheMonth = (measure: Measure, query: URLSearchParams): boolean =>
  query.get('behind') === 'month' && chartedSpan(measure) !== measure.span

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
  const alone = onlyTheMonth(measure, request.query)
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
        <section>
          <h2 class="govuk-heading-m">What it counts</h2>
          <Definition told={told} choice={choice} frozen={frozen} />
        </section>
      </div>
      <section id="behind">
        {behind === null ? (
          <p class="govuk-body">Who is behind the figure is shown to those who may open their records.</p>
        ) : (
          <>
            <List
              list={listFrom(request.query, behindList(measure, request), behind)}
              heading={`Behind it ${timeInWords(alone ? { span: 'month' } : measure, monthName(choice.month)).replace(/^[AI]/, (letter) => letter.toLowerCase())}`}
              nothing={`Nothing counts ${timeInWords(alone ? { span: 'month' } : measure, monthName(choice.month)).replace(/^[AI]/, (letter) => letter.toLowerCase())}.`}
              save={{ csv: `/measures/${measure.id}/list.csv`, xlsx: `/measures/${measure.id}/list.xlsx` }}
            />
            {chartedSpan(measure) !== measure.span && (
              <p class="govuk-body">
                <a
                  class="govuk-link"
                  href={`${request.link(`/measures/${measure.id}`, { ...query, behind: alone ? null : 'month' })}#behind`}
                >
                  {alone
                    ? `All that counts ${timeInWords(measure, monthName(choice.month)).replace(/^[AI]/, (letter) => letter.toLowerCase())}`
                    : `Only ${monthWords(monthName(choice.month))}`}
                </a>
              </p>
            )}
          </>
        )}
      </section>
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
