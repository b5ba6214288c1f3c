import { expect, test } from 'vitest'
import { clocks, clockwork } from '../../src/clocks.ts'
import { setClock } from '../../src/authority/clock-settings.ts'
import { allDueDates, type DueDate } from '../../src/engine/clocks/due-dates.ts'
import { isKeptBy, keepAfter, keepAll, keepFor } from '../../src/engine/clocks/keep.ts'
import { partsOf } from '../../src/engine/clocks/subjects.ts'
import type { Database } from '../../src/engine/database/database.ts'
import { referral } from '../../src/practice/front-door/records.ts'
import { lookedAfterReview } from '../../src/practice/looked-after/records.ts'
import { person } from '../../src/practice/person/records.ts'
import { decidePair } from '../../src/practice/person/same-child.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { takeBackImport } from '../../src/returns/bring-in.ts'
import { february, january, toldByHand } from '../support/fillings.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** What is due is kept in the transaction that changes a record, and is the same whichever way it is worked out. */

const { role: _, ...as } = acting('imports')

const kept = (database: Database): Promise<unknown[]> =>
  database.transaction(acting('reads'), (tx) => tx.query('select to_jsonb(d) as due from due_date d order by d.subject, d.clock, d.number'))

const afresh = (database: Database) => database.transaction(acting('imports'), (tx) => keepAll(tx, clockwork))

const ofChild = (database: Database, number: string, clock: string, on = '2016-03-03'): Promise<DueDate[]> =>
  database.transaction(acting('reads'), async (tx) => {
    const [found] = await tx.query<{ id: string }>('select id from person where source_id = $1', [number])
    return allDueDates(tx, clockwork, { day: on, subjects: [found?.id ?? ''], clocks: [clock] })
  })

