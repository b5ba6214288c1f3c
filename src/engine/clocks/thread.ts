import type { Field, Fields, RecordKind } from '../records/kind.ts'

/** A record as clocks see it: what it says and by which identifier, nothing of where it came from. */
export type Said<F extends Fields = Fields> = { readonly id: string } & { readonly [K in keyof F]: F[K] extends Field<infer V> ? V : never }

/** A record of any kind, its fields by name. */
export type AnySaid = { readonly id: string } & Readonly<Record<string, unknown>>

/** A record on the day that one of its fields gives. */
export interface Dated<F extends Fields = Fields> {
  /** 'YYYY-MM-DD', or with a time. */
  readonly at: string
  readonly record: Said<F>
}

/** Everything that clocks need to know of one person, worker or household: the record itself, and all that is said of them and stands. */
export class Thread {
  readonly subject: AnySaid
  readonly #records: ReadonlyMap<string, readonly AnySaid[]>
  readonly #dated = new Map<string, readonly Dated[]>()

  /** @param records by table, the subject's own record among them; what was withdrawn is left out. */
  constructor(subject: AnySaid, records: ReadonlyMap<string, readonly AnySaid[]>) {
    this.subject = subject
    this.#records = records
  }

  /** The record that the thread is about, with its fields. */
  about<F extends Fields>(kind: RecordKind<F>): Said<F> {
    void kind
    return this.subject as Said<F>
  }

  /** All records of a kind, in no order. */
  all<F extends Fields>(kind: RecordKind<F>): readonly Said<F>[] {
    return (this.#records.get(kind.table) ?? []) as readonly Said<F>[]
  }

  /** The records of a kind that have a date in this field, earliest first. */
  dated<F extends Fields>(kind: RecordKind<F>, on: keyof F & string): readonly Dated<F>[] {
    const key = `${kind.table}.${on}`
    const known = this.#dated.get(key)
    if (known) return known as unknown as readonly Dated<F>[]
    const dated: Dated[] = []
    for (const record of this.#records.get(kind.table) ?? []) {
      const at = record[on]
      if (typeof at === 'string') dated.push({ at, record })
    }
    if (dated.length > 1) dated.sort(byTime)
    this.#dated.set(key, dated)
    return dated as unknown as readonly Dated<F>[]
  }
}

/** In order of time; at the same time by identifier, so that the order is the same whichever way the records came. */
const byTime = (a: Dated, b: Dated): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.record.id < b.record.id ? -1 : 1)
