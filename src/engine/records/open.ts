import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from '../database/database.ts'
import type { Connection, Driver } from '../database/driver.ts'
import { openEmbedded } from '../database/embedded.ts'
import { openServer } from '../database/server.ts'
import { bringToModel, fingerprint, type Model } from './model.ts'

export interface Place {
  /** Address of a PostgreSQL server; when absent, the embedded database in `folder`. */
  readonly url?: string | undefined
  readonly folder: string
  /** The authority's schema: lower-case letters, digits and _. */
  readonly schema: string
}

/**
 * Opens the database of an authority and brings it to the model: runs migrations not yet run, makes what is missing.
 * @throws Error when the database cannot be reached, is in use (embedded), or the schema's name is not usable.
 */
export async function openDatabase(place: Place, model: Model): Promise<Database & { readonly driver: Driver }> {
  const { schema } = place
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(schema))
    throw new Error(`"${schema}" cannot name an authority: use up to 31 lower-case letters, digits and _.`)
  const driver = place.url ? await openServer(place.url) : await openEmbedded(place.folder)
  try {
    await driver.transaction('owner', schema, async (_, connection) => prepare(connection, driver.where, schema, model))
  } catch (error) {
    await driver.close()
    throw error
  }
  return {
    where: driver.where,
    schema,
    driver,
    transaction: (as, work) => driver.transaction(as, schema, work),
    countAfresh: () =>
      driver.transaction('owner', schema, async (_, connection) => {
        for (const { table } of [...model.kinds, ...workedOut.map((table) => ({ table }))])
          await connection.run(`analyze "${schema}".${table}`)
        // Words that came in since wait in a list of their own, which every search walks from end to end: they go where they belong.
        await connection.query(
          `select gin_clean_pending_list(c.oid) from pg_class c join pg_am a on a.oid = c.relam where a.amname = 'gin' and c.relnamespace = to_regnamespace($1)`,
          [schema],
        )
      }),
    close: () => driver.close(),
  }
}

/** Tables of what is worked out from records and kept. */
const workedOut = ['due_date', 'fact', 'fact_spells', 'fact_count'] as const

async function prepare(connection: Connection, where: Database['where'], schema: string, model: Model): Promise<void> {
  const [there] = await connection.query<{ engine: string | null }>(`select to_regclass('engine.model')::text as engine`)
  const wanted = fingerprint(model) + migrations.map(({ name }) => name).join()
  if (there?.engine) {
    const [held] = await connection.query<{ fingerprint: string }>('select fingerprint from engine.model where authority = $1', [schema])
    if (held?.fingerprint === wanted) return
  }
  await connection.run('select pg_advisory_xact_lock(715400)')
  await connection.script(`create extension if not exists pg_trgm with schema public; create schema if not exists engine; create schema if not exists "${schema}";
    create table if not exists engine.migration (authority text not null, name text not null, run_at timestamptz not null, primary key (authority, name));
    set local app.actor = 'goldthread'; set local app.instant = '${new Date().toISOString()}'`)
  const run = new Set(
    (await connection.query<{ name: string }>(`select name from engine.migration where authority in ('', $1)`, [schema])).map(
      ({ name }) => name,
    ),
  )
  for (const migration of migrations) {
    if (run.has(migration.name)) continue
    await connection.script(migration.sql.replaceAll(':schema', `"${schema}"`))
    await connection.run('insert into engine.migration (authority, name, run_at) values ($1, $2, clock_timestamp())', [
      migration.perAuthority ? schema : '',
      migration.name,
    ])
  }
  // The embedded driver's COPY reads what we hand it as if it were a file of the server's, which needs a right of its own.
  if (where === 'embedded') await connection.script('grant pg_read_server_files to goldthread_imports')
  await bringToModel(connection, schema, model)
  await connection.run(
    `insert into engine.model (authority, fingerprint, brought_at) values ($1, $2, clock_timestamp())
     on conflict (authority) do update set fingerprint = excluded.fingerprint, brought_at = excluded.brought_at`,
    [schema, wanted],
  )
}

const folder = new URL('../database/migrations/', import.meta.url)

/** Plain SQL files, run once each, in the order of their names; those called `authority-…` once for each authority. */
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => ({ name, perAuthority: name.startsWith('authority-'), sql: readFileSync(new URL(name, folder), 'utf8') }))
