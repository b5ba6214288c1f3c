/** What an authority decides of a measure: its target, and where the limits of its chart start afresh. */
import type { JSX } from 'preact'
import type { Measure } from '../../engine/measures/measure.ts'
import { isMonth, monthName } from '../../engine/measures/months.ts'
import { Button } from '../../engine/web/components/button.tsx'
import { Details } from '../../engine/web/components/content.tsx'
import { DateText, Input, Select } from '../../engine/web/components/fields.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import type { FieldError } from '../../engine/web/components/messages.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { action, mend, NotThere, type Answer, type Page } from '../../engine/web/page.ts'
import { longDate, typedDay } from '../../engine/web/words.ts'
import type { MeasureTold } from './find-measure.ts'
import type { MeasuredNow } from './measured.ts'
import { figureInWords, monthWords } from './words.ts'

interface Typed {
  readonly value: string
  readonly since: string
  readonly why: string
}

const nothingTyped: Typed = { value: '', since: '', why: '' }

/** Both forms, closed until somebody wants them. */
export function TargetAndLimits({
  measure,
  told,
  month,
}: {
  readonly measure: Measure
  readonly told: MeasureTold
  readonly month: number
}): JSX.Element {
  const periods = told.charted?.chart.points.flatMap(({ period }) => period ?? []) ?? []
  const months = told.points.map(({ period }) => period).filter((period) => periods.includes(monthWords(period)))
  const phases = told.charted?.chart.phases.filter(({ reason }) => reason !== null) ?? []
  return (
    <div class="gt-no-print">
      <Details summary="Set the target" id="target">
        <TargetForm measure={measure} typed={nothingTyped} errors={[]} />
      </Details>
      {months.length > 0 && (
        <Details summary="Start limits afresh" id="limits">
          <p class="govuk-body">
            Where something was changed on purpose, or is recorded otherwise since, figures before say nothing of those after. The reason is
            printed with the chart.
          </p>
          <LimitsForm measure={measure} months={months} chosen={monthName(month)} why="" errors={[]} />
          {phases.map(({ from, reason }) => (
            <Form action={`/measures/${measure.id}/limits/remove`}>
              <p class="govuk-body">
                New limits since {from}: {reason}.
              </p>
              <input type="hidden" name="month" value={months.find((each) => monthWords(each) === from) ?? ''} />
              <Button kind="secondary">Take back the new limits of {from}</Button>
            </Form>
          ))}
        </Details>
      )}
    </div>
  )
}

function TargetForm({
  measure,
  typed,
  errors,
}: {
  readonly measure: Measure
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}): JSX.Element {
  const error = (name: string) => errors.find((each) => each.for === name)?.says
  return (
    <Form action={`/measures/${measure.id}/target`}>
      <Input
        id="value"
        name="value"
        label="Target"
        hint={`In the measure’s unit: ${figureInWords(measure, 90)} is written 90. Blank to take the target back.`}
        value={typed.value}
        width={5}
        error={error('value')}
      />
      <DateText
        id="since"
        name="since"
        label="From"
        hint="The first day on which it stands. For example, 1 April 2016"
        value={typed.since}
        error={error('since')}
      />
      <Input id="why" name="why" label="Who set it, and why" value={typed.why} error={error('why')} />
      <Button>Save the target</Button>
    </Form>
  )
}

function LimitsForm({
  measure,
  months,
  chosen,
  why,
  errors,
}: {
  readonly measure: Measure
  readonly months: readonly string[]
  readonly chosen: string
  readonly why: string
  readonly errors: readonly FieldError[]
}): JSX.Element {
  const error = (name: string) => errors.find((each) => each.for === name)?.says
  return (
    <Form action={`/measures/${measure.id}/limits`}>
      <Select
        id="month"
        name="month"
        label="From the month of"
        value={chosen}
        options={months.toReversed().map((each) => ({ value: each, label: monthWords(each) }))}
        error={error('month')}
      />
      <Input id="reason" name="why" label="Why" hint="For example: new health provider" value={why} error={error('reason')} />
      <Button>Start limits afresh</Button>
    </Form>
  )
}

