import type { Terms } from '../../engine/clocks/clock.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import type { Fields, RecordKind } from '../../engine/records/kind.ts'
import { referral } from '../front-door/records.ts'
import { person } from '../person/records.ts'
import { earlierDay, endOfChildhood, type Stretch } from '../told-in-parts.ts'
import type { Time } from './time.ts'

/** What a way to fall between is: the time in which it could happen to a child, and how much of that time it did. */

export interface Found {
  /** When it could happen. */
  readonly could: readonly Time[]
  /** When it did; days outside `could` do not count. */
  readonly did: readonly Stretch[]
}

export const nothing: Found = { could: [], did: [] }

/** One way to fall between, with its rule in words for whoever would check it. */
export interface Way {
  readonly code: string
  /** 'Missing often, and nobody looked at the risk': the name of its measure. */
  readonly name: string
  /** On which page of the digest. */
  readonly area: string
  /** The rule: children …, as a measure says what it counts. */
  readonly counted: string
  readonly outOf: string
  readonly leftOut?: string
  /** Which numbers are ours, and what else must be known. */
  readonly note: string
  readonly source: string
  /** The share, in per cent, above which it is told even if it was never otherwise; null where nothing can be said. */
  readonly expected: number | null
  readonly reads: readonly RecordKind[]
  readonly found: (thread: Thread, terms: Terms) => Found
}

/** The days that fields of records of a kind give, without times of day, in no order. */
export function daysOf<F extends Fields>(
  thread: Thread,
  kind: RecordKind<F>,
  fields: readonly (keyof F & string)[],
  when: (record: Said<F>) => boolean = () => true,
): readonly string[] {
  const days: string[] = []
  for (const record of thread.all(kind))
    if (when(record))
      for (const field of fields) {
        const at: unknown = record[field]
        if (typeof at === 'string') days.push(at.slice(0, 10))
      }
  return days
}

/** The first of some days on or after another. */
export const firstFrom = (days: readonly string[], day: string): string | null =>
  days.reduce<string | null>((first, each) => (each >= day && (first === null || each < first) ? each : first), null)

/** Records of a kind as time, from a field until another, no longer than childhood. */
export function timesOf<F extends Fields>(
  thread: Thread,
  kind: RecordKind<F>,
  from: keyof F & string,
  until: keyof F & string,
  when: (record: Said<F>) => boolean = () => true,
): readonly Time[] {
  const grown = endOfChildhood(thread.about(person))
  return thread.dated(kind, from).flatMap(({ at, record }): Time[] => {
    const begins = at.slice(0, 10)
    const ends = earlierDay((record[until] as string | null)?.slice(0, 10) ?? null, grown)
    return !when(record) || (ends !== null && ends <= begins)
      ? []
      : [{ from: begins, until: ends, by: { table: kind.table, id: record.id } }]
  })
}

/** Given to cases that are none of a child in need, such as adoption support. */
const notInNeed = 'N9'

/** Cases open to social care: from the referral until it is closed, those with no further action left out. */
export const openCases = (thread: Thread): readonly Time[] =>
  timesOf(thread, referral, 'receivedOn', 'closedOn', (each) => each.noFurtherAction !== true && each.primaryNeed !== notInNeed)

/** Whether any of these kinds is kept of a child. Where none is, that one is missing tells nothing. */
export const keepsAny = (thread: Thread, kinds: readonly RecordKind[]): boolean => kinds.some((kind) => thread.all(kind).length > 0)
