import { expect, test } from 'vitest'
import { onBoth, type OpenedDatabase } from '../support/two-databases.ts'
import { loadAuthority } from '../../demo/estuary/load.ts'
import { withoutIndexes } from '../../demo/estuary/without-indexes.ts'
import { sizes, type WorldAsked } from '../../demo/estuary/world.ts'

const asked: WorldAsked = { size: sizes.small, seed: 1, from: '2016-01-01', to: '2016-12-31', planted: true }

/** Every index, key and check of the authority’s tables, as the catalogue says what makes it. */
const declared = (database: OpenedDatabase): Promise<Record<string, unknown>[]> =>
  database.driver.transaction('owner', database.schema, (tx) =>
    tx.query(
      `select tablename as of, indexname as name, indexdef as made, null::boolean as checked, null::boolean as late from pg_indexes where schemaname = 'estuary'
       union all select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated, condeferred from pg_constraint
       where connamespace = 'estuary'::regnamespace order by 1, 2, 3`,
    ),
  )
const counted = async (database: OpenedDatabase): Promise<number> => {
  const [row] = await database.driver.transaction('owner', database.schema, (tx) =>
    tx.query<{ n: number }>('select count(*) as n from estuary.person'),
  )
  return row?.n ?? -1
}

onBoth('an authority brought in', ({ fresh, onServer }) => {
  test('leaves every index, key and check as it was declared', async () => {
    const { database } = await fresh()
    const before = await declared(database)
    expect(before.length).toBeGreaterThan(800)
    const shares: number[] = []
    const { children } = await loadAuthority(database, asked, { today: '2016-12-31', progress: (share) => shares.push(share) })
    expect(await declared(database)).toEqual(before)
    expect(await counted(database)).toBe(children)
    expect(shares.length).toBeGreaterThan(2)
    expect(shares).toEqual([...shares].sort((one, other) => one - other))
    await expect(loadAuthority(database, asked, { today: '2016-12-31' })).rejects.toThrow('There are children here already')
  })

  test('that holds what a key does not allow is refused, and all is as it was', async () => {
    const { database } = await fresh()
    const before = await declared(database)
    const spoilt = database.driver.transaction('owner', database.schema, async (tx, connection) => {
      await connection.script('set local search_path = estuary, engine, public')
      await withoutIndexes(connection, async () => {
        const columns = 'id, person_id, source, known_from, changed_by'
        const nobody = '00000000-0000-4000-8000-000000000000'
        await tx.copyIn(`address (${columns})`, [`00000000-0000-4000-8000-000000000001\t${nobody}\ttest\t2016-01-01\ttest\n`])
      })
    })
    await expect(spoilt).rejects.toMatchObject({ code: '23503' })
    expect(await declared(database)).toEqual(before)
  })

  onServer('whose telling fails, or a piece of which cannot be copied in, leaves nothing', async () => {
    const { database } = await fresh()
    const beyond = { ...asked, from: '2070-01-01', to: '2070-12-31' }
    await expect(loadAuthority(database, beyond, { today: '2070-12-31' })).rejects.toThrow('Bank holidays')
    await expect(loadAuthority(database, asked, { today: '2016-12-31', progress: () => { throw new Error('no more') } })).rejects.toThrow('no more') // prettier-ignore
    await database.driver.transaction('owner', database.schema, (tx) =>
      tx.run('alter table estuary.referral add constraint none check (false)'),
    )
    await expect(loadAuthority(database, asked, { today: '2016-12-31' })).rejects.toMatchObject({ code: '23514' })
    expect(await counted(database)).toBe(0)
  })
})
