import { createHash } from 'node:crypto'
import type { Transaction } from '../database/database.ts'
import { copyCell, mayCopy } from '../database/copy-text.ts'
import { columnName, type RecordKind } from '../records/kind.ts'
import type { Clock, Terms } from './clock.ts'
import { keys, rowsOf, rowType, saying, type Row } from './due-row.ts'
import { clocksReading, isWorkedOut, partsOf, type Clockwork, type Following, type Subject } from './subjects.ts'
import { workOutAll, workOutSome, type WorkedOut } from './work-out.ts'

/**
 * Keeping due dates as the records have them. They are worked out in the transaction that changed a record, for the subjects it
 * touched, and only what differs from what is kept is written. Working everything out afresh gives the same.
 */

export interface Kept {
  readonly subjects: number
  /** Due dates that stand after it. */
  readonly standing: number
  readonly written: number
  readonly removed: number
}

/** More subjects than this are walked through table by table, fewer are fetched one by one. */
const fewEnough = 400

/** Works everything out afresh. */
export async function keepAll(tx: Transaction, work: Clockwork, progress: (subjects: number) => void = () => undefined): Promise<Kept> {
  const terms = await work.termsOf(tx)
  const writing = await Writing.begin(tx, work, terms, 'afresh')
  for (const subject of work.subjects)
    for await (const one of workOutAll(tx, work, subject, terms)) {
      await writing.bring(one)
      if (writing.subjects % 1_000 === 0) progress(writing.subjects)
    }
  const kept = await writing.end()
  await tx.run(
    `insert into due_date_basis (only_one, rules) values (true, $1) on conflict (only_one) do update set rules = excluded.rules, worked_out_at = engine.instant()`,
    [rulesOf(work, terms)],
  )
  return kept
}

/** After changes to records of one kind, by their identifiers: works out what such a change can move, for those they are about. */
export async function keepAfter(tx: Transaction, work: Clockwork, kind: RecordKind, records: readonly string[]): Promise<void> {
  const moved = clocksReading(work, kind)
  if (records.length === 0) return
  const terms = await work.termsOf(tx)
  for (const subject of work.subjects) {
    const part = partsOf(moved, subject).find((each) => each.kind === kind)
    if (!part || !isWorkedOut(moved, subject)) continue
    const found = await tx.prepared<{ id: string }>(
      `select distinct ${part.subject} as id from ${kind.table} t${part.joins} where t.id = any ($1::uuid[]) and ${part.subject} is not null`,
      [`{${records.join(',')}}`],
    )
    await keepSome(
      tx,
      moved,
      subject,
      found.map(({ id }) => id),
      terms,
    )
  }
}

/** Works out what is due for these subjects. */
export async function keepFor(tx: Transaction, work: Clockwork, subject: Subject, ids: readonly string[]): Promise<void> {
  await keepSome(tx, work, subject, ids, await work.termsOf(tx))
}

async function keepSome(tx: Transaction, work: Clockwork, subject: Subject, ids: readonly string[], terms: Terms): Promise<void> {
  if (ids.length === 0) return
  await oneAtATime(tx, ids)
  const writing = await Writing.begin(tx, work, terms)
  for await (const one of workOutSome(tx, work, subject, ids, terms)) await writing.bring(one)
  await writing.end()
}

/**
 * Two who write about one subject at once work it out one after the other: the second waits here until what the first wrote is there to be read.
 * Always in one order, so that neither waits for the other.
 */
async function oneAtATime(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.prepared(
    `select pg_advisory_xact_lock(key) from (select distinct hashtextextended(id, 715403) as key from unnest($1::text[]) as id order by 1) in_order`,
    [`{${ids.join(',')}}`],
  )
}

/** Works out what is due for everyone of whom a record has changed in this transaction, which began its changes at an instant (ISO). */
export async function keepSince(
  tx: Transaction,
  work: Clockwork,
  instant: string,
  progress: (subjects: number) => void = () => undefined,
): Promise<void> {
  const terms = await work.termsOf(tx)
  for (const subject of work.subjects) {
    if (!isWorkedOut(work, subject)) continue
    const changed = partsOf(work, subject)
      .map(
        ({ kind, subject: of, joins }) =>
          `select ${of} as id from ${kind.table} t${joins} where t.known_from >= $1::timestamptz and ${of} is not null`,
      )
      .join(' union ')
    await tx.run(`create temp table changed on commit drop as ${changed}`, [instant])
    const [count] = await tx.query<{ n: number }>('select count(*) as n from changed')
    if ((count?.n ?? 0) <= fewEnough) {
      const found = await tx.query<{ id: string }>('select id from changed order by id')
      await keepSome(
        tx,
        work,
        subject,
        found.map(({ id }) => id),
        terms,
      )
    } else {
      await withJoined(tx, subject)
      await tx.run('analyze changed')
      const writing = await Writing.begin(tx, work, terms)
      for await (const one of workOutAll(tx, work, subject, terms, 'select id from changed')) {
        await writing.bring(one)
        if (writing.subjects % 1_000 === 0) progress(writing.subjects)
      }
      await writing.end()
    }
    await tx.run('drop table changed')
  }
}

