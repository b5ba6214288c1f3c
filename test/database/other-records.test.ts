import { describe, expect, test } from 'vitest'
import { professional } from '../../src/authority/records.ts'
import type { Transaction } from '../../src/engine/database/database.ts'
import type { RecordKind } from '../../src/engine/records/kind.ts'
import { publicMeeting, regularReport } from '../../src/governance/records.ts'
import { supervision } from '../../src/oversight/records.ts'
import { countReferringTo, findRecords, recordsAPage } from '../../src/practice/record/find-records.ts'
import { referenceChoices } from '../../src/practice/record/reference-choices.ts'
import { titlesOf } from '../../src/practice/record/reference-titles.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** The lists of records that stand in no child's: their order, their pages, and whom they name. */

onBoth('records about no child', ({ database }) => {
  const insert = async (tx: Transaction, sql: string, values: readonly unknown[]): Promise<string> =>
    (await tx.query<{ id: string }>(`insert into ${sql} returning id`, values))[0]?.id ?? ''
  const asked = { sought: '', order: 'up', withdrawn: false, page: 1 } as const

  describe('in a list', () => {
    test('codes stand in the order of their words, and of those that are equal the latest comes first', async () => {
      const listed = await database().transaction(acting('writes'), async (tx) => {
        for (const type of ['903', 'ADOPT', 'CIN', 'FOST'])
          await insert(tx, `regular_report (type, counted_from, source) values ($1, '2015-03-31', 'goldthread')`, [type])
        for (const on of ['2015-02-10', '2016-01-12', '2015-10-13'])
          await insert(tx, `public_meeting (body, meeting_on, source) values ('Scrutiny Committee', $1, 'goldthread')`, [on])
        const values = async (kind: RecordKind, sort: string, field: string) =>
          (await findRecords(tx, kind, { ...asked, sort })).records.map(
            ({ record }) => (record as unknown as Readonly<Record<string, unknown>>)[field],
          )
        return { reports: await values(regularReport, 'type', 'type'), meetings: await values(publicMeeting, 'body', 'meetingOn') }
      })
      // Adoption report, Children in need census, Fostering dataset, Looked after children return.
      expect(listed.reports).toEqual(['ADOPT', 'CIN', 'FOST', '903'])
      expect(listed.meetings).toEqual(['2016-01-12', '2015-10-13', '2015-02-10'])
    })

    test('a page beyond the last is the last', async () => {
      const found = await database().transaction(acting('writes'), async (tx) => {
        await tx.run(
          `insert into professional (name, source) select 'Worker ' || lpad(n::text, 3, '0'), 'goldthread' from generate_series(1, ${recordsAPage + 2}) n`,
        )
        return findRecords(tx, professional, { ...asked, sought: 'worker', sort: 'name', page: 999 })
      })
      expect([found.page, found.count, found.records.length]).toEqual([2, recordsAPage + 2, 2])
    })
  })

  test('a supervision names its worker, and a worker knows how many records name them, however many there are', async () => {
    const told = await database().transaction(acting('writes'), async (tx) => {
      const ruth = await insert(tx, `professional (name, source) values ('Ruth Adeyemi', 'goldthread')`, [])
      const tom = await insert(tx, `professional (name, source) values ('Tom Hargreave', 'goldthread')`, [])
      await tx.run(
        `insert into supervision (worker_id, held_by_id, held_on, source) select $1, $2, date '2010-01-01' + n * 28, 'goldthread' from generate_series(1, 75) n`,
        [ruth, tom],
      )
      await tx.run(`update supervision set withdrawn_at = engine.instant() where held_on = '2010-01-29'`)
      const { records } = await findRecords(tx, supervision, { ...asked, sort: 'heldOn', order: 'down' })
      const [worker] = (await findRecords(tx, professional, { ...asked, sought: 'ruth', sort: 'name' })).records
      return {
        ruth,
        titles: await titlesOf(
          tx,
          records.map(({ record }) => ({ kind: professional, id: (record as unknown as { worker: string }).worker })),
        ),
        count: worker && (await countReferringTo(tx, recordKinds, worker)),
      }
    })
    expect([...told.titles]).toEqual([[told.ruth, 'Ruth Adeyemi']])
    expect(told.count).toBe(74)
  })

  test('in a form those who have left stand after those who are here, and say when they left', async () => {
    const choices = await database().transaction(acting('writes'), async (tx) => {
      for (const [name, leftOn] of [
        ['Aidan Keane', '2015-04-01'],
        ['Bea Holloway', '2016-06-01'],
      ])
        await insert(tx, `professional (name, left_on, source) values ($1, $2::date, 'goldthread')`, [name, leftOn])
      return referenceChoices(tx, { kind: supervision, ids: [], boxes: new URLSearchParams(), day: '2016-03-03' })
    })
    const worker = choices.get('worker')
    const offered = worker?.is === 'list' ? worker.options.map(({ label }) => label) : []
    expect([offered[0], offered.at(-1)]).toEqual(['Bea Holloway', 'Aidan Keane (left 1 April 2015)'])
  })
})
