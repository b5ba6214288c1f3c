/** The time axis of the care history: plain dates to places across the picture, and the lines that mark years, quarters or months. */

/** Days since 1 January 1970, for a plain date. @throws RangeError when it is not one. */
function dayNumber(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / 86_400_000
  if (!Number.isInteger(number)) throw new RangeError('A plain date is written YYYY-MM-DD')
  return number
}

const plainDate = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10)

export interface Axis {
  /** Plain dates at the two ends. */
  readonly from: string
  readonly until: string
  /** The place of a day between `left` and `right`; days beyond the ends are at the ends. */
  readonly at: (day: string) => number
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
}

/** Longer ago than this is drawn at the left end: a date mistyped by a century would squeeze a life into a line. */
const longestYears = 26

/** A picture of a few weeks would show chance distances; half a year is the least it spans. */
const shortestDays = 183

/** @param first the first day there is something on, `last` the last day that must show. */
export function axisOf(first: string, last: string, left: number, right: number): Axis {
  const end = dayNumber(last)
  const begun = Math.max(Math.min(dayNumber(first), end - shortestDays), end - Math.round(longestYears * 365.25))
  const step = stepFor(end - begun)
  const from = dayNumber(startOf(plainDate(begun), step))
  const at = (day: string): number => {
    const share = (dayNumber(day) - from) / (end - from)
    return round(left + Math.min(1, Math.max(0, share)) * (right - left))
  }
  return {
    from: plainDate(from),
    until: last,
    at,
    ticks: ticksOf(plainDate(from), last, step).map((day) => ({ at: at(day), label: labelOf(day, step) })),
  }
}

/** Tenths of a pixel: enough for the eye, and short in the page. */
export const round = (place: number): number => Math.round(place * 10) / 10

/** In months. */
type Step = 1 | 3 | 12 | 24

const stepFor = (days: number): Step => (days > 19 * 366 ? 24 : days > 912 ? 12 : days > 300 ? 3 : 1)

function startOf(day: string, step: Step): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return monthStart(year * 12 + Math.floor((month - 1) / Math.min(step, 12)) * Math.min(step, 12))
}

function ticksOf(from: string, until: string, step: Step): string[] {
  const ticks: string[] = []
  for (let month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1; monthStart(month) <= until; month += step)
    ticks.push(monthStart(month))
  return ticks
}

const monthStart = (months: number): string =>
  `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`

const labelOf = (day: string, step: Step): string =>
  step >= 12 ? day.slice(0, 4) : `${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
