import { describe, expect, test } from 'vitest'
import { fileOf, reading, type ReadFile } from '../../../test/support/returns.ts'
import { readTable } from '../../engine/exchange/csv.ts'
import { professional } from '../../authority/records.ts'
import { involvement } from '../../practice/allocation/records.ts'
import { deprivationOfLibertyOrder } from '../../practice/court/records.ts'
import { yearlyHealthReturn } from '../../practice/health/records.ts'
import { careLeaver } from '../../practice/leaving-care/records.ts'
import { careEpisode, lookedAfterReview } from '../../practice/looked-after/records.ts'
import { missingEpisode } from '../../practice/missing/records.ts'
import { permanence, previousPermanence } from '../../practice/permanence/records.ts'
import { immigrationStatus, motherLink, person } from '../../practice/person/records.ts'
import { recognise903, recognise903Xml } from './read.ts'

const lines = (...rows: string[]): string => rows.join('\r\n') + '\r\n'
const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'
const episodes = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'

/** Recognises tables given together, and reads the first. */
async function read(contents: Readonly<Record<string, string>>): Promise<ReadFile & { saidFor: string | null }> {
  const files = []
  for (const [path, content] of Object.entries(contents)) {
    const file = fileOf(path, content)
    files.push({ file, columns: (await readTable(file)).columns })
  }
  const [first] = await recognise903(files)
  if (!first) throw new Error('The first file is no table of the return')
  return { ...(await reading(first)), saidFor: first.saidFor }
}

