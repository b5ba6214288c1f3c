import type { Transaction } from '../../engine/database/database.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { lastDay, lastWholeMonth, monthName } from '../../engine/measures/months.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { byOf, factsBehindSignal, subjectsBehind, type BehindSignal, type FactsThere } from '../../engine/signals/behind.ts'
import { isChange, type Found } from '../../engine/signals/found.ts'
import { look, type Watching } from '../../engine/signals/look.ts'
import { comesBefore, partsOfOne } from '../../engine/signals/one-cause.ts'
import { gather, withFacts, type Gathered } from '../../engine/signals/watched.ts'
import { copiedFacts, copiedMeasures } from '../../practice/writing/copied-measures.ts'
import { copiedTexts } from '../../practice/writing/copies.ts'
import { whatStandsBeside } from '../digest/beside.ts'
import { labelOfBy, valueWords } from '../digest/bys.ts'
import type { Measured } from '../digest/measured.ts'
import { moreOf, sentenceOf, type PlaceWords } from './sentences.ts'
import type { Signal } from './signal.ts'
import { upstreamOf } from './upstream.ts'
import { watchingOf } from './watching.ts'
import { weightOf } from './weight.ts'

/** All signals at the end of a month, those that matter most to children first, with those of one cause after their head. */

export interface Told {
  readonly signal: Signal
  readonly found: Found
  /** Identifiers of whom it counts. */
  readonly subjects: readonly string[]
}

export interface ToldOfMonth {
  /** The month, by number, to whose end they are told. */
  readonly month: number
  readonly told: readonly Told[]
  /** How many measures were looked at, and of how many there was nothing to say. */
  readonly looked: number
  readonly silent: number
}

/** How many days after its end what happened in a month has been written down, for nearly all of it. */
const writtenDown = 14

/**
 * The month, by number, to whose end signals are told on a day. While a month is just over, what was done in its last days is not all on the record, and it would
 * look worse than those before.
 * @param promptly where everything is taken as recorded on the day it bears
 */
export function monthToldOn(day: string, promptly = false): number {
  const last = lastWholeMonth(day)
  return promptly || day >= addDays(lastDay(last), writtenDown) ? last : last - 1
}

/** As known to the transaction. @param to the month, by number */
export async function tellSignals(tx: Transaction, measured: Measured, to: number): Promise<ToldOfMonth> {
  const { watching, gathered } = await gatherSignals(tx, measured, to)
  return tellFrom(tx, measured, watching, gathered, to)
}

/** With texts that stand in another child’s record too: they are held against each other when they are asked for, and not kept. */
export type AllGathered = Gathered & FactsThere

/** What signals are looked for in: to be asked of more than one month. */
export async function gatherSignals(
  tx: Transaction,
  measured: Measured,
  to: number,
  textsOfMonths = 36,
): Promise<{ readonly watching: Watching; readonly gathered: AllGathered }> {
  const watching = watchingOf([...measured.measures, ...copiedMeasures], await whatStandsBeside(tx), to)
  const gathered = await gather(tx, measured.work, measured.measures, measured.dimensions, { to, holdFrom: to - 23 })
  const apart = copiedFacts(await copiedTexts(tx, measured.work, { from: `${monthName(to - textsOfMonths + 1)}-01`, to: lastDay(to) }))
  return { watching, gathered: { held: gathered.held, counts: withFacts(gathered.counts, apart, copiedMeasures), apart } }
}

