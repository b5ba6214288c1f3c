/** Lines through a series: broken where nothing is known, or in steps from one period to the next. */
import { tidy } from './marks.tsx'

export interface Scale {
  /** Across: where a period stands, by its place in the series. */
  readonly x: (at: number) => number
  /** Down: where a value stands. */
  readonly y: (value: number) => number
}

type Values = readonly (number | null | undefined)[]

/** Runs of known values: of each its first place and its values. */
const runs = (values: Values): { readonly from: number; readonly values: number[] }[] => {
  const found: { from: number; values: number[] }[] = []
  values.forEach((value, at) => {
    if (value === null || value === undefined) return
    const last = found.at(-1)
    if (last !== undefined && last.from + last.values.length === at) last.values.push(value)
    else found.push({ from: at, values: [value] })
  })
  return found
}

/** From point to point; across a gap there is no line. */
export const lineThrough = (values: Values, { x, y }: Scale): string =>
  runs(values)
    .filter((run) => run.values.length > 1)
    .map((run) => run.values.map((value, n) => `${n === 0 ? 'M' : 'L'}${tidy(x(run.from + n))} ${tidy(y(value))}`).join(''))
    .join('')

/** In steps: each value holds from halfway to the one before to halfway to the one after, within the ends of the picture. */
export const stepsThrough = (values: Values, scale: Scale, ends: readonly [number, number]): string =>
  runs(values)
    .map((run) => run.values.map((value, n) => `${n === 0 ? 'M' : 'L'}${step(run.from + n, value, scale, ends)}`).join(''))
    .join('')

/** The room between two lines of steps, where both are known. */
export function bandBetween(lower: Values, upper: Values, scale: Scale, ends: readonly [number, number]): string {
  const both = lower.map((value, at) =>
    value === null || value === undefined || upper[at] === null || upper[at] === undefined ? null : at,
  )
  return runs(both)
    .map(({ values }) => {
      const there = values.map((at) => step(at, upper[at] ?? 0, scale, ends))
      const back = values.toReversed().map((at) => step(at, lower[at] ?? 0, scale, [ends[1], ends[0]], -1))
      return `M${[...there, ...back].join('L')}z`
    })
    .join('')
}

function step(at: number, value: number, { x, y }: Scale, [first, last]: readonly [number, number], way = 1): string {
  const [low, high] = [Math.min(first, last), Math.max(first, last)]
  const within = (place: number) => tidy(Math.min(Math.max(place, low), high))
  return `${within(x(at - way / 2))} ${tidy(y(value))}H${within(x(at + way / 2))}`
}
