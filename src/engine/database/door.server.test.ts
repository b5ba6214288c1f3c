import { describe, expect, test } from 'vitest'
import { harbour, ship, ships, voyage } from '../../../test/support/ships.ts'
import { acting, onBoth } from '../../../test/support/two-databases.ts'
import { findRecord, recordsAbout, recordsReferringTo, versionsOf } from '../records/read.ts'
import type { Acting, Database, DatabaseRole, Row, Transaction } from './database.ts'

const reads = acting('reads')
const writes = acting('writes')

onBoth(
  'the door to the database',
  (given) => {
    const as = <T>(who: Acting, work: (tx: Transaction) => Promise<T>) => given.database().transaction(who, work)

    /** A new ship in a test's own words, by default one that all staff may see. */
    async function launch(name: string, more: { seenBy?: readonly string[]; at?: string } = {}): Promise<string> {
      const who = more.seenBy ? { ...writes, keys: [...writes.keys, ...more.seenBy], at: more.at } : { ...writes, at: more.at }
      const sql = 'insert into ship (name, source, seen_by) values ($1, $2, $3::text[]) returning id'
      const [row] = await as(who, (tx) => tx.query<{ id: string }>(sql, [name, 'test', more.seenBy ? `{${more.seenBy.join(',')}}` : null]))
      return (row as { id: string }).id
    }

    describe('who acts', () => {
      test.each([[''], [null as unknown as string], [undefined as unknown as string]])(
        'a transaction without an actor (%j) is refused',
        async (actor) => {
          const work = as({ ...reads, actor }, (tx) => tx.query('select 1'))
          await expect(work).rejects.toMatchObject({ code: '28000', message: 'A transaction must name its actor' })
        },
      )

      test.each([['owner'], ['postgres'], ['reads; reset role'], ['']])(
        'a role that is not one of the four (%j) is refused',
        async (role) => {
          const work = as({ ...reads, role: role as DatabaseRole }, (tx) => tx.query('select 1'))
          await expect(work).rejects.toMatchObject({ code: '28000', message: `There is no role ${role}` })
        },
      )

      test('the role is the one asked for, and never the one that owns the tables', async () => {
        for (const role of ['reads', 'writes', 'imports', 'audits'] as const)
          expect(await as(acting(role), (tx) => tx.query('select current_user::text as role'))).toEqual([{ role: `goldthread_${role}` }])
      })

      test('an actor, a reason and keys of any letters and signs are kept as they are', async () => {
        const actor = `O'Hara "\\'); reset role; --`
        const found = await as({ actor, role: 'reads', keys: ['a', 'b c', `d'e`], reason: `because 'so'\n$1 %` }, (tx) =>
          tx.query('select engine.actor() as actor, engine.keys() as keys, engine.reason() as reason, current_user::text as role'),
        )
        expect(found).toEqual([{ actor, keys: ['a', 'b c', `d'e`], reason: `because 'so'\n$1 %`, role: 'goldthread_reads' }])
      })
    })

    test('a key with a comma, which would be two keys, is refused', async () => {
      await expect(as({ ...reads, keys: ['a team,staff'] }, (tx) => tx.query('select 1'))).rejects.toThrow('A key cannot hold a comma')
    })

    describe('what a role may do', () => {
      test('whoever reads cannot write: not rows, not tables, not the rules', async () => {
        const id = await launch('Untouched')
        for (const statement of [
          `insert into ship (name, source) values ('Smuggled', 'test')`,
          `update ship set name = 'Renamed'`,
          `delete from ship`,
          `truncate ship`,
          `create table estuary.cargo (a int)`,
          `create function estuary.sink() returns int language sql return 1`,
          `drop table ship`,
          `alter table ship disable row level security`,
          `update engine.model set fingerprint = ''`,
        ])
          await expect(
            as(reads, (tx) => tx.run(statement)),
            statement,
          ).rejects.toMatchObject({ code: '42501' })
        expect(await as(reads, (tx) => tx.query('select name from ship where id = $1', [id]))).toEqual([{ name: 'Untouched' }])
      })

      test('nobody deletes or empties: no role, from no table', async () => {
        await launch('Kept')
        for (const role of ['reads', 'writes', 'imports', 'audits'] as const)
          for (const table of ['ship', 'ship_history', 'voyage', 'import', 'import_file', 'import_refusal', 'disagreement', 'look'])
            for (const statement of [`delete from estuary.${table}`, `truncate estuary.${table} cascade`])
              await expect(
                as(acting(role), (tx) => tx.run(statement)),
                `${role}: ${statement}`,
              ).rejects.toMatchObject({ code: '42501' })
      })

      test('nobody writes history: only the change of a row does', async () => {
        const columns = 'id, source, known_from, changed_by, known_until, ended_by'
        const values = `gen_random_uuid(), 'test', now(), 'somebody', now(), 'somebody'`
        for (const role of ['reads', 'writes', 'imports', 'audits'] as const)
          for (const statement of [
            `insert into ship_history (${columns}) values (${values})`,
            `update ship_history set changed_by = 'somebody else'`,
          ])
            await expect(
              as(acting(role), (tx) => tx.run(statement)),
              `${role}: ${statement}`,
            ).rejects.toMatchObject({ code: '42501' })
      })

      test('whoever works with the log of looks may add to it in their own name, now, and nothing else', async () => {
        await as(reads, (tx) => tx.run(`insert into look (role, name) values ('a reader', 'Opened a ship')`))
        const audit = await as(acting('audits'), (tx) =>
          tx.query<Row>(`select actor, name, looked_at > now() - interval '1 minute' as just_now from look where name = 'Opened a ship'`),
        )
        expect(audit).toEqual([{ actor: 'tester', name: 'Opened a ship', just_now: true }])
        await expect(as(reads, (tx) => tx.query('select * from look'))).rejects.toMatchObject({ code: '42501' })
        for (const statement of [
          `insert into look (role, name, actor) values ('a reader', 'Opened a ship', 'somebody else')`,
          `insert into look (role, name, looked_at) values ('a reader', 'Opened a ship', '2016-01-01')`,
          `update look set name = 'Opened nothing'`,
        ])
          for (const role of ['reads', 'writes', 'imports', 'audits'] as const)
            await expect(
              as(acting(role), (tx) => tx.run(statement)),
              `${role}: ${statement}`,
            ).rejects.toMatchObject({ code: '42501' })
      })

      test('the auditor reads the log and no records', async () => {
        await expect(as(acting('audits'), (tx) => tx.query('select * from ship'))).rejects.toMatchObject({ code: '42501' })
      })
    })

    describe('who and when', () => {
      test('stand beside every change by themselves', async () => {
        const at = '2016-02-01T09:00:00.000001Z'
        const [row] = await as({ ...writes, at, reason: 'First seen' }, (tx) =>
          tx.query(`insert into ship (name, source) values ('Stamped', 'test') returning known_from, changed_by, reason`),
        )
        expect(row).toEqual({ known_from: '2016-02-01 09:00:00.000001+00', changed_by: 'tester', reason: 'First seen' })
      })

      test('cannot be forged: neither in what is added nor in what is changed', async () => {
        const id = await launch('Honest')
        for (const role of ['writes', 'imports'] as const)
          for (const [column, value] of [
            ['changed_by', 'somebody else'],
            ['known_from', '2001-01-01'],
            ['reason', 'made up'],
            ['likeness', 'other'],
          ] as const) {
            await expect(
              as(acting(role), (tx) => tx.run(`insert into ship (name, source, ${column}) values ('Forged', 'test', $1)`, [value])),
            ).rejects.toMatchObject({ code: column === 'likeness' ? expect.stringMatching(/42501|428C9/) : '42501' })
            await expect(
              as(acting(role), (tx) => tx.run(`update ship set ${column} = $1 where id = $2`, [value, id])),
            ).rejects.toMatchObject({ code: column === 'likeness' ? expect.stringMatching(/42501|428C9/) : '42501' })
          }
        await as({ ...writes, actor: 'second', at: '2036-03-01T10:00:00Z' }, (tx) =>
          tx.run(`update ship set name = 'Changed' where id = $1`, [id]),
        )
        const [row] = await as(reads, (tx) => tx.query('select changed_by, known_from, reason from ship where id = $1', [id]))
        expect(row).toEqual({ changed_by: 'second', known_from: '2036-03-01 10:00:00+00', reason: null })
      })

      test('one transaction has one instant, unless it asks for a later one', async () => {
        await as(writes, async (tx) => {
          const instant = async () => (await tx.query<{ at: string }>('select engine.instant() as at'))[0]?.at as string
          const first = await instant()
          await tx.query('select pg_sleep(0.01)')
          expect(await instant()).toBe(first)
          await tx.later()
          const [apart] = await tx.query(`select extract(microseconds from engine.instant() - $1::timestamptz)::int as microseconds`, [
            first,
          ])
          expect(apart).toEqual({ microseconds: 1 })
        })
      })
    })

    describe('what one transaction sets is gone in the next', () => {
      test('on every connection of the pool: actor, keys, instant, moment asked for, role and the order of schemas', async () => {
        const settings = `select current_setting('app.actor', true) as actor, current_setting('app.keys', true) as keys, current_setting('app.reason', true) as reason,
        current_setting('app.instant', true) as instant, current_setting('app.known_at', true) as known_at, current_setting('app.authority', true) as authority,
        current_setting('search_path') as path, current_setting('role') as role`
        const many = Array.from({ length: 10 }, (_, number) => number)
        await Promise.all(
          many.map(() =>
            as({ ...reads, keys: ['secret'], knownAt: '2016-01-01T00:00:00Z', reason: 'why' }, (tx) => tx.query('select pg_sleep(0.01)')),
          ),
        )
        await Promise.allSettled(
          many.map(() => as({ ...reads, keys: ['secret'], reason: 'why' }, (tx) => tx.query('select 1 / 0, pg_sleep(0.01)'))),
        )
        const left = await Promise.all(
          many.map(() => given.database().driver.transaction('owner', 'estuary', (tx) => tx.query(`${settings}, pg_sleep(0.01)::text`))),
        )
        for (const [row] of left) {
          expect(row).toMatchObject({ role: 'none' })
          for (const name of ['actor', 'keys', 'reason', 'instant', 'known_at', 'authority']) expect([null, '']).toContain(row?.[name])
          expect(row?.path).not.toContain('estuary')
        }
      })

      test('without a setting nothing goes on: no writing without an actor, no looking without keys, no past without its moment', async () => {
        await launch('Seen by staff')
        const bare = <T>(work: (tx: Transaction) => Promise<T>) =>
          given.database().driver.transaction('owner', 'estuary', async (tx) => {
            await tx.run('set local search_path = estuary, engine, public')
            return work(tx)
          })
        await expect(bare((tx) => tx.run(`insert into ship (name, source) values ('Nobody', 'test')`))).rejects.toThrow()
        await expect(bare((tx) => tx.query('select * from estuary_then.ship'))).rejects.toThrow()
        const seen = bare(async (tx) => {
          await tx.run('set local role goldthread_reads')
          return tx.query('select * from ship')
        })
        expect(await seen).toEqual([])
      })
    })

    describe('a row that only some may see', () => {
      /** Everything a person without the key could ask, and everything that could tell that there is a row. */
      async function everyTrace(database: Database, who: Acting, id: string, sought: string): Promise<Record<string, unknown>> {
        return database.transaction(who, async (tx) => ({
          row: await tx.query('select id from ship where id = $1', [id]),
          count: (await tx.query<{ n: number }>(`select count(*) as n from ship where name like $1`, [`${sought}%`]))[0]?.n,
          whole: (await tx.query<{ n: number }>(`select count(*) filter (where id = $1) as n from ship`, [id]))[0]?.n,
          history: await tx.query('select id from ship_history where id = $1', [id]),
          record: await findRecord(tx, ship, id),
          versions: await versionsOf(tx, ship, id),
          about: await recordsAbout(tx, [voyage], [id]),
          referring: await recordsReferringTo(tx, [voyage], harbour, id),
          view: await tx.query('select ship from sea_voyages where ship like $1', [`${sought}%`]),
          alike: await tx.query('select s.id from engine.alike($1, $2, 50) found join ship s on s.id = found.id where s.id = $3', [
            'ship',
            sought,
            id,
          ]),
          alikeEarlier: await tx.query(`select s.id from engine.alike($1, $2, 50) found join ship s on s.id = found.id where s.id = $3`, [
            'ship',
            'Earlier Sealed',
            id,
          ]),
        }))
      }
      const nothing = {
        row: [],
        count: 0,
        whole: 0,
        history: [],
        record: null,
        versions: [],
        about: [],
        referring: [],
        view: [],
        alike: [],
        alikeEarlier: [],
      }

      async function sealed(name: string): Promise<string> {
        const keys = [...writes.keys, 'circle']
        const id = await launch(`Earlier ${name}`, { seenBy: ['circle'], at: '2016-01-01T00:00:00Z' })
        await as({ ...writes, keys, at: '2016-02-01T00:00:00Z' }, async (tx) => {
          await tx.run('update ship set name = $2 where id = $1', [id, name])
          await tx.run(`insert into voyage (person_id, sailed_on, source, seen_by) values ($1, '2015-05-01', 'test', '{circle}')`, [id])
        })
        return id
      }

      test('is not there for anyone else: not itself, not in a count, not in history, a view, or a likeness', async () => {
        const id = await sealed('Sealed One')
        expect(await everyTrace(given.database(), reads, id, 'Sealed One')).toEqual(nothing)
        expect(await everyTrace(given.database(), { ...reads, keys: [] }, id, 'Sealed One')).toEqual(nothing)
        expect(await everyTrace(given.database(), { ...reads, keys: ['circl', 'circle2', ''] }, id, 'Sealed One')).toEqual(nothing)
      })

      test('is there for who has the key', async () => {
        const id = await sealed('Sealed Two')
        const found = await everyTrace(given.database(), { ...reads, keys: ['circle'] }, id, 'Sealed Two')
        expect(found).toMatchObject({
          row: [{ id }],
          count: 1,
          whole: 1,
          history: [{ id }],
          versions: [{}, {}],
          about: [{}],
          view: [{}],
          alike: [{ id }],
          alikeEarlier: [{ id }],
        })
      })

      test('was not there in the past either', async () => {
        const id = await sealed('Sealed Three')
        for (const knownAt of ['2016-01-15T00:00:00Z', '2016-03-01T00:00:00Z']) {
          expect(await everyTrace(given.database(), { ...reads, knownAt }, id, 'Sealed Three')).toEqual(nothing)
          const seen = await as({ ...reads, keys: ['circle'], knownAt }, (tx) => tx.query('select name from ship where id = $1', [id]))
          expect(seen).toEqual([{ name: knownAt < '2016-02' ? 'Earlier Sealed Three' : 'Sealed Three' }])
        }
      })

      test('cannot be changed, guessed at or let loose by anyone else', async () => {
        const id = await sealed('Sealed Four')
        expect(await as(writes, (tx) => tx.run(`update ship set name = 'Found' where id = $1`, [id]))).toBe(0)
        expect(await as(writes, (tx) => tx.run(`update ship set seen_by = null where id = $1`, [id]))).toBe(0)
        await expect(
          as(writes, (tx) => tx.run(`insert into ship (name, source, seen_by) values ('Mine', 'test', '{circle}')`)),
        ).rejects.toMatchObject({ code: '42501' })
      })

      test('who has no key of the staff sees no open row, and who writes cannot hand a row to a circle they are not of', async () => {
        const id = await launch('Open to staff')
        expect(await as({ ...reads, keys: ['circle'] }, (tx) => tx.query('select id from ship where id = $1', [id]))).toEqual([])
        await expect(as(writes, (tx) => tx.run(`update ship set seen_by = '{circle}' where id = $1`, [id]))).rejects.toMatchObject({
          code: '42501',
        })
      })
    })

    describe('the past', () => {
      test('cannot be written: not through its views, and not past them', async () => {
        const id = await launch('Of the past', { at: '2016-01-01T00:00:00Z' })
        for (const role of ['writes', 'imports'] as const)
          for (const statement of [
            `update ship set name = 'Rewritten' where id = '${id}'`,
            `insert into ship (name, source) values ('Slipped in', 'test')`,
            `update estuary.ship set name = 'Rewritten' where id = '${id}'`,
            `insert into estuary.ship (name, source) values ('Slipped in', 'test')`,
          ])
            await expect(
              as({ ...acting(role), knownAt: '2016-01-15T00:00:00Z' }, (tx) => tx.run(statement)),
              statement,
            ).rejects.toThrow()
        expect(await as(reads, (tx) => tx.query(`select name from ship where id = $1 or name = 'Slipped in'`, [id]))).toEqual([
          { name: 'Of the past' },
        ])
      })
    })
  },
  ships,
)
