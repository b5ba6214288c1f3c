import type { Element } from '../../engine/exchange/xml.ts'
import { plainColumn, type ReturnTable } from './table.ts'
import { episodes } from './tables-of-care.ts'
import { ad1, header, oc2, oc3, uasc } from './tables-of-children.ts'
import { tableWith } from './tables.ts'

/** The xml form of the return: one CHILD element with what the tables of the csv form say in rows. */

export interface XmlRow {
  readonly table: ReturnTable
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** Tables whose items stand in the child's HEADER itself and not in an element of their own. */
const inHeader: readonly ReturnTable[] = [oc3, ad1]

/**
 * The rows of every table that one CHILD element holds. An element inside it is known by what it holds, not by its own name: the names
 * for social workers and deprivation of liberty orders are not in our sources.
 * @returns the rows, the child's own first, and the names of what is not the return's.
 */
export function rowsOfChild(child: Element): { rows: XmlRow[]; unknown: string[] } {
  const top = child.inside.find(({ name, inside }) => plainColumn(name) === 'HEADER' && inside.length > 0) ?? child
  const own = leaves(top)
  const id = own.get('CHILD') ?? leaves(child).get('CHILD')
  const whose = new Map(id === undefined ? [] : [['CHILD', id] as const])
  const rows: XmlRow[] = [{ table: header, line: top.line, cells: only(own, header, whose) }]
  const unknown = [...own.keys()].filter(
    (name) => name !== 'UASC' && name !== 'DUC' && ![header, ...inHeader].some(({ columns }) => columns.includes(name)),
  )
  for (const table of inHeader) {
    const cells = only(own, table, whose)
    if (table.signs.some((sign) => cells.has(sign))) rows.push({ table, line: top.line, cells })
  }
  // The csv form has a table of these children, the xml form a flag and the day it ended.
  if (/^(1|1\.0|y|yes|true)$/i.test(own.get('UASC') ?? '') || own.has('DUC'))
    rows.push({ table: uasc, line: top.line, cells: only(own, uasc, whose) })
  for (const part of [...new Set([...top.inside, ...child.inside])]) {
    if (part === top || part.inside.length === 0) continue
    const cells = new Map([...whose, ...leaves(part)])
    const table = tableOf([...cells.keys()])
    if (table === null) unknown.push(part.name)
    else rows.push({ table, line: part.line, cells })
  }
  return { rows, unknown }
}

/** A single item is enough to know an element by, where a file must show more of its table. */
function tableOf(columns: readonly string[]): ReturnTable | null {
  return (
    tableWith(['CHILD', 'DOB', ...columns])?.table ??
    [episodes, oc2].find(({ signs }) => signs.some((sign) => columns.includes(sign))) ??
    null
  )
}

const leaves = (element: Element): Map<string, string> =>
  new Map(
    element.inside.flatMap(({ name, text, inside }) => (inside.length === 0 && text !== null ? [[plainColumn(name), text] as const] : [])),
  )

const only = (all: ReadonlyMap<string, string>, table: ReturnTable, whose: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...whose, ...[...all].filter(([name]) => name !== 'CHILD' && table.columns.includes(name))])
