import { describe, expect, test } from 'vitest'
import { record, type Told as ClockTold } from '../../../test/support/clocks.ts'
import { professional, team } from '../../../src/authority/records.ts'
import { newlyQualifiedReview, registrationRenewal, supervision, workerAbsence } from '../../../src/oversight/records.ts'
import { monthlySupervision, newlyQualifiedSupervision } from '../../../src/oversight/supervision-clocks.ts'
import { workerClocks } from '../../../src/oversight/worker-clocks.ts'
import { involvement } from '../../../src/practice/allocation/records.ts'
import { addDays, later, type Day } from '../days.ts'
import type { Told } from '../telling.ts'
import { sizes, worldOf, type World } from '../world.ts'
import { between, forClocks, ofKind, shareInTime, shareOf, wordsIn, wrongOf } from './told-for-tests.ts'
import { tellWorkers } from './workers.ts'

const worldWith = (planted: boolean): World => worldOf({ size: sizes.thurrock, seed: 1, from: '2013-01-01', to: '2018-12-31', planted }, 1)
const [world, plainWorld] = [worldWith(true), worldWith(false)]
const [told, plain] = [tellWorkers(world), tellWorkers(plainWorld)]

/** Each worker with what is told of them, holding a child all along. */
function workersOf(of: World, all: readonly Told[], which: (teamId: string) => boolean = () => true): readonly (readonly ClockTold[])[] {
  const own = new Map<string, Told[]>()
  for (const each of all) {
    const id = each.kind === professional ? each.id : wordsIn(each.versions[0]?.values['worker'])
    const there = own.get(id)
    if (there) there.push(each)
    else own.set(id, [each])
  }
  return of.workforce.workers
    .filter((worker) => which(worker.team) && !worker.manager && worker.from < of.to)
    .map((worker) => [
      record(involvement, { worker: worker.id, role: 'CW', startedOn: later(worker.from, '2012-02-01'), endedOn: null }),
      ...forClocks(own.get(worker.id) ?? []),
    ])
}
const holding = (id: string): boolean => /^T[2-7]/.test(id)
const hardest = (id: string): boolean => /^T[23]/.test(id)

describe('who works in a district', () => {
  test('the same seed tells the same', () => {
    const again = (): readonly Told[] =>
      tellWorkers(worldOf({ size: sizes.small, seed: 4, from: '2013-01-01', to: '2018-12-31', planted: true }, 1))
    expect(again()).toEqual(again())
  })

  test('every version passes the checks of its kind', () => {
    expect(wrongOf(told)).toEqual([])
    expect(wrongOf(plain.filter((_, place) => place % 5 === 0))).toEqual([])
  })

  test('teams and workers have the numbers of the workforce, and no number stands twice in a table', () => {
    expect(ofKind(told, team).map(({ id }) => id)).toEqual(world.workforce.teams.map(({ id }) => id))
    const inHistory = world.workforce.workers.filter(({ from }) => from <= world.to)
    expect(ofKind(told, professional).map(({ id }) => id)).toEqual(expect.arrayContaining(inHistory.map(({ id }) => id)))
    const numbers = told.map(({ kind, id }) => `${kind.table} ${id}`)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(told.every(({ person }) => person === null)).toBe(true)
  })

  test('whoever refers to a worker does so after the worker is on record', () => {
    const known = new Map(told.filter(({ kind }) => kind === professional).map(({ id, versions: [first] }) => [id, first?.at ?? '']))
    const early = told.flatMap(({ versions }) =>
      versions.flatMap(({ at, values }) =>
        ['worker', 'heldBy', 'assessor'].filter((name) => values[name] && !((known.get(wordsIn(values[name])) ?? '9999') < at)),
      ),
    )
    expect(early).toEqual([])
  })

  test('who left is known to leave before the day, and who came newly qualified has fewer children for a year', () => {
    const all = ofKind(told, professional)
    const left = world.workforce.workers.filter(({ until }) => until < '2018-06-01')
    expect(left.length).toBeGreaterThan(100)
    for (const { id, until } of left) expect(all.find((each) => each['id'] === id)).toMatchObject({ leftOn: until })
    const fresh = told.find(
      ({ kind, versions }) => kind === professional && versions.some(({ values }) => values['newlyQualifiedFrom'] !== undefined),
    )
    expect(fresh?.versions[1]?.values['caseloadLimit']).toBeLessThan(16)
  })
})

