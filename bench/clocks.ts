/**
 * How long it takes to work out what is due, as ratios of the same run: everything afresh against one sequential read of the same rows into the
 * program; one child after one write against everything of 1,000 children; the page of the largest team against a bare page. And how
 * the cost of a child grows with their number.
 *
 *   node --import tsx bench/clocks.ts [children …] [--embedded] [--server]
 *
 * The children have ten years of history. The server is the one of DATABASE_URL_FOR_TESTS, or a throw-away one.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveDemonstration } from '../demo/serving.ts'
import { Browser } from '../demo/sign-in/test-browser.ts'
import { createApp } from '../src/app.ts'
import { clockwork } from '../src/clocks.ts'
import { keepAfter, keepAll } from '../src/engine/clocks/keep.ts'
import { clocksAbout, partsOf } from '../src/engine/clocks/subjects.ts'
import type { Database } from '../src/engine/database/database.ts'
import type { OpenedDatabase } from '../test/support/two-databases.ts'
import { openDatabase } from '../src/engine/records/open.ts'
import { model } from '../src/model.ts'
import { childInNeedVisit } from '../src/practice/in-need/records.ts'
import { bringInFiles } from '../src/returns/bring-in.ts'
import { writeSsdExtract } from './extracts.ts'
import { freshDatabase, withServer } from './server.ts'

const acting = { actor: 'bench', keys: ['staff', 'files'] }
const words = process.argv.slice(2)
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number)
const places = (['server', 'embedded'] as const).filter(
  (place) => words.includes(`--${place}`) || !words.some((word) => word.startsWith('--')),
)

const heading = [
  'children',
  'where',
  'rows read',
  'due dates',
  'read s',
  'all s',
  'all ÷ read',
  'again s',
  'ms a child',
  'one ms',
  '‰ of 1,000',
  'MB',
]
const widths = [9, 9, 10, 10, 8, 8, 11, 8, 11, 8, 11, 7]
const line = (cells: readonly (string | number)[]): string => cells.map((cell, at) => String(cell).padStart(widths[at] ?? 8)).join(' ')

const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
console.log(line(heading))
await withServer(places.includes('server'), async (server) => {
  for (const place of places) {
    let thousand: number | null = null
    for (const children of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
      if (place === 'server' && !server) {
        console.log('No PostgreSQL server here: the server is left out.')
        break
      }
      const url = place === 'server' ? await freshDatabase(server as string) : undefined
      thousand = await measure(place, children, url, thousand)
    }
  }
})
await rm(folder, { recursive: true, force: true })

/** Measures one size. @returns seconds in which everything of 1,000 children is worked out, once known */
async function measure(place: string, children: number, url: string | undefined, thousand: number | null): Promise<number | null> {
  const extract = join(folder, `extract-${children}`)
  await writeSsdExtract(extract, { children, seed: 2016 })
  const database = await openDatabase({ url, folder: join(folder, `${place}-${children}`), schema: 'bench' }, model)
  await bringInFiles(database, acting, [extract], '2016-03-01')
  await rm(extract, { recursive: true })
  const read = await readOnce(database)
  await database.transaction({ ...acting, role: 'imports' }, (tx) => tx.run('delete from due_date'))
  const all = await timed(() => database.transaction({ ...acting, role: 'imports' }, (tx) => keepAll(tx, clockwork)))
  const again = await timed(() => database.transaction({ ...acting, role: 'imports' }, (tx) => keepAll(tx, clockwork)))
  const known = children === 1_000 ? all.seconds : thousand
  const one = await oneChild(database)
  console.log(
    line([
      children,
      place,
      read.rows,
      all.gave.standing,
      read.seconds.toFixed(2),
      all.seconds.toFixed(2),
      (all.seconds / read.seconds).toFixed(1),
      again.seconds.toFixed(2),
      ((all.seconds * 1000) / children).toFixed(2),
      one.toFixed(1),
      known === null ? '' : (one / known).toFixed(2),
      Math.round(process.resourceUsage().maxRSS / 1024),
    ]),
  )
  await teamPage(database, place, children)
  await database.close()
  return known
}

/** Every row that clocks read, one table after another, as they read it, and thrown away. */
async function readOnce(database: Database): Promise<{ seconds: number; rows: number }> {
  let rows = 0
  const { seconds } = await timed(() =>
    database.transaction({ ...acting, role: 'imports' }, async (tx) => {
      for (const subject of clockwork.subjects) {
        if (clocksAbout(clockwork, subject).length === 0) continue
        for (const { kind, said } of partsOf(clockwork, subject))
          for await (const some of tx.batches(`select ${said} as said from ${kind.table} t where t.withdrawn_at is null`))
            rows += some.length
      }
    }),
  )
  return { seconds, rows }
}

/** Milliseconds to work out what is due for one child after a visit is written, at the median of many children taken evenly. */
async function oneChild(database: Database): Promise<number> {
  const children = await database.transaction({ ...acting, role: 'reads' }, (tx) =>
    tx.query<{ id: string }>(`select id from person order by md5(source_id) limit 220`),
  )
  const took: number[] = []
  for (const { id } of children) {
    await database.transaction({ ...acting, role: 'writes' }, async (tx) => {
      const [visit] = await tx.query<{ id: string }>(
        `insert into child_in_need_visit (person_id, visited_on, child_seen, source) values ($1, '2016-02-29', true, 'goldthread') returning id`,
        [id],
      )
      const started = performance.now()
      await keepAfter(tx, clockwork, childInNeedVisit, [visit?.id ?? ''])
      took.push(performance.now() - started)
    })
  }
  return median(took.slice(20))
}

/** The page of the team that holds most children, against a bare page. */
async function teamPage(database: OpenedDatabase, place: string, children: number): Promise<void> {
  const [largest] = await database.transaction({ ...acting, role: 'reads' }, (tx) =>
    tx.query<{ id: string; n: number }>(
      `select team_id as id, count(*) as n from involvement where started_on <= '2016-02-29' and (ended_on is null or ended_on > '2016-02-29') and team_id is not null and role = 'CW' group by 1 order by 2 desc, 1 limit 1`,
    ),
  )
  if (!largest) return
  await database.transaction({ ...acting, role: 'writes' }, (tx) =>
    tx.run(`insert into setting (name, value, source) values ('today', '2016-02-29', 'goldthread')`),
  )
  const port = await freePort()
  const { provider } = await serveDemonstration(database, null, { port, say: () => undefined })
  const app = await createApp({ database, openId: provider, before: provider })
  const browser = new Browser(await app.listen({ port }))
  await browser.signIn('Anita Selwood', '/')
  const open = async (path: string, says: string): Promise<number> => {
    const took: number[] = []
    for (let turn = 0; turn < 9; turn++) {
      const started = performance.now()
      const answer = await browser.open(path)
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      if (!answer.text.includes(says)) throw new Error(`${path} does not say “${says}”`)
      took.push(performance.now() - started)
    }
    return median(took.slice(2))
  }
  const bare = await open('/accessibility', 'Accessibility')
  const team = await open(`/teams/${largest.id}`, 'Workload by worker')
  console.log(
    `  team page, ${largest.n} children in it, ${children} children, ${place}: ${team.toFixed(0)} ms, ${(team / bare).toFixed(0)} times a bare page (${bare.toFixed(1)} ms)`,
  )
  await app.close()
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly gave: T }> {
  const started = performance.now()
  const gave = await work()
  return { seconds: (performance.now() - started) / 1000, gave }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
