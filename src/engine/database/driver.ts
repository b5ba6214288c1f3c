import type { Acting, Row, Transaction } from './database.ts'

/** What a driver brings: one connection's worth of talk. */
export interface Connection {
  query<R extends Row>(sql: string, parameters?: readonly unknown[]): Promise<R[]>
  run(sql: string, parameters?: readonly unknown[]): Promise<number>
  /** Several statements without parameters. */
  script(sql: string): Promise<void>
  copyIn(into: string, chunks: AsyncIterable<string> | Iterable<string>): Promise<void>
}

export interface Driver {
  readonly where: 'embedded' | 'server'
  /** `'owner'` is for making and moving tables only; everything else names an actor. */
  transaction<T>(as: Acting | 'owner', schema: string, work: (tx: Transaction, connection: Connection) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const batch = 2_000

/** Runs `work` between BEGIN and COMMIT on a connection, opened by engine.begin_as; rolls back when it throws. */
export async function openTransaction<T>(
  connection: Connection,
  as: Acting | 'owner',
  schema: string,
  work: (tx: Transaction, connection: Connection) => Promise<T>,
): Promise<T> {
  await connection.run('begin')
  let cursors = 0
  const tx: Transaction = {
    query: connection.query,
    run: connection.run,
    copyIn: connection.copyIn,
    later: async () => void (await connection.run('select engine.later()')),
    async *stream<R extends Row>(sql: string, parameters?: readonly unknown[]): AsyncGenerator<R> {
      const cursor = `rows_${++cursors}`
      await connection.run(`declare ${cursor} no scroll cursor for ${sql}`, parameters)
      for (;;) {
        const rows = await connection.query<R>(`fetch ${batch} from ${cursor}`)
        yield* rows
        if (rows.length < batch) break
      }
      await connection.run(`close ${cursor}`)
    },
  }
  try {
    if (as !== 'owner') {
      await connection.query('select engine.begin_as($1, $2, $3, $4::timestamptz, $5::timestamptz, $6, $7)', [
        as.actor,
        as.role,
        as.keys.join(','),
        as.at ?? null,
        as.knownAt ?? null,
        schema,
        as.reason ?? null,
      ])
    }
    const result = await work(tx, connection)
    await connection.run('commit')
    return result
  } catch (error) {
    await connection.run('rollback').catch(() => undefined)
    throw error
  }
}
