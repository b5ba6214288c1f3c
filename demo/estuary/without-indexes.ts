import type { Connection } from '../../src/engine/database/driver.ts'

/**
 * Does some work while the tables of the schema that comes first on the search path have no indexes but their primary keys, and no keys to one another.
 * Then makes them again, as the catalogue had them: at once, and checking every row, which takes a fraction of what row by row takes. All within
 * the transaction that is open, so that whatever ends it early leaves them as they were.
 * @throws Error when the work brought in what a key does not allow
 */
export async function withoutIndexes(connection: Connection, work: () => Promise<void>): Promise<void> {
  const indexes = await connection.query<Made>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
     from pg_index i join pg_class t on t.oid = i.indrelid
     where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x')) order by 1`,
  )
  const keys = await connection.query<Made & { readonly of: string }>(
    `select c.conrelid::regclass::text as of, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as made
     from pg_constraint c where c.connamespace = current_schema()::regnamespace and c.contype = 'f' order by 1, 2`,
  )
  const gone = [
    ...keys.map(({ of, name }) => `alter table ${of} drop constraint ${name}`),
    ...indexes.map(({ name }) => `drop index ${name}`),
  ]
  const there = [
    ...indexes.map(({ made }) => made),
    ...keys.map(({ of, name, made }) => `alter table ${of} add constraint ${name} ${made}`),
  ]
  await connection.script(gone.join('; '))
  await work()
  await connection.script(there.join('; '))
}

/** A name, and the words that make what has it. */
interface Made extends Record<string, unknown> {
  readonly name: string
  readonly made: string
}
