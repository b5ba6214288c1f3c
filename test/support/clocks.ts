/** For tests of clocks: records written as the test says, and what is due by them. No database: a clock is a pure function of records. */

import { describe, expect, test } from 'vitest'
import type { Clock, Terms } from '../../src/engine/clocks/clock.ts'
import { addDays } from '../../src/engine/clocks/days.ts'
import { commonTerms } from '../../src/engine/clocks/school-terms.ts'
import { daysOn, stateOn } from '../../src/engine/clocks/state.ts'
import type { Subject } from '../../src/engine/clocks/subjects.ts'
import { Thread, type AnySaid, type Dated } from '../../src/engine/clocks/thread.ts'
import { dueIn } from '../../src/engine/clocks/work-out.ts'
import type { Fields, RecordKind } from '../../src/engine/records/kind.ts'
import type { Said } from '../../src/engine/clocks/thread.ts'
import { subjects } from '../../src/clocks.ts'

/** A record of a kind: what the test says of it, and nothing else recorded. */
export interface Told {
  readonly kind: RecordKind
  readonly record: AnySaid
}

let told = 0

/** A record that says this. Every other field is not recorded. Give `id` where another record refers to it. */
export function record<F extends Fields>(kind: RecordKind<F>, says: Partial<Said<F>> = {}): Told {
  const blank = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]))
  return { kind: kind, record: { id: `${kind.table}-${++told}`, ...blank, ...says } }
}

/** The authority's settings for a test: the starting values, unless it says otherwise. */
export const usualTerms: Terms = { school: commonTerms(2000, 2045), length: (_, fallback) => fallback, inUseFrom: () => null }

/** A thread that gives a clock nothing but what it says that it reads: only those kinds are fetched when a record of another changes. */
class DeclaredOnly extends Thread {
  readonly #clock: Clock
  constructor(clock: Clock, subject: AnySaid, records: ReadonlyMap<string, readonly AnySaid[]>) {
    super(subject, records)
    this.#clock = clock
  }
  override all<F extends Fields>(kind: RecordKind<F>): readonly Said<F>[] {
    this.#declared(kind.table)
    return super.all(kind)
  }
  override dated<F extends Fields>(kind: RecordKind<F>, on: keyof F & string): readonly Dated<F>[] {
    this.#declared(kind.table)
    return super.dated(kind, on)
  }
  #declared(table: string): void {
    const { id, about, reads } = this.#clock
    if (table !== about.table && !reads.some((kind) => kind.table === table))
      throw new Error(`The clock "${id}" looks at ${table}, and does not say that it reads it. Add it to \`reads\`.`)
  }
}

export interface DueLine {
  readonly startedAt: string
  readonly dueAt: string
  readonly stoppedAt: string | null
  /** How it stands on the day asked. */
  readonly state: string | null
  readonly days: number | null
  readonly part: string | null
  readonly steps: readonly (string | null)[]
}

/** The subject: what the records of its kind say, told bit by bit, as one record. */
function asOne(kind: RecordKind, records: readonly Told[]): Told {
  const told = records.filter((each) => each.kind === kind).map((each) => each.record)
  const said = told.flatMap(({ id: _, ...fields }) => Object.entries(fields).filter(([, value]) => value !== null))
  return record(kind, { ...Object.fromEntries(said), ...(told[0] ? { id: told[0].id } : {}) })
}

/**
 * What is due by a clock. The records of the kind that the clock is about are the subject, as one (a person with nothing recorded, when the test gives none).
 * @param day on which it is asked how each stands
 */
export function due(clock: Clock, told: readonly Told[], day: string, terms: Terms = usualTerms): DueLine[] {
  const records = joined(told)
  const about = subjects.find(({ kind }) => kind === clock.about) as Subject
  const own = asOne(clock.about, records)
  const byTable = new Map<string, AnySaid[]>([[clock.about.table, [own.record]]])
  for (const { kind, record: said } of records) {
    if (kind !== clock.about) byTable.set(kind.table, [...(byTable.get(kind.table) ?? []), said])
    if (kind !== clock.about && !clock.reads.includes(kind))
      throw new Error(`The clock "${clock.id}" does not say that it reads ${kind.table}.`)
  }
  return dueIn(new DeclaredOnly(clock, own.record, byTable), about, [clock], terms).map((run) => {
    const state = stateOn(run, day, clock.meaning)
    return {
      startedAt: run.startedAt,
      dueAt: run.dueAt,
      stoppedAt: run.stoppedAt,
      state,
      days: state === null ? null : daysOn(run, state, day, clock.unit),
      part: run.part,
      steps: run.steps,
    }
  })
}

/** Records of one kind and identifier are one record, of which each says more. */
function joined(told: readonly Told[]): Told[] {
  const byId = new Map<string, Told>()
  for (const { kind, record: said } of told) {
    const key = `${kind.table} ${said.id}`
    const more = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
    byId.set(key, { kind, record: { ...(byId.get(key)?.record ?? said), ...more } })
  }
  return [...byId.values()]
}

export interface DatesOfAClock {
  /** The records that start it on a day. */
  readonly start: (day: string) => readonly Told[]
  /** The records that stop it on a day; given the day it started. One with the identifier of a record that started it says more of that record. */
  readonly stop: (day: string, started: string) => readonly Told[]
  /** Days on which it starts, when it is due, and why that day. Written out, with a bank holiday inside one of them. */
  readonly dates: readonly (readonly [started: string, due: string, why: string])[]
  /** Which of several runs the dates are about, where the records start more than one. */
  readonly which?: (line: DueLine) => boolean
}

/**
 * What every clock must do on its own dates: due on the day written out; met when done on that day or the day before; late when done the day
 * after; running on the day and overdue the day after while nothing is done.
 */
export function holdsItsDates(clock: Clock, { start, stop, dates, which = () => true }: DatesOfAClock): void {
  describe(`${clock.name} (${clock.id})`, () => {
    test.each(dates)('started on %s, it is due on %s: %s', (started, dueOn) => {
      expect(due(clock, start(started), dueOn).filter(which)).toMatchObject([{ dueAt: dueOn, state: 'running' }])
    })
    const [started, dueOn] = dates[0] as readonly [string, string, string]
    const at = (day: string): Partial<DueLine> | undefined =>
      due(clock, [...start(started), ...stop(day, started)], addDays(day, 400)).find(which)
    test('done on the day it is due, it is met', () =>
      expect(at(dueOn)).toMatchObject({ state: 'met', stoppedAt: expect.stringContaining(dueOn) }))
    const dayBefore = addDays(dueOn, -1)
    if (dayBefore >= started) test('done the day before, it is met', () => expect(at(dayBefore)).toMatchObject({ state: 'met' }))
    test('done the day after, it is late', () => expect(at(addDays(dueOn, 1))).toMatchObject({ state: 'late' }))
    test('not done, it runs on the day it is due and is overdue the day after', () => {
      expect(due(clock, start(started), dueOn).find(which)).toMatchObject({ state: 'running', days: 0 })
      expect(due(clock, start(started), addDays(dueOn, 1)).find(which)).toMatchObject({ state: 'overdue' })
    })
  })
}
