import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordKinds } from '../../../src/record-kinds.ts'
import { clockwork } from '../../../src/clocks.ts'
import { allDueDates, type DueDate } from '../../../src/engine/clocks/due-dates.ts'
import { ownTable } from '../../../src/returns/own/layout.ts'
import { toldByHand } from '../../../test/support/fillings.ts'
import { openReady, type OpenedDatabase } from '../../../test/support/ready-databases.ts'
import { acting } from '../../../test/support/two-databases.ts'
import { livesAt } from '../extracts.ts'
import { extractDay, type Moment } from '../story-person.ts'
import { ownExtract } from './own-extract.ts'

type CsvRow = Readonly<Record<string, string>>
const moments: readonly Moment[] = ['january', 'february']
const rowsOf = (moment: Moment) => {
  const texts = ownExtract(livesAt(moment), extractDay[moment])
  return new Map([...texts].map(([table, text]) => [table, Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true }).data]))
}

describe.each(moments)('our own tables in the %s extract', (moment) => {
  const tables = rowsOf(moment)

  test('each is the table of a kind, with rows, and each row has a number of its own', () => {
    for (const [table, rows] of tables) {
      const kind = recordKinds.find((each) => each.table === table)
      expect([table, kind?.table, rows.length > 0]).toEqual([table, table, true])
      const numbers = rows.map((row) => row[`${table}_id`])
      expect([table, new Set(numbers).size]).toEqual([table, rows.length])
    }
  })

  test('nothing has happened after its day, but for what may lie ahead', () => {
    for (const [table, rows] of tables) {
      const kind = recordKinds.find((each) => each.table === table)
      const ahead = new Set(
        kind
          ? ownTable(kind)
              .columns.filter(({ field }) => kind.fields[field ?? '']?.mayBeAhead)
              .map(({ name }) => name)
          : [],
      )
      for (const row of rows) {
        const tooLate = Object.entries(row).filter(
          ([column, value]) => /^\d{4}-\d\d-\d\d/.test(value) && !ahead.has(column) && value.slice(0, 10) > extractDay[moment],
        )
        expect([table, tooLate]).toEqual([table, []])
      }
    }
  })
})

test('what January tells of a record February tells again, but for the visit that is withdrawn', () => {
  const february = rowsOf('february')
  const gone = [...rowsOf('january')].flatMap(([table, rows]) => {
    const later = new Set(february.get(table)?.map((row) => row[`${table}_id`]))
    return rows.map((row) => row[`${table}_id`]).filter((number) => !later.has(number))
  })
  expect(gone).toEqual(['Y198230003'])
})

describe('brought in', () => {
  let demo: OpenedDatabase
  let remove: () => Promise<void>
  let due: readonly DueDate[]

  beforeAll(async () => {
    ;({ database: demo, remove } = await openReady('embedded', toldByHand))
    due = await demo.transaction(acting('reads'), (tx) => allDueDates(tx, clockwork, { day: '2016-03-03' }))
  })
  afterAll(async () => {
    await demo.close()
    await remove()
  })

  test('every file of both moments is recognised, and no row is refused', async () => {
    const files = await demo.transaction(acting('reads'), (tx) =>
      tx.query<{ file: string; n: number }>(
        `select reverse(split_part(reverse(path), '/', 1)) as file, count(*) as n from import_file where format = 'Goldthread CSV' group by 1`,
      ),
    )
    const written = moments.flatMap((moment) => [...rowsOf(moment).keys()].map((table) => `${table}.csv`))
    for (const file of new Set(written))
      expect([file, Number(files.find((each) => each.file === file)?.n)]).toEqual([file, written.filter((each) => each === file).length])
    expect(await demo.transaction(acting('reads'), (tx) => tx.query('select kind, line, field, found, why from import_refusal'))).toEqual(
      [],
    )
  })

  test('in no clock are dozens overdue, and where some are, more are met; all together a few for each worker', () => {
    const overdue = due.filter(({ state }) => state === 'overdue')
    expect(overdue.length).toBeGreaterThan(20)
    expect(overdue.length).toBeLessThan(80)
    for (const clock of new Set(overdue.map((each) => each.clock)))
      expect([clock, overdue.filter((each) => each.clock === clock).length < 12]).toEqual([clock, true])
  })

  test('Jaden’s first health assessment waits at the paperwork, and nobody answered the offer of an interview', () => {
    const [assessment] = due.filter(({ clock, state, dueAt }) => clock === 'iha-20wd' && state === 'overdue' && dueAt === '2016-02-01')
    expect(assessment).toMatchObject({ startedAt: '2016-01-04', days: 23 })
    expect(due.filter(({ clock, state }) => clock === 'rhi-72h' && state === 'overdue')).toMatchObject([{ days: 15 }])
  })

  test('Connor’s passport was to be applied for by 30 November, and Dean has had no supervision since 12 January', () => {
    expect(due.filter(({ clock, state }) => clock === 'plan-action' && state === 'overdue')).toMatchObject([
      { part: 'Apply for passport', dueAt: '2015-11-30', days: 94 },
    ])
    expect(due.filter(({ clock, state }) => clock === 'supervision-monthly' && state === 'overdue')).toMatchObject([
      { startedAt: '2016-01-12', dueAt: '2016-02-12' },
    ])
  })
})
