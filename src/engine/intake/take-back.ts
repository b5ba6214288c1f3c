import type { Acting, Database, Transaction } from '../database/database.ts'
import type { RecordKind } from '../records/kind.ts'
import { columnsOf } from '../records/kind.ts'

/**
 * Takes an import back: what it added is withdrawn, what it changed is as it was before, what it withdrew stands again.
 * History keeps both. Records that a later import or a person has touched since stay as they are.
 * @returns how many records were withdrawn, put back, and left because something later rests on them.
 * @throws Error when there is no such import or it has been taken back before.
 */
export async function takeBack(
  database: Database,
  as: Omit<Acting, 'role' | 'reason'>,
  importId: string,
  kinds: readonly RecordKind[],
  /** For what follows from records: all that changed is held from this instant (ISO) or later. */
  afterAll: (tx: Transaction, since: string) => Promise<void> = async () => undefined,
): Promise<{ withdrawn: number; putBack: number; left: number }> {
  return database.transaction({ ...as, role: 'imports', reason: 'Import taken back' }, async (tx) => {
    // Not while another import runs, or another takes this one back.
    await tx.run('select pg_advisory_xact_lock(715401)')
    const [found] = await tx.query<{ brought_at: string; finished_at: string; taken_back_at: string | null }>(
      `select brought_at, finished_at, taken_back_at from import where id = $1`,
      [importId],
    )
    if (!found) throw new Error('There is no import with this number.')
    if (found.taken_back_at !== null) throw new Error('This import has already been taken back.')
    const mine = `came_from in (select id from import_file where import_id = $1)`
    let withdrawn = 0
    let putBack = 0
    let left = 0
    for (const kind of kinds) {
      const { table } = kind
      const columns = [
        ...Object.entries(kind.fields).flatMap(([name, field]) => columnsOf(name, field).map(({ column }) => column)),
        'source',
        'source_id',
        'stated_for',
        'others',
        'unresolved',
        'came_from',
        'line',
        'withdrawn_at',
      ]
      // Last written at one of the import's own instants (changed, withdrawn, or found what it referred to): the newest version from before it.
      putBack += await tx.run(
        `update ${table} t set ${columns.map((column) => `${column} = before.${column}`).join(', ')}
         from (select distinct on (h.id) h.* from ${table}_history h join ${table} t using (id)
               where t.known_from between $1::timestamptz and $2::timestamptz and h.known_from < $1::timestamptz
               order by h.id, h.known_from desc) before
         where before.id = t.id`,
        [found.brought_at, found.finished_at],
      )
      // Added by the import, whatever people have written there since.
      withdrawn += await tx.run(
        `update ${table} t set withdrawn_at = engine.instant()
         where t.${mine} and t.withdrawn_at is null and not exists (select 1 from ${table}_history h where h.id = t.id and h.known_from < $2::timestamptz)`,
        [importId, found.brought_at],
      )
      const [more] = await tx.query<{ n: number }>(
        `select count(*) as n from ${table} t where t.withdrawn_at is null and t.known_from > $2::timestamptz and t.known_from < engine.instant()
         and (t.${mine} or exists (select 1 from ${table}_history h where h.id = t.id and h.${mine}))`,
        [importId, found.finished_at],
      )
      left += more?.n ?? 0
    }
    await tx.run('update import set taken_back_at = engine.instant(), taken_back_by = engine.actor() where id = $1', [importId])
    const [now] = await tx.query<{ at: string }>('select engine.instant() as at')
    if (now) await afterAll(tx, now.at)
    return { withdrawn, putBack, left }
  })
}
