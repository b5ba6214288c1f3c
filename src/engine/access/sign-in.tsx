/**
 * Signing in by OpenID Connect: the authorization code flow with PKCE (RFC 7636), state and nonce. The addresses come from
 * the settings and never from the request, so a forged Host header changes nothing.
 */
import * as openId from 'openid-client'
import type { VNode } from 'preact'
import { Button } from '../web/components/button.tsx'
import { Page as Shown } from '../web/layout.tsx'
import { action, page, type Answer, type Page, type PageRequest, type Person } from '../web/page.ts'
import { useShell } from '../web/shell.ts'
import type { Session } from './sessions.ts'

export interface OpenIdSettings {
  /** Where the provider is. It must be https, unless it is on this machine (127.0.0.1 or localhost). */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Our own `/sign-in/back`, with scheme and host, as the provider knows it. */
  readonly redirectUri: string
}

/** What signing in needs of the server: the browser's session, and to give it another. */
export interface Door {
  /** The person the provider's subject stands for here; null when the authority does not list them. */
  readonly people: (subject: string) => Promise<Person | null> | Person | null
  sessionOf(request: AnyRequest): Session | null
  /** Starts a session at this browser; the one it had is ended. */
  begin(request: AnyRequest, subject: string | null): Session
  /** Ends the browser's session. */
  end(request: AnyRequest): void
}

type AnyRequest = PageRequest<string, Person | null>

const beforeSignIn = 'It is opened before anybody has signed in and shows nobody’s record.'

/** The pages of signing in and out. */
export function signInPages(settings: OpenIdSettings, door: Door): readonly Page[] {
  const provider = providerAt(settings)
  return [
    page('/sign-in', {
      may: 'anyone',
      looks: null,
      noLookBecause: beforeSignIn,
      find: (request) => toProvider(provider, settings, door, request as AnyRequest),
      show: (answer) => answer,
    }),
    page('/sign-in/back', {
      may: 'anyone',
      looks: null,
      noLookBecause: beforeSignIn,
      find: (request) => backFromProvider(provider, settings, door, request as AnyRequest),
      show: (answer) => answer,
    }),
    page('/signed-out', {
      may: 'anyone',
      looks: null,
      noLookBecause: beforeSignIn,
      show: () => (
        <Notice title="You are signed out">
          <p class="govuk-body">Close the browser if others use this machine.</p>
          <SignInAgain />
        </Notice>
      ),
    }),
    action('/sign-out', {
      may: 'anyone',
      looks: null,
      noLookBecause: 'It ends a session and shows nobody’s record.',
      does: (request) => outOfProvider(provider, settings, door, request as AnyRequest),
    }),
  ]
}

async function toProvider(provider: Provider, settings: OpenIdSettings, door: Door, request: AnyRequest): Promise<Answer> {
  const known = await provider().catch(() => null)
  if (known === null) return notAnswering()
  const verifier = openId.randomPKCECodeVerifier()
  const [state, nonce] = [openId.randomState(), openId.randomNonce()]
  const { values } = door.begin(request, null)
  for (const [name, value] of Object.entries({ verifier, state, nonce, to: pathOnThisSite(request.query.get('to')) }))
    values.set(`sign-in ${name}`, value)
  const address = openId.buildAuthorizationUrl(known, {
    redirect_uri: settings.redirectUri,
    scope: 'openid',
    code_challenge: await openId.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { status: 302, headers: { location: address.href } }
}

async function backFromProvider(provider: Provider, settings: OpenIdSettings, door: Door, request: AnyRequest): Promise<Answer> {
  const kept = door.sessionOf(request)?.values
  const take = (name: string): string | undefined => {
    const value = kept?.get(`sign-in ${name}`)
    kept?.delete(`sign-in ${name}`)
    return value
  }
  const [verifier, state, nonce, to] = [take('verifier'), take('state'), take('nonce'), take('to')]
  if (verifier === undefined || state === undefined || nonce === undefined) return notSignedIn()
  const back = new URL(settings.redirectUri)
  back.search = request.query.toString()
  const subject = await provider()
    .then((known) =>
      openId.authorizationCodeGrant(known, back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      }),
    )
    .then((tokens) => tokens.claims()?.sub)
    .catch(() => undefined)
  if (subject === undefined) return notSignedIn()
  if ((await door.people(subject)) === null) {
    door.end(request)
    return { status: 403, body: <NotKnown /> }
  }
  door.begin(request, subject)
  return { redirect: pathOnThisSite(to ?? null) }
}

/** Signs out here, and at the provider where it offers that: the next person at a shared machine must be asked who they are. */
async function outOfProvider(provider: Provider, settings: OpenIdSettings, door: Door, request: AnyRequest): Promise<Answer> {
  door.end(request)
  const signedOut = new URL('/signed-out', settings.redirectUri)
  const known = await provider().catch(() => null)
  const end = known?.serverMetadata().end_session_endpoint
  // A browser refuses to be led by a form to an origin that our content security policy does not name.
  if (known === null || end === undefined || new URL(end).origin !== new URL(settings.issuer).origin)
    return { redirect: signedOut.pathname }
  return { status: 303, headers: { location: openId.buildEndSessionUrl(known, { post_logout_redirect_uri: signedOut.href }).href } }
}

type Provider = () => Promise<openId.Configuration>

/** Asks the provider for its settings when they are first needed, and again after a failure. */
function providerAt({ issuer, clientId, clientSecret }: OpenIdSettings): Provider {
  const server = new URL(issuer)
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(server.hostname)
  if (server.protocol !== 'https:' && !here)
    throw new Error(
      `The OpenID Connect issuer ${issuer} must begin with https://, so the server did not start. Only one on this machine may be http.`,
    )
  const options = server.protocol === 'http:' ? { execute: [openId.allowInsecureRequests] } : {}
  let asked: Promise<openId.Configuration> | null = null
  return () =>
    (asked ??= openId.discovery(server, clientId, clientSecret, undefined, options).catch((failure: unknown) => {
      asked = null
      throw failure
    }))
}

/** The address if it is one on this site; otherwise '/'. What begins with two slashes, or hides one, leads elsewhere. */
function pathOnThisSite(address: string | null): string {
  if (address === null || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(address) || address.length > 1_500) return '/'
  const url = new URL(address, 'http://here.invalid')
  return url.host === 'here.invalid' && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/'
}

const notAnswering = (): Answer => ({
  status: 503,
  body: (
    <Notice title="Sign-in is not answering">
      <p class="govuk-body">We cannot reach the council’s sign-in service. Try again in a few minutes.</p>
      <SignInAgain />
    </Notice>
  ),
})

const notSignedIn = (): Answer => ({
  status: 400,
  body: (
    <Notice title="You are not signed in">
      <p class="govuk-body">Signing in was not finished, or took too long. Nothing was opened.</p>
      <SignInAgain />
    </Notice>
  ),
})

function NotKnown(): VNode {
  const { product } = useShell().site
  return (
    <Notice title={`You are signed in, but ${product} does not know you`}>
      <p class="govuk-body">Your council’s sign-in knows you. Nobody has added you to the people who use {product} yet.</p>
      <p class="govuk-body">Ask whoever runs {product} in your council to add you, then sign in again.</p>
      <SignInAgain />
    </Notice>
  )
}

const SignInAgain = (): VNode => <Button href="/sign-in">Sign in</Button>

const Notice = ({ title, children }: { readonly title: string; readonly children: VNode | VNode[] }): VNode => (
  <Shown title={title}>
    <div class="gt-prose">
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </div>
  </Shown>
)
