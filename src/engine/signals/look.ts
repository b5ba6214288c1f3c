import { eachNumber } from '../measures/tally.ts'
import type { Measure } from '../measures/measure.ts'
import type { Counts } from '../measures/series.ts'
import { beginningOf } from './beginning.ts'
import { changeTold } from './changes.ts'
import type { Found } from './found.ts'
import { groupsTold, type Parted } from './groups-apart.ts'
import { levelsTold } from './levels.ts'
import { seriesFrom, type Series } from './series.ts'
import type { Watched } from './watched.ts'

/** What the rooms say of how their measures are watched. */
export interface Watching {
  readonly measures: readonly Measure[]
  /** The first month that is looked at, where the authority says from when its figures are told. */
  readonly from: number
  /** The target of a measure at the end of a month, in its unit. */
  readonly targetOf: (measure: Measure, month: number) => number | null
  /** By what a measure is parted into places whose changes are told, and by what into groups that should be served alike; identifiers. */
  readonly placesOf: (measure: Measure) => readonly string[]
  readonly alikeBy: (measure: Measure) => readonly { readonly by: string; readonly ofPeople: boolean }[]
}

/** Everything that can be said at the end of a month: changes, levels, and who stands apart, in no order. */
export function look(counts: Watched, watching: Watching, month: number): Found[] {
  const found: Found[] = []
  const parted: Parted[] = []
  const from = Math.max(watching.from, beginningOf(counts, watching.measures, month))
  for (const measure of watching.measures) {
    const all = counts.get(measure.id)
    if (measure.noTrend !== null || all === undefined) continue
    const to = month - measure.settles
    const whole = wholeOf(measure, all, from, to)
    if (whole !== null) {
      const change = changeTold(measure, null, whole)
      if (change !== null) found.push(change)
      found.push(...levelsTold(measure, whole, watching.targetOf(measure, to)))
    }
    for (const by of watching.placesOf(measure))
      for (const [value, series] of partsOf(measure, all, by, from, to)) {
        const change = changeTold(measure, { by, value }, series)
        if (change !== null) found.push(change)
      }
    for (const { by, ofPeople } of watching.alikeBy(measure))
      parted.push({ measure, by, ofPeople, parts: partsOf(measure, all, by, from, to), to })
  }
  return [...found, ...groupsTold(parted)]
}

/** The series of a measure, in whole. Of a middle value: of the averages, which need no number by number. */
function wholeOf(measure: Measure, all: ReadonlyMap<string, ReadonlyMap<string, Counts>>, from: number, to: number): Series | null {
  if (measure.statistic !== 'median') {
    const counts = all.get('')?.get('')
    return counts === undefined ? null : seriesFrom(measure, counts, from, to)
  }
  const above = new Map<number, number>()
  const below = new Map<number, number>()
  for (const [number, counts] of all.get(eachNumber) ?? [])
    for (const [month, times] of counts.above) {
      above.set(month, (above.get(month) ?? 0) + times * Number(number))
      below.set(month, (below.get(month) ?? 0) + times)
    }
  return seriesFrom({ ...measure, statistic: 'mean' }, { above, below }, from, to)
}

/** The series of each part. What is not recorded is no place. */
function partsOf(
  measure: Measure,
  all: ReadonlyMap<string, ReadonlyMap<string, Counts>>,
  by: string,
  from: number,
  to: number,
): ReadonlyMap<string, Series> {
  const whole = measure.ofWhole.includes(by) ? all.get('')?.get('')?.below : undefined
  const parts = new Map<string, Series>()
  for (const [value, counts] of all.get(by) ?? []) {
    if (value === '') continue
    const series = seriesFrom(measure, whole === undefined ? counts : { above: counts.above, below: whole }, from, to)
    if (series !== null) parts.set(value, series)
  }
  return parts
}
