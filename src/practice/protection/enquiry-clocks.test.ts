import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { referral } from '../front-door/records.ts'
import { conferenceHeld, enquiryCompleted, planFromTheConference, strategyDiscussion, transferIn } from './enquiry-clocks.ts'
import { childProtectionPlan, initialConference, section47Enquiry } from './records.ts'

type Says = Parameters<typeof record<(typeof section47Enquiry)['fields']>>[1]
const enquiry = (strategyDiscussionAt: string | null, says: Says = {}) =>
  record(section47Enquiry, { id: 'the enquiry', strategyDiscussionAt, ...says })
const conference = (heldOn: string | null, says: Parameters<typeof record<(typeof initialConference)['fields']>>[1] = {}) =>
  record(initialConference, { heldOn, ...says })
const plan = (startedOn: string, says: Parameters<typeof record<(typeof childProtectionPlan)['fields']>>[1] = {}) =>
  record(childProtectionPlan, { startedOn, ...says })
/** The same enquiry, as it reads later. */
const later = (says: Says) => record(section47Enquiry, { id: 'the enquiry', ...says })

holdsItsDates(strategyDiscussion, {
  start: (day) => [enquiry(null, { harmSuspectedOn: day })],
  stop: (day) => [later({ strategyDiscussionAt: `${day} 15:00:00` })],
  dates: [
    ['2016-02-01', '2016-02-02', 'suspected on a Monday'],
    ['2016-02-05', '2016-02-08', 'suspected on a Friday'],
    ['2016-05-27', '2016-05-31', 'the late May bank holiday is not counted'],
  ],
})

test('where the enquiry was ended without a strategy discussion, none is due', () => {
  expect(due(strategyDiscussion, [enquiry(null, { harmSuspectedOn: '2016-02-05', completedOn: '2016-02-08' })], '2016-03-01')).toEqual([])
})

holdsItsDates(enquiryCompleted, {
  start: (day) => [enquiry(day)],
  stop: (day) => [later({ completedOn: day })],
  dates: [
    ['2016-02-01', '2016-02-22', 'three plain weeks from a Monday'],
    ['2016-03-14 11:00:00', '2016-04-06', 'Good Friday and Easter Monday are not counted'],
    ['2015-12-16', '2016-01-11', 'Christmas Day, the Boxing Day holiday and New Year’s Day are not counted'],
  ],
})

describe('an enquiry that is over', () => {
  test('the conference it led to shows that it was completed', () => {
    const records = [enquiry('2016-02-01', { outcomes: { CP_CONFERENCE_FLAG: 'Y' } }), conference('2016-02-19', { enquiry: 'the enquiry' })]
    expect(due(enquiryCompleted, records, '2016-03-01')).toMatchObject([{ stoppedAt: '2016-02-19', state: 'met' }])
  })

  test('with an outcome and no day, as the census has it, it is held against nobody', () => {
    expect(due(enquiryCompleted, [enquiry('2016-02-01', { conferenceNotRequired: true })], '2016-06-01')).toEqual([])
  })

  test.each([[{ noFurtherAction: true }], [{ outcomes: { MONITOR_FLAG: 'Y' } }]])('nor is one of which only this is known: %o', (says) => {
    expect(due(enquiryCompleted, [enquiry('2016-02-01', says)], '2016-06-01')).toEqual([])
  })

  test('it is not waited for once the case is closed', () => {
    const closed = record(referral, { id: 'the case', receivedOn: '2016-01-29', closedOn: '2016-02-10' })
    expect(due(enquiryCompleted, [closed, enquiry('2016-02-01', { referral: 'the case' })], '2016-06-01')).toEqual([])
  })
})

holdsItsDates(conferenceHeld, {
  start: (day) => [enquiry(day)],
  stop: (day) => [conference(day)],
  dates: [
    ['2024-11-04', '2024-11-25', 'three plain weeks'],
    ['2024-12-16', '2025-01-09', 'Christmas Day, Boxing Day and New Year’s Day are not counted'],
    ['2016-04-11 09:30:00', '2016-05-03', 'the May bank holiday is not counted'],
  ],
})

