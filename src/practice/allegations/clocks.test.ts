import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import {
  allegationConcluded,
  allegationFirstDecision,
  allegationMeeting,
  allegationReferred,
  allegationReviewed,
  barringReferral,
} from './clocks.ts'
import { allegation, allegationReview } from './records.ts'

const said = (says: Parameters<typeof record<typeof allegation.fields>>[1]) => record(allegation, says)

holdsItsDates(allegationReferred, {
  start: (day) => [said({ employerKnewOn: day })],
  stop: (day) => [said({ referredOn: day })],
  dates: [
    ['2016-01-12', '2016-01-13', 'the next day, a Wednesday'],
    ['2016-01-08', '2016-01-11', 'known on a Friday: the Monday'],
    ['2016-03-24', '2016-03-29', 'known on the Thursday before Good Friday: the Tuesday after Easter Monday'],
  ],
})

holdsItsDates(allegationFirstDecision, {
  start: (day) => [said({ referredOn: day })],
  stop: (day) => [said({ firstDecisionOn: day })],
  dates: [
    ['2016-01-12', '2016-01-13', 'the next day, a Wednesday'],
    ['2016-04-29', '2016-05-03', 'referred on the Friday before the early May bank holiday: the Tuesday'],
  ],
})

holdsItsDates(allegationMeeting, {
  start: (day) => [said({ referredOn: day })],
  stop: (day) => [said({ meetingOn: day })],
  dates: [
    ['2016-01-11', '2016-01-18', 'a plain week from a Monday'],
    ['2015-12-21', '2015-12-30', 'Christmas Day and the Boxing Day holiday on the 28th are not counted'],
  ],
})

holdsItsDates(allegationReviewed, {
  start: (day) => [said({ referredOn: '2015-01-05', meetingOn: day })],
  stop: (day) => [record(allegationReview, { reviewedOn: day })],
  dates: [
    ['2016-01-29', '2016-02-29', 'a month to the day, in a leap year'],
    ['2015-01-31', '2015-02-28', 'February has no 31st: its last day'],
    ['2015-11-25', '2015-12-25', 'months run through Christmas and do not roll'],
  ],
})

describe.each([
  ['1 month', [['2016-01-29', '2016-02-29', 'in a leap year'] as const, ['2015-11-25', '2015-12-25', 'through Christmas'] as const]],
  ['3 months', [['2015-09-25', '2015-12-25', 'to the day'] as const, ['2015-11-30', '2016-02-29', 'to the last of February'] as const]],
  ['12 months', [['2015-02-28', '2016-02-28', 'to the day'] as const, ['2016-02-29', '2017-02-28', 'from a leap day'] as const]],
])('watched at %s', (part, dates) => {
  holdsItsDates(allegationConcluded, {
    start: (day) => [said({ referredOn: day })],
    stop: (day) => [said({ concludedOn: day })],
    dates,
    which: (line) => line.part === part,
  })
})

holdsItsDates(barringReferral, {
  start: (day) => [said({ removedFromWorkOn: day })],
  stop: (day) => [said({ barringReferralOn: day })],
  dates: [
    ['2015-11-25', '2015-12-25', 'a month runs through Christmas'],
    ['2016-01-31', '2016-02-29', 'the last day of a shorter month, in a leap year'],
  ],
})

test('an allegation that does not meet the threshold asks for a first decision and for nothing after it', () => {
  const advice = [said({ referredOn: '2016-01-12', firstDecisionOn: '2016-01-12', meetsThreshold: false })]
  expect(due(allegationFirstDecision, advice, '2016-06-01')).toMatchObject([{ state: 'met' }])
  for (const clock of [allegationMeeting, allegationReviewed, allegationConcluded]) expect(due(clock, advice, '2016-06-01')).toEqual([])
})

test('where it is not recorded whether the threshold is met, a meeting is due', () => {
  expect(due(allegationMeeting, [said({ referredOn: '2016-01-11' })], '2016-01-19')).toMatchObject([{ state: 'overdue', days: 1 }])
})

test('no meeting is due where none is needed', () => {
  expect(due(allegationMeeting, [said({ referredOn: '2016-01-11', meetingNeeded: false })], '2016-01-19')).toEqual([])
})

test('a meeting on the day of the referral shows that a first decision was made', () => {
  expect(due(allegationFirstDecision, [said({ referredOn: '2016-01-12', meetingOn: '2016-01-12' })], '2016-06-01')).toMatchObject([
    { state: 'met', stoppedAt: '2016-01-12' },
  ])
})

test('an allegation concluded within the week has no meeting due, and is reviewed no more', () => {
  const concluded = [said({ referredOn: '2016-01-11', concludedOn: '2016-01-14' })]
  expect(due(allegationMeeting, concluded, '2016-06-01')).toEqual([])
  expect(due(allegationReviewed, concluded, '2016-06-01')).toEqual([])
})

test('concluded after two months, an allegation was late by the first length and in time by the others', () => {
  expect(
    due(allegationConcluded, [said({ referredOn: '2016-01-11', concludedOn: '2016-03-11' })], '2017-06-01').map(({ part, state }) => [
      part,
      state,
    ]),
  ).toEqual([
    ['1 month', 'late'],
    ['3 months', 'met'],
    ['12 months', 'met'],
  ])
})

test('no referral to the Disclosure and Barring Service is due where it is recorded as not needed', () => {
  expect(due(barringReferral, [said({ removedFromWorkOn: '2016-01-11', barringReferralNeeded: false })], '2016-06-01')).toEqual([])
})

test('told to the designated officer before the employer wrote down the day of knowing, it was told in time', () => {
  expect(due(allegationReferred, [said({ employerKnewOn: '2016-01-13', referredOn: '2016-01-12' })], '2016-06-01')).toMatchObject([
    { state: 'met' },
  ])
})
