/** Links that help people move about. */
import type { ComponentChildren, JSX } from 'preact'

/** govuk-frontend's skip link: the first thing the Tab key reaches. */
export const SkipLink = (): JSX.Element => (
  <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">
    Skip to main content
  </a>
)

/** govuk-frontend's back link. */
export const BackLink = ({ href, children = 'Back' }: { readonly href: string; readonly children?: ComponentChildren }): JSX.Element => (
  <a href={href} class="govuk-back-link">
    {children}
  </a>
)

export interface SubNavigationProps {
  /** Whose parts these are: the landmark's name. */
  readonly label: string
  readonly items: readonly { readonly label: string; readonly href: string; readonly current?: boolean }[]
}

/** The Ministry of Justice's sub navigation: the parts of one thing. */
export const SubNavigation = ({ label, items }: SubNavigationProps): JSX.Element => (
  <nav class="moj-sub-navigation" aria-label={label}>
    <ul class="moj-sub-navigation__list">
      {items.map((item) => (
        <li class="moj-sub-navigation__item">
          <a class="moj-sub-navigation__link" aria-current={item.current ? 'page' : undefined} href={item.href}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
