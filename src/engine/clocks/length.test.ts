import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { londonInstant } from '../web/words.ts'
import { dayNumber, plainDay } from './days.ts'
import { after, before, calendarDays, hours, lengthInWords, months, schoolDays, weeks, workingDays, years } from './length.ts'
import { commonTerms, isSchoolDay } from './school-terms.ts'

describe('a length after a moment', () => {
  test.each([
    ['2016-03-04 18:40:00', hours(72), '2016-03-07 18:40:00', 'hours run through a weekend'],
    ['2024-10-25 18:40:00', hours(72), '2024-10-28 17:40:00', 'the clocks go back that weekend: an hour sooner by the wall'],
    ['2024-03-29 18:40:00', hours(72), '2024-04-01 19:40:00', 'they go forward: an hour later by the wall'],
    ['2016-03-04', hours(72), '2016-03-07', 'an unknown hour ends on the day'],
    ['2016-03-04 09:00:00', calendarDays(8), '2016-03-12', 'days have no hour'],
    ['2016-03-18', weeks(1), '2016-03-25', 'weeks do not roll off Good Friday'],
    ['2015-11-30', months(3), '2016-02-29', 'months end on the last day of a shorter one'],
    ['2016-02-29', years(3), '2019-02-28', 'so do years'],
    ['2016-03-17', workingDays(5), '2016-03-24', 'a plain week'],
    ['2016-03-18', workingDays(5), '2016-03-29', 'Good Friday and Easter Monday are left out'],
  ])('%s: %j is %s, for %3$s', (moment, length, expected) => expect(after(moment, length)).toBe(expected))

  test('hours are true hours, whichever day it is', () => {
    const moments = fc.tuple(fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2040-01-01') }), fc.integer({ min: 0, max: 23 }))
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 200 }), ([day, hour], n) => {
        const time = `${String(hour).padStart(2, '0')}:30:00`
        const end = after(`${plainDay(day)} ${time}`, hours(n))
        const passed = Date.parse(londonInstant(end.slice(0, 10), end.slice(11))) - Date.parse(londonInstant(plainDay(day), time))
        // In the hour that comes twice a wall clock cannot say which of the two is meant.
        expect([n, n + 1]).toContain(passed / 3_600_000)
      }),
    )
  })
  test('before is after the other way round', () => {
    expect(before('2016-03-08', workingDays(3))).toBe('2016-03-03')
    expect(before('2016-03-08', weeks(6))).toBe('2016-01-26')
  })
})

describe('school days', () => {
  const terms = commonTerms(2015, 2017)
  test('leave out holidays, weekends and bank holidays', () => {
    expect(after('2016-07-18', schoolDays(5), terms)).toBe('2016-09-02')
    expect(isSchoolDay('2016-08-10', terms)).toBe(false)
    expect(isSchoolDay('2016-05-02', terms)).toBe(false)
    expect(isSchoolDay('2016-05-03', terms)).toBe(true)
  })
  test('leave out the break of a term that has one', () => {
    const own = [{ name: 'Spring 2016', from: '2016-01-04', until: '2016-03-24', breakFrom: '2016-02-15', breakUntil: '2016-02-19' }]
    expect(after('2016-02-11', schoolDays(2), own)).toBe('2016-02-22')
  })
  test('beyond the last term known, working days are counted instead', () => {
    expect(after('2017-12-20', schoolDays(2), terms)).toBe('2017-12-22')
  })
})

test.each([
  [workingDays(20), '20 working days'],
  [weeks(1), '1 week'],
  [calendarDays(1), '1 calendar day'],
  [years(3), '3 years'],
])('%j is said as %s', (length, said) => expect(lengthInWords(length)).toBe(said))
