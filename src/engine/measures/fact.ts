import type { Clock, Ref, Terms } from '../clocks/clock.ts'
import type { Run } from '../clocks/runs.ts'
import { stateOn } from '../clocks/state.ts'
import { distance } from '../clocks/length.ts'
import type { Thread } from '../clocks/thread.ts'
import { BeyondTheList } from '../clocks/working-days.ts'
import type { CodeList, RecordKind } from '../records/kind.ts'

/**
 * What measures count. A fact is one thing that happened on a day, or that is so from a day on until another, about one person, worker or
 * household, with the record that says it. Facts are functions of records, as due dates are: they ask no day, and can be thrown away and
 * worked out afresh.
 */

export type Value = string | number | boolean | readonly string[]

export interface Fact {
  /** The day it happened; of what lasts, its first day. Plain date. */
  readonly on: string
  /** Of what lasts: the first day on which it is no longer so, null while it is. */
  readonly until?: string | null
  /** The record that it opens to. */
  readonly by: Ref
  /** What else it says, by the names its kind declares. What is not known is left out. */
  readonly says?: Readonly<Record<string, Value | null | undefined>>
}

/** Something that a fact says besides when it was: to part, to choose and to take averages by. */
export interface Saying {
  readonly label: string
  readonly type: 'yes or no' | 'number' | 'words' | 'several words'
  /** What coded words mean. */
  readonly codes?: CodeList
  /** Of a number: what it counts. */
  readonly unit?: string
}

/** The due dates of the clocks a kind of fact reads, by clock. */
export type RunsOf = (clock: Clock) => readonly Run[]

export interface FactKind {
  readonly id: string
  /** 'Voyages begun': what one counts when counting them. */
  readonly name: string
  readonly about: RecordKind
  /** Whether it lasts from a day until another, or happens on one. */
  readonly lasts: boolean
  readonly says: Readonly<Record<string, Saying>>
  /** Every kind of record that is read, beside those of the clocks. */
  readonly reads: readonly RecordKind[]
  readonly clocks: readonly Clock[]
  readonly facts: (thread: Thread, runs: RunsOf, terms: Terms) => readonly Fact[]
}

type FactDeclaration = Omit<FactKind, 'lasts' | 'says' | 'clocks'> & Partial<Pick<FactKind, 'lasts' | 'says' | 'clocks'>>

/**
 * Declares a kind of fact.
 * @throws Error when its identifier cannot stand in an address
 */
export function factKind(declared: FactDeclaration): FactKind {
  if (!/^[a-z0-9][a-z0-9-]{1,58}$/.test(declared.id))
    throw new Error(`"${declared.id}" cannot name facts: use small letters, digits and hyphens.`)
  return { lasts: false, says: {}, clocks: [], ...declared }
}

interface OfClock {
  /** Told where it is of several clocks, or differs from the clock's own. */
  readonly id?: string
  readonly name: string
  readonly says?: FactKind['says']
  readonly reads?: readonly RecordKind[]
  /** What else each says, and which are left out (null). */
  readonly more?: (run: Run, thread: Thread) => Fact['says'] | null
}

/** The end of all days: how a due date will have gone. */
const inTheEnd = '9999-12-31'

const inTime: Saying = { label: 'In time', type: 'yes or no' }

/** What fell due by a clock: a fact on the day it was due, which says whether it was done `inTime`. While a clock stands still nothing is due. */
export function whatFellDue(of: Clock | readonly Clock[], { id, name, says = {}, reads = [], more }: OfClock): FactKind {
  const { clocks, first } = several(of)
  return factKind({
    id: id ?? `${first.id}-due`,
    name,
    about: first.about,
    reads,
    clocks,
    says: { inTime, done: { label: 'Done at all', type: 'yes or no' }, ...says },
    facts: (thread, runs) =>
      eachRun(clocks, runs, (run, clock) => {
        const state = stateOn(run, inTheEnd, clock.meaning)
        const also = more ? more(run, thread) : {}
        if (state === 'paused' || also === null) return []
        return [{ on: run.dueAt.slice(0, 10), by: run.startedBy, says: { inTime: state === 'met', done: run.done, ...also } }]
      }),
  })
}

/** What was done by a clock: a fact on the day it was done, which says whether that was `inTime` and how many `days` it took, in the clock's unit. */
export function whatWasDone(of: Clock | readonly Clock[], { id, name, says = {}, reads = [], more }: OfClock): FactKind {
  const { clocks, first } = several(of)
  return factKind({
    id: id ?? `${first.id}-done`,
    name,
    about: first.about,
    reads,
    clocks,
    says: { inTime, days: { label: 'Took', type: 'number', unit: first.unit }, ...says },
    facts: (thread, runs) =>
      eachRun(clocks, runs, (run, clock) => {
        const also = more ? more(run, thread) : {}
        if (!run.done || run.stoppedAt === null || run.stoppedBy === null || also === null) return []
        const state = stateOn(run, inTheEnd, clock.meaning)
        const days = daysBetween(run.startedAt.slice(0, 10), run.stoppedAt.slice(0, 10), clock.unit)
        return [{ on: run.stoppedAt.slice(0, 10), by: run.stoppedBy, says: { inTime: state === 'met', days, ...also } }]
      }),
  })
}

/** Null where a slip of the pen lies before the days of which bank holidays are listed. */
function daysBetween(from: string, to: string, unit: Clock['unit']): number | null {
  try {
    return distance(from, to, unit)
  } catch (error) {
    if (error instanceof BeyondTheList) return null
    throw error
  }
}

function several(of: Clock | readonly Clock[]): { readonly clocks: readonly Clock[]; readonly first: Clock } {
  const clocks: readonly Clock[] = 'id' in of ? [of] : of
  const [first] = clocks
  if (!first) throw new Error('Facts of clocks need a clock.')
  return { clocks, first }
}

const eachRun = (clocks: readonly Clock[], runs: RunsOf, told: (run: Run, clock: Clock) => Fact[]): Fact[] =>
  clocks.flatMap((clock) => runs(clock).flatMap((run) => told(run, clock)))
