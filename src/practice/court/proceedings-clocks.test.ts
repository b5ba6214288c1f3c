import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { referral } from '../front-door/records.ts'
import { notRun } from './not-run.ts'
import { careProceedings, courtReport, preProceedingsReview } from './proceedings.ts'
import {
  caseManagementHearing,
  casesDecided,
  earliestCaseManagementHearing,
  preProceedingsEnd,
  preProceedingsReviewed,
} from './proceedings-clocks.ts'
import { legalStatus, preProceedings } from './records.ts'
import { section37Report, section7Report } from './report-clocks.ts'

type Says = Parameters<typeof record<(typeof careProceedings)['fields']>>[1]
const issued = (issuedOn: string, says: Says = {}) => record(careProceedings, { id: 'it', issuedOn, ...says })
/** The same proceedings, as they read later. */
const later = (says: Says) => record(careProceedings, { id: 'it', ...says })
const before = (says: Parameters<typeof record<(typeof preProceedings)['fields']>>[1]) =>
  record(preProceedings, { id: 'the stage', ...says })
const review = (heldOn: string) => record(preProceedingsReview, { heldOn })

holdsItsDates(casesDecided, {
  start: (day) => [issued(day)],
  stop: (day) => [later({ finalOrderOn: day })],
  dates: [
    ['2016-01-04', '2016-07-04', '26 weeks from a Monday'],
    ['2015-09-28', '2016-03-28', 'Easter Monday: weeks run through holidays and do not roll'],
    ['2015-08-31', '2016-02-29', 'to a leap day'],
  ],
})

describe('the 26 weeks', () => {
  test('extended by the court, it is due on the day set', () => {
    expect(due(casesDecided, [issued('2016-01-04', { extendedUntilOn: '2016-08-29' })], '2016-07-05')).toMatchObject([
      { dueAt: '2016-08-29', state: 'running' },
    ])
  })

  test('a day set within the 26 weeks shortens nothing', () => {
    expect(due(casesDecided, [issued('2016-01-04', { extendedUntilOn: '2016-03-01' })], '2016-02-01')).toMatchObject([
      { dueAt: '2016-07-04' },
    ])
  })

  test('there was no limit for applications before 22 April 2014', () => {
    expect(due(casesDecided, [issued('2014-04-21')], '2015-01-01')).toEqual([])
    expect(due(casesDecided, [issued('2014-04-22')], '2015-01-01')).toHaveLength(1)
  })

  test.each(['C2', 'Supervision order', 'Special guardianship order'])('a legal status of %s shows that the case was decided', (status) => {
    const records = [issued('2016-01-04'), record(legalStatus, { status, startedOn: '2016-06-20' })]
    expect(due(casesDecided, records, '2016-08-01')).toMatchObject([{ stoppedAt: '2016-06-20', state: 'met' }])
  })

  test('an interim care order decides nothing', () => {
    const records = [issued('2016-01-04'), record(legalStatus, { status: 'C1', startedOn: '2016-01-06' })]
    expect(due(casesDecided, records, '2016-07-05')).toMatchObject([{ state: 'overdue' }])
  })

  test('where no proceedings are recorded the application counts, and once: not beside the proceedings it led to', () => {
    const applied = before({ courtAppliedOn: '2016-01-04' })
    expect(due(casesDecided, [applied], '2016-01-04')).toMatchObject([{ startedAt: '2016-01-04', dueAt: '2016-07-04' }])
    expect(due(casesDecided, [applied, issued('2016-01-06')], '2016-01-06')).toMatchObject([{ startedAt: '2016-01-06' }])
    expect(due(casesDecided, [applied, issued('2015-03-02', { finalOrderOn: '2015-07-01' })], '2016-01-06')).toHaveLength(2)
  })
})

holdsItsDates(caseManagementHearing, {
  start: (day) => [issued(day)],
  stop: (day) => [later({ caseManagementHearingOn: day })],
  dates: [
    ['2016-02-01', '2016-02-25', 'three weeks and three days from a Monday'],
    ['2016-03-07', '2016-04-04', 'Good Friday and Easter Monday are not counted'],
  ],
})

