import type { Dimension, Spell } from './dimension.ts'
import { notRecorded, valueOn } from './dimension.ts'
import type { Fact, FactKind, Value } from './fact.ts'
import { adds, type Measure } from './measure.ts'
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

/** What one subject adds to the counts of measures, in whole and by what each is parted by. */
export function tally(known: Known, measures: readonly Measure[], put: Put): void {
  for (const measure of measures) {
    const kinds = measure.to === null || measure.to.of === measure.of ? [measure.of] : [measure.of, measure.to.of]
    for (const kind of kinds) {
      for (const fact of known.facts.get(kind) ?? []) {
        const added = adds(measure, kind, fact.says)
        if (added === null) continue
        putIn(put, measure, '', '', kind, fact.on, fact.until ?? null, added.above, added.below)
        for (const by of measure.by) {
          if (typeof by !== 'string' && !by.counted) continue
          const id = typeof by === 'string' ? by : by.id
          // Of what is told as shares of the whole, the whole stands below the line, and is put there when it is read.
          const below = measure.ofWhole.includes(id) ? 0 : added.below
          for (const [value, from, until] of partedBy(by, fact, kind, known.spells))
            putIn(put, measure, id, value, kind, from, until, added.above, below)
        }
      }
    }
  }
}

/** A fact in the parts into which something parts it: one that lasts wherever its subject stood differently, one that says several words under each. */
export function partedBy(
  by: Dimension | string,
  fact: Fact,
  kind: FactKind,
  spells: Known['spells'],
): readonly (readonly [value: string, from: string, until: string | null])[] {
  const whole = (value: string) => [value, fact.on, fact.until ?? null] as const
  if (typeof by === 'string') {
    const said = fact.says?.[by]
    return typeof said === 'object' && said !== null ? (said.length === 0 ? [whole(notRecorded)] : said.map(whole)) : [whole(wordOf(said))]
  }
  const told = spells.get(by) ?? []
  return kind.lasts ? partsBy(told, fact) : [whole(standing(by, fact, told))]
}

function putIn(
  put: Put,
  measure: Measure,
  by: string,
  value: string,
  kind: FactKind,
  from: string,
  until: string | null,
  above: number,
  below: number,
): void {
  const first = monthNumber(from)
  if (!kind.lasts) return put(measure, by, value, first, above, below)
  const last = until === null ? null : monthNumber(until)
  if (last === first) return
  put(measure, by, value, first, above, below)
  if (last !== null) put(measure, by, value, last, -above, -below)
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
  const before = (day: string): boolean => until === null || day < until
  for (const spell of spells) {
    if (spell.until !== null && spell.until <= from) continue
    const begins = spell.from === null || spell.from <= from ? from : spell.from
    if (!before(begins)) break
    if (begins > from) parts.push([notRecorded, from, begins])
    const ends = spell.until === null ? until : until === null || spell.until < until ? spell.until : until
    parts.push([spell.value, begins, ends])
    if (ends === null || !before(ends)) return parts
    from = ends
  }
  if (before(from)) parts.push([notRecorded, from, until])
  return parts
}
