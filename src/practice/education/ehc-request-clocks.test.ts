import { describe, expect, test } from 'vitest'
import { holdsItsEarliestDay } from '../../../test/support/clocks-without-duty.ts'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { person } from '../person/records.ts'
import { commentsOnDraft, decisionToAssess, finalPlan, noticeOfNoPlan, socialCareAdvice } from './ehc-request-clocks.ts'
import { ehcAdvice } from './ehc-step-records.ts'
import { activePlan, ehcAssessment, ehcRequest, namedPlan } from './records.ts'

const request = (more: object) => record(ehcRequest, { id: 'request', ...more })
const assessment = (more: object = {}) => record(ehcAssessment, { id: 'assessment', request: 'request', ...more })
const plan = (startedOn: string | null) => record(namedPlan, { assessment: 'assessment', startedOn })
const advice = (more: object) => record(ehcAdvice, { id: 'advice', request: 'request', service: 'social care', ...more })

const sixWeeks = [
  ['2016-01-04', '2016-02-15', 'six weeks from a Monday'],
  ['2015-11-13', '2015-12-25', 'weeks run through holidays'],
  ['2016-01-18', '2016-02-29', 'a leap day'],
] as const

holdsItsDates(decisionToAssess, {
  start: (day) => [request({ receivedOn: day })],
  stop: (day) => [request({ outcomeToldOn: day, outcome: 'Y' })],
  dates: sixWeeks,
})

describe('the decision whether to assess', () => {
  test('is shown by advice asked for, or by what came of the assessment', () => {
    const told = [request({ receivedOn: '2016-01-04', outcome: 'Y' })]
    expect(due(decisionToAssess, [...told, advice({ askedOn: '2016-02-08' })], '2016-03-03')).toMatchObject([{ stoppedAt: '2016-02-08' }])
    expect(due(decisionToAssess, [...told, assessment({ outcomeOn: '2016-04-18' })], '2016-06-01')).toMatchObject([{ state: 'late' }])
  })

  test.each(['Y', 'N', 'W', 'H'])('%s without its day is not called late', (outcome) => {
    expect(due(decisionToAssess, [request({ receivedOn: '2016-01-04', outcome })], '2016-03-03')).toEqual([])
  })

  test('not yet made is overdue; on a request of before September 2014 it came under another law', () => {
    expect(due(decisionToAssess, [request({ receivedOn: '2016-01-04', outcome: 'A' })], '2016-02-16')).toMatchObject([
      { state: 'overdue', days: 1 },
    ])
    expect(due(decisionToAssess, [request({ receivedOn: '2014-08-29' })], '2016-02-16')).toEqual([])
  })
})

holdsItsDates(socialCareAdvice, {
  start: (day) => [advice({ askedOn: day })],
  stop: (day) => [advice({ sentOn: day })],
  dates: sixWeeks,
})

describe('social care advice', () => {
  test('asked of others is theirs to send; an exception recorded lifts the six weeks', () => {
    expect(due(socialCareAdvice, [advice({ askedOn: '2016-01-04', service: 'health' })], '2016-03-03')).toEqual([])
    expect(due(socialCareAdvice, [advice({ askedOn: '2016-01-04', service: null })], '2016-03-03')).toMatchObject([{ state: 'overdue' }])
    expect(due(socialCareAdvice, [advice({ askedOn: '2016-01-04', exceptionApplies: true })], '2016-03-03')).toEqual([])
  })

  test('is not needed where the request was withdrawn', () => {
    const withdrawn = request({ receivedOn: '2015-12-14', outcome: 'W', outcomeToldOn: '2016-01-25' })
    expect(due(socialCareAdvice, [withdrawn, advice({ askedOn: '2016-01-04' })], '2016-03-03')).toEqual([])
  })
})

holdsItsDates(noticeOfNoPlan, {
  start: (day) => [request({ receivedOn: day, outcome: 'Y' }), assessment()],
  stop: (day) => [assessment({ outcomeOn: day, outcome: 'N' })],
  dates: [
    ['2015-09-07', '2015-12-28', 'sixteen weeks from a Monday; the holiday is counted'],
    ['2015-09-04', '2015-12-25', 'weeks run through holidays'],
    ['2015-11-09', '2016-02-29', 'a leap day'],
  ],
})

