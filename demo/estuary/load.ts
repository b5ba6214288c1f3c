import { setImmediate as others } from 'node:timers/promises'
import type { Database, Transaction } from '../../src/engine/database/database.ts'
import type { Driver } from '../../src/engine/database/driver.ts'
import { columnName } from '../../src/engine/records/kind.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { tellAuthority } from './authority.ts'
import type { Day } from './days.ts'
import { Rows, type Lines } from './rows.ts'
import { withoutIndexes } from './without-indexes.ts'
import type { WorldAsked } from './world.ts'

export { recordId } from './rows.ts'

/**
 * Brings the told authority into a database with its history: each record as it was first written, and each version that another replaced, held
 * from the moment when it was written. What was written after `today` is left out: nobody has written it yet.
 */

export interface Loaded {
  readonly children: number
  readonly records: number
  /** Versions that others replaced. */
  readonly versions: number
}

export interface Loading {
  readonly today: Day
  readonly progress?: (share: number) => void
}

/** @throws Error when the authority’s schema already holds children. One transaction: all of it or none. */
export async function loadAuthority(
  database: Database & { readonly driver: Driver },
  asked: WorldAsked,
  { today, progress }: Loading,
): Promise<Loaded> {
  return database.driver.transaction('owner', database.schema, async (tx, connection) => {
    await connection.script(`set local search_path = "${database.schema}", engine, public`)
    const [there] = await tx.query<{ any: boolean }>('select exists (select 1 from person) as any')
    if (there?.any) throw new Error('There are children here already: a demonstration is made in an empty database.')
    const rows = new Rows(today)
    await withoutIndexes(connection, async () => {
      const copying = new Copying(tx)
      for (const batch of tellAuthority(asked)) {
        rows.add(batch)
        const lines = rows.take()
        for (const some of lines) await copying.hand(some)
        if (lines.length > 0) progress?.(batch.share)
        // What is copied in goes on meanwhile.
        await others()
      }
      for (const some of rows.rest()) await copying.hand(some)
      await copying.end()
      for (const kind of recordKinds) {
        if (!kind.alike) continue
        const words = kind.alike.map((field) => `coalesce(${columnName(field)}, '')`).join(` || ' ' || `)
        await tx.run(`update ${kind.table}_history set likeness = engine.plain(${words}) where likeness is null`)
      }
    })
    return rows.loaded
  })
}

/** So many pieces may wait until they are copied in: enough that neither the telling nor the database waits for the other, where they take turns. */
const mayWait = 24

/** Copies in what it is handed, one piece after another, while whoever hands it goes on; who hands more than may wait, waits. */
class Copying {
  readonly #tx: Transaction
  readonly #under: Promise<void>[] = []

  constructor(tx: Transaction) {
    this.#tx = tx
  }

  /** @throws Error when an earlier piece could not be copied in */
  async hand([into, text]: Lines): Promise<void> {
    const next = (this.#under.at(-1) ?? Promise.resolve()).then(() => this.#tx.copyIn(into, [text]))
    // Who hands the next piece is told.
    next.catch(() => undefined)
    this.#under.push(next)
    if (this.#under.length > mayWait) await this.#under.shift()
  }

  async end(): Promise<void> {
    await Promise.all(this.#under)
  }
}
