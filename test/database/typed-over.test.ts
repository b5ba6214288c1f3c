import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/engine/database/database.ts'
import { takeBack } from '../../src/engine/intake/take-back.ts'
import type { RecordKind } from '../../src/engine/records/kind.ts'
import { peopleHere, restoreRecord, withdrawRecord, writeRecord } from '../../src/engine/records/write.ts'
import { involvement } from '../../src/practice/allocation/records.ts'
import { lookedAfterReview } from '../../src/practice/looked-after/records.ts'
import { missingEpisode } from '../../src/practice/missing/records.ts'
import { person } from '../../src/practice/person/records.ts'
import { model } from '../../src/model.ts'
import { bring, csv, extractOf, type Outcome } from '../support/ssd-files.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** What people write over what was brought in, and what the next extract or return then does. */

const today = '2016-03-03'

const child = (id: string, more: Record<string, string> = {}) => ({
  pers_person_id: id,
  pers_forename: 'Teal',
  pers_surname: `Number ${id}`,
  pers_dob: '2008-05-01',
  pers_sex: 'F',
  ...more,
})
const missing = (id: string, who: string, more: Record<string, string> = {}) => ({
  miss_table_id: id,
  miss_person_id: who,
  miss_missing_episode_start_date: '2015-06-05 21:15:00',
  miss_missing_episode_type: 'M',
  miss_missing_episode_end_date: '2015-06-06 06:30:00',
  miss_missing_rhi_offered: 'Y',
  ...more,
})

