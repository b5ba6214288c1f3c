import { addDays } from '../engine/clocks/days.ts'
import { allDueDates, type DueDate } from '../engine/clocks/due-dates.ts'
import { dueInShort } from '../engine/clocks/due-tag.tsx'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Transaction } from '../engine/database/database.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { settingOf } from '../authority/settings.ts'
import { childBriefs, type Brief } from '../practice/due/due-items.ts'
import { familyOf } from '../practice/person/child.ts'
import { caseloadOf, type Caseload, type TeamWorker, type Unallocated } from './caseload.ts'
import { drifting, type Drifting } from './drift.ts'
import { neverStopped } from './never-stopped.ts'

/** A team on a day: who holds how many children, what is late and by which clock, whom nobody holds, and who drifts. */

export interface WorkerLine extends TeamWorker {
  readonly overdue: number
  readonly week: number
  /** Children whose visit is overdue. */
  readonly notSeen: number
}

export interface ClockLate {
  readonly clock: DueDate['rule']
  readonly late: number
  readonly longest: number
}

export interface NobodyHolds extends Unallocated {
  readonly brief: Brief
  readonly pressing: string | null
  /** Only of the first. */
  readonly suggestion: Suggestion | null
}

export interface Suggestion {
  readonly worker: string
  readonly name: string
  readonly because: string
}

export interface TeamStanding {
  readonly caseload: Caseload
  readonly workers: readonly WorkerLine[]
  readonly nobody: readonly NobodyHolds[]
  readonly nobodyLine: { readonly overdue: number; readonly week: number; readonly notSeen: number }
  readonly clocks: readonly ClockLate[]
  readonly drifting: readonly (Drifting & { readonly brief: Brief; readonly worker: string | null })[]
  /** Overdue by clocks that nothing recorded here has ever stopped; they count in nothing above. */
  readonly notRecordedHere: number
}

const usualDriftDays = 42

/** How many of those whom nobody holds are told one by one, with who could hold them. */
export const nobodyShown = 8

/** @param day plain date on which it is told. Null when there is no such team. */
export async function teamStanding(
  tx: Transaction,
  work: Clockwork,
  kinds: readonly RecordKind[],
  team: string,
  day: string,
): Promise<TeamStanding | null> {
  const caseload = await caseloadOf(tx, team, day)
  if (caseload === null) return null
  const { children, unallocated, holdings } = caseload
  const soon = addDays(day, 7)
  const subjects = [...children, ...caseload.workers.map(({ id }) => id)]
  const duties = (await allDueDates(tx, work, { day, subjects, open: true, dueBy: soon })).filter(isDuty)
  const never = await neverStopped(tx, work, day)
  const counted = ({ clock, state }: DueDate) => !never.has(clock) && (state === 'overdue' || state === 'running')
  const open = duties.filter(counted)
  // Of those whom nobody holds it is told what presses most, however far ahead it is.
  const ofNobody = await allDueDates(tx, work, { day, subjects: unallocated.map(({ child }) => child), open: true })
  const opensOfNobody = ofNobody.filter(isDuty).filter(counted)
  const briefs = new Map((await childBriefs(tx, children)).map((brief) => [brief.id, brief]))
  const brief = (child: string): Brief => briefs.get(child) ?? { id: child, name: 'A child', bornOn: null, expectedOn: null, number: null }
  const nameOf = new Map(caseload.workers.map(({ id, name }) => [id, name]))
  const holder = new Map(holdings.map(({ child, worker }) => [child, nameOf.get(worker ?? '') ?? null]))
  const days = Number((await settingOf(tx, 'drift-days')) ?? usualDriftDays)
  const nobody: NobodyHolds[] = []
  for (const each of unallocated)
    nobody.push({
      ...each,
      brief: brief(each.child),
      pressing: pressing(
        opensOfNobody.filter(({ subject }) => subject === each.child),
        day,
      ),
      suggestion: nobody.length < nobodyShown ? await suggestionFor(tx, each.child, caseload) : null,
    })
  return {
    caseload,
    workers: caseload.workers.map((worker) => ({ ...worker, ...countsOf(open, new Set([...worker.children, worker.id]), soon) })),
    nobody,
    nobodyLine: countsOf(open, new Set(unallocated.map(({ child }) => child)), soon),
    clocks: lateByClock(open),
    drifting: (
      await drifting(
        tx,
        work,
        kinds,
        children,
        open.filter(({ state, rule }) => state === 'overdue' && rule.about.table === 'person'),
        day,
        Number.isInteger(days) ? days : usualDriftDays,
      )
    ).map((each) => ({ ...each, brief: brief(each.child), worker: holder.get(each.child) ?? null })),
    notRecordedHere: duties.filter(({ clock, state }) => never.has(clock) && state === 'overdue').length,
  }
}

/** @param soon the last day that counts as near */
function countsOf(open: readonly DueDate[], whose: ReadonlySet<string>, soon: string): { overdue: number; week: number; notSeen: number } {
  const mine = open.filter(({ subject }) => whose.has(subject))
  const late = mine.filter(({ state }) => state === 'overdue')
  return {
    overdue: late.length,
    week: mine.filter(({ state, dueAt }) => state === 'running' && dueAt.slice(0, 10) <= soon).length,
    notSeen: new Set(late.filter(isVisit).map(({ subject }) => subject)).size,
  }
}

const isDuty = ({ rule }: DueDate): boolean => rule.meaning === 'duty'
const isVisit = ({ rule }: DueDate): boolean => rule.doneBy?.group === 'Visits'

/** The clocks by which somebody is late, most late first. */
function lateByClock(open: readonly DueDate[]): ClockLate[] {
  const byClock = new Map<string, { clock: DueDate['rule']; late: number; longest: number }>()
  for (const { rule, state, days } of open) {
    if (state !== 'overdue') continue
    const line = byClock.get(rule.id) ?? { clock: rule, late: 0, longest: 0 }
    line.late++
    line.longest = Math.max(line.longest, days)
    byClock.set(rule.id, line)
  }
  return [...byClock.values()].sort((a, b) => b.late - a.late || b.longest - a.longest)
}

/** What presses most: the longest overdue, else what is due first. */
function pressing(open: readonly DueDate[], day: string): string | null {
  const [first] = [...open].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  if (!first) return null
  const when = dueInShort(first, day)
  return `${first.rule.name}, ${when.charAt(0).toLowerCase()}${when.slice(1)}`
}

/** Whoever holds a brother or sister; else whoever has most space. Nobody, where no limit is set and no brother or sister is held. */
async function suggestionFor(tx: Transaction, child: string, { workers }: Caseload): Promise<Suggestion | null> {
  const family = (await familyOf(tx, [child])).filter(({ how }) => how === 'Brother or sister')
  for (const worker of workers) {
    const held = family.find(({ id }) => worker.children.includes(id))
    if (held) return { worker: worker.id, name: worker.name, because: 'holds a brother or sister' }
  }
  const [most] = workers
    .filter(({ limit, children }) => limit !== null && children.length < limit)
    .sort((a, b) => (b.limit as number) - b.children.length - ((a.limit as number) - a.children.length))
  return most ? { worker: most.id, name: most.name, because: `has space for ${(most.limit as number) - most.children.length}` } : null
}
