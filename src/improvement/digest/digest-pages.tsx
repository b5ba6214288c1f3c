/** The digest: one page an area, each measure a row, opening to the measure's own page. */
import type { JSX } from 'preact'
import type { Measure } from '../../engine/measures/measure.ts'
import { Key, smallKey } from '../../engine/web/charts/key.tsx'
import { InsetText } from '../../engine/web/components/messages.tsx'
import { Print } from '../../engine/web/components/print.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { countOf, longDate } from '../../engine/web/words.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import { areasOf, slugOf } from './areas.ts'
import { asOf, choiceFrom, choiceQuery, type Choice } from './choice.ts'
import { ChoiceForm, groupsToChoose, type GroupChoice } from './choice-form.tsx'
import { digestAsCsv, digestAsXlsx } from './digest-files.ts'
import { digestRows, hasFigures, type DigestRow } from './find-digest.ts'
import type { MeasuredNow } from './measured.ts'
import { changeInWords, reachInWords } from './variation.tsx'
import { Areas } from './digest-areas.tsx'
import { columns, othersInWords } from './digest-table.tsx'

interface Found {
  readonly day: string
  readonly choice: Choice
  readonly areas: readonly string[]
  readonly groups: readonly GroupChoice[]
}

interface FoundArea extends Found {
  readonly area: string
  readonly rows: readonly DigestRow[]
}

interface FoundAll extends Found {
  readonly rows: readonly DigestRow[]
}

const why = 'It shows figures, and nobody’s record.'

export function digestPages(measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  const findArea = async (given: unknown): Promise<FoundArea> => {
    const request = given as PageRequest<'/digest/:area'>
    const day = dayOf(request, todayOf)
    return request.read(async (tx) => {
      const measured = await measuredNow(tx)
      const areas = areasOf(measured.measures)
      const area = areas.find((each) => slugOf(each) === request.params.area)
      if (area === undefined) throw new NotThere()
      const choice = choiceFrom(request.query, measured.dimensions, day)
      const measures = measured.measures.filter((each) => each.area === area && canBeChosen(each, choice))
      const rows = await digestRows(tx, measured, measures, choice.month, choice.among)
      return { day, choice, areas, area, rows, groups: await groupsToChoose(tx, measured.dimensions) }
    })
  }
  return [
    page('/digest', {
      may: 'see figures',
      looks: null,
      noLookBecause: why,
      find: async (request): Promise<FoundAll> => {
        const day = dayOf(request, todayOf)
        return request.read(async (tx) => {
          const measured = await measuredNow(tx)
          const choice = choiceFrom(request.query, measured.dimensions, day)
          const rows = await digestRows(
            tx,
            measured,
            measured.measures.filter((each) => canBeChosen(each, choice)),
            choice.month,
            choice.among,
          )
          return { day, choice, areas: areasOf(measured.measures), rows, groups: await groupsToChoose(tx, measured.dimensions) }
        })
      },
      show: (found, request) => <AllShown {...found} request={request as PageRequest} />,
    }),
    page('/digest/:area', {
      may: 'see figures',
      looks: null,
      noLookBecause: why,
      find: findArea,
      show: (found, request) => <AreaShown {...found} request={request as PageRequest} />,
    }),
    page('/digest/:area/list.csv', {
      may: 'see figures',
      looks: null,
      noLookBecause: why,
      find: findArea,
      show: ({ area, rows, choice }) => digestAsCsv(area, rows, choice.month),
    }),
    page('/digest/:area/list.xlsx', {
      may: 'see figures',
      looks: null,
      noLookBecause: why,
      find: findArea,
      show: ({ area, rows, choice }) => digestAsXlsx(area, rows, choice.month),
    }),
  ]
}

/** A group of children says nothing of households, workers or complaints. */
const canBeChosen = ({ of }: Measure, { among }: Choice): boolean =>
  among.every(({ by }) => typeof by === 'string' || by.about === of.about)

/** 'At the end of February 2016, as known 3 March 2016. 1 measure is worse, 2 are better.' */
function summary(rows: readonly DigestRow[], choice: Choice, day: string): string {
  const ways = rows.map(({ charted }) => changeInWords(charted).way)
  const [worse, better] = ['worse', 'better'].map((way) => ways.filter((each) => each === way).length) as [number, number]
  const told =
    worse === 0 && better === 0
      ? 'Nothing has changed by more than chance.'
      : `${worse === 0 ? 'None is worse' : `${countOf(worse, 'measure is', 'measures are')} worse`}, ${better === 0 ? 'none is better' : better === 1 ? '1 is better' : `${better} are better`}.`
  return `${longDate(asOf(choice, day))}, as known ${longDate(day)}. ${told}`
}

