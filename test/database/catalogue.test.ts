import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/engine/database/database.ts'
import { engineColumns } from '../../src/engine/records/kind.ts'
import { model } from '../../src/model.ts'
import { onBoth } from '../support/two-databases.ts'

/**
 * The guard over the catalogue: what keeps an authority's schema an island that can be carried to another server, and its rows behind
 * the door. The rules and their reasons are in docs/architecture.md.
 */
onBoth('the catalogue of the product', (given) => {
  /** Asks as the owner, who sees all of the catalogue. */
  const ask = <R extends Row>(sql: string) => given.database().driver.transaction('owner', 'estuary', (tx) => tx.query<R>(sql))
  const ours = `n.nspname in ('estuary', 'estuary_then')`
  const tables = async () =>
    (
      await ask<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('r', 'p') order by 1`,
      )
    ).map(({ name }) => name)

  test('holds a table and a history table for every kind of record, and little else', async () => {
    const found = await tables()
    const kinds = model.kinds.flatMap(({ table }) => [table, `${table}_history`])
    expect(found.filter((name) => !kinds.includes(name))).toEqual([
      'disagreement',
      // What is due: worked out from records and thrown away with them.
      'due_date',
      'due_date_basis',
      // What measures count: worked out in the same way.
      'fact',
      'fact_count',
      'fact_spells',
      'feed',
      'import',
      'import_count',
      'import_file',
      'import_refusal',
      'look',
      'measure_told',
      // What signals told: worked out from them.
      'signal_run',
      'signal_subjects',
      'signal_told',
      'summary_sent',
    ])
    expect(kinds.filter((name) => !found.includes(name))).toEqual([])
  })

  test('no key leads out of the schema', async () => {
    const out =
      await ask(`select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class to_class on to_class.oid = k.confrelid where k.contype = 'f' and ${ours} and to_class.relnamespace <> c.relnamespace`)
    expect(out).toEqual([])
    const [all] = await ask<{ n: number }>(
      `select count(*) as n from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.contype = 'f' and ${ours}`,
    )
    expect(all?.n).toBeGreaterThan(100)
  })

  test('nothing is numbered by a sequence or an identity', async () => {
    expect(
      await ask(
        `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and (${ours} or n.nspname = 'engine')`,
      ),
    ).toEqual([])
    expect(
      await ask(
        `select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and a.attidentity <> ''`,
      ),
    ).toEqual([])
  })

  test('every table has a primary key', async () => {
    const without =
      await ask(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where (${ours} or n.nspname = 'engine') and c.relkind in ('r', 'p')
      and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`)
    expect(without).toEqual([])
  })

  test('every view asks with the rights of who asks it', async () => {
    const views = await ask<{
      name: string
      invoker: boolean
    }>(`select c.relname as name, coalesce('security_invoker=true' = any (c.reloptions), false) as invoker
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'v'`)
    expect(views.filter(({ invoker }) => !invoker)).toEqual([])
    // Two more show facts and series, as they are now.
    expect(views.length).toBe(model.views.length * 2 + model.kinds.length + 2)
    expect(
      await ask(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('m', 'f')`),
    ).toEqual([])
  })

  test('every table asks who is looking, and no policy looks anything up', async () => {
    const open =
      await ask(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))`)
    expect(open).toEqual([])
    const policies = await ask<{
      name: string
      rule: string
      roles: string[]
    }>(`select c.relname || '.' || p.polname as name, coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as rule,
      (select array_agg(r.rolname::text) from pg_roles r where r.oid = any (p.polroles)) as roles
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}`)
    expect(policies.length).toBeGreaterThan(200)
    expect(policies.filter(({ rule }) => /\b(select|exists)\b/i.test(rule))).toEqual([])
    // A policy that names no role would be for everyone.
    expect(policies.filter(({ roles }) => !roles || roles.some((role) => !role.startsWith('goldthread_')))).toEqual([])
  })

  test('no name is longer than 50 bytes', async () => {
    const long = await ask(`
      select 'relation' as what, c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and octet_length(c.relname) > 50
      union all select 'constraint', k.conname from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${ours} and k.contype <> 'n' and octet_length(k.conname) > 50
      union all select 'trigger', t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and not t.tgisinternal and octet_length(t.tgname) > 50
      union all select 'column', a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and octet_length(a.attname) > 50
      order by 1, 2`)
    expect(long).toEqual([])
  })

  test('nobody is granted to delete, empty, refer to or hang triggers on anything, and nobody unnamed is granted anything', async () => {
    const grants = await ask<{ table_name: string; grantee: string; privilege_type: string }>(
      `select c.relname as table_name, case when g.grantee = 0 then 'everyone' else g.grantee::regrole::text end as grantee, g.privilege_type
       from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g where (${ours} or n.nspname = 'engine') and g.grantee <> c.relowner`,
    )
    expect(grants.length).toBeGreaterThan(300)
    // What is due is no record: it is thrown away and worked out again.
    const records = grants.filter(
      ({ table_name: name }) =>
        !['due_date', 'fact', 'fact_spells', 'fact_count', 'measure_told', 'signal_run', 'signal_told', 'signal_subjects'].includes(name),
    )
    expect(records.filter(({ privilege_type: right }) => !['SELECT', 'INSERT', 'UPDATE'].includes(right))).toEqual([])
    expect(grants.filter(({ grantee }) => !/^goldthread_(reads|writes|imports|audits)$/.test(grantee))).toEqual([])
    // Who reads may write nothing by a grant on a whole table; the log takes only named columns.
    expect(grants.filter(({ grantee, privilege_type: right }) => grantee === 'goldthread_reads' && right !== 'SELECT')).toEqual([])
    expect(
      grants.filter(({ grantee, table_name: name }) => grantee === 'goldthread_audits' && name !== 'look' && name !== 'model'),
    ).toEqual([])
    const onColumns = await ask<{ table_name: string; column_name: string; grantee: string; privilege_type: string }>(
      `select c.relname as table_name, a.attname as column_name, g.grantee::regrole::text as grantee, g.privilege_type
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g where ${ours}`,
    )
    const stamps = onColumns.filter(({ column_name: column }) =>
      ['known_from', 'changed_by', 'likeness', 'looked_at', 'actor', 'known_until', 'ended_by'].includes(column),
    )
    expect(stamps).toEqual([])
    expect(onColumns.filter(({ table_name: name }) => name.endsWith('_history'))).toEqual([])
    expect(
      onColumns.filter(({ grantee, table_name: name }) => ['goldthread_reads', 'goldthread_audits'].includes(grantee) && name !== 'look'),
    ).toEqual([])
  })

  test('the roles of the product own nothing, cannot sign in, and pass no rule by', async () => {
    const roles = await ask(
      `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname like 'goldthread\\_%' order by 1`,
    )
    expect(roles).toEqual(
      ['audits', 'imports', 'reads', 'writes'].map((role) => ({
        rolname: `goldthread_${role}`,
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        rolcreaterole: false,
        rolcreatedb: false,
      })),
    )
    expect(
      await ask(`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'goldthread\\_%'`),
    ).toEqual([])
  })

  test('every history table has every column of its table, of the same type, and until when and by whom', async () => {
    const columns = await ask<{ table: string; column: string; type: string }>(
      `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a join pg_class c on c.oid = a.attrelid
       join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'estuary' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1, 2`,
    )
    const of = (table: string) => columns.filter((each) => each.table === table).map(({ column, type }) => `${column} ${type}`)
    const ends = ['ended_because text', 'ended_by text', 'known_until timestamp with time zone']
    for (const { table } of model.kinds) {
      expect(
        of(`${table}_history`).filter((each) => !ends.includes(each)),
        table,
      ).toEqual(of(table))
      expect(of(`${table}_history`)).toEqual(expect.arrayContaining(ends))
      expect(columns.filter((each) => each.table === table).length).toBeGreaterThan(engineColumns.size - 5)
    }
  })

  test('every table of records stamps each change and keeps what was there', async () => {
    const triggers = await ask<{ table: string; does: string }>(
      `select c.relname as table, p.proname || ' ' || coalesce(encode(t.tgargs, 'escape'), '') as does from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_proc p on p.oid = t.tgfoid where ${ours} and not t.tgisinternal and t.tgenabled = 'O' order by 1, 2`,
    )
    expect(triggers.map(({ table, does }) => `${table}: ${does.replace('\\000', '')}`).sort()).toEqual(
      model.kinds.flatMap(({ table }) => [`${table}: keep_history ${table}`, `${table}: stamp `]).sort(),
    )
  })

  test('what runs with the rights of its owner is only what must', async () => {
    const definers = await ask<{ name: string }>(
      `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and (${ours} or n.nspname = 'engine') order by 1`,
    )
    expect(definers.map(({ name }) => name)).toEqual(['alike', 'keep_history'])
  })

  test('as known at a moment, the views have the columns of the tables and views they stand for', async () => {
    const differ = await ask(`
      with columns as (
        select n.nspname, c.relname, c.relkind, a.attname, a.atttypid from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where ${ours} and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v')
      )
      select relname, attname, atttypid::regtype::text from columns t where nspname = 'estuary'
      and exists (select 1 from columns v where v.nspname = 'estuary_then' and v.relname = t.relname)
      and not exists (select 1 from columns v where v.nspname = 'estuary_then' and v.relname = t.relname and v.attname = t.attname and v.atttypid = t.atttypid)`)
    expect(differ).toEqual([])
  })
})

