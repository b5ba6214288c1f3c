import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDay } from '../clocks/days.ts'
import { isMonth, lastDay, lastWholeMonth, monthName, monthNumber } from './months.ts'

describe('the last day of a month', () => {
  test.each([
    ['2016-01', '2016-01-31', 'thirty-one days'],
    ['2016-04', '2016-04-30', 'thirty'],
    ['2016-02', '2016-02-29', 'a leap year'],
    ['2015-02', '2015-02-28', 'a common year'],
    ['2000-02', '2000-02-29', 'a leap year, though a whole hundred'],
    ['1900-02', '1900-02-28', 'a whole hundred that is none'],
    ['2016-12', '2016-12-31', 'the year ends with it'],
  ])('of %s is %s: %s', (month, day) => expect(lastDay(monthNumber(month))).toBe(day))
})

test('a month is named as it was numbered, whichever of its days gave the number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (number) => {
      const day = plainDay(number)
      const month = monthNumber(day)
      expect(monthName(month)).toBe(day.slice(0, 7))
      expect(monthNumber(monthName(month))).toBe(month)
      // The day after its last day is the first of the next.
      expect(addDays(lastDay(month), 1)).toBe(`${monthName(month + 1)}-01`)
      expect(lastDay(month) >= day).toBe(true)
    }),
  )
})

test('the month after December is January of the next year', () => {
  expect(monthName(monthNumber('2015-12-31') + 1)).toBe('2016-01')
  expect(monthNumber('2016-03') - monthNumber('2015-03')).toBe(12)
})

describe('the last month that is over', () => {
  test.each([
    ['2016-03-03', '2016-02', 'March has begun'],
    ['2016-02-28', '2016-01', 'February has a day left, in a leap year'],
    ['2016-02-29', '2016-02', 'its last day'],
    ['2015-02-28', '2015-02', 'its last day, in a common year'],
    ['2016-01-01', '2015-12', 'the first day of a year'],
  ])('on %s is %s: %s', (day, month) => expect(monthName(lastWholeMonth(day))).toBe(month))
})

test.each([
  ['2016-02', true],
  ['2016-12', true],
  ['2016-00', false],
  ['2016-13', false],
  ['2016-2', false],
  ['2016-02-01', false],
  ['3016-02', false],
  ['', false],
])('%j is a month: %s', (text, is) => expect(isMonth(text)).toBe(is))
