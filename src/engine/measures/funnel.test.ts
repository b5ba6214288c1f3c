import { describe, expect, test } from 'vitest'
import { falseDiscoveryRates } from './false-discovery.ts'
import { funnel, type Group } from './funnel.ts'

describe('funnel limits', () => {
  // Deaths after heart surgery in babies, of twelve hospitals: the “Surgical” example of WinBUGS.
  const numerators = [0, 18, 8, 46, 8, 13, 9, 31, 14, 8, 29, 24]
  const denominators = [47, 148, 119, 810, 211, 196, 148, 215, 207, 97, 256, 360]
  const hospitals = numerators.map((numerator, n): Group => ({
    name: 'ABCDEFGHIJKL'[n] ?? '',
    numerator,
    denominator: denominators[n] ?? 0,
  }))

  test('are those of the exact binomial distribution, between two counts in proportion (Spiegelhalter 2005)', () => {
    // Nine groups, so that the limits are those of chance alone. Each limit by summing the probabilities one by one, in scipy 1.17.
    const nine = [...hospitals.slice(0, 8), { name: 'rest', numerator: 75, denominator: 920 }]
    const { centre, groups, between } = funnel(nine, { sort: 'part' })
    expect(between).toBe(0)
    expect(centre).toBeCloseTo(0.07391613361762615, 12)
    expect(groups[3]).toMatchObject({ name: 'D', is: 'within chance' })
    expect(groups[3]?.lower998).toBeCloseTo(0.04641637, 8)
    expect(groups[3]?.lower95).toBeCloseTo(0.05577861, 8)
    expect(groups[3]?.upper95).toBeCloseTo(0.0918274, 8)
    expect(groups[3]?.upper998).toBeCloseTo(0.1031859, 8)
    expect(groups[3]?.chance).toBeCloseTo(0.06518623837002062, 10)
    expect(groups[7]).toMatchObject({ name: 'H', is: 'above chance' })
    expect(groups[7]?.chance).toBeCloseTo(0.0005703673135975463, 10)
    expect(groups[0]?.lower998).toBe(0)
  })

  test('are wider where all groups vary more than chance has it', () => {
    const { dispersion, between, groups } = funnel(hospitals, { sort: 'part' })
    expect(dispersion).toBeGreaterThan(1)
    expect(between).toBeGreaterThan(0)
    expect(groups[7]?.upper998).toBeGreaterThan(0.13221786)
  })

  test('of teams of which one stands out: it is told, the others are not ranked, and their order stays', () => {
    const teams = [
      { name: 'North', numerator: 33, denominator: 46 },
      { name: 'Centre', numerator: 7, denominator: 34 },
      { name: 'East', numerator: 15, denominator: 29 },
      { name: 'West', numerator: 11, denominator: 18 },
      { name: 'New', numerator: 0, denominator: 0 },
      { name: 'South', numerator: 31, denominator: 44 },
    ]
    const { groups } = funnel(teams, { sort: 'part', per: 100, better: 'higher' })
    expect(groups.map(({ is }) => is)).toEqual([
      'within chance',
      'below chance',
      'within chance',
      'within chance',
      'nothing to compare',
      'within chance',
    ])
    expect(groups[1]?.says).toBe('Centre is worse by more than chance: 20.59, against 56.73 for all together.')
    expect(groups[4]?.says).toBe('New has nothing to compare.')
  })

  test('of rates are those of the exact Poisson distribution', () => {
    const { groups } = funnel(
      [
        { name: 'a', numerator: 40, denominator: 10_000 },
        { name: 'b', numerator: 160, denominator: 30_000 },
        { name: 'c', numerator: 0, denominator: 2_000 },
      ],
      { sort: 'rate', per: 10_000 },
    )
    expect(groups.map(({ value }) => value)).toEqual([40, 160 / 3, 0])
    expect(groups[2]).toMatchObject({ is: 'below chance' })
    // Where 9.52 are expected, none comes with a chance of e⁻⁹·⁵²; twice that, for either side.
    expect(groups[2]?.chance).toBeCloseTo(2 * Math.exp((-200 / 42_000) * 2_000), 10)
  })

  test('of nothing at all, and of groups that are all alike', () => {
    expect(funnel([{ name: 'a', numerator: 0, denominator: 0 }], { sort: 'part' })).toMatchObject({
      centre: null,
      groups: [{ is: 'nothing to compare' }],
    })
    const none = funnel(
      ['a', 'b'].map((name) => ({ name, numerator: 0, denominator: 12 })),
      { sort: 'part' },
    )
    expect(none.groups.map(({ is, lower998, upper998 }) => [is, lower998, upper998])).toEqual([
      ['within chance', 0, 0],
      ['within chance', 0, 0],
    ])
  })
})

describe('false discovery rates', () => {
  // Benjamini and Hochberg 1995, section 4: fifteen comparisons of two treatments of heart attack.
  const chances = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]

  test('of the example of the paper four are taken at 0.05', () => {
    expect(falseDiscoveryRates(chances).filter((rate) => rate <= 0.05)).toHaveLength(4)
  })

  test('are those of scipy 1.17, false_discovery_control, in whatever order they come', () => {
    const expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486].concat([
      0.5811818181818181, 0.7148749999999999, 0.7532307692307693, 0.8132142857142857, 1,
    ])
    falseDiscoveryRates(chances).forEach((rate, n) => expect(rate).toBeCloseTo(expected[n] ?? NaN, 12))
    falseDiscoveryRates(chances.toReversed()).forEach((rate, n) => expect(rate).toBeCloseTo(expected.at(-1 - n) ?? NaN, 12))
  })

  test('of one is its own chance, and of none nothing', () => {
    expect(falseDiscoveryRates([0.03])).toEqual([0.03])
    expect(falseDiscoveryRates([])).toEqual([])
  })
})

test('all of a group of two is within chance, where chance takes two of two often', () => {
  const told = funnel(
    [
      { name: 'two', numerator: 2, denominator: 2 },
      { name: 'many', numerator: 70, denominator: 100 },
      { name: 'more', numerator: 71, denominator: 100 },
    ],
    { sort: 'part', per: 100 },
  ).groups
  expect(told[0]).toMatchObject({ is: 'within chance', upper998: 100, upper95: 100 })
  // Of fifty it takes all less than once in a million times.
  expect(
    funnel(
      [
        { name: 'fifty', numerator: 50, denominator: 50 },
        { name: 'many', numerator: 700, denominator: 1000 },
      ],
      { sort: 'part' },
    ).groups[0],
  ).toMatchObject({
    is: 'above chance',
  })
})
