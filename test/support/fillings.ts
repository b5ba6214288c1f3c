/** What tests find brought in already, in a database made once for all of them. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDemonstration } from '../../demo/demonstration.ts'
import { writeExtracts } from '../../demo/small-authority/extracts.ts'
import { model } from '../../src/model.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'
import { empty, type Filling, type OpenedDatabase } from './ready-databases.ts'

const quiet = (): void => undefined

/** The children told by hand, as the demonstration shows them. */
export const toldByHand: Filling = {
  name: 'told',
  model,
  on: empty(),
  fill: (database) => makeDemonstration(database, { size: 'told' }, quiet),
}

/** The small whole authority, of the years 2013 to 2018 as they stood on 3 March 2016. */
export const smallWhole: Filling = {
  name: 'small',
  model,
  on: empty(),
  fill: (database) =>
    makeDemonstration(database, { size: 'small', seed: 1, from: 2013, to: 2018, planted: true, today: '2016-03-03' }, quiet),
}

/** What the case system gave of the children told by hand on 31 January 2016, brought in on the morning after. */
export const january: Filling = {
  name: 'january',
  model,
  on: empty(),
  fill: (database) => bringIn(database, 'january', '2016-02-01T08:30:00Z', '2016-02-01'),
}

/** And what it gave on 29 February. */
export const february: Filling = {
  name: 'february',
  model,
  on: january,
  fill: (database) => bringIn(database, 'february', '2016-03-01T08:30:00Z', '2016-03-03'),
}

async function bringIn(database: OpenedDatabase, moment: 'january' | 'february', at: string, today: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-filling-'))
  try {
    await writeExtracts(folder, { moment })
    await bringInFiles(database, { actor: 'tester', keys: ['staff', 'files'], at }, [folder], today)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
