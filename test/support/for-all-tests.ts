import { startServer } from './postgres-server.ts'

/** Runs once before all tests and, by what it gives back, once after them: a throw-away PostgreSQL server, where one can be had. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startServer()
  if (server === null) return async () => undefined
  process.env['DATABASE_URL_FOR_TESTS'] = server.url
  return server.stop
}
