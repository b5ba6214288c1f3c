import type { SourceFile } from '../../engine/exchange/source-file.ts'
import type { FileIntake, Recognised } from '../../engine/intake/telling.ts'
import { inspectorsLists } from '../sources.ts'
import { plainHeading } from './list.ts'
import { listSheets, type ListSheet } from './sheets.ts'
import { childGatherer, isBlank, personPlan, rowStater, type Cell, type ChildSaid } from './state-rows.ts'

/** Reading Ofsted's Annex A: one workbook with up to eleven lists, a sheet each, told apart by their headings. */

/** Gives the workbook as Annex A, or null when no sheet of it is one of the lists. */
export async function recogniseAnnexA(file: SourceFile): Promise<Recognised | null> {
  const { lists, others } = await listSheets(file)
  if (lists.length === 0) return null
  return {
    path: file.path,
    format: 'Annex A',
    source: inspectorsLists,
    // The lists speak of the time before an inspection and do not say which.
    statedFor: null,
    saidFor: null,
    async read(intake) {
      for (const name of others) intake.remark(`The sheet "${name}" is none of the lists of Annex A and was not read.`)
      await readLists(lists, intake)
    },
  }
}

async function readLists(lists: readonly ListSheet[], intake: FileIntake): Promise<void> {
  const children = new Map<string, ChildSaid>()
  const gather = childGatherer(intake.today, children)
  for (const one of lists) if (one.list.number !== 11) for await (const { cell } of rowsOf(one)) gather(cell)
  const people = await personPlan(intake)
  for (const one of lists) {
    remarkTwice(one, intake)
    const state = await rowStater(intake, one.list, one.headings, people, children)
    for await (const { line, cell } of rowsOf(one)) state(line, cell)
    await intake.flush()
  }
}

async function* rowsOf({ sheet, headings, headingLine }: ListSheet): AsyncGenerator<{ line: number; cell: Cell }> {
  const place = new Map<string, number>()
  headings.forEach((heading, at) => {
    if (heading !== null && !place.has(plainHeading(heading))) place.set(plainHeading(heading), at)
  })
  for await (const { line, cells } of sheet.rows()) {
    if (line <= headingLine || cells.every(isBlank)) continue
    yield {
      line,
      cell(heading) {
        const found = cells[place.get(heading) ?? -1]
        return isBlank(found) ? null : (found as string)
      },
    }
  }
}

function remarkTwice({ headings, list }: ListSheet, intake: FileIntake): void {
  const seen = new Set<string>()
  for (const heading of headings) {
    if (heading === null) continue
    if (seen.has(plainHeading(heading))) intake.remark(`List ${list.number} has the heading "${heading}" twice; the first was read.`)
    seen.add(plainHeading(heading))
  }
}
