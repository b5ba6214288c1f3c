import { expect, test } from 'vitest'
import { clockwork } from '../../src/clocks.ts'
import { keepAll, keepFor } from '../../src/engine/clocks/keep.ts'
import type { Subject } from '../../src/engine/clocks/subjects.ts'
import type { Row } from '../../src/engine/database/database.ts'
import { adopter } from '../../src/practice/permanence/records.ts'
import { person } from '../../src/practice/person/records.ts'
import { bring, extractOf } from '../support/ssd-files.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** Clocks whose records do not name the child: they hang on others that do; and clocks that are about nobody on record as a child. */
onBoth('due dates by reference', (given) => {
  const subjectOf = (kind: unknown): Subject => clockwork.subjects.find((subject) => subject.kind === kind) as Subject
  const write = <T>(work: Parameters<ReturnType<typeof given.database>['transaction']>[1]) =>
    given.database().transaction(acting('imports'), work) as Promise<T>
  const dueFor = (subject: string) =>
    given
      .database()
      .transaction(acting('reads'), (tx) =>
        tx.query<Row>(
          `select clock, started_kind, started_on, due_on, stopped_kind, stopped_on, done from due_date where subject = $1 order by clock, number`,
          [subject],
        ),
      )

  test('a request, its assessment and its plan lead to the child, worked out for one or for all', async () => {
    await bring(
      given.database(),
      extractOf({
        ssd_person: [{ pers_person_id: 'K1', pers_forename: 'Teal', pers_surname: 'Number K1', pers_dob: '2008-05-01', pers_sex: 'F' }],
        ssd_send: [{ send_table_id: 'SK1', send_person_id: 'K1', send_upn: '', send_uln: '', send_upn_unknown: 'UN4' }],
        ssd_ehcp_requests: [
          {
            ehcr_ehcp_request_id: 'RK1',
            ehcr_send_table_id: 'SK1',
            ehcr_ehcp_req_date: '2015-03-02',
            ehcr_ehcp_req_outcome_date: '2015-04-10',
            ehcr_ehcp_req_outcome: 'Y',
          },
        ],
        ssd_ehcp_assessment: [
          {
            ehca_ehcp_assessment_id: 'AK1',
            ehca_ehcp_request_id: 'RK1',
            ehca_ehcp_assessment_outcome_date: '',
            ehca_ehcp_assessment_outcome: '',
            ehca_ehcp_assessment_exceptions: '',
          },
        ],
        ssd_ehcp_named_plan: [
          {
            ehcn_named_plan_id: 'NK1',
            ehcn_ehcp_asmt_id: 'AK1',
            ehcn_named_plan_start_date: '2015-07-22',
            ehcn_named_plan_ceased_date: '',
            ehcn_named_plan_ceased_reason: '',
          },
        ],
        ssd_ehcp_active_plans: [
          { ehcp_active_ehcp_id: 'PK1', ehcp_ehcp_request_id: 'RK1', ehcp_active_ehcp_last_review_date: '2016-02-08' },
        ],
      }),
    )
    const [child] = await given
      .database()
      .transaction(acting('reads'), (tx) => tx.query<{ id: string }>(`select id from person where source_id = 'K1'`))
    await write((tx) => keepFor(tx, clockwork, subjectOf(person), [child?.id as string]))
    const one = await dueFor(child?.id as string)
    expect(one.filter(({ clock }) => String(clock).startsWith('ehcp-'))).toEqual([
      row('ehcp-20-weeks', 'ehc_request', '2015-03-02', '2015-07-20', 'ehc_named_plan', '2015-07-22'),
      row('ehcp-annual-review', 'ehc_named_plan', '2015-07-22', '2016-07-22', 'ehc_active_plan', '2016-02-08'),
      // The next is owed until the child is 25.
      { ...row('ehcp-annual-review', 'ehc_active_plan', '2016-02-08', '2017-02-08', 'ehc_active_plan', '2033-05-01'), done: false },
      row('ehcp-decide-assess', 'ehc_request', '2015-03-02', '2015-04-13', 'ehc_request', '2015-04-10'),
    ])
    expect(await write((tx) => keepAll(tx, clockwork))).toMatchObject({ written: 0, removed: 0 })
  })

  test('an adopter’s own dates start and stop what is due to them, and their reviews are theirs', async () => {
    const [made] = await write<{ id: string }[]>(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `insert into adopter (adopter_id, approved_on, enquired_on, information_sent_on, source) values ('A77', '2014-06-02', '2013-09-02', '2013-09-06', 'goldthread') returning id`,
      )
      await tx.run(`insert into adopter_review (adopter_id, held_on, source) values ($1, '2015-05-18', 'goldthread')`, [rows[0]?.id])
      return rows
    })
    await write((tx) => keepFor(tx, clockwork, subjectOf(adopter), [made?.id as string]))
    const one = await dueFor(made?.id as string)
    expect(one).toEqual([
      { ...row('adopter-approval-to-match', 'adopter', '2014-06-02', '2014-09-02', null, null), done: false },
      { ...row('adopter-enquiry-info', 'adopter', '2013-09-02', '2013-09-09', 'adopter', '2013-09-06') },
      { ...row('adopter-enquiry-meeting', 'adopter', '2013-09-02', '2013-09-16', null, null), done: false },
      row('adopter-review', 'adopter', '2014-06-02', '2015-06-02', 'adopter_review', '2015-05-18'),
      { ...row('adopter-review', 'adopter_review', '2015-05-18', '2016-05-18', null, null), done: false },
    ])
    expect(await write((tx) => keepAll(tx, clockwork))).toMatchObject({ written: 0, removed: 0 })
  })
})

const row = (
  clock: string,
  startedKind: string,
  startedOn: string,
  dueOn: string,
  stoppedKind: string | null,
  stoppedOn: string | null,
) => ({
  clock,
  started_kind: startedKind,
  started_on: startedOn,
  due_on: dueOn,
  stopped_kind: stoppedKind,
  stopped_on: stoppedOn,
  done: true,
})
