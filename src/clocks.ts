import { clockTerms } from './authority/clock-settings.ts'
import type { Clock } from './engine/clocks/clock.ts'
import type { Clockwork, Subject } from './engine/clocks/subjects.ts'
import { healthAssessmentClocks } from './practice/health/assessment-clocks.ts'
import { checkClocks } from './practice/health/check-clocks.ts'
import { arrangementClocks } from './practice/looked-after/arrangement-clocks.ts'
import { detentionClocks } from './practice/looked-after/detention-clocks.ts'
import { placementClocks } from './practice/looked-after/placement-clocks.ts'
import { planClocks } from './practice/looked-after/plan-clocks.ts'
import { requestClocks } from './practice/looked-after/request-clocks.ts'
import { reviewClocks } from './practice/looked-after/review-clocks.ts'
import { reviewPaperClocks } from './practice/looked-after/review-paper-clocks.ts'
import { supportClocks } from './practice/looked-after/support-clocks.ts'
import { visitClocks } from './practice/looked-after/visit-clocks.ts'
import { missingClocks } from './practice/missing/missing-clocks.ts'
import { person } from './practice/person/records.ts'

/** Whom clocks are about. */
export const subjects: readonly Subject[] = [{ kind: person, bornOn: 'bornOn', diedOn: 'diedOn', sameAs: 'sameAs' }]

/** Every clock, in the order in which a child may meet them. */
export const clocks: readonly Clock[] = [
  ...reviewClocks,
  ...reviewPaperClocks,
  ...visitClocks,
  ...planClocks,
  ...placementClocks,
  ...arrangementClocks,
  ...requestClocks,
  ...supportClocks,
  ...detentionClocks,
  ...healthAssessmentClocks,
  ...checkClocks,
  ...missingClocks,
]

/** The clocks, whom they are about, and what the authority has decided. */
export const clockwork: Clockwork = { subjects, clocks, termsOf: clockTerms }
