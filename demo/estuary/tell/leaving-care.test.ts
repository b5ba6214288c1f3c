import { expect, test } from 'vitest'
import { firstVisitToAccommodation, keepingInTouch, laterVisitsToAccommodation } from '../../../src/practice/leaving-care/adviser-clocks.ts'
import { inTouchAtBirthday } from '../../../src/practice/leaving-care/birthday-clocks.ts'
import { needsAssessed, pathwayPlanMade } from '../../../src/practice/leaving-care/pathway-clocks.ts'
import { pathwayPlanReviewed } from '../../../src/practice/leaving-care/pathway-review-clocks.ts'
import { ageOn, birthday, type Day } from '../days.ts'
import type { Told } from '../telling.ts'
import { livesIn, placeWith } from './care-for-tests.ts'
import { tellLeavingCare } from './leaving-care.ts'
import { inTime, merged, ofTable, shareOf, wrongIn, type Life } from './lives-for-tests.ts'
import { placementOn } from './while-in-care.ts'

const [troubled, quiet] = [placeWith(true), placeWith(false)]
const [withProblems, without] = [livesIn(troubled, tellLeavingCare), livesIn(quiet, tellLeavingCare)]

test('the same seed tells the same', () => {
  const some = { ...troubled, courses: troubled.courses.slice(0, 80) }
  expect(livesIn(some, tellLeavingCare)).toEqual(withProblems.slice(0, 80))
})

test('every version of every record passes the checks of its kind', () => {
  expect(wrongIn(withProblems)).toEqual([])
  expect(wrongIn(without)).toEqual([])
})

test('without problems most is in time', () => {
  const clocks = [needsAssessed, pathwayPlanMade, pathwayPlanReviewed, keepingInTouch, laterVisitsToAccommodation, inTouchAtBirthday]
  for (const clock of clocks) expect(inTime(without, clock), clock.id).toBeGreaterThan(0.8)
  expect(inTime(without, firstVisitToAccommodation)).toBeGreaterThan(0.7)
})

test('pathway reviews are late while the problem lasts', () => {
  expect(inTime(withProblems, pathwayPlanReviewed, '2015-01-01', '2016-03-01')).toBeLessThan(0.7)
  expect(inTime(withProblems, pathwayPlanReviewed, '2013-01-01', '2014-03-01')).toBeGreaterThan(0.82)
  expect(inTime(without, pathwayPlanReviewed, '2015-01-01', '2016-03-01')).toBeGreaterThan(0.82)
})

/** How the young person's record stood at the end of a day. */
function stood({ versions, kind }: Told, day: Day): Readonly<Record<string, unknown>> | null {
  const until = versions.filter(({ at }) => at.slice(0, 10) <= day)
  return until.length === 0 ? null : merged({ kind, versions: until } as unknown as Told)
}

const leavers = (lives: readonly Life[], day: Day) =>
  lives.flatMap(({ course, records }) =>
    records
      .filter(({ kind }) => kind.table === 'care_leaver')
      .flatMap((told) => {
        const says = stood(told, day)
        return says ? [{ course, says, age: ageOn(course.child.born, day) }] : []
      }),
  )

test('one record each says who has rights on a day, as many as there are', () => {
  for (const { records } of withProblems) expect(records.filter(({ kind }) => kind.table === 'care_leaver').length).toBeLessThan(2)
  for (const day of ['2014-03-31', '2016-02-22', '2018-03-31']) {
    const told = leavers(withProblems, day).filter(({ says }) =>
      ['Relevant', 'Former Relevant', 'Qualifying'].includes(String(says['eligibility'])),
    )
    const have = troubled.courses.filter(({ leaving }) => leaving && leaving.from <= day && leaving.until > day)
    expect(told.map(({ course }) => course.child.number)).toEqual(have.map(({ child }) => child.number))
  }
})

test('more are in touch, and more study or work, after two advisers moved to the youth service', () => {
  const grown = (lives: readonly Life[], day: Day) =>
    leavers(lives, day).filter(({ says, age }) => age >= 19 && age <= 21 && says['eligibility'] === 'Former Relevant')
  const over = (days: readonly Day[], holds: (says: Readonly<Record<string, unknown>>) => boolean) =>
    shareOf(
      days.flatMap((day) => grown(withProblems, day)),
      ({ says }) => holds(says),
    )
  const [before, after] = [
    ['2014-09-30', '2015-03-31'],
    ['2016-02-22', '2016-12-31'],
  ] as const
  const inTouch = (says: Readonly<Record<string, unknown>>) => says['inTouch'] === 'YES'
  const active = (says: Readonly<Record<string, unknown>>) => /^[FP]/.test((says['activity'] ?? '') as string)
  expect(over(after, inTouch)).toBeGreaterThan(0.9)
  expect(over(before, inTouch)).toBeLessThan(0.9)
  expect(over(after, active)).toBeGreaterThan(over(before, active) + 0.08)
  expect(shareOf(grown(without, '2015-03-31'), ({ says }) => inTouch(says))).toBeGreaterThan(0.87)
})

test('staying put is seldom talked about with those whose carers work for an agency, while the problem lasts', () => {
  const talked = (lives: readonly Life[]) => {
    const these = lives.filter(({ course }) => {
      const eighteen = birthday(course.child.born, 18)
      const care = course.needs.at(-1)?.care
      return (
        care &&
        care.until === eighteen &&
        eighteen > '2015-01-01' &&
        eighteen < '2018-12-31' &&
        placementOn(care, eighteen)?.kind === 'agency carers'
      )
    })
    expect(these.length).toBeGreaterThan(8)
    return shareOf(these, (life) =>
      ofTable([life], 'pathway_review').some(({ changes }) => /staying put|after 18|living on/i.test(String(changes))),
    )
  }
  expect(talked(without)).toBeGreaterThan(0.6)
  expect(talked(withProblems)).toBeLessThan(0.5)
})

test('who is in custody is visited there, and the record says so', () => {
  const there = withProblems.filter(({ course }) => course.leaving?.custody && course.leaving.custody.until < '2018-11-01')
  for (const life of there) {
    const { from, until } = life.course.leaving?.custody ?? { from: '', until: '' }
    const visits = ofTable([life], 'personal_adviser_visit').filter(
      ({ visitedOn }) => String(visitedOn) > from && String(visitedOn) < until,
    )
    expect(visits.every(({ how }) => how === 'met elsewhere' || how === 'call')).toBe(true)
    const record = life.records.find(({ kind }) => kind.table === 'care_leaver')
    expect(record?.versions.some(({ values }) => values['accommodation'] === 'X')).toBe(true)
  }
})

test('no two visits of an adviser are alike in their note', () => {
  const notes = ofTable(without, 'personal_adviser_visit').map(({ note }) => note)
  expect(new Set(notes).size / notes.length).toBeGreaterThan(0.85)
})
