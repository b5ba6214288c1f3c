import { expect, test } from 'vitest'
import { isEmpty, letPeopleIn, madeHere, makeAgain, makeDemonstration } from '../../demo/demonstration.ts'
import { tellAuthority } from '../../demo/estuary/authority.ts'
import { addDays } from '../../demo/estuary/days.ts'
import { recordId } from '../../demo/estuary/load.ts'
import type { Told, Version } from '../../demo/estuary/telling.ts'
import { sizes } from '../../demo/estuary/world.ts'
import type { WholeAsked } from '../../src/commands/demo-asked.ts'
import { isKeptBy } from '../../src/engine/clocks/keep.ts'
import { clockwork } from '../../src/clocks.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { acting, onBoth, type OpenedDatabase } from '../support/two-databases.ts'

/** The demonstration in a database: what was told, with its history, as things stood on a day; and made again of another day. */

const asked: WholeAsked = { size: 'small', seed: 3, from: 2015, to: 2016, planted: true, today: '2016-03-03' }
const quiet = (): void => undefined
const told: readonly Told[] = [
  ...tellAuthority({ size: sizes.small, seed: 3, from: '2015-01-01', to: '2016-12-31', planted: true }),
].flatMap(({ records }) => records)
const by = (day: string): readonly Told[] => told.filter(({ versions }) => (versions[0] as Version).at.slice(0, 10) <= day)

onBoth('the demonstration', ({ database: shared, fresh, onServer }) => {
  const counts = async (database: OpenedDatabase): Promise<Record<string, number>> =>
    database.transaction(acting('reads'), async (tx) => {
      const found: Record<string, number> = {}
      for (const { table } of recordKinds) {
        const [row] = await tx.query<{ n: number }>(`select count(*) as n from ${table}`)
        if (row && row.n > 0) found[table] = row.n
      }
      return found
    })
  /** All that is held, in a sign: rows with their moments and writers. */
  const sign = (database: OpenedDatabase): Promise<Record<string, string>> =>
    database.transaction(acting('reads'), async (tx) => {
      const found: Record<string, string> = {}
      for (const { table } of [...recordKinds, { table: 'due_date' }])
        for (const name of table === 'due_date' ? [table] : [table, `${table}_history`]) {
          const [row] = await tx.query<{ sign: string | null }>(
            `select md5(string_agg(t::text, '|' order by t::text)) as sign from ${name} t`,
          )
          found[name] = row?.sign ?? ''
        }
      return found
    })

  test('holds what had been written by its day, each version from the moment it was written', { timeout: 240_000 }, async () => {
    const database = shared()
    const loaded = await makeDemonstration(database, asked, quiet)
    const written = by('2016-03-03')
    const wanted: Record<string, number> = {}
    for (const { kind } of written) wanted[kind.table] = (wanted[kind.table] ?? 0) + 1
    expect(await counts(database)).toEqual(wanted)
    expect(loaded).toMatchObject({ records: written.length, children: wanted.person })

    const corrected = written.find(
      ({ kind, versions }) =>
        kind.table === 'child_in_need_visit' && versions.length === 2 && versions.every(({ at }) => at < '2016-03-01'),
    ) as Told
    const [first, second] = corrected.versions as [Version, Version]
    const held = (knownAt?: string) =>
      database.transaction({ ...acting('reads'), knownAt }, (tx) =>
        tx.query<{ visited_on: string; changed_by: string }>('select visited_on, changed_by from child_in_need_visit where id = $1', [
          recordId('child_in_need_visit', corrected.id),
        ]),
      )
    const between = new Date(
      (Date.parse(`${first.at.replace(' ', 'T')}Z`) + Date.parse(`${second.at.replace(' ', 'T')}Z`)) / 2,
    ).toISOString()
    expect((await held(between))[0]?.visited_on).toBe(first.values.visitedOn)
    expect((await held())[0]?.visited_on).toBe({ ...first.values, ...second.values }.visitedOn)
    expect(await held(`${addDays(first.at.slice(0, 10), -1)}T12:00:00Z`)).toEqual([])

    expect(await database.transaction(acting('reads'), (tx) => isKeptBy(tx, clockwork))).toBe(true)
    const [late] = await database.transaction(acting('reads'), (tx) =>
      tx.query<{ at: string }>(`select max(known_from)::text as at from referral`),
    )
    expect(late?.at.slice(0, 10) ?? '').toMatch(/^2016-0[23]/)
  })

  onServer(
    'made again of another day is what it would be if made on that day; what people wrote is gone',
    async () => {
      const [one, other] = [shared(), (await fresh()).database]
      const later = { ...asked, today: '2016-09-10' }
      await letPeopleIn(one)
      await one.transaction(acting('writes'), (tx) => tx.run(`insert into person (forename, source) values ('Written here', 'goldthread')`))
      await makeAgain(one, later, quiet)
      await makeDemonstration(other, later, quiet)
      expect(await sign(one)).toEqual(await sign(other))
      expect(await madeHere(one)).toEqual(later)
      const [ruth] = await one.transaction(acting('reads'), (tx) =>
        tx.query<{ worker: string | null }>(
          `select w.name as worker from account a left join professional w on w.id = a.worker_id where a.name = 'Ruth Adeyemi'`,
        ),
      )
      expect(ruth?.worker).toBe('Ruth Adeyemi')
    },
    240_000,
  )

  test('what was not made as a demonstration is left as it is', async () => {
    const { database } = await fresh()
    await database.transaction(acting('writes'), (tx) =>
      tx.run(`insert into person (forename, source) values ('A council’s own', 'goldthread')`),
    )
    await expect(makeAgain(database, asked, quiet)).rejects.toThrow('was not made as a demonstration')
    await expect(makeDemonstration(database, asked, quiet)).rejects.toThrow('There are children here already')
    expect(await isEmpty(database)).toBe(false)
    expect(await counts(database)).toEqual({ person: 1 })
  })
})
