import { dayNumber, plainDay, weekday } from '../../../src/engine/clocks/days.ts'
import { writeCsvRow } from '../../../src/engine/exchange/csv.ts'
import type { RecordKind } from '../../../src/engine/records/kind.ts'
import { involvement } from '../../../src/practice/allocation/records.ts'
import { contact, referral } from '../../../src/practice/front-door/records.ts'
import { immunisation } from '../../../src/practice/health/records.ts'
import { careLeaver } from '../../../src/practice/leaving-care/records.ts'
import { careEpisode } from '../../../src/practice/looked-after/records.ts'
import { person } from '../../../src/practice/person/records.ts'
import { recordKinds } from '../../../src/record-kinds.ts'
import { ssdTables, type SsdTable } from '../../../src/returns/ssd/layout.ts'
import { addDays, addMonths, type Day } from '../days.ts'
import { ssdCell } from './cells.ts'
import type { Files } from './files.ts'
import type { Known, KnownBatch } from './known.ts'

/**
 * The Standard Safeguarding Dataset as the case system gives it out: its tables, columns and value forms as the product’s own export has
 * them (`returns/ssd`), rows in the order in which the records come.
 */

const fileOf = (table: string): string => `ssd/${table}.csv`

/** Begins every table with its header; those that hold nothing of a child are written whole. */
export function beginSsd(files: Files): void {
  for (const { table, columns } of ssdTables) files.put(fileOf(table), `\uFEFF${writeCsvRow(columns.map(({ name }) => name))}`)
  putRow(files, 'ssd_version_log', [
    '1.4.5',
    '2026-07-01',
    'Standard Safeguarding Dataset, as views of Goldthread',
    '1',
    '2026-07-01',
    'goldthread',
    'None',
  ])
  for (let day = '2000-01-01'; day <= '2050-12-31'; day = addDays(day, 1)) putRow(files, 'ssd_dim_date', calendarRow(day))
}

/** Writes the rows of a batch. */
export function putSsd(files: Files, batch: KnownBatch): void {
  for (const known of batch.all) {
    const plan = planFor(known.kind)
    if (plan !== null && !isEarlierImmunisation(known, batch)) putRow(files, plan.table, plan.cells(known))
  }
  for (const child of batch.of(person)) putRow(files, 'ssd_cohort', cohortRow(child.id, batch))
}

const putRow = (files: Files, table: string, cells: readonly (string | null)[]): void => files.put(fileOf(table), writeCsvRow(cells))

interface TablePlan {
  readonly table: string
  readonly cells: (known: Known) => (string | null)[]
}

const plans = new Map<RecordKind, TablePlan | null>(
  recordKinds.map((kind) => {
    const layout = ssdTables.find(({ table }) => table === kind.as['ssd']?.table)
    return [kind, layout ? planOf(kind, layout) : null]
  }),
)

const planFor = (kind: RecordKind): TablePlan | null => plans.get(kind) ?? null

function planOf(kind: RecordKind, { table, columns }: SsdTable): TablePlan {
  const names = kind.as['ssd'] as { key: string; person?: string }
  const each = columns.map(({ name, type }): ((known: Known) => string | null) => {
    if (kind.about && name === names.person) return ({ person: about }) => about
    if (name === names.key) return ({ id }) => id
    const [field, declared] = Object.entries(kind.fields).find(([, { as }]) => [as?.['ssd'] ?? []].flat().includes(name)) ?? []
    if (field === undefined || declared === undefined) throw new Error(`${table}.${name} is held by no field of ${kind.table}`)
    return ({ said }) => ssdCell(declared, type, said[field])
  })
  return { table, cells: (known) => each.map((cell) => cell(known)) }
}

/** The dataset holds one row a child, keyed by the child: how the immunisations stand now. */
function isEarlierImmunisation({ kind, id }: Known, batch: KnownBatch): boolean {
  if (kind.table !== immunisation.table) return false
  const latest = batch.of(immunisation).reduce((last, each) => ((each.said.updatedOn ?? '') >= (last.said.updatedOn ?? '') ? each : last))
  return id !== latest.id
}

/** What the child has had, as `ssd_cohort` sums it up (`returns/ssd/worked-out.ts`). */
function cohortRow(child: string, batch: KnownBatch): (string | null)[] {
  const [known] = batch.of(person)
  const contacts = batch.of(contact).flatMap(({ said }) => said.receivedAt?.slice(0, 10) ?? [])
  const activity = [...contacts, ...batch.of(referral).flatMap(({ said }) => said.receivedOn ?? [])].sort()
  const has = (there: boolean): string => (there ? '1' : '0')
  return [
    child,
    known?.said.legacyId ?? null,
    has(batch.of(contact).length > 0),
    has(batch.of(referral).length > 0),
    has(batch.of(careEpisode).length > 0),
    has(batch.of(careLeaver).length > 0),
    has(batch.of(careLeaver).some(({ said }) => (said.eligibility ?? null) !== null)),
    '1',
    has(batch.of(involvement).length > 0),
    activity[0] ?? null,
    activity.at(-1) ?? null,
  ]
}

/** A day of `ssd_dim_date`. The financial year begins on 1 April: it is the calendar year of the day three months before. */
function calendarRow(day: Day): string[] {
  const [year, month, ofMonth] = day.split('-').map(Number) as [number, number, number]
  const threeBefore = addMonths(day, -3)
  const [financialYear, financialMonth] = threeBefore.split('-').map(Number) as [number, number]
  const isoWeekday = weekday(dayNumber(day)) + 1
  const thursday = addDays(day, 4 - isoWeekday)
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${thursday.slice(0, 4)}-01-01`)) / 7) + 1
  const first = (of: number, nth: number): Day => `${of}-${String(nth).padStart(2, '0')}-01`
  const quarter = first(year, month - ((month - 1) % 3))
  const financialQuarter = addMonths(first(financialYear, financialMonth - ((financialMonth - 1) % 3)), 3)
  const lastBefore = (next: Day): Day => plainDay(dayNumber(next) - 1)
  return [
    day.replaceAll('-', ''),
    day,
    String(year),
    String(Math.ceil(month / 3)),
    String(month),
    String(ofMonth),
    thursday.slice(0, 4),
    String(week),
    String(isoWeekday),
    isoWeekday > 5 ? '1' : '0',
    first(year, month),
    lastBefore(addMonths(first(year, month), 1)),
    quarter,
    lastBefore(addMonths(quarter, 3)),
    first(year, 1),
    `${year}-12-31`,
    String(financialYear),
    `${financialYear}/${String(financialYear + 1).slice(2)}`,
    first(financialYear, 4),
    lastBefore(first(financialYear + 1, 4)),
    String(Math.ceil(financialMonth / 3)),
    financialQuarter,
    lastBefore(addMonths(financialQuarter, 3)),
  ]
}
