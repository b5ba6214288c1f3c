import { dispersionOf, likelihoodOf, season, type Stretch } from './likelihood.ts'
import type { Series } from './series.ts'

/**
 * Whether the figures of the latest months differ from those before by more than chance, since when, and by how much.
 *
 * For each month in which a change may have begun, the likelihood of one level before it and another since is held against that of one level
 * throughout (the generalised likelihood ratio of Siegmund and Venkatraman 1995, Annals of Statistics 23, 255; for counts and shares as in Höhle and Paul
 * 2008, Computational Statistics & Data Analysis 52, 4357). The month that explains the figures best is when the change began. Where figures
 * vary more than chance from month to month, the ratio is divided by how much more (quasi-likelihood, McCullagh and Nelder 1989, chapter 9).
 */

/** A change, with its working. */
export interface Change {
  /** The first month of the new level, by number. */
  readonly since: number
  /** The level before and since: a share from 0 to 1, a number a month, an average. */
  readonly before: number
  readonly after: number
  /** What was counted in the months since, above the line and below it. */
  readonly above: number
  readonly below: number
  /** How far beyond chance, in standard deviations of a normal number, with its sign: up or down. */
  readonly strength: number
  /** How much more the figures vary from month to month than chance has it, 1 and more. */
  readonly dispersion: number
  /** It still goes on growing: each month further than the one before, beyond chance. */
  readonly growing: boolean
  /** The months that tell how it was before, both with them. */
  readonly held: readonly [from: number, to: number]
}

export interface Looked {
  /** How many months may lie between the change and now, and how many before it tell the level before. */
  readonly longest: number
  readonly before: number
  /** The fewest months before it. */
  readonly fewestBefore: number
}

const lookedAt: Looked = { longest: 18, before: 24, fewestBefore: 9 }

/**
 * The change that is likeliest at the end of a series, whatever its strength; null where there are too few figures to say.
 * @param end the number of figures to look at: as if those after had not been told yet
 */
export function changeAt(series: Series, end = series.above.length, looked: Looked = lookedAt): Change | null {
  if (end < looked.fewestBefore + 1) return null
  const sums = sumsOf(series, end, looked)
  let best: { readonly at: number; readonly ratio: number } | null = null
  for (let at = Math.max(looked.fewestBefore, end - looked.longest); at < end; at++) {
    const ratio = likelihoodOf(series.sort, sums(Math.max(0, at - looked.before), at), sums(at, end))
    if (ratio !== null && (best === null || ratio > best.ratio)) best = { at, ratio }
  }
  if (best === null) return null
  const from = Math.max(0, best.at - looked.before)
  const [before, after] = [sums(from, best.at), sums(best.at, end)]
  const dispersion = dispersionOf(series, from, best.at)
  const [levelBefore, levelAfter] = [before.above / before.below, after.above / after.below]
  return {
    since: series.first + best.at,
    before: levelBefore,
    after: levelAfter,
    above: sum(series.above, best.at, end),
    below: sum(series.below, best.at, end),
    strength: Math.sign(levelAfter - levelBefore) * Math.sqrt((2 * best.ratio) / dispersion),
    dispersion,
    growing: isGrowing(series, best.at, end, Math.sign(levelAfter - levelBefore), dispersion),
    held: [series.first + from, series.first + best.at - 1],
  }
}

/** What is counted over any stretch: with what was carried from month to month counted once, and each month at what it usually is in the year. */
function sumsOf(series: Series, end: number, looked: Looked): (from: number, to: number) => Stretch {
  const { above, below, carried, sort } = series
  const usual = sort === 'events' && carried === 0 ? season(series, end, looked.before) : null
  const up = new Float64Array(end + 1)
  const down = new Float64Array(end + 1)
  const squares = new Float64Array(end + 1)
  for (let place = 0; place < end; place++) {
    const [over, under] = [above[place] as number, below[place] as number]
    const weight = usual === null ? 1 : (usual[(series.first + place) % 12] as number)
    up[place + 1] = (up[place] as number) + over
    down[place + 1] = (down[place] as number) + under * weight
    squares[place + 1] = (squares[place] as number) + (under === 0 ? 0 : (over * over) / under)
  }
  return (from, to) => {
    // Of k figures each carried from the last, all together tell as much as this many that stand alone.
    const told = carried === 0 ? 1 : (1 + (to - from - 1) * (1 - carried)) / (to - from)
    return {
      above: ((up[to] as number) - (up[from] as number)) * told,
      below: ((down[to] as number) - (down[from] as number)) * told,
      squares: ((squares[to] as number) - (squares[from] as number)) * told,
      months: to - from,
      alone: (to - from) * told,
    }
  }
}

/** Whether it goes on growing since it began: the later half against the first, where there are six months or more. */
function isGrowing(series: Series, at: number, end: number, way: number, dispersion: number): boolean {
  if (end - at < 6) return false
  const middle = Math.floor((at + end) / 2)
  const sums = sumsOf(series, end, lookedAt)
  const [first, later] = [sums(at, middle), sums(middle, end)]
  const ratio = likelihoodOf(series.sort, first, later)
  if (ratio === null) return false
  return Math.sign(later.above / later.below - first.above / first.below) === way && Math.sqrt((2 * ratio) / dispersion) > 2.5
}

function sum(numbers: Float64Array, from: number, to: number): number {
  let all = 0
  for (let place = from; place < to; place++) all += numbers[place] as number
  return all
}