test('social workers have a limit: fewer in the assessed year, more after three years, less for part of the week', () => {
  const all = new Map(ofKind(told, professional).map((each) => [each['id'], each['caseloadLimit']]))
  const limits = (which: (worker: World['workforce']['workers'][number]) => boolean): Set<unknown> =>
    new Set(world.workforce.workers.filter((worker) => worker.from <= world.to && which(worker)).map(({ id }) => all.get(id)))
  const stayed = (worker: { readonly from: Day; readonly until: Day }, from: Day, until: Day): boolean =>
    worker.from > from && worker.from < until && worker.until > '2018-12-31'
  const ofTitle = 'Social worker'
  expect(
    limits(
      ({ title, ...of }) =>
        title === ofTitle && of.newlyQualifiedFrom === null && of.fullTime === 1 && stayed(of, '2016-03-01', '2018-12-01'),
    ),
  ).toEqual(new Set([18]))
  expect(limits(({ title, ...of }) => title === ofTitle && of.fullTime === 1 && stayed(of, '2010-01-01', '2015-11-01'))).toEqual(
    new Set([20]),
  )
  expect(
    limits(({ title, newlyQualifiedFrom, fullTime }) => title === ofTitle && fullTime === 1 && (newlyQualifiedFrom ?? '') > '2018-01-01'),
  ).toEqual(new Set([14]))
  expect(
    limits(
      ({ title, ...of }) => title === ofTitle && of.fullTime === 0.6 && of.newlyQualifiedFrom === null && of.until < addDays(of.from, 900),
    ),
  ).toEqual(new Set([11]))
  expect(limits(({ title }) => title !== ofTitle)).toEqual(new Set([undefined]))
})

describe('supervision', () => {
  test('without problems it is monthly, and oftener for the newly qualified', () => {
    const all = workersOf(plainWorld, plain, holding)
    expect(shareInTime(monthlySupervision, all)).toBeGreaterThan(0.88)
    expect(shareInTime(newlyQualifiedSupervision, all)).toBeGreaterThan(0.85)
  })

  test('where it is missed there are gaps of months, in the assessment and family support teams most', () => {
    const worst = (which: (id: string) => boolean): number =>
      shareInTime(monthlySupervision, workersOf(world, told, which), '2015-03-01', '2016-08-31')
    expect(worst(hardest)).toBeLessThan(0.65)
    expect(worst((id) => holding(id) && !hardest(id))).toBeGreaterThan(worst(hardest) + 0.1)
    expect(shareInTime(monthlySupervision, workersOf(world, told, hardest), '2018-01-01', '2018-11-30')).toBeGreaterThan(
      worst(hardest) + 0.1,
    )
  })

  test('it is less reflective then, and takes up less of what was agreed', () => {
    const during = (all: readonly Told[], of: World): readonly Readonly<Record<string, unknown>>[] => {
      const ids = new Set(of.workforce.workers.filter((worker) => hardest(worker.team) && !worker.manager).map(({ id }) => id))
      return ofKind(all, supervision).filter(
        (each) => ids.has(String(each['worker'])) && between('heldOn', '2015-03-01', '2016-08-31')(each),
      )
    }
    const reflective = ({ reflective: yes }: Readonly<Record<string, unknown>>): boolean => yes === true
    const followed = ({ actions }: Readonly<Record<string, unknown>>): boolean => String(actions).startsWith('From last time')
    const [bad, good] = [during(told, world), during(plain, plainWorld)]
    expect(shareOf(good, reflective)).toBeGreaterThan(0.7)
    expect(shareOf(bad, reflective)).toBeLessThan(0.58)
    expect(shareOf(good, followed)).toBeGreaterThan(0.78)
    expect(shareOf(bad, followed)).toBeLessThan(shareOf(good, followed) - 0.2)
  })

  test('it names the children discussed by number', () => {
    const discussed = (worker: string, day: Day): readonly string[] => (worker === 'P141' && day < '2014-01-01' ? ['100001', '100002'] : [])
    const small = worldOf({ size: sizes.small, seed: 4, from: '2013-01-01', to: '2018-12-31', planted: false }, 1)
    const ruth = ofKind(tellWorkers(small, discussed), supervision).filter(({ worker }) => worker === 'P141')
    expect(ruth[0]).toMatchObject({ childrenDiscussed: '100001, 100002' })
    expect(ruth.at(-1)).toMatchObject({ childrenDiscussed: null })
  })
})

describe('the assessed year, registration and absences', () => {
  test('without problems they are mostly in time', () => {
    const all = workersOf(plainWorld, plain)
    for (const clock of workerClocks) expect(shareInTime(clock, all), clock.id).toBeGreaterThan(0.82)
  })

  test('there are some of each, and nobody is supervised while away', () => {
    expect(ofKind(told, newlyQualifiedReview).length).toBeGreaterThan(50)
    expect(ofKind(told, registrationRenewal).length).toBeGreaterThan(300)
    const held = Map.groupBy(ofKind(told, supervision), ({ worker }) => worker)
    const supervised = ofKind(told, workerAbsence).filter(
      ({ worker, startedOn, endedOn }) => endedOn && held.get(worker)?.some(between('heldOn', wordsIn(startedOn), wordsIn(endedOn))),
    )
    expect(supervised).toEqual([])
  })
})
