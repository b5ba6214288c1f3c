/** Small pieces of content: a state in a word, words that open, facts with their names. */
import type { ComponentChildren, JSX } from 'preact'

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'

/** govuk-frontend's tag. Red overdue, yellow today or tomorrow, blue to come, green done, orange done late, grey closed or draft. */
export const Tag = ({ colour, children }: { readonly colour?: TagColour; readonly children: ComponentChildren }): JSX.Element => (
  <strong class={`govuk-tag${colour ? ` govuk-tag--${colour}` : ''}`}>{children}</strong>
)

export interface DetailsProps {
  readonly summary: ComponentChildren
  readonly open?: boolean
  /** For links that lead to it. */
  readonly id?: string
  readonly children: ComponentChildren
}

/** govuk-frontend's details: more for those who want it. Opened when the page is printed. */
export const Details = ({ summary, open, id, children }: DetailsProps): JSX.Element => (
  <details class="govuk-details" id={id} open={open === true}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)

export interface SummaryRow {
  readonly key: ComponentChildren
  readonly value: ComponentChildren
  /** What can be done about it. `about` is read out after the label: 'Change' 'name'. */
  readonly actions?: readonly { readonly label: string; readonly href: string; readonly about?: string }[]
}

/** govuk-frontend's summary list. */
export function SummaryList({ rows, borders = true }: { readonly rows: readonly SummaryRow[]; readonly borders?: boolean }): JSX.Element {
  const anyActions = rows.some(({ actions = [] }) => actions.length > 0)
  return (
    <dl class={`govuk-summary-list${borders ? '' : ' govuk-summary-list--no-border'}`}>
      {rows.map(({ key, value, actions = [] }) => (
        <div class={`govuk-summary-list__row${anyActions && actions.length === 0 ? ' govuk-summary-list__row--no-actions' : ''}`}>
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {actions.length > 0 && <dd class="govuk-summary-list__actions">{actionsOf(actions)}</dd>}
        </div>
      ))}
    </dl>
  )
}

function actionsOf(actions: NonNullable<SummaryRow['actions']>): ComponentChildren {
  const links = actions.map(({ label, href, about }) => (
    <a class="govuk-link" href={href}>
      {label}
      {about && <span class="govuk-visually-hidden"> {about}</span>}
    </a>
  ))
  if (links.length === 1) return links[0]
  return (
    <ul class="govuk-summary-list__actions-list">
      {links.map((link) => (
        <li class="govuk-summary-list__actions-list-item">{link}</li>
      ))}
    </ul>
  )
}

/** Facts in two narrow columns, for the side of a page; a fact nobody recorded says so. */
export const Facts = ({
  facts,
}: {
  readonly facts: readonly { readonly name: string; readonly value: ComponentChildren }[]
}): JSX.Element => (
  <dl class="gt-facts">
    {facts.map(({ name, value }) => (
      <div>
        <dt>{name}</dt>
        <dd>{value ?? <span class="gt-quiet">Not recorded</span>}</dd>
      </div>
    ))}
  </dl>
)
