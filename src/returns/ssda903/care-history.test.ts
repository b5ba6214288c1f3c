import { expect, test } from 'vitest'
import { bringing } from '../../../test/support/returns.ts'

const lines = (...rows: string[]): string => rows.join('\r\n') + '\r\n'
const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'
const episodes = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
const child = lines(header, '17,1,04/05/2006,WBRI,UN1,,')

test('an episode open in one year and closed in the next is one episode, and a later year that leaves it out takes nothing away', async () => {
  const { files, held } = await bringing()
  await files({
    '2021-22 header.csv': child,
    '2021-22 episodes.csv': lines(episodes, '17,07/02/2022,S,V2,N1,U6,PR1,,,,,,'),
    '2022-23 header.csv': child,
    '2022-23 episodes.csv': lines(
      episodes,
      '17,07/02/2022,S,V2,N1,U6,PR1,20/05/2022,X1,,,,',
      '17,20/05/2022,L,C1,N1,U6,PR1,20/06/2022,E4A,,,,',
    ),
    '2023-24 header.csv': child,
    '2023-24 episodes.csv': lines(episodes, '17,11/09/2023,S,V2,N1,K2,PR4,,,,,,'),
  })
  expect(
    await held(`select e.started_on, e.ended_on, e.end_reason, p.started_on as placed, c.started_on as came
      from care_episode e join placement p on p.id = e.placement_id join period_of_care c on c.id = e.period_of_care_id
      where e.withdrawn_at is null order by 1`),
  ).toEqual([
    { started_on: '2022-02-07', ended_on: '2022-05-20', end_reason: 'X1', placed: '2022-02-07', came: '2022-02-07' },
    { started_on: '2022-05-20', ended_on: '2022-06-20', end_reason: 'E4A', placed: '2022-02-07', came: '2022-02-07' },
    { started_on: '2023-09-11', ended_on: null, end_reason: null, placed: '2023-09-11', came: '2023-09-11' },
  ])
  expect(await held('select started_on, ended_on, end_reason from period_of_care where withdrawn_at is null order by 1')).toEqual([
    { started_on: '2022-02-07', ended_on: '2022-06-20', end_reason: 'E4A' },
    { started_on: '2023-09-11', ended_on: null, end_reason: null },
  ])
}, 240_000)

test('the same return brought in again changes nothing; a corrected one takes back what it leaves out, and what followed from it', async () => {
  const { files, held } = await bringing()
  const first = {
    '2021-22 header.csv': child,
    '2021-22 episodes.csv': lines(episodes, '17,07/02/2022,S,V2,N1,U6,PR1,20/02/2022,X1,,,,', '17,20/02/2022,P,V2,N1,K2,PR4,,,,,,'),
  }
  await files(first)
  const again = await files(first)
  expect(again.filter(({ added, changed, withdrawn }) => added + changed + withdrawn > 0)).toEqual([])
  await files({ '2021-22 header.csv': child, '2021-22 episodes.csv': lines(episodes, '17,07/02/2022,S,V2,N1,U6,PR1,,,,,,') })
  expect(await held('select started_on from care_episode where withdrawn_at is null')).toEqual([{ started_on: '2022-02-07' }])
  expect(await held('select started_on, ended_on, type from placement where withdrawn_at is null')).toEqual([
    { started_on: '2022-02-07', ended_on: null, type: 'U6' },
  ])
}, 240_000)
