/**
 * How long the child's page and the search take, as a ratio to a bare page of the same server in the same run, one at a time and
 * twenty at a time; on a database of the given number of children.
 *
 *   node --import tsx bench/pages.ts [children] [--embedded] [--server]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveDemonstration } from '../demo/serving.ts'
import { Browser } from '../demo/sign-in/test-browser.ts'
import { createApp } from '../src/app.ts'
import { openDatabase } from '../src/engine/records/open.ts'
import { model } from '../src/model.ts'
import { bringInFiles } from '../src/returns/bring-in.ts'
import { writeSsdExtract } from './extracts.ts'
import { freshDatabase, withServer } from './server.ts'

const children = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 10_000)
const places = (['server', 'embedded'] as const).filter(
  (place) => process.argv.includes(`--${place}`) || !process.argv.some((word) => word === '--server' || word === '--embedded'),
)
const requests = { 1: 60, 20: 200 } as const

const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
const extract = join(folder, 'extract')
await writeSsdExtract(extract, { children, seed: 2016 })
console.log('where     page            at a time   ms each   ratio to a bare page')
await withServer(places.includes('server'), async (server) => {
  for (const place of places) {
    if (place === 'server' && !server) console.log('No PostgreSQL server here: the server is left out.')
    else await measure(place, place === 'server' ? await freshDatabase(server as string) : undefined)
  }
})
await rm(folder, { recursive: true, force: true })

async function measure(place: string, url: string | undefined): Promise<void> {
  const database = await openDatabase({ url, folder: join(folder, place), schema: 'bench' }, model)
  await bringInFiles(database, { actor: 'bench', keys: ['staff', 'files'] }, [extract], '2026-11-22')
  const [child] = await database.transaction({ actor: 'bench', role: 'reads', keys: ['staff'] }, (tx) =>
    // The child with the longest history of the first thousand: a page that is hard, not an average one.
    tx.query<{ id: string; name: string }>(
      `select p.id, concat_ws(' ', p.forename, p.surname) as name from person p join child_protection_visit v on v.person_id = p.id group by p.id order by count(*) desc, p.id limit 1`,
    ),
  )
  if (!child) throw new Error('The extract holds nobody.')
  const port = await freePort()
  const { provider } = await serveDemonstration(database, null, { port, say: () => undefined })
  const app = await createApp({ database, openId: provider, before: provider })
  const address = await app.listen({ port })
  const browser = new Browser(address)
  await browser.signIn('Ruth Adeyemi', '/find')
  const csrf = await browser.token('/find')
  const sought = child.name.slice(0, -1)
  const pages = {
    'bare page': () => browser.open('/accessibility'),
    'child’s page': () => browser.open(`/children/${child.id}`),
    'search by name': () => browser.send(`${address}/find`, { _csrf: csrf, sought }),
  }
  for (const atATime of [1, 20] as const) {
    let bare = 0
    for (const [name, open] of Object.entries(pages)) {
      for (let warm = 0; warm < 5; warm++) {
        const answer = await open()
        if (answer.status !== 200) throw new Error(`${name} answers ${answer.status}`)
      }
      const each = await time(requests[atATime], atATime, open)
      if (name === 'bare page') bare = each
      console.log(
        `${place.padEnd(9)} ${name.padEnd(16)} ${String(atATime).padStart(8)} ${each.toFixed(1).padStart(9)} ${(each / bare).toFixed(1).padStart(8)}`,
      )
    }
  }
  await app.close()
  await database.close()
}

/** Milliseconds a request, with so many under way at once. */
async function time(count: number, atATime: number, open: () => Promise<unknown>): Promise<number> {
  let left = count
  const started = performance.now()
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (left-- > 0) await open()
    }),
  )
  return (performance.now() - started) / count
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
