/** A plain form made from what a kind of record declares: each field by its type, with its label, its note, and what is wrong with it. */
import type { ComponentChildren, JSX } from 'preact'
import type { Values } from '../records/checked-values.ts'
import { isLong, mayBeGiven, type Code, type CodeList, type Field, type RecordKind } from '../records/kind.ts'
import { answeredInWords, answersOf, boxId, boxName, typedFields } from './boxes.ts'
import { Checkboxes, Radios } from './components/choices.tsx'
import { DateInput, type DatePart } from './components/date-input.tsx'
import { Input, Select, Textarea, type Option } from './components/fields.tsx'
import { describedBy, FormGroup, HintAndError } from './components/group.tsx'
import type { ReferenceChoices, TypedError } from './typed-record.ts'

export interface RecordFieldsProps {
  readonly kind: RecordKind
  /** What stands in the boxes, by their names. */
  readonly boxes: URLSearchParams
  readonly errors: readonly TypedError[]
  /** Plain date that decides which codes are offered. */
  readonly day: string
  /** The values held: a code that is no longer given is offered where it stands. */
  readonly before?: Values
  readonly references: ReadonlyMap<string, ReferenceChoices>
  /** Lists that word text fields in which sources write codes of their own, by field. */
  readonly lists?: ReadonlyMap<string, CodeList>
  /** Fields that must be given, beside those that the kind requires. */
  readonly needed?: ReadonlySet<string>
}

/** The fields of a form, in the order in which the kind has them. */
export const RecordFields = (props: RecordFieldsProps): JSX.Element => (
  <>
    {typedFields(props.kind).map(([name, field]) => (
      <TypedField name={name} field={field} {...props} />
    ))}
  </>
)

type FieldOfForm = RecordFieldsProps & { readonly name: string; readonly field: Field }

/** More choices than this make a list to open. */
const mostRadios = 8

/** A list that words only a few of the codes there are leaves the rest to be typed. */
const fewestToChoose = 4

function TypedField({ needed, ...rest }: FieldOfForm): JSX.Element {
  const { name, boxes, errors, references, lists } = rest
  const field = needed?.has(name) ? { ...rest.field, required: true } : rest.field
  const props = { ...rest, field }
  const error = errors.find((each) => each.field === name)
  const common = {
    name,
    id: boxId(name),
    label: field.required === true ? `${field.label} (needed)` : field.label,
    labelSize: 's' as const,
    hint: hintOf(props),
    error: error?.says,
  }
  const value = boxes.get(name) ?? undefined
  switch (field.type) {
    case 'date':
    case 'partialDate':
    case 'moment': {
      const asked: readonly DatePart[] = field.type === 'moment' ? ['day', 'month', 'year', 'time'] : ['day', 'month', 'year']
      const values = Object.fromEntries(asked.map((part) => [part, boxes.get(boxName(name, part)) ?? '']))
      return <DateInput {...common} asked={asked} values={values} {...(error && error.parts.length > 0 ? { wrong: error.parts } : {})} />
    }
    case 'yesNo':
      return <Radios {...common} small inline value={value ?? standing(props)} choices={[...yesAndNo, ...unlessNeeded(field)]} />
    case 'code':
      return <OneCode {...props} list={field.list as CodeList} common={common} value={value} />
    case 'codes':
      return <Checkboxes {...common} small values={boxes.getAll(name)} choices={optionsOf(offered(props, field.list as CodeList))} />
    case 'flags':
      return <Questions {...props} common={common} />
    case 'words':
      return <Headings {...props} common={common} />
    case 'reference':
      return <Reference choices={references.get(name)} field={field} common={common} value={value} />
    case 'whole':
      return <Input {...common} value={value} width={5} inputmode="numeric" autocomplete="off" />
    case 'decimal':
    case 'identifier':
      return <Input {...common} value={value} width={field.type === 'decimal' ? 10 : 20} autocomplete="off" spellcheck={false} />
    case 'text': {
      const list = lists?.get(name)
      if (list !== undefined && list.codes.length >= fewestToChoose) return <OneCode {...props} list={list} common={common} value={value} />
      const sentences = isLong(field) || (value !== undefined && (value.includes('\n') || value.length > 80))
      return sentences ? (
        <Textarea {...common} value={value} rows={rowsFor(value)} />
      ) : (
        <Input {...common} value={value} autocomplete="off" />
      )
    }
  }
}

interface Common {
  readonly common: {
    readonly name: string
    readonly id: string
    readonly label: string
    readonly labelSize: 's'
    readonly hint: string | undefined
    readonly error: string | undefined
  }
}

/** The note of the field, and how to say what is not known. */
function hintOf({ field }: FieldOfForm): string | undefined {
  const notes = [
    ...(field.note === undefined ? [] : [field.note]),
    ...(field.type === 'partialDate' ? ['Leave empty what is not known.'] : []),
    ...(field.type === 'moment' ? ['Leave the time empty where it is not known.'] : []),
    ...(field.type === 'codes' || (field.type === 'flags' && field.list?.codes.some(({ inWords }) => inWords !== true))
      ? ['Tick all that apply.']
      : []),
  ]
  return notes.length === 0 ? undefined : notes.join(' ')
}

const rowsFor = (value: string | undefined): number =>
  Math.min(20, Math.max(4, Math.ceil((value?.length ?? 0) / 70) + (value?.split('\n').length ?? 0)))

const yesAndNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

const unlessNeeded = ({ required }: Field) => (required === true ? [] : [{ value: '', label: 'Not recorded' }])

