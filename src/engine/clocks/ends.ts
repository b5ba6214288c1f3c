import type { Fields, RecordKind } from '../records/kind.ts'
import { on, type End, type Stop } from './clock.ts'
import type { Said, Thread } from './thread.ts'

/** A stop: another date of the very record that started the clock. It counts whenever it was, be it before the start. */
export function onTheSame<F extends Fields>(
  kind: RecordKind<F>,
  field: keyof F & string,
  when: (record: Said<F>) => boolean = () => true,
): Stop {
  return on(kind, field, { from: () => '', when: (record, { by }) => record.id === by.id && when(record) })
}

/** The earliest of several ends; null when there is none. */
export const earliest = (...ends: readonly (End | null | undefined)[]): End | null =>
  ends.reduce<End | null>((first, end) => (end && (first === null || end.at < first.at) ? end : first), null)

/** The first record of a kind, by the date in a field, on a day or after it, for which `when` holds; null when there is none. */
export function firstOn<F extends Fields>(
  thread: Thread,
  kind: RecordKind<F>,
  field: keyof F & string,
  day: string,
  when: (record: Said<F>) => boolean = () => true,
): End | null {
  const found = thread.dated(kind, field).find(({ at, record }) => at.slice(0, 10) >= day.slice(0, 10) && when(record))
  return found ? { at: found.at, by: { table: kind.table, id: found.record.id } } : null
}