describe('A table of the CSV form', () => {
  test('Header: a child, and, where she has one, her own', async () => {
    const found = await read({
      '2022-23.csv': lines(
        '\ufeffUPN,dob, child ,Sex,ETHNIC,MOTHER,MC_DOB',
        'UN4,04/05/2006,17,2,WBRI,1.0,09/02/2023',
        'A123456789012,01/09/2010,18,M,NOBT,0,',
      ),
    })
    expect(found.refused).toEqual([])
    expect(found.saidFor).toBe('2022 to 2023')
    expect(found.stated.filter(({ kind }) => kind === 'person')).toEqual([
      {
        kind: 'person',
        line: 2,
        subject: null,
        key: '17',
        said: { sex: 'F', born_on: '2006-05-04', ethnicity: 'WBRI', upn: null, upn_unknown: 'UN4', is_mother: 't' },
      },
      {
        kind: 'person',
        line: 3,
        subject: null,
        key: '18',
        said: { sex: 'M', born_on: '2010-09-01', ethnicity: 'NOBT', upn: 'A123456789012', upn_unknown: null, is_mother: 'f' },
      },
    ])
    expect(found.stated.filter(({ kind }) => kind === 'mother_link')).toEqual([
      { kind: 'mother_link', line: 2, subject: '17', key: '17|2023-02-09', said: { child_born_on: '2023-02-09' } },
    ])
    expect(found.of(motherLink)).toHaveLength(1)
  })

  test('Episodes: all its columns, as they stand', async () => {
    const found = await read({
      '2022-23.csv': lines(episodes, '17,05/06/2022,s,V2,N1,U6,PR1,14/11/2022,X1,CARPL,AB1 2CD,ZZ9 9ZZ,SC000001'),
    })
    expect(found.stated).toEqual([
      {
        kind: 'care_episode',
        line: 2,
        subject: '17',
        key: '17|2022-06-05',
        said: {
          started_on: '2022-06-05',
          start_reason: 'S',
          legal_status: 'V2',
          category_of_need: 'N1',
          placement_type: 'U6',
          placement_provider: 'PR1',
          ended_on: '2022-11-14',
          end_reason: 'X1',
          place_change_reason: 'CARPL',
          home_postcode: 'AB1 2CD',
          placement_postcode: 'ZZ9 9ZZ',
          urn: 'SC000001',
        },
      },
    ])
    expect(found.of(careEpisode)).toHaveLength(1)
  })

  test('Episodes with the column names of the xml form', async () => {
    const found = await read({ '2022-23.csv': lines('CHILDID,DECOM,RNE,PL,DEC', '17,05/06/2022,S,U6,') })
    expect(found.of(careEpisode)).toEqual([{ started_on: '2022-06-05', start_reason: 'S', placement_type: 'U6', ended_on: null }])
  })

  test('Reviews, UASC and Missing', async () => {
    const reviews = await read({ '2022-23.csv': lines('CHILD,DOB,REVIEW,REVIEW_CODE', '17,04/05/2006,01/07/2022,PN1') })
    expect(reviews.of(lookedAfterReview)).toEqual([{ held_on: '2022-07-01', participation: 'PN1' }])
    const uasc = await read({ '2022-23.csv': lines('CHILD,SEX,DOB,DUC', '18,1,01/09/2010,01/09/2028') })
    expect(uasc.of(immigrationStatus)).toEqual([{ ended_on: '2028-09-01', status: 'Unaccompanied asylum-seeking child' }])
    const missing = await read({ '2022-23.csv': lines('CHILD,DOB,MISSING,MIS_START,MIS_END', '17,04/05/2006,m,03/08/2022,') })
    expect(missing.of(missingEpisode)).toEqual([
      { type: 'M', went_missing_at: '2022-08-03', went_missing_at_time: null, returned_at: null, returned_at_time: null },
    ])
  })

  test('OC2 and OC3 speak of the year', async () => {
    const health = await read({
      '2022-23.csv': lines(
        'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
        '17,04/05/2006,14,,0,,1,1,1,1,0,1',
      ),
    })
    expect(health.of(yearlyHealthReturn)).toEqual([
      {
        sdq_score: '14',
        sdq_reason: null,
        convicted: 'f',
        health_check_up_to_date: null,
        immunisations_up_to_date: 't',
        teeth_checked: 't',
        health_assessed: 't',
        substance_misuse: 't',
        intervention_received: 'f',
        intervention_offered: 't',
        year: '2023',
      },
    ])
    const leaving = await read({
      '2022-23.csv': lines('CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', '17,04/05/2006,YES,F2,K2', '18,01/09/2010,NO,0,0'),
    })
    expect(leaving.of(careLeaver)).toEqual([
      { in_touch: 'YES', activity: 'F2', accommodation: 'K', accommodation_suitable: '2' },
      { in_touch: 'NO', activity: '0', accommodation: '0', accommodation_suitable: null },
    ])
  })

  test('AD1, PlacedAdoption and PrevPerm', async () => {
    const ad1 = await read({
      '2022-23.csv': lines(
        'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR',
        '18,01/09/2010,01/10/2022,02/12/2022,1,2,MF,L11',
      ),
    })
    expect(ad1.of(permanence)).toEqual([
      {
        adoption_decided_on: '2022-10-01',
        matched_on: '2022-12-02',
        adopted_by_former_carer: 't',
        number_of_adopters: '2',
        adopter_sex: 'MF',
        adopter_legal_status: 'L11',
      },
    ])
    const placed = await read({
      '2022-23.csv': lines('CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED', '18,01/09/2010,01/10/2022,08/01/2023,RD3'),
    })
    expect(placed.of(permanence)).toEqual([
      { adoption_decided_on: '2022-10-01', decision_reversed_on: '2023-01-08', decision_reversed_reason: 'RD3' },
    ])
    // The two are known by the same key: one decision, one record.
    expect(placed.stated[0]?.key).toBe(ad1.stated[0]?.key)
    const before = await read({
      '2022-23.csv': lines('CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM', '18,01/09/2010,P1,WAL,zz/05/2015', '17,04/05/2006,Z1,,'),
    })
    expect(before.of(previousPermanence)).toEqual([
      { option: 'P1', authority: 'WAL', order_made_on: '2015-05-zz' },
      { option: 'Z1', authority: null, order_made_on: null },
    ])
  })

  test('SWEpisodes brings the worker by registration number; DoLo the order', async () => {
    const workers = await read({
      '2023-24.csv': lines('CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON', '17,04/05/2006,SW112233,05/06/2023,,FCONTA'),
    })
    expect(workers.of(professional)).toEqual([{ registration: 'SW112233' }])
    expect(workers.of(involvement)).toEqual([{ to_worker: 'SW112233', started_on: '2023-06-05', ended_on: null, change_reason: 'FCONTA' }])
    const orders = await read({ '2025-26.csv': lines('CHILD,DOB,DOLO_START,DOLO_END', '17,04/05/2006,01/02/2026,01/03/2026') })
    expect(orders.of(deprivationOfLibertyOrder)).toEqual([{ started_on: '2026-02-01', ended_on: '2026-03-01' }])
  })
})

