/** What govuk-frontend publishes of each component: options, and the mark-up they must give. */
import { readFileSync } from 'node:fs'

export interface Text {
  readonly text?: string
  readonly html?: string
  readonly classes?: string
  readonly isPageHeading?: boolean
}

/** The options of govuk-frontend's macros that our components know; each component reads those it has. */
export interface Options extends Text {
  readonly name: string
  readonly id?: string
  readonly idPrefix?: string
  readonly value?: string
  readonly values?: readonly string[]
  readonly namePrefix?: string
  readonly day?: DatePartOption
  readonly month?: DatePartOption
  readonly year?: DatePartOption
  readonly href?: string
  readonly disabled?: boolean
  readonly label: Text
  readonly hint?: Text
  readonly errorMessage?: Text
  readonly fieldset: { readonly legend: Text }
  readonly items: readonly (Text & {
    readonly name?: string
    readonly error?: boolean
    readonly value: string
    readonly hint?: Text
    readonly checked?: boolean
    readonly selected?: boolean
    readonly disabled?: boolean
    readonly divider?: string
    readonly number?: number
    readonly current?: boolean
  })[]
  readonly multiple?: boolean
  readonly spellcheck?: boolean
  readonly titleText?: string
  readonly errorList: readonly { readonly text: string; readonly href?: string }[]
  readonly type?: string
  readonly summaryText?: string
  readonly open?: boolean
  readonly rows: readonly {
    readonly key: Text
    readonly value: Text
    readonly actions?: {
      readonly items?: readonly { readonly text: string; readonly href: string; readonly visuallyHiddenText?: string }[]
    }
  }[]
  readonly serviceName: string
  readonly navigation?: readonly { readonly text: string; readonly href: string; readonly active?: boolean }[]
}

/** A box of the date input; false where it is left out. */
type DatePartOption = false | { readonly error?: boolean }

export interface Fixture {
  readonly name: string
  readonly hidden: boolean
  readonly options: Options
  readonly html: string
}

/** The fixtures of a component that govuk-frontend shows; those it hides are for its own tests. */
export const fixturesOf = (component: string): readonly Fixture[] => {
  const file = new URL(`../../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures.filter(({ hidden }) => !hidden)
}
