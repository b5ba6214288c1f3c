import { describe, expect, test } from 'vitest'
import { bringing, refusals } from '../../../test/support/returns.ts'

const lines = (...rows: string[]): string => rows.join('\r\n') + '\r\n'

const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'
const episodes = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'

describe('The CSV form of the looked-after return', () => {
  test('each of the twelve tables is known by its columns, in any order and case, and brings in its records', async () => {
    const { files, held } = await bringing()
    const results = await files({
      'a.csv': lines(
        '\ufeffUPN,dob,child,Sex,ETHNIC,MOTHER,MC_DOB',
        'UN4,04/05/2006,17,2,WBRI,1.0,09/02/2023',
        'A123456789012,01/09/2010,18,M,NOBT,0,',
      ),
      'b.csv': lines(
        episodes,
        '17,05/06/2022,S,V2,N1,U6,PR1,14/11/2022,X1,CARPL,AB1 2CD,ZZ9 9ZZ,SC000001',
        '17,14/11/2022,L,C1,N1,U6,PR1,,,,AB1 2CD,ZZ99ZZ,SC000001',
      ),
      'c.csv': lines('CHILD,DOB,REVIEW,REVIEW_CODE', '17,04/05/2006,01/07/2022,PN1'),
      'd.csv': lines('CHILD,SEX,DOB,DUC', '18,1,01/09/2010,01/09/2028'),
      'e.csv': lines(
        'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
        '17,04/05/2006,14,,0,,1,1,1,1,0,1',
      ),
      'f.csv': lines('CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', '17,04/05/2006,YES,F2,K2'),
      'g.csv': lines(
        'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR',
        '18,01/09/2010,01/10/2022,02/12/2022,1,2,MF,L11',
      ),
      'h.csv': lines('CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED', '18,01/09/2010,01/10/2022,08/01/2023,RD3'),
      'i.csv': lines('CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM', '18,01/09/2010,P1,WAL,zz/05/2015', '17,04/05/2006,Z1,,'),
      'j.csv': lines('CHILD,DOB,MISSING,MIS_START,MIS_END', '17,04/05/2006,m,03/08/2022,05/08/2022'),
      'k.csv': lines('CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON', '17,04/05/2006,SW112233,05/06/2022,,FCONTA'),
      'l.csv': lines('CHILD,DOB,DOLO_START,DOLO_END', '17,04/05/2006,01/02/2023,01/03/2023'),
    })
    expect(refusals(results)).toEqual([])
    expect(new Set(results.map(({ saidFor }) => saidFor))).toEqual(new Set(['2022 to 2023']))
    expect(await held('select source_id, sex, born_on, ethnicity, upn, upn_unknown, is_mother from person order by source_id')).toEqual([
      { source_id: '17', sex: 'F', born_on: '2006-05-04', ethnicity: 'WBRI', upn: null, upn_unknown: 'UN4', is_mother: true },
      { source_id: '18', sex: 'M', born_on: '2010-09-01', ethnicity: 'NOBT', upn: 'A123456789012', upn_unknown: null, is_mother: false },
    ])
    expect(await held('select child_born_on from mother_link')).toEqual([{ child_born_on: '2023-02-09' }])
    expect(await held('select held_on, participation from looked_after_review')).toEqual([{ held_on: '2022-07-01', participation: 'PN1' }])
    expect(await held('select status, ended_on from immigration_status')).toEqual([
      { status: 'Unaccompanied asylum-seeking child', ended_on: '2028-09-01' },
    ])
    expect(
      await held('select year, sdq_score, convicted, health_check_up_to_date, intervention_offered, stated_for from yearly_health_return'),
    ).toEqual([
      { year: 2023, sdq_score: 14, convicted: false, health_check_up_to_date: null, intervention_offered: true, stated_for: '2023-03-31' },
    ])
    expect(await held('select in_touch, activity, accommodation, accommodation_suitable from care_leaver')).toEqual([
      { in_touch: 'YES', activity: 'F2', accommodation: 'K', accommodation_suitable: '2' },
    ])
    // One decision, of which AD1 says one half and PlacedAdoption the other.
    expect(
      await held(
        'select adoption_decided_on, matched_on, adopted_by_former_carer, number_of_adopters, decision_reversed_on, decision_reversed_reason from permanence',
      ),
    ).toEqual([
      {
        adoption_decided_on: '2022-10-01',
        matched_on: '2022-12-02',
        adopted_by_former_carer: true,
        number_of_adopters: 2,
        decision_reversed_on: '2023-01-08',
        decision_reversed_reason: 'RD3',
      },
    ])
    expect(await held('select option, authority, order_made_on from previous_permanence order by option')).toEqual([
      { option: 'P1', authority: 'WAL', order_made_on: '2015-05-zz' },
      { option: 'Z1', authority: null, order_made_on: null },
    ])
    expect(await held('select type, went_missing_at, returned_at from missing_episode')).toEqual([
      { type: 'M', went_missing_at: '2022-08-03', returned_at: '2022-08-05' },
    ])
    expect(
      await held('select w.registration, i.started_on, i.change_reason from involvement i join professional w on w.id = i.worker_id'),
    ).toEqual([{ registration: 'SW112233', started_on: '2022-06-05', change_reason: 'FCONTA' }])
    expect(await held('select started_on, ended_on from deprivation_of_liberty_order')).toEqual([
      { started_on: '2023-02-01', ended_on: '2023-03-01' },
    ])
    // Both episodes are of one placement: only the legal status changed.
    expect(
      await held(
        'select e.started_on, p.started_on as placed, c.started_on as came from care_episode e join placement p on p.id = e.placement_id join period_of_care c on c.id = e.period_of_care_id order by 1',
      ),
    ).toEqual([
      { started_on: '2022-06-05', placed: '2022-06-05', came: '2022-06-05' },
      { started_on: '2022-11-14', placed: '2022-06-05', came: '2022-06-05' },
    ])
  })

  test('an episode open in one year and closed in the next is one episode, and a year that leaves it out takes nothing away', async () => {
    const { files, held } = await bringing()
    const child = lines(header, '17,1,04/05/2006,WBRI,UN1,,')
    await files({
      '2021-22 header.csv': child,
      '2021-22 episodes.csv': lines(episodes, '17,07/02/2022,S,V2,N1,U6,PR1,,,,,,'),
      '2022-23 header.csv': child,
      '2022-23 episodes.csv': lines(episodes, '17,07/02/2022,S,V2,N1,U6,PR1,20/06/2022,E4A,,,,'),
      '2023-24 header.csv': child,
      '2023-24 episodes.csv': lines(episodes, '17,11/09/2023,S,V2,N1,K2,PR4,,,,,,'),
    })
    expect(await held('select started_on, ended_on, end_reason, withdrawn_at from care_episode order by 1')).toEqual([
      { started_on: '2022-02-07', ended_on: '2022-06-20', end_reason: 'E4A', withdrawn_at: null },
      { started_on: '2023-09-11', ended_on: null, end_reason: null, withdrawn_at: null },
    ])
    expect(await held('select started_on, ended_on, end_reason from period_of_care where withdrawn_at is null order by 1')).toEqual([
      { started_on: '2022-02-07', ended_on: '2022-06-20', end_reason: 'E4A' },
      { started_on: '2023-09-11', ended_on: null, end_reason: null },
    ])
  })

  test('the same return brought in again changes nothing; a corrected one takes back what it leaves out', async () => {
    const { files, held } = await bringing()
    const child = lines(header, '17,1,04/05/2006,WBRI,UN1,,')
    const first = {
      '2021-22 header.csv': child,
      '2021-22 episodes.csv': lines(episodes, '17,07/02/2022,S,V2,N1,U6,PR1,20/02/2022,X1,,,,', '17,20/02/2022,P,V2,N1,K2,PR4,,,,,,'),
    }
    await files(first)
    const again = await files(first)
    expect(
      again
        .map(({ kind, added, changed, withdrawn }) => [kind, added, changed, withdrawn])
        .filter(([, ...counts]) => counts.some((count) => count !== 0)),
    ).toEqual([])
    await files({ '2021-22 header.csv': child, '2021-22 episodes.csv': lines(episodes, '17,07/02/2022,S,V2,N1,U6,PR1,,,,,,') })
    expect(await held('select started_on from care_episode where withdrawn_at is null')).toEqual([{ started_on: '2022-02-07' }])
    expect(await held('select started_on, ended_on, type from placement where withdrawn_at is null')).toEqual([
      { started_on: '2022-02-07', ended_on: null, type: 'U6' },
    ])
  })

  test('a row that cannot be understood is refused whole, with where, what and why', async () => {
    const { files, held } = await bringing()
    const results = await files({
      '2021-22 header.csv': lines(
        header,
        '17,1,04/05/2006,WBRI,UN1,,',
        '18,1,31/02/2006,WBRI,UN1,,',
        '19,1,04/05/2006,WBRI,UN1,1,30/02/2022',
        ',1,04/05/2006,WBRI,UN1,,',
      ),
      '2021-22 episodes.csv': lines(
        episodes,
        '17,07/02/2022,Q,V2,N1,U6,PR1,,,,,,',
        '17,09/02/2022,S,V2,N1,U6,PR1,08/02/2022,X1,,,,',
        '17,10/02/2022,S,V2,N1,U6,PR1,,,,,,,stray',
      ),
      '2021-22 reviews.csv': lines(
        'CHILD,DOB,REVIEW,REVIEW_CODE',
        '17,05/05/2006,01/03/2022,PN1',
        '17,04/05/2006,01/03/2027,PN1',
        '99,04/05/2006,01/03/2022,PN1',
      ),
      '2021-22 oc3.csv': lines('CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', '17,04/05/2006,YES,F1,02'),
    })
    expect(refusals(results)).toEqual([
      '2021-22 episodes.csv, line 2, RNE: Q. Q is not in the list "Reason for new episode".',
      '2021-22 episodes.csv, line 3, DEC: 08/02/2022. It ends before it begins.',
      '2021-22 episodes.csv, line 4, null: stray. The row has more cells than the header names, so nothing tells which is which.',
      '2021-22 header.csv, line 3, DOB: 31/02/2006. 31/02/2006 is not a date this field may have.',
      expect.stringMatching(/^2021-22 header.csv, line 5, .*identifier/),
      '2021-22 header.csv, line 4, MC_DOB: 30/02/2022. 30/02/2022 is not a date this field may have.',
      '2021-22 oc3.csv, line 2, ACCOM: 02. 02 is not in the list "Accommodation".',
      '2021-22 reviews.csv, line 2, DOB: 2006-05-05. The row repeats a date that is not the one held: it may be about someone else.',
      '2021-22 reviews.csv, line 3, REVIEW: 01/03/2027. 01/03/2027 is not a date this field may have.',
      expect.stringMatching(/^2021-22 reviews.csv, line 4, identifier: 99/),
    ])
    expect(await held('select source_id from person')).toEqual([{ source_id: '17' }])
    expect(await held('select 1 from care_episode')).toEqual([])
  })

  test('a column that is not of the table is told of and not read; one that is missing blanks nothing', async () => {
    const { files, held } = await bringing()
    await files({ '2021-22 header.csv': lines(header, '17,1,04/05/2006,WBRI,A123456789012,,') })
    const results = await files({ '2022-23 header.csv': lines('CHILD,SEX,DOB,ETHNIC,EXTRA', '17,1,04/05/2006,WOTH,!') })
    expect(results.flatMap(({ remarks }) => remarks)).toContain('The column EXTRA is not one of Header and was not read.')
    expect(await held('select ethnicity, upn from person')).toEqual([{ ethnicity: 'WOTH', upn: 'A123456789012' }])
  })

  test('what is said of a year is refused where nothing tells the year', async () => {
    const { files } = await bringing()
    const results = await files({
      'header.csv': lines(header, '17,1,04/05/2006,WBRI,UN1,,'),
      'oc2.csv': lines('CHILD,DOB,SDQ_SCORE,CONVICTED,TEETH_CHECK', '17,04/05/2006,14,0,1'),
    })
    expect(refusals(results)).toEqual(['oc2.csv, line 2, year: null. It speaks of a year, and nothing tells which.'])
  })

  test('a workers’ list with an unknown reason brings in neither the episode nor the worker', async () => {
    const { files, held } = await bringing()
    await files({
      '2023-24 header.csv': lines(header, '17,1,04/05/2006,WBRI,UN1,,'),
      '2023-24 sw.csv': lines('CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON', '17,04/05/2006,SW998877,01/05/2023,,BORED'),
    })
    expect(await held('select 1 from professional')).toEqual([])
    expect(await held('select 1 from involvement')).toEqual([])
  })
})

