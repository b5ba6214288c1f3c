import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { assessment } from '../assessment/records.ts'
import { childInNeedPlan } from '../in-need/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { section47Enquiry } from '../protection/records.ts'
import { contactScreening, referralAcknowledged, referralDecision, reReferral } from './clocks.ts'
import { contact, referral } from './records.ts'

const referred = (receivedOn: string, says: Parameters<typeof record<(typeof referral)['fields']>>[1] = {}) =>
  record(referral, { id: 'the referral', receivedOn, ...says })

describe('the decision on a referral', () => {
  // The referral itself holds the day of the decision, so what stops it here is an assessment that began.
  holdsItsDates(referralDecision, {
    start: (day) => [referred(day)],
    stop: (day) => [record(assessment, { referral: 'the referral', startedOn: day })],
    dates: [
      ['2016-02-01', '2016-02-02', 'received on a Monday'],
      ['2016-02-05', '2016-02-08', 'received on a Friday: the Monday'],
      ['2016-03-24', '2016-03-29', 'received on the Thursday before Easter: Good Friday and Easter Monday are not counted'],
      ['2016-02-06', '2016-02-08', 'received on a Saturday: the Monday is the first working day after'],
    ],
  })

  test.each([
    ['2016-02-02', 'met'],
    ['2016-02-03', 'late'],
  ])('decided on %s on a referral of Monday 1 February 2016, it is %s', (decidedOn, state) => {
    expect(due(referralDecision, [referred('2016-02-01', { decidedOn })], '2016-03-01')).toMatchObject([{ stoppedAt: decidedOn, state }])
  })

  test('the recorded day of the decision counts, though an assessment began before it', () => {
    const began = record(assessment, { referral: 'the referral', startedOn: '2016-02-01' })
    expect(due(referralDecision, [referred('2016-02-01', { decidedOn: '2016-02-04' }), began], '2016-03-01')).toMatchObject([
      { stoppedAt: '2016-02-04', state: 'late', days: 2 },
    ])
  })

  test.each([
    ['a strategy discussion', record(section47Enquiry, { strategyDiscussionAt: '2016-02-02 10:30:00' }), '2016-02-02 10:30:00'],
    ['a child in need plan', record(childInNeedPlan, { startedOn: '2016-02-02' }), '2016-02-02'],
    ['coming into care', record(periodOfCare, { startedOn: '2016-02-02' }), '2016-02-02'],
  ])('%s shows that it was decided', (_, shown, at) => {
    expect(due(referralDecision, [referred('2016-02-01'), shown], '2016-03-01')).toMatchObject([{ stoppedAt: at, state: 'met' }])
  })

  test('the assessment of another referral shows nothing of this one', () => {
    const other = record(assessment, { referral: 'another', startedOn: '2016-02-02' })
    expect(due(referralDecision, [referred('2016-02-01'), other], '2016-02-03')).toMatchObject([{ state: 'overdue', days: 1 }])
  })

  test.each([[{ noFurtherAction: true }], [{ outcomes: { SINGLE_ASSESSMENT_FLAG: 'Y' } }]])(
    'where only what was decided is recorded and no day, nothing is told: %o',
    (says) => {
      expect(due(referralDecision, [referred('2016-02-01', says)], '2016-03-01')).toEqual([])
    },
  )

  test('no further action with the day it was closed is decided that day', () => {
    expect(due(referralDecision, [referred('2016-02-01', { noFurtherAction: true, closedOn: '2016-02-02' })], '2016-03-01')).toMatchObject([
      { stoppedAt: '2016-02-02', state: 'met' },
    ])
  })

  test('a referral about a child not yet born is decided on like any other', () => {
    const unborn = record(person, { expectedOn: '2016-06-01' })
    expect(due(referralDecision, [unborn, referred('2016-02-01')], '2016-02-01')).toMatchObject([{ dueAt: '2016-02-02', state: 'running' }])
  })
})

describe('the answer to a referrer', () => {
  test.each([
    ['2016-02-01', '2016-02-02', 'received on a Monday'],
    ['2016-03-24', '2016-03-29', 'over Easter: the next working day is Tuesday'],
    ['2015-12-24', '2015-12-29', 'Christmas Day, the weekend and the Boxing Day holiday on Monday the 28th are not counted'],
  ])('received on %s, the referrer is to be told by %s: %s', (received, dueAt) => {
    expect(due(referralAcknowledged, [referred(received)], dueAt)).toMatchObject([{ dueAt, state: 'running' }])
  })

  test.each([
    ['2016-02-01', 'met'],
    ['2016-02-02', 'met'],
    ['2016-02-03', 'late'],
  ])('told on %s of a referral of Monday 1 February 2016, it is %s', (referrerToldOn, state) => {
    expect(due(referralAcknowledged, [referred('2016-02-01', { referrerToldOn })], '2016-03-01')).toMatchObject([{ state }])
  })

  test('told nothing, it is overdue the day after', () => {
    expect(due(referralAcknowledged, [referred('2016-02-01')], '2016-02-03')).toMatchObject([{ state: 'overdue', days: 1 }])
  })

  test.each([
    ['whoever referred did so without a name', { sourceCode: '9' }],
    ['telling would have put the child at risk', { referrerNotTold: 'The referrer lives with the person of concern.' }],
  ])('nothing is due where %s', (_, says) => {
    expect(due(referralAcknowledged, [referred('2016-02-01', says)], '2016-02-10')).toEqual([])
  })

  test('a referrer never told before the case closed was told late, and nobody is asked to any more', () => {
    expect(due(referralAcknowledged, [referred('2016-02-01', { closedOn: '2016-02-12' })], '2016-03-01')).toMatchObject([
      { state: 'late', stoppedAt: '2016-02-12' },
    ])
  })
})

