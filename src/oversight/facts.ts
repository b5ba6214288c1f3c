import { professional, team } from '../authority/records.ts'
import { endIn } from '../engine/clocks/clock.ts'
import { earliestOf } from '../engine/clocks/own-dates.ts'
import type { Said, Thread } from '../engine/clocks/thread.ts'
import { dimension, oneAtATime, type Spell } from '../engine/measures/dimension.ts'
import { factKind, whatFellDue, type Fact } from '../engine/measures/fact.ts'
import { involvement } from '../practice/allocation/records.ts'
import { timeOn } from '../practice/lasting-facts.ts'
import { person } from '../practice/person/records.ts'
import { auditActionsDone, caseAudited } from './audit-clocks.ts'
import { caseSupervision, otherCaseSupervision } from './case-clocks.ts'
import { auditGrades } from './code-lists.ts'
import { caseAudit } from './records.ts'
import { monthlySupervision, newlyQualifiedSupervision } from './supervision-clocks.ts'
import { assessedYear } from './worker-time.ts'

/** What is counted of workers and of the eye that is kept on their work: cases held, supervision, audits. */

type Involvement = Said<(typeof involvement)['fields']>

interface Held {
  readonly from: string
  /** Null while they hold it. */
  readonly until: string | null
  readonly team: string | null
}

/** The cases of a worker as their case worker; where none of them names a case worker, those in which no role is named (as in `allocation/holders.ts`). */
function casesOf(thread: Thread): readonly Held[] {
  const left = endIn(professional, thread.about(professional), 'leftOn')
  const all = thread.dated(involvement, 'startedOn')
  const named = all.some(({ record }) => record.role === 'CW')
  const holds = ({ role }: Involvement): boolean => (named ? role === 'CW' : role === null)
  return all.flatMap(({ at, record }): Held[] => {
    const until = earliestOf(endIn(involvement, record, 'endedOn'), left)?.at ?? null
    return !holds(record) || (until !== null && until <= at) ? [] : [{ from: at, until, team: record.team }]
  })
}

/** The team in which a worker holds cases: of several the one of the case that began last. What is written of their department has no date. */
export const workersTeam = dimension({
  id: 'workers-team',
  label: 'Team',
  about: professional,
  reads: [involvement],
  values: team,
  spells: (thread) =>
    oneAtATime(casesOf(thread).flatMap(({ from, until, team: value }): Spell[] => (value === null ? [] : [{ from, until, value }]))),
})

/**
 * A worker while they hold cases, in parts as the number changes or the assessed year begins or ends. Two allocations of one child to one worker at the
 * same time are two: an allocation does not say here of which child it is.
 */
export const caseHolders = factKind({
  id: 'case-holders',
  name: 'Workers who hold cases',
  about: professional,
  lasts: true,
  says: {
    cases: { label: 'Cases held', type: 'number', unit: 'cases' },
    fullTimeEquivalent: { label: 'Full-time equivalent', type: 'number' },
    newlyQualified: { label: 'In the assessed year', type: 'yes or no' },
    overLimit: { label: 'Above the limit agreed for them', type: 'yes or no' },
  },
  reads: [professional, involvement],
  facts: (thread, _, terms) => {
    const worker = thread.about(professional)
    const held = casesOf(thread)
    const [year] = assessedYear(thread, terms)
    const changes = new Map<string, number>()
    const change = (day: string | null | undefined, by: number): void => {
      if (day) changes.set(day, (changes.get(day) ?? 0) + by)
    }
    for (const { from, until } of held) {
      change(from, 1)
      change(until, -1)
    }
    change(year?.at, 0)
    change(year?.until?.at, 0)
    const days = [...changes.keys()].sort()
    const by = { table: professional.table, id: worker.id }
    const fullTimeEquivalent = worker.fullTimeEquivalent === null ? null : Number(worker.fullTimeEquivalent)
    let cases = 0
    return days.flatMap((on, place): Fact[] => {
      cases += changes.get(on) ?? 0
      if (cases === 0) return []
      const newlyQualified = year !== undefined && year.at <= on && (!year.until || on < year.until.at)
      const overLimit = worker.caseloadLimit === null ? null : cases > worker.caseloadLimit
      return [{ on, until: days[place + 1] ?? null, by, says: { cases, fullTimeEquivalent, newlyQualified, overLimit } }]
    })
  },
})

export const supervisionsDue = whatFellDue([monthlySupervision, newlyQualifiedSupervision], {
  id: 'supervisions-due',
  name: 'Supervisions that fell due',
})

/** Both clocks never stand on one day: one is for children on a plan or in care, the other for all others who have a case worker. */
export const casesSupervised = timeOn([caseSupervision, otherCaseSupervision], {
  id: 'cases-to-be-discussed',
  name: 'Children to be discussed in supervision',
})

export const auditsDue = whatFellDue(caseAudited, { id: 'case-audits-due', name: 'Case audits that fell due' })
export const auditActionsDue = whatFellDue(auditActionsDone, { name: 'Case audits whose actions fell due' })

/** One an audit, not a child. Where it was moderated, the grade is that of the moderation. */
export const auditsGraded = factKind({
  id: 'case-audits-graded',
  name: 'Case audits graded',
  about: person,
  says: {
    grade: { label: 'Grade', type: 'words', codes: auditGrades },
    asks: { label: 'Asks for actions', type: 'yes or no' },
  },
  reads: [caseAudit],
  facts: (thread) =>
    thread.dated(caseAudit, 'completedOn').flatMap(({ at, record }): Fact[] => {
      const grade = record.moderatedGrade ?? record.grade
      return grade === null
        ? []
        : [{ on: at, by: { table: caseAudit.table, id: record.id }, says: { grade, asks: record.actions !== null } }]
    }),
})

export const auditsModerated = factKind({
  id: 'case-audits-moderated',
  name: 'Case audits moderated',
  about: person,
  says: { held: { label: 'Grade held', type: 'yes or no' }, grade: { label: 'Grade before', type: 'words', codes: auditGrades } },
  reads: [caseAudit],
  facts: (thread) =>
    thread
      .dated(caseAudit, 'moderatedOn')
      .flatMap(({ at, record: { id, grade, moderatedGrade } }): Fact[] =>
        grade === null || moderatedGrade === null
          ? []
          : [{ on: at, by: { table: caseAudit.table, id }, says: { held: grade === moderatedGrade, grade } }],
      ),
})
