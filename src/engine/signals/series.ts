import type { Measure } from '../measures/measure.ts'
import type { Counts } from '../measures/series.ts'

/**
 * What is watched for change: a measure, in whole or in one part, month by month. A figure of twelve months shares eleven with the one before, so
 * what happens is watched month by month; what stands is watched as it stood at each month’s end.
 */
export interface Series {
  /** The month of the first figure, by number. */
  readonly first: number
  /** Above the line, month by month. */
  readonly above: Float64Array
  /** Below it; all 1 of a plain count. */
  readonly below: Float64Array
  readonly sort: Sort
  /** How alike one figure is to the one before, 0 to 1: those who stand at a month’s end mostly stood at the last. */
  readonly carried: number
}

/** `part`: so many of so many. `events`: how many. `number`: an average, of so many. */
export type Sort = 'part' | 'events' | 'number'

/**
 * How much of what stands at a month’s end stood there a month before, where nothing tells it: with an average stay of seven months or more, as of
 * nearly all that is counted at a moment here. Taken low it would call chance a change.
 */
const carriedAtAMoment = 0.85

/** Which sort of figures a measure has; null where its numbers are not sums that can be watched so (a middle, the highest). */
function sortOf({ statistic }: Measure): Sort | null {
  switch (statistic) {
    case 'share':
      return 'part'
    case 'count':
    case 'rate':
      return 'events'
    case 'mean':
    case 'ratio':
      return 'number'
    case 'median':
    case 'highest':
      return null
  }
}

/**
 * The series of counts from the first month in which there is anything to the last that is asked, both with it; null where there is nothing.
 * @param from no earlier than this month, by number
 */
export function seriesFrom(measure: Measure, counts: Counts, from: number, to: number): Series | null {
  const sort = sortOf(measure)
  if (sort === null) return null
  const lasting = { above: measure.of.lasts, below: (measure.to?.of ?? measure.of).lasts }
  const told = sort === 'events' ? counts.above : counts.below
  let first = Infinity
  for (const [month, number] of told) if (number !== 0 && month < first) first = month
  first = Math.max(first, from)
  if (first > to) return null
  return {
    first,
    above: monthly(counts.above, lasting.above, first, to),
    below: sort === 'events' ? new Float64Array(to - first + 1).fill(1) : monthly(counts.below, lasting.below, first, to),
    sort,
    carried: measure.of.lasts ? carriedAtAMoment : 0,
  }
}

function monthly(counts: ReadonlyMap<number, number>, lasts: boolean, first: number, to: number): Float64Array {
  const numbers = new Float64Array(to - first + 1)
  let before = 0
  for (const [month, number] of counts)
    if (month >= first && month <= to) numbers[month - first] = (numbers[month - first] as number) + number
    else if (lasts && month < first) before += number
  if (lasts)
    for (let place = 0, stands = before; place < numbers.length; place++) {
      stands += numbers[place] as number
      numbers[place] = Math.max(0, Math.round(stands * 1e6) / 1e6)
    }
  return numbers
}

/** The last month of a series, by number. */
export const lastOf = ({ first, above }: Series): number => first + above.length - 1
