import { readDate } from '../../engine/exchange/values.ts'
import type { Element } from '../../engine/exchange/xml.ts'
import type { FileIntake } from '../../engine/intake/telling.ts'
import { tableOf, type CensusStater, type Values } from './plans.ts'

/** What one Child element states. An element of the census that cannot be understood is refused whole; the elements beside it stand. */

/** Elements that are read, by the element they stand in; others are told of once. */
const known: Readonly<Record<string, readonly string[]>> = {
  Child: ['ChildIdentifiers', 'ChildCharacteristics', 'CINdetails'],
  ChildIdentifiers: [
    'LAchildID',
    'UPN',
    'FormerUPN',
    'UPNunknown',
    'PersonBirthDate',
    'ExpectedPersonBirthDate',
    'GenderCurrent',
    'Sex',
    'PersonDeathDate',
  ],
  ChildCharacteristics: ['Ethnicity', 'Disabilities'],
  Disabilities: ['Disability'],
  CINdetails: [
    'CINreferralDate',
    'ReferralSource',
    'PrimaryNeedCode',
    'CINclosureDate',
    'ReasonForClosure',
    'DateOfInitialCPC',
    'ReferralNFA',
    'Assessments',
    'CINPlanDates',
    'Section47',
    'ChildProtectionPlans',
    'PreProceedingsandFGDM',
  ],
  Assessments: [
    'AssessmentActualStartDate',
    'AssessmentInternalReviewDate',
    'AssessmentAuthorisationDate',
    'FactorsIdentifiedAtAssessment',
  ],
  FactorsIdentifiedAtAssessment: ['AssessmentFactors'],
  CINPlanDates: ['CINPlanStartDate', 'CINPlanEndDate'],
  Section47: ['S47ActualStartDate', 'InitialCPCtarget', 'DateOfInitialCPC', 'ICPCnotRequired'],
  ChildProtectionPlans: ['CPPstartDate', 'CPPendDate', 'InitialCategoryOfAbuse', 'LatestCategoryOfAbuse', 'NumberOfPreviousCPP', 'Reviews'],
  Reviews: ['CPPreviewDate'],
  PreProceedingsandFGDM: [
    'PPStartDate',
    'LBPSentDate',
    'FGDMMeetingOffer',
    'FGDMMeetingFac',
    'InitialPPMeetingDate',
    'ReviewMeetingsCount',
    'StepDecisionDate',
    'PPOutcome',
    'CourtAppDate',
    'LetterInitCPDate',
  ],
}

export async function stateChild(child: Element, stater: CensusStater, intake: FileIntake): Promise<void> {
  remarkUnread(child, intake)
  const identifiers = partsOf(child, 'ChildIdentifiers')[0] ?? child
  const characteristics = partsOf(child, 'ChildCharacteristics')[0] ?? child
  const id = textIn(identifiers, 'LAchildID')
  if (id === null) {
    intake.refuse({
      kind: tableOf('person'),
      line: identifiers.line,
      field: 'LAchildID',
      found: null,
      allowed: 'The council’s own number for the child',
      why: 'It does not say which child it is about. Nothing in this Child element was brought in.',
    })
    return
  }
  await stater.state('person', identifiers.line, id, {
    upn: textIn(identifiers, 'UPN'),
    upnUnknown: textIn(identifiers, 'UPNunknown'),
    bornOn: textIn(identifiers, 'PersonBirthDate'),
    expectedOn: textIn(identifiers, 'ExpectedPersonBirthDate'),
    diedOn: textIn(identifiers, 'PersonDeathDate'),
    ethnicity: textIn(characteristics, 'Ethnicity'),
    sex: textIn(identifiers, 'Sex'),
    gender: textIn(identifiers, 'GenderCurrent'),
  })
  for (const { line, text } of partsOf(identifiers, 'FormerUPN')) {
    if (text !== null) await stater.state('formerUpn', line, id, { type: 'Former Unique Pupil Number', value: text })
  }
  for (const group of partsOf(characteristics, 'Disabilities')) {
    for (const { line, text } of partsOf(group, 'Disability')) if (text !== null) await stater.state('disability', line, id, { code: text })
  }
  const conferences = new Map<string, Conference>()
  for (const details of partsOf(child, 'CINdetails')) await stateDetails(id, details, stater, conferences)
  for (const { line, values } of conferences.values()) await stater.state('conference', line, id, values)
}

interface Conference {
  readonly line: number
  readonly values: Values
}

