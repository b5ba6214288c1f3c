import { assessment, assessmentFactors } from '../../../src/practice/assessment/records.ts'
import { referral } from '../../../src/practice/front-door/records.ts'
import { childInNeedPlan } from '../../../src/practice/in-need/records.ts'
import { disability, person } from '../../../src/practice/person/records.ts'
import {
  childProtectionPlan,
  childProtectionReview,
  initialConference,
  section47Enquiry,
} from '../../../src/practice/protection/records.ts'
import type { Fields } from '../../../src/engine/records/kind.ts'
import type { Told } from '../telling.ts'
import type { Files } from './files.ts'
import { knownOn, type Known, type KnownBatch } from './known.ts'
import { by, onePerDay, runsIn, within, type ReturnYear } from './year.ts'

/**
 * The children in need census of each complete year, as XML: what ran in the year and was done by its end, by what was known on the day of the
 * extract. Elements stand in the order of the schema; GenderCurrent is 1, 2 or 0, as it was until 2024.
 */

const fileOf = ({ ends }: ReturnYear): string => `cin-census/cin-census-${ends}.xml`

/** Begins the census of every complete year. */
export function beginCensuses(files: Files, years: readonly ReturnYear[]): void {
  for (const year of years.filter(({ complete }) => complete))
    files.put(
      fileOf(year),
      `<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails>
      <Collection>CIN</Collection><Year>${year.ends}</Year><ReferenceDate>${year.last}</ReferenceDate>
    </CollectionDetails>
    <Source>
      <SourceLevel>L</SourceLevel><LEA>989</LEA><SoftwareCode>Estuary case system</SoftwareCode><Release>1.0</Release><SerialNo>001</SerialNo><DateTime>${year.ends}-06-12T09:30:00</DateTime>
    </Source>
  </Header>
  <Children>
`,
    )
}

/** Ends every census. */
export function endCensuses(files: Files, years: readonly ReturnYear[]): void {
  for (const year of years.filter(({ complete }) => complete)) files.put(fileOf(year), '  </Children>\n</Message>\n')
}

/** Writes a child into the censuses of the years in which a referral of theirs ran. */
export function putCensuses(files: Files, batch: KnownBatch, told: readonly Told[], years: readonly ReturnYear[]): void {
  const [child] = batch.of(person)
  if (!child || batch.of(referral).length === 0) return
  for (const year of years.filter(({ complete }) => complete)) {
    const text = childElement(child, { ...batch, told }, year)
    if (text !== '') files.put(fileOf(year), `    ${text}\n`)
  }
}

/** What was known, and how it came to be. */
interface Batch extends KnownBatch {
  readonly told: readonly Told[]
}

const element = (name: string, value: string | number | null | undefined): string => {
  const text = String(value ?? '')
  return text === '' ? '' : `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</${name}>`
}

/** An element around what is inside; nothing where there is nothing inside. */
const around = (name: string, ...inside: readonly string[]): string => {
  const text = inside.join('')
  return text === '' ? '' : `<${name}>${text}</${name}>`
}

function childElement({ id, said }: Known<typeof person.fields>, batch: Batch, year: ReturnYear): string {
  const referrals = onePerDay(batch.of(referral), (each) => each.said.receivedOn).filter((each) =>
    runsIn(each.said.receivedOn, each.said.closedOn, year),
  )
  if (referrals.length === 0) return ''
  const born = by(year.last, said.bornOn)
  const disabilities = batch.of(disability).flatMap((each) => each.said.code ?? [])
  return around(
    'Child',
    around(
      'ChildIdentifiers',
      element('LAchildID', id),
      element('UPN', said.upn),
      element('UPNunknown', said.upn ? null : said.upnUnknown),
      element('PersonBirthDate', born),
      element('ExpectedPersonBirthDate', born ? null : (said.expectedOn ?? said.bornOn)),
      element('GenderCurrent', said.sex === 'M' ? '1' : said.sex === 'F' ? '2' : '0'),
      element('PersonDeathDate', by(year.last, said.diedOn)),
    ),
    around(
      'ChildCharacteristics',
      element('Ethnicity', said.ethnicity),
      born ? around('Disabilities', ...(disabilities.length > 0 ? disabilities : ['NONE']).map((code) => element('Disability', code))) : '',
    ),
    ...referrals.map((each) => referralElement(each, batch, year)),
  )
}

type Referral = Known<typeof referral.fields>

/** Of these, what belongs to a referral: by what it says, else by its day. */
function under<F extends Fields>(
  { id, said }: Referral,
  batch: KnownBatch,
  these: readonly Known<F>[],
  dayOf: (each: Known<F>) => string | null | undefined,
): readonly Known<F>[] {
  const belongs = (each: Known<F>): boolean => {
    const of = (each.said as { readonly referral?: string | null }).referral
    if (of && batch.referred(referral, of)) return of === id
    const day = dayOf(each)?.slice(0, 10)
    return day !== undefined && (said.receivedOn ?? '') <= day && (!said.closedOn || said.closedOn >= day)
  }
  return onePerDay(these.filter(belongs), dayOf)
}