describe('the source', () => {
  const folder = join(import.meta.dirname, '..', '..', 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(ts|tsx|sql)$/.test(name) && !/\.test\.tsx?$/.test(name),
  )
  const linesWith = (pattern: RegExp) =>
    files.flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, place) => (pattern.test(line) ? [`${name}:${place + 1}: ${line.trim()}`] : [])),
    )

  test('settings are set by the door, with SET LOCAL, and by nothing that outlives its transaction', () => {
    expect(files).toContain(join('engine', 'database', 'driver.ts'))
    expect(linesWith(/\bset_confi[g]\b/i)).toEqual([])
    expect(linesWith(/['"`]\s*set\s+(?!local|transaction|timezone|datestyle)(session|role|[a-z_.]+\s*(=|to)\s)/i)).toEqual([])
  })

  test('nobody deletes, empties a table of records, or turns a trigger or a rule off', () => {
    expect(
      linesWith(/\bdelete from (?!engine\.|due_date |fact |fact_spells\b|fact_count\b|measure_told\b|signal_told\b|signal_subjects\b)/i),
    ).toEqual([])
    expect(linesWith(/\btruncate (?!(refusals\b|fresh_due_date\b|fresh_\$\{table\}))/i).filter((line) => !line.includes('.test.'))).toEqual(
      [],
    )
    expect(linesWith(/disable (trigger|row level security)|session_replication_role|\bbypassrls\b/i)).toEqual([])
  })
})
