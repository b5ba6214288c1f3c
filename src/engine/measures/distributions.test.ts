import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beyondNormal, binomial, countAt, lowerCount, poisson, upperCount } from './distributions.ts'

// The numbers are of scipy 1.17 (binom, poisson and norm: cdf, sf, ppf, isf).

/** Equal to nine digits, however small. */
const agrees = (found: number, expected: number): void => expect(found / expected).toBeCloseTo(1, 9)

test.each([
  [10, 0.3, 2, 0.3827827863999998, 0.6172172136000003],
  [50, 0.2313, 20, 0.9976539512942145, 0.00234604870578549],
  [143, 0.12, 41, 0.9999999777638466, 2.2236153379373524e-8],
  [1000, 0.01, 3, 0.010072654772014291, 0.9899273452279858],
  [100000, 0.0005, 80, 0.9999658085002725, 3.4191499727523636e-5],
  [20, 0.95, 12, 2.856885382818765e-6, 0.9999971431146172],
  [500, 0.5, 250, 0.5178323227766746, 0.4821676772233255],
])('of %d, each with a chance of %d, at most %d or more', (of, chance, count, atMost, moreThan) => {
  agrees(binomial(of, chance).atMost(count), atMost)
  agrees(binomial(of, chance).moreThan(count), moreThan)
})

test.each([
  [0.3, 0, 0.740818220681718, 0.25918177931828207],
  [3, 8, 0.996197007938324, 0.003802992061675955],
  [12.5, 4, 0.005345505487134069, 0.9946544945128659],
  [400, 460, 0.998468390334941, 0.00153160966505902],
  [20000, 20600, 0.9999881250009905, 1.1874999009491217e-5],
  [100, 60, 1.0812218170244006e-5, 0.9999891877818298],
])('events that come %d at a time, at most %d or more', (mean, count, atMost, moreThan) => {
  agrees(poisson(mean).atMost(count), atMost)
  agrees(poisson(mean).moreThan(count), moreThan)
})

test.each([
  [1, 0.31731050786291415],
  [1.959963984540054, 0.05],
  [3.090232306167813, 0.002],
  [6, 1.973175290075389e-9],
])('a normal number lies %d deviations out', (deviations, chance) => {
  agrees(beyondNormal(deviations), chance)
  agrees(beyondNormal(-deviations), chance)
})

test('the counts that chance passes about once in 741 times, half of the own chance of a count counted', () => {
  const limits = [0.3, 3, 10, 50, 1000].map((mean) => [lowerCount(poisson(mean), 0.00135), upperCount(poisson(mean), 0.00135)])
  expect(limits).toEqual([
    [0, 3],
    [0, 9],
    [2, 20],
    [31, 72],
    [907, 1096],
  ])
  expect(lowerCount(binomial(40, 0.5), 0.00135)).toBe(11)
  expect(upperCount(binomial(40, 0.5), 0.00135)).toBe(29)
  expect(upperCount(binomial(10, 0.8), 0.00135)).toBe(10)
})

test('what never happens, and what always does', () => {
  expect([poisson(0).atMost(0), poisson(0).moreThan(0), upperCount(poisson(0), 0.00135)]).toEqual([1, 0, 0])
  expect([binomial(12, 1).atMost(11), lowerCount(binomial(12, 1), 0.00135), upperCount(binomial(12, 1), 0.00135)]).toEqual([0, 12, 12])
})

test('both tails of any distribution make one, and its limits hold what they promise', () => {
  const distributions = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }))
      .map(([of, chance]) => binomial(of, chance)),
    fc.double({ min: 0.01, max: 5000, noNaN: true }).map(poisson),
  )
  fc.assert(
    fc.property(distributions, fc.double({ min: 0, max: 3, noNaN: true }), (counts, share) => {
      const count = Math.floor(Math.min(counts.most, counts.mean * share))
      expect(counts.atMost(count) + counts.moreThan(count)).toBeCloseTo(1, 9)
      const [lower, upper] = [lowerCount(counts, 0.001), upperCount(counts, 0.001)]
      expect(counts.moreThan(upper) + counts.moreThan(upper + 1)).toBeLessThanOrEqual(0.002)
      expect(counts.atMost(lower - 1) + counts.atMost(lower - 2)).toBeLessThanOrEqual(0.002)
      expect(countAt(counts, 0.025)).toBeLessThan(countAt(counts, 0.975))
    }),
    { numRuns: 60 },
  )
})
