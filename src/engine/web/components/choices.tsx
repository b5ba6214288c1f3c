/** govuk-frontend's checkboxes and radios. */
import type { ComponentChildren, JSX } from 'preact'
import { describedBy, FormGroup, HintAndError, type FieldProps } from './group.tsx'

export interface Choice {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly disabled?: boolean
}

/** A line of its own between choices: 'or'. */
export interface Divider {
  readonly divider: string
}

interface ChoicesProps extends Omit<FieldProps, 'inRow'> {
  readonly choices: readonly (Choice | Divider)[]
  /** For filters, where many stand close. */
  readonly small?: boolean
}

export interface CheckboxesProps extends ChoicesProps {
  readonly values?: readonly string[]
}

/** Any number of the choices. The label is the legend of the group. */
export const Checkboxes = ({ values = [], ...props }: CheckboxesProps): JSX.Element => (
  <Choices {...props} kind="checkboxes" type="checkbox" chosen={values} />
)

export interface RadiosProps extends ChoicesProps {
  readonly value?: string | undefined
  /** Beside each other: for two short answers. */
  readonly inline?: boolean
}

/** One of the choices. The label is the legend of the group. */
export const Radios = ({ value, ...props }: RadiosProps): JSX.Element => (
  <Choices {...props} kind="radios" type="radio" chosen={value === undefined ? [] : [value]} />
)

interface Drawn extends ChoicesProps {
  readonly kind: 'checkboxes' | 'radios'
  readonly type: 'checkbox' | 'radio'
  readonly chosen: readonly string[]
  readonly inline?: boolean
}

function Choices({ kind, type, chosen, choices, small, inline, ...props }: Drawn): JSX.Element {
  const id = props.id ?? props.name
  const classes = `govuk-${kind}${small ? ` govuk-${kind}--small` : ''}${inline ? ` govuk-${kind}--inline` : ''}`
  return (
    <FormGroup error={props.error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, props)}>
        <legend class={`govuk-fieldset__legend${props.labelSize ? ` govuk-fieldset__legend--${props.labelSize}` : ''}`}>
          {props.heading ? <h1 class="govuk-fieldset__heading">{props.label}</h1> : props.label}
        </legend>
        <HintAndError id={id} hint={props.hint} error={props.error} />
        <div class={classes} data-module={`govuk-${kind}`}>
          {choices.map((choice, index) =>
            'divider' in choice ? (
              <div class={`govuk-${kind}__divider`}>{choice.divider}</div>
            ) : (
              <Item
                {...choice}
                kind={kind}
                type={type}
                name={props.name}
                checked={chosen.includes(choice.value)}
                id={index === 0 ? id : `${id}-${index + 1}`}
              />
            ),
          )}
        </div>
      </fieldset>
    </FormGroup>
  )
}

type ItemProps = Choice & Pick<Drawn, 'kind' | 'type' | 'name'> & { readonly id: string; readonly checked: boolean }

const Item = ({ kind, type, name, id, value, label, hint, disabled, checked }: ItemProps): JSX.Element => (
  <div class={`govuk-${kind}__item`}>
    <input
      class={`govuk-${kind}__input`}
      id={id}
      name={name}
      type={type}
      value={value}
      checked={checked}
      disabled={disabled === true}
      aria-describedby={hint ? `${id}-item-hint` : undefined}
    />
    <label class={`govuk-label govuk-${kind}__label`} for={id}>
      {label}
    </label>
    {hint && (
      <div id={`${id}-item-hint`} class={`govuk-hint govuk-${kind}__hint`}>
        {hint}
      </div>
    )}
  </div>
)
