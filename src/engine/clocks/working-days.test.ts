import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidays } from './bank-holidays.ts'
import { addDays, dayNumber, plainDay, weekday } from './days.ts'
import { addWorkingDays, BeyondTheList, isWorkingDay, workingDaysBetween } from './working-days.ts'

const aDay = fc.integer({ min: dayNumber('1995-01-01'), max: dayNumber('2055-12-31') }).map(plainDay)
const someDays = fc.integer({ min: 1, max: 400 })

describe('working days', () => {
  test('never a Saturday, a Sunday or a bank holiday', () => {
    const holidays = new Set(bankHolidays)
    fc.assert(
      fc.property(aDay, fc.integer({ min: -400, max: 400 }), (day, days) => {
        const found = addWorkingDays(day, days)
        expect(weekday(dayNumber(found))).toBeLessThan(5)
        expect(holidays.has(found)).toBe(false)
      }),
    )
  })
  test('adding then counting agree, forwards and back', () => {
    fc.assert(
      fc.property(aDay, someDays, (day, days) => {
        expect(workingDaysBetween(day, addWorkingDays(day, days))).toBe(days)
        const earlier = addWorkingDays(day, -days)
        // Counting back from a day that is none begins at the last working day before it.
        expect(workingDaysBetween(earlier, day)).toBe(isWorkingDay(day) ? days : days - 1)
      }),
    )
  })
  test('one by one comes to the same as all at once', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 30 }), (day, days) => {
        let at = day
        for (let left = days; left > 0;) if (isWorkingDay((at = addDays(at, 1)))) left--
        expect(addWorkingDays(day, days)).toBe(at)
      }),
    )
  })
  test.each([
    ['2016-03-24', 1, '2016-03-29', 'Good Friday to Easter Monday are left out'],
    ['2016-03-26', 1, '2016-03-29', 'from the Saturday of Easter'],
    ['2015-12-24', 2, '2015-12-30', 'Boxing Day fell on a Saturday: its holiday is Monday the 28th'],
    ['2022-06-01', 1, '2022-06-06', 'the Platinum Jubilee: Thursday and Friday'],
    ['2020-05-07', 1, '2020-05-11', 'VE Day: the early May holiday moved to the Friday'],
    ['2020-05-01', 1, '2020-05-04', 'and the Monday was a working day'],
    ['2016-03-05', 0, '2016-03-07', 'what falls on a Saturday rolls to the Monday'],
    ['2016-03-03', 0, '2016-03-03', 'and a working day stays'],
    ['2016-03-08', -3, '2016-03-03', 'three working days before a Tuesday'],
    ['2016-03-29', -2, '2016-03-23', 'counting back over Easter'],
    ['2016-03-06', -1, '2016-03-04', 'a working day before a Sunday is the Friday'],
  ])('%s and %i working days is %s: %s', (day, days, expected) => expect(addWorkingDays(day, days)).toBe(expected))

  test('beyond the listed years it refuses aloud', () => {
    expect(() => addWorkingDays('2060-12-20', 20)).toThrow(BeyondTheList)
    expect(() => workingDaysBetween('1980-01-01', '2016-01-01')).toThrow(
      'Bank holidays are listed from 1990 to 2060: 1980-01-01 is beyond.',
    )
  })
})

const reference = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'reference', 'bank-holidays-england.csv')

test.skipIf(!existsSync(reference))(
  'every bank holiday of the reference list that falls on a weekday is listed, and no other in its years',
  () => {
    const theirs = readFileSync(reference, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.slice(0, 10))
      .filter((day) => day !== '' && weekday(dayNumber(day)) < 5)
    expect(bankHolidays.filter((day) => day >= '2012' && day < '2031')).toEqual(theirs.sort())
  },
)
