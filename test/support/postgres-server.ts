/**
 * A throw-away PostgreSQL server for one run of the tests: its own folder, its own port on this machine, a password of its own,
 * nothing written safely to disk. It ends with the run, however the run ends.
 */

import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export interface ServerForTests {
  /** Address of its first database, as a superuser. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts the server. Gives null where the tests are to do without one: the quick run, an address of one's own in DATABASE_URL_FOR_TESTS,
 * or no PostgreSQL on this machine (`npm test` says so, and with GOLDTHREAD_ALL=1 fails for it).
 * @throws Error when PostgreSQL does not start, with what it said.
 */
export async function startServer(): Promise<ServerForTests | null> {
  if (process.env['GOLDTHREAD_QUICK'] === '1' || process.env['DATABASE_URL_FOR_TESTS']) return null
  const programs = postgresPrograms()
  if (programs === null) return null
  const account = unprivilegedAccount()
  const folder = mkdtempSync(join(account ? '/tmp' : tmpdir(), 'goldthread-postgres-'))
  if (account) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
  try {
    const password = randomBytes(16).toString('hex')
    makeCluster(programs, folder, password, account)
    const port = await freePort()
    const keeper = keepRunning(programs, folder, port, account)
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
    await untilItAnswers(url, keeper, folder)
    return { url, stop: () => stop(keeper, folder) }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** The folder with `initdb` and `postgres`: the newest under /usr/lib/postgresql (where Debian keeps them off the PATH), else on the PATH. Null where there is none. */
function postgresPrograms(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}

interface Account {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root: there it runs as `postgres`, or as `nobody`. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = ['postgres', 'nobody']
    .map((name) => accounts.find((account) => account[0] === name))
    .find((account) => account !== undefined)
  if (found === undefined)
    throw new Error('PostgreSQL does not run as root, and this machine has no account named postgres or nobody to run it as.')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Sorted as English is (ICU): an order that the embedded database does not have, so that no test leans on one of the two. */
function makeCluster(programs: string, folder: string, password: string, account: Account | undefined): void {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  if (account) chownSync(passwordFile, account.uid, account.gid)
  const english = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-GB', '--locale=C']
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  execFileSync(join(programs, 'initdb'), ['-D', join(folder, 'data'), ...access, ...english, '--no-sync'], {
    ...account,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/**
 * Starts the server beneath a shell that waits for its input to end. The input is ours: it ends when we close it, and just as well
 * when this process is interrupted or killed, so no server and no folder stays behind. A process group of its own keeps Ctrl-C from it.
 */
function keepRunning(programs: string, folder: string, port: number, account: Account | undefined): ChildProcess {
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'listen_addresses=127.0.0.1',
    'max_connections=60',
    // An import touches every table, its history and their indexes in one transaction, and two databases are filled at once.
    'max_locks_per_transaction=256',
    'autovacuum=off',
    // To compile a query takes longer than any query of a test.
    'jit=off',
  ]
  const script =
    'folder=$1; shift; "$@" </dev/null >"$folder/log" 2>&1 & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$folder"'
  const server = [
    join(programs, 'postgres'),
    '-D',
    join(folder, 'data'),
    '-k',
    folder,
    '-p',
    String(port),
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  return spawn('/bin/sh', ['-c', script, 'sh', folder, ...server], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port was given.')),
      )
    })
  })
}

async function untilItAnswers(url: string, keeper: ChildProcess, folder: string): Promise<void> {
  const until = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => undefined)
      if (Date.now() > until) {
        const log = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : 'It said nothing.'
        await stop(keeper, folder)
        throw new Error(`PostgreSQL did not start for the tests within 30 seconds (${String(error)}). ${log}`, { cause: error })
      }
      await pause(100)
    }
  }
}

async function stop(keeper: ChildProcess, folder: string): Promise<void> {
  const ended = keeper.exitCode === null ? new Promise((resolve) => keeper.once('exit', resolve)) : Promise.resolve()
  keeper.stdin?.end()
  await ended
  rmSync(folder, { recursive: true, force: true })
}
