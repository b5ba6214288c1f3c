import { expect, test } from 'vitest'
import { collectionYear } from '../../../src/practice/health/checks.ts'
import {
  healthAssessmentRequested,
  initialHealthAssessment,
  reviewHealthAssessmentFromFive,
  reviewHealthAssessmentUnderFive,
} from '../../../src/practice/health/assessment-clocks.ts'
import { dentalCheck, healthSummaryGiven, questionnaire } from '../../../src/practice/health/check-clocks.ts'
import { workingDaysBetween, type Day } from '../days.ts'
import { livesIn, placeWith } from './care-for-tests.ts'
import { tellHealth } from './health.ts'
import { inTime, merged, ofTable, shareOf, wrongIn, type Life } from './lives-for-tests.ts'

const [troubled, quiet] = [placeWith(true), placeWith(false)]
const [withProblems, without] = [livesIn(troubled, tellHealth), livesIn(quiet, tellHealth)]

test('the same seed tells the same', () => {
  const some = { ...troubled, courses: troubled.courses.slice(0, 60) }
  expect(livesIn(some, tellHealth)).toEqual(withProblems.slice(0, 60))
})

test('every version of every record passes the checks of its kind', () => {
  expect(wrongIn(withProblems)).toEqual([])
  expect(wrongIn(without)).toEqual([])
})

test('without problems most is in time', () => {
  const clocks = [
    initialHealthAssessment,
    healthAssessmentRequested,
    reviewHealthAssessmentUnderFive,
    reviewHealthAssessmentFromFive,
    dentalCheck,
    questionnaire,
    healthSummaryGiven,
  ]
  for (const clock of clocks) expect(inTime(without, clock), clock.id).toBeGreaterThan(0.8)
})

test('initial assessments are late with the problems, from when they begin until they have eased', () => {
  expect(inTime(withProblems, initialHealthAssessment, '2013-01-01', '2014-10-01')).toBeGreaterThan(0.75)
  expect(inTime(withProblems, initialHealthAssessment, '2015-08-01', '2016-05-01')).toBeLessThan(0.62)
  expect(inTime(without, initialHealthAssessment, '2015-08-01', '2016-05-01')).toBeGreaterThan(0.7)
})

/** Initial assessments of children who came into care in those months, with where they were placed. */
const initial = (lives: readonly Life[], from: Day, until: Day) =>
  lives.flatMap(({ course, records }) =>
    course.needs.flatMap(({ care }) => {
      if (!care || care.from < from || care.from >= until) return []
      const found = records
        .filter(({ kind }) => kind.table === 'health_assessment')
        .map(merged)
        .find((each) => each['type'] === 'Initial' && ((each['consentOn'] ?? each['paperworkSentOn'] ?? '') as string) >= care.from)
      return found ? [{ care, said: found, outside: care.placements[0]?.outsideArea === true }] : []
    }),
  )
const days = (from: unknown, to: unknown): number => workingDaysBetween(String(from), String(to))

test('they wait before the paperwork everywhere, and for an appointment outside the area', () => {
  const waitsForPaper = (lives: readonly Life[]) =>
    shareOf(
      initial(lives, '2015-10-01', '2016-05-01'),
      ({ care, said }) => !said['paperworkSentOn'] || days(care.from, said['paperworkSentOn']) > 15,
    )
  expect(waitsForPaper(withProblems)).toBeGreaterThan(0.25)
  expect(waitsForPaper(without)).toBeLessThan(0.15)
  const waitsForClinic = (outside: boolean) =>
    shareOf(
      initial(withProblems, '2015-03-01', '2016-06-01').filter(
        (each) => each.outside === outside && each.said['paperworkSentOn'] && each.said['appointmentOn'],
      ),
      ({ said }) => days(said['paperworkSentOn'], said['appointmentOn']) > 20,
    )
  expect(waitsForClinic(true)).toBeGreaterThan(0.25)
  expect(waitsForClinic(false)).toBeLessThan(0.12)
})

test('each says what it waits for while it waits, and what is not known yet is not in the first version', () => {
  const stuck = initial(withProblems, '2015-10-01', '2016-05-01').filter(
    ({ care, said }) => days(care.from, said['paperworkSentOn'] ?? '2018-12-31') > 25,
  )
  expect(stuck.length).toBeGreaterThan(3)
  for (const { said } of stuck) expect(said['delay']).toBeTruthy()
  for (const { records } of withProblems)
    for (const { kind, versions } of records) if (kind.table === 'health_assessment') expect(versions[0]?.values['doneOn']).toBeUndefined()
})

test('the yearly return agrees with the other records', () => {
  let judged = 0
  for (const life of withProblems) {
    const of = (table: string) => ofTable([life], table)
    const in903 = (day: unknown): number => (day ? collectionYear(day as string) : 0)
    for (const said of of('yearly_health_return')) {
      judged++
      const dentist = of('health_check').some(
        ({ type, status, checkedOn }) => type === 'Dental Check' && status === 'Completed' && in903(checkedOn) === said['year'],
      )
      expect(said['teethChecked']).toBe(dentist)
      const scores = of('strengths_and_difficulties_score').filter(({ completedOn }) => in903(completedOn) === said['year'])
      if (said['sdqScore'] !== null) expect(scores.map(({ score }) => score)).toContain(said['sdqScore'])
    }
  }
  expect(judged).toBeGreaterThan(200)
})

test('dental checks and immunisations rise from one published year to the next, and do not drift without problems', () => {
  const share = (lives: readonly Life[], year: number, field: string) =>
    shareOf(
      ofTable(lives, 'yearly_health_return').filter((each) => each['year'] === year),
      (each) => each[field] === true,
    )
  expect(share(withProblems, 2014, 'immunisationsUpToDate')).toBeLessThan(0.7)
  expect(share(withProblems, 2015, 'immunisationsUpToDate')).toBeGreaterThan(0.74)
  expect(share(withProblems, 2014, 'teethChecked')).toBeLessThan(share(withProblems, 2015, 'teethChecked') + 0.02)
  for (const year of [2014, 2015, 2016, 2017, 2018]) {
    expect(share(without, year, 'immunisationsUpToDate')).toBeGreaterThan(0.74)
    expect(share(without, year, 'teethChecked')).toBeGreaterThan(0.82)
  }
})

test('immunisations are one statement a child, written over', () => {
  for (const { records } of withProblems) expect(records.filter(({ kind }) => kind.table === 'immunisation').length).toBeLessThan(2)
})
