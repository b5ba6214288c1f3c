import { schoolTerm } from './authority/clock-settings.ts'
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
import { missingEpisode } from './practice/missing/records.ts'
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
import { coreGroup } from './practice/protection/core-group.ts'
import { meetingPaperwork } from './practice/protection/paperwork.ts'
import { protocolReferral } from './practice/protection/protocol-referrals.ts'
import {
  childProtectionPlan,
  childProtectionReview,
  childProtectionVisit,
  initialConference,
  section47Enquiry,
} from './practice/protection/records.ts'
import { childDeathNotification, seriousIncident } from './practice/protection/serious-incidents.ts'
import { voiceOfTheChild } from './practice/voice/records.ts'

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
  healthCheck,
  immunisation,
  substanceMisuse,
  conviction,
  strengthsAndDifficultiesScore,
  yearlyHealthReturn,
  missingEpisode,
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
  // Protection, need and court
  managementOversight,
  teamAroundFamilyReview,
  childInNeedReview,
  longStay,
  coreGroup,
  meetingPaperwork,
  protocolReferral,
  seriousIncident,
  childDeathNotification,
  preProceedingsReview,
  careProceedings,
  courtReport,
]
