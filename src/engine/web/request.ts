/** What a page is given: who asks, for what, at which moment, and the one door to the records. */
import type { Acting, Database } from '../database/database.ts'
import { NotNow, type PageRequest, type Person, type SessionValues, type UploadedFile } from './page.ts'

export interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly files: readonly UploadedFile[]
  readonly person: Person | null
  readonly now: Date
  /** The instant the address looks at, and how the address says it. */
  readonly knownAt: { readonly instant: string; readonly canonical: string } | null
  readonly csrf: string
  readonly session: SessionValues
  readonly database: Database | null
  may(permission: string): boolean
  lookAt(subject: string | null, detail?: string): void
  keepFiles(): () => Promise<void>
}

/** Without somebody signed in there is no way to the records, whatever page asks. */
export function pageRequest(asked: Asked): PageRequest<string, Person | null> {
  const { person, database, knownAt } = asked
  const acting = (role: Acting['role'], reason?: string): Acting => {
    if (person === null) throw new Error('A page that anyone may open cannot read or write records')
    return { actor: person.account, role, keys: person.keys, knownAt: knownAt?.instant, reason }
  }
  const open = (): Database => {
    if (database === null) throw new Error('This server was started without a database')
    return database
  }
  return {
    ...asked,
    knownAt: knownAt?.instant ?? null,
    acting,
    read: async (work, as = 'reads') => open().transaction(acting(as), work),
    write: async (work, { reason, as = 'writes' } = {}) => {
      if (knownAt !== null) throw new NotNow('You are looking at the past. You can look, not write. Go back to now and do it there.')
      return open().transaction(acting(as, reason), work)
    },
    link: (path, query = {}) => {
      const given = Object.entries({ ...query, 'known-at': query['known-at'] ?? knownAt?.canonical })
      const kept = given.filter(([, value]) => value !== null && value !== undefined && value !== '')
      const search = new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))
      return search.size === 0 ? path : `${path}?${search.toString()}`
    },
  }
}
