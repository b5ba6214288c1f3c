/** The day, and the time of day, that somebody typed in the boxes of a date input. */
import { findDay } from '../exchange/date-forms.ts'
import type { DatePart } from './components/date-input.tsx'
import { typedDay, typedTime } from './words.ts'

export interface TypedDay {
  /** What was typed, as a cell of a file would have it; null where nothing was. */
  readonly found: string | null
  /** What cannot be read of it, to stand after the field's label; null where it can be read. */
  readonly says: string | null
  /** The boxes that are wrong; none named where it is the day as a whole. */
  readonly wrong: readonly DatePart[]
}

const nothing: TypedDay = { found: null, says: null, wrong: [] }
const isWrong = (says: string, wrong: readonly DatePart[] = [], found = ''): TypedDay => ({ found, says, wrong })

/**
 * Reads the boxes. A whole date pasted into one of them is read as such; a month may be given by name. Whether the day is one the field may
 * have is for the field's reader.
 */
export function typedInBoxes(boxes: Readonly<Record<DatePart, string>>): TypedDay {
  const { day, month, year, time } = boxes
  const filled = (['day', 'month', 'year'] as const).filter((part) => boxes[part] !== '')
  const clock = time === '' ? null : typedTime(time)
  if (filled.length === 0)
    return time === ''
      ? nothing
      : isWrong('there is a time and no date. Give the day, the month and the year, or leave the time empty.', ['day', 'month', 'year'])
  if (time !== '' && clock === null)
    return isWrong(`${short(time)} is not a time. Give a time, such as 9:15pm or 21:15, or leave it empty.`, ['time'])
  const pasted = filled.length === 1 ? wholeDay(boxes[filled[0] as DatePart]) : null
  if (pasted !== null) return { ...nothing, found: withTime(asWritten(pasted.value), clock ?? pasted.time) }
  if (filled.length < 3) {
    const absent = (['day', 'month', 'year'] as const).filter((part) => boxes[part] === '')
    return isWrong(
      `${absent.map((part) => `the ${part}`).join(' and ')} ${absent.length === 1 ? 'is' : 'are'} missing. Give the day, the month and the year.`,
      absent,
    )
  }
  const read = typedDay(`${day} ${month} ${year}`)
  return { ...nothing, found: withTime(read === null ? `${day}/${month}/${year}` : asWritten(read), clock) }
}

/** Reads the boxes of a date of which parts may be unknown: an empty box is one. */
export function typedInPart({ day, month, year }: Readonly<Record<DatePart, string>>): TypedDay {
  const filled = [day, month, year].filter((part) => part !== '')
  if (filled.length === 0) return nothing
  const pasted = filled.length === 1 ? wholeDay(filled[0] ?? '') : null
  if (pasted !== null) return { ...nothing, found: asWritten(pasted.value) }
  const named = /^[a-z]/i.test(month) ? typedDay(`1 ${month} 2000`)?.slice(5, 7) : month
  return { ...nothing, found: [day || 'zz', (named ?? month) || 'zz', year || 'zzzz'].join('/') }
}

/** A whole day in one box. A number alone is a part of one, or of nothing. */
function wholeDay(text: string): { value: string; time: string | null } | null {
  if (/^\d{1,7}(\.\d*)?$/.test(text)) return null
  const day = typedDay(text)
  return day === null ? findDay(text) : { value: day, time: null }
}

/** '2016-03-03' → '3/3/2016'. */
const asWritten = (day: string): string =>
  [day.slice(8), day.slice(5, 7), day.slice(0, 4)].map((part) => part.replace(/^0(?=.)/, '')).join('/')

const withTime = (day: string, time: string | null): string => (time === null ? day : `${day} ${time}`)

const short = (found: string): string => (found.length > 40 ? `${found.slice(0, 40)}…` : `“${found}”`)
