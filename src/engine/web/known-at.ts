/** Which past moment an address looks at: `?known-at=2016-01-24` or `?known-at=2016-01-24T14:30`, in London time. */
import { NotNow } from './page.ts'
import { clockTime, isPlainDate, lastInstantOf, londonDay, londonInstant, longDate, typedDay, typedTime } from './words.ts'

export interface KnownAtMoment {
  /** As an address has it: a day, or a day and a time. */
  readonly canonical: string
  /** ISO. The end of the day, where no time is given. */
  readonly instant: string
  readonly words: string
}

/**
 * Reads what an address or a person gave; null for nothing, and for today without a time, because both mean now.
 * @throws NotNow with a sentence when it cannot be read, or is still to come.
 */
export function knownAtMoment(given: string | null, now: Date): KnownAtMoment | null {
  const text = (given ?? '').trim()
  if (text === '') return null
  const { day, time } = partsOf(text)
  const moment = time === null ? aDay(day) : aTime(day, time)
  if (day > londonDay(now) || (time !== null && Date.parse(moment.instant) > now.getTime()))
    throw new NotNow(`${moment.words} is still to come. Give a day up to today, ${longDate(londonDay(now))}.`)
  return time === null && day === londonDay(now) ? null : moment
}

const aDay = (day: string): KnownAtMoment => ({ canonical: day, instant: lastInstantOf(day), words: longDate(day) })

const aTime = (day: string, time: string): KnownAtMoment => ({
  canonical: `${day}T${time}`,
  instant: londonInstant(day, time),
  words: `${longDate(day)} at ${clockTime(time)}`,
})

function partsOf(text: string): { day: string; time: string | null } {
  const [, written = '', , wall = null] = /^(.*?)((?:T| at |\s)(\d{1,2}:\d{2}(?:am|pm)?))?$/i.exec(text) ?? []
  const day = typedDay(written)
  const time = wall === null ? null : typedTime(wall)
  if (day === null || !isPlainDate(day) || (wall !== null && time === null))
    throw new NotNow(
      'That is not a moment we can read. Give a day, for example 24 January 2016, or a day and a time, 24 January 2016 at 2:30pm.',
    )
  return { day, time }
}
