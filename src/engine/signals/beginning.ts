import type { Measure } from '../measures/measure.ts'
import type { Counts } from '../measures/series.ts'
import type { Watched } from './watched.ts'

/**
 * The month, by number, with which the records are whole. Of the time before it only what lasted into it is there, as where files of some years are brought in: whoever came and
 * went earlier is missing, so that everything seems to rise when the records begin. It is the first month in which, over all kinds of what happens, at least half as much
 * happened as usually does in the year before the last month’s end; −∞ where nothing is counted.
 */
export function beginningOf(counts: Watched, measures: readonly Measure[], to: number): number {
  const byKind = new Map<string, ReadonlyMap<number, number>>()
  for (const measure of measures) {
    if (measure.of.lasts || measure.statistic === 'ratio') continue
    const whole = counts.get(measure.id)?.get('')?.get('')
    if (whole === undefined) continue
    const happened = volumeOf(measure, whole)
    const before = byKind.get(measure.of.id)
    if (before === undefined || total(happened) > total(before)) byKind.set(measure.of.id, happened)
  }
  const usual = [...byKind.values()].flatMap((happened) => {
    let sum = 0
    for (let month = to - latest + 1; month <= to; month++) sum += happened.get(month) ?? 0
    return sum >= latest ? [{ happened, usual: sum / latest }] : []
  })
  if (usual.length === 0) return -Infinity
  const first = Math.min(...usual.flatMap(({ happened }) => [...happened.keys()]))
  for (let month = Math.max(first, to - longest); month <= to; month++) {
    const shares = usual.map((kind) => Math.min(1, (kind.happened.get(month) ?? 0) / kind.usual))
    if (shares.reduce((sum, share) => sum + share, 0) / usual.length >= half) return month
  }
  return -Infinity
}

const latest = 12
const half = 0.5
/** Fifty years: no extract reaches further. */
const longest = 600

const volumeOf = ({ statistic }: Measure, { above, below }: Counts): ReadonlyMap<number, number> =>
  statistic === 'count' || statistic === 'rate' ? above : below

const total = (numbers: ReadonlyMap<number, number>): number => [...numbers.values()].reduce((sum, each) => sum + each, 0)
