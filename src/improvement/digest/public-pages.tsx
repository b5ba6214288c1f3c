/** Figures that anybody who signs in may see: nobody behind them is shown, and small numbers are left out as the Department for Education leaves them out. */
import type { JSX } from 'preact'
import type { Acting, Database, Transaction } from '../../engine/database/database.ts'
import { partsOfMeasure, type Part } from '../../engine/measures/breakdown.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { lastWholeMonth, monthName } from '../../engine/measures/months.ts'
import type { Point } from '../../engine/measures/series.ts'
import { fewest, isSmall, suppressed } from '../../engine/measures/suppress.ts'
import { Print } from '../../engine/web/components/print.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { thousands } from '../../engine/web/words.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import { areasOf } from './areas.ts'
import { whatStandsBeside } from './beside.ts'
import { labelOfBy, valueWords } from './bys.ts'
import { digestRows, hasFigures, type DigestRow } from './find-digest.ts'
import type { Measured, MeasuredNow } from './measured.ts'
import { figureInWords, monthWords, timeInWords } from './words.ts'

const why = 'It shows figures without small numbers, and nobody’s record.'

/** What stands in place of a number that is too small to be told. */
const leftOut = 'c'

/** Those of children: what workers, households and complaints are counted by is not for the public here. */
const isPublic = ({ of, local, national }: Measure): boolean => of.about.table === 'person' && national && !local

/** A part of a measure in public: null where its number must not be told. */
export interface PublicPart {
  readonly words: string
  readonly above: number | null
  readonly below: number | null
}

/** Parts fit to be public: small numbers are left out, and others from which they could be worked out. */
export function publicParts(
  measure: Measure,
  parts: readonly { readonly words: string; readonly point: Point }[],
): { readonly parts: readonly PublicPart[]; readonly total: number | null } {
  const above = parts.map(({ point }) => point.numerator)
  if (measure.statistic !== 'share') {
    const { cells, total } = suppressed([above])
    return { parts: parts.map(({ words }, at) => ({ words, above: cells[0]?.[at] ?? null, below: null })), total }
  }
  // A share tells two numbers: those that meet it and those that do not. Both, and their sum, must be fit to be told.
  const { cells, columnTotals, total } = suppressed([above, parts.map(({ point }) => (point.denominator ?? 0) - point.numerator)])
  return {
    parts: parts.map(({ words }, at) => {
      const [met, not, sum] = [cells[0]?.[at] ?? null, cells[1]?.[at] ?? null, columnTotals[at] ?? null]
      return { words, above: met === null || not === null ? null : met, below: met === null || not === null ? null : sum }
    }),
    total,
  }
}

/** @param acting who reads for the public: the figures are counted with all rights, and only sums fit to be public come out */
export function publicPages(database: Pick<Database, 'transaction'>, measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  const reading = <T,>(request: PageRequest, work: (tx: Transaction, measured: Measured) => Promise<T>): Promise<T> => {
    const acting: Acting = { ...request.acting('reads'), keys: ['staff'] }
    return database.transaction(acting, async (tx) => work(tx, await measuredNow(tx)))
  }
  return [
    page('/figures', {
      may: 'see public figures',
      looks: null,
      noLookBecause: why,
      find: (request) => {
        const month = lastWholeMonth(dayOf(request, todayOf))
        return reading(request as PageRequest, async (tx, measured) => ({
          month,
          rows: (await digestRows(tx, measured, measured.measures.filter(isPublic), month)).filter(hasFigures),
        }))
      },
      show: ({ month, rows }, request) => <FiguresShown month={month} rows={rows} request={request as PageRequest} />,
    }),
    page('/figures/:measure', {
      may: 'see public figures',
      looks: null,
      noLookBecause: why,
      find: (request) => {
        const month = lastWholeMonth(dayOf(request, todayOf))
        return reading(request as unknown as PageRequest, async (tx, measured) => {
          const measure = measured.measures.find((each) => each.id === request.params.measure && isPublic(each))
          if (!measure) throw new NotThere()
          const beside = await whatStandsBeside(tx)
          const people = beside.peopleOf(measure)
          const [whole] = await partsOfMeasure(tx, measured.work, measure, { from: month - 23, to: month, people })
          const parted: { label: string; told: ReturnType<typeof publicParts> }[] = []
          for (const by of measure.by) {
            if (typeof by !== 'string' && (!by.counted || by.id === 'team')) continue
            if (measure.statistic !== 'count' && measure.statistic !== 'share') continue
            const parts = await partsOfMeasure(tx, measured.work, measure, { from: month, to: month, by: [by] })
            const words = await valueWords(tx, [by], measure)
            const told = parts.flatMap(({ values, points }: Part) =>
              points[0] ? [{ words: words(0, values[0] ?? ''), point: points[0] }] : [],
            )
            parted.push({
              label: labelOfBy(by, measure),
              told: publicParts(
                measure,
                told.sort((a, b) => a.words.localeCompare(b.words, 'en-GB')),
              ),
            })
          }
          return { month, measure, points: whole?.points ?? [], parted }
        })
      },
      show: ({ month, measure, points, parted }, request) => (
        <FigureShown month={month} measure={measure} points={points} parted={parted} request={request as unknown as PageRequest} />
      ),
    }),
  ]
}

