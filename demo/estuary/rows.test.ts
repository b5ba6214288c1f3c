import { expect, test } from 'vitest'
import type { RecordKind } from '../../src/engine/records/kind.ts'
import { harbour, ship, voyage } from '../../test/support/ships.ts'
import { recordId, Rows } from './rows.ts'
import type { Told, Version } from './telling.ts'
import { sizes, worldOf } from './world.ts'

/** What is told as lines of COPY, on ships that nobody has on record. */

const world = worldOf({ size: sizes.small, seed: 1, from: '2016-01-01', to: '2016-12-31', planted: false }, 1)
const by = world.workforce.manager(world.workforce.teamFor('looked after', '').id, '2016-03-01')

const told = (kind: unknown, id: string, person: string | null, ...versions: Partial<Version>[]): Told => ({
  kind: kind as RecordKind,
  id,
  person,
  versions: (versions.length === 0 ? [{}] : versions).map((version) => ({ at: '2016-03-01 09:00:00', by, values: {}, ...version })),
})

/** The rows of each table after these batches, each by its columns. */
function rowsOf(today: string, ...batches: readonly Told[][]): Record<string, Record<string, string>[]> {
  const rows = new Rows(today)
  for (const records of batches) rows.add({ world, records, share: 1 })
  const found: Record<string, Record<string, string>[]> = {}
  for (const [into, text] of rows.rest()) {
    const [, table = '', names = ''] = /^(\w+) \((.*)\)$/.exec(into) ?? []
    found[table] = text
      .trimEnd()
      .split('\n')
      .map((line) => Object.fromEntries(names.split(', ').map((name, at) => [name, line.split('\t')[at] ?? 'missing'])))
  }
  return found
}

test('each type of value stands in its columns as COPY reads it', () => {
  const log = { found: 'a reef', said: 'Tab\there, "so"' }
  const { voyage: rows } = rowsOf(
    '2016-12-31',
    [told(harbour, 'H1', null)],
    [
      told(ship, 'S1', null),
      told(voyage, 'V1', 'S1', {
        values: {
          sailedOn: '2016-02-29',
          sightedAt: '2016-02-29 21:15:00',
          tons: '12.50',
          crew: 7,
          lost: false,
          cargo: ['COAL', 'SALT'],
          checked: { HULL: 'Y' },
          log,
          papers: 'back\\slash',
          to: 'H1',
        },
      }),
      told(voyage, 'V2', 'S1', { values: { sightedAt: '2016-02-29', lost: true, to: 'H9', papers: undefined } }),
    ],
  )
  expect(rows?.[0]).toMatchObject({
    id: recordId('voyage', 'V1'),
    sailed_on: '2016-02-29',
    landed_on: '\\N',
    sighted_at: '2016-02-29',
    sighted_at_time: '21:15:00',
    tons: '12.50',
    crew: '7',
    lost: 'f',
    cargo: '{"COAL","SALT"}',
    checked: '{"HULL":"Y"}',
    log: JSON.stringify(log).replaceAll('\\', '\\\\'),
    papers: 'back\\\\slash',
    to_id: recordId('harbour', 'H1'),
    source_id: 'V1',
    known_from: '2016-03-01 09:00:00+00',
    withdrawn_at: '\\N',
  })
  // What it refers to was never told: the cell is blank.
  expect(rows?.[1]).toMatchObject({ sighted_at: '2016-02-29', sighted_at_time: '\\N', lost: 't', to_id: '\\N', papers: '\\N' })
})

test('a version that another replaced is held until then; what is not said anew stays as it was', () => {
  const found = rowsOf('2016-12-31', [
    told(
      ship,
      'S1',
      null,
      { values: { name: 'Dunlin', rig: 'S' } },
      { at: '2016-07-01 10:00:00', values: { rig: 'K' }, reason: 'Misread' },
      { at: '2016-11-01 10:00:00', withdrawn: 'Another ship' },
    ),
  ])
  const [first, second] = found['ship_history'] ?? []
  expect(first).toMatchObject({ name: 'Dunlin', rig: 'S', known_from: '2016-03-01 09:00:00+00', reason: '\\N' })
  // British summer time.
  expect(first).toMatchObject({ known_until: '2016-07-01 10:00:00+01', ended_because: 'Misread' })
  expect(second).toMatchObject({ name: 'Dunlin', rig: 'K', known_from: '2016-07-01 10:00:00+01', reason: 'Misread', withdrawn_at: '\\N' })
  expect(second).toMatchObject({ known_until: '2016-11-01 10:00:00+00', ended_because: 'Another ship' })
  expect(found['ship']).toHaveLength(1)
  expect(found['ship']?.[0]).toMatchObject({ name: 'Dunlin', rig: 'K', withdrawn_at: '2016-11-01 10:00:00+00', reason: 'Another ship' })
})

test('what was written after the day is not there, and nothing refers to it', () => {
  const found = rowsOf('2016-06-30', [
    told(harbour, 'H1', null, { at: '2016-07-01 09:00:00', values: { name: 'Later' } }),
    told(ship, 'S1', null, { values: { name: 'Dunlin' } }, { at: '2016-07-01 10:00:00', values: { name: 'Dunlin II' } }),
    told(voyage, 'V1', 'S1', { values: { to: 'H1' } }),
  ])
  expect(Object.keys(found).sort()).toEqual(['account', 'ship', 'voyage'])
  expect(found['ship']).toMatchObject([{ name: 'Dunlin', known_from: '2016-03-01 09:00:00+00' }])
  expect(found['voyage']).toMatchObject([{ person_id: expect.stringMatching(/^[0-9a-f-]{36}$/), to_id: '\\N' }])
})

test('workers of one name in two districts have an account each', () => {
  const rows = new Rows('2016-12-31')
  for (const district of [1, 2, 3, 4]) {
    const there = worldOf(
      { size: { ...sizes.county, districts: 4 }, seed: 1, from: '2013-01-01', to: '2016-12-31', planted: true },
      district,
    )
    rows.add({ world: there, records: [], share: 1 })
  }
  const subjects = rows.rest().flatMap(([into, text]) => {
    const at = into
      .replace(/^.*\(|\)$/g, '')
      .split(', ')
      .indexOf('subject')
    return text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[at])
  })
  expect(subjects.length).toBeGreaterThan(1_000)
  expect(new Set(subjects).size).toBe(subjects.length)
})
