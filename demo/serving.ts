import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DemoAsked, WholeAsked } from '../src/commands/demo-asked.ts'
import type { Database } from '../src/engine/database/database.ts'
import type { Driver } from '../src/engine/database/driver.ts'
import { openDatabase, type Place } from '../src/engine/records/open.ts'
import { model } from '../src/model.ts'
import { demoDays } from './days-of-demo.ts'
import { isEmpty, letPeopleIn, makeDemonstration, wholeAuthority } from './demonstration.ts'
import { demoCouncil, demoPeople } from './people.ts'
import { demoProvider, type DemoProvider } from './sign-in/provider.tsx'

type Filled = Database & { readonly driver: Driver }

/** What a server needs to show the demonstration. */
export interface Served {
  readonly database: Database
  readonly provider: DemoProvider
  /** Settles what is still being made. */
  readonly close: () => Promise<void>
}

export interface Serving {
  readonly port: number
  readonly say: (words: string) => void
}

/** Makes a database ready that is open: fills it where it is empty and something is asked for, and lets the invented people sign in. */
export async function serveDemonstration(database: Filled, asked: DemoAsked | null, { port, say }: Serving): Promise<Served> {
  if (asked !== null && (await isEmpty(database))) await makeDemonstration(database, asked, said(say))
  await letPeopleIn(database)
  const days = await demoDays(() => database, say)
  return { database, provider: demoProvider({ port, people: demoPeople, council: demoCouncil, days }), close: async () => undefined }
}

/**
 * Shows a small authority at once, while a whole one is made by another process in the folder where it is to stay; then shows that.
 * @param place an embedded database that is not there yet
 * @param make the words of the command line that make the whole authority there
 */
// Asked for while the program runs, which the search for dead code does not see.
// ts-unused-exports:disable-next-line
export async function serveMeanwhile(place: Place, make: readonly string[], { port, say }: Serving): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-meanwhile-'))
  const meanwhile: WholeAsked = { ...wholeAuthority, size: 'small' }
  let making: { words: string; share: number } | null = { words: 'The whole authority is being made', share: 0 }
  const maker = made(make, (words, share) => (making = { words, share }))
  let shown: Filled = await openDatabase({ folder, schema: place.schema }, model)
  await makeDemonstration(shown, meanwhile, () => undefined)
  await letPeopleIn(shown)
  let days = await demoDays(() => shown, say)
  const whole = maker.done
    .then(async () => {
      const small = shown
      const ready = await openDatabase(place, model)
      await letPeopleIn(ready)
      const readyDays = await demoDays(() => ready, say)
      shown = ready
      days = readyDays
      say('The whole authority is there: open the page again.')
      await small.close()
      await rm(folder, { recursive: true, force: true })
    })
    .catch((error: unknown) =>
      say(`The whole authority could not be made, so the small one stays: ${error instanceof Error ? error.message : String(error)}`),
    )
    .finally(() => (making = null))
  const provider = demoProvider({
    port,
    people: demoPeople,
    council: demoCouncil,
    days: { about: () => days.about(), busy: () => days.busy(), goTo: (typed) => days.goTo(typed) },
    making: () => making,
  })
  return {
    provider,
    database: {
      where: 'embedded',
      schema: place.schema,
      transaction: (as, work) => shown.transaction(as, work),
      countAfresh: () => shown.countAfresh(),
      close: () => shown.close(),
    },
    close: async () => {
      maker.stop()
      await whole
      await shown.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const said = (say: (words: string) => void): ((words: string, share: number) => void) => {
  let last = ''
  return (words, share) => {
    const now = `${words}: ${Math.floor(share * 10) * 10} %`
    if (now !== last) say(now)
    last = now
  }
}

/** The program run again, to make an authority. What it says of how far it is comes line by line. */
function made(words: readonly string[], progress: (words: string, share: number) => void): { done: Promise<void>; stop: () => void } {
  const program: ChildProcess = spawn(process.execPath, [...process.execArgv, process.argv[1] as string, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  program.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-4_000)
    const line = told.split('\n').at(-2)
    const share = /: (\d+) %$/.exec(line ?? '')
    if (line && share) progress(line.slice(0, share.index), Number(share[1]) / 100)
  })
  const done = new Promise<void>((ended, failed) => {
    program.once('error', failed)
    program.once('exit', (code) => (code === 0 ? ended() : failed(new Error(told.trim().split('\n').at(-1) ?? 'it stopped'))))
  })
  return { done, stop: () => void program.kill('SIGTERM') }
}
