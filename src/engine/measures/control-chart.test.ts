import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { controlChart } from './control-chart.ts'
import type { Figure } from './figure.ts'
import { figures, fractions } from './made-figures.ts'

/** Twelve figures about 10 that no rule is true of, to begin a series with. */
const calm = [10, 11, 9, 10, 12, 9, 11, 8, 10, 11, 9, 10]
const ruled = (values: readonly (number | null)[]) => controlChart(figures(values), 'xmr').points.map(({ rule }) => rule)

describe('the four rules', () => {
  test('one figure outside the limits', () => {
    const { points, variation, since } = controlChart(figures([...calm, 20]), 'xmr', { better: 'lower' })
    expect(points.map(({ rule }) => rule)).toEqual([...calm.map(() => null), 'outside'])
    expect(points.at(-1)?.side).toBe('above')
    expect(variation).toEqual({
      is: 'special cause, concerning',
      says: 'Worse at figure 13: the latest figure is above what chance explains.',
    })
    expect(since).toBe('figure 13')
  })

  test('seven in a row on one side are a shift, and six are not', () => {
    const after = [11, 12, 11, 12, 11, 12, 11]
    const before = [12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8]
    expect(ruled([...before, ...after.slice(0, 6)]).slice(-6)).not.toContain('shift')
    const { points, variation } = controlChart(figures([...before, ...after]), 'xmr', { better: 'higher' })
    expect(points.slice(-7).every(({ rules }) => rules.includes('shift'))).toBe(true)
    expect(variation).toEqual({ is: 'special cause, improving', says: 'Better since figure 15: 7 in a row above average.' })
  })

  test('seven figures each higher than the one before are a trend, and six are not', () => {
    const wide = [10, 30, 8, 31, 9, 29, 11, 30, 8, 32, 9, 30]
    expect(ruled([...wide, 15, 17, 19, 21, 23])).not.toContain('trend')
    const { points, variation } = controlChart(figures([...wide, 14, 15, 17, 19, 21, 23, 25]), 'xmr', { better: 'neutral' })
    expect(points.slice(-8).map(({ rule }) => rule)).toEqual([null, ...Array.from({ length: 7 }, () => 'trend')])
    expect(variation).toEqual({
      is: 'special cause, neither better nor worse',
      says: 'Changed since figure 13: 7 in a row, each higher than the one before.',
    })
  })

  test('figures that stay equal for a month break a trend', () => {
    const wide = [10, 30, 8, 31, 9, 29, 11, 30, 8, 32, 9, 30]
    expect(ruled([...wide, 14, 15, 17, 19, 19, 21, 23, 25])).not.toContain('trend')
  })

  test('two of three beyond two thirds of the way to the same limit, and not to different ones', () => {
    const steady = Array.from({ length: 30 }, (_, n) => (n % 2 === 0 ? 9 : 11))
    // The limits of these are about 10 ± 5.7, so two thirds of the way is about 13.8.
    expect(ruled([...steady, 14.5, 10, 14.6]).slice(-3)).toEqual(['two-of-three', null, 'two-of-three'])
    expect(ruled([...steady, 14.5, 14.6]).slice(-2)).toEqual(['two-of-three', 'two-of-three'])
    expect(ruled([...steady, 14.5, 10, 5.4])).not.toContain('two-of-three')
    expect(ruled([...steady, 14.5, 10, 10, 14.6])).not.toContain('two-of-three')
  })

  test('where several are true, the first of outside, trend, two of three and shift is told, and the others stand beside it', () => {
    const { points } = controlChart(figures([...calm, ...calm, 30, 31, 32, 33, 34, 35, 36]), 'xmr')
    expect(points.at(-1)).toMatchObject({ rule: 'outside', rules: ['outside', 'trend', 'two-of-three', 'shift'] })
  })

  test('in words the one is told that has been true for longest', () => {
    const series = [...calm, ...calm, 7, 8, 7, 8, 7, 8, 7, 3]
    const { points, variation } = controlChart(figures(series), 'xmr', { better: 'higher' })
    expect(points.at(-1)?.rule).toBe('outside')
    expect(variation.says).toMatch(/^Worse since figure 25: 8 in a row below average\.$/)
  })
})

