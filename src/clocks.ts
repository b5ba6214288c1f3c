import { clockTerms } from './authority/clock-settings.ts'
import type { Clock } from './engine/clocks/clock.ts'
import type { Clockwork, Subject } from './engine/clocks/subjects.ts'
import { reviewClocks } from './practice/looked-after/review-clocks.ts'
import { educationClocks } from './practice/education/clocks.ts'
import { leavingCareClocks } from './practice/leaving-care/clocks.ts'
import { permanenceClocks } from './practice/permanence/clocks.ts'
import { adopter } from './practice/permanence/records.ts'
import { person } from './practice/person/records.ts'
import { privateFosteringClocks } from './practice/private-fostering/clocks.ts'

/** Whom clocks are about. */
export const subjects: readonly Subject[] = [{ kind: person, bornOn: 'bornOn', diedOn: 'diedOn', sameAs: 'sameAs' }, { kind: adopter }]

/** Every clock, in the order in which a child may meet them. */
export const clocks: readonly Clock[] = [
  ...reviewClocks,
  ...permanenceClocks,
  ...leavingCareClocks,
  ...privateFosteringClocks,
  ...educationClocks,
]

/** The clocks, whom they are about, and what the authority has decided. */
export const clockwork: Clockwork = { subjects, clocks, termsOf: clockTerms }
