import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../test/support/clocks.ts'
import { professional } from '../authority/records.ts'
import { involvement } from '../practice/allocation/records.ts'
import { supervision, workerAbsence } from './records.ts'
import { monthlySupervision, newlyQualifiedSupervision } from './supervision-clocks.ts'

const holds = (startedOn: string, endedOn: string | null = null, role = 'CW') => record(involvement, { startedOn, endedOn, role })
const supervised = (heldOn: string) => record(supervision, { heldOn })
const qualifiedFrom = (newlyQualifiedFrom: string) => record(professional, { newlyQualifiedFrom })
const away = (startedOn: string, endedOn: string | null = null) => record(workerAbsence, { startedOn, endedOn })

holdsItsDates(monthlySupervision, {
  start: (day) => [holds(day)],
  stop: (day) => [supervised(day)],
  dates: [
    ['2015-11-25', '2015-12-25', 'a month runs to Christmas Day and does not roll'],
    ['2016-01-31', '2016-02-29', 'the last day of a shorter month, in a leap year'],
  ],
})

describe('in the first six weeks', () =>
  holdsItsDates(newlyQualifiedSupervision, {
    start: (day) => [qualifiedFrom(day)],
    stop: (day) => [supervised(day)],
    dates: [['2015-12-18', '2015-12-25', 'a week runs to Christmas Day']],
  }))

describe('after six weeks', () =>
  holdsItsDates(newlyQualifiedSupervision, {
    start: (day) => [qualifiedFrom('2015-09-07'), supervised(day)],
    stop: (day) => [supervised(day)],
    which: (line) => line.startedAt !== '2015-09-07',
    dates: [
      ['2015-10-19', '2015-11-02', 'six weeks to the day: a fortnight'],
      ['2015-10-18', '2015-10-25', 'the day before: a week'],
      ['2016-03-06', '2016-03-20', 'the last day of the six months: a fortnight'],
    ],
  }))

describe('after six months', () =>
  holdsItsDates(newlyQualifiedSupervision, {
    start: (day) => [qualifiedFrom('2015-09-07'), supervised(day)],
    stop: (day) => [supervised(day)],
    which: (line) => line.startedAt !== '2015-09-07',
    dates: [
      ['2016-03-07', '2016-04-07', 'six months to the day: a month'],
      ['2016-05-31', '2016-06-30', 'the last day of a shorter month'],
    ],
  }))

describe('supervision', () => {
  test('is due to whoever holds children as their case worker, and to nobody else', () => {
    expect(due(monthlySupervision, [record(professional, {})], '2016-06-01')).toEqual([])
    expect(due(monthlySupervision, [holds('2016-01-04', null, 'IRO')], '2016-06-01')).toEqual([])
  })

  test('is one for all the children a worker holds', () => {
    const records = [holds('2016-01-04', '2016-03-01'), holds('2016-01-18', '2016-05-02'), holds('2016-02-01'), supervised('2016-01-29')]
    expect(due(monthlySupervision, records, '2016-03-01')).toMatchObject([
      { startedAt: '2016-01-04', dueAt: '2016-02-04', state: 'met' },
      { startedAt: '2016-01-29', dueAt: '2016-02-29', state: 'overdue', days: 1 },
    ])
  })

  test('goes on through four weeks without a child, and begins anew after longer', () => {
    const shortly = [holds('2016-01-04', '2016-02-01'), holds('2016-02-29'), supervised('2016-01-29')]
    expect(due(monthlySupervision, shortly, '2016-03-01').map(({ startedAt }) => startedAt)).toEqual(['2016-01-04', '2016-01-29'])
    const longer = [holds('2016-01-04', '2016-02-01'), holds('2016-03-01'), supervised('2016-01-29')]
    expect(due(monthlySupervision, longer, '2016-03-02').map(({ startedAt }) => startedAt)).toEqual(['2016-01-04', '2016-03-01'])
  })

  test('is no longer due once the worker has left, though children stand in their name', () => {
    expect(
      due(monthlySupervision, [record(professional, { leftOn: '2016-01-29' }), holds('2016-01-04'), holds('2016-02-01')], '2016-06-01'),
    ).toEqual([])
  })

  test('stands still while the worker is away for more than four weeks, and is due as many days later', () => {
    const onLeave = [holds('2016-01-04'), away('2016-01-18', '2016-02-22')]
    expect(due(monthlySupervision, onLeave, '2016-02-08')).toMatchObject([{ state: 'paused' }])
    // Thirty-five days after 4 February.
    expect(due(monthlySupervision, onLeave, '2016-02-22')).toMatchObject([{ dueAt: '2016-03-10', state: 'running' }])
  })

  test('does not stand still for four weeks or less', () => {
    expect(due(monthlySupervision, [holds('2016-01-04'), away('2016-01-18', '2016-02-15')], '2016-02-08')).toMatchObject([
      { dueAt: '2016-02-04', state: 'overdue' },
    ])
  })

  test('is not asked for twice in the assessed year, and goes on from the last supervision of it', () => {
    const records = [qualifiedFrom('2015-01-05'), holds('2015-02-02'), supervised('2015-12-21')]
    expect(due(monthlySupervision, records, '2016-01-22')).toMatchObject([
      { startedAt: '2015-12-21', dueAt: '2016-01-21', state: 'overdue', days: 1 },
    ])
    expect(due(monthlySupervision, [...records, supervised('2016-01-20')], '2016-01-22')).toMatchObject([
      { startedAt: '2015-12-21', state: 'met', stoppedAt: '2016-01-20' },
      { startedAt: '2016-01-20', state: 'running' },
    ])
  })

  test('begins with the end of the assessed year, where the last supervision of it was more than a month before', () => {
    const records = [qualifiedFrom('2015-01-05'), holds('2015-02-02'), supervised('2015-11-02')]
    expect(due(monthlySupervision, records, '2016-01-22')).toMatchObject([{ startedAt: '2016-01-05', dueAt: '2016-02-05' }])
  })

  test('of a newly qualified social worker ends with the year', () => {
    const records = [qualifiedFrom('2015-01-05'), supervised('2015-12-21')]
    expect(due(newlyQualifiedSupervision, records, '2016-06-01').map(({ startedAt }) => startedAt)).toEqual(['2015-01-05'])
  })
})
