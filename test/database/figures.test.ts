import { describe, expect, test, vi } from 'vitest'
import { clockwork } from '../../src/clocks.ts'
import { keepAfter, keepAll } from '../../src/engine/clocks/keep.ts'
import type { Database, Transaction } from '../../src/engine/database/database.ts'
import { factsBehind, idOfBy, partsOfMeasure, wholeOfEach, type Among, type By, type Part } from '../../src/engine/measures/breakdown.ts'
import type { Dimension } from '../../src/engine/measures/dimension.ts'
import { putTogether } from '../../src/engine/measures/fact-counts.ts'
import type { Measure } from '../../src/engine/measures/measure.ts'
import { monthNumber } from '../../src/engine/measures/months.ts'
import type { RecordKind } from '../../src/engine/records/kind.ts'
import { measures } from '../../src/measures.ts'
import { involvement } from '../../src/practice/allocation/records.ts'
import { contact, referral } from '../../src/practice/front-door/records.ts'
import { placement } from '../../src/practice/looked-after/records.ts'
import { disability, person } from '../../src/practice/person/records.ts'
import { decidePair } from '../../src/practice/person/same-child.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { takeBackImport } from '../../src/returns/bring-in.ts'
import { february, january, toldByHand } from '../support/fillings.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** Facts, how their subjects stood, and counts are kept in the transaction that changes a record; every figure is the same whichever way it is come by. */

// Many of these work everything out afresh, several times.
vi.setConfig({ testTimeout: 180_000 })

const { role: _, ...as } = acting('imports')

/** Figures of the year to February 2016, with two that have a year to March in them. */
const months = { from: monthNumber('2015-03'), to: monthNumber('2016-03') }

/** All that is kept of figures, a line a row. Of counts that are no more, and of dimensions that say nothing, nothing is told. */
async function keptIn(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.query<{ line: string }>(
    `select 'fact ' || to_jsonb(f)::text as line from fact f
     union all select 'spells ' || subject || ' ' || key || ' ' || value::text from fact_spells, jsonb_each(spells) where value <> '[]'
     union all select 'count ' || jsonb_build_array(measure, dimension, value)::text || string_agg(concat_ws(' ', '', month, above, below), '' order by month)
       from (select measure, dimension, value, month, round(sum(each.above)::numeric, 6) as above, round(sum(each.below)::numeric, 6) as below
         from fact_count c cross join lateral unnest(c.months, c.above, c.below) as each(month, above, below) group by measure, dimension, value, month) monthly
       where above <> 0 or below <> 0 group by measure, dimension, value`,
  )
  return rows.map(({ line }) => line).sort()
}

const kept = (database: Database) => database.transaction(acting('reads'), keptIn)

/** What one has and the other has not: short to read where two thousand lines should be alike. */
const differing = (one: readonly string[], other: readonly string[]): string[] => {
  const [ones, others] = [new Set(one), new Set(other)]
  return [
    ...one.filter((line) => !others.has(line)).map((line) => `- ${line}`),
    ...other.filter((line) => !ones.has(line)).map((line) => `+ ${line}`),
  ]
}

/** Throws away all that is kept, and works it out from the records. */
const afresh = (database: Database): Promise<readonly string[]> =>
  database.transaction(acting('imports'), async (tx) => {
    for (const table of ['fact', 'fact_spells', 'fact_count']) await tx.run(`delete from ${table}`)
    await keepAll(tx, clockwork)
    return keptIn(tx)
  })

async function isAsAfresh(database: Database): Promise<readonly string[]> {
  const held = await kept(database)
  expect(differing(held, await afresh(database))).toEqual([])
  return held
}

const peopleOf = () => () => 40_120

const reading = <T>(database: Database, ask: (tx: Transaction) => Promise<T>, more = {}): Promise<T> =>
  database.transaction(acting('reads', more), ask)

/** Every point of every measure, in whole, a line each. */
const allPoints = (database: Database, more = {}): Promise<readonly string[]> =>
  reading(
    database,
    async (tx) => {
      const pointsOf = await wholeOfEach(tx, clockwork, measures, { ...months, peopleOf })
      return measures.flatMap((measure) => pointsOf(measure).map((point) => `${measure.id} ${JSON.stringify(point)}`))
    },
    more,
  )

