import type { Transaction } from '../database/database.ts'
import { columnName } from '../records/kind.ts'
import type { Clock, Terms } from './clock.ts'
import { keptRow, type Row } from './due-row.ts'
import { runsOf, type Run } from './runs.ts'
import { clocksAbout, isWorkedOut, partsOf, type Clockwork, type Followed, type Part, type Subject } from './subjects.ts'
import { Thread, type AnySaid } from './thread.ts'

/** Reading threads from the tables and working out what is due in them. One way for one subject and for all: only how rows are fetched differs. */

/** The due dates of one subject as the records give them, and as they are kept; and what else may follow from its thread. */
export interface WorkedOut extends Followed {
  readonly kept: readonly Row[]
}

/** What is due in one thread, by the clocks about its subject. */
export function dueIn(thread: Thread, { bornOn, diedOn }: Subject, clocks: readonly Clock[], terms: Terms): Run[] {
  const life = {
    bornOn: bornOn === undefined ? null : ((thread.subject[bornOn] as string | null) ?? null),
    diedOn: diedOn === undefined ? null : ((thread.subject[diedOn] as string | null) ?? null),
  }
  return clocks.flatMap((clock) => runsOf(clock, thread, life, terms))
}

/** Gathers what is said of one subject until all of it is there. */
class Gathering {
  readonly #parts: readonly Part[]
  #records = new Map<string, AnySaid[]>()
  #subject: AnySaid | null = null
  readonly kept: Row[] = []
  readonly keptElse: unknown[][]

  constructor(parts: readonly Part[], tables: number) {
    this.#parts = parts
    this.keptElse = Array.from({ length: tables }, () => [])
  }

  /** @param part place of the part; -1 for a due date that is kept, -2 and on for what else is. @param own whether the row is the subject's own record, not one joined to it */
  add(part: number, said: readonly unknown[], own: boolean): void {
    if (part < 0) {
      if (part === -1) this.kept.push(said as unknown as Row)
      else this.keptElse[-part - 2]?.push(said)
      return
    }
    const { kind, read } = this.#parts[part] as Part
    const record = read(said)
    if (part === 0 && !own) return
    if (part === 0) this.#subject = record
    const held = this.#records.get(kind.table)
    if (held) held.push(record)
    else this.#records.set(kind.table, [record])
  }

