import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageOn,
  clockTime,
  countOf,
  dateAndTime,
  isPlainDate,
  lastInstantOf,
  londonDay,
  londonInstant,
  longDate,
  momentInWords,
  thousands,
  typedDay,
  typedTime,
} from './words.ts'

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('days and times', () => {
  test('a plain date is said with its month in words', () => {
    expect(longDate('2016-03-03')).toBe('3 March 2016')
    expect(longDate('2004-12-31')).toBe('31 December 2004')
  })
  test.each(['2015-02-29', '2016-13-01', '2016-3-3', '', '2016-03-03T00:00'])('%s is not a plain date', (day) => {
    expect(() => longDate(day)).toThrow(RangeError)
  })
  test('an instant is said in London time, an hour ahead of UTC in summer', () => {
    expect(dateAndTime('2016-03-03T09:42:00Z')).toBe('3 March 2016 at 9:42am')
    expect(dateAndTime(new Date('2016-07-03T23:30:00Z'))).toBe('4 July 2016 at 12:30am')
  })
  test('a moment without a time is said as its date', () => {
    expect(momentInWords('2016-03-01 21:15:00')).toBe('1 March 2016 at 9:15pm')
    expect(momentInWords('2016-03-01')).toBe('1 March 2016')
  })
  test('noon is 12:00pm and midnight 12:00am', () => {
    expect(clockTime('12:00')).toBe('12:00pm')
    expect(clockTime('00:00')).toBe('12:00am')
    expect(() => clockTime('24:00')).toThrow(RangeError)
  })
  test('late on a summer evening in UTC it is already tomorrow in London', () => {
    expect(londonDay('2016-06-30T23:30:00Z')).toBe('2016-07-01')
    expect(londonDay('2016-01-31T23:30:00Z')).toBe('2016-01-31')
  })
  test('the last instant of a day lies in that day, and is an hour earlier in summer', () => {
    expect(lastInstantOf('2016-01-24')).toBe('2016-01-24T23:59:59.999999Z')
    expect(lastInstantOf('2016-07-24')).toBe('2016-07-24T22:59:59.999999Z')
    fc.assert(fc.property(anyDay, (day) => londonDay(lastInstantOf(day)) === day))
  })
  test('the hour that comes twice on Sunday 27 October 2024 means the later one, the hour skipped on Sunday 31 March the one after', () => {
    expect(londonInstant('2024-10-27', '01:30')).toBe('2024-10-27T01:30:00Z')
    expect(londonInstant('2024-03-31', '01:30')).toBe('2024-03-31T01:30:00Z')
    expect(dateAndTime(londonInstant('2024-03-31', '01:30'))).toBe('31 March 2024 at 2:30am')
  })
  test('a wall-clock time turned into an instant and said again is the same, except in the skipped hour', () => {
    const times = fc.tuple(anyDay, fc.integer({ min: 3, max: 23 }), fc.integer({ min: 0, max: 59 }))
    fc.assert(
      fc.property(times, ([day, hour, minute]) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        expect(dateAndTime(londonInstant(day, time))).toBe(`${longDate(day)} at ${clockTime(time)}`)
      }),
    )
  })
})

describe('what somebody typed as a day', () => {
  test.each([
    ['3 March 2016', '2016-03-03'],
    ['3 mar 2016', '2016-03-03'],
    [' 03/03/2016 ', '2016-03-03'],
    ['4-3-2016', '2016-03-04'],
    ['29.2.2016', '2016-02-29'],
    ['2016-03-03', '2016-03-03'],
  ])('%s is read', (typed, day) => expect(typedDay(typed)).toBe(day))
  test.each(['29 February 2015', '31/02/2025', '3/13/2016', '3 March', '3/3/16', 'yesterday', ''])('%s is not read', (typed) =>
    expect(typedDay(typed)).toBeNull(),
  )
  test('what a page says as a day can be typed back', () => {
    fc.assert(fc.property(anyDay, (day) => typedDay(longDate(day)) === day))
  })
  test('whatever is typed, the answer is a day of the calendar or nothing', () => {
    fc.assert(fc.property(fc.string(), (typed) => isPlainDate(typedDay(typed) ?? '2016-03-03')))
  })
})

describe('what somebody typed as a time', () => {
  test.each([
    ['21:15', '21:15'],
    ['9:15pm', '21:15'],
    ['9.15 PM', '21:15'],
    ['9pm', '21:00'],
    ['9 a.m.', '09:00'],
    ['12am', '00:00'],
    ['12:30pm', '12:30'],
    ['0915', '09:15'],
    [' 6:05 ', '06:05'],
    ['06:05:30', '06:05:30'],
  ])('%s is read', (typed, time) => expect(typedTime(typed)).toBe(time))
  test.each(['', '9', '24:00', '13pm', '0pm', '9:60', '915', 'noon', '21:15 on Monday'])('%s is not read', (typed) =>
    expect(typedTime(typed)).toBeNull(),
  )
  test('what a page says as a time can be typed back', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minutes, (at) => {
        const time = [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':')
        return typedTime(time) === time && typedTime(clockTime(time)) === time
      }),
    )
  })
})

describe('ages', () => {
  test('a birthday changes the age at the start of that day', () => {
    expect(ageOn('2004-05-09', '2016-05-08')).toBe(11)
    expect(ageOn('2004-05-09', '2016-05-09')).toBe(12)
  })
  test('someone born on 29 February is a year older on 1 March of a common year, and on 29 February of a leap year', () => {
    expect(ageOn('2004-02-29', '2015-02-28')).toBe(10)
    expect(ageOn('2004-02-29', '2015-03-01')).toBe(11)
    expect(ageOn('2004-02-29', '2016-02-28')).toBe(11)
    expect(ageOn('2004-02-29', '2016-02-29')).toBe(12)
  })
  test('before the birth there is no age', () => expect(ageOn('2016-03-03', '2016-03-02')).toBeNull())
  test('age never falls as days pass, and is 0 on the day of birth', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (born, one, other) => {
        const [earlier, later] = [one, other].sort() as [string, string]
        expect(ageOn(born, born)).toBe(0)
        expect(ageOn(born, later) ?? -1).toBeGreaterThanOrEqual(ageOn(born, earlier) ?? -1)
      }),
    )
  })
})

describe('counts', () => {
  test('one is singular, none and many are plural', () => {
    expect(countOf(1, 'entry', 'entries')).toBe('1 entry')
    expect(countOf(0, 'entry', 'entries')).toBe('0 entries')
    expect(countOf(1204, 'entry', 'entries')).toBe('1,204 entries')
  })
  test('thousands have commas, and taking the commas out gives the number back', () => {
    expect(thousands(999)).toBe('999')
    expect(thousands(53052)).toBe('53,052')
    expect(thousands(-1234567)).toBe('-1,234,567')
    fc.assert(fc.property(fc.maxSafeInteger(), (count) => Number(thousands(count).replaceAll(',', '')) === count))
  })
})
