/**
 * The same tests on both databases: the embedded one in a folder of its own, and a database of its own on the PostgreSQL server for
 * tests. Where there is no server its half is left out, and `npm test` says so.
 */

import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import type { Acting, DatabaseRole } from '../../src/engine/database/database.ts'
import { fingerprint, type Model } from '../../src/engine/records/model.ts'
import { openDatabase, type Place } from '../../src/engine/records/open.ts'
import { model as productModel } from '../../src/model.ts'
import { freshDatabase, serverForTests } from './postgres.ts'

export type Where = 'embedded' | 'server'
export type OpenedDatabase = Awaited<ReturnType<typeof openDatabase>>

/** Two databases to test on, and what tests need of them. */
export interface Given {
  readonly where: Where
  /** The database that the tests of this block share. */
  database(): OpenedDatabase
  /** Another, with nothing in it, for one test; it goes when the test ends. */
  fresh(model?: Model): Promise<Fresh>
}

export interface Fresh {
  readonly database: OpenedDatabase
  readonly place: Place
  /** Closes it and opens it again, by default with the same model. */
  reopen(model?: Model): Promise<OpenedDatabase>
}

/** Runs the tests on the embedded database and on the server; the model is the product's unless one is given. */
export function onBoth(name: string, tests: (given: Given) => void, model: Model = productModel): void {
  for (const where of ['embedded', 'server'] as const) {
    describe.skipIf(where === 'server' && serverForTests() === null)(`${name}, ${places[where]}`, () => {
      let shared: { database: OpenedDatabase; remove: () => Promise<void> } | undefined
      beforeAll(async () => {
        shared = await openNew(where, model)
      })
      afterAll(async () => {
        await shared?.database.close()
        await shared?.remove()
      })
      tests({
        where,
        database: () => {
          if (!shared) throw new Error('The database is open while tests run, not before.')
          return shared.database
        },
        fresh: (other = model) => freshForOneTest(where, other),
      })
    })
  }
}

const places = { embedded: 'embedded', server: 'on a PostgreSQL server' } as const

/** A new database for one test, closed and removed when the test ends. */
export async function freshForOneTest(where: Where, model: Model = productModel): Promise<Fresh> {
  const { place, remove, database } = await openNew(where, model)
  let open = database
  onTestFinished(async () => {
    await open.close().catch(() => undefined)
    await remove()
  })
  return {
    database,
    place,
    reopen: async (again = model) => {
      await open.close()
      open = await openDatabase(place, again)
      return open
    },
  }
}

async function openNew(where: Where, model: Model): Promise<{ database: OpenedDatabase; place: Place; remove: () => Promise<void> }> {
  const { place, remove } = await freshPlace(where, model)
  try {
    return { database: await openDatabase(place, model), place, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/**
 * A place for a database, which holds an authority with this model and nothing else (embedded), or nothing at all (server).
 * Remove it when done, after closing what was opened there.
 */
export async function freshPlace(where: Where, model: Model = productModel): Promise<{ place: Place; remove: () => Promise<void> }> {
  if (where === 'server') {
    const { url, drop } = await freshDatabase()
    return { place: { url, folder: '', schema: 'estuary' }, remove: drop }
  }
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-embedded-'))
  cpSync(await templateOf(model), folder, { recursive: true })
  return { place: { folder, schema: 'estuary' }, remove: async () => rmSync(folder, { recursive: true, force: true }) }
}

const root = join(import.meta.dirname, '..', '..')
const cache = join(root, 'node_modules', '.cache', 'databases-for-tests')

/**
 * To make an embedded database takes seconds, to copy one a tenth: each model's is made once and kept, under a name that changes
 * whenever the model or what makes the tables does.
 */
async function templateOf(model: Model): Promise<string> {
  const makers = ['src/engine/database/migrations', 'src/engine/records'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /(?<!\.test)\.(ts|sql)$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  )
  const engine = readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')
  const name = createHash('sha256')
    .update(JSON.stringify([fingerprint(model), makers, engine]))
    .digest('hex')
    .slice(0, 24)
  const template = join(cache, name)
  if (existsSync(template)) {
    utimesSync(template, new Date(), new Date())
    return template
  }
  removeUnused()
  const making = join(cache, `${name}-${randomBytes(4).toString('hex')}`)
  mkdirSync(making, { recursive: true })
  const database = await openDatabase({ folder: making, schema: 'estuary' }, model)
  await database.close()
  try {
    renameSync(making, template)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(template)) throw error // Another test file was quicker, which is as good.
  }
  return template
}

/** Each is some 60 MB: those that no test has asked for within the hour were of a model that has since changed. */
function removeUnused(): void {
  if (!existsSync(cache)) return
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    if (used !== undefined && used < Date.now() - 3_600_000) rmSync(path, { recursive: true, force: true })
  }
}

/** Someone at work in a test, who sees what all staff and the bringers of files see. */
export const acting = (role: DatabaseRole, more: Partial<Acting> = {}): Acting => ({
  actor: 'tester',
  role,
  keys: ['staff', 'files'],
  ...more,
})
