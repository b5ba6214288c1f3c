import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ship, ships } from '../../../test/support/ships.ts'
import { acting, onBoth } from '../../../test/support/two-databases.ts'
import type { Acting, Transaction } from '../database/database.ts'
import { findRecord, versionsOf } from './read.ts'

const instant = (step: number): string => new Date(Date.UTC(2016, 0, 1) + step * 60_000).toISOString()
const just = (before: string): string => new Date(Date.parse(before) - 1).toISOString()

/** What someone did to a ship: when, who, why, and what they wrote. */
interface Done {
  readonly ship: number
  /** Minutes since what was done before it; none is the same instant. */
  readonly later: number
  readonly actor: string
  readonly reason: string | null
  readonly name: string | null
  readonly rig: string | null
  readonly launchedOn: string | null
  readonly withdrawn: boolean
}

const anyDone: fc.Arbitrary<Done> = fc.record({
  ship: fc.integer({ min: 0, max: 2 }),
  later: fc.constantFrom(0, 1, 1, 2),
  actor: fc.constantFrom('Ada', 'Ben', "Cass O'Hara"),
  reason: fc.constantFrom(null, 'Told by the harbour', 'Ein "Grund" \\ mit\nZeile'),
  name: fc.option(fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\\', "'", '\t', '\n', 'é', '🚢', '"'), maxLength: 8 })),
  rig: fc.constantFrom(null, 'S', 'K', 'Y'),
  launchedOn: fc.constantFrom(null, '1999-12-31', '2015-02-28'),
  withdrawn: fc.boolean(),
})

/** A version in the plain model that the test keeps beside the database. */
interface Version {
  readonly from: string
  readonly actor: string
  /** Who ended the version before: the first of those who wrote at this instant. */
  readonly endedTheLast: string
  readonly reason: string | null
  readonly said: {
    readonly name: string | null
    readonly rig: string | null
    readonly launchedOn: string | null
    readonly withdrawn: boolean
  }
}

onBoth(
  'history',
  (given) => {
    const as = <T>(who: Partial<Acting>, work: (tx: Transaction) => Promise<T>) => given.database().transaction(acting('writes', who), work)

    test('whatever is done and in whatever order, every moment of the past reads as it was, nothing is lost, and who and why are kept', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyDone, { minLength: 1, maxLength: 14 }), async (all) => {
          const ids = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
          const held: Version[][] = [[], [], []]
          let step = 0
          for (const { ship: number, later, actor, reason, name, rig, launchedOn, withdrawn } of all) {
            step += later
            const at = instant(step)
            const versions = held[number] as Version[]
            const id = ids[number] as string
            await as({ actor, at, reason: reason ?? undefined }, (tx) =>
              versions.length === 0
                ? tx.run(`insert into ship (id, name, rig, launched_on, withdrawn_at, source) values ($1, $2, $3, $4, $5, 'test')`, [
                    id,
                    name,
                    rig,
                    launchedOn,
                    withdrawn ? at : null,
                  ])
                : tx.run('update ship set name = $2, rig = $3, launched_on = $4, withdrawn_at = $5 where id = $1', [
                    id,
                    name,
                    rig,
                    launchedOn,
                    withdrawn ? at : null,
                  ]),
            )
            const again = versions.at(-1)?.from === at ? versions.pop() : undefined
            versions.push({
              from: at,
              actor,
              endedTheLast: again?.endedTheLast ?? actor,
              reason,
              said: { name, rig, launchedOn, withdrawn },
            })
          }

          const moments = [...new Set(held.flat().flatMap(({ from }) => [just(from), from]))]
          for (const moment of [...moments, instant(step + 1000)]) {
            const expected = held.flatMap((versions, number) => {
              const then = versions.findLast(({ from }) => from <= moment)
              return then ? [{ id: ids[number], ...then.said, actor: then.actor, reason: then.reason }] : []
            })
            const found = await given
              .database()
              .transaction(acting('reads', { knownAt: moment }), (tx) =>
                tx.query<{ id: string }>(
                  `select id, name, rig, launched_on as "launchedOn", withdrawn_at is not null as withdrawn, changed_by as actor, reason from ship where id = any ($1::uuid[])`,
                  [`{${ids.join(',')}}`],
                ),
              )
            const inOrder = (rows: { id: string | undefined }[]) => rows.toSorted((a, b) => String(a.id).localeCompare(String(b.id)))
            expect(inOrder(found)).toEqual(inOrder(expected))
          }

          for (const [number, versions] of held.entries()) {
            const read = await given.database().transaction(acting('reads'), (tx) => versionsOf(tx, ship, ids[number] as string))
            const newestFirst = versions.toReversed()
            expect(
              read.map(({ record }) => [new Date(record.knownFrom).toISOString(), record.changedBy, record.reason, record.name]),
            ).toEqual(newestFirst.map(({ from, actor, reason, said }) => [from, actor, reason, said.name]))
            expect(
              read.map(({ knownUntil, endedBy }) => [knownUntil === null ? null : new Date(knownUntil).toISOString(), endedBy]),
            ).toEqual(
              newestFirst.map((_, place) =>
                place === 0 ? [null, null] : [newestFirst[place - 1]?.from, newestFirst[place - 1]?.endedTheLast],
              ),
            )
          }
        }),
        { numRuns: 12 },
      )
    })

    describe('one change', () => {
      const launch = (at: string, more = '') =>
        as(
          { at },
          async (tx) =>
            (
              await tx.query<{ id: string }>(
                `insert into ship (name, source${more ? ', former_name' : ''}) values ('First', 'test'${more}) returning id`,
              )
            )[0]?.id as string,
        )

      test('keeps what was there, from when to when, who ended it and why', async () => {
        const id = await launch(instant(0))
        await as({ at: instant(5), actor: 'Ben', reason: 'Misheard' }, (tx) =>
          tx.run(`update ship set name = 'Second' where id = $1`, [id]),
        )
        const history = await as({}, (tx) =>
          tx.query('select name, known_from, changed_by, reason, known_until, ended_by, ended_because from ship_history where id = $1', [
            id,
          ]),
        )
        expect(history).toEqual([
          {
            name: 'First',
            known_from: '2016-01-01 00:00:00+00',
            changed_by: 'tester',
            reason: null,
            known_until: '2016-01-01 00:05:00+00',
            ended_by: 'Ben',
            ended_because: 'Misheard',
          },
        ])
      })

      test('of every type of field comes back from history as it was', async () => {
        const harbour = await as(
          { at: instant(0) },
          async (tx) =>
            (await tx.query<{ id: string }>(`insert into harbour (name, source) values ('Tern Quay', 'test') returning id`))[0]?.id,
        )
        const ship = await launch(instant(0))
        const before = {
          sailed_on: '2015-03-29',
          landed_on: '2015-04-01',
          sighted_at: '2015-03-30',
          sighted_at_time: '23:59:59',
          tons: '120.50',
          crew: 7,
          lost: false,
          cargo: ['COAL', 'SALT'],
          checked: { HULL: 'Y', SAILS: '' },
          log: { 'A "head"': 'two\nlines \\ é 🚢' },
          papers: '00123',
          to_id: harbour,
          seen_by: null,
          others: { tons: 'other' },
        }
        const columns = Object.keys(before)
        const [row] = await as({ at: instant(1) }, (tx) =>
          tx.query<{ id: string }>(
            `insert into voyage (person_id, source, ${columns.join(', ')}) values ($1, 'test', ${columns.map((_, place) => `$${place + 2}`).join(', ')}) returning id`,
            [
              ship,
              ...Object.values(before).map((value) =>
                Array.isArray(value) ? `{${value.join(',')}}` : typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
              ),
            ],
          ),
        )
        await as({ at: instant(2) }, (tx) =>
          tx.run(`update voyage set ${columns.map((column) => `${column} = null`).join(', ')} where id = $1`, [row?.id]),
        )
        for (const [table, knownAt] of [
          ['voyage_history', undefined],
          ['voyage', instant(1)],
        ] as const)
          expect(
            await given
              .database()
              .transaction(acting('reads', { knownAt }), (tx) =>
                tx.query(`select ${columns.join(', ')} from ${table} where id = $1`, [row?.id]),
              ),
          ).toEqual([before])
      })

      test('to many rows at once keeps them all', async () => {
        await as({ at: instant(0), reason: 'Fleet' }, (tx) =>
          tx.run(`insert into ship (name, source) select 'Fleet ' || n, 'fleet' from generate_series(1, 5001) n`),
        )
        expect(await as({ at: instant(1) }, (tx) => tx.run(`update ship set rig = 'K' where source = 'fleet'`))).toBe(5_001)
        const kept = await as({}, (tx) =>
          tx.query(
            `select count(*) as rows, count(distinct name) as names, count(distinct id) as ids from ship_history where source = 'fleet' and rig is null`,
          ),
        )
        expect(kept).toEqual([{ rows: 5_001, names: 5_001, ids: 5_001 }])
      })

      test('that is undone leaves no history', async () => {
        const id = await launch(instant(0))
        const undone = as({ at: instant(1) }, async (tx) => {
          await tx.run(`update ship set name = 'Never' where id = $1`, [id])
          throw new Error('no')
        })
        await expect(undone).rejects.toThrow('no')
        expect(await as({}, (tx) => versionsOf(tx, ship, id))).toHaveLength(1)
      })

      test('written twice in one transaction is one change, unless the transaction moves on', async () => {
        const id = await launch(instant(0))
        await as({ at: instant(1) }, async (tx) => {
          await tx.run(`update ship set name = 'Slip of the pen' where id = $1`, [id])
          await tx.run(`update ship set name = 'Meant' where id = $1`, [id])
          await tx.later()
          await tx.run(`update ship set name = 'Later' where id = $1`, [id])
        })
        const versions = await as({}, (tx) => versionsOf(tx, ship, id))
        expect(versions.map(({ record }) => record.name)).toEqual(['Later', 'Meant', 'First'])
      })

      test('by someone who began before a change already made does not bury that change: all three are kept, in order', async () => {
        const id = await launch(instant(0))
        await as({ at: instant(10), actor: 'quick' }, (tx) => tx.run(`update ship set name = 'By the quick' where id = $1`, [id]))
        await as({ at: instant(5), actor: 'slow' }, (tx) => tx.run(`update ship set name = 'By the slow' where id = $1`, [id]))
        const versions = await as({}, (tx) => versionsOf(tx, ship, id))
        expect(versions.map(({ record, knownUntil }) => [record.name, record.changedBy, record.knownFrom, knownUntil])).toEqual([
          ['By the slow', 'slow', '2016-01-01T00:10:00.000001+00:00', null],
          ['By the quick', 'quick', '2016-01-01T00:10:00+00:00', '2016-01-01T00:10:00.000001+00:00'],
          ['First', 'tester', '2016-01-01T00:00:00+00:00', '2016-01-01T00:10:00+00:00'],
        ])
      })

      test('seen from the past, a record has only the versions that were held by then', async () => {
        const id = await launch(instant(0))
        for (const step of [2, 4])
          await as({ at: instant(step) }, (tx) => tx.run('update ship set name = $2 where id = $1', [id, `At ${step}`]))
        const seen = await given.database().transaction(acting('reads', { knownAt: instant(3) }), async (tx) => ({
          record: (await findRecord(tx, ship, id))?.record.name,
          versions: (await versionsOf(tx, ship, id)).map(({ record }) => record.name),
        }))
        expect(seen).toEqual({ record: 'At 2', versions: ['At 2', 'First'] })
      })
    })
  },
  ships,
)
