import { expect, test } from 'vitest'
import { controlChart } from './control-chart.ts'
import { chooseChart, type KindOfNumber } from './choose-chart.ts'
import { figures, evenly, fractions, normally } from './made-figures.ts'
import type { Figure } from './figure.ts'

// What chance alone sets off. docs/analysis.md has the numbers of longer runs.

test('of normal figures, each rule is true of as many as theory has it', () => {
  const normal = normally(2016)
  const { points } = controlChart(figures(Array.from({ length: 60_000 }, normal)), 'xmr')
  const share = (rule: string) => points.filter(({ rules }) => rules.some((each) => each === rule)).length / points.length
  // Beyond three deviations: 0.0027.
  expect(share('outside')).toBeGreaterThan(0.002)
  expect(share('outside')).toBeLessThan(0.0035)
  // In a row of seven or more on one side: 8 / 2⁷.
  expect(share('shift')).toBeGreaterThan(0.057)
  expect(share('shift')).toBeLessThan(0.068)
  // Part of seven in order: near 7 × 2 / 7! in a long series.
  expect(share('trend')).toBeGreaterThan(0.0014)
  expect(share('trend')).toBeLessThan(0.004)
  // Beyond two deviations, with one of the four around it as far on the same side: near 2 q (1 − (1 − q)⁴), with q = 0.0228.
  expect(share('two-of-three')).toBeGreaterThan(0.003)
  expect(share('two-of-three')).toBeLessThan(0.005)
})

const even = evenly(41)
const normal = normally(42)
const sized = () => 40 + Math.floor(even() * 21)
const counted = (of: number, chance: number) => Array.from({ length: of }, even).filter((each) => each < chance).length

test.each<[string, KindOfNumber, () => Figure[], number, number]>([
  ['single measurements', 'number', () => figures(months(normal)), 0.09, 0.23],
  ['shares of some fifty', 'percent', () => shares(sized, 0.3), 0.04, 0.17],
  ['shares of some ten', 'percent', () => shares(() => 8 + Math.floor(even() * 9), 0.8), 0, 0.08],
  [
    'cases between rare events',
    'cases-between',
    () => figures(months(() => Math.floor(Math.log(1 - even()) / Math.log(0.95)))),
    0.04,
    0.18,
  ],
  ['time between rare events', 'time-between', () => figures(months(() => -10 * Math.log(1 - even()))), 0.07, 0.23],
])(
  '24 months of %s that nothing but chance moves signal anything about as seldom as single measurements do',
  (_, kind, make, least, most) => {
    const tries = 500
    let signalled = 0
    for (let n = 0; n < tries; n++) {
      const series = make()
      const { points } = controlChart(series, chooseChart(kind, series).chart)
      if (points.some(({ rule }) => rule !== null)) signalled++
    }
    expect(signalled / tries).toBeGreaterThanOrEqual(least)
    expect(signalled / tries).toBeLessThan(most)
  },
)

function months<T>(make: () => T): T[] {
  return Array.from({ length: 24 }, make)
}

function shares(size: () => number, chance: number): Figure[] {
  const sizes = months(size)
  return fractions(
    sizes.map((of) => counted(of, chance)),
    sizes,
  )
}
