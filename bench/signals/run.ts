import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase, type Place } from '../../src/engine/records/open.ts'
import { clockwork } from '../../src/clocks.ts'
import { isKeptBy, keepAll } from '../../src/engine/clocks/keep.ts'
import { figurework, measures } from '../../src/measures.ts'
import { model } from '../../src/model.ts'
import { copiedMeasures } from '../../src/practice/writing/copied-measures.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'
import { askerFor, programFor, type Signal } from './asked.ts'
import { firstTold, lastDay, lastDayOf, lastTold, monthOf } from './calendar.ts'
import { writeAuthority, type Made } from './generate.ts'
import { levelHolds } from './levels.ts'
import { episodesOf, type Naming } from './matching.ts'
import { plantKinds, type PlantKind } from './plants.ts'
import type { Looked } from './report.ts'
import { seenByOracle } from './visible.ts'

/** One authority from its seed to what was found in it: files, import, the product’s signals at each month’s end, the matching. */

export interface Run {
  readonly seed: number
  readonly size: number
  readonly kinds: readonly PlantKind[]
  /** Where files and embedded databases go. */
  readonly folder: string
  /** Leave files and database, and use those that an earlier run has left. */
  readonly keep: boolean
  /** Make and import only; ask nothing. */
  readonly askNothing: boolean
  /** Ask by the terminal program, not in this process. */
  readonly byProgram: boolean
  readonly say: (words: string) => void
}

/** The look: the last four of the six years, and the month before them. */
const start = monthOf(firstTold) + 24
const end = monthOf(lastTold)

const acting = { actor: 'bench', keys: ['staff', 'files'] } as const

/** @throws Error where a row of the files is refused by the import, or the product fails */
export async function lookAt({ seed, size, kinds, folder, keep, askNothing, byProgram, say }: Run): Promise<Looked> {
  const name = `bench_signals_${seed}_${size}${kinds.length === plantKinds.length ? '' : `_${kinds.map((kind) => kind.replaceAll(' ', '')).join('_')}`}`
  const files = join(folder, name)
  const [generated, made] = await timed(() => writeAuthority(files, { seed, size, kinds }))
  const rows = made.files.reduce((sum, each) => sum + each.rows, 0)
  say(`${seed}/${size}: ${made.children} children, ${rows} rows; ${made.authority.plants.length} problems planted`)
  const place = await placeFor(name, folder)
  const [imported] = await timed(() => bringIn(place, files, say))
  const { naming, withData } = await readingOf(place, made)
  const plants = made.authority.plants.map((plant) => ({ ...plant, seen: seenByOracle(plant, made.truth, start) }))
  const [asked, looks] = await timed(() => (askNothing ? Promise.resolve([]) : ask(place, byProgram, say)))
  if (!keep) {
    await drop(place, name)
    await rm(files, { recursive: true })
  }
  return {
    seed,
    size,
    plants,
    episodes: episodesOf(looks, plants, naming),
    measures: withData,
    years: (end - start + 1) / 12,
    start,
    seconds: { generated, imported, asked },
    rows,
    open: made.open,
  }
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [seconds: number, done: T]> {
  const began = performance.now()
  const done = await work()
  return [(performance.now() - began) / 1000, done]
}

/** A database on the server of DATABASE_URL; without one, an embedded one in the folder. */
async function placeFor(name: string, folder: string): Promise<Place> {
  const server = process.env.DATABASE_URL
  if (!server) return { folder: join(folder, `${name}.data`), schema: 'estuary' }
  const url = new URL(server)
  url.pathname = `/${name}`
  await onServer(async (client) => {
    const there = await client.query('select 1 from pg_database where datname = $1', [name])
    if (there.rowCount === 0) await client.query(`create database ${name}`)
  })
  return { url: url.href, folder: '', schema: 'estuary' }
}

async function drop(place: Place, name: string): Promise<void> {
  if (place.url) await onServer((client) => client.query(`drop database if exists ${name}`))
  else if (existsSync(place.folder)) await rm(place.folder, { recursive: true })
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Brings the files in, unless an earlier run has. */
async function bringIn(place: Place, files: string, say: (words: string) => void): Promise<void> {
  const database = await openDatabase(place, model)
  try {
    const [held] = await database.transaction({ ...acting, role: 'reads' }, (tx) =>
      tx.query<{ many: string }>('select count(*) as many from import'),
    )
    if (Number(held?.many ?? 0) > 0) {
      say('  imported before')
      // Where rules have changed since, what follows from them is worked out afresh.
      await database.transaction({ ...acting, role: 'imports', reason: 'The rules have changed' }, async (tx) => {
        if (!(await isKeptBy(tx, clockwork))) await keepAll(tx, clockwork)
      })
      return
    }
    const { files: results } = await bringInFiles(database, acting, [files], lastDay)
    const refused = results.flatMap(({ path, refused: rows }) => rows.map((row) => `${path}: ${JSON.stringify(row)}`))
    if (refused.length > 0) throw new Error(`The import refused ${refused.length} rows, of which the first: ${refused[0] ?? ''}`)
  } finally {
    await database.close()
  }
}

/** What is needed to read the signals: what measures speak of, what teams are called by the generator, how many measures have data. */
async function readingOf(place: Place, made: Made): Promise<{ naming: Naming; withData: number }> {
  const database = await openDatabase(place, model)
  try {
    return await database.transaction({ ...acting, role: 'reads' }, async (tx) => {
      const teams = await tx.query<{ id: string; number: string }>('select id::text as id, source_id as number from team')
      const [counted] = await tx.query<{ many: string }>('select count(distinct measure) as many from fact_count')
      const byName = new Map(made.authority.teams.map(({ id, name }) => [name, id]))
      const byId = new Map(teams.map(({ id, number }) => [id, number]))
      const speaks = new Map([...measures, ...copiedMeasures].map(({ id, speaksOf }) => [id, speaksOf]))
      const valueOf = (dimension: string, value: string) =>
        dimension === 'team' ? (byId.get(value) ?? byName.get(value) ?? value) : (codes.get(`${dimension} ${value}`) ?? value)
      return {
        naming: {
          speaksOf: (measure) => speaks.get(measure) ?? 'practice',
          valueOf,
          levelHolds: (signal, month) => levelHolds(signal, month, made.truth, valueOf),
        },
        withData: Number(counted?.many ?? 0),
      }
    })
  } finally {
    await database.close()
  }
}

/** The code of a value that is told in words. */
const codes = new Map(
  figurework.dimensions.flatMap(({ id, values }) =>
    values !== null && 'codes' in values
      ? values.codes.flatMap(({ code, label }) => (label === null ? [] : [[`${id} ${label}`, code] as const]))
      : [],
  ),
)

/** The signals at the end of each month, the month before the look first. */
async function ask(place: Place, byProgram: boolean, say: (words: string) => void): Promise<(readonly [number, readonly Signal[]])[]> {
  const asker = await (byProgram ? programFor(place) : askerFor(place))
  const looks: (readonly [number, readonly Signal[]])[] = []
  try {
    for (let month = start - 1; month <= end; month += 1) {
      const signals = await asker.at(lastDayOf(month))
      looks.push([month, signals.map(ofTeams)])
      if (month % 12 === 11) say(`  asked to ${lastDayOf(month)}: ${signals.length} signals stand`)
    }
  } finally {
    await asker.close()
  }
  return looks
}

/** Of workers, their team is a dimension of its own, with the same teams. */
function ofTeams(signal: Signal): Signal {
  const { 'workers-team': team, ...where } = signal.where
  return team === undefined ? signal : { ...signal, where: { ...where, team } }
}
