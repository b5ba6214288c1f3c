import { birthday } from '../engine/clocks/days.ts'
import type { Transaction } from '../engine/database/database.ts'
import { settingOf } from '../authority/settings.ts'
import { holdingsOn, type Holding } from '../practice/allocation/holders.ts'

/** Who holds how many children in a team, against the limit the council has set, and which children nobody holds. */

export interface TeamWorker {
  readonly id: string
  readonly name: string
  readonly agency: boolean
  /** Newly qualified: in the first twelve months of the assessed year. */
  readonly newlyQualified: boolean
  readonly children: readonly string[]
  /** How many children they should hold at most; null where the council has set no limit. */
  readonly limit: number | null
  /** Plain date of the last supervision on or before the day. */
  readonly lastSupervision: string | null
}

/** A child with something open whom no worker holds. */
export interface Unallocated {
  readonly child: string
  /** The last worker who held the case, and until when, where there was one. */
  readonly lastWorker: string | null
  readonly since: string | null
  /** The team of the last worker, else the referral's; null where neither says. */
  readonly team: string | null
}

export interface Caseload {
  readonly team: string
  readonly name: string
  readonly workers: readonly TeamWorker[]
  readonly unallocated: readonly Unallocated[]
  /** Every child of the team: those held, and those nobody holds. */
  readonly children: readonly string[]
  readonly holdings: readonly Holding[]
}

/** A team as it stands on a day; null when there is no such team. */
export async function caseloadOf(tx: Transaction, team: string, day: string): Promise<Caseload | null> {
  const [found] = await tx.query<{ id: string; name: string | null }>('select id, name from team where id = $1', [team])
  if (!found) return null
  const held = (await holdingsOn(tx, day)).filter(({ holds }) => holds)
  const mine = held.filter((each) => each.team === team)
  const unallocated = (await withNobody(tx, day, new Set(held.map(({ child }) => child)))).filter((each) => each.team === team)
  const workers = await workersOf(tx, mine, day)
  return {
    team: found.id,
    name: found.name ?? 'Team without a name',
    workers,
    unallocated,
    children: [...new Set([...mine.map(({ child }) => child), ...unallocated.map(({ child }) => child)])],
    holdings: mine,
  }
}

async function workersOf(tx: Transaction, mine: readonly Holding[], day: string): Promise<TeamWorker[]> {
  const byWorker = new Map<string, string[]>()
  for (const { worker, child } of mine) if (worker !== null) byWorker.set(worker, [...(byWorker.get(worker) ?? []), child])
  const usual = numberOf(await settingOf(tx, 'caseload-limit'))
  const protectedLimit = numberOf(await settingOf(tx, 'caseload-limit-newly-qualified')) ?? usual
  const rows = await tx.query<{
    id: string
    name: string | null
    agency: boolean | null
    from: string | null
    own: number | null
    supervised: string | null
  }>(
    `select w.id, w.name, w.agency_worker as agency, w.newly_qualified_from as "from", w.caseload_limit as own,
            (select max(s.held_on) from supervision s where s.worker_id = w.id and s.withdrawn_at is null and s.held_on <= $2::date) as supervised
     from professional w where w.id = any ($1::uuid[])`,
    [`{${[...byWorker.keys()].join(',')}}`, day],
  )
  return rows
    .map((row): TeamWorker => {
      const newlyQualified = row.from !== null && row.from <= day && day < birthday(row.from, 1)
      return {
        id: row.id,
        name: row.name ?? 'Name not recorded',
        agency: row.agency === true,
        newlyQualified,
        children: byWorker.get(row.id) ?? [],
        limit: row.own ?? (newlyQualified ? protectedLimit : usual),
        lastSupervision: row.supervised,
      }
    })
    .sort((a, b) => over(b) - over(a) || b.children.length - a.children.length || (a.name < b.name ? -1 : 1))
}

/** How far over the limit; those without a limit by how many they hold. */
const over = ({ children, limit }: TeamWorker): number => (limit === null ? 0 : children.length - limit)

const numberOf = (text: string | null): number | null => (text !== null && /^\d{1,3}$/.test(text) ? Number(text) : null)

/** Children with an open referral, plan or time in care whom no social worker holds. @param held children whom somebody holds */
export async function withNobody(tx: Transaction, day: string, held: ReadonlySet<string>): Promise<Unallocated[]> {
  const rows = await tx.query<{ child: string; lastWorker: string | null; since: string | null; team: string | null }>(
    `with open_now as (
       select person_id, team_id, received_on as from_day from referral
       where withdrawn_at is null and received_on <= $1::date and (closed_on is null or closed_on > $1::date) and no_further_action is not true
       union all select person_id, null, started_on from period_of_care where withdrawn_at is null and started_on <= $1::date and (ended_on is null or ended_on > $1::date)
       union all select person_id, null, started_on from child_protection_plan where withdrawn_at is null and started_on <= $1::date and (ended_on is null or ended_on > $1::date)
       union all select person_id, team_id, started_on from child_in_need_plan where withdrawn_at is null and started_on <= $1::date and (ended_on is null or ended_on > $1::date)
     ),
     children as (
       select coalesce(p.same_as_id, p.id) as child, (array_agg(o.team_id order by o.from_day desc) filter (where o.team_id is not null))[1] as team_id,
              min(o.from_day) as from_day
       from open_now o join person p on p.id = o.person_id
       where p.died_on is null or p.died_on > $1::date
       group by 1
     ),
     last_held as (
       select distinct on (coalesce(p.same_as_id, p.id)) coalesce(p.same_as_id, p.id) as child, i.team_id, w.name as worker, i.ended_on
       from involvement i join person p on p.id = i.person_id left join professional w on w.id = i.worker_id
       where i.withdrawn_at is null and (i.role = 'CW' or i.role is null) and i.ended_on <= $1::date
       order by coalesce(p.same_as_id, p.id), i.ended_on desc, i.id
     )
     select c.child, l.worker as "lastWorker", coalesce(l.ended_on, c.from_day) as since, coalesce(l.team_id, c.team_id) as team
     from children c left join last_held l using (child)
     order by since, child`,
    [day],
  )
  return rows.filter(({ child }) => !held.has(child))
}

/** Every team with children on a day, with how many. */
export async function teamsOn(
  tx: Transaction,
  day: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly children: number; readonly workers: number }[]> {
  const held = (await holdingsOn(tx, day)).filter(({ holds, team }) => holds && team !== null)
  const names = await tx.query<{ id: string; name: string | null }>(
    'select id, name from team where withdrawn_at is null order by name, id',
  )
  return names.map(({ id, name }) => {
    const mine = held.filter(({ team }) => team === id)
    return { id, name: name ?? 'Team without a name', children: mine.length, workers: new Set(mine.map(({ worker }) => worker)).size }
  })
}
