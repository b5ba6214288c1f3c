import { schoolTerm } from './authority/clock-settings.ts'
import { comparator, measureTarget, newLimits, population } from './authority/figure-records.ts'
import { professional, team } from './authority/records.ts'
import type { RecordKind } from './engine/records/kind.ts'
import { managementOversight } from './practice/allocation/management-oversight.ts'
import { involvement } from './practice/allocation/records.ts'
import { assessment, assessmentFactors } from './practice/assessment/records.ts'
import { careProceedings, courtReport, preProceedingsReview } from './practice/court/proceedings.ts'
import { deprivationOfLibertyOrder, legalStatus, preProceedings } from './practice/court/records.ts'
import { earlyHelpEpisode, teamAroundFamilyReview } from './practice/early-help/records.ts'
import { activePlan, ehcAssessment, ehcRequest, namedPlan, specialEducation, specialEducationalNeed } from './practice/education/records.ts'
import { contact, referral } from './practice/front-door/records.ts'
import {
  conviction,
  healthCheck,
  immunisation,
  strengthsAndDifficultiesScore,
  substanceMisuse,
  yearlyHealthReturn,
} from './practice/health/records.ts'
import { childInNeedPlan, childInNeedReview, childInNeedVisit, longStay } from './practice/in-need/records.ts'
import { careLeaver } from './practice/leaving-care/records.ts'
import {
  careEpisode,
  carePlan,
  lookedAfterReview,
  lookedAfterVisit,
  periodOfCare,
  placement,
  placementFinance,
} from './practice/looked-after/records.ts'
import { healthAssessment, healthSummary } from './practice/health/assessment-records.ts'
import { custody, secureAccommodationOrder, secureReview } from './practice/looked-after/detention-records.ts'
import { carePlanUpdate, placementNotice, placementPlan } from './practice/looked-after/plan-records.ts'
import { contactRefusal, transferSchemeMove, visitRequest } from './practice/looked-after/request-records.ts'
import { advocacy, identityDocument, independentVisitor, savingsAccount } from './practice/looked-after/support-records.ts'
import { missingEpisode, missingMeeting, returnHomeInterview } from './practice/missing/records.ts'
import { adopter, permanence, previousPermanence } from './practice/permanence/records.ts'
import {
  address,
  disability,
  familyMembership,
  immigrationStatus,
  inspectionListEntry,
  linkedIdentifier,
  motherLink,
  person,
} from './practice/person/records.ts'
import { meetingPaperwork } from './practice/protection/paperwork.ts'
import { coreGroup } from './practice/protection/core-group.ts'
import { protocolReferral } from './practice/protection/protocol-referrals.ts'
import {
  childProtectionPlan,
  childProtectionReview,
  childProtectionVisit,
  initialConference,
  section47Enquiry,
} from './practice/protection/records.ts'
import { planAction } from './practice/planning/records.ts'
import { ehcAdvice, ehcReview, phaseTransfer } from './practice/education/ehc-step-records.ts'
import {
  exclusion,
  homeEducation,
  homeEducationContact,
  missingEducation,
  personalEducationPlan,
  schoolPlace,
} from './practice/education/schooling-records.ts'
import { pathwayPlan, pathwayReview } from './practice/leaving-care/pathway-records.ts'
import {
  adviserOffer,
  leavingCareAccommodation,
  personalAdviserVisit,
  stayingPut,
  stayingPutCheck,
} from './practice/leaving-care/support-records.ts'
import { adopterReview, adoptionPanel, adoptionReview, lifeStoryWork } from './practice/permanence/adoption-records.ts'
import { specialGuardianship, specialGuardianshipReview } from './practice/permanence/special-guardianship-records.ts'
import { privateFostering, privateFosteringChange, privateFosteringVisit } from './practice/private-fostering/records.ts'
import { childDeathNotification, seriousIncident } from './practice/protection/serious-incidents.ts'
import { voiceOfTheChild } from './practice/voice/records.ts'
import { inspection, keyDecision, publicMeeting, regularReport, reportForPeriod } from './governance/records.ts'
import { caseAudit, newlyQualifiedReview, registrationRenewal, supervision, workerAbsence } from './oversight/records.ts'
import { signalAnswer } from './improvement/signals/records.ts'
import { allegation, allegationReview } from './practice/allegations/records.ts'
import { childrensHome, homeQualityReview, independentHomeVisit } from './practice/fostering/home-records.ts'
import { fosterCarer, fosterCarerCheck, fosterCarerReview, fosterCarerVisit } from './practice/fostering/records.ts'
import { complaint } from './voice/complaints/records.ts'
import { feedback } from './voice/feedback/records.ts'
import { informationRequest } from './voice/requests/records.ts'

