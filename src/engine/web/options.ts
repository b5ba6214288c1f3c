/** What a server is made of: everything that differs from one council, and from one sector, to another. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Permissions } from '../access/permissions.ts'
import type { SessionRules } from '../access/sessions.ts'
import type { OpenIdSettings } from '../access/sign-in.tsx'
import type { Database } from '../database/database.ts'
import type { Page, Person } from './page.ts'
import type { Navigation, Site } from './shell.ts'

export interface Look {
  readonly at: Date
  readonly account: string
  readonly role: string
  /** The audit name that the page declares. */
  readonly name: string
  /** Whom or what it showed. */
  readonly subject?: string
  readonly detail?: string
  /** The past moment looked at (ISO). */
  readonly knownAt?: string
  readonly outcome: 'shown' | 'refused' | 'not there' | 'went wrong'
}

export interface ServerOptions {
  /** Null only where no page reads or writes records. */
  readonly database: Database | null
  readonly pages: readonly Page[]
  /** What each role may do. What is not here is refused. */
  readonly permissions: Permissions
  /** The person whom the provider's subject stands for; null for somebody the authority does not list. Asked on every request. */
  readonly people: (subject: string) => Promise<Person | null> | Person | null
  readonly site: Site
  readonly navigation: readonly Navigation[]
  readonly openId: OpenIdSettings
  /** Writes the look down. It is called before the page is shown; when it throws, the page is not shown. */
  readonly logLook: (look: Look) => Promise<void>
  readonly sessions?: SessionRules
  /** Bytes that all files of one form may have together. */
  readonly uploadLimit?: number
  /** Answers what it handles before any page is looked for: the demo's own provider. */
  readonly before?: { handles(request: IncomingMessage): boolean; handle(request: IncomingMessage, response: ServerResponse): void }
  /** Takes each line about an unexpected error. Standard error, when it is not given. */
  readonly report?: (line: string) => void
  readonly now?: () => Date
}
