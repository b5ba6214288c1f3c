import { createServer, type AddressInfo } from 'node:net'
import { letPeopleIn } from '../demo/demonstration.ts'
import { serveDemonstration } from '../demo/serving.ts'
import { Browser } from '../demo/sign-in/test-browser.ts'
import { createApp } from '../src/app.ts'
import { measuredNow } from '../src/measured.ts'
import type { Database, Transaction } from '../src/engine/database/database.ts'
import type { Driver } from '../src/engine/database/driver.ts'
import { kindsCounted, type Measure } from '../src/engine/measures/measure.ts'
import { lastWholeMonth } from '../src/engine/measures/months.ts'
import { areasOf, slugOf } from '../src/improvement/digest/areas.ts'
import { digestRows } from '../src/improvement/digest/find-digest.ts'
import { findMeasureTold } from '../src/improvement/digest/find-measure.ts'
import { tellSignals } from '../src/improvement/signals/tell-signals.ts'
import { median } from './digest-keeping.ts'

/** The digest from what is kept: its figures, and its pages. */

const acting = { actor: 'bench', keys: ['staff', 'files'] } as const

export interface Figures {
  readonly name: string
  readonly ms: number
  readonly measures: number
}

/** The measure that is asked for as known at a past moment, and how it stands now: a share of events, over twelve months. */
const oneMeasure = 're-referrals'

export async function figures(database: Database, today: string): Promise<Figures[]> {
  const month = lastWholeMonth(today)
  const asked = async (name: string, which: (measure: Measure) => boolean, times: number, knownAt?: string): Promise<Figures> => {
    const took: number[] = []
    let measures = 0
    for (let turn = 0; turn < times; turn++)
      await database.transaction({ ...acting, role: 'reads', knownAt }, async (tx) => {
        const measured = await measuredNow(tx)
        const those = measured.measures.filter(which)
        measures = those.length
        const started = performance.now()
        const [one] = those
        if (measures === 1 && one) await findMeasureTold(tx, measured, one, { month, among: [] })
        else await digestRows(tx, measured, those, month)
        took.push(performance.now() - started)
      })
    return { name, ms: median(took.slice(Math.min(2, times - 1))), measures }
  }
  const area = await largestArea(database)
  const yearBefore = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}T12:00:00Z`
  return [
    await asked(`figures of ${area}`, (each) => each.area === area, 9),
    await asked('figures of all areas', () => true, 5),
    await asked(`figures of ${oneMeasure}`, ({ id }) => id === oneMeasure, 9),
    await asked(`  as known a year before`, ({ id }) => id === oneMeasure, 1, yearBefore),
  ]
}

/** Everything that is to be said of the last whole month, with whom each signal counts. */
export async function allSignals(database: Database, today: string): Promise<{ readonly seconds: number; readonly signals: number }> {
  const took: number[] = []
  let signals = 0
  for (let turn = 0; turn < 3; turn++)
    await database.transaction({ ...acting, role: 'reads' }, async (tx) => {
      const measured = await measuredNow(tx)
      const started = performance.now()
      signals = (await tellSignals(tx, measured, lastWholeMonth(today))).told.length
      took.push((performance.now() - started) / 1_000)
    })
  return { seconds: median(took), signals }
}

/** The area with most measures. */
async function largestArea(database: Database): Promise<string> {
  const { measures } = await reading(database, measuredNow)
  const many = (area: string): number => measures.filter((each) => each.area === area).length
  return areasOf(measures).toSorted((a, b) => many(b) - many(a))[0] ?? ''
}

const reading = <T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction({ ...acting, role: 'reads' }, work)

export interface Opened {
  readonly name: string
  readonly ms: number
  readonly kB: number
  /** Against the bare page; null of that itself. */
  readonly times: number | null
}

/** How many measures, of those of which most is kept, are opened to find the heaviest page. */
const candidates = 12

export async function pages(database: Database & { readonly driver: Driver }): Promise<Opened[]> {
  await letPeopleIn(database)
  const port = await freePort()
  const { provider } = await serveDemonstration(database, null, { port, say: () => undefined })
  const app = await createApp({ database, openId: provider, before: provider })
  const browser = new Browser(await app.listen({ port }))
  await browser.signIn('Anita Selwood', '/')
  const open = async (path: string): Promise<{ ms: number; kB: number }> => {
    const started = performance.now()
    const { status, text } = await browser.open(path)
    if (status !== 200) throw new Error(`${path} answers ${status}`)
    return { ms: performance.now() - started, kB: Buffer.byteLength(text) / 1e3 }
  }
  const usually = async (path: string): Promise<{ ms: number; kB: number }> => {
    const seen = []
    for (let turn = 0; turn < 9; turn++) seen.push(await open(path))
    return { ms: median(seen.slice(2).map(({ ms }) => ms)), kB: seen.at(-1)?.kB ?? 0 }
  }
  const bare = await usually('/help')
  const area = await largestArea(database)
  let [heaviest, most] = ['', 0]
  for (const { id } of await measuresOfMost(database)) {
    await open(`/measures/${id}`)
    const { ms } = await open(`/measures/${id}`)
    if (ms > most) [heaviest, most] = [id, ms]
  }
  const opened: Opened[] = [{ name: 'page /help', ...bare, times: null }]
  for (const path of [`/digest/${slugOf(area)}`, '/digest', `/measures/${oneMeasure}`, `/measures/${heaviest}`]) {
    const seen = await usually(path)
    opened.push({ name: `page ${path}`, ...seen, times: seen.ms / bare.ms })
  }
  await app.close()
  return opened
}

/** The measures of which most facts are kept, one for each kind of fact and statistic. */
async function measuresOfMost(database: Database): Promise<Measure[]> {
  return reading(database, async (tx) => {
    const { measures } = await measuredNow(tx)
    const rows = await tx.query<{ kind: string; n: number }>('select kind, count(*) as n from fact group by kind')
    const held = new Map(rows.map(({ kind, n }) => [kind, n]))
    const many = (measure: Measure): number => kindsCounted([measure]).reduce((sum, { id }) => sum + (held.get(id) ?? 0), 0)
    return measures.toSorted((a, b) => many(b) - many(a)).slice(0, candidates)
  })
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
