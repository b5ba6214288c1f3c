import type { Acting, Row, Transaction } from './database.ts'

/** What a driver brings: one connection's worth of talk. */
export interface Connection {
  query<R extends Row>(sql: string, parameters?: readonly unknown[]): Promise<R[]>
  prepared<R extends Row>(sql: string, parameters: readonly string[]): Promise<R[]>
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
  if (as !== 'owner' && as.keys.some((key) => key.includes(','))) throw new Error('A key cannot hold a comma: it would be read as two.')
  await connection.run('begin')
  let cursors = 0
  let failed = false
  const heeding = async <R>(answer: Promise<R>): Promise<R> =>
    answer.catch((error: unknown) => {
      failed = true
      throw error
    })
  const tx: Transaction = {
    query: <R extends Row>(sql: string, parameters?: readonly unknown[]) => heeding(connection.query<R>(sql, parameters)),
    prepared: <R extends Row>(sql: string, parameters: readonly string[]) => heeding(connection.prepared<R>(sql, parameters)),
    run: (sql, parameters) => heeding(connection.run(sql, parameters)),
    copyIn: (into, chunks) => heeding(connection.copyIn(into, chunks)),
    later: async () => void (await heeding(connection.run('select engine.later()'))),
    async *stream<R extends Row>(sql: string, parameters?: readonly unknown[]): AsyncGenerator<R> {
      for await (const rows of tx.batches<R>(sql, parameters)) yield* rows
    },
    async *batches<R extends Row>(sql: string, parameters?: readonly unknown[]): AsyncGenerator<R[]> {
      const cursor = `rows_${++cursors}`
      await heeding(connection.run(`declare ${cursor} no scroll cursor for ${sql}`, parameters))
      for (;;) {
        const rows = await heeding(connection.query<R>(`fetch ${batch} from ${cursor}`))
        if (rows.length > 0) yield rows
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
    // COMMIT after an error rolls back and says nothing. Where the work went on as if nothing had happened, this says it.
    if (failed) await connection.run('select 1')
    await connection.run('commit')
    return result
  } catch (error) {
    await connection.run('rollback').catch(() => undefined)
    throw error
  }
}
