import { copyCell } from '../../src/engine/database/copy-text.ts'
import { columnsOf, type Field, type RecordKind } from '../../src/engine/records/kind.ts'
import { peopleHere } from '../../src/engine/records/write.ts'

/** Lines of one table that wait for more of them. */
export interface Waiting {
  readonly into: string
  lines: string[]
  letters: number
}

/** A kind’s two tables, and how values become cells of their rows. */
export interface Shape {
  readonly now: Waiting
  readonly history: Waiting
  /** The cells of a row of which nothing is said yet, but who says it. */
  readonly blank: readonly string[]
  /** Puts into the cells what is said anew. */
  readonly say: (cells: string[], values: Readonly<Record<string, unknown>>) => void
}

/** A cell in which nothing is said. */
export const nothing = '\\N'

/** Where the columns that every table has stand in a row; the kind’s own come after them. */
export const place = { id: 0, source: 1, sourceId: 2, withdrawnAt: 3, others: 4, knownFrom: 5, changedBy: 6, reason: 7, person: 8 } as const

/** @param referredTo the identifier of a record, by its table and its number; null where it is not there, and the cell stays blank */
export function shapeOf(kind: RecordKind, referredTo: (table: string, id: string) => string | null): Shape {
  const columns = ['id', 'source', 'source_id', 'withdrawn_at', 'others', 'known_from', 'changed_by', 'reason']
  if (kind.about) columns.push('person_id')
  const cellsOf = new Map<string, (cells: string[], value: unknown) => void>()
  for (const [name, field] of Object.entries(kind.fields)) {
    cellsOf.set(name, intoCells(field, columns.length, referredTo))
    columns.push(...columnsOf(name, field).map(({ column }) => column))
  }
  return {
    now: { into: `${kind.table} (${columns.join(', ')})`, lines: [], letters: 0 },
    history: { into: `${kind.table}_history (${columns.join(', ')}, known_until, ended_by, ended_because)`, lines: [], letters: 0 },
    blank: columns.map((_, nth) => (nth === place.source ? peopleHere : nothing)),
    say: (cells, values) => {
      for (const name in values) cellsOf.get(name)?.(cells, values[name] ?? null)
    },
  }
}

/** Puts a value into the cells of its columns, of which the first is at a place. */
function intoCells(
  field: Field,
  at: number,
  referredTo: (table: string, id: string) => string | null,
): (cells: string[], value: unknown) => void {
  if (field.type === 'moment')
    return (cells, value) => {
      cells[at] = value === null ? nothing : (value as string).slice(0, 10)
      cells[at + 1] = (value === null ? '' : (value as string).slice(11)) || nothing
    }
  const text = textOf(field, referredTo)
  return (cells, value) => void (cells[at] = value === null ? nothing : text(value))
}

/** A value as its one column holds it. Days, numbers and identifiers hold no sign that COPY reads as another. */
function textOf(field: Field, referredTo: (table: string, id: string) => string | null): (value: unknown) => string {
  switch (field.type) {
    case 'yesNo':
      return (value) => (value ? 't' : 'f')
    case 'date':
      return (value) => value as string
    case 'whole':
    case 'decimal':
      return (value) => String(value)
    case 'codes':
      return (value) => copyCell(`{${(value as readonly string[]).map((each) => `"${each.replaceAll('"', '\\"')}"`).join(',')}}`)
    case 'flags':
    case 'words':
      return (value) => copyCell(JSON.stringify(value))
    case 'reference': {
      const table = (field.to as () => RecordKind)().table
      return (value) => referredTo(table, value as string) ?? nothing
    }
    default:
      return (value) => copyCell(value as string)
  }
}

/** London wall clock as an instant. Clocks change on the last Sundays of March and October; nothing is written in those hours. */
export function instant(moment: string): string {
  const year = moment.slice(0, 4)
  let summer = summers.get(year)
  if (!summer) summers.set(year, (summer = [lastSunday(year, 3), lastSunday(year, 10)]))
  const day = moment.slice(0, 10)
  return `${moment}${day >= summer[0] && day < summer[1] ? '+01' : '+00'}`
}

const summers = new Map<string, readonly [string, string]>()
const lastSunday = (year: string, month: number): string => {
  const last = new Date(Date.UTC(Number(year), month, 0))
  return `${year}-${String(month).padStart(2, '0')}-${String(last.getUTCDate() - last.getUTCDay()).padStart(2, '0')}`
}
