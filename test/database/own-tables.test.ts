import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/engine/database/database.ts'
import { takeBack } from '../../src/engine/intake/take-back.ts'
import { bring, csv, extractOf, traces, type Tables } from '../support/ssd-files.ts'
import { kindsWithOutings, withOutings } from '../support/outings.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** Goldthread’s own tables, brought in beside the case system’s dataset: new kinds of record, and fields the dataset lacks. */

const child = (id: string, more: Record<string, string> = {}) => ({
  pers_person_id: id,
  pers_forename: 'Teal',
  pers_surname: `Number ${id}`,
  pers_dob: '2008-05-01',
  ...more,
})
const referral = (id: string, who: string, more: Record<string, string> = {}) => ({
  cine_referral_id: id,
  cine_person_id: who,
  cine_referral_date: '2015-03-02',
  cine_cin_primary_need_code: 'N1',
  ...more,
})
const assessment = (id: string, who: string, more: Record<string, string> = {}) => ({
  cina_assessment_id: id,
  cina_person_id: who,
  cina_assessment_start_date: '2015-03-02',
  ...more,
})
const outing = (id: string, who: string, more: Record<string, string> = {}) => ({
  outing_id: id,
  person_id: who,
  sailed_at: '06/06/2015 10:30',
  ...more,
})

