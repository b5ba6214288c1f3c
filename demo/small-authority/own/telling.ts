import { writeCsvRow } from '../../../src/engine/exchange/csv.ts'
import { recordKinds } from '../../../src/record-kinds.ts'
import { ownTable } from '../../../src/returns/own/layout.ts'
import { chanceFrom } from '../chance.ts'
import type { Chance } from '../chance.ts'
import type { Day } from '../days.ts'
import type { Row } from '../layout.ts'

/** Goldthread’s own tables, as they are filled: what an extract does not know yet stays out of it. */
export class OwnTelling {
  readonly day: Day
  private readonly rows = new Map<string, Record<string, string>[]>()
  private readonly numbers = new Map<string, number>()
  private readonly shapes = new Map<string, Shape>()
  private told: ReadonlyMap<string, Day> = new Map()

  /** @param day the last day that the extract knows of. */
  constructor(day: Day) {
    this.day = day
  }

  /**
   * Tells a record: its row without its number, under the table’s own column names. `since` is the first day on which it is known; dates
   * after the extract’s are left blank, those apart that may lie ahead.
   * @throws Error when there is no such table, or it has no such column.
   */
  tell(table: string, whose: string, since: Day, row: Row): void {
    const shape = this.shapeOf(table)
    const told = this.told.get(`${whose}/${table}`)
    if (told !== undefined && since >= told) return
    this.put(table, shape, whose, since, { ...(shape.columns.includes('person_id') ? { person_id: whose } : {}), ...row })
  }

  /** Tells by hand what happened to a child from a day on: what the routine would tell in that table from then on is left out. */
  byHand(table: string, whose: string, from: Day, rows: readonly (readonly [Day, Row])[]): void {
    this.told = new Map([...this.told, [`${whose}/${table}`, from]])
    const shape = this.shapeOf(table)
    for (const [since, row] of rows)
      this.put(table, shape, whose, since, { ...(shape.columns.includes('person_id') ? { person_id: whose } : {}), ...row })
  }

  /** Completes a record that another extract has: only its number and what that extract cannot say. */
  complete(table: string, row: Row): void {
    const shape = this.shapeOf(table)
    const known = this.known(shape, row)
    if (Object.entries(known).some(([column, value]) => value !== '' && column !== shape.key && column !== 'person_id'))
      this.add(table, known)
  }

  /** The files: table and text. A table has the columns that anything was told in; one of ours alone has them all. */
  files(): ReadonlyMap<string, string> {
    return new Map(
      [...this.rows].map(([table, rows]) => {
        const shape = this.shapeOf(table)
        const columns = shape.columns.filter((column) => shape.oursAlone || rows.some((row) => column in row))
        const lines = rows.map((row) => writeCsvRow(columns.map((column) => row[column] ?? '')))
        return [table, writeCsvRow(columns) + lines.join('')]
      }),
    )
  }

  private put(table: string, shape: Shape, whose: string, since: Day, row: Row): void {
    const place = (this.numbers.get(`${table}/${whose}`) ?? 0) + 1
    this.numbers.set(`${table}/${whose}`, place)
    if (since > this.day) return
    this.add(table, this.known(shape, { [shape.key]: `${shape.letters}${whose}-${String(place).padStart(3, '0')}`, ...row }))
  }

  private add(table: string, row: Record<string, string>): void {
    this.rows.set(table, [...(this.rows.get(table) ?? []), row])
  }

  private known(shape: Shape, row: Row): Record<string, string> {
    const unknown = Object.keys(row).find((column) => !shape.columns.includes(column))
    if (unknown !== undefined) throw new Error(`The table of ${shape.key} has no column ${unknown}`)
    return Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        const text = String(value ?? '')
        return [column, shape.notAhead.has(column) && text.slice(0, 10) > this.day ? '' : text]
      }),
    )
  }

  private shapeOf(table: string): Shape {
    const there = this.shapes.get(table)
    if (there) return there
    const kind = recordKinds.find((each) => each.table === table)
    if (!kind) throw new Error(`There is no table ${table}`)
    const { columns, key } = ownTable(kind)
    const dated = columns.filter(({ field }) => {
      const declared = field === null ? undefined : kind.fields[field]
      return (declared?.type === 'date' || declared?.type === 'moment') && !declared.mayBeAhead
    })
    const shape: Shape = {
      key,
      letters: table
        .split('_')
        .map((word) => word.slice(0, 1).toUpperCase())
        .join(''),
      columns: columns.map(({ name }) => name),
      notAhead: new Set(dated.map(({ name }) => name)),
      oursAlone: kind.as.ssd === undefined,
    }
    this.shapes.set(table, shape)
    return shape
  }
}

interface Shape {
  readonly key: string
  readonly letters: string
  readonly columns: readonly string[]
  readonly notAhead: ReadonlySet<string>
  readonly oursAlone: boolean
}

/** Chance that hangs on nothing but what it is about: another record more or less changes no other. */
export function chanceOf(...about: readonly string[]): Chance {
  let seed = 2_166_136_261
  for (const letter of about.join('/')) seed = Math.imul(seed ^ letter.charCodeAt(0), 16_777_619)
  return chanceFrom(seed)
}
