/**
 * The demonstration's own OpenID Connect provider: a real one, so that signing in runs the same code as in a council, with a
 * list of invented people instead of a password. Only the demonstration starts it. It answers on this machine alone, and to
 * one client whose secret is made at each start.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { interactionPolicy } from 'oidc-provider'
import { Button } from '../../src/engine/web/components/button.tsx'
import { Details } from '../../src/engine/web/components/content.tsx'
import { DateText } from '../../src/engine/web/components/fields.tsx'
import { InsetText } from '../../src/engine/web/components/messages.tsx'
import { drawn, Page } from '../../src/engine/web/layout.tsx'
import type { DemoDays } from '../days-of-demo.ts'
import type { DemoPerson } from '../people.ts'

export interface DemoProviderOptions {
  /** Of the server that this stands in front of, on 127.0.0.1. */
  readonly port: number
  readonly people: readonly DemoPerson[]
  readonly council: string
  /** The day that counts as today, and going to another; absent where there is one day only. */
  readonly days?: DemoDays
  /** What is being made beside what is shown. */
  readonly making?: () => Making | null
}

export interface Making {
  readonly words: string
  readonly share: number
}

export interface DemoProvider {
  handles(request: IncomingMessage): boolean
  handle(request: IncomingMessage, response: ServerResponse): void
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

const prefix = '/demo-sign-in'

export function demoProvider({ port, people, council, days, making }: DemoProviderOptions): DemoProvider {
  const host = `127.0.0.1:${port}`
  const issuer = `http://${host}${prefix}`
  const redirectUri = `http://${host}/sign-in/back`
  const client = { clientId: 'goldthread-demo', clientSecret: randomBytes(32).toString('base64url') }
  const provider = new Provider(issuer, settings(client, redirectUri, people))
  const answer = provider.callback()

  const choosing = async (request: IncomingMessage, response: ServerResponse) => {
    const { uid } = await provider.interactionDetails(request, response)
    const action = `${prefix}/choose/${uid}`
    const choose = (status: number, wrong: { typed: string; says: string } | null = null) =>
      send(response, status, choosePage({ council, people, action, about: days?.about() ?? null, making: making?.() ?? null, wrong }))
    if (request.method !== 'POST') return choose(200)
    const sent = await form(request)
    const day = sent.get('day')
    if (day !== null && days) {
      const says = days.goTo(day.trim())
      return says === null ? send(response, 200, waitPage(council, days.busy()), waits) : choose(422, { typed: day, says })
    }
    const account = sent.get('account')
    const chosen = people.find((person) => person.account === account)
    if (!chosen) return choose(422)
    const grant = new provider.Grant({ accountId: chosen.account, clientId: client.clientId })
    grant.addOIDCScope('openid')
    return provider.interactionFinished(request, response, {
      login: { accountId: chosen.account, remember: false },
      consent: { grantId: await grant.save() },
    })
  }

  return {
    ...client,
    issuer,
    redirectUri,
    handles: ({ url }) => {
      const asked = url ?? ''
      // While everything is made again there is nothing to show, but what pages are drawn with.
      return asked === prefix || asked.startsWith(`${prefix}/`) || ((days?.busy() ?? null) !== null && !asked.startsWith('/assets/'))
    },
    handle(request, response) {
      if (!isThisMachine(request))
        return void send(response, 403, problemPage(council, 'The demonstration is only open on its own machine.'))
      const busy = days?.busy() ?? null
      if (busy !== null) return void send(response, 503, waitPage(council, busy), waits)
      // The provider makes addresses from the Host header; ours is known, so what was sent is not asked.
      request.headers.host = host
      const original = request.url ?? ''
      const asked = original.startsWith(`${prefix}/choose/`) ? choosing(request, response) : mounted(answer, request, response, original)
      asked.catch(() => send(response, 400, problemPage(council, 'Choosing took too long, or was begun in another window.')))
    },
  }
}

/** The provider finds its routes below the prefix, and writes the prefix back into the addresses it gives. */
function mounted(
  answer: ReturnType<Provider['callback']>,
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
  original: string,
): Promise<void> {
  request.originalUrl = original
  request.url = original.slice(prefix.length) || '/'
  return answer(request, response)
}

/** What the provider must remember between two steps of signing in, for as long as it says. One for each kind of thing it remembers. */
class InMemory {
  readonly #kept = new Map<string, { payload: Record<string, unknown>; until: number }>()

