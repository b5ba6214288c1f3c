import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../test/support/clocks.ts'
import { everyMonths, eachThirdThursdayOfJanuary } from './report-periods.ts'
import {
  adoptionQuarterlyReturn,
  childrenInNeedCensus,
  fosteringDataset,
  lookedAfterReturn,
  specialNeedsReturn,
  workforceCensus,
} from './return-clocks.ts'
import { regularReport, reportForPeriod } from './records.ts'

const report = (type: string, countedFrom: string) => record(regularReport, { type, countedFrom })
const sent = (periodTo: string, sentOn: string | null, dueOn: string | null = null) => record(reportForPeriod, { periodTo, sentOn, dueOn })

const ofType = (type: string) => ({
  start: (day: string) => [report(type, day)],
  stop: (day: string, started: string) => [sent(started, day)],
})

holdsItsDates(childrenInNeedCensus, { ...ofType('CIN'), dates: [['2016-03-31', '2016-07-31', 'a Sunday: the day does not move']] })
holdsItsDates(lookedAfterReturn, {
  ...ofType('903'),
  dates: [['2016-03-31', '2016-06-30', 'three months later, through the May holidays']],
})
holdsItsDates(workforceCensus, { ...ofType('CSWW'), dates: [['2016-09-30', '2016-11-30', 'two months later']] })
holdsItsDates(fosteringDataset, { ...ofType('FOST'), dates: [['2016-03-31', '2016-07-31', 'a Sunday: the day does not move']] })
holdsItsDates(specialNeedsReturn, {
  ...ofType('SEN2'),
  dates: [
    ['2023-01-19', '2023-03-02', 'six weeks from the third Thursday of January'],
    ['2016-01-21', '2016-03-03', 'in a leap year'],
  ],
})
holdsItsDates(adoptionQuarterlyReturn, {
  ...ofType('ASGLB'),
  dates: [
    ['2015-09-30', '2015-10-30', 'a month to the day'],
    ['2015-12-31', '2016-01-31', 'a Sunday: months do not roll'],
  ],
})

describe('a return that must be sent again and again', () => {
  test('is due for the next period once it was sent for one, whether or not anybody wrote the next one down', () => {
    const lines = due(childrenInNeedCensus, [report('CIN', '2015-03-31'), sent('2015-03-31', '2015-07-30')], '2016-08-01')
    expect(lines).toMatchObject([
      { dueAt: '2015-07-31', state: 'met', part: 'Period to 31 March 2015' },
      { startedAt: '2016-03-31', dueAt: '2016-07-31', state: 'overdue', days: 1, part: 'Period to 31 March 2016' },
    ])
  })

  test('is due on the date set for the year, where that is recorded', () => {
    expect(due(childrenInNeedCensus, [report('CIN', '2016-03-31'), sent('2016-03-31', null, '2016-07-22')], '2016-07-25')).toMatchObject([
      { dueAt: '2016-07-22', state: 'overdue' },
    ])
  })

  test('that was passed over is late, and no longer waited for, once a later one was sent', () => {
    const lines = due(childrenInNeedCensus, [report('CIN', '2015-03-31'), sent('2016-03-31', '2016-07-25')], '2016-08-01')
    expect(lines).toMatchObject([
      { dueAt: '2015-07-31', state: 'late', stoppedAt: '2016-07-25' },
      { dueAt: '2016-07-31', state: 'met' },
      { dueAt: '2017-07-31', state: null },
    ])
  })

  test('is no longer due when it is no longer asked for', () => {
    const ended = record(regularReport, { type: 'CIN', countedFrom: '2015-03-31', noLongerFrom: '2016-01-01' })
    expect(due(childrenInNeedCensus, [ended, sent('2015-03-31', '2015-07-30')], '2016-08-01')).toMatchObject([{ state: 'met' }])
  })

  test('of one kind starts no other', () => {
    expect(due(lookedAfterReturn, [report('CIN', '2015-03-31')], '2016-08-01')).toEqual([])
  })

  test('SEN2 is counted from the third Thursday of each January', () => {
    const lines = due(specialNeedsReturn, [report('SEN2', '2016-01-21'), sent('2016-01-21', '2016-03-01')], '2017-03-01')
    expect(lines).toMatchObject([{ state: 'met' }, { startedAt: '2017-01-19', dueAt: '2017-03-02', state: 'running' }])
  })
})

test.each([
  ['2016-06-30', 1, '2016-09-30'],
  ['2016-06-30', 2, '2016-12-31'],
  ['2016-03-31', 1, '2016-06-30'],
  ['2015-11-30', 1, '2016-02-29'],
  ['2015-11-15', 1, '2016-02-15'],
])('of quarters that begin with the one to %s, number %i after it ends on %s', (first, place, last) => {
  expect(everyMonths(3)(first, place)).toBe(last)
})

test.each([
  [0, '2016-01-21'],
  [1, '2017-01-19'],
  [2, '2018-01-18'],
  [4, '2020-01-16'],
])('%i years after 2016 the third Thursday of January is %s', (place, day) => {
  expect(eachThirdThursdayOfJanuary('2016-01-21', place)).toBe(day)
})
