import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { referral } from '../front-door/records.ts'
import { meetingPaperwork } from './paperwork.ts'
import { conferenceDecisionsSent, conferenceRecordSent, reportForInitialConference, reportForReviewConference } from './paperwork-clocks.ts'
import { childProtectionPlan, childProtectionReview, initialConference, section47Enquiry } from './records.ts'

const enquiry = (strategyDiscussionAt: string, says: Parameters<typeof record<(typeof section47Enquiry)['fields']>>[1] = {}) =>
  record(section47Enquiry, { strategyDiscussionAt, ...says })
const conference = (heldOn: string | null, targetOn: string | null = null) =>
  record(initialConference, { id: 'the conference', heldOn, targetOn })
const plan = record(childProtectionPlan, { startedOn: '2015-09-01' })
const review = (heldOn: string | null, dueOn: string | null = null) => record(childProtectionReview, { heldOn, dueOn })
const papers = (says: Parameters<typeof record<(typeof meetingPaperwork)['fields']>>[1]) => record(meetingPaperwork, says)
const forInitial = { meeting: 'initial conference', initialConference: 'the conference', meetingOn: '2016-02-22' } as const

describe('the report before an initial conference', () => {
  test.each([
    ['2016-02-22', '2016-02-18', 'two working days before a Monday: the Thursday'],
    ['2016-03-29', '2016-03-23', 'before the Tuesday after Easter: Good Friday and Easter Monday are not counted'],
    ['2016-01-05', '2015-12-31', 'New Year’s Day is not counted'],
  ])('for a conference due on %s it is to be shared by %s: %s', (targetOn, dueAt) => {
    const records = [enquiry('2015-12-20'), conference(null, targetOn)]
    expect(due(reportForInitialConference, records, '2015-12-20')).toMatchObject([{ startedAt: '2015-12-20', dueAt, state: 'running' }])
  })

  test.each([
    ['2016-02-17', 'met'],
    ['2016-02-18', 'met'],
    ['2016-02-19', 'late'],
    ['2016-02-22', 'late'],
  ])('for a conference held on 22 February 2016, shared on %s it is %s', (reportSharedOn, state) => {
    const records = [enquiry('2016-02-01'), conference('2016-02-22'), papers({ ...forInitial, reportSharedOn })]
    expect(due(reportForInitialConference, records, '2016-03-01')).toMatchObject([
      { dueAt: '2016-02-18', stoppedAt: reportSharedOn, state },
    ])
  })

  test('it is known of since the strategy discussion, and overdue the day after it was due', () => {
    const records = [enquiry('2016-02-01'), conference(null, '2016-02-22')]
    expect(due(reportForInitialConference, records, '2016-02-01')).toMatchObject([{ state: 'running', days: 13 }])
    expect(due(reportForInitialConference, records, '2016-02-19')).toMatchObject([{ state: 'overdue', days: 1 }])
  })

  test('never shared, it is late from the day it fell due, and not asked for once the conference has been held', () => {
    expect(due(reportForInitialConference, [enquiry('2016-02-01'), conference('2016-02-22')], '2016-04-01')).toMatchObject([
      { state: 'late', stoppedAt: '2016-02-22', days: 2 },
    ])
  })

  test('a conference the day after the discussion leaves only the day of the discussion', () => {
    expect(due(reportForInitialConference, [enquiry('2016-02-18 09:00:00'), conference('2016-02-19')], '2016-02-18')).toMatchObject([
      { dueAt: '2016-02-18', state: 'running' },
    ])
  })

  test('where the enquiry ended and no conference was needed, no report is', () => {
    const ended = enquiry('2016-02-01', { conferenceNotRequired: true, completedOn: '2016-02-10' })
    expect(due(reportForInitialConference, [ended, conference(null, '2016-02-22')], '2016-03-01')).toEqual([])
  })

  test('nor is one where the enquiry says so and no day', () => {
    const ended = enquiry('2016-02-01', { conferenceNotRequired: true })
    expect(due(reportForInitialConference, [ended, conference(null, '2016-02-22')], '2016-03-01')).toEqual([])
    expect(due(reportForInitialConference, [ended, conference('2016-02-22')], '2016-03-01')).toHaveLength(1)
  })

  test('papers that name no conference are those of the one they were written for, be it put off', () => {
    const shared = papers({ meeting: 'initial conference', meetingOn: '2016-02-22', reportSharedOn: '2016-02-18' })
    const putOff = [enquiry('2016-02-01'), conference('2016-02-24'), shared]
    expect(due(reportForInitialConference, putOff, '2016-03-01')).toMatchObject([{ dueAt: '2016-02-22', state: 'met' }])
    const ofAReview = papers({ meeting: 'protection review', meetingOn: '2016-02-22', reportSharedOn: '2016-02-18' })
    expect(due(reportForInitialConference, [enquiry('2016-02-01'), conference('2016-02-22'), ofAReview], '2016-03-01')).toMatchObject([
      { state: 'late' },
    ])
  })

  test('an authority that asks for three working days has three', () => {
    const terms = { ...usualTerms, length: () => ({ n: 3, unit: 'working days' as const }) }
    expect(due(reportForInitialConference, [enquiry('2016-02-01'), conference('2016-02-22')], '2016-02-02', terms)).toMatchObject([
      { dueAt: '2016-02-17' },
    ])
  })
})

