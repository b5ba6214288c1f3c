/** PostgreSQL for tests. The server is started once for all of them (`for-all-tests.ts`); here a test file gets a database of its own. */

import { randomBytes } from 'node:crypto'
import pg from 'pg'

/**
 * Address of the PostgreSQL server for tests, as a superuser; null where there is none, and such tests are left out:
 * `describe.skipIf(serverForTests() === null)('on a PostgreSQL server', …)`.
 */
export const serverForTests = (): string | null => process.env['DATABASE_URL_FOR_TESTS'] || null

export interface DatabaseForTests {
  readonly url: string
  /** Drops the database, ending what is still connected to it. */
  drop(): Promise<void>
}

/**
 * Makes a database with a name of its own: empty, or a copy of one that `keepAsTemplate` keeps under that name.
 * @throws Error where there is no server for tests.
 */
export async function freshDatabase(template?: string): Promise<DatabaseForTests> {
  const server = needed()
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} ${template === undefined ? '' : `template ${kept(template)}`}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: async () => void (await onServer(server, `drop database if exists ${name} with (force)`)) }
}

/** Keeps a database, to which nobody is connected, to be copied from until this run of the tests ends. */
export const keepAsTemplate = async (url: string, name: string): Promise<void> =>
  void (await onServer(needed(), `alter database ${new URL(url).pathname.slice(1)} rename to ${kept(name)}`))

/** Whether a database is kept under that name. */
export const isKept = async (name: string): Promise<boolean> =>
  (await onServer(needed(), `select from pg_database where datname = '${kept(name)}'`)).length > 0

/** Drops what this run of the tests kept, on a server that outlives it. */
export async function dropTemplates(): Promise<void> {
  const server = needed()
  const names = await onServer(server, `select datname as name from pg_database where starts_with(datname, '${kept('')}')`)
  for (const { name } of names) await onServer(server, `drop database if exists ${name} with (force)`)
}

const kept = (name: string): string => `kept_${process.env['GOLDTHREAD_TEST_RUN'] ?? ''}_${name}`

function needed(): string {
  const server = serverForTests()
  if (server === null)
    throw new Error('There is no PostgreSQL server for tests. Ask serverForTests() first, and leave the test out where it gives null.')
  return server
}

async function onServer(server: string, statement: string): Promise<readonly { readonly name: string }[]> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return (await client.query<{ name: string }>(statement)).rows
  } finally {
    await client.end()
  }
}
