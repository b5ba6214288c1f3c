/** Which chart fits, by what is known of the measure, and why, in words. */
import { dispersion, expectedCount, fractionLines, primeLines, type Sort } from './fractions.ts'
import { known, movingRanges, type Figure } from './figure.ts'
import type { LinesFor } from './lines.ts'
import { medianLines, tLines, xmrLines } from './measurements.ts'
import { gLines } from './rare-events.ts'

/** What the figures are. */
export const kindsOfNumber = ['number', 'percent', 'rate', 'count', 'cases-between', 'time-between', 'wait'] as const
export type KindOfNumber = (typeof kindsOfNumber)[number]

export const chartNames = ['xmr', 'p', 'p-prime', 'u', 'u-prime', 'g', 't', 'median'] as const
export type ChartName = (typeof chartNames)[number]

export const linesOf: Readonly<Record<ChartName, LinesFor>> = {
  xmr: xmrLines,
  p: fractionLines('part'),
  'p-prime': primeLines('part'),
  u: fractionLines('rate'),
  'u-prime': primeLines('rate'),
  g: gLines,
  t: tLines,
  median: medianLines,
}

export interface Chosen {
  readonly chart: ChartName
  readonly why: string
}

/** The chart for figures of this kind. It is chosen once for all of them, so that a new month does not change the picture. */
export function chooseChart(kind: KindOfNumber, figures: readonly Figure[]): Chosen {
  switch (kind) {
    case 'number':
      return { chart: 'xmr', why: 'An XmR chart, because each figure is one measurement.' }
    case 'percent':
      return fractionChart('part', figures)
    case 'rate':
    case 'count':
      return fractionChart('rate', figures)
    case 'cases-between':
      return { chart: 'g', why: 'A g chart, because it counts whole cases or days between events that are rare.' }
    case 'time-between':
      return known(figures).some((value) => value === 0)
        ? { chart: 'g', why: 'A g chart, because two events came at the same time and a t chart cannot hold a time of 0.' }
        : { chart: 't', why: 'A t chart, because it measures the time between events that are rare.' }
    case 'wait':
      return { chart: 'median', why: 'The median with its spread, because a few very long waits would carry an average away.' }
  }
}

function fractionChart(sort: Sort, figures: readonly Figure[]): Chosen {
  const plain = sort === 'part' ? 'p' : 'u'
  const expected = expectedCount(figures, sort)
  if (expected < 1) return { chart: plain, why: why[plain].rare }
  if (expected < 5) return { chart: plain, why: why[plain].few }
  if (dispersion(figures, sort) > plausible(figures)) return { chart: `${plain}-prime`, why: why[plain].wide }
  return { chart: plain, why: why[plain].usual }
}

const why = {
  p: {
    usual: 'A p chart, because it is a share of a number that differs from period to period.',
    wide: 'A p′ chart (Laney), because the share varies more than chance explains, as it does where numbers are large.',
    few: 'A p chart with exact limits, because the numbers are small.',
    rare: 'A p chart with exact limits. Fewer than one is expected in a period: a g or t chart of what lies between events would show more.',
  },
  u: {
    usual: 'A u chart, because it counts events, and what they could come from differs from period to period.',
    wide: 'A u′ chart (Laney), because events vary more than chance explains, as they do where numbers are large.',
    few: 'A u chart with exact limits, because the numbers are small.',
    rare: 'A u chart with exact limits. Fewer than one is expected in a period: a g or t chart of what lies between events would show more.',
  },
} as const

/**
 * How far the dispersion of figures that chance alone moves comes to lie from 1: two standard errors. The variance of an average moving
 * range of k normal numbers is near 0.83 / k of its square (Cryer and Ryan 1990).
 */
const plausible = (figures: readonly Figure[]): number => 1 + 2 * Math.sqrt(0.83 / movingRanges(figures).length)