describe('the report before a review conference', () => {
  test.each([
    ['2016-02-22', '2016-02-15', 'five working days before a Monday'],
    ['2016-03-31', '2016-03-22', 'Good Friday and Easter Monday are not counted'],
  ])('for a review due on %s it is to be shared by %s: %s', (dueOn, dueAt) => {
    expect(due(reportForReviewConference, [plan, review('2015-11-30'), review(null, dueOn)], '2015-12-01').slice(1)).toMatchObject([
      { startedAt: '2015-11-30', dueAt, state: 'running' },
    ])
  })

  test.each([
    ['2016-02-12', 'met'],
    ['2016-02-15', 'met'],
    ['2016-02-16', 'late'],
  ])('for a review held on 22 February 2016, shared on %s it is %s', (reportSharedOn, state) => {
    const shared = papers({ meeting: 'protection review', meetingOn: '2016-02-22', reportSharedOn })
    expect(due(reportForReviewConference, [plan, review('2016-02-22'), shared], '2016-03-01')).toMatchObject([{ state }])
  })

  test('each review has its own report', () => {
    const shared = papers({ meeting: 'protection review', meetingOn: '2015-11-30', reportSharedOn: '2015-11-20' })
    expect(due(reportForReviewConference, [plan, review('2015-11-30'), review(null, '2016-05-30'), shared], '2016-01-01')).toMatchObject([
      { state: 'met' },
      { startedAt: '2015-11-30', state: 'running' },
    ])
  })

  test('a review that was only planned when the plan ended needs none', () => {
    const ended = record(childProtectionPlan, { startedOn: '2015-09-01', endedOn: '2016-01-11' })
    expect(due(reportForReviewConference, [ended, review(null, '2016-05-30')], '2016-06-01')).toEqual([])
  })
})

describe('a review that was only planned', () => {
  const ofThePlan = record(childProtectionReview, { plan: 'the plan', dueOn: '2016-05-30' })

  test('and names its plan needs no report once that plan has ended', () => {
    const ended = record(childProtectionPlan, { id: 'the plan', startedOn: '2015-09-01', endedOn: '2016-05-27' })
    expect(due(reportForReviewConference, [ended, ofThePlan], '2016-06-30')).toMatchObject([
      { dueAt: '2016-05-23', state: 'late', stoppedAt: '2016-05-27' },
    ])
  })

  test('is over when a review is held', () => {
    const held = [record(childProtectionPlan, { id: 'the plan', startedOn: '2015-09-01' }), ofThePlan, review('2016-06-06')]
    expect(due(reportForReviewConference, held, '2016-06-30').find(({ dueAt }) => dueAt === '2016-05-23')).toMatchObject({
      stoppedAt: '2016-06-06',
    })
  })

  test('and names no plan belongs to the one that runs that day', () => {
    const [old, now] = [record(childProtectionPlan, { startedOn: '2013-09-02', endedOn: '2014-09-01' }), plan]
    expect(due(reportForReviewConference, [now, old, review(null, '2015-11-30')], '2015-11-01')).toMatchObject([
      { startedAt: '2015-09-01' },
    ])
  })
})

test('how soon decisions and record are sent is the authority’s to set', () => {
  const terms = { ...usualTerms, length: () => ({ n: 1, unit: 'working days' as const }) }
  for (const clock of [conferenceDecisionsSent, conferenceRecordSent])
    expect(due(clock, [conference('2016-02-22')], '2016-02-22', terms)).toMatchObject([{ dueAt: '2016-02-23' }])
  expect([reportForInitialConference.local, reportForReviewConference.local]).toEqual([true, true])
})

holdsItsDates(conferenceDecisionsSent, {
  start: (day) => [conference(day)],
  stop: (day) => [papers({ ...forInitial, decisionsSentOn: day })],
  dates: [
    ['2016-02-22', '2016-02-29', 'a plain week from a Monday, over a leap day'],
    ['2016-03-22', '2016-03-31', 'Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsDates(conferenceRecordSent, {
  start: (day) => [plan, review(day)],
  stop: (day, held) => [papers({ meeting: 'protection review', meetingOn: held, minutesSentOn: day })],
  dates: [
    ['2016-02-01', '2016-02-29', 'four plain weeks from a Monday'],
    ['2015-12-14', '2016-01-14', 'Christmas Day, the Boxing Day holiday and New Year’s Day are not counted'],
  ],
})

test('the record of the conference, once sent, carries its decisions', () => {
  const sent = papers({ ...forInitial, minutesSentOn: '2016-02-26' })
  expect(due(conferenceDecisionsSent, [conference('2016-02-22'), sent], '2016-04-01')).toMatchObject([{ state: 'met' }])
})

test('the record of a conference is not waited for when the next has been held: it was late', () => {
  expect(due(conferenceRecordSent, [plan, review('2015-11-30'), review('2016-05-16')], '2016-05-20')).toMatchObject([
    { dueAt: '2015-12-30', state: 'late', stoppedAt: '2016-05-16' },
    { state: 'running' },
  ])
})

test('a case closed a week after the conference still owes its papers, and months later does not', () => {
  const closed = record(referral, { receivedOn: '2016-01-29', closedOn: '2016-02-29' })
  expect(due(conferenceRecordSent, [closed, conference('2016-02-22')], '2016-03-24')).toMatchObject([
    { dueAt: '2016-03-21', state: 'overdue' },
  ])
  expect(due(conferenceRecordSent, [closed, conference('2016-02-22')], '2016-09-01')).toMatchObject([
    { state: 'late', stoppedAt: '2016-04-04' },
  ])
})