/** A referral, and all that stands under it. */
async function stateDetails(id: string, details: Element, stater: CensusStater, conferences: Map<string, Conference>): Promise<void> {
  const received = textIn(details, 'CINreferralDate')
  await stater.state('referral', details.line, id, {
    receivedOn: received,
    sourceCode: textIn(details, 'ReferralSource'),
    primaryNeed: textIn(details, 'PrimaryNeedCode'),
    closedOn: textIn(details, 'CINclosureDate'),
    closureReason: textIn(details, 'ReasonForClosure'),
    noFurtherAction: textIn(details, 'ReferralNFA'),
  })
  const referral = keyOf(id, received)
  for (const each of partsOf(details, 'Assessments')) await stateAssessment(id, each, referral, stater)
  for (const each of partsOf(details, 'CINPlanDates')) {
    await stater.state('inNeedPlan', each.line, id, {
      referral,
      startedOn: textIn(each, 'CINPlanStartDate'),
      endedOn: textIn(each, 'CINPlanEndDate'),
    })
  }
  // Enquiries in order of time, so that a conference that two of them name is the later one's.
  const enquiries = partsOf(details, 'Section47').sort((a, b) =>
    (dayOf(textIn(a, 'S47ActualStartDate')) ?? '').localeCompare(dayOf(textIn(b, 'S47ActualStartDate')) ?? ''),
  )
  for (const each of enquiries) await stateEnquiry(id, each, referral, stater, conferences)
  for (const { line, text } of partsOf(details, 'DateOfInitialCPC')) keepConference(conferences, line, { referral, heldOn: text })
  for (const each of partsOf(details, 'ChildProtectionPlans')) await stateProtectionPlan(id, each, referral, stater)
  for (const each of partsOf(details, 'PreProceedingsandFGDM')) {
    await stater.state('preProceedings', each.line, id, {
      decidedOn: textIn(each, 'PPStartDate'),
      letterSentOn: textIn(each, 'LBPSentDate'),
      familyGroupMeetingOffered: textIn(each, 'FGDMMeetingOffer'),
      familyGroupMeetingHeld: textIn(each, 'FGDMMeetingFac'),
      firstMeetingOn: textIn(each, 'InitialPPMeetingDate'),
      reviewMeetings: textIn(each, 'ReviewMeetingsCount'),
      outcomeDecidedOn: textIn(each, 'StepDecisionDate'),
      outcome: textIn(each, 'PPOutcome'),
      courtAppliedOn: textIn(each, 'CourtAppDate'),
      issueLetterSentOn: textIn(each, 'LetterInitCPDate'),
    })
  }
}

/** An assessment and what it found: both or neither. */
async function stateAssessment(id: string, each: Element, referral: string | null, stater: CensusStater): Promise<void> {
  const startedOn = textIn(each, 'AssessmentActualStartDate')
  const found = partsOf(each, 'FactorsIdentifiedAtAssessment')
    .flatMap((group) => partsOf(group, 'AssessmentFactors'))
    .flatMap(({ text }) => text ?? [])
  const factors = { assessment: keyOf(id, startedOn), factors: found.length === 0 ? null : JSON.stringify(found) }
  const hasFactors = found.length > 0 && factors.assessment !== null
  if (hasFactors && !(await stater.understood('factors', each.line, factors))) return
  const stands = await stater.state('assessment', each.line, id, {
    referral,
    startedOn,
    internalReviewOn: textIn(each, 'AssessmentInternalReviewDate'),
    authorisedOn: textIn(each, 'AssessmentAuthorisationDate'),
  })
  if (stands && hasFactors) await stater.state('factors', each.line, id, factors)
}

/** An enquiry and the conference it led to: both or neither. A conference that was due and not held is a date on the enquiry. */
async function stateEnquiry(
  id: string,
  each: Element,
  referral: string | null,
  stater: CensusStater,
  conferences: Map<string, Conference>,
): Promise<void> {
  const started = textIn(each, 'S47ActualStartDate')
  const target = textIn(each, 'InitialCPCtarget')
  const conference: Values = { referral, enquiry: keyOf(id, started), targetOn: target, heldOn: textIn(each, 'DateOfInitialCPC') }
  if (conference['heldOn'] !== null && !(await stater.understood('conference', each.line, conference))) return
  const stands = await stater.state('enquiry', each.line, id, {
    referral,
    strategyDiscussionAt: started,
    conferenceDueOn: target,
    conferenceNotRequired: textIn(each, 'ICPCnotRequired'),
  })
  if (stands) keepConference(conferences, each.line, conference)
}

/** A conference is given inside the enquiry that led to it and again under the referral: one day, one conference, with all that either says. */
function keepConference(conferences: Map<string, Conference>, line: number, values: Values): void {
  const held = values['heldOn'] ?? null
  if (held === null) return
  const day = dayOf(held) ?? held
  const before = conferences.get(day)
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  conferences.set(day, before ? { line: before.line, values: { ...before.values, ...filled } } : { line, values })
}

async function stateProtectionPlan(id: string, each: Element, referral: string | null, stater: CensusStater): Promise<void> {
  const started = textIn(each, 'CPPstartDate')
  await stater.state('protectionPlan', each.line, id, {
    referral,
    startedOn: started,
    endedOn: textIn(each, 'CPPendDate'),
    initialCategory: textIn(each, 'InitialCategoryOfAbuse'),
    latestCategory: textIn(each, 'LatestCategoryOfAbuse'),
    previousPlans: textIn(each, 'NumberOfPreviousCPP'),
  })
  const reviews = [...partsOf(each, 'Reviews').flatMap((group) => partsOf(group, 'CPPreviewDate')), ...partsOf(each, 'CPPreviewDate')]
  for (const { line, text } of reviews)
    if (text !== null) await stater.state('protectionReview', line, id, { plan: keyOf(id, started), heldOn: text })
}

const partsOf = (element: Element, wanted: string): Element[] => element.inside.filter(({ name }) => name === wanted)

const textIn = (element: Element, wanted: string): string | null => element.inside.find(({ name }) => name === wanted)?.text ?? null

const dayOf = (found: string | null): string | null => {
  const read = found === null ? null : readDate(found)
  return read === null || 'wrong' in read ? null : read.value
}

/** How a record that begins on this day is known in the same census. Null where the day cannot be read: its own record is refused. */
const keyOf = (id: string, found: string | null): string | null => {
  const day = dayOf(found)
  return day === null ? null : `${id}|${day}`
}

function remarkUnread(element: Element, intake: FileIntake): void {
  if (element.stray !== undefined)
    intake.remark(
      `Line ${element.line}: the text "${element.stray.slice(0, 60)}" stands in ${element.name} outside any item and was not read.`,
    )
  const expected = known[element.name]
  for (const child of element.inside) {
    if (expected && !expected.includes(child.name))
      intake.remark(`The element ${child.name} is not one of ${element.name} in the census and was not read.`)
    else remarkUnread(child, intake)
  }
}
