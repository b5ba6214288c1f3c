import { measure, type Measure } from '../engine/measures/measure.ts'
import { managementOversight } from '../practice/allocation/management-oversight.ts'
import { ofChildren } from '../practice/dimensions.ts'
import { auditActionsDone, caseAudited } from './audit-clocks.ts'
import { caseSupervision } from './case-clocks.ts'
import { managementDecisions, supervisionsHeld } from './decision-facts.ts'
import {
  auditActionsDue,
  auditsDue,
  auditsGraded,
  auditsModerated,
  caseHolders,
  casesSupervised,
  supervisionsDue,
  workersTeam,
} from './facts.ts'
import { monthlySupervision } from './supervision-clocks.ts'

/** How much workers carry, whether somebody looks at their work, and what audits of it find. */

const ofHolders = { area: 'Workforce', of: caseHolders, span: 'moment', by: [workersTeam] } as const
const holders = 'workers who hold cases'
const ofAudits = { area: 'Audits', statistic: 'share', span: '12 months', source: caseAudited.source } as const
const onTime = { statistic: 'share', met: { inTime: [true] }, better: 'higher' } as const

const workforceMeasures: readonly Measure[] = [
  measure({
    ...ofHolders,
    id: 'wf-caseload',
    name: 'Average caseload',
    where: { fullTimeEquivalent: { from: 0.01 } },
    statistic: 'ratio',
    value: 'cases',
    over: 'fullTimeEquivalent',
    better: 'lower',
    unit: 'cases',
    source: 'Department for Education, children’s social work workforce',
    national: true,
    says: {
      counted: 'cases held by case workers',
      outOf: 'full-time equivalents of the workers who hold them',
      leftOut: 'workers whose full-time equivalent is not recorded',
      note: 'the full-time equivalent is as recorded now; a child allocated twice to one worker at a time counts twice',
    },
  }),
  measure({
    ...ofHolders,
    id: 'wf-caseload-max',
    name: 'Highest caseload',
    statistic: 'highest',
    value: 'cases',
    better: 'lower',
    unit: 'cases',
    source: 'Counted locally, from involvements',
    says: { counted: 'the most cases that one worker holds, whatever part of full time they work', outOf: holders },
  }),
  measure({
    ...ofHolders,
    id: 'wf-over-target',
    name: 'Workers above their caseload limit',
    where: { overLimit: [true, false] },
    statistic: 'share',
    met: { overLimit: [true] },
    better: 'lower',
    source: 'Counted locally: the limit recorded for the worker',
    says: {
      counted: 'workers who hold more cases than was agreed for them',
      outOf: `${holders} and have a limit recorded`,
      leftOut: 'workers for whom no limit of their own is recorded',
      note: 'the limit is as recorded now; the limits that the council sets for everyone are not read',
    },
  }),
  measure({
    ...ofHolders,
    id: 'wf-asye',
    name: 'Case holders in their assessed year',
    statistic: 'share',
    met: { newlyQualified: [true] },
    better: 'neutral',
    source: 'Guidance on the assessed and supported year in employment for child and family social workers; counted locally',
    says: { counted: 'newly qualified social workers in the first 12 months of their assessed year', outOf: holders },
  }),
]

const ofSupervisions = {
  area: 'Supervision',
  of: supervisionsHeld,
  statistic: 'share',
  span: '12 months',
  better: 'higher',
  by: [workersTeam],
  source: monthlySupervision.source,
} as const

