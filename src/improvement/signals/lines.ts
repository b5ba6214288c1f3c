import type { Transaction } from '../../engine/database/database.ts'
import { partsOfMeasure, wholeOfEach } from '../../engine/measures/breakdown.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { lastDay, monthName, monthNumber } from '../../engine/measures/months.ts'
import { pointsOf, type Point } from '../../engine/measures/series.ts'
import { byOf } from '../../engine/signals/behind.ts'
import { withFacts } from '../../engine/signals/watched.ts'
import { copiedFacts } from '../../practice/writing/copied-measures.ts'
import { copiedTexts } from '../../practice/writing/copies.ts'
import { whatStandsBeside } from '../digest/beside.ts'
import { chartedSpan, type Measured } from '../digest/measured.ts'
import { figureInWords, monthWords } from '../digest/words.ts'
import { foundAgain, hasKeptCounts, measureOf, type KeptSignal } from './kept.ts'

/** What moved, and what moved before it, month by month on one scale of time. */

export interface Line {
  readonly name: string
  /** 'each month', 'working days', '%'. */
  readonly unit: string
  readonly values: readonly (number | null)[]
  /** The place of the month in which it began to be otherwise. */
  readonly since: number
  readonly way: 'worse' | 'better' | 'changed'
  /** '10 → 15', and 'Up from May 2015'. */
  readonly fromTo: string
  readonly says: string
  readonly value: (value: number) => string
}

export interface Lines {
  /** 'YYYY-MM'. */
  readonly periods: readonly string[]
  readonly lines: readonly Line[]
}

/** How many months are drawn at least, and how many before the first of the changes. */
const drawn = { least: 24, before: 12, most: 48 }

/** The lines of some signals, each a change, in the order given. As known to the transaction. */
export async function linesOf(tx: Transaction, measured: Measured, signals: readonly KeptSignal[], to: number): Promise<Lines> {
  const told = signals.flatMap((kept) => {
    const measure = measureOf(measured, kept.signal.measure)
    return measure === null ? [] : [{ kept, measure }]
  })
  const first = Math.min(...told.map(({ kept }) => kept.working.since))
  const beside = await whatStandsBeside(tx)
  const from = Math.max(Math.min(first - drawn.before, to - drawn.least + 1), to - drawn.most + 1, beside.seriesTo(to).from)
  const wholes = told.filter(({ kept, measure }) => kept.working.place === null && hasKeptCounts(measure)).map(({ measure }) => measure)
  const whole = await wholeOfEach(tx, measured.work, [...new Set(wholes)], { from, to, peopleOf: beside.peopleOf })
  const lines: Line[] = []
  for (const { kept, measure } of told) {
    const points =
      kept.working.place === null && hasKeptCounts(measure)
        ? whole(measure, chartedSpan(measure))
        : await pointsAt(tx, measured, kept, measure, from, to)
    lines.push(lineOf(kept, measure, points, from))
  }
  return { periods: Array.from({ length: to - from + 1 }, (_, at) => monthName(from + at)), lines }
}

/** The points of the part that a signal is about; of texts held against each other, of the whole too. */
async function pointsAt(
  tx: Transaction,
  { work }: Measured,
  kept: KeptSignal,
  measure: Measure,
  from: number,
  to: number,
): Promise<readonly Point[]> {
  if (!hasKeptCounts(measure)) {
    const { place } = kept.working
    const copied = copiedFacts(await copiedTexts(tx, work, { from: `${monthName(from)}-01`, to: lastDay(to) }))
    const counts = withFacts(new Map(), copied, [measure]).get(measure.id)
    const part = counts?.get(place?.by ?? '')?.get(place?.value ?? '')
    return part === undefined ? [] : pointsOf(measure, part, from, to, undefined, chartedSpan(measure))
  }
  const by = byOf(foundAgain(kept, measure))
  if (by === null) return []
  const parts = await partsOfMeasure(tx, work, measure, { by: [by], from, to, span: chartedSpan(measure) })
  return parts.find(({ values }) => values[0] === kept.working.place?.value)?.points ?? []
}

function lineOf({ signal, working }: KeptSignal, measure: Measure, points: readonly Point[], from: number): Line {
  const value = (number: number): string =>
    figureInWords(measure, measure.statistic === 'count' ? Math.round(number) : Math.round(number * 10) / 10)
  // The unit stands before the line: behind it there is room for the numbers alone.
  const short = (number: number): string => (measure.unit === '' ? value(number) : value(number).replace(` ${measure.unit}`, ''))
  const up = working.from === null || working.to > working.from
  const where = Object.values(signal.where)[0]
  return {
    name: where === undefined ? measure.name : `${measure.name}, ${where}`,
    unit: unitOf(measure),
    values: points.map((point) => point.value),
    since: Math.max(0, working.since - from),
    way: working.direction,
    fromTo: working.from === null ? short(working.to) : `${short(working.from)} → ${short(working.to)}`,
    says: `${up ? 'Up' : 'Down'} from ${monthWords(monthName(monthNumber(signal.since)))}`,
    value,
  }
}

const unitOf = ({ statistic, unit, of, people }: Measure): string => {
  if (statistic === 'share') return of.lasts ? '% at the end of the month' : '% each month'
  if (statistic === 'count') return of.lasts ? 'at the end of the month' : 'each month'
  if (statistic === 'rate') return `per ${(people?.per ?? 1).toLocaleString('en-GB')}`
  return `${unit}${statistic === 'median' ? ', typical' : statistic === 'mean' ? ', on average' : ''}`.replace(/^, /, '')
}