describe('not before working day 12', () => {
  test.each([
    ['2016-02-01', '2016-02-17', 'two weeks and two days from a Monday'],
    ['2016-03-14', '2016-04-01', 'Good Friday and Easter Monday are not counted'],
  ])('a case issued on %s has its hearing from %s: %s', (day, dueAt) => {
    expect(due(earliestCaseManagementHearing, [issued(day)], day)).toMatchObject([{ dueAt, state: 'running' }])
  })

  test.each([
    ['2016-02-16', 'late'],
    ['2016-02-17', 'met'],
    ['2016-02-18', 'met'],
  ])('held on %s, where day 12 is 17 February 2016: %s', (caseManagementHearingOn, state) => {
    expect(due(earliestCaseManagementHearing, [issued('2016-02-01', { caseManagementHearingOn })], '2016-03-01')).toMatchObject([{ state }])
  })

  test('when it has come, it asks nothing of anybody', () => {
    expect(due(earliestCaseManagementHearing, [issued('2016-02-01')], '2016-02-18')).toMatchObject([{ state: null }])
  })
})

test('a case withdrawn before the hearing needs none', () => {
  expect(due(caseManagementHearing, [issued('2016-02-01', { finalOrderOn: '2016-02-12', outcome: 'withdrawn' })], '2016-06-01')).toEqual([])
})

holdsItsDates(preProceedingsEnd, {
  start: (day) => [before({ letterSentOn: day, decidedOn: '2015-08-01' })],
  stop: (day) => [record(careProceedings, { issuedOn: day })],
  dates: [
    ['2016-01-11', '2016-05-02', '16 weeks from a Monday, to a bank holiday'],
    ['2015-11-09', '2016-02-29', 'to a leap day'],
  ],
})

describe('pre-proceedings', () => {
  test('where no letter is recorded they are counted from the decision to start', () => {
    expect(due(preProceedingsEnd, [before({ decidedOn: '2016-01-11' })], '2016-01-11')).toMatchObject([{ dueAt: '2016-05-02' }])
  })

  test('extended with a manager’s reasons, they end on the day set', () => {
    expect(due(preProceedingsEnd, [before({ letterSentOn: '2016-01-11', extendedUntilOn: '2016-06-13' })], '2016-05-03')).toMatchObject([
      { dueAt: '2016-06-13', state: 'running' },
    ])
  })

  test.each([
    ['stepping down', { outcomeDecidedOn: '2016-03-14' }],
    ['applying to court', { courtAppliedOn: '2016-03-14' }],
    ['the letter of issue', { issueLetterSentOn: '2016-03-14' }],
  ])('%s ends them', (_, says) => {
    expect(due(preProceedingsEnd, [before({ letterSentOn: '2016-01-11', ...says })], '2016-06-01')).toMatchObject([
      { stoppedAt: '2016-03-14', state: 'met' },
    ])
  })

  test('an outcome without a day is held against nobody; a case that closed is not waited for', () => {
    expect(due(preProceedingsEnd, [before({ letterSentOn: '2016-01-11', outcome: 'Decision to step down' })], '2016-12-01')).toEqual([])
    const closed = record(referral, { receivedOn: '2015-06-01', closedOn: '2016-03-01' })
    expect(due(preProceedingsEnd, [closed, before({ letterSentOn: '2016-01-11' })], '2016-12-01')).toEqual([])
  })
})

holdsItsDates(preProceedingsReviewed, {
  start: (day) => [before({ firstMeetingOn: day })],
  stop: (day) => [review(day)],
  dates: [
    ['2016-02-01', '2016-03-14', 'six weeks from a Monday'],
    ['2016-02-15', '2016-03-28', 'Easter Monday: weeks run through holidays and do not roll'],
  ],
})

test('both lengths of pre-proceedings are the authority’s to set', () => {
  const terms = { ...usualTerms, length: () => ({ n: 12, unit: 'weeks' as const }) }
  for (const clock of [preProceedingsEnd, preProceedingsReviewed])
    expect(due(clock, [before({ letterSentOn: '2016-01-11', firstMeetingOn: '2016-01-11' })], '2016-01-11', terms)).toMatchObject([
      { dueAt: '2016-04-04' },
    ])
})

