/** Ways of telling somebody something: what to mend, what was done, what to know, what to beware of. */
import type { ComponentChildren, JSX } from 'preact'

export interface FieldError {
  /** The id of the field to mend; without it the sentence stands alone. */
  readonly for?: string | undefined
  /** A whole sentence, the same as beside the field. */
  readonly says: string
}

/** govuk-frontend's error summary. `Page` puts it first when it is given errors. */
export const ErrorSummary = ({
  errors,
  title = 'There is a problem',
}: {
  readonly errors: readonly FieldError[]
  readonly title?: string
}): JSX.Element => (
  <div class="govuk-error-summary" data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {errors.map((error) => (
            <li>{error.for === undefined ? error.says : <a href={`#${error.for}`}>{error.says}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  </div>
)

export interface NotificationBannerProps {
  /** `success`: something was done, and it is read out at once. Otherwise: something to know before reading on. */
  readonly success?: boolean
  readonly title?: string
  /** The first line. More may follow below it. */
  readonly heading?: ComponentChildren
  readonly children?: ComponentChildren
}

/** govuk-frontend's notification banner; one a page. */
export function NotificationBanner({ success, title, heading, children }: NotificationBannerProps): JSX.Element {
  return (
    <div
      class={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
      role={success ? 'alert' : 'region'}
      aria-labelledby="govuk-notification-banner-title"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {title ?? (success ? 'Success' : 'Important')}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        {heading && <p class="govuk-notification-banner__heading">{heading}</p>}
        {children}
      </div>
    </div>
  )
}

/** govuk-frontend's inset text. */
export const InsetText = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <div class="govuk-inset-text">{children}</div>
)

/** govuk-frontend's warning text. */
export const Warning = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">Warning</span> {children}
    </strong>
  </div>
)

export interface AlertProps {
  readonly kind: 'information' | 'success' | 'warning' | 'error'
  /** What the alert is about, for those who hear the page: 'Two records are easily mistaken'. */
  readonly title: string
  readonly children: ComponentChildren
}

/** The Ministry of Justice's alert, for one part of a page. */
export const Alert = ({ kind, title, children }: AlertProps): JSX.Element => (
  <div role="region" class={`moj-alert moj-alert--${kind}`} aria-label={`${kind}: ${title}`} data-module="moj-alert">
    <div>
      <svg
        class="moj-alert__icon"
        role="presentation"
        focusable="false"
        xmlns="http://www.w3.org/2000/svg"
        viewBox="0 0 30 30"
        height="30"
        width="30"
      >
        <path fill-rule="evenodd" clip-rule="evenodd" d={icons[kind]} fill="currentColor" />
      </svg>
    </div>
    <div class="moj-alert__content">{children}</div>
  </div>
)

const icons: Readonly<Record<AlertProps['kind'], string>> = {
  success: 'M11.3 24.7 2 15.4l2.6-2.6 6.7 6.6L25.4 5.3 28 8 11.3 24.7Z',
  warning: 'M15 2.4 28.8 26.2H1.2L15 2.4Zm-1.5 7.1.2 8.3h2.6l.2-8.3h-3ZM15 20a1.9 1.9 0 1 0 0 3.7 1.9 1.9 0 0 0 0-3.7Z',
  error:
    'M20.2 2.5H9.8L2.5 9.8v10.4l7.3 7.3h10.4l7.3-7.3V9.8l-7.3-7.3Zm-9.3 6.4L15 13l4.1-4.1 2 2L17 15l4.1 4.1-2 2L15 17l-4.1 4.1-2-2L13 15l-4.1-4.1 2-2Z',
  information:
    'M15 2.5a12.5 12.5 0 1 1 0 25 12.5 12.5 0 0 1 0-25Zm1.4 19.9V13h-2.7v9.4h2.7ZM15 7.6a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2Z',
}
