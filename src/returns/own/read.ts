import { readTable } from '../../engine/exchange/csv.ts'
import type { SourceFile } from '../../engine/exchange/source-file.ts'
import type { Column, FileIntake, Recognised, Stating } from '../../engine/intake/telling.ts'
import { ownExtract } from '../sources.ts'
import { refuseExtra } from '../too-many-cells.ts'
import { isOnlyOurs, personColumn, type OwnTable } from './layout.ts'
import { plainName, type OwnMatch } from './recognise.ts'

/**
 * Reading Goldthread’s own tables: any kind of record, by its declaration. A file may have any of the kind’s columns, in any order. One
 * that has all that a new record needs states records; one that has not completes records that are held, whoever said them first.
 */

/** A file of one of our own tables, ready to be read. */
export const recognisedOwn = (file: SourceFile, { tables }: OwnMatch): Recognised => ({
  path: file.path,
  format: 'Goldthread CSV',
  source: ownExtract,
  statedFor: null,
  saidFor: null,
  read: (intake) => (tables.length > 1 ? refuseUnclear(tables, intake) : readOwnTable(file, tables[0], intake)),
})

const nothing = 'None of its rows was brought in.'

async function refuseUnclear(tables: readonly OwnTable[], intake: FileIntake): Promise<void> {
  const names = tables.map(({ kind }) => kind.table)
  intake.refuse({
    kind: '',
    line: 1,
    field: null,
    found: tables.map(({ key }) => key).join(', '),
    allowed: `More columns of the one table that is meant: ${names.join(' or ')}`,
    why: `The columns fit ${names.join(' and ')} equally, so nothing tells of which the rows are. ${nothing}`,
  })
}

async function readOwnTable(file: SourceFile, table: OwnTable, intake: FileIntake): Promise<void> {
  const { kind } = table
  const { columns: header, batches } = await readTable(file)
  const place = placesOf(header, table, intake)
  if (place === null) return
  const has = (name: string): boolean => place.has(name)
  const said = table.columns.filter(({ name, field }) => field !== null && has(name))
  if (said.length === 0) {
    intake.refuse({
      kind: kind.table,
      line: 1,
      field: null,
      found: header
        .filter((name) => name !== '')
        .join(', ')
        .slice(0, 200),
      allowed: `At least one of ${table.columns.flatMap(({ name, holds }) => (holds === 'field' ? [name] : [])).join(', ')}`,
      why: `No column says anything of a ${kind.name.toLowerCase()}. ${nothing}`,
    })
    return
  }
  const columns = said.map(({ name, field }): Column => ({ field: field as string, column: header[place.get(name) as number] as string }))
  const far = howFar(table, has)
  if (far.completes) intake.remark(`It has no ${far.completes.without.join(', ')}, so it completes records that are held and makes none.`)
  const plan = await intake.plan({ kind, columns, ownIds: true, ...far })
  const [key, person] = [table.key, personColumn].map((name) => place.get(name) ?? -1) as [number, number]
  const places = said.map(({ name }) => place.get(name) as number)
  for await (const rows of batches) {
    for (const row of rows) {
      const { line, cells } = row
      if (row.extra) refuseExtra(intake, kind, row, header)
      else
        plan.state(
          line,
          kind.about ? (cells[person] ?? null) : null,
          cells[key] ?? null,
          places.map((at) => cells[at] ?? null),
        )
    }
    await intake.flush()
  }
}

/** Where each column of the table stands; null, with the reason kept, when one stands twice. A column that is not the table’s is remarked on. */
function placesOf(header: readonly string[], { kind, columns }: OwnTable, intake: FileIntake): ReadonlyMap<string, number> | null {
  const place = new Map<string, number>()
  const known = new Set(columns.map(({ name }) => name))
  for (const [at, name] of header.entries()) {
    const plain = plainName(name)
    if (!known.has(plain)) {
      if (name !== '') intake.remark(`The column ${name} is not one of ${kind.table} and was not read.`)
    } else if (place.has(plain)) {
      intake.refuse({
        kind: '',
        line: 1,
        field: plain,
        found: 'two columns of this name',
        allowed: 'One column of each name',
        why: `The column ${plain} stands twice, and nothing tells which is meant. ${nothing}`,
      })
      return null
    } else place.set(plain, at)
  }
  return place
}

/** Whether the file states records or completes them, and what is absent from it counts as said no longer. */
function howFar(table: OwnTable, has: (name: string) => boolean): Pick<Stating, 'withdraws' | 'within' | 'completes'> {
  const { kind, columns, needed } = table
  const without = needed.filter((name) => !has(name))
  if (without.length > 0) return { withdraws: 'nothing', completes: { without } }
  const tellsApart = needed.some((name) => name !== personColumn)
  const whole = tellsApart || columns.every(({ name }) => has(name))
  const within = kind.about ? ('own rows' as const) : belongingTo(table)
  return isOnlyOurs(kind) && whole && within !== null ? { withdraws: 'all', within } : { withdraws: 'nothing' }
}

/**
 * A record about nobody belongs to what it cannot do without: supervision to its worker, a review to the carer. The file speaks for those
 * workers or carers whom its rows name. A record that belongs to nothing (a carer) may only have left the extract: null.
 */
function belongingTo({ kind, columns, needed }: OwnTable): { readonly field: string } | null {
  const field = columns.find((each) => needed.includes(each.name) && kind.fields[each.field ?? '']?.type === 'reference')?.field
  return field ? { field } : null
}
