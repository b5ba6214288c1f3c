import type { Fields, RecordKind } from '../records/kind.ts'
import { lengthInWords, type Length, type Unit } from './length.ts'
import { linked } from './linked.ts'
import type { SchoolTerm } from './school-terms.ts'
import type { Dated, Said, Thread } from './thread.ts'

/**
 * What a clock is: a rule by which something falls due. A clock is declared in the room it belongs to; from the declaration come its due
 * dates, its words on every page, its documentation and its settings. Clocks are derived: nothing of them is kept that records do not say.
 */

/** A record, by its table and identifier. */
export interface Ref {
  readonly table: string
  readonly id: string
}

/** One beginning of a clock. */
export interface Start {
  /** The moment the rule counts from. */
  readonly at: string
  /** The record that started it. */
  readonly by: Ref
  /** From when it runs, where that is not the moment the rule counts from: a report due before a meeting runs since the meeting was known of. */
  readonly since?: string
  /** From when it is no longer needed: the plan has ended. What is not done by then is not due any more. */
  readonly until?: End | null
  /** This start's own due date or length, in place of the clock's. Null: nothing falls due. */
  readonly due?: string | Length | null
  /** What stopped this start, where finding it is part of finding the start. Null: nothing has. */
  readonly stop?: End | null
  /** Which of several: 'Autumn 2015', '20 working days'. */
  readonly part?: string
  /** The record itself, where the clock's own functions need it. */
  readonly record?: unknown
}

export interface End {
  readonly at: string
  readonly by: Ref
}

/** What the authority decides for itself, and what every clock may use. */
export interface Terms {
  readonly school: readonly SchoolTerm[]
  /** The length in force for a clock whose length is local. */
  readonly length: (clock: string, fallback: Length) => Length
  /** The first day of starts for which the authority uses the clock; null for always. */
  readonly inUseFrom: (clock: string) => string | null
}

/** How a clock stops: the first record of the kind, on or after the start, for which `when` holds. */
export interface Stop {
  readonly kind: RecordKind
  readonly field: string
  readonly when?: ((record: never, start: Start, thread: Thread) => boolean) | undefined
  /** It must be later than the start, not the same day: the next visit is another visit. */
  readonly later?: boolean | undefined
  /** How early it may be, where it may have been done before the start: a plan made before the day it is for. */
  readonly from?: ((start: Start, thread: Thread) => string) | undefined
}

/** A step on the way to the stop, and when it was done. */
export interface Step {
  readonly name: string
  readonly done: (start: Start, thread: Thread) => string | null
}

/** How binding the rule is. */
export type Weight =
  'statute' | 'regulation' | 'court rule' | 'statutory guidance' | 'standard' | 'framework' | 'statistics' | 'local' | 'historic'

/**
 * What the due date means. `duty`: to be done by then. `threshold`: a length that is counted and watched, no duty. `window`: something that
 * happens within it counts. `earliest`: not before then.
 */
export type Meaning = 'duty' | 'threshold' | 'window' | 'earliest'

export interface Clock {
  readonly id: string
  /** The row of the reference of rules that it runs; several clocks may run one row. */
  readonly row: string
  readonly name: string
  readonly plural: string
  /** What to do, as an instruction: 'Hold the first review'. */
  readonly todo: string
  /** Under which heading lists gather it. */
  readonly area: string
  readonly about: RecordKind
  readonly meaning: Meaning
  readonly weight: Weight
  readonly source: string
  /** Whether the source was looked up. Where it was not, pages say "commonly" and never that a law was broken. */
  readonly lookedUp: boolean
  /** First and last day of starts to which the rule applies. */
  readonly from: string | null
  readonly until: string | null
  /** Whole years of age: from which birthday the rule applies, and until which. */
  readonly ages: { readonly from?: number; readonly until?: number } | null
  readonly starts: (thread: Thread, terms: Terms) => readonly Start[]
  /** The length or, where it differs from start to start, how it is found. `local`: the authority's setting, with this starting value. */
  readonly due: Length | ((start: Start, thread: Thread, terms: Terms) => string | Length | null)
  readonly local: boolean
  readonly stops: readonly Stop[]
  /** A time in which the clock stands still. */
  readonly pauses: ((start: Start, thread: Thread) => { readonly from: string; readonly until: string | null } | null) | null
  readonly steps: readonly Step[]
  /** The unit in which lateness is told. */
  readonly unit: 'working days' | 'days'
  /** Every kind of record that is read for it. */
  readonly reads: readonly RecordKind[]
  /** The kind of record to add, with which it is done. */
  readonly doneBy: RecordKind | null
  /** A start that is itself of that kind is where it is done: an assessment is authorised in its own record. Else another is added: the next visit. */
  readonly doneInItself: boolean
  readonly says: Says
  /** It goes on after the person has died. */
  readonly afterDeath: boolean
}

/** The rule in words, for whoever would check it. */
export interface Says {
  readonly starts: string
  readonly due: string
  readonly stops: string
  readonly repeats?: string
  readonly pauses?: string
  readonly exceptions?: string
}

export interface ClockDeclaration extends Partial<
  Pick<Clock, 'row' | 'plural' | 'meaning' | 'lookedUp' | 'from' | 'until' | 'ages' | 'steps' | 'afterDeath' | 'doneBy' | 'doneInItself'>
