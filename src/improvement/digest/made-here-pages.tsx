/** Measures made here: an analyst chooses facts, a condition and a ratio, sees the figure at once, saves it and shares it. It is marked as local wherever it stands. */
import type { JSX } from 'preact'
import { partsOfMeasure } from '../../engine/measures/breakdown.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { lastWholeMonth } from '../../engine/measures/months.ts'
import { countMeasure, forgetMeasure } from '../../engine/measures/fact-counts.ts'
import type { FieldError } from '../../engine/web/components/messages.tsx'
import { action, mend, NotThere, page, type Answer, type Page, type PageRequest } from '../../engine/web/page.ts'
import { dayOf, type TodayOf } from '../../practice/person/known-day.ts'
import type { Measured, MeasuredNow } from './measured.ts'
import { measureFrom, writtenMeasures, type Written } from './made-here.ts'
import { betterWays, localStatistics } from './records.ts'
import { MakeShown, nothingTyped, numbersOf, Tried, type Typed } from './made-here-form.tsx'

export function madeHerePages(measuredNow: MeasuredNow, todayOf: TodayOf): Page[] {
  return [
    page('/measures/new', {
      may: 'keep figures',
      looks: null,
      noLookBecause: 'It is an empty form.',
      find: (request) =>
        request.read(async (tx) => {
          const measured = await measuredNow(tx)
          const like = measured.measures.find(({ id }) => id === request.query.get('like'))
          return {
            measured,
            made: await writtenMeasures(tx),
            typed: like
              ? { ...nothingTyped, facts: like.of.id, area: like.area, span: like.span, better: like.better }
              : { ...nothingTyped, facts: request.query.get('facts') ?? '' },
          }
        }),
      show: ({ measured, made, typed }, request) => (
        <MakeShown measured={measured} made={made} typed={typed} errors={[]} tried={null} request={request as PageRequest} />
      ),
    }),
    action('/measures/new', {
      may: 'keep figures',
      looks: 'Made a measure',
      does: async (request): Promise<Answer> => {
        const typed = typedFrom(request.form)
        const { measured, made } = await request.read(async (tx) => ({ measured: await measuredNow(tx), made: await writtenMeasures(tx) }))
        const { errors, written } = understood(typed, measured, made, request.person.name)
        const measure =
          written === null
            ? null
            : measureFrom(
                written,
                measured.facts,
                measured.measures.filter(({ local }) => !local),
              )
        const wrong = typeof measure === 'string' ? [{ for: 'facts', says: measure }] : []
        const again = (more: readonly FieldError[], tried: JSX.Element | null) => (
          <MakeShown
            measured={measured}
            made={made}
            typed={typed}
            errors={more}
            tried={tried}
            request={request as unknown as PageRequest}
          />
        )
        if (errors.length > 0 || wrong.length > 0 || written === null || measure === null || typeof measure === 'string')
          return mend(again([...errors, ...wrong], null))
        if (request.form.get('do') === 'try') {
          const month = lastWholeMonth(dayOf(request, todayOf))
          const [part] = await request.read((tx) =>
            partsOfMeasure(tx, measured.work, measure, { from: month - 11, to: month, afresh: true }),
          )
          return { body: again([], <Tried measure={measure} points={part?.points ?? []} />) }
        }
        request.lookAt(null, measure.id)
        await request.write(
          async (tx) => {
            await tx.run(
              `insert into local_measure (measure, name, area, facts, statistic, only_those, met, number, span, better, target, why, shared, made_by, source)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'goldthread')`,
              [
                ...[
                  written.measure,
                  written.name,
                  written.area,
                  written.facts,
                  written.statistic,
                  written.onlyThose,
                  written.met,
                  written.number,
                ],
                ...[written.span, written.better, written.target, written.why, written.shared, written.madeBy],
              ],
            )
            await countMeasure(tx, measured, measure)
          },
          { reason: `Measure made here: ${written.name}` },
        )
        return { redirect: `/measures/${measure.id}` }
      },
    }),
    action('/measures/made-here/:measure/withdraw', {
      may: 'keep figures',
      looks: 'Withdrew a measure made here',
      does: async (request): Promise<Answer> => {
        const made = await request.read(writtenMeasures)
        const one = made.find(({ measure }) => measure === request.params.measure)
        if (!one) throw new NotThere()
        request.lookAt(null, one.measure)
        await request.write(
          async (tx) => {
            await tx.run('update local_measure set withdrawn_at = engine.instant() where id = $1', [one.id])
            await forgetMeasure(tx, one.measure)
          },
          { reason: `Measure withdrawn: ${one.name}` },
        )
        return { redirect: '/measures/new' }
      },
    }),
  ]
}

