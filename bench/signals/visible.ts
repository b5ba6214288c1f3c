import type { Plant } from './plants.ts'
import type { Count, Truth } from './truth.ts'

/**
 * Which planted problems an experienced analyst could see. Written before anything was measured, and not changed since.
 *
 * The judge is an oracle, who knows more than any analyst: which process was touched, in which place, in which direction and from which month.
 * It sees the process’s own counts, month by month in the true place: how often the step fell due, and how often it was taken in time. They come
 * from the generator and not from the product. What even the oracle could not tell from chance, nobody can see. It is counted apart.
 *
 * - What is compared: the four months from the onset on, with the two years before it. An outlier: its one month with the two years before. A trend
 *   grows for twelve months: the last four of these, with the two years before. A place that was apart from the start: its last two years before
 *   the look begins, with all other places in the same time.
 * - How strong: z, the signed root of the likelihood ratio of two binomial shares (Wilks 1938) against one share. Volumes: the months with the same
 *   calendar months of the two years before, as Poisson counts whose spread is widened by the overdispersion of those two years
 *   (Pearson’s chi-square over its degrees of freedom, season taken out; never under 1).
 * - Visible is z of 4 or more in the true direction: a chance of about 3 in 100,000. An analyst looks at hundreds of series a month; with less, every
 *   month would show something that is not there.
 * - An oracle with less than 8 cases after the onset is not asked: a share of seven cases is an anecdote.
 *
 * Nothing is taken away for recording that lags, for measures of twelve months that follow slowly, or for the many series an analyst must look
 * through. So “visible” is generous, and the share found of the visible is a hard figure.
 */

/** What the oracle saw. `z` is positive in the planted direction. */
export interface Seen {
  readonly visible: boolean
  readonly z: number
  /** Share (or count a month) before and after, in the true place. */
  readonly before: number
  readonly after: number
  /** Cases of the true place a month, after the onset. */
  readonly casesAMonth: number
}

const strength = 4
const fewest = 8
const monthsBefore = 24
const monthsAfter = 4

/**
 * The oracle’s look at one planted problem.
 * @param start the month number in which the look begins, for places apart from the start
 */
export function seenByOracle(plant: Plant, truth: Truth, start: number): Seen {
  if (plant.kind === 'volume') return volumeSeen(truth.monthly(plant.processes[0] ?? '', plant.where), plant)
  const [from, until] = monthsCompared(plant)
  const sum = (first: number, end: number, others = false): Count =>
    plant.processes.reduce<Count>(
      (all, process) => {
        const here = truth.between(process, plant.where, first, end)
        const whole = others ? truth.between(process, {}, first, end) : null
        return {
          cases: all.cases + (whole ? whole.cases - here.cases : here.cases),
          ok: all.ok + (whole ? whole.ok - here.ok : here.ok),
        }
      },
      { cases: 0, ok: 0 },
    )
  const apart = plant.kind === 'apart'
  const after = apart ? sum(start - monthsBefore, start) : sum(from, until)
  const before = apart ? sum(start - monthsBefore, start, true) : sum(plant.onset - monthsBefore, plant.onset)
  const months = apart ? monthsBefore : until - from
  return judged(before, after, plant.raises ? 1 : -1, months)
}

/** The months after the onset that are compared: from, and until (not with it). */
function monthsCompared(plant: Plant): readonly [number, number] {
  if (plant.kind === 'outlier') return [plant.onset, plant.onset + 1]
  if (plant.kind === 'trend') return [plant.onset + 12 - monthsAfter, plant.onset + 12]
  return [plant.onset, plant.onset + monthsAfter]
}

function judged(before: Count, after: Count, direction: 1 | -1, months: number): Seen {
  const z = rootOfRatio(before, after) * direction
  return {
    visible: z >= strength && after.cases >= fewest,
    z,
    before: share(before),
    after: share(after),
    casesAMonth: after.cases / months,
  }
}

const share = ({ cases, ok }: Count): number => (cases === 0 ? 0 : ok / cases)

/** The signed root of twice the log likelihood ratio of two shares against one; positive where the second is higher. */
export function rootOfRatio(one: Count, other: Count): number {
  if (one.cases === 0 || other.cases === 0) return 0
  const both = { cases: one.cases + other.cases, ok: one.ok + other.ok }
  const twice = 2 * (fits(one, share(one)) + fits(other, share(other)) - fits(one, share(both)) - fits(other, share(both)))
  return Math.sqrt(Math.max(0, twice)) * Math.sign(share(other) - share(one))
}

const fits = ({ cases, ok }: Count, p: number): number => times(ok, p) + times(cases - ok, 1 - p)
const times = (count: number, p: number): number => (count === 0 ? 0 : count * Math.log(p))

/** @param counts cases by month number */
function volumeSeen(counts: ReadonlyMap<number, number>, plant: Plant): Seen {
  const at = (month: number): number => counts.get(month) ?? 0
  const span = Array.from({ length: monthsAfter }, (_, place) => plant.onset + place)
  const after = span.reduce((sum, month) => sum + at(month), 0)
  const before = span.reduce((sum, month) => sum + at(month - 12) + at(month - 24), 0) / 2
  // Spread: the two years before are two tellings of each calendar month; their difference has nothing of the season.
  let chi = 0
  for (let month = plant.onset - 12; month < plant.onset; month += 1) {
    const middle = (at(month) + at(month - 12)) / 2
    if (middle > 0) chi += (at(month) - middle) ** 2 / middle + (at(month - 12) - middle) ** 2 / middle
  }
  const spread = Math.max(1, chi / 12)
  const z = before === 0 ? 0 : (after - before) / Math.sqrt(spread * (after + before / 2))
  const towards = plant.raises ? z : -z
  return {
    visible: towards >= strength && after >= fewest,
    z: towards,
    before: before / monthsAfter,
    after: after / monthsAfter,
    casesAMonth: after / monthsAfter,
  }
}
