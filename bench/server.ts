import { startServer } from '../test/support/postgres-server.ts'
import { freshDatabase as fresh } from '../test/support/postgres.ts'

/** Does the work with the address of a PostgreSQL server: the one of DATABASE_URL_FOR_TESTS, else a throw-away one; null where there is none. */
export async function withServer(wanted: boolean, work: (server: string | null) => Promise<void>): Promise<void> {
  const given = process.env.DATABASE_URL_FOR_TESTS
  const server = wanted && !given ? await startServer() : null
  if (server) process.env.DATABASE_URL_FOR_TESTS = server.url
  try {
    await work(process.env.DATABASE_URL_FOR_TESTS ?? null)
  } finally {
    await server?.stop()
    if (server) delete process.env.DATABASE_URL_FOR_TESTS
  }
}

/** An empty database on that server. */
export const freshDatabase = async (_server: string): Promise<string> => (await fresh()).url
