import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fileOf, reading, sample, workbook } from '../../../test/support/returns.ts'
import { professional, team } from '../../authority/records.ts'
import { assessment } from '../../practice/assessment/records.ts'
import { legalStatus } from '../../practice/court/records.ts'
import { contact, referral } from '../../practice/front-door/records.ts'
import { healthCheck } from '../../practice/health/records.ts'
import { careLeaver } from '../../practice/leaving-care/records.ts'
import { carePlan, lookedAfterReview, lookedAfterVisit, periodOfCare, placement } from '../../practice/looked-after/records.ts'
import { adopter, permanence } from '../../practice/permanence/records.ts'
import { immigrationStatus, inspectionListEntry, person } from '../../practice/person/records.ts'
import {
  childProtectionPlan,
  childProtectionReview,
  childProtectionVisit,
  initialConference,
  section47Enquiry,
} from '../../practice/protection/records.ts'
import { recogniseAnnexA } from './read.ts'

type Rows = readonly (readonly (string | null)[])[]

async function read(sheets: Readonly<Record<string, Rows>> | Uint8Array, path = 'annex.xlsx') {
  const found = await recogniseAnnexA(fileOf(path, sheets instanceof Uint8Array ? sheets : workbook(sheets)))
  if (!found) throw new Error('Not recognised')
  return reading(found)
}

const child = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)']
const one = ['C1', 'b) Female', 'k) APKN', '03/02/2012', '14']
const also = (said: Readonly<Record<string, string | null>>[]): unknown[] =>
  said.map(({ also_said }) => (also_said ? JSON.parse(also_said) : null))