export async function tellFrom(
  tx: Transaction,
  measured: Measured,
  watching: Watching,
  gathered: AllGathered,
  to: number,
): Promise<ToldOfMonth> {
  const all = look(gathered.counts, watching, to)
  const heads = partsOfOne(all, { upstreamOf, weight: weightOf })
  const subjects = await subjectsBehind(tx, measured.work, all, gathered)
  const words = await placeWords(tx, all)
  const signals = all.map((found): Told => {
    const whose = subjects.get(found) ?? []
    const whom = whomOf(found.measure, whose.length)
    const place = words(found)
    return {
      found,
      subjects: whose,
      signal: {
        id: found.id,
        measure: found.measure.id,
        name: found.measure.name,
        area: found.measure.area,
        kind: found.kind,
        where: found.place === null || place === null ? {} : { [found.place.by]: place.value },
        place: found.place,
        since: monthName(found.since),
        seen: monthName(found.seen),
        direction: found.direction,
        from: found.from === null ? null : rounded(found.from),
        to: rounded(found.to),
        unit: unitOf(found.measure),
        confidence: Math.round(Math.min(found.confidence, 0.99999) * 1e5) / 1e5,
        children: whose.length,
        whom,
        above: rounded(found.above),
        below: rounded(found.below),
        sentence: sentenceOf(found, place),
        more: moreOf(found, whom, whose.length),
        partOf: heads.get(found)?.id ?? null,
        movedBefore: all
          .filter(
            (other) =>
              other !== found &&
              isChange(other.kind) &&
              isChange(found.kind) &&
              other.place === null &&
              comesBefore(other, found, upstreamOf),
          )
          .sort((a, b) => a.since - b.since)
          .map(({ id }) => id),
      },
    }
  })
  const inOrder = signals.sort((a, b) => weightOf(b.found) - weightOf(a.found))
  const byHead = Map.groupBy(inOrder, ({ signal }) => signal.partOf ?? signal.id)
  const spoken = new Set(all.map(({ measure }) => measure.id))
  const counted = watching.measures.filter(({ id }) => gathered.counts.has(id))
  return {
    month: to,
    told: inOrder
      .filter(({ signal }) => signal.partOf === null)
      .flatMap((head) => [head, ...(byHead.get(head.signal.id) ?? []).filter((each) => each !== head)]),
    looked: counted.length,
    silent: counted.filter(({ id }) => !spoken.has(id)).length,
  }
}

const rounded = (number: number): number => Math.round(number * 1e4) / 1e4

const unitOf = ({ statistic, unit, people }: Measure): string =>
  statistic === 'share' ? '%' : statistic === 'rate' ? `per ${(people?.per ?? 1).toLocaleString('en-GB')}` : unit === '' ? 'count' : unit

/** 'child', 'children'; of what is about others, what they are. */
export function whomOf({ of }: Measure, count: number): string {
  if (of.about.table === 'person') return count === 1 ? 'child' : 'children'
  return (count === 1 ? of.about.name : of.about.plural).toLowerCase()
}

/** The words of where each signal is. Names of teams and workers are looked up once for each thing that parts a measure. */
async function placeWords(tx: Transaction, all: readonly Found[]): Promise<(found: Found) => PlaceWords | null> {
  const known = new Map<string, (place: number, value: string) => string>()
  const keyOf = ({ measure, place }: Found): string =>
    `${typeof byOf({ measure, place } as Found) === 'string' ? measure.of.id : ''} ${place?.by ?? ''}`
  for (const found of all) {
    const by = byOf(found)
    if (by === null || known.has(keyOf(found))) continue
    known.set(keyOf(found), await valueWords(tx, [by], found.measure))
  }
  return (found) => {
    const by = byOf(found)
    if (by === null || found.place === null) return null
    return { label: labelOfBy(by, found.measure), value: known.get(keyOf(found))?.(0, found.place.value) ?? found.place.value }
  }
}

/** The facts that one signal counts, in the order of their days. */
export async function behindSignal(tx: Transaction, measured: Measured, found: Found): Promise<readonly BehindSignal[]> {
  const [from, to] = found.months
  const apart = copiedMeasures.includes(found.measure)
    ? copiedFacts(await copiedTexts(tx, measured.work, { from: `${monthName(from)}-01`, to: lastDay(to) }))
    : []
  return factsBehindSignal(tx, measured.work, found, apart)
}
