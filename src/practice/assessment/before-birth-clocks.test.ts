import { expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { referral } from '../front-door/records.ts'
import { person } from '../person/records.ts'
import { initialConference, section47Enquiry } from '../protection/records.ts'
import { beforeBirthAssessment, beforeBirthConference } from './before-birth-clocks.ts'
import { assessment } from './records.ts'

const expected = (expectedOn: string, bornOn: string | null = null) => record(person, { expectedOn, bornOn })
const referred = (receivedOn: string, closedOn: string | null = null) => record(referral, { receivedOn, closedOn })

// Expected on Wednesday 7 September 2016, 22 weeks before which is Wednesday 6 April; 8 weeks before is Wednesday 13 July.
holdsItsDates(beforeBirthAssessment, {
  start: (day) => [expected('2016-09-07'), referred(day)],
  stop: (day) => [record(assessment, { startedOn: day })],
  dates: [
    ['2016-02-01', '2016-04-06', '18 weeks of pregnancy: 22 weeks before the child is expected'],
    ['2016-01-04', '2016-04-06', 'however early the referral came'],
    ['2016-04-29', '2016-05-03', 'referred in the 22nd week, on a Friday: the next working day is after the May bank holiday'],
  ],
})

test('the weeks run straight through a bank holiday', () => {
  expect(due(beforeBirthAssessment, [expected('2016-08-29'), referred('2016-02-01')], '2016-02-01')).toMatchObject([
    { dueAt: '2016-03-28' },
  ])
})

test('a child born before it was due needs no assessment before birth, and a referral after birth asks for none', () => {
  expect(due(beforeBirthAssessment, [expected('2016-09-07', '2016-03-30'), referred('2016-02-01')], '2016-05-01')).toEqual([])
  expect(due(beforeBirthAssessment, [expected('2016-09-07', '2016-09-01'), referred('2016-09-02')], '2016-12-01')).toEqual([])
})

test('a referral that led to no further action asks for none, nor does one from before the pregnancy', () => {
  const nothing = record(referral, { receivedOn: '2016-02-01', noFurtherAction: true })
  expect(due(beforeBirthAssessment, [expected('2016-09-07'), nothing], '2016-05-01')).toEqual([])
  expect(due(beforeBirthAssessment, [expected('2016-09-07'), referred('2015-11-02')], '2016-05-01')).toEqual([])
})

test('an assessment begun before the referral, or of another one, does not answer it', () => {
  const others = [record(assessment, { startedOn: '2016-01-11' }), record(assessment, { referral: 'another', startedOn: '2016-03-01' })]
  expect(due(beforeBirthAssessment, [expected('2016-09-07'), referred('2016-02-01'), ...others], '2016-04-07')).toMatchObject([
    { state: 'overdue' },
  ])
})

test('the weeks are the authority’s to set', () => {
  const terms = { ...usualTerms, length: () => ({ n: 20, unit: 'weeks' as const }) }
  expect(due(beforeBirthAssessment, [expected('2016-09-07'), referred('2016-02-01')], '2016-02-01', terms)).toMatchObject([
    { dueAt: '2016-04-20' },
  ])
  expect(due(beforeBirthConference, [expected('2016-09-07'), enquiry('2016-02-01')], '2016-02-01', terms)).toMatchObject([
    { dueAt: '2016-04-20' },
  ])
  expect([beforeBirthAssessment.local, beforeBirthConference.local]).toEqual([true, true])
})

test('a child who was never recorded as expected has none', () => {
  expect(due(beforeBirthAssessment, [record(person), referred('2016-02-01')], '2016-05-01')).toEqual([])
})

test('a case closed without further action asks for none', () => {
  expect(due(beforeBirthAssessment, [expected('2016-09-07'), referred('2016-02-01', '2016-02-03')], '2016-05-01')).toEqual([])
})

const enquiry = (strategyDiscussionAt: string, says: Parameters<typeof record<(typeof section47Enquiry)['fields']>>[1] = {}) =>
  record(section47Enquiry, { strategyDiscussionAt, ...says })

holdsItsDates(beforeBirthConference, {
  start: (day) => [expected('2016-09-07'), enquiry(day)],
  stop: (day) => [record(initialConference, { heldOn: day })],
  dates: [
    ['2016-05-09', '2016-07-13', '32 weeks of pregnancy: 8 weeks before the child is expected'],
    ['2016-06-20 14:00:00', '2016-07-13', 'the same date for a later enquiry'],
  ],
})

test('for a child expected on 24 October 2016 the date is a bank holiday, and stays', () => {
  expect(due(beforeBirthConference, [expected('2016-10-24'), enquiry('2016-05-09')], '2016-06-01')).toMatchObject([{ dueAt: '2016-08-29' }])
})

test('an enquiry begun less than 15 working days before 32 weeks, or after, has those 15 working days alone', () => {
  expect(due(beforeBirthConference, [expected('2016-09-07'), enquiry('2016-06-22')], '2016-08-01')).toMatchObject([{ dueAt: '2016-07-13' }])
  expect(due(beforeBirthConference, [expected('2016-09-07'), enquiry('2016-06-23')], '2016-08-01')).toEqual([])
  expect(due(beforeBirthConference, [expected('2016-09-07'), enquiry('2016-07-20')], '2016-08-01')).toEqual([])
})

test.each([
  ['ended without one being needed', { conferenceNotRequired: true, completedOn: '2016-05-20' }],
  ['said that none was needed, on no day', { conferenceNotRequired: true }],
])('no conference is due where the enquiry %s', (_, says) => {
  expect(due(beforeBirthConference, [expected('2016-09-07'), enquiry('2016-05-09', says)], '2016-08-01')).toEqual([])
})

test('an enquiry begun after birth asks for no conference before it', () => {
  expect(due(beforeBirthConference, [expected('2016-09-07', '2016-06-30'), enquiry('2016-07-04')], '2016-07-20')).toEqual([])
})

test('a transfer-in conference is another matter', () => {
  const transfer = record(initialConference, { heldOn: '2016-06-01', transferIn: true })
  expect(due(beforeBirthConference, [expected('2016-09-07'), enquiry('2016-05-09'), transfer], '2016-07-14')).toMatchObject([
    { state: 'overdue' },
  ])
})
