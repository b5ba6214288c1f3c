import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeFeed } from '../../src/engine/access/feeds.ts'
import { moveTo } from '../../src/engine/records/move.ts'
import { openDatabase } from '../../src/engine/records/open.ts'
import { model } from '../../src/model.ts'
import { bring, extractOf, type Tables } from '../support/ssd-files.ts'
import { serverForTests } from '../support/postgres.ts'
import { empty, type Filling } from '../support/ready-databases.ts'
import { acting, freshForOneTest, freshPlace, type OpenedDatabase, type Where } from '../support/two-databases.ts'

/** The checksum of every table of the authority, over every column of every row. What is due, measured and signalled is worked out where it arrives. */
async function checksums(database: OpenedDatabase): Promise<Record<string, string>> {
  return database.driver.transaction('owner', 'estuary', async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'estuary' and c.relkind = 'r' and c.relname not in ('due_date', 'due_date_basis', 'fact', 'fact_spells', 'fact_count', 'measure_told', 'signal_run', 'signal_told', 'signal_subjects') order by 1`,
    )
    const sums: Record<string, string> = {}
    for (const { name } of tables) {
      const hash = createHash('sha256')
      let rows = 0
      for await (const { row } of tx.stream<{ row: string }>(
        `select to_jsonb(t)::text as row from estuary.${name} t order by to_jsonb(t)::text collate "C"`,
      )) {
        hash.update(`${row}\n`)
        rows++
      }
      sums[name] = `${rows} rows, ${hash.digest('hex').slice(0, 16)}`
    }
    return sums
  })
}

const extract = (forename: string): Tables => ({
  ssd_person: [
    {
      pers_person_id: '1',
      pers_forename: forename,
      pers_surname: 'O\'Tern \\ "Reed"',
      pers_dob: '2008-05-01',
      pers_nationality: '两个\tline\nend',
    },
    { pers_person_id: '2', pers_forename: 'Knot', pers_surname: '', pers_dob: '2061-05-01' },
  ],
  ssd_missing: [
    { miss_table_id: 'M1', miss_person_id: '1', miss_missing_episode_start_date: '2015-06-05 21:15:00', miss_missing_episode_type: 'M' },
  ],
  ssd_address: [{ addr_table_id: 'A1', addr_person_id: '1', addr_address_json: '{"TOWN":"Estuary","HOUSE":"1\\\\2"}' }],
  ssd_initial_cp_conference: [{ icpc_icpc_id: 'I1', icpc_person_id: '1', icpc_cp_plan_id: 'C1', icpc_icpc_date: '2015-04-01' }],
  ssd_cp_plans: [{ cppl_cp_plan_id: 'C1', cppl_icpc_id: 'I1', cppl_person_id: '1', cppl_cp_plan_start_date: '2015-04-01' }],
  ssd_cla_placement: [
    {
      clap_cla_placement_id: 'P1',
      clap_cla_id: 'L1',
      clap_person_id: '1',
      clap_cla_placement_start_date: '2015-01-05',
      clap_cla_placement_distance: '4.50',
    },
  ],
  ssd_department: [
    { dept_team_id: 'T1', dept_team_name: 'Inner', dept_team_parent_id: 'T2' },
    { dept_team_id: 'T2', dept_team_name: 'Outer', dept_team_parent_id: '' },
  ],
})

/** A database with something in every corner: two extracts, a refusal, history, a withdrawn record, a sealed row, a private address, a look. */
const inEveryCorner: Filling = { name: 'corners', model, on: empty(), fill: fillEveryCorner }

const filled = async (where: Where): Promise<OpenedDatabase> => (await freshForOneTest(where, inEveryCorner)).database

async function fillEveryCorner(database: OpenedDatabase): Promise<void> {
  await bring(database, extractOf(extract('Teal')))
  await bring(
    database,
    extractOf({
      ...extract('Tern'),
      ssd_missing: [
        { miss_table_id: 'M2', miss_person_id: '1', miss_missing_episode_start_date: '2015-07-05', miss_missing_episode_type: 'A' },
      ],
    }),
  )
  await database.transaction(acting('writes', { keys: ['staff', 'circle'] }), async (tx) => {
    await tx.run(`insert into person (forename, source, seen_by) values ('Sealed', 'goldthread', '{circle,"a b"}')`)
  })
  await database.transaction(acting('writes'), makeFeed)
  await database.transaction(acting('reads'), (tx) =>
    tx.run(`insert into look (role, name, detail) values ('operator', 'Opened a record', '{"outcome": "seen"}')`),
  )
}

const pairs: readonly (readonly [Where, Where])[] = [
  ['embedded', 'server'],
  ['server', 'embedded'],
]

describe.skipIf(serverForTests() === null)('moving an authority', () => {
  test.each(pairs)('from %s to %s carries everything, to the last letter: records, history, imports and looks', async (from, to) => {
    const here = await filled(from)
    const { place, remove } = await freshPlace(to)
    try {
      const before = await checksums(here)
      const moved = await moveTo(here, place, model)
      const there = await openDatabase(place, model)
      try {
        expect(await checksums(there)).toEqual(before)
        expect(await checksums(here)).toEqual(before)
        expect(Object.fromEntries(moved.map(({ table, rows }) => [table, rows]))).toEqual(
          Object.fromEntries(Object.entries(before).map(([table, sum]) => [table, Number(sum.split(' ')[0])])),
        )
        for (const table of ['person', 'person_history', 'missing_episode', 'import', 'import_refusal', 'look', 'team'])
          expect(before[table]).not.toMatch(/^0 rows/)
        // What was moved goes on living: the next extract finds its records and keeps what was.
        const next = await bring(there, extractOf(extract('Knot')))
        expect(next.counts('Person')).toEqual([0, 1, 0, 0, 1])
        expect(next.counts('Missing episode')).toEqual([0, 1, 0, 1, 0])
        const history = await there.transaction(acting('reads'), (tx) =>
          tx.query(`select forename from person_history order by known_from`),
        )
        expect(history).toEqual([{ forename: 'Teal' }, { forename: 'Tern' }])
      } finally {
        await there.close()
      }
    } finally {
      await remove()
    }
  })

  test.each(pairs)(
    'from %s to %s, where there is something already, is refused with a sentence, and both stay as they were',
    async (from, to) => {
      const here = await filled(from)
      const { database: there, place, reopen } = await freshForOneTest(to)
      await there.transaction(acting('writes'), (tx) =>
        tx.run(`insert into account (subject, name, role, source) values ('a', 'Reed Bunting', 'auditor', 'goldthread')`),
      )
      const before = [await checksums(here), await checksums(there)]
      await there.close()
      await expect(moveTo(here, place, model)).rejects.toThrow('The other database already holds rows of estuary (in account).')
      expect([await checksums(here), await checksums(await reopen())]).toEqual(before)
    },
  )

  test('while people go on writing carries what stood at one moment, with nothing pointing at what is not there', async () => {
    const here = await filled('server')
    const { place, remove } = await freshPlace('embedded')
    try {
      let written: Promise<unknown> | undefined
      await moveTo(here, place, model, (words) => {
        // The person comes after the people have been carried, and before the missing episodes are.
        if (words !== 'Carrying person_history') return
        written = here.transaction(acting('writes'), async (tx) => {
          const [late] = await tx.query<{ id: string }>(`insert into person (forename, source) values ('Late', 'goldthread') returning id`)
          await tx.run(`insert into missing_episode (person_id, went_missing_at, source) values ($1, '2015-06-01', 'goldthread')`, [
            late?.id,
          ])
        })
      })
      await written
      const there = await openDatabase(place, model)
      try {
        const late = `select (select count(*) from person where forename = 'Late') as people, (select count(*) from missing_episode where source = 'goldthread') as episodes`
        expect(await there.transaction(acting('reads'), (tx) => tx.query(late))).toEqual([{ people: 0, episodes: 0 }])
        expect(await here.transaction(acting('reads'), (tx) => tx.query(late))).toEqual([{ people: 1, episodes: 1 }])
      } finally {
        await there.close()
      }
    } finally {
      await remove()
    }
  })

  test('one that breaks off half-way leaves nothing there', async () => {
    const here = await filled('embedded')
    const { place, remove } = await freshPlace('server')
    try {
      const breaksOff = (words: string): void => {
        if (words === 'Carrying missing_episode') throw new Error('the line went dead')
      }
      await expect(moveTo(here, place, model, breaksOff)).rejects.toThrow('the line went dead')
      const there = await openDatabase(place, model)
      try {
        expect(Object.values(await checksums(there)).filter((sum) => !sum.startsWith('0 rows'))).toEqual([])
      } finally {
        await there.close()
      }
    } finally {
      await remove()
    }
  })
})
