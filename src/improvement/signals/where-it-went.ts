import type { Transaction } from '../../engine/database/database.ts'
import { idOfBy, partsOfMeasure, type By } from '../../engine/measures/breakdown.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import type { Point } from '../../engine/measures/series.ts'
import type { Change } from '../../engine/signals/change.ts'
import { contributions, type BeforeAndSince } from '../../engine/signals/part-of-change.ts'
import { labelOfBy, valueWords } from '../digest/bys.ts'
import { chartedSpan, type Measured } from '../digest/measured.ts'

/**
 * Where the points of a share went: which of its parts changed, and which only weigh more or less than before. Of all that a measure is parted by, the one is told
 * by which the change is spread least evenly, beyond what chance would do to parts of their size.
 */

export interface WentTo {
  readonly name: string
  /** Points, in hundredths, that go the way of the whole; less than nothing where a part goes the other way. */
  readonly own: number
  readonly mix: number
}

export interface WhereItWent {
  /** By how many points the whole changed, more than nothing. */
  readonly points: number
  /** 'team', 'age'; after "By". */
  readonly label: string
  readonly parts: readonly WentTo[]
  /** The parts did not change alike, beyond chance. */
  readonly uneven: boolean
}

/** Cases a month before and since, and of them those who meet the standard (of what is better low: who do not fall under it). */
export interface Volume {
  readonly before: { readonly cases: number; readonly met: number }
  readonly since: { readonly cases: number; readonly met: number }
}

export interface ShareExplained {
  readonly volume: Volume
  readonly where: WhereItWent | null
}

/** Parts with fewer cases than this, before and since together, are told as one. */
const fewest = 10
/** More parts than this tell nobody anything. */
const most = 14
/** From here on a spread is more than chance: the square of a distance, for each part, on average. */
const beyondChance = 2.5

/** Of a share, in whole, that changed; null of anything else. As known to the transaction. */
export async function explainShare(
  tx: Transaction,
  measured: Measured,
  measure: Measure,
  change: Change | null,
  to: number,
): Promise<ShareExplained | null> {
  if (measure.statistic !== 'share' || change === null) return null
  const stretch = { from: change.held[0], to }
  const span = chartedSpan(measure)
  const [whole] = await partsOfMeasure(tx, measured.work, measure, { ...stretch, span })
  const all = sumsOf(whole?.points ?? [], change)
  if (all.before.below === 0 || all.since.below === 0) return null
  let best: { readonly by: By; readonly parts: readonly BeforeAndSince[]; readonly uneven: number } | null = null
  for (const by of measure.by) {
    if (!tellsApart(measure, by)) continue
    const found = await partsOfMeasure(tx, measured.work, measure, { ...stretch, by: [by], span })
    const parts = found
      .map(({ values, points }) => ({ value: values[0] ?? '', ...sumsOf(points, change) }))
      .filter(({ before, since }) => before.below + since.below > 0)
    // Cases that stand under several words, or under none, do not add up to the whole.
    if (Math.abs(sum(parts, 'before') - all.before.below) > 0.5 || Math.abs(sum(parts, 'since') - all.since.below) > 0.5) continue
    if (parts.length < 2 || parts.length > most * 3) continue
    const uneven = unevenness(parts, all)
    if (best === null || uneven > best.uneven) best = { by, parts, uneven }
  }
  const months = [change.held[1] - change.held[0] + 1, to - change.since + 1] as const
  return { volume: volumeOf(measure, all, months), where: best === null ? null : await toldBy(tx, measure, best, all) }
}

const sum = (parts: readonly BeforeAndSince[], when: 'before' | 'since'): number =>
  parts.reduce((total, part) => total + part[when].below, 0)

/** By what decides whether the standard is met, everything is explained and nothing said. */
function tellsApart(measure: Measure, by: By): boolean {
  const id = idOfBy(by)
  if (Object.keys(measure.met ?? {}).includes(id) || measure.ofWhole.includes(id)) return false
  return typeof by === 'string' || by.counted
}

type Sums = Omit<BeforeAndSince, 'value'>

