import type { Column, FileIntake, Plan, Stating } from '../../engine/intake/telling.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import { assessment, assessmentFactors } from '../../practice/assessment/records.ts'
import { preProceedings } from '../../practice/court/records.ts'
import { referral } from '../../practice/front-door/records.ts'
import { childInNeedPlan } from '../../practice/in-need/records.ts'
import { disability, linkedIdentifier, person } from '../../practice/person/records.ts'
import { childProtectionPlan, childProtectionReview, initialConference, section47Enquiry } from '../../practice/protection/records.ts'

/**
 * What the children in need census states, kind by kind: field of the record, element of the census. Elements of 2021 to 2026, and of
 * the module of pre-proceedings and family group decision making that begins in 2026 to 2027.
 */

interface Stated {
  readonly kind: RecordKind
  /** Field → element. A reference is found by the key of a statement in the same census. */
  readonly fields: Readonly<Record<string, string>>
  readonly refers?: readonly string[]
  /** Elements of which a census has one or the other. The one it lacks is not stated: absent is not blank. */
  readonly either?: Readonly<Record<string, string>>
  readonly ownIds?: boolean
  readonly withdraws?: Stating['withdraws']
}

export type Values = Readonly<Record<string, string | null>>

const stated = {
  person: {
    kind: person,
    fields: {
      upn: 'UPN',
      upnUnknown: 'UPNunknown',
      bornOn: 'PersonBirthDate',
      expectedOn: 'ExpectedPersonBirthDate',
      diedOn: 'PersonDeathDate',
      ethnicity: 'Ethnicity',
    },
    // Sex since the census of 2025, GenderCurrent before.
    either: { sex: 'Sex', gender: 'GenderCurrent' },
    ownIds: true,
    withdraws: 'nothing',
  },
  formerUpn: { kind: linkedIdentifier, fields: { type: 'FormerUPN', value: 'FormerUPN' } },
  disability: { kind: disability, fields: { code: 'Disability' } },
  referral: {
    kind: referral,
    fields: {
      receivedOn: 'CINreferralDate',
      sourceCode: 'ReferralSource',
      primaryNeed: 'PrimaryNeedCode',
      closedOn: 'CINclosureDate',
      closureReason: 'ReasonForClosure',
      noFurtherAction: 'ReferralNFA',
    },
  },
  assessment: {
    kind: assessment,
    fields: {
      referral: 'CINreferralDate',
      startedOn: 'AssessmentActualStartDate',
      internalReviewOn: 'AssessmentInternalReviewDate',
      authorisedOn: 'AssessmentAuthorisationDate',
    },
    refers: ['referral'],
  },
  factors: {
    kind: assessmentFactors,
    fields: { assessment: 'AssessmentActualStartDate', factors: 'AssessmentFactors' },
    refers: ['assessment'],
  },
  inNeedPlan: {
    kind: childInNeedPlan,
    fields: { referral: 'CINreferralDate', startedOn: 'CINPlanStartDate', endedOn: 'CINPlanEndDate' },
    refers: ['referral'],
  },
  enquiry: {
    kind: section47Enquiry,
    fields: {
      referral: 'CINreferralDate',
      strategyDiscussionAt: 'S47ActualStartDate',
      conferenceDueOn: 'InitialCPCtarget',
      conferenceNotRequired: 'ICPCnotRequired',
    },
    refers: ['referral'],
  },
  conference: {
    kind: initialConference,
    fields: { referral: 'CINreferralDate', enquiry: 'S47ActualStartDate', targetOn: 'InitialCPCtarget', heldOn: 'DateOfInitialCPC' },
    refers: ['referral', 'enquiry'],
  },
  protectionPlan: {
    kind: childProtectionPlan,
    fields: {
      referral: 'CINreferralDate',
      startedOn: 'CPPstartDate',
      endedOn: 'CPPendDate',
      initialCategory: 'InitialCategoryOfAbuse',
      latestCategory: 'LatestCategoryOfAbuse',
      previousPlans: 'NumberOfPreviousCPP',
    },
    refers: ['referral'],
  },
  protectionReview: { kind: childProtectionReview, fields: { plan: 'CPPstartDate', heldOn: 'CPPreviewDate' }, refers: ['plan'] },
  preProceedings: {
    kind: preProceedings,
    fields: {
      decidedOn: 'PPStartDate',
      letterSentOn: 'LBPSentDate',
      familyGroupMeetingOffered: 'FGDMMeetingOffer',
      familyGroupMeetingHeld: 'FGDMMeetingFac',
      firstMeetingOn: 'InitialPPMeetingDate',
      reviewMeetings: 'ReviewMeetingsCount',
      outcomeDecidedOn: 'StepDecisionDate',
      outcome: 'PPOutcome',
      courtAppliedOn: 'CourtAppDate',
      issueLetterSentOn: 'LetterInitCPDate',
    },
  },
} satisfies Readonly<Record<string, Stated>>

export type Statement = keyof typeof stated

/** What a statement is called in refusals that do not come from one of its cells. */
export const tableOf = (name: Statement): string => stated[name].kind.table

export interface CensusStater {
  /** Whether the record is understood; when it is not, it has been refused. */
  understood(name: Statement, line: number, values: Values): Promise<boolean>
  /** States a record by the names of its fields. @returns whether it stands. */
  state(name: Statement, line: number, child: string | null, values: Values): Promise<boolean>
}

/**
 * States the records of one census. A plan is made when something is first stated in it, so a kind on which the whole census is silent
 * is not withdrawn. A later year takes nothing back; the same year sent again takes back what it leaves out.
 */
export function censusStater(intake: FileIntake): CensusStater {
  const plans = new Map<string, { readonly plan: Plan; readonly fields: readonly string[] }>()
  const planFor = async (name: Statement, values: Values): Promise<{ plan: Plan; fields: readonly string[] }> => {
    const { kind, fields, refers = [], ownIds = false, withdraws = 'same year', either = {} }: Stated = stated[name]
    const given = Object.entries(either).filter(([field]) => (values[field] ?? null) !== null)
    const key = [name, ...given.map(([field]) => field)].join(' ')
    const known = plans.get(key)
    if (known) return known
    const columns = [...Object.entries(fields), ...given].map(([field, column]): Column => ({
      field,
      column,
      by: refers.includes(field) ? 'key in this telling' : undefined,
    }))
    const made = { plan: await intake.plan({ kind, columns, ownIds, withdraws }), fields: columns.map(({ field }) => field) }
    plans.set(key, made)
    return made
  }
  return {
    async understood(name, line, values) {
      const { plan, fields } = await planFor(name, values)
      return plan.understood(
        line,
        fields.map((field) => values[field] ?? null),
      )
    },
    async state(name, line, child, values) {
      const { plan, fields } = await planFor(name, values)
      return plan.state(
        line,
        plan.stating.kind.about === null ? null : child,
        plan.stating.ownIds ? child : null,
        fields.map((field) => values[field] ?? null),
      )
    },
  }
}
