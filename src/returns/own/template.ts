import { writeCsvRow } from '../../engine/exchange/csv.ts'
import type { Code, Field, FieldType, RecordKind } from '../../engine/records/kind.ts'
import { ownTable, type OwnColumn } from './layout.ts'

/** Our own tables explained to whoever fills them: the header line, and what each column takes. */

/** A column in words. */
export interface Explained {
  readonly column: string
  /** The field’s label, as on pages. */
  readonly label: string
  /** What a cell takes. */
  readonly holds: string
  /** When the column must be there, and be filled. */
  readonly needed: Needed
  /** The values of its list, where it has one. */
  readonly codes: readonly Pick<Code, 'code' | 'label'>[]
  readonly note: string | null
}

type Needed = 'always' | 'for a new record, never blank' | 'for a new record, may be blank' | 'no'

/** The line with which a file of this kind begins, every column in it; with its line end. */
export const headerLine = (kind: RecordKind): string => writeCsvRow(ownTable(kind).columns.map(({ name }) => name))

/** Every column of the kind’s table. */
export function explain(kind: RecordKind): Explained[] {
  const { columns, needed } = ownTable(kind)
  return columns.map((column): Explained => {
    const { name, holds, field } = column
    const declared = field === null ? null : (kind.fields[field] as Field)
    if (holds !== 'field') return { column: name, ...identifiers(kind, column), codes: [], note: null }
    const { label, required, note, list } = declared as Field
    return {
      column: name,
      label,
      holds: cellOf(declared as Field),
      needed: required ? 'for a new record, never blank' : needed.includes(name) ? 'for a new record, may be blank' : 'no',
      codes: (list?.codes ?? []).map(({ code, label: words }) => ({ code, label: words })),
      note: note ?? null,
    }
  })
}

function identifiers(kind: RecordKind, { holds }: OwnColumn): Pick<Explained, 'label' | 'holds' | 'needed'> {
  if (holds === 'key')
    return {
      label: 'Identifier',
      holds: `the number that your system gives the ${kind.name.toLowerCase()}; no two are the same`,
      needed: 'always',
    }
  return { label: 'Whom it is about', holds: 'the council’s own number of the child', needed: 'for a new record, never blank' }
}

const cells: Readonly<Record<FieldType, string>> = {
  text: 'words',
  identifier: 'a number or name, as it is written elsewhere',
  date: 'a date: 31/01/2016 or 2016-01-31',
  moment: 'a date, with the time where it is known: 31/01/2016 18:40',
  partialDate: 'a date, with zz for a day or month and zzzz for a year that is not known',
  yesNo: 'Y or N',
  whole: 'a whole number',
  decimal: 'a number',
  code: 'one code of the list',
  codes: 'codes of the list with commas between, or a JSON array of them',
  flags: 'a JSON object: for each code of the list, Y, N or words',
  words: 'a JSON object of headings and words',
  reference: 'the identifier of another record',
}

function cellOf({ type, to, mayBeAhead }: Field): string {
  const referred = to?.()
  if (referred) return `the identifier of the ${referred.name.toLowerCase()} in its own source`
  const ahead = type === 'date' || type === 'moment' ? (mayBeAhead ? '; it may lie ahead' : '; not after today') : ''
  return `${cells[type]}${ahead}`
}