/**
 * Every kind of record, each after the kinds it refers to. Two cannot be: a conference and the plan it makes name each other
 * (the conference comes first), and a team or a person may name another of its own kind.
 */
export const recordKinds: readonly RecordKind[] = [
  team,
  professional,
  schoolTerm,
  person,
  familyMembership,
  address,
  disability,
  immigrationStatus,
  motherLink,
  linkedIdentifier,
  inspectionListEntry,
  contact,
  referral,
  involvement,
  earlyHelpEpisode,
  assessment,
  assessmentFactors,
  childInNeedPlan,
  childInNeedVisit,
  section47Enquiry,
  initialConference,
  childProtectionPlan,
  childProtectionVisit,
  childProtectionReview,
  legalStatus,
  preProceedings,
  deprivationOfLibertyOrder,
  periodOfCare,
  placement,
  careEpisode,
  lookedAfterReview,
  lookedAfterVisit,
  carePlan,
  placementFinance,
  carePlanUpdate,
  placementPlan,
  placementNotice,
  visitRequest,
  contactRefusal,
  transferSchemeMove,
  secureAccommodationOrder,
  secureReview,
  custody,
  independentVisitor,
  advocacy,
  savingsAccount,
  identityDocument,
  healthCheck,
  immunisation,
  substanceMisuse,
  conviction,
  strengthsAndDifficultiesScore,
  yearlyHealthReturn,
  healthAssessment,
  healthSummary,
  missingEpisode,
  returnHomeInterview,
  missingMeeting,
  previousPermanence,
  permanence,
  adopter,
  careLeaver,
  specialEducation,
  ehcRequest,
  ehcAssessment,
  namedPlan,
  activePlan,
  specialEducationalNeed,
  voiceOfTheChild,
  planAction,
  // Permanence, leaving care, private fostering and education
  adoptionPanel,
  adoptionReview,
  lifeStoryWork,
  specialGuardianship,
  specialGuardianshipReview,
  adopterReview,
  pathwayPlan,
  pathwayReview,
  leavingCareAccommodation,
  personalAdviserVisit,
  adviserOffer,
  stayingPut,
  stayingPutCheck,
  privateFostering,
  privateFosteringVisit,
  privateFosteringChange,
  personalEducationPlan,
  schoolPlace,
  exclusion,
  missingEducation,
  homeEducation,
  homeEducationContact,
  ehcAdvice,
  ehcReview,
  phaseTransfer,
  // Protection, need and court
  managementOversight,
  meetingPaperwork,
  // Allegations, fostering, complaints, supervision and governance
  allegation,
  allegationReview,
  fosterCarer,
  fosterCarerReview,
  fosterCarerVisit,
  fosterCarerCheck,
  childrensHome,
  independentHomeVisit,
  homeQualityReview,
  complaint,
  feedback,
  informationRequest,
  supervision,
  workerAbsence,
  newlyQualifiedReview,
  registrationRenewal,
  caseAudit,
  publicMeeting,
  keyDecision,
  inspection,
  regularReport,
  reportForPeriod,
  // Protection, need and court
  teamAroundFamilyReview,
  childInNeedReview,
  longStay,
  coreGroup,
  protocolReferral,
  seriousIncident,
  childDeathNotification,
  preProceedingsReview,
  careProceedings,
  courtReport,
  // Figures
  population,
  measureTarget,
  comparator,
  newLimits,
  signalAnswer,
]
