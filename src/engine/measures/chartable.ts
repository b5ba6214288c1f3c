/** What a chart can hold. */
import type { ChartName } from './choose-chart.ts'
import type { Figure } from './figure.ts'
import { NotChartable, nameOf } from './stretches.ts'

/** @throws NotChartable for the first figure that the chart cannot hold. */
export function holds(figures: readonly Figure[], chart: ChartName): void {
  const fractions = chart === 'p' || chart === 'p-prime' || chart === 'u' || chart === 'u-prime'
  for (const [n, { value, counted }] of figures.entries()) {
    if (value === null) continue
    const name = nameOf(figures, n)
    if (fractions && counted === undefined)
      throw new NotChartable(`A ${chart} chart needs a numerator and a denominator for each figure, and ${name} is a number alone.`)
    if (counted && (counted.numerator < 0 || counted.denominator < 0))
      throw new NotChartable(`${name} is ${counted.numerator} of ${counted.denominator}: neither may be below 0.`)
    if (counted && chart.startsWith('p') && counted.numerator > counted.denominator)
      throw new NotChartable(
        `${name} is ${counted.numerator} of ${counted.denominator}: a part cannot be more than the whole. A rate can (u).`,
      )
    if (counted && chart.startsWith('p') && !(Number.isInteger(counted.numerator) && Number.isInteger(counted.denominator)))
      throw new NotChartable(
        `${name} is ${counted.numerator} of ${counted.denominator}: a p chart counts whole things. A rate need not (u).`,
      )
    if (chart === 'g' && !(Number.isInteger(value) && value >= 0))
      throw new NotChartable(`${name} is ${value}: a g chart holds whole numbers from 0 on. Choose a t chart for time that is measured.`)
    if (chart === 'median' && value < 0) throw new NotChartable(`${name} is ${value}: a wait is not below 0.`)
    if (chart === 't' && !(value > 0))
      throw new NotChartable(
        `${name} is ${value}: a t chart holds times above 0. Give times to the hour, or choose a g chart for whole days.`,
      )
  }
}
