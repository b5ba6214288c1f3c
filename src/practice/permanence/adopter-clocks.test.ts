import { expect, test } from 'vitest'
import { holdsItsWindow } from '../../../test/support/clocks-without-duty.ts'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import {
  approvalReviewed,
  approvalToMatch,
  commentsOnReport,
  decisionInEightMonths,
  firstMeeting,
  informationSent,
  refusalChallenged,
  registrationAnswered,
  stageOne,
  stageTwo,
} from './adopter-clocks.ts'
import { adopterReview } from './adoption-records.ts'
import { adopter } from './records.ts'

const adopters = (more: object) => record(adopter, { id: 'adopter', ...more })

const plainFiveDays = [
  ['2016-02-02', '2016-02-09', 'five working days from a Tuesday'],
  ['2016-03-21', '2016-03-30', 'Good Friday and Easter Monday are not counted'],
] as const

holdsItsDates(informationSent, {
  start: (day) => [adopters({ enquiredOn: day })],
  stop: (day) => [adopters({ informationSentOn: day })],
  dates: plainFiveDays,
})

holdsItsDates(firstMeeting, {
  start: (day) => [adopters({ enquiredOn: day })],
  stop: (day) => [adopters({ firstMetOn: day })],
  dates: [
    ['2016-02-01', '2016-02-15', 'two plain weeks from a Monday'],
    ['2016-03-21', '2016-04-06', 'Good Friday and Easter Monday are not counted'],
  ],
})

test('people who registered their interest have had their information and their meeting', () => {
  const registered = adopters({ enquiredOn: '2016-02-01', registeredInterestOn: '2016-02-05' })
  for (const clock of [informationSent, firstMeeting])
    expect(due(clock, [registered], '2016-03-03')).toMatchObject([{ stoppedAt: '2016-02-05', state: 'met' }])
})

test('people who enquired before July 2013 came under other guidance', () => {
  expect(due(informationSent, [adopters({ enquiredOn: '2013-06-28' })], '2013-09-02')).toEqual([])
  expect(due(informationSent, [adopters({ enquiredOn: '2013-07-01' })], '2013-09-02')).toMatchObject([{ dueAt: '2013-07-08' }])
})

holdsItsDates(registrationAnswered, {
  start: (day) => [adopters({ registeredInterestOn: day })],
  stop: (day) => [adopters({ registrationAnsweredOn: day })],
  dates: plainFiveDays,
})

test('stage 1 begun answers a registration of interest', () => {
  const begun = adopters({ registeredInterestOn: '2016-02-02', stage1StartedOn: '2016-02-08' })
  expect(due(registrationAnswered, [begun], '2016-03-03')).toMatchObject([{ state: 'met' }])
})

holdsItsDates(stageOne, {
  start: (day) => [adopters({ stage1StartedOn: day })],
  stop: (day) => [adopters({ stage1EndedOn: day })],
  dates: [
    ['2013-07-01', '2013-09-01', 'two months to the day, a Sunday; the first day of the two stages'],
    ['2015-12-31', '2016-02-29', 'February has no 31st: its last day'],
    ['2015-10-25', '2015-12-25', 'months run through holidays'],
  ],
})

test('stage 1 takes longer where that is recorded, and ends when they leave', () => {
  const longer = adopters({ stage1StartedOn: '2015-06-01', stage1LongerBecause: 'Moving house, at their request' })
  expect(due(stageOne, [longer], '2015-10-01')).toEqual([])
  const gone = adopters({ stage1StartedOn: '2015-06-01', leftOn: '2015-07-06', leftBecause: '1' })
  expect(due(stageOne, [gone], '2015-10-01')).toEqual([])
})

holdsItsDates(stageTwo, {
  start: (day) => [adopters({ stage2StartedOn: day })],
  stop: (day) => [adopters({ approvedOn: day })],
  dates: [
    ['2015-10-31', '2016-02-29', 'February has no 31st: its last day'],
    ['2015-08-25', '2015-12-25', 'months run through holidays'],
  ],
})

