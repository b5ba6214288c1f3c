import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { childAssessmentOrder, emergencyProtection, interimCareOrder, policeProtection, supervisionOrder } from './order-clocks.ts'
import { careProceedings } from './proceedings.ts'
import { legalStatus } from './records.ts'
import { isStatus } from './statuses.ts'

type Says = Parameters<typeof record<(typeof legalStatus)['fields']>>[1]
const status = (written: string, startedOn: string, says: Says = {}) =>
  record(legalStatus, { id: 'it', status: written, startedOn, ...says })
/** The same legal status, as it reads once it has ended. */
const ended = (endedOn: string) => record(legalStatus, { id: 'it', endedOn })

holdsItsDates(policeProtection, {
  start: (day) => [status('L1', day)],
  stop: (day) => [ended(day)],
  dates: [
    ['2016-02-05', '2016-02-08', 'from a Friday: hours run through the weekend, and the hour is not held'],
    ['2015-12-24', '2015-12-27', 'and through Christmas'],
  ],
})

test.each([
  ['an emergency protection order is made', record(legalStatus, { status: 'L2', startedOn: '2016-02-07' })],
  ['the child is accommodated', record(legalStatus, { status: 'V2', startedOn: '2016-02-07' })],
  ['the child goes home', record(periodOfCare, { startedOn: '2016-02-05', endedOn: '2016-02-07' })],
])('police protection has ended when %s', (_, what) => {
  expect(due(policeProtection, [status('Police protection', '2016-02-05'), what], '2016-03-01')).toMatchObject([
    { stoppedAt: '2016-02-07', state: 'met' },
  ])
})

test('a second record of the same police protection ends nothing', () => {
  const again = record(legalStatus, { status: 'Police protection', startedOn: '2016-02-06' })
  expect(due(policeProtection, [status('L1', '2016-02-05'), again], '2016-02-09')[0]).toMatchObject({ state: 'overdue', days: 1 })
})

holdsItsDates(emergencyProtection, {
  start: (day) => [status('L2', day)],
  stop: (day) => [ended(day)],
  dates: [
    ['2016-02-01', '2016-02-09', 'eight days from a Monday'],
    ['2016-03-20', '2016-03-28', 'Easter Monday, unless the court let it run on'],
  ],
})

describe('an emergency protection order', () => {
  test.each([
    ['2016-02-12', '2016-02-12', 'extended by three days'],
    ['2016-02-20', '2016-02-16', 'extended beyond the seven that are allowed: 15 days in all'],
    ['2016-02-05', '2016-02-05', 'made for fewer than eight'],
  ])('of 1 February 2016, set to end on %s, ends by %s: %s', (setUntilOn, dueAt) => {
    expect(due(emergencyProtection, [status('L2', '2016-02-01', { setUntilOn })], '2016-02-01')).toMatchObject([{ dueAt }])
  })

  test('recorded as a second order that follows on, the extension has seven days', () => {
    const two = [status('L2', '2016-02-01', { endedOn: '2016-02-09' }), record(legalStatus, { status: 'L2', startedOn: '2016-02-09' })]
    expect(due(emergencyProtection, two, '2016-02-10').map(({ dueAt }) => dueAt)).toEqual(['2016-02-09', '2016-02-16'])
  })

  test.each([
    ['2016-03-20', '2016-03-29', 'met', 'the eighth day is Easter Monday: it may run to noon on the Tuesday'],
    ['2016-02-06', '2016-02-15', 'met', 'the eighth day is a Sunday'],
    ['2016-03-17', '2016-03-26', 'met', 'the eighth day is Good Friday, and a Saturday is no public holiday'],
    ['2016-02-05', '2016-02-14', 'late', 'the eighth day is a Saturday'],
    ['2016-02-06', '2016-02-16', 'late', 'two days after the Sunday'],
  ])('of %s that ended on %s: %s, because %s', (made, endedOn, state) => {
    expect(due(emergencyProtection, [status('L2', made, { endedOn })], '2016-06-01')).toMatchObject([{ state }])
  })
})

