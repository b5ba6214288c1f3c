import { expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { workingDays } from '../../engine/clocks/length.ts'
import { legalStatus } from '../court/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import {
  healthAssessmentRequested,
  initialHealthAssessment,
  reviewHealthAssessmentFromFive,
  reviewHealthAssessmentUnderFive,
} from './assessment-clocks.ts'
import { healthAssessment } from './assessment-records.ts'
import { isDentalCheck, isHealthAssessment, isSightTest } from './checks.ts'
import { healthCheck, yearlyHealthReturn } from './records.ts'

const child = (bornOn: string) => record(person, { bornOn })
const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const assessment = (says: object) => record(healthAssessment, says)
const check = (checkedOn: string, status: string | null = 'Completed', type = 'Health Assessment') =>
  record(healthCheck, { checkedOn, status, type })

holdsItsDates(initialHealthAssessment, {
  start: (day) => [care(day)],
  stop: (day) => [assessment({ type: 'Initial', reportReceivedOn: day })],
  dates: [
    ['2016-01-04', '2016-02-01', 'four plain weeks from a Monday'],
    ['2015-12-14', '2016-01-14', 'Christmas Day, the Boxing Day holiday and New Year’s Day are not counted'],
    ['2016-03-19', '2016-04-19', 'came on a Saturday: Good Friday and Easter Monday are not counted'],
  ],
})

test('an assessment that was made waits for its report, and each step says when it was done', () => {
  const made = assessment({ consentOn: '2016-01-08', paperworkSentOn: '2016-01-12', appointmentOn: '2016-01-29', doneOn: '2016-01-29' })
  expect(due(initialHealthAssessment, [care('2016-01-04'), made], '2016-02-10')).toMatchObject([
    { state: 'overdue', days: 7, steps: ['2016-01-08', '2016-01-12', '2016-01-29', '2016-01-29', null] },
  ])
  const waiting = assessment({ consentOn: '2016-01-08' })
  expect(due(initialHealthAssessment, [care('2016-01-04'), waiting], '2016-01-20')).toMatchObject([
    { state: 'running', steps: ['2016-01-08', null, null, null, null] },
  ])
})

test.each([
  ['completed', 'Completed', 'met'],
  ['of which the case system does not say whether it was made', null, 'met'],
  ['planned', 'Planned', 'overdue'],
  ['cancelled', 'Cancelled', 'overdue'],
])('a health assessment %s in the case system: %s, %s', (_, status, state) => {
  expect(due(initialHealthAssessment, [care('2016-01-04'), check('2016-01-27', status)], '2016-02-10')).toMatchObject([{ state }])
})

test('a dental check, a review assessment or one by a nurse is no initial health assessment', () => {
  for (const type of ['Dental Check', 'Review health assessment', 'RHA'])
    expect(due(initialHealthAssessment, [care('2016-01-04'), check('2016-01-27', 'Completed', type)], '2016-02-10')).toMatchObject([
      { state: 'overdue' },
    ])
  const nurse = assessment({ type: 'Initial', examiner: 'Nurse', reportReceivedOn: '2016-01-27' })
  expect(due(initialHealthAssessment, [care('2016-01-04'), nurse], '2016-02-10')).toMatchObject([{ state: 'overdue' }])
})

test('one made in the three months before the child came into care counts, one made earlier does not', () => {
  const before = (day: string) => due(initialHealthAssessment, [check(day), care('2016-01-04')], '2016-02-10')[0]?.state
  expect(before('2015-10-04')).toBe('met')
  expect(before('2015-10-03')).toBe('overdue')
})

test('a child of five or more who refuses ends it; a refusal recorded of a younger child ends nothing', () => {
  const refused = [care('2016-01-04'), assessment({ type: 'Initial', refusedOn: '2016-01-20' })]
  expect(due(initialHealthAssessment, [child('2002-05-01'), ...refused], '2016-02-10')).toEqual([])
  expect(due(initialHealthAssessment, [child('2012-05-01'), ...refused], '2016-02-10')).toMatchObject([{ state: 'overdue' }])
  expect(due(initialHealthAssessment, [child('2002-05-01'), care('2016-01-04'), check('2016-01-20', 'Refused')], '2016-02-10')).toEqual([])
})

test('none is due of a child who left care before it was, or who comes for short breaks', () => {
  expect(due(initialHealthAssessment, [care('2016-01-04', '2016-01-20')], '2016-03-01')).toEqual([])
  const breaks = record(legalStatus, { status: 'V4', startedOn: '2016-01-04' })
  expect(due(initialHealthAssessment, [care('2016-01-04'), breaks], '2016-03-01')).toEqual([])
})