onBoth(
  'our own tables',
  (given) => {
    const bringIn = (tables: Tables) => bring(given.database(), extractOf(tables), '2016-03-01', kindsWithOutings)
    const ask = (sql: string) => given.database().transaction(acting('reads'), (tx) => tx.query<Row>(sql))
    const standing = (table: string, where: string) =>
      ask(`select source_id as id, withdrawn_at is null as stands from ${table} where ${where} order by 1`)

    describe('a kind of record that no dataset has', () => {
      test('comes in by its declaration alone: each type of field, columns in any order, the file called anything', async () => {
        await bringIn({
          ssd_person: [child('A1')],
          ssd_cin_episodes: [referral('RA1', 'A1')],
          ssd_professionals: [{ prof_professional_id: 'WA1', prof_professional_name: 'Sanderling Reed' }],
        })
        const brought = await bring(
          given.database(),
          {
            'summer export (2).csv': [
              'Miles;Worker ID;OUTING_ID;landed_at;weather;joys;asked;log;ticket;first_time;alone;crew;saying;boat_id;referral_id;planned_on;Person-Id;sailed_at',
              '4.50;WA1;OA1;06/06/2015;Rain, or worse;["TEA, WITH CAKE","SEALS"];{"SEALS":"Y"};{"Wind":"west"};T/1;zz/06/2015;N;3;Again!;BA1;RA1;01/08/2016;A1;06/06/2015 10:30',
            ].join('\n'),
            'b.csv': 'boat_id,name\nBA1,Dunlin\n',
          },
          '2016-03-01',
          kindsWithOutings,
        )
        expect(brought.refused).toEqual([])
        expect(brought.files.map(({ path, format, kind, added }) => [path, format, kind, added])).toEqual([
          ['b.csv', 'Goldthread CSV', 'Boat', 1],
          ['summer export (2).csv', 'Goldthread CSV', 'Outing', 1],
        ])
        expect(
          await ask(
            `select o.sailed_at::text, o.sailed_at_time::text, o.landed_at::text, o.landed_at_time, o.planned_on::text, o.weather, o.joys, o.asked, o.log, o.ticket, o.first_time,
                  o.alone, o.crew, o.miles::text, o.saying, b.name as boat, r.source_id as referral, w.name as worker, o.source, o.unresolved
           from outing o join boat b on b.id = o.boat_id join referral r on r.id = o.referral_id join professional w on w.id = o.worker_id where o.source_id = 'OA1'`,
          ),
        ).toEqual([
          {
            sailed_at: '2015-06-06',
            sailed_at_time: '10:30:00',
            landed_at: '2015-06-06',
            landed_at_time: null,
            planned_on: '2016-08-01',
            weather: 'R',
            joys: ['TEA, WITH CAKE', 'SEALS'],
            asked: { SEALS: 'Y' },
            log: { Wind: 'west' },
            ticket: 'T/1',
            first_time: '2015-06-zz',
            alone: false,
            crew: 3,
            miles: '4.50',
            saying: 'Again!',
            boat: 'Dunlin',
            referral: 'RA1',
            worker: 'Sanderling Reed',
            source: 'own-extract',
            unresolved: null,
          },
        ])
      })

      test('the very same files again change nothing', async () => {
        const tables: Tables = {
          ssd_person: [child('A2')],
          outing: [outing('OA2', 'A2', { boat_id: 'nowhere', alone: 'Y' })],
          boat: [{ boat_id: 'BA2', name: 'Knot' }],
          boat_check: [{ boat_check_id: 'KA2', boat_id: 'BA2', checked_on: '2015-05-05' }],
        }
        expect((await bringIn(tables)).counts('Outing')).toEqual([1, 0, 0, 0, 0])
        const before = await traces(given.database())
        const again = await bringIn(tables)
        expect(['Outing', 'Boat', 'Boat check'].map((kind) => again.counts(kind))).toEqual([
          [0, 0, 1, 0, 0],
          [0, 0, 1, 0, 0],
          [0, 0, 1, 0, 0],
        ])
        expect(await traces(given.database())).toEqual(before)
      })

      test('what it refers to and is not here is kept as it was said, and found when it comes, from whichever source', async () => {
        await bringIn({ ssd_person: [child('A3')], outing: [outing('OA3', 'A3', { boat_id: 'BA3', referral_id: 'RA3' })] })
        expect(await ask(`select unresolved from outing where source_id = 'OA3'`)).toEqual([
          { unresolved: { boat: 'BA3', referral: 'RA3' } },
        ])
        await bringIn({ ssd_cin_episodes: [referral('RA3', 'A3')], boat: [{ boat_id: 'BA3', name: 'Ruff' }] })
        expect(
          await ask(
            `select b.name, r.source_id as referral, o.unresolved from outing o join boat b on b.id = o.boat_id join referral r on r.id = o.referral_id where o.source_id = 'OA3'`,
          ),
        ).toEqual([{ name: 'Ruff', referral: 'RA3', unresolved: null }])
      })

      test('a child’s record that a later full file leaves out is withdrawn; that of a child whom it does not name stays', async () => {
        const all = [outing('OA4', 'A4'), outing('OA5', 'A4', { sailed_at: '2015-07-07' }), outing('OA6', 'A5')]
        await bringIn({ ssd_person: [child('A4'), child('A5')], outing: all })
        const later = await bringIn({ outing: all.slice(0, 1) })
        expect(later.counts('Outing')).toEqual([0, 0, 1, 1, 0])
        expect(await standing('outing', `source_id in ('OA4', 'OA5', 'OA6')`)).toEqual([
          { id: 'OA4', stands: true },
          { id: 'OA5', stands: false },
          { id: 'OA6', stands: true },
        ])
        await bringIn({ outing: all })
        expect(await standing('outing', `source_id = 'OA5'`)).toEqual([{ id: 'OA5', stands: true }])
      })

      test('a file without the columns by which records are told apart completes what is held, and withdraws nothing', async () => {
        await bringIn({ ssd_person: [child('A6')], outing: [outing('OA7', 'A6'), outing('OA8', 'A6', { sailed_at: '2015-07-07' })] })
        const partial = await bringIn({ outing: [{ outing_id: 'OA7', person_id: 'A6', alone: 'Y' }] })
        expect(partial.counts('Outing')).toEqual([0, 1, 0, 0, 0])
        expect(
          await ask(`select alone, sailed_at::text, withdrawn_at from outing where source_id in ('OA7', 'OA8') order by source_id`),
        ).toEqual([
          { alone: true, sailed_at: '2015-06-06', withdrawn_at: null },
          { alone: null, sailed_at: '2015-07-07', withdrawn_at: null },
        ])
      })

      test('a part beside the whole withdraws what the whole leaves out, of the children whom the whole names only', async () => {
        await bringIn({
          ssd_person: [child('A7'), child('A8')],
          outing: [
            outing('OA9', 'A7'),
            outing('OA10', 'A7', { sailed_at: '2015-07-07' }),
            outing('OA11', 'A8'),
            outing('OA12', 'A8', { sailed_at: '2015-08-08' }),
          ],
        })
        const both = await bring(
          given.database(),
          { 'a.csv': csv([{ outing_id: 'OA11', alone: 'Y' }]), 'b.csv': csv([outing('OA9', 'A7')]) },
          '2016-03-01',
          kindsWithOutings,
        )
        expect(both.counts('Outing')).toEqual([0, 1, 1, 1, 0])
        expect(await standing('outing', `source_id in ('OA9', 'OA10', 'OA11', 'OA12')`)).toEqual([
          { id: 'OA10', stands: false },
          { id: 'OA11', stands: true },
          { id: 'OA12', stands: true },
          { id: 'OA9', stands: true },
        ])
      })

      test('children whom another table of the same files names are not for that the ones of whom this table says everything', async () => {
        await bringIn({ ssd_person: [child('A10'), child('A11')], outing: [outing('OA15', 'A10'), outing('OA16', 'A11')] })
        const later = await bringIn({
          person: [
            { person_id: 'A10', nationality: 'Irish' },
            { person_id: 'A11', nationality: '' },
          ],
          outing: [outing('OA16', 'A11')],
        })
        expect(later.counts('Outing')).toEqual([0, 0, 1, 0, 0])
        expect(await standing('outing', `source_id = 'OA15'`)).toEqual([{ id: 'OA15', stands: true }])
        expect(await ask(`select nationality, source from person where source_id = 'A10'`)).toEqual([
          { nationality: 'Irish', source: 'ssd' },
        ])
      })

      test('a record that belongs to another and to no child is withdrawn when a later file names the other without it', async () => {
        const boats = [1, 2, 3].map((n) => ({ boat_id: `BB${n}`, name: `Boat B${n}` }))
        const check = (id: string, of: string, on: string) => ({ boat_check_id: id, boat_id: of, checked_on: on })
        await bringIn({
          boat: boats,
          boat_check: [check('KB1', 'BB1', '2015-05-01'), check('KB2', 'BB1', '2015-06-01'), check('KB3', 'BB2', '2015-05-01')],
        })
        const later = await bringIn({ boat_check: [check('KB1', 'BB1', '2015-05-01'), check('KB4', 'BB3', '2015-05-01')] })
        expect(later.counts('Boat check')).toEqual([1, 0, 1, 1, 0])
        expect(await standing('boat_check', `source_id like 'KB%'`)).toEqual([
          { id: 'KB1', stands: true },
          { id: 'KB2', stands: false },
          { id: 'KB3', stands: true },
          { id: 'KB4', stands: true },
        ])
      })

      test('a record that belongs to nothing may only have left the extract, and stays', async () => {
        await bringIn({
          boat: [
            { boat_id: 'BC1', name: 'Smew' },
            { boat_id: 'BC2', name: 'Gadwall' },
          ],
        })
        expect((await bringIn({ boat: [{ boat_id: 'BC1', name: 'Smew' }] })).counts('Boat')).toEqual([0, 0, 1, 0, 0])
        expect(await standing('boat', `source_id like 'BC%'`)).toEqual([
          { id: 'BC1', stands: true },
          { id: 'BC2', stands: true },
        ])
      })

      test('without its required field a row is refused; so is one that only completes and finds nothing held', async () => {
        const some = await bringIn({
          ssd_person: [child('A9')],
          outing: [outing('OA13', 'A9', { sailed_at: '' })],
        })
        expect(some.refused).toEqual(['outing.csv | 2 | sailed_at | It is blank, and the record means nothing without it.'])
        const partial = await bringIn({ outing: [{ outing_id: 'OA14', person_id: 'A9', alone: 'Y' }] })
        expect(partial.refused).toEqual([
          'outing.csv | 2 | identifier | OA14 | No outing is held under this identifier, and the file has not all that a new one needs: sailed_at.',
        ])
        expect(await standing('outing', `source_id in ('OA13', 'OA14')`)).toEqual([])
      })

      test('a reference that is required and leads to nothing is refused', async () => {
        const some = await bringIn({ boat_check: [{ boat_check_id: 'KC1', boat_id: 'no such', checked_on: '2015-05-01' }] })
        expect(some.refused).toEqual([
          'boat_check.csv | 2 | boat_id | no such | It belongs to a record (boat) that is not here, or whose row was refused.',
        ])
      })
    })

    describe('fields that the dataset lacks, of a record that it has', () => {
      const held = (id: string) =>
        ask(
          `select started_on::text, internal_review_on::text as review, source, others, withdrawn_at is null as stands from assessment where source_id = '${id}'`,
        )
      const review = (id: string, more: Record<string, string> = {}) => ({ assessment_id: id, internal_review_on: '2015-03-20', ...more })

      test('land on the record that the case system made, without a second one, in the same import or a later one', async () => {
        const together = await bringIn({
          ssd_person: [child('C1')],
          ssd_cin_assessments: [assessment('SC1', 'C1')],
          assessment: [review('SC1', { person_id: 'C1' })],
        })
        expect(together.refused).toEqual([])
        await bringIn({ ssd_person: [child('C2')], ssd_cin_assessments: [assessment('SC2', 'C2')] })
        expect((await bringIn({ assessment: [review('SC2', { person_id: 'C2' })] })).counts('Assessment')).toEqual([0, 1, 0, 0, 0])
        for (const id of ['SC1', 'SC2'])
          expect(await held(id)).toEqual([
            { started_on: '2015-03-02', review: '2015-03-20', source: 'ssd', others: { internalReviewOn: 'own-extract' }, stands: true },
          ])
      })

      test('stay when the case system’s extract comes again, and go with the record when it says that no longer', async () => {
        const extract = {
          ssd_person: [child('C3')],
          ssd_cin_assessments: [assessment('SC3', 'C3'), assessment('SC4', 'C3', { cina_assessment_start_date: '2015-09-01' })],
        }
        await bringIn(extract)
        await bringIn({ assessment: [review('SC3'), review('SC4')] })
        expect((await bringIn(extract)).counts('Assessment')).toEqual([0, 0, 2, 0, 0])
        expect(await held('SC3')).toMatchObject([{ review: '2015-03-20', stands: true }])
        await bringIn({ ...extract, ssd_cin_assessments: extract.ssd_cin_assessments.slice(0, 1) })
        expect(await held('SC4')).toMatchObject([{ review: '2015-03-20', stands: false }])
        // The same part again does not say that the record stands.
        await bringIn({ assessment: [review('SC3'), review('SC4', { internal_review_on: '2015-03-21' })] })
        expect(await held('SC4')).toMatchObject([{ review: '2015-03-21', stands: false }])
      })

      test('a later part that names fewer records withdraws none, and one that leaves the cell blank takes the value away', async () => {
        await bringIn({
          ssd_person: [child('C4')],
          ssd_cin_assessments: [assessment('SC5', 'C4'), assessment('SC6', 'C4', { cina_assessment_start_date: '2015-09-01' })],
        })
        await bringIn({ assessment: [review('SC5'), review('SC6')] })
        expect((await bringIn({ assessment: [review('SC5', { internal_review_on: '' })] })).counts('Assessment')).toEqual([0, 1, 0, 0, 0])
        expect(await held('SC5')).toMatchObject([{ review: null, others: null, stands: true }])
        expect(await held('SC6')).toMatchObject([{ review: '2015-03-20', stands: true }])
      })

      test('a whole file of a kind that the dataset has withdraws nothing either, and may say a record that the dataset lacks', async () => {
        const own = (id: string, started: string) => ({ assessment_id: id, person_id: 'C12', started_on: started })
        await bringIn({ ssd_person: [child('C12')], ssd_cin_assessments: [assessment('SC13', 'C12')] })
        await bringIn({ assessment: [own('SC14', '2015-05-05'), own('SC15', '2015-06-06')] })
        expect((await bringIn({ assessment: [own('SC14', '2015-05-05')] })).counts('Assessment')).toEqual([0, 0, 1, 0, 0])
        expect(await standing('assessment', `source_id in ('SC13', 'SC14', 'SC15')`)).toEqual([
          { id: 'SC13', stands: true },
          { id: 'SC14', stands: true },
          { id: 'SC15', stands: true },
        ])
      })

      test('a mistyped number makes no child and no record, and the file says that it only completes', async () => {
        await bringIn({ ssd_person: [child('C13')], ssd_cin_assessments: [assessment('SC16', 'C13')] })
        const some = await bringIn({
          person: [{ person_id: 'C1333', nationality: 'Irish' }],
          assessment: [review('SC166', { person_id: 'C13' })],
        })
        expect(some.refused).toEqual([
          'assessment.csv | 2 | identifier | SC166 | No assessment is held under this identifier, and the file has not all that a new one needs: started_on.',
          'person.csv | 2 | identifier | C1333 | No person is held under this identifier, and the file has not all that a new one needs: forename, surname.',
        ])
        expect(some.files.map(({ remarks }) => remarks)).toEqual([
          ['It has no started_on, so it completes records that are held and makes none.'],
          ['It has no forename, surname, so it completes records that are held and makes none.'],
        ])
      })

      test('of a field that both say, the first keeps it, and the other is listed as a disagreement', async () => {
        await bringIn({
          ssd_person: [child('C5')],
          ssd_cin_assessments: [assessment('SC7', 'C5', { cina_assessment_child_seen: 'Y', cina_assessment_auth_date: '' })],
        })
        const own = await bringIn({ assessment: [{ assessment_id: 'SC7', child_seen: 'N', authorised_on: '2015-04-01' }] })
        const seen = () => ask(`select child_seen, authorised_on::text, others from assessment where source_id = 'SC7'`)
        expect(await seen()).toEqual([{ child_seen: true, authorised_on: '2015-04-01', others: { authorisedOn: 'own-extract' } }])
        expect(own.files.flatMap(({ disagreements }) => disagreements)).toMatchObject([
          { field: 'childSeen', held: 'true', heldFrom: 'ssd', said: 'false' },
        ])
        const system = await bringIn({
          ssd_person: [child('C5')],
          ssd_cin_assessments: [assessment('SC7', 'C5', { cina_assessment_child_seen: 'Y', cina_assessment_auth_date: '2015-04-09' })],
        })
        expect(await seen()).toMatchObject([{ authorised_on: '2015-04-01' }])
        expect(system.files.flatMap(({ disagreements }) => disagreements)).toMatchObject([
          { field: 'authorisedOn', held: '2015-04-01', heldFrom: 'own-extract', said: '2015-04-09' },
        ])
      })

      test('a record that our own table said first is the case system’s once that says it too, and each field stays with who said it', async () => {
        await bringIn({ ssd_person: [child('C6')] })
        await bringIn({
          assessment: [
            { assessment_id: 'SC8', person_id: 'C6', started_on: '2015-03-02', child_seen: 'Y', internal_review_on: '2015-03-20' },
          ],
        })
        expect(await held('SC8')).toMatchObject([{ source: 'own-extract', others: null }])
        const extract = { ssd_person: [child('C6')], ssd_cin_assessments: [assessment('SC8', 'C6', { cina_assessment_outcome_nfa: 'N' })] }
        await bringIn(extract)
        expect(await held('SC8')).toMatchObject([
          { source: 'ssd', others: { startedOn: 'own-extract', childSeen: 'own-extract', internalReviewOn: 'own-extract' } },
        ])
        await bringIn({ ...extract, ssd_cin_assessments: [assessment('SC9', 'C6', { cina_assessment_start_date: '2015-09-01' })] })
        expect(await held('SC8')).toMatchObject([{ stands: false }])
      })

      test('a worker who is not yet here is kept as said, and found when the workers come', async () => {
        await bringIn({ ssd_person: [child('C7')], ssd_cin_assessments: [assessment('SC10', 'C7')] })
        await bringIn({ assessment: [{ assessment_id: 'SC10', worker_id: 'WC7' }] })
        const worker = () =>
          ask(
            `select w.name, a.unresolved, a.others from assessment a left join professional w on w.id = a.worker_id where a.source_id = 'SC10'`,
          )
        expect(await worker()).toEqual([{ name: null, unresolved: { worker: 'WC7' }, others: { worker: 'own-extract' } }])
        const before = await traces(given.database())
        await bringIn({ assessment: [{ assessment_id: 'SC10', worker_id: 'WC7' }] })
        expect(await traces(given.database())).toEqual(before)
        // The case system, which leaves the worker blank, says nothing of one whom another source named.
        await bringIn({ ssd_person: [child('C7')], ssd_cin_assessments: [assessment('SC10', 'C7', { cina_assessment_worker_id: '' })] })
        await bringIn({ ssd_professionals: [{ prof_professional_id: 'WC7', prof_professional_name: 'Marsh Reed' }] })
        expect(await worker()).toEqual([{ name: 'Marsh Reed', unresolved: null, others: { worker: 'own-extract' } }])
      })

      test('a worker who never came and is named no longer leaves the field to whoever names one', async () => {
        await bringIn({ ssd_person: [child('C14')], ssd_cin_assessments: [assessment('SC17', 'C14')] })
        await bringIn({ assessment: [{ assessment_id: 'SC17', worker_id: 'WC14' }] })
        await bringIn({ assessment: [{ assessment_id: 'SC17', worker_id: '' }] })
        const worker = () => ask(`select unresolved, others from assessment where source_id = 'SC17'`)
        expect(await worker()).toEqual([{ unresolved: null, others: null }])
        await bringIn({
          ssd_person: [child('C14')],
          ssd_cin_assessments: [assessment('SC17', 'C14', { cina_assessment_worker_id: 'WC15' })],
        })
        expect(await worker()).toEqual([{ unresolved: { worker: 'WC15' }, others: null }])
      })

      test('a row that says another child than the record’s own is refused, and nobody’s record changes', async () => {
        await bringIn({ ssd_person: [child('C8'), child('C9')], ssd_cin_assessments: [assessment('SC11', 'C8')] })
        const wrong = await bringIn({ assessment: [review('SC11', { person_id: 'C9' })] })
        expect(wrong.refused).toEqual([
          'assessment.csv | 2 | whom it is about | C9 | The record held under this identifier is about another person.',
        ])
        expect(wrong.counts('Assessment')).toEqual([0, 0, 0, 0, 1])
        expect(await held('SC11')).toMatchObject([{ review: null }])
      })

      test('an end before the beginning that is held is refused, and so is a beginning after the end', async () => {
        await bringIn({
          ssd_person: [child('C10')],
          ssd_cin_episodes: [referral('RC1', 'C10'), referral('RC2', 'C10', { cine_referral_date: '', cine_close_date: '2015-05-01' })],
        })
        const wrong = await bring(
          given.database(),
          {
            'a.csv': csv([
              { referral_id: 'RC1', closed_on: '2015-03-01' },
              { referral_id: 'RC2', closed_on: '' },
            ]),
            'b.csv': csv([{ referral_id: 'RC2', received_on: '2015-05-02' }]),
          },
          '2016-03-01',
          kindsWithOutings,
        )
        expect(wrong.files.flatMap(({ refused }) => refused)).toEqual([
          {
            line: 2,
            field: 'closed_on',
            found: '01/03/2015',
            allowed: 'A date on or after received_on (02/03/2015)',
            why: 'With what is held, it would end before it begins.',
          },
          {
            line: 2,
            field: 'received_on',
            found: '02/05/2015',
            allowed: 'A date on or before closed_on (01/05/2015)',
            why: 'With what is held, it would end before it begins.',
          },
        ])
        expect(wrong.counts('Referral')).toEqual([0, 0, 1, 0, 2])
        expect(
          await ask(`select received_on::text, closed_on::text from referral where source_id in ('RC1', 'RC2') order by source_id`),
        ).toEqual([
          { received_on: '2015-03-02', closed_on: null },
          { received_on: null, closed_on: '2015-05-01' },
        ])
      })

      test('an import of them can be taken back: the record is as before', async () => {
        await bringIn({ ssd_person: [child('C11')], ssd_cin_assessments: [assessment('SC12', 'C11')] })
        const before = await held('SC12')
        const own = await bringIn({ assessment: [review('SC12')] })
        await takeBack(given.database(), { actor: 'tester', keys: ['staff', 'files'] }, own.import, kindsWithOutings)
        expect(await held('SC12')).toEqual(before)
      })
    })
  },
  withOutings,
)
