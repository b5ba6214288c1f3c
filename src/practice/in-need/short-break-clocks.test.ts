import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween } from '../../engine/clocks/days.ts'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { referral } from '../front-door/records.ts'
import { careEpisode, lookedAfterReview, lookedAfterVisit } from '../looked-after/records.ts'
import { childInNeedReview } from './records.ts'
import {
  firstShortBreakReview,
  firstShortBreakVisit,
  laterShortBreakReview,
  laterShortBreakVisit,
  shortBreakLimit,
} from './short-break-clocks.ts'
import { lastDayOf, type Stay } from './short-breaks.ts'

const stay = (startedOn: string, endedOn: string | null = null, legalStatus = 'V3') =>
  record(careEpisode, { startedOn, endedOn, legalStatus })
const review = (heldOn: string) => record(lookedAfterReview, { heldOn })
const visit = (visitedOn: string) => record(lookedAfterVisit, { visitedOn })

describe('the limits of short breaks', () => {
  test.each([
    ['2016-02-01', '2016-02-18', '17 days'],
    ['2016-12-19', '2017-01-05', 'days run through Christmas'],
    ['2016-02-15', '2016-03-03', 'over a leap day'],
  ])('a stay from %s may run to %s: %s', (from, dueAt) => {
    expect(due(shortBreakLimit, [stay(from)], dueAt)).toMatchObject([{ dueAt, part: '17 days in one stay', state: 'running' }])
    expect(due(shortBreakLimit, [stay(from)], addDays(dueAt, 1))).toMatchObject([{ state: 'overdue', days: 1 }])
  })

  test.each([
    ['2016-02-17', 'met'],
    ['2016-02-18', 'met'],
    ['2016-02-19', 'late'],
  ])('a stay from 1 to %s February 2016 is %s', (until, state) => {
    expect(due(shortBreakLimit, [stay('2016-02-01', until)], '2016-04-01')).toMatchObject([{ state }])
  })

  // Five stays of 14 days are 70: five are left.
  const five = ['2015-06-01', '2015-07-06', '2015-08-03', '2015-10-05', '2015-12-07'].map((from) => stay(from, addDays(from, 14)))

  test('the sixth stay in twelve months may last until 75 days are used', () => {
    expect(due(shortBreakLimit, [...five, stay('2016-02-01')], '2016-02-01')[5]).toMatchObject({
      dueAt: '2016-02-06',
      part: '75 days in 12 months',
    })
  })

  test('a year after the first stay its days count no more', () => {
    expect(due(shortBreakLimit, [...five, stay('2016-06-20')], '2016-06-20')[5]).toMatchObject({
      dueAt: '2016-07-07',
      part: '17 days in one stay',
    })
  })

  test('an episode that follows on is the same stay; another legal status, or an agreement, is none', () => {
    expect(due(shortBreakLimit, [stay('2016-02-01', '2016-02-10'), stay('2016-02-10', '2016-02-25')], '2016-04-01')).toMatchObject([
      { dueAt: '2016-02-18', stoppedAt: '2016-02-25', state: 'late' },
    ])
    expect(due(shortBreakLimit, [stay('2016-02-01', null, 'V2'), stay('2016-02-01', null, 'V4')], '2016-04-01')).toEqual([])
  })

  test('whatever the stays before, the last day is within 17 days and leaves no twelve months with more than 75', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 17 })), { maxLength: 20 }), (gaps) => {
        let from = '2015-01-05'
        const before: Stay[] = []
        for (const [gap, days] of gaps) {
          const by = { table: 'care_episode', id: from }
          before.push({ by, from, until: { at: addDays(from, days), by }, eachRecorded: true })
          from = addDays(from, days + gap)
        }
        const { day } = lastDayOf({ by: { table: 'care_episode', id: from }, from, until: null, eachRecorded: true }, before)
        // Counted day by day, as a person would with a calendar.
        const used = (last: string): number => {
          let count = daysBetween(from, last)
          for (let at = addMonths(last, -12); at < from; at = addDays(at, 1))
            if (before.some(({ from: first, until }) => first <= at && at < (until?.at ?? ''))) count++
          return count
        }
        const days = daysBetween(from, day)
        expect(days).toBeLessThanOrEqual(17)
        if (days > 0) expect(used(day)).toBeLessThanOrEqual(75)
        if (days < 17) expect(used(addDays(day, 1))).toBeGreaterThan(75)
      }),
    )
  })
})

