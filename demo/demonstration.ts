import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setClock } from '../src/authority/clock-settings.ts'
import { changeSetting, settingOf } from '../src/authority/settings.ts'
import { clockwork } from '../src/clocks.ts'
import { keepAll } from '../src/engine/clocks/keep.ts'
import type { Database, Transaction } from '../src/engine/database/database.ts'
import type { Driver } from '../src/engine/database/driver.ts'
import type { DemoAsked, WholeAsked } from '../src/commands/demo-asked.ts'
import { bringInFiles } from '../src/returns/bring-in.ts'
import { emptyAuthority } from './empty.ts'
import { loadAuthority, type Loaded } from './estuary/load.ts'
import { sizes, type WorldAsked } from './estuary/world.ts'
import { demoCouncil, demoPeople } from './people.ts'
import { writeExtracts } from './small-authority/extracts.ts'

/** What `npm start` shows. */
export const wholeAuthority: WholeAsked = { size: 'thurrock', seed: 1, from: 2013, to: 2018, planted: true }

type Made = Loaded | null

type Filled = Database & { readonly driver: Driver }

const acting = { actor: 'demonstration', keys: ['staff', 'files'] } as const

/** Whether any child is here. */
export async function isEmpty(database: Database): Promise<boolean> {
  return database.transaction({ ...acting, role: 'reads' }, async (tx) => (await tx.query('select id from person limit 1')).length === 0)
}

/** The demonstration that was made here, as words that say it again; null where none was: what is here may be somebody’s own. */
export async function madeHere(database: Database): Promise<DemoAsked | null> {
  const held = await database.transaction({ ...acting, role: 'reads' }, (tx) => settingOf(tx, 'demonstration'))
  return held === null ? null : (JSON.parse(held) as DemoAsked)
}

/** Lets the people of the demonstration sign in, and joins them to the workers that they are. */
export async function letPeopleIn(database: Database): Promise<void> {
  await database.transaction({ ...acting, role: 'writes' }, async (tx) => {
    for (const { account, name, role } of demoPeople) {
      const there = await tx.query('select id from account where subject = $1', [account])
      if (there.length === 0)
        await tx.run(`insert into account (subject, name, role, source) values ($1, $2, $3, 'goldthread')`, [account, name, role])
    }
    await joinToWorkers(tx)
  })
}

/** The people of the demonstration are workers of its case system, and its managers manage the teams they stand in there. */
async function joinToWorkers(tx: Transaction): Promise<void> {
  for (const { account, worker, manages } of demoPeople)
    if (worker !== null)
      await tx.run(
        `update account set worker_id = (select id from professional where source_id = $2), team_id = (select id from team where source_id = $3)
         where subject = $1 and worker_id is null`,
        [account, worker, manages],
      )
}

/**
 * Makes the demonstration in an empty database.
 * @param progress told what is being done, and how much of it, 0 to 1
 * @throws Error when there are children already.
 */
export async function makeDemonstration(
  database: Filled,
  asked: DemoAsked,
  progress: (words: string, share: number) => void,
): Promise<Made> {
  const loaded =
    asked.size === 'told' ? await bringInTold(database, (words) => progress(words, 0.5)) : await loadWhole(database, asked, progress)
  await database.transaction({ ...acting, role: 'writes' }, async (tx) => {
    await changeSetting(tx, 'council', demoCouncil)
    await changeSetting(tx, 'demonstration', JSON.stringify(asked))
    await changeSetting(tx, 'caseload-limit', '18')
    await changeSetting(tx, 'caseload-limit-newly-qualified', '14')
  })
  return loaded
}

/**
 * Makes the demonstration again, of another day: everything in it is thrown away first, what people wrote in it too.
 * @throws Error when what is here was not made as a demonstration.
 */
export async function makeAgain(database: Filled, asked: DemoAsked, progress: (words: string, share: number) => void): Promise<Made> {
  if (!(await isEmpty(database)) && (await madeHere(database)) === null)
    throw new Error('What is here was not made as a demonstration, and is left as it is.')
  await emptyAuthority(database)
  const made = await makeDemonstration(database, asked, progress)
  await letPeopleIn(database)
  return made
}

