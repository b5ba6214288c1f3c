import type { Clockwork } from '../clocks/subjects.ts'
import type { Transaction } from '../database/database.ts'
import type { Dimension } from '../measures/dimension.ts'
import type { Fact } from '../measures/fact.ts'
import { knownFacts, type KnownOf } from '../measures/known-facts.ts'
import { adds, kindsCounted, type Measure } from '../measures/measure.ts'
import { lastDay, monthName, monthNumber } from '../measures/months.ts'
import { isIn } from '../measures/series.ts'
import { partedBy } from '../measures/tally.ts'
import type { Found } from './found.ts'

/** Whom a signal counts. */

/** A fact that a signal counts on the side that matters: of a share what falls short, of all else what is counted. */
export interface BehindSignal {
  readonly subject: string
  readonly fact: Fact
}

/** Facts that are there already: all those of the months asked, of a moment in the past (`held`), and those that are never kept (`apart`). */
export interface FactsThere {
  readonly held: readonly KnownOf[] | null
  readonly apart: readonly KnownOf[]
}

/** Whom each signal counts, each once. Facts are read once for all. */
export async function subjectsBehind(
  tx: Transaction,
  work: Clockwork,
  all: readonly Found[],
  there: FactsThere,
): Promise<ReadonlyMap<Found, readonly string[]>> {
  const sets = new Map<Found, Set<string>>(all.map((each) => [each, new Set<string>()]))
  await eachBehind(tx, work, all, there, (found, { subject }) => sets.get(found)?.add(subject))
  return new Map([...sets].map(([found, set]) => [found, [...set].sort()]))
}

/** The facts behind one signal, in the order of their days. */
export async function factsBehindSignal(
  tx: Transaction,
  work: Clockwork,
  found: Found,
  apart: readonly KnownOf[],
): Promise<readonly BehindSignal[]> {
  const behind: BehindSignal[] = []
  await eachBehind(tx, work, [found], { held: null, apart }, (_, each) => behind.push(each))
  return behind.sort((a, b) => (a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : a.subject < b.subject ? -1 : 1))
}

async function eachBehind(
  tx: Transaction,
  work: Clockwork,
  all: readonly Found[],
  { held, apart }: FactsThere,
  take: (found: Found, behind: BehindSignal) => void,
): Promise<void> {
  if (all.length === 0) return
  const byMeasure = Map.groupBy(all, ({ measure }) => measure)
  const from = Math.min(...all.map(({ months }) => months[0]))
  const to = Math.max(...all.map(({ months }) => months[1]))
  const dimensions = [...new Set(all.flatMap((each) => byOf(each) ?? []))].filter((by): by is Dimension => typeof by !== 'string')
  const wanted = { kinds: kindsCounted([...byMeasure.keys()]), dimensions, from: `${monthName(from)}-01`, to: lastDay(to) }
  const each = (known: KnownOf): void => {
    for (const [measure, signals] of byMeasure) countIn(known, measure, signals, take)
  }
  if (held === null) for await (const known of knownFacts(tx, work, wanted)) each(known)
  else for (const known of held) each(known)
  for (const known of apart) each(known)
}

function countIn(known: KnownOf, measure: Measure, signals: readonly Found[], take: (found: Found, behind: BehindSignal) => void): void {
  const facts = known.facts.get(measure.of) ?? []
  for (const fact of facts) {
    const added = adds(measure, measure.of, fact.says)
    if (added === null) continue
    for (const found of signals) {
      if (!matters(measure, added) || !isDuring(measure, fact, found.months)) continue
      const by = byOf(found)
      if (by !== null && !isAt(by, known, measure, fact, found)) continue
      take(found, { subject: known.subject, fact })
    }
  }
}

/** By what the place of a signal is one: a dimension, or what the facts say; null of the whole. */
export const byOf = ({ measure, place }: Found): Dimension | string | null =>
  place === null ? null : (measure.by.find((by) => (typeof by === 'string' ? by : by.id) === place.by) ?? null)

const matters = ({ statistic, better }: Measure, { above }: { above: number }): boolean =>
  statistic !== 'share' || better === 'neutral' || (above === 0) === (better === 'higher')

function isDuring(measure: Measure, fact: Fact, [from, to]: readonly [number, number]): boolean {
  if (measure.of.lasts) return isIn(measure, fact, to)
  const happened = monthNumber(fact.on)
  return happened >= from && happened <= to
}

function isAt(by: Dimension | string, { spells }: KnownOf, measure: Measure, fact: Fact, { place, months }: Found): boolean {
  const end = lastDay(months[1])
  return partedBy(by, fact, measure.of, spells).some(
    ([value, on, until]) => value === place?.value && (!measure.of.lasts || (on <= end && (until === null || end < until))),
  )
}
