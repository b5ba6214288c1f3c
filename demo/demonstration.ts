import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setClock } from '../src/authority/clock-settings.ts'
import { changeSetting } from '../src/authority/settings.ts'
import type { Database, Transaction } from '../src/engine/database/database.ts'
import { bringInFiles } from '../src/returns/bring-in.ts'
import { demoCouncil, demoPeople } from './people.ts'
import { demoProvider, type DemoProvider } from './sign-in/provider.tsx'
import { writeExtracts } from './small-authority/extracts.ts'
import { workers } from './small-authority/people.ts'

/** The day that counts as today in the small authority. */
const demoDay = '2016-03-03'

/** When the council brought its extracts in, so that "as known at" has a past to show. */
const moments = [
  { moment: 'january', at: '2016-02-01T08:30:00Z' },
  { moment: 'february', at: '2016-03-01T08:30:00Z' },
] as const

/**
 * Makes the demonstration ready: its people may sign in through a provider of its own, and, where asked and nothing is here yet, the
 * small authority is brought in by the importers, two extracts a month apart.
 */
export async function demonstration(
  database: Database,
  { port, fill, say }: { port: number; fill: boolean; say: (words: string) => void },
): Promise<DemoProvider> {
  const acting = { actor: 'demonstration', keys: ['staff', 'files'] }
  const empty = await database.transaction(
    { ...acting, role: 'reads' },
    async (tx) => (await tx.query('select id from person limit 1')).length === 0,
  )
  await database.transaction({ ...acting, role: 'writes' }, async (tx) => {
    for (const { account, name, role } of demoPeople) {
      const there = await tx.query('select id from account where subject = $1', [account])
      if (there.length === 0)
        await tx.run(`insert into account (subject, name, role, source) values ($1, $2, $3, 'goldthread')`, [account, name, role])
    }
  })
  if (fill && empty) await fillWithSmallAuthority(database, say)
  await database.transaction({ ...acting, role: 'writes' }, joinToWorkers)
  return demoProvider({ port, people: demoPeople, council: demoCouncil })
}

/** The people of the demonstration are workers of its case system, and its managers manage the teams they stand in there. */
async function joinToWorkers(tx: Transaction): Promise<void> {
  for (const { account, name, role } of demoPeople) {
    const worker = workers.find((each) => each.name === name)
    if (!worker) continue
    await tx.run(
      `update account set worker_id = (select id from professional where source_id = $2), team_id = (select id from team where source_id = $3)
       where subject = $1 and worker_id is null`,
      [account, worker.id, /manager/.test(role) ? worker.team : null],
    )
  }
}

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

/** Brings the small authority in. */
export async function fillWithSmallAuthority(database: Database, say: (words: string) => void = () => undefined): Promise<void> {
  const acting = { actor: 'imran.castellan@estuary.example', keys: ['staff', 'files'] }
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-demo-'))
  try {
    await database.transaction({ ...acting, role: 'writes' }, async (tx) => {
      for (const [inUseFrom, clocks] of Object.entries(inUse)) for (const clock of clocks) await setClock(tx, clock, { inUseFrom })
    })
    for (const { moment, at } of moments) {
      say(
        `Bringing in Estuary Council’s extracts of ${moment === 'january' ? '31 January' : '29 February'} 2016 (everyone in them is invented)`,
      )
      const paths = join(folder, moment)
      await writeExtracts(paths, { moment })
      await bringInFiles(database, { ...acting, at }, [paths], demoDay)
    }
    await database.transaction({ ...acting, role: 'writes' }, async (tx) => {
      await changeSetting(tx, 'council', demoCouncil)
      await changeSetting(tx, 'today', demoDay)
      await changeSetting(tx, 'caseload-limit', '18')
      await changeSetting(tx, 'caseload-limit-newly-qualified', '12')
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
