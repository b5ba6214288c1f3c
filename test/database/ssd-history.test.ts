import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/engine/database/database.ts'
import { ssdTables } from '../../src/returns/ssd/layout.ts'
import { bring, extractOf } from '../support/ssd-files.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** The Standard Safeguarding Dataset as it was known: what an analyst’s own SQL gives, asked of any moment of the past. */
onBoth('the dataset’s views', (given) => {
  const ask = (sql: string, knownAt?: string) => given.database().transaction(acting('reads', { knownAt }), (tx) => tx.query<Row>(sql))

  test('whatever the extracts said and left out, each moment of the past reads as the last extract before it', async () => {
    let turn = 0
    const said = fc.record({
      forename: fc.constantFrom('Teal', 'Tern', 'Knot'),
      nationality: fc.constantFrom('', 'Irish', 'Polish'),
      missing: fc.subarray(['a', 'b', 'c']),
      at: fc.constantFrom('21:15:00', '22:30:00'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 2, maxLength: 4 }), async (extracts) => {
        const id = `V${++turn}`
        const known: { at: string; people: Row[]; missing: Row[] }[] = [{ at: new Date().toISOString(), people: [], missing: [] }]
        for (const { forename, nationality, missing, at } of extracts) {
          await bring(
            given.database(),
            extractOf({
              ssd_person: [
                {
                  pers_person_id: id,
                  pers_forename: forename,
                  pers_surname: `Number ${id}`,
                  pers_dob: '2008-05-01',
                  pers_nationality: nationality,
                },
              ],
              ssd_missing: ['a', 'b', 'c', 'none'].map((which) =>
                missing.includes(which)
                  ? {
                      miss_table_id: `${id}${which}`,
                      miss_person_id: id,
                      miss_missing_episode_start_date: `2015-06-0${'abc'.indexOf(which) + 1} ${at}`,
                      miss_missing_episode_type: 'M',
                    }
                  : { miss_table_id: '', miss_person_id: '', miss_missing_episode_start_date: '', miss_missing_episode_type: '' },
              ),
            }),
          )
          const [now] = await ask('select clock_timestamp() as now')
          known.push({
            at: `${String(now?.now).replace(' ', 'T')}:00`,
            people: [{ pers_person_id: id, pers_forename: forename, pers_nationality: nationality === '' ? null : nationality }],
            missing: missing.map((which) => ({
              miss_table_id: `${id}${which}`,
              miss_missing_episode_start_date: `2015-06-0${'abc'.indexOf(which) + 1} ${at}`,
            })),
          })
        }
        for (const { at, people, missing } of [...known, { ...(known.at(-1) as (typeof known)[number]), at: undefined }]) {
          expect(
            await ask(`select pers_person_id, pers_forename, pers_nationality from ssd_person where pers_person_id = '${id}'`, at),
          ).toEqual(people)
          expect(
            await ask(
              `select miss_table_id, miss_missing_episode_start_date from ssd_missing where miss_person_id = '${id}' order by 1`,
              at,
            ),
          ).toEqual(missing)
        }
      }),
      { numRuns: 3, endOnFailure: true },
    )
  })

  test('every view can be asked, now and of the past, and has the columns of the standard in their order', async () => {
    for (const knownAt of [undefined, '2016-01-01T00:00:00Z']) {
      const columns = await ask(
        `select c.relname as view, array_agg(a.attname::text order by a.attnum) as columns from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = '${knownAt ? 'estuary_then' : 'estuary'}' and c.relname like 'ssd\\_%' and c.relkind = 'v' and a.attnum > 0 group by 1`,
        knownAt,
      )
      expect(Object.fromEntries(columns.map(({ view, columns: names }) => [view, names]))).toEqual(
        Object.fromEntries(ssdTables.map(({ table, columns: all }) => [table, all.map(({ name }) => name)])),
      )
      for (const { table } of ssdTables)
        expect((await ask(`select count(*) as n from ${table}`, knownAt))[0], table).toMatchObject({ n: expect.any(Number) })
    }
  })

  describe('a sealed record', () => {
    test('is in no view for who has not the key, now or in the past', async () => {
      const sealed = acting('writes', { keys: ['staff', 'circle'] })
      await given.database().transaction(sealed, async (tx) => {
        const [row] = await tx.query<{ id: string }>(
          `insert into person (forename, surname, source_id, source, seen_by) values ('Sealed', 'Heron', 'SEALED1', 'goldthread', '{circle}') returning id`,
        )
        await tx.run(
          `insert into missing_episode (person_id, went_missing_at, source, seen_by) values ($1, '2015-06-01', 'goldthread', '{circle}')`,
          [row?.id],
        )
      })
      const knownAt = new Date(Date.now() + 60_000).toISOString()
      for (const when of [undefined, knownAt]) {
        const counts = `select (select count(*) from ssd_person where pers_person_id = 'SEALED1') as people, (select count(*) from ssd_cohort where dim_person_id = 'SEALED1') as cohort,
          (select count(*) from ssd_missing where miss_person_id = 'SEALED1') as missing`
        expect(await ask(counts, when)).toEqual([{ people: 0, cohort: 0, missing: 0 }])
        const seen = await given.database().transaction(acting('reads', { keys: ['circle'], knownAt: when }), (tx) => tx.query(counts))
        expect(seen).toEqual([{ people: 1, cohort: 1, missing: 1 }])
      }
    })
  })
})
