import type { Clock, Start } from '../engine/clocks/clock.ts'
import { endIn } from '../engine/clocks/clock.ts'
import { earliestOf } from '../engine/clocks/own-dates.ts'
import { united } from '../engine/clocks/stretches.ts'
import { factKind, type Fact, type FactKind } from '../engine/measures/fact.ts'
import { person } from './person/records.ts'
import { inParts, inTime, overdueIn } from './told-in-parts.ts'

/** Facts that last, from stretches of time as clocks know them. */

/** Stretches of one thing: those that overlap or meet are one, so that a child counts once at a moment, and one of no day is none. */
export const lastingOnce = (stretches: readonly Start[], says?: Fact['says']): readonly Fact[] =>
  united(stretches.filter(({ at, until }) => !until || until.at.slice(0, 10) > at.slice(0, 10))).map(({ at, by, until }): Fact => ({
    on: at.slice(0, 10),
    until: until?.at.slice(0, 10) ?? null,
    by,
    ...(says ? { says } : {}),
  }))

/**
 * Time on clocks about children whose every start says what stopped it (the next visit), and of which no two run at once: all of it, in parts, in
 * time and overdue. Time that ended before anything fell due leaves no trace among what was due, and was in time while it lasted.
 */
export const timeOn = (clocks: readonly Clock[], { id, name }: Pick<FactKind, 'id' | 'name'>): FactKind =>
  factKind({
    id,
    name,
    about: person,
    lasts: true,
    says: { inTime: { label: 'In time', type: 'yes or no' } },
    reads: [],
    clocks,
    facts: (thread, runs, terms) => {
      const overdue = overdueIn(clocks.flatMap((clock) => runs(clock)))
      const died = endIn(person, thread.about(person), 'diedOn')
      return clocks.flatMap((clock) => {
        const first = [clock.from, terms.inUseFrom(clock.id)].filter((day) => day !== null)
        return clock.starts(thread, terms).flatMap(({ at: from, by, stop, until: ends }) => {
          const until = earliestOf(stop, ends, died)?.at ?? null
          if (first.some((day) => from < day) || (until !== null && until <= from)) return []
          return inParts({ from, until }, by, { inTime: inTime(overdue, from) })
        })
      })
    },
  })