describe('notice of no plan', () => {
  const told = (more: object = {}) => [request({ receivedOn: '2015-09-07', outcome: 'Y' }), assessment(more)]

  test('is not waited for once a draft is sent', () => {
    expect(due(noticeOfNoPlan, told({ draftSentOn: '2015-12-14' }), '2016-03-03')).toMatchObject([
      { state: 'met', stoppedAt: '2015-12-14' },
    ])
  })

  test('is not due where there is a plan, however it is known', () => {
    expect(due(noticeOfNoPlan, told({ outcome: 'Y', outcomeOn: '2016-01-25' }), '2016-03-03')).toEqual([])
    expect(due(noticeOfNoPlan, [...told(), plan('2016-01-25')], '2016-03-03')).toEqual([])
    expect(due(noticeOfNoPlan, [...told(), record(activePlan, { request: 'request' })], '2016-03-03')).toEqual([])
  })

  test('is not due before it was decided to assess, nor once the assessment is withdrawn', () => {
    expect(due(noticeOfNoPlan, [request({ receivedOn: '2015-09-07' })], '2016-03-03')).toEqual([])
    expect(due(noticeOfNoPlan, told({ outcome: 'W', outcomeOn: '2015-11-16' }), '2016-03-03')).toEqual([])
    expect(due(noticeOfNoPlan, told({ outcome: 'N' }), '2016-03-03')).toEqual([])
  })
})

holdsItsDates(finalPlan, {
  start: (day) => [request({ receivedOn: day }), assessment()],
  stop: (day) => [plan(day)],
  dates: [
    ['2015-09-14', '2016-02-01', 'twenty weeks from a Monday'],
    ['2015-08-07', '2015-12-25', 'weeks run through holidays'],
    ['2015-10-12', '2016-02-29', 'a leap day'],
  ],
})

describe('the final plan', () => {
  const told = (more: object = {}) => [request({ receivedOn: '2015-09-14', outcome: 'Y' }), assessment(more)]

  test('of another request does not answer this one', () => {
    const other = [
      record(ehcAssessment, { id: 'other', request: 'another request' }),
      record(namedPlan, { assessment: 'other', startedOn: '2016-01-18' }),
    ]
    expect(due(finalPlan, [...told(), ...other], '2016-02-02')).toMatchObject([{ stoppedAt: null, state: 'overdue' }])
  })

  test('is known by the outcome of the assessment too', () => {
    expect(due(finalPlan, told({ outcome: 'Y', outcomeOn: '2016-01-25' }), '2016-03-03')).toMatchObject([{ state: 'met' }])
  })

  test('is not late where one of the exceptions applies', () => {
    expect(due(finalPlan, told({ exceptionsApply: true }), '2016-03-03')).toEqual([])
    expect(due(finalPlan, told({ exceptionsApply: false }), '2016-03-03')).toMatchObject([{ state: 'overdue' }])
  })

  test('is not due where there is to be no assessment, or no plan', () => {
    expect(due(finalPlan, [request({ receivedOn: '2015-09-14', outcome: 'N', outcomeToldOn: '2015-10-19' })], '2016-03-03')).toEqual([])
    expect(due(finalPlan, told({ outcome: 'N', outcomeOn: '2015-12-14' }), '2016-03-03')).toEqual([])
    expect(due(finalPlan, told({ outcome: 'W', outcomeOn: '2015-12-14' }), '2016-03-03')).toEqual([])
    expect(due(finalPlan, [request({ receivedOn: '2015-09-14', outcome: 'H' })], '2016-03-03')).toEqual([])
  })

  test('that is in force is not called late where nobody wrote when it was made', () => {
    expect(due(finalPlan, [...told(), record(activePlan, { request: 'request' })], '2016-03-03')).toEqual([])
    expect(due(finalPlan, [...told(), plan(null)], '2016-03-03')).toEqual([])
  })

  test('is not due beyond the twenty-fifth birthday', () => {
    expect(due(finalPlan, [record(person, { bornOn: '1991-01-18' }), ...told()], '2016-03-03')).toEqual([])
  })
})

holdsItsEarliestDay(commentsOnDraft, {
  start: (day) => [assessment({ draftSentOn: day })],
  stop: (day) => [plan(day)],
  dates: [
    ['2016-02-01', '2016-02-16', 'fifteen days, of which the first is the day it was sent'],
    ['2015-12-10', '2015-12-25', 'days run through holidays'],
    ['2016-02-14', '2016-02-29', 'a leap day'],
  ],
})

test('a family that has commented is waited for no more', () => {
  expect(due(commentsOnDraft, [assessment({ draftSentOn: '2016-02-01', commentsOn: '2016-02-08' })], '2016-02-05')).toEqual([])
})
