import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn } from '../web/words.ts'
import { addDays, addMonths, birthday, dayNumber, daysBetween, plainDay, weekday } from './days.ts'

/** Any plain date from 1990 to 2059. */
const aDay = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2059-12-31') }).map(plainDay)

describe('plain dates', () => {
  test('a day and its number tell each other, and agree with the platform’s calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
        expect(dayNumber(plainDay(number))).toBe(number)
        expect(plainDay(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })
  test('adding then counting agree', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: -5_000, max: 5_000 }),
        (day, days) => void expect(daysBetween(day, addDays(day, days))).toBe(days),
      ),
    )
  })
  test.each([
    ['2016-03-03', 3, 'a Thursday'],
    ['2016-02-29', 0, 'a Monday, a leap day'],
    ['1969-12-28', 6, 'a Sunday before days were numbered'],
  ])('%s is day %i of the week: %s', (day, expected) => expect(weekday(dayNumber(day))).toBe(expected))
})

describe('months', () => {
  test.each([
    ['2015-11-30', 3, '2016-02-29', 'the last day of February in a leap year'],
    ['2014-11-30', 3, '2015-02-28', 'and in a common one'],
    ['2016-01-31', 1, '2016-02-29', 'a shorter month'],
    ['2016-08-31', 6, '2017-02-28', 'across a year'],
    ['2016-03-31', -1, '2016-02-29', 'back into a shorter month'],
    ['2016-01-15', 12, '2017-01-15', 'a year is twelve months'],
  ])('%s and %i months is %s: %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected))
  test('never another month than the one meant, and the same day-number unless the month is shorter', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 240 }), (day, months) => {
        const then = addMonths(day, months)
        const meant = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
        expect(Number(then.slice(0, 4)) * 12 + Number(then.slice(5, 7)) - 1).toBe(meant)
        if (then.slice(8) !== day.slice(8)) expect(addDays(then, 1).slice(8)).toBe('01')
      }),
    )
  })
})

describe('birthdays', () => {
  test.each([
    ['2000-02-29', 16, 0, '2016-02-29', 'a leap year has the day itself'],
    ['2000-02-29', 17, 0, '2017-03-01', 'a common year has 1 March'],
    ['2000-02-29', 17, 3, '2017-06-01', 'three months after it'],
    ['1999-11-30', 16, 3, '2016-02-29', 'three months after a 30 November'],
    ['2001-05-09', 18, 0, '2019-05-09', 'an ordinary day'],
  ])('born on %s, %i years and %i months is %s: %s', (born, years, months, expected) =>
    expect(birthday(born, years, months)).toBe(expected),
  )
  test('whoever has reached a birthday is that old on the day and not the day before', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 30 }), (born, years) => {
        const day = birthday(born, years)
        expect(ageOn(born, day)).toBe(years)
        expect(ageOn(born, addDays(day, -1))).toBe(years - 1)
      }),
    )
  })
})