describe('The lists', () => {
  test('1, contacts: the code is found between its letter and its words', async () => {
    const found = await read({
      'List 1': [
        [...child, 'Date of Contact', 'Contact Source'],
        [...one, '16/09/2025', 'q) 6: Police'],
      ],
    })
    expect(found.refused).toEqual([])
    expect(found.of(person)).toEqual([{ gender: 'F', ethnicity: 'APKN', born_on: '2012-02-03' }])
    expect(found.of(contact)).toEqual([{ received_at: '2025-09-16', received_at_time: null, source_code: '6' }])
    // The age, which follows from the birth date only for somebody who knows the day of the list, is kept.
    expect(found.of(inspectionListEntry).map(({ list_number }) => list_number)).toEqual(['1'])
    expect(also(found.of(inspectionListEntry))).toEqual([{ 'Age of Child (Years)': '14', 'Date of Contact': '16/09/2025' }])
  })

  test('3 and 4: team and worker by their names, each once; #N/A is blank', async () => {
    const found = await read({
      Referrals: [
        ['Referrals in the last six months'],
        [
          ...child,
          'Date of Referral',
          'Referral Source',
          'Referral NFA?',
          'Number of Referrals in Last 12 Months',
          'Allocated Team',
          'Allocated Worker',
        ],
        [...one, '2025-09-16', 'j) 3D: Health services', 'No', '2', 'Duty', 'A Worker'],
        [...one, '2025-10-16', 'd) Health Services', 'a) Yes', '3', 'Duty', '#N/A'],
      ],
      'List 4': [
        [
          ...child,
          'Does the Child have a Disability',
          'Continuous Assessment Start Date',
          'Child Seen During Continuous Assessment',
          'Continuous Assessment Date of Authorisation',
          "Was the child assessed as requiring LA children's social care support?",
          'Allocated Team',
          'Allocated Worker',
        ],
        [...one, 'c) Unknown', '45930', 'c) Unknown', null, 'b) No', null, null],
        [...one, 'a) Yes', '2025-12-01', 'Yes', null, 'Stepped down', null, null],
      ],
    })
    expect(found.refused).toEqual([])
    expect(found.of(team)).toEqual([{ name: 'Duty' }])
    expect(found.of(professional)).toEqual([{ name: 'A Worker' }])
    expect(found.of(referral)).toEqual([
      { received_on: '2025-09-16', source_code: '3D', no_further_action: 'f', to_team: 'Duty', to_worker: 'A Worker' },
      { received_on: '2025-10-16', source_code: null, no_further_action: 't', to_team: 'Duty', to_worker: null },
    ])
    expect(found.of(assessment)).toEqual([
      { started_on: '2025-09-30', child_seen: null, authorised_on: null, no_further_action: 't', to_team: null, to_worker: null },
      { started_on: '2025-12-01', child_seen: 't', authorised_on: null, no_further_action: null, to_team: null, to_worker: null },
    ])
    // Health services is a group of six codes: kept as words, as is what was neither yes nor no.
    expect(also(found.of(inspectionListEntry))).toMatchObject([
      { 'Number of Referrals in Last 12 Months': '2' },
      { 'Referral Source': 'd) Health Services' },
      { 'Child Seen During Continuous Assessment': 'c) Unknown' },
      { "Was the child assessed as requiring LA children's social care support?": 'Stepped down' },
    ])
  })

  test('5 and 7: enquiry and conference, plan, last visit and latest review', async () => {
    const found = await read({
      'List 5': [
        [
          ...child,
          'Strategy discussion initiating Section 47 Enquiry Start Date',
          'Was an Initial Child Protection Conference deemed unnecessary?',
          'Date of Initial Child Protection Conference',
          'Did the Initial Child Protection Conference Result in a Child Protection Plan',
          'Number of ICPCs in the last 12 months',
          'Allocated Team',
          'Allocated Worker',
        ],
        [...one, '16/09/2025', 'b) No', '06/10/2025', 'a) Yes', '1', null, null],
        [...one, '01/11/2025', 'a) Yes', null, null, '1', null, null],
      ],
      'List 7': [
        [
          ...child,
          'Child Protection Plan Start Date',
          'Initial Category of Abuse',
          'Latest Category of Abuse',
          'Date of the Last Statutory Visit',
          'Was the Child Seen Alone?',
          'Date of latest review conference',
          'Child Protection Plan End Date',
          'Number of Previous Child Protection Plans',
          'Allocated Worker',
        ],
        [...one, '06/10/2025', 'a) Neglect', 'Emotional abuse', '02/11/2025', 'b) No', '03/11/2025', null, '1', 'A Worker'],
      ],
    })
    expect(found.refused).toEqual([])
    expect(
      found
        .of(section47Enquiry)
        .map(({ strategy_discussion_at, conference_not_required }) => [strategy_discussion_at, conference_not_required]),
    ).toEqual([
      ['2025-09-16', 'f'],
      ['2025-11-01', 't'],
    ])
    expect(found.of(initialConference)).toEqual([{ to_enquiry: 'C1|2025-09-16', held_on: '2025-10-06', led_to_plan: 't' }])
    expect(found.of(childProtectionPlan)).toEqual([
      { started_on: '2025-10-06', initial_category: 'NEG', latest_category: 'EMO', ended_on: null, previous_plans: '1' },
    ])
    expect(found.of(childProtectionVisit)).toEqual([{ to_plan: 'C1|2025-10-06', visited_on: '2025-11-02', seen_alone: 'f' }])
    expect(found.of(childProtectionReview)).toEqual([{ to_plan: 'C1|2025-10-06', held_on: '2025-11-03' }])
    // Who has the child now, and since when, the list does not say.
    expect(also(found.of(inspectionListEntry))[2]).toMatchObject({ 'Allocated Worker': 'A Worker' })
  })

  test('8, children in care: curly quotes and a bracket too many in the headings', async () => {
    const headings = [
      ...child,
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))',
      'Date Started to be Looked After',
      'Child’s Category of Need',
      'Start date of current legal status',
      'Child’s Legal Status',
      'Date of Latest Statutory Review',
      'Date of Last Social Work Visit',
      'What is the permanence plan for this child?',
      'Date of Last IRO Visit / Contact to the Child',
      'Date of Last Health Assessment',
      'Date of Last Dental Check',
      'Date Ceased to be Looked After',
      'Reason Ceased to be Looked After',
      'Start Date of Most Recent Placement',
      'Placement Type',
      'Placement Provider',
      'Placement postcode',
      'URN of Placement',
      'LA of Placement',
      'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months',
    ]
    const found = await read({
      'List 8': [
        headings,
        [
          ...one,
          'b) No',
          '06/08/2020',
          'N1 - Abuse or Neglect',
          '12/07/2021',
          'C2: FCO',
          '12/01/2025',
          '06/01/2025',
          'f) Long-term fostering',
          '12/01/2025',
          '27/05/2024',
          '17/01/2024',
          '01/02/2025',
          'k) E47: Special Guardianship Orders - relative/friend',
          '02/11/2021',
          'f) U6: Foster placement - not FFA',
          'e) PR4 - Private provision',
          'T28 2WB',
          'SC1',
          'Home Town',
          '2',
        ],
        [
          'C2',
          'a) Male',
          's) NOBT',
          '03/02/2012',
          '14',
          'a) Yes',
          '06/08/2020',
          null,
          '06/08/2020',
          'e) Accommodated under S20',
          null,
          null,
          'a) Return to family',
          null,
          null,
          null,
          null,
          null,
          '06/08/2020',
          'a) Foster Placement',
          'a) Own LA',
          null,
          null,
          null,
          null,
        ],
      ],
    })
    expect(found.refused).toEqual([])
    expect(found.of(periodOfCare)).toEqual([
      { started_on: '2020-08-06', ended_on: '2025-02-01', end_reason: 'E47' },
      { started_on: '2020-08-06', ended_on: null, end_reason: null },
    ])
    expect(found.of(legalStatus)).toEqual([
      { status: 'C2', started_on: '2021-07-12', ended_on: '2025-02-01' },
      { status: 'Accommodated under S20', started_on: '2020-08-06', ended_on: null },
    ])
    expect(found.of(placement)).toEqual([
      {
        to_period_of_care: 'C1|2020-08-06',
        started_on: '2021-11-02',
        type: 'U6',
        provider: 'PR4',
        postcode: 'T28 2WB',
        urn: 'SC1',
        ended_on: '2025-02-01',
      },
      {
        to_period_of_care: 'C2|2020-08-06',
        started_on: '2020-08-06',
        type: null,
        provider: 'PR1',
        postcode: null,
        urn: null,
        ended_on: null,
      },
    ])
    expect(found.of(lookedAfterReview)).toEqual([{ to_period_of_care: 'C1|2020-08-06', held_on: '2025-01-12' }])
    expect(found.of(lookedAfterVisit)).toEqual([{ to_period_of_care: 'C1|2020-08-06', visited_on: '2025-01-06' }])
    expect(found.of(healthCheck)).toEqual([
      { checked_on: '2024-05-27', type: 'Health Assessment', status: 'Completed' },
      { checked_on: '2024-01-17', type: 'Dental Check', status: 'Completed' },
    ])
    expect(found.of(carePlan)).toEqual([{ options: '{"LTFOST18":"Y"}' }])
    expect(found.of(immigrationStatus)).toEqual([{ status: 'Unaccompanied asylum-seeking child' }])
    expect(also(found.of(inspectionListEntry))).toEqual([
      {
        'Age of Child (Years)': '14',
        'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))': 'b) No',
        'Date Started to be Looked After': '06/08/2020',
        'Child’s Category of Need': 'N1 - Abuse or Neglect',
        'Date of Last IRO Visit / Contact to the Child': '12/01/2025',
        'LA of Placement': 'Home Town',
        'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months': '2',
      },
      {
        'Age of Child (Years)': '14',
        'Date Started to be Looked After': '06/08/2020',
        'What is the permanence plan for this child?': 'a) Return to family',
        'Placement Type': 'a) Foster Placement',
      },
    ])
  })

  test('9, care leavers, and 10, adoption', async () => {
    const found = await read({
      'List 9': [
        [
          ...child,
          'Does the Child have a Disability',
          'Allocated Team',
          'Allocated Worker',
          'Allocated Personal Advisor',
          'Eligibility Category',
          'Latest Pathway Plan Review Date',
          'LA in Touch',
          'Latest Date of Contact',
          'Type of Accommodation',
          'Suitability of Accommodation',
          'Activity Status',
        ],
        [
          ...one,
          'b) No',
          'Leaving care',
          'A Worker',
          'An Adviser',
          'b) Former relevant child',
          '01/02/2025',
          'd) Refu',
          null,
          'Y: Other accommodation',
          'b) Not suitable',
          'G5: Not in education, employment or training - other',
        ],
      ],
      'List 10': [
        [
          'Child Unique ID',
          'Family identifier',
          ...child.slice(1),
          'Date the Child Entered Care',
          'Date of Decision that Child Should be Placed for Adoption',
          'Date of Placement Order',
          'Date of Matching Child and Prospective Adopters',
          'Date Placed for Adoption',
          'Date of Adoption Order',
          'Date of Decision that Child Should No Longer be Placed for Adoption',
          'Reason Why Child No Longer Placed for Adoption',
        ],
        [
          'C1',
          'F9',
          ...one.slice(1),
          '06/08/2020',
          '11/08/2020',
          '16/08/2020',
          null,
          null,
          null,
          '01/09/2021',
          'RD2 - The Court did not make a placement order',
        ],
      ],
    })
    expect(found.refused).toEqual([])
    expect(found.of(careLeaver)).toEqual([
      {
        eligibility: 'Former Relevant',
        pathway_plan_reviewed_on: '2025-02-01',
        in_touch: 'REFU',
        latest_contact_on: null,
        accommodation: 'Y',
        accommodation_suitable: '2',
        activity: 'G5',
        to_team: 'Leaving care',
        to_worker: 'A Worker',
        to_personal_adviser: 'An Adviser',
      },
    ])
    expect(found.of(professional)).toEqual([{ name: 'A Worker' }, { name: 'An Adviser' }])
    expect(found.of(permanence)).toMatchObject([
      {
        to_period_of_care: 'C1|2020-08-06',
        adoption_decided_on: '2020-08-11',
        placement_order_on: '2020-08-16',
        order_made_on: null,
        order_type: null,
        decision_reversed_on: '2021-09-01',
        decision_reversed_reason: 'RD2',
      },
    ])
    expect(also(found.of(inspectionListEntry))[1]).toMatchObject({ 'Family identifier': 'F9' })
  })

  test('11, adopters, who are not children', async () => {
    const found = await read({
      'List 11': [
        [
          'Individual adopter identifier',
          'Family identifier',
          'Gender',
          'Ethnicity',
          'Disability',
          'Is the (prospective) adopter fostering for adoption?',
          'Date enquiry received',
          'Date Stage 1 started',
          'Date application approved',
          'No. of children placed',
          'Date of leaving adoption process',
          'Reason for leaving adoption process',
        ],
        [
          'A7',
          'F9',
          'd) Neither',
          's) NOBT',
          'b) No',
          'Yes',
          '06/08/2020',
          '19/08/2020',
          null,
          '2',
          '01/02/2022',
          '1 - Adopter withdrew from process',
        ],
        [null, 'F9', 'a) Male', null, null, null, null, null, null, null, null, null],
      ],
    })
    expect(found.of(adopter)).toMatchObject([
      {
        adopter_id: 'A7',
        family_id: 'F9',
        gender: 'I',
        disabled: 'No',
        fostering_for_adoption: 't',
        enquired_on: '2020-08-06',
        children_placed: '2',
        left_because: '1',
      },
    ])
    expect(found.of(person)).toEqual([])
    expect(found.refused).toEqual(['line 3, List 11, Individual adopter identifier: null. It does not say whom it is about.'])
  })
})

