/** govuk-frontend's fields that hold one value. */
import type { JSX } from 'preact'
import { describedBy, Labelled, type FieldProps } from './group.tsx'

export interface InputProps extends FieldProps {
  readonly value?: string | undefined
  readonly type?: 'text' | 'search'
  /** About how many characters fit. Without it the field is as wide as its column. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  readonly inputmode?: 'numeric' | 'text'
  readonly autocomplete?: string
  readonly spellcheck?: boolean
}

/** One line of text. */
export function Input(props: InputProps): JSX.Element {
  const id = props.id ?? props.name
  const classes = `govuk-input${props.width ? ` govuk-input--width-${props.width}` : ''}${props.error ? ' govuk-input--error' : ''}`
  return (
    <Labelled {...props}>
      <input
        list={undefined}
        class={classes}
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value || undefined}
        spellcheck={props.spellcheck}
        aria-describedby={describedBy(id, props)}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
      />
    </Labelled>
  )
}

export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined
  readonly rows?: number
}

/** Several lines of text. */
export function Textarea(props: TextareaProps): JSX.Element {
  const id = props.id ?? props.name
  return (
    <Labelled {...props}>
      <textarea
        class={`govuk-textarea${props.error ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        aria-describedby={describedBy(id, props)}
      >
        {props.value}
      </textarea>
    </Labelled>
  )
}

/** A day, typed in one field as people write it; read it with `typedDay`. Three boxes ask for more keys and say no more. */
export const DateText = ({
  hint = 'For example, 27 March 2016',
  ...props
}: Omit<InputProps, 'type' | 'width' | 'inputmode'>): JSX.Element => (
  <Input {...props} hint={hint} width={10} autocomplete={props.autocomplete ?? 'off'} />
)

export interface Option {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  /** As wide as its column. */
  readonly full?: boolean
}

/** One of a list that is too long for radios. */
export function Select(props: SelectProps): JSX.Element {
  const id = props.id ?? props.name
  const classes = `govuk-select${props.full ? ' govuk-!-width-full' : ''}${props.error ? ' govuk-select--error' : ''}`
  return (
    <Labelled {...props}>
      <select class={classes} id={id} name={props.name} aria-describedby={describedBy(id, props)}>
        {props.options.map(({ value, label, disabled }) => (
          <option value={value} selected={value === props.value} disabled={disabled === true}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

export interface FileUploadProps extends FieldProps {
  readonly multiple?: boolean
}

/**
 * Files to send. What they are is told by their content; their names are only said. The browser's own field takes dropped files
 * too, so govuk-frontend's script for it is left out: its button is named otherwise than it reads (WCAG 2.5.3).
 */
export function FileUpload(props: FileUploadProps): JSX.Element {
  const id = props.id ?? props.name
  return (
    <Labelled {...props}>
      <input
        class={`govuk-file-upload${props.error ? ' govuk-file-upload--error' : ''}`}
        id={id}
        name={props.name}
        type="file"
        multiple={props.multiple === true}
        aria-describedby={describedBy(id, props)}
      />
    </Labelled>
  )
}