holdsItsDates(firstShortBreakReview, {
  start: (day) => [stay(day, addDays(day, 3))],
  stop: (day) => [review(day)],
  dates: [
    ['2016-01-11', '2016-04-11', 'three months to the day'],
    ['2015-11-30', '2016-02-29', 'the last day of February'],
    ['2015-09-25', '2015-12-25', 'Christmas Day, and stays there'],
  ],
})

holdsItsDates(laterShortBreakReview, {
  start: (day) => [stay('2015-06-01', null, 'V4'), review(day)],
  stop: (day) => [record(childInNeedReview, { heldOn: day })],
  dates: [
    ['2015-08-31', '2016-02-29', 'the last day of February'],
    ['2015-07-01', '2016-01-01', 'New Year’s Day, and stays there'],
  ],
})

holdsItsDates(firstShortBreakVisit, {
  start: (day) => [stay(day, null)],
  stop: (day) => [visit(day)],
  dates: [
    ['2016-01-11', '2016-04-11', 'three months to the day'],
    ['2015-09-26', '2015-12-26', 'Boxing Day, and stays there'],
  ],
})

holdsItsDates(laterShortBreakVisit, {
  start: (day) => [stay('2015-06-01', null, 'V4'), visit(day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2015-08-31', '2016-02-29', 'the last day of February'],
    ['2015-06-25', '2015-12-25', 'Christmas Day, and stays there'],
  ],
})

describe('a series of short breaks', () => {
  test('a visit at home, between stays, is not one in the short break', () => {
    const stays = [stay('2016-01-11', '2016-01-14'), stay('2016-02-08', '2016-02-11')]
    expect(due(firstShortBreakVisit, [...stays, visit('2016-01-25')], '2016-02-01')).toMatchObject([
      { dueAt: '2016-04-11', state: 'running' },
    ])
    expect(due(firstShortBreakVisit, [...stays, visit('2016-02-09')], '2016-03-01')).toMatchObject([
      { stoppedAt: '2016-02-09', state: 'met' },
    ])
  })

  test('six months without a stay end it, and the next stay begins another', () => {
    const stays = [stay('2015-01-05', '2015-01-08'), stay('2015-05-04', '2015-05-07'), stay('2016-01-11', '2016-01-14')]
    expect(due(firstShortBreakReview, stays, '2016-01-12')).toMatchObject([
      { startedAt: '2015-01-05', dueAt: '2015-04-05', stoppedAt: '2015-11-07', state: 'late' },
      { startedAt: '2016-01-11', state: 'running' },
    ])
  })

  test.each([
    ['the case closes', record(referral, { receivedOn: '2015-12-01', closedOn: '2016-02-01' })],
    ['the child comes into care otherwise', stay('2016-02-01', null, 'V2')],
  ])('it ends when %s', (_, ending) => {
    expect(due(firstShortBreakReview, [stay('2016-01-11', '2016-01-14'), ending], '2016-06-01')).toEqual([])
  })

  test('it ends with its agreement, unless another follows on', () => {
    expect(due(firstShortBreakReview, [stay('2016-01-11', '2016-03-31', 'V4')], '2016-06-01')).toEqual([])
    const renewed = [stay('2016-01-11', '2016-03-31', 'V4'), stay('2016-03-31', null, 'V4')]
    expect(due(firstShortBreakReview, renewed, '2016-06-01')).toMatchObject([{ dueAt: '2016-04-11', state: 'overdue' }])
  })
})