describe('One child on several lists', () => {
  test('is one person: what one list leaves blank another fills, and what is said otherwise is kept as words', async () => {
    const found = await read({
      'List 1': [
        [...child, 'Date of Contact', 'Contact Source'],
        ['C1', 'Female', null, null, '8.88', '2025-09-16', 'q) 6: Police'],
      ],
      'List 2': [
        [...child, 'Assessment start date', 'Assessment completion date', 'Organisation completing assessment'],
        ['C1', 'c) Not stated/recorded', 'a) WBRI', '2012-02-03', '9', '2025-09-16', null, 'Top Town Academy'],
      ],
    })
    expect(found.of(person)).toEqual([{ gender: 'F', ethnicity: 'WBRI', born_on: '2012-02-03' }])
    expect(also(found.of(inspectionListEntry))[1]).toMatchObject({ Gender: 'c) Not stated/recorded' })
  })
})

describe('A row that cannot be understood', () => {
  test('is refused whole, with its list and heading: neither child nor event nor worker comes in', async () => {
    const found = await read({
      'List 3': [
        [...child, 'Date of referral', 'Referral Source', 'Referral NFA?', 'Allocated Team', 'Allocated Worker'],
        [...one, '16/09/2027', 'q) 6: Police', 'No', 'Duty', 'A Worker'],
        ['C2', 'x) Other', 'a) WBRI', '03/02/2012', '14', '16/09/2025', 'q) 6: Police', 'No', 'Duty', 'A Worker'],
        ['C3', 'a) Male', 'a) WBRI', '03/02/2012', '14', '16/09/2025', 'q) 6: Police', 'Maybe', 'Duty', 'A Worker'],
        [null, 'a) Male', 'a) WBRI', '03/02/2012', '14', '16/09/2025', 'q) 6: Police', 'No', 'Duty', 'A Worker'],
      ],
    })
    expect(found.refused).toEqual([
      'line 2, List 3, Date of referral: 16/09/2027. 16/09/2027 is not a date this field may have.',
      'line 3, Gender: x) Other. x) Other is not in the list "Gender".',
      'line 4, List 3, Referral NFA?: Maybe. It is neither yes nor no.',
      'line 5, List 3, Child Unique ID: null. It does not say whom it is about.',
    ])
    expect(found.stated).toEqual([])
  })
})

