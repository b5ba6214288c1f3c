import { createHash } from 'node:crypto'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Acting, Row, Transaction } from './database.ts'
import { openTransaction, type Connection, type Driver } from './driver.ts'

const asText = (value: string): string => value
/** Types read the same as in the embedded database: dates, instants and numerics as text, bigints as numbers. */
const readers: Readonly<Record<number, (value: string) => unknown>> = {
  20: Number,
  1082: asText,
  1083: asText,
  1114: asText,
  1184: asText,
  1700: asText,
}

/**
 * Opens a PostgreSQL server (15 or later) by its address, with a pool of connections.
 * @throws Error when it cannot be reached or is too old.
 */
export async function openServer(url: string, connections = 8): Promise<Driver> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: [
      'timezone=UTC',
      'datestyle=ISO,YMD',
      'client_min_messages=warning',
      'jit=off',
      // A page that an index leads to costs hardly more than the next one of the table: true of memory and of disks that do not spin.
      'random_page_cost=1.1',
      // Cursors are read to their end.
      'cursor_tuple_fraction=1',
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        readers[type] ?? (pg.types.getTypeParser as (type: number, format?: string) => (value: string) => unknown)(type, format),
    },
  })
  pool.on('error', () => undefined) // An idle connection that the server closed is replaced by the pool.
  const [version] = (await pool.query<{ number: number }>(`select current_setting('server_version_num')::int as number`)).rows
  if (!version || version.number < 150_000) {
    await pool.end()
    throw new Error(`PostgreSQL 15 or later is needed; this server is version ${Math.floor((version?.number ?? 0) / 10_000)}.`)
  }
  let closing: Promise<void> | undefined
  return {
    where: 'server',
    transaction: async <T>(as: Acting | 'owner', schema: string, work: (tx: Transaction, connection: Connection) => Promise<T>) => {
      const client = await pool.connect()
      let broken: Error | undefined
      const breaks = (error: Error): void => void (broken = error)
      client.on('error', breaks)
      try {
        return await openTransaction(connectionOf(client), as, schema, work)
      } finally {
        client.removeListener('error', breaks)
        client.release(broken)
      }
    },
    close: () => (closing ??= pool.end()),
  }
}

const connectionOf = (client: pg.PoolClient): Connection => ({
  query: async <R extends Row>(sql: string, parameters?: readonly unknown[]) => (await client.query<R>(sql, parameters as unknown[])).rows,
  prepared: async <R extends Row>(sql: string, parameters: readonly string[]) =>
    (await client.query<R>({ name: nameOf(sql), text: sql, values: parameters as unknown[] })).rows,
  run: async (sql, parameters) => (await client.query(sql, parameters as unknown[])).rowCount ?? 0,
  script: async (sql) => void (await client.query(sql)),
  copyIn: async (into, chunks) => pipeline(Readable.from(chunks, { objectMode: true }), client.query(copyFrom(`copy ${into} from stdin`))),
})

/** A name for a prepared statement: the same for the same text. Texts are few, so they are kept. */
const names = new Map<string, string>()

export function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const name = `kept_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`
  names.set(sql, name)
  return name
}
