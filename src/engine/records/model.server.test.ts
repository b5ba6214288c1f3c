import { describe, expect, test } from 'vitest'
import { rigs, ship, ships, voyage, withFields } from '../../../test/support/ships.ts'
import { acting, onBoth, type OpenedDatabase } from '../../../test/support/two-databases.ts'
import { date, oneOf, reference, text } from './kind.ts'
import { fingerprint } from './model.ts'
import { openDatabase } from './open.ts'

const writes = acting('writes')

/** Everything the catalogue holds of an authority, with the numbers that change whenever something is made again. */
const catalogue = (database: OpenedDatabase) =>
  database.driver.transaction('owner', 'estuary', (tx) =>
    tx.query(
      `select c.oid::text as number, n.nspname, c.relname, c.relkind, c.relacl::text as rights, c.relrowsecurity as guarded
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('estuary', 'estuary_then', 'engine')
       union all select c.oid::text, n.nspname, c.conname, c.contype, pg_get_constraintdef(c.oid), c.condeferrable from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = 'estuary'
       union all select p.oid::text, r.relname, p.polname, p.polcmd, pg_get_expr(p.polqual, p.polrelid), p.polpermissive from pg_policy p join pg_class r on r.oid = p.polrelid
       order by 1`,
    ),
  )

/** The same without those numbers. */
const shape = async (database: OpenedDatabase) => (await catalogue(database)).map(({ number: _, ...rest }) => JSON.stringify(rest)).sort()

const everything = (database: OpenedDatabase) =>
  database.driver.transaction('owner', 'estuary', async (tx) => ({
    ships: await tx.query('select id, name, rig, known_from, changed_by from estuary.ship order by id'),
    history: await tx.query(
      'select id, name, rig, known_from, known_until, changed_by, ended_by from estuary.ship_history order by id, known_from',
    ),
  }))

async function sailed(database: OpenedDatabase): Promise<void> {
  await database.transaction(writes, (tx) =>
    tx.run(`insert into ship (name, rig, source) values ('Dunlin', 'S', 'test'), ('Tern', 'K', 'test')`),
  )
  await database.transaction(writes, (tx) => tx.run(`update ship set name = 'Little Tern' where name = 'Tern'`))
}

