import { describe, expect, test } from 'vitest'
import { controlChart } from './control-chart.ts'
import { dispersion } from './fractions.ts'
import { average, movingRanges } from './figure.ts'
import { figures, fractions } from './made-figures.ts'

// Limits that others have published, with where. Agreement is to all the digits that they print.

describe('XmR charts', () => {
  test('Wheeler, Making Sense of Data, page 382, “Data set to use when verifying software”', () => {
    const values = [5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200]
    const { centre, lower, upper } = controlChart(figures(values), 'xmr')
    expect(average(movingRanges(figures(values)))).toBeCloseTo(355.93, 2)
    expect(centre).toBe(4135.5)
    expect(lower).toBeCloseTo(3188.72, 2)
    expect(upper).toBeCloseTo(5082.28, 2)
  })

  test.each([
    ['A', [43, 40, 37, 33, 30, 33, 34, 35, 29, 33, 31, 39], 25.6, 43.9],
    ['B', [35, 37, 33, 32, 27, 29, 31, 22, 25, 30, 24, 19], 18, 39.3],
  ])('Wheeler, Making Sense of Data, table 9.1, accident rates, group %s', (_, values, lower, upper) => {
    const chart = controlChart(figures(values), 'xmr')
    expect(chart.lower).toBeCloseTo(lower, 1)
    expect(chart.upper).toBeCloseTo(upper, 1)
  })

  test('NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, flow rates of ten batches', () => {
    const values = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
    const { centre, lower, upper } = controlChart(figures(values), 'xmr')
    expect(centre).toBeCloseTo(50.81, 10)
    expect(average(movingRanges(figures(values)))).toBeCloseTo(1.8778, 4)
    // The handbook has 3 / 1.128 = 2.65957 for the 2.66 of the NHS and of Wheeler; its limits are 45.8159 and 55.8041.
    const asTheHandbook = (limit: number | null) => 50.81 + (((limit ?? NaN) - 50.81) * (3 / 1.128)) / 2.66
    expect(asTheHandbook(lower)).toBeCloseTo(45.8159, 4)
    expect(asTheHandbook(upper)).toBeCloseTo(55.8041, 4)
  })

  test('Montgomery, viscosity of paint primer, and Wetherill and Brown, water in antifreeze, as printed by the R package qcc', () => {
    const viscosity = [33.75, 33.05, 34, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33, 33.54, 33.12, 33.84]
    const water = [
      2.23, 2.53, 2.62, 2.63, 2.58, 2.44, 2.49, 2.34, 2.95, 2.54, 2.6, 2.45, 2.17, 2.58, 2.57, 2.44, 2.38, 2.23, 2.23, 2.54,
    ].concat([2.66, 2.84, 2.81, 2.39, 2.56, 2.7, 3, 2.81, 2.77, 2.89, 2.54, 2.98, 2.35, 2.53])
    // The package divides by 1.128, as the handbook does, so the deviation is compared and not the limit.
    const deviation = (values: number[]) => average(movingRanges(figures(values))) / 1.128
    expect(controlChart(figures(viscosity), 'xmr').centre).toBeCloseTo(33.52333, 5)
    expect(deviation(viscosity)).toBeCloseTo(0.4261651, 7)
    expect(controlChart(figures(water), 'xmr').centre).toBeCloseTo(2.569706, 6)
    expect(deviation(water)).toBeCloseTo(0.1794541, 7)
  })

  test('moving ranges screened once, after Nelson 1982: the series of NHSRplotthedots, “Deviations from Excel defaults”', () => {
    const values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    // 15 ranges of 1, one of 8 and one of 9: the average is 32 / 17, and 3.267 times that leaves the two out.
    expect(controlChart(figures(values), 'xmr').upper).toBeCloseTo(35 / 18 + (2.66 * 32) / 17, 12)
    expect(controlChart(figures(values), 'xmr', { screened: true }).upper).toBeCloseTo(35 / 18 + 2.66, 12)
  })
})

