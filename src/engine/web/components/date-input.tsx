/** govuk-frontend's date input: a day in three boxes, with the time of day in a fourth where it is asked for. */
import type { JSX } from 'preact'
import { describedBy, FormGroup, HintAndError, type FieldProps } from './group.tsx'

export type DatePart = 'day' | 'month' | 'year' | 'time'

const parts: Readonly<Record<DatePart, { readonly label: string; readonly width: 2 | 4 | 5; readonly digits: boolean }>> = {
  day: { label: 'Day', width: 2, digits: true },
  month: { label: 'Month', width: 2, digits: true },
  year: { label: 'Year', width: 4, digits: true },
  time: { label: 'Time', width: 5, digits: false },
}

export interface DateInputProps extends Omit<FieldProps, 'inRow'> {
  readonly asked?: readonly DatePart[]
  readonly values?: Readonly<Partial<Record<DatePart, string>>>
  /** The boxes that are wrong; where there is an error and none is named, all. */
  readonly wrong?: readonly DatePart[]
}

/** The box of a part is named after the date: `heldOn-day`, with its id likewise. Nothing limits what a box takes, so a whole date may be pasted into one. */
export function DateInput({ asked = ['day', 'month', 'year'], values = {}, wrong, ...props }: DateInputProps): JSX.Element {
  const id = props.id ?? props.name
  const inError = wrong ?? (props.error ? asked : [])
  return (
    <FormGroup error={props.error}>
      <fieldset class="govuk-fieldset" role="group" aria-describedby={describedBy(id, props)}>
        <legend class={`govuk-fieldset__legend${props.labelSize ? ` govuk-fieldset__legend--${props.labelSize}` : ''}`}>
          {props.heading ? <h1 class="govuk-fieldset__heading">{props.label}</h1> : props.label}
        </legend>
        <HintAndError id={id} hint={props.hint} error={props.error} />
        <div class="govuk-date-input" id={id}>
          {asked.map((part) => (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
                  {parts[part].label}
                </label>
                <input
                  class={`govuk-input govuk-date-input__input${inError.includes(part) ? ' govuk-input--error' : ''} govuk-input--width-${parts[part].width}`}
                  id={`${id}-${part}`}
                  name={`${props.name}-${part}`}
                  type="text"
                  value={values[part] || undefined}
                  inputmode={parts[part].digits ? 'numeric' : undefined}
                />
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </FormGroup>
  )
}