describe('gaps', () => {
  test('are not 0, and stay in their place', () => {
    const { points, centre } = controlChart(figures([5, null, 5, 6, null, 6]), 'xmr')
    expect(points.map(({ value, rule, side }) => [value, rule, side])[1]).toEqual([null, null, null])
    expect(centre).toBe(5.5)
  })

  test('end a run: six, a gap and six are no shift, and no trend', () => {
    const before = [12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8]
    expect(ruled([...before, 11, 12, 11, 12, 11, 12, null, 12, 11, 12, 11, 12, 11])).not.toContain('shift')
    expect(ruled([...calm, 8, 9, 10, null, 11, 12, 13, 14])).not.toContain('trend')
  })

  test('part neighbours: there is no moving range across one', () => {
    const { lower, upper } = controlChart(figures([1, 2, null, 8, 9]), 'xmr')
    expect([lower, upper]).toEqual([5 - 2.66, 5 + 2.66])
  })

  test('a series with a gap after every figure has an average and no limits', () => {
    const { centre, lower, variation } = controlChart(figures(calm.flatMap((each) => [each, null])), 'xmr')
    expect([centre, lower]).toEqual([10, null])
    expect(variation.is).toBe('common cause')
  })

  test('a period with nothing to count is a gap', () => {
    const { points } = controlChart(fractions([...calm, 0], [...calm.map(() => 40), 0]), 'p')
    expect(points.at(-1)).toMatchObject({ value: null, rule: null, centre: null })
  })
})

describe('few, equal and tiny', () => {
  test('under twelve figures limits are provisional, no rule is told, and it says why', () => {
    const { variation, assurance, points, upper } = controlChart(figures([...calm.slice(0, 10), 50]), 'xmr', {
      better: 'higher',
      target: 5,
    })
    expect(variation).toEqual({ is: 'too few to judge', says: 'Too few to judge: 11 figures, and it takes 12.' })
    expect(assurance.is).toBe('too few to judge')
    expect(points.some(({ rule }) => rule !== null)).toBe(false)
    expect(upper).not.toBeNull()
    expect(controlChart(figures([...calm.slice(0, 11), 50]), 'xmr').variation.is).not.toBe('too few to judge')
  })

  test.each([
    ['equal', Array.from({ length: 20 }, () => 7.3), 7.3],
    ['all zero', Array.from({ length: 20 }, () => 0), 0],
    ['equal but for the rounding of sums', Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? 0.1 + 0.2 : 0.3)), 0.1 + 0.2],
    ['equal and tiny', Array.from({ length: 20 }, () => 1e-300), 1e-300],
    ['equal with gaps', [null, ...Array.from({ length: 20 }, () => 4), null], 4],
  ])('figures that are %s have no variation, and signal nothing', (_, values, centre) => {
    const chart = controlChart(figures(values), 'xmr', { better: 'higher', target: centre })
    expect(chart.variation.is).toBe('no variation')
    expect(chart.assurance.is).toBe('consistently hit')
    expect(chart).toMatchObject({ centre, lower: centre, upper: centre })
    expect(chart.points.every(({ rule, side }) => rule === null && side === null)).toBe(true)
  })

  test('no share at all, and every one, are constant too', () => {
    const none = controlChart(
      fractions(
        calm.map(() => 0),
        12,
      ),
      'p',
    )
    const all = controlChart(fractions(calm, calm), 'p', { better: 'higher', target: 0.9 })
    expect(none).toMatchObject({
      centre: 0,
      lower: 0,
      upper: 0,
      variation: { is: 'no variation', says: 'No variation: every figure is 0.' },
    })
    expect(all.assurance.says).toBe('Will meet the target of 0.9 as things are.')
  })

  test('figures that never varied set no limits, and a change after them is a shift all the same', () => {
    const { points, lower, variation } = controlChart(figures([...calm.map(() => 5), 6, 6, 6, 6, 6, 6, 6]), 'xmr', { baselineTo: '12' })
    expect(lower).toBeNull()
    expect(points.at(-1)?.rule).toBe('shift')
    expect(variation.is).toBe('special cause, neither better nor worse')
  })

  test('no figure at all is too few', () => {
    expect(controlChart(figures([null, null]), 'xmr')).toMatchObject({ centre: null, variation: { is: 'too few to judge' } })
    expect(controlChart([], 'xmr').variation.says).toBe('Too few to judge: 0 figures, and it takes 12.')
  })

  test('two hundred thousand figures are charted in a moment', () => {
    const long = Array.from({ length: 200_000 }, (_, n) => (n * 7919) % 101)
    const before = performance.now()
    expect(controlChart(figures(long), 'xmr').centre).toBeCloseTo(50, 1)
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})