describe('p charts', () => {
  const juice = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]

  test('Montgomery, orange juice cans, and NIST/SEMATECH e-Handbook 6.3.3.2, as printed by the R package qcc', () => {
    const { centre, lower, upper, points } = controlChart(fractions(juice, 50), 'p')
    expect(centre).toBeCloseTo(0.2313333, 7)
    expect(lower).toBeCloseTo(0.05242755, 8)
    expect(upper).toBeCloseTo(0.4102391, 7)
    expect(points.flatMap(({ rule }, n) => (rule === 'outside' ? n + 1 : []))).toEqual([15, 23])
  })

  test('the same without samples 15 and 23, whose causes were found', () => {
    const kept = juice.filter((_, n) => n !== 14 && n !== 22)
    const { centre, lower, upper, points } = controlChart(fractions(kept, 50), 'p')
    expect(centre).toBeCloseTo(0.215, 12)
    expect(lower).toBeCloseTo(0.04070284, 8)
    expect(upper).toBeCloseTo(0.3892972, 7)
    expect(points.flatMap(({ rule }, n) => (rule === 'outside' ? n + 1 : []))).toEqual([20])
  })

  test('Laney 2002: with equal denominators a p′ chart is the XmR chart of the shares', () => {
    const chart = controlChart(fractions(juice, 50), 'p-prime')
    const individuals = controlChart(figures(juice.map((each) => each / 50)), 'xmr')
    const reach = ((individuals.upper ?? NaN) - (individuals.centre ?? NaN)) / 2.66
    expect(chart.upper).toBeCloseTo((chart.centre ?? NaN) + (reach * 3) / 1.128, 12)
    expect(dispersion(fractions(juice, 50), 'part')).toBeGreaterThan(1)
  })
})

test('u chart: SAS/QC User’s Guide, SHEWHART procedure, defects of 20 rolls of 30 square metres of fabric', () => {
  const defects = [12, 11, 9, 15, 7, 6, 5, 10, 8, 8, 14, 5, 9, 13, 7, 5, 8, 11, 7, 12]
  const { centre, lower, upper } = controlChart(fractions(defects, 30), 'u')
  expect(centre).toBeCloseTo(0.30333, 5)
  expect(lower).toBeCloseTo(0.001671271, 9)
  expect(upper).toBeCloseTo(0.605, 5)
})

test('t chart: Montgomery, hours between failures of a valve, raised to 0.2777', () => {
  const hours = [286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96]
  const raised = hours.map((each) => each ** 0.2777)
  expect(raised[0]).toBeCloseTo(4.80986, 5)
  expect(raised[1]).toBeCloseTo(6.70903, 5)
  expect(raised[2]).toBeCloseTo(5.7265, 5)
  const transformed = controlChart(figures(raised), 'xmr')
  const { centre, lower, upper } = controlChart(figures(hours), 't')
  expect((centre ?? NaN) ** 0.2777).toBeCloseTo(transformed.centre ?? NaN, 10)
  expect((upper ?? NaN) ** 0.2777).toBeCloseTo(transformed.upper ?? NaN, 10)
  // Below 0 there is no time.
  expect(transformed.lower).toBeLessThan(0)
  expect(lower).toBe(0)
})

test('g chart: days between infections, Benneyan 1998, with the geometric limits that SAS/QC RAREEVENTS documents', () => {
  const days = [0, 0, 2, 1, 13, 2, 0, 1, 1, 1, 1, 0, 1, 1, 16, 0, 1, 1, 2, 10, 1, 1, 2, 2, 0, 2, 3, 0]
  const { centre, lower, upper } = controlChart(figures(days), 'g')
  // The mean is 65 / 28, so an event comes with a chance of 28 / 93 a day; scipy 1.17, geom.ppf and geom.isf at 0.5 and 0.00135.
  expect([lower, centre, upper]).toEqual([0, 1, 18])
})
