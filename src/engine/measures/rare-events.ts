/** The chart of what lies between rare events, in whole cases or days. */
import { average, known } from './figure.ts'
import { chanceBeyond, level, type Lines, type LinesFor } from './lines.ts'

/**
 * g chart: the median of the geometric distribution and, for limits, the counts beyond which it reaches as seldom as a normal one beyond
 * three standard deviations (Kaminsky and others 1992; Benneyan 2001). The distribution is skew: three of its own deviations would call out
 * one point in fifty.
 */
export const gLines: LinesFor = ({ figures, basis }) => {
  const mean = average(known(basis))
  // The chance that the next case is an event; log1p keeps it exact where events are very rare.
  const step = Math.log1p(-1 / (1 + mean))
  const atMostFor = (above: number): number => Math.max(0, Math.ceil(round(Math.log(above) / step) - 1))
  const fewerWith = (chance: number): number => Math.floor(round(Math.log1p(-chance) / step))
  const lines: Lines = {
    centre: atMostFor(0.5),
    lower: fewerWith(chanceBeyond.limit),
    upper: atMostFor(chanceBeyond.limit),
    nearLower: fewerWith(chanceBeyond.near),
    nearUpper: atMostFor(chanceBeyond.near),
    on: 0,
  }
  return level(figures, lines)
}

/** A quotient of logarithms that should be whole is whole. */
const round = (number: number): number => (Math.abs(number - Math.round(number)) < 1e-9 ? Math.round(number) : number)
