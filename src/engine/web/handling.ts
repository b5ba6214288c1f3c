/** From a request to its answer, in order: who asks, whether they may, what was sent, what is found, the look logged, the page shown. */
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { admitted, mayDo, rolesThatMay } from '../access/permissions.ts'
import { isOurForm, sessionValues, type Session, type Sessions } from '../access/sessions.ts'
import type { Door } from '../access/sign-in.tsx'
import { knownAtMoment, type KnownAtMoment } from './known-at.ts'
import { drawn } from './layout.tsx'
import { NotNow, NotThere, type Answer, type Page, type PageRequest, type Person } from './page.ts'
import { newReference, notAllowed, notNow, notOurForm, notThere, notUnderstood, tooLarge, wentWrong, withoutData } from './problems.tsx'
import { pageRequest } from './request.ts'
import type { Look, ServerOptions } from './options.ts'
import type { Shell } from './shell.ts'
import { received, type Part, type Upload } from './uploads.ts'

/** Room for ten years of a large council's extracts. */
const usualUploadLimit = 2_000_000_000

type AnyRequest = PageRequest<string, Person | null>

/** What is known of one request while it is answered. */
interface Visit {
  readonly reply: FastifyReply
  readonly now: Date
  sessionId: string | undefined
  session: Session | null
  person: Person | null
  knownAt: KnownAtMoment | null
  readonly looks: { readonly subject: string | null; readonly detail: string | undefined }[]
}

export class Handling implements Door {
  readonly people: ServerOptions['people']
  readonly #options: ServerOptions
  readonly #sessions: Sessions
  readonly #secure: boolean
  readonly #visits = new WeakMap<FastifyRequest, Visit>()
  readonly #visitOf = new WeakMap<AnyRequest, Visit>()

  constructor(options: ServerOptions, sessions: Sessions) {
    this.#options = options
    this.#sessions = sessions
    this.#secure = options.openId.redirectUri.startsWith('https:')
    this.people = options.people
  }

