import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeExtracts } from '../../demo/small-authority/extracts.ts'
import type { Database } from '../../src/engine/database/database.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { bringInFiles } from '../../src/returns/bring-in.ts'
import { exportOwn } from '../../src/returns/own/export.ts'
import { isOnlyOurs } from '../../src/returns/own/layout.ts'
import { exportSsd } from '../../src/returns/ssd/export.ts'
import { kindsWithOutings, withOutings } from '../support/outings.ts'
import { workbook } from '../support/returns.ts'
import { csv, extractOf, folderOf } from '../support/ssd-files.ts'
import { onBoth } from '../support/two-databases.ts'

/** What the dataset cannot hold is written as our own tables: both brought into an empty database give the same records. */

const acting = { actor: 'test', keys: ['staff', 'files'] }
const today = '2026-11-22'

const outings = {
  'boat.csv': csv([
    { boat_id: 'B1', name: 'Dunlin "two"', berths: '4' },
    { boat_id: 'B2', name: 'Knot, later\nRuff', berths: '' },
  ]),
  'boat_check.csv': csv([{ boat_check_id: 'K1', boat_id: 'B2', checked_on: '2015-05-01', sound: 'N' }]),
  'outing.csv': csv([
    {
      outing_id: 'O1',
      person_id: '204417',
      sailed_at: '2015-06-06 10:30:15',
      landed_at: '2015-06-07',
      planned_on: '2027-01-01',
      weather: 'R',
      joys: '["TEA, WITH CAKE","SEALS"]',
      asked: '{"SEALS":"Y, twice"}',
      log: '{"Wind":"west; \\"fresh\\""}',
      ticket: '007',
      first_time: 'zz/06/2015',
      alone: 'Y',
      crew: '3',
      miles: '4.50',
      saying: '=1+1, said “Aye”',
      boat_id: 'B1',
      referral_id: 'not yet here',
      worker_id: '',
    },
    { outing_id: 'O2', person_id: '204417', sailed_at: '2015-07-07', boat_id: 'B2' },
    { outing_id: 'O3', person_id: '204417', sailed_at: '2015-08-08' },
  ]),
}

/** Records that come without an identifier, and of which the dataset has no table. */
const inspectorsLists = workbook({
  'List 1': [
    ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)', 'Date of Contact', 'Contact Source'],
    ['900001', 'b) Female', 'k) APKN', '03/02/2012', '14', '16/09/2015', 'q) 6: Police'],
  ],
  'List 11': [
    [
      'Individual adopter identifier',
      'Family identifier',
      'Gender',
      'Ethnicity',
      'Disability',
      'Date enquiry received',
      'Date Stage 1 started',
    ],
    ['A7', 'F9', 'd) Neither', 's) NOBT', 'b) No', '06/08/2015', '19/08/2015'],
  ],
})

onBoth(
  'our own tables there and back',
  (given) => {
    // Slow on the embedded database with a whole authority: there one child has all that is told of outings.
    const whole = given.where === 'server'

    test(`of ${whole ? 'the small authority, its own extract beside those it sends' : 'one child'}`, async () => {
      const folder = emptyFolder()
      if (whole) await writeExtracts(join(folder, 'extract'), { moment: 'february' })
      else
        cpSync(
          folderOf(extractOf({ ssd_person: [{ pers_person_id: '204417', pers_forename: 'Jaden', pers_dob: '2004-09-05' }] })),
          join(folder, 'extract'),
          { recursive: true },
        )
      const first = (await given.fresh()).database
      const extract = [join(folder, 'extract'), folderOf({ ...outings, 'lists.xlsx': inspectorsLists })]
      await bringInFiles(first, acting, extract, today, undefined, kindsWithOutings)
      await expectOthersToStayOut(first)
      // One that the extract says no longer is not written.
      const without = { ...outings, 'outing.csv': outings['outing.csv'].replace(/^O3.*\n/m, '') }
      await bringInFiles(first, acting, [folderOf(without)], today, undefined, kindsWithOutings)
      await write(first, join(folder, 'first'))

      const second = (await given.fresh()).database
      const { files } = await bringInFiles(second, acting, [join(folder, 'first')], today, undefined, kindsWithOutings)
      expect(files.flatMap(({ path, refused }) => refused.map((each) => ({ path, ...each })))).toEqual([])
      await write(second, join(folder, 'second'))

      const [there, back] = [bytesIn(join(folder, 'first')), bytesIn(join(folder, 'second'))]
      for (const [name, bytes] of there) expect(back.get(name), name).toBe(bytes)
      const own = [...there].filter(([name]) => !name.startsWith('ssd_')).map(([name, bytes]) => [name, bytes.split('\r\n').length - 2])
      expect(Object.fromEntries(own)).toMatchObject({
        'boat.csv': 2,
        'boat_check.csv': 1,
        'outing.csv': 2,
        'adopter.csv': 1,
        'inspection_list_entry.csv': 1,
      })
      expect(there.get('outing.csv')).toContain(',not yet here,')
      expect(there.get('adopter.csv')).toContain('\r\nA7,F9,')
      if (whole)
        expect(own.filter(([, rows]) => rows !== 0).map(([name]) => name)).toEqual(
          expect.arrayContaining(['care_episode.csv', 'child_protection_plan.csv', 'period_of_care.csv', 'yearly_health_return.csv']),
        )

      // In the database they came from they change nothing but what had no identifier there, and make no second record.
      const counted = await counts(first)
      const again = await bringInFiles(first, acting, [join(folder, 'first', 'own')], today, undefined, kindsWithOutings)
      expect(again.files.flatMap(({ path, refused, added, withdrawn }) => (added + withdrawn + refused.length > 0 ? [path] : []))).toEqual(
        [],
      )
      expect(await counts(first)).toEqual(counted)
    }, 240_000)
  },
  withOutings,
)

/** Kinds of which our own tables are the whole of what is said: none of the formats that others make writes one. */
async function expectOthersToStayOut(database: Database): Promise<void> {
  const sources = await database.transaction({ ...acting, role: 'reads' }, async (tx) => {
    const said: string[] = []
    for (const { table } of recordKinds.filter(isOnlyOurs))
      said.push(
        ...(
          await tx.query<{ said: string }>(`select distinct '${table} by ' || source as said from ${table} where source <> 'own-extract'`)
        ).map((row) => row.said),
      )
    return said
  })
  expect(sources).toEqual([])
}

const counts = (database: Database) =>
  database.transaction({ ...acting, role: 'reads' }, async (tx) => {
    const all: Record<string, number> = {}
    for (const { table } of kindsWithOutings) all[table] = (await tx.query<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? 0
    return all
  })

const write = (database: Database, folder: string): Promise<unknown> =>
  database.transaction({ ...acting, role: 'reads' }, async (tx) => {
    await exportSsd(tx, join(folder, 'ssd'))
    await exportOwn(tx, join(folder, 'own'), kindsWithOutings)
  })

const bytesIn = (folder: string): Map<string, string> =>
  new Map(
    ['ssd', 'own'].flatMap((part) =>
      readdirSync(join(folder, part))
        .sort()
        .map((name) => [name, readFileSync(join(folder, part, name), 'utf8')] as const),
    ),
  )

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-round-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
