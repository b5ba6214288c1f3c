import { dayNumber } from '../../../src/engine/clocks/days.ts'
import type { Chance } from '../chance.ts'
import { lastDayOf, monthsFrom } from '../days.ts'
import { leftUnrecorded, lookedAfterAtMonthEnd } from './published.ts'

/** How many children come into care and leave it, stretch by stretch. Each stretch ends on a day on which the number looked after is known. */
export interface Flow {
  /** Day numbers: the first day, and the last. */
  readonly from: number
  readonly to: number
  readonly entered: number
  /** Null: as many as it takes, with those who turn 18 first. */
  readonly left: number | null
  /** Looked after at the end of the last day. */
  readonly stock: number
}

const stretch = (from: string, to: string, entered: number, left: number | null, stock: number): Flow => ({
  from: dayNumber(from),
  to: dayNumber(to),
  entered,
  left,
  stock,
})

/** Who left in each month of the twelve to 22 February 2016: 114 with the days of both Februaries. */
const leftInYear: Readonly<Record<string, number>> = {
  '2015-03': 11,
  '2015-04': 8,
  '2015-05': 8,
  '2015-06': 8,
  '2015-07': 8,
  '2015-08': 7,
  '2015-09': 8,
  '2015-10': 9,
  '2015-11': 9,
  '2015-12': 9,
  '2016-01': 18,
}

/** From 1 February to 31 May 2016: 62 came, 29 left before they were 18, and 26 turned 18. June holds what item 7 says of its last day. */
const aroundTheInspection: readonly Flow[] = [
  stretch('2016-02-01', '2016-02-22', 10, 8, 336),
  stretch('2016-02-23', '2016-02-29', 3, 4, 335),
  stretch('2016-03-01', '2016-03-31', 17, 14, 338),
  stretch('2016-04-01', '2016-04-30', 17, 13, 342),
  stretch('2016-05-01', '2016-05-31', 15, 16, 341),
  stretch('2016-06-01', '2016-06-30', 15, 20, 336),
]

/** The flow of the authority whose figures were published. @param to a plain date; the history goes on to its month’s end */
export function publishedFlow(from: string, to: string, chance: Chance): readonly Flow[] {
  const flows: Flow[] = []
  let stock = stockBefore(from)
  for (const month of monthsFrom(from, to)) {
    if (month >= '2016-02' && month <= '2016-06') {
      const these = aroundTheInspection.filter((flow) => flow.from >= dayNumber(`${month}-01`) && flow.to <= dayNumber(lastDayOf(month)))
      flows.push(...these)
      stock = these.at(-1)?.stock ?? stock
      continue
    }
    const wanted = stockAtEnd(month)
    // Of the eighteen who left in February 2015, three did in its last six days, within the twelve months that the inspectors counted.
    if (month === '2015-02') {
      flows.push(stretch('2015-02-01', '2015-02-22', 6, 15, 277), stretch('2015-02-23', '2015-02-28', 2, 3, 276))
      stock = 276
      continue
    }
    const left = leftInYear[month] ?? null
    const usual = Math.round((month >= '2014-04' && month < '2016-02' ? 13 : 11.5) + 5 * (chance.next() - 0.5))
    const entered = left !== null ? wanted - stock + left : Math.max(usual, wanted - stock + 6)
    flows.push(stretch(`${month}-01`, lastDayOf(month), entered, stock + entered - wanted, wanted))
    stock = wanted
  }
  return flows
}

/** What was true, which of March 2015 is two fewer than was believed. */
function stockAtEnd(month: string): number {
  const published = lookedAfterAtMonthEnd[month]
  if (published !== undefined) return month === leftUnrecorded.month ? published - leftUnrecorded.children : published
  return unpublished(month)
}

/** Before April 2014 it rises slowly; after June 2016 unaccompanied children go to other authorities, and it falls. */
function unpublished(month: string): number {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  const wave = Math.round(3 * Math.sin(at / 2.1) + 2 * Math.sin(at / 0.83))
  const april2014 = 2014 * 12 + 4
  if (at < april2014) return Math.round(286 - (april2014 - at) * 1.6) + wave
  const june2016 = 2016 * 12 + 6
  return Math.round(336 - Math.min(30, at - june2016)) + wave
}

export const stockBefore = (from: string): number => {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  return stockAtEnd(month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`)
}

/** The flow of an authority of which nothing was published: the same shape at its own size. */
export function ordinaryFlow(from: string, to: string, scale: number, chance: Chance, planted: boolean): readonly Flow[] {
  const flows: Flow[] = []
  const wanted = (month: string): number => {
    const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - (2015 * 12 + 1)
    const rise = planted ? 45 / (1 + Math.exp(-at / 5)) : 0
    return Math.max(4, Math.round(scale * (270 + rise + 4 * Math.sin(at / 2.3))))
  }
  let stock = wanted(from)
  for (const month of monthsFrom(from, to)) {
    const target = wanted(month)
    const entered = Math.max(0, target - stock, Math.round(scale * (11.5 + 4 * (chance.next() - 0.5)) + chance.next() - 0.5))
    flows.push(stretch(`${month}-01`, lastDayOf(month), entered, null, target))
    stock = target
  }
  return flows
}

export const ordinaryStock = (scale: number): number => Math.max(4, Math.round(270 * scale))
