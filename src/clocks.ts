import { clockTerms } from './authority/clock-settings.ts'
import type { Clock } from './engine/clocks/clock.ts'
import type { Clockwork, Subject } from './engine/clocks/subjects.ts'
import { reviewClocks } from './practice/looked-after/review-clocks.ts'
import { person } from './practice/person/records.ts'
import { professional } from './authority/records.ts'
import { inspectionClocks } from './governance/inspection-clocks.ts'
import { meetingClocks } from './governance/meeting-clocks.ts'
import { inspection, keyDecision, publicMeeting, regularReport } from './governance/records.ts'
import { reportClocks } from './governance/report-clocks.ts'
import { returnClocks } from './governance/return-clocks.ts'
import { auditClocks } from './oversight/audit-clocks.ts'
import { caseClocks } from './oversight/case-clocks.ts'
import { supervisionClocks } from './oversight/supervision-clocks.ts'
import { workerClocks } from './oversight/worker-clocks.ts'
import { allegationClocks } from './practice/allegations/clocks.ts'
import { allegation } from './practice/allegations/records.ts'
import { approvalClocks } from './practice/fostering/approval-clocks.ts'
import { carerClocks } from './practice/fostering/carer-clocks.ts'
import { homeClocks } from './practice/fostering/home-clocks.ts'
import { childrensHome } from './practice/fostering/home-records.ts'
import { fosterCarer } from './practice/fostering/records.ts'
import { laterStageClocks } from './voice/complaints/later-stage-clocks.ts'
import { complaint } from './voice/complaints/records.ts'
import { stageOneClocks } from './voice/complaints/stage-one-clocks.ts'
import { informationRequest } from './voice/requests/records.ts'
import { requestClocks } from './voice/requests/request-clocks.ts'

/** Whom clocks are about. */
export const subjects: readonly Subject[] = [
  { kind: person, bornOn: 'bornOn', diedOn: 'diedOn', sameAs: 'sameAs' },
  { kind: allegation },
  { kind: fosterCarer },
  { kind: childrensHome },
  { kind: complaint },
  { kind: informationRequest },
  { kind: professional },
  { kind: publicMeeting },
  { kind: keyDecision },
  { kind: inspection },
  { kind: regularReport },
]

/** Every clock, in the order in which a child may meet them. */
export const clocks: readonly Clock[] = [
  ...reviewClocks,
  ...allegationClocks,
  ...approvalClocks,
  ...carerClocks,
  ...homeClocks,
  ...stageOneClocks,
  ...laterStageClocks,
  ...requestClocks,
  ...supervisionClocks,
  ...workerClocks,
  ...caseClocks,
  ...auditClocks,
  ...meetingClocks,
  ...inspectionClocks,
  ...returnClocks,
  ...reportClocks,
]

/** The clocks, whom they are about, and what the authority has decided. */
export const clockwork: Clockwork = { subjects, clocks, termsOf: clockTerms }
