/** What stands round every govuk-frontend field: its label, its hint, what is wrong with it. */
import type { ComponentChildren, JSX } from 'preact'

export type Size = 's' | 'm' | 'l' | 'xl'

/** What all fields have. The error is a whole sentence; the same one stands in the error summary. */
export interface FieldProps {
  readonly name: string
  /** Where it differs from the name. */
  readonly id?: string | undefined
  readonly label: ComponentChildren
  readonly labelSize?: Size | undefined
  /** The label is the page's heading: for pages that ask one thing. */
  readonly heading?: boolean | undefined
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  /** Beside it in a row, as search boxes are: no space below. */
  readonly inRow?: boolean | undefined
}

/** The ids that describe a field, as `aria-describedby` has them; undefined when there are none. */
export const describedBy = (id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined

export function FormGroup({
  error,
  inRow,
  children,
}: Pick<FieldProps, 'error' | 'inRow'> & { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}${inRow ? ' govuk-!-margin-bottom-0' : ''}`}>{children}</div>
  )
}

/** Label, hint and error, in that order, then the field itself. */
export function Labelled(props: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  const id = props.id ?? props.name
  const label = (
    <label class={`govuk-label${props.labelSize ? ` govuk-label--${props.labelSize}` : ''}`} for={id}>
      {props.label}
    </label>
  )
  return (
    <FormGroup error={props.error} inRow={props.inRow}>
      {props.heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label}
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {props.children}
    </FormGroup>
  )
}

export function HintAndError({ id, hint, error }: { readonly id: string } & Pick<FieldProps, 'hint' | 'error'>): JSX.Element {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </>
  )
}