describe('A workbook', () => {
  test('is Annex A when one sheet is a list; the others are named', async () => {
    const found = await read({
      Notes: [['Made on Monday']],
      'Sheet 2': [
        [...child, 'Date of Contact', 'Contact Source'],
        [...one, '16/09/2025', 'q) 6: Police'],
      ],
    })
    expect(found.remarks).toEqual(['The sheet "Notes" is none of the lists of Annex A and was not read.'])
    expect(found.of(contact)).toHaveLength(1)
  })

  test('of something else is not', async () => {
    expect(
      await recogniseAnnexA(
        fileOf(
          'x.xlsx',
          workbook({
            'List 1': [
              ['Name', 'Town'],
              ['A', 'B'],
            ],
          }),
        ),
      ),
    ).toBeNull()
  })
})

const example = sample('annex-a/Annex_A_2024_Jan.xlsx')

describe.skipIf(example === null)('The sample workbook', () => {
  test('has eleven lists, of which one need is none of ours', async () => {
    const found = await read(readFileSync(example as string), 'Annex_A_2024_Jan.xlsx')
    expect(found.remarks).toEqual([])
    expect(found.refused).toEqual([
      'line 2, List 6, Primary Need Code: PSRMEM - Support with memory and cognition. PSRMEM - Support with memory and cognition is not in the list "Category of need".',
    ])
    expect(found.of(inspectionListEntry)).toHaveLength(53)
    expect(found.of(adopter)).toHaveLength(5)
    expect(found.of(contact).map(({ source_code }) => source_code)).toEqual(['6', '6', '1B', '6', '9'])
    // The second child on the list of children in care, by eye.
    const her = found.stated
      .filter(({ subject }) => subject === '1373595')
      .map(({ kind, said }) => [
        kind,
        Object.values(said)[0],
        said['started_on'] ?? said['held_on'] ?? said['visited_on'] ?? said['checked_on'] ?? null,
      ])
    expect(her).toEqual(
      expect.arrayContaining([
        ['period_of_care', '2009-08-06', '2009-08-06'],
        ['legal_status', 'C2', '2010-07-12'],
        ['placement', '1373595|2009-08-06', '2009-11-02'],
        ['looked_after_review', '1373595|2009-08-06', '2021-01-12'],
        ['looked_after_visit', '1373595|2009-08-06', '2021-02-22'],
        ['health_check', '2020-05-27', '2020-05-27'],
        ['health_check', '2020-01-17', '2020-01-17'],
      ]),
    )
  })
})
