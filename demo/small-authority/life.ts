import type { Day } from './days.ts'

/**
 * The life of a child as the case system of Estuary Council holds it: dated facts under plain names. The extracts are views of it.
 * A fact with `struckOut` was in an earlier extract and is no longer there; it keeps its place so that other facts keep their numbers.
 */
export interface Life {
  situation: string
  id: string
  forename: string
  surname: string
  sex: 'M' | 'F' | 'U'
  ethnicity: string
  /** Null while unborn. */
  born: Day | null
  expected: Day | null
  died: Day | null
  upn: string | null
  upnUnknown: string | null
  nhs: string
  nationality: string | null
  educationPlan: boolean
  /** Birth date of the first child of a young person who is herself a mother. */
  firstChildBorn: Day | null
  family: string | null
  mother: Mother | null
  immunised: { on: Day; upToDate: boolean } | null
  previousPermanence: { option: string; authority: string; date: string } | null
  careLeaver: CareLeaver | null
  permanence: Permanence | null
  preProceedings: PreProceedings | null
  education: EducationPlan | null
  voice: { on: Day; answers: readonly string[] } | null
  readonly addresses: Address[]
  readonly disabilities: { id: string; code: string; on: Day }[]
  readonly immigration: { id: string; status: string; from: Day; until: Day | null }[]
  readonly identifiers: { id: string; kind: string; value: string; from: Day; until: Day | null }[]
  readonly contacts: Contact[]
  readonly earlyHelp: EarlyHelp[]
  readonly referrals: Referral[]
  readonly cinVisits: Visit[]
  readonly involvements: Involvement[]
  readonly legal: LegalStatus[]
  readonly care: Care[]
  readonly missing: Missing[]
  readonly health: { id: string; kind: string; on: Day; status: string }[]
  readonly strengths: { id: string; on: Day; score: number | null; reason: string }[]
  readonly substances: { id: string; on: Day; substance: string; helped: boolean }[]
  readonly convictions: { id: string; on: Day; offence: string }[]
}

export interface Mother {
  readonly id: string
  readonly forename: string
  readonly surname: string
  readonly born: Day | null
  readonly ethnicity: string
}

export interface Address {
  id: string
  kind: string
  from: Day
  until: Day | null
  house: string
  street: string
  town: string
  postcode: string
}

export interface Contact {
  readonly id: string
  readonly on: Day
  readonly source: string
  readonly outcomes: readonly string[]
}

export interface EarlyHelp {
  readonly id: string
  readonly from: Day
  until: Day | null
  readonly reason: string
  endReason: string
  readonly organisation: string
  readonly worker: string
}

export interface Referral {
  readonly id: string
  readonly on: Day
  need: string
  readonly source: string
  outcomes: readonly string[]
  nfa: boolean
  closedOn: Day | null
  closeReason: string
  readonly team: string
  readonly worker: string
  readonly assessments: Assessment[]
  readonly cinPlans: { readonly id: string; readonly from: Day; until: Day | null; readonly team: string; readonly worker: string }[]
  readonly enquiries: Enquiry[]
  readonly conferences: Conference[]
  readonly protectionPlans: ProtectionPlan[]
}

export interface Assessment {
  readonly id: string
  readonly from: Day
  seen: boolean
  until: Day | null
  outcomes: readonly string[]
  factors: readonly string[]
  comments: string
  readonly team: string
  readonly worker: string
}

export interface Visit {
  readonly id: string
  /** A day, or a day and a time. */
  readonly on: string
  readonly seen: boolean
  readonly alone: boolean
  readonly bedroom: boolean
  readonly struckOut: boolean
}

export interface Enquiry {
  readonly id: string
  readonly on: Day
  until: Day | null
  outcomes: readonly string[]
  readonly team: string
  readonly worker: string
}

export interface Conference {
  readonly id: string
  readonly meeting: string
  readonly enquiry: string | null
  readonly plan: string | null
  readonly on: Day
  readonly target: Day | null
  readonly transferIn: boolean
  readonly outcomes: readonly string[]
}

export interface ProtectionPlan {
  readonly id: string
  readonly conference: string
  readonly from: Day
  until: Day | null
  readonly category: string
  latestCategory: { on: Day; category: string } | null
  readonly reviews: { id: string; due: Day; on: Day; meeting: string; continues: boolean; participation: string }[]
  readonly visits: Visit[]
}

export interface Involvement {
  readonly id: string
  readonly worker: string
  readonly role: string
  readonly from: Day
  until: Day | null
  readonly why: string
  readonly referral: string | null
}

export interface LegalStatus {
  readonly id: string
  readonly status: string
  readonly from: Day
  until: Day | null
}

export interface PlacementOffer {
  readonly type: string
  readonly provider: string
  readonly urn: string
  readonly postcode: string
  readonly miles: number | null
}

export interface Placement extends PlacementOffer {
  readonly id: string
  readonly from: Day
  until: Day | null
  changeReason: string
}

export interface Episode {
  readonly id: string
  readonly from: Day
  readonly startReason: string
  readonly legal: string
  readonly placement: Placement
  until: Day | null
  endReason: string
  changeReason: string
}

export interface Care {
  readonly id: string
  readonly from: Day
  until: Day | null
  readonly need: string
  readonly homePostcode: string
  readonly referral: string | null
  readonly episodes: Episode[]
  readonly placements: Placement[]
  readonly reviews: { id: string; due: Day; on: Day; participation: string; cancelled: boolean }[]
  readonly visits: Visit[]
  readonly carePlans: { id: string; from: Day; until: Day | null; aims: readonly string[] }[]
  readonly reviewerContacts: Day[]
}

export interface Missing {
  readonly id: string
  /** Away without authorisation ('A') or missing ('M'). */
  readonly kind: string
  readonly from: string
  until: string | null
  offered: { on: Day; answer: 'Y' | 'N' | '' } | null
}

export interface CareLeaver {
  id: string
  from: Day
  eligibility: string
  touches: { on: Day; inTouch: string; accommodation: string; suitable: string; activity: string }[]
  plan: Day | null
  adviser: string
}

export interface Permanence {
  id: string
  care: string
  /** The decision that the child should be placed for adoption; null where the way was another one. */
  decidedOn: Day | null
  withSiblings: number
  placementOrder: Day | null
  matchedOn: Day | null
  placedOn: Day | null
  adopters: { sex: string; legal: string; number: number } | null
  byCarer: boolean
  reversedOn: Day | null
  reversedReason: string
  order: { on: Day; type: string } | null
  worker: string | null
}

export interface PreProceedings {
  id: string
  decidedOn: Day
  letterOn: Day
  firstMeetingOn: Day
  meetings: number
  outcome: { on: Day; issue: boolean; court: string } | null
  represented: boolean
}

export interface EducationPlan {
  requestedOn: Day
  decidedOn: Day
  issuedOn: Day
  reviewedOn: Day | null
  need: string
  secondNeed: string
}