holdsItsDates(healthAssessmentRequested, {
  start: (day) => [care(day)],
  stop: (day) => [assessment({ paperworkSentOn: day })],
  dates: [
    ['2016-01-04', '2016-01-11', 'one plain week from a Monday'],
    ['2016-03-23', '2016-04-01', 'Good Friday and Easter Monday are not counted'],
  ],
})

test('the authority sets how soon the paperwork goes; an assessment that was made was asked for', () => {
  const terms = { ...usualTerms, length: () => workingDays(2) }
  expect(due(healthAssessmentRequested, [care('2016-01-04')], '2016-01-06', terms)).toMatchObject([{ dueAt: '2016-01-06' }])
  expect(due(healthAssessmentRequested, [care('2016-01-04'), check('2016-01-08')], '2016-02-01')).toMatchObject([{ state: 'met' }])
})

holdsItsDates(reviewHealthAssessmentUnderFive, {
  start: (day) => [child('2013-01-10'), care('2015-01-05'), check(day)],
  stop: (day) => [check(day)],
  dates: [
    ['2015-06-25', '2015-12-25', 'six months to the day, Christmas Day'],
    ['2015-08-31', '2016-02-29', 'February has no 31st: its last day'],
  ],
  which: ({ startedAt }) => startedAt === '2015-06-25' || startedAt === '2015-08-31',
})

holdsItsDates(reviewHealthAssessmentFromFive, {
  start: (day) => [child('2005-01-10'), care('2014-01-06'), check(day)],
  stop: (day) => [assessment({ type: 'Review', doneOn: day })],
  dates: [
    ['2014-12-25', '2015-12-25', 'twelve months to the day, Christmas Day'],
    ['2016-02-29', '2017-02-28', 'there is no 29 February in 2017'],
  ],
  which: ({ startedAt }) => startedAt === '2014-12-25' || startedAt === '2016-02-29',
})

test('the age on the day of an assessment says when the next is due', () => {
  const at = (day: string) => [child('2010-06-15'), care('2014-01-06'), check(day)]
  expect(due(reviewHealthAssessmentUnderFive, at('2015-06-14'), '2015-07-01')).toMatchObject([{ dueAt: '2015-12-14' }])
  expect(due(reviewHealthAssessmentFromFive, at('2015-06-14'), '2015-07-01')).toEqual([])
  expect(due(reviewHealthAssessmentUnderFive, at('2015-06-15'), '2015-07-01')).toEqual([])
  expect(due(reviewHealthAssessmentFromFive, at('2015-06-15'), '2015-07-01')).toMatchObject([{ dueAt: '2016-06-15' }])
})

test('a child who refuses a review ends that one, and is asked again within a year', () => {
  const teenager = [child('2000-06-15'), care('2014-01-06'), check('2014-02-03'), check('2015-01-20', 'Refused')]
  expect(due(reviewHealthAssessmentFromFive, teenager, '2015-03-01')).toMatchObject([{ startedAt: '2015-01-20', dueAt: '2016-01-20' }])
})

test('the first review is due though the first assessment was made before the child came into care', () => {
  const before = [child('2005-01-10'), check('2015-12-01'), care('2016-01-04')]
  expect(due(reviewHealthAssessmentFromFive, before, '2016-02-01')).toMatchObject([{ startedAt: '2016-01-04', dueAt: '2016-12-01' }])
})

test('where the return says that a year’s assessment was made and no day is recorded, it was made by 31 March', () => {
  const year = record(yearlyHealthReturn, { year: 2016, healthAssessed: true })
  const known = [child('2005-01-10'), care('2014-01-06'), year]
  expect(due(reviewHealthAssessmentFromFive, known, '2016-05-01')).toMatchObject([{ startedAt: '2016-03-31', dueAt: '2017-03-31' }])
  expect(due(reviewHealthAssessmentFromFive, [...known, check('2015-10-12')], '2016-05-01')).toMatchObject([{ dueAt: '2016-10-12' }])
  expect(due(initialHealthAssessment, known, '2016-05-01')).toMatchObject([{ stoppedAt: '2016-03-31', state: 'late' }])
})

test.each([
  ['Health Assessment', isHealthAssessment],
  ['Initial Health Assessment', isHealthAssessment],
  ['LAC medical', isHealthAssessment],
  ['IHA', isHealthAssessment],
  ['Dental Check', isDentalCheck],
  ['Dentist', isDentalCheck],
  ['Optician', isSightTest],
  ['Sight test', isSightTest],
  ['Eye test', isSightTest],
])('%s is read as one kind of check only', (type, is) => {
  const kinds = [isHealthAssessment, isDentalCheck, isSightTest]
  expect(kinds.filter((each) => each(type))).toEqual([is])
  expect(kinds.filter((each) => each('Supervision') || each('Oversight') || each(null))).toEqual([])
})
