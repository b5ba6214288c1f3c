import type { Transaction } from '../../engine/database/database.ts'
import { factsBehind, idOfBy, partsOfMeasure, wholeOfEach, type By, type Part } from '../../engine/measures/breakdown.ts'
import { funnel, type Funnel } from '../../engine/measures/funnel.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { monthsOf, perOf, type Point } from '../../engine/measures/series.ts'
import { whatStandsBeside, type Comparator, type PeopleEstimate, type Target } from './beside.ts'
import { named, type BehindRow } from './behind-list.tsx'
import { labelOfBy, valueWords } from './bys.ts'
import type { Choice } from './choice.ts'
import { chartedSpan, chartOf, type Charted, type Measured } from './measured.ts'

/** A measure in full: its series and chart, its parts, and what stands beside it. */
export interface MeasureTold {
  readonly measure: Measure
  /** Over the measure's own time, month by month, to the month chosen. */
  readonly points: readonly Point[]
  readonly charted: Charted | null
  readonly target: Target | null
  readonly comparators: readonly Comparator[]
  readonly estimate: PeopleEstimate | null
}

export async function findMeasureTold(
  tx: Transaction,
  { work }: Measured,
  measure: Measure,
  { month, among }: Pick<Choice, 'month' | 'among'>,
): Promise<MeasureTold> {
  const beside = await whatStandsBeside(tx)
  const points = await wholeOfEach(tx, work, [measure], { ...beside.seriesTo(month), peopleOf: beside.peopleOf, among })
  const target = beside.targetOf(measure, month)
  return {
    measure,
    points: points(measure),
    charted: chartOf(measure, points(measure, chartedSpan(measure)), beside.newLimitsOf(measure), target?.value ?? null),
    target,
    comparators: beside.comparatorsOf(measure, month),
    estimate: beside.estimateOf(measure, month),
  }
}

/** One part of a measure: its value in words, and its figures. */
export interface PartTold {
  readonly values: readonly string[]
  readonly words: readonly string[]
  readonly points: readonly Point[]
}

export interface Parted {
  readonly by: readonly By[]
  readonly label: string
  readonly parts: readonly PartTold[]
  /** Of a share or a rate by one thing: how the parts differ, beyond chance. */
  readonly funnel: Funnel | null
  /** Over how many months the parts are compared: what happened in a month is too little. */
  readonly months: number
}

/** Over how many months parts are compared. */
const compared = 12

/** A measure parted by one thing or by two. What happens is compared over twelve months, what stands at the end of the month. */
export async function findParts(
  tx: Transaction,
  { work }: Measured,
  measure: Measure,
  by: readonly By[],
  { month, among }: Pick<Choice, 'month' | 'among'>,
): Promise<Parted> {
  const beside = await whatStandsBeside(tx)
  const span = measure.span === 'month' ? '12 months' : measure.span
  const months = measure.span === 'moment' ? 1 : Math.max(compared, monthsOf[span])
  const found = await partsOfMeasure(tx, work, measure, { from: month - 23, to: month, by, among, people: beside.peopleOf(measure), span })
  const words = await valueWords(tx, by, measure)
  const parts = found
    .map(({ values, points }: Part) => ({ values, words: values.map((value, place) => words(place, value)), points }))
    .filter(({ points }) => points.some(({ numerator, denominator }) => numerator !== 0 || (denominator !== null && denominator !== 0)))
    .sort((a, b) => inOrder(by, a.values, b.values) || a.words.join().localeCompare(b.words.join(), 'en-GB'))
  return {
    by,
    label: by.map((each) => labelOfBy(each, measure)).join(' and '),
    parts,
    funnel: by.length === 1 ? funnelOf(measure, parts) : null,
    months,
  }
}

/** Codes in the order of their list; what is not recorded last. */
function inOrder(by: readonly By[], one: readonly string[], other: readonly string[]): number {
  for (const [place, each] of by.entries()) {
    const [a, b] = [one[place] ?? '', other[place] ?? '']
    if (a === b) continue
    if (a === '' || b === '') return a === '' ? 1 : -1
    const codes =
      typeof each !== 'string' && each.values !== null && 'codes' in each.values ? each.values.codes.map(({ code }) => code) : []
    const order = codes.indexOf(a) - codes.indexOf(b)
    if (order !== 0) return order
  }
  return 0
}

/** How parts differ beyond chance: a share has limits for each size. Of counts nobody knows out of how many. */
function funnelOf(measure: Measure, parts: readonly PartTold[]): Funnel | null {
  if (measure.statistic !== 'share') return null
  const groups = parts.flatMap(({ values, words, points }) => {
    const last = points.at(-1)
    return values[0] === '' || !last || last.denominator === null || last.denominator === 0
      ? []
      : [{ name: words.join(', '), numerator: last.numerator, denominator: last.denominator }]
  })
  return groups.length < 2 ? null : funnel(groups, { sort: 'part', per: perOf(measure), better: measure.better })
}

/** The rows behind the figure of the month. */
export async function findBehind(
  tx: Transaction,
  { work }: Measured,
  measure: Measure,
  { month, among }: Pick<Choice, 'month' | 'among'>,
  span: Measure['span'],
): Promise<readonly BehindRow[]> {
  return named(tx, measure, await factsBehind(tx, work, measure, month, { among, span }))
}

export const byOf = (measure: Measure, id: string | null): By | null => measure.by.find((each) => idOfBy(each) === id) ?? null