describe('an initial conference', () => {
  test.each([
    ['it is not required', { conferenceNotRequired: true, completedOn: '2016-02-10' }],
    ['no further action follows', { noFurtherAction: true, completedOn: '2016-02-10' }],
    ['services are provided instead', { outcomes: { PROV_OF_SERVICES_FLAG: 'Y' }, completedOn: '2016-02-10' }],
    ['it is not required, and the day is not recorded', { conferenceNotRequired: true }],
  ])('none is due where the enquiry ends and %s', (_, says) => {
    expect(due(conferenceHeld, [enquiry('2016-02-01', says)], '2016-06-01')).toEqual([])
  })

  test.each([
    ['with no word of the outcome', {}],
    ['asking for one', { outcomes: { CP_CONFERENCE_FLAG: 'Y', PROV_OF_SERVICES_FLAG: 'Y' } }],
    ['saying outright that one is needed', { conferenceNotRequired: false, outcomes: { PROV_OF_SERVICES_FLAG: 'Y' } }],
  ])('is still due where the enquiry was completed %s', (_, says) => {
    expect(due(conferenceHeld, [enquiry('2016-02-01', { completedOn: '2016-02-10', ...says })], '2016-02-23')).toMatchObject([
      { dueAt: '2016-02-22', state: 'overdue' },
    ])
  })

  test('a transfer-in conference does not answer a strategy discussion, nor does the conference of another enquiry', () => {
    const others = [conference('2016-02-10', { transferIn: true }), conference('2016-02-11', { enquiry: 'another' })]
    expect(due(conferenceHeld, [enquiry('2016-02-01'), ...others], '2016-02-23')).toMatchObject([{ state: 'overdue' }])
  })

  test('a plan that begins shows the conference that made it', () => {
    expect(due(conferenceHeld, [enquiry('2016-02-01'), plan('2016-02-17')], '2016-03-01')).toMatchObject([
      { stoppedAt: '2016-02-17', state: 'met' },
    ])
  })

  test('a child who is on a plan already has a review conference instead', () => {
    expect(due(conferenceHeld, [plan('2015-11-02'), enquiry('2016-02-01')], '2016-06-01')).toEqual([])
    expect(due(conferenceHeld, [plan('2015-11-02', { endedOn: '2016-01-20' }), enquiry('2016-02-01')], '2016-02-02')).toHaveLength(1)
  })
})

holdsItsDates(transferIn, {
  start: (day) => [conference(null, { id: 'it', transferNoticeOn: day, transferIn: true })],
  stop: (day) => [conference(day, { id: 'it' })],
  dates: [
    ['2016-02-01', '2016-02-22', 'three plain weeks from a Monday'],
    ['2016-08-15', '2016-09-06', 'the August bank holiday is not counted'],
  ],
})

test('notice on a conference that is not a transfer starts nothing', () => {
  expect(due(transferIn, [conference(null, { transferNoticeOn: '2016-02-01', transferIn: false })], '2016-06-01')).toEqual([])
})

holdsItsDates(planFromTheConference, {
  start: (day) => [conference(day, { ledToPlan: true })],
  stop: (day) => [plan(day)],
  dates: [
    ['2016-02-01', '2016-02-01', 'the day of the conference'],
    ['2016-03-25', '2016-03-25', 'Good Friday too: no calendar is asked'],
  ],
})

test('a conference that made no plan asks for none; one whose outcomes name a plan does', () => {
  expect(due(planFromTheConference, [conference('2016-02-01', { ledToPlan: false, outcomes: { CP_FLAG: 'Y' } })], '2016-03-01')).toEqual([])
  expect(due(planFromTheConference, [conference('2016-02-01', { outcomes: { CP_FLAG: 'Y' } })], '2016-02-02')).toMatchObject([
    { state: 'overdue', days: 1 },
  ])
})

test('of plans that name no conference, one from before it shows nothing, nor does one of another authority', () => {
  const others = [plan('2014-02-03', { endedOn: '2014-11-03' }), plan('2016-02-01', { belongsToAnotherAuthority: true })]
  expect(due(planFromTheConference, [conference('2016-02-01', { ledToPlan: true }), ...others], '2016-02-02')).toMatchObject([
    { state: 'overdue' },
  ])
})

test('how soon to hold a strategy discussion or a transfer-in conference is the authority’s to set', () => {
  const terms = { ...usualTerms, length: () => ({ n: 3, unit: 'working days' as const }) }
  expect(due(strategyDiscussion, [enquiry(null, { harmSuspectedOn: '2016-02-01' })], '2016-02-01', terms)).toMatchObject([
    { dueAt: '2016-02-04' },
  ])
  expect(due(transferIn, [conference(null, { transferNoticeOn: '2016-02-01' })], '2016-02-01', terms)).toMatchObject([
    { dueAt: '2016-02-04' },
  ])
})

test('the plan that the conference names is looked at, not any other', () => {
  const records = [
    conference('2016-02-01', { ledToPlan: true, plan: 'its plan' }),
    plan('2016-02-01', { id: 'another' }),
    plan('2016-02-04', { id: 'its plan' }),
  ]
  expect(due(planFromTheConference, records, '2016-03-01')).toMatchObject([{ stoppedAt: '2016-02-04', state: 'late', days: 3 }])
})
