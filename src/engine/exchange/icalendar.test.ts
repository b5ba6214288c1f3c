import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarOf, type CalendarEvent } from './icalendar.ts'

const made = new Date('2016-03-03T08:15:00Z')
const calendar = (...events: CalendarEvent[]) => calendarOf({ name: 'Ana’s work', events, made })
const event = (when: { on: string } | { at: Date | string }): CalendarEvent => ({ uid: 'a1@goldthread', summary: 'Visit', ...when })

/** As RFC 5545 says to read it: lines joined again, then names and values, then letters that were escaped. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')
const unescaped = (value: string) => value.replaceAll(/\\([\\;,nN])/g, (_all, letter: string) => (/n/i.test(letter) ? '\n' : letter))
const valuesOf = (text: string, name: string) =>
  unfolded(text)
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => unescaped(line.slice(name.length + 1)))
const linesAbout = (text: string, pattern: RegExp) => unfolded(text).filter((line) => pattern.test(line))

/** What a value may hold, as it comes back: one kind of line break, no letters that are not seen. */
const plain = (words: string) =>
  words
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\0-\x08\x0b-\x1f\x7f]/g, '')

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    'a;b,c\\d',
    'line\r\nline\nline\r',
    '\\n',
    'é'.repeat(100),
    'x'.repeat(300),
    '😀'.repeat(50),
    'END:VEVENT\r\nBEGIN:VALARM',
    '',
  ),
)
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
  .map((found) => found.toISOString().slice(0, 10))
const instant = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const any = fc
  .tuple(
    words,
    words,
    fc.option(words, { nil: undefined }),
    fc.option(fc.webUrl(), { nil: undefined }),
    fc.oneof(
      day.map((on) => ({ on })),
      instant.map((at) => ({ at })),
    ),
  )
  .map(([uid, summary, description, url, when]): CalendarEvent => ({ uid, summary, description, url, ...when }))

describe('any calendar', () => {
  test('joined and unescaped again says what was put in, and nothing more', () => {
    fc.assert(
      fc.property(words, fc.array(any, { maxLength: 5 }), (name, events) => {
        const text = calendarOf({ name, events, made })
        expect(valuesOf(text, 'NAME')).toEqual([plain(name)])
        expect(valuesOf(text, 'SUMMARY')).toEqual(events.map(({ summary }) => plain(summary)))
        expect(valuesOf(text, 'UID')).toEqual(events.map(({ uid }) => plain(uid)))
        expect(valuesOf(text, 'DESCRIPTION')).toEqual(
          events.flatMap(({ description }) => (description === undefined ? [] : [plain(description)])),
        )
        expect(linesAbout(text, /^BEGIN:/)).toEqual(['BEGIN:VCALENDAR', ...events.map(() => 'BEGIN:VEVENT')])
        expect(linesAbout(text, /^END:/)).toEqual([...events.map(() => 'END:VEVENT'), 'END:VCALENDAR'])
      }),
      { numRuns: 500 },
    )
  })

  test('has no line longer than 75 bytes, no letter cut in two, and CRLF at each end of a line and nowhere else', () => {
    fc.assert(
      fc.property(words, fc.array(any, { maxLength: 3 }), (name, events) => {
        const bytes = Buffer.from(calendarOf({ name, events, made }))
        const lines = bytes.toString('latin1').split('\r\n')
        expect(lines.pop()).toBe('')
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
          // Each piece is whole UTF-8 by itself.
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))).not.toThrow()
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is understood by a reader that is not ours', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (events) => {
        const read = new ICAL.Component(ICAL.parse(calendar(...events)) as never)
          .getAllSubcomponents('vevent')
          .map((one) => new ICAL.Event(one))
        expect(read.map(({ summary }) => summary)).toEqual(events.map(({ summary }) => plain(summary)))
        expect(read.map(({ startDate }) => (startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString()))).toEqual(
          events.map((one) => ('on' in one ? one.on : new Date(Math.floor((one.at as Date).getTime() / 1000) * 1000).toISOString())),
        )
      }),
    )
  })
})

test.each([
  ['2016-03-03', '20160303', '20160304', 'a Thursday'],
  ['2016-02-29', '20160229', '20160301', 'the day before March of a leap year'],
  ['2015-12-31', '20151231', '20160101', 'the last day of a year'],
  ['2016-03-27', '20160327', '20160328', 'the day the clocks go forward'],
])('the whole of %s runs from %s up to %s, which is no longer in it: %s', (on, from, until) => {
  expect(linesAbout(calendar(event({ on })), /^DT(START|END)/)).toEqual([`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${until}`])
})

test.each([
  ['2016-03-03 18:40', '20160303T184000Z', 'winter: London is as far as Greenwich'],
  ['2016-07-03 18:40:30', '20160703T174030Z', 'summer: an hour ahead'],
  ['2016-03-27T00:59', '20160327T005900Z', 'the minute before the clocks go forward'],
  ['2016-10-30 01:30', '20161030T013000Z', 'the hour that comes twice means the later one'],
  ['2016-07-03T18:40:00+02:00', '20160703T164000Z', 'an instant with its offset'],
  ['2016-07-03T18:40:00Z', '20160703T184000Z', 'an instant of Greenwich'],
])('%s is the instant %s: %s', (at, start) => {
  expect(linesAbout(calendar(event({ at })), /^DT(START|END)/)).toEqual([`DTSTART:${start}`])
})

test.each([
  [{ on: '2015-02-29' }, 'A day of a calendar is written YYYY-MM-DD.'],
  [{ at: '2016-03-03' }, 'A time of a calendar is an instant with its offset, or YYYY-MM-DD HH:MM in London.'],
  [{ at: '2016-03-03 25:00' }, 'A time of day is written HH:MM or HH:MM:SS'],
  [{ at: new Date(NaN) }, 'Invalid time value'],
  [{ on: '2016-03-03', url: '/my-work' }, 'An event opens at a whole address, beginning with https://'],
])('%j is refused', (wrong, sentence) => expect(() => calendar({ uid: 'a1@goldthread', summary: 'Visit', ...wrong })).toThrow(sentence))

test('the whole of a small calendar, to the letter', () => {
  const text = calendar({
    uid: 'due-17@goldthread',
    on: '2016-03-04',
    summary: '3 things to do',
    url: 'https://goldthread.example/my-work?day=2016-03-04',
  })
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Goldthread//Goldthread//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Ana’s work',
    'X-WR-CALNAME:Ana’s work',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'BEGIN:VEVENT',
    'UID:due-17@goldthread',
    'DTSTAMP:20160303T081500Z',
    'DTSTART;VALUE=DATE:20160304',
    'DTEND;VALUE=DATE:20160305',
    'SUMMARY:3 things to do',
    'URL:https://goldthread.example/my-work?day=2016-03-04',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})
