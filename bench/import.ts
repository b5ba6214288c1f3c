/**
 * How long bringing an SSD extract in takes, as a ratio to copying the very same rows with COPY into tables with the same keys, in the
 * same run; how memory and the cost of a child grow with the number of children.
 *
 *   node --import tsx bench/import.ts [children …] [--embedded] [--server]
 *
 * The server is the one of DATABASE_URL_FOR_TESTS, or a throw-away one. Each measurement is a process of its own, so that its
 * peak memory is its own.
 */
import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyCell } from '../src/engine/database/copy-text.ts'
import { openDatabase } from '../src/engine/records/open.ts'
import { model } from '../src/model.ts'
import { bringInFiles } from '../src/returns/bring-in.ts'
import { freshDatabase, withServer } from './server.ts'
import { writeSsdExtract } from './extracts.ts'

const here = fileURLToPath(import.meta.url)
const acting = { actor: 'bench', keys: ['staff', 'files'] }

interface Measured {
  readonly seconds: number
  readonly megabytes: number
}

/** Brings the extract in, and writes every record table as COPY text for the baseline. */
async function measureImport(extract: string, folder: string, url: string | undefined, rows: string): Promise<Measured> {
  const database = await openDatabase({ url, folder, schema: 'bench' }, model)
  const started = performance.now()
  await bringInFiles(database, acting, [extract], '2026-11-22')
  const seconds = (performance.now() - started) / 1000
  const megabytes = peak()
  for (const table of tables()) {
    const out = createWriteStream(join(rows, table))
    await database.driver.transaction('owner', 'bench', async (tx) => {
      const columns = await columnsOf(tx, table)
      for await (const row of tx.stream<Record<string, string | null>>(
        `select ${columns.map((column) => `${column}::text as ${column}`).join(', ')} from bench.${table}`,
      ))
        if (!out.write(`${columns.map((column) => copyCell(row[column] ?? null)).join('\t')}\n`))
          await new Promise<void>((go) => void out.once('drain', go))
    })
    await new Promise<void>((closed) => out.end(() => closed()))
  }
  await database.close()
  return { seconds, megabytes }
}

/** Copies the same rows into tables with the same keys, checks and indexes. */
async function measureCopy(folder: string, url: string | undefined, rows: string): Promise<Measured> {
  const database = await openDatabase({ url, folder, schema: 'bench' }, model)
  const started = performance.now()
  await database.driver.transaction('owner', 'bench', async (tx) => {
    for (const table of tables()) {
      const columns = await columnsOf(tx, table)
      await tx.copyIn(`bench.${table} (${columns.join(', ')})`, wholeLines(join(rows, table)))
    }
  })
  const seconds = (performance.now() - started) / 1000
  const megabytes = peak()
  await database.close()
  return { seconds, megabytes }
}

const tables = (): string[] => ['import', 'import_file', ...model.kinds.map(({ table }) => table)]
const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

async function columnsOf(
  tx: { query<R extends Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<R[]> },
  table: string,
): Promise<string[]> {
  const columns = await tx.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`bench.${table}`],
  )
  return columns.map(({ name }) => name)
}

async function* wholeLines(path: string): AsyncGenerator<string> {
  let kept = ''
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 2_000_000 }) as AsyncIterable<string>) {
    const end = piece.lastIndexOf('\n')
    yield kept + piece.slice(0, end + 1)
    kept = piece.slice(end + 1)
  }
}

async function main(): Promise<void> {
  const words = process.argv.slice(2)
  const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number)
  const places = (['server', 'embedded'] as const).filter(
    (place) => words.includes(`--${place}`) || !words.some((word) => word.startsWith('--')),
  )
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
  console.log('children     rows  where     import s  copy s  ratio  ms a child  rows/s  import MB  copy MB')
  await withServer(places.includes('server'), async (server) => {
    for (const children of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
      const extract = join(folder, `extract-${children}`)
      const { rows } = await writeSsdExtract(extract, { children, seed: 2016 })
      for (const place of places) {
        if (place === 'server' && !server) {
          console.log('No PostgreSQL server here: the server is left out.')
          continue
        }
        const copied = await mkdtemp(join(folder, 'rows-'))
        const url = place === 'server' ? await freshDatabase(server as string) : ''
        const other = place === 'server' ? await freshDatabase(server as string) : ''
        const brought = inOwnProcess('import', extract, join(folder, `import-${children}`), url, copied)
        const copy = inOwnProcess('copy', '', join(folder, `copy-${children}`), other, copied)
        const cells = [
          children,
          rows,
          place,
          brought.seconds.toFixed(1),
          copy.seconds.toFixed(1),
          (brought.seconds / copy.seconds).toFixed(2),
          ((brought.seconds * 1000) / children).toFixed(2),
          Math.round(rows / brought.seconds),
          brought.megabytes,
          copy.megabytes,
        ]
        console.log(cells.map((cell, at) => String(cell).padStart([8, 8, 9, 8, 7, 6, 11, 7, 10, 8][at] ?? 8)).join(' '))
        await rm(copied, { recursive: true })
        for (const left of [`import-${children}`, `copy-${children}`])
          if (existsSync(join(folder, left)) && (await stat(join(folder, left))).isDirectory())
            await rm(join(folder, left), { recursive: true })
      }
      await rm(extract, { recursive: true })
    }
  })
  await rm(folder, { recursive: true, force: true })
}

function inOwnProcess(...words: string[]): Measured {
  const told = execFileSync(process.execPath, ['--import', 'tsx', here, '--one', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(told.trim().split('\n').at(-1) ?? '') as Measured
}

if (process.argv[2] === '--one') {
  const [what = '', extract = '', folder = '', url = '', rows = ''] = process.argv.slice(3)
  const measured =
    what === 'import' ? await measureImport(extract, folder, url || undefined, rows) : await measureCopy(folder, url || undefined, rows)
  console.log(JSON.stringify(measured))
} else await main()
