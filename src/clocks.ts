import { notRun as governanceNotRun } from './governance/not-run.ts'
import { notRun as assessmentNotRun } from './practice/assessment/not-run.ts'
import { notRun as courtNotRun } from './practice/court/not-run.ts'
import { notRun as lookedAfterNotRun } from './practice/looked-after/not-run.ts'
import { figurework } from './measures.ts'
import { clockTerms } from './authority/clock-settings.ts'
import { professional } from './authority/records.ts'
import type { Clock } from './engine/clocks/clock.ts'
import type { Clockwork, Subject } from './engine/clocks/subjects.ts'
import { factsFollow } from './engine/measures/keep-facts.ts'
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
import { beforeBirthClocks } from './practice/assessment/before-birth-clocks.ts'
import { assessmentClocks } from './practice/assessment/clocks.ts'
import { reviewPointClocks } from './practice/assessment/review-point-clocks.ts'
import { orderClocks } from './practice/court/order-clocks.ts'
import { proceedingsClocks } from './practice/court/proceedings-clocks.ts'
import { courtReportClocks } from './practice/court/report-clocks.ts'
import { educationClocks } from './practice/education/clocks.ts'
import { earlyHelpClocks } from './practice/early-help/clocks.ts'
import { approvalClocks } from './practice/fostering/approval-clocks.ts'
import { carerClocks } from './practice/fostering/carer-clocks.ts'
import { homeClocks } from './practice/fostering/home-clocks.ts'
import { childrensHome } from './practice/fostering/home-records.ts'
import { fosterCarer } from './practice/fostering/records.ts'
import { frontDoorClocks } from './practice/front-door/clocks.ts'
import { healthAssessmentClocks } from './practice/health/assessment-clocks.ts'
import { checkClocks } from './practice/health/check-clocks.ts'
import { inNeedClocks } from './practice/in-need/clocks.ts'
import { shortBreakClocks } from './practice/in-need/short-break-clocks.ts'
import { leavingCareClocks } from './practice/leaving-care/clocks.ts'
import { arrangementClocks } from './practice/looked-after/arrangement-clocks.ts'
import { detentionClocks } from './practice/looked-after/detention-clocks.ts'
import { placementClocks } from './practice/looked-after/placement-clocks.ts'
import { planClocks as carePlanClocks } from './practice/looked-after/plan-clocks.ts'
import { requestClocks as visitRequestClocks } from './practice/looked-after/request-clocks.ts'
import { reviewClocks } from './practice/looked-after/review-clocks.ts'
import { reviewPaperClocks } from './practice/looked-after/review-paper-clocks.ts'
import { supportClocks } from './practice/looked-after/support-clocks.ts'
import { visitClocks } from './practice/looked-after/visit-clocks.ts'
import { missingClocks } from './practice/missing/missing-clocks.ts'
import { permanenceClocks } from './practice/permanence/clocks.ts'
import { adopter } from './practice/permanence/records.ts'
import { person } from './practice/person/records.ts'
import { planningClocks } from './practice/planning/clocks.ts'
import { privateFosteringClocks } from './practice/private-fostering/clocks.ts'
import { enquiryClocks } from './practice/protection/enquiry-clocks.ts'
import { incidentClocks } from './practice/protection/incident-clocks.ts'
import { paperworkClocks } from './practice/protection/paperwork-clocks.ts'
import { planClocks as protectionPlanClocks } from './practice/protection/plan-clocks.ts'
import { planLengthClocks } from './practice/protection/plan-length-clocks.ts'
import { protocolClocks } from './practice/protection/protocol-clocks.ts'
import { seenAloneClocks } from './practice/protection/seen-alone-clocks.ts'
import { laterStageClocks } from './voice/complaints/later-stage-clocks.ts'
import { complaint } from './voice/complaints/records.ts'
import { stageOneClocks } from './voice/complaints/stage-one-clocks.ts'
import { informationRequest } from './voice/requests/records.ts'
import { requestClocks as informationRequestClocks } from './voice/requests/request-clocks.ts'

/** Whom clocks are about. */
export const subjects: readonly Subject[] = [
  { kind: person, bornOn: 'bornOn', diedOn: 'diedOn', sameAs: 'sameAs' },
  { kind: adopter },
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

/** Every clock, in the order in which a child may meet them; then those about carers, workers and the authority itself. */
export const clocks: readonly Clock[] = [
  ...frontDoorClocks,
  ...earlyHelpClocks,
  ...assessmentClocks,
  ...reviewPointClocks,
  ...beforeBirthClocks,
  ...enquiryClocks,
  ...protectionPlanClocks,
  ...paperworkClocks,
  ...seenAloneClocks,
  ...planLengthClocks,
  ...incidentClocks,
  ...protocolClocks,
  ...inNeedClocks,
  ...shortBreakClocks,
  ...planningClocks,
  ...proceedingsClocks,
  ...orderClocks,
  ...courtReportClocks,
  ...carePlanClocks,
  ...placementClocks,
  ...arrangementClocks,
  ...reviewClocks,
  ...reviewPaperClocks,
  ...visitClocks,
  ...visitRequestClocks,
  ...supportClocks,
  ...detentionClocks,
  ...healthAssessmentClocks,
  ...checkClocks,
  ...educationClocks,
  ...missingClocks,
  ...permanenceClocks,
  ...leavingCareClocks,
  ...privateFosteringClocks,
  ...allegationClocks,
  ...approvalClocks,
  ...carerClocks,
  ...homeClocks,
  ...stageOneClocks,
  ...laterStageClocks,
  ...informationRequestClocks,
  ...supervisionClocks,
  ...caseClocks,
  ...workerClocks,
  ...auditClocks,
  ...meetingClocks,
  ...inspectionClocks,
  ...returnClocks,
  ...reportClocks,
]

/** The clocks, whom they are about, what the authority has decided, and the facts that follow from the same records. */
export const clockwork: Clockwork = { subjects, clocks, termsOf: clockTerms, follows: factsFollow(figurework) }

/** Rules of the reference that do not run: the row, and the record it would need. */
export const notRun: Readonly<Record<string, string>> = { ...assessmentNotRun, ...courtNotRun, ...lookedAfterNotRun, ...governanceNotRun }
