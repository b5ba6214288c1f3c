import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { lookedAfterVisit, periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { inTouchAtBirthday, stayingPutChecked } from './birthday-clocks.ts'
import { careLeaver } from './records.ts'
import { personalAdviserVisit, stayingPut, stayingPutCheck } from './support-records.ts'

const born = (bornOn: string) => record(person, { bornOn })
const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const visit = (visitedOn: string, more: object = {}) => record(personalAdviserVisit, { visitedOn, ...more })
const known = (more: object) => record(careLeaver, more)

/** A care leaver whose nineteenth birthday is three months after a day: the window of the return opens on that day. */
const nineteenAfter: Readonly<Record<string, string>> = {
  '2015-08-30': '1996-11-30',
  '2015-11-28': '1997-02-28',
  '2015-09-25': '1996-12-25',
}

holdsItsDates(inTouchAtBirthday, {
  start: (day) => [born(nineteenAfter[day] as string), care('2009-05-11', '2014-05-12')],
  stop: (day) => [visit(day)],
  which: ({ part }) => part === '19th birthday',
  dates: [
    ['2015-08-30', '2015-12-30', 'nineteen on 30 November: from 30 August to 30 December'],
    ['2015-11-28', '2016-03-28', 'nineteen on 28 February; the last day is Easter Monday'],
    ['2015-09-25', '2016-01-25', 'nineteen on Christmas Day'],
  ],
})

describe('around a birthday of a care leaver', () => {
  const ofBirthdays = (told: Parameters<typeof due>[1], day = '2020-06-01') =>
    due(inTouchAtBirthday, told, day).map(({ part, state }) => [part, state])

  test('the return asks from 17 to 21 since April 2015, and asked from 19 before', () => {
    expect(ofBirthdays([born('1998-06-10'), care('2010-05-10', '2014-11-03')]).map(([part]) => part)).toEqual([
      '17th birthday',
      '18th birthday',
      '19th birthday',
      '20th birthday',
      '21st birthday',
    ])
    expect(ofBirthdays([born('1996-03-31'), care('2008-05-12', '2012-11-05')]).map(([part]) => part)).toEqual([
      '19th birthday',
      '20th birthday',
      '21st birthday',
    ])
    expect(ofBirthdays([born('1993-03-31'), care('2005-05-09', '2010-11-01')]).map(([part]) => part)).toEqual([
      '19th birthday',
      '21st birthday',
    ])
  })

  test('a contact within the window is in time, before it counts for nothing, after it is late', () => {
    const told = [born('1996-11-30'), care('2009-05-11', '2014-11-30')]
    const at19 = (day: string, more: object = {}) =>
      ofBirthdays([...told, visit(day, more)], '2016-08-01').filter(([part]) => part === '19th birthday')
    expect(at19('2015-08-29')).toEqual([['19th birthday', 'overdue']])
    expect(at19('2015-08-30')).toEqual([['19th birthday', 'met']])
    expect(at19('2015-12-31')).toEqual([['19th birthday', 'late']])
    expect(at19('2015-11-02', { how: 'not reached' })).toEqual([['19th birthday', 'overdue']])
  })

  test('one who left care on the eighteenth birthday was seen on visits in the months before', () => {
    const told = [
      born('1998-02-16'),
      care('2010-05-10', '2016-02-16'),
      record(lookedAfterVisit, { visitedOn: '2016-01-18', childSeen: true }),
    ]
    expect(due(inTouchAtBirthday, told, '2016-04-04')).toMatchObject([
      { part: '18th birthday', startedAt: '2016-02-16', dueAt: '2016-03-16', stoppedAt: '2016-01-18', state: 'met' },
      { part: '19th birthday', state: null },
      { part: '20th birthday', state: null },
      { part: '21st birthday', state: null },
    ])
  })

  test('a child still in care on the birthday is in no such return', () => {
    expect(ofBirthdays([born('1998-06-10'), care('2010-05-10')], '2015-08-03')).toEqual([])
    expect(ofBirthdays([born('1998-06-10'), care('2010-05-10', '2014-06-09')])).toEqual([])
  })

  test('nor is one who went home for 6 months, or who died', () => {
    const told = [born('1998-06-10'), care('2010-05-10', '2014-11-03')]
    expect(ofBirthdays([...told, known({ inTouch: 'RHOM' })])).toEqual([])
    expect(ofBirthdays([...told, known({ inTouch: 'DIED' })])).toEqual([])
  })

  test('where only the latest contact is known, nothing is said of a birthday long before it', () => {
    const told = [born('1996-11-30'), care('2009-05-11', '2014-05-12'), known({ latestContactOn: '2016-11-14' })]
    expect(ofBirthdays(told, '2017-01-09')).toEqual([
      ['20th birthday', 'met'],
      ['21st birthday', null],
    ])
  })
})

const stays = (startedOn: string, more: object = {}) => record(stayingPut, { startedOn, ...more })
const check = (checkedOn: string) => record(stayingPutCheck, { checkedOn })

holdsItsDates(stayingPutChecked, {
  start: (day) => [born(`${Number(day.slice(0, 4)) - 18}${day.slice(4)}`), stays(day)],
  stop: (day) => [check(day)],
  which: ({ part }) => part === '3 months after the 18th birthday',
  dates: [
    ['2015-11-30', '2016-02-29', 'eighteen on 30 November: February has no 30th'],
    ['2015-09-25', '2015-12-25', 'months run through holidays'],
    ['2015-06-10', '2015-09-10', 'three months to the day'],
  ],
})

describe('a staying put arrangement', () => {
  const young = born('1996-03-07')
  const states = (told: Parameters<typeof due>[1], day: string) =>
    due(stayingPutChecked, told, day).map(({ dueAt, state }) => [dueAt, state])

  test('is looked at three months after 18, at 19 and at 20', () => {
    expect(states([young, stays('2014-05-19'), check('2014-06-02'), check('2015-02-16')], '2016-03-08')).toEqual([
      ['2014-06-07', 'met'],
      ['2015-03-07', 'met'],
      ['2016-03-07', 'overdue'],
    ])
  })

  test('begun after a day is not looked at on that day; ended before it, no more', () => {
    expect(states([young, stays('2014-09-01', { endedOn: '2015-09-07' })], '2016-03-08')).toEqual([['2015-03-07', 'late']])
  })

  test('before the law of 13 May 2014 was nobody’s duty', () => {
    expect(states([born('1995-03-07'), stays('2013-03-07')], '2016-03-01')).toEqual([['2015-03-07', 'overdue']])
  })

  test('of a young person born on a leap day turns 18 on 1 March, and 20 on a leap day', () => {
    expect(states([born('2000-02-29'), stays('2018-03-01')], '2021-01-11')).toEqual([
      ['2018-06-01', 'overdue'],
      ['2019-03-01', 'overdue'],
      ['2020-02-29', 'overdue'],
    ])
  })
})
