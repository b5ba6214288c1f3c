import type { Day } from './days.ts'
import type { Life, Referral } from './life.ts'
import { begun, ended, happened } from './ssd-need.ts'

const categories: Readonly<Record<string, string>> = {
  Neglect: 'NEG',
  'Physical abuse': 'PHY',
  'Sexual abuse': 'SAB',
  'Emotional abuse': 'EMO',
  Multiple: 'MUL',
}

/**
 * The Children in Need census of the year that ends on 31 March, as XML. Elements stand in the order of the schema. It says GenderCurrent
 * (1 male, 2 female, 0 not recorded), as the census did until 2024.
 */
export function childrenInNeedCensus(lives: readonly Life[], yearEnding: number): string {
  const year: Year = { first: `${yearEnding - 1}-04-01`, last: `${yearEnding}-03-31` }
  const children = lives.map((life) => childElement(life, year)).filter((text) => text !== '')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Message>',
    '  <Header>',
    '    <CollectionDetails>',
    `      <Collection>CIN</Collection><Year>${yearEnding}</Year><ReferenceDate>${year.last}</ReferenceDate>`,
    '    </CollectionDetails>',
    '    <Source>',
    `      <SourceLevel>L</SourceLevel><LEA>989</LEA><SoftwareCode>Estuary case system</SoftwareCode><Release>1.0</Release><SerialNo>001</SerialNo><DateTime>${yearEnding}-06-12T09:30:00</DateTime>`,
    '    </Source>',
    '  </Header>',
    '  <Children>',
    ...children,
    '  </Children>',
    '</Message>',
    '',
  ].join('\n')
}

interface Year {
  readonly first: Day
  readonly last: Day
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

/** Ran at some time in the year. */
const runsIn = (from: Day, until: Day | null, year: Year) => from <= year.last && (until === null || until >= year.first)

function childElement(life: Life, year: Year): string {
  const referrals = life.referrals.filter((referral) => runsIn(referral.on, referral.closedOn, year))
  if (referrals.length === 0) return ''
  const born = ended(life.born, year.last)
  const disabilities = happened(life.disabilities, year.last).map((disability) => disability.code)
  return `    ${around(
    'Child',
    around(
      'ChildIdentifiers',
      element('LAchildID', life.id),
      element('UPN', life.upn),
      element('UPNunknown', life.upn === null ? life.upnUnknown : null),
      element('PersonBirthDate', born),
      element('ExpectedPersonBirthDate', born ? null : life.expected),
      element('GenderCurrent', life.sex === 'M' ? '1' : life.sex === 'F' ? '2' : '0'),
      element('PersonDeathDate', ended(life.died, year.last)),
    ),
    around(
      'ChildCharacteristics',
      element('Ethnicity', life.ethnicity),
      born ? around('Disabilities', ...(disabilities.length > 0 ? disabilities : ['NONE']).map((code) => element('Disability', code))) : '',
    ),
    ...referrals.map((referral) => referralElement(life, referral, year)),
  )}`
}

function referralElement(life: Life, referral: Referral, year: Year): string {
  const closed = ended(referral.closedOn, year.last)
  const conferences = happened(referral.conferences, year.last)
  return around(
    'CINdetails',
    element('CINreferralDate', referral.on),
    element('ReferralSource', referral.source),
    element('PrimaryNeedCode', referral.need),
    element('CINclosureDate', closed),
    element('ReasonForClosure', closed ? referral.closeReason : null),
    element('DateOfInitialCPC', conferences.find((conference) => conference.on >= year.first)?.on),
    ...begun(referral.assessments, year.last)
      .filter((assessment) => runsIn(assessment.from, assessment.until, year))
      .map((assessment) => {
        const until = ended(assessment.until, year.last)
        return around(
          'Assessments',
          element('AssessmentActualStartDate', assessment.from),
          element('AssessmentAuthorisationDate', until),
          until ? around('FactorsIdentifiedAtAssessment', ...assessment.factors.map((code) => element('AssessmentFactors', code))) : '',
        )
      }),
    ...referral.cinPlans
      .filter((plan) => runsIn(plan.from, plan.until, year))
      .map((plan) =>
        around('CINPlanDates', element('CINPlanStartDate', plan.from), element('CINPlanEndDate', ended(plan.until, year.last))),
      ),
    ...referral.enquiries
      .filter((enquiry) => runsIn(enquiry.on, enquiry.until, year))
      .map((enquiry) => {
        const conference = conferences.find((each) => each.enquiry === enquiry.id)
        return around(
          'Section47',
          element('S47ActualStartDate', enquiry.on),
          element('InitialCPCtarget', conference?.target),
          element('DateOfInitialCPC', conference?.on),
          element('ICPCnotRequired', enquiry.outcomes.includes('CP_CONFERENCE_FLAG') ? '0' : '1'),
        )
      }),
    element('ReferralNFA', referral.nfa ? '1' : '0'),
    ...referral.protectionPlans.filter((plan) => runsIn(plan.from, plan.until, year)).map((plan) => planElement(life, plan, year)),
  )
}

function planElement(life: Life, plan: Referral['protectionPlans'][number], year: Year): string {
  const latest = plan.latestCategory && plan.latestCategory.on <= year.last ? plan.latestCategory.category : plan.category
  const before = life.referrals.flatMap((referral) => referral.protectionPlans).filter((each) => each.from < plan.from)
  return around(
    'ChildProtectionPlans',
    element('CPPstartDate', plan.from),
    element('CPPendDate', ended(plan.until, year.last)),
    element('InitialCategoryOfAbuse', categories[plan.category]),
    element('LatestCategoryOfAbuse', categories[latest]),
    element('NumberOfPreviousCPP', before.length),
    around(
      'Reviews',
      ...plan.reviews
        .filter((review) => review.on >= year.first && review.on <= year.last)
        .map((review) => element('CPPreviewDate', review.on)),
    ),
  )
}
