import { closeSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** The embedded database does not guard its folder: two processes at once would spoil it. So we hold a lock file of our own. */
export interface FolderLock {
  release(): void
}

/** Locks that this very process holds. A lock that names our number and is not among them is of an earlier process: in a container each start has the same. */
const ours = new Set<string>()

/**
 * Takes the folder for this process. A lock left by a process that has ended is taken over.
 * @throws Error with a sentence naming the process that holds it.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(realpathSync(folder), 'goldthread.lock')
  for (let tries = 0; tries < 20; tries++) {
    try {
      const file = openSync(path, 'wx', 0o600)
      writeSync(file, JSON.stringify({ process: process.pid, host: hostname(), since: new Date().toISOString() }))
      closeSync(file)
      ours.add(path)
      return {
        release: () => {
          ours.delete(path)
          rmSync(path, { force: true })
        },
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = holderOf(path)
      if (holder && (holder.host !== hostname() || isRunning(holder.process, path))) {
        throw new Error(
          `The data in ${folder} is in use by process ${holder.process} on ${holder.host} since ${holder.since}. ` +
            'Stop that process first, name another folder with --data, or set DATABASE_URL to a PostgreSQL server, which many can use at once.',
        )
      }
      rmSync(path, { force: true })
    }
  }
  throw new Error(`The lock ${path} could not be taken: other processes keep taking it.`)
}

function holderOf(path: string): { process: number; host: string; since: string } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { process: number; host: string; since: string }
  } catch {
    return null
  }
}

function isRunning(id: number, path: string): boolean {
  if (id === process.pid) return ours.has(path)
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
