/**
 * Funnel limits for groups that differ in size: what chance alone would do to each, were they all alike (Spiegelhalter 2005). It compares
 * each with all together, and ranks none.
 */
import { beyondNormal, binomial, countAt, poisson, type Counts } from './distributions.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { average, quantile } from './figure.ts'
import type { Sort } from './fractions.ts'
import { plain, type Better } from './told.ts'

export interface Group {
  readonly name: string
  readonly numerator: number
  readonly denominator: number
}

export interface FunnelOptions {
  readonly sort: Sort
  readonly per?: number
  readonly better?: Better
}

/** How a group stands, by the outer limits. */
export type Standing = 'within chance' | 'above chance' | 'below chance' | 'nothing to compare'

export interface FunnelGroup extends Group {
  readonly value: number | null
  /** Inner limits, beyond which one in twenty lies by chance. */
  readonly lower95: number | null
  readonly upper95: number | null
  /** Outer limits, beyond which one in five hundred lies by chance. */
  readonly lower998: number | null
  readonly upper998: number | null
  /** How seldom chance alone would put a group so far from all together. */
  readonly chance: number | null
  /** The same, allowing for how many groups were looked at. */
  readonly falseDiscoveryRate: number | null
  readonly is: Standing
  readonly says: string
}

export interface Funnel {
  /** All groups together. */
  readonly centre: number | null
  /** How many times as much the groups vary as chance alone would have it; the variance, the outermost tenths drawn in. */
  readonly dispersion: number | null
  /** The standard deviation between groups that the limits allow for, beyond chance; 0 where chance explains all. */
  readonly between: number
  readonly groups: readonly FunnelGroup[]
}

/** The chance below the lower one of the inner and of the outer limits. */
const inner = 0.025
const outer = 0.001
/** Beyond these shares a group’s distance counts as the share’s own, so that one that stands out does not widen the limits for itself. */
const drawnIn = 0.1
/** From so many groups on it can be told whether all vary more than chance has it, or one stands out. */
const enoughToTell = 10

export function funnel(groups: readonly Group[], { sort, per = 1, better = 'neutral' }: FunnelOptions): Funnel {
  const compared = groups.filter(({ denominator }) => denominator > 0)
  const total = compared.reduce((sum, { denominator }) => sum + denominator, 0)
  if (total === 0) return { centre: null, dispersion: null, between: 0, groups: groups.map((group) => nothing(group)) }
  const centre = compared.reduce((sum, { numerator }) => sum + numerator, 0) / total
  const variance = ({ denominator }: Group): number => (sort === 'part' ? centre * (1 - centre) : centre) / denominator
  const { dispersion, between } = beyondChance(compared, centre, variance)
  const judged = compared.map((group) => {
    const counts = sort === 'part' ? binomial(group.denominator, centre) : poisson(group.denominator * centre)
    const own = variance(group)
    // Beyond chance the limits reach as much further as the groups vary more, and keep the skew of small numbers.
    const wider = own > 0 ? Math.sqrt((own + between) / own) : 1
    // Where chance alone takes all of a small group often enough, all of it is within the limits: no count between lies beyond them.
    const all = counts.moreThan(group.denominator - 1)
    const limit = (chance: number): number => {
      if (sort === 'part' && chance > 0.5 && all > 1 - chance) return per
      const share = centre + (countAt(counts, chance) / group.denominator - centre) * wider
      return Math.max(0, sort === 'part' ? Math.min(1, share) : share) * per
    }
    const share = group.numerator / group.denominator
    const chance = between > 0 ? beyondNormal((share - centre) / Math.sqrt(own + between)) : eitherTail(counts, group.numerator)
    return {
      ...group,
      value: (group.numerator * per) / group.denominator,
      lower95: limit(inner),
      upper95: limit(1 - inner),
      lower998: limit(outer),
      upper998: limit(1 - outer),
      chance,
    }
  })
  const rates = falseDiscoveryRates(judged.map(({ chance }) => chance))
  const told = judged.map((group, n): FunnelGroup => {
    const is = standing(group.value, group.lower998, group.upper998)
    return { ...group, falseDiscoveryRate: rates[n] ?? null, is, says: inWords(group.name, group.value, centre * per, is, better) }
  })
  let next = 0
  return {
    centre: centre * per,
    dispersion,
    between: Math.sqrt(between) * per,
    groups: groups.map((group) => (group.denominator > 0 ? (told[next++] ?? nothing(group)) : nothing(group))),
  }
}

/**
 * How much more the groups vary than chance has it, and the variance between them that explains it: a random effect, by the method of
 * moments (Spiegelhalter 2005 after DerSimonian and Laird 1986). Where chance explains all, or the groups are few, there is none.
 */
function beyondChance(
  groups: readonly Group[],
  centre: number,
  variance: (group: Group) => number,
): { dispersion: number | null; between: number } {
  const weights = groups.map((group) => 1 / variance(group))
  if (groups.length < 2 || !weights.every(Number.isFinite)) return { dispersion: null, between: 0 }
  const far = groups.map((group, n) => (group.numerator / group.denominator - centre) * Math.sqrt(weights[n] ?? 0))
  const sorted = far.toSorted((one, other) => one - other)
  const [least, most] = [quantile(sorted, drawnIn), quantile(sorted, 1 - drawnIn)]
  const dispersion = average(far.map((each) => Math.min(most, Math.max(least, each)) ** 2))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const squares = weights.reduce((total, weight) => total + weight * weight, 0)
  const excess = groups.length < enoughToTell ? 0 : groups.length * dispersion - (groups.length - 1)
  return { dispersion, between: excess > 0 ? excess / (sum - squares / sum) : 0 }
}

/** How seldom a count lies so far out on its side; twice that, for either side. */
const eitherTail = (counts: Counts, count: number): number => Math.min(1, 2 * Math.min(counts.atMost(count), counts.moreThan(count - 1)))

const standing = (value: number, lower: number, upper: number): Standing =>
  value - upper > upper * 1e-12 ? 'above chance' : lower - value > lower * 1e-12 ? 'below chance' : 'within chance'

const nothing = (group: Group): FunnelGroup => ({
  ...group,
  value: null,
  lower95: null,
  upper95: null,
  lower998: null,
  upper998: null,
  chance: null,
  falseDiscoveryRate: null,
  is: 'nothing to compare',
  says: `${group.name} has nothing to compare.`,
})

function inWords(name: string, value: number, centre: number, is: Standing, better: Better): string {
  const figures = `${plain(value)}, against ${plain(centre)} for all together`
  if (is === 'within chance') return `${name} does not differ by more than chance: ${figures}.`
  const good = better === 'neutral' ? null : (is === 'above chance') === (better === 'higher')
  if (good === null) return `${name} differs by more than chance: ${figures}.`
  return good ? `${name} is better by more than chance: ${figures}.` : `${name} is worse by more than chance: ${figures}.`
}
