/**
 * How long it takes to make the demonstration, and what its size costs on its pages. Each figure stands beside one of the same run:
 *
 *   telling   all ten districts of a county, told and thrown away: each against the first, with the most memory held meanwhile
 *   loading   an authority brought in, against a plain COPY of the same rows into tables without indexes; and how it grows with the districts
 *   pages     every page on a county-like authority, against the same page on a small one: the first time, then the median of five
 *
 *   node --import tsx bench/demo.ts [telling] [loading] [pages] [--embedded] [--server] [--districts N] [--from YEAR] [--to YEAR]
 *
 * `--districts` is how many districts a county has here, at most: 10 in the telling, 3 in the loading and 2 on the pages when it is not said.
 * The server is the one of DATABASE_URL_FOR_TESTS, or a throw-away one.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { todayOf, wholeAuthority } from '../demo/demonstration.ts'
import { sizes, type Size, type WorldAsked } from '../demo/estuary/world.ts'
import { openDatabase } from '../src/engine/records/open.ts'
import { model } from '../src/model.ts'
import { copiedPlainly, loaded, rowsInFile } from './demo-loading.ts'
import { make, pagesToOpen, serve, whoMay } from './demo-pages.ts'
import { telling } from './demo-telling.ts'
import { freshDatabase, withServer } from './server.ts'

const words = process.argv.slice(2)
const numberOf = (option: string): number | null => {
  const at = words.indexOf(option)
  return at < 0 ? null : Number(words[at + 1])
}
const [from, to] = [numberOf('--from') ?? 2009, numberOf('--to') ?? 2018]
const most = numberOf('--districts')
const parts = (['telling', 'loading', 'pages'] as const).filter((part) => words.includes(part))
const wanted = (part: 'telling' | 'loading' | 'pages'): boolean => parts.length === 0 || parts.includes(part)
const places = (['server', 'embedded'] as const).filter(
  (place) => words.includes(`--${place}`) || !(words.includes('--server') || words.includes('--embedded')),
)

const today = todayOf({ ...wholeAuthority, to })
const asked = (size: Size): WorldAsked => ({ size, seed: 1, from: `${from}-01-01`, to: `${to}-12-31`, planted: true })
const county = (districts: number): Size => ({ ...sizes.county, districts })

const line = (cells: readonly (string | number)[], widths: readonly number[]): void =>
  console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[at] ?? 0))).join(' '))

if (wanted('telling')) tellCounty()
const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
try {
  await withServer(places.includes('server'), async (server) => {
    for (const place of places) {
      if (place === 'server' && !server) {
        console.log('\nNo PostgreSQL server here: the server is left out.')
        continue
      }
      if (wanted('loading')) await loadEach(place)
      if (wanted('pages')) await openEach(place)
    }
  })
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** First of all, so that the memory is that of the telling alone. */
function tellCounty(): void {
  console.log(`\nTelling a county, ${from} to ${to}`)
  const widths = [9, 9, 10, 10, 8, 15, 10, 9]
  line(['district', 'children', 'records', 'versions', 's', 's a 1,000 ch.', '÷ first', 'MB'], widths)
  let first: number | null = null
  for (const { district, children, records, versions, seconds, peak } of telling(asked(county(most ?? 10)))) {
    const each = (seconds * 1_000) / children
    first ??= each
    line([district, children, records, versions, seconds.toFixed(1), each.toFixed(2), (each / first).toFixed(2), peak], widths)
  }
}

/** A database of its own for one size. */
async function fresh(place: string, name: string): ReturnType<typeof openDatabase> {
  const url = place === 'server' ? await freshDatabase(process.env.DATABASE_URL_FOR_TESTS ?? '') : undefined
  return openDatabase({ url, folder: join(folder, `${place}-${name}`), schema: 'bench' }, model)
}

