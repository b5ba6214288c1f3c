import { expect, test } from 'vitest'
import { knownAtMoment } from './known-at.ts'

const now = new Date('2016-03-03T09:42:00Z')

test('a day without a time means the end of that day in London', () => {
  expect(knownAtMoment('2016-01-24', now)).toEqual({
    canonical: '2016-01-24',
    instant: '2016-01-24T23:59:59.999999Z',
    words: '24 January 2016',
  })
})

test.each([
  ['2015-07-24T14:30', '2015-07-24T14:30', '2015-07-24T13:30:00Z', '24 July 2015 at 2:30pm'],
  ['24 July 2015 at 2:30pm', '2015-07-24T14:30', '2015-07-24T13:30:00Z', '24 July 2015 at 2:30pm'],
  ['24/7/2015 9:05', '2015-07-24T09:05', '2015-07-24T08:05:00Z', '24 July 2015 at 9:05am'],
  ['24 July 2015 at 12:00am', '2015-07-24T00:00', '2015-07-23T23:00:00Z', '24 July 2015 at 12:00am'],
])('%s is read as %s', (given, canonical, instant, words) => {
  expect(knownAtMoment(given, now)).toEqual({ canonical, instant, words })
})

test.each([null, '', '  ', '2016-03-03', '3 March 2016'])('%s means now', (given) => expect(knownAtMoment(given, now)).toBeNull())

test('today with a time that has passed is a past moment', () => {
  expect(knownAtMoment('2016-03-03T09:41', now)?.words).toBe('3 March 2016 at 9:41am')
})

test.each(['2016-03-04', '2016-03-03T09:43'])('%s is still to come, and the sentence says until when one may ask', (given) => {
  expect(() => knownAtMoment(given, now)).toThrow('is still to come. Give a day up to today, 3 March 2016.')
})

test.each(['last week', '31/02/2015', '2015-07-24T25:00', '24 July 2015 at 14:30pm', "2015-07-24'; drop table person"])(
  '%s cannot be read, and is not said again',
  (given) => {
    expect(() => knownAtMoment(given, now)).toThrow(
      'That is not a moment we can read. Give a day, for example 24 January 2016, or a day and a time, 24 January 2016 at 2:30pm.',
    )
  },
)