describe('the screening of a contact', () => {
  holdsItsDates(contactScreening, {
    start: (day) => [record(contact, { receivedAt: day })],
    stop: (day) => [record(referral, { receivedOn: day })],
    dates: [
      ['2016-02-01', '2016-02-02', 'no urgency recorded: one working day'],
      ['2016-05-27', '2016-05-31', 'the Friday before the late May bank holiday: Tuesday'],
    ],
  })

  test.each([
    ['red', '2016-02-01 10:15:00', '2016-02-01 14:15:00', 'four hours'],
    ['red', '2016-02-05 22:00:00', '2016-02-06 02:00:00', 'four hours, through the night into Saturday'],
    ['red', '2016-02-01', '2016-02-02', 'the hour is not known: the day after, so that nobody is called late on it'],
    ['amber', '2016-02-01 10:15:00', '2016-02-02', 'one working day'],
    ['green', '2016-04-29 10:15:00', '2016-05-05', 'three working days; the May bank holiday on Monday is not counted'],
  ])('%s, received %s, is due by %s: %s', (urgency, receivedAt, dueAt) => {
    expect(due(contactScreening, [record(contact, { receivedAt, urgency })], '2016-02-01')[0]).toMatchObject({ dueAt })
  })

  test.each([
    ['2016-02-01 14:15:00', 'met'],
    ['2016-02-01 14:16:00', 'late'],
  ])('a red contact of 10:15 decided at %s is %s', (decidedAt, state) => {
    const made = record(contact, { receivedAt: '2016-02-01 10:15:00', urgency: 'red', decidedAt })
    expect(due(contactScreening, [made], '2016-02-02')).toMatchObject([{ state }])
  })

  test('a length of the authority’s own is for contacts of no recorded urgency', () => {
    const terms = { school: [], length: () => ({ n: 2, unit: 'working days' as const }), inUseFrom: () => null }
    const made = [record(contact, { receivedAt: '2016-02-01' }), record(contact, { receivedAt: '2016-02-01', urgency: 'amber' })]
    expect(due(contactScreening, made, '2016-02-01', terms).map(({ dueAt }) => dueAt)).toEqual(['2016-02-03', '2016-02-02'])
  })

  test('an outcome without a day asks for nothing, and is held against nobody', () => {
    expect(due(contactScreening, [record(contact, { receivedAt: '2016-02-01', outcomes: { NFA_FLAG: 'Y' } })], '2016-03-01')).toEqual([])
  })

  test('a contact that ended in advice is not stopped by a referral months later', () => {
    const advice = record(contact, { receivedAt: '2016-02-01', outcomes: { ADVICE_FLAG: 'Y' } })
    expect(due(contactScreening, [advice, record(referral, { receivedOn: '2016-06-01' })], '2016-07-01')).toEqual([])
  })
})

describe('re-referral', () => {
  test.each([
    ['2014-11-03', '2015-11-03', 'twelve months to the day'],
    ['2016-02-29', '2017-02-28', 'a leap day has no like in a common year'],
    ['2014-12-26', '2015-12-26', 'it runs through bank holidays and does not roll'],
  ])('after a referral of %s the window closes on %s: %s', (received, dueAt) => {
    expect(due(reReferral, [record(referral, { receivedOn: received })], dueAt)).toMatchObject([{ dueAt, state: 'running' }])
  })

  test.each([
    ['2015-11-02', true, 'the day before the window closes'],
    ['2015-11-03', true, 'on its last day'],
    ['2015-11-04', false, 'the day after'],
  ])('a referral of 3 November 2014 and one of %s: re-referral %s, %s', (again, counts) => {
    const [first] = due(reReferral, [record(referral, { receivedOn: '2014-11-03' }), record(referral, { receivedOn: again })], '2016-01-01')
    expect(first).toMatchObject(counts ? { state: 'met', stoppedAt: again } : { state: null, stoppedAt: null })
  })

  test('once the window has closed nothing is asked of anybody', () => {
    expect(due(reReferral, [record(referral, { receivedOn: '2014-11-03' })], '2015-11-04')).toMatchObject([{ state: null }])
  })

  test('two referrals of one day are not a re-referral', () => {
    const twice = [record(referral, { receivedOn: '2014-11-03' }), record(referral, { receivedOn: '2014-11-03' })]
    expect(due(reReferral, twice, '2015-01-01')).toMatchObject([{ state: 'running' }, { state: 'running' }])
  })
})
