import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { broughtIn, differences, disagreements, emptyFolder, listsIn, namesIn, refused, returned, rowsIn } from './brought-in.ts'
import { history, toldByHand } from './told-by-hand.ts'
import { writeExtracts } from './write.ts'

/** The returns and lists: what they say of courses told by hand, and that the product’s importers take it beside the dataset and our own tables. */

const listsOn = '2016-06-30'

test('all that is written is understood, and says what the case system says', async () => {
  const folder = emptyFolder()
  const told = join(folder, 'told')
  await writeExtracts(told, toldByHand(50), { ...history, annexA: listsOn })
  expect(namesIn(told)).toEqual(['annex-a', 'cin-census', 'own', 'ssd', 'ssda903'])
  expect(namesIn(join(told, 'annex-a'))).toEqual([`annex-a-${listsOn}.xlsx`])
  expect(namesIn(join(told, 'cin-census'))).toEqual([2013, 2014, 2015, 2016, 2017, 2018].map((year) => `cin-census-${year}.xml`))
  expect(namesIn(join(told, 'ssda903'))).toHaveLength(7 * 10)

  const files = await broughtIn([told], history.to, join(folder, 'held'))
  expect(new Set(files.map(({ format }) => format))).toEqual(new Set(['SSD', 'Goldthread CSV', 'SSDA903 CSV', 'CIN census XML', 'Annex A']))
  expect(refused(files)).toEqual([])
  // The lists, and the census of 2016, are of a day on which the category of ten plans had not changed yet.
  expect(
    disagreements(files)
      .map((each) => each.replace(/, line \d+/, ''))
      .sort(),
  ).toEqual(
    [`annex-a/annex-a-${listsOn}.xlsx`, 'cin-census/cin-census-2016.xml'].flatMap((name) =>
      Array.from({ length: 10 }, () => `${name}, latestCategory: NEG; held EMO from ssd`),
    ),
  )
  const lists = await listsIn(told, listsOn)
  expect(differences(told, join(folder, 'held'))).toEqual({
    lost: [],
    gained: {
      // What is said of a year, or of the day of the lists, is a record of its own.
      'own/yearly_health_return': returned(told, 'oc2').length,
      'ssd/ssd_care_leavers': returned(told, 'oc3').length + (lists.get(9) ?? []).length,
      'own/inspection_list_entry': [...lists].reduce((sum, [number, rows]) => sum + (number === 11 ? 0 : rows.length), 0),
      // That there was no earlier order, and no disability, only the returns say: of two courses in five each.
      'ssd/ssd_cla_previous_permanence': 20,
      'ssd/ssd_disability': 20,
    },
  })
}, 240_000)

