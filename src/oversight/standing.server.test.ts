import { describe, expect, test } from 'vitest'
import { acting, onBoth, type OpenedDatabase } from '../../test/support/two-databases.ts'
import { clockwork } from '../clocks.ts'
import type { Clock } from '../engine/clocks/clock.ts'
import { addDays } from '../engine/clocks/days.ts'
import { allDueDates, lastTwo, type Asked, type DueDate } from '../engine/clocks/due-dates.ts'
import type { Transaction } from '../engine/database/database.ts'
import { holdingsOn } from '../practice/allocation/holders.ts'
import { caseloadOf, teamsOn, withNobody } from './caseload.ts'
import { allClocks, clockStanding } from './clock-standing.ts'

/** What is counted and left out in the database is what each due date, and each holding, says of itself. */

/** The same numbers each time. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const id = (kind: number, n: number): string => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`

const first = (is: (clock: Clock) => boolean): Clock =>
  clockwork.clocks.find((clock) => clock.about.table === 'person' && is(clock)) as Clock
const clocks = [
  first(({ meaning, unit, steps }) => meaning === 'duty' && unit === 'working days' && steps.length === 0),
  first(({ meaning, unit, steps }) => meaning === 'duty' && unit === 'days' && steps.length === 0),
  first(({ meaning }) => meaning === 'threshold'),
  first(({ meaning }) => meaning === 'window'),
  first(({ meaning }) => meaning === 'earliest'),
]

const daysAsked = ['2016-06-15', '2017-01-31', '2018-02-28', '2019-12-31']

const reading = <T>(database: OpenedDatabase, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction(acting('reads'), work)

onBoth('due dates counted', ({ database }) => {
  const told = (asked: Asked) => reading(database(), (tx) => allDueDates(tx, clockwork, asked))

  test('some runs are there: in time, late, open, paused, no longer needed, and some of days to come', async () => {
    const any = chance(7)
    const maybe = (share: number, day: () => string): string | null => (any(100) < share ? day() : null)
    await database().transaction(acting('imports'), async (tx) => {
      for (let n = 0; n < 900; n++) {
        const clock = clocks[any(clocks.length)] as Clock
        const started = addDays('2015-01-01', any(1_400))
        const due = addDays(started, any(90))
        const stopped = maybe(70, () => addDays(started, any(200)))
        const done = stopped !== null && (stopped <= due || any(3) > 0)
        // A clock that is not told to stand still does not.
        const paused = clock.meaning === 'duty' || clock.meaning === 'threshold' ? maybe(15, () => addDays(started, any(60))) : null
        await tx.run(
          `insert into due_date (subject, clock, number, started_kind, started_by, started_on, started_time, due_on, stopped_kind, stopped_by, stopped_on, done, paused_on, resumed_on)
           values ($1, $2, $3, 'person', $1, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [
            id(1, any(40)),
            clock.id,
            n,
            started,
            maybe(30, () => '10:30:00'),
            due,
            stopped === null ? null : 'person',
            stopped === null ? null : id(1, 1),
            stopped,
            done,
            paused,
            paused === null ? null : maybe(60, () => addDays(paused, any(60))),
          ],
        )
      }
    })
    const states = new Set((await told({ day: '2017-06-30' })).map(({ state }) => state))
    expect([...states].sort()).toEqual(['late', 'met', 'overdue', 'paused', 'running'])
  })

  test.each(daysAsked)('of every clock on %s: how many are open, how many overdue, and the longest', async (day) => {
    const all = await told({ day })
    const counts = await reading(database(), (tx) => allClocks(tx, clockwork, day))
    for (const clock of clocks) {
      const open = all.filter((one) => one.clock === clock.id && isOpen(one))
      const overdue = open.filter(({ state }) => state === 'overdue')
      expect(counts.get(clock.id) ?? { open: 0, overdue: 0, longest: 0 }, clock.id).toEqual({
        open: open.length,
        overdue: overdue.length,
        longest: Math.max(0, ...overdue.map(({ days }) => days)),
      })
    }
  })

  test.each(daysAsked)('of one clock on %s: those open, and how many were overdue at each month end', async (day) => {
    for (const clock of clocks) {
      const standing = await reading(database(), (tx) => clockStanding(tx, clockwork, clock, day))
      expect(standing.open.map(({ due }) => due).sort(inOrder)).toEqual(
        (await told({ day, clocks: [clock.id] })).filter(isOpen).sort(inOrder),
      )
      expect(standing.history).toHaveLength(16)
      for (const { day: end, overdue } of standing.history)
        expect(overdue, `${clock.id}, ${end}`).toBe(
          (await told({ day: end, clocks: [clock.id] })).filter(({ state }) => state === 'overdue').length,
        )
    }
  })

  test.each(daysAsked)('what is asked for on %s is that part of everything', async (day) => {
    const all = await told({ day })
    const subjects = [id(1, 3), id(1, 17), id(1, 99)]
    const parts: readonly (readonly [Omit<Asked, 'day'>, (due: DueDate) => boolean])[] = [
      [{ open: true }, isOpen],
      [{ unmet: true }, ({ state }) => state !== 'met'],
      [{ dueBy: '2016-09-01' }, ({ dueAt }) => dueAt.slice(0, 10) <= '2016-09-01'],
      [{ open: true, dueBy: addDays(day, 7) }, (one) => isOpen(one) && one.dueAt.slice(0, 10) <= addDays(day, 7)],
    ]
    for (const [asked, is] of parts) {
      expect(await told({ day, ...asked }), JSON.stringify(asked)).toEqual(all.filter(is))
      expect(await told({ day, subjects, ...asked }), JSON.stringify(asked)).toEqual(
        all.filter((one) => subjects.includes(one.subject) && is(one)),
      )
    }
  })

  test.each(daysAsked)('the last two of a duty on %s are the last that did not run then', async (day) => {
    const duties = (await told({ day })).filter(({ rule }) => rule.meaning === 'duty')
    const overdue = duties.filter(({ state }) => state === 'overdue')
    const found = await reading(database(), (tx) => lastTwo(tx, clockwork, day, overdue))
    const pairs = [...new Map(overdue.map((one) => [`${one.subject} ${one.clock}`, one])).values()]
    expect(pairs.length).toBeGreaterThan(20)
    expect(found).toEqual(
      pairs.map(({ subject, clock }) =>
        duties
          .filter((one) => one.subject === subject && one.clock === clock && one.state !== 'running' && one.state !== 'paused')
          .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0))
          .slice(-2),
      ),
    )
  })

  test('of a clock with steps: how long a step took at the middle of those who finished it in the year', async () => {
    const clock = first(({ steps, unit }) => steps.length > 1 && unit === 'working days')
    const rest = clock.steps.slice(1).map(() => 'null')
    await database().transaction(acting('imports'), async (tx) => {
      // Begun on a Monday; done 1, 2, 3, 4 and 7 working days after it, and once in the year before.
      for (const [n, done] of ['2018-03-06', '2018-03-07', '2018-03-08', '2018-03-09', '2018-03-14', '2017-03-07'].entries())
        await tx.run(
          `insert into due_date (subject, clock, number, started_kind, started_by, started_on, due_on, stopped_on, done, steps)
           values ($1, $2, $3, 'person', $1, $4, '2018-06-01', $5, true, $6::date[])`,
          [
            id(1, n),
            clock.id,
            n,
            done.startsWith('2017') ? '2017-03-06' : '2018-03-05',
            n === 0 ? null : addDays(done, 10),
            `{${[done, ...rest].join(',')}}`,
          ],
        )
    })
    const { steps } = await reading(database(), (tx) => clockStanding(tx, clockwork, clock, '2018-05-01'))
    expect(steps[0]).toMatchObject({ usually: 3, before: null })
    expect(steps[1]).toMatchObject({ waiting: 1, usually: null })
  })
})

const isOpen = ({ state }: DueDate): boolean => state === 'running' || state === 'overdue' || state === 'paused'
const inOrder = (a: DueDate, b: DueDate): number =>
  `${a.subject} ${a.startedAt} ${a.dueAt} ${a.stoppedAt ?? ''}` < `${b.subject} ${b.startedAt} ${b.dueAt} ${b.stoppedAt ?? ''}` ? -1 : 1

onBoth('who holds whom, of a part', ({ database }) => {
  const days = ['2015-07-01', '2016-03-03', '2016-12-31']

  test('some children are there, held by workers of teams, or open and held by nobody; some are two records', async () => {
    const any = chance(11)
    const maybe = (share: number, day: () => string | null): string | null => (any(100) < share ? day() : null)
    const on = (): string => addDays('2014-06-01', any(900))
    await database().transaction(acting('writes'), async (tx) => {
      for (let n = 0; n < 4; n++) await tx.run(`insert into team (id, name, source) values ($1, $2, 'test')`, [id(2, n), `Team ${n}`])
      for (let n = 0; n < 9; n++) await tx.run(`insert into professional (id, name, source) values ($1, $2, 'test')`, [id(3, n), `W ${n}`])
      for (let n = 0; n < 80; n++)
        await tx.run(`insert into person (id, source, source_id, same_as_id, died_on) values ($1, 'test', $2, $3, $4)`, [
          id(4, n),
          `c${n}`,
          n > 60 ? id(4, any(60)) : null,
          maybe(5, on),
        ])
      for (let n = 0; n < 260; n++) {
        const from = on()
        await tx.run(
          `insert into involvement (person_id, worker_id, team_id, role, started_on, ended_on, source) values ($1, $2, $3, $4, $5, $6, 'test')`,
          [
            id(4, any(80)),
            maybe(95, () => id(3, any(9))),
            maybe(95, () => id(2, any(4))),
            ['CW', 'CW', 'CW', 'IRO', null][any(5)],
            from,
            maybe(70, () => addDays(from, any(300))),
          ],
        )
      }
      for (let n = 0; n < 140; n++) {
        const from = on()
        const until = maybe(60, () => addDays(from, any(300)))
        const [table = '', started = '', ended = '', team = false] = opens[any(opens.length)] ?? []
        await tx.run(
          `insert into ${table} (person_id, ${started}, ${ended}${team ? ', team_id' : ''}, source) values ($1, $2, $3${team ? ', $4' : ''}, 'test')`,
          [id(4, any(80)), from, until, ...(team ? [maybe(80, () => id(2, any(4)))] : [])],
        )
      }
    })
    expect(await reading(database(), (tx) => holdingsOn(tx, '2016-03-03'))).not.toHaveLength(0)
  })

  describe.each(days)('on %s', (day) => {
    test('of some children, a team or a worker it is that part of everything', async () => {
      await reading(database(), async (tx) => {
        const all = await holdingsOn(tx, day)
        const children = [id(4, 3), id(4, 20), id(4, 65), ...all.slice(0, 9).map(({ child }) => child)]
        expect(await holdingsOn(tx, day, { children })).toEqual(all.filter(({ child }) => children.includes(child)))
        for (let n = 0; n < 4; n++)
          expect((await holdingsOn(tx, day, { team: id(2, n) })).filter(({ team }) => team === id(2, n))).toEqual(
            all.filter(({ team }) => team === id(2, n)),
          )
        for (let n = 0; n < 9; n++)
          expect((await holdingsOn(tx, day, { worker: id(3, n) })).filter(({ worker }) => worker === id(3, n))).toEqual(
            all.filter(({ worker }) => worker === id(3, n)),
          )
      })
    })

    test('a team has those whom its workers hold, and those of all whom nobody holds who were last with it', async () => {
      await reading(database(), async (tx) => {
        const held = (await holdingsOn(tx, day)).filter(({ holds }) => holds)
        const nobody = await withNobody(tx, day, new Set(held.map(({ child }) => child)))
        expect(nobody.length).toBeGreaterThan(0)
        const some = nobody.map(({ child }) => child).filter((_, place) => place % 2 === 0)
        expect(await withNobody(tx, day, new Set(held.map(({ child }) => child)), some)).toEqual(
          nobody.filter(({ child }) => some.includes(child)),
        )
        const teams = await teamsOn(tx, day)
        expect(teams).toHaveLength(4)
        for (const { id: team, children, workers } of teams) {
          const caseload = await caseloadOf(tx, team, day)
          expect(caseload?.holdings).toEqual(held.filter((each) => each.team === team))
          expect(caseload?.unallocated).toEqual(nobody.filter((each) => each.team === team))
          expect({ children, workers }).toEqual({
            children: caseload?.holdings.length,
            workers: new Set(caseload?.holdings.map(({ worker }) => worker)).size,
          })
        }
      })
    })
  })
})

const opens = [
  ['referral', 'received_on', 'closed_on', true],
  ['period_of_care', 'started_on', 'ended_on', false],
  ['child_protection_plan', 'started_on', 'ended_on', false],
  ['child_in_need_plan', 'started_on', 'ended_on', true],
] as const
