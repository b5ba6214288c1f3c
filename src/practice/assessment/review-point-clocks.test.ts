import { describe, expect, test } from 'vitest'
import type { Clock } from '../../engine/clocks/clock.ts'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { managementOversight } from '../allocation/management-oversight.ts'
import { assessment } from './records.ts'
import { answers, reviewPointClocks } from './review-point-clocks.ts'

const [first, second, third] = reviewPointClocks as [Clock, Clock, Clock]
const began = (startedOn: string, authorisedOn: string | null = null, internalReviewOn: string | null = null) =>
  record(assessment, { startedOn, authorisedOn, internalReviewOn })
const reviewed = (recordedOn: string, occasion = 'assessment review') => record(managementOversight, { recordedOn, occasion })

holdsItsDates(first, {
  start: (day) => [began(day)],
  stop: (day) => [reviewed(day)],
  dates: [
    ['2016-02-01', '2016-02-15', 'two plain weeks from a Monday'],
    ['2016-03-21', '2016-04-06', 'Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsDates(second, {
  // A review on the first day answers the first point.
  start: (day) => [began(day), reviewed(day)],
  stop: (day) => [reviewed(day)],
  dates: [
    ['2016-02-01', '2016-02-29', 'four plain weeks from a Monday, in a leap year'],
    ['2015-12-14', '2016-01-14', 'Christmas Day, the Boxing Day holiday and New Year’s Day are not counted'],
  ],
})

holdsItsDates(third, {
  start: (day) => [began(day), reviewed(day), reviewed('2016-02-10')],
  stop: (day) => [reviewed(day)],
  dates: [
    ['2016-02-01', '2016-03-21', 'seven plain weeks from a Monday'],
    ['2016-02-08', '2016-03-30', 'Good Friday and Easter Monday are not counted'],
  ],
})

describe('which review answers which point', () => {
  const dues = ['2016-02-15', '2016-02-29', '2016-03-21']
  test.each([
    [['2016-02-10'], ['2016-02-10', null, null], 'an early review answers the first point'],
    [['2016-02-29'], ['2016-02-29', '2016-02-29', null], 'a review on the day of the second answers the first, late, with it'],
    [['2016-02-17', '2016-02-26'], ['2016-02-17', '2016-02-26', null], 'a late first review leaves the second point to the next'],
    [['2016-04-01'], ['2016-04-01', '2016-04-01', '2016-04-01'], 'one after all of them answers all'],
    [
      ['2016-02-01', '2016-02-02', '2016-02-03', '2016-02-04'],
      ['2016-02-01', '2016-02-02', '2016-02-03'],
      'a fourth has nothing left to answer',
    ],
  ])('reviews on %j: %j, because %s', (held, answered) => {
    const ends = held.map((at) => ({ at, by: { table: 'management_oversight', id: at } }))
    expect(answers(ends, dues).map((end) => end?.at ?? null)).toEqual(answered)
  })
})

test('the internal review that the assessment itself records is a review', () => {
  expect(due(first, [began('2016-02-01', null, '2016-02-12')], '2016-03-01')).toMatchObject([{ stoppedAt: '2016-02-12', state: 'met' }])
})

test('supervision of the worker is not a review of the assessment', () => {
  expect(due(first, [began('2016-02-01'), reviewed('2016-02-10', 'supervision')], '2016-02-16')).toMatchObject([{ state: 'overdue' }])
})

test('an assessment authorised within 15 working days has only its first review', () => {
  const records = [began('2016-02-01', '2016-02-22'), reviewed('2016-02-12')]
  expect(due(first, records, '2016-04-01')).toMatchObject([{ state: 'met' }])
  expect(due(second, records, '2016-04-01')).toEqual([])
})

test('an authority may set each point', () => {
  const terms = { ...usualTerms, length: () => ({ n: 5, unit: 'working days' as const }) }
  expect(due(second, [began('2016-02-01')], '2016-02-01', terms)).toMatchObject([{ dueAt: '2016-02-08' }])
})

test('an assessment dated a century ago has no points', () => {
  expect(due(first, [began('2113-02-01')], '2016-02-01')).toEqual([])
})
