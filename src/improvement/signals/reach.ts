import type { Transaction } from '../../engine/database/database.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { monthNumber } from '../../engine/measures/months.ts'
import { holdingsOn } from '../../practice/allocation/holders.ts'
import { lastAnswers, standingOf, type Answer, type Standing } from './answers.ts'
import { countedOf, type KeptSignal, type Run } from './kept.ts'
import { monthToldOn } from './tell-signals.ts'

/** Which signals concern whom: those of their own children, of their team, or of the whole authority. */

/**
 * `own`: the children with whom a worker works come first. `team`: what is about the team, counts its children, or is of the whole authority. `all`: everything.
 * A worker whom nobody has named among the workers of the case system, or a manager without a team, sees all.
 */
export type Reach =
  { readonly of: 'own'; readonly worker: string } | { readonly of: 'team'; readonly team: string } | { readonly of: 'all' }

const byRole: Readonly<Record<string, 'own' | 'team'>> = {
  'social worker': 'own',
  'reviewing officer': 'own',
  'team manager': 'team',
  'MASH manager': 'team',
}

export async function reachOf(tx: Transaction, account: string, role: string): Promise<Reach> {
  const [row] = await tx.query<{ worker: string | null; team: string | null }>(
    'select worker_id as worker, team_id as team from account where subject = $1 and withdrawn_at is null',
    [account],
  )
  const worker = row?.worker ?? null
  const team = row?.team ?? null
  if (byRole[role] === 'own' && worker !== null) return { of: 'own', worker }
  if (byRole[role] === 'team' && team !== null) return { of: 'team', team }
  return { of: 'all' }
}

/** A head among signals, as somebody sees it. */
export interface SignalRow extends KeptSignal {
  /** The other signals of its cause. */
  readonly parts: readonly KeptSignal[]
  /** How many of their own children, or of their team’s, it or a part of it counts: the most that any of them does. */
  readonly mine: number
  /** Whether it is in reach: for whoever sees all, always. */
  readonly inReach: boolean
  readonly answer: Answer | null
  readonly standing: Standing
  /** It could not be told a week before. */
  readonly isNew: boolean
}

/** The heads, those without an answer that holds first, else in the order in which they matter. */
export async function rowsFor(tx: Transaction, run: Run, reach: Reach): Promise<readonly SignalRow[]> {
  const answers = await lastAnswers(tx)
  const counted = await countedFor(tx, run, reach)
  const parts = Map.groupBy(run.signals, ({ signal }) => signal.partOf)
  const rows = (parts.get(null) ?? []).map((head): SignalRow => {
    const own = parts.get(head.signal.id) ?? []
    const answer = answers.get(head.signal.id) ?? null
    const all = [head, ...own]
    const mine = Math.max(...all.map((each) => counted(each)))
    return {
      ...head,
      parts: own,
      mine,
      inReach: isInReach(reach, all, mine),
      answer,
      standing: standingOf(head.signal, answer),
      isNew: isNew(run, head),
    }
  })
  return [...rows.filter(({ standing }) => standing !== 'answered'), ...rows.filter(({ standing }) => standing === 'answered')]
}

async function countedFor(tx: Transaction, run: Run, reach: Reach): Promise<(each: KeptSignal) => number> {
  if (reach.of === 'all') return () => 0
  if (reach.of === 'team') return ({ teams }) => teams[reach.team] ?? 0
  const children = (await holdingsOn(tx, run.day, { worker: reach.worker }))
    .filter(({ worker }) => worker === reach.worker)
    .map(({ child }) => child)
  const counts = await countedOf(tx, run, [...new Set(children)])
  return ({ signal }) => counts.get(signal.id) ?? 0
}

function isInReach(reach: Reach, all: readonly KeptSignal[], mine: number): boolean {
  switch (reach.of) {
    case 'all':
      return true
    case 'own':
      return mine > 0
    case 'team':
      return mine > 0 || all.some(({ signal: { place } }) => place === null || (isOfTeams(place.by) && place.value === reach.team))
  }
}

export const isOfTeams = (by: string): boolean => by === 'team' || by === 'workers-team'

/** Not among those of a week before; where nobody looked by then, told by whether its month was one that could be told then. */
function isNew({ weekBefore, day, month }: Run, { signal }: KeptSignal): boolean {
  if (weekBefore !== null) return !weekBefore.includes(signal.id)
  return monthNumber(signal.seen) >= month && monthToldOn(addDays(day, -7)) < month
}
