import { countOf, thousands } from '../../engine/web/words.ts'
import type { ImportResult, PastImport } from './imports.ts'

/** How an import is spoken of. Whole sentences, written once. */

type Outcome = Pick<ImportResult, 'takenBackAt' | 'refusedFiles'> &
  Pick<PastImport, 'added' | 'changed' | 'unchanged' | 'withdrawn' | 'refused'>

/** What happened, as the heading of the result and the state in the list. */
export function outcomeOf({ takenBackAt, refusedFiles, added, changed, unchanged, withdrawn, refused }: Outcome): string {
  if (takenBackAt !== null) return 'Taken back'
  if (added + changed + unchanged + withdrawn === 0 && refused + refusedFiles > 0) return 'Nothing could be brought in'
  const except = refusedInWords(refused, refusedFiles)
  if (added + changed + withdrawn === 0) return except === '' ? 'Nothing new' : `Nothing new, and ${except} refused`
  return except === '' ? 'Brought in' : `Brought in, except ${except}`
}

/** What was refused, for a heading: '14 rows and 1 file'. */
export const refusedInWords = (rows: number, files: number): string =>
  [...(rows > 0 ? [countOf(rows, 'row', 'rows')] : []), ...(files > 0 ? [countOf(files, 'file', 'files')] : [])].join(' and ')

/** 'ssd_person.csv', or 'ssd_person.csv and 5 more'. */
export const filesInWords = (first: string, files: number): string => (files <= 1 ? first : `${first} and ${thousands(files - 1)} more`)

/** The sentence after an import was taken back. */
export function takenBackInWords({
  withdrawn,
  putBack,
  left,
}: {
  readonly withdrawn: number
  readonly putBack: number
  readonly left: number
}): string {
  const done = [
    `${countOf(withdrawn, 'record', 'records')} it added ${withdrawn === 1 ? 'is' : 'are'} withdrawn.`,
    `${countOf(putBack, 'record', 'records')} it changed or withdrew ${putBack === 1 ? 'is' : 'are'} as before.`,
  ]
  if (left > 0) done.push(`${countOf(left, 'record', 'records')} stayed: something later rests on ${left === 1 ? 'it' : 'them'}.`)
  return done.join(' ')
}
