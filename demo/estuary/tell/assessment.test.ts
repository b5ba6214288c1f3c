import { describe, expect, test } from 'vitest'
import { assessmentFromItsStart, assessmentFromReferral, childSeenInAssessment } from '../../../src/practice/assessment/clocks.ts'
import { addDays } from '../days.ts'
import { planOf } from '../plan/plan.ts'
import { sizes, worldOf } from '../world.ts'
import { inTime, lived, livesOf, ofTable, shareOf, worldWith, wrongIn, type Life } from './lives-for-tests.ts'

const [lives, plain] = [livesOf(worldWith(true)), livesOf(worldWith(false))]
const authorised = (from: string, until: string) => (all: readonly Life[]) =>
  ofTable(all, 'assessment').filter(({ authorisedOn }) => typeof authorisedOn === 'string' && authorisedOn >= from && authorisedOn < until)
const worst = authorised('2014-11-01', '2016-10-31')

describe('what is told of children at home', () => {
  test('the same seed tells the same', () => {
    expect(livesOf(worldWith(true), 12)).toEqual(lives.slice(0, 24))
  })

  test('every version passes the checks of its kind', () => {
    expect(wrongIn(lives)).toEqual([])
    expect(wrongIn(plain)).toEqual([])
  })

  test('every child of a small district can be told, and passes', () => {
    const world = worldOf({ size: sizes.small, seed: 3, from: '2013-01-01', to: '2018-12-31', planted: true }, 1)
    const all = planOf(world)
      .filter(({ needs }) => needs.length > 0)
      .map((course) => lived(world, course))
    expect(all.length).toBeGreaterThan(200)
    expect(wrongIn(all)).toEqual([])
  })

  test('nothing refers to what was never told', () => {
    for (const { records } of lives) {
      const known = new Set(records.map(({ kind, id }) => `${kind.table} ${id}`))
      for (const { kind, versions } of records)
        for (const [name, field] of Object.entries(kind.fields)) {
          const to = field.to?.().table
          if (to === undefined || to === 'team' || to === 'professional') continue
          for (const { values } of versions) if (values[name]) expect(known).toContain(`${to} ${values[name] as string}`)
        }
    }
  })
})

describe('assessments', () => {
  test('they are written when they begin, and finished when they were authorised', () => {
    for (const { course, records } of lives) {
      const [first] = records.filter(({ kind }) => kind.table === 'assessment')
      const planned = course.needs[0]?.assessment
      if (first === undefined || planned === undefined || planned === null || planned.finishedOn > '2018-12-28') continue
      expect(first.versions[0]?.values).toMatchObject({ startedOn: planned.startedOn, team: planned.team })
      expect(first.versions[0]?.values).not.toHaveProperty('authorisedOn')
      expect(first.versions.at(-1)?.values).toMatchObject({ authorisedOn: planned.finishedOn })
      expect(first.versions.at(-1)?.at.slice(0, 10)).toBe(planned.finishedOn)
    }
  })

  test('those planned in time are in time', () => {
    for (const all of [lives, plain]) {
      expect(inTime(all, assessmentFromReferral)).toBeGreaterThan(0.93)
      expect(inTime(all, assessmentFromItsStart)).toBeGreaterThan(0.93)
    }
  })

  test('where no harm is feared, children wait for weeks to be seen while the teams have no time', () => {
    const [some, without] = [livesOf(worldWith(true), 640, [2]), livesOf(worldWith(false), 640, [2])]
    const unharmed = (all: readonly Life[]) => all.filter(({ course }) => course.needs[0]?.enquiry === null)
    const [from, until] = ['2015-05-01', '2016-09-01']
    expect(inTime(unharmed(without), childSeenInAssessment)).toBeGreaterThan(0.87)
    expect(inTime(unharmed(some), childSeenInAssessment, '2013-01-01', '2014-11-01')).toBeGreaterThan(0.87)
    expect(inTime(unharmed(some), childSeenInAssessment, from, until)).toBeLessThan(0.5)
    const harmed = some.filter(({ course }) => course.needs[0]?.enquiry !== null)
    expect(inTime(harmed, childSeenInAssessment, from, until)).toBeGreaterThan(0.9)
  })

  test('the child’s view and identity are missing where that was planted, and hardly elsewhere', () => {
    const missing = (field: string, all: readonly Readonly<Record<string, unknown>>[]) => shareOf(all, (each) => each[field] === undefined)
    for (const field of ['childsView', 'childsIdentity']) {
      expect(missing(field, worst(lives))).toBeGreaterThan(0.45)
      expect(
        missing(
          field,
          ofTable(plain, 'assessment').filter(({ authorisedOn }) => authorisedOn !== undefined),
        ),
      ).toBeLessThan(0.12)
    }
  })

  test('brothers and sisters share a paragraph only where the last form is copied', () => {
    const shared = (all: readonly Life[], from: string, until: string): number => {
      const pairs = all.flatMap((one, place) => (place % 2 === 0 ? [[one, all[place + 1] as Life]] : []))
      const told = pairs.map((pair) => pair.map((each) => authorised(from, until)([each])[0]?.['analysis']))
      return shareOf(
        told.filter(([one]) => one !== undefined),
        ([one, other]) => one === other,
      )
    }
    expect(shared(lives, '2014-11-01', '2016-10-31')).toBeGreaterThan(0.15)
    expect(shared(lives, '2013-01-01', '2014-05-01')).toBe(0)
    expect(shared(plain, '2013-01-01', '2019-01-01')).toBeLessThan(0.02)
  })

  test('what they say is said of this child', () => {
    const texts = ofTable(plain, 'assessment').flatMap(({ childsView, childsIdentity, analysis }) => [childsView, childsIdentity, analysis])
    const said = texts.filter((each): each is string => typeof each === 'string')
    expect(new Set(said).size / said.length).toBeGreaterThan(0.95)
    for (const each of said) expect(each).not.toMatch(/[{}]|undefined| {2}|\.\./)
    expect(shareOf(said, (each) => /Tilly|Corey/.test(each))).toBeGreaterThan(0.85)
  })

  test('long plans are assessed again within the year, until many are not', () => {
    const notAgain = (all: readonly Life[], on: string): number => {
      const since = addDays(on, -430)
      const long = all.filter(
        ({ course: { needs } }) => (needs[0]?.assessment?.finishedOn ?? '9999') < since && (needs[0]?.closedOn ?? '') > addDays(on, 60),
      )
      expect(long.length).toBeGreaterThan(12)
      return shareOf(
        long,
        (each) => !ofTable([each], 'assessment').some(({ startedOn }) => String(startedOn) >= since && String(startedOn) < on),
      )
    }
    const [some, without] = [livesOf(worldWith(true), 700, [0]), livesOf(worldWith(false), 700, [0])]
    expect(notAgain(some, '2016-09-01')).toBeLessThan(0.15)
    expect(notAgain(without, '2018-12-15')).toBeLessThan(0.15)
    expect(notAgain(some, '2018-12-15')).toBeGreaterThan(0.25)
  })
})
