import { clockwork } from '../clocks.ts'
import { keepSince } from '../engine/clocks/keep.ts'
import type { Acting, Database } from '../engine/database/database.ts'
import { bringIn, type Intake, type Progress } from '../engine/intake/intake.ts'
import { resultOf, type FileResult } from '../engine/intake/result.ts'
import { takeBack } from '../engine/intake/take-back.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { person } from '../practice/person/records.ts'
import { findSameChildren } from '../practice/person/same-child.ts'
import { recordKinds } from '../record-kinds.ts'
import { recognise } from './recognise.ts'
import { sources } from './sources.ts'
import { periodsFromSsdEpisodes } from './ssd/periods-of-care.ts'
import { careHistoryFrom903 } from './ssda903/care-history.ts'

const intakeOf = (kinds: readonly RecordKind[]): Intake => ({
  kinds,
  subject: person,
  sources,
  derivations: [periodsFromSsdEpisodes, careHistoryFrom903],
  afterTelling: (tx, source, staged) => findSameChildren(tx, source.id, staged),
  afterAll: (tx, since, progress) =>
    keepSince(tx, clockwork, since, (subjects) => progress(`Working out what is due: ${subjects.toLocaleString('en-GB')}`)),
})

export interface Brought {
  readonly import: string
  readonly files: readonly FileResult[]
}

/**
 * Brings files, folders and zips in, whatever they hold: one transaction, all of it or none.
 * @param today plain date; events after it are refused.
 * @param kinds the kinds of record that the database holds.
 * @throws Error when a path does not exist.
 */
export async function bringInFiles(
  database: Database,
  as: Omit<Acting, 'role'>,
  paths: readonly string[],
  today: string,
  progress: Progress = () => undefined,
  kinds: readonly RecordKind[] = recordKinds,
): Promise<Brought> {
  progress('Looking at the files')
  const files = await recognise(paths, kinds)
  const id = await bringIn(database, as, files, intakeOf(kinds), today, progress)
  progress('Counting what is there')
  // The files are in by now: that counting failed would only make pages slower, and must not be told as a failed import.
  await database.countAfresh().catch(() => undefined)
  return { import: id, files: await database.transaction({ ...as, role: 'reads' }, (tx) => resultOf(tx, id, kinds)) }
}

/** Takes an import back, and works out afresh what is due for those it touched. @throws Error when there is no such import or it has been taken back before. */
export const takeBackImport = (
  database: Database,
  as: Omit<Acting, 'role' | 'reason'>,
  id: string,
  kinds: readonly RecordKind[],
): ReturnType<typeof takeBack> => takeBack(database, as, id, kinds, (tx, since) => keepSince(tx, clockwork, since))
