import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { person } from '../person/records.ts'
import { amendedBeforeTransfer, amendedPlan, annualReview, reviewDecision } from './ehc-plan-clocks.ts'
import { ehcReview, phaseTransfer } from './ehc-step-records.ts'
import { activePlan, ehcAssessment, namedPlan } from './records.ts'

const plan = (startedOn: string, more: object = {}) => record(namedPlan, { id: 'plan', assessment: 'assessment', startedOn, ...more })
const assessment = record(ehcAssessment, { id: 'assessment', request: 'request' })
const review = (more: object) => record(ehcReview, { id: 'review', plan: 'plan', ...more })
const inForce = (lastReviewedOn: string) => record(activePlan, { request: 'request', lastReviewedOn })

holdsItsDates(annualReview, {
  start: (day) => [plan(day), assessment],
  stop: (day) => [review({ decisionSentOn: day })],
  dates: [
    ['2015-01-12', '2016-01-12', 'a year to the day'],
    ['2016-02-29', '2017-02-28', 'a leap day has no anniversary in a common year'],
    ['2014-12-25', '2015-12-25', 'a year to Christmas Day'],
  ],
})

describe('the annual review', () => {
  test('is held each year after the last decision, while the plan is in force', () => {
    const told = [plan('2014-10-06'), assessment, review({ meetingOn: '2015-01-19', decisionSentOn: '2015-02-09' })]
    expect(due(annualReview, told, '2016-02-10')).toMatchObject([{ state: 'met' }, { dueAt: '2016-02-09', state: 'overdue', days: 1 }])
    expect(due(annualReview, [plan('2015-01-12', { endedOn: '2015-12-18' }), assessment], '2016-03-03')).toEqual([])
  })

  test('is not held by its meeting alone', () => {
    expect(due(annualReview, [plan('2015-01-12'), assessment, review({ meetingOn: '2016-01-11' })], '2016-01-13')).toMatchObject([
      { stoppedAt: null, state: 'overdue' },
    ])
  })

  test('is known by the dataset’s date of the last one, with or without the day the plan was made', () => {
    expect(due(annualReview, [plan('2015-01-12'), assessment, inForce('2016-01-11')], '2016-03-03')).toMatchObject([
      { state: 'met', stoppedAt: '2016-01-11' },
      { dueAt: '2017-01-11', state: 'running' },
    ])
    expect(due(annualReview, [inForce('2015-02-09')], '2016-02-10')).toMatchObject([{ dueAt: '2016-02-09', state: 'overdue', days: 1 }])
  })

  test('was not late where the last of several is all that is known', () => {
    expect(due(annualReview, [plan('2014-10-06'), assessment, inForce('2016-01-11')], '2016-03-03')).toMatchObject([
      { startedAt: '2016-01-11', state: 'running' },
    ])
  })

  test('ends with the twenty-fifth birthday', () => {
    expect(due(annualReview, [record(person, { bornOn: '1991-01-12' }), plan('2015-01-12'), assessment], '2016-03-03')).toEqual([])
  })
})

holdsItsDates(reviewDecision, {
  start: (day) => [plan('2014-10-06'), review({ meetingOn: day })],
  stop: (day) => [review({ decisionSentOn: day })],
  dates: [
    ['2016-02-01', '2016-02-29', 'four weeks from a Monday'],
    ['2015-11-27', '2015-12-25', 'weeks run through holidays'],
  ],
})

test('an amended plan sent after a review shows that it was decided; a plan that ended needs no decision', () => {
  const amended = review({ meetingOn: '2016-02-01', finalPlanSentOn: '2016-02-22' })
  expect(due(reviewDecision, [plan('2014-10-06'), amended], '2016-03-03')).toMatchObject([{ state: 'met' }])
  const ended = plan('2014-10-06', { endedOn: '2016-02-12' })
  expect(due(reviewDecision, [ended, review({ meetingOn: '2016-02-01' })], '2016-03-03')).toEqual([])
})

holdsItsDates(amendedPlan, {
  start: (day) => [review({ meetingOn: day, decision: 'amend' })],
  stop: (day) => [review({ finalPlanSentOn: day })],
  dates: [
    ['2022-03-08', '2022-05-31', 'twelve weeks; the day of the judgment'],
    ['2022-10-03', '2022-12-26', 'weeks run through holidays: Boxing Day'],
    ['2022-12-05', '2023-02-27', 'over Christmas and the New Year'],
  ],
})

test('no amended plan is due after a decision to keep it, nor was its time fixed before the judgment', () => {
  expect(due(amendedPlan, [review({ meetingOn: '2022-10-03', decision: 'keep' })], '2023-03-01')).toEqual([])
  expect(due(amendedPlan, [review({ meetingOn: '2022-03-07', decision: 'amend' })], '2023-03-01')).toEqual([])
})

const transfer = (transferOn: string, phase: string, more: object = {}) =>
  record(phaseTransfer, { id: 'transfer', transferOn, phase, ...more })

holdsItsDates(amendedBeforeTransfer, {
  start: (day) => [transfer(`${Number(day.slice(0, 4)) + 1}-09-05`, 'primary')],
  stop: (day) => [record(phaseTransfer, { id: 'transfer', amendedPlanOn: day })],
  dates: [
    ['2015-09-01', '2016-02-15', 'the calendar date, a Monday'],
    ['2014-09-01', '2015-02-15', 'the calendar date, a Sunday'],
  ],
})

describe('a plan before a change of phase', () => {
  test.each([
    ['2016-09-05', 'early years', '2016-02-15', 'to school'],
    ['2016-09-05', 'middle', '2016-02-15', 'to secondary school'],
    ['2016-09-05', 'post-16', '2016-03-31', 'to a post-16 institution; over Easter'],
    ['2016-09-05', 'between post-16', '2016-04-05', 'five months before, between post-16 institutions'],
    ['2016-09-30', 'between post-16', '2016-04-30', 'five months before, to the day'],
  ])('on %s, %s: amended by %s, %s', (on, phase, dueAt) => {
    expect(due(amendedBeforeTransfer, [transfer(on, phase)], dueAt)).toMatchObject([{ dueAt, state: 'running', days: 0 }])
  })

  test('amended early is amended; one that ended before needs it no more', () => {
    expect(due(amendedBeforeTransfer, [transfer('2016-09-05', 'primary', { amendedPlanOn: '2015-07-06' })], '2016-03-03')).toMatchObject([
      { state: 'met' },
    ])
    const told = [plan('2014-10-06', { endedOn: '2016-01-18' }), transfer('2016-09-05', 'primary', { plan: 'plan' })]
    expect(due(amendedBeforeTransfer, told, '2016-03-03')).toEqual([])
  })
})
