import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { weeks } from '../../engine/clocks/length.ts'
import { involvement } from '../allocation/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import {
  adviserNamed,
  firstVisitToAccommodation,
  keepingInTouch,
  laterVisitsToAccommodation,
  supportOfferedAgain,
} from './adviser-clocks.ts'
import { pathwayPlan } from './pathway-records.ts'
import { careLeaver } from './records.ts'
import { adviserOffer, leavingCareAccommodation, personalAdviserVisit } from './support-records.ts'

const born = (bornOn: string) => record(person, { bornOn })
const sixteenOn = (day: string) => born(`${Number(day.slice(0, 4)) - 16}${day.slice(4)}`)
const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const home = (providedOn: string, more: object = {}) => record(leavingCareAccommodation, { providedOn, ...more })
const visit = (visitedOn: string, more: object = {}) => record(personalAdviserVisit, { visitedOn, ...more })
const known = (more: object) => record(careLeaver, more)

const young = born('1998-03-09') // 18 on 9 March 2016, 21 on 9 March 2019, 25 on 9 March 2023

holdsItsDates(firstVisitToAccommodation, {
  start: (day) => [young, home(day)],
  stop: (day) => [visit(day, { how: 'home visit' })],
  dates: [
    ['2016-02-01', '2016-02-08', 'a week from a Monday'],
    ['2015-12-18', '2015-12-25', 'days run through holidays: Christmas Day'],
    ['2016-02-22', '2016-02-29', 'a leap day'],
  ],
})

