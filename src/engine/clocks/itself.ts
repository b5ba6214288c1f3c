import type { Fields, RecordKind } from '../records/kind.ts'
import type { Clock, Start } from './clock.ts'
import { earliestOf } from './own-dates.ts'
import type { Said } from './thread.ts'

/** A date of a record: the field that holds it, or how it is found. */
export type OwnDate<F extends Fields> = (keyof F & string) | ((record: Said<F>) => string | null)

/**
 * Starts with a date of the record that is itself the thread: a request, a meeting. While that date is not recorded, nothing starts.
 * @param when for which records the rule is
 * @param until the dates from which it is no longer needed: the earliest of those recorded counts
 * @param since from when it runs, where that is not the moment it is counted from
 */
export function itself<F extends Fields>(
  kind: RecordKind<F>,
  from: OwnDate<F>,
  {
    when = () => true,
    until = [],
    since,
  }: {
    readonly when?: (record: Said<F>) => boolean
    readonly until?: readonly OwnDate<F>[]
    readonly since?: (record: Said<F>) => string
  } = {},
): Clock['starts'] {
  return (thread): Start[] => {
    const record = thread.about(kind)
    const at = dateOf(record, from)
    if (at === null || !when(record)) return []
    const by = { table: kind.table, id: record.id }
    const ends = until.map((each) => dateOf(record, each)).map((day) => (day === null ? null : { at: day, by }))
    return [{ at, by, until: earliestOf(...ends), record, ...(since ? { since: since(record) } : {}) }]
  }
}

const dateOf = <F extends Fields>(record: Said<F>, from: OwnDate<F>): string | null =>
  typeof from === 'function' ? from(record) : ((record[from] as string | null) ?? null)
