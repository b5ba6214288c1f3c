/**
 * An import whose process is killed (as by `kill -9`, by a lack of memory or by the mains) leaves nothing of itself or all of itself,
 * and never stands in the way of the next. The kills fall at random: a failure names its moment.
 */

import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { writeSsdExtract } from '../../bench/extracts.ts'
import type { Database } from '../../src/engine/database/database.ts'
import { openDatabase, type Place } from '../../src/engine/records/open.ts'
import { model } from '../../src/model.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'
import { serverForTests } from '../support/postgres.ts'
import { empty, readyPlace, type Where } from '../support/ready-databases.ts'
import { acting } from '../support/two-databases.ts'

const root = join(import.meta.dirname, '..', '..')
const today = '2016-03-01'
let extract = ''

beforeAll(async () => {
  extract = mkdtempSync(join(tmpdir(), 'goldthread-extract-'))
  await writeSsdExtract(extract, { children: 50, seed: 20160301 })
})
afterAll(() => rmSync(extract, { recursive: true, force: true }))

/** No process is left behind by a test that failed. */
const running: Importing[] = []
afterEach(() => Promise.all(running.splice(0).map(({ kill }) => kill())).then(() => undefined))

describe('an import that is killed leaves nothing or all of itself, and the next works', () => {
  tries('embedded', 2)
  tries('server', 4)
})

/** Half of the kills fall anywhere from a fifth of a second on; the other half while records are merged, told by the progress lines. */
function tries(where: Where, times: number): void {
  describe.skipIf(where === 'server' && serverForTests() === null)(where === 'server' ? 'on a PostgreSQL server' : 'embedded', () => {
    let complete: Counts = {}
    let took = 0
    let merges = 0

    beforeAll(async () => {
      const { place, remove } = await placeWithModel(where)
      try {
        const began = performance.now()
        const whole = start(place)
        expect(await whole.ended, whole.said()).toBe(0)
        took = performance.now() - began
        merges = mergingLines(whole.said())
        complete = await counted(place)
      } finally {
        await remove()
      }
    })

    test('the import that nothing kills brings in 50 children, and tells of its merging', () => {
      expect(complete).toMatchObject({ person: 50, import: 1 })
      expect(complete.import_count).toBeGreaterThan(20)
      expect(merges).toBeGreaterThan(3)
    })

    for (let turn = 0; turn < times; turn++) {
      const duringMerge = turn % 2 === 1
      test(`killed ${duringMerge ? 'during the merge' : 'at any moment'}, try ${turn + 1}`, async () => {
        const { place, remove } = await placeWithModel(where)
        onTestFinished(remove)
        const share = (Math.floor(turn / 2) + Math.random()) / Math.ceil(times / 2)
        const importing = start(place)
        const moment = duringMerge
          ? await afterMerges(importing, Math.ceil(share * merges * 0.9))
          : await afterTime(200 + share * (took - 200))
        const when = `killed ${moment}, after it had said: ${importing.said().trim().split('\n').slice(-2).join('; ')}`
        await importing.kill()

        const database = await openDatabase(place, model)
        try {
          const left = await countsOf(database)
          const nothing = left.import === 0 && left.person === 0
          expect(left, when).toEqual(nothing ? allZero(left) : complete)
          await bringInFiles(database, { actor: 'importer', keys: ['staff', 'files'] }, [extract], today)
          // On a server, what was committed as its process died may show only now: the lock of the import waits for it.
          const after = await countsOf(database)
          expect(after.import_refusal, when).toBe(0)
          expect(recordsOf(after), when).toEqual(recordsOf(complete))
        } finally {
          await database.close()
        }
      })
    }
  })
}

