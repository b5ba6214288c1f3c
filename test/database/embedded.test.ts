import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/engine/records/open.ts'
import { ships } from '../support/ships.ts'
import { acting, freshForOneTest } from '../support/two-databases.ts'

const root = join(import.meta.dirname, '..', '..')

describe('a folder with an embedded database', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goldthread-embedded-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is one process’s at a time: a second is told which has it and what to do, and the first goes on undisturbed', async () => {
    const { database, place } = await freshForOneTest('embedded', ships)
    await database.transaction(acting('writes'), (tx) => tx.run(`insert into ship (name, source) values ('Held', 'test')`))
    const said = await inAnotherProcess(place.folder)
    expect(said).toMatch(
      new RegExp(
        `^The data in ${place.folder} is in use by process ${process.pid} on ${hostname()} since .*Stop that process first, name another folder with --data, or set DATABASE_URL`,
      ),
    )
    await expect(openDatabase(place, ships)).rejects.toThrow(`is in use by process ${process.pid}`)
    expect(await database.transaction(acting('reads'), (tx) => tx.query('select name from ship'))).toEqual([{ name: 'Held' }])
  })

  test('opens again after the process that had it was killed', async () => {
    const { database, place } = await freshForOneTest('embedded', ships)
    await database.transaction(acting('writes'), (tx) => tx.run(`insert into ship (name, source) values ('Left', 'test')`))
    await database.close()
    cpSync(place.folder, folder, { recursive: true })
    writeFileSync(
      join(folder, 'goldthread.lock'),
      JSON.stringify({ process: await goneProcess(), host: hostname(), since: '2016-02-01T09:00:00.000Z' }),
    )
    const again = await openDatabase({ folder, schema: 'estuary' }, ships)
    try {
      expect(await again.transaction(acting('reads'), (tx) => tx.query('select name from ship'))).toEqual([{ name: 'Left' }])
    } finally {
      await again.close()
    }
    expect(existsSync(join(folder, 'goldthread.lock'))).toBe(false)
  })

  test('that holds no database it can read is refused with a sentence, and is not left locked', async () => {
    writeFileSync(join(folder, 'postgres'), 'not a folder')
    await expect(openDatabase({ folder, schema: 'estuary' }, ships)).rejects.toThrow(
      `The embedded database in ${folder} could not be opened: `,
    )
    expect(existsSync(join(folder, 'goldthread.lock'))).toBe(false)
  })
})

describe('an open embedded database', () => {
  test('lets everything else go on while it thinks', async () => {
    const { database } = await freshForOneTest('embedded', ships)
    let ticks = 0
    let longest = 0
    let before = performance.now()
    const clock = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - before)
      before = now
      ticks++
    }, 10)
    const began = performance.now()
    const [found] = await database.transaction(acting('reads'), (tx) =>
      tx.query<{ n: number }>('select count(*) as n from generate_series(1, 1500) a, generate_series(1, 1500) b where (a * b) % 7 = 1'),
    )
    const took = performance.now() - began
    clearInterval(clock)
    expect(found?.n).toBeGreaterThan(100_000)
    // Were the pages to wait for it, the clock would not have ticked once; on a busy machine it ticks late, but it ticks.
    expect(took).toBeGreaterThan(100)
    expect(ticks).toBeGreaterThan(took / 100)
    expect(longest).toBeLessThan(took / 2 + 50)
  })

  test('has one transaction at a time: another waits its turn and loses nothing', async () => {
    const { database } = await freshForOneTest('embedded', ships)
    const order: string[] = []
    const slow = database.transaction(acting('writes'), async (tx) => {
      order.push('slow begins')
      await pause(60)
      await tx.run(`insert into ship (name, source) values ('Slow', 'test')`)
      order.push('slow ends')
    })
    const quick = database.transaction(acting('reads'), async (tx) => {
      order.push('quick begins')
      return tx.query('select name from ship')
    })
    await slow
    expect(await quick).toEqual([{ name: 'Slow' }])
    expect(order).toEqual(['slow begins', 'slow ends', 'quick begins'])
  })

  test('waits, when closed, for what was begun, and says afterwards that it has stopped', async () => {
    const { database } = await freshForOneTest('embedded', ships)
    const last = database.transaction(acting('writes'), async (tx) => {
      await pause(30)
      return tx.run(`insert into ship (name, source) values ('Last', 'test')`)
    })
    await database.close()
    expect(await last).toBe(1)
    await expect(database.transaction(acting('reads'), (tx) => tx.query('select 1'))).rejects.toThrow('The embedded database has stopped.')
    await database.close() // Closed once more, it is closed.
  })
})

/** Opens the folder in a process of its own, and gives the sentence with which that was refused. */
function inAnotherProcess(folder: string): Promise<string> {
  const program = `
    const { openDatabase } = await import(${JSON.stringify(join(root, 'src/engine/records/open.ts'))})
    await openDatabase({ folder: ${JSON.stringify(folder)}, schema: 'estuary' }, { kinds: [], views: [] }).then(
      async (database) => { await database.close(); console.log('it was opened') },
      (error) => console.log(error.message),
    )`
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
    child.once('error', reject)
    child.once('close', () => resolve(said.trim()))
  })
}

/** The number of a process that has been and gone. */
const goneProcess = (): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', ''])
    child.once('exit', () => resolve(child.pid as number))
  })
