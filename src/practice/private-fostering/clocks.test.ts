import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { disability, person } from '../person/records.ts'
import { changeTold, firstVisit, noticeOfPrivateFostering, visitAfterFirstYear, visitInFirstYear } from './clocks.ts'
import { privateFostering, privateFosteringChange, privateFosteringVisit } from './records.ts'

const arrangement = (more: object) => record(privateFostering, { id: 'arrangement', ...more })
const visit = (visitedOn: string, childSeen: boolean | null = true) => record(privateFosteringVisit, { visitedOn, childSeen })
const born = (bornOn: string) => record(person, { bornOn })

holdsItsDates(noticeOfPrivateFostering, {
  start: (day) => [arrangement({ plannedFrom: day })],
  stop: (day) => [arrangement({ noticeReceivedOn: day })],
  dates: [
    ['2016-02-15', '2016-01-04', 'six weeks back from a Monday'],
    ['2016-02-05', '2015-12-25', 'weeks run back through holidays: Christmas Day'],
    ['2016-04-11', '2016-02-29', 'six weeks back to a leap day'],
  ],
})

describe('notice of private fostering', () => {
  test('of a stay arranged less than six weeks ahead is due the day it is arranged; arranged earlier, it has its six weeks', () => {
    const planned = (arrangedOn: string) => [arrangement({ plannedFrom: '2016-02-15', arrangedOn })]
    expect(due(noticeOfPrivateFostering, planned('2016-01-25'), '2016-01-26')).toMatchObject([{ dueAt: '2016-01-25', state: 'overdue' }])
    expect(due(noticeOfPrivateFostering, planned('2015-12-14'), '2016-01-04')).toMatchObject([{ dueAt: '2016-01-04', state: 'running' }])
  })

  test.each([
    ['2016-02-01', '2016-02-03', 'two days, for the hour is not known'],
    ['2015-12-24', '2015-12-26', 'hours run through Christmas Day'],
  ])('of a stay that began in an emergency on %s is due by %s: %s', (startedOn, dueAt) => {
    expect(due(noticeOfPrivateFostering, [arrangement({ startedOn })], dueAt)).toMatchObject([{ dueAt, state: 'running', days: 0 }])
  })

  test('is asked for since the authority knows of the stay', () => {
    const aware = arrangement({ plannedFrom: '2016-02-15', startedOn: '2016-02-15', becameAwareOn: '2016-03-01' })
    expect(due(noticeOfPrivateFostering, [aware], '2016-02-29')).toMatchObject([{ startedAt: '2016-03-01', state: null }])
    expect(due(noticeOfPrivateFostering, [aware], '2016-03-01')).toMatchObject([{ dueAt: '2016-01-04', state: 'overdue', days: 57 }])
  })

  test('is nobody’s to give for a child of 16, unless disabled', () => {
    const told = [born('1999-11-02'), arrangement({ plannedFrom: '2016-02-15' })]
    expect(due(noticeOfPrivateFostering, told, '2016-01-05')).toEqual([])
    expect(due(noticeOfPrivateFostering, [...told, record(disability, { code: 'NONE' })], '2016-01-05')).toEqual([])
    expect(due(noticeOfPrivateFostering, [...told, record(disability, { code: 'MOB' })], '2016-01-05')).toMatchObject([
      { state: 'overdue' },
    ])
    expect(due(noticeOfPrivateFostering, [...told, arrangement({ childDisabled: true })], '2016-01-05')).toMatchObject([
      { state: 'overdue' },
    ])
  })
})

holdsItsDates(firstVisit, {
  start: (day) => [arrangement({ startedOn: '2015-06-01', noticeReceivedOn: day })],
  stop: (day) => [visit(day)],
  dates: [
    ['2016-02-01', '2016-02-10', 'seven plain working days from a Monday'],
    ['2016-03-17', '2016-03-30', 'Good Friday and Easter Monday are not counted'],
    ['2015-12-21', '2016-01-04', 'Christmas Day, Monday the 28th for Boxing Day and New Year’s Day are not counted'],
  ],
})

test('a visit at which the child was not seen is no first visit; a stay that ended before it was due needs none', () => {
  const notice = arrangement({ noticeReceivedOn: '2016-02-01' })
  expect(due(firstVisit, [notice, visit('2016-02-05', false)], '2016-02-11')).toMatchObject([{ state: 'overdue', days: 1 }])
  expect(due(firstVisit, [notice, visit('2016-02-05', null)], '2016-02-11')).toMatchObject([{ state: 'met' }])
  expect(due(firstVisit, [arrangement({ noticeReceivedOn: '2016-02-01', endedOn: '2016-02-08' })], '2016-02-11')).toEqual([])
})

