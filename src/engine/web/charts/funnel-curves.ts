/** The limits of a funnel at every size, to be drawn as lines: those that `funnel` sets for a group of that size. */
import type { Sort } from '../../measures/fractions.ts'
import { funnel, type Funnel } from '../../measures/funnel.ts'

export interface FunnelLimits {
  /** How many: the size of a group. */
  readonly of: number
  readonly lower95: number
  readonly upper95: number
  readonly lower998: number
  readonly upper998: number
}

export interface CurveOptions {
  readonly sort: Sort
  readonly per: number
}

const places = 60

/** From one size to another, both with it. A part of a whole has whole sizes alone. */
export function curvesOf({ centre, between }: Funnel, from: number, to: number, { sort, per }: CurveOptions): readonly FunnelLimits[] {
  if (centre === null) return []
  const sizes = Array.from({ length: places + 1 }, (_, n) => from + ((to - from) * n) / places)
  const own = sort === 'part' ? [...new Set(sizes.map(Math.round))] : sizes
  return own.filter((of) => of > 0).map((of) => limitsAt(of, centre / per, between / per, { sort, per }))
}

/**
 * A group that is by itself all together has the limits of chance alone. Where groups vary more than that, their limits reach further by as
 * much as the standard deviation does.
 */
function limitsAt(of: number, centre: number, between: number, { sort, per }: CurveOptions): FunnelLimits {
  const [alone] = funnel([{ name: '', numerator: of * centre, denominator: of }], { sort, per }).groups
  const chance = (sort === 'part' ? centre * (1 - centre) : centre) / of
  const wider = chance > 0 ? Math.sqrt((chance + between * between) / chance) : 1
  const most = sort === 'part' ? per : Infinity
  const reach = (limit: number | null | undefined): number =>
    Math.min(most, Math.max(0, centre * per + ((limit ?? centre * per) - centre * per) * wider))
  return {
    of,
    lower95: reach(alone?.lower95),
    upper95: reach(alone?.upper95),
    lower998: reach(alone?.lower998),
    upper998: reach(alone?.upper998),
  }
}
