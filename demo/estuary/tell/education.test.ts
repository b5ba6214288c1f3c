import { expect, test } from 'vitest'
import { firstEducationPlan, termlyEducationPlan } from '../../../src/practice/education/education-plan-clocks.ts'
import { amendedBeforeTransfer, annualReview, reviewDecision } from '../../../src/practice/education/ehc-plan-clocks.ts'
import { decisionToAssess, finalPlan, socialCareAdvice } from '../../../src/practice/education/ehc-request-clocks.ts'
import { schoolPlaceFound } from '../../../src/practice/education/schooling-clocks.ts'
import type { Day } from '../days.ts'
import { livesIn, placeWith } from './care-for-tests.ts'
import { tellEducation } from './education.ts'
import { inTime, ofTable, shareOf, wrongIn, type Life } from './lives-for-tests.ts'
import { schoolTerms } from './school-terms.ts'
import { yearOfSchool } from './schools.ts'

const [troubled, quiet] = [placeWith(true), placeWith(false)]
const [withProblems, without] = [livesIn(troubled, tellEducation), livesIn(quiet, tellEducation)]

test('the same seed tells the same', () => {
  const some = { ...troubled, courses: troubled.courses.slice(0, 60) }
  expect(livesIn(some, tellEducation)).toEqual(withProblems.slice(0, 60))
})

test('every version of every record passes the checks of its kind', () => {
  expect(wrongIn(withProblems)).toEqual([])
  expect(wrongIn(without)).toEqual([])
})

test('without problems most is in time', () => {
  const clocks = [
    firstEducationPlan,
    termlyEducationPlan,
    schoolPlaceFound,
    decisionToAssess,
    socialCareAdvice,
    finalPlan,
    annualReview,
    reviewDecision,
    amendedBeforeTransfer,
  ]
  for (const clock of clocks) expect(inTime(without, clock), clock.id).toBeGreaterThan(0.75)
})

/** Of pupils in care for a whole term: the year of school, and whether a plan was made or reviewed in it. */
const pupils = (lives: readonly Life[], from: Day, until: Day) =>
  schoolTerms
    .filter((term) => term.from >= from && term.until <= until)
    .flatMap((term) =>
      lives
        .filter(({ course }) => course.needs.some(({ care }) => care && care.from < term.from && care.until > term.until))
        .map((life) => ({
          year: yearOfSchool(life.course.child.born, term.until),
          has: ofTable([life], 'personal_education_plan').some(({ heldOn }) => String(heldOn) >= term.from && String(heldOn) <= term.until),
        })),
    )

test('most of school age have a plan each term, and fewest of those over 16 while the problem lasts', () => {
  const share = (lives: readonly Life[], low: number, high: number) =>
    shareOf(
      pupils(lives, '2015-01-01', '2016-08-01').filter(({ year }) => year >= low && year <= high),
      ({ has }) => has,
    )
  expect(share(withProblems, 0, 11)).toBeGreaterThan(0.83)
  expect(share(withProblems, 12, 13)).toBeLessThan(0.84)
  expect(share(without, 12, 13)).toBeGreaterThan(0.84)
})

const plans = (lives: readonly Life[], from: Day, until: Day) =>
  ofTable(lives, 'personal_education_plan').filter(({ heldOn }) => String(heldOn) >= from && String(heldOn) < until)
const hasMeasure = ({ targets }: Readonly<Record<string, unknown>>): boolean => /^1\. /.test(String(targets))

test('targets are general only where the problem is, and most for pupils elsewhere', () => {
  expect(plans(without, '2013-01-01', '2019-01-01').every(hasMeasure)).toBe(true)
  expect(shareOf(plans(withProblems, '2013-01-01', '2014-01-01'), hasMeasure)).toBeGreaterThan(0.97)
  expect(shareOf(plans(withProblems, '2014-09-01', '2016-09-01'), hasMeasure)).toBeLessThan(0.7)
})

test('general targets are the same for brothers and sisters; others are not', () => {
  const bySibling = (lives: readonly Life[], general: boolean): readonly boolean[] => {
    const said = new Map<string, string[]>()
    for (const life of lives)
      for (const plan of plans([life], '2014-01-06', '2016-10-01')) {
        // Who is not at school yet, or at college, has other targets.
        const year = yearOfSchool(life.course.child.born, String(plan['heldOn']))
        if (year < 0 || year > 11) continue
        const together = life.course.needs.find(({ care }) => care)?.together
        if (hasMeasure(plan) !== general)
          said.set(`${together} ${String(plan['term'])}`, [
            ...(said.get(`${together} ${String(plan['term'])}`) ?? []),
            String(plan['targets']),
          ])
      }
    return [...said.values()].filter((texts) => texts.length > 1).map((texts) => new Set(texts).size === 1)
  }
  const same = bySibling(withProblems, true)
  expect(same.length).toBeGreaterThan(3)
  expect(same.every((each) => each)).toBe(true)
  expect(bySibling(without, false).some((each) => each)).toBe(false)
})

test('plans say what the child says, individually', () => {
  const good = plans(without, '2013-01-01', '2019-01-01')
  expect(shareOf(good, ({ childsView }) => Boolean(childsView))).toBeGreaterThan(0.85)
  expect(new Set(good.map(({ targets }) => targets)).size / good.length).toBeGreaterThan(0.9)
  expect(
    shareOf(
      plans(withProblems, '2014-09-01', '2016-09-01').filter((each) => !hasMeasure(each)),
      ({ childsView }) => Boolean(childsView),
    ),
  ).toBeLessThan(0.5)
})

test('brothers and sisters in care together mostly have their plans on the same day', () => {
  const days = new Map<string, string[]>()
  for (const life of without)
    for (const { term, heldOn } of ofTable([life], 'personal_education_plan')) {
      const key = `${life.course.needs.find(({ care }) => care)?.together} ${String(term)}`
      days.set(key, [...(days.get(key) ?? []), String(heldOn)])
    }
  const shared = [...days.values()].filter((each) => each.length > 1)
  expect(shareOf(shared, (each) => new Set(each).size < each.length)).toBeGreaterThan(0.4)
})

test('a school place follows an emergency move; a child has no school in between', () => {
  const places = ofTable(withProblems, 'school_place')
  expect(places.length).toBeGreaterThan(60)
  for (const { soughtOn, startedOn, closedOn } of places)
    expect([startedOn, closedOn].every((day) => !day || (day as string) >= (soughtOn as string))).toBe(true)
  expect(shareOf(places, ({ note }) => Boolean(note))).toBe(1)
})

test('an education, health and care plan has its request, assessment and needs before it', () => {
  for (const life of withProblems.filter(({ records }) => records.some(({ kind }) => kind.table === 'ehc_named_plan'))) {
    const [request, assessment, plan] = ['ehc_request', 'ehc_assessment', 'ehc_named_plan'].map((table) => ofTable([life], table)[0])
    expect(String(request?.['receivedOn']) < String(assessment?.['draftSentOn'])).toBe(true)
    // Of a plan of the last days it may not be written yet.
    if (String(plan?.['startedOn']) < '2018-12-01') expect(assessment?.['outcomeOn']).toBe(plan?.['startedOn'])
    expect(ofTable([life], 'special_educational_need').length).toBeGreaterThan(0)
  }
})

test('nothing of special needs is told of a child without a plan', () => {
  for (const { course, records } of withProblems)
    if (!course.child.educationPlan) expect(records.some(({ kind }) => /^ehc_|special/.test(kind.table))).toBe(false)
})
