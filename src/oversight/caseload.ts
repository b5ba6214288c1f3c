import { birthday } from '../engine/clocks/days.ts'
import type { Transaction } from '../engine/database/database.ts'
import { settingOf } from '../authority/settings.ts'
import { holdings, holdingsOn, recordsOf, type Holding } from '../practice/allocation/holders.ts'

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
  const mine = (await holdingsOn(tx, day, { team })).filter((each) => each.holds && each.team === team)
  const unallocated = await unallocatedIn(tx, day, team)
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

/** Children of a team whom no social worker holds. */
async function unallocatedIn(tx: Transaction, day: string, team: string): Promise<readonly Unallocated[]> {
  const perhaps = (await openCases(tx, day, { team })).filter((each) => each.team === team)
  const held = await holdingsOn(tx, day, { children: perhaps.map(({ child }) => child) })
  const somebody = new Set(held.filter(({ holds }) => holds).map(({ child }) => child))
  return perhaps.filter(({ child }) => !somebody.has(child))
}

/**
 * Children with an open referral, plan or time in care whom no social worker holds.
 * @param held children whom somebody holds
 * @param children of whom it is asked; of all, where it is not given
 */
export async function withNobody(
  tx: Transaction,
  day: string,
  held: ReadonlySet<string>,
  children?: readonly string[],
): Promise<readonly Unallocated[]> {
  const asked = children?.filter((child) => !held.has(child))
  return (await openCases(tx, day, asked && { children: asked })).filter(({ child }) => !held.has(child))
}

type Among = { readonly children: readonly string[] } | { readonly team: string }

/** What is open of children, by kind of record: the columns that say since when, until when and with which team. */
const opens = [
  { table: 'referral', from: 'received_on', until: 'closed_on', team: 'team_id', also: ' and t.no_further_action is not true' },
  { table: 'period_of_care', from: 'started_on', until: 'ended_on', team: 'null::uuid', also: '' },
  { table: 'child_protection_plan', from: 'started_on', until: 'ended_on', team: 'null::uuid', also: '' },
  { table: 'child_in_need_plan', from: 'started_on', until: 'ended_on', team: 'team_id', also: '' },
] as const

const isOpen = ({ from, until, also }: (typeof opens)[number]): string =>
  `t.withdrawn_at is null and t.${from} <= $1::date and (t.${until} is null or t.${until} > $1::date)${also}`

/** Children with something open, whoever holds them: with whom they were last, since when, and whose they are. Of a team, those of other teams may be among them. */
async function openCases(tx: Transaction, day: string, among?: Among): Promise<readonly Unallocated[]> {
  return tx.query<{ child: string; lastWorker: string | null; since: string | null; team: string | null }>(
    `with ${recordsOf(childrenAmong(among))},
     open_now as (
       ${opens
         .map(
           (each) =>
             `select w.child, t.${each.from} as from_day, ${each.team} as team_id from whose w join ${each.table} t on t.person_id = w.id where ${isOpen(each)}`,
         )
         .join(' union all ')}
     ),
     cases as (
       select child, (array_agg(team_id order by from_day desc, team_id) filter (where team_id is not null))[1] as team_id, min(from_day) as from_day
       from open_now group by child
     )
     select c.child, l.worker as "lastWorker", coalesce(l.ended_on, c.from_day) as since, coalesce(l.team_id, c.team_id) as team
     from cases c left join lateral (
       select i.team_id, i.ended_on, (select w.name from professional w where w.id = i.worker_id) as worker
       from person p join involvement i on i.person_id = p.id
       where (p.id = c.child or p.same_as_id = c.child) and i.withdrawn_at is null and (i.role = 'CW' or i.role is null) and i.ended_on <= $1::date
       order by i.ended_on desc, i.id limit 1
     ) l on true
     order by since, child`,
    among === undefined ? [day] : [day, 'children' in among ? `{${among.children.join(',')}}` : among.team],
  )
}

/** SQL of the children who may have something open: those asked for; those whom a team has or had, or whose referral or plan is with it; else all. */
function childrenAmong(among: Among | undefined): string {
  if (among && 'children' in among) return 'select distinct unnest($2::uuid[]) as child'
  const records = opens
    .filter(({ team }) => !among || team === 'team_id')
    .map((each) => `select t.person_id from ${each.table} t where ${isOpen(each)}${among ? ' and t.team_id = $2::uuid' : ''}`)
  const had = `select i.person_id from involvement i
    where i.team_id = $2::uuid and i.withdrawn_at is null and (i.role = 'CW' or i.role is null) and i.ended_on <= $1::date`
  return `select distinct coalesce(p.same_as_id, p.id) as child
    from (${[...records, ...(among ? [had] : [])].join(' union ')}) of_them join person p on p.id = of_them.person_id`
}

/** Every team with children on a day, with how many. */
export async function teamsOn(
  tx: Transaction,
  day: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly children: number; readonly workers: number }[]> {
  return tx.query<{ id: string; name: string; children: number; workers: number }>(
    `select t.id, coalesce(t.name, 'Team without a name') as name, coalesce(h.children, 0) as children, coalesce(h.workers, 0) as workers
     from team t left join (
       select team, count(*) as children, count(distinct worker) as workers from (${holdings()}) held where holds and team is not null group by team
     ) h on h.team = t.id
     where t.withdrawn_at is null order by t.name, t.id`,
    [day],
  )
}
