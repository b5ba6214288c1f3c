import { join } from 'node:path'
import type { Day } from '../days.ts'
import type { Told } from '../telling.ts'
import { annexAFile, annexAIn } from './annex-a.ts'
import { beginCensuses, endCensuses, putCensuses } from './census.ts'
import { filesIn } from './files.ts'
import { knownBatch } from './known.ts'
import { putOwn } from './own.ts'
import { beginSsd, putSsd } from './ssd.ts'
import { begin903, put903 } from './ssda903.ts'
import { yearsOf } from './year.ts'

/** Of which history the extracts are. */
interface Extracting {
  readonly from: Day
  /** The last day: what was recorded by then is what the extracts know. */
  readonly to: Day
  /** The day of the inspectors’ lists; the last day, where it is not given. */
  readonly annexA?: Day
}

/**
 * Writes into a folder what the authority’s systems give out: the Standard Safeguarding Dataset and our own tables, the looked-after return and
 * the census of each year, as things were known on the last day; and the inspectors’ lists as they were known on a day. Nothing is kept of
 * one batch when the next comes. The same batches give the same bytes.
 * @param batches each all records about one child, or records of workers, households, the council; teams and workers come first.
 * @returns the paths written, in the order of the alphabet.
 */
export async function writeExtracts(
  folder: string,
  batches: Iterable<readonly Told[]>,
  { from, to, annexA = to }: Extracting,
): Promise<readonly string[]> {
  const files = filesIn(folder)
  const lists = annexAIn(join(folder, 'annex-a'), annexA)
  const years = yearsOf(from, to)
  const begun = new Set<string>()
  beginSsd(files)
  begin903(files, years)
  beginCensuses(files, years)
  for (const told of batches) {
    const known = knownBatch(told, to)
    putSsd(files, known)
    putOwn(files, known, begun)
    put903(files, known, told, years)
    putCensuses(files, known, told, years)
    lists.put(annexA === to ? known : knownBatch(told, annexA))
    await files.settle()
    await lists.settle()
  }
  endCensuses(files, years)
  await lists.close()
  const written = [...(await files.close()), `annex-a/${annexAFile(annexA)}`]
  return written.sort().map((name) => join(folder, name))
}
