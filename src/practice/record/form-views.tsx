/** What is drawn of forms: to add or change a record, to settle what two people wrote, to withdraw. Each stands in the frame of its page. */
import type { ComponentChildren, JSX } from 'preact'
import type { ReadRecord } from '../../engine/records/read.ts'
import { Button, Buttons } from '../../engine/web/components/button.tsx'
import { Textarea } from '../../engine/web/components/fields.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { InsetText, type FieldError } from '../../engine/web/components/messages.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { RecordFields } from '../../engine/web/record-form.tsx'
import { countOf, dateAndTime } from '../../engine/web/words.ts'
import type { Clash, Difference } from './change.ts'
import { hasDatedCodes, type FormState } from './form-state.ts'
import { recordTitle } from './record-title.ts'

export interface FrameProps {
  /** What is done, before the name of the kind: 'Add', 'Change'. */
  readonly doing: string
  /** The name of the kind. */
  readonly what: string
  readonly errors?: readonly FieldError[]
  readonly back: { readonly href: string; readonly label: string }
  readonly children: ComponentChildren
}

export type Frame = (props: FrameProps) => JSX.Element

/** What is said above the form, once for all of it. */
const NotKnown = (): JSX.Element => <p class="govuk-body">Leave empty what you do not know. It then reads “Not recorded”.</p>

export interface TypedFormProps {
  readonly action: string
  readonly state: FormState
  /** Kept with the form: the version it was drawn from, or the identifier of the new record. */
  readonly kept: Readonly<Record<string, string>>
  readonly save: string
  readonly cancel: string
  /** Asks why, which is kept beside the change. */
  readonly why?: string
  /** Asked last, below the fields of the record. */
  readonly children?: ComponentChildren
}

export const TypedForm = ({ action, state, kept, save, cancel, why, children }: TypedFormProps): JSX.Element => (
  <Form action={action} class="gt-form">
    {Object.entries(kept).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <RecordFields
      kind={state.kind}
      boxes={state.boxes}
      errors={state.errors}
      day={state.day}
      references={state.references}
      lists={state.lists}
      needed={state.needed}
      {...(state.before ? { before: state.before } : {})}
    />
    {why !== undefined && (
      <Textarea name="_why" id="f-_why" label="Why you change it" labelSize="s" hint="It is kept with the change." rows={2} value={why} />
    )}
    {children}
    <Buttons>
      <Button onceOnly>{save}</Button>
      {hasDatedCodes(state.kind) && (
        <Button kind="secondary" name="_draw" value="again">
          Show the choices for the date given
        </Button>
      )}
      <a class="govuk-link" href={cancel}>
        Cancel
      </a>
    </Buttons>
  </Form>
)

/** Errors as the summary at the head of the page has them. */
export const summaryOf = (state: FormState): readonly FieldError[] => state.errors.map(({ for: id, says }) => ({ for: id, says }))

export const AddForm = (props: TypedFormProps): JSX.Element => (
  <div class="gt-prose">
    <NotKnown />
    <TypedForm {...props} />
  </div>
)

export interface ChangeFormProps extends TypedFormProps {
  readonly read: ReadRecord
  /** Who said it, in words; null where people wrote it here. */
  readonly source: string | null
}

export const ChangeForm = ({ read, source, ...form }: ChangeFormProps): JSX.Element => (
  <div class="gt-prose">
    <p class="govuk-body gt-wrap">{recordTitle(read)}</p>
    {source !== null && (
      <InsetText>
        This came from {source}. What you change here stands over it. Where {source} goes on saying otherwise, the next import lists the
        difference.
      </InsetText>
    )}
    <NotKnown />
    <TypedForm {...form} />
  </div>
)

export interface SettleProps extends TypedFormProps {
  readonly clash: Clash
}

export const Settle = ({ clash, ...form }: SettleProps): JSX.Element => {
  const { by, knownFrom, differences } = clash
  const theirs = differences.filter(({ changedBy }) => changedBy !== 'you')
  return (
    <>
      <p class="gt-lede">{by} saved this record while you were writing. Nothing of yours is lost, and nothing of it is saved yet.</p>
      {differences.length === 0 ? (
        <p class="govuk-body">Both say the same now. Save to go on.</p>
      ) : (
        <Table
          caption="Both versions"
          cards
          rows={differences}
          columns={[
            { heading: 'Line', names: true, cell: ({ label }) => label },
            { heading: 'Was', cell: ({ was }) => <Said of="Was" words={was ?? 'Not known'} /> },
            {
              heading: `${by}, ${dateAndTime(knownFrom)}`,
              cell: (each) => <Said of={by} words={each.theirs} changed={each.changedBy !== 'you'} />,
            },
            { heading: 'You, not saved', cell: (each) => <Said of="You" words={each.yours} changed={each.changedBy !== 'them'} /> },
          ]}
        />
      )}
      <div class="gt-prose">
        <h2 class="govuk-heading-m">What is to stand</h2>
        <p class="govuk-body">{belowInWords(by, differences, theirs)}</p>
        <TypedForm {...form} />
      </div>
    </>
  )
}

function belowInWords(by: string, differences: readonly Difference[], theirs: readonly Difference[]): string {
  const both = differences.filter(({ changedBy }) => changedBy === 'both').length
  if (differences.length === 0) return 'The form holds what both say.'
  const joined =
    theirs.length === both ? 'The form holds your changes.' : `The form holds both: what only ${by} changed, and what you changed.`
  return both === 0
    ? joined
    : `${joined} ${countOf(both, 'line was', 'lines were')} changed by both of you: yours stands there until you choose.`
}

/** On a phone each row is a card, where the heading of the column is not seen. */
const Said = ({ of, words, changed }: { readonly of: string; readonly words: string; readonly changed?: boolean }): JSX.Element => (
  <>
    <span class="gt-of">{of}: </span>
    {changed === true ? <b>{words}</b> : words}
  </>
)

export interface WithdrawFormProps {
  readonly action: string
  readonly read: ReadRecord
  readonly related: number
  readonly error?: string
  readonly cancel: string
}

export const WithdrawForm = ({ action, read, related, error, cancel }: WithdrawFormProps): JSX.Element => (
  <div class="gt-prose">
    <p class="govuk-body gt-wrap">{recordTitle(read)}</p>
    <p class="govuk-body">
      Withdraw what was written by mistake. The record stays here, shown as withdrawn with your reason, and counts for nothing. It can be
      restored.
      {related > 0 &&
        ` ${countOf(related, 'record refers', 'records refer')} to it and ${related === 1 ? 'stays' : 'stay'} as ${related === 1 ? 'it is' : 'they are'}.`}
    </p>
    <Form action={action}>
      <Textarea name="reason" id="f-reason" label="Why it is withdrawn" labelSize="s" rows={3} error={error} />
      <Buttons>
        <Button kind="warning" onceOnly>
          Withdraw the record
        </Button>
        <a class="govuk-link" href={cancel}>
          Cancel
        </a>
      </Buttons>
    </Form>
  </div>
)

/** What can be done with a record, on its page. */
export const RecordActions = ({ standing, href }: { readonly standing: boolean; readonly href: string }): JSX.Element =>
  standing ? (
    <Buttons>
      <Button kind="secondary" href={`${href}/change`}>
        Change
      </Button>
      <Button kind="secondary" href={`${href}/withdraw`}>
        Withdraw
      </Button>
    </Buttons>
  ) : (
    <Form action={`${href}/restore`}>
      <Button kind="secondary" onceOnly>
        Restore the record
      </Button>
    </Form>
  )
