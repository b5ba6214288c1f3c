import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { harbour, ship, ships, voyage } from '../../../test/support/ships.ts'
import { acting, onBoth } from '../../../test/support/two-databases.ts'
import type { Acting, Transaction } from '../database/database.ts'
import { codeList, date, identifier, oneOf, recordKind, reference, text, type RecordKind } from './kind.ts'
import { findRecord, versionsOf } from './read.ts'
import { ChangedSince, NotAccepted, peopleHere, restoreRecord, withdrawRecord, writeRecord, type Writing } from './write.ts'

const flagsFlown = codeList('Flag', 'Invented for tests', [
  { code: 'OLD', label: 'The old flag', until: '2015-12-31' },
  { code: 'NEW', label: 'The new flag', from: '2016-01-01' },
])
/** A kind with what the ships lack: a required field, dated codes, a reference to the subject. */
const muster = recordKind({
  name: 'Muster',
  plural: 'Musters',
  table: 'muster',
  group: 'Voyages',
  about: ship,
  fields: {
    heldOn: date('Held', { required: true }),
    flag: oneOf(flagsFlown, 'Flag'),
    of: reference(() => voyage, 'Voyage'),
    remarks: text('Remarks'),
    number: identifier('Number'),
  },
  entries: [{ on: 'heldOn', line: () => 'Muster' }],
  basis: 'Invented for tests.',
})
const model = { ...ships, kinds: [...ships.kinds, muster] }

const today = '2016-03-03'
const nobody = '00000000-0000-4000-8000-000000000000'

