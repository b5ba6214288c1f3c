/** Axes: round numbers that reach around what is drawn, and the months below it. */

export interface Axis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

export interface Range {
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** More lines across a picture say no more. */
const mostSteps = 4

/**
 * An axis of round numbers around all these. It begins at 0 where nothing is below 0 and the numbers differ enough for that to show them.
 * @param range what it reaches at least: 0 to 100 for a share
 * @param written as its numbers are written; it has no two that read alike
 */
export function axisOf(numbers: readonly number[], range: Range, written: (value: number) => string): Axis {
  const given = [...numbers, ...[range.from, range.to].filter((each) => each !== undefined)]
  if (given.length === 0) return { from: 0, to: 1, ticks: [0, 1] }
  let [low, high] = [Math.min(...given), Math.max(...given)]
  const size = Math.max(Math.abs(low), Math.abs(high))
  const alike = high - low < size * 1e-9
  if (size < 1e-12) [low, high] = [0, 1]
  else if (alike || (low >= 0 && high - low >= high / 4)) [low, high] = [Math.min(low, 0), Math.max(high, 0)]
  for (let step = roundUp((high - low) / mostSteps); ; step = roundUp(step * 1.01)) {
    const ticks = ticksOf(low, high, step)
    if (ticks.length <= mostSteps + 2 && (new Set(ticks.map(written)).size === ticks.length || step > (high - low) * 4))
      return { from: ticks[0] ?? low, to: ticks.at(-1) ?? high, ticks }
  }
}

/** Round whole numbers between two others: for how many there are, where the axis ends as it likes. */
export function wholesWithin(low: number, high: number): readonly number[] {
  const step = Math.max(1, roundUp((high - low) / (mostSteps + 1)))
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => (first + at) * step)
}

function ticksOf(low: number, high: number, step: number): number[] {
  // A sum of decimals may lie a little beyond the tick that it should be.
  const dust = 1e-9
  const [first, last] = [Math.floor(low / step + dust), Math.ceil(high / step - dust)]
  return Array.from({ length: Math.max(last - first, 1) + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

/** 1, 2, 5 or 25 and noughts, before or behind them: the first that is not smaller. A quarter is written with two digits, so there is none below 10. */
function roundUp(step: number): number {
  const ten = 10 ** Math.floor(Math.log10(step) + 1e-9)
  const times = [1, 2, ...(ten >= 10 ? [2.5] : []), 5, 10].find((each) => each * ten >= step * (1 - 1e-9)) ?? 10
  return times * ten
}

const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** The number of a month since the year 0, from '2016-02' or 'February 2016'; null for what is no month. */
function monthOf(period: string | null): number | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(period ?? '') ?? []
  if (year !== undefined) return Number(year) * 12 + Number(month) - 1
  const [, name = '', inYear] = /^([A-Z][a-z]+) (\d{4})$/.exec(period ?? '') ?? []
  return names.includes(name) ? Number(inYear) * 12 + names.indexOf(name) : null
}

/** '2016-02' → 'February 2016'; any other period as it stands. */
export function periodInWords(period: string): string {
  const month = monthOf(period)
  return month === null ? period : `${names[month % 12]} ${Math.floor(month / 12)}`
}

export interface PeriodTick {
  readonly at: number
  readonly label: string
  /** Below the label, where a year begins on the axis. */
  readonly year: string | null
}

/**
 * Which periods are named below the picture: every one where there is room, else every third, sixth or twelfth month, counted from
 * January.
 * @param step how far one period lies from the next
 * @param room how far two labels must lie from each other
 */
export function periodTicks(periods: readonly (string | null)[], step: number, room: number): readonly PeriodTick[] {
  const months = periods.map(monthOf)
  const allMonths = months.every((month) => month !== null)
  const oneByOne = allMonths && months.every((month, at) => at === 0 || month === (months[at - 1] ?? 0) + 1)
  const every = [1, 3, 6, 12, 24, 36, 60, 120].find((each) => each * step >= room) ?? Math.ceil(room / step)
  const first = oneByOne ? (months[0] ?? 0) : 0
  const named = periods.map((_, at) => at).filter((at) => (first + at) % every === 0)
  return (named.length === 0 ? [0] : named).map((at, n, all) => {
    if (!allMonths) return { at, label: periods[at] ?? String(at + 1), year: null }
    const [month, before] = [months[at] ?? 0, n === 0 ? null : (months[all[n - 1] ?? 0] ?? 0)]
    const year = Math.floor(month / 12)
    return {
      at,
      label: (names[month % 12] ?? '').slice(0, 3),
      year: before === null || Math.floor(before / 12) !== year ? String(year) : null,
    }
  })
}