const supervisionMeasures: readonly Measure[] = [
  measure({
    ...onTime,
    id: 'sup-frequency',
    name: 'Supervision on time',
    area: 'Supervision',
    of: supervisionsDue,
    span: 'month',
    by: [workersTeam],
    source: monthlySupervision.source,
    expected: 75,
    says: {
      counted: 'supervisions held by the day they were due',
      outOf: 'supervisions of workers who hold children, or are newly qualified, that fell due in the month',
      leftOut: 'workers who were away for more than four weeks and are not yet back',
    },
  }),
  measure({
    ...onTime,
    id: 'sup-case',
    name: 'Children discussed in supervision on time',
    area: 'Supervision',
    of: casesSupervised,
    span: 'moment',
    by: ofChildren,
    source: caseSupervision.source,
    expected: 85,
    says: {
      counted: 'children discussed in supervision within the time that the authority has set',
      outOf: 'children on a plan, in care or with a case worker',
    },
  }),
  measure({
    id: 'oversight-only-agrees',
    name: 'Management decisions that only agree',
    area: 'Supervision',
    of: managementDecisions,
    statistic: 'share',
    met: { onlyAgrees: [true] },
    span: '12 months',
    better: 'lower',
    by: [...ofChildren, 'occasion'],
    expected: 15,
    speaksOf: 'words',
    source: managementOversight.basis,
    says: {
      counted: 'decisions that say no more than that the manager agrees, and give no reasons',
      outOf: 'management decisions recorded in the 12 months',
      leftOut: 'those of which neither decision nor reasons are written',
      note: 'every word is one of assent (agreed, noted, approved, read) or joins such words; one other word is enough to say something',
    },
  }),
  measure({
    ...ofSupervisions,
    id: 'sup-reflective',
    name: 'Supervision that was reflective',
    where: { reflective: [true, false] },
    met: { reflective: [true] },
    expected: 65,
    says: {
      counted: 'supervisions of which it is recorded that they were reflective',
      outOf: 'supervisions held in the 12 months',
      leftOut: 'supervisions of which it is not recorded',
    },
  }),
  measure({
    ...ofSupervisions,
    id: 'sup-followed-up',
    name: 'Supervision that follows up the last',
    where: { looksBack: [true, false] },
    met: { looksBack: [true] },
    expected: 70,
    speaksOf: 'record',
    says: {
      counted: 'supervisions whose actions say what became of something agreed before',
      outOf: 'supervisions held in the 12 months, up to 4 months after one that agreed actions',
      leftOut: 'supervisions of whose actions nothing is written',
      note: 'the words are read for such as look back: last time, done, still open, not yet, outstanding, carried over',
    },
  }),
]

const auditMeasures: readonly Measure[] = [
  measure({
    ...ofAudits,
    ...onTime,
    id: 'audit-done',
    name: 'Audits completed as planned',
    of: auditsDue,
    span: 'month',
    by: ofChildren,
    expected: 75,
    says: {
      counted: 'audits completed by the day they were due, and moderated where they were to be',
      outOf: 'audits asked for, that fell due in the month',
    },
  }),
  measure({
    ...ofAudits,
    id: 'audit-good',
    name: 'Audits graded good or better',
    of: auditsGraded,
    met: { grade: ['O', 'G'] },
    better: 'higher',
    by: [...ofChildren, 'grade'],
    says: {
      counted: 'audits graded good or outstanding, after moderation where there was one',
      outOf: 'audits completed and graded in the 12 months',
      leftOut: 'audits without a grade',
    },
  }),
  measure({
    ...ofAudits,
    id: 'audit-inadequate',
    name: 'Audits graded inadequate',
    of: auditsGraded,
    met: { grade: ['I'] },
    better: 'lower',
    by: ofChildren,
    says: {
      counted: 'audits graded inadequate, after moderation where there was one',
      outOf: 'audits completed and graded in the 12 months',
      leftOut: 'audits without a grade',
    },
  }),
  measure({
    ...ofAudits,
    id: 'audit-moderation',
    name: 'Grade held at moderation',
    of: auditsModerated,
    met: { held: [true] },
    better: 'higher',
    by: [...ofChildren, 'grade'],
    says: {
      counted: 'audits whose grade was the same after moderation',
      outOf: 'audits moderated in the 12 months with a grade before and after',
    },
  }),
  measure({
    ...ofAudits,
    id: 'audit-asks',
    name: 'Audits below good that ask for actions',
    of: auditsGraded,
    where: { grade: ['R', 'I'] },
    met: { asks: [true] },
    better: 'higher',
    by: [...ofChildren, 'grade'],
    expected: 80,
    speaksOf: 'record',
    says: {
      counted: 'audits that ask for actions',
      outOf: 'audits completed in the 12 months that found the work inadequate or to require improvement',
      leftOut: 'audits without a grade',
    },
  }),
  measure({
    ...ofAudits,
    ...onTime,
    id: 'audit-actions',
    name: 'Audit actions done on time',
    of: auditActionsDue,
    span: 'month',
    by: ofChildren,
    source: auditActionsDone.source,
    expected: 75,
    says: {
      counted: 'audits whose actions were all done by the day they were due',
      outOf: 'audits with actions that fell due in the month',
      note: 'the actions of an audit are recorded as one, so audits are counted',
    },
  }),
]

export const oversightMeasures: readonly Measure[] = [...workforceMeasures, ...supervisionMeasures, ...auditMeasures]
