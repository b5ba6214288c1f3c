/**
 * How long it takes to keep facts and their counts, and to show the digest that is made of them, as ratios of the same run:
 *
 *   everything   worked out afresh, against one sequential read of the same rows in the same order; the same without facts, so that the
 *                difference is what facts and counts cost; all of it a child, against the smallest number of children
 *   one child    after a visit and after an involvement, against everything of 1,000 children
 *   figures      of the largest area and of all areas from kept counts; one measure as known at a past moment, against the same kept
 *   signals      all that is to be said at the end of a month, with whom each counts, against everything and against facts and counts
 *   pages        of the largest area, of all, and of the measure with the heaviest page, against a bare page
 *
 *   node --import tsx bench/digest.ts [children …] [--embedded] [--server]
 *
 * The children are those who are known (half of those who live there), in 2013 to 2018, in as many districts as hold them.
 * The server is the one of DATABASE_URL_FOR_TESTS, or a throw-away one.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { todayOf, wholeAuthority } from '../demo/demonstration.ts'
import { loadAuthority } from '../demo/estuary/load.ts'
import type { Size } from '../demo/estuary/world.ts'
import { changeSetting } from '../src/authority/settings.ts'
import { openDatabase } from '../src/engine/records/open.ts'
import { model } from '../src/model.ts'
import { everything, oneChild, type Everything } from './digest-keeping.ts'
import { allSignals, figures, pages } from './digest-showing.ts'
import { freshDatabase, withServer } from './server.ts'

const words = process.argv.slice(2)
const wanted = words.filter((word) => /^\d+$/.test(word)).map(Number)
const places = (['server', 'embedded'] as const).filter(
  (place) => words.includes(`--${place}`) || !(words.includes('--server') || words.includes('--embedded')),
)
const { from, to } = wholeAuthority
const today = todayOf(wholeAuthority)
const acting = { actor: 'bench', keys: ['staff', 'files'] } as const

const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
try {
  await withServer(places.includes('server'), async (server) => {
    for (const place of places) {
      if (place === 'server' && !server) {
        console.log('No PostgreSQL server here: the server is left out.')
        continue
      }
      let first: Everything | null = null
      for (const known of wanted.length > 0 ? wanted : [1_000, 10_000, 100_000]) {
        const url = place === 'server' ? await freshDatabase(server as string) : undefined
        first = await measure(place, known, url, first)
      }
    }
  })
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** A county in which about so many children are known, in districts no larger than one of the county that is shown. */
function countyKnowing(known: number): Size {
  const living = Math.round(known / 0.52)
  const districts = Math.ceil(living / 40_000)
  const children = Math.round(living / districts)
  return { name: 'county', districts, children, scale: children / 40_000, published: false }
}

/** @param first everything of the smallest number of children. @returns the same, once it is known */
async function measure(place: string, known: number, url: string | undefined, first: Everything | null): Promise<Everything> {
  const size = countyKnowing(known)
  const database = await openDatabase({ url, folder: join(folder, `${place}-${known}`), schema: 'bench' }, model)
  const began = performance.now()
  const { children } = await loadAuthority(database, { size, seed: 1, from: `${from}-01-01`, to: `${to}-12-31`, planted: true }, { today })
  await database.countAfresh()
  await database.transaction({ ...acting, role: 'writes' }, (tx) => changeSetting(tx, 'today', today))
  const loaded = (performance.now() - began) / 1_000
  const lived = `${children.toLocaleString('en-GB')} children known, of ${(size.children * size.districts).toLocaleString('en-GB')} who live there`
  console.log(
    `\n${place}: ${lived}, in ${size.districts === 1 ? '1 district' : `${size.districts} districts`} (loaded in ${loaded.toFixed(0)} s)`,
  )

  const all = await everything(database, children)
  const thousand = (all.whole * 1_000) / children
  tell('rows read, once, in order', [`${all.read.toFixed(2)} s`, `${all.rows.toLocaleString('en-GB')} rows`])
  for (const [name, seconds, kept] of [
    ['everything afresh', all.whole, `${all.due.toLocaleString('en-GB')} due dates, ${all.facts.toLocaleString('en-GB')} facts`],
    ['  due dates alone', all.withoutFacts, ''],
    ['  facts and counts', all.whole - all.withoutFacts, `${all.counts.toLocaleString('en-GB')} counts`],
    ['everything, nothing changed', all.again, ''],
  ] as const)
    tell(name, [
      `${seconds.toFixed(2)} s`,
      `${((seconds * 1_000) / children).toFixed(2)} s of 1,000`,
      `${(seconds / all.read).toFixed(1)} times the read`,
      ...(kept === '' ? [] : [kept]),
    ])
  if (first) tell('a child, against the first', [`${(all.whole / children / (first.whole / first.children)).toFixed(2)} times`])

  for (const [name, ms] of Object.entries(await oneChild(database, today)))
    tell(`one child after ${name}`, [
      `${ms.toFixed(1)} ms`,
      `${(ms / thousand).toFixed(2)} per mille of 1,000`,
      `${((ms / 1_000) * (children / all.whole)).toFixed(1)} times a child in everything`,
    ])

  const shown = await figures(database, today)
  for (const { name, ms, measures } of shown) tell(name, [`${ms.toFixed(1)} ms`, measures === 1 ? '1 measure' : `${measures} measures`])

  const signals = await allSignals(database, today)
  tell('all signals of a month', [
    `${signals.seconds.toFixed(2)} s`,
    `${((signals.seconds * 1_000) / children).toFixed(2)} s of 1,000`,
    `${(signals.seconds / all.whole).toFixed(3)} of everything`,
    `${(signals.seconds / (all.whole - all.withoutFacts)).toFixed(3)} of facts and counts`,
    `${signals.signals} signals`,
  ])

  for (const { name, ms, kB, times } of await pages(database))
    tell(name, [`${ms.toFixed(1)} ms`, `${kB.toFixed(0)} kB`, ...(times === null ? [] : [`${times.toFixed(1)} times the bare page`])])
  tell('most memory', [`${Math.round(process.resourceUsage().maxRSS / 1024)} MB`])
  await database.close()
  return first ?? all
}

function tell(name: string, said: readonly string[]): void {
  console.log(`  ${name.padEnd(44)} ${said.map((each) => each.padStart(14)).join('  ')}`)
}
