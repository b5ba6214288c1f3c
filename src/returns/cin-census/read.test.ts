import { describe, expect, test } from 'vitest'
import { fileOf, reading, sample } from '../../../test/support/returns.ts'
import { readFileSync } from 'node:fs'
import { assessment, assessmentFactors } from '../../practice/assessment/records.ts'
import { preProceedings } from '../../practice/court/records.ts'
import { referral } from '../../practice/front-door/records.ts'
import { childInNeedPlan } from '../../practice/in-need/records.ts'
import { disability, linkedIdentifier, person } from '../../practice/person/records.ts'
import { childProtectionPlan, childProtectionReview, initialConference, section47Enquiry } from '../../practice/protection/records.ts'
import { recogniseCinCensus, timeOf } from './read.ts'

const census = (
  children: string,
  header = '<CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>',
): string => `<?xml version="1.0"?>\n<Message>\n<Header>${header}</Header>\n<Children>\n${children}\n</Children>\n</Message>`

async function read(content: string, day?: string) {
  const found = await recogniseCinCensus(fileOf('census.xml', content), 'Message')
  if (!found) throw new Error('Not recognised')
  return { ...(await reading(found, day)), statedFor: found.statedFor, saidFor: found.saidFor }
}

const identifiers = (more = '<UPN>A123456789012</UPN><PersonBirthDate>2015-02-03</PersonBirthDate><Sex>F</Sex>'): string =>
  `<ChildIdentifiers><LAchildID>C1</LAchildID>${more}</ChildIdentifiers><ChildCharacteristics><Ethnicity>ABAN</Ethnicity></ChildCharacteristics>`
const inNeed = (inside: string): string =>
  `<Child>${identifiers()}\n<CINdetails><CINreferralDate>2025-05-06</CINreferralDate>${inside}</CINdetails></Child>`

describe('A child in the census', () => {
  test('is a person, with what the census says of them', async () => {
    const found = await read(
      census(
        `<Child><ChildIdentifiers><LAchildID>C1</LAchildID><UPN>A123456789012</UPN><FormerUPN>B123456789012</FormerUPN><UPNunknown>UN7</UPNunknown><PersonBirthDate>2015-02-03</PersonBirthDate><Sex>F</Sex><PersonDeathDate>2025-06-07</PersonDeathDate></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>ABAN</Ethnicity><Disabilities><Disability>HAND</Disability><Disability>NONE</Disability></Disabilities></ChildCharacteristics></Child>`,
      ),
    )
    expect(found.refused).toEqual([])
    expect(found.saidFor).toBe('2025 to 2026')
    expect(found.stated.find(({ kind }) => kind === 'person')).toMatchObject({ subject: null, key: 'C1', line: 5 })
    expect(found.of(person)).toEqual([
      {
        upn: 'A123456789012',
        upn_unknown: 'UN7',
        born_on: '2015-02-03',
        expected_on: null,
        died_on: '2025-06-07',
        ethnicity: 'ABAN',
        sex: 'F',
      },
    ])
    expect(found.of(linkedIdentifier)).toEqual([{ type: 'Former Unique Pupil Number', value: 'B123456789012' }])
    expect(found.of(disability)).toEqual([{ code: 'HAND' }, { code: 'NONE' }])
  })

  test('of the years to 2024 has a gender and no sex, and one not yet born a day expected', async () => {
    const found = await read(
      census(
        '<Child><ChildIdentifiers><LAchildID>C1</LAchildID><ExpectedPersonBirthDate>2026-09-01</ExpectedPersonBirthDate><GenderCurrent>9</GenderCurrent></ChildIdentifiers></Child>',
        '<CollectionDetails><Collection>CIN</Collection><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails>',
      ),
      '2026-04-07',
    )
    expect(found.of(person)).toEqual([
      { upn: null, upn_unknown: null, born_on: null, expected_on: '2026-09-01', died_on: null, ethnicity: null, gender: 'I' },
    ])
  })

  test('without a number of the council’s is refused, with all that is said of them', async () => {
    const found = await read(census('<Child><ChildIdentifiers><Sex>F</Sex></ChildIdentifiers></Child>'))
    expect(found.refused).toEqual([
      'line 5, LAchildID: null. It does not say which child it is about. Nothing in this Child element was brought in.',
    ])
    expect(found.stated).toEqual([])
  })
})

