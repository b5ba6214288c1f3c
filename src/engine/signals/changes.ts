import { beyondNormal } from '../measures/distributions.ts'
import { changeAt, type Change } from './change.ts'
import { directionOf, idOf, inUnit, type Found, type Place } from './found.ts'
import type { Measure } from '../measures/measure.ts'
import { lastOf, type Series } from './series.ts'

/** Which changes are told: far enough beyond chance, and large enough for anyone to act on. */

/**
 * How far beyond chance a change must be, in standard deviations. What is done for people (higher is better) mostly fails one by one; what happens to them comes in
 * families and to the same people again, so chance does more there. A part is one of many, what stands in a part is slow, and a single month soon shows something.
 */
const thresholds = { done: 4, happens: 4.5, partDone: 4.25, partHappens: 5.25, partStands: 4.75, oneMonth: 4.75, stays: 3 } as const

/** The distance from which a change is told. @param oneMonth whether it is of the latest month alone */
export function toldFrom({ better, of }: Measure, place: Place | null, oneMonth: boolean): number {
  const done = better === 'higher'
  const usual = place === null ? (done ? thresholds.done : thresholds.happens) : done ? thresholds.partDone : thresholds.partHappens
  return Math.max(usual, place !== null && of.lasts ? thresholds.partStands : 0, oneMonth ? thresholds.oneMonth : 0)
}

/** The change of a series at its end that is told; null where there is none. */
export function changeTold(measure: Measure, place: Place | null, series: Series): Found | null {
  const end = series.above.length
  const now = isTold(measure, place, series, end)
  if (now === null) return null
  let first = end
  while (first > 1) {
    const before = isTold(measure, place, series, first - 1)
    if (before === null || Math.sign(before.strength) !== Math.sign(now.strength) || series.first + first - 2 < now.since) break
    first--
  }
  const kind = now.growing ? 'trend' : now.since === lastOf(series) ? 'outlier' : 'shift'
  return {
    id: idOf(kind, measure, place),
    kind,
    measure,
    place,
    since: now.since,
    seen: series.first + first - 1,
    direction: directionOf(measure, now.strength > 0),
    from: inUnit(measure, now.before),
    to: inUnit(measure, now.after),
    above: now.above,
    below: now.below,
    months: [now.since, lastOf(series)],
    strength: Math.abs(now.strength),
    confidence: confidenceOf(now.strength),
    change: now,
  }
}

/** What is told at an end; once told it stays while it is still likely, so that it does not come and go with every month. */
function isTold(measure: Measure, place: Place | null, series: Series, end: number): Change | null {
  const now = changeAt(series, end)
  if (now === null || !isLarge(place, series, now)) return null
  const enough = toldFrom(measure, place, now.since === series.first + end - 1)
  if (Math.abs(now.strength) >= enough) return now
  if (Math.abs(now.strength) < thresholds.stays) return null
  for (let back = 1; back <= 3 && end - back > 0; back++) {
    const before = changeAt(series, end - back)
    if (before !== null && Math.abs(before.strength) >= enough && Math.sign(before.strength) === Math.sign(now.strength)) return now
  }
  return null
}

/**
 * Large enough to be worth a manager's time: five points of a share, eight of a part, and odds that differ by two fifths; 15 % of a count, 30 % of a part of one;
 * a tenth of an average. And enough cases that it is not about two or three families.
 */
function isLarge(place: Place | null, series: Series, { before, after, above, below }: Change): boolean {
  const cases = series.carried > 0 ? below / 3 : below
  switch (series.sort) {
    case 'part': {
      const fewest = place === null ? 8 : 15
      const contrary = [above, below - above, below * before, below * (1 - before)]
      if (cases < fewest || Math.max(...contrary.map((each) => (series.carried > 0 ? each / 3 : each))) < 6) return false
      const odds = (share: number): number => (share + 0.002) / (1.002 - share)
      const ratio = odds(after) / odds(before)
      return Math.abs(after - before) >= (place === null ? 0.05 : 0.08) && Math.max(ratio, 1 / ratio) >= 1.4
    }
    case 'events': {
      if (Math.max(above, before * below) < (place === null ? 8 : 12)) return false
      return Math.max(after / before, before / after) >= (place === null ? 1.15 : 1.3)
    }
    case 'number':
      return Math.max(after / before, before / after) >= 1.1
  }
}

/** Allowing for the months in which it might have begun. */
const onsets = 12

export const confidenceOf = (strength: number): number => Math.max(0, 1 - Math.min(1, beyondNormal(Math.abs(strength)) * onsets))
