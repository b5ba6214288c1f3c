import type { Measure } from '../../engine/measures/measure.ts'
import { monthNumber } from '../../engine/measures/months.ts'
import type { Watching } from '../../engine/signals/look.ts'
import type { Beside } from '../digest/beside.ts'

/** What of each measure is watched, and whom it should treat alike. */

/** Who serves a child: where a change there is told even if the whole stands still. By worker there are counts of copied texts alone. */
const places = ['team', 'workers-team', 'worker', 'provider', 'area', 'organisation']

/** Where a child lives or with whom: differences by these say something of what is done, of measures that are not themselves of where children live. */
const placesOfCare = ['provider', 'area', 'placement']

/** What the facts themselves say of who a child is at the time: a year of school, a plan of which sort. */
const saidOfPeople = ['phase', 'years', 'inCare', 'sort']

/** Groups of children who should be served alike. */
const groups = ['age', 'sex', 'ethnicity', 'disability', 'unaccompanied']

/**
 * Measures that tell what children’s lives are like, or where they live: groups differ there without anyone serving them differently. Of them changes are told,
 * and no group is held against others.
 */
/** Exported for the check that each is a measure. */
export const differsByNature: ReadonlySet<string> = new Set([
  'cla-foster-share',
  'cla-long-term-stability',
  'foster-in-house',
  'eh-outcomes-met',
  'leavers-eet',
  'leavers-eet-17-18',
  'leavers-suitable',
  'leavers-suitable-17-18',
  'leavers-staying-put-18',
  'leavers-staying-put-19-20',
  'audit-good',
  'audit-moderation',
  'adoption-a3',
  // Unaccompanied children hold papers of the Home Office in place of these.
  'cla-passport',
  'cla-birth-certificate',
])

export function watchingOf(measures: readonly Measure[], beside: Pick<Beside, 'targetOf' | 'seriesTo'>, to: number): Watching {
  return {
    measures: measures.filter((measure) => !isToldTwice(measure, measures)),
    from: Math.max(beside.seriesTo(to).from, monthNumber('1990-01')),
    targetOf: (measure, month) => beside.targetOf(measure, month)?.value ?? null,
    placesOf,
    alikeBy,
  }
}

/** A rate is the number of the same children to a population that hardly moves: the number is watched. */
const isToldTwice = (measure: Measure, all: readonly Measure[]): boolean =>
  measure.statistic === 'rate' &&
  all.some(
    (other) => other.statistic === 'count' && other.of === measure.of && JSON.stringify(other.where) === JSON.stringify(measure.where),
  )

const idsOf = ({ by }: Measure): readonly string[] => by.flatMap((each) => (typeof each === 'string' ? each : each.counted ? each.id : []))

function placesOf(measure: Measure): readonly string[] {
  if (measure.statistic === 'mean' || measure.statistic === 'ratio' || measure.statistic === 'median' || measure.statistic === 'highest')
    return []
  // Of how many there are, by what each is too: referrals by who made them. Of shares of the whole, what they are shares of.
  const also = measure.statistic === 'count' ? measure.by.filter((by): by is string => typeof by === 'string') : measure.ofWhole
  return idsOf(measure).filter((id) => places.includes(id) || also.includes(id))
}

/** What is done for children should be alike for all. That something happens to them more often (returns, repeats, moves) differs by who they are. */
function alikeBy(measure: Measure): readonly { readonly by: string; readonly ofPeople: boolean }[] {
  if (measure.statistic !== 'share' || measure.better === 'neutral' || differsByNature.has(measure.id)) return []
  const isDone = measure.better === 'higher' || measure.id === 'assessments-open-over-45'
  if (!isDone && measure.speaksOf !== 'words' && measure.speaksOf !== 'text') return []
  return idsOf(measure).flatMap((by) => {
    if (groups.includes(by)) return isDone ? { by, ofPeople: true } : []
    if (places.includes(by) || (isDone && (placesOfCare.includes(by) || saidOfPeople.includes(by)))) return { by, ofPeople: false }
    return []
  })
}
