import type { ComponentChildren, JSX } from 'preact'

/** A part of a result with its heading, to which links on the page lead. */
export const Section = ({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ComponentChildren
}): JSX.Element => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m gt-section" id={id}>
      {title}
    </h2>
    {children}
  </section>
)
