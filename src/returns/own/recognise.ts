import type { RecordKind } from '../../engine/records/kind.ts'
import { ownTable, type OwnTable } from './layout.ts'

/** Which of our own tables a file is, told by its columns: none, one, or one that cannot be told from another. */
export interface OwnMatch {
  /** One; or the several that the columns fit equally. */
  readonly tables: readonly [OwnTable, ...OwnTable[]]
  /** How many of the file’s columns are the table’s. */
  readonly shared: number
}

/** A column’s name as our tables have it: case, spaces and hyphens do not matter. */
export const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/[^a-z0-9_]/g, '')

/**
 * Finds the table whose identifier and at least one other column are among the file’s columns; of several, the one that has most of them.
 * A file about one kind often holds the identifier of another, to which its records refer: it fits that one less.
 */
export function ownTableWith(columns: readonly string[], kinds: readonly RecordKind[]): OwnMatch | null {
  const found = new Set(columns.map(plainName))
  const fitting = kinds.flatMap((kind) => {
    if (!found.has(`${kind.table}_id`)) return []
    const table = ownTable(kind)
    const shared = table.columns.filter(({ name }) => found.has(name)).length
    return shared > 1 ? [{ table, shared }] : []
  })
  const most = Math.max(0, ...fitting.map(({ shared }) => shared))
  const [first, ...others] = fitting.filter(({ shared }) => shared === most).map(({ table }) => table)
  return first ? { tables: [first, ...others], shared: most } : null
}
