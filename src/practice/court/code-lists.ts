import { codeList } from '../../engine/records/kind.ts'

const source = 'Standard Safeguarding Dataset, ssd_pre_proceedings (draft)'

/** The dataset gives these answers as words for fields one or two letters wide; the letters are ours. */
export const yesNoUnknown = codeList('Yes, no or unknown', source, [
  { code: 'Y', label: 'Yes', also: ['Yes'] },
  { code: 'N', label: 'No', also: ['No'] },
  { code: 'U', label: 'Unknown', also: ['Unknown'] },
  { code: 'NA', label: 'Not in care proceedings', also: ['Not in care proceedings'] },
])

/** The dataset has words; the census from 2026-27 has A, B and C, whose meaning is not in our sources. */
export const preProceedingsOutcomes = codeList('Outcome of pre-proceedings', `${source}; children in need census 2026-27, PPOutcome`, [
  { code: 'Decision to Issue Care Proceedings', label: 'Decision to issue care proceedings' },
  { code: 'Decision to step down', label: 'Decision to step down' },
  { code: 'A', label: null, note: 'Census code; its words are not in our sources.' },
  { code: 'B', label: null, note: 'Census code; its words are not in our sources.' },
  { code: 'C', label: null, note: 'Census code; its words are not in our sources.' },
])

export const legalGatewayOutcomes = codeList('Outcome of the legal gateway meeting', source, [
  { code: 'A', label: 'Continue with the current plan', also: ['Continue with current plan'] },
  { code: 'B', label: 'Start pre-proceedings' },
  { code: 'C', label: 'Issue care proceedings' },
  { code: 'D', label: 'Unknown' },
])

export const shortNoticeReasons = codeList('Reason for short notice', source, [
  { code: 'A', label: 'Child’s immediate safety, including threat of abduction' },
  { code: 'B', label: 'Criteria for an emergency protection order met', also: ['Emergency Protection Order criteria met'] },
  { code: 'C', label: 'Other' },
  { code: 'No short notice applications', label: 'No short notice application' },
])

export const initialCourtPlans = codeList('Plan at the first hearing', source, [
  { code: 'A', label: 'Interim care order or care order' },
  { code: 'B', label: 'Interim care order or care order, placed with parents' },
  { code: 'C', label: 'Adoption' },
  { code: 'D', label: 'Interim supervision order or supervision order' },
  { code: 'E', label: 'Special guardianship order' },
  { code: 'F', label: 'Private law order' },
  { code: 'G', label: 'Other' },
  { code: 'Not in care proceedings', label: 'Not in care proceedings' },
])

export const finalCourtPlans = codeList('Plan at the final hearing', source, [
  { code: 'A', label: 'Care order' },
  { code: 'B', label: 'Care order, placed with parents' },
  { code: 'C', label: 'Adoption' },
  { code: 'D', label: 'Supervision order' },
  { code: 'E', label: 'Special guardianship order' },
  { code: 'F', label: 'Private law order' },
  { code: 'G', label: 'Other' },
  { code: 'H', label: 'Not yet at final hearing' },
])

export const preProceedingsReviewDecisions = codeList('Decision of a pre-proceedings review', 'Goldthread', [
  { code: 'continue', label: 'Continue' },
  { code: 'step down', label: 'Step down' },
  { code: 'issue', label: 'Issue care proceedings' },
])

export const proceedingsOutcomes = codeList(
  'Outcome of care proceedings',
  'Children Act 1989, parts II and IV; Adoption and Children Act 2002',
  [
    { code: 'care order', label: 'Care order' },
    { code: 'care and placement orders', label: 'Care order and placement order' },
    { code: 'supervision order', label: 'Supervision order' },
    { code: 'special guardianship order', label: 'Special guardianship order' },
    { code: 'child arrangements order', label: 'Child arrangements order' },
    { code: 'no order', label: 'No order' },
    { code: 'withdrawn', label: 'Application withdrawn' },
    { code: 'other', label: 'Other' },
  ],
)

export const courtReportTypes = codeList('Kind of court report', 'Children Act 1989, sections 7 and 37', [
  { code: 'section 37', label: 'Section 37: whether to apply for a care or supervision order' },
  { code: 'section 7', label: 'Section 7: the child’s welfare' },
])
