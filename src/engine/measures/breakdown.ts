import type { Clockwork } from '../clocks/subjects.ts'
import { isKnownAt } from '../clocks/due-dates.ts'
import type { Transaction } from '../database/database.ts'
import type { Dimension } from './dimension.ts'
import { countsKept } from './kept-counts.ts'
import type { Fact, FactKind } from './fact.ts'
import { quantile } from './figure.ts'
import { knownFacts, type KnownOf } from './known-facts.ts'
import { adds, kindsCounted, type Adds, type Measure } from './measure.ts'
import { lastDay, monthName, monthNumber } from './months.ts'
import { isIn, monthsOf, pointsOf, type Counts, type PeopleAt, type Point } from './series.ts'
import { eachNumber, isOfNumbers, partedBy } from './tally.ts'

/** Figures of measures: in whole, parted by one thing or by two, with a group alone or without it; and what is behind each of them. */

/** A dimension, or the name of something that the facts say. */
export type By = Dimension | string

/** Only those of whom this is so, or (`without`) only those of whom it is not. */
export interface Among {
  readonly by: By
  readonly value: string
  readonly without?: boolean
}

export interface Asked {
  /** Months by number, both with it. */
  readonly from: number
  readonly to: number
  readonly by?: readonly By[]
  readonly among?: readonly Among[]
  readonly people?: PeopleAt
  /** In place of the measure's own span, where it is charted otherwise. */
  readonly span?: Measure['span']
  /** From the facts, not from kept counts: of a measure that is not kept. */
  readonly afresh?: boolean
}

/** The points of one part: its values, one for each of what is parted by. */
export interface Part {
  readonly values: readonly string[]
  readonly points: readonly Point[]
}

export const idOfBy = (by: By): string => (typeof by === 'string' ? by : by.id)

/** The points of a measure; of each part, where it is parted. Parts come in no order. */
export async function partsOfMeasure(tx: Transaction, work: Clockwork, measure: Measure, asked: Asked): Promise<Part[]> {
  const { by = [], among = [], from, to, people, span, afresh = false } = asked
  const numbers = isOfNumbers(measure)
  const kept =
    !afresh &&
    !(numbers && by.length > 0) &&
    among.length === 0 &&
    by.length <= 1 &&
    by.every((each) => typeof each === 'string' || each.counted)
  if (kept && !(await isKnownAt(tx))) {
    if (numbers) {
      const each = (await countsKept(tx, [measure], eachNumber)).get(measure.id) ?? new Map<string, Counts>()
      return [{ values: [], points: pointsOfEach(measure, each, from, to, span) }]
    }
    const counts = (await countsKept(tx, [measure], by[0] === undefined ? '' : idOfBy(by[0]))).get(measure.id) ?? new Map<string, Counts>()
    if (by[0] !== undefined && measure.ofWhole.includes(idOfBy(by[0]))) {
      const below = (await countsKept(tx, [measure], '')).get(measure.id)?.get('')?.below ?? new Map<number, number>()
      for (const [value, { above }] of counts) counts.set(value, { above, below })
    }
    if (by.length === 0 && counts.size === 0) counts.set('', nothingCounted)
    return [...counts].map(([value, each]) => ({
      values: by.length === 0 ? [] : [value],
      points: pointsOf(measure, each, from, to, people, span),
    }))
  }
  const parts = new Map<
    string,
    { values: readonly string[]; each: Map<string, Counted>; above: Map<number, number>; below: Map<number, number> }
  >()
  const partOf = (values: readonly string[]) => {
    const key = values.join('\t')
    const held = parts.get(key) ?? { values, each: new Map<string, Counted>(), ...noneYet() }
    parts.set(key, held)
    return held
  }
  if (by.length === 0) partOf([])
  // Of what is told as shares of the whole, all that stand alike by everything else are below the line, each once.
  const wholes = by.map((each) => measure.ofWhole.includes(idOfBy(each)))
  const wholeBelow = wholes.includes(true) ? new Map<string, Map<number, number>>() : null
  const rest = (values: readonly string[]): string => values.filter((_, place) => !wholes[place]).join('\t')
  let last: Fact | null = null
  const once = new Set<string>()
  const countWhole = (kind: FactKind, { whole, fact, values }: PartKnown, below: number): void => {
    // The parts of one fact come one after another: of several words under which it stands, the first counts.
    if (whole !== last) once.clear()
    last = whole
    const key = `${rest(values)} ${fact.on} ${fact.until ?? ''}`
    if (once.has(key)) return
    once.add(key)
    const counts = wholeBelow?.get(rest(values)) ?? new Map<number, number>()
    wholeBelow?.set(rest(values), counts)
    count({ above: new Map(), below: counts }, kind, fact, { above: 0, below })
  }
  for await (const known of knownFacts(tx, work, wantedFor(measure, by, among, from, to, span)))
    for (const each of partsKnown(known, measure, by, among)) {
      const { kind, fact, values } = each
      const added = adds(measure, kind, fact.says)
      if (added === null) continue
      const part = partOf(values)
      if (numbers) countNumber(part.each, kind, fact, added)
      else count(part, kind, fact, wholeBelow === null ? added : { above: added.above, below: 0 })
      if (wholeBelow !== null) countWhole(kind, each, added.below)
    }
  if (wholeBelow !== null) for (const part of parts.values()) part.below = wholeBelow.get(rest(part.values)) ?? part.below
  return [...parts.values()].map(({ values, each, ...counts }) => ({
    values,
    points: numbers ? pointsOfEach(measure, each, from, to, span) : pointsOf(measure, counts, from, to, people, span),
  }))
}

