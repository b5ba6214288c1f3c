/** The form with which a measure is made here, and the figures as they would be. */
import type { JSX } from 'preact'
import type { FactKind } from '../../engine/measures/fact.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { Button } from '../../engine/web/components/button.tsx'
import { Details, Facts } from '../../engine/web/components/content.tsx'
import { Checkboxes } from '../../engine/web/components/choices.tsx'
import { Input, Select } from '../../engine/web/components/fields.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { InsetText, type FieldError } from '../../engine/web/components/messages.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { areasOf } from './areas.ts'
import type { Measured } from './measured.ts'
import type { Written } from './made-here.ts'
import { betterWays, localSpans, localStatistics } from './records.ts'
import { figureInWords, monthWords, ofHowMany } from './words.ts'

export interface Typed {
  readonly name: string
  readonly area: string
  readonly facts: string
  readonly statistic: string
  readonly onlyThose: string
  readonly met: string
  readonly number: string
  readonly span: string
  readonly better: string
  readonly target: string
  readonly why: string
  readonly shared: boolean
}

export const nothingTyped: Typed = {
  name: '',
  area: '',
  facts: '',
  statistic: 'count',
  onlyThose: '',
  met: '',
  number: '',
  span: '',
  better: 'neutral',
  target: '',
  why: '',
  shared: true,
}

export const numbersOf = (of: FactKind | undefined): string =>
  Object.entries(of?.says ?? {})
    .filter(([, { type }]) => type === 'number')
    .map(([name]) => name)
    .join(', ') || 'they say none'

interface MakeProps {
  readonly measured: Measured
  readonly made: readonly (Written & { readonly id: string })[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly tried: JSX.Element | null
  readonly request: PageRequest
}

export function MakeShown({ measured, made, typed, errors, tried, request }: MakeProps): JSX.Element {
  const error = (name: string) => errors.find((each) => each.for === name)?.says
  const options = (list: typeof localStatistics) => list.codes.map(({ code, label }) => ({ value: code, label: label ?? code }))
  const facts = measured.facts.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const chosen = facts.find(({ id }) => id === typed.facts)
  return (
    <Shown title="Make a measure" errors={errors} back={{ href: request.link('/digest'), label: 'Digest' }}>
      <h1 class="govuk-heading-l">Make a measure</h1>
      <p class="gt-lede">
        Of facts that are counted already: choose which, and what of them. It is marked as made here wherever it stands.
      </p>
      <Form action="/measures/new">
        <Input id="name" name="name" label="Name" hint="For example: Referrals from schools" value={typed.name} error={error('name')} />
        <Select
          id="area"
          name="area"
          label="Page of the digest"
          value={typed.area}
          error={error('area')}
          options={[{ value: '', label: 'Choose' }, ...areasOf(measured.measures).map((area) => ({ value: area, label: area }))]}
        />
        <Select
          id="facts"
          name="facts"
          label="What is counted"
          value={typed.facts}
          error={error('facts')}
          options={[{ value: '', label: 'Choose' }, ...facts.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Select
          id="statistic"
          name="statistic"
          label="What it tells"
          value={typed.statistic}
          error={error('statistic')}
          options={options(localStatistics)}
        />
        <Input
          id="onlyThose"
          name="onlyThose"
          label="Only those (optional)"
          hint="Conditions on what the facts say, for example: source is 2A or 2B; again is yes"
          value={typed.onlyThose}
          error={error('onlyThose')}
        />
        <Input
          id="met"
          name="met"
          label="Of a share: those that meet it"
          hint="For example: inTime is yes"
          value={typed.met}
          error={error('met')}
        />
        <Input
          id="number"
          name="number"
          label="Of an average: the number"
          hint={chosen ? `These facts say: ${numbersOf(chosen)}` : 'The name of a number that the facts say'}
          value={typed.number}
          error={error('number')}
          width={10}
        />
        <Select
          id="span"
          name="span"
          label="Time"
          hint="What lasts is always told at the end of the month."
          value={typed.span}
          error={error('span')}
          options={options(localSpans)}
        />
        <Select id="better" name="better" label="Better is" value={typed.better} error={error('better')} options={options(betterWays)} />
        <Input id="target" name="target" label="Target (optional)" value={typed.target} error={error('target')} width={5} />
        <Input id="why" name="why" label="What it is for (optional)" value={typed.why} error={error('why')} />
        <Checkboxes
          name="shared"
          label="Who sees it"
          values={typed.shared ? ['yes'] : []}
          choices={[{ value: 'yes', label: 'Share it with everybody who sees the digest' }]}
        />
        {tried}
        <div class="govuk-button-group">
          <Button name="do" value="save">
            Save the measure
          </Button>
          <Button kind="secondary" name="do" value="try">
            Try it
          </Button>
        </div>
      </Form>
      <h2 class="govuk-heading-m">What facts say</h2>
      {facts.map((kind) => (
        <Details summary={`${kind.name}${kind === chosen ? ' (chosen)' : ''}`} open={kind === chosen}>
          {Object.keys(kind.says).length === 0 ? (
            <p class="govuk-body">They say nothing but their day.</p>
          ) : (
            <Facts
              facts={Object.entries(kind.says).map(([name, { label, type, codes }]) => ({
                name,
                value: `${label}: ${codes ? codes.codes.map((each) => `${each.code} (${each.label ?? 'words not known'})`).join(', ') : type}`,
              }))}
            />
          )}
        </Details>
      ))}
      {made.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Made here</h2>
          <Table
            caption="Measures made here"
            hideCaption
            rows={made}
            columns={[
              {
                heading: 'Measure',
                names: true,
                cell: ({ measure, name }) => (
                  <a class="govuk-link" href={`/measures/${measure}`}>
                    {name}
                  </a>
                ),
              },
              { heading: 'By', cell: ({ madeBy }) => madeBy ?? '–' },
              { heading: 'Seen by', cell: ({ shared }) => (shared ? 'All who see the digest' : 'Who may make measures') },
              {
                heading: 'Take back',
                cell: ({ measure, name }) => (
                  <Form action={`/measures/made-here/${measure}/withdraw`}>
                    <button class="gt-linkbutton" type="submit">
                      Withdraw<span class="govuk-visually-hidden"> {name}</span>
                    </button>
                  </Form>
                ),
              },
            ]}
          />
        </>
      )}
    </Shown>
  )
}

export const Tried = ({
  measure,
  points,
}: {
  readonly measure: Measure
  readonly points: readonly { period: string; value: number | null; numerator: number; denominator: number | null }[]
}): JSX.Element => (
  <InsetText>
    <p class="govuk-body">As it would be told, not yet saved:</p>
    <Table
      caption="The figures as they would be"
      hideCaption
      rows={points}
      columns={[
        { heading: 'Month', names: true, cell: ({ period }) => monthWords(period) },
        { heading: 'Figure', numeric: true, cell: ({ value }) => figureInWords(measure, value) },
        { heading: 'Counted', numeric: true, cell: (point) => ofHowMany(measure, point) ?? '' },
      ]}
    />
  </InsetText>
)
