import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from './lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goldthread-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const leave = (holder: object | string): void =>
  writeFileSync(join(folder, 'goldthread.lock'), typeof holder === 'string' ? holder : JSON.stringify(holder))

/** The number of a process that has been and gone. */
const goneProcess = (): Promise<number> =>
  new Promise((resolve) => {
    const gone = spawn(process.execPath, ['-e', ''])
    gone.once('exit', () => resolve(gone.pid as number))
  })

test('a folder that is in use is refused, naming the process, since when, and what to do', () => {
  const lock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(
    new RegExp(
      `^The data in ${folder} is in use by process ${process.pid} on ${hostname()} since \\d{4}-\\d\\d-\\d\\dT.*Z\\. Stop that process first, name another folder with --data, or set DATABASE_URL to a PostgreSQL server, which many can use at once\\.$`,
    ),
  )
  lock.release()
  lockFolder(folder).release()
  expect(readdirSync(folder)).toEqual([])
})

test('a lock left by a process that has ended is taken over', async () => {
  leave({ process: await goneProcess(), host: hostname(), since: '2016-02-01T09:00:00.000Z' })
  lockFolder(folder).release()
})

test('a lock left by an earlier process that had our number is taken over: in a container every start has the same', () => {
  leave({ process: process.pid, host: hostname(), since: '2016-02-01T09:00:00.000Z' })
  lockFolder(folder).release()
})

test('a lock cut short when its process was killed is taken over', () => {
  leave('{"process": 12')
  lockFolder(folder).release()
})

test('a lock of another machine stands, because nothing here can tell whether its process still runs', () => {
  leave({ process: 1, host: 'another-machine', since: '2016-02-01T09:00:00.000Z' })
  expect(() => lockFolder(folder)).toThrow('in use by process 1 on another-machine since 2016-02-01T09:00:00.000Z')
})

test('a folder that is not there is made, for its owner alone', () => {
  const made = join(folder, 'council', 'data')
  const lock = lockFolder(made)
  expect(readdirSync(made)).toEqual(['goldthread.lock'])
  lock.release()
})
