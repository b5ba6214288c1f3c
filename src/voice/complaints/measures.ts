import type { Said } from '../../engine/clocks/thread.ts'
import { factKind, whatWasDone } from '../../engine/measures/fact.ts'
import { measure, type Measure } from '../../engine/measures/measure.ts'
import { complainants, complaintOutcomes } from './code-lists.ts'
import { complaint } from './records.ts'
import { stage1Longest, usualDays } from './stage-one-clocks.ts'

/** How many complaints there are under the Children Act, how fast they are answered and what comes of them. */

const area = 'Complaints'
type Complaint = Said<(typeof complaint)['fields']>

const madeBy = { label: 'Made by', type: 'words', codes: complainants } as const

/** Under the Children Act, which is also what a complaint without a procedure is read as; the authority’s own procedure has no such stages. */
const underTheAct = ({ procedure }: Complaint): boolean => procedure !== 'CORP'

/** A day in the life of a complaint, which has its own record. */
const once = (id: string, name: string, on: (complaint: Complaint) => string | null) =>
  factKind({
    id,
    name,
    about: complaint,
    says: { madeBy, outcome: { label: 'Outcome', type: 'words', codes: complaintOutcomes } },
    reads: [complaint],
    facts: (thread) => {
      const about = thread.about(complaint)
      const day = underTheAct(about) ? on(about) : null
      if (day === null) return []
      return [{ on: day, by: { table: complaint.table, id: about.id }, says: { madeBy: about.madeBy, outcome: about.outcome } }]
    },
  })

const complaintsReceived = once('complaints-received', 'Complaints received', ({ receivedOn }) => receivedOn)
const stage2Started = once('complaints-stage-2', 'Complaints that reached stage 2', ({ stage2RequestedOn }) => stage2RequestedOn)
const stage1Ended = once('complaints-stage-1-answered', 'Complaints answered at stage 1', ({ stage1AnsweredOn }) => stage1AnsweredOn)

/** On the day of the last answer; a complaint has one outcome, that of the last stage it went through. */
const complaintsDecided = once('complaints-decided', 'Complaints decided', (each) =>
  each.outcome === null ? null : (each.panelAnsweredOn ?? each.stage2AnsweredOn ?? each.stage1AnsweredOn),
)

const stage1Answers = whatWasDone(stage1Longest, {
  id: 'complaints-stage-1-answers',
  name: 'Stage 1 answers to complaints',
  says: { madeBy },
  more: (_, thread) => ({ madeBy: thread.about(complaint).madeBy }),
})

const inTheYear = {
  area,
  span: '12 months',
  by: ['madeBy'],
  source: 'Children Act 1989 Representations Procedure (England) Regulations 2006; the yearly report on complaints',
} as const
const otherProcedure = 'complaints under the authority’s own procedure'
const notStage1 = `${otherProcedure}; complaints answered after stage 2 had been asked for`

export const complaintMeasures: readonly Measure[] = [
  measure({
    ...inTheYear,
    id: 'complaints-stage1',
    name: 'Stage 1 complaints',
    of: complaintsReceived,
    statistic: 'count',
    span: 'month',
    better: 'neutral',
    says: { counted: 'complaints received in the month', leftOut: otherProcedure },
  }),
  measure({
    ...inTheYear,
    id: 'complaints-s1-time',
    name: `Stage 1 answered in ${usualDays} working days`,
    of: stage1Answers,
    statistic: 'share',
    met: { days: { until: usualDays + 1 } },
    better: 'higher',
    says: {
      counted: `complaints answered within ${usualDays} working days of being received, complex or not`,
      outOf: 'complaints answered at stage 1 in the 12 months',
      leftOut: notStage1,
    },
  }),
  measure({
    ...inTheYear,
    id: 'complaints-s1-20',
    name: 'Stage 1 answered in 20 working days',
    of: stage1Answers,
    statistic: 'share',
    met: { inTime: [true] },
    better: 'higher',
    says: {
      counted: 'complaints answered within the longest time for stage 1',
      outOf: 'complaints answered at stage 1 in the 12 months',
      leftOut: notStage1,
    },
  }),
  measure({
    ...inTheYear,
    id: 'complaints-upheld',
    name: 'Complaints upheld or partly upheld',
    of: complaintsDecided,
    statistic: 'share',
    met: { outcome: ['UPH', 'PAR'] },
    better: 'neutral',
    by: ['madeBy', 'outcome'],
    says: {
      counted: 'complaints upheld or partly upheld',
      outOf: 'complaints with an outcome whose last answer was given in the 12 months',
      leftOut: otherProcedure,
    },
  }),
  measure({
    ...inTheYear,
    id: 'complaints-escalated',
    name: 'Complaints that reach stage 2',
    of: stage2Started,
    statistic: 'ratio',
    to: { of: stage1Ended },
    better: 'lower',
    unit: '%',
    says: {
      counted: 'complaints for which stage 2 was asked for in the 12 months',
      outOf: 'complaints answered at stage 1 in the 12 months',
      leftOut: otherProcedure,
      note: 'stage 2 may be asked for without an answer at stage 1',
    },
  }),
]