describe('The XML form', () => {
  const xml = (inside: string): string => `<?xml version="1.0"?>\n<EXPSSDA903>\n<CHILD>\n${inside}\n</CHILD>\n</EXPSSDA903>`

  test('says what the CSV form says, and a blank element is a blank cell', async () => {
    const { files, held } = await bringing()
    const results = await files({
      'return 2021-22.xml':
        xml(`<HEADER><CHILDID>17</CHILDID><UPN>UN3</UPN><SEX>2</SEX><DOB>04/05/2006</DOB><ETHNIC>BAFR</ETHNIC><UASC>1</UASC><DUC>04/05/2024</DUC><MOTHER/>
<AREVIEW><REVIEW>01/03/2022</REVIEW><REVIEW_CODE>PN3</REVIEW_CODE></AREVIEW>
<AMISSING><MISSING>A</MISSING><MIS_START>02/02/2022</MIS_START><MIS_END/></AMISSING>
<PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>
<OC2><SDQ_REASON>SDQ2</SDQ_REASON><CONVICTED>0</CONVICTED></OC2>
<IN_TOUCH>NO</IN_TOUCH><ACTIV>G5</ACTIV><ACCOM>S2</ACCOM>
<DATE_INT>01/01/2022</DATE_INT><DATE_MATCH>02/01/2022</DATE_MATCH></HEADER>
<EPISODE><DECOM>07/02/2021</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N8</CIN><PL>U4</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/></EPISODE>
<SOMETHING><SW_ID>SW445566</SW_ID><SW_DECOM>01/04/2021</SW_DECOM></SOMETHING>
<NONSENSE><A>1</A></NONSENSE>`),
    })
    expect(refusals(results)).toEqual([])
    expect(results.flatMap(({ remarks }) => remarks)).toEqual(['The element NONSENSE is not one of the return and was not read.'])
    expect(await held('select upn_unknown, sex, is_mother from person')).toEqual([{ upn_unknown: 'UN3', sex: 'F', is_mother: null }])
    expect(await held('select ended_on from immigration_status')).toEqual([{ ended_on: '2024-05-04' }])
    expect(await held('select held_on from looked_after_review')).toEqual([{ held_on: '2022-03-01' }])
    expect(await held('select type, returned_at from missing_episode')).toEqual([{ type: 'A', returned_at: null }])
    expect(await held('select year, sdq_reason from yearly_health_return')).toEqual([{ year: 2022, sdq_reason: 'SDQ2' }])
    expect(await held('select accommodation, accommodation_suitable from care_leaver')).toEqual([
      { accommodation: 'S', accommodation_suitable: '2' },
    ])
    expect(await held('select matched_on from permanence')).toEqual([{ matched_on: '2022-01-02' }])
    expect(await held('select placement_type, ended_on from care_episode')).toEqual([{ placement_type: 'U4', ended_on: null }])
    expect(await held('select started_on, ended_on from period_of_care')).toEqual([{ started_on: '2021-02-07', ended_on: null }])
    expect(await held('select registration from professional')).toEqual([{ registration: 'SW445566' }])
  })

  test('a child who is not an unaccompanied asylum-seeking child has no such status', async () => {
    const { files, held } = await bringing()
    await files({
      'return 2021-22.xml': xml('<HEADER><CHILDID>17</CHILDID><DOB>04/05/2006</DOB><ETHNIC>BAFR</ETHNIC><UASC>0</UASC></HEADER>'),
    })
    expect(await held('select 1 from immigration_status')).toEqual([])
  })
})
