/**
 * Who is signed in at which browser. The browser holds a random number and nothing else; what it stands for is kept here, in
 * memory, and is gone when the server stops. A session ends after 30 minutes without a request, and 12 hours after signing in
 * whatever happens: machines are shared.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SessionValues } from '../web/page.ts'

export interface Session {
  /** Who signed in, as the provider names them; null while signing in. */
  readonly subject: string | null
  readonly startedAt: number
  lastSeenAt: number
  /** The token each of our forms carries. */
  readonly csrf: string
  readonly values: Map<string, string>
}

export interface SessionRules {
  readonly idleMinutes: number
  readonly longestHours: number
}

export const usualRules: SessionRules = { idleMinutes: 30, longestHours: 12 }

/** Sessions in which nobody has signed in yet are cheap to make, so they are few; the oldest goes first. */
const mostUnsigned = 5_000
const longestValue = 2_000
const mostValues = 50

export class Sessions {
  readonly #sessions = new Map<string, Session>()
  readonly #rules: SessionRules

  constructor(rules: SessionRules = usualRules) {
    this.#rules = rules
  }

  /** The session that a browser's number stands for, if it still holds; it is then held for longer. */
  find(id: string | undefined, now: Date): Session | null {
    const session = id === undefined ? undefined : this.#sessions.get(keyOf(id))
    if (id === undefined || session === undefined) return null
    if (this.#hasEnded(session, now.getTime())) {
      this.#sessions.delete(keyOf(id))
      return null
    }
    session.lastSeenAt = now.getTime()
    return session
  }

  /** A new session and the number that stands for it. Signing in always makes a new one, so that a number known before is worth nothing. */
  start(subject: string | null, now: Date): { id: string; session: Session } {
    this.#sweep(now.getTime())
    const id = randomBytes(32).toString('base64url')
    const at = now.getTime()
    const session: Session = { subject, startedAt: at, lastSeenAt: at, csrf: randomBytes(32).toString('base64url'), values: new Map() }
    this.#sessions.set(keyOf(id), session)
    return { id, session }
  }

  end(id: string | undefined): void {
    if (id !== undefined) this.#sessions.delete(keyOf(id))
  }

  #hasEnded({ startedAt, lastSeenAt }: Session, now: number): boolean {
    return now - lastSeenAt >= this.#rules.idleMinutes * 60_000 || now - startedAt >= this.#rules.longestHours * 3_600_000
  }

  #sweep(now: number): void {
    const unsigned: string[] = []
    for (const [key, session] of this.#sessions) {
      if (this.#hasEnded(session, now)) this.#sessions.delete(key)
      else if (session.subject === null) unsigned.push(key)
    }
    for (const key of unsigned.slice(0, Math.max(0, unsigned.length - mostUnsigned + 1))) this.#sessions.delete(key)
  }
}

/** The number itself is not kept, so what is kept opens nothing. */
const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url')

/** Whether a form carries this session's token. Takes as long whatever the answer. */
export function isOurForm(session: Session | null, token: string | null): boolean {
  if (session === null || token === null) return false
  const [given, right] = [Buffer.from(token), Buffer.from(session.csrf)]
  return given.length === right.length && timingSafeEqual(given, right)
}

/** The values a page may keep: short, and not many. Without a session nothing is kept. */
export function sessionValues(session: Session | null): SessionValues {
  const values = session?.values ?? new Map<string, string>()
  return {
    get: (name) => values.get(name),
    set(name, value) {
      if (!values.has(name) && values.size >= mostValues) throw new Error('A session keeps at most 50 values')
      values.set(name, value.slice(0, longestValue))
    },
    take(name) {
      const value = values.get(name)
      values.delete(name)
      return value
    },
  }
}