describe('the folder of an embedded database', () => {
  test('is refused to a second process while an import holds it; when that is killed, its lock is taken over', async () => {
    const { place, remove } = await placeWithModel('embedded')
    onTestFinished(remove)
    const lock = join(place.folder, 'goldthread.lock')

    const first = start(place)
    await until(() => existsSync(lock), first)
    const second = start(place)
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(`is in use by process ${first.process.pid} on `)
    expect(second.said()).toContain('Stop that process first')
    expect(second.said()).not.toMatch(/^\s+at /m)

    await first.kill()
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ process: first.process.pid })
    const database = await openDatabase(place, model)
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ process: process.pid })
    await database.close()
    expect(existsSync(lock)).toBe(false)
  })

  test('opens after the process that was making it was killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'goldthread-embedded-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const place = { folder, schema: 'estuary' }
    const making = start(place)
    const moment = await afterTime(800 + Math.random() * 4_000)
    await making.kill()
    const database = await openDatabase(place, model).catch((error: unknown) => {
      throw new Error(`Killed ${moment}, the folder does not open again.`, { cause: error })
    })
    expect(await countsOf(database)).toMatchObject({ person: 0, import: 0 })
    await database.close()
  })
})

type Counts = Readonly<Record<string, number>>

/** Rows of every kind of record and of its history, and of what an import notes of itself, in one statement: no commit can fall in its midst. */
function countsOf(database: Database): Promise<Counts> {
  const tables = [
    ...recordKinds.flatMap(({ table }) => [table, `${table}_history`]),
    'import',
    'import_file',
    'import_count',
    'import_refusal',
    'disagreement',
  ]
  const sql = tables.map((table) => `select '${table}' as counted, count(*)::int as rows from ${table}`).join(' union all ')
  return database.transaction(acting('reads'), async (tx) =>
    Object.fromEntries((await tx.query<{ counted: string; rows: number }>(sql)).map(({ counted, rows }) => [counted, rows])),
  )
}

async function counted(place: Place): Promise<Counts> {
  const database = await openDatabase(place, model)
  try {
    return await countsOf(database)
  } finally {
    await database.close()
  }
}

const allZero = (counts: Counts): Counts => Object.fromEntries(Object.keys(counts).map((name) => [name, 0]))

/** Without what each import adds of itself, even where it changes nothing. */
const recordsOf = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([name]) => !name.startsWith('import') && name !== 'disagreement'))

/** A database that has its tables, so that the time of a kill is not spent on making them. */
const placeWithModel = (where: Where): Promise<{ place: Place; remove: () => Promise<void> }> => readyPlace(where, empty())

interface Importing {
  readonly process: ChildProcess
  /** The exit code; null where it was killed. */
  readonly ended: Promise<number | null>
  /** What it has said of its progress, or of its failing. */
  said(): string
  kill(): Promise<void>
}

/** Starts the terminal program in a process group of its own, as a shell does. */
function start({ url, folder, schema }: Place): Importing {
  const { DATABASE_URL: _, ...environment } = process.env
  const child = spawn(
    join(root, 'bin', 'goldthread'),
    ['--data', folder || 'unused', '--authority', schema, '--today', today, '--verbose', 'import', extract],
    {
      cwd: tmpdir(),
      env: url === undefined ? environment : { ...environment, DATABASE_URL: url },
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const kill = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), 'SIGKILL')
    await ended
  }
  const importing = { process: child, ended, said: () => said, kill }
  running.push(importing)
  return importing
}

const mergingLines = (said: string): number => said.split('\n').filter((line) => line.startsWith('Merging ')).length

async function afterTime(milliseconds: number): Promise<string> {
  await pause(milliseconds)
  return `after ${Math.round(milliseconds)} ms`
}

async function afterMerges(importing: Importing, many: number): Promise<string> {
  await until(() => mergingLines(importing.said()) >= many, importing)
  await pause(Math.random() * 30)
  return `during merge ${many}`
}

/** Waits for it to be so, at most until the process ends. */
async function until(so: () => boolean, { ended }: Importing): Promise<void> {
  let running = true
  void ended.then(() => (running = false))
  while (running && !so()) await pause(5)
}
