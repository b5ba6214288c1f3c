import { codeList } from '../../engine/records/kind.ts'

export const inNeedReviewDecisions = codeList('Decision of a child in need review', 'Goldthread', [
  { code: 'continue', label: 'Plan continues' },
  { code: 'step up', label: 'Step up to child protection' },
  { code: 'step down', label: 'Step down to early help' },
  { code: 'close', label: 'Case closes' },
])

export const longStaySections = codeList('Who accommodates a child on a long stay', 'Children Act 1989, sections 85 and 86', [
  { code: '85', label: 'A health body or education authority', note: 'Section 85.' },
  { code: '86', label: 'A care home or independent hospital', note: 'Section 86.' },
])