const figureOr = (measure: Measure, point: Point | null): string =>
  point === null || point.value === null ? 'None' : isSmall(measure, point) ? leftOut : figureInWords(measure, point.value)

const Note = (): JSX.Element => (
  <p class="govuk-body gt-small gt-quiet gt-prose">
    {leftOut}: left out, because it counts {fewest} or fewer, or another such number could be worked out from it. As the Department for
    Education does it.
  </p>
)

function FiguresShown({
  month,
  rows,
  request,
}: {
  readonly month: number
  readonly rows: readonly DigestRow[]
  readonly request: PageRequest
}): JSX.Element {
  return (
    <Shown title="Figures">
      <div class="gt-top">
        <div>
          <h1 class="govuk-heading-l">Figures</h1>
          <p class="gt-lede">Children’s services in figures, to the end of {monthWords(monthName(month))}.</p>
        </div>
        <ul class="gt-tools">
          <Print />
        </ul>
      </div>
      {rows.length === 0 && <p class="govuk-body">Nothing is recorded yet that can be told.</p>}
      {areasOf(rows.map(({ measure }) => measure)).map((area) => (
        <section>
          <h2 class="govuk-heading-m">{area}</h2>
          <Table
            caption={area}
            hideCaption
            rows={rows.filter(({ measure }) => measure.area === area)}
            columns={[
              {
                heading: 'Measure',
                names: true,
                cell: ({ measure }) => (
                  <a class="govuk-link" href={request.link(`/figures/${measure.id}`)}>
                    {measure.name}
                  </a>
                ),
              },
              { heading: 'Figure', numeric: true, cell: ({ measure, now }) => <b>{figureOr(measure, now)}</b> },
              { heading: 'Time', cell: ({ measure, now }) => (now === null ? '' : timeInWords(measure, now.period)) },
              {
                heading: 'England',
                numeric: true,
                cell: ({ measure, comparators }) => {
                  const england = measure.statistic === 'count' ? undefined : comparators.find(({ geography }) => geography === 'England')
                  return england ? `${figureInWords(measure, england.value)} (${england.time})` : '–'
                },
              },
            ]}
          />
        </section>
      ))}
      <Note />
    </Shown>
  )
}

interface FigureProps {
  readonly month: number
  readonly measure: Measure
  readonly points: readonly Point[]
  readonly parted: readonly { readonly label: string; readonly told: ReturnType<typeof publicParts> }[]
  readonly request: PageRequest
}

function FigureShown({ month, measure, points, parted, request }: FigureProps): JSX.Element {
  return (
    <Shown title={measure.name} back={{ href: request.link('/figures'), label: 'Figures' }}>
      <h1 class="govuk-heading-l">{measure.name}</h1>
      <p class="gt-lede">
        Counted: {measure.says.counted}
        {measure.says.outOf === undefined ? '' : `; out of: ${measure.says.outOf}`}.
      </p>
      <Table
        caption="Month by month"
        rows={points.toReversed()}
        columns={[
          { heading: 'Month', names: true, cell: ({ period }) => monthWords(period) },
          { heading: 'Figure', numeric: true, cell: (point) => figureOr(measure, point) },
        ]}
      />
      {parted.map(({ label, told }) => (
        <section>
          <h2 class="govuk-heading-m">
            By {label.toLowerCase()}, {timeInWords(measure, monthName(month)).replace(/^[AI]/, (letter) => letter.toLowerCase())}
          </h2>
          <Table
            caption={`By ${label.toLowerCase()}`}
            hideCaption
            rows={told.parts}
            columns={[
              { heading: label, names: true, cell: ({ words }) => words },
              {
                heading: measure.statistic === 'share' ? 'Meet it' : 'Number',
                numeric: true,
                cell: ({ above }) => (above === null ? leftOut : thousands(above)),
              },
              ...(measure.statistic === 'share'
                ? [{ heading: 'Out of', numeric: true, cell: ({ below }: PublicPart) => (below === null ? leftOut : thousands(below)) }]
                : []),
            ]}
          />
        </section>
      ))}
      <Note />
    </Shown>
  )
}
