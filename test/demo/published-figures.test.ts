import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  documents,
  enteredByAge,
  inspectors,
  leftByAge,
  lookedAfterAtMonthEnd,
  onPlacementOrders,
  placedByAge,
  twelveMonths,
  unaccompanied,
  yearBefore,
} from '../../demo/estuary/plan/published.ts'
import { loadAuthority } from '../../demo/estuary/load.ts'
import { sizes } from '../../demo/estuary/world.ts'
import { lastDayOf } from '../../demo/estuary/days.ts'
import { clockwork } from '../../src/clocks.ts'
import type { Database, Transaction } from '../../src/engine/database/database.ts'
import { partsOfMeasure, type Among } from '../../src/engine/measures/breakdown.ts'
import type { Measure } from '../../src/engine/measures/measure.ts'
import { monthNumber } from '../../src/engine/measures/months.ts'
import type { Driver } from '../../src/engine/database/driver.ts'
import { openDatabase } from '../../src/engine/records/open.ts'
import { whatStandsBeside } from '../../src/improvement/digest/beside.ts'
import { snapshotOf } from '../../src/improvement/digest/today-page.tsx'
import { figurework, measures } from '../../src/measures.ts'
import { model } from '../../src/model.ts'
import { unaccompanied as unaccompaniedOrNot } from '../../src/practice/dimensions.ts'
import { serverForTests } from '../support/postgres.ts'
import { freshPlace } from '../support/two-databases.ts'

/**
 * Every figure that was published of the authority whose size and shape Estuary has comes out of the records, on its day or for its period. Each question is
 * asked as an analyst would ask it, of the tables; the last versions of the records, unless a moment is named.
 */
