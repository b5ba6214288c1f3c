import { due, record, type Told as ClockTold } from '../../../test/support/clocks.ts'
import type { Clock } from '../../../src/engine/clocks/clock.ts'
import { checkedValues } from '../../../src/engine/records/checked-values.ts'
import type { RecordKind } from '../../../src/engine/records/kind.ts'
import type { Day } from '../days.ts'
import type { Told } from '../telling.ts'

/** For the tests of what is told of workers, households and the council, and of what managers wrote: records as they stand, and what clocks make of them. */

/** What the checks of the kinds have against any version: nothing. */
export function wrongOf(told: readonly Told[]): readonly string[] {
  const anyRecord = '00000000-0000-4000-8000-000000000000'
  const wrong = new Set<string>()
  for (const { kind, id, versions } of told) {
    const values: Record<string, unknown> = {}
    let before = ''
    for (const { at, values: said, withdrawn } of versions) {
      if (at <= before) wrong.add(`${kind.table} ${id}: two versions of one moment`)
      before = at
      if (withdrawn !== undefined) continue
      for (const name in said) values[name] = kind.fields[name]?.type === 'reference' && said[name] ? anyRecord : said[name]
      for (const { says } of checkedValues(kind, values, { today: at.slice(0, 10) }).wrong) wrong.add(`${kind.table}: ${says}`)
    }
  }
  return [...wrong]
}

/** A record as it stands; none where it was struck out. */
function standing({ id, versions }: Told): readonly Readonly<Record<string, unknown>>[] {
  if (versions.some(({ withdrawn }) => withdrawn !== undefined)) return []
  return [{ ...(Object.assign({}, ...versions.map(({ values }) => values)) as Record<string, unknown>), id }]
}

/** The records of a kind, as they stand. */
export const ofKind = (told: readonly Told[], kind: RecordKind): readonly Readonly<Record<string, unknown>>[] =>
  told.filter((each) => each.kind === kind).flatMap((each) => standing(each))

/** As the clocks read them. */
export const forClocks = (told: readonly Told[]): readonly ClockTold[] =>
  told.flatMap((each) => standing(each).map((values) => record(each.kind, values)))

/**
 * Which share of what a clock asked for was done in time, of what began on these days and is over.
 * @param subjects of each: the record that the clock is about, and those that hang on it
 */
export function shareInTime(
  clock: Clock,
  subjects: readonly (readonly ClockTold[])[],
  from: Day = '2013-01-01',
  until: Day = '2018-12-31',
): number {
  const over = subjects.flatMap((records) =>
    due(
      clock,
      records.filter(({ kind }) => kind === clock.about || clock.reads.includes(kind)),
      '2018-12-31',
    ).filter(
      ({ state, startedAt }) => startedAt >= from && startedAt < until && (state === 'met' || state === 'late' || state === 'overdue'),
    ),
  )
  if (over.length < 10) throw new Error(`Only ${over.length} of ${clock.id} to judge by`)
  return shareOf(over, ({ state }) => state === 'met')
}

/** What a field holds, where it holds words. */
export const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '')

export const shareOf = <T>(all: readonly T[], when: (one: T) => boolean): number => all.filter(when).length / Math.max(1, all.length)

/** Between two days, by a date of the record. */
export const between =
  (field: string, from: Day, until: Day) =>
  (each: Readonly<Record<string, unknown>>): boolean =>
    typeof each[field] === 'string' && each[field] >= from && each[field] < until
