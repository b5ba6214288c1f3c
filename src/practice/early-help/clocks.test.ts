import { expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { referral } from '../front-door/records.ts'
import { earlyHelpAssessment, stepDown, teamAroundFamilyReviews } from './clocks.ts'
import { earlyHelpEpisode, teamAroundFamilyReview } from './records.ts'

const helped = (startedOn: string, endedOn: string | null = null) => record(earlyHelpEpisode, { startedOn, endedOn })
const met = (heldOn: string) => record(teamAroundFamilyReview, { heldOn })

test.each([
  ['2016-01-04', '2016-03-07', 'nine plain weeks from a Monday'],
  ['2016-02-22', '2016-04-27', 'Good Friday and Easter Monday are not counted'],
  ['2015-11-30', '2016-02-04', 'Christmas Day, the Boxing Day holiday and New Year’s Day are not counted'],
])('early help that began on %s has its assessment by %s: %s', (began, dueAt) => {
  expect(due(earlyHelpAssessment, [helped(began)], dueAt)).toMatchObject([{ dueAt, state: 'running' }])
})

test.each([
  ['2016-03-04', 'met'],
  ['2016-03-07', 'met'],
  ['2016-03-08', 'late'],
])('an early help assessment due on 7 March 2016 and completed on %s is %s', (assessmentCompletedOn, state) => {
  const episode = record(earlyHelpEpisode, { startedOn: '2016-01-04', assessmentCompletedOn })
  expect(due(earlyHelpAssessment, [episode], '2016-06-01')).toMatchObject([{ state }])
})

test('not completed, it is overdue the day after', () => {
  expect(due(earlyHelpAssessment, [helped('2016-01-04')], '2016-03-08')).toMatchObject([{ state: 'overdue', days: 1 }])
})

test('where early help ended before the assessment was due, none is', () => {
  expect(due(earlyHelpAssessment, [helped('2016-01-04', '2016-02-01')], '2016-06-01')).toEqual([])
})

holdsItsDates(teamAroundFamilyReviews, {
  start: (day) => [helped('2015-09-07'), met(day)],
  stop: (day) => [met(day)],
  which: ({ startedAt }) => startedAt !== '2015-09-07',
  dates: [
    ['2015-11-02', '2016-01-25', 'twelve weeks from a Monday'],
    ['2015-10-09', '2016-01-01', 'New Year’s Day: weeks run through holidays and do not roll'],
  ],
})

test('the first review is due twelve weeks after early help began, and none once it has ended', () => {
  expect(due(teamAroundFamilyReviews, [helped('2016-01-04')], '2016-03-28')).toMatchObject([{ dueAt: '2016-03-28', state: 'running' }])
  expect(due(teamAroundFamilyReviews, [helped('2016-01-04', '2016-03-01'), met('2016-02-15')], '2016-06-01')).toMatchObject([
    { stoppedAt: '2016-02-15', state: 'met' },
  ])
})

const closed = (closedOn: string, closureReason = 'RC9') => record(referral, { receivedOn: '2022-06-01', closedOn, closureReason })

holdsItsDates(stepDown, {
  start: (day) => [closed(day)],
  stop: (day) => [helped(day)],
  dates: [
    ['2022-11-07', '2022-11-21', 'two plain weeks from a Monday'],
    ['2022-09-12', '2022-09-27', 'the bank holiday for the state funeral on 19 September 2022 is not counted'],
    ['2022-12-19', '2023-01-05', 'the Christmas holidays on 26 and 27 December and New Year’s on 2 January are not counted'],
  ],
})

test('early help that was running already has picked the family up', () => {
  expect(due(stepDown, [closed('2022-11-07'), helped('2022-10-17')], '2022-11-07')).toMatchObject([
    { state: 'met', stoppedAt: '2022-10-17' },
  ])
  expect(due(stepDown, [closed('2022-11-07'), helped('2022-03-17', '2022-05-01')], '2022-11-07')).toMatchObject([{ state: 'running' }])
})

test('a meeting of the team around the family picks a case up too', () => {
  expect(due(stepDown, [closed('2022-11-07'), met('2022-11-16')], '2022-12-31')).toMatchObject([{ state: 'met', stoppedAt: '2022-11-16' }])
})

test('each length is the authority’s to set', () => {
  const terms = { ...usualTerms, length: () => ({ n: 1, unit: 'weeks' as const }) }
  expect(due(earlyHelpAssessment, [helped('2016-01-04')], '2016-01-04', terms)).toMatchObject([{ dueAt: '2016-01-11' }])
  expect(due(teamAroundFamilyReviews, [helped('2016-01-04')], '2016-01-04', terms)).toMatchObject([{ dueAt: '2016-01-11' }])
  expect(due(stepDown, [closed('2022-11-07')], '2022-11-07', terms)).toMatchObject([{ dueAt: '2022-11-14' }])
})

test('a case closed for another reason hands nobody over, and a new referral ends the waiting', () => {
  expect(due(stepDown, [closed('2022-11-07', 'RC7')], '2022-12-31')).toEqual([])
  expect(due(stepDown, [closed('2022-11-07'), record(referral, { receivedOn: '2022-11-14' })], '2022-12-31')).toEqual([])
})
