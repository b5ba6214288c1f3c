import { addDays } from '../engine/clocks/days.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Transaction } from '../engine/database/database.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { holdingsOn } from '../practice/allocation/holders.ts'
import { dueItems, type DueItem } from '../practice/due/due-items.ts'
import { neverStopped } from './never-stopped.ts'

/** What a worker has to do: everything due for the children with whom they work, gathered by how near it is. */
export interface MyWork {
  /** The worker of the case system that the account stands for; null where nobody has said which. */
  readonly worker: string | null
  readonly children: readonly string[]
  readonly today: readonly DueItem[]
  readonly overdue: readonly DueItem[]
  /** After today and within seven days. */
  readonly week: readonly DueItem[]
  /** In the four weeks after these. */
  readonly later: readonly DueItem[]
  /** Overdue by clocks that nothing recorded here has ever stopped. */
  readonly notRecordedHere: readonly DueItem[]
}

/** Who somebody who has signed in is among the workers and teams of the case system. */
export async function standsFor(
  tx: Transaction,
  account: string,
): Promise<{ readonly worker: string | null; readonly team: string | null }> {
  const [row] = await tx.query<{ worker: string | null; team: string | null }>(
    'select worker_id as worker, team_id as team from account where subject = $1 and withdrawn_at is null',
    [account],
  )
  return { worker: row?.worker ?? null, team: row?.team ?? null }
}

/** @param day plain date on which it is asked */
export async function myWork(
  tx: Transaction,
  work: Clockwork,
  kinds: readonly RecordKind[],
  account: string,
  day: string,
): Promise<MyWork> {
  const { worker } = await standsFor(tx, account)
  if (worker === null) return { worker, children: [], today: [], overdue: [], week: [], later: [], notRecordedHere: [] }
  const children = [...new Set((await holdingsOn(tx, day)).filter((each) => each.worker === worker).map(({ child }) => child))]
  const subjects = [...children, worker]
  const items = (await dueItems(tx, work, kinds, { day, subjects, open: true })).filter(({ due }) => due.rule.meaning === 'duty')
  return { worker, children, ...gathered(items, day, await neverStopped(tx, work, day)) }
}

/** By how near each is: the longest overdue first, then the earliest due. */
function gathered(
  items: readonly DueItem[],
  day: string,
  never: ReadonlySet<string>,
): Pick<MyWork, 'today' | 'overdue' | 'week' | 'later' | 'notRecordedHere'> {
  const inOrder = [...items].sort(
    (a, b) => compare(a.due.dueAt, b.due.dueAt) || compare(a.about.name, b.about.name) || compare(a.due.clock, b.due.clock),
  )
  const until = (from: string, to: string) =>
    inOrder.filter(({ due }) => due.state !== 'overdue' && due.dueAt.slice(0, 10) >= from && due.dueAt.slice(0, 10) <= to)
  const late = inOrder.filter(({ due }) => due.state === 'overdue')
  return {
    today: until('0000', day),
    overdue: late.filter(({ due }) => !never.has(due.clock)),
    week: until(addDays(day, 1), addDays(day, 7)),
    later: until(addDays(day, 8), addDays(day, 35)),
    notRecordedHere: late.filter(({ due }) => never.has(due.clock)),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
