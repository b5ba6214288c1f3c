import { clockTerms } from './authority/clock-settings.ts'
import type { Clock } from './engine/clocks/clock.ts'
import type { Clockwork, Subject } from './engine/clocks/subjects.ts'
import { reviewClocks } from './practice/looked-after/review-clocks.ts'
import { person } from './practice/person/records.ts'
import { allegationClocks } from './practice/allegations/clocks.ts'
import { allegation } from './practice/allegations/records.ts'
import { approvalClocks } from './practice/fostering/approval-clocks.ts'
import { carerClocks } from './practice/fostering/carer-clocks.ts'
import { homeClocks } from './practice/fostering/home-clocks.ts'
import { childrensHome } from './practice/fostering/home-records.ts'
import { fosterCarer } from './practice/fostering/records.ts'

/** Whom clocks are about. */
export const subjects: readonly Subject[] = [
  { kind: person, bornOn: 'bornOn', diedOn: 'diedOn', sameAs: 'sameAs' },
  { kind: allegation },
  { kind: fosterCarer },
  { kind: childrensHome },
]

/** Every clock, in the order in which a child may meet them. */
export const clocks: readonly Clock[] = [...reviewClocks, ...allegationClocks, ...approvalClocks, ...carerClocks, ...homeClocks]

/** The clocks, whom they are about, and what the authority has decided. */
export const clockwork: Clockwork = { subjects, clocks, termsOf: clockTerms }
