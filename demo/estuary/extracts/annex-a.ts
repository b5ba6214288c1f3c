import { professional, team } from '../../../src/authority/records.ts'
import { person } from '../../../src/practice/person/records.ts'
import type { Day } from '../days.ts'
import { adopters, listsOfCare } from './annex-care.ts'
import type { Names } from './annex-list.ts'
import { listsOfNeed } from './annex-need.ts'
import type { KnownBatch } from './known.ts'
import { workbookIn } from './workbook.ts'

/** Ofsted’s Annex A, the child-level lists 1 to 11, as they would be given to inspectors on a day: a workbook with a sheet for each. */

interface AnnexA {
  /** Writes the rows of a batch, known on the day of the lists. Teams and workers come before the children they have. */
  readonly put: (batch: KnownBatch) => void
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

export const annexAFile = (day: Day): string => `annex-a-${day}.xlsx`

export function annexAIn(folder: string, day: Day): AnnexA {
  const lists = [...listsOfNeed, ...listsOfCare]
  const book = workbookIn(
    folder,
    annexAFile(day),
    [...lists, adopters].map(({ number, headings }) => ({ name: `List ${number}`, headings })),
  )
  const [teams, workers] = [new Map<unknown, string>(), new Map<unknown, string>()]
  const names: Names = { team: (id) => teams.get(id) ?? null, worker: (id) => workers.get(id) ?? null }
  return {
    put(batch) {
      for (const { id, said } of batch.of(team)) if (said.name) teams.set(id, said.name)
      for (const { id, said } of batch.of(professional)) if (said.name) workers.set(id, said.name)
      for (const child of batch.of(person))
        for (const [at, { rows }] of lists.entries()) for (const row of rows(child, batch, names)) book.put(at, row)
      for (const row of adopters.rows(batch)) book.put(lists.length, row)
    },
    settle: book.settle,
    close: book.close,
  }
}