onBoth(
  'due dates',
  ({ database, fresh, onServer }) => {
    test('after an import they are those of everything worked out afresh', async () => {
      const before = await kept(database())
      expect(before.length).toBeGreaterThan(200)
      expect(await afresh(database())).toMatchObject({ written: 0, removed: 0, standing: before.length })
      expect(await kept(database())).toEqual(before)
    })

    onServer('thrown away, they come back the same: all at once, or one child after another', async () => {
      const before = await kept(database())
      await database().transaction(acting('imports'), (tx) => tx.run('delete from due_date'))
      expect(await afresh(database())).toMatchObject({ written: before.length })
      expect(await kept(database())).toEqual(before)
      await database().transaction(acting('imports'), async (tx) => {
        await tx.run('delete from due_date')
        for (const subject of clockwork.subjects) {
          const ids = await tx.query<{ id: string }>(`select id from ${subject.kind.table}`)
          await keepFor(
            tx,
            clockwork,
            subject,
            ids.map(({ id }) => id),
          )
        }
      })
      expect(await kept(database())).toEqual(before)
    })

    test('a record written changes what is due for its child in the same transaction, and an error leaves both as they were', async () => {
      const [running] = (await ofChild(database(), '204417', 'lac-review-second')).filter(({ state }) => state === 'running')
      expect(running).toMatchObject({ dueAt: '2016-04-29' })
      const write = (fail: boolean) =>
        database().transaction(acting('writes'), async (tx) => {
          const [review] = await tx.query<{ id: string }>(
            `insert into looked_after_review (person_id, held_on, source) values ($1, '2016-03-02', 'goldthread') returning id`,
            [running?.subject],
          )
          await keepAfter(tx, clockwork, lookedAfterReview, [review?.id ?? ''])
          if (fail) throw new Error('power cut')
          return review?.id ?? ''
        })
      await expect(write(true)).rejects.toThrow('power cut')
      expect((await ofChild(database(), '204417', 'lac-review-second')).at(-1)).toMatchObject({ state: 'running' })
      const review = await write(false)
      expect((await ofChild(database(), '204417', 'lac-review-second')).at(-1)).toMatchObject({ state: 'met', stoppedAt: '2016-03-02' })
      expect((await ofChild(database(), '204417', 'lac-review-next')).at(-1)).toMatchObject({ state: 'running', dueAt: '2016-09-02' })
      await database().transaction(acting('writes'), async (tx) => {
        await tx.run('update looked_after_review set withdrawn_at = engine.instant() where id = $1', [review])
        await keepAfter(tx, clockwork, lookedAfterReview, [review])
      })
      expect((await ofChild(database(), '204417', 'lac-review-second')).at(-1)).toMatchObject({ state: 'running', dueAt: '2016-04-29' })
      expect(await afresh(database())).toMatchObject({ written: 0, removed: 0 })
    })

    test('more due dates than are copied at once can be written by whoever may write, not only by who brings files in', async () => {
      await database().transaction(acting('writes'), async (tx) => {
        const [child] = await tx.query<{ id: string }>(`select id from person where source_id = '204417'`)
        const added = await tx.query<{ id: string }>(
          `insert into referral (person_id, received_on, source) select $1, '2016-02-01'::date - n % 300, 'goldthread' from generate_series(1, 320) n returning id`,
          [child?.id],
        )
        const ids = added.map(({ id }) => id)
        await keepAfter(tx, clockwork, referral, ids)
        const [due] = await tx.query<{ n: number }>('select count(*) as n from due_date where started_by = any ($1::uuid[])', [
          `{${ids.join(',')}}`,
        ])
        expect(due?.n).toBeGreaterThan(500)
        await tx.run('update referral set withdrawn_at = engine.instant() where id = any ($1::uuid[])', [`{${ids.join(',')}}`])
        await keepAfter(tx, clockwork, referral, ids)
      })
      expect(await afresh(database())).toMatchObject({ written: 0, removed: 0 })
    })

    onServer('as known at a past moment they are worked out from the records as they were known then', async () => {
      const then = await database().transaction({ ...acting('reads'), knownAt: '2016-02-10T12:00:00Z' }, async (tx) =>
        allDueDates(tx, clockwork, { day: '2016-02-10', open: true }),
      )
      const now = await database().transaction(acting('reads'), (tx) => allDueDates(tx, clockwork, { day: '2016-02-10', open: true }))
      expect(then.length).toBeGreaterThan(20)
      const lines = (some: readonly DueDate[]) => some.map(({ subject, clock, dueAt }) => `${subject} ${clock} ${dueAt}`).sort()
      // What the February extract mended or added was not known on the tenth.
      expect(lines(then)).not.toEqual(lines(now))
    })

    onServer('two records that are one child have the due dates of both, and each its own when that is undone', async () => {
      const [one] = await database().transaction(acting('reads'), (tx) =>
        tx.query<{ id: string }>(
          `select p.id from person p join period_of_care c on c.person_id = p.id where p.same_as_id is null and p.source_id <> '204417' order by p.id limit 1`,
        ),
      )
      const pair = await database().transaction(acting('writes'), async (tx) => {
        const [other] = await tx.query<{ id: string }>(
          `insert into person (source, source_id) values ('goldthread', 'other-number') returning id`,
        )
        await tx.run(`insert into period_of_care (person_id, started_on, source) values ($1, '2001-03-01', 'goldthread')`, [other?.id])
        const [listed] = await tx.query<{ id: string }>(
          `insert into likely_pair (one_id, other_id, why, source) values ($1, $2, 'Same pupil number', 'goldthread') returning id`,
          [one?.id, other?.id],
        )
        await keepAfter(tx, clockwork, person, [other?.id ?? ''])
        return { id: listed?.id ?? '', other: other?.id ?? '' }
      })
      const count = (id: string) =>
        database().transaction(
          acting('reads'),
          async (tx) => (await tx.query<{ n: number }>('select count(*) as n from due_date where subject = $1', [id]))[0]?.n ?? 0,
        )
      const apart = [await count(one?.id ?? ''), await count(pair.other)]
      const decide = (decision: 'same' | null) =>
        database().transaction(acting('writes'), async (tx) => keepAfter(tx, clockwork, person, await decidePair(tx, pair.id, decision)))
      await decide('same')
      expect(await afresh(database())).toMatchObject({ written: 0, removed: 0 })
      await decide(null)
      expect([await count(one?.id ?? ''), await count(pair.other)]).toEqual(apart)
      expect(await afresh(database())).toMatchObject({ written: 0, removed: 0 })
    })

    onServer('a setting of the authority moves what is due, and is noticed where it was not worked out with it', async () => {
      await afresh(database())
      const isKept = () => database().transaction(acting('reads'), (tx) => isKeptBy(tx, clockwork))
      expect(await isKept()).toBe(true)
      await database().transaction(acting('writes'), (tx) => setClock(tx, 'lac-review-first', { inUseFrom: '2015-01-01' }))
      expect(await isKept()).toBe(false)
      const { removed } = await afresh(database())
      expect(removed).toBeGreaterThan(0)
      expect(await ofChild(database(), '204417', 'lac-review-first')).toMatchObject([{ startedAt: '2016-01-04' }])
      await database().transaction(acting('writes'), (tx) => setClock(tx, 'lac-review-first', { inUseFrom: null }))
      await afresh(database())
    })

    onServer('an import taken back leaves nothing due that it alone had said', async () => {
      const { database: one } = await fresh(january)
      expect((await kept(one)).length).toBeGreaterThan(200)
      const [brought] = await one.transaction(acting('reads'), (tx) => tx.query<{ id: string }>('select id from import'))
      await takeBackImport(one, as, brought?.id ?? '', recordKinds)
      expect(await kept(one)).toEqual([])
    })
  },
  { embedded: toldByHand, server: february },
)

test('every kind a clock reads leads to whom the clock is about', () => {
  for (const subject of clockwork.subjects) expect(partsOf(clockwork, subject).length, subject.kind.table).toBeGreaterThan(0)
  for (const clock of clocks)
    expect(
      clockwork.subjects.map(({ kind }) => kind),
      clock.id,
    ).toContain(clock.about)
  expect(new Set(clocks.map(({ id }) => id)).size).toBe(clocks.length)
})