/** The points of each of many measures, in whole, over any span: asked for at once, so that each fact is read once. */
export async function wholeOfEach(
  tx: Transaction,
  work: Clockwork,
  measures: readonly Measure[],
  {
    from,
    to,
    peopleOf,
    among = [],
  }: { readonly from: number; readonly to: number; readonly peopleOf: (measure: Measure) => PeopleAt; readonly among?: readonly Among[] },
): Promise<(measure: Measure, span?: Measure['span']) => readonly Point[]> {
  const fromFacts = among.length > 0 || (await isKnownAt(tx))
  const numbers = measures.filter(isOfNumbers)
  const counts = new Map<string, Counts>()
  const each = new Map<string, ReadonlyMap<string, Counts>>()
  if (fromFacts) {
    const looksBack = Math.max(1, ...measures.map(({ span }) => monthsOf[span]))
    const dimensions = [...new Set(among.flatMap(({ by }) => (typeof by === 'string' ? [] : by)))]
    const wanted = { kinds: kindsCounted(measures), dimensions, from: `${monthName(from - looksBack + 1)}-01`, to: lastDay(to) }
    const counting = new Map(measures.map(({ id }) => [id, { whole: noneYet(), each: new Map<string, Counted>() }]))
    for await (const known of knownFacts(tx, work, wanted))
      for (const measure of measures)
        for (const { kind, fact } of partsKnown(known, measure, [], among)) {
          const added = adds(measure, kind, fact.says)
          const held = counting.get(measure.id)
          if (added === null || held === undefined) continue
          if (isOfNumbers(measure)) countNumber(held.each, kind, fact, added)
          else count(held.whole, kind, fact, added)
        }
    for (const [id, held] of counting) {
      counts.set(id, held.whole)
      each.set(id, held.each)
    }
  } else {
    for (const [id, parts] of await countsKept(tx, measures, '')) counts.set(id, parts.get('') ?? nothingCounted)
    if (numbers.length > 0) for (const [id, parts] of await countsKept(tx, numbers, eachNumber)) each.set(id, parts)
  }
  return (measure, span) =>
    isOfNumbers(measure)
      ? pointsOfEach(measure, each.get(measure.id) ?? new Map<string, Counts>(), from, to, span)
      : pointsOf(measure, counts.get(measure.id) ?? nothingCounted, from, to, peopleOf(measure), span)
}

const nothingCounted: Counts = { above: new Map(), below: new Map() }

interface Counted {
  readonly above: Map<number, number>
  readonly below: Map<number, number>
}

const noneYet = (): Counted => ({ above: new Map(), below: new Map() })

function countNumber(each: Map<string, Counted>, kind: FactKind, fact: Fact, { above }: Adds): void {
  const number = String(above)
  const held = each.get(number) ?? noneYet()
  each.set(number, held)
  count(held, kind, fact, { above: 1, below: 0 })
}