> {
  readonly id: string
  readonly name: string
  readonly todo: string
  readonly area: string
  readonly about: RecordKind
  readonly weight: Weight
  readonly source: string
  readonly starts: Clock['starts']
  readonly due: Clock['due']
  /** The authority sets the length; `due` is the starting value. */
  readonly local?: boolean
  readonly stops?: readonly Stop[]
  readonly pauses?: Clock['pauses']
  /** Told where `due` is a function; otherwise it is the unit of the length. */
  readonly unit?: Unit
  /** Kinds read beside those of the stops: what `starts` and the conditions look at. */
  readonly reads: readonly RecordKind[]
  readonly says: Omit<Says, 'due'> & { readonly due?: string }
}

/**
 * Declares a clock.
 * @throws Error when its identifier cannot stand in an address, or its due date is worked out and not said in words.
 */
export function clock(declared: ClockDeclaration): Clock {
  const { id, due, says, stops = [], unit, local = false } = declared
  if (!/^[a-z0-9][a-z0-9-]{1,48}$/.test(id)) throw new Error(`"${id}" cannot name a clock: use small letters, digits and hyphens.`)
  const length = typeof due === 'function' ? null : due
  if (length === null && says.due === undefined) throw new Error(`The clock "${id}" works its due date out: say it in words (says.due).`)
  const measured = unit ?? length?.unit ?? 'calendar days'
  return {
    row: id,
    plural: declared.name,
    meaning: 'duty',
    lookedUp: false,
    from: null,
    until: null,
    ages: null,
    steps: [],
    afterDeath: false,
    doneBy: stops[0]?.kind ?? null,
    doneInItself: stops[0] !== undefined && stops[0].later !== true,
    ...declared,
    local,
    stops,
    pauses: declared.pauses ?? null,
    unit: measured === 'working days' ? 'working days' : 'days',
    reads: [...new Set([...declared.reads, ...stops.map(({ kind }) => kind)])],
    says: { ...says, due: says.due ?? `within ${lengthInWords(length as Length)}` },
  }
}

/** A stop: the first record of a kind by the date in a field. */
export function on<F extends Fields>(
  kind: RecordKind<F>,
  field: keyof F & string,
  {
    when,
    later,
    from,
  }: {
    readonly when?: (record: Said<F>, start: Start, thread: Thread) => boolean
    readonly later?: boolean
    readonly from?: (start: Start, thread: Thread) => string
  } = {},
): Stop {
  return { kind: kind, field, when: when, later, from }
}

/** Starts with each record of a kind that has a date in the field. `until`: the field whose date ends the need, or how it is found. */
export function each<F extends Fields>(
  kind: RecordKind<F>,
  field: keyof F & string,
  {
    when,
    until,
  }: {
    readonly when?: (record: Said<F>, thread: Thread) => boolean
    readonly until?: (keyof F & string) | ((record: Said<F>, thread: Thread) => End | null)
  } = {},
): Clock['starts'] {
  return (thread) =>
    thread.dated(kind, field).flatMap(({ at, record }): Start[] => {
      if (when && !when(record, thread)) return []
      const ends = typeof until === 'function' ? until(record, thread) : until === undefined ? null : endIn(kind, record, until)
      return [{ at, by: { table: kind.table, id: record.id }, until: ends, record }]
    })
}

/** The end that a field of a record gives, or null while it is empty. */
export function endIn<F extends Fields>(kind: RecordKind<F>, record: Said<F>, field: keyof F & string): End | null {
  const at = record[field]
  return typeof at === 'string' ? { at, by: { table: kind.table, id: record.id } } : null
}

/** What makes the links of a chain: visits, reviews. */
export interface Link {
  readonly table: string
  readonly dated: (thread: Thread) => readonly Dated[]
  readonly kind: RecordKind
}

/** The links that records of a kind make by the date in a field. `when` is told the record of the period the chain hangs on. */
export function links<F extends Fields>(
  kind: RecordKind<F>,
  field: keyof F & string,
  when: (record: Said<F>, thread: Thread) => boolean = () => true,
): Link {
  return {
    table: kind.table,
    kind: kind,
    dated: (thread) => thread.dated(kind, field).filter(({ record }) => when(record, thread)),
  }
}

/**
 * A chain: something that must come again and again while a period runs (visits while a plan runs). Each start is the beginning of the
 * period or a link; what stops it is the next link. Several links on one day are one.
 * @param after which starts are meant, by how many links have gone before: 0 is the beginning of the period. All, when absent.
 */
export function chain<F extends Fields>(
  period: RecordKind<F>,
  from: keyof F & string,
  until: (keyof F & string) | ((record: Said<F>, thread: Thread) => End | null),
  of: readonly Link[],
  {
    after,
    when,
  }: {
    readonly after?: (linksBefore: number, record: Said<F>, at: string, thread: Thread) => boolean
    readonly when?: (record: Said<F>, thread: Thread) => boolean
  } = {},
): Clock['starts'] {
  return linked(each(period, from, { until, ...(when && { when }) }), of, {
    after: after && ((linksBefore, { record }, at, thread) => after(linksBefore, record as Said<F>, at, thread)),
  })
}

/** A due date whose length has changed over the years: the last that began on or before the start. */
export const dated =
  (...lengths: readonly (readonly [from: string, length: Length])[]): ((start: Start) => Length | null) =>
  ({ at }) =>
    lengths.findLast(([from]) => from <= at)?.[1] ?? null
