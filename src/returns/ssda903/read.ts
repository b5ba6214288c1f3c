import { readTable } from '../../engine/exchange/csv.ts'
import { UnreadableFile, type SourceFile } from '../../engine/exchange/source-file.ts'
import { readDate } from '../../engine/exchange/values.ts'
import { readElements, type Element } from '../../engine/exchange/xml.ts'
import type { FileIntake, Recognised } from '../../engine/intake/telling.ts'
import { lookedAfterReturn } from '../sources.ts'
import { refuseExtra } from '../too-many-cells.ts'
import { collectionYears, lastDayOf, namedYear, said, type CollectionYear, type DatedFile, type FileDates } from './collection-year.ts'
import { rowStater, type Cell } from './state-rows.ts'
import { plainColumn, type ReturnTable } from './table.ts'
import { tableWith } from './tables.ts'
import { rowsOfChild } from './xml-rows.ts'

/** Reading the looked-after return (SSDA903): CSV tables of one or several years, told apart by their columns, and its XML form. */

interface TableFile {
  readonly file: SourceFile
  readonly table: ReturnTable
}

/** How many rows are looked at to find a file's year: enough for any one council's. */
const rowsLookedAt = 100_000

/**
 * Gives those of the files that are tables of the return, each with its year. All files of an import are given at once, because a file
 * without dates has its year by the files beside it.
 */
export async function recognise903(
  files: readonly { readonly file: SourceFile; readonly columns: readonly string[] }[],
): Promise<Recognised[]> {
  const tables = files.flatMap(({ file, columns }): TableFile[] => {
    const match = tableWith(columns)
    return match ? [{ file, table: match.table }] : []
  })
  const dated: DatedFile[] = []
  for (const { file, table } of tables) dated.push({ path: file.path, dates: await datesOf(file, table) })
  const years = collectionYears(dated)
  return tables.map(({ file, table }, at) =>
    recognised(file, 'SSDA903 CSV', years[at] as CollectionYear, (intake, ends) => readTableFile(file, table, ends, intake)),
  )
}

/** Gives the file as a return in its XML form, or null when its outermost element is another's. */
export async function recognise903Xml(file: SourceFile, rootName: string): Promise<Recognised | null> {
  if (!/^(EXP)?SSDA903$/i.test(rootName)) return null
  const inYear: string[] = []
  const byThen: string[] = []
  if (namedYear(file.path).says !== 'a collection year') {
    await asFarAsReadable(async () => {
      for await (const { inside } of readElements(file, isEpisode)) {
        for (const { name, text } of inside) {
          if (plainColumn(name) === 'DEC') addDay(inYear, text)
          if (plainColumn(name) === 'DECOM') addDay(byThen, text)
        }
        if (byThen.length > rowsLookedAt) break
      }
    })
  }
  const [year] = collectionYears([{ path: file.path, dates: { inYear, byThen } }])
  return recognised(file, 'SSDA903 XML', year as CollectionYear, (intake, ends) => readXmlFile(file, ends, intake))
}

function recognised(
  file: SourceFile,
  format: string,
  { ends, because }: CollectionYear,
  read: (intake: FileIntake, ends: number | null) => Promise<void>,
): Recognised {
  return {
    path: file.path,
    format,
    source: lookedAfterReturn,
    statedFor: ends === null ? null : lastDayOf(ends),
    saidFor: ends === null ? null : said(ends),
    async read(intake) {
      if (because !== null) intake.remark(because)
      await read(intake, ends)
    },
  }
}

async function datesOf(file: SourceFile, { dates }: ReturnTable): Promise<FileDates> {
  const inYear: string[] = []
  const byThen: string[] = []
  if (!dates || namedYear(file.path).says === 'a collection year') return { inYear, byThen }
  const { columns, batches } = await readTable(file)
  const places = (names: readonly string[]): number[] => columns.flatMap((name, at) => (names.includes(plainColumn(name)) ? [at] : []))
  const [ended, begun] = [places(dates.inYear), places(dates.byThen)]
  let rows = 0
  await asFarAsReadable(async () => {
    for await (const batch of batches) {
      for (const { cells } of batch) {
        for (const at of ended) addDay(inYear, cells[at] ?? null)
        for (const at of begun) addDay(byThen, cells[at] ?? null)
      }
      rows += batch.length
      if (rows > rowsLookedAt) break
    }
  })
  return { inYear, byThen }
}

/** A file that breaks off tells its year by what comes before; that it is broken is said when it is read. */
async function asFarAsReadable(read: () => Promise<void>): Promise<void> {
  try {
    await read()
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
  }
}

function addDay(days: string[], found: string | null): void {
  if (found === null) return
  const day = readDate(found)
  if (!('wrong' in day)) days.push(day.value)
}

async function readTableFile(file: SourceFile, table: ReturnTable, ends: number | null, intake: FileIntake): Promise<void> {
  const { columns, batches } = await readTable(file)
  const place = new Map<string, number>()
  columns.forEach((name, at) => {
    const plain = plainColumn(name)
    if (plain === '') return
    if (!table.columns.includes(plain)) intake.remark(`The column ${name} is not one of ${table.name} and was not read.`)
    else if (place.has(plain)) intake.remark(`The column ${name} stands twice; the first was read.`)
    else place.set(plain, at)
  })
  const state = await rowStater(intake, table, new Set(place.keys()), ends, true)
  for await (const batch of batches) {
    for (const row of batch) {
      const { line, cells } = row
      if (row.extra) {
        refuseExtra(intake, table.states.at(-1)?.kind, row, columns)
        continue
      }
      state(line, (column) => cells[place.get(column) ?? -1] ?? null)
    }
    await intake.flush()
  }
}

const isChild = (path: readonly string[]): boolean => path.length === 2 && path[1]?.toUpperCase() === 'CHILD'
const isEpisode = (path: readonly string[]): boolean => path.at(-1)?.toUpperCase() === 'EPISODE'

async function readXmlFile(file: SourceFile, ends: number | null, intake: FileIntake): Promise<void> {
  const staters = new Map<ReturnTable, (line: number, cell: Cell) => void>()
  // A table of which the file has nothing is not planned: the xml form leaves some tables out, which withdraws none of theirs.
  const staterOf = async (table: ReturnTable): Promise<(line: number, cell: Cell) => void> => {
    const stater = staters.get(table) ?? (await rowStater(intake, table, new Set(table.columns), ends, false))
    staters.set(table, stater)
    return stater
  }
  let children = 0
  for await (const child of readElements(file, isChild)) {
    remarkStray(child, intake)
    const { rows, unknown } = rowsOfChild(child)
    for (const name of unknown) intake.remark(`The element ${name} is not one of the return and was not read.`)
    for (const { table, line, cells } of rows) {
      const state = await staterOf(table)
      state(line, (column) => cells.get(column) ?? null)
    }
    if (++children % 500 === 0) await intake.flush()
  }
}

function remarkStray({ inside, stray, name, line }: Element, intake: FileIntake): void {
  if (stray !== undefined)
    intake.remark(`Line ${line}: the text "${stray.slice(0, 60)}" stands in ${name} outside any item and was not read.`)
  for (const child of inside) remarkStray(child, intake)
}