/** The points of a median or of the highest, from how often each number is there. */
function pointsOfEach(
  measure: Measure,
  counts: ReadonlyMap<string, Counts>,
  from: number,
  to: number,
  span: Measure['span'] = measure.span,
): Point[] {
  const howMany = { ...measure, statistic: 'count' } as const
  const numbers = [...counts]
    .map(([number, each]) => ({ number: Number(number), points: pointsOf(howMany, each, from, to, undefined, span) }))
    .sort((a, b) => a.number - b.number)
  return pointsOf(howMany, nothingCounted, from, to, undefined, span).map(({ period }, place): Point => {
    const sorted = numbers.flatMap(({ number, points }) => Array<number>(points[place]?.numerator ?? 0).fill(number))
    const of = sorted.length
    if (of === 0) return { period, value: null, numerator: 0, denominator: 0 }
    if (measure.statistic === 'highest') return { period, value: sorted.at(-1) as number, numerator: of, denominator: of }
    const spread = { of, lowerQuarter: quantile(sorted, 0.25), upperQuarter: quantile(sorted, 0.75) }
    return { period, value: quantile(sorted, 0.5), numerator: of, denominator: of, spread }
  })
}

function count(counts: Counted, kind: FactKind, { on, until }: Fact, { above, below }: { above: number; below: number }): void {
  const put = (month: number, sign: 1 | -1) => {
    counts.above.set(month, (counts.above.get(month) ?? 0) + sign * above)
    counts.below.set(month, (counts.below.get(month) ?? 0) + sign * below)
  }
  put(monthNumber(on), 1)
  if (kind.lasts && until !== null && until !== undefined) put(monthNumber(until), -1)
}

/** The facts that figures of these months can count. */
function wantedFor(measure: Measure, by: readonly By[], among: readonly Among[], from: number, to: number, span = measure.span) {
  const dimensions = [...by, ...among.map((each) => each.by)].filter((each): each is Dimension => typeof each !== 'string')
  return {
    kinds: kindsCounted([measure]),
    dimensions: [...new Set(dimensions)],
    from: `${monthName(from - monthsOf[span] + 1)}-01`,
    to: lastDay(to),
  }
}

interface PartKnown {
  readonly kind: FactKind
  /** The fact, and the part of it of which the values are true. */
  readonly whole: Fact
  readonly fact: Fact
  readonly values: readonly string[]
}

/** Facts with the values by which they are parted: one that lasts in as many parts as it has. */
function* partsKnown({ facts, spells }: KnownOf, measure: Measure, by: readonly By[], among: readonly Among[]): Generator<PartKnown> {
  // What facts say is so of all of a fact, and chooses it or not; how its subject stood chooses parts of it.
  const saying = among.filter((each) => typeof each.by === 'string')
  const standing = among.filter((each) => typeof each.by !== 'string')
  const all = [...by, ...standing.map((each) => each.by)]
  for (const kind of kindsCounted([measure]))
    for (const whole of facts.get(kind) ?? []) {
      const says = ({ by: saidBy, value, without }: Among): boolean =>
        partedBy(saidBy, whole, kind, spells).some(([said]) => said === value) !== (without === true)
      if (!saying.every(says)) continue
      let parts: readonly Pick<PartKnown, 'fact' | 'values'>[] = [{ fact: whole, values: [] }]
      for (const each of all)
        parts = parts.flatMap(({ fact, values }) =>
          partedBy(each, fact, kind, spells).map(([value, on, until]) => ({
            fact: kind.lasts ? { ...fact, on, until } : fact,
            values: [...values, value],
          })),
        )
      for (const { fact, values } of parts) {
        const meant = standing.every(({ value, without }, place) => (values[by.length + place] === value) !== (without === true))
        if (meant) yield { kind, whole, fact, values: values.slice(0, by.length) }
      }
    }
}

/** A fact behind a figure. */
export interface Behind {
  readonly subject: string
  readonly kind: FactKind
  readonly fact: Fact
  /** What it adds above the line and below it. */
  readonly above: number
  readonly below: number
  readonly values: readonly string[]
}

/** The facts behind the figure of a month, with how each stood by what is asked. Those of whom most is to be told first: in order of their day. */
export async function factsBehind(
  tx: Transaction,
  work: Clockwork,
  measure: Measure,
  month: number,
  {
    by = [],
    among = [],
    span = measure.span,
  }: { readonly by?: readonly By[]; readonly among?: readonly Among[]; readonly span?: Measure['span'] } = {},
): Promise<Behind[]> {
  const found: Behind[] = []
  for await (const known of knownFacts(tx, work, wantedFor(measure, by, among, month, month, span)))
    for (const { kind, fact, values } of partsKnown(known, measure, by, among)) {
      const added = adds(measure, kind, fact.says)
      if (added === null || !isIn({ ...measure, of: kind }, fact, month, span)) continue
      found.push({ subject: known.subject, kind, fact, ...added, values })
    }
  return found.sort((a, b) => (a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : a.subject < b.subject ? -1 : 1))
}
