import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../test/support/clocks.ts'
import { professional } from '../authority/records.ts'
import { newlyQualifiedReview, registrationRenewal, workerAbsence } from './records.ts'
import { newlyQualifiedReviews, registrationRenewed } from './worker-clocks.ts'

const qualifiedFrom = (newlyQualifiedFrom: string) => record(professional, { newlyQualifiedFrom })
const reviewed = (stage: string, heldOn: string) => record(newlyQualifiedReview, { stage, heldOn })
const renewed = (renewedOn: string, learningRecorded: boolean | null = null) => record(registrationRenewal, { renewedOn, learningRecorded })

describe.each([
  ['Three months', '3', [['2015-09-25', '2015-12-25', 'to Christmas Day: months do not roll'] as const]],
  ['Six months', '6', [['2015-08-31', '2016-02-29', 'the last day of a shorter month, in a leap year'] as const]],
  ['Twelve months, final', '12', [['2016-02-29', '2017-02-28', 'from a leap day'] as const]],
])('%s', (part, stage, dates) => {
  holdsItsDates(newlyQualifiedReviews, {
    start: (day) => [qualifiedFrom(day)],
    stop: (day) => [reviewed(stage, day)],
    dates,
    which: (line) => line.part === part,
  })
})

holdsItsDates(registrationRenewed, {
  start: (day) => [renewed(`${Number(day.slice(0, 4)) - 1}-10-05`)],
  stop: (day) => [renewed(day)],
  dates: [
    ['2021-09-01', '2021-11-30', 'from 1 September to 30 November'],
    ['2024-09-01', '2024-11-30', 'a Saturday: the day does not move'],
  ],
})

test('a six-month review ends the wait for one after three months that was never held', () => {
  const lines = due(newlyQualifiedReviews, [qualifiedFrom('2015-09-07'), reviewed('6', '2016-03-04')], '2016-06-01')
  expect(lines.map(({ part, state }) => [part, state])).toEqual([
    ['Three months', 'late'],
    ['Six months', 'met'],
    ['Twelve months, final', 'running'],
  ])
})

test('whoever leaves in the assessed year has no later review due', () => {
  const left = record(professional, { newlyQualifiedFrom: '2015-09-07', leftOn: '2016-01-11' })
  expect(due(newlyQualifiedReviews, [left, reviewed('3', '2015-12-04')], '2017-01-09').map(({ part }) => part)).toEqual(['Three months'])
})

test('a long absence in the assessed year moves its reviews on', () => {
  const absent = record(workerAbsence, { startedOn: '2016-01-04', endedOn: '2016-04-04' })
  expect(due(newlyQualifiedReviews, [qualifiedFrom('2015-09-07'), reviewed('3', '2015-12-07'), absent], '2016-04-05')).toMatchObject([
    { state: 'met' },
    // Ninety-one days after 7 March.
    { part: 'Six months', dueAt: '2016-06-06', state: 'running' },
    { part: 'Twelve months, final' },
  ])
})

test('until 2018 registration was renewed in every even year, since 2019 it is in every one', () => {
  const autumns = (day: string) => due(registrationRenewed, [renewed(day)], '2030-01-01').map(({ dueAt }) => dueAt)
  expect(autumns('2014-10-06')).toEqual(['2016-11-30'])
  expect(autumns('2018-10-08')).toEqual(['2020-11-30'])
  expect(autumns('2020-10-05')).toEqual(['2021-11-30'])
})

test('a renewal without professional development is none, and two in one autumn are one', () => {
  expect(due(registrationRenewed, [renewed('2020-10-05'), renewed('2021-11-01', false)], '2021-12-01')).toMatchObject([
    { dueAt: '2021-11-30', state: 'overdue', days: 1 },
  ])
  expect(due(registrationRenewed, [renewed('2020-10-05'), renewed('2020-11-02')], '2021-06-01')).toHaveLength(1)
})

test('a late renewal is late, and the next is due the autumn after', () => {
  expect(due(registrationRenewed, [renewed('2020-10-05'), renewed('2021-12-13')], '2022-10-03')).toMatchObject([
    { dueAt: '2021-11-30', state: 'late', days: 13 },
    { dueAt: '2022-11-30', state: 'running' },
  ])
})

test('nothing is due for a worker of whom no renewal is recorded, nor after a worker has left', () => {
  expect(due(registrationRenewed, [record(professional, { registration: 'SW100001' })], '2022-10-03')).toEqual([])
  expect(due(registrationRenewed, [record(professional, { leftOn: '2021-10-04' }), renewed('2020-10-05')], '2022-10-03')).toEqual([])
})

test('whoever qualified in the summer renews in the autumn after it', () => {
  expect(due(registrationRenewed, [qualifiedFrom('2021-07-05')], '2021-10-04')).toMatchObject([{ dueAt: '2021-11-30' }])
  expect(due(registrationRenewed, [qualifiedFrom('2021-09-06')], '2021-10-04')).toMatchObject([{ dueAt: '2022-11-30' }])
})