const isOneOfThem = (by: By): by is Dimension => typeof by !== 'string'
const isSeveral = (measure: Measure, by: By): boolean => typeof by === 'string' && measure.of.says[by]?.type === 'several words'

onBoth(
  'figures',
  ({ where, database, fresh, onServer }) => {
    // Slow on the embedded database, and of the same SQL: there the first of these is enough.
    const some = <T>(all: readonly T[]): readonly T[] => (where === 'server' ? all : all.slice(0, 1))

    test('after an import, facts and counts are those of everything worked out afresh', async () => {
      const held = await isAsAfresh(database())
      for (const sort of ['fact', 'spells', 'count'])
        expect(held.filter((line) => line.startsWith(`${sort} `)).length, sort).toBeGreaterThan(400)
    })

    test('worked out once more where nothing has changed, not one fact is written', async () => {
      const versions = () => reading(database(), (tx) => tx.query('select subject, kind, number, xmin::text from fact order by 1, 2, 3'))
      const before = await versions()
      await database().transaction(acting('imports'), (tx) => keepAll(tx, clockwork))
      expect(await versions()).toEqual(before)
    })

    onServer('as known at a past moment every figure is what it was told to be then', async () => {
      const toldInJanuary = await allPoints((await fresh(january)).database)
      expect(differing(toldInJanuary, await allPoints(database())).length).toBeGreaterThan(50)
      expect(differing(toldInJanuary, await allPoints(database(), { knownAt: '2016-02-10T12:00:00Z' }))).toEqual([])
    })

    onServer('as known now, from the records, each is what is told from kept counts: in whole, and by what some are parted', async () => {
      const now = { knownAt: '2016-03-02T12:00:00Z' }
      expect(differing(await allPoints(database()), await allPoints(database(), now))).toEqual([])
      for (const measure of measures.filter((_each, place) => place % 16 === 0))
        for (const by of measure.by.slice(0, 5)) {
          const ask = (tx: Transaction) => partsOfMeasure(tx, clockwork, measure, { ...months, by: [by], people: peopleOf() })
          const told = linesOf(tellable(measure, await reading(database(), ask)))
          expect(linesOf(tellable(measure, await reading(database(), ask, now))), `${measure.id} by ${idOfBy(by)}`).toEqual(told)
        }
    })

    describe('a record written, withdrawn and restored moves facts and counts with it', () => {
      const theChild = `(select c.person_id from period_of_care c join placement p on p.person_id = c.person_id
      where c.ended_on is null and c.withdrawn_at is null order by c.person_id limit 1)`
      test.each(
        some<readonly [what: string, kind: RecordKind, sql: string]>([
          [
            'a worker of another team',
            involvement,
            `insert into involvement (person_id, role, worker_id, team_id, started_on, source)
         values (${theChild}, 'CW', (select id from professional order by id limit 1), (select id from team order by id limit 1), '2016-02-11', 'goldthread') returning id`,
          ],
          [
            'a referral',
            referral,
            `insert into referral (person_id, received_on, source_code, source) values (${theChild}, '2016-02-29', '1A', 'goldthread') returning id`,
          ],
          [
            'a placement',
            placement,
            `insert into placement (person_id, started_on, type, provider, outside_area, source) values (${theChild}, '2016-01-31', 'K2', 'PR4', true, 'goldthread') returning id`,
          ],
          [
            'a disability',
            disability,
            `insert into disability (person_id, code, source) values (${theChild}, 'VIS', 'goldthread') returning id`,
          ],
        ]),
      )('%s', async (_what, kind, sql) => {
        const before = await kept(database())
        const id = await database().transaction(acting('writes'), async (tx) => {
          const [written] = await tx.query<{ id: string }>(sql)
          await keepAfter(tx, clockwork, kind, [written?.id ?? ''])
          return written?.id ?? ''
        })
        const after = await isAsAfresh(database())
        expect(differing(before, after).length).toBeGreaterThan(0)
        const withdraw = (at: 'engine.instant()' | 'null') =>
          database().transaction(acting('writes'), async (tx) => {
            await tx.run(`update ${kind.table} set withdrawn_at = ${at} where id = $1`, [id])
            await keepAfter(tx, clockwork, kind, [id])
          })
        await withdraw('engine.instant()')
        expect(differing(before, await kept(database()))).toEqual([])
        await withdraw('null')
        expect(differing(after, await kept(database()))).toEqual([])
        await withdraw('engine.instant()')
        expect(differing(before, await kept(database()))).toEqual([])
      })

      onServer('another birth date, and a child withdrawn altogether', async () => {
        const before = await kept(database())
        const [child] = await reading(database(), (tx) =>
          tx.query<{ id: string; born_on: string }>(`select id, born_on from person where id = ${theChild}`),
        )
        const update = (set: string) =>
          database().transaction(acting('writes'), async (tx) => {
            await tx.run(`update person set ${set} where id = $1`, [child?.id])
            await keepAfter(tx, clockwork, person, [child?.id ?? ''])
          })
        await update(`born_on = '2000-02-29'`)
        const older = await isAsAfresh(database())
        expect(differing(before, older).filter((line) => line.includes('"age"')).length).toBeGreaterThan(1)
        await update(`withdrawn_at = engine.instant()`)
        expect((await isAsAfresh(database())).filter((line) => line.includes(child?.id ?? ''))).toEqual([])
        await update(`withdrawn_at = null`)
        expect(differing(older, await kept(database()))).toEqual([])
        await update(`born_on = '${child?.born_on ?? ''}'`)
        expect(differing(before, await kept(database()))).toEqual([])
      })

      onServer('of a child with a great many records, all of it moves at once', async () => {
        const before = await kept(database())
        const ids = await database().transaction(acting('writes'), async (tx) => {
          const rows = await tx.query<{ id: string }>(
            `insert into contact (person_id, received_at, source_code, source)
           select ${theChild}, date '2001-01-01' + n * 20, '1A', 'goldthread' from generate_series(1, 260) n returning id`,
          )
          const written = rows.map(({ id }) => id)
          await keepAfter(tx, clockwork, contact, written)
          return written
        })
        expect((await isAsAfresh(database())).length).toBeGreaterThan(before.length + 500)
        await database().transaction(acting('writes'), async (tx) => {
          await tx.run('update contact set withdrawn_at = engine.instant() where id = any ($1::uuid[])', [`{${ids.join(',')}}`])
          await keepAfter(tx, clockwork, contact, ids)
        })
        expect(differing(before, await kept(database()))).toEqual([])
      })
    })

    onServer('two who write about one child at once are both counted, one after the other', async () => {
      const [child] = await reading(database(), (tx) =>
        tx.query<{ id: string }>(
          'select person_id as id from period_of_care where ended_on is null and withdrawn_at is null order by person_id limit 1',
        ),
      )
      let first = (): void => undefined
      const written = new Promise<void>((told) => (first = told))
      const write = (on: string, before?: () => Promise<unknown>) =>
        database().transaction(acting('writes'), async (tx) => {
          const [made] = await tx.query<{ id: string }>(
            `insert into referral (person_id, received_on, source_code, source) values ($1, $2, '1A', 'goldthread') returning id`,
            [child?.id, on],
          )
          await before?.()
          await keepAfter(tx, clockwork, referral, [made?.id ?? ''])
          if (!before) {
            first()
            // Time for the other to come up to what this one holds.
            await new Promise((go) => setTimeout(go, 300))
          }
          return made?.id ?? ''
        })
      const second = write('2016-02-24', () => written)
      const ids = [await write('2016-02-23'), await second]
      await isAsAfresh(database())
      await database().transaction(acting('writes'), async (tx) => {
        await tx.run('update referral set withdrawn_at = engine.instant() where id = any ($1::uuid[])', [`{${ids.join(',')}}`])
        await keepAfter(tx, clockwork, referral, ids)
      })
      await isAsAfresh(database())
    })

    test('an error leaves records, facts and counts as they were', async () => {
      const before = await kept(database())
      const cut = database().transaction(acting('writes'), async (tx) => {
        const [written] = await tx.query<{ id: string }>(
          `insert into referral (person_id, received_on, source) select id, '2016-02-17', 'goldthread' from person order by id limit 1 returning id`,
        )
        await keepAfter(tx, clockwork, referral, [written?.id ?? ''])
        expect(differing(before, await keptIn(tx)).length).toBeGreaterThan(0)
        throw new Error('power cut')
      })
      await expect(cut).rejects.toThrow('power cut')
      expect(differing(before, await kept(database()))).toEqual([])
      expect(
        await reading(database(), (tx) => tx.query(`select id from referral where received_on = '2016-02-17' and source = 'goldthread'`)),
      ).toEqual([])
    })

    onServer('two records that are one child are counted as one child, and as two again when that is undone', async () => {
      const { pair, other } = await database().transaction(acting('writes'), async (tx) => {
        const [one] = await tx.query<{ id: string }>(
          `select p.id from person p join period_of_care c on c.person_id = p.id where p.same_as_id is null and c.ended_on is null order by p.id limit 1`,
        )
        const [made] = await tx.query<{ id: string }>(
          `insert into person (born_on, source, source_id) values ('2009-06-01', 'goldthread', 'another-number') returning id`,
        )
        await tx.run(`insert into period_of_care (person_id, started_on, source) values ($1, '2015-11-30', 'goldthread')`, [made?.id])
        await tx.run(`insert into referral (person_id, received_on, source) values ($1, '2015-10-31', 'goldthread')`, [made?.id])
        const [listed] = await tx.query<{ id: string }>(
          `insert into likely_pair (one_id, other_id, why, source) values ($1, $2, 'Same pupil number', 'goldthread') returning id`,
          [one?.id, made?.id],
        )
        await keepAfter(tx, clockwork, person, [made?.id ?? ''])
        return { pair: listed?.id ?? '', other: made?.id ?? '' }
      })
      const apart = await isAsAfresh(database())
      const of = (lines: readonly string[]) =>
        lines.filter((line) => line.startsWith('fact ') && line.includes(`"subject": "${other}"`)).length
      expect(of(apart)).toBeGreaterThan(0)
      const decide = (decision: 'same' | null) =>
        database().transaction(acting('writes'), async (tx) => keepAfter(tx, clockwork, person, await decidePair(tx, pair, decision)))
      const inCare = async () => {
        const looked = measures.find(({ id }) => id === 'cla-number')
        return (await reading(database(), (tx) => partsOfMeasure(tx, clockwork, looked as Measure, months)))[0]?.points.at(-1)?.value ?? 0
      }
      const two = await inCare()
      await decide('same')
      expect(of(await isAsAfresh(database()))).toBe(0)
      expect(await inCare()).toBe(two - 1)
      await decide(null)
      expect(differing(apart, await kept(database()))).toEqual([])
    })

    onServer('an import taken back leaves the facts and counts of what was there before', async () => {
      const { database: both } = await fresh(february)
      const before = await kept((await fresh(january)).database)
      expect(differing(before, await kept(both)).length).toBeGreaterThan(50)
      const [first, second] = await reading(both, (tx) => tx.query<{ id: string }>('select id from import order by brought_at'))
      await takeBackImport(both, as, second?.id ?? '', recordKinds)
      expect(differing(before, await kept(both))).toEqual([])
      await takeBackImport(both, as, first?.id ?? '', recordKinds)
      expect(await kept(both)).toEqual([])
    })

    onServer('asked for one by one, in whole, each measure is what it is when all are asked for at once', async () => {
      const alone = await reading(database(), async (tx) => {
        const lines: string[] = []
        for (const measure of measures) {
          const parts = await partsOfMeasure(tx, clockwork, measure, { ...months, people: peopleOf() })
          expect(parts, measure.id).toHaveLength(1)
          lines.push(...(parts[0]?.points ?? []).map((point) => `${measure.id} ${JSON.stringify(point)}`))
        }
        return lines
      })
      const all = await allPoints(database())
      expect(differing(alone, all)).toEqual([])
      expect(all.filter((line) => !line.includes('"numerator":0')).length).toBeGreaterThan(500)
    })

    onServer('by whatever a measure is parted, kept counts are those of the facts; and a group with all others is everybody', async () => {
      let divided = 0
      await reading(database(), async (tx) => {
        for (const [number, measure] of measures.entries())
          for (const [at, by] of measure.by.entries()) {
            const name = `${measure.id} by ${idOfBy(by)}`
            const asked = { ...months, by: [by], people: peopleOf() }
            const told = await partsOfMeasure(tx, clockwork, measure, asked)
            const fromFacts = await partsOfMeasure(tx, clockwork, measure, { ...asked, afresh: true })
            expect(linesOf(tellable(measure, fromFacts)), name).toEqual(linesOf(tellable(measure, told)))
            // A group is chosen for the first way of parting a measure and for every third of all.
            if (at > 0 && (at + number) % 3 !== 0) continue
            const group = await aGroup(tx, measure, by)
            if (group === null) continue
            divided++
            const one = await partsOfMeasure(tx, clockwork, measure, { ...asked, among: [group] })
            const others = await partsOfMeasure(tx, clockwork, measure, { ...asked, among: [{ ...group, without: true }] })
            expect(
              sums(measure, [...one, ...others], () => ''),
              `${name}, among ${idOfBy(group.by)}`,
            ).toEqual(sums(measure, told, () => ''))
          }
      })
      expect(divided).toBeGreaterThan(300)
    })

    onServer('a group chosen by one of several words, with all others, is everybody, each once', async () => {
      let chosen = 0
      await reading(database(), async (tx) => {
        for (const measure of measures)
          for (const several of measure.by.filter((by) => isSeveral(measure, by))) {
            const by = measure.by.filter(isOneOfThem).slice(0, 1)
            const asked = { ...months, by, people: peopleOf() }
            const values = tellable(measure, await partsOfMeasure(tx, clockwork, measure, { ...asked, by: [several] })).map(
              (part) => part.values[0] ?? '',
            )
            const told = sums(measure, await partsOfMeasure(tx, clockwork, measure, asked), () => '')
            for (const value of values) {
              chosen++
              const group = { by: several, value }
              const one = await partsOfMeasure(tx, clockwork, measure, { ...asked, among: [group] })
              const others = await partsOfMeasure(tx, clockwork, measure, { ...asked, among: [{ ...group, without: true }] })
              expect(
                sums(measure, [...one, ...others], () => ''),
                `${measure.id} with and without ${value}`,
              ).toEqual(told)
              const behind = async (among: readonly Among[]) =>
                (await factsBehind(tx, clockwork, measure, months.to - 1, { by, among })).length
              expect((await behind([group])) + (await behind([{ ...group, without: true }]))).toBe(await behind([]))
            }
          }
      })
      expect(chosen).toBeGreaterThan(5)
    })

    onServer('behind each figure there are as many facts as it says, and they add up to it', async () => {
      let some = 0
      await reading(database(), async (tx) => {
        for (const measure of measures)
          for (const month of ['2015-03', '2015-06', '2015-09', '2015-10', '2015-12', '2016-02'].map(monthNumber)) {
            const name = `${measure.id} of ${month}`
            const [whole] = await partsOfMeasure(tx, clockwork, measure, { from: month, to: month, people: peopleOf() })
            const point = whole?.points[0]
            if (measure.span === 'year to March' && month % 12 !== 2) {
              expect(point, name).toBeUndefined()
              continue
            }
            const behind = await factsBehind(tx, clockwork, measure, month)
            if (behind.length > 0) some++
            const sum = (of: 'above' | 'below') => behind.reduce((so, each) => so + each[of], 0)
            if (measure.statistic === 'median' || measure.statistic === 'highest') {
              expect(point?.denominator, name).toBe(behind.length)
              continue
            }
            expect(point?.numerator, name).toBeCloseTo(sum('above'), 6)
            if (measure.statistic === 'count' && measure.to === null) expect(behind.length, name).toBe(point?.numerator)
            if (measure.statistic === 'share' || measure.statistic === 'mean') expect(behind.length, name).toBe(point?.denominator)
            if (!['count', 'rate'].includes(measure.statistic)) expect(point?.denominator, name).toBeCloseTo(sum('below'), 6)
          }
      })
      expect(some).toBeGreaterThan(100)
    })

    onServer('parted by two things at once, the parts add up to those by one', async () => {
      let pairs = 0
      await reading(database(), async (tx) => {
        for (const measure of measures) {
          const [first, second] = [
            measure.by[0],
            measure.by.findLast((by) => !isSeveral(measure, by) && !measure.ofWhole.includes(idOfBy(by))),
          ]
          if (first === undefined || second === undefined || first === second) continue
          pairs++
          const asked = { ...months, people: peopleOf() }
          const one = await partsOfMeasure(tx, clockwork, measure, { ...asked, by: [first] })
          const two = await partsOfMeasure(tx, clockwork, measure, { ...asked, by: [first, second] })
          const value = ({ values }: Part) => values[0] ?? ''
          expect(sums(measure, two, value), `${measure.id} by ${idOfBy(first)} and ${idOfBy(second)}`).toEqual(sums(measure, one, value))
        }
      })
      expect(pairs).toBeGreaterThan(100)
    })

    test('counts put together are fewer rows, and no figure changes', async () => {
      const told = await allPoints(database())
      const before = await kept(database())
      const rows = () =>
        reading(database(), async (tx) => (await tx.query<{ n: number }>('select count(*) as n from fact_count'))[0]?.n ?? 0)
      // One added and one taken off again, as a birth date that is changed and changed back leaves them.
      await database().transaction(acting('writes'), (tx) =>
        tx.run(
          `insert into fact_count (measure, dimension, value, months, above, below)
         select measure, dimension, value, array['2016-02-01'::date], array[sign::float8], array[sign::float8] from fact_count, unnest(array[1, -1]) as sign`,
        ),
      )
      const many = await rows()
      await database().transaction(acting('writes'), (tx) => putTogether(tx))
      expect(await rows()).toBeLessThan(many)
      expect(differing(before, await kept(database()))).toEqual([])
      expect(differing(told, await allPoints(database()))).toEqual([])
    })

    test.each<readonly [keys: readonly string[], seen: readonly boolean[], why: string]>([
      [['staff'], [true, true, true], 'whoever may read records sees what follows from them'],
      [['figures'], [false, false, true], 'counts name nobody'],
      [['files'], [false, false, false], 'neither the one key nor the other'],
      [[], [false, false, false], 'no key at all'],
    ])('with the keys %j facts, spells and counts are seen: %j, for %s', async (keys, seen) => {
      for (const role of ['reads', 'writes'] as const) {
        const found = await database().transaction({ actor: 'tester', role, keys }, (tx) =>
          tx.query<{ n: number }>(
            `select n from (select 1 as place, count(*) as n from fact union all select 2, count(*) from fact_spells union all select 3, count(*) from fact_count) counted order by place`,
          ),
        )
        if (role === 'reads') expect(found.map(({ n }) => n > 0)).toEqual(seen)
      }
    })
  },
  { embedded: toldByHand, server: february },
)

