import type { Fields, RecordKind } from '../../../src/engine/records/kind.ts'
import type { Day } from '../days.ts'
import type { Told, Values } from '../telling.ts'

/** A record as it was known on a day: every version written by then, merged. */
export interface Known<F extends Fields = Fields> {
  readonly kind: RecordKind<F>
  /** The number it has in the authority, by which other records refer to it. */
  readonly id: string
  /** Number of whom it is about. */
  readonly person: string | null
  readonly said: Values<F>
}

/** What was known on a day of one child, or of workers, households, the council. */
export interface KnownBatch {
  readonly day: Day
  /** In the order in which they were told. */
  readonly all: readonly Known[]
  readonly of: <F extends Fields>(kind: RecordKind<F>) => readonly Known<F>[]
  /** The record that another refers to by its number, where it is among these. */
  readonly referred: <F extends Fields>(kind: RecordKind<F>, id: unknown) => Known<F> | undefined
}

/**
 * What was known on a day of the records of a batch. Withdrawn records and those not yet written are left out, and so is a record that cannot
 * be without another (a required reference) which was withdrawn: an extract of a case system joins them.
 */
export function knownBatch(batch: readonly Told[], day: Day): KnownBatch {
  const all: Known[] = []
  let gone: Set<string> | null = null
  for (const told of batch) {
    const known = knownOn(told, day)
    if (known !== null) all.push(known)
    else (gone ??= new Set()).add(`${told.kind.table} ${told.id}`)
  }
  const without = gone
  return batchOf(without === null ? all : all.filter((each) => !hangsOn(each, without)), day)
}

/** A record as it was known at the end of a day; null where it was not yet written by then, or withdrawn. */
export function knownOn(told: Told, day: Day): Known | null {
  const { kind, id, person, versions } = told
  const written = versions.filter(({ at }) => at.slice(0, 10) <= day)
  const [first, ...later] = written
  if (!first || written.at(-1)?.withdrawn !== undefined) return null
  const said = later.length === 0 ? first.values : (Object.assign({}, ...written.map(({ values }) => values)) as typeof first.values)
  return { kind, id, person, said: said }
}

const requiredReferences = new WeakMap<RecordKind, readonly (readonly [string, string])[]>()

function hangsOn({ kind, said }: Known, gone: ReadonlySet<string>): boolean {
  let references = requiredReferences.get(kind)
  if (references === undefined) {
    references = Object.entries(kind.fields).flatMap(([name, { required, to }]) => (required && to ? [[name, to().table] as const] : []))
    requiredReferences.set(kind, references)
  }
  return references.some(([name, table]) => gone.has(`${table} ${String(said[name])}`))
}

function batchOf(all: readonly Known[], day: Day): KnownBatch {
  const byKind = new Map<RecordKind, Known[]>()
  for (const known of all) {
    const same = byKind.get(known.kind)
    if (same) same.push(known)
    else byKind.set(known.kind, [known])
  }
  const of = <F extends Fields>(kind: RecordKind<F>): readonly Known<F>[] => (byKind.get(kind) ?? []) as unknown as readonly Known<F>[]
  return { day, all, of, referred: (kind, id) => (typeof id === 'string' ? of(kind).find((each) => each.id === id) : undefined) }
}
