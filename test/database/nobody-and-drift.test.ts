import { expect, test } from 'vitest'
import { quietSince } from '../../src/oversight/drift.ts'
import { withNobody } from '../../src/oversight/caseload.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** Whom nobody holds, and of whom nothing has been recorded for long: two records that are one child are one child. */

onBoth('nobody and drift', ({ database }) => {
  test('what is recorded under either record of a child counts for that child, and what is to come does not', async () => {
    const found = await database().transaction(acting('writes'), async (tx) => {
      const insert = async (sql: string, values: readonly unknown[]): Promise<string> =>
        (await tx.query<{ id: string }>(`${sql} returning id`, values))[0]?.id ?? ''
      const child = await insert(`insert into person (source, source_id) values ('goldthread', 'one')`, [])
      const other = await insert(`insert into person (source, source_id, same_as_id) values ('goldthread', 'other', $1)`, [child])
      const team = await insert(`insert into team (name, source) values ('A team', 'goldthread')`, [])
      for (const [who, on] of [
        [child, '2016-01-05'],
        [other, '2016-02-09'],
        [other, '2016-05-01'],
      ])
        await tx.run(`insert into child_in_need_visit (person_id, visited_on, source) values ($1, $2, 'goldthread')`, [who, on])
      await tx.run(`insert into child_in_need_plan (person_id, team_id, started_on, source) values ($1, $2, '2015-12-01', 'goldthread')`, [
        other,
        team,
      ])
      return {
        child,
        team,
        quiet: await quietSince(tx, recordKinds, [child], '2016-03-03'),
        nobody: await withNobody(tx, '2016-03-03', new Set()),
        held: await withNobody(tx, '2016-03-03', new Set([child])),
        before: await withNobody(tx, '2015-11-30', new Set()),
      }
    })
    expect([...found.quiet]).toEqual([[found.child, '2016-02-09']])
    expect(found.nobody).toEqual([{ child: found.child, lastWorker: null, since: '2015-12-01', team: found.team }])
    expect(found.held).toEqual([])
    expect(found.before).toEqual([])
  })
})