/** Of a record that is held, what is blank is said to be so; of a new one nothing is chosen yet. */
const standing = ({ before }: FieldOfForm): string | undefined => (before === undefined ? undefined : '')

/**
 * The codes that may be given on the day, and those that stand in the record or have just been chosen. Nobody can choose one without words,
 * nor between two with the same.
 */
function offered({ name, day, before, boxes }: FieldOfForm, list: CodeList): readonly Code[] {
  const held = before?.[name]
  const there = new Set([...(Array.isArray(held) ? (held as readonly string[]) : [held]), ...boxes.getAll(name)])
  const first = (code: Code) => list.codes.find(({ label }) => label === code.label) === code
  return list.codes.filter((code) => (code.label !== null && first(code) && mayBeGiven(code, day)) || there.has(code.code))
}

const optionsOf = (codes: readonly Code[]): readonly Option[] =>
  codes.map(({ code, label }) => ({ value: code, label: label ?? `Code ${code}` }))

function OneCode(props: FieldOfForm & Common & { readonly list: CodeList; readonly value: string | undefined }): JSX.Element {
  const { common, field, list, value } = props
  const options = [...optionsOf(offered(props, list))]
  // A code of a source's own stays, as it was written.
  if (value !== undefined && value !== '' && !options.some((option) => option.value === value)) options.push({ value, label: value })
  if (options.length <= mostRadios)
    return <Radios {...common} small value={value ?? standing(props)} choices={[...options, ...unlessNeeded(field)]} />
  return (
    <Select
      {...common}
      value={value ?? ''}
      options={[{ value: '', label: field.required === true ? 'Choose' : 'Not recorded' }, ...options]}
    />
  )
}

/** Questions that are answered by a tick, then those that are answered in words. */
function Questions({ name, field, boxes, before, common }: FieldOfForm & Common): JSX.Element {
  const answers = answersOf(before?.[name])
  const codes = field.list?.codes ?? []
  const ticked = codes.filter((code) => !answeredInWords(code, answers))
  const inWords = codes
    .filter((code) => answeredInWords(code, answers))
    .map(({ code, label, note }) => (
      <Input
        name={boxName(name, code)}
        id={boxId(name, code)}
        label={ticked.length === 0 ? (label ?? code) : `${field.label}: ${withoutCapital(label ?? code)}`}
        labelSize={ticked.length === 0 ? undefined : 's'}
        hint={note}
        value={boxes.get(boxName(name, code)) ?? undefined}
        autocomplete="off"
      />
    ))
  if (ticked.length === 0) return <Group {...common}>{inWords}</Group>
  return (
    <>
      <Checkboxes {...common} small values={boxes.getAll(name)} choices={optionsOf(ticked)} />
      {inWords}
    </>
  )
}

const withoutCapital = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

/** Words under the headings they stand under, and room for one more. */
function Headings({ name, boxes, common }: FieldOfForm & Common): JSX.Element {
  const start = boxName(name, 'heading-')
  const places = [...boxes.keys()]
    .flatMap((box) => (box.startsWith(start) ? [Number(box.slice(start.length))] : []))
    .filter(Number.isInteger)
  const heading = (place: number) => boxes.get(boxName(name, `heading-${place}`)) ?? ''
  const words = (place: number) => boxes.get(boxName(name, `words-${place}`)) ?? undefined
  const named = places.filter((place) => heading(place) !== '')
  const next = places.find((place) => heading(place) === '') ?? Math.max(-1, ...places) + 1
  const box = (part: string, place: number) => ({ name: boxName(name, `${part}-${place}`), id: boxId(name, `${part}-${place}`) })
  return (
    <Group {...common}>
      {named.map((place) => (
        <>
          <input type="hidden" name={box('heading', place).name} value={heading(place)} />
          <Textarea {...box('words', place)} label={heading(place)} rows={2} value={words(place)} />
        </>
      ))}
      <Input {...box('heading', next)} label={named.length === 0 ? 'Heading' : 'One more heading'} width={20} autocomplete="off" />
      <Textarea {...box('words', next)} label="What it says" rows={2} value={words(next)} />
    </Group>
  )
}

/** Several boxes under one legend. */
const Group = ({ label, hint, error, id, children }: Common['common'] & { readonly children: ComponentChildren }): JSX.Element => (
  <FormGroup error={error}>
    <fieldset class="govuk-fieldset" id={id} aria-describedby={describedBy(id, { hint, error })}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  </FormGroup>
)

function Reference({
  choices,
  field,
  common,
  value,
}: Common & { readonly choices: ReferenceChoices | undefined; readonly field: Field; readonly value: string | undefined }): JSX.Element {
  if (choices?.is === 'number') {
    const { found, allowed } = choices
    const hint = found === null ? `Give ${allowed}.` : found.words
    return (
      <Input
        {...common}
        hint={
          <>
            {common.hint} {hint}
          </>
        }
        value={found?.number ?? value}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
    )
  }
  if (choices === undefined || choices.options.length === 0)
    return (
      <div class="govuk-form-group" id={common.id}>
        <p class="govuk-label govuk-label--s gt-nothing">{field.label}</p>
        {common.error !== undefined && <p class="govuk-error-message">{common.error}</p>}
        <p class="govuk-hint">{choices?.none ?? 'There is nothing to choose from.'}</p>
      </div>
    )
  return (
    <Select
      {...common}
      value={value ?? ''}
      options={[{ value: '', label: field.required === true ? 'Choose' : 'Not recorded' }, ...choices.options]}
    />
  )
}
