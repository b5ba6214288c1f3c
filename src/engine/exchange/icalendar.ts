/** Calendars as other programs subscribe to them: iCalendar (RFC 5545), with the names and refresh hints of RFC 7986. */
import { isPlainDate, londonInstant } from '../web/words.ts'

export type CalendarEvent = {
  /** The same each time the calendar is made, and different from every other's, so that a changed event replaces itself. */
  readonly uid: string
  readonly summary: string
  readonly description?: string | undefined
  /** Where it opens: a whole address, with https. */
  readonly url?: string | undefined
} & (
  | {
      /** A day (YYYY-MM-DD): the event is all of it. */
      readonly on: string
    }
  | {
      /** An instant (a Date, or ISO with its offset), or a moment on the London wall clock ('YYYY-MM-DD HH:MM', with seconds or without). */
      readonly at: Date | string
    }
)

export interface Calendar {
  readonly name: string
  readonly events: readonly CalendarEvent[]
  /** When it was made. */
  readonly made: Date
}

/**
 * The calendar as text, to be sent as text/calendar; charset=utf-8. Events take up no time: they do not show anybody as busy.
 * @throws RangeError for a day, a moment or an address that is none.
 */
export function calendarOf({ name, events, made }: Calendar): string {
  const stamp = utc(made)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Goldthread//Goldthread//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // Each name and each hint twice: as the standard says it, and as older programs look for it.
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('')
}

function linesOf(event: CalendarEvent, stamp: string): string[] {
  const { uid, summary, description, url } = event
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${stamp}`,
    ...when(event),
    `SUMMARY:${text(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(url === undefined ? [] : [`URL:${address(url)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** A day ends where the next begins; what happens at an instant has no length. */
function when(event: CalendarEvent): string[] {
  if (!('on' in event)) return [`DTSTART:${utc(instantOf(event.at))}`]
  const day = (plain: string) => plain.replaceAll('-', '')
  return [`DTSTART;VALUE=DATE:${day(event.on)}`, `DTEND;VALUE=DATE:${day(dayAfter(event.on))}`]
}

/** @throws RangeError when it is no day. */
function dayAfter(day: string): string {
  if (!isPlainDate(day)) throw new RangeError('A day of a calendar is written YYYY-MM-DD.')
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** @throws RangeError when it is neither an instant nor a moment. */
function instantOf(at: Date | string): Date {
  if (at instanceof Date) return at
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)$/.exec(at) ?? []
  if (isPlainDate(day)) return new Date(londonInstant(day, time))
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(at))
    throw new RangeError('A time of a calendar is an instant with its offset, or YYYY-MM-DD HH:MM in London.')
  return new Date(at)
}

/** 20160303T184000Z. @throws RangeError when it is no instant. */
const utc = (instant: Date): string =>
  instant
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z')
    .replaceAll(/[-:]/g, '')

/** A text as a value has it (3.3.11); letters that no value may hold are left out. */
const text = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** @throws RangeError when it is not a whole address. */
function address(url: string): string {
  if (!URL.canParse(url)) throw new RangeError('An event opens at a whole address, beginning with https://')
  return new URL(url).href
}

const longest = 75

/** The line in pieces of at most 75 bytes (3.1), cut between letters; each piece but the first begins with a blank. */
function folded(line: string): string {
  let piece = ''
  let bytes = 0
  let pieces = ''
  for (const letter of line) {
    const more = Buffer.byteLength(letter)
    if (bytes + more > longest) {
      pieces += `${piece}\r\n `
      piece = ''
      bytes = 1
    }
    piece += letter
    bytes += more
  }
  return `${pieces}${piece}\r\n`
}
