/**
 * What comes before what in a child’s journey: where a measure changed, these are looked at for what moved before it. By identifiers of measures; those of
 * measures that are not there are passed over.
 */
const comesAfter: Readonly<Record<string, readonly string[]>> = {
  'contact-decision-1wd': ['contacts'],
  referrals: ['contacts'],
  'referral-decision-1wd': ['referrals', 'contacts'],
  're-referrals': ['eh-step-down', 'assessment-nfa'],
  'assessments-45': ['referrals', 'wf-caseload', 'wf-over-target', 'assessments-open-over-45'],
  'assessments-open-over-45': ['referrals', 'wf-caseload', 'wf-over-target'],
  'assessment-median-days': ['referrals', 'wf-caseload', 'wf-over-target'],
  'assessment-child-seen': ['referrals', 'wf-caseload', 'wf-over-target'],
  'icpc-15': ['s47-rate', 'referrals', 'icpc-rate'],
  'cpp-number': ['icpc-rate', 's47-rate', 'cpp-ends', 'cpp-starts'],
  'cpp-visits': ['cpp-number', 'wf-caseload', 'wf-over-target'],
  'cpp-reviews': ['cpp-number'],
  'cpp-core-groups': ['cpp-number', 'wf-caseload'],
  'conf-minutes-time': ['icpc-rate', 'cpp-number'],
  'conf-reports-time': ['icpc-rate', 'wf-caseload', 'assessments-45'],
  'cin-number': ['referrals'],
  'cin-visits': ['cin-number', 'cin-plan-number', 'wf-caseload', 'wf-over-target'],
  'cin-reviews': ['cin-number', 'cin-plan-number', 'wf-caseload'],
  'cla-number': ['cla-starts', 'cla-ends'],
  'cla-emergency-starts': ['cla-starts'],
  'cla-visits': ['cla-worker-changes', 'cla-number', 'wf-caseload', 'wf-over-target'],
  'cla-worker-changes': ['wf-caseload', 'wf-over-target'],
  'cla-reviews': ['cla-number'],
  'cla-care-plan': ['lac-minutes-time', 'cla-worker-changes', 'cla-reviews'],
  'lac-minutes-time': ['cla-number', 'cla-reviews'],
  'cla-participation': ['cla-out-of-area', 'cla-20-miles'],
  'cla-iha': ['cla-starts', 'cla-out-of-area'],
  'cla-rha': ['cla-number'],
  'pep-termly': ['cla-number', 'cla-out-of-area'],
  'pep-initial': ['cla-starts'],
  'pep-quality': ['pep-termly', 'cla-out-of-area'],
  'missing-episodes': ['cla-number', 'cla-out-of-area'],
  'rhi-offered': ['missing-episodes', 'missing-home', 'cla-out-of-area'],
  'rhi-accepted': ['missing-episodes'],
  'rhi-72h': ['rhi-offered', 'rhi-accepted', 'missing-episodes'],
  'rhi-uploaded': ['rhi-72h'],
  'cla-permanence-plan': ['cla-reviews', 'cla-worker-changes'],
  'proceedings-26w': ['preproc-open'],
  'leavers-pathway': ['leavers-number', 'wf-caseload'],
  'uasc-number': ['cla-starts'],
  'cla-id-documents': ['uasc-number', 'cla-starts'],
  'sup-case': ['sup-frequency', 'wf-caseload'],
  'sup-frequency': ['wf-caseload', 'wf-over-target'],
  'complaints-s1-time': ['complaints-stage1'],
}

export const upstreamOf = (measure: string): readonly string[] => comesAfter[measure] ?? []

// For the check that each is a measure.
export const namedUpstream: readonly string[] = [...new Set(Object.entries(comesAfter).flatMap(([after, before]) => [after, ...before]))]