async function loadEach(place: string): Promise<void> {
  console.log(`\nTelling and loading, ${from} to ${to}, ${place}`)
  const widths = [12, 9, 10, 6, 8, 9, 8, 13, 15, 8]
  line(['size', 'children', 'rows', 'MB', 'told s', 'copied s', 'made s', 'made ÷ copied', 'ms made a child', '÷ first'], widths)
  let first: number | null = null
  const counties = [1, 2, 3].filter((districts) => districts <= (most ?? 3))
  for (const size of [sizes.small, sizes.thurrock, ...counties.map(county)]) {
    const name = size.name === 'county' ? `county of ${size.districts}` : size.name
    const rows = await rowsInFile(asked(size), today, join(folder, 'rows'))
    const database = await fresh(place, name.replaceAll(' ', '-'))
    const copied = await copiedPlainly(database, rows)
    await rm(rows.path)
    const made = await loaded(database, asked(size), today)
    await database.close()
    const { children, records, versions } = rows.loaded
    const each = (made * 1_000) / children
    first ??= each
    line(
      [
        ...[name, children, records + versions, Math.round(rows.bytes / 1e6)],
        ...[rows.seconds.toFixed(1), copied.toFixed(1), made.toFixed(1), (made / copied).toFixed(1), each.toFixed(2)],
        (each / first).toFixed(2),
      ],
      widths,
    )
  }
}

async function openEach(place: string): Promise<void> {
  const large = county(most ?? 2)
  console.log(`\nPages on a county of ${large.districts} against the small authority, ${from} to ${to}, ${place}`)
  const databases = { small: await fresh(place, 'small-pages'), large: await fresh(place, 'large-pages') }
  for (const [name, size] of [
    ['small', sizes.small],
    ['large', large],
  ] as const) {
    const { children, seconds } = await make(databases[name], asked(size), today)
    const [loading, counting, due] = seconds.map((each) => each.toFixed(1))
    console.log(`  ${name}: ${children} children; loaded in ${loading} s, counted in ${counting} s, what is due in ${due} s`)
  }
  const small = await serve(databases.small, today)
  const served = { small, large: await serve(databases.large, today, small.records) }
  console.log(
    `  the largest team holds ${served.small.team} and ${served.large.team} children; the child opened has ${served.small.records} and ${served.large.records} visits and notes of oversight`,
  )
  const widths = [48, 22, 9, 9, 9, 9, 9, 9, 7]
  line(['page', 'as', 'cold ms', 'cold ms', 'kB small', 'kB large', 'ms small', 'ms large', 'ratio'], widths)
  for (const page of pagesToOpen(databases.small, today)) {
    const one = await opened(() => served.small.open(page))
    const other = await opened(() => served.large.open(page))
    const ratio = other.usual / one.usual
    const odd = [one.status, other.status].filter((status) => status !== 200)
    line(
      [
        ...[`${page.method === 'GET' ? '' : `${page.method} `}${page.path}`, whoMay(page)],
        ...[one.cold, other.cold, one.size, other.size, one.usual, other.usual].map((each) => each.toFixed(1)),
        `${ratio.toFixed(1)}${ratio > 3 ? ' !' : '  '}${odd.length > 0 ? ` answers ${odd.join(', ')}` : ''}`,
      ],
      widths,
    )
  }
  for (const name of ['small', 'large'] as const) {
    await served[name].close()
    await databases[name].close()
  }
}

/** Milliseconds of the first time and of the median of the five after it; the answer’s size in kB. */
async function opened(
  open: () => Promise<{ readonly status: number; readonly text: string }>,
): Promise<{ cold: number; usual: number; size: number; status: number }> {
  const took: number[] = []
  let answer = { status: 0, text: '' } as { readonly status: number; readonly text: string }
  for (let turn = 0; turn < 6; turn++) {
    const started = performance.now()
    answer = await open()
    took.push(performance.now() - started)
  }
  const usual = took.slice(1).sort((one, other) => one - other)[2] as number
  return { cold: took[0] as number, usual, size: Buffer.byteLength(answer.text) / 1e3, status: answer.status }
}