holdsItsDates(laterVisitsToAccommodation, {
  start: (day) => [young, home('2015-03-02'), visit(day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2015-03-09', '2015-05-09', 'two months to the day, a Saturday'],
    ['2015-12-31', '2016-02-29', 'February has no 31st: its last day'],
    ['2015-10-25', '2015-12-25', 'months run through holidays'],
  ],
})

describe('a young person in accommodation that the authority gives', () => {
  test.each<[more: object, what: string]>([
    [{ how: 'call' }, 'a call'],
    [{ how: 'met elsewhere' }, 'a meeting elsewhere'],
    [{ how: 'home visit', youngPersonSeen: false }, 'a visit at which they were out'],
  ])('has not been visited there by %o: %s', (more) => {
    expect(due(firstVisitToAccommodation, [young, home('2016-02-01'), visit('2016-02-05', more)], '2016-02-09')).toMatchObject([
      { state: 'overdue', days: 1 },
    ])
  })

  test('who moves on is visited in the new home within 7 days, and no more in the old one, even where nobody wrote that it ended', () => {
    const told = [young, home('2016-01-04'), visit('2016-01-08'), home('2016-02-01')]
    expect(due(firstVisitToAccommodation, told, '2016-02-02')).toMatchObject([
      { startedAt: '2016-01-04', state: 'met' },
      { startedAt: '2016-02-01', dueAt: '2016-02-08', state: 'running' },
    ])
    expect(due(laterVisitsToAccommodation, told, '2016-06-01')).toEqual([])
  })

  test('is visited every two months until they move out', () => {
    const told = [young, home('2015-11-02', { endedOn: '2016-02-22' }), visit('2015-11-06'), visit('2016-01-04')]
    expect(due(laterVisitsToAccommodation, told, '2016-06-01')).toMatchObject([{ dueAt: '2016-01-06', state: 'met' }])
  })

  test('who rents for themselves, or is 21, is not owed these visits', () => {
    expect(due(firstVisitToAccommodation, [young, home('2016-02-01', { givenUnder: 'other' })], '2016-03-03')).toEqual([])
    expect(due(firstVisitToAccommodation, [born('1995-02-03'), home('2016-02-01')], '2016-03-03')).toEqual([])
  })
})

holdsItsDates(keepingInTouch, {
  start: (day) => [born('1997-03-09'), known({ latestContactOn: day })],
  stop: (day) => [visit(day, { how: 'message' })],
  which: ({ startedAt }) => ['2015-10-05', '2015-10-30', '2016-01-04'].includes(startedAt),
  dates: [
    ['2015-10-05', '2015-11-30', 'eight weeks from a Monday'],
    ['2015-10-30', '2015-12-25', 'weeks run through holidays'],
    ['2016-01-04', '2016-02-29', 'a leap day'],
  ],
})

describe('keeping in touch', () => {
  const left = [born('1997-03-09'), care('2012-01-09', '2015-03-09')]
  const contact = known({ latestContactOn: '2015-10-05', inTouch: 'YES' })

  test('the authority may say another number of weeks', () => {
    const everyFour = { ...usualTerms, length: () => weeks(4) }
    expect(due(keepingInTouch, [...left, contact], '2015-11-03', everyFour)).toMatchObject([{ dueAt: '2015-11-02', state: 'overdue' }])
  })

  test('a try that did not reach them is no contact', () => {
    const lines = due(keepingInTouch, [...left, contact, visit('2015-11-16', { how: 'not reached' })], '2015-12-01')
    expect(lines).toMatchObject([{ dueAt: '2015-11-30', state: 'overdue' }])
  })

  test('where only the latest contact is known, nobody was late before it', () => {
    const told = [...left, visit('2015-03-16'), known({ latestContactOn: '2015-10-05' })]
    expect(due(keepingInTouch, told, '2015-12-01')).toMatchObject([{ startedAt: '2015-10-05' }])
  })

  test.each([
    ['REFU', 'refuses contact'],
    ['NREQ', 'no longer needs the service'],
    ['RHOM', 'went home for 6 months'],
    ['DIED', 'died'],
  ])('%s: nothing is due for one who %s', (inTouch) => {
    expect(due(keepingInTouch, [...left, known({ latestContactOn: '2015-10-05', inTouch })], '2015-12-01')).toEqual([])
  })

  test('a child in care is seen on visits, and a child of 15 is no care leaver', () => {
    expect(due(keepingInTouch, [born('1999-03-09'), care('2012-01-09'), contact], '2015-12-01')).toEqual([])
    expect(due(keepingInTouch, [born('2000-03-09'), contact], '2015-12-01')).toEqual([])
  })

  test('ends at 21, and goes on to 25 where support was accepted', () => {
    const grown = [born('1998-03-09'), visit('2019-01-28')]
    expect(due(keepingInTouch, grown, '2019-06-03')).toEqual([])
    const accepted = record(adviserOffer, { offeredOn: '2019-02-18', answer: 'accepted' })
    expect(due(keepingInTouch, [...grown, accepted], '2019-06-03')).toMatchObject([{ dueAt: '2019-03-25', state: 'overdue' }])
    const offered = [born('1998-03-09'), visit('2020-01-06')]
    expect(due(keepingInTouch, offered, '2020-06-01')).toEqual([])
  })
})

holdsItsDates(adviserNamed, {
  start: (day) => [sixteenOn(day), care('2010-05-10')],
  stop: (day) => [record(involvement, { role: 'PA', startedOn: day })],
  dates: [
    ['2015-11-30', '2016-02-29', 'sixteen on 30 November: February has no 30th'],
    ['2016-02-29', '2016-05-29', 'born on a leap day'],
    ['2015-09-25', '2015-12-25', 'months run through holidays'],
  ],
})

describe('a personal adviser', () => {
  const child = [born('1999-11-30'), care('2010-05-10')]

  test('allocated before the sixteenth birthday is named', () => {
    const early = record(involvement, { role: 'Personal adviser', startedOn: '2015-09-07' })
    expect(due(adviserNamed, [...child, early], '2016-03-03')).toMatchObject([{ state: 'met', stoppedAt: '2015-09-07' }])
  })

  test('who is known by name and not since when is not called late', () => {
    expect(due(adviserNamed, [...child, known({ personalAdviser: 'worker' })], '2016-03-03')).toEqual([])
  })

  test('is not the social worker; who makes the pathway plan is one', () => {
    expect(due(adviserNamed, [...child, record(involvement, { role: 'CW', startedOn: '2015-12-07' })], '2016-03-03')).toMatchObject([
      { state: 'overdue', days: 3 },
    ])
    const planner = record(pathwayPlan, { madeOn: '2016-02-15', personalAdviser: 'worker' })
    expect(due(adviserNamed, [...child, planner], '2016-03-03')).toMatchObject([{ state: 'met' }])
  })

  test('is not needed for a child who leaves care within the 3 months, and has been in care too short for one', () => {
    expect(due(adviserNamed, [born('1999-11-30'), care('2015-11-30', '2016-02-08')], '2016-06-01')).toEqual([])
  })
})

const careLeaverBorn = (bornOn: string) => [born(bornOn), care('2010-05-10', '2014-11-03')]
const offer = (offeredOn: string, more: object = {}) => record(adviserOffer, { offeredOn, ...more })

holdsItsDates(supportOfferedAgain, {
  start: (day) => [...careLeaverBorn('1997-06-10'), offer(day, { answer: 'declined' })],
  stop: (day) => [offer(day)],
  which: ({ startedAt }) => ['2018-06-11', '2020-02-29', '2019-12-25'].includes(startedAt),
  dates: [
    ['2018-06-11', '2019-06-11', 'a year to the day'],
    ['2020-02-29', '2021-02-28', 'a leap day has no anniversary in a common year'],
    ['2019-12-25', '2020-12-25', 'a year to Christmas Day'],
  ],
})

describe('support to 25', () => {
  test('is offered within a year of the twenty-first birthday, on which it may be offered', () => {
    const told = careLeaverBorn('1997-06-10')
    expect(due(supportOfferedAgain, told, '2019-06-11')).toMatchObject([{ startedAt: '2018-06-10', dueAt: '2019-06-10', state: 'overdue' }])
    expect(due(supportOfferedAgain, [...told, offer('2018-06-10')], '2018-07-02')).toMatchObject([
      { state: 'met', stoppedAt: '2018-06-10' },
      { dueAt: '2019-06-10', state: 'running' },
    ])
  })

  test('is offered from 1 April 2018 to those who were 21 already', () => {
    expect(due(supportOfferedAgain, careLeaverBorn('1996-12-02'), '2018-05-01')).toMatchObject([
      { startedAt: '2018-04-01', dueAt: '2019-04-01' },
    ])
    expect(due(supportOfferedAgain, careLeaverBorn('1993-03-05'), '2018-05-01')).toEqual([])
  })

  test('is not offered again while it is given, and is from the day it ends', () => {
    const told = careLeaverBorn('1997-06-10')
    const accepted = offer('2018-07-02', { answer: 'accepted' })
    expect(due(supportOfferedAgain, [...told, accepted], '2020-01-06')).toMatchObject([{ state: 'met' }])
    const ended = offer('2018-07-02', { answer: 'accepted', supportEndedOn: '2019-01-14' })
    expect(due(supportOfferedAgain, [...told, ended], '2020-01-15')).toMatchObject([
      { state: 'met' },
      { startedAt: '2019-01-14', dueAt: '2020-01-14', state: 'overdue' },
    ])
  })

  test('is offered to care leavers only, and none who died', () => {
    expect(due(supportOfferedAgain, [born('1997-06-10')], '2019-06-11')).toEqual([])
    expect(due(supportOfferedAgain, [...careLeaverBorn('1997-06-10'), known({ inTouch: 'DIED' })], '2019-06-11')).toEqual([])
  })

  test('is not due beyond the twenty-fifth birthday', () => {
    const told = [...careLeaverBorn('1997-06-10'), offer('2021-09-06', { answer: 'declined' })]
    expect(due(supportOfferedAgain, told, '2022-12-01')).toMatchObject([{ startedAt: '2018-06-10' }])
  })
})
