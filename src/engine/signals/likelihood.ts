import type { Series, Sort } from './series.ts'

/** How likely two stretches of figures are with a level each, against one level for both. */

/** What is counted over a stretch of months. */
export interface Stretch {
  readonly above: number
  readonly below: number
  /** Of averages: the sum of each month’s average squared, times its weight. */
  readonly squares: number
  readonly months: number
  /** How many months that stand alone tell as much: fewer, where each is carried from the last. */
  readonly alone: number
}

/** The fewest that must be expected over and under a level for a ratio to say anything. */
const fewest = 3

/**
 * The logarithm of the likelihood ratio, 0 and more; null where a stretch has nothing to tell it by.
 * Of parts: binomial. Of events: Poisson. Of averages: normal, with a spread that is told by the months of both stretches.
 */
export function likelihoodOf(sort: Sort, before: Stretch, after: Stretch): number | null {
  if (before.below <= 0 || after.below <= 0) return null
  const [above, below] = [before.above + after.above, before.below + after.below]
  switch (sort) {
    case 'part': {
      const level = above / below
      const expected = after.below * Math.min(level, 1 - level)
      const met = Math.max(expected, Math.min(after.above, after.below - after.above))
      if (met < fewest) return null
      return part(before.above, before.below) + part(after.above, after.below) - part(above, below)
    }
    case 'events':
      if (Math.max(after.above, (after.below * above) / below) < fewest) return null
      return event(before.above, before.below) + event(after.above, after.below) - event(above, below)
    case 'number': {
      const months = before.months + after.months
      if (before.months < 6 || months < 10) return null
      const one = before.squares + after.squares - (above * above) / below
      const two = before.squares - (before.above * before.above) / before.below + after.squares - (after.above * after.above) / after.below
      if (!(two > 1e-9 * Math.max(1, Math.abs(one)))) return null
      const free = Math.max(1, before.alone + after.alone - 2)
      return deviance(((one - two) / two) * free, free) / 2
    }
  }
}

const part = (above: number, below: number): number => event(above, below) + event(below - above, below)
const event = (above: number, below: number): number => (above <= 0 ? 0 : above * Math.log(above / below))

/** The square of Student’s t as that of a normal number as rare (Wallace 1959, the simplest of his approximations). */
const deviance = (t2: number, freedom: number): number => {
  const near = (8 * freedom + 1) / (8 * freedom + 3)
  return near * near * freedom * Math.log1p(t2 / freedom)
}

/**
 * How much more the figures vary from one month to the next than chance has it, 1 and more: by moving ranges, which a change of level does not
 * widen (Laney 2002, Quality Engineering 14, 531), drawn towards 1 where there are few.
 */
export function dispersionOf(series: Series, from: number, to: number): number {
  const { above, below, sort, carried } = series
  if (sort === 'number') return 1
  let [over, under] = [0, 0]
  for (let place = from; place < to; place++) {
    over += above[place] as number
    under += below[place] as number
  }
  const level = over / under
  const spread = sort === 'part' ? level * (1 - level) : level
  if (!(spread > 0)) return 1
  // What stands is as wide as its figures lie round their level: neighbours are too alike to tell it.
  if (carried > 0) return sort === 'part' ? 1 : Math.max(leastOfStanding, aroundLevel(series, from, to, level, spread))
  let ranges = 0
  let counted = 0
  let last: number | null = null
  for (let place = from; place < to; place++) {
    const of = below[place] as number
    if (of <= 0) {
      last = null
      continue
    }
    const standing = ((above[place] as number) / of - level) / Math.sqrt(spread / of)
    if (last !== null) {
      ranges += Math.abs(standing - last)
      counted++
    }
    last = standing
  }
  if (counted === 0) return 1
  const wide = (ranges / counted / 1.128) ** 2
  // Events that come in bursts, with long quiet between: ranges hardly see them, squares do.
  const bursts = Math.min(3, aroundLevel(series, from, to, level, spread))
  return Math.max(1, (Math.max(wide, bursts) * counted + drawn) / (counted + drawn))
}

const drawn = 12
/** Brothers and sisters come and go together. */
const leastOfStanding = 1.5

function aroundLevel({ above, below }: Series, from: number, to: number, level: number, spread: number): number {
  let squares = 0
  let counted = 0
  for (let place = from; place < to; place++) {
    const of = below[place] as number
    if (of <= 0) continue
    squares += ((above[place] as number) / of - level) ** 2 / (spread / of)
    counted++
  }
  return squares / Math.max(1, counted - 1)
}

/**
 * What each month of the year usually is to the average, from the two years before the latest: 12 numbers around 1, drawn towards it as far as
 * chance alone would scatter them. Null with less than two years, or where months of the year do not differ by more than chance.
 */
export function season({ above, first }: Series, end: number, before: number): Float64Array | null {
  const to = end
  const from = Math.max(0, to - before - 12)
  if (to - from < 24) return null
  const [sums, years] = [new Float64Array(12), new Float64Array(12)]
  let all = 0
  for (let place = from; place < to; place++) {
    const month = (first + place) % 12
    // Against the year around it, so that a level that changes is no season.
    const [start, stop] = [Math.max(from, Math.min(place - 6, to - 12)), 0]
    let year = stop
    for (let other = start; other < Math.min(to, start + 12); other++) year += above[other] as number
    if (year === 0) return null
    sums[month] = (sums[month] as number) + ((above[place] as number) * 12) / year
    years[month] = (years[month] as number) + 1
    all += above[place] as number
  }
  const mean = all / (to - from)
  if (mean < 4) return null
  const usual = new Float64Array(12).map((_, month) => (sums[month] as number) / (years[month] as number))
  const scatter = usual.reduce((total, each) => total + (each - 1) ** 2, 0) / 11
  const byChance = (1.5 / mean) * (12 / (to - from))
  const real = Math.max(0, 1 - byChance / scatter)
  if (real < 0.3) return null
  return usual.map((each) => 1 + (each - 1) * real)
}