describe('Under a referral', () => {
  test('an assessment and its factors know each other, and the referral', async () => {
    const found = await read(
      census(
        inNeed(`<ReferralSource>5D</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><CINclosureDate>2025-12-01</CINclosureDate><ReasonForClosure>RC9</ReasonForClosure>
<Assessments><AssessmentActualStartDate>2025-05-07</AssessmentActualStartDate><AssessmentInternalReviewDate>2025-05-20</AssessmentInternalReviewDate><AssessmentAuthorisationDate>2025-06-30</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>3A</AssessmentFactors><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<CINPlanDates><CINPlanStartDate>2025-07-01</CINPlanStartDate></CINPlanDates><ReferralNFA>false</ReferralNFA>`),
      ),
    )
    expect(found.refused).toEqual([])
    expect(found.of(referral)).toEqual([
      {
        received_on: '2025-05-06',
        source_code: '5D',
        primary_need: 'N1',
        closed_on: '2025-12-01',
        closure_reason: 'RC9',
        no_further_action: 'f',
      },
    ])
    expect(found.stated.find(({ kind }) => kind === 'referral')?.key).toBe('C1|2025-05-06')
    expect(found.of(assessment)).toEqual([
      { to_referral: 'C1|2025-05-06', started_on: '2025-05-07', internal_review_on: '2025-05-20', authorised_on: '2025-06-30' },
    ])
    expect(found.of(assessmentFactors)).toEqual([{ to_assessment: 'C1|2025-05-07', factors: '{"3A","16A"}' }])
    expect(found.stated.find(({ kind }) => kind === 'assessment')?.key).toBe('C1|2025-05-07')
    expect(found.of(childInNeedPlan)).toEqual([{ to_referral: 'C1|2025-05-06', started_on: '2025-07-01', ended_on: null }])
  })

  test('an assessment with a factor that is none is refused with its factors; what stands beside it is not', async () => {
    const found = await read(
      census(
        inNeed(
          '<ReferralNFA>0</ReferralNFA><Assessments><AssessmentActualStartDate>2025-05-07</AssessmentActualStartDate><FactorsIdentifiedAtAssessment><AssessmentFactors>99Z</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>',
        ),
      ),
    )
    expect(found.refused).toEqual(['line 6, AssessmentFactors: ["99Z"]. 99Z is not in the list "Factor found at assessment".'])
    expect(found.stated.map(({ kind }) => kind).sort()).toEqual(['person', 'referral'])
  })

  test('a conference said in the enquiry and again under the referral is one; on another day it is another', async () => {
    const found = await read(
      census(
        inNeed(`<DateOfInitialCPC>2025-06-20</DateOfInitialCPC><Section47><S47ActualStartDate>2025-06-01</S47ActualStartDate><InitialCPCtarget>2025-06-20</InitialCPCtarget><DateOfInitialCPC>2025-06-20</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
<Section47><S47ActualStartDate>2025-09-01</S47ActualStartDate><InitialCPCtarget>2025-09-22</InitialCPCtarget><ICPCnotRequired>true</ICPCnotRequired></Section47><DateOfInitialCPC>2025-10-02</DateOfInitialCPC>`),
      ),
    )
    expect(found.of(section47Enquiry)).toEqual([
      {
        to_referral: 'C1|2025-05-06',
        strategy_discussion_at: '2025-06-01',
        strategy_discussion_at_time: null,
        conference_due_on: '2025-06-20',
        conference_not_required: 'f',
      },
      {
        to_referral: 'C1|2025-05-06',
        strategy_discussion_at: '2025-09-01',
        strategy_discussion_at_time: null,
        conference_due_on: '2025-09-22',
        conference_not_required: 't',
      },
    ])
    expect(found.of(initialConference)).toEqual([
      { to_referral: 'C1|2025-05-06', to_enquiry: 'C1|2025-06-01', target_on: '2025-06-20', held_on: '2025-06-20' },
      { to_referral: 'C1|2025-05-06', to_enquiry: null, target_on: null, held_on: '2025-10-02' },
    ])
  })

  test('a protection plan has its reviews; a review that cannot be read is refused alone', async () => {
    const found = await read(
      census(
        inNeed(`<ChildProtectionPlans><CPPstartDate>2025-06-20</CPPstartDate><InitialCategoryOfAbuse>EMO</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>2</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-09-12</CPPreviewDate>
<CPPreviewDate>2025-13-12</CPPreviewDate></Reviews></ChildProtectionPlans>`),
      ),
    )
    expect(found.of(childProtectionPlan)).toEqual([
      {
        to_referral: 'C1|2025-05-06',
        started_on: '2025-06-20',
        ended_on: null,
        initial_category: 'EMO',
        latest_category: 'NEG',
        previous_plans: '2',
      },
    ])
    expect(found.of(childProtectionReview)).toEqual([{ to_plan: 'C1|2025-06-20', held_on: '2025-09-12' }])
    expect(found.refused).toEqual(['line 7, CPPreviewDate: 2025-13-12. 2025-13-12 is not a date this field may have.'])
  })

  test('pre-proceedings and family group decision making, from 2026 to 2027', async () => {
    const found = await read(
      census(
        inNeed(
          '<PreProceedingsandFGDM><PPStartDate>2025-09-09</PPStartDate><LBPSentDate>2025-09-20</LBPSentDate><FGDMMeetingOffer>1</FGDMMeetingOffer><FGDMMeetingFac>0</FGDMMeetingFac><InitialPPMeetingDate>2025-09-28</InitialPPMeetingDate><ReviewMeetingsCount>3</ReviewMeetingsCount><StepDecisionDate>2025-12-01</StepDecisionDate><PPOutcome>A</PPOutcome><CourtAppDate>2025-12-18</CourtAppDate><LetterInitCPDate>2026-02-05</LetterInitCPDate></PreProceedingsandFGDM>',
        ),
      ),
    )
    expect(found.of(preProceedings)).toEqual([
      {
        decided_on: '2025-09-09',
        letter_sent_on: '2025-09-20',
        family_group_meeting_offered: 't',
        family_group_meeting_held: 'f',
        first_meeting_on: '2025-09-28',
        review_meetings: '3',
        outcome_decided_on: '2025-12-01',
        outcome: 'A',
        court_applied_on: '2025-12-18',
        issue_letter_sent_on: '2026-02-05',
      },
    ])
  })

  test('what the census does not have is told of: elements and words outside any', async () => {
    const found = await read(census(inNeed('<Colour>red</Colour>')))
    expect(found.remarks).toEqual(['The element Colour is not one of CINdetails in the census and was not read.'])
    const stray = await read(census(`<Child>${identifiers('<UPNunknown>UN3</UPNunknown>PersonBirthDate')}</Child>`))
    expect(stray.remarks).toEqual(['Line 5: the text "PersonBirthDate" stands in ChildIdentifiers outside any item and was not read.'])
  })
})

