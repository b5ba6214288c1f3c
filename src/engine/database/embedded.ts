import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Acting, Row, Transaction } from './database.ts'
import { openTransaction, type Connection, type Driver } from './driver.ts'
import type { Ask, Told } from './embedded-worker.ts'
import { lockFolder } from './lock.ts'
import { nameOf } from './server.ts'

/**
 * Opens the embedded database kept in a folder (made when absent). For trying, training and tests: it does not wait for the
 * disk, so a power cut can lose what was written last. One transaction at a time; others wait their turn.
 * @throws Error when another process has the folder.
 */
export async function openEmbedded(folder: string): Promise<Driver> {
  const lock = lockFolder(folder)
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder: join(folder, 'postgres') } })
  const waiting = new Map<number, { told: (answer: Told) => void; failed: (error: Error) => void }>()
  let ended: Error | null = null
  const release = (): void => lock.release()
  process.once('exit', release)

  await new Promise<void>((opened, failed) => {
    worker.once('error', failed)
    worker.on('message', (message: Told | 'open' | 'closed') => {
      if (message === 'open') return opened()
      if (message === 'closed') return
      waiting.get(message.number)?.told(message)
      waiting.delete(message.number)
    })
    worker.on('exit', () => {
      ended = new Error('The embedded database has stopped.')
      for (const { failed: fail } of waiting.values()) fail(ended)
      waiting.clear()
      failed(ended)
    })
  }).catch((error: unknown) => {
    release()
    throw new Error(`The embedded database in ${folder} could not be opened: ${error instanceof Error ? error.message : String(error)}`)
  })

  let number = 0
  const ask = (question: Omit<Ask, 'number'>): Promise<Told> =>
    new Promise<Told>((told, failed) => {
      if (ended) return failed(ended)
      waiting.set(++number, { told, failed })
      worker.postMessage({ number, ...question } satisfies Ask)
    }).then((answer) => {
      if (!answer.error) return answer
      throw Object.assign(new Error(answer.error.message), {
        code: answer.error.code,
        detail: answer.error.detail,
        where: answer.error.where,
      })
    })

  const kept = new Set<string>()
  const connection: Connection = {
    query: async <R extends Row>(sql: string, parameters?: readonly unknown[]) => (await ask({ sql, parameters })).rows as R[],
    prepared: async <R extends Row>(sql: string, parameters: readonly string[]) => {
      const name = nameOf(sql)
      if (!kept.has(name)) await ask({ sql: `prepare ${name} as ${sql}` })
      kept.add(name)
      // EXECUTE takes no parameters of its own: the values stand in it as text.
      const values = parameters.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')
      return (await ask({ sql: parameters.length === 0 ? `execute ${name}` : `execute ${name} (${values})` })).rows as R[]
    },
    run: async (sql, parameters) => (await ask({ sql, parameters })).touched ?? 0,
    script: async (sql) => void (await ask({ sql, script: true })),
    copyIn: async (into, chunks) => {
      for await (const chunk of chunks) await ask({ sql: `copy ${into} from '/dev/blob'`, copy: chunk })
    },
  }

  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined)
    return mine
  }

  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    await turn
    if (!ended) {
      const gone = new Promise((done) => worker.once('exit', done))
      worker.postMessage('close')
      await gone
    }
    process.removeListener('exit', release)
    release()
  }

  return {
    where: 'embedded',
    transaction: <T>(as: Acting | 'owner', schema: string, work: (tx: Transaction, connection: Connection) => Promise<T>) =>
      inTurn(() => openTransaction(connection, as, schema, work)),
    close: () => (closing ??= close()),
  }
}
