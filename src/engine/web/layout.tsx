/** The page shell: what stands round every page, and what a printed page says at its foot. */
import type { ComponentChildren, JSX, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { assetAddress } from './assets.ts'
import { BackLink, SkipLink } from './components/links.tsx'
import { ErrorSummary, type FieldError } from './components/messages.tsx'
import { Form } from './components/form.tsx'
import { ShellContext, useShell, type Navigation, type Shell } from './shell.ts'
import { dateAndTime } from './words.ts'

export interface PageProps {
  /** What the page is; the browser's title says the product and the council after it. */
  readonly title: string
  /** What is wrong with the form on the page. The summary stands first, and the title says so. */
  readonly errors?: readonly FieldError[]
  /** Where one came from, above the heading. */
  readonly back?: { readonly href: string; readonly label: string }
  /** Across the whole page between menu and content: an identity bar. */
  readonly above?: ComponentChildren
  readonly children?: ComponentChildren
}

/** A page in its shell. The heading is the page's own: put an `h1` in it, or in `above`. */
export function Page({ title, errors = [], back, above, children }: PageProps): JSX.Element {
  const { site, knownAt } = useShell()
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${errors.length > 0 ? 'Error: ' : ''}${title} – ${site.product} – ${site.council}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assetAddress('govuk-frontend.min.css')} />
        <link rel="stylesheet" href={assetAddress('moj-frontend.min.css')} />
        <link rel="stylesheet" href={assetAddress('goldthread.css')} />
        <script type="module" src={assetAddress('start.js')} />
      </head>
      <body class="govuk-template__body">
        <SkipLink />
        <Header />
        {knownAt !== null && <Then words={knownAt} />}
        {above}
        <div class="govuk-width-container">
          {back && (
            <nav aria-label="Back">
              <BackLink href={back.href}>{back.label}</BackLink>
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main">
            {errors.length > 0 && <ErrorSummary errors={errors} />}
            {children}
          </main>
        </div>
        <Footer />
      </body>
    </html>
  )
}

/** The whole document as text. */
export const drawn = (page: VNode, shell: Shell): string =>
  `<!doctype html>\n${renderToString(<ShellContext.Provider value={shell}>{page}</ShellContext.Provider>)}`

function Header(): JSX.Element {
  const { site, person, navigation, address } = useShell()
  const current = currentOf(navigation, address)
  return (
    <>
      <header class="gt-header">
        <div class="govuk-width-container gt-header__row">
          <a class="gt-header__council" href="/">
            {site.council}
          </a>
          {person && (
            <div class="gt-header__who">
              <span>
                {person.name}, {person.role}
              </span>
              <Form action="/sign-out" class="gt-header__out">
                <button class="gt-linklike">Sign out</button>
              </Form>
            </div>
          )}
        </div>
      </header>
      <ServiceNavigation name={site.product} items={navigation} current={current} exactly={current?.href === address.split('?')[0]} />
    </>
  )
}

export interface ServiceNavigationProps {
  readonly name: string
  readonly items: readonly Pick<Navigation, 'label' | 'href'>[]
  readonly current?: Pick<Navigation, 'href'> | undefined
  /** The page is the current link's own, not one below it. */
  readonly exactly?: boolean
}

/** govuk-frontend's service navigation. On a phone the links wrap instead of hiding behind a menu button. */
export function ServiceNavigation({ name, items, current, exactly = false }: ServiceNavigationProps): JSX.Element {
  return (
    <section class="govuk-service-navigation" data-module="govuk-service-navigation" aria-label="Service information">
      <div class="govuk-width-container">
        <div class="govuk-service-navigation__container">
          <span class="govuk-service-navigation__service-name">
            <a href="/" class="govuk-service-navigation__link">
              {name}
            </a>
          </span>
          {items.length > 0 && (
            <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
              <ul class="govuk-service-navigation__list" id="navigation">
                {items.map((item) => (
                  <li class={`govuk-service-navigation__item${item === current ? ' govuk-service-navigation__item--active' : ''}`}>
                    <a
                      class="govuk-service-navigation__link"
                      href={item.href}
                      aria-current={item === current ? (exactly ? 'page' : 'true') : undefined}
                    >
                      {item === current ? <strong class="govuk-service-navigation__active-fallback">{item.label}</strong> : item.label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
    </section>
  )
}

/** The gold strip: the page shows the past. */
function Then({ words }: { readonly words: string }): JSX.Element {
  const { address } = useShell()
  return (
    <div class="gt-then" role="region" aria-label="A past moment">
      <div class="govuk-width-container">
        <b>As known at {words}.</b> You can look, not write.{' '}
        <a class="govuk-link" href={withoutKnownAt(address)}>
          Back to now
        </a>
      </div>
    </div>
  )
}

function Footer(): JSX.Element {
  const { site, person, now, knownAt } = useShell()
  return (
    <footer class="gt-foot">
      <div class="govuk-width-container">
        {site.footer.links.length > 0 && (
          <ul class="gt-foot__links">
            {site.footer.links.map(({ label, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
        <span class="gt-foot__says">{site.footer.says}</span>
        {person && (
          <p class="gt-foot__print">
            Printed by {person.name}, {person.role}, from the page opened on {dateAndTime(now)},{' '}
            {knownAt === null ? 'as known then' : `as known at ${knownAt}`}. Official – sensitive
          </p>
        )}
      </div>
    </footer>
  )
}

/** The link whose address the page's own begins with; the longest, where several do. */
function currentOf(navigation: readonly Navigation[], address: string): Navigation | undefined {
  const path = address.split('?')[0] ?? ''
  const holds = ({ href }: Navigation) => path === href || path.startsWith(href.endsWith('/') ? href : `${href}/`)
  return navigation.filter(holds).sort((one, other) => other.href.length - one.href.length)[0]
}

/** The same address, looking at now. */
export function withoutKnownAt(address: string): string {
  const [path = '', query = ''] = address.split('?')
  const rest = new URLSearchParams(query)
  rest.delete('known-at')
  return rest.size === 0 ? path : `${path}?${rest.toString()}`
}
