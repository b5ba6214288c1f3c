import type { Column, Stating } from '../../engine/intake/telling.ts'
import type { RecordKind } from '../../engine/records/kind.ts'

/** What a table of the looked-after return is: its columns, and the records that a row states. */

/** How a cell becomes a field. `as` may part a cell that says two things; what it cannot part it gives back whole, to be refused with its reason. */
export interface Said {
  readonly field: string
  readonly column: string
  readonly as?: (cell: string) => string | null
  readonly by?: Column['by']
}

export interface Statement {
  readonly kind: RecordKind
  readonly said: readonly Said[]
  /** The same in every row. */
  readonly always?: Readonly<Record<string, string>>
  /** The return's own year, for what is said of a year. */
  readonly yearIn?: string
  /** Stated only where this column is filled. */
  readonly when?: string
  readonly same?: Stating['same']
  readonly perYear?: true
  /** An event said again in a later year stays; one left out when the same year is sent again was a mistake. */
  readonly withdraws: Stating['withdraws']
}

export interface ReturnTable {
  readonly name: string
  readonly columns: readonly string[]
  /** A table has one of these, whatever else is missing. */
  readonly signs: readonly string[]
  /** All are understood or the row is refused whole. The last is the row's own record; those before it are what it refers to or says besides. */
  readonly states: readonly Statement[]
  /** First and last date, which must not stand the other way round. */
  readonly inOrder?: readonly [string, string]
  /** Dates that lie in the year of the return, or before it: by these a file without a year is told. */
  readonly dates?: { readonly inYear: readonly string[]; readonly byThen: readonly string[] }
}

/** Names that the xml form and other years give to the same columns. */
const otherNames: Readonly<Record<string, string>> = {
  CHILDID: 'CHILD',
  CHILD_ID: 'CHILD',
  PL: 'PLACE',
  PLACE_POST: 'PL_POST',
  GENDER: 'SEX',
  ETHNICITY: 'ETHNIC',
  DOLOSTART: 'DOLO_START',
  DOLOEND: 'DOLO_END',
}

/** A column's name as the tables here have it: case, spaces and the names of other years do not matter. */
export function plainColumn(name: string): string {
  const plain = name
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')
    .replace(/[^A-Z0-9_]/g, '')
  return otherNames[plain] ?? plain
}
