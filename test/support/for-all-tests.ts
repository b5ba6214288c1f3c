import { randomBytes } from 'node:crypto'
import { startServer } from './postgres-server.ts'
import { dropTemplates, serverForTests } from './postgres.ts'

/** Runs once before all tests and, by what it gives back, once after them: a throw-away PostgreSQL server, where one can be had. */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env['GOLDTHREAD_TEST_RUN'] = randomBytes(4).toString('hex')
  const server = await startServer()
  if (server === null) return async () => (serverForTests() === null ? undefined : dropTemplates())
  process.env['DATABASE_URL_FOR_TESTS'] = server.url
  return server.stop
}