holdsItsDates(childAssessmentOrder, {
  start: (day) => [status('L3', day)],
  stop: (day) => [ended(day)],
  dates: [
    ['2016-02-01', '2016-02-08', 'seven days'],
    ['2015-12-21', '2015-12-28', 'a bank holiday, and stays there'],
  ],
})

holdsItsDates(interimCareOrder, {
  start: (day) => [status('C1', day, { setUntilOn: '2016-05-02' })],
  stop: (day) => [ended(day)],
  dates: [
    ['2016-02-01', '2016-05-02', 'the day the court set, though a bank holiday'],
    ['2015-11-02', '2016-05-02', 'whenever it was made'],
  ],
})

describe('an interim care order', () => {
  test('without a day set nothing falls due before the case ends', () => {
    expect(due(interimCareOrder, [status('C1', '2016-02-01')], '2016-12-01')).toEqual([])
  })

  test('an end that is known ahead falls due that day', () => {
    expect(due(interimCareOrder, [status('C1', '2016-02-01', { endedOn: '2016-05-02' })], '2016-05-01')).toMatchObject([
      { dueAt: '2016-05-02', state: 'running', days: 1 },
    ])
  })

  test.each([
    ['a care order follows', record(legalStatus, { status: 'C2', startedOn: '2016-04-11' })],
    ['the case is decided', record(careProceedings, { issuedOn: '2015-11-02', finalOrderOn: '2016-04-11' })],
  ])('is over when %s', (_, what) => {
    expect(due(interimCareOrder, [status('C1', '2016-02-01', { setUntilOn: '2016-05-02' }), what], '2016-06-01')).toMatchObject([
      { stoppedAt: '2016-04-11', state: 'met' },
    ])
  })

  test('orders of before 22 April 2014 are not run', () => {
    expect(due(interimCareOrder, [status('C1', '2014-04-21', { setUntilOn: '2014-06-16' })], '2014-12-01')).toEqual([])
    expect(due(interimCareOrder, [status('C1', '2014-04-22', { setUntilOn: '2014-06-16' })], '2014-12-01')).toHaveLength(1)
  })
})

holdsItsDates(supervisionOrder, {
  start: (day) => [status('Supervision order', day)],
  stop: (day) => [ended(day)],
  dates: [
    ['2015-03-10', '2016-03-10', 'twelve months to the day'],
    ['2016-02-29', '2017-02-28', 'a leap day has no like in a common year'],
    ['2014-12-26', '2015-12-26', 'through the holidays'],
  ],
})

describe('a supervision order', () => {
  test.each([
    ['2016-09-10', '2016-09-10', 'extended by six months'],
    ['2019-03-10', '2018-03-10', 'beyond the three years that are allowed'],
    ['2015-09-10', '2015-09-10', 'made for six months'],
  ])('of 10 March 2015, set to end on %s, ends by %s: %s', (setUntilOn, dueAt) => {
    expect(due(supervisionOrder, [status('Supervision order', '2015-03-10', { setUntilOn })], '2015-03-10')).toMatchObject([{ dueAt }])
  })

  test('a care order takes its place; an interim one, or one about education, is another thing', () => {
    const order = status('Supervision order (section 31)', '2015-03-10')
    expect(due(supervisionOrder, [order, record(legalStatus, { status: 'C2', startedOn: '2015-11-02' })], '2016-06-01')).toMatchObject([
      { stoppedAt: '2015-11-02', state: 'met' },
    ])
    expect(due(supervisionOrder, [status('Interim supervision order', '2015-03-10')], '2016-06-01')).toEqual([])
    expect(due(supervisionOrder, [status('Education supervision order', '2015-03-10')], '2016-06-01')).toEqual([])
  })
})

test.each([
  ['C1', 'C1', true],
  ['c1 - Interim care order', 'C1', true],
  ['C10', 'C1', false],
  ['Interim Care Order', 'C1', true],
  ['Interim care order', 'C2', false],
  ['Full care order', 'C2', true],
  [' C2 ', 'C2', true],
  ['Under police protection and in local authority accommodation', 'L1', true],
  ['Special guardianship order', 'special guardianship order', true],
  [null, 'L1', false],
] as const)('a legal status written %s is %s: %s', (written, which, is) => {
  expect(isStatus(written, which)).toBe(is)
})
