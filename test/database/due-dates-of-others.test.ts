import { expect, test } from 'vitest'
import { clockwork } from '../../src/clocks.ts'
import { keepAfter, keepAll } from '../../src/engine/clocks/keep.ts'
import { supervision } from '../../src/oversight/records.ts'
import type { Transaction } from '../../src/engine/database/database.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** Clocks that are not about a child: due dates of a worker, a household, a home, a complaint, a meeting, a report. */

const written = async (tx: Transaction, table: string, says: Readonly<Record<string, unknown>>): Promise<string> => {
  const names = Object.keys(says)
  const [row] = await tx.query<{ id: string }>(
    `insert into ${table} (source, ${names.join(', ')}) values ('a test', ${names.map((_, place) => `$${place + 1}`).join(', ')}) returning id`,
    Object.values(says),
  )
  return row?.id ?? ''
}

const dueOf = (tx: Transaction, subject: string) =>
  tx.query<{ clock: string; due_on: string; stopped_on: string | null }>(
    'select clock, due_on, stopped_on from due_date where subject = $1 order by clock, number',
    [subject],
  )

onBoth('due dates of others than children', ({ database }) => {
  test('are worked out from their own records and from those that refer to them', async () => {
    await database().transaction(acting('imports'), async (tx) => {
      const complaint = await written(tx, 'complaint', { received_on: '2016-01-11', acknowledged_on: '2016-01-12' })
      const household = await written(tx, 'fostering_household', { approved_on: '2016-01-04' })
      await written(tx, 'foster_carer_visit', { household_id: household, visited_on: '2016-02-01' })
      const report = await written(tx, 'regular_report', { type: 'CIN', counted_from: '2016-03-31' })
      const child = await written(tx, 'person', { forename: 'Wren', surname: 'Hollis' })
      const worker = await written(tx, 'professional', { name: 'A worker' })
      await written(tx, 'involvement', { person_id: child, worker_id: worker, role: 'CW', started_on: '2016-01-04' })
      await keepAll(tx, clockwork)

      expect(await dueOf(tx, complaint)).toMatchObject([
        { clock: 'complaint-ack', due_on: '2016-01-13', stopped_on: '2016-01-12' },
        { clock: 'complaint-stage1', due_on: '2016-01-25', stopped_on: null },
        { clock: 'complaint-stage1-max', due_on: '2016-02-08', stopped_on: null },
      ])
      expect(await dueOf(tx, household)).toMatchObject([
        { clock: 'foster-review-first', due_on: '2017-01-04' },
        { clock: 'foster-supervision', due_on: '2016-02-15', stopped_on: '2016-02-01' },
        { clock: 'foster-supervision', due_on: '2016-03-14', stopped_on: null },
        { clock: 'foster-tsds', due_on: '2017-01-04' },
        { clock: 'foster-unannounced', due_on: '2017-01-04' },
      ])
      expect(await dueOf(tx, report)).toMatchObject([{ clock: 'return-cin', due_on: '2016-07-31' }])
      expect(await dueOf(tx, worker)).toMatchObject([{ clock: 'supervision-monthly', due_on: '2016-02-04', stopped_on: null }])

      const held = await written(tx, 'supervision', { worker_id: worker, held_on: '2016-01-29' })
      await keepAfter(tx, clockwork, supervision, [held])
      expect(await dueOf(tx, worker)).toMatchObject([
        { clock: 'supervision-monthly', due_on: '2016-02-04', stopped_on: '2016-01-29' },
        { clock: 'supervision-monthly', due_on: '2016-02-29', stopped_on: null },
      ])
    })
  })
})
