import { expect, test } from 'vitest'
import { due, holdsItsDates, record, type Told } from '../../../test/support/clocks.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { lookedAfterVisit, periodOfCare } from './records.ts'
import { contactRefused, leavingApproved, transferCompleted, visitOnRequest } from './request-clocks.ts'
import { contactRefusal, transferSchemeMove, visitRequest } from './request-records.ts'

const visit = (visitedOn: string, childSeen: boolean | null = true) => record(lookedAfterVisit, { visitedOn, childSeen })

holdsItsDates(visitOnRequest, {
  start: (day) => [record(visitRequest, { requestedOn: day })],
  stop: (day) => [visit(day)],
  dates: [
    ['2016-01-04', '2016-01-11', 'a week'],
    ['2016-03-24', '2016-03-31', 'Easter in it'],
  ],
})

test('a visit on which the child was not seen does not answer a request; one no longer wanted, or of a child who has left care, is not due', () => {
  const asked = record(visitRequest, { requestedOn: '2016-01-04' })
  expect(due(visitOnRequest, [asked, visit('2016-01-06', false)], '2016-01-13')).toMatchObject([{ state: 'overdue', days: 2 }])
  expect(due(visitOnRequest, [record(visitRequest, { requestedOn: '2016-01-04', withdrawnOn: '2016-01-06' })], '2016-02-01')).toEqual([])
  const left = record(periodOfCare, { startedOn: '2015-06-01', endedOn: '2016-01-08' })
  expect(due(visitOnRequest, [asked, left], '2016-02-01')).toEqual([])
})

const refusal = (says: object): Told => record(contactRefusal, { id: 'refusal', ...says })

holdsItsDates(contactRefused, {
  start: (day) => [refusal({ refusedOn: day })],
  stop: (day) => [refusal({ resumedOn: day })],
  dates: [
    ['2016-03-24', '2016-03-31', 'seven days, Good Friday and Easter Monday among them'],
    ['2016-02-26', '2016-03-04', 'over 29 February'],
  ],
})

test('an order of the court ends the seven days; the end of another refusal does not', () => {
  const ordered = refusal({ refusedOn: '2016-03-24', orderMadeOn: '2016-03-30' })
  expect(due(contactRefused, [ordered], '2016-05-01')).toMatchObject([{ stoppedAt: '2016-03-30', state: 'met' }])
  const another = record(contactRefusal, { refusedOn: '2016-03-20', resumedOn: '2016-03-26' })
  expect(due(contactRefused, [refusal({ refusedOn: '2016-03-24' }), another], '2016-04-02')).toMatchObject([
    { state: 'met' },
    { startedAt: '2016-03-24', state: 'overdue' },
  ])
})

const move = (says: object): Told => record(transferSchemeMove, { id: 'move', ...says })

holdsItsDates(transferCompleted, {
  start: (day) => [move({ allocatedOn: day })],
  stop: (day) => [move({ transferredOn: day })],
  dates: [
    ['2016-07-04', '2016-07-18', 'two plain weeks from a Monday'],
    ['2016-12-19', '2017-01-05', 'the holidays of 26 and 27 December and 2 January are not counted'],
  ],
})

test('there was no scheme before July 2016, and a child withdrawn from it is not to be moved', () => {
  expect(due(transferCompleted, [move({ allocatedOn: '2016-06-30' })], '2016-09-01')).toEqual([])
  expect(due(transferCompleted, [move({ allocatedOn: '2016-07-04', withdrawnOn: '2016-07-11' })], '2016-09-01')).toEqual([])
})

const period = (says: object): Told => record(periodOfCare, { id: 'care', startedOn: '2015-06-01', ...says })
const agreed = record(legalStatus, { status: 'V2', startedOn: '2015-06-01' })

holdsItsDates(leavingApproved, {
  start: (day) => [agreed, period({ endedOn: day })],
  stop: (day) => [period({ ceaseApprovedOn: day })],
  dates: [
    ['2016-01-18', '2016-01-18', 'the day the child leaves'],
    ['2016-03-28', '2016-03-28', 'Easter Monday'],
  ],
})

test('approval before the child leaves is in time, and a planned leaving is due on its day', () => {
  const approved = period({ endedOn: '2016-01-18', ceaseApprovedOn: '2016-01-06' })
  expect(due(leavingApproved, [agreed, approved], '2016-02-01')).toMatchObject([{ stoppedAt: '2016-01-06', state: 'met' }])
  const planned = due(leavingApproved, [agreed, period({ leavingPlannedOn: '2016-03-31' })], '2016-03-01')
  expect(planned).toMatchObject([{ startedAt: '2015-06-29', dueAt: '2016-03-31', state: 'running', days: 30 }])
})

test.each([
  ['before 20 working days in care', { endedOn: '2015-06-26' }],
  ['for a child adopted', { endedOn: '2016-01-18', endReason: 'E11' }],
  ['for a child whose care another authority took over', { endedOn: '2016-01-18', endReason: 'E3' }],
])('no approval is needed %s', (_, says) => {
  expect(due(leavingApproved, [agreed, period(says)], '2016-03-01')).toEqual([])
})

test('the twentieth working day in care is the first on which approval is needed', () => {
  expect(due(leavingApproved, [agreed, period({ endedOn: '2015-06-29' })], '2016-03-01')).toMatchObject([{ state: 'overdue' }])
})

test('none is needed at 18, or under a care order', () => {
  const grown = record(person, { bornOn: '1998-01-18' })
  expect(due(leavingApproved, [grown, agreed, period({ endedOn: '2016-01-18' })], '2016-03-01')).toEqual([])
  const order = record(legalStatus, { status: 'C2', startedOn: '2015-06-01' })
  expect(due(leavingApproved, [order, period({ endedOn: '2016-01-18' })], '2016-03-01')).toEqual([])
})

test('in 2014 approval was needed for those of 16 and 17 alone', () => {
  const left = record(periodOfCare, { startedOn: '2013-06-03', endedOn: '2014-11-03' })
  const then = record(legalStatus, { status: 'Section 20', startedOn: '2013-06-03' })
  const states = (bornOn: string) => due(leavingApproved, [record(person, { bornOn }), then, left], '2014-12-01').map(({ state }) => state)
  expect(states('1998-11-03')).toEqual(['overdue'])
  expect(states('1998-11-04')).toEqual([])
})
