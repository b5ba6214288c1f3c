/**
 * The same tests on both databases: the embedded one in a folder of its own, and a database of its own on the PostgreSQL server for
 * tests. Where there is no server its half is left out, and `npm test` says so.
 */

import { afterAll, beforeAll, describe, onTestFinished, test } from 'vitest'
import type { Acting, DatabaseRole } from '../../src/engine/database/database.ts'
import type { Model } from '../../src/engine/records/model.ts'
import { openDatabase, type Place } from '../../src/engine/records/open.ts'
import { model as productModel } from '../../src/model.ts'
import { freshDatabase, serverForTests } from './postgres.ts'
import { empty, openReady, readyPlace, type Filling, type OpenedDatabase, type Where } from './ready-databases.ts'

export type { OpenedDatabase, Where }

/** Two databases to test on, and what tests need of them. */
export interface Given {
  readonly where: Where
  /** The database that the tests of this block share. */
  database(): OpenedDatabase
  /** A test on the server alone: of SQL that is the same on both, and slow on the embedded database. */
  onServer(name: string, body: () => Promise<void>, milliseconds?: number): void
  /** Another for one test, with nothing in it or with a filling; it goes when the test ends. */
  fresh(holds?: Model | Filling): Promise<Fresh>
}

export interface Fresh {
  readonly database: OpenedDatabase
  readonly place: Place
  /** Closes it and opens it again, by default with the same model. */
  reopen(model?: Model): Promise<OpenedDatabase>
}

/**
 * Runs the tests on the embedded database and on the server.
 * @param holds what the shared database holds when they begin: by default nothing but the product's model, else that model, or a filling
 */
export function onBoth(
  name: string,
  tests: (given: Given) => void,
  holds: Model | Filling | Readonly<Record<Where, Filling>> = productModel,
): void {
  for (const where of ['embedded', 'server'] as const) {
    const filling = fillingOf('embedded' in holds ? holds[where] : holds)
    describe.skipIf(where === 'server' && serverForTests() === null)(`${name}, ${places[where]}`, () => {
      let shared: { database: OpenedDatabase; remove: () => Promise<void> } | undefined
      beforeAll(async () => {
        shared = await openReady(where, filling)
      })
      afterAll(async () => {
        await shared?.database.close()
        await shared?.remove()
      })
      tests({
        where,
        onServer: (title, body, milliseconds) => (where === 'server' ? void test(title, body, milliseconds) : undefined),
        database: () => {
          if (!shared) throw new Error('The database is open while tests run, not before.')
          return shared.database
        },
        fresh: (other = filling.model) => freshForOneTest(where, other),
      })
    })
  }
}

const fillingOf = (holds: Model | Filling): Filling => ('fill' in holds ? holds : empty(holds))

const places = { embedded: 'embedded', server: 'on a PostgreSQL server' } as const

/** A new database for one test, closed and removed when the test ends: with nothing but a model in it, or with a filling. */
export async function freshForOneTest(where: Where, holds: Model | Filling = productModel): Promise<Fresh> {
  const filling = fillingOf(holds)
  const { place, remove, database } = await openReady(where, filling)
  let open = database
  onTestFinished(async () => {
    await open.close().catch(() => undefined)
    await remove()
  })
  return {
    database,
    place,
    reopen: async (again = filling.model) => {
      await open.close()
      open = await openDatabase(place, again)
      return open
    },
  }
}

/**
 * A place for a database, which holds an authority with this model and nothing else (embedded), or nothing at all (server).
 * Remove it when done, after closing what was opened there.
 */
export async function freshPlace(where: Where, model: Model = productModel): Promise<{ place: Place; remove: () => Promise<void> }> {
  if (where === 'embedded') return readyPlace(where, empty(model))
  const { url, drop } = await freshDatabase()
  return { place: { url, folder: '', schema: 'estuary' }, remove: drop }
}

/** Someone at work in a test, who sees what all staff and the bringers of files see. */
export const acting = (role: DatabaseRole, more: Partial<Acting> = {}): Acting => ({
  actor: 'tester',
  role,
  keys: ['staff', 'files'],
  ...more,
})
