/** Who the page is about, and at which moment: the bars between the menu and the page. */
import type { ComponentChildren, JSX } from 'preact'
import { useShell } from '../shell.ts'
import { Button } from './button.tsx'

export interface IdentityBarProps {
  /** The name: the page's heading. */
  readonly name: string
  /** What the landmark is called. */
  readonly label: string
  /** Short facts that tell this one from others, in one line that wraps. */
  readonly facts: readonly ComponentChildren[]
  /** A sentence below: with whom not to confuse. */
  readonly note?: ComponentChildren
  /** Buttons. */
  readonly children?: ComponentChildren
}

/** The Ministry of Justice's identity bar, holding the page's heading. Give it to `Page` as `above`. */
export const IdentityBar = ({ name, label, facts, note, children }: IdentityBarProps): JSX.Element => (
  <div class="moj-identity-bar" role="region" aria-label={label}>
    <div class="moj-identity-bar__container govuk-width-container">
      <div class="moj-identity-bar__details">
        <h1 class="gt-id__name">{name}</h1>
        <ul class="gt-id__facts">
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
        {note && <p class="gt-id__note">{note}</p>}
      </div>
      {children && <div class="moj-identity-bar__actions">{children}</div>}
    </div>
  </div>
)

/** Asks at which moment the page should look. It keeps the rest of the address. */
export function KnownAt(): JSX.Element {
  const { address, knownAt } = useShell()
  const [path = '', query = ''] = address.split('?')
  const kept = [...new URLSearchParams(query)].filter(([name]) => name !== 'known-at')
  return (
    <div class="gt-known" role="region" aria-label="As known at">
      <div class="govuk-width-container">
        <form action={path}>
          {kept.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <span>
            You see what was known <b>{knownAt === null ? 'now' : `at ${knownAt}`}</b>.
          </span>
          <label for="known-at">See it as known at</label>
          <input class="govuk-input" id="known-at" name="known-at" value={knownAt ?? undefined} autocomplete="off" />
          <Button kind="secondary">Show</Button>
        </form>
      </div>
    </div>
  )
}

export interface FilterProps {
  /** The address the choice is sent to (GET): it stays in the address, so a link keeps it. */
  readonly action: string
  /** Values of the address that the choice keeps. */
  readonly kept?: readonly (readonly [name: string, value: string])[]
  readonly heading: string
  readonly children: ComponentChildren
}

/** The Ministry of Justice's filter, beside the list it narrows. */
export const Filter = ({ action, kept = [], heading, children }: FilterProps): JSX.Element => (
  <form class="moj-filter" action={action}>
    <div class="moj-filter__header">
      <div class="moj-filter__header-title">
        <h2 class="govuk-heading-m">{heading}</h2>
      </div>
    </div>
    <div class="moj-filter__content">
      <div class="moj-filter__options">
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {children}
        <Button kind="secondary">Apply</Button>
      </div>
    </div>
  </form>
)