function typedFrom(form: URLSearchParams): Typed {
  const text = (name: string): string => (form.get(name) ?? '').trim().slice(0, 400)
  return {
    ...{
      name: text('name'),
      area: text('area'),
      facts: text('facts'),
      statistic: text('statistic'),
      onlyThose: text('onlyThose'),
      met: text('met'),
    },
    ...{
      number: text('number'),
      span: text('span'),
      better: text('better'),
      target: text('target'),
      why: text('why'),
      shared: form.get('shared') === 'yes',
    },
  }
}

/** 'Referrals from schools' → 'local-referrals-from-schools'. */
const identifierOf = (name: string): string =>
  `local-${name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50)}`

function understood(
  typed: Typed,
  { facts }: Measured,
  made: readonly Written[],
  by: string,
): { readonly errors: readonly FieldError[]; readonly written: Written | null } {
  const errors: FieldError[] = []
  const wants = (condition: boolean, field: string, says: string) => condition || errors.push({ for: field, says })
  const of = facts.find(({ id }) => id === typed.facts)
  const measure = identifierOf(typed.name)
  wants(/[A-Za-z]{3}/.test(typed.name), 'name', 'Give the measure a name of at least three letters.')
  wants(!made.some((each) => each.measure === measure), 'name', `There is a measure of this name already. Give another.`)
  wants(typed.area !== '', 'area', 'Choose the page of the digest on which it stands.')
  wants(of !== undefined, 'facts', 'Choose what is counted.')
  wants(
    localStatistics.codes.some(({ code }) => code === typed.statistic),
    'statistic',
    'Choose what it tells.',
  )
  wants(
    betterWays.codes.some(({ code }) => code === typed.better),
    'better',
    'Choose which way is better.',
  )
  wants(typed.statistic !== 'share' || typed.met !== '', 'met', 'A share needs to say which of them meet it.')
  wants(
    !['mean', 'median'].includes(typed.statistic) || of?.says[typed.number]?.type === 'number',
    'number',
    `An average needs a number that these facts say: ${numbersOf(of)}.`,
  )
  wants(
    typed.target === '' || /^-?\d{1,9}(\.\d{1,4})?$/.test(typed.target),
    'target',
    `“${typed.target}” is not a number. Write for example 90, or leave it blank.`,
  )
  const span = of?.lasts ? 'moment' : typed.span === '12 months' ? '12 months' : 'month'
  if (errors.length > 0 || of === undefined) return { errors, written: null }
  const orNull = (text: string): string | null => (text === '' ? null : text)
  return {
    errors,
    written: {
      ...{ measure, name: typed.name, area: typed.area, facts: of.id, statistic: typed.statistic as Written['statistic'] },
      onlyThose: orNull(typed.onlyThose),
      met: typed.statistic === 'share' ? orNull(typed.met) : null,
      number: ['mean', 'median'].includes(typed.statistic) ? typed.number : null,
      ...{
        span,
        better: typed.better as Measure['better'],
        target: typed.target === '' ? null : Number(typed.target),
        why: orNull(typed.why),
        shared: typed.shared,
        madeBy: by,
      },
    },
  }
}
