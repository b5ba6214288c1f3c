import type { Row, Transaction } from '../../engine/database/database.ts'

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

/** Of whom holdings are asked: some children, those with whom a team works, or those with whom a worker works. */
export type Among = { readonly children: readonly string[] } | { readonly team: string } | { readonly worker: string }

/**
 * Every involvement that runs on a day, one row each, of the children asked for or of all. Of a team's or a worker's children,
 * what others do with them too.
 * @param day plain date
 */
export async function holdingsOn(tx: Transaction, day: string, among?: Among): Promise<readonly Holding[]> {
  return tx.query<Holding & Row>(`${holdings(among)} order by child, holds desc, involvement`, among ? [day, soughtIn(among)] : [day])
}

/** SQL of the children asked for, as `child`, with the day as $1 and what is asked as $2. Who is joined to another is asked for by that other. */
function childrenAmong(among: Among): string {
  if ('children' in among) return 'select distinct unnest($2::uuid[]) as child'
  return `select distinct coalesce(p.same_as_id, p.id) as child from involvement i join person p on p.id = i.person_id
          where i.${'team' in among ? 'team_id' : 'worker_id'} = $2::uuid and ${runs} and ${lives}`
}

const soughtIn = (among: Among): string =>
  'children' in among ? `{${among.children.join(',')}}` : 'team' in among ? among.team : among.worker

const runs = `i.withdrawn_at is null and (i.started_on is null or i.started_on <= $1::date) and (i.ended_on is null or i.ended_on > $1::date)`
const lives = '(p.died_on is null or p.died_on > $1::date)'

/** SQL of holdings with the day as $1, in the words of `Holding`. */
export const holdings = (among?: Among): string => `
     with ${recordsOf(among && childrenAmong(among))},
     running as (
       select w.child, i.id as involvement, i.worker_id as worker, i.team_id as team, i.role, i.started_on
       from whose w join involvement i on i.person_id = w.id where ${runs}
     )
     select child, involvement, worker, team, role, started_on as "startedOn",
            row_number() over (partition by child order by (role = 'CW') desc nulls last, (role is null) desc, started_on desc nulls last, involvement) = 1
              and worker is not null and (role = 'CW' or role is null or not exists (select 1 from involvement where role = 'CW' and withdrawn_at is null)) as holds
     from running`

/**
 * SQL of `whose`: children with every record that is theirs, their own and those joined to it, but for records of who has died by the day ($1).
 * @param children SQL of the children meant, as `child`; all, where it is not given
 */
export const recordsOf = (children?: string): string =>
  children === undefined
    ? `whose as (select coalesce(p.same_as_id, p.id) as child, p.id from person p where ${lives})`
    : `asked as materialized (${children}),
     whose as materialized (
       select a.child, p.id from asked a join person p on p.id = a.child where p.same_as_id is null and ${lives}
       union all select a.child, p.id from asked a join person p on p.same_as_id = a.child where ${lives}
     )`

/** The worker or team that a text names: our identifier, the council's own, or the whole name. Null where nobody, or more than one. */
export async function findWorkerOrTeam(tx: Transaction, kind: 'professional' | 'team', text: string): Promise<string | null> {
  const wanted = text.trim()
  const rows = await tx.query<{ id: string }>(
    `select id from ${kind} where id::text = lower($1) or source_id = $1 or lower(name) = lower($1) limit 2`,
    [wanted],
  )
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}