function AreaShown({ area, rows, areas, choice, groups, day, request }: FoundArea & { readonly request: PageRequest }): JSX.Element {
  const told = rows.filter(hasFigures)
  const silent = rows.filter((row) => !hasFigures(row))
  const query = choiceQuery(choice)
  const save = (as: string) => request.link(`/digest/${slugOf(area)}/list.${as}`, query)
  return (
    <Shown title={`${area}: digest`}>
      <div class="gt-beside">
        <Areas areas={areas} current={area} choice={choice} request={request} />
        <div class="gt-beside__main">
          <div class="gt-top">
            <div>
              <h1 class="govuk-heading-l">{area}</h1>
              <p class="gt-lede">{summary(rows, choice, day)}</p>
            </div>
            <ul class="gt-tools">
              <li>
                <a class="govuk-link" href={save('xlsx')}>
                  Save as spreadsheet
                </a>
              </li>
              <li>
                <a class="govuk-link" href={save('csv')}>
                  Save as CSV
                </a>
              </li>
              <Print />
            </ul>
          </div>
          {choice.errors.map((sentence) => (
            <InsetText>{sentence}</InsetText>
          ))}
          <ChoiceForm action={`/digest/${slugOf(area)}`} choice={choice} groups={groups} request={request} />
          {told.length > 0 && (
            <>
              <Key items={smallKey} />
              <Table caption={`${area}: measures`} hideCaption looks="gt-digest" columns={columns(choice, request)} rows={told} />
              <p class="govuk-body gt-small gt-quiet gt-prose">
                {othersInWords(told)} The shaded band is where chance alone moves the figure.
              </p>
            </>
          )}
          {told.length === 0 && <p class="govuk-body">Nothing is recorded yet that these measures count.</p>}
          {silent.length > 0 && (
            <p class="govuk-body gt-small">
              Nothing recorded counts for:{' '}
              {silent.map(({ measure }, at) => (
                <>
                  {at > 0 && ', '}
                  <a class="govuk-link" href={request.link(`/measures/${measure.id}`, query)}>
                    {measure.name}
                  </a>
                </>
              ))}
              .
            </p>
          )}
        </div>
      </div>
    </Shown>
  )
}

function AllShown({ rows, areas, choice, groups, day, request }: FoundAll & { readonly request: PageRequest }): JSX.Element {
  const changed = (way: 'worse' | 'better') => rows.filter(({ charted }) => changeInWords(charted).way === way)
  const query = choiceQuery(choice)
  return (
    <Shown title="Digest">
      <div class="gt-beside">
        <Areas areas={areas} current={null} choice={choice} request={request} />
        <div class="gt-beside__main">
          <div class="gt-top">
            <div>
              <h1 class="govuk-heading-l">Digest</h1>
              <p class="gt-lede">{summary(rows, choice, day)}</p>
            </div>
            <ul class="gt-tools">
              <li>
                <a class="govuk-link" href={request.link('/compare', { month: query.month })}>
                  Compare
                </a>
              </li>
              {request.may('keep figures') && (
                <li>
                  <a class="govuk-link" href="/measures/new">
                    Make a measure
                  </a>
                </li>
              )}
              <Print />
            </ul>
          </div>
          {choice.errors.map((sentence) => (
            <InsetText>{sentence}</InsetText>
          ))}
          <ChoiceForm action="/digest" choice={choice} groups={groups} request={request} />
          {(['worse', 'better'] as const).map((way) => {
            const those = changed(way)
            return (
              <>
                <h2 class="govuk-heading-m">{way === 'worse' ? 'Worse' : 'Better'}</h2>
                {those.length === 0 ? (
                  <p class="govuk-body">No measure is {way} by more than chance.</p>
                ) : (
                  <Table
                    caption={way === 'worse' ? 'Measures that are worse' : 'Measures that are better'}
                    hideCaption
                    looks="gt-digest"
                    columns={columns(choice, request)}
                    rows={those}
                  />
                )}
              </>
            )
          })}
          <h2 class="govuk-heading-m">By area</h2>
          <Table
            caption="Measures by area"
            hideCaption
            rows={areas}
            columns={[
              {
                heading: 'Area',
                names: true,
                cell: (area) => (
                  <a class="govuk-link" href={request.link(`/digest/${slugOf(area)}`, query)}>
                    {area}
                  </a>
                ),
              },
              { heading: 'Measures', numeric: true, cell: (area) => rows.filter(({ measure }) => measure.area === area).length },
              { heading: 'Worse', numeric: true, cell: (area) => changed('worse').filter(({ measure }) => measure.area === area).length },
              { heading: 'Better', numeric: true, cell: (area) => changed('better').filter(({ measure }) => measure.area === area).length },
              {
                heading: 'Will miss the target',
                numeric: true,
                cell: (area) =>
                  rows.filter(({ measure, charted }) => measure.area === area && reachInWords(charted)?.way === 'worse').length,
              },
            ]}
          />
        </div>
      </div>
    </Shown>
  )
}
