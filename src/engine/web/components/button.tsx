/** govuk-frontend's button. One main button a page; its words start with a verb. */
import type { ComponentChildren, JSX } from 'preact'

export interface ButtonProps {
  readonly kind?: 'secondary' | 'warning'
  readonly name?: string
  readonly value?: string
  /** With an address it is a link that looks like a button. */
  readonly href?: string
  readonly disabled?: boolean
  /** Ignores the second of two quick presses: for what must not be done twice. Needs JavaScript; the action guards itself too. */
  readonly onceOnly?: boolean
  readonly children: ComponentChildren
}

export function Button({ kind, name, value, href, disabled, onceOnly, children }: ButtonProps): JSX.Element {
  const classes = `govuk-button${kind ? ` govuk-button--${kind}` : ''}`
  if (href !== undefined)
    return (
      <a href={href} role="button" draggable={false} class={classes} data-module="govuk-button">
        {children}
      </a>
    )
  return (
    <button
      type="submit"
      name={name}
      value={value}
      class={classes}
      data-module="govuk-button"
      {...(onceOnly ? { 'data-prevent-double-click': 'true' } : {})}
      {...(disabled ? { disabled: true, 'aria-disabled': 'true' } : {})}
    >
      {children}
    </button>
  )
}

/** Buttons in a row that wraps. */
export const Buttons = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <div class="govuk-button-group">{children}</div>
)
