import { clockTerms } from './authority/clock-settings.ts'
import type { Clock } from './engine/clocks/clock.ts'
import type { Clockwork, Subject } from './engine/clocks/subjects.ts'
import { beforeBirthClocks } from './practice/assessment/before-birth-clocks.ts'
import { assessmentClocks } from './practice/assessment/clocks.ts'
import { reviewPointClocks } from './practice/assessment/review-point-clocks.ts'
import { orderClocks } from './practice/court/order-clocks.ts'
import { proceedingsClocks } from './practice/court/proceedings-clocks.ts'
import { courtReportClocks } from './practice/court/report-clocks.ts'
import { earlyHelpClocks } from './practice/early-help/clocks.ts'
import { frontDoorClocks } from './practice/front-door/clocks.ts'
import { inNeedClocks } from './practice/in-need/clocks.ts'
import { shortBreakClocks } from './practice/in-need/short-break-clocks.ts'
import { reviewClocks } from './practice/looked-after/review-clocks.ts'
import { person } from './practice/person/records.ts'
import { enquiryClocks } from './practice/protection/enquiry-clocks.ts'
import { incidentClocks } from './practice/protection/incident-clocks.ts'
import { paperworkClocks } from './practice/protection/paperwork-clocks.ts'
import { planClocks } from './practice/protection/plan-clocks.ts'
import { planLengthClocks } from './practice/protection/plan-length-clocks.ts'
import { protocolClocks } from './practice/protection/protocol-clocks.ts'
import { seenAloneClocks } from './practice/protection/seen-alone-clocks.ts'

/** Whom clocks are about. */
export const subjects: readonly Subject[] = [{ kind: person, bornOn: 'bornOn', diedOn: 'diedOn', sameAs: 'sameAs' }]

/** Every clock, in the order in which a child may meet them. */
export const clocks: readonly Clock[] = [
  ...frontDoorClocks,
  ...earlyHelpClocks,
  ...assessmentClocks,
  ...reviewPointClocks,
  ...beforeBirthClocks,
  ...enquiryClocks,
  ...paperworkClocks,
  ...planClocks,
  ...planLengthClocks,
  ...seenAloneClocks,
  ...incidentClocks,
  ...protocolClocks,
  ...inNeedClocks,
  ...shortBreakClocks,
  ...orderClocks,
  ...proceedingsClocks,
  ...courtReportClocks,
  ...reviewClocks,
]

/** The clocks, whom they are about, and what the authority has decided. */
export const clockwork: Clockwork = { subjects, clocks, termsOf: clockTerms }
