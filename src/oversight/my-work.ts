import { addDays } from '../engine/clocks/days.ts'
import { allDueDates, type DueDate } from '../engine/clocks/due-dates.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Transaction } from '../engine/database/database.ts'
import { holdingsOn } from '../practice/allocation/holders.ts'
import { aboutOf, findNames, wordsWith, type DueWords } from '../practice/due/due-items.ts'
import { neverStopped } from './never-stopped.ts'

/** What a worker has to do: everything due for the children with whom they work, gathered by how near it is. */
export interface MyWork {
  /** The worker of the case system that the account stands for; null where nobody has said which. */
  readonly worker: string | null
  readonly children: readonly string[]
  readonly today: readonly DueDate[]
  readonly overdue: readonly DueDate[]
  /** After today and within seven days. */
  readonly week: readonly DueDate[]
  /** In the four weeks after these. */
  readonly later: readonly DueDate[]
  /** Overdue by clocks that nothing recorded here has ever stopped. */
  readonly notRecordedHere: readonly DueDate[]
  /** The names of whom these are about. Why they are due is found by whoever tells it. */
  readonly words: DueWords
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
export async function myWork(tx: Transaction, work: Clockwork, account: string, day: string): Promise<MyWork> {
  const { worker } = await standsFor(tx, account)
  const words = wordsWith(await work.termsOf(tx))
  if (worker === null) return { worker, children: [], today: [], overdue: [], week: [], later: [], notRecordedHere: [], words }
  const holdings = await holdingsOn(tx, day, { worker })
  const children = [...new Set(holdings.filter((each) => each.worker === worker).map(({ child }) => child))]
  const all = await allDueDates(tx, work, { day, subjects: [...children, worker], open: true, dueBy: addDays(day, daysTold) })
  const due = all.filter(({ rule }) => rule.meaning === 'duty')
  await findNames(tx, due, words)
  return { worker, children, ...gathered(due, day, await neverStopped(tx, work, day), words), words }
}

/** How far ahead it is told what falls due. */
const daysTold = 35

/** By how near each is: the longest overdue first, then the earliest due. */
function gathered(
  all: readonly DueDate[],
  day: string,
  never: ReadonlySet<string>,
  words: DueWords,
): Pick<MyWork, 'today' | 'overdue' | 'week' | 'later' | 'notRecordedHere'> {
  const inOrder = [...all].sort(
    (a, b) => compare(a.dueAt, b.dueAt) || compare(aboutOf(a, words).name, aboutOf(b, words).name) || compare(a.clock, b.clock),
  )
  const until = (from: string, to: string) =>
    inOrder.filter(({ state, dueAt }) => state !== 'overdue' && dueAt.slice(0, 10) >= from && dueAt.slice(0, 10) <= to)
  const late = inOrder.filter(({ state }) => state === 'overdue')
  return {
    today: until('0000', day),
    overdue: late.filter(({ clock }) => !never.has(clock)),
    week: until(addDays(day, 1), addDays(day, 7)),
    later: until(addDays(day, 8), addDays(day, daysTold)),
    notRecordedHere: late.filter(({ clock }) => never.has(clock)),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
