import type { Transaction } from '../../engine/database/database.ts'

/** Who holds whom on a day. An involvement has its first day and not its last. Asked of the dated records; in a known-at transaction, as known then. */

/** That somebody works with a child on a day. */
export interface Holding {
  /** The child's own record, to which others may be joined. */
  readonly child: string
  readonly involvement: string
  readonly worker: string | null
  readonly team: string | null
  readonly role: string | null
  readonly startedOn: string | null
  /**
   * The worker who holds the case that day: of the case workers the last to begin. Where the case system names case workers, a reviewing officer or
   * an adviser alone holds nothing; where it names none, whoever began last does.
   */
  readonly holds: boolean
}

/**
 * Every involvement that runs on a day, one row each, of the children asked for or of all.
 * @param day plain date
 */
export async function holdingsOn(tx: Transaction, day: string, children?: readonly string[]): Promise<readonly Holding[]> {
  return tx.query<{
    child: string
    involvement: string
    worker: string | null
    team: string | null
    role: string | null
    startedOn: string | null
    holds: boolean
  }>(
    `with running as (
       select coalesce(p.same_as_id, p.id) as child, i.id as involvement, i.worker_id as worker, i.team_id as team, i.role, i.started_on
       from involvement i join person p on p.id = i.person_id
       where i.withdrawn_at is null and (i.started_on is null or i.started_on <= $1::date) and (i.ended_on is null or i.ended_on > $1::date)
         and (p.died_on is null or p.died_on > $1::date)
         ${children ? 'and coalesce(p.same_as_id, p.id) = any ($2::uuid[])' : ''}
     )
     select child, involvement, worker, team, role, started_on as "startedOn",
            row_number() over (partition by child order by (role = 'CW') desc nulls last, (role is null) desc, started_on desc nulls last, involvement) = 1
              and worker is not null and (role = 'CW' or role is null or not exists (select 1 from involvement where role = 'CW' and withdrawn_at is null)) as holds
     from running order by child, holds desc, involvement`,
    children ? [day, `{${children.join(',')}}`] : [day],
  )
}

/** The worker or team that a text names: our identifier, the council's own, or the whole name. Null where nobody, or more than one. */
export async function findWorkerOrTeam(tx: Transaction, kind: 'professional' | 'team', text: string): Promise<string | null> {
  const wanted = text.trim()
  const rows = await tx.query<{ id: string }>(
    `select id from ${kind} where id::text = lower($1) or source_id = $1 or lower(name) = lower($1) limit 2`,
    [wanted],
  )
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}
