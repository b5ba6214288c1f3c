/**
 * How days, times, ages and counts are said on every page. Plain dates are 'YYYY-MM-DD'; instants are Dates or ISO text with
 * an offset and are said in London time; a moment is 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS' on the London wall clock.
 */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** '2016-03-03' → '3 March 2016'. @throws RangeError when it is not a plain date of the calendar. */
export function longDate(day: string): string {
  const { year, month, date } = partsOf(day)
  return `${date} ${months[month - 1]} ${year}`
}

/** An instant in London: '3 March 2016 at 9:42am'. @throws RangeError when it is not an instant. */
export function dateAndTime(instant: Date | string): string {
  const { day, time } = inLondon(instant)
  return `${longDate(day)} at ${clockTime(time)}`
}

/** A moment of the wall clock: '2016-03-01 21:15:00' → '1 March 2016 at 9:15pm'; without a time, the date alone. @throws RangeError */
export function momentInWords(moment: string): string {
  const [day = '', time] = moment.split(/[ T]/)
  return time === undefined ? longDate(day) : `${longDate(day)} at ${clockTime(time)}`
}

/** '09:42' or '09:42:00' → '9:42am'; noon is 12:00pm and midnight 12:00am. @throws RangeError when it is not a time of day. */
export function clockTime(time: string): string {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d(\.\d+)?)?$/.exec(time)
  if (!match) throw new RangeError('A time of day is written HH:MM or HH:MM:SS')
  const hour = Number(match[1])
  return `${hour % 12 === 0 ? 12 : hour % 12}:${match[2]}${hour < 12 ? 'am' : 'pm'}`
}

/**
 * Age in whole years on a day. Both are plain dates; null when the day is before the birth.
 *
 * A person reaches an age at the start of the birthday (Family Law Reform Act 1969, section 9). Someone born on 29 February
 * has no birthday in a common year: we take 1 March, the day after 28 February has been lived through. The Act does not settle
 * this, so it is a convention and uncertain by one day.
 */
export function ageOn(bornOn: string, on: string): number | null {
  const born = partsOf(bornOn)
  const then = partsOf(on)
  if (on < bornOn) return null
  const hadBirthday = then.month > born.month || (then.month === born.month && then.date >= born.date)
  return then.year - born.year - (hadBirthday ? 0 : 1)
}

/** countOf(3, 'entry', 'entries') → '3 entries'; 1 takes the singular; thousands have commas. */
export const countOf = (count: number, one: string, many: string): string => `${thousands(count)} ${count === 1 ? one : many}`

/** 52405 → '52,405'. Whole numbers only; a minus sign is kept. */
export const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** The plain date in London at an instant: late on a summer evening in UTC it is already tomorrow. @throws RangeError */
export const londonDay = (instant: Date | string): string => inLondon(instant).day

/**
 * The instant at which a London wall clock shows this day and time ('HH:MM' or 'HH:MM:SS'), as ISO text in UTC.
 * An hour that comes twice in October means the later one, so that nothing known by then is left out; an hour that the clocks
 * skip in March means the hour after. @throws RangeError
 */
export function londonInstant(day: string, time: string): string {
  partsOf(day)
  clockTime(time)
  const [whole = '', fraction = ''] = time.split('.')
  const asIfUtc = Date.parse(`${day}T${whole.length === 5 ? `${whole}:00` : whole}Z`)
  const offsets = [asIfUtc + 3 * hour, asIfUtc - 3 * hour].map(londonOffset)
  const right = offsets.map((offset) => asIfUtc - offset).filter((instant) => londonOffset(instant) === asIfUtc - instant)
  const instant = right.length > 0 ? Math.max(...right) : asIfUtc - Math.min(...offsets)
  return new Date(instant).toISOString().replace('.000Z', fraction === '' ? 'Z' : `.${fraction}Z`)
}

/** The last instant of a London day, to the microsecond that the database keeps. @throws RangeError */
export const lastInstantOf = (day: string): string => londonInstant(day, '23:59:59.999999')

/** True for 'YYYY-MM-DD' that is a day of the calendar, from year 1. */
export function isPlainDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month)
}

/**
 * The plain date that somebody typed: '3 March 2016', '3 mar 2016', '3/3/2016', '03-03-2016', '3.3.2016' and
 * '2016-03-03', the day before the month. Null when it cannot be read with certainty.
 */
export function typedDay(text: string): string | null {
  const tidy = text.trim().replace(/\s+/g, ' ')
  if (isPlainDate(tidy)) return tidy
  const numbers = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(tidy)
  if (numbers) return plainDate(numbers[3], Number(numbers[2]), numbers[1])
  const named = /^(\d{1,2}) ?([a-z]{3,9}),? ?(\d{4})$/i.exec(tidy)
  if (!named) return null
  const name = (named[2] ?? '').toLowerCase()
  const month = months.findIndex((full) => full.toLowerCase() === name || full.slice(0, 3).toLowerCase() === name)
  return month < 0 ? null : plainDate(named[3], month + 1, named[1])
}

/**
 * The time of day that somebody typed: '21:15', '9:15pm', '9pm', '9.15 pm', '2115'; as 'HH:MM', with seconds only where some were typed.
 * Null when it cannot be read with certainty.
 */
export function typedTime(text: string): string | null {
  const parts =
    /^(\d{1,2})(?:[:.]?([0-5]\d)(?::([0-5]\d))?)? ?([ap])\.?m?\.?$|^(\d{1,2})[:.]([0-5]\d)(?::([0-5]\d))?$|^(\d{2})([0-5]\d)$/.exec(
      text.trim().toLowerCase(),
    )
  if (!parts) return null
  const half = parts[4]
  const given = Number(parts[1] ?? parts[5] ?? parts[8])
  const [minutes = '00', seconds] = [parts[2] ?? parts[6] ?? parts[9], parts[3] ?? parts[7]]
  if (half === undefined ? given > 23 : given < 1 || given > 12) return null
  const hours = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0)
  return [String(hours).padStart(2, '0'), minutes, ...(seconds === undefined ? [] : [seconds])].join(':')
}

const hour = 3_600_000

const lengthOfMonth = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

function partsOf(day: string): { year: number; month: number; date: number } {
  if (!isPlainDate(day)) throw new RangeError('A plain date is written YYYY-MM-DD and is a day of the calendar')
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

function plainDate(year: string | undefined, month: number, date: string | undefined): string | null {
  const day = `${year}-${String(month).padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`
  return isPlainDate(day) ? day : null
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** The day and time on the London clock at an instant. */
export function inLondon(instant: Date | string): { day: string; time: string } {
  const parts = new Map(london.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return {
    day: `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}:${parts.get('second')}`,
  }
}

/** How far the London clock is ahead of UTC, in milliseconds. */
function londonOffset(instant: number): number {
  const { day, time } = inLondon(new Date(instant))
  return Date.parse(`${day}T${time}Z`) - instant
}