describe('limits that start afresh, and limits that stay', () => {
  const monthly = (values: readonly number[]): Figure[] =>
    values.map((value, n) => ({ period: `${2014 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`, value }))
  const risen = monthly([...calm, ...calm.map((each) => each + 20)])

  test('each stretch has limits of its own, with the reason', () => {
    const chart = controlChart(risen, 'xmr', { rebase: [{ period: '2015-01', reason: 'a new form' }] })
    expect(chart.phases).toEqual([
      { from: '2014-01', to: '2014-12', reason: null, baselineTo: null, setBy: 12 },
      { from: '2015-01', to: '2015-12', reason: 'a new form', baselineTo: null, setBy: 12 },
    ])
    expect([chart.points[0]?.centre, chart.centre]).toEqual([10, 30])
    expect(chart.variation.is).toBe('common cause')
  })

  test('limits that stay show what came after', () => {
    const chart = controlChart(risen, 'xmr', { baselineTo: '2014-12', better: 'lower' })
    expect(chart.centre).toBe(10)
    expect(chart.phases[0]).toMatchObject({ baselineTo: '2014-12', setBy: 12 })
    expect(chart.variation).toMatchObject({ is: 'special cause, concerning' })
    expect(chart.since).toBe('2015-01')
  })

  test('a run does not go on from one stretch into the next', () => {
    const { points } = controlChart(figures([...calm, 11, 11, 12, 11, ...calm.map((each) => 30 + each), 33]), 'xmr', {
      rebase: [{ period: '17', reason: 'moved' }],
    })
    expect(points.some(({ rules }) => rules.includes('shift'))).toBe(false)
  })

  test('just after limits start afresh there are too few to judge', () => {
    const { variation } = controlChart(risen, 'xmr', { rebase: [{ period: '2015-08', reason: 'a new form' }] })
    expect(variation.says).toBe('Too few to judge: 5 figures, and it takes 12.')
  })

  test.each([
    [
      { rebase: [{ period: '2019-01', reason: 'x' }] },
      'There is no figure for 2019-01. Limits cannot start afresh there: the figures go from 2014-01 to 2015-12.',
    ],
    [{ baselineTo: 'May' }, 'There is no figure for May. It cannot end a baseline: the figures go from 2014-01 to 2015-12.'],
    [
      { rebase: [{ period: '2015-01', reason: ' ' }] },
      'Limits start afresh at 2015-01, and no reason is given: it is printed with the chart, so say why.',
    ],
    [
      { rebase: ['a', 'b'].map((reason) => ({ period: '2015-01', reason })) },
      'Limits are to start afresh at 2015-01 twice. Give one reason for one period.',
    ],
  ])('%j is refused', (options, says) => expect(() => controlChart(risen, 'xmr', options)).toThrow(says))
})

describe('what a chart cannot hold', () => {
  test.each([
    ['p' as const, fractions([5], 4), '1 is 5 of 4: a part cannot be more than the whole. A rate can (u).'],
    ['p' as const, fractions([2.5], 4), '1 is 2.5 of 4: a p chart counts whole things. A rate need not (u).'],
    ['u' as const, figures([3]), 'A u chart needs a numerator and a denominator for each figure, and 1 is a number alone.'],
    ['u' as const, fractions([-1], 4), '1 is -1 of 4: neither may be below 0.'],
    ['g' as const, figures([3, 2.5]), '2 is 2.5: a g chart holds whole numbers from 0 on. Choose a t chart for time that is measured.'],
    ['t' as const, figures([3, 0]), '2 is 0: a t chart holds times above 0. Give times to the hour, or choose a g chart for whole days.'],
    ['median' as const, figures([-1]), '1 is -1: a wait is not below 0.'],
  ])('%s: %j', (chart, series, says) => expect(() => controlChart(series, chart)).toThrow(says))
})

describe('whether the target will be met as things are', () => {
  // The limits of these are 10 ± 2.66 × 20 / 11: about 5.16 and 14.84.
  test.each([
    ['higher', 5, 'consistently hit', 'Will meet the target of 5 as things are.'],
    ['higher', 15, 'consistently fail', 'Will miss the target of 15 as things are.'],
    ['higher', 10, 'hit and miss', 'Hit or miss by chance: the target of 10 lies between the limits.'],
    ['lower', 15, 'consistently hit', 'Will meet the target of 15 as things are.'],
    ['lower', 5, 'consistently fail', 'Will miss the target of 5 as things are.'],
    ['neutral', 5, null, 'There is a target of 5, but not which way is better.'],
    ['higher', null, null, 'No target is set.'],
  ] as const)('%s is better, and %s is aimed at: %s', (better, target, is, says) => {
    expect(controlChart(figures(calm), 'xmr', { better, target }).assurance).toEqual({ is, says })
  })
})