describe('reviews in pre-proceedings', () => {
  test('another is due six weeks after the first, until it is decided', () => {
    const records = [before({ firstMeetingOn: '2016-02-01', outcomeDecidedOn: '2016-04-11' }), review('2016-03-14')]
    expect(due(preProceedingsReviewed, records.slice(1).concat(before({ firstMeetingOn: '2016-02-01' })), '2016-04-01')).toMatchObject([
      { state: 'met' },
      { startedAt: '2016-03-14', dueAt: '2016-04-25', state: 'running' },
    ])
    expect(due(preProceedingsReviewed, records, '2016-06-01')).toMatchObject([{ state: 'met' }])
  })

  test('a review of another case, of before the first meeting, or after the decision, is not one of these', () => {
    const stage = before({ firstMeetingOn: '2016-02-01', outcomeDecidedOn: '2016-04-11' })
    const others = [
      record(preProceedingsReview, { preProceedings: 'another', heldOn: '2016-03-01' }),
      review('2016-01-11'),
      review('2016-05-09'),
    ]
    expect(due(preProceedingsReviewed, [stage, ...others], '2016-06-01')).toMatchObject([
      { startedAt: '2016-02-01', dueAt: '2016-03-14', stoppedAt: '2016-04-11', state: 'late' },
    ])
  })

  test('reviews that are counted and not dated are taken as held', () => {
    expect(due(preProceedingsReviewed, [before({ firstMeetingOn: '2016-02-01', reviewMeetings: 1 })], '2016-06-01')).toEqual([])
    expect(due(preProceedingsReviewed, [before({ firstMeetingOn: '2016-02-01', reviewMeetings: 0 })], '2016-06-01')).toMatchObject([
      { state: 'overdue' },
    ])
  })
})

const asked = (type: string, directedOn: string, says: Parameters<typeof record<(typeof courtReport)['fields']>>[1] = {}) =>
  record(courtReport, { id: 'it', type, directedOn, ...says })
const filed = (type: string, filedOn: string) => record(courtReport, { id: 'it', type, filedOn })

holdsItsDates(section37Report, {
  start: (day) => [asked('section 37', day)],
  stop: (day) => [filed('section 37', day)],
  dates: [
    ['2016-01-11', '2016-03-07', 'eight weeks from a Monday'],
    ['2016-02-01', '2016-03-28', 'Easter Monday: weeks run through holidays and do not roll'],
  ],
})

holdsItsDates(section7Report, {
  start: (day) => [asked('section 7', day, { dueOn: '2016-05-02' })],
  stop: (day) => [filed('section 7', day)],
  dates: [
    ['2016-02-15', '2016-05-02', 'the day the court set, though a bank holiday'],
    ['2016-03-01', '2016-05-02', 'whenever it was asked for'],
  ],
})

describe('reports to the court', () => {
  test('the court may set another day than eight weeks', () => {
    expect(due(section37Report, [asked('section 37', '2016-01-11', { dueOn: '2016-02-22' })], '2016-02-01')).toMatchObject([
      { dueAt: '2016-02-22' },
    ])
  })

  test('a section 7 report for which no day is recorded falls due on none', () => {
    expect(due(section7Report, [asked('section 7', '2016-01-11')], '2016-12-01')).toEqual([])
  })

  test('a direction discharged before the report was due asks for none, and each kind has its own clock', () => {
    expect(due(section37Report, [asked('section 37', '2016-01-11', { dischargedOn: '2016-02-01' })], '2016-06-01')).toEqual([])
    expect(due(section37Report, [asked('section 7', '2016-01-11')], '2016-06-01')).toEqual([])
  })
})

test('the row of this room that no clock runs says why', () => {
  expect(Object.keys(notRun)).toEqual(['fgdm-offer'])
  expect(notRun['fgdm-offer']).toMatch(/^[A-Z].{40,}\.$/)
})