export function measureSettingActions(measuredNow: MeasuredNow): Page[] {
  const theMeasure = async (
    request: { read: <T>(work: (tx: Parameters<MeasuredNow>[0]) => Promise<T>) => Promise<T> },
    id: string,
  ): Promise<Measure> => {
    const found = await request.read(async (tx) => (await measuredNow(tx)).measures.find((each) => each.id === id))
    if (!found) throw new NotThere()
    return found
  }
  const again = (measure: Measure, errors: readonly FieldError[], form: JSX.Element): Answer =>
    mend(
      <Shown title={measure.name} errors={errors} back={{ href: `/measures/${measure.id}`, label: measure.name }}>
        <h1 class="govuk-heading-l">{measure.name}</h1>
        {form}
      </Shown>,
    )
  return [
    action('/measures/:measure/target', {
      may: 'keep figures',
      looks: 'Set a target',
      does: async (request): Promise<Answer> => {
        const measure = await theMeasure(request, request.params.measure)
        request.lookAt(null, measure.id)
        const typed = { value: text(request.form, 'value'), since: text(request.form, 'since'), why: text(request.form, 'why') }
        const errors: FieldError[] = []
        const since = typedDay(typed.since)
        if (typed.value !== '' && !/^-?\d{1,9}(\.\d{1,4})?$/.test(typed.value))
          errors.push({ for: 'value', says: `“${typed.value}” is not a number. Write for example 90, or leave it blank.` })
        if (since === null)
          errors.push({
            for: 'since',
            says:
              typed.since === ''
                ? 'Give the first day on which the target stands.'
                : `“${typed.since}” is not a date. Write it like 1 April 2016.`,
          })
        if (errors.length > 0 || since === null)
          return again(measure, errors, <TargetForm measure={measure} typed={typed} errors={errors} />)
        await request.write(
          async (tx) => {
            if (typed.value === '') {
              await tx.run(
                `update measure_target set until = $2 where measure = $1 and withdrawn_at is null and (until is null or until > $2::date)`,
                [measure.id, since],
              )
              return
            }
            const changed = await tx.run(
              `update measure_target set value = $3, why = $4, until = null where measure = $1 and since = $2 and withdrawn_at is null`,
              [measure.id, since, typed.value, typed.why === '' ? null : typed.why],
            )
            if (changed === 0)
              await tx.run(`insert into measure_target (measure, since, value, why, source) values ($1, $2, $3, $4, 'goldthread')`, [
                measure.id,
                since,
                typed.value,
                typed.why === '' ? null : typed.why,
              ])
          },
          { reason: `Target of ${measure.id} from ${longDate(since)}` },
        )
        return { redirect: `/measures/${measure.id}` }
      },
    }),
    action('/measures/:measure/limits', {
      may: 'keep figures',
      looks: 'Started limits afresh',
      does: async (request): Promise<Answer> => {
        const measure = await theMeasure(request, request.params.measure)
        request.lookAt(null, measure.id)
        const month = text(request.form, 'month')
        const why = text(request.form, 'why')
        const errors: FieldError[] = []
        if (!isMonth(month)) errors.push({ for: 'month', says: 'Choose the month from which limits start afresh.' })
        if (why === '') errors.push({ for: 'reason', says: 'Say why: it is printed with the chart.' })
        if (errors.length > 0)
          return again(
            measure,
            errors,
            <LimitsForm measure={measure} months={isMonth(month) ? [month] : []} chosen={month} why={why} errors={errors} />,
          )
        await request.write(
          async (tx) => {
            const changed = await tx.run(`update new_limits set why = $3 where measure = $1 and since = $2 and withdrawn_at is null`, [
              measure.id,
              `${month}-01`,
              why,
            ])
            if (changed === 0)
              await tx.run(`insert into new_limits (measure, since, why, source) values ($1, $2, $3, 'goldthread')`, [
                measure.id,
                `${month}-01`,
                why,
              ])
          },
          { reason: `New limits of ${measure.id} from ${month}` },
        )
        return { redirect: `/measures/${measure.id}` }
      },
    }),
    action('/measures/:measure/limits/remove', {
      may: 'keep figures',
      looks: 'Took new limits back',
      does: async (request): Promise<Answer> => {
        const measure = await theMeasure(request, request.params.measure)
        request.lookAt(null, measure.id)
        const month = text(request.form, 'month')
        if (isMonth(month))
          await request.write(
            (tx) =>
              tx.run(`update new_limits set withdrawn_at = engine.instant() where measure = $1 and since = $2 and withdrawn_at is null`, [
                measure.id,
                `${month}-01`,
              ]),
            {
              reason: `New limits of ${measure.id} taken back`,
            },
          )
        return { redirect: `/measures/${measure.id}` }
      },
    }),
  ]
}

const text = (form: URLSearchParams, name: string): string => (form.get(name) ?? '').trim()