describe('The time a census speaks for', () => {
  test('is its reference date', () => {
    expect(timeOf('2026', '2026-03-31')).toEqual({ statedFor: '2026-03-31', saidFor: '2025 to 2026', remarks: [] })
  })

  test('or 31 March of its year', () => {
    expect(timeOf('2026', null)).toMatchObject({ statedFor: '2026-03-31' })
  })

  test('and where the two differ, or the day is another, that is said', () => {
    expect(timeOf('2023', '2024-03-31')).toEqual({
      statedFor: '2024-03-31',
      saidFor: '2023 to 2024',
      remarks: ['The header says 2023 and its reference date 2024-03-31. The reference date was taken.'],
    })
    expect(timeOf('2022', '2022-07-21')).toMatchObject({ statedFor: '2022-07-21', saidFor: 'up to 2022-07-21' })
    expect(timeOf(null, null)).toMatchObject({ statedFor: null, saidFor: null })
  })

  test('another collection with the same outermost element is not taken for it', async () => {
    const other = '<Message><Header><CollectionDetails><Collection>SEN2</Collection></CollectionDetails></Header></Message>'
    expect(await recogniseCinCensus(fileOf('x.xml', other), 'Message')).toBeNull()
    expect(
      await recogniseCinCensus(fileOf('x.xml', '<Message><Children><Child><Name>A</Name></Child></Children></Message>'), 'Message'),
    ).toBeNull()
    expect(await recogniseCinCensus(fileOf('x.xml', '<EXPSSDA903/>'), 'EXPSSDA903')).toBeNull()
  })
})

