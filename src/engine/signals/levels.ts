import { beyondNormal, binomial } from '../measures/distributions.ts'
import type { Measure } from '../measures/measure.ts'
import { idOf, inUnit, type Found, type Kind } from './found.ts'
import { confidenceOf } from './changes.ts'
import { lastOf, type Series } from './series.ts'

/**
 * A share that surely lies on the wrong side of what anyone would expect, or of what the authority aims at, whether it changed or was never otherwise. What
 * happens is taken over the last twelve months (or two years, where cases are few), what stands as it stands now; by the exact binomial distribution.
 */

/** So rarely may chance put a share there whose true level is as expected, or as aimed at. */
const seldom = 1e-3
const fewest = 20
/** Where twelve months have fewer cases, two years are taken. */
const fewInAYear = 40

/** @param target in the unit of the measure; null where none is set */
export function levelsTold(measure: Measure, series: Series, target: number | null): Found[] {
  if (series.sort !== 'part' || measure.better === 'neutral' || isNeverMet(measure, series)) return []
  const told = (kind: Kind, aim: number): Found[] => {
    const end = series.above.length
    const now = levelAt(series, end)
    if (!isTold(measure, series, end, aim / 100)) return []
    let first = end
    while (first > 1 && isTold(measure, series, first - 1, aim / 100)) first--
    const share = now.above / now.below
    const strength = deviations(measure, now, aim / 100)
    return [
      {
        id: idOf(kind, measure, null),
        kind,
        measure,
        place: null,
        since: Math.max(series.first, series.first + first - now.months),
        seen: series.first + first - 1,
        direction: 'worse',
        from: aim,
        to: inUnit(measure, share),
        above: now.above,
        below: now.below,
        months: [lastOf(series) - now.months + 1, lastOf(series)],
        strength,
        confidence: confidenceOf(strength),
        change: null,
      },
    ]
  }
  const kind = kindOf(measure)
  const expected = measure.expected === null ? [] : told(kind, measure.expected)
  // What is far from what anyone would expect is said once.
  return expected.length > 0 || target === null ? expected : told('target', target)
}

/** What is never so, in all the time there is, is not recorded here: that is no failing of anyone who works with people. */
function isNeverMet({ better }: Measure, { above, below, carried }: Series): boolean {
  if (better === 'lower') return false
  const months = carried > 0 ? above.length : 1
  const [over, under] = [above, below].map((numbers) => numbers.reduce((sum, each) => sum + each, 0) / months) as [number, number]
  return over <= under / 100
}

const kindOf = ({ speaksOf }: Measure): Kind => (speaksOf === 'practice' || speaksOf === 'record' ? 'unrecorded' : speaksOf)

function levelAt({ above, below, carried }: Series, end: number): { above: number; below: number; months: number } {
  const of = (months: number) => {
    const from = Math.max(0, end - months)
    let [over, under] = [0, 0]
    for (let place = from; place < end; place++) {
      over += above[place] as number
      under += below[place] as number
    }
    return { above: over, below: under, months: end - from }
  }
  const year = of(carried > 0 ? 1 : 12)
  return carried > 0 || year.below >= fewInAYear ? year : of(24)
}

/** Once surely wrong it is told until it lies on the right side, or for a year is not sure any more: it does not come and go with every month. */
function isTold(measure: Measure, series: Series, end: number, aim: number): boolean {
  const { above, below } = levelAt(series, end)
  if (below === 0 || above / below >= aim === (measure.better === 'higher')) return false
  for (let back = 0; back < 12 && end - back > 0; back++) if (isSurelyWrong(measure, levelAt(series, end - back), aim)) return true
  return false
}

function isSurelyWrong({ better }: Measure, { above, below }: { above: number; below: number }, aim: number): boolean {
  if (below < fewest) return false
  const whole = Math.round(below)
  const counts = binomial(whole, aim)
  return better === 'higher' ? counts.atMost(Math.round(above)) < seldom : counts.moreThan(Math.round(above) - 1) < seldom
}

/** The distance from the aim in standard deviations, at most ten. */
function deviations({ better }: Measure, { above, below }: { above: number; below: number }, aim: number): number {
  const counts = binomial(Math.round(below), aim)
  const chance = better === 'higher' ? counts.atMost(Math.round(above)) : counts.moreThan(Math.round(above) - 1)
  let [low, high] = [0, 10]
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2
    if (beyondNormal(middle) / 2 > chance) low = middle
    else high = middle
  }
  return low
}
