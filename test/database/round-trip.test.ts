import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../src/engine/database/database.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'
import { exportSsd } from '../../src/returns/ssd/export.ts'
import { ssdTables } from '../../src/returns/ssd/layout.ts'
import { february, toldByHand } from '../support/fillings.ts'
import { serverForTests } from '../support/postgres.ts'
import { onBoth } from '../support/two-databases.ts'

/** What is written as the Standard Safeguarding Dataset, brought into an empty database and written again, gives the same bytes. */

const samples = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples')
const acting = { actor: 'test', keys: ['staff', 'files'] }
const today = '2026-11-22'

onBoth(
  'the dataset there and back',
  (given) => {
    test('of the small authority, all four of its extracts brought in', async () => {
      await expectSameBytes(given, emptyFolder(), given.database())
    }, 240_000)

    // Once is enough for so much: on the server where there is one.
    const elsewhere = given.where === 'embedded' && serverForTests() !== null
    test.skipIf(!existsSync(samples) || elsewhere)(
      'of the samples that others made (left out where ../shared/samples is not there)',
      async () => {
        const { database } = await given.fresh()
        await bringInFiles(database, acting, [samples], today)
        await expectSameBytes(given, emptyFolder(), database)
      },
      400_000,
    )

    test('the views have the dataset’s tables and columns, in its order', async () => {
      const rows = await given.database().transaction({ ...acting, role: 'reads' }, (tx) =>
        tx.query<{ table: string; columns: string[] }>(
          `select table_name as table, array_agg(column_name::text order by ordinal_position) as columns from information_schema.columns
         where table_schema = $1 and table_name like 'ssd\\_%' group by table_name`,
          [given.database().schema],
        ),
      )
      expect(new Map(rows.map(({ table, columns }) => [table, columns]))).toEqual(
        new Map(ssdTables.map(({ table, columns }) => [table, columns.map(({ name }) => name)])),
      )
    })
  },
  { embedded: toldByHand, server: february },
)

type Fresh = Parameters<Parameters<typeof onBoth>[1]>[0]['fresh']

async function expectSameBytes({ fresh }: { fresh: Fresh }, folder: string, first: Database): Promise<void> {
  await write(first, join(folder, 'first'))
  const second = (await fresh()).database
  const { files } = await bringInFiles(second, acting, [join(folder, 'first')], today)
  expect(files.flatMap(({ path, refused }) => refused.map((each) => ({ path, ...each })))).toEqual([])
  await write(second, join(folder, 'second'))
  const [there, back] = [bytesIn(join(folder, 'first')), bytesIn(join(folder, 'second'))]
  expect([...there.keys()]).toEqual(ssdTables.map(({ table }) => `${table}.csv`).sort())
  expect([...there.values()].filter((bytes) => bytes.split('\n').length > 2).length).toBeGreaterThan(20)
  for (const [name, bytes] of there) expect(back.get(name) === bytes, `${name} differs`).toBe(true)
}

const write = (database: Database, folder: string): Promise<unknown> =>
  database.transaction({ ...acting, role: 'reads' }, (tx) => exportSsd(tx, folder))

const bytesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  )

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-round-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