describe('A row that cannot be understood is refused whole', () => {
  test.each([
    [
      'an unknown code',
      lines(episodes, '17,07/02/2022,Q,V2,N1,U6,PR1,,,,,,'),
      'line 2, RNE: Q. Q is not in the list "Reason for new episode".',
    ],
    [
      'an end before the beginning',
      lines(episodes, '17,09/02/2022,S,V2,N1,U6,PR1,08/02/2022,X1,,,,'),
      'line 2, DEC: 08/02/2022. It ends before it begins.',
    ],
    [
      'a cell too many',
      lines(episodes, '17,10/02/2022,S,V2,N1,U6,PR1,,,,,,,stray'),
      'line 2, null: stray. The row has more cells than the header names, so nothing tells which is which.',
    ],
    [
      'a day that does not exist',
      lines(header, '18,1,31/02/2006,WBRI,UN1,,'),
      'line 2, DOB: 31/02/2006. 31/02/2006 is not a date this field may have.',
    ],
    [
      'a mother’s child’s birth that cannot be read',
      lines(header, '19,2,04/05/2006,WBRI,UN1,1,30/02/2022'),
      'line 2, MC_DOB: 30/02/2022. 30/02/2022 is not a date this field may have.',
    ],
    [
      'a review still to come',
      lines('CHILD,DOB,REVIEW,REVIEW_CODE', '17,04/05/2006,01/03/2027,PN1'),
      'line 2, REVIEW: 01/03/2027. 01/03/2027 is not a date this field may have.',
    ],
    [
      'an accommodation that never was',
      lines('CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', '17,04/05/2006,YES,F1,02'),
      'line 2, ACCOM: 02. 02 is not in the list "Accommodation".',
    ],
    [
      'an unknown reason, with the worker it names',
      lines('CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON', '17,04/05/2006,SW1,01/05/2021,,BORED'),
      'line 2, SW_REASON: BORED. BORED is not in the list "Reason for change of social worker".',
    ],
  ])('%s', async (_, content, why) => {
    const found = await read({ '2021-22.csv': content })
    expect(found.refused).toEqual([why])
    expect(found.stated).toEqual([])
  })

  test('nobody’s row', async () => {
    expect((await read({ '2021-22.csv': lines(header, ',1,04/05/2006,WBRI,UN1,,') })).stated).toEqual([])
  })
})

describe('What a file lacks or has too much of', () => {
  test('a column that is not of the table is told of; one that is missing is not stated, so it blanks nothing', async () => {
    const found = await read({ '2022-23.csv': lines('CHILD,SEX,DOB,ETHNIC,EXTRA', '17,1,04/05/2006,WOTH,!') })
    expect(found.remarks).toEqual(['The column EXTRA is not one of Header and was not read.'])
    expect(found.of(person)).toEqual([{ sex: 'M', born_on: '2006-05-04', ethnicity: 'WOTH' }])
  })

  test('what is said of a year is refused where nothing tells the year, and brought in where the episodes beside it do', async () => {
    const oc2 = lines('CHILD,DOB,SDQ_SCORE,CONVICTED,TEETH_CHECK', '17,04/05/2006,14,0,1')
    expect((await read({ 'oc2.csv': oc2 })).refused).toEqual(['line 2, year: null. It speaks of a year, and nothing tells which.'])
    const beside = await read({ 'oc2.csv': oc2, 'episodes.csv': lines(episodes, '17,05/06/2019,S,V2,N1,U6,PR1,14/11/2021,E4A,,,,') })
    expect(beside.remarks).toEqual(['Taken as the return for 2021 to 2022, by the dates of the episodes beside it.'])
    expect(beside.of(yearlyHealthReturn)).toMatchObject([{ year: '2022' }])
  })

  test.each([
    ['a table of something else', 'name,town\r\nx,y\r\n'],
    ['one without a child', 'DECOM,DEC,LS,CIN\r\n01/01/2020,,C2,N1\r\n'],
    ['one that shares few columns', 'CHILD,DOB,MIS_START,A,B,C,D,E,F\r\n1,,,,,,,,\r\n'],
  ])('%s is not taken for the return', async (_, content) => {
    const file = fileOf('x.csv', content)
    expect(await recognise903([{ file, columns: (await readTable(file)).columns }])).toEqual([])
  })
})

