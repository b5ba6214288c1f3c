import { expect, test } from 'vitest'
import { due, holdsItsDates, record, type Told } from '../../../test/support/clocks.ts'
import { emergencyPlacementEnds, parentsAssessed, parentsDecided, temporaryApprovalEnds, temporaryMoveLimit } from './arrangement-clocks.ts'
import { placement } from './records.ts'

/** The placement of a test, of which each telling says more. */
const here = (says: Partial<Record<keyof (typeof placement)['fields'], unknown>>): Told =>
  record(placement, { id: 'here', ...(says as object) })
const withParents = (startedOn: string) => here({ startedOn, type: 'P1', beforeAssessment: true })

const tenWorkingDays = [
  ['2016-01-04', '2016-01-18', 'two plain weeks from a Monday'],
  ['2016-03-21', '2016-04-06', 'Good Friday and Easter Monday are not counted'],
] as const

holdsItsDates(parentsAssessed, {
  start: (day) => [withParents(day)],
  stop: (day) => [here({ parentsAssessedOn: day })],
  dates: tenWorkingDays,
})

holdsItsDates(parentsDecided, {
  start: (day) => [withParents('2015-12-01'), here({ parentsAssessedOn: day })],
  stop: (day) => [here({ parentsDecidedOn: day })],
  dates: tenWorkingDays,
})

test('parents who were assessed before the child came to them are not assessed again; a decision shows that they were assessed', () => {
  expect(due(parentsAssessed, [here({ startedOn: '2016-01-04', type: 'P1' })], '2016-02-01')).toEqual([])
  const decided = [withParents('2016-01-04'), here({ parentsDecidedOn: '2016-01-15' })]
  expect(due(parentsAssessed, decided, '2016-02-01')).toMatchObject([{ stoppedAt: '2016-01-15', state: 'met' }])
})

test('a child who has left the parents within the ten days needs no assessment of them', () => {
  expect(due(parentsAssessed, [withParents('2016-01-04'), here({ endedOn: '2016-01-12' })], '2016-02-01')).toEqual([])
})

holdsItsDates(temporaryApprovalEnds, {
  start: (day) => [here({ startedOn: day, type: 'U3', temporaryApprovalOn: day })],
  stop: (day) => [here({ fullApprovalOn: day })],
  dates: [
    ['2016-01-04', '2016-04-25', '16 weeks, straight through Easter'],
    ['2015-11-30', '2016-03-21', '16 weeks over Christmas and 29 February'],
  ],
})

test('an extension adds its eight weeks, and a placement that ends in time has kept the rule', () => {
  const extended = here({ startedOn: '2016-01-04', temporaryApprovalOn: '2016-01-04', temporaryApprovalExtendedOn: '2016-04-20' })
  expect(due(temporaryApprovalEnds, [extended], '2016-05-01')).toMatchObject([{ dueAt: '2016-06-20', state: 'running' }])
  const ended = here({ startedOn: '2016-01-04', temporaryApprovalOn: '2016-01-04', endedOn: '2016-03-01' })
  expect(due(temporaryApprovalEnds, [ended], '2016-05-01')).toMatchObject([{ stoppedAt: '2016-03-01', state: 'met' }])
})

test.each([
  ['2020-04-23', '2020-08-13', '16 weeks on the day before the coronavirus regulations'],
  ['2020-04-24', '2020-10-09', '24 weeks on their first day'],
  ['2020-09-25', '2021-03-12', '24 weeks on their last'],
  ['2020-09-26', '2021-01-16', '16 weeks again'],
])('approved for a time on %s, until %s: %s', (approved, until) => {
  const carer = here({ startedOn: approved, temporaryApprovalOn: approved })
  expect(due(temporaryApprovalEnds, [carer], approved)).toMatchObject([{ dueAt: until }])
})

holdsItsDates(emergencyPlacementEnds, {
  start: (day) => [here({ startedOn: day, type: 'U6', emergencyPlacement: true })],
  stop: (day) => [here({ approvalTermsChangedOn: day })],
  dates: [
    ['2016-01-04', '2016-01-12', 'six working days'],
    ['2015-12-21', '2015-12-31', 'Christmas Day and the Boxing Day holiday are not counted'],
  ],
})

test('an emergency placement that ends in time has kept the rule; in the summer of 2020 it could last 24 weeks', () => {
  const moved = here({ startedOn: '2016-01-04', emergencyPlacement: true, endedOn: '2016-01-11' })
  expect(due(emergencyPlacementEnds, [moved], '2016-02-01')).toMatchObject([{ stoppedAt: '2016-01-11', state: 'met' }])
  const summer = here({ startedOn: '2020-06-01', emergencyPlacement: true })
  expect(due(emergencyPlacementEnds, [summer], '2020-07-01')).toMatchObject([{ dueAt: '2020-11-16', state: 'running' }])
  expect(due(emergencyPlacementEnds, [here({ startedOn: '2016-01-04', emergencyPlacement: null })], '2016-02-01')).toEqual([])
})

holdsItsDates(temporaryMoveLimit, {
  start: (day) => [here({ startedOn: day, type: 'T2' })],
  stop: (day) => [here({ endedOn: day })],
  dates: [
    ['2015-12-14', '2016-01-04', 'three weeks of holiday, Christmas in them'],
    ['2016-02-12', '2016-03-04', 'over 29 February'],
  ],
})

test.each([
  ['T1', '2016-02-29', 'six weeks in hospital'],
  ['T3', '2016-02-08', 'three weeks while the carers are on holiday'],
  ['T4', '2016-01-25', 'seven days'],
  ['T0', '2016-01-25', 'seven days for any other'],
])('%s from Monday 18 January 2016 may last until %s: %s', (type, until) => {
  expect(due(temporaryMoveLimit, [here({ startedOn: '2016-01-18', type })], '2016-01-18')).toMatchObject([{ dueAt: until }])
})

test('a third time with the carers on holiday within 12 months is a placement of its own at once', () => {
  const holiday = (startedOn: string, endedOn: string | null = null) => record(placement, { startedOn, endedOn, type: 'T3' })
  const before = [holiday('2015-04-07', '2015-04-14'), holiday('2015-08-03', '2015-08-15')]
  expect(due(temporaryMoveLimit, [...before, holiday('2016-03-24')], '2016-03-24')[2]).toMatchObject({ dueAt: '2016-03-24' })
  expect(due(temporaryMoveLimit, [...before, holiday('2016-04-07')], '2016-04-07')[2]).toMatchObject({ dueAt: '2016-04-28' })
})

test('another placement ends a temporary move that nobody ended, and an ordinary placement has no such limit', () => {
  const moves = [record(placement, { startedOn: '2016-01-18', type: 'T4' }), record(placement, { startedOn: '2016-01-22', type: 'U6' })]
  expect(due(temporaryMoveLimit, moves, '2016-03-01')).toMatchObject([{ stoppedAt: '2016-01-22', state: 'met' }])
})