/** Those who go on for the changed, where they are joined. */
async function withJoined(tx: Transaction, { kind, sameAs }: Subject): Promise<void> {
  if (sameAs === undefined) return
  const column = `${columnName(sameAs)}_id`
  await tx.run(
    `insert into changed (id) select k.${column} from ${kind.table} k join changed c on c.id = k.id where k.${column} is not null`,
  )
}

/** Whether what is kept was worked out by these rules and settings. */
export async function isKeptBy(tx: Transaction, work: Clockwork): Promise<boolean> {
  const [held] = await tx.query<{ rules: string }>('select rules from due_date_basis')
  return held?.rules === rulesOf(work, await work.termsOf(tx))
}

/** Raise when the working out changes in a way that the declarations below would not show. */
const working = 1

/** A short text that differs whenever a clock's declaration or the authority's settings do. */
function rulesOf({ clocks, follows }: Clockwork, terms: Terms): string {
  const said = clocks.map((clock: Clock) => [
    JSON.stringify(clock, (_, value: unknown) => (typeof value === 'function' ? String(value) : isKind(value) ? value.table : value)),
    typeof clock.due === 'object' ? terms.length(clock.id, clock.due) : null,
    terms.inUseFrom(clock.id),
  ])
  return createHash('sha256')
    .update(JSON.stringify([working, said, terms.school, follows?.fingerprint]))
    .digest('hex')
    .slice(0, 32)
}

const isKind = (value: unknown): value is RecordKind => typeof value === 'object' && value !== null && 'table' in value && 'fields' in value

const batch = 20_000

const all = [...keys, ...saying].join(', ')
const into = `insert into due_date (${all}) select ${all}`
const over = `on conflict (subject, clock, number) do update set ${saying.map((name) => `${name} = excluded.${name}`).join(', ')}`

/** Compares what was worked out with what is kept, and writes the difference in batches. */
class Writing {
  readonly #tx: Transaction
  readonly #fresh: (readonly [string, Row])[] = []
  readonly #gone: (readonly [string, string, number])[] = []
  subjects = 0
  #standing = 0
  #written = 0
  #removed = 0

  readonly #following: Following | undefined

  private constructor(tx: Transaction, following: Following | undefined) {
    this.#tx = tx
    this.#following = following
  }

  static async begin(tx: Transaction, { follows }: Clockwork, terms: Terms, how?: 'afresh'): Promise<Writing> {
    return new Writing(tx, await follows?.begin(tx, terms, how === 'afresh'))
  }

  async bring(one: WorkedOut): Promise<void> {
    const { subject, runs, kept } = one
    await this.#following?.bring(one)
    const rows = rowsOf(runs)
    this.subjects++
    this.#standing += rows.length
    const before = new Map(kept.map((row) => [`${row[0]} ${row[1]}`, row]))
    for (const row of rows) {
      const key = `${row[0]} ${row[1]}`
      const held = before.get(key)
      before.delete(key)
      if (held === undefined || JSON.stringify(held) !== JSON.stringify(row)) this.#fresh.push([subject, row])
    }
    for (const [clock, number] of before.values()) this.#gone.push([subject, clock, number])
    if (this.#fresh.length >= batch || this.#gone.length >= batch) await this.#flush()
  }

  async end(): Promise<Kept> {
    await this.#flush()
    await this.#following?.end()
    return { subjects: this.subjects, standing: this.#standing, written: this.#written, removed: this.#removed }
  }

  async #flush(): Promise<void> {
    if (this.#gone.length > 0) {
      this.#removed += this.#gone.length
      await this.#tx.run(
        `delete from due_date d using unnest($1::uuid[], $2::text[], $3::integer[]) as g(subject, clock, number)
         where d.subject = g.subject and d.clock = g.clock and d.number = g.number`,
        [0, 1, 2].map((place) => `{${this.#gone.map((gone) => gone[place]).join(',')}}`),
      )
      this.#gone.length = 0
    }
    if (this.#fresh.length === 0) return
    this.#written += this.#fresh.length
    if (this.#fresh.length > 500 && (await mayCopy(this.#tx))) {
      await this.#byCopy()
      await this.#tx.run(`${into} from fresh_due_date ${over}`)
      await this.#tx.run('truncate fresh_due_date')
    } else await this.#tx.prepared(`${into} from jsonb_to_recordset($1::jsonb) as fresh(${rowType}) ${over}`, [this.#asJson()])
    this.#fresh.length = 0
  }

  #asJson(): string {
    const named = this.#fresh.map(([subject, [clock, number, ...said]]) => ({
      subject,
      clock,
      number,
      ...Object.fromEntries(saying.map((name, place) => [name, said[place]])),
    }))
    return JSON.stringify(named)
  }

  async #byCopy(): Promise<void> {
    await this.#tx.run(`create temp table if not exists fresh_due_date (${rowType}) on commit drop`)
    const lines = this.#fresh.map(([subject, row]) => [subject, ...row].map((cell) => copyCell(asText(cell))).join('\t'))
    await this.#tx.copyIn('fresh_due_date', [`${lines.join('\n')}\n`])
  }
}

function asText(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null
  if (Array.isArray(cell)) return `{${cell.map((each: string | null) => each ?? 'null').join(',')}}`
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  return typeof cell === 'number' ? String(cell) : (cell as string)
}