function sumsOf(points: readonly Point[], change: Change): Sums {
  const [before, since] = [
    { above: 0, below: 0 },
    { above: 0, below: 0 },
  ]
  points.forEach(({ numerator, denominator }, at) => {
    const month = change.held[0] + at
    const held = month <= change.held[1] ? before : month >= change.since ? since : null
    if (held === null) return
    held.above += numerator
    held.below += denominator ?? 0
  })
  return { before, since }
}

/** How far the changes of the parts lie from that of the whole, in variances of chance, on average of the parts. */
function unevenness(parts: readonly BeforeAndSince[], all: Sums): number {
  const change = all.since.above / all.since.below - all.before.above / all.before.below
  const level = (all.before.above + all.since.above) / (all.before.below + all.since.below)
  let [distance, told] = [0, 0]
  for (const { before, since } of parts) {
    if (before.below < fewest / 2 || since.below < fewest / 2) continue
    const own = since.above / since.below - before.above / before.below
    distance += (own - change) ** 2 / (level * (1 - level) * (1 / before.below + 1 / since.below))
    told++
  }
  return told < 2 ? 0 : distance / (told - 1)
}

async function toldBy(
  tx: Transaction,
  measure: Measure,
  { by, parts, uneven }: { readonly by: By; readonly parts: readonly BeforeAndSince[]; readonly uneven: number },
  all: Sums,
): Promise<WhereItWent | null> {
  const words = await valueWords(tx, [by], measure)
  const change = all.since.above / all.since.below - all.before.above / all.before.below
  const way = Math.sign(change) || 1
  const told = contributions(parts)
    .map(({ value, rate, mix }, at) => ({
      name: words(0, value),
      own: rate * 100 * way,
      mix: mix * 100 * way,
      small: (parts[at]?.before.below ?? 0) + (parts[at]?.since.below ?? 0) < fewest,
    }))
    .sort((a, b) => Number(a.small) - Number(b.small) || b.own + b.mix - (a.own + a.mix))
  const [named, rest] = [told.filter(({ small }, at) => !small && at < most), told.filter(({ small }, at) => small || at >= most)]
  const others = rest.reduce((total, { own, mix }) => ({ own: total.own + own, mix: total.mix + mix }), { own: 0, mix: 0 })
  return {
    points: Math.abs(change) * 100,
    label: labelOfBy(by, measure).toLowerCase(),
    parts: [...named.map(({ name, own, mix }) => ({ name, own, mix })), ...(rest.length > 0 ? [{ name: 'All others', ...others }] : [])],
    uneven: uneven >= beyondChance,
  }
}

function volumeOf({ better }: Measure, all: Sums, [before, since]: readonly [number, number]): Volume {
  const monthly = ({ above, below }: Sums['before'], months: number) => ({
    cases: below / months,
    met: (better === 'lower' ? below - above : above) / months,
  })
  return { before: monthly(all.before, before), since: monthly(all.since, since) }
}

/** Whether there are more of them, or fewer are done as they should be, in a sentence or two. Null where a way is not better than the other. */
export function volumeInWords({ better, of }: Measure, { before, since }: Volume): string | null {
  if (better === 'neutral') return null
  const often = of.lasts ? 'at a time' : 'a month'
  const told = `${round(since.cases)} ${often} since then, ${round(before.cases)} before.`
  const [more, met] = [since.cases / before.cases, before.met === 0 ? 1 : since.met / before.met]
  const good = since.met / since.cases >= before.met / before.cases
  if (good)
    return more <= 0.87
      ? `There are fewer of them: ${told}`
      : more >= 1.15
        ? `And there are more of them: ${told}`
        : `There are about as many of them: ${told}`
  if (more >= 1.15)
    return met >= 0.93
      ? `There are more of them, and no fewer than before are done as they should be: ${told}`
      : `There are more of them, and fewer are done as they should be: ${told}`
  return more <= 0.87
    ? `It is not that there are more of them; there are fewer: ${told}`
    : `It is not that there are more of them: ${told} Fewer are done as they should be.`
}

const round = (number: number): string => (number >= 10 ? Math.round(number).toLocaleString('en-GB') : String(Math.round(number * 10) / 10))