/** @throws Error when the years or the day are not those of a history. */
// Asked for while the program runs, which the search for dead code does not see.
// ts-unused-exports:disable-next-line
export function worldAsked({ size, seed, from, to, planted }: WholeAsked): WorldAsked {
  return { size: sizes[size], seed, from: `${from}-01-01`, to: `${to}-12-31`, planted }
}

/** The last Friday before Christmas of the last year: a day at work. */
export function todayOf({ today, to }: WholeAsked): string {
  if (today !== undefined) return today
  const day = new Date(Date.UTC(to, 11, 21))
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 2) % 7))
  return day.toISOString().slice(0, 10)
}

async function loadWhole(database: Filled, asked: WholeAsked, progress: (words: string, share: number) => void): Promise<Loaded> {
  const today = todayOf(asked)
  const words = `Making Estuary Council, ${asked.from} to ${asked.to} (everyone in it is invented)`
  progress(words, 0)
  const loaded = await loadAuthority(database, worldAsked(asked), { today, progress: (share) => progress(words, share * 0.6) })
  progress('Counting what is there', 0.6)
  await database.countAfresh()
  await database.transaction({ ...acting, role: 'writes' }, async (tx) => {
    await changeSetting(tx, 'today', today)
    // Of the years before the history begins only those still known in it are on record.
    await changeSetting(tx, 'figures-from', `${asked.from}-01`)
    for (const [inUseFrom, clocks] of Object.entries(inUseOfWhole)) for (const clock of clocks) await setClock(tx, clock, { inUseFrom })
  })
  let worked = 0
  await database.transaction({ ...acting, role: 'imports' }, (tx) =>
    keepAll(tx, clockwork, (subjects) => {
      worked = subjects
      progress('Working out what is due', 0.62 + 0.38 * Math.min(1, worked / Math.max(1, loaded.children)))
    }),
  )
  return loaded
}

/** Clocks that ask for what Estuary does not record, or not from the beginning. */
const inUseOfWhole: Readonly<Record<string, readonly string[]>> = {}

/** The day that counts as today among the children told by hand. */
const toldDay = '2016-03-03'

/** When the council brought its extracts in, so that "as known at" has a past to show. */
const moments = [
  { moment: 'january', at: '2016-02-01T08:30:00Z' },
  { moment: 'february', at: '2016-03-01T08:30:00Z' },
] as const

/**
 * Clocks that ask for what the council did not record, or not from the beginning: they count from the day on which it does. The records of
 * supervision begin in November 2014.
 */
const inUse = {
  '2015-01-01': ['case-supervision', 'case-supervision-other', 'supervision-monthly'],
  '2016-04-01': [
    'assessment-child-seen',
    'early-help-assessment',
    'early-help-review',
    'leaving-care-decision',
    'pre-proceedings-review',
    'secure-review',
    'secure-without-court',
    'step-down-handover',
  ],
} as const

/** Brings the children told by hand in, with the importers, as two extracts a month apart. */
async function bringInTold(database: Database, say: (words: string) => void): Promise<null> {
  const importing = { actor: 'imran.castellan@estuary.example', keys: ['staff', 'files'] }
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-demo-'))
  try {
    await database.transaction({ ...importing, role: 'writes' }, async (tx) => {
      for (const [inUseFrom, clocks] of Object.entries(inUse)) for (const clock of clocks) await setClock(tx, clock, { inUseFrom })
      await changeSetting(tx, 'today', toldDay)
    })
    for (const { moment, at } of moments) {
      say(
        `Bringing in Estuary Council’s extracts of ${moment === 'january' ? '31 January' : '29 February'} 2016 (everyone in them is invented)`,
      )
      const paths = join(folder, moment)
      await writeExtracts(paths, { moment })
      await bringInFiles(database, { ...importing, at }, [paths], toldDay)
    }
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
