/** The embedded PostgreSQL, in a thread of its own so that a long query does not stop the pages. Answers one message at a time. */
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { parentPort, workerData } from 'node:worker_threads'

export interface Ask {
  readonly number: number
  readonly sql: string
  readonly parameters?: readonly unknown[] | undefined
  /** What a COPY … FROM '/dev/blob' reads. */
  readonly copy?: string | undefined
  /** Several statements at once, no rows wanted. */
  readonly script?: boolean | undefined
}

export interface Told {
  readonly number: number
  readonly rows?: Record<string, unknown>[]
  readonly touched?: number
  readonly error?: { message: string; code?: string | undefined; detail?: string | undefined; where?: string | undefined }
}

const asText = (value: string): string => value
const port = parentPort
if (!port) throw new Error('The embedded database runs in a worker thread')
const database = await PGlite.create({
  dataDir: (workerData as { folder: string }).folder,
  extensions: { pg_trgm },
  parsers: { 20: Number, 1082: asText, 1083: asText, 1114: asText, 1184: asText, 1700: asText },
})
// What is read lies in memory: a page that an index leads to costs hardly more than the next one of the table. Cursors are read to their end.
await database.exec(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set random_page_cost = 1.1; set cursor_tuple_fraction = 1`)

let turn: Promise<void> = Promise.resolve()
port.on('message', (ask: Ask | 'close') => {
  turn = turn.then(async () => {
    if (ask === 'close') {
      await database.close()
      port.postMessage('closed')
      port.close()
      return
    }
    port.postMessage(await answer(ask))
  })
})
port.postMessage('open')

async function answer({ number, sql, parameters, copy, script }: Ask): Promise<Told> {
  try {
    if (script) {
      await database.exec(sql)
      return { number, rows: [], touched: 0 }
    }
    const result = await database.query<Record<string, unknown>>(
      sql,
      parameters ? [...parameters] : undefined,
      copy === undefined ? undefined : { blob: new Blob([copy]) },
    )
    return { number, rows: result.rows, touched: result.affectedRows ?? result.rows.length }
  } catch (error) {
    const { message, code, detail, where } = error as Error & { code?: string; detail?: string; where?: string }
    return { number, error: { message, code, detail, where } }
  }
}