describe('what they say', () => {
  test('the same batches give the same bytes', async () => {
    const [one, other] = [emptyFolder(), emptyFolder()]
    const paths = await writeExtracts(one, toldByHand(10), history)
    const again = await writeExtracts(other, toldByHand(10), history)
    expect(again.map((path) => path.slice(other.length))).toEqual(paths.map((path) => path.slice(one.length)))
    for (const [at, path] of paths.entries()) expect(readFileSync(path).equals(readFileSync(again[at] as string)), path).toBe(true)
  })

  test('the looked-after return has episodes as they stood at the end of its year, and what happened in it', async () => {
    const folder = emptyFolder()
    await writeExtracts(folder, toldByHand(5), history)
    const rows = (year: string, table: string, child: string): string[] =>
      rowsIn(join(folder, `ssda903/${year}-${table}.csv`)).flatMap(([of, ...cells]) => (of === child ? [cells.join()] : []))
    expect(rows('2014-15', 'episodes', '1000')).toEqual(['16/02/2015,S,V2,N1,U6,PR1,,,,XE1 2AB,XE3 4CD,SC123456'])
    expect(rows('2015-16', 'episodes', '1000')).toEqual([
      '05/05/2015,L,C1,N1,U6,PR1,11/01/2016,X1,CARPL,XE1 2AB,XE3 4CD,SC123456',
      '11/01/2016,P,C1,N1,K2,PR4,,,,XE1 2AB,XQ9 1ZZ,',
      '16/02/2015,S,V2,N1,U6,PR1,05/05/2015,X1,,XE1 2AB,XE3 4CD,SC123456',
    ])
    expect(rows('2016-17', 'episodes', '1000')).toEqual(['11/01/2016,P,C1,N1,K2,PR4,30/01/2017,E4A,,XE1 2AB,XQ9 1ZZ,'])
    expect(rows('2017-18', 'header', '1000')).toEqual([])
    // One review was called off, one missing episode was another child’s; the other ran over the end of the year.
    expect(rows('2015-16', 'reviews', '1000')).toEqual(['09/04/2008,16/06/2015,PN1', '09/04/2008,16/12/2015,PN1'])
    expect([rows('2015-16', 'missing', '1000'), rows('2016-17', 'missing', '1000')]).toEqual([
      ['09/04/2008,M,30/03/2016,'],
      ['09/04/2008,M,30/03/2016,02/04/2016'],
    ])
    expect(rows('2014-15', 'previous_permanence', '1000')).toEqual(['09/04/2008,Z1,,'])
    // A year in care without a break: a score, a health assessment and a dentist, but no immunisations on record.
    expect(rows('2014-15', 'oc2', '1000')).toEqual([])
    expect(rows('2015-16', 'oc2', '1000')).toEqual(['09/04/2008,14,,0,,0,1,1,0,,'])
    expect([rows('2013-14', 'placed_for_adoption', '1002'), rows('2015-16', 'placed_for_adoption', '1002')]).toEqual([
      ['15/06/2013,03/02/2014,,'],
      ['15/06/2013,03/02/2014,,'],
    ])
    expect([rows('2014-15', 'ad1', '1002'), rows('2015-16', 'ad1', '1002')]).toEqual([[], ['15/06/2013,03/02/2014,18/11/2014,0,2,MF,L11']])
    // Left care on the 18th birthday, 10 February 2016.
    expect(['2014-15', '2015-16', '2016-17', '2017-18', '2018-19'].map((year) => rows(year, 'oc3', '1003'))).toEqual([
      [],
      ['10/02/1998,YES,F2,U1'],
      ['10/02/1998,YES,F2,T1'],
      ['10/02/1998,NO,,R'],
      [],
    ])
    expect([rows('2017-18', 'uasc', '1004'), rows('2018-19', 'uasc', '1004')]).toEqual([['2,07/07/2000,'], ['2,07/07/2000,07/07/2018']])
  })

  test('the census has what ran in its year, and no more of it than was done by 31 March', async () => {
    const folder = emptyFolder()
    await writeExtracts(folder, toldByHand(5), history)
    const child = (year: number, id: string): string =>
      readFileSync(join(folder, `cin-census/cin-census-${year}.xml`), 'utf8')
        .split('\n')
        .find((line) => line.includes(`<LAchildID>${id}<`)) ?? ''
    expect(child(2015, '1001')).toBe('')
    expect(child(2016, '1001').trim()).toBe(
      '<Child><ChildIdentifiers><LAchildID>1001</LAchildID><UPNunknown>UN1</UPNunknown><PersonBirthDate>2006-09-30</PersonBirthDate>' +
        '<GenderCurrent>2</GenderCurrent></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>LD</Disability>' +
        '</Disabilities></ChildCharacteristics><CINdetails><CINreferralDate>2015-09-14</CINreferralDate><ReferralSource>6</ReferralSource>' +
        '<PrimaryNeedCode>N1</PrimaryNeedCode><DateOfInitialCPC>2015-10-19</DateOfInitialCPC><Assessments>' +
        '<AssessmentActualStartDate>2015-09-15</AssessmentActualStartDate><AssessmentAuthorisationDate>2015-10-26</AssessmentAuthorisationDate>' +
        '<FactorsIdentifiedAtAssessment><AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>3B</AssessmentFactors>' +
        '</FactorsIdentifiedAtAssessment></Assessments><Section47><S47ActualStartDate>2015-10-01</S47ActualStartDate>' +
        '<InitialCPCtarget>2015-10-22</InitialCPCtarget><DateOfInitialCPC>2015-10-19</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>' +
        '<ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2015-10-19</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>' +
        '<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2016-01-19</CPPreviewDate>' +
        '</Reviews></ChildProtectionPlans></CINdetails></Child>',
    )
    const next = child(2017, '1001')
    expect(next).toContain('<CPPendDate>2016-12-12</CPPendDate>')
    expect(next).toContain('<CINPlanDates><CINPlanStartDate>2016-12-12</CINPlanStartDate></CINPlanDates>')
    expect(next).toContain('<Reviews><CPPreviewDate>2016-07-19</CPPreviewDate><CPPreviewDate>2016-12-12</CPPreviewDate></Reviews>')
    expect(next).not.toContain('Section47')
  })

  test('the lists give what was known on their day', async () => {
    const folder = emptyFolder()
    await writeExtracts(join(folder, 'early'), toldByHand(5), { ...history, annexA: listsOn })
    await writeExtracts(join(folder, 'late'), toldByHand(5), history)
    const [early, late] = [await listsIn(join(folder, 'early'), listsOn), await listsIn(join(folder, 'late'), history.to)]
    expect([...early.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(
      early.get(7)?.map((row) => [row['Child Unique ID'], row['Latest Category of Abuse'], row['Date of latest review conference']]),
    ).toEqual([['1001', 'a) Neglect', '2016-01-19']])
    expect(early.get(8)?.map((row) => row['Child Unique ID'])).toEqual(['1000', '1003', '1004'])
    expect(early.get(8)?.[0]).toMatchObject({
      'Age of Child (Years)': '8',
      'Date Started to be Looked After': '2015-02-16',
      'Start date of current legal status': '2015-05-05',
      "Child's Legal Status": 'C1: ICO',
      'Date of Latest Statutory Review': '2015-12-16',
      'Date of Last Social Work Visit': '2016-06-16',
      'What is the permanence plan for this child?': 'a) Return to family',
      'Number of Placements in the Last 12 months': '2',
      'Placement Type': "p) K2: Children's Homes",
      'Placement Location': 'b) Out',
      "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": '1',
      'Was the child offered a Return Interview after their last missing episode (Y/N)?': 'a) Yes',
      'Allocated Worker': 'Rosalind Tern',
    })
    expect(early.get(8)?.[0]).toHaveProperty(['Date Ceased to be Looked After'], null)
    expect(early.get(9)?.map((row) => [row['Child Unique ID'], row['LA in Touch'], row['Type of Accommodation']])).toEqual([
      ['1003', 'a) Yes', 'U: Independent living'],
    ])
    expect(late.get(9)?.map((row) => row['LA in Touch'])).toEqual(['b) No'])
    expect(early.get(11)?.map((row) => [row['Individual adopter identifier'], row['Date enquiry received']])).toEqual([
      ['A1', '2016-04-25'],
    ])
    expect([late.get(7), late.get(3)]).toEqual([[], []])
  })
})
