/**
 * Databases that stand ready: each is made once and then copied, as a folder (embedded) or from a template (on the server for tests),
 * which takes a tenth of the time or far less.
 */

import { createHash, randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fingerprint, type Model } from '../../src/engine/records/model.ts'
import { openDatabase, type Place } from '../../src/engine/records/open.ts'
import { model as productModel } from '../../src/model.ts'
import { freshDatabase, isKept, keepAsTemplate } from './postgres.ts'

export type Where = 'embedded' | 'server'
export type OpenedDatabase = Awaited<ReturnType<typeof openDatabase>>

/** What a database holds when a test begins: what was brought into an empty one, or into another filling. */
export interface Filling {
  /** Lower-case letters, digits and _. */
  readonly name: string
  readonly model: Model
  /** What was there before; null where nothing was. */
  readonly on: Filling | null
  readonly fill: (database: OpenedDatabase) => Promise<unknown>
}

/** An authority with this model and nothing in it. */
export const empty = (model: Model = productModel): Filling => ({ name: 'empty', model, on: null, fill: async () => undefined })

/** A place of one's own that holds a filling. Remove it when done, after closing what was opened there. */
export async function readyPlace(where: Where, filling: Filling): Promise<{ place: Place; remove: () => Promise<void> }> {
  const template = await templateOf(where, filling)
  if (where === 'server') {
    const { url, drop } = await freshDatabase(template)
    return { place: { url, folder: '', schema: 'estuary' }, remove: drop }
  }
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-embedded-'))
  cpSync(join(cache, template), folder, { recursive: true })
  return { place: { folder, schema: 'estuary' }, remove: async () => rmSync(folder, { recursive: true, force: true }) }
}

/** The same, opened. Close it before it is removed. */
export async function openReady(
  where: Where,
  filling: Filling,
): Promise<{ database: OpenedDatabase; place: Place; remove: () => Promise<void> }> {
  const { place, remove } = await readyPlace(where, filling)
  try {
    return { database: await openDatabase(place, filling.model), place, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

const root = join(import.meta.dirname, '..', '..')
const cache = join(root, 'node_modules', '.cache', 'databases-for-tests')

/** Makes it where it is not there yet. @returns its name: of a folder in the cache, or of a database on the server */
async function templateOf(where: Where, filling: Filling): Promise<string> {
  const name = nameOf(filling)
  if (where === 'embedded')
    await once(
      name,
      async () => wasUsed(join(cache, name)),
      () => makeFolder(filling, name),
    )
  else
    await once(
      `${process.env['GOLDTHREAD_TEST_RUN']}-${name}`,
      () => isKept(name),
      () => makeOnServer(filling, name),
    )
  return name
}

async function makeFolder(filling: Filling, name: string): Promise<void> {
  removeUnused(filling)
  const folder = join(cache, `${name}-${randomBytes(4).toString('hex')}`)
  try {
    if (filling.on === null) mkdirSync(folder)
    else cpSync(join(cache, await templateOf('embedded', filling.on)), folder, { recursive: true })
    await openAndFill({ folder, schema: 'estuary' }, filling)
    renameSync(folder, join(cache, name))
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

async function makeOnServer(filling: Filling, name: string): Promise<void> {
  const made = await freshDatabase(filling.on === null ? undefined : await templateOf('server', filling.on))
  try {
    await openAndFill({ url: made.url, folder: '', schema: 'estuary' }, filling)
    await keepAsTemplate(made.url, name)
  } catch (error) {
    await made.drop()
    throw error
  }
}

async function openAndFill(place: Place, { model, fill }: Filling): Promise<void> {
  const database = await openDatabase(place, model)
  try {
    await fill(database)
  } finally {
    await database.close()
  }
}

/** Changes whenever the model or what makes the tables does; for what has been brought in, whenever any of the product or of the demonstration does. */
function nameOf(filling: Filling): string {
  const folders = filling.on === null ? ['src/engine/database/migrations', 'src/engine/records'] : ['src', 'demo', 'test/support']
  const makers = folders.map(signOf)
  const engine = readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')
  const sign = createHash('sha256').update(JSON.stringify([fingerprint(filling.model), makers, engine]))
  return `${filling.name}_${sign.digest('hex').slice(0, 24)}`
}

const signs = new Map<string, string>()

function signOf(folder: string): string {
  const known = signs.get(folder)
  if (known !== undefined) return known
  const sign = createHash('sha256')
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((each) => /(?<!\.test)\.(tsx?|sql)$/.test(each)).sort())
    sign.update(`${name}\n`).update(readFileSync(join(root, folder, name)))
  const found = sign.digest('hex')
  signs.set(folder, found)
  return found
}

function wasUsed(path: string): boolean {
  if (!existsSync(path)) return false
  utimesSync(path, new Date(), new Date())
  return true
}

/** Each is some 60 MB: those that no test has asked for within the hour were of a model that has since changed, and what holds records is soon of code that has. */
function removeUnused({ name: filling, on }: Filling): void {
  mkdirSync(cache, { recursive: true })
  const spared = (name: string): number => (on !== null && name.startsWith(`${filling}_`) ? 600_000 : 3_600_000)
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    if (used !== undefined && used < Date.now() - spared(name)) rmSync(path, { recursive: true, force: true })
  }
}

/** Makes what is not there, while other test files that want the same wait for it. */
async function once(name: string, isThere: () => Promise<boolean>, make: () => Promise<void>): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const lock = join(cache, `${name}.making`)
  while (!(await isThere())) {
    if (!takes(lock)) {
      await pause(100)
      continue
    }
    try {
      if (!(await isThere())) await make()
    } finally {
      rmSync(lock, { force: true })
    }
  }
}

/** Takes the lock, unless a process that lives holds it. */
function takes(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const holder = Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' }))
  if (holder > 0 && !isRunning(holder)) rmSync(lock, { force: true })
  return false
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