onBoth('typed over what was brought in', (given) => {
  const bringIn = (files: Record<string, string>) => bring(given.database(), files)
  const extract = (who: string, episode: Record<string, string> = {}, more: Record<string, string> = {}) =>
    extractOf({ ssd_person: [child(who, more)], ssd_missing: [missing(`M${who}`, who, episode)] })
  const ask = (sql: string) => given.database().transaction(acting('reads'), (tx) => tx.query<Row>(sql))
  const type = (kind: RecordKind, id: string, values: Record<string, unknown>) =>
    given
      .database()
      .transaction(acting('writes', { actor: 'worker' }), (tx) => writeRecord(tx, kind, { id, values, source: peopleHere, today }))
  const episodeOf = async (who: string) =>
    (
      await ask(
        `select m.id, m.went_missing_at, m.went_missing_at_time as went_at, m.returned_at, m.returned_at_time as back_at, m.type, m.interview_offered as offered, m.interview_accepted as accepted,
                m.source, m.source_id, m.withdrawn_at is not null as withdrawn, m.others
         from missing_episode m join person p on p.id = m.person_id where p.source_id = '${who}'`,
      )
    )[0] as Row & { id: string }
  const told = ({ files }: Outcome) =>
    files.flatMap(({ kind, disagreements }) =>
      disagreements.map(({ field, held, heldFrom, said }) =>
        [kind, field, held, heldFrom, said].map((each) => each ?? 'nothing').join(' | '),
      ),
    )

  test('a correction of the case system’s record stands when the extract is brought in again, and the difference is listed', async () => {
    await bringIn(extract('A1'))
    const { id } = await episodeOf('A1')
    await type(missingEpisode, id, { returnedAt: '2015-06-07 08:00:00', type: 'A' })
    const again = await bringIn(extract('A1'))
    expect(again.counts('Missing episode')).toEqual([0, 0, 1, 0, 0])
    expect(await episodeOf('A1')).toMatchObject({
      returned_at: '2015-06-07',
      back_at: '08:00:00',
      type: 'A',
      source: 'ssd',
      others: { returnedAt: 'goldthread', type: 'goldthread' },
    })
    expect(told(again)).toEqual([
      'Missing episode | returnedAt | 2015-06-07 08:00:00 | goldthread | 2015-06-06 06:30:00',
      'Missing episode | type | A | goldthread | M',
    ])
  })

  test('only what was corrected is held fast: the rest goes on following the case system', async () => {
    await bringIn(extract('A2'))
    const { id } = await episodeOf('A2')
    await type(missingEpisode, id, { type: 'A' })
    const later = await bringIn(
      extract('A2', { miss_missing_rhi_offered: 'N', miss_missing_rhi_accepted: 'N', miss_missing_episode_type: 'A' }),
    )
    expect(later.counts('Missing episode')).toEqual([0, 1, 0, 0, 0])
    expect(told(later)).toEqual([])
    expect(await episodeOf('A2')).toMatchObject({ type: 'A', offered: 'N', accepted: 'N', others: { type: 'goldthread' } })
  })

  test('another time of day on the same day is a difference too', async () => {
    await bringIn(extract('A3'))
    const { id } = await episodeOf('A3')
    await type(missingEpisode, id, { wentMissingAt: '2015-06-05 20:00:00' })
    const again = await bringIn(extract('A3'))
    expect(await episodeOf('A3')).toMatchObject({ went_missing_at: '2015-06-05', went_at: '20:00:00' })
    expect(told(again)).toEqual(['Missing episode | wentMissingAt | 2015-06-05 20:00:00 | goldthread | 2015-06-05 21:15:00'])
  })

  test('what a person blanked stays blank, through an extract that changes the rest of the record, and each one lists it', async () => {
    await bringIn(extract('A4'))
    const { id } = await episodeOf('A4')
    await type(missingEpisode, id, { interviewOffered: null })
    for (const type of ['M', 'A', 'A']) {
      const again = await bringIn(extract('A4', { miss_missing_episode_type: type }))
      expect(told(again)).toEqual(['Missing episode | interviewOffered | nothing | goldthread | Y'])
      expect(await episodeOf('A4')).toMatchObject({ type, offered: null, others: { interviewOffered: 'goldthread' } })
    }
  })

  test('a blank that nobody said is filled by the case system, on a record that a person began', async () => {
    await bringIn(extractOf({ ssd_person: [child('A5')] }))
    const [who] = await ask(`select id from person where source_id = 'A5'`)
    await given.database().transaction(acting('writes'), (tx) =>
      writeRecord(tx, missingEpisode, {
        person: String(who?.id),
        values: { wentMissingAt: '2015-06-05', type: 'M', interviewAccepted: 'N' },
        source: peopleHere,
        today,
      }),
    )
    const outcome = await bringIn(extract('A5', { miss_missing_rhi_accepted: 'Y' }))
    expect(outcome.counts('Missing episode')).toEqual([0, 1, 0, 0, 0])
    expect(told(outcome)).toEqual(['Missing episode | interviewAccepted | N | goldthread | Y'])
    expect(await episodeOf('A5')).toMatchObject({
      source: 'goldthread',
      source_id: 'MA5',
      offered: 'Y',
      accepted: 'N',
      returned_at: '2015-06-06',
      others: { interviewOffered: 'ssd', returnedAt: 'ssd' },
    })
  })

  test('the child’s own record is corrected likewise', async () => {
    await bringIn(extract('A6'))
    const [row] = await ask(`select id from person where source_id = 'A6'`)
    await type(person, String(row?.id), { forename: 'Tern', ethnicity: 'WIRI' })
    const again = await bringIn(extract('A6', {}, { pers_ethnicity: 'WBRI' }))
    expect((await ask(`select forename, surname, ethnicity from person where source_id = 'A6'`))[0]).toEqual({
      forename: 'Tern',
      surname: 'Number A6',
      ethnicity: 'WIRI',
    })
    expect(told(again).sort()).toEqual(['Person | ethnicity | WIRI | goldthread | WBRI', 'Person | forename | Tern | goldthread | Teal'])
  })

  test('a worker whom a person named stays, though the extract names one who is not there, also when that one comes', async () => {
    const rows = {
      ssd_person: [child('A7')],
      ssd_involvements: [
        { invo_involvements_id: 'IA7', invo_person_id: 'A7', invo_professional_id: 'WA7', invo_involvement_start_date: '2015-02-01' },
      ],
    }
    await bringIn(extractOf({ ...rows, ssd_professionals: [{ prof_professional_id: 'WA8', prof_professional_name: 'Named Here' }] }))
    const [row] = await ask(
      `select i.id, i.unresolved, w.id as worker from involvement i, professional w where i.source_id = 'IA7' and w.source_id = 'WA8'`,
    )
    expect(row?.unresolved).toEqual({ worker: 'WA7' })
    await type(involvement, String(row?.id), { worker: row?.worker })
    await bringIn(extractOf(rows))
    await bringIn(extractOf({ ...rows, ssd_professionals: [{ prof_professional_id: 'WA7', prof_professional_name: 'Named There' }] }))
    expect((await ask(`select w.name from involvement i join professional w on w.id = i.worker_id where i.source_id = 'IA7'`))[0]).toEqual({
      name: 'Named Here',
    })
  })

  describe('where a source knows the record only by what it says', () => {
    const reviews = (who: string, ...days: string[]) => ({
      '2014-15 header.csv': csv([{ CHILD: who, SEX: '2', DOB: '01/05/2008', ETHNIC: 'WBRI', UPN: '', MOTHER: '', MC_DOB: '' }]),
      '2014-15 reviews.csv': csv(days.map((REVIEW) => ({ CHILD: who, DOB: '01/05/2008', REVIEW, REVIEW_CODE: 'PN1' }))),
    })
    const held = (who: string) =>
      ask(
        `select r.held_on, r.withdrawn_at is not null as withdrawn from looked_after_review r join person p on p.id = r.person_id where p.source_id = '${who}' order by 1`,
      )

    test('a corrected day is one record still: the return finds it by the day it knows, and lists the difference', async () => {
      await bringIn(reviews('B1', '05/02/2015', '05/03/2015'))
      const [row] = await ask(
        `select r.id from looked_after_review r join person p on p.id = r.person_id where p.source_id = 'B1' and r.held_on = '2015-02-05'`,
      )
      await type(lookedAfterReview, String(row?.id), { heldOn: '2015-02-06' })
      await type(lookedAfterReview, String(row?.id), { heldOn: '2015-02-07' })
      const again = await bringIn(reviews('B1', '05/02/2015', '05/03/2015'))
      expect(again.counts('Looked after review')).toEqual([0, 0, 2, 0, 0])
      expect(told(again)).toEqual(['Looked after review | heldOn | 2015-02-07 | goldthread | 2015-02-05'])
      expect(await held('B1')).toEqual([
        { held_on: '2015-02-07', withdrawn: false },
        { held_on: '2015-03-05', withdrawn: false },
      ])
    })

    test('a return that has been mended itself finds it by the corrected day', async () => {
      await bringIn(reviews('B2', '05/02/2015'))
      const [row] = await ask(`select r.id from looked_after_review r join person p on p.id = r.person_id where p.source_id = 'B2'`)
      await type(lookedAfterReview, String(row?.id), { heldOn: '2015-02-06' })
      const mended = await bringIn(reviews('B2', '06/02/2015'))
      expect(mended.counts('Looked after review')).toEqual([0, 0, 1, 0, 0])
      expect(await held('B2')).toEqual([{ held_on: '2015-02-06', withdrawn: false }])
    })
  })

  describe('withdrawn by a person', () => {
    const withdraw = (id: string) => given.database().transaction(acting('writes'), (tx) => withdrawRecord(tx, missingEpisode, id))

    test('a record stays withdrawn though the extract still says it, and that is listed; what it says otherwise is followed', async () => {
      await bringIn(extract('C1'))
      const { id } = await episodeOf('C1')
      await withdraw(id)
      const again = await bringIn(extract('C1'))
      expect(again.counts('Missing episode')).toEqual([0, 0, 1, 0, 0])
      expect(told(again)).toEqual(['Missing episode | withdrawnAt | withdrawn | goldthread | stands'])
      await bringIn(extract('C1', { miss_missing_episode_type: 'A' }))
      expect(await episodeOf('C1')).toMatchObject({ withdrawn: true, type: 'A' })
    })

    test('restored, it follows its source again: withdrawn with it, standing with it', async () => {
      await bringIn(extract('C2'))
      const { id } = await episodeOf('C2')
      await withdraw(id)
      await given.database().transaction(acting('writes'), (tx) => restoreRecord(tx, missingEpisode, id))
      const without = extractOf({
        ssd_person: [child('C2')],
        ssd_missing: [missing('MC3', 'C2', { miss_missing_episode_start_date: '2015-09-01' })],
      })
      await bringIn(without)
      expect((await ask(`select withdrawn_at is not null as withdrawn from missing_episode where id = '${id}'`))[0]).toEqual({
        withdrawn: true,
      })
      await bringIn(extract('C2'))
      expect((await ask(`select withdrawn_at is not null as withdrawn from missing_episode where id = '${id}'`))[0]).toEqual({
        withdrawn: false,
      })
    })

    test('a record that the extract left out and a person restored stands, whatever later extracts leave out', async () => {
      const other = missing('MC4', 'C4', { miss_missing_episode_start_date: '2015-09-01' })
      await bringIn(extractOf({ ssd_person: [child('C4')], ssd_missing: [missing('MC5', 'C4'), other] }))
      await bringIn(extractOf({ ssd_person: [child('C4')], ssd_missing: [other] }))
      const [row] = await ask(`select id, withdrawn_at is not null as withdrawn from missing_episode where source_id = 'MC5'`)
      expect(row?.withdrawn).toBe(true)
      await given.database().transaction(acting('writes'), (tx) => restoreRecord(tx, missingEpisode, String(row?.id)))
      await bringIn(extractOf({ ssd_person: [child('C4')], ssd_missing: [other] }))
      expect((await ask(`select withdrawn_at from missing_episode where source_id = 'MC5'`))[0]).toEqual({ withdrawn_at: null })
    })

    test('what was typed by mistake and withdrawn is not what the extract says later of that day', async () => {
      await bringIn(extractOf({ ssd_person: [child('C6')] }))
      const [who] = await ask(`select id from person where source_id = 'C6'`)
      const id = await given.database().transaction(acting('writes'), (tx) =>
        writeRecord(tx, missingEpisode, {
          person: String(who?.id),
          values: { wentMissingAt: '2015-06-05', type: 'M' },
          source: peopleHere,
          today,
        }),
      )
      await withdraw(id)
      const outcome = await bringIn(extract('C6'))
      expect(outcome.counts('Missing episode')).toEqual([1, 0, 0, 0, 0])
      expect(told(outcome)).toEqual([])
    })
  })

  test('an import taken back leaves a later correction as it is', async () => {
    await bringIn(extract('D1'))
    const changing = await bringIn(extract('D1', { miss_missing_rhi_offered: 'N' }))
    const { id } = await episodeOf('D1')
    await type(missingEpisode, id, { type: 'A' })
    await takeBack(given.database(), { actor: 'importer', keys: ['staff', 'files'] }, changing.import, model.kinds)
    expect(await episodeOf('D1')).toMatchObject({ type: 'A', offered: 'N', withdrawn: false })
  })
})