function referralElement(known: Referral, batch: Batch, year: ReturnYear): string {
  const { said } = known
  const closed = by(year.last, said.closedOn)
  const conferences = under(known, batch, batch.of(initialConference), (each) => each.said.heldOn).filter((each) =>
    by(year.last, each.said.heldOn),
  )
  const assessments = under(known, batch, batch.of(assessment), (each) => each.said.startedOn)
  const enquiries = under(known, batch, batch.of(section47Enquiry), (each) => each.said.strategyDiscussionAt)
  const plans = under(known, batch, batch.of(childInNeedPlan), (each) => each.said.startedOn)
  const protection = under(known, batch, batch.of(childProtectionPlan), (each) => each.said.startedOn)
  return around(
    'CINdetails',
    element('CINreferralDate', said.receivedOn),
    element('ReferralSource', said.sourceCode),
    element('PrimaryNeedCode', said.primaryNeed),
    element('CINclosureDate', closed),
    element('ReasonForClosure', closed ? said.closureReason : null),
    element('DateOfInitialCPC', conferences.find((each) => within(each.said.heldOn, year))?.said.heldOn),
    ...assessments
      .filter((each) => runsIn(each.said.startedOn, each.said.authorisedOn, year))
      .map((each) => assessmentElement(each, batch, year)),
    ...plans
      .filter((each) => runsIn(each.said.startedOn, each.said.endedOn, year))
      .map((each) =>
        around(
          'CINPlanDates',
          element('CINPlanStartDate', each.said.startedOn),
          element('CINPlanEndDate', by(year.last, each.said.endedOn)),
        ),
      ),
    ...enquiries
      .filter((each) => runsIn(each.said.strategyDiscussionAt, each.said.completedOn, year))
      .map((each) =>
        enquiryElement(
          each,
          conferences.find((one) => one.said.enquiry === each.id),
        ),
      ),
    element('ReferralNFA', said.noFurtherAction === true ? '1' : '0'),
    ...protection
      .filter((each) => runsIn(each.said.startedOn, each.said.endedOn, year))
      .map((each) => protectionElement(each, batch, year)),
  )
}

function assessmentElement({ id, said }: Known<typeof assessment.fields>, batch: Batch, year: ReturnYear): string {
  const authorised = by(year.last, said.authorisedOn)
  const factors = batch.of(assessmentFactors).find((each) => each.said.assessment === id)?.said.factors ?? []
  return around(
    'Assessments',
    element('AssessmentActualStartDate', said.startedOn),
    element('AssessmentInternalReviewDate', by(year.last, said.internalReviewOn)),
    element('AssessmentAuthorisationDate', authorised),
    authorised ? around('FactorsIdentifiedAtAssessment', ...factors.map((code) => element('AssessmentFactors', code))) : '',
  )
}

function enquiryElement(
  { said }: Known<typeof section47Enquiry.fields>,
  conference: Known<typeof initialConference.fields> | undefined,
): string {
  const needed = said.conferenceNotRequired === false || said.outcomes?.['CP_CONFERENCE_FLAG'] === 'Y' || conference !== undefined
  return around(
    'Section47',
    element('S47ActualStartDate', said.strategyDiscussionAt?.slice(0, 10)),
    element('InitialCPCtarget', conference?.said.targetOn ?? said.conferenceDueOn),
    element('DateOfInitialCPC', conference?.said.heldOn),
    element('ICPCnotRequired', (said.conferenceNotRequired ?? !needed) ? '1' : '0'),
  )
}

function protectionElement({ id, said }: Known<typeof childProtectionPlan.fields>, batch: Batch, year: ReturnYear): string {
  const then = batch.told.find((each) => each.kind.table === childProtectionPlan.table && each.id === id)
  // The record does not say since when the category is another: it is the one it was on the last day of the year.
  const category = then && (knownOn(then, year.last)?.said as typeof said | undefined)?.latestCategory
  const before = batch.of(childProtectionPlan).filter((each) => (each.said.startedOn ?? '9') < (said.startedOn ?? ''))
  const reviews = batch.of(childProtectionReview).filter((each) => each.said.plan === id && within(each.said.heldOn, year))
  return around(
    'ChildProtectionPlans',
    element('CPPstartDate', said.startedOn),
    element('CPPendDate', by(year.last, said.endedOn)),
    element('InitialCategoryOfAbuse', said.initialCategory),
    element('LatestCategoryOfAbuse', category ?? said.latestCategory ?? said.initialCategory),
    element('NumberOfPreviousCPP', said.previousPlans ?? before.length),
    around('Reviews', ...onePerDay(reviews, (each) => each.said.heldOn).map((each) => element('CPPreviewDate', each.said.heldOn))),
  )
}
