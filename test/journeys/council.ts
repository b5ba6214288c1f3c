/** A small council for journeys: a database of its own, the pages of bringing data in, the demonstration's people, and a browser's files. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPeople } from '../../demo/people.ts'
import { smallTown, type SmallTown } from '../../demo/sign-in/small-town.tsx'
import { aboutPages } from '../../src/authority/about-pages.tsx'
import { keysOf, mayByRole } from '../../src/authority/permissions.ts'
import type { Database } from '../../src/engine/database/database.ts'
import { childPages } from '../../src/practice/person/child-pages.ts'
import { clockwork } from '../../src/clocks.ts'
import { childForms } from '../../src/practice/record/child-forms.tsx'
import { otherRecordPages } from '../../src/practice/record/other-records.tsx'
import { recordKinds } from '../../src/record-kinds.ts'
import { bringInPages } from '../../src/returns/pages/bring-in-pages.ts'
import { importJobs, type Jobs } from '../../src/returns/pages/jobs.ts'
import { pairsPages } from '../../src/returns/pages/pairs-page.tsx'
import { sources } from '../../src/returns/sources.ts'
import { empty, openReady } from '../support/ready-databases.ts'

export interface Council {
  readonly town: SmallTown
  readonly database: Database
  readonly jobs: Jobs
  /** A folder for files, emptied with the rest. */
  readonly folder: string
  close(): Promise<void>
}

/** The day on which the journeys are walked: the small authority's last extract is of that month. */
const today = '2016-03-03'

/** Starts the council. People are known without asking the database, so that a running import can be watched. */
export async function openCouncil(): Promise<Council> {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-journey-'))
  const { database, remove } = await openReady('embedded', empty())
  const reports: string[] = []
  const jobs = importJobs({ report: (line) => void reports.push(line) })
  await database.transaction({ actor: 'test', role: 'writes', keys: ['staff'] }, async (tx) => {
    for (const { account, name, role } of demoPeople)
      await tx.run(`insert into account (subject, name, role, source) values ($1, $2, $3, 'goldthread')`, [account, name, role])
  })
  const town = await smallTown({
    database,
    pages: [
      ...bringInPages({ database, kinds: recordKinds, todayOf: () => today, jobs }),
      ...pairsPages(recordKinds, () => today),
      ...childPages(recordKinds, () => today, clockwork, sources),
      ...childForms(
        recordKinds,
        () => today,
        sources,
        () => Promise.resolve(),
      ),
      ...otherRecordPages(
        recordKinds,
        () => today,
        sources,
        () => Promise.resolve(),
      ),
      ...aboutPages,
    ],
    permissions: mayByRole,
    people: (subject) => {
      const person = demoPeople.find(({ account }) => account === subject)
      return person ? { ...person, keys: keysOf(person.role) } : null
    },
    navigation: [
      { label: 'Bring in data', href: '/bring-in-data', may: 'bring in data' },
      { label: 'Likely pairs', href: '/pairs', may: 'decide pairs' },
    ],
    site: {
      product: 'Goldthread',
      council: 'Estuary Council',
      footer: {
        links: [
          { label: 'Help', href: '/help' },
          { label: 'Accessibility', href: '/accessibility' },
          { label: 'Privacy', href: '/privacy' },
        ],
        says: 'Every page you open is recorded. Everyone named here is invented.',
      },
    },
  })
  return {
    town,
    database,
    jobs,
    folder,
    close: async () => {
      await town.close()
      await jobs.idle()
      await database.close()
      await remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
