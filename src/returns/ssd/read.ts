import { readTable } from '../../engine/exchange/csv.ts'
import { readDate } from '../../engine/exchange/values.ts'
import type { SourceFile } from '../../engine/exchange/source-file.ts'
import type { Column, FileIntake, Plan, Recognised } from '../../engine/intake/telling.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { careEpisode, periodOfCare } from '../../practice/looked-after/records.ts'
import { recordKinds } from '../../record-kinds.ts'
import { caseSystem } from '../sources.ts'
import { refuseExtra } from '../too-many-cells.ts'
import { ssdTables } from './layout.ts'

/**
 * Reading the Standard Safeguarding Dataset: one CSV for each table, told apart by its column names, not by the file's name.
 * Columns may stand in any order, be missing or be too many; case and spaces in their names do not matter.
 */

/** The tables of the dataset that are worked out from the others, and so are written but not read. */
const workedOut = new Set(['ssd_dim_date', 'ssd_cohort', 'ssd_version_log', 'ssd_api_data_staging'])

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9_]/g, '')

export interface SsdMatch {
  readonly table: string
  /** How many of the file’s columns are the table’s. */
  readonly shared: number
}

/** Which table these are the columns of, or null. Columns may be missing or too many, as long as most of them are the table’s. */
export function ssdTableWith(columns: readonly string[]): SsdMatch | null {
  const found = new Set(columns.map(plain))
  const [best] = ssdTables
    .map((table) => ({ table, shared: table.columns.filter(({ name }) => found.has(name)).length }))
    .sort((a, b) => b.shared - a.shared)
  if (!best || best.shared < 2 || best.shared * 2 < Math.min(columns.filter((name) => name !== '').length, best.table.columns.length))
    return null
  return { table: best.table.table, shared: best.shared }
}

/** A file of a table of the dataset, ready to be read. */
export function recognisedSsd(file: SourceFile, { table }: SsdMatch): Recognised {
  return {
    path: file.path,
    format: 'SSD',
    source: caseSystem,
    statedFor: null,
    saidFor: null,
    read: (intake) => (workedOut.has(table) ? leave(table, intake) : readSsdTable(file, table, intake)),
  }
}

async function leave(table: string, intake: FileIntake): Promise<void> {
  intake.remark(`${table} is worked out from the other tables, so it was not read.`)
}

async function readSsdTable(file: SourceFile, table: string, intake: FileIntake): Promise<void> {
  const kind = recordKinds.find(({ as }) => as.ssd?.table === table)
  if (!kind) throw new Error(`No record kind is declared for ${table}`)
  const names = kind.as.ssd as { key: string; person?: string }
  const read = await readTable(file)
  const place = new Map(read.columns.map((name, at) => [plain(name), at]))
  const key = place.get(names.key)
  const person = names.person === undefined ? undefined : place.get(names.person)
  if (key === undefined || (kind.about && names.person !== undefined && person === undefined && names.person !== names.key)) {
    const missing = key === undefined ? names.key : (names.person as string)
    intake.refuse({
      kind: kind.table,
      line: 1,
      field: missing,
      found: 'no such column',
      allowed: `A column named ${missing}`,
      why: 'Without it no row can be told from another. Nothing of this file was brought in.',
    })
    return
  }
  const { columns, places } = columnsFor(kind, place, read.columns)
  const read_ = new Set([key, person, ...places.flat()])
  read.columns.forEach((name, at) => {
    if (!read_.has(at) && name !== '') intake.remark(`The column ${name} is not one of ${table} and was not read.`)
  })
  const plan = await intake.plan({ kind, columns, ownIds: true, withdraws: 'all' })
  const periods = kind === careEpisode ? await periodsOf(intake, place) : null
  const about = kind.about ? (person ?? key) : null
  for await (const rows of read.batches) {
    for (const row of rows) {
      const { line, cells } = row
      if (row.extra) {
        refuseExtra(intake, kind, row, read.columns)
        continue
      }
      const stood = plan.state(
        line,
        about === null ? null : (cells[about] ?? null),
        cells[key] ?? null,
        places.map((some) => firstSaid(cells, some)),
      )
      if (stood) periods?.episode(line, about === null ? null : (cells[about] ?? null), cells)
    }
    await intake.flush()
  }
  periods?.state()
}

/** Where the standard's own documents give a field two names, a file may have either or both. */
function firstSaid(cells: readonly (string | null)[], places: readonly number[]): string | null {
  for (const place of places) if (cells[place]) return cells[place]
  return null
}

function columnsFor(
  kind: RecordKind,
  place: ReadonlyMap<string, number>,
  header: readonly string[],
): { columns: Column[]; places: number[][] } {
  const columns: Column[] = []
  const places: number[][] = []
  for (const [field, { as }] of Object.entries(kind.fields)) {
    const found = [as?.ssd ?? []].flat().flatMap((name) => place.get(name) ?? [])
    const [first] = found
    if (first === undefined) continue
    columns.push({ field, column: header[first] ?? '' })
    places.push(found)
  }
  return { columns, places }
}

interface PeriodsOfCare {
  /** Takes an episode's share in its period. */
  episode(line: number, child: string | null, cells: readonly (string | null)[]): void
  /** States the periods, once all episodes have been read. */
  state(): void
}

/**
 * The SSD has no table of periods of care: they are the identifiers that its episodes share. A period begins with its first episode, or
 * on the day the child entered care where an episode says so; that day is what makes it the same period as another source's.
 */
async function periodsOf(intake: FileIntake, place: ReadonlyMap<string, number>): Promise<PeriodsOfCare | null> {
  const at = place.get('clae_cla_id')
  if (at === undefined) return null
  const starts = ['clae_entered_care_date', 'clae_cla_episode_start_date'].flatMap((name) => place.get(name) ?? [])
  const plan: Plan = await intake.plan({
    kind: periodOfCare,
    columns: [{ field: 'startedOn', column: 'clae_cla_episode_start_date' }],
    ownIds: true,
    withdraws: 'nothing',
  })
  const periods = new Map<string, { line: number; child: string | null; from: string | null }>()
  return {
    episode(line, child, cells) {
      const id = cells[at]
      if (!id) return
      const held = periods.get(id)
      const days = starts.flatMap((start) => dayOf(cells[start] ?? null, intake.today))
      const from = [...days, ...(held?.from ? [held.from] : [])].sort()[0] ?? null
      periods.set(id, { line: held?.line ?? line, child: held?.child ?? child, from })
    },
    state() {
      for (const [id, { line, child, from }] of periods) plan.state(line, child, id, [from])
    },
  }
}

/** The date in a cell, where there is one that can be. */
function dayOf(found: string | null, today: string): string[] {
  if (found === null) return []
  const read = readDate(found, { today, latest: today })
  return 'value' in read ? [read.value] : []
}