/** Parts with something in them between the months asked for, in the order of their values. */
const tellable = (measure: Measure, parts: readonly Part[]): Part[] =>
  parts
    .filter(({ points }) => points.some(({ numerator, denominator }) => numerator !== 0 || (ownBelow(measure) && denominator !== 0)))
    .toSorted((a, b) => (a.values.join('\t') < b.values.join('\t') ? -1 : 1))

/** Whether what stands below the line is of each part alone, and not of all or of everybody who lives there. */
const ownBelow = ({ statistic, ofWhole }: Measure): boolean => statistic !== 'rate' && statistic !== 'count' && ofWhole.length === 0

const linesOf = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ values, points }) => points.map((point) => `${values.join(' and ')}: ${JSON.stringify(point)}`))

/** A group to choose by that is not what the figure is parted by, with a value of which there is somebody. */
async function aGroup(tx: Transaction, measure: Measure, notBy: By): Promise<{ by: By; value: string } | null> {
  const fit = measure.by.filter((by) => by !== notBy && !isSeveral(measure, by) && !measure.ofWhole.includes(idOfBy(by)))
  const by = fit.find((each) => isOneOfThem(each) && each.id === 'sex') ?? fit.find(isOneOfThem) ?? fit[0]
  if (by === undefined) return null
  const some = tellable(measure, await partsOfMeasure(tx, clockwork, measure, { ...months, by: [by], people: peopleOf() }))
  const value = some.find(({ values }) => values[0] !== '')?.values[0]
  return value === undefined ? null : { by, value }
}

/** What points of many parts add up to, by a value of theirs and period. Of the denominator where it is told of each part alone. */
function sums(measure: Measure, parts: readonly Part[], valueOf: (part: Part) => string): Record<string, readonly [number, number]> {
  const told: Record<string, [number, number]> = {}
  for (const part of parts)
    for (const { period, numerator, denominator } of part.points) {
      const sum = (told[`${valueOf(part)} ${period}`] ??= [0, 0])
      sum[0] += numerator
      if (ownBelow(measure)) sum[1] += denominator ?? 0
    }
  return Object.fromEntries(
    Object.entries(told)
      .filter(([, sum]) => sum.some((each) => each !== 0))
      .map(([key, [above, below]]) => [key, [Math.round(above * 1e6) / 1e6, Math.round(below * 1e6) / 1e6]] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
