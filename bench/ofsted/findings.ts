import type { Signal } from '../../src/improvement/signals/signal.ts'

/** What the inspectors found, and by which measures it could be seen. */

export interface Finding {
  /** 'Rec 5', '2016 §50', 'Board §114', '2018'. */
  readonly found: string
  readonly what: string
  /** 'YYYY-MM' in which the inspectors came: 22 February 2016, 11 September 2018. */
  readonly by: string
  /** A signal of any of these that is worse speaks of it; of those that are neither better nor worse, one that changed. */
  readonly measures: readonly string[]
  /** No earlier than this month does a signal speak of it: of what had been mended and came back. */
  readonly from?: string
  /** Why nothing can be seen of it, where there is no measure. */
  readonly why?: string
}

const inspection = '2016-02'
const visit = '2018-09'
/** What was said before the inspection of 2016 says nothing of 2018. */
const since = '2017-09'

const recommendation = (number: number, what: string, measures: readonly string[], why?: string): Finding => ({
  found: `Rec ${number}`,
  what,
  by: inspection,
  measures,
  ...(why === undefined ? {} : { why }),
})
const of2018 = (what: string, measures: readonly string[]): Finding => ({ found: '2018', what, by: visit, from: since, measures })

export const findings: readonly Finding[] = [
  recommendation(1, 'figures and audits lead to no action', ['audit-asks', 'audit-actions', 'audit-done']),
  recommendation(2, 'oversight of early help', ['eh-step-down', 'eh-step-down-reviewed', 'eh-reviews', 'between-stepped-down']),
  recommendation(3, 'assessments and plans of uneven quality', [
    'assessment-childs-view',
    'assessment-identity',
    'plan-actions-day',
    'plan-actions-who',
    'plan-actions-measured',
    'cpp-plan-updated',
    'cla-plan-updated',
    'copied-texts',
    'copied-assessment',
  ]),
  recommendation(4, 'return home interviews not offered, not taken up', [
    'rhi-offered',
    'rhi-accepted',
    'rhi-answered',
    'rhi-on-record',
    'rhi-72h',
  ]),
  recommendation(5, 'children not heard in reviews; reports and minutes late', [
    'cla-participation',
    'conf-participation',
    'report-before-meeting',
    'conf-reports-time',
    'minutes-sent',
    'conf-minutes-time',
    'lac-minutes-time',
  ]),
  recommendation(6, 'children come into care in an emergency', ['cla-emergency-starts', 'cla-planned-starts']),
  recommendation(7, 'foster carers, and children placed outside the area', [
    'foster-enquiries',
    'foster-households',
    'foster-in-house',
    'cla-out-of-area',
    'cla-out-20-new',
  ]),
  recommendation(8, 'personal education plans', ['pep-quality', 'pep-targets', 'pep-termly', 'pep-childs-view', 'pep-carers-view']),
  recommendation(9, 'plans for permanence drift', ['cla-permanence-plan']),
  recommendation(10, 'support after adoption', [], 'No record holds who asked for support after adoption and what they were given.'),
  recommendation(11, 'staying put', ['staying-put-talked', 'leavers-staying-put-18']),
  recommendation(12, 'pathway plans', ['leavers-pathway', 'pathway-view', 'eligible-pathway']),
  recommendation(
    13,
    'care leavers’ education and work',
    ['leavers-eet', 'leavers-eet-17-18', 'between-leaver-lost'],
    'The record keeps the latest answer alone, so there is no series; nothing of it is planted either.',
  ),
  recommendation(14, 'workers leave', ['cla-worker-changes', 'cla-visits', 'wf-caseload', 'wf-over-target', 'wf-caseload-max']),
  recommendation(
    15,
    'views and feedback',
    ['feedback', 'feedback-changed'],
    'It was never otherwise, and too few answers are on the record to be sure of what came of them: it is told in June 2016.',
  ),
  recommendation(16, 'supervision', ['sup-frequency', 'sup-case', 'sup-reflective', 'sup-followed-up']),
  {
    found: 'Board §114',
    what: 'learning from audits of several agencies',
    by: inspection,
    measures: [],
    why: 'Audits of several agencies together have no record; what audits ask for is under Rec 1.',
  },
  { found: 'Board §115', what: 'what training changes', by: inspection, measures: [], why: 'Training has no record.' },
  of2018('plans general, without dates', ['plan-actions-day', 'plan-actions-who', 'plan-actions-measured']),
  of2018('advocacy not offered', ['advocacy-offered', 'advocacy-offered-plans']),
  of2018('feedback little used', ['feedback', 'feedback-changed']),
  of2018('workload in some teams', ['wf-caseload', 'wf-over-target', 'wf-caseload-max', 'referrals', 'cin-plan-number']),
  of2018('assessments not done again when things change', ['assessment-renewed', 'plans-assessed-12m']),
  of2018('conference minutes late again', ['conf-minutes-time', 'minutes-sent']),
  of2018('decisions that only agree', ['oversight-only-agrees']),
  of2018('supervision uneven', ['sup-frequency', 'sup-case', 'sup-reflective', 'sup-followed-up']),
]

/**
 * The first month at whose end a signal spoke of a finding, before the inspectors came, with that signal: the one that counts most children. That a target is not met
 * counts only where nothing else spoke of it: an authority may set its targets as high as it likes.
 */
export function firstSpoken(finding: Finding, walk: ReadonlyMap<string, readonly Signal[]>): Spoken | null {
  return firstOf(finding, walk, ({ kind }) => kind !== 'target') ?? firstOf(finding, walk, () => true)
}

export interface Spoken {
  readonly month: string
  readonly signal: Signal
}

function firstOf(
  { measures, by, from = '' }: Finding,
  walk: ReadonlyMap<string, readonly Signal[]>,
  counts: (signal: Signal) => boolean,
): Spoken | null {
  for (const [month, signals] of walk) {
    if (month >= by || month < from) continue
    const [signal] = signals
      .filter((each) => measures.includes(each.measure) && each.direction !== 'better' && counts(each))
      .toSorted((a, b) => b.children - a.children)
    if (signal) return { month, signal }
  }
  return null
}
