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

/** Makes an empty database with a name of its own. @throws Error where there is no server for tests. */
export async function freshDatabase(): Promise<DatabaseForTests> {
  const server = serverForTests()
  if (server === null)
    throw new Error('There is no PostgreSQL server for tests. Ask serverForTests() first, and leave the test out where it gives null.')
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
