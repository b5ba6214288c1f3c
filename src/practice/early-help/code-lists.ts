import { codeList } from '../../engine/records/kind.ts'

export const familyReviewDecisions = codeList('Decision of a team around the family', 'Goldthread', [
  { code: 'continue', label: 'Plan continues' },
  { code: 'step up', label: 'Step up to social care' },
  { code: 'close', label: 'Early help ends' },
])