  thread(): Thread | null {
    // Rows come in no order: in one of their own, whatever follows from them is the same whichever way they came.
    for (const records of this.#records.values()) if (records.length > 1) records.sort((a, b) => (a.id < b.id ? -1 : 1))
    return this.#subject && new Thread(this.#subject, this.#records)
  }
}

const chunk = 200

/** What is due for some subjects, by their identifiers; those joined to them go with them. */
export async function* workOutSome(
  tx: Transaction,
  work: Clockwork,
  subject: Subject,
  ids: readonly string[],
  terms: Terms,
): AsyncGenerator<WorkedOut> {
  const parts = partsOf(work, subject)
  const clocks = clocksAbout(work, subject)
  if (!isWorkedOut(work, subject)) return
  const tables = work.follows?.kept ?? []
  const sql = someSql(parts, clocks, tables)
  for (let from = 0; from < ids.length; from += chunk) {
    const roots = await rootsOf(tx, subject, ids.slice(from, from + chunk))
    const rows = await tx.prepared<{ part: number; subject: string; said: unknown[] }>(sql, [`{${[...roots.keys()].join(',')}}`])
    const gathered = new Map<string, Gathering>()
    const gather = (id: string): Gathering => {
      const held = gathered.get(id) ?? new Gathering(parts, tables.length)
      gathered.set(id, held)
      return held
    }
    for (const id of roots.keys()) gather(id)
    for (const { part, subject: id, said } of rows) {
      const root = part < 0 ? id : (roots.get(id) ?? id)
      gather(root).add(part, said, id === root)
    }
    for (const [id, gathering] of gathered) yield workedOut(id, gathering, subject, clocks, terms)
  }
}

/** The question that fetches all of some subjects at once, $1 being their identifiers. It is built once for the same parts. */
function someSql(parts: readonly Part[], clocks: readonly Clock[], tables: KeptElse): string {
  const known = questions.get(parts)
  if (known !== undefined) return known
  const sql = [
    ...parts.map(
      ({ kind, subject: of, joins, said }, place) =>
        `select ${place} as part, ${of} as subject, ${said} as said from ${kind.table} t${joins} where t.withdrawn_at is null and ${of} = any ($1::uuid[])`,
    ),
    `select -1, d.subject, ${keptRow} from due_date d where d.subject = any ($1::uuid[]) and d.clock = any ('{${clocks.map(({ id }) => id).join(',')}}'::text[])`,
    ...tables.map(({ table, row }, place) => `select ${-2 - place}, k.subject, ${row} from ${table} k where k.subject = any ($1::uuid[])`),
  ].join(' union all ')
  questions.set(parts, sql)
  return sql
}

type KeptElse = NonNullable<Clockwork['follows']>['kept']

const questions = new WeakMap<readonly Part[], string>()

/** Each identifier of the subjects and those joined to them, with the one that goes on for it. */
async function rootsOf(tx: Transaction, { kind, sameAs }: Subject, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const roots = new Map(ids.map((id) => [id, id]))
  if (sameAs === undefined) return roots
  const column = `${columnName(sameAs)}_id`
  const rows = await tx.prepared<{ id: string; root: string }>(
    `with given as (select coalesce(${column}, id) as root from ${kind.table} where id = any ($1::uuid[]))
     select t.id, t.id as root from ${kind.table} t where t.id in (select root from given)
     union select t.id, t.${column} from ${kind.table} t where t.${column} in (select root from given)`,
    [`{${ids.join(',')}}`],
  )
  for (const { id, root } of rows) roots.set(id, root)
  return roots
}

/**
 * What is due for every subject of a kind, one after another in the order of their identifiers: each table is read once, in that order, and all
 * are walked side by side, so that it takes the same room however many there are.
 * @param only SQL of the identifiers of those meant, as `id`; everyone when absent
 * @param beside whether what is kept is read with the records, to be held against them
 */
export async function* workOutAll(
  tx: Transaction,
  work: Clockwork,
  subject: Subject,
  terms: Terms,
  only?: string,
  beside: 'what is kept' | 'nothing' = 'what is kept',
): AsyncGenerator<WorkedOut> {
  const parts = partsOf(work, subject)
  const clocks = clocksAbout(work, subject)
  if (!isWorkedOut(work, subject)) return
  const joined = joinedTo(subject)
  const tables = work.follows?.kept ?? []
  const kept = [{ table: 'due_date', row: keptRow, as: 'd' }, ...tables.map((each) => ({ ...each, as: 'k' }))]
  const those = (alias: string): string =>
    only ? `${alias}.subject in (${only})` : `exists (select 1 from ${subject.kind.table} of where of.id = ${alias}.subject)`
  const walks = [
    ...parts.map(
      ({ subject: of, kind, joins, said }) =>
        `select ${joined ? `coalesce(j.root, ${of})` : of} as subject, ${of} as record, ${said} as said from ${kind.table} t${joins}` +
        `${joined ? ` left join (${joined}) j on j.id = ${of}` : ''} where t.withdrawn_at is null and ${of} is not null${only ? ` and ${joined ? `coalesce(j.root, ${of})` : of} in (${only})` : ''} order by 1`,
    ),
    ...(beside === 'nothing' ? [] : kept).map(
      ({ table, row, as }) =>
        `select ${as}.subject, ${as}.subject as record, ${row} as said from ${table} ${as} where ${those(as)} order by 1`,
    ),
  ].map((sql, place) => new Walk(tx.batches(sql), place < parts.length ? place : parts.length - 1 - place))
  for (const walk of walks) await walk.advance()
  for (;;) {
    let next: string | null = null
    for (const { at } of walks) if (at !== null && (next === null || at < next)) next = at
    if (next === null) return
    const gathering = new Gathering(parts, tables.length)
    for (const walk of walks) {
      while (walk.at === next) {
        const { record, said }: WalkRow = walk.row
        gathering.add(walk.part, said, record === next)
        if (!walk.step()) await walk.advance()
      }
    }
    yield workedOut(next, gathering, subject, clocks, terms)
  }
}

const joinedTo = ({ kind, sameAs }: Subject): string | null => {
  if (sameAs === undefined) return null
  const column = `${columnName(sameAs)}_id`
  return `select id, ${column} as root from ${kind.table} where ${column} is not null`
}

type WalkRow = { readonly subject: string; readonly record: string; readonly said: unknown[] }

/** One table, walked in the order of its subjects, a batch in memory at a time. */
class Walk {
  readonly part: number
  readonly #batches: AsyncIterator<WalkRow[], undefined>
  #rows: readonly WalkRow[] = []
  #place = 0
  at: string | null = null

  constructor(batches: AsyncIterable<WalkRow[]>, part: number) {
    this.#batches = batches[Symbol.asyncIterator]() as AsyncIterator<WalkRow[], undefined>
    this.part = part
  }

  get row(): WalkRow {
    return this.#rows[this.#place] as WalkRow
  }

  /** Goes on by a row; false where the next batch must be fetched first. */
  step(): boolean {
    this.#place++
    const row = this.#rows[this.#place]
    if (!row) return false
    this.at = row.subject
    return true
  }

  async advance(): Promise<void> {
    const next: IteratorResult<WalkRow[], undefined> = await this.#batches.next()
    this.#rows = next.done ? [] : next.value
    this.#place = 0
    this.at = this.#rows[0]?.subject ?? null
  }
}

function workedOut(id: string, gathering: Gathering, subject: Subject, clocks: readonly Clock[], terms: Terms): WorkedOut {
  const thread = gathering.thread()
  const runs = thread === null ? [] : dueIn(thread, subject, clocks, terms)
  return { subject: id, about: subject.kind, thread, runs, kept: gathering.kept, keptOfIt: gathering.keptElse }
}