describe('laws that hold for every series', () => {
  const hundredths = fc.integer({ min: -10_000, max: 10_000 }).map((each) => each / 100)
  const series = fc.array(fc.oneof({ weight: 12, arbitrary: hundredths }, { weight: 1, arbitrary: fc.constant(null) }), {
    minLength: 0,
    maxLength: 60,
  })
  const seen = (values: readonly (number | null)[]) => controlChart(figures(values), 'xmr').points.map(({ rules, side }) => [rules, side])
  const close = (found: number | null, expected: number | null) =>
    expected === null ? expect(found).toBeNull() : expect(found).toBeCloseTo(expected, 6)

  test('adding a number to each figure moves the lines by it, and no rule', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -5_000, max: 5_000 }), (values, by) => {
        const moved = values.map((each) => (each === null ? null : each + by))
        const [chart, other] = [controlChart(figures(values), 'xmr'), controlChart(figures(moved), 'xmr')]
        for (const line of ['centre', 'lower', 'upper'] as const) close(other[line], chart[line] === null ? null : chart[line] + by)
        expect(seen(moved)).toEqual(seen(values))
      }),
    )
  })

  test('multiplying each figure multiplies the lines, and changes no rule', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(0.001, 0.5, 3, 1e6, 1e-9), (values, by) => {
        const scaled = values.map((each) => (each === null ? null : each * by))
        const [chart, other] = [controlChart(figures(values), 'xmr'), controlChart(figures(scaled), 'xmr')]
        for (const line of ['centre', 'lower', 'upper'] as const) close(other[line] === null ? null : other[line] / by, chart[line])
        expect(seen(scaled)).toEqual(seen(values))
      }),
    )
  })

  test('turned upside down, above and below change places', () => {
    const turned = { above: 'below', below: 'above' } as const
    fc.assert(
      fc.property(series, (values) => {
        const upside = values.map((each) => (each === null ? null : -each))
        expect(seen(upside)).toEqual(seen(values).map(([rules, side]) => [rules, side === null ? null : turned[side as 'above' | 'below']]))
      }),
    )
  })

  test('where lower is better instead of higher, improving and concerning change places, and so do hit and fail', () => {
    const changed: Record<string, string> = {
      'special cause, improving': 'special cause, concerning',
      'special cause, concerning': 'special cause, improving',
      'consistently hit': 'consistently fail',
      'consistently fail': 'consistently hit',
    }
    const varied = series.filter((values) => new Set(values).size > 2)
    fc.assert(
      fc.property(varied, hundredths, (values, target) => {
        const [up, down] = (['higher', 'lower'] as const).map((better) => controlChart(figures(values), 'xmr', { better, target }))
        expect(down?.variation.is).toBe(changed[up?.variation.is ?? ''] ?? up?.variation.is)
        fc.pre(target !== up?.lower && target !== up?.upper)
        expect(down?.assurance.is).toBe(changed[up?.assurance.is ?? ''] ?? up?.assurance.is)
      }),
    )
  })

  test('a constant series never signals, in any chart, wherever its gaps are', () => {
    const charts = fc.constantFrom('xmr', 'p', 'p-prime', 'u', 'u-prime', 'g', 't', 'median')
    fc.assert(
      fc.property(charts, fc.integer({ min: 1, max: 40 }), fc.array(fc.boolean(), { maxLength: 60 }), (chart, value, there) => {
        const counted = chart.startsWith('p') || chart.startsWith('u')
        const all = counted
          ? fractions(
              there.map(() => value),
              40,
            )
          : figures(there.map(() => value))
        const gappy = all.map((figure, n) => (there[n] ? figure : { period: null, value: null }))
        const { points, variation } = controlChart(gappy, chart)
        expect(points.every(({ rule }) => rule === null)).toBe(true)
        expect(['no variation', 'too few to judge']).toContain(variation.is)
      }),
    )
  })

  test('at a gap nothing is ever said', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { points } = controlChart(figures(values), 'xmr')
        expect(points.every(({ value, rule, side }) => value !== null || (rule === null && side === null))).toBe(true)
      }),
    )
  })
})