test('a refusal is a decision; leaving is none, and ends it', () => {
  const refused = adopters({ stage2StartedOn: '2015-06-01', leftOn: '2015-09-14', leftBecause: '3' })
  expect(due(stageTwo, [refused], '2015-12-01')).toMatchObject([{ stoppedAt: '2015-09-14', state: 'met' }])
  const withdrew = adopters({ stage2StartedOn: '2015-06-01', leftOn: '2015-09-14', leftBecause: '1' })
  expect(due(stageTwo, [withdrew], '2015-12-01')).toEqual([])
})

holdsItsDates(decisionInEightMonths, {
  start: (day) => [adopters({ appliedOn: day })],
  stop: (day) => [adopters({ approvedOn: day })],
  dates: [
    ['2012-08-31', '2013-04-30', 'April has no 31st: its last day'],
    ['2012-05-25', '2013-01-25', 'months run through holidays'],
  ],
})

test('an application of July 2013 has no eight months: the stages have their own times', () => {
  expect(due(decisionInEightMonths, [adopters({ appliedOn: '2013-06-28' })], '2013-09-02')).toMatchObject([{ dueAt: '2014-02-28' }])
  expect(due(decisionInEightMonths, [adopters({ appliedOn: '2013-07-01' })], '2013-09-02')).toEqual([])
})

holdsItsWindow(commentsOnReport, {
  start: (day) => [adopters({ reportSentOn: day })],
  stop: (day) => [adopters({ commentsOn: day })],
  dates: [
    ['2016-02-02', '2016-02-09', 'five working days from a Tuesday'],
    ['2016-03-21', '2016-03-30', 'Good Friday and Easter Monday are not counted'],
    ['2013-05-22', '2013-06-06', 'ten working days before July 2013; the spring bank holiday, 27 May, is not counted'],
    ['2013-07-01', '2013-07-08', 'five from then on'],
  ],
})

holdsItsWindow(refusalChallenged, {
  start: (day) => [adopters({ determinationSentOn: day })],
  stop: (day) => [adopters({ representationsOn: day })],
  dates: [
    ['2016-01-04', '2016-02-29', 'eight plain weeks from a Monday'],
    ['2015-11-30', '2016-01-28', 'Christmas Day, the Boxing Day holiday on the 28th and New Year’s Day are not counted'],
  ],
})

test('an application for an independent review challenges a refusal too', () => {
  const asked = adopters({ determinationSentOn: '2016-01-04', independentReviewOn: '2016-02-01' })
  expect(due(refusalChallenged, [asked], '2016-03-03')).toMatchObject([{ state: 'met', stoppedAt: '2016-02-01' }])
})

holdsItsDates(approvalReviewed, {
  start: (day) => [adopters({ approvedOn: day })],
  stop: (day) => [record(adopterReview, { adopter: 'adopter', heldOn: day })],
  dates: [
    ['2014-02-28', '2015-02-28', 'a year to the day, a Saturday'],
    ['2016-02-29', '2017-02-28', 'a leap day has no anniversary in a common year'],
    ['2015-12-25', '2016-12-25', 'a year to Christmas Day'],
  ],
})

test('approved adopters are reviewed each year until a child is matched or placed', () => {
  const reviewed = record(adopterReview, { adopter: 'adopter', heldOn: '2015-02-16' })
  const lines = due(approvalReviewed, [adopters({ approvedOn: '2014-02-28' }), reviewed], '2016-02-18')
  expect(lines).toMatchObject([{ state: 'met' }, { dueAt: '2016-02-16', state: 'overdue', days: 2 }])
  const matched = adopters({ approvedOn: '2014-02-28', matchedOn: '2015-11-02' })
  expect(due(approvalReviewed, [matched, reviewed], '2016-02-18')).toMatchObject([{ state: 'met' }])
})

holdsItsDates(approvalToMatch, {
  start: (day) => [adopters({ approvedOn: day })],
  stop: (day) => [adopters({ matchedOn: day })],
  dates: [
    ['2015-06-10', '2015-09-10', 'three months to the day'],
    ['2015-11-30', '2016-02-29', 'February has no 30th: its last day'],
    ['2015-09-25', '2015-12-25', 'months run through holidays'],
  ],
})

test('adopters who left wait for no match', () => {
  expect(due(approvalToMatch, [adopters({ approvedOn: '2015-06-10', leftOn: '2015-08-03' })], '2015-12-01')).toEqual([])
})