onBoth(
  'writing records',
  (given) => {
    const as = <T>(work: (tx: Transaction) => Promise<T>, who: Partial<Acting> = {}) =>
      given.database().transaction(acting('writes', who), work)
    const write = (kind: RecordKind, writing: Omit<Writing, 'source' | 'today'>, who: Partial<Acting> = {}) =>
      as((tx) => writeRecord(tx, kind, { source: peopleHere, today, ...writing }), who)
    const read = async (kind: RecordKind, id: string) => (await as((tx) => findRecord(tx, kind, id)))?.record
    const held = async (kind: RecordKind, id: string) =>
      (await as((tx) => tx.query(`select source, source_id, others, unresolved from ${kind.table} where id = $1`, [id])))[0]
    const aShip = () => write(ship, { values: { name: 'Tern' } })
    const refusal = async (doing: Promise<unknown>): Promise<readonly string[]> => {
      const failure: unknown = await doing.then(
        () => null,
        (error: unknown) => error,
      )
      if (!(failure instanceof NotAccepted)) throw new Error('It was not refused', { cause: failure })
      return failure.wrong.map(({ field, says }) => `${field ?? 'the record'} | ${says}`)
    }

    test('whatever a person writes is read back as it was written, and written over likewise', async () => {
      const about = await aShip()
      const to = await write(harbour, { values: { name: 'Tern Quay' } })
      const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
      const words = fc
        .string({ unit: fc.constantFrom('a', 'B', '\\', "'", '\t', '\n', 'é', '🚢', '"', ',', '{', '}', ' '), minLength: 1, maxLength: 12 })
        .map((text) => `x${text}`)
      const day = fc
        .integer({ min: 0, max: 40_000 })
        .map((days) => new Date(Date.UTC(1905, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
      const time = fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 59 }))
        .map((both) => both.map((part) => String(part).padStart(2, '0')).join(':'))
      const anyValues = fc.record({
        sailedOn: some(day),
        sightedAt: some(
          fc.oneof(
            day,
            fc.tuple(day, time).map(([on, at]) => `${on} ${at}:00`),
          ),
        ),
        tons: some(fc.tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}.${b}`)),
        crew: some(fc.integer({ min: -2_147_483_647, max: 2_147_483_647 })),
        lost: some(fc.boolean()),
        cargo: some(fc.constantFrom(['COAL'], ['SALT', 'COAL'], ['COAL', 'SALT'])),
        checked: some(fc.constantFrom({ HULL: 'Y' }, { HULL: 'N', SAILS: 'tarred, "well"' })),
        log: some(fc.dictionary(words, words, { minKeys: 1, maxKeys: 3 })),
        papers: some(words),
        to: fc.constantFrom(null, to),
      })
      await fc.assert(
        fc.asyncProperty(anyValues, anyValues, async (first, second) => {
          fc.pre(Object.values(first).some((value) => value !== null) && Object.values(second).some((value) => value !== null))
          const id = await write(voyage, { person: about, values: first })
          expect(await read(voyage, id)).toMatchObject({ ...first, person: about, source: 'goldthread', sourceId: null, landedOn: null })
          await write(voyage, { id, values: second })
          expect(await read(voyage, id)).toMatchObject(second)
        }),
        { numRuns: 40 },
      )
    })

    describe('a new record', () => {
      test('sent twice under one identifier is one record', async () => {
        const newId = crypto.randomUUID()
        expect(await write(ship, { newId, values: { name: 'First' } })).toBe(newId)
        expect(await write(ship, { newId, values: { name: 'Second' } })).toBe(newId)
        expect((await read(ship, newId))?.name).toBe('First')
        expect(await as((tx) => versionsOf(tx, ship, newId))).toHaveLength(1)
      })

      test.each([
        [
          'nothing at all',
          {},
          ['the record | Nothing is filled in. A record says at least one thing; one that was a mistake is withdrawn.'],
        ],
        [
          'blanks only',
          { name: '', rig: null },
          ['the record | Nothing is filled in. A record says at least one thing; one that was a mistake is withdrawn.'],
        ],
        ['a code of no list', { rig: 'Q' }, ['rig | Rig: Q is not in the list "Rig". Give one of S, K, Y.']],
        [
          'a day to come',
          { launchedOn: '2016-03-04' },
          ['launchedOn | Launched: 2016-03-04 is not a date this field may have. Give a date that is not after today (03/03/2016).'],
        ],
        [
          'two faults, both told',
          { rig: 'Q', name: 'half a sign \ud800' },
          [
            'name | Name: it holds a character that is not text. Give letters, digits and signs.',
            'rig | Rig: Q is not in the list "Rig". Give one of S, K, Y.',
          ],
        ],
      ])('of %s is refused with the sentence an import would say', async (_what, values, says) => {
        expect(await refusal(write(ship, { values }))).toEqual(says)
      })

      test('without what it needs is refused', async () => {
        expect(await refusal(write(muster, { person: await aShip(), values: { remarks: 'Wet' } }))).toEqual([
          'heldOn | Held: it is blank, and the record means nothing without it. Give a value.',
        ])
      })

      test.each([
        ['OLD', '2015-12-31', []],
        ['OLD', '2016-01-01', ['flag | Flag: “The old flag” is given until 31/12/2015 only, and this is of 01/01/2016. Give another.']],
        ['NEW', '2015-12-31', ['flag | Flag: “The new flag” is given from 01/01/2016 only, and this is of 31/12/2015. Give another.']],
        ['NEW', '2016-01-01', []],
      ])('with the flag %s on %s, the day it is about deciding', async (flag, heldOn, says) => {
        const writing = write(muster, { person: await aShip(), values: { heldOn, flag } })
        if (says.length === 0) await writing
        else expect(await refusal(writing)).toEqual(says)
      })

      test.each([
        ['2015-05-02', '2015-05-01', ['landedOn | Landed: it ends before it begins. Give a date on or after “Sailed” (02/05/2015).']],
        ['2015-05-02', '2015-05-02', []],
      ])('that sailed on %s and landed on %s', async (sailedOn, landedOn, says) => {
        const writing = write(voyage, { person: await aShip(), values: { sailedOn, landedOn } })
        if (says.length === 0) await writing
        else expect(await refusal(writing)).toEqual(says)
      })

      test.each([
        [nobody, 'to | To: there is no such record (harbour). Choose one that is here.'],
        ["1'--", 'to | To: it is not a record. Give a record that is here.'],
      ])('that refers to %s is refused', async (to, says) => {
        expect(await refusal(write(voyage, { person: await aShip(), values: { to } }))).toEqual([says])
      })
    })

    describe('a change', () => {
      test('touches only the fields it names, and keeps who, why and what was there', async () => {
        const id = await write(ship, { values: { name: 'Tern', rig: 'S' } }, { at: '2016-01-01T10:00:00Z' })
        await write(ship, { id, values: { name: 'Great Tern' } }, { at: '2016-01-02T10:00:00Z', actor: 'Ben', reason: 'Misheard' })
        const versions = await as((tx) => versionsOf(tx, ship, id))
        expect(versions.map(({ record }) => [record.name, record.rig, record.changedBy, record.reason])).toEqual([
          ['Great Tern', 'S', 'Ben', 'Misheard'],
          ['Tern', 'S', 'tester', null],
        ])
      })

      test('that changes nothing writes nothing', async () => {
        const id = await write(voyage, { person: await aShip(), values: { tons: '120.50', cargo: ['COAL'], checked: { HULL: 'Y' } } })
        await write(voyage, { id, values: { tons: '120.5', cargo: ['COAL'], checked: { HULL: 'Y' } } })
        expect(await as((tx) => versionsOf(tx, voyage, id))).toHaveLength(1)
      })

      test('drawn from a version that is no longer held writes nothing', async () => {
        const id = await write(ship, { values: { name: 'Tern' } })
        const drawn = (await read(ship, id))?.knownFrom ?? ''
        await write(ship, { id, version: drawn, values: { name: 'Hers' } })
        await expect(write(ship, { id, version: drawn, values: { name: 'His', rig: 'K' } })).rejects.toBeInstanceOf(ChangedSince)
        expect(await read(ship, id)).toMatchObject({ name: 'Hers', rig: null })
      })

      test('of two at once, from one version, one is written and the other told', async () => {
        const id = await write(ship, { values: { name: 'Tern' } })
        const version = (await read(ship, id))?.knownFrom ?? ''
        const done = await Promise.allSettled(['Hers', 'His'].map((name) => write(ship, { id, version, values: { name } })))
        expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        expect(done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))[0]).toBeInstanceOf(ChangedSince)
      })

      test('keeps a code that ended long ago, and will not give one', async () => {
        const person = await aShip()
        const id = await write(muster, { person, values: { heldOn: '2015-12-31', flag: 'OLD' } })
        await write(muster, { id, values: { heldOn: '2016-02-01', flag: 'OLD', remarks: 'Held late' } })
        expect(await read(muster, id)).toMatchObject({ heldOn: '2016-02-01', flag: 'OLD' })
        await write(muster, { id, values: { flag: null } })
        expect(await refusal(write(muster, { id, values: { flag: 'OLD' } }))).toHaveLength(1)
      })

      test('that puts the beginning after the end is refused at the end', async () => {
        const id = await write(voyage, { person: await aShip(), values: { sailedOn: '2015-05-01', landedOn: '2015-05-09' } })
        expect(await refusal(write(voyage, { id, values: { sailedOn: '2015-05-10' } }))).toEqual([
          'landedOn | Landed: it ends before it begins. Give a date on or after “Sailed” (10/05/2015).',
        ])
      })

      test('of what another source said makes the field the writer’s, also where it is blank; the rest stays the source’s', async () => {
        const [row] = await as((tx) =>
          tx.query<{ id: string }>(
            `insert into ship (name, former_name, rig, source, source_id) values ('Tern', 'Gull', 'S', 'register', 'R1') returning id`,
          ),
        )
        const id = row?.id ?? ''
        await write(ship, { id, values: { name: 'Great Tern', formerName: '', rig: 'S' } })
        expect(await held(ship, id)).toMatchObject({
          source: 'register',
          source_id: 'R1',
          others: { name: 'goldthread', formerName: 'goldthread', '@was': { name: 'Tern', formerName: 'Gull' } },
        })
        expect((await read(ship, id))?.others).toEqual({ name: 'goldthread', formerName: 'goldthread' })
        await write(ship, { id, values: { name: 'Arctic Tern' } })
        expect((await held(ship, id))?.others).toMatchObject({ '@was': { name: 'Tern', formerName: 'Gull' } })
      })

      test('of a reference that could not be found settles it', async () => {
        const person = await aShip()
        const to = await write(harbour, { values: { name: 'Tern Quay' } })
        const [row] = await as((tx) =>
          tx.query<{ id: string }>(
            `insert into voyage (person_id, crew, source, unresolved) values ($1, 3, 'register', '{"to": "H9", "other": "X"}') returning id`,
            [person],
          ),
        )
        await write(voyage, { id: row?.id ?? '', values: { to } })
        expect(await held(voyage, row?.id ?? '')).toMatchObject({ unresolved: { other: 'X' }, others: { to: 'goldthread' } })
      })

      test('of a record that is not there is an error, and of a withdrawn one is refused', async () => {
        await expect(write(ship, { id: nobody, values: { name: 'Tern' } })).rejects.toThrow('there is no such record')
        const id = await aShip()
        await as((tx) => withdrawRecord(tx, ship, id))
        expect(await refusal(write(ship, { id, values: { name: 'Gull' } }))).toEqual([
          'the record | This record has been withdrawn. Restore it before you change it.',
        ])
      })
    })

    describe('withdrawing', () => {
      test('marks the record with its reason, once; restoring takes the mark away', async () => {
        const id = await aShip()
        expect(await as((tx) => withdrawRecord(tx, ship, id), { reason: 'Another ship' })).toBe(true)
        expect(await as((tx) => withdrawRecord(tx, ship, id))).toBe(false)
        expect(await read(ship, id)).toMatchObject({ decided: 'withdrawn', reason: 'Another ship', others: null })
        expect((await read(ship, id))?.withdrawnAt).not.toBeNull()
        expect(await as((tx) => restoreRecord(tx, ship, id))).toBe(true)
        expect(await as((tx) => restoreRecord(tx, ship, id))).toBe(false)
        expect(await read(ship, id)).toMatchObject({ decided: null, withdrawnAt: null })
        expect((await held(ship, id))?.others).toBeNull()
      })

      test('what a source withdrew stands again because people say so', async () => {
        const id = await aShip()
        await as((tx) => tx.run('update ship set withdrawn_at = engine.instant() where id = $1', [id]))
        expect((await read(ship, id))?.decided).toBeNull()
        await as((tx) => restoreRecord(tx, ship, id))
        expect(await read(ship, id)).toMatchObject({ decided: 'stands', withdrawnAt: null })
      })
    })

    test('somebody who may only look writes nothing', async () => {
      await expect(
        given
          .database()
          .transaction(acting('reads'), (tx) => writeRecord(tx, ship, { values: { name: 'Tern' }, source: peopleHere, today })),
      ).rejects.toThrow(/permission denied/)
    })
  },
  model,
)
