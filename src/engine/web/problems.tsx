/** The pages for when something is not there, not allowed, or has gone wrong. They say nothing of what was asked for. */
import { randomInt } from 'node:crypto'
import type { ComponentChildren, JSX, VNode } from 'preact'
import type { Answer } from './page.ts'
import { Page, withoutKnownAt } from './layout.tsx'
import { useShell } from './shell.ts'

export const notThere = (): Answer => ({
  status: 404,
  body: (
    <Problem title="Page not found">
      <NotFound />
    </Problem>
  ),
})

/** What is there now may not have been known then: the gold strip above leads back to now. */
function NotFound(): JSX.Element {
  const { knownAt } = useShell()
  return (
    <>
      <p class="govuk-body">
        {knownAt === null
          ? 'There is nothing at this address, or it is not there for you.'
          : `Nothing at this address was known at ${knownAt}, or it is not there for you.`}
      </p>
      <p class="govuk-body">
        {knownAt === null ? 'Check the address, or start again from the menu.' : 'Choose a later day, or go back to now.'}
      </p>
    </>
  )
}

/** @param roles who may, in words; null when no role may */
export const notAllowed = (roles: string | null): Answer => ({
  status: 403,
  body: (
    <Problem title="You may not open this">
      {roles !== null && <p class="govuk-body">It is open to: {roles}.</p>}
      <p class="govuk-body">If your work needs it, ask whoever runs this service in your council. That you asked for it was recorded.</p>
    </Problem>
  ),
})

export const notOurForm = (): Answer => ({
  status: 403,
  body: (
    <Problem title="That form was too old">
      <p class="govuk-body">Nothing was changed. Go back, load the page again, and send it once more.</p>
    </Problem>
  ),
})

/** @param says a sentence that holds nothing secret */
export const notNow = (says: string): Answer => ({
  status: 422,
  body: (
    <Problem title="That cannot be done from here">
      <p class="govuk-body">{says}</p>
      <BackToNow />
    </Problem>
  ),
})

/** From an address whose moment cannot be read. Where it can, the gold strip leads back. */
function BackToNow(): JSX.Element | null {
  const { address, knownAt } = useShell()
  const now = withoutKnownAt(address)
  return knownAt !== null || now === address ? null : (
    <p class="govuk-body">
      <a class="govuk-link" href={now}>
        Back to now
      </a>
    </p>
  )
}

/** @param limit bytes */
export const tooLarge = (limit: number): Answer => ({
  status: 413,
  body: (
    <Problem title="That is too large to send">
      <p class="govuk-body">At most {megabytes(limit)} can be sent at once. Nothing was kept. Send fewer files at a time.</p>
    </Problem>
  ),
})

export const notUnderstood = (status: number): Answer => ({
  status,
  body: (
    <Problem title="The browser’s request was not understood">
      <p class="govuk-body">Nothing was changed. Go back and try again.</p>
    </Problem>
  ),
})

/** @param reference what to quote, as `newReference` gives it */
export const wentWrong = (reference: string): Answer => ({
  status: 500,
  body: (
    <Problem title="Something went wrong">
      <p class="govuk-body">
        It is our fault, not yours. The number of this error is <b class="gt-nowrap">{reference}</b>.
      </p>
      <p class="govuk-body">Try again in a few minutes. If it happens again, tell whoever runs this service the number.</p>
    </Problem>
  ),
})

/** Eight letters and digits that cannot be mistaken for each other when read out: 'K7QF-2M9P'. */
export function newReference(): string {
  const letters = Array.from({ length: 8 }, () => '23456789BCDFGHJKMNPQRTVWXYZ'[randomInt(27)])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/**
 * What the log says of an unexpected error: its kind, and the lines of code it came through. Never its message, which may
 * quote a value; never the address, which names whom the page is about.
 */
export function withoutData(failure: unknown): { kind: string; code: string | null; through: readonly string[] } {
  if (!(failure instanceof Error)) return { kind: typeof failure, code: null, through: [] }
  const { code } = failure as NodeJS.ErrnoException
  const through = (failure.stack ?? '').split('\n').filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
  return {
    kind: /^\w+$/.test(failure.name) ? failure.name : 'Error',
    code: typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : null,
    through: through.slice(0, 8).map((line) => line.trim().replaceAll(`${process.cwd()}/`, '')),
  }
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.floor(bytes / 1_000_000))} MB`

const Problem = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }): VNode => (
  <Page title={title}>
    <Body title={title}>{children}</Body>
  </Page>
)

const Body = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element => (
  <div class="gt-prose">
    <h1 class="govuk-heading-l">{title}</h1>
    {children}
  </div>
)
