import type { Day } from './days.ts'
import type { TeamId } from './workforce.ts'

/**
 * The course of a child’s life with Estuary’s children’s services, as planned before it is told. It says what happened and when, and holds
 * the figures that were published (docs/demo.md); the rooms in `tell/` make the records from it: who wrote what, how late, and what was left out.
 * Dates may lie after the last day of the history: nobody knows them yet, and nothing of them is told.
 */
export interface Course {
  readonly child: Child
  readonly contacts: readonly ContactCourse[]
  readonly earlyHelp: readonly EarlyHelpCourse[]
  /** In order; they do not overlap. */
  readonly needs: readonly NeedCourse[]
  readonly leaving: LeavingCourse | null
  readonly privateFostering: Stretch | null
  readonly missingEducation: Stretch | null
  readonly homeEducation: Stretch | null
}

/** First day, and the day it ended: that day is not in it. */
export interface Stretch {
  readonly from: Day
  readonly until: Day
}

export interface Child {
  /** The council’s number for the child. */
  readonly number: string
  readonly forename: string
  readonly surname: string
  readonly sex: 'M' | 'F'
  readonly ethnicity: string
  readonly born: Day
  /** An unaccompanied asylum-seeking child: when they arrived, and from where. */
  readonly unaccompanied: { readonly arrived: Day; readonly country: string } | null
  /** Codes of the census: VIS, LD, AUT… */
  readonly disabled: readonly string[]
  readonly educationPlan: boolean
  /**
   * Of those counted on 30 June 2016: whether both a birth certificate and a passport are held then. Null for all others.
   * An unaccompanied child has neither.
   */
  bothDocuments: boolean | null
  readonly family: Family
}

export interface Family {
  readonly number: string
  /** Null for who came alone. */
  readonly mother: { readonly number: string; readonly forename: string; readonly surname: string; readonly born: Day } | null
  /** In order; the last goes on. */
  readonly homes: readonly Home[]
  /** Numbers of the children on record, the eldest first. */
  readonly children: readonly string[]
}

export interface Home {
  readonly from: Day
  readonly house: string
  readonly street: string
  readonly town: string
  readonly postcode: string
}

/** A contact that led to no referral. Those that did are told with the referral. */
export interface ContactCourse {
  readonly on: Day
  /** Code of who made it. */
  readonly source: string
  readonly outcome: 'advice' | 'early help' | 'no further action'
}

export interface EarlyHelpCourse extends Stretch {
  readonly reason: string
  /** After a social worker’s plan ended. */
  readonly steppedDown: boolean
  readonly ended: 'needs met' | 'stepped up' | 'family withdrew'
}

/** From a referral until the case is closed. */
export interface NeedCourse {
  /** Brothers and sisters referred together share it: `R` and digits. Meetings about them are one meeting. */
  readonly together: string
  readonly receivedOn: Day
  readonly source: string
  /** N1 to N9. */
  readonly need: string
  /** Codes of factors found at assessment. */
  readonly factors: readonly string[]
  readonly assessment: AssessmentCourse | null
  /** Strategy discussion and enquiry; they may stand without a conference after them. */
  readonly enquiry: EnquiryCourse | null
  readonly protection: ProtectionCourse | null
  /** Plans for a child in need at home, before or after protection or care. In order. */
  readonly plans: readonly (Stretch & { readonly team: TeamId })[]
  readonly proceedings: ProceedingsCourse | null
  readonly care: CareCourse | null
  readonly closedOn: Day
  /** RC1 to RC9. */
  readonly closure: string
}

export interface AssessmentCourse {
  readonly team: TeamId
  readonly startedOn: Day
  readonly finishedOn: Day
  readonly leadsTo: 'closure' | 'early help' | 'plan' | 'protection' | 'care'
}

export interface EnquiryCourse {
  readonly discussedOn: Day
  readonly completedOn: Day
  readonly substantiated: boolean
}

export interface ProtectionCourse extends Stretch {
  /** The initial conference was held on the first day. */
  readonly category: CategoryOfAbuse
  /** After the category “multiple” was given up, or a review conference decided otherwise. */
  readonly changed: { readonly on: Day; readonly category: CategoryOfAbuse } | null
  /** How many plans the child had before. */
  readonly earlier: number
  readonly team: TeamId
  readonly ends: 'plan in need' | 'care' | 'closure'
}

export type CategoryOfAbuse = 'NEG' | 'EMO' | 'PHY' | 'SAB' | 'MUL'

export interface ProceedingsCourse {
  readonly decidedOn: Day
  readonly letterOn: Day
  /** Null where the court was not asked. */
  readonly issuedOn: Day | null
  readonly finalOrderOn: Day | null
  readonly outcome: 'care order' | 'placement order' | 'special guardianship' | 'supervision order' | 'no order' | null
}

/** From coming into care to leaving it. */
export interface CareCourse extends Stretch {
  readonly emergency: boolean
  /** Code why the child left care (E11, E41 …). */
  readonly leaves: string
  /** In order, one after another without a gap. */
  readonly placements: readonly PlacementCourse[]
  /** In order, one after another without a gap: V2, C1, C2, E1 … */
  readonly legal: readonly (Stretch & { readonly status: string })[]
  readonly adoption: AdoptionCourse | null
  /** Day of the special guardianship order, by which the child left care. */
  readonly guardianshipOn: Day | null
  /** The day on which leaving care was written down, where that was weeks later. */
  readonly leavingRecordedOn: Day | null
}

export interface PlacementCourse extends Stretch {
  readonly kind: PlacementKind
  readonly outsideArea: boolean
  /** Reference of our own household, number of an agency’s carers, a home’s number. */
  readonly place: string
  readonly postcode: string
  readonly miles: number
  /** Why it ended, as the return has it; blank where the child left care. */
  readonly endReason: string
}

export type PlacementKind =
  | 'own carers'
  | 'agency carers'
  | 'relatives'
  | 'children’s home'
  | 'residential school'
  | 'secure home'
  | 'supported accommodation'
  | 'parents'
  | 'adopters'
  | 'custody'

export interface AdoptionCourse {
  readonly decidedOn: Day
  readonly placementOrderOn: Day
  readonly matchedOn: Day
  readonly placedOn: Day
  readonly orderOn: Day
}

/** A young person with rights of leaving care, from the 16th birthday or later until 21, or 25 in education. */
export interface LeavingCourse extends Stretch {
  readonly adviserTeam: TeamId
  /** Living on with former carers after 18. */
  readonly stayingPut: Stretch | null
  readonly custody: Stretch | null
  readonly disabledAdult: boolean
}
