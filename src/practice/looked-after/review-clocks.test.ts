import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { lookedAfterReview, periodOfCare } from './records.ts'
import { firstLookedAfterReview, laterLookedAfterReview, secondLookedAfterReview } from './review-clocks.ts'

const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const review = (heldOn: string) => record(lookedAfterReview, { heldOn })

holdsItsDates(firstLookedAfterReview, {
  start: (day) => [care(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2016-01-04', '2016-02-01', 'four plain weeks from a Monday'],
    ['2015-12-14', '2016-01-14', 'Christmas Day, the Boxing Day holiday on the 28th and New Year’s Day are not counted'],
    ['2016-03-19', '2016-04-19', 'came on a Saturday: counting begins on the Monday; Good Friday and Easter Monday are not counted'],
  ],
})

holdsItsDates(secondLookedAfterReview, {
  start: (day) => [care('2015-06-01'), review(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2015-06-29', '2015-09-29', 'three months to the day'],
    ['2015-11-30', '2016-02-29', 'February has no 30th: its last day'],
    ['2015-09-25', '2015-12-25', 'months run through holidays and do not roll'],
  ],
})

holdsItsDates(laterLookedAfterReview, {
  start: (day) => [care('2014-01-06'), review('2014-02-03'), review(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2014-05-02', '2014-11-02', 'six months to the day, a Sunday'],
    ['2014-08-31', '2015-02-28', 'the last day of a shorter month'],
  ],
})

test('a child who leaves care before the first review is due has none due', () => {
  expect(due(firstLookedAfterReview, [care('2016-01-04', '2016-01-20')], '2016-03-03')).toEqual([])
})

test('a first review never held before the child left is late from the day it fell due', () => {
  expect(due(firstLookedAfterReview, [care('2016-01-04', '2016-02-05')], '2016-03-03')).toMatchObject([
    { dueAt: '2016-02-01', stoppedAt: '2016-02-05', state: 'late', days: 4 },
  ])
})

test('a cancelled review stops nothing', () => {
  const cancelled = record(lookedAfterReview, { heldOn: '2016-01-25', cancelled: true })
  expect(due(firstLookedAfterReview, [care('2016-01-04'), cancelled], '2016-02-03')).toMatchObject([{ state: 'overdue', days: 2 }])
})

test('a child who comes into care again starts again', () => {
  const lines = due(firstLookedAfterReview, [care('2014-01-06', '2014-03-03'), review('2014-01-31'), care('2016-01-04')], '2016-01-05')
  expect(lines).toMatchObject([
    { dueAt: '2014-02-03', state: 'met' },
    { dueAt: '2016-02-01', state: 'running', days: 19 },
  ])
})

test('nothing is due for a child who has died', () => {
  const child = record(person, { bornOn: '2010-05-01', diedOn: '2016-01-20' })
  expect(due(firstLookedAfterReview, [child, care('2016-01-04')], '2016-03-03')).toEqual([])
})

test('short breaks are not reviewed by the rules of full care', () => {
  const breaks = record(legalStatus, { status: 'V4', startedOn: '2016-01-04' })
  expect(due(firstLookedAfterReview, [care('2016-01-04'), breaks], '2016-03-03')).toEqual([])
})
