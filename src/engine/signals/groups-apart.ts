import { falseDiscoveryRates } from '../measures/false-discovery.ts'
import type { Measure } from '../measures/measure.ts'
import { apartFrom, chanceOf, type Apart, type Counted } from './apart.ts'
import { idOf, inUnit, type Found, type Place } from './found.ts'
import type { Series } from './series.ts'

/**
 * Places and groups that are served worse than the others beyond chance, of all that are looked at together. What happens is taken over twelve months, what
 * stands as it stands now. Of so many looked at, the share of false ones among those told is held down (Benjamini and Hochberg 1995).
 */

/** One thing that a measure is parted by, with the series of each part. */
export interface Parted {
  readonly measure: Measure
  readonly by: string
  readonly parts: ReadonlyMap<string, Series>
  /** Whether its parts are groups of people, not places that serve them. */
  readonly ofPeople: boolean
  /** The month, by number, at whose end they are looked at. */
  readonly to: number
}

const needed = { strength: 4.5, falseShare: 0.01, points: 0.1, cases: 30 }

export function groupsTold(all: readonly Parted[]): Found[] {
  const looked = all.flatMap((each) => apartAt(each, each.to).map((apart) => ({ ...each, apart })))
  const rates = falseDiscoveryRates(looked.map(({ apart }) => chanceOf(apart.strength)))
  return looked.flatMap(({ measure, by, parts, ofPeople, to, apart }, place): Found[] => {
    if (!isTold(measure, apart) || (rates[place] as number) > needed.falseShare) return []
    let first = to
    const was = (month: number): Apart | undefined => apartAt({ measure, parts }, month).find(({ value }) => value === apart.value)
    for (let before = to - 1; before > to - 60; before--) {
      const then = was(before)
      if (then === undefined || Math.sign(then.strength) !== Math.sign(apart.strength) || Math.abs(then.strength) < needed.strength - 1)
        break
      first = before
    }
    const where: Place = { by, value: apart.value }
    const kind = ofPeople ? 'group' : 'apart'
    const moment = measure.of.lasts
    return [
      {
        id: idOf(kind, measure, where),
        kind,
        measure,
        place: where,
        since: moment ? first : first - 11,
        seen: first,
        direction: 'worse',
        from: inUnit(measure, apart.rest),
        to: inUnit(measure, apart.share),
        above: apart.above,
        below: apart.below,
        months: [moment ? to : to - 11, to],
        strength: Math.abs(apart.strength),
        confidence: 1 - (rates[place] as number),
        change: null,
      },
    ]
  })
}

const isTold = ({ better }: Measure, { strength, share, rest }: Apart): boolean =>
  Math.abs(strength) >= needed.strength && Math.abs(share - rest) >= needed.points && strength > 0 === (better === 'lower')

function apartAt({ measure, parts }: Pick<Parted, 'measure' | 'parts'>, month: number): readonly Apart[] {
  const counted = [...parts].flatMap(([value, series]): Counted[] => {
    const end = month - series.first
    if (end < 0 || end >= series.above.length) return []
    const from = measure.of.lasts ? end : Math.max(0, end - 11)
    let [above, below] = [0, 0]
    for (let place = from; place <= end; place++) {
      above += series.above[place] as number
      below += series.below[place] as number
    }
    return [{ value, above, below }]
  })
  return apartFrom(counted, needed.cases)
}
