/** A series parted where limits start afresh. */
import type { Figure } from './figure.ts'

/** Something that was asked cannot be charted. The message is a sentence to the person who asked. */
export class NotChartable extends Error {}

export interface Stretching {
  /** Where limits start afresh, and why: something was changed on purpose, or is recorded otherwise. */
  readonly rebase?: readonly { readonly period: string; readonly reason: string }[]
  /** The last period that sets the limits of the stretch it lies in; all later ones are held against them. */
  readonly baselineTo?: string | null
}

export interface Bounds {
  readonly from: number
  readonly until: number
  readonly basisUntil: number
  readonly reason: string | null
}

/** Where limits start afresh, and up to where figures set them. */
export function stretchesOf(figures: readonly Figure[], { rebase = [], baselineTo = null }: Stretching): Bounds[] {
  const starts = rebase.map(({ period, reason }) => {
    if (reason.trim() === '')
      throw new NotChartable(`Limits start afresh at ${period}, and no reason is given: it is printed with the chart, so say why.`)
    return { at: indexOf(figures, period, 'Limits cannot start afresh there'), reason: reason.trim(), period }
  })
  starts.sort((one, other) => one.at - other.at)
  const twice = starts.find(({ at }, n) => starts[n - 1]?.at === at)
  if (twice) throw new NotChartable(`Limits are to start afresh at ${twice.period} twice. Give one reason for one period.`)
  const first = starts[0]?.at === 0 ? [] : [{ at: 0, reason: null }]
  const basisAt = baselineTo === null ? null : indexOf(figures, baselineTo, 'It cannot end a baseline')
  return [...first, ...starts].map(({ at, reason }, n, all) => {
    const until = all[n + 1]?.at ?? figures.length
    const fixed = basisAt !== null && basisAt >= at && basisAt < until
    return { from: at, until, reason, basisUntil: fixed ? basisAt + 1 : until }
  })
}

function indexOf(figures: readonly Figure[], period: string, so: string): number {
  const at = figures.findIndex((_, n) => nameOf(figures, n) === period)
  if (at >= 0) return at
  const [from, to] = [nameOf(figures, 0), nameOf(figures, figures.length - 1)]
  throw new NotChartable(`There is no figure for ${period}. ${so}: the figures go from ${from} to ${to}.`)
}

/** What a figure is called: its period, or its number in the series. */
export const nameOf = (figures: readonly Figure[], n: number): string => figures[n]?.period ?? String(n + 1)
