import { describe, expect, test } from 'vitest'
import type { Course, NeedCourse } from '../course.ts'
import { ageOn, type Day } from '../days.ts'
import { sizes, worldOf } from '../world.ts'
import { planOf } from './plan.ts'
import { documents, enteredByAge, inspectors, leftByAge, lookedAfterAtMonthEnd, twelveMonths, yearBefore } from './published.ts'

const worldWith = (seed: number, planted: boolean, size = sizes.thurrock) =>
  worldOf({ size, seed, from: '2013-01-01', to: '2018-12-31', planted }, 1)

/** The figures hold whatever the seed, and whether problems are planted or not: `published-figures.test.ts` asks the records of one of them. */
describe.each([
  [1, true],
  [20_160, false],
])('courses of seed %i, problems planted: %s', (seed, planted) => {
  const world = worldWith(seed, planted)
  const courses = planOf(world)
  const on = <T extends { readonly from: Day; readonly until: Day }>(day: Day, part: (need: NeedCourse) => T | null): T[] =>
    courses.flatMap(({ needs }) => needs.flatMap((need) => part(need) ?? []).filter(({ from, until }) => from <= day && until > day))

  test('hold the numbers looked after, in need and on plans on each day that was published', () => {
    expect(on(yearBefore.day, ({ care }) => care)).toHaveLength(yearBefore.lookedAfter)
    for (const [month, number] of Object.entries(lookedAfterAtMonthEnd)) {
      if (month === '2015-03') continue
      const [year, name] = [Number(month.slice(0, 4)), Number(month.slice(5))]
      const last = new Date(Date.UTC(year, name, 0)).toISOString().slice(0, 10)
      expect([month, on(last, ({ care }) => care).length]).toEqual([month, number])
    }
    const inNeed = (day: Day) =>
      courses.filter(({ needs }) => needs.some(({ receivedOn, closedOn }) => receivedOn <= day && closedOn > day)).length
    expect([inNeed(yearBefore.day), inNeed(inspectors.day)]).toEqual([yearBefore.inNeed, inspectors.inNeed])
    expect(on(yearBefore.day, ({ protection }) => protection)).toHaveLength(yearBefore.protectionPlans)
    const categories: Record<string, number> = {}
    for (const { category, changed } of on(inspectors.day, ({ protection }) => protection)) {
      const now = changed && changed.on <= inspectors.day ? changed.category : category
      categories[now] = (categories[now] ?? 0) + 1
    }
    expect(categories).toEqual(inspectors.protectionPlans)
  })

  test('hold who came into care and left it, by age and by how', () => {
    const bands = (day: 'from' | 'until', within: (care: { from: Day; until: Day }) => boolean): number[] => {
      const found = [0, 0, 0, 0]
      for (const { child, needs } of courses)
        for (const { care } of needs) {
          if (!care || !within(care)) continue
          const age = ageOn(child.born, care[day])
          if (age < 18) found[age < 6 ? 0 : age < 12 ? 1 : age < 16 ? 2 : 3]!++
        }
      return found
    }
    expect(bands('from', ({ from }) => from >= '2016-02-01' && from <= '2016-05-31')).toEqual([...enteredByAge])
    expect(bands('until', ({ until }) => until >= '2016-02-01' && until <= '2016-05-31')).toEqual([...leftByAge])
    const left = courses.flatMap(({ needs }) =>
      needs.flatMap(({ care }) => (care && care.until >= '2015-02-23' && care.until <= inspectors.day ? [care.leaves] : [])),
    )
    const number = (...codes: readonly string[]) => left.filter((code) => codes.includes(code)).length
    expect([left.length, number('E11', 'E12'), number('E43', 'E44'), number('E5', 'E6')]).toEqual([
      twelveMonths.left,
      twelveMonths.adopted,
      twelveMonths.guardianship,
      twelveMonths.independentLiving,
    ])
    expect(courses.filter(({ child }) => child.bothDocuments === true)).toHaveLength(documents.both)
    expect(courses.filter(({ child }) => child.bothDocuments === false)).toHaveLength(documents.notBoth)
  })

  test('some had a plan before: those that are told are counted, and nobody had one before they were born', () => {
    const started = courses.flatMap(({ child, needs }) =>
      needs.flatMap(({ protection }, place) =>
        protection ? [{ child, ...protection, told: needs.slice(0, place).filter((before) => before.protection).length }] : [],
      ),
    )
    expect(started.filter(({ earlier, told }) => earlier < told)).toEqual([])
    expect(started.filter(({ child, from, earlier }) => earlier > 0 && ageOn(child.born, from) < 1)).toEqual([])
    const [again, here] = [started.filter(({ earlier }) => earlier > 0), started.filter(({ told }) => told > 0)]
    expect(again.length / started.length).toBeGreaterThan(0.1)
    expect(again.length / started.length).toBeLessThan(0.22)
    expect(here.length).toBeGreaterThan(40)
  })

  test('are lives in an order that can be', () => {
    const wrong = courses.filter((course) => !canBe(course))
    expect(wrong.map(({ child }) => child.number)).toEqual([])
    expect(new Set(courses.map(({ child }) => child.number)).size).toBe(courses.length)
  })
})

function canBe({ child, needs }: Course): boolean {
  for (const [place, need] of needs.entries()) {
    const { receivedOn, closedOn, care, protection, plans, assessment } = need
    const next = needs[place + 1]
    if (closedOn <= receivedOn || (next && next.receivedOn <= closedOn)) return false
    if (protection && (protection.from < receivedOn || protection.until > closedOn || protection.until <= protection.from)) return false
    if (plans.some(({ from, until }) => from < receivedOn || until <= from || until > closedOn)) return false
    if (assessment && assessment.finishedOn < assessment.startedOn) return false
    if (!care) continue
    if (care.from < receivedOn || care.until > closedOn || care.from < child.born || ageOn(child.born, care.from) > 17) return false
    for (const stretches of [care.placements, care.legal])
      if (
        stretches[0]?.from !== care.from ||
        stretches.at(-1)?.until !== care.until ||
        stretches.some(({ from, until }, nth) => until <= from || (nth > 0 && stretches[nth - 1]?.until !== from))
      )
        return false
  }
  return true
}

test('the same world has the same courses; another seed has others', () => {
  const of = (seed: number) => JSON.stringify(planOf(worldWith(seed, true, sizes.small)))
  expect(of(3)).toBe(of(3))
  expect(of(4)).not.toBe(of(3))
})

test('an authority of which nothing was published has its own size and years', () => {
  const world = worldOf({ size: { ...sizes.county, scale: 0.3 }, seed: 5, from: '2010-01-01', to: '2012-12-31', planted: false }, 2)
  const courses = planOf(world)
  expect(courses.filter((course) => !canBe(course))).toEqual([])
  const lookedAfter = courses.filter(({ needs }) =>
    needs.some(({ care }) => care && care.from <= '2012-06-30' && care.until > '2012-06-30'),
  ).length
  expect(lookedAfter).toBeGreaterThan(70)
  expect(lookedAfter).toBeLessThan(95)
})
