/** The demonstration on a port of its own, for journeys through it. */

import { createServer, type AddressInfo } from 'node:net'
import { serveDemonstration } from '../../demo/serving.ts'
import { createApp } from '../../src/app.ts'
import { openReady, type Filling, type OpenedDatabase } from './ready-databases.ts'

export interface Served {
  readonly database: OpenedDatabase
  /** Where it answers. */
  readonly at: string
  /** Ends it and removes its database. */
  close(): Promise<void>
}

/** Serves an embedded database that holds a filling; the invented people sign in. */
export async function serve(filling: Filling): Promise<Served> {
  const { database, remove } = await openReady('embedded', filling)
  const port = await freePort()
  const { provider } = await serveDemonstration(database, null, { port, say: () => undefined })
  const app = await createApp({ database, openId: provider, before: provider })
  const at = await app.listen({ port })
  return {
    database,
    at,
    close: async () => {
      await app.close()
      await database.close()
      await remove()
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
