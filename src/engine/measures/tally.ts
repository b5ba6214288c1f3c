import type { Dimension, Spell } from './dimension.ts'
import { notRecorded, valueOn } from './dimension.ts'
import type { Fact, FactKind, Value } from './fact.ts'
import { adds, kindsCounted, type Measure } from './measure.ts'
import { monthNumber } from './months.ts'

/**
 * From facts to counts. What happens on a day counts in its month. What lasts counts in the month of its first day, and is taken off again in the
 * month of the day it ends: added up from the beginning, that is how many stand at the end of each month. So counts of both can be kept, added to
 * and taken from, without walking through all months.
 */

/** All that is known of one subject: its facts by kind, and how it stood by each dimension. */
export interface Known {
  readonly facts: ReadonlyMap<FactKind, readonly Fact[]>
  readonly spells: ReadonlyMap<Dimension, readonly Spell[]>
}

/** Takes what is to be added. `by` and `value` are empty for the whole. */
export type Put = (measure: Measure, by: string, value: string, month: number, above: number, below: number) => void

/** Stands in place of what parts a measure, where its values are the numbers that a median or the highest is of: so they too are told from counts. */
export const eachNumber = '#'
export const isOfNumbers = ({ statistic }: Measure): boolean => statistic === 'median' || statistic === 'highest'

/** What one subject adds to the counts of measures, in whole and by what each is parted by. */
export function tally(known: Known, measures: readonly Measure[], put: Put): void {
  const counted = byKind(measures)
  for (const [kind, facts] of known.facts) {
    const counting = counted.get(kind)
    if (counting === undefined) continue
    for (const fact of facts) {
      const whole = monthsOf(kind, fact.on, fact.until ?? null)
      // How a fact is parted is the same for every measure that counts it.
      const parted = new Map<Dimension | string, Parted>()
      for (const measure of counting) {
        const added = adds(measure, kind, fact.says)
        if (added === null) continue
        putIn(put, measure, '', '', whole, added.above, added.below)
        if (isOfNumbers(measure)) putIn(put, measure, eachNumber, String(added.above), whole, 1, 0)
        for (const by of measure.by) {
          if (typeof by !== 'string' && !by.counted) continue
          const id = typeof by === 'string' ? by : by.id
          // Of what is told as shares of the whole, the whole stands below the line, and is put there when it is read.
          const below = measure.ofWhole.includes(id) ? 0 : added.below
          let parts = parted.get(by)
          if (parts === undefined) parted.set(by, (parts = inMonths(by, fact, kind, known.spells)))
          for (const [value, months] of parts) putIn(put, measure, id, value, months, added.above, below)
        }
      }
    }
  }
}

/** The months in which something is put on, and taken off again; null where it is not taken off, or where what lasts begins and ends in one. */
type Months = readonly [on: number, off: number | null] | null
type Parted = readonly (readonly [value: string, months: Months])[]

function monthsOf({ lasts }: FactKind, from: string, until: string | null): Months {
  const on = monthNumber(from)
  if (!lasts || until === null) return [on, null]
  const off = monthNumber(until)
  return off === on ? null : [on, off]
}

const inMonths = (by: Dimension | string, fact: Fact, kind: FactKind, spells: Known['spells']): Parted =>
  partedBy(by, fact, kind, spells).map(([value, from, until]) => [value, monthsOf(kind, from, until)])

function putIn(put: Put, measure: Measure, by: string, value: string, months: Months, above: number, below: number): void {
  if (months === null) return
  put(measure, by, value, months[0], above, below)
  if (months[1] !== null) put(measure, by, value, months[1], -above, -below)
}

/** The measures that count each kind of fact. The same measures are asked for again and again. */
function byKind(measures: readonly Measure[]): ReadonlyMap<FactKind, readonly Measure[]> {
  const known = counting.get(measures)
  if (known !== undefined) return known
  const made = new Map<FactKind, Measure[]>()
  for (const measure of measures)
    for (const kind of kindsCounted([measure])) {
      const held = made.get(kind)
      if (held) held.push(measure)
      else made.set(kind, [measure])
    }
  counting.set(measures, made)
  return made
}

const counting = new WeakMap<readonly Measure[], ReadonlyMap<FactKind, readonly Measure[]>>()

/** A fact in the parts into which something parts it: one that lasts wherever its subject stood differently, one that says several words under each. */
export function partedBy(
  by: Dimension | string,
  fact: Fact,
  kind: FactKind,
  spells: Known['spells'],
): readonly (readonly [value: string, from: string, until: string | null])[] {
  if (typeof by === 'string') {
    const said = fact.says?.[by]
    const values = typeof said === 'object' && said !== null ? (said.length === 0 ? [notRecorded] : [...new Set(said)]) : [wordOf(said)]
    return values.map((value) => [value, fact.on, fact.until ?? null])
  }
  const told = spells.get(by) ?? []
  return kind.lasts ? partsBy(told, fact) : [[standing(by, fact, told), fact.on, fact.until ?? null]]
}

/**
 * How the subject of something that happened stood that day: as the fact says itself (the team it was given to), else by the spells. What happens on the
 * day a spell ends, where no other begins, is of that spell: the plan that ends, the worker who leaves.
 */
function standing({ id }: Dimension, { on, says }: Fact, spells: readonly Spell[]): string {
  const said = says?.[id]
  if (typeof said === 'string') return said
  const value = valueOn(spells, on)
  return value === notRecorded ? (spells.find(({ until }) => until === on)?.value ?? notRecorded) : value
}

/** What a fact says, as the word that it is parted by. */
export const wordOf = (said: Value | null | undefined): string =>
  said === null || said === undefined
    ? notRecorded
    : said === true
      ? 'yes'
      : said === false
        ? 'no'
        : typeof said === 'object'
          ? said.join(', ')
          : String(said)

/** A fact that lasts, in the parts in which its subject stood differently. */
export function partsBy(
  spells: readonly Spell[],
  { on, until = null }: Pick<Fact, 'on' | 'until'>,
): readonly (readonly [value: string, from: string, until: string | null])[] {
  const parts: (readonly [string, string, string | null])[] = []
  let from = on
  for (const spell of spells) {
    if (spell.until !== null && spell.until <= from) continue
    const begins = spell.from === null || spell.from <= from ? from : spell.from
    if (until !== null && begins >= until) break
    if (begins > from) parts.push([notRecorded, from, begins])
    const ends = spell.until === null ? until : until === null || spell.until < until ? spell.until : until
    parts.push([spell.value, begins, ends])
    if (ends === null || (until !== null && ends >= until)) return parts
    from = ends
  }
  if (until === null || from < until) parts.push([notRecorded, from, until])
  return parts
}
