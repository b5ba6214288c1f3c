import { readSheets, type Sheet } from '../../engine/exchange/xlsx.ts'
import type { SourceFile } from '../../engine/exchange/source-file.ts'
import { headingsOf, plainHeading, type AnnexList } from './list.ts'
import { listsOfCare } from './lists-of-care.ts'
import { listsOfNeed } from './lists-of-need.ts'

/** Finding the lists among the sheets of a workbook: by the sheet's name, but never against its headings. */

const annexLists: readonly AnnexList[] = [...listsOfNeed, ...listsOfCare]

export interface ListSheet {
  readonly sheet: Sheet
  readonly list: AnnexList
  /** The row of the headings: a title may stand above it. */
  readonly headingLine: number
  /** As written, by column. */
  readonly headings: readonly (string | null)[]
}

const rowsLookedAt = 20

/** The sheets that are lists, and the names of those that are not. */
export async function listSheets(file: SourceFile): Promise<{ lists: ListSheet[]; others: string[] }> {
  const lists: ListSheet[] = []
  const others: string[] = []
  for (const sheet of await readSheets(file)) {
    const found = await listOn(sheet)
    if (found) lists.push(found)
    else others.push(sheet.name)
  }
  return { lists, others }
}

async function listOn(sheet: Sheet): Promise<ListSheet | null> {
  let looked = 0
  for await (const { line, cells } of sheet.rows()) {
    const list = listWith(cells, sheet.name)
    if (list) return { sheet, list, headingLine: line, headings: cells }
    if (++looked >= rowsLookedAt) break
  }
  return null
}

/**
 * The list that has most of these headings. Those that many lists share (the child, the worker) are too few to tell one, so at least
 * half of a list's headings must be there, or those of the list that the sheet's name says.
 */
function listWith(cells: readonly (string | null)[], sheetName: string): AnnexList | null {
  const found = new Set(cells.flatMap((cell) => (cell === null ? [] : [plainHeading(cell)])))
  if (!found.has(plainHeading('Child Unique ID')) && !found.has(plainHeading('Individual adopter identifier'))) return null
  const named = Number(/\blist[ _-]*0*(\d{1,2})\b/i.exec(sheetName)?.[1] ?? 0)
  const scored = annexLists
    .map((list) => {
      const headings = headingsOf(list)
      const shared = headings.filter((heading) => found.has(heading)).length
      return { list, share: shared / headings.length, shared }
    })
    .sort((a, b) => b.share - a.share)
  const [best] = scored
  const said = scored.find(({ list }) => list.number === named)
  if (said && best && said.share >= 0.3 && said.shared >= 3 && said.share >= best.share * 0.8) return said.list
  return best && best.share >= 0.5 ? best.list : null
}