onBoth(
  'a model',
  (given) => {
    test('opened again unchanged, nothing is made again', async () => {
      const { database, reopen } = await given.fresh()
      await sailed(database)
      const before = { catalogue: await catalogue(database), everything: await everything(database) }
      const again = await reopen()
      expect({ catalogue: await catalogue(again), everything: await everything(again) }).toEqual(before)
    })

    test('brought to the model once more, it is the same as before: what makes it can be run again', async () => {
      const { database, reopen } = await given.fresh()
      await sailed(database)
      const before = { shape: await shape(database), everything: await everything(database) }
      await database.driver.transaction('owner', 'estuary', (tx) => tx.run(`update engine.model set fingerprint = 'another'`))
      const again = await reopen()
      expect({ shape: await shape(again), everything: await everything(again) }).toEqual(before)
    })

    test('with a field more, the column is there, what was held is kept with its history, and the new field has history too', async () => {
      const { database, reopen } = await given.fresh()
      await sailed(database)
      const before = await everything(database)
      const again = await reopen(
        withFields(ships, ship, {
          homePort: text('Home port'),
          surveyedOn: date('Surveyed'),
          sister: reference(() => ship, 'Sister ship'),
          rigBefore: oneOf(rigs, 'Rig before'),
        }),
      )
      expect(await everything(again)).toEqual(before)
      await again.transaction(writes, (tx) =>
        tx.run(`update ship set home_port = 'Estuary', surveyed_on = '2015-05-01', sister_id = id, rig_before = 'K' where name = 'Dunlin'`),
      )
      await again.transaction(writes, (tx) => tx.run(`update ship set home_port = 'Elsewhere', sister_id = null where name = 'Dunlin'`))
      const history = await again.transaction(acting('reads'), (tx) =>
        tx.query(
          `select home_port, surveyed_on, sister_id = id as own_sister, rig_before from ship_history where name = 'Dunlin' order by known_from`,
        ),
      )
      expect(history).toEqual([
        { home_port: null, surveyed_on: null, own_sister: null, rig_before: null },
        { home_port: 'Estuary', surveyed_on: '2015-05-01', own_sister: true, rig_before: 'K' },
      ])
      const then = await again.transaction(acting('reads', { knownAt: new Date().toISOString() }), (tx) =>
        tx.query(`select home_port from ship where name = 'Dunlin'`),
      )
      expect(then).toEqual([{ home_port: 'Elsewhere' }])
      await expect(again.transaction(writes, (tx) => tx.run(`update ship set rig_before = 'X'`))).rejects.toMatchObject({ code: '23514' })
      await expect(again.transaction(writes, (tx) => tx.run(`update ship set sister_id = gen_random_uuid()`))).rejects.toMatchObject({
        code: '23503',
      })
    })

    test('with a code more on a list, the code may be given; one that is on no list may not', async () => {
      const { database, reopen } = await given.fresh()
      await sailed(database)
      await expect(database.transaction(writes, (tx) => tx.run(`update ship set rig = 'B'`))).rejects.toMatchObject({ code: '23514' })
      const brig = { ...rigs, codes: [...rigs.codes, { code: 'B', label: 'Brig' }] }
      const again = await reopen(withFields(ships, ship, { rig: oneOf(brig, 'Rig') }))
      expect(await again.transaction(writes, (tx) => tx.run(`update ship set rig = 'B' where name = 'Dunlin'`))).toBe(1)
      await expect(again.transaction(writes, (tx) => tx.run(`update ship set rig = 'Z'`))).rejects.toMatchObject({ code: '23514' })
    })

    test('with a kind more, its tables are there; with a view changed, the view says the new thing, now and then', async () => {
      const { database, reopen } = await given.fresh()
      await sailed(database)
      const crewed = {
        ...ships,
        kinds: [...ships.kinds, { ...voyage, table: 'outing' }],
        views: [{ name: 'sea_voyages', sql: 'select name, rig from ship' }],
      }
      const again = await reopen(crewed)
      const knownAt = new Date().toISOString()
      for (const who of [acting('reads'), acting('reads', { knownAt })])
        expect(await again.transaction(who, (tx) => tx.query('select name, rig from sea_voyages order by rig'))).toEqual([
          { name: 'Little Tern', rig: 'K' },
          { name: 'Dunlin', rig: 'S' },
        ])
      expect(await again.transaction(acting('reads'), (tx) => tx.query('select count(*) as n from outing'))).toEqual([{ n: 0 }])
    })

    test('what points to a record, and what pages look by, is found by an index, also where a later model looks by it', async () => {
      const { database, reopen } = await given.fresh()
      const indexes = async (of: OpenedDatabase) =>
        (
          await of.driver.transaction('owner', 'estuary', (tx) =>
            tx.query<{ is: string }>(
              `select split_part(indexdef, ' USING ', 2) as is from pg_indexes where schemaname = 'estuary' and tablename = 'voyage'`,
            ),
          )
        ).map(({ is }) => is)
      expect(await indexes(database)).toContain('btree (to_id) WHERE (to_id IS NOT NULL)')
      expect(await indexes(database)).not.toContain('btree (landed_on, to_id)')
      const looked = { ...voyage, foundBy: [['landedOn', 'to'], ['sightedAt']] }
      const again = await reopen({ ...ships, kinds: ships.kinds.map((kind) => (kind.table === 'voyage' ? looked : kind)) })
      expect(await indexes(again)).toEqual(expect.arrayContaining(['btree (landed_on, to_id)', 'btree (sighted_at)']))
    })

    test('the planner expects that whoever reads sees nearly every row', async () => {
      const { database } = await given.fresh()
      await database.transaction(writes, (tx) =>
        tx.run(`insert into ship (name, source) select 'Ship ' || n, 'test' from generate_series(1, 1000) n`),
      )
      await database.countAfresh()
      const [plan] = await database.transaction(acting('reads'), (tx) =>
        tx.query<{ 'QUERY PLAN': string }>('explain select name from ship'),
      )
      expect(Number(/rows=(\d+)/.exec(plan?.['QUERY PLAN'] ?? '')?.[1])).toBeGreaterThan(900)
    })

    // The embedded database is one process's, with one authority.
    test.skipIf(given.where === 'embedded')('two authorities in one database know nothing of each other', async () => {
      const { database, place } = await given.fresh()
      await sailed(database)
      const other = await openDatabase({ ...place, schema: 'moorland' }, ships)
      try {
        expect(await other.transaction(acting('reads'), (tx) => tx.query('select count(*) as n from ship'))).toEqual([{ n: 0 }])
        await other.transaction(writes, (tx) => tx.run(`insert into ship (name, source) values ('Of the moor', 'test')`))
        expect(
          await database.transaction(acting('reads'), (tx) => tx.query(`select count(*) as n from ship where name = 'Of the moor'`)),
        ).toEqual([{ n: 0 }])
      } finally {
        await other.close()
      }
    })

    test('with the longest names there may be, nothing is called anything longer than 50 bytes, and it can be brought to the model again', async () => {
      const table = 'a'.repeat(40)
      const long = {
        ...voyage,
        table,
        alike: ['papers'],
        fields: { ...voyage.fields, ['b'.repeat(40)]: oneOf(rigs, 'Long'), ['c'.repeat(37)]: reference(() => ship, 'Long') },
      }
      const longest = { ...ships, kinds: [...ships.kinds, long] }
      const { reopen } = await given.fresh()
      const database = await reopen(longest)
      const names = `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'estuary'
      union all select conname from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname = 'estuary' and k.contype <> 'n'`
      const found = await database.driver.transaction('owner', 'estuary', (tx) => tx.query<{ name: string }>(names))
      expect(found.filter(({ name }) => name.length > 50)).toEqual([])
      const before = await shape(database)
      await database.driver.transaction('owner', 'estuary', (tx) => tx.run(`update engine.model set fingerprint = 'another'`))
      expect(await shape(await reopen(longest))).toEqual(before)
    })

    test('a code that its list does not have, an end before its beginning, and a record about nobody are refused by the table itself', async () => {
      const add = (columns: string, values: string) =>
        given.database().transaction(writes, (tx) => tx.run(`insert into ${columns} values ${values}`))
      await expect(add('ship (name, rig, source)', `('Bad', 'X', 'test')`)).rejects.toMatchObject({ code: '23514' })
      await expect(add('voyage (person_id, source)', `(gen_random_uuid(), 'test')`)).rejects.toMatchObject({ code: '23503' })
      await expect(add('voyage (person_id, source)', `(null, 'test')`)).rejects.toMatchObject({ code: '23502' })
      await add('ship (id, name, rig, source)', `('00000000-0000-4000-8000-00000000000a', 'Good', 'Y', 'test')`)
      await expect(
        add(
          'voyage (person_id, source, sailed_on, landed_on)',
          `('00000000-0000-4000-8000-00000000000a', 'test', '2015-05-02', '2015-05-01')`,
        ),
      ).rejects.toMatchObject({ code: '23514' })
      await add(
        'voyage (person_id, source, sailed_on, landed_on)',
        `('00000000-0000-4000-8000-00000000000a', 'test', '2015-05-02', '2015-05-02')`,
      )
    })
  },
  ships,
)

describe('the name of an authority', () => {
  test.each([['Estuary'], ['1st'], ['estuary; drop schema engine'], [''], ['e'.repeat(32)]])('cannot be %j', async (schema) => {
    await expect(openDatabase({ folder: 'never-made', schema }, ships)).rejects.toThrow(
      `"${schema}" cannot name an authority: use up to 31 lower-case letters, digits and _.`,
    )
  })
})

test('what differs in a model differs in its fingerprint', () => {
  const brig = { ...rigs, codes: [...rigs.codes, { code: 'B', label: 'Brig' }] }
  const models = [
    ships,
    withFields(ships, ship, { homePort: text('Home port') }),
    withFields(ships, ship, { rig: oneOf(brig, 'Rig') }),
    withFields(ships, ship, { name: date('Name') }),
    { ...ships, views: [] },
    { ...ships, kinds: ships.kinds.slice(0, 2) },
  ]
  expect(new Set(models.map(fingerprint)).size).toBe(models.length)
  expect(fingerprint({ ...ships })).toBe(fingerprint(ships))
})
