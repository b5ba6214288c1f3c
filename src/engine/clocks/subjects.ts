import { columnName, columnsOf, type Field, type RecordKind } from '../records/kind.ts'
import type { Clock, Terms } from './clock.ts'
import type { Transaction } from '../database/database.ts'
import type { Run } from './runs.ts'
import type { Thread } from './thread.ts'

/** A kind of record that clocks are about, and which of its fields say when a life began and ended and of whom it is another record. */
export interface Subject {
  readonly kind: RecordKind
  readonly bornOn?: string
  readonly diedOn?: string
  /** A reference to the record that goes on for this one: two records that people have said are one. */
  readonly sameAs?: string
}

/** All clocks, whom they are about, and what the authority has decided of them. */
export interface Clockwork {
  readonly subjects: readonly Subject[]
  readonly clocks: readonly Clock[]
  /** Reads what the authority has decided for itself. */
  termsOf(tx: Transaction): Promise<Terms>
  /** What else follows from the same threads, and is worked out and kept with the due dates. */
  readonly follows?: Follows
}

/** What follows from threads beside due dates: facts that measures count. */
export interface Follows {
  /** Differs whenever what is declared does. */
  readonly fingerprint: string
  /** The kinds of record that it reads of those about a kind, beside those of its clocks. Null where it says nothing of them. */
  readonly reads: (about: RecordKind) => readonly RecordKind[] | null
  /** The clocks whose due dates it needs. */
  readonly clocks: readonly Clock[]
  /** What of it a change to a record of this kind can move; null for nothing. */
  readonly after: (kind: RecordKind) => Follows | null
  /** Tables in which it is kept, and SQL of a row `k` of each as JSON. */
  readonly kept: readonly { readonly table: string; readonly row: string }[]
  /** @param afresh everything is worked out, whatever was kept */
  readonly begin: (tx: Transaction, terms: Terms, afresh: boolean) => Promise<Following>
}

/** One working out, subject by subject. */
export interface Following {
  bring(one: Followed): Promise<void>
  end(): Promise<void>
}

export interface Followed {
  readonly subject: string
  readonly about: RecordKind
  /** Null where nothing is left of the subject. */
  readonly thread: Thread | null
  readonly runs: readonly Run[]
  /** What is kept of it, a list for each of the tables. */
  readonly keptOfIt: readonly (readonly unknown[])[]
}

/** The clocks that a change to a record of this kind can move: those that read it. Of what a subject is itself, all about it. */
export function clocksReading(work: Clockwork, kind: RecordKind): Clockwork {
  const known = reading.get(work) ?? new Map<RecordKind, Clockwork>()
  reading.set(work, known)
  const held = known.get(kind) ?? restrictedTo(work, kind)
  known.set(kind, held)
  return held
}

function restrictedTo(work: Clockwork, kind: RecordKind): Clockwork {
  const follows = work.follows?.after(kind) ?? null
  const needed = follows?.clocks ?? []
  const clocks = work.clocks.filter((clock) => clock.about === kind || clock.reads.includes(kind) || needed.includes(clock))
  return { subjects: work.subjects, clocks, termsOf: (tx) => work.termsOf(tx), ...(follows && { follows }) }
}

const reading = new WeakMap<Clockwork, Map<RecordKind, Clockwork>>()

/** How one kind of record is read for the threads of a subject. */
export interface Part {
  readonly kind: RecordKind
  /** SQL of the identifier of the subject's record, of a row `t` with the joins. */
  readonly subject: string
  readonly joins: string
  /** SQL of the row as a JSON array: the identifier, then the fields. */
  readonly said: string
  /** A record from such an array. */
  readonly read: (said: readonly unknown[]) => { readonly id: string } & Readonly<Record<string, unknown>>
}

/** Whether anything at all is worked out of a subject. */
export const isWorkedOut = (work: Clockwork, subject: Subject): boolean =>
  clocksAbout(work, subject).length > 0 || (work.follows?.reads(subject.kind) ?? null) !== null

/** The clocks about a subject. */
export const clocksAbout = ({ clocks }: Clockwork, { kind }: Subject): readonly Clock[] => clocks.filter(({ about }) => about === kind)

/**
 * The kinds of record that the clocks about a subject read, the subject's own first.
 * @throws Error when a clock reads a kind that does not lead to the subject
 */
export function partsOf(work: Clockwork, subject: Subject): readonly Part[] {
  const known = parts.get(work) ?? new Map<Subject, readonly Part[]>()
  parts.set(work, known)
  const held = known.get(subject) ?? partsFor(work, subject)
  known.set(subject, held)
  return held
}

/** Declarations do not change while the program runs, so what follows from them is worked out once. */
const parts = new WeakMap<Clockwork, Map<Subject, readonly Part[]>>()

function partsFor(work: Clockwork, subject: Subject): readonly Part[] {
  const kinds = new Set([...clocksAbout(work, subject).flatMap(({ reads }) => reads), ...(work.follows?.reads(subject.kind) ?? [])])
  kinds.delete(subject.kind)
  return [partOf(subject.kind, { subject: 't.id', joins: '' }), ...[...kinds].map((kind) => partOf(kind, route(kind, subject.kind)))]
}

/**
 * How a kind leads to the subject: whom it is about, else the first of its references that is to the subject or leads there.
 * @throws Error when it does not
 */
function route(kind: RecordKind, to: RecordKind): { readonly subject: string; readonly joins: string } {
  const found = search(kind, to, 't', [])
  if (found === null) throw new Error(`A clock about ${to.table} reads ${kind.table}, which is not about one and refers to none.`)
  return found
}

function search(kind: RecordKind, to: RecordKind, alias: string, passed: readonly RecordKind[]): { subject: string; joins: string } | null {
  if (kind.about === to) return { subject: `${alias}.person_id`, joins: '' }
  const references = Object.entries(kind.fields).filter(([, field]) => field.type === 'reference')
  for (const [name, field] of references) if (field.to?.() === to) return { subject: `${alias}.${columnName(name)}_id`, joins: '' }
  for (const [name, field] of references) {
    const next = field.to?.()
    if (!next || next === kind || passed.includes(next)) continue
    const further = `${alias}${passed.length + 1}`
    const found = search(next, to, further, [...passed, kind])
    if (found)
      return {
        subject: found.subject,
        joins: ` join ${next.table} ${further} on ${further}.id = ${alias}.${columnName(name)}_id${found.joins}`,
      }
  }
  return null
}

function partOf(kind: RecordKind, way: { readonly subject: string; readonly joins: string }): Part {
  const columns = ['t.id']
  const places: { readonly name: string; readonly at: number; readonly timed: boolean }[] = []
  for (const [name, field] of Object.entries(kind.fields) as [string, Field][]) {
    if (field.type === 'words') continue
    places.push({ name, at: columns.length, timed: field.type === 'moment' })
    for (const { column } of columnsOf(name, field)) columns.push(`t.${column}`)
  }
  return {
    kind,
    ...way,
    said: `json_build_array(${columns.join(', ')})`,
    read: (said) => {
      const record: Record<string, unknown> = { id: said[0] }
      for (const { name, at, timed } of places) {
        const value = said[at] ?? null
        const time = timed ? said[at + 1] : null
        record[name] = typeof time === 'string' ? `${value as string} ${time}` : value
      }
      return record as ReturnType<Part['read']>
    },
  }
}