  /** Before anything that was sent is read: may this person open this page? */
  async admit(page: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const visit = await this.#visit(request, reply)
    const answer = admitted(this.#options.permissions, page.may, visit.person)
    if (answer === 'admitted') return undefined
    if (answer === 'sign in first') {
      const to = page.method === 'GET' ? `?to=${encodeURIComponent(request.url)}` : ''
      return this.#send(visit, request, { redirect: `/sign-in${to}` })
    }
    await this.#log(visit, page.looks ?? page.path, 'refused')
    return this.#send(visit, request, notAllowed(rolesThatMay(this.#options.permissions, page.may)))
  }

  async answer(page: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const visit = await this.#visit(request, reply)
    const url = new URL(request.url, 'http://here.invalid')
    visit.knownAt = knownAtMoment(url.searchParams.get('known-at'), visit.now)
    const plain = canonicalAddress(url, visit.knownAt)
    if (page.method === 'GET' && plain !== null) return this.#send(visit, request, { redirect: plain })
    if (page.method === 'POST' && visit.knownAt !== null)
      return this.#send(visit, request, notNow('You are looking at the past. You can look, not write.'))

    const sent = await this.#sent(page, request, visit)
    if (sent === null) return this.#send(visit, request, notOurForm())
    let kept = false
    try {
      if (sent.tooLarge) return await this.#send(visit, request, tooLarge(this.#uploadLimit))
      const asked = this.#asked(request, visit, url, sent, () => {
        kept = true
        return sent.remove
      })
      return await this.#send(visit, request, await this.#found(page, asked, visit))
    } finally {
      if (!kept) await sent.remove()
    }
  }

  notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    return this.#visit(request, reply).then((visit) => this.#send(visit, request, notThere()))
  }

  /** An error nobody foresaw. The person gets a number; the log gets the number and the place, and no data. */
  async failed(failure: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const status = (failure as { statusCode?: unknown } | null)?.statusCode
    const visit = await this.#visit(request, reply).catch(() => bare(reply, this.#now()))
    if (failure instanceof NotThere) return this.#send(visit, request, notThere())
    if (failure instanceof NotNow) return this.#send(visit, request, notNow(failure.message))
    if (status === 413) return this.#send(visit, request, tooLarge(this.#uploadLimit))
    if (typeof status === 'number' && status >= 400 && status < 500)
      return this.#send(visit, request, status === 404 ? notThere() : notUnderstood(status))
    const reference = newReference()
    const { report = (line) => process.stderr.write(`${line}\n`) } = this.#options
    const route = `${request.method} ${request.routeOptions?.url ?? 'an unknown address'}`
    report(JSON.stringify({ at: visit.now.toISOString(), reference, route, ...withoutData(failure) }))
    return this.#send(visit, request, wentWrong(reference))
  }

  sessionOf(request: AnyRequest): Session | null {
    return this.#visitOf.get(request)?.session ?? null
  }

  begin(request: AnyRequest, subject: string | null): Session {
    const visit = this.#visitFor(request)
    this.#sessions.end(visit.sessionId)
    const { id, session } = this.#sessions.start(subject, visit.now)
    visit.sessionId = id
    visit.session = session
    visit.reply.setCookie(this.#cookieName, id, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure })
    return session
  }

  end(request: AnyRequest): void {
    const visit = this.#visitFor(request)
    this.#sessions.end(visit.sessionId)
    visit.session = null
    visit.person = null
    visit.reply.clearCookie(this.#cookieName, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure })
  }

  /** A cookie with this prefix is only taken from this host, over https, for every path. On http there is no such promise to make. */
  get #cookieName(): string {
    return this.#secure ? '__Host-goldthread' : 'goldthread'
  }

  get #uploadLimit(): number {
    return this.#options.uploadLimit ?? usualUploadLimit
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date()
  }

  #visitFor(request: AnyRequest): Visit {
    const visit = this.#visitOf.get(request)
    if (!visit) throw new Error('That request was not made by this server')
    return visit
  }

  /** Who asks: looked up on every request, so that somebody taken off the list is out at once. */
  async #visit(request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
    const before = this.#visits.get(request)
    if (before) return before
    const visit = bare(reply, this.#now())
    visit.sessionId = request.cookies?.[this.#cookieName]
    visit.session = this.#sessions.find(visit.sessionId, visit.now)
    const subject = visit.session?.subject ?? null
    visit.person = subject === null ? null : await this.people(subject)
    this.#visits.set(request, visit)
    return visit
  }

  /** What the form holds; null when the form is not one of ours. */
  async #sent(page: Page, request: FastifyRequest, visit: Visit): Promise<Upload | null> {
    if (page.method === 'GET') return nothingSent
    const isOurs = (form: URLSearchParams) => isOurForm(visit.session, form.get('_csrf'))
    if (page.takesFiles && request.isMultipart()) {
      const upload = await received(request.parts() as AsyncIterable<Part>, this.#uploadLimit, isOurs)
      if (!upload.notOurs && isOurs(upload.form)) return upload
      await upload.remove()
      return null
    }
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
    return isOurs(form) ? { ...nothingSent, form } : null
  }

  #asked(request: FastifyRequest, visit: Visit, url: URL, sent: Upload, keepFiles: () => () => Promise<void>): AnyRequest {
    const { person, now, knownAt, session } = visit
    const asked = pageRequest({
      params: request.params as Record<string, string>,
      query: url.searchParams,
      form: sent.form,
      files: sent.files,
      person,
      now,
      knownAt,
      csrf: session?.csrf ?? '',
      session: sessionValues(session),
      database: this.#options.database,
      may: (permission) => person !== null && mayDo(this.#options.permissions, person, permission),
      lookAt: (subject, detail) => void visit.looks.push({ subject, detail }),
      keepFiles,
    })
    this.#visitOf.set(asked, visit)
    return asked
  }

  /** Finds, logs the look, and only then shows. A look that found nothing, or went wrong, is a look too. */
  async #found(page: Page, asked: AnyRequest, visit: Visit): Promise<Answer> {
    const request = asked as PageRequest
    try {
      const found = await page.find(request)
      const shown = page.show(found, request)
      if (page.looks !== null) await this.#log(visit, page.looks, 'shown')
      return isAnswer(shown) ? shown : { body: shown }
    } catch (failure) {
      if (page.looks !== null)
        await this.#log(visit, page.looks, failure instanceof NotThere ? 'not there' : 'went wrong').catch(() => undefined)
      throw failure
    }
  }

  async #log({ person, looks, now, knownAt }: Visit, name: string, outcome: Look['outcome']): Promise<void> {
    if (person === null) return
    for (const { subject, detail } of looks.length > 0 ? looks : [{ subject: null, detail: undefined }])
      await this.#options.logLook({
        at: now,
        account: person.account,
        role: person.role,
        name,
        outcome,
        ...(subject === null ? {} : { subject }),
        ...(detail === undefined ? {} : { detail }),
        ...(knownAt === null ? {} : { knownAt: knownAt.instant }),
      })
  }

  async #send(visit: Visit, request: FastifyRequest, answer: Answer): Promise<FastifyReply> {
    const { reply } = visit
    const { redirect, body = '', type, download, headers = {} } = answer
    void reply.header('cache-control', 'no-store').headers(headers)
    if (redirect !== undefined)
      return reply
        .code(answer.status ?? 303)
        .header('location', onThisSite(redirect))
        .send()
    void reply.code(answer.status ?? 200)
    if (download !== undefined) void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(download)}`)
    if (typeof body === 'string' || body instanceof Readable) return reply.type(type ?? 'text/plain; charset=utf-8').send(body)
    return reply.type('text/html; charset=utf-8').send(drawn(body, this.#shell(visit, request)))
  }

  #shell({ person, session, now, knownAt }: Visit, request: FastifyRequest): Shell {
    const { site, navigation, permissions } = this.#options
    return {
      site,
      person,
      navigation: navigation.filter(
        ({ may, unless }) =>
          person !== null &&
          admitted(permissions, may, person) === 'admitted' &&
          (unless === undefined || admitted(permissions, unless, person) !== 'admitted'),
      ),
      address: request.url,
      now,
      knownAt: knownAt?.words ?? null,
      csrf: session?.csrf ?? '',
    }
  }
}

const nothingSent: Upload = {
  form: new URLSearchParams(),
  files: [],
  tooLarge: false,
  notOurs: false,
  remove: () => Promise.resolve(),
}

const bare = (reply: FastifyReply, now: Date): Visit => ({
  reply,
  now,
  sessionId: undefined,
  session: null,
  person: null,
  knownAt: null,
  looks: [],
})

/** The address as it should be said: the moment in its shortest form, or left out when it means now. Null when it is so already. */
function canonicalAddress(url: URL, knownAt: KnownAtMoment | null): string | null {
  const given = url.searchParams.get('known-at')
  if (given === null || given === knownAt?.canonical) return null
  const query = new URLSearchParams(url.search)
  if (knownAt === null) query.delete('known-at')
  else query.set('known-at', knownAt.canonical)
  return query.size === 0 ? url.pathname : `${url.pathname}?${query.toString()}`
}

/** @throws Error when a page would lead somebody to another site */
function onThisSite(redirect: string): string {
  const url = new URL(redirect, 'http://here.invalid')
  if (!redirect.startsWith('/') || url.host !== 'here.invalid')
    throw new Error('A page may only lead to an address on this site, beginning with one /')
  return `${url.pathname}${url.search}${url.hash}`
}

/** Mark-up has properties; an answer of ours has not. */
const isAnswer = (shown: object): shown is Answer => !('props' in shown)