describe.skipIf(serverForTests() === null)('the published figures, asked of the whole authority', () => {
  let database: Database & { readonly driver: Driver }
  let close: () => Promise<void>

  beforeAll(async () => {
    const { place, remove } = await freshPlace('server')
    database = await openDatabase(place, model)
    close = async () => {
      await database.close()
      await remove()
    }
    await loadAuthority(
      database,
      { size: sizes.thurrock, seed: 1, from: '2013-01-01', to: '2018-12-31', planted: true },
      { today: '2018-12-31' },
    )
    await database.countAfresh()
  }, 400_000)
  afterAll(async () => close?.())

  const ask = <R extends Record<string, unknown>>(sql: string, parameters: readonly unknown[] = [], knownAt?: string): Promise<R[]> =>
    database.transaction({ actor: 'test', role: 'reads', keys: ['staff'], knownAt }, (tx) => tx.query<R>(sql, parameters))
  const count = async (sql: string, parameters: readonly unknown[] = [], knownAt?: string): Promise<number> =>
    Number((await ask<{ n: number }>(`select count(*) as n from (${sql}) counted`, parameters, knownAt))[0]?.n)

  /** Looked after on a day: the first day counts, the day of leaving does not. */
  const lookedAfter = `select distinct c.person_id from period_of_care c where c.withdrawn_at is null and c.started_on <= $1 and (c.ended_on is null or c.ended_on > $1)`
  const age = (on: string): string => `extract(year from age(${on}, p.born_on))::int`
  /** The placement, its area, and the legal status of each child looked after on a day. */
  const living = `select l.person_id, pl.type, pl.provider, pl.outside_area, s.status, ${age('$1::date')} as age,
      exists (select 1 from immigration_status i where i.person_id = l.person_id and i.status like 'Unaccompanied%' and i.started_on <= $1) as alone
    from (${lookedAfter}) l join person p on p.id = l.person_id
    join placement pl on pl.person_id = l.person_id and pl.withdrawn_at is null and pl.started_on <= $1 and (pl.ended_on is null or pl.ended_on > $1)
    join legal_status s on s.person_id = l.person_id and s.withdrawn_at is null and s.started_on <= $1 and (s.ended_on is null or s.ended_on > $1)`

  test('looked after at the end of each of 26 months, as known in the middle of the next', async () => {
    const found: Record<string, number> = {}
    for (const month of Object.keys(lookedAfterAtMonthEnd)) {
      const day = lastDayOf(month)
      const middle = new Date(Date.parse(`${day}T12:00:00Z`) + 14 * 86_400_000).toISOString()
      found[month] = await count(lookedAfter, [day], middle)
    }
    expect(found).toEqual(lookedAfterAtMonthEnd)
  })

  test('280 on 31 March 2015, as the inspectors were told a year on: two had left and were written down later', async () => {
    expect(await count(lookedAfter, [yearBefore.day], '2016-02-22T12:00:00Z')).toBe(yearBefore.lookedAfter)
    expect(await count(lookedAfter, [yearBefore.day])).toBe(yearBefore.lookedAfter)
  })

  test('the rates of May 2016, with and without unaccompanied children', async () => {
    const all = await count(lookedAfter, ['2016-05-31'])
    const alone = await count(`select * from (${living}) l where alone`, ['2016-05-31'])
    expect([all, alone]).toEqual([341, unaccompanied['2016-05-31']])
    const rate = (number: number): string => ((number / 40_120) * 10_000).toFixed(1)
    expect([rate(all), rate(all - alone)]).toEqual(['85.0', '64.3'])
  })

  test('who came into care and who left it before 18, from February to May 2016, by age', async () => {
    const byAge = async (column: 'started_on' | 'ended_on'): Promise<number[]> => {
      const rows = await ask<{ band: number; n: number }>(
        `select case when y < 6 then 0 when y < 12 then 1 when y < 16 then 2 else 3 end as band, count(*) as n
         from (select ${age(`c.${column}`)} as y from period_of_care c join person p on p.id = c.person_id
               where c.withdrawn_at is null and c.${column} between '2016-02-01' and '2016-05-31') a where y < 18 group by 1 order by 1`,
      )
      return rows.map(({ n }) => Number(n))
    }
    expect(await byAge('started_on')).toEqual([...enteredByAge])
    expect(await byAge('ended_on')).toEqual([...leftByAge])
  })

  test('where children lived on 31 May 2016, by age; those on placement orders apart', async () => {
    const rows = await ask<{ band: string; placed: string; n: number }>(
      `select case when age < 1 then 'under 1' when age < 6 then '1–5' when age < 12 then '6–11' when age < 16 then '12–15' else '16+' end as band,
              case when type like 'U%' and provider = 'PR1' then 'own' when type like 'U%' then 'agency' when type in ('K1', 'K2', 'S1', 'R1') then 'residential' else 'other' end as placed,
              count(*) as n from (${living}) l where status <> 'E1' group by 1, 2`,
      ['2016-05-31'],
    )
    const table = Object.fromEntries(
      Object.keys(placedByAge).map((band) => [
        band,
        ['own', 'agency', 'residential', 'other'].map((placed) =>
          Number(rows.find((row) => row.band === band && row.placed === placed)?.n ?? 0),
        ),
      ]),
    )
    expect(table).toEqual(placedByAge)
    expect(await count(`select * from (${living}) l where status = 'E1'`, ['2016-05-31'])).toBe(onPlacementOrders)
  })

  test('what the inspectors were told of children looked after on 22 February 2016', async () => {
    const rows = await ask<{ type: string; outside_area: boolean; status: string; alone: boolean }>(living, [inspectors.day])
    const homes = rows.filter(({ type }) => type === 'K1' || type === 'K2')
    const foster = rows.filter(({ type }) => type.startsWith('U'))
    const parents = rows.filter(({ type }) => type === 'P1')
    const outside = (these: readonly { outside_area: boolean }[]): number => these.filter((each) => each.outside_area).length
    expect({
      lookedAfter: rows.length,
      outsideArea: outside(rows),
      childrensHomes: [homes.length, outside(homes)],
      residentialSchool: rows.filter(({ type }) => type === 'S1').length,
      foster: [foster.length, ((100 * outside(foster)) / foster.length).toFixed(1)],
      withParents: [parents.length, outside(parents)],
      unaccompanied: rows.filter(({ alone }) => alone).length,
      placementOrders: rows.filter(({ status }) => status === 'E1').length,
    }).toEqual({
      lookedAfter: 336,
      outsideArea: 245,
      childrensHomes: [31, 31],
      residentialSchool: 1,
      foster: [238, '65.1'],
      withParents: [5, 2],
      unaccompanied: 77,
      placementOrders: 10,
    })
  })

  test('children in need, and on protection plans by category, on both days', async () => {
    const inNeed = `select distinct person_id from referral where withdrawn_at is null and received_on <= $1 and (closed_on is null or closed_on > $1)`
    const plans = `select coalesce(latest_category, initial_category) as category from child_protection_plan where withdrawn_at is null and started_on <= $1 and (ended_on is null or ended_on > $1)`
    expect([await count(inNeed, [yearBefore.day]), await count(inNeed, [inspectors.day])]).toEqual([yearBefore.inNeed, inspectors.inNeed])
    expect([await count(plans, [yearBefore.day]), await count(plans, [inspectors.day])]).toEqual([yearBefore.protectionPlans, 263])
    const rows = await ask<{ category: string; n: number }>(`select category, count(*) as n from (${plans}) p group by 1`, [inspectors.day])
    expect(Object.fromEntries(rows.map(({ category, n }) => [category, Number(n)]))).toEqual(inspectors.protectionPlans)
  })

  test('the twelve months to the inspection: who left care and how, and who came back', async () => {
    const left = `select c.*, (select min(again.started_on) from period_of_care again where again.person_id = c.person_id and again.withdrawn_at is null and again.started_on > c.ended_on) as again
      from period_of_care c where c.withdrawn_at is null and c.ended_on between '2015-02-23' and '2016-02-22'`
    const number = (where: string): Promise<number> => count(`select * from (${left}) l where ${where}`)
    expect({
      left: await number('true'),
      adopted: await number(`end_reason in ('E11', 'E12')`),
      guardianship: await number(`end_reason in ('E43', 'E44')`),
      independentLiving: await number(`end_reason in ('E5', 'E6')`),
      returned: await number(`again <= '2016-02-22'`),
    }).toEqual({
      left: twelveMonths.left,
      adopted: twelveMonths.adopted,
      guardianship: twelveMonths.guardianship,
      independentLiving: twelveMonths.independentLiving,
      returned: twelveMonths.returned,
    })
    expect(((100 * twelveMonths.returned) / twelveMonths.left).toFixed(1)).toBe('5.3')
  })

  test('private fostering, children missing education and educated at home', async () => {
    const going = (table: string, from: string, until: string): string =>
      `select distinct person_id from ${table} where withdrawn_at is null and ${from} <= $1 and (${until} is null or ${until} > $1)`
    const fostered = going('private_fostering', 'started_on', 'ended_on')
    expect([await count(fostered, [yearBefore.day]), await count(fostered, [inspectors.day])]).toEqual([
      yearBefore.privateFostering,
      inspectors.privateFostering,
    ])
    expect(await count(going('missing_education', 'noticed_on', 'closed_on'), [inspectors.day])).toBe(inspectors.missingEducation)
    expect(await count(going('home_education', 'noticed_on', 'ended_on'), [inspectors.day])).toBe(inspectors.homeEducated)
  })

  test('care leavers by age on 22 February 2016, as known that day; unaccompanied; staying put', async () => {
    const leavers = `select l.person_id, ${age(`'${inspectors.day}'::date`)} as age,
        exists (select 1 from immigration_status i where i.person_id = l.person_id and i.status like 'Unaccompanied%') as alone
      from care_leaver l join person p on p.id = l.person_id where l.withdrawn_at is null and l.eligibility in ('Relevant', 'Former Relevant', 'Qualifying')`
    const knownAt = `${inspectors.day}T23:00:00Z`
    const rows = await ask<{ age: number; alone: boolean }>(leavers, [], knownAt)
    const band = (from: number, to: number): number => rows.filter((row) => row.age >= from && row.age <= to).length
    expect({ '16–18': band(16, 18), '19–21': band(19, 21), 'over 21': band(22, 25) }).toEqual(inspectors.careLeavers)
    expect(rows.filter(({ alone }) => alone).length).toBe(inspectors.careLeaversUnaccompanied)
    expect(
      await count(
        `select distinct person_id from staying_put where withdrawn_at is null and started_on <= $1 and (ended_on is null or ended_on > $1)`,
        [inspectors.day],
      ),
    ).toBe(inspectors.stayingPut)
  })

  test('identity documents on 30 June 2016, of those looked after for four weeks', async () => {
    const held = (type: string): string =>
      `exists (select 1 from identity_document d where d.person_id = l.person_id and d.withdrawn_at is null and d.type = '${type}' and d.held_on <= $1)`
    const rows = await ask<{ alone: boolean; both: boolean; weeks: boolean }>(
      `select l.alone, ${held('Birth certificate')} and ${held('Passport')} as both,
              exists (select 1 from period_of_care c where c.person_id = l.person_id and c.withdrawn_at is null and c.started_on <= $1::date - 28 and (c.ended_on is null or c.ended_on > $1)) as weeks
       from (${living}) l`,
      [documents.day],
    )
    const number = (wanted: (row: (typeof rows)[number]) => boolean): number => rows.filter(wanted).length
    expect({
      lookedAfter: rows.length,
      both: number(({ alone, weeks, both }) => !alone && weeks && both),
      notBoth: number(({ alone, weeks, both }) => !alone && weeks && !both),
      unaccompaniedWithout: number(({ alone, weeks, both }) => alone && weeks && !both),
      underFourWeeks: number(({ weeks }) => !weeks),
    }).toEqual({ lookedAfter: 336, both: 155, notBoth: 83, unaccompaniedWithout: 85, underFourWeeks: 13 })
  })

  describe('told by the digest', () => {
    // Nothing is kept of this authority: figures are worked out from the records, as known at the end.
    const reading = <T>(work: (tx: Transaction) => Promise<T>, knownAt = '2018-12-31T23:59:59Z'): Promise<T> =>
      database.transaction({ actor: 'test', role: 'reads', keys: ['staff'], knownAt }, work)
    const the = (id: string): Measure => measures.find((each) => each.id === id) as Measure
    const series = (id: string, from: string, to: string, among: readonly Among[] = []) =>
      reading(async (tx) => {
        const people = (await whatStandsBeside(tx)).peopleOf(the(id))
        const [part] = await partsOfMeasure(tx, clockwork, the(id), { from: monthNumber(from), to: monthNumber(to), people, among })
        return part?.points ?? []
      })

    test('looked after at the end of each of 26 months, with what was written down later', async () => {
      const points = await series('cla-number', '2014-04', '2016-05')
      expect(Object.fromEntries(points.map(({ period, value }) => [period, value]))).toEqual({
        ...lookedAfterAtMonthEnd,
        '2015-03': yearBefore.lookedAfter,
      })
    })

    test('the rates of May 2016, with and without unaccompanied children, by the population of that year', async () => {
      const rate = async (among: readonly Among[] = []) => (await series('cla-rate', '2016-05', '2016-05', among))[0]?.value?.toFixed(1)
      expect([await rate(), await rate([{ by: unaccompaniedOrNot, value: 'yes', without: true }])]).toEqual(['85.0', '64.3'])
    })

    test('the snapshot of the day the inspectors were given, as known that day, and of a year before', async () => {
      const on = async (day: string, knownAt?: string) => {
        const { standing } = await reading(async (tx) => snapshotOf(tx, { work: clockwork, ...figurework }, day), knownAt)
        return Object.fromEntries(standing.map(({ measure, today }) => [measure.id, today]))
      }
      // The published number is of open referrals; one on which no further action was decided is no episode of need.
      const needingNothing = (day: string, knownAt?: string) =>
        count(
          `select distinct person_id from referral where withdrawn_at is null and no_further_action and received_on <= $1 and (closed_on is null or closed_on > $1)`,
          [day],
          knownAt,
        )
      expect(await needingNothing(inspectors.day)).toBeLessThan(4)
      const { protectionPlans, careLeavers } = inspectors
      expect(await on(inspectors.day, `${inspectors.day}T23:59:59Z`)).toMatchObject({
        'cla-number': inspectors.lookedAfter,
        'cin-number': inspectors.inNeed - (await needingNothing(inspectors.day, `${inspectors.day}T23:59:59Z`)),
        'cpp-number': Object.values(protectionPlans).reduce((sum, each) => sum + each, 0),
        'pf-number': inspectors.privateFostering,
        'cme-number': inspectors.missingEducation,
        'ehe-number': inspectors.homeEducated,
        // The council’s list of care leavers, which gives no days, has two whom the law’s own words leave out.
        'leavers-number': Object.values(careLeavers).reduce((sum, each) => sum + each, 0) - 2,
      })
      expect(await on(yearBefore.day)).toMatchObject({
        'cla-number': yearBefore.lookedAfter,
        'cin-number': yearBefore.inNeed - (await needingNothing(yearBefore.day)),
        'cpp-number': yearBefore.protectionPlans,
        'pf-number': yearBefore.privateFostering,
      })
    })
  })
})
