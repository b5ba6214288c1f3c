import type { Fields, RecordKind } from '../records/kind.ts'
import { on, type End, type Start, type Stop } from './clock.ts'
import type { Said } from './thread.ts'

/** Stops and ends that stand on one record: a row whose steps each have a date of their own. */

/**
 * A stop: the date in another field of the record that started the clock, whichever way the two dates lie; what was done before it was asked
 * for is done.
 */
export function onItself<F extends Fields>(
  kind: RecordKind<F>,
  field: keyof F & string,
  when: (record: Said<F>) => boolean = () => true,
): Stop {
  return on(kind, field, { when: (record, start) => record.id === startedBy(start) && when(record), from: () => '' })
}

/** The identifier of the record behind a start: the one it is for, else the one whose date began it. */
const startedBy = ({ record, by }: Start): string => (record as { readonly id: string } | undefined)?.id ?? by.id

/** The earliest of several ends, where there is any. */
export const earliestOf = (...ends: readonly (End | null | undefined)[]): End | null =>
  ends.reduce<End | null>((first, end) => (end && (first === null || end.at < first.at) ? end : first), null)