const samples = sample('cin-census')

describe.skipIf(samples === null)('The sample censuses', () => {
  const readSample = (name: string) => read(readFileSync(`${samples}/${name}`, 'utf8'))

  test('the child of the 2022 census, worked out by eye', async () => {
    const found = await readSample('BAR_cin_2022.xml')
    expect(found.refused).toEqual([])
    expect(found.of(person)).toMatchObject([
      { born_on: '1966-03-24', expected_on: '1966-03-22', died_on: '1980-10-08', gender: 'M', upn_unknown: 'UN3' },
    ])
    expect(found.of(referral)).toMatchObject([
      {
        received_on: '1970-10-06',
        source_code: '1A',
        primary_need: 'N4',
        closed_on: '1971-02-27',
        closure_reason: 'RC1',
        no_further_action: 'f',
      },
    ])
    expect(found.of(assessment)).toMatchObject([
      { started_on: '1970-06-03', internal_review_on: '1970-06-22', authorised_on: '1971-07-18' },
    ])
    expect(found.of(assessmentFactors)).toMatchObject([{ factors: '{"2A","2B"}' }])
    expect(found.of(initialConference).map(({ held_on, to_enquiry }) => [held_on, to_enquiry])).toEqual([
      ['1970-02-11', 'DfEX0000001|1970-02-02'],
      ['1970-02-06', null],
    ])
    expect(found.of(childProtectionPlan)).toMatchObject([
      { started_on: '1970-02-17', ended_on: '1971-03-14', initial_category: 'PHY', previous_plans: '10' },
    ])
  })

  test('the two children of the 2026 sample, by eye: an assessment with a factor that never was, a decision still to come', async () => {
    const found = await readSample('CIN_Census_2026.xml')
    expect(found.refused).toEqual([
      'line 41, AssessmentFactors: ["1C","RB","6B"]. RB is not in the list "Factor found at assessment".',
      'line 71, StepDecisionDate: 2026-12-01. 2026-12-01 is not a date this field may have.',
    ])
    expect(found.stated.filter(({ kind }) => kind === 'person').map(({ key, said }) => [key, said['sex'], said['born_on']])).toEqual([
      ['DfEX0000001', 'M', '2015-03-27'],
      ['child_fails_assessments', 'M', '2023-09-25'],
    ])
    expect(found.of(assessment)).toEqual([
      {
        to_referral: 'child_fails_assessments|2024-10-24',
        started_on: '2023-12-25',
        internal_review_on: null,
        authorised_on: '2024-01-27',
      },
    ])
    expect(found.of(referral).map(({ received_on, closure_reason }) => [received_on, closure_reason])).toEqual([
      ['2022-10-06', 'RC1'],
      ['2024-10-24', 'RC9'],
    ])
  })

  test('a plan said twice over is said alike, so that it is one', async () => {
    const found = await readSample('CIN2rows.xml')
    const [first, second] = found.of(childProtectionPlan)
    expect(second).toEqual(first)
    expect(found.of(childProtectionPlan)).toHaveLength(2)
  })

  test('the 332 children of the generated census, without the three referrals and two conferences that lie ahead', async () => {
    const found = await readSample('fake_CIN_data.xml')
    expect(found.of(person)).toHaveLength(332)
    expect(found.of(referral)).toHaveLength(402 - 3)
    expect(found.of(initialConference)).toHaveLength(350 - 2)
    expect(found.refused).toHaveLength(5)
    // By eye: the child with two referrals, of whom the first was closed on New Year's Day.
    expect(
      found.stated
        .filter(({ kind, subject }) => kind === 'referral' && subject === 'RND000824303014')
        .map(({ said }) => [said['received_on'], said['closed_on'], said['source_code'], said['primary_need']]),
    ).toEqual([
      ['2013-10-25', '2014-01-01', '6', 'N8'],
      ['2017-10-22', null, '3A', 'N9'],
    ])
  })
})
