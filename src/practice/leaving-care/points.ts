import type { End } from '../../engine/clocks/clock.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import type { Fields, RecordKind } from '../../engine/records/kind.ts'

/** Days on which something was done, whichever kind of record tells of it, so that each can be the next after the one before. */

/** The days that a field of a kind gives, earliest first. */
export const daysOf = <F extends Fields>(
  thread: Thread,
  kind: RecordKind<F>,
  field: keyof F & string,
  when: (record: Said<F>) => boolean = () => true,
): readonly End[] =>
  thread
    .dated(kind, field)
    .filter(({ record }) => when(record))
    .map(({ at, record }) => ({ at, by: { table: kind.table, id: record.id } }))

/** All of them in order of time; of several on one day, the one named first. */
export function mergedByDay(...all: readonly (readonly End[])[]): readonly End[] {
  const byDay = new Map<string, End>()
  for (const point of all.flat()) if (!byDay.has(point.at.slice(0, 10))) byDay.set(point.at.slice(0, 10), point)
  return [...byDay.values()].sort((a, b) => (a.at < b.at ? -1 : 1))
}