holdsItsDates(visitInFirstYear, {
  start: (day) => [arrangement({ startedOn: '2015-06-01', becameAwareOn: day })],
  stop: (day) => [visit(day)],
  which: ({ startedAt }) => ['2015-11-02', '2015-11-13', '2016-01-18'].includes(startedAt),
  dates: [
    ['2015-11-02', '2015-12-14', 'six weeks from a Monday'],
    ['2015-11-13', '2015-12-25', 'weeks run through holidays'],
    ['2016-01-18', '2016-02-29', 'a leap day'],
  ],
})

holdsItsDates(visitAfterFirstYear, {
  start: (day) => [arrangement({ startedOn: '2013-06-03', becameAwareOn: '2013-06-10' }), visit(day)],
  stop: (day) => [visit(day)],
  which: ({ startedAt }) => ['2015-11-02', '2015-10-02', '2015-12-07'].includes(startedAt),
  dates: [
    ['2015-11-02', '2016-01-25', 'twelve weeks from a Monday'],
    ['2015-10-02', '2015-12-25', 'weeks run through holidays'],
    ['2015-12-07', '2016-02-29', 'a leap day'],
  ],
})

describe('visits to a privately fostered child', () => {
  test('are six weeks apart for twelve months since the authority knew, and twelve weeks after that', () => {
    const told = [arrangement({ startedOn: '2014-09-01', becameAwareOn: '2014-11-03' }), visit('2015-11-02'), visit('2015-11-03')]
    expect(due(visitInFirstYear, told, '2016-03-03').map(({ startedAt, dueAt }) => [startedAt, dueAt])).toEqual([
      ['2014-11-03', '2014-12-15'],
      ['2015-11-02', '2015-12-14'],
    ])
    expect(due(visitAfterFirstYear, told, '2016-03-03')).toMatchObject([{ startedAt: '2015-11-03', dueAt: '2016-01-26', state: 'overdue' }])
  })

  test('begin when the child moves in, where the notice came before; a stay only planned asks for none', () => {
    const notice = { plannedFrom: '2016-02-15', noticeReceivedOn: '2015-12-14' }
    expect(due(visitInFirstYear, [arrangement(notice)], '2016-03-03')).toEqual([])
    expect(due(visitInFirstYear, [arrangement({ ...notice, startedOn: '2016-02-15' })], '2016-03-03')).toMatchObject([
      { startedAt: '2016-02-15', dueAt: '2016-03-28' },
    ])
  })

  test('end with the stay, and on the sixteenth birthday', () => {
    const told = { startedOn: '2015-11-02', becameAwareOn: '2015-11-02' }
    expect(due(visitInFirstYear, [arrangement({ ...told, endedOn: '2015-12-14' })], '2016-03-03')).toEqual([])
    expect(due(visitInFirstYear, [born('1999-12-07'), arrangement(told)], '2016-03-03')).toEqual([])
    expect(due(visitInFirstYear, [born('1999-12-28'), arrangement(told)], '2016-03-03')).toMatchObject([{ state: 'late', days: 14 }])
  })
})

const change = (more: object) => record(privateFosteringChange, { id: 'change', ...more })

holdsItsDates(changeTold, {
  start: (day) => [change({ changedAt: day })],
  stop: (day) => [change({ toldAt: day })],
  dates: [
    ['2016-02-01', '2016-02-03', 'the hour is not known: two days'],
    ['2015-12-24', '2015-12-26', 'hours run through Christmas Day'],
  ],
})

describe('where the hour of a change is known', () => {
  const told = (toldAt: string) => [change({ changedAt: '2016-02-01 18:40:00', toldAt })]
  test('48 hours end at that hour', () => {
    expect(due(changeTold, told('2016-02-03 18:40:00'), '2016-03-03')).toMatchObject([{ dueAt: '2016-02-03 18:40:00', state: 'met' }])
    expect(due(changeTold, told('2016-02-03 18:41:00'), '2016-03-03')).toMatchObject([{ state: 'late', days: 0 }])
  })
  test('over the change of the clocks in March they end an hour later by the wall', () => {
    const lines = due(changeTold, [change({ changedAt: '2016-03-26 09:00:00' })], '2016-03-27')
    expect(lines).toMatchObject([{ dueAt: '2016-03-28 10:00:00' }])
  })
  test('a child grown up by then is privately fostered no more', () => {
    expect(due(changeTold, [born('1998-02-02'), change({ changedAt: '2016-02-01' })], '2016-03-03')).toEqual([])
  })
})