  upsert(id: string, payload: Record<string, unknown>, seconds: number): Promise<void> {
    const now = Date.now()
    for (const [other, { until }] of this.#kept) if (until <= now) this.#kept.delete(other)
    this.#kept.set(id, { payload, until: now + (seconds || 3_600) * 1_000 })
    return Promise.resolve()
  }

  find(id: string): Promise<Record<string, unknown> | undefined> {
    const kept = this.#kept.get(id)
    return Promise.resolve(kept !== undefined && kept.until > Date.now() ? kept.payload : undefined)
  }

  findByUid(uid: string): Promise<Record<string, unknown> | undefined> {
    return Promise.resolve([...this.#kept.values()].find(({ payload }) => payload['uid'] === uid)?.payload)
  }

  consume(id: string): Promise<void> {
    const kept = this.#kept.get(id)
    if (kept) kept.payload['consumed'] = Math.floor(Date.now() / 1_000)
    return Promise.resolve()
  }

  destroy(id: string): Promise<void> {
    this.#kept.delete(id)
    return Promise.resolve()
  }

  revokeByGrantId(grant: string): Promise<void> {
    for (const [id, { payload }] of this.#kept) if (payload['grantId'] === grant) this.#kept.delete(id)
    return Promise.resolve()
  }
}

const settings = (
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  redirectUri: string,
  people: readonly DemoPerson[],
) => ({
  adapter: InMemory,
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_post',
      application_type: 'native',
    },
  ],
  jwks: {
    keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })].map((key) => ({
      ...key,
      use: 'sig',
      kid: 'demo',
    })),
  },
  cookies: { keys: [randomBytes(32).toString('base64url')], long: { path: prefix }, short: { path: prefix } },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false }, userinfo: { enabled: false } },
  interactions: { policy: alwaysAsk(), url: (_context: unknown, { uid }: { uid: string }) => `${prefix}/choose/${uid}` },
  findAccount: (_context: unknown, account: string) =>
    people.some((person) => person.account === account) ? { accountId: account, claims: () => ({ sub: account }) } : undefined,
  pkce: { required: () => true },
  scopes: ['openid'],
  ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 3_600, Session: 3_600, Grant: 3_600 },
  renderError: (context: { body: unknown; type: string }) => {
    context.type = 'html'
    context.body =
      '<!doctype html><html lang="en-GB"><title>Sign in again</title><p>Signing in was not finished. <a href="/">Start again</a></p></html>'
  },
})

/** In the demonstration one is somebody else at every sign-in, so nobody is remembered. */
function alwaysAsk() {
  const policy = interactionPolicy.base()
  const { Check } = interactionPolicy
  policy
    .get('login')
    .checks.push(
      new Check('choose', 'Somebody is chosen at every sign-in', ({ oidc }) =>
        oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    )
  return policy
}

const isThisMachine = ({ socket }: IncomingMessage): boolean => /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')

async function form(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 10_000) throw new Error('A choice is shorter')
  }
  return new URLSearchParams(text)
}

/** A page that asks again by itself, at the beginning: what it waited for is there. */
const waits = { refresh: '3; url=/' }

function send(response: ServerResponse, status: number, html: string, more: Readonly<Record<string, string>> = {}): void {
  if (response.headersSent) return void response.end()
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'x-content-type-options': 'nosniff',
      ...more,
    })
    .end(html)
}

interface Choosing {
  readonly council: string
  readonly people: readonly DemoPerson[]
  readonly action: string
  readonly about: ReturnType<DemoDays['about']>
  readonly making: Making | null
  /** The day as it was typed, and what is wrong with it. */
  readonly wrong: { readonly typed: string; readonly says: string } | null
}

const choosePage = ({ council, people, action, about, making, wrong }: Choosing): string =>
  inShell(
    council,
    <Page title="Who do you want to be?" errors={wrong === null ? [] : [{ for: 'day', says: wrong.says }]}>
      <h1 class="govuk-heading-l">Who do you want to be?</h1>
      <p class="govuk-body">
        This is a demonstration. Everyone named here is invented.
        {about && ` Today is ${about.today} in it.`}
      </p>
      {making && (
        <InsetText>
          This is a small authority. {making.words}: {Math.round(making.share * 100)}%. It takes about two minutes, and then it is here in
          place of the small one.
        </InsetText>
      )}
      <form method="post" action={action}>
        <ul class="gt-people">
          {people.map(({ account, name, role }) => (
            <li>
              <button name="account" value={account}>
                {name} <small>{role}</small>
              </button>
            </li>
          ))}
        </ul>
      </form>
      {about && (
        <Details summary="Go to another day" open={wrong !== null}>
          <form method="post" action={action} novalidate>
            <DateText
              name="day"
              label="Which day is to be today?"
              hint={`From ${about.first} to ${about.last}. For example, 3 March 2016. Everything is made again as it stood that day, which takes a minute or two; what was written here is lost.`}
              value={wrong?.typed}
              error={wrong?.says}
            />
            <Button>Go to that day</Button>
          </form>
        </Details>
      )}
    </Page>,
  )

const waitPage = (council: string, busy: Making | null): string =>
  inShell(
    council,
    <Page title="Getting ready">
      <h1 class="govuk-heading-l">Getting ready</h1>
      <p class="govuk-body" role="status">
        {busy === null ? 'Almost there.' : `${busy.words}: ${Math.round(busy.share * 100)}%.`} This page opens by itself when it is done.
      </p>
    </Page>,
  )

const problemPage = (council: string, says: string): string =>
  inShell(
    council,
    <Page title="Sign in again">
      <h1 class="govuk-heading-l">Sign in again</h1>
      <p class="govuk-body">{says}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Start again
        </a>
      </p>
    </Page>,
  )

const inShell = (council: string, page: Parameters<typeof drawn>[0]): string =>
  drawn(page, {
    site: { product: 'Goldthread', council, footer: { links: [], says: 'This is a demonstration.' } },
    person: null,
    navigation: [],
    address: prefix,
    now: new Date(),
    knownAt: null,
    csrf: '',
  })