describe('The XML form', () => {
  const xml = (inside: string): string => `<?xml version="1.0"?>\n<EXPSSDA903>\n<CHILD>\n${inside}\n</CHILD>\n</EXPSSDA903>`
  const readXml = async (inside: string, path = 'return 2021-22.xml') => {
    const found = await recognise903Xml(fileOf(path, xml(inside)), 'EXPSSDA903')
    if (!found) throw new Error('Not recognised')
    return { ...(await reading(found)), saidFor: found.saidFor }
  }

  test('says what the CSV form says, and a blank element is a blank cell', async () => {
    const found =
      await readXml(`<HEADER><CHILDID>17</CHILDID><UPN>UN3</UPN><SEX>2</SEX><DOB>04/05/2006</DOB><ETHNIC>BAFR</ETHNIC><UASC>1</UASC><DUC>04/05/2024</DUC><MOTHER/>
<AREVIEW><REVIEW>01/03/2022</REVIEW><REVIEW_CODE>PN3</REVIEW_CODE></AREVIEW>
<AMISSING><MISSING>A</MISSING><MIS_START>02/02/2022</MIS_START><MIS_END/></AMISSING>
<PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>
<OC2><SDQ_REASON>SDQ2</SDQ_REASON><CONVICTED>0</CONVICTED></OC2>
<IN_TOUCH>NO</IN_TOUCH><ACTIV>G5</ACTIV><ACCOM>S2</ACCOM>
<DATE_INT>01/01/2022</DATE_INT><DATE_MATCH>02/01/2022</DATE_MATCH>
<AD_PLACED><DATE_PLACED>01/01/2022</DATE_PLACED></AD_PLACED></HEADER>
<EPISODE><DECOM>07/02/2021</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N8</CIN><PL>U4</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/></EPISODE>
<SOMETHING><SW_ID>SW445566</SW_ID><SW_DECOM>01/04/2021</SW_DECOM></SOMETHING>
<NONSENSE><A>1</A></NONSENSE>stray words`)
    expect(found.refused).toEqual([])
    expect(found.remarks).toEqual([
      'Line 3: the text "stray words" stands in CHILD outside any item and was not read.',
      'The element NONSENSE is not one of the return and was not read.',
    ])
    expect(found.of(person)).toEqual([
      { sex: 'F', born_on: '2006-05-04', ethnicity: 'BAFR', upn: null, upn_unknown: 'UN3', is_mother: null },
    ])
    expect(found.of(immigrationStatus)).toMatchObject([{ ended_on: '2024-05-04' }])
    expect(found.of(lookedAfterReview)).toEqual([{ held_on: '2022-03-01', participation: 'PN3' }])
    expect(found.of(missingEpisode)).toMatchObject([{ type: 'A', returned_at: null }])
    expect(found.of(previousPermanence)).toMatchObject([{ option: 'Z1' }])
    expect(found.of(yearlyHealthReturn)).toMatchObject([{ year: '2022', sdq_reason: 'SDQ2', sdq_score: null }])
    expect(found.of(careLeaver)).toMatchObject([{ accommodation: 'S', accommodation_suitable: '2' }])
    expect(found.of(permanence)).toMatchObject([{ matched_on: '2022-01-02' }, { adoption_decided_on: '2022-01-01' }])
    expect(found.of(careEpisode)).toMatchObject([{ placement_type: 'U4', ended_on: null }])
    expect(found.of(professional)).toEqual([{ registration: 'SW445566' }])
    expect(found.stated.find(({ kind }) => kind === 'care_episode')).toMatchObject({ subject: '17', line: 12 })
  })

  test('a child who did not come alone has no such status', async () => {
    expect((await readXml('<HEADER><CHILDID>17</CHILDID><DOB>04/05/2006</DOB><UASC>0</UASC></HEADER>')).of(immigrationStatus)).toEqual([])
  })

  test('one bad episode is refused and the rest of the child stands', async () => {
    const found = await readXml(
      '<HEADER><CHILDID>17</CHILDID><DOB>04/05/2006</DOB></HEADER>\n<EPISODE><DECOM>07/02/2021</DECOM><RNE>S</RNE></EPISODE>\n<EPISODE><DECOM>07/02/2021</DECOM><LS>ZZ</LS></EPISODE>',
    )
    expect(found.refused).toEqual(['line 6, LS: ZZ. ZZ is not in the list "Legal status".'])
    expect(found.stated.map(({ kind }) => kind)).toEqual(['person', 'care_episode'])
  })

  test('its year is told by its episodes', async () => {
    const found = await readXml(
      '<HEADER><CHILDID>17</CHILDID></HEADER><EPISODE><DECOM>07/02/2017</DECOM><DEC>09/10/2018</DEC></EPISODE>',
      'return.xml',
    )
    expect(found.saidFor).toBe('2018 to 2019')
  })

  test('another file’s outermost element is not taken for it', async () => {
    expect(await recognise903Xml(fileOf('x.xml', '<Message/>'), 'Message')).toBeNull()
  })
})
