import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/engine/database/database.ts'
import { takeBack } from '../../src/engine/intake/take-back.ts'
import { model } from '../../src/model.ts'
import { allHeld, bring, csv, extractOf } from '../support/ssd-files.ts'
import { acting, onBoth } from '../support/two-databases.ts'

type Rows = readonly Readonly<Record<string, string>>[]

/** A return of the year, with the children it speaks of and their episodes of care. */
const returnOf = (year: string, header: Rows, episodes: Rows) => ({
  [`${year} header.csv`]: csv(header),
  [`${year} episodes.csv`]: csv(episodes),
})
const headerOf = (id: string, more: Record<string, string> = {}) => ({
  CHILD: id,
  SEX: '2',
  DOB: '01/05/2008',
  ETHNIC: 'WBRI',
  UPN: '',
  MOTHER: '',
  MC_DOB: '',
  ...more,
})
const episodeOf = (id: string, more: Record<string, string> = {}) => ({
  CHILD: id,
  DECOM: '05/01/2015',
  RNE: 'S',
  LS: 'V2',
  CIN: 'N1',
  PLACE: 'U6',
  PLACE_PROVIDER: 'PR1',
  DEC: '',
  REC: '',
  REASON_PLACE_CHANGE: '',
  HOME_POST: 'XE2 6QT',
  PL_POST: 'XE8 3QT',
  URN: 'SC900101',
  ...more,
})
interface More {
  readonly person?: Record<string, string>
  readonly episode?: Record<string, string>
}

/** A child and the one episode of care, as the case system writes them. */
const caseRows = (id: string, more: More = {}) => ({
  person: {
    pers_person_id: id,
    pers_forename: 'Teal',
    pers_surname: `Number ${id}`,
    pers_dob: '2008-05-01',
    pers_sex: 'F',
    pers_ethnicity: '',
    ...more.person,
  },
  episode: {
    clae_cla_episode_id: `E${id}`,
    clae_person_id: id,
    clae_cla_episode_start_date: '2015-01-05',
    clae_cla_episode_start_reason: 'S',
    clae_cla_primary_need_code: 'N1',
    clae_cla_episode_ceased_date: '',
    clae_cla_episode_ceased_reason: '',
    clae_cla_id: `L${id}`,
    ...more.episode,
  },
})
const caseOf = (id: string, more: More = {}) => {
  const { person, episode } = caseRows(id, more)
  return extractOf({ ssd_person: [person], ssd_cla_episodes: [episode] })
}

onBoth('what two sources say', (given) => {
  const bringIn = (files: Record<string, string>) => bring(given.database(), files)
  const ask = (sql: string) => given.database().transaction(acting('reads'), (tx) => tx.query<Row>(sql))
  const personHeld = async (id: string) =>
    (await ask(`select forename, sex, ethnicity, born_on, source, others from person where source_id = '${id}'`))[0]

  describe('of one record', () => {
    test('the case system stands over a return: its values are held, the return’s are listed as disagreements', async () => {
      await bringIn(returnOf('2014-15', [headerOf('A1', { ETHNIC: 'WIRI' })], [episodeOf('A1', { CIN: 'N4' })]))
      expect(await personHeld('A1')).toMatchObject({ sex: 'F', ethnicity: 'WIRI', source: 'ssda903' })
      const second = await bringIn(caseOf('A1', { person: { pers_ethnicity: 'WBRI' } }))
      expect(second.counts('Person')).toEqual([0, 1, 0, 0, 0])
      expect(await personHeld('A1')).toMatchObject({
        forename: 'Teal',
        ethnicity: 'WBRI',
        source: 'ssd',
        others: expect.not.objectContaining({ ethnicity: 'ssda903' }),
      })
      const third = await bringIn(returnOf('2014-15', [headerOf('A1', { ETHNIC: 'WIRI' })], [episodeOf('A1', { CIN: 'N4' })]))
      expect(await personHeld('A1')).toMatchObject({ ethnicity: 'WBRI', source: 'ssd' })
      const [disagreement] = third.files.flatMap(({ kind, disagreements }) => (kind === 'Person' ? disagreements : []))
      expect(disagreement).toMatchObject({ line: 2, field: 'ethnicity', held: 'WBRI', heldFrom: 'ssd', said: 'WIRI' })
      const [other] = third.files.flatMap(({ kind, disagreements }) => (kind === 'Care episode' ? disagreements : []))
      expect(other).toMatchObject({ field: 'categoryOfNeed', held: 'N1', heldFrom: 'ssd', said: 'N4' })
    })

    test('a return fills only what the case system leaves blank, and says so beside it', async () => {
      await bringIn(caseOf('A2'))
      const second = await bringIn(returnOf('2014-15', [headerOf('A2', { ETHNIC: 'WBRI' })], [episodeOf('A2')]))
      expect(second.counts('Person')).toEqual([0, 1, 0, 0, 0])
      expect(second.counts('Care episode')).toEqual([0, 1, 0, 0, 0])
      expect(await personHeld('A2')).toMatchObject({
        ethnicity: 'WBRI',
        source: 'ssd',
        others: expect.objectContaining({ ethnicity: 'ssda903' }),
      })
      const [episode] = await ask(
        `select e.source_id, e.legal_status, e.placement_type, e.source, e.others from care_episode e join person p on p.id = e.person_id where p.source_id = 'A2'`,
      )
      expect(episode).toMatchObject({ source_id: 'EA2', legal_status: 'V2', placement_type: 'U6', source: 'ssd' })
      expect(episode?.others).toMatchObject({ legalStatus: 'ssda903', placementType: 'ssda903' })
    })

    test('a blank of the case system does not take away what only a return knows', async () => {
      await bringIn(returnOf('2014-15', [headerOf('A3')], [episodeOf('A3')]))
      await bringIn(caseOf('A3'))
      expect(await personHeld('A3')).toMatchObject({ ethnicity: 'WBRI', source: 'ssd' })
      await bringIn(caseOf('A3'))
      expect(await personHeld('A3')).toMatchObject({ ethnicity: 'WBRI' })
    })

    test('the one episode of both is one record, and neither source withdraws what only the other says', async () => {
      await bringIn(caseOf('A4'))
      const ofReturn = await bringIn(
        returnOf('2014-15', [headerOf('A4')], [episodeOf('A4'), episodeOf('A4', { DECOM: '05/02/2015', RNE: 'P' })]),
      )
      expect(ofReturn.counts('Care episode')).toEqual([1, 1, 0, 0, 0])
      const again = await bringIn(caseOf('A4'))
      expect(again.counts('Care episode')).toEqual([0, 0, 1, 0, 0])
      const episodes = await ask(
        `select e.started_on, e.source, e.withdrawn_at from care_episode e join person p on p.id = e.person_id where p.source_id = 'A4' order by 1`,
      )
      expect(episodes).toEqual([
        { started_on: '2015-01-05', source: 'ssd', withdrawn_at: null },
        { started_on: '2015-02-05', source: 'ssda903', withdrawn_at: null },
      ])
    })

    test('an older return brought in later changes nothing that a newer one said', async () => {
      await bringIn(returnOf('2015-16', [headerOf('A5', { ETHNIC: 'WIRI' })], [episodeOf('A5', { DEC: '01/06/2015', REC: 'E4A' })]))
      const older = await bringIn(returnOf('2014-15', [headerOf('A5', { ETHNIC: 'WBRI' })], [episodeOf('A5')]))
      expect(older.counts('Person')).toEqual([0, 0, 1, 0, 0])
      expect(await personHeld('A5')).toMatchObject({ ethnicity: 'WIRI' })
      expect(
        await ask(`select ended_on, end_reason from care_episode e join person p on p.id = e.person_id where p.source_id = 'A5'`),
      ).toEqual([{ ended_on: '2015-06-01', end_reason: 'E4A' }])
    })

    test('a row that repeats a birth date which is not the child’s is refused', async () => {
      await bringIn(caseOf('A6'))
      const reviews = csv([
        { CHILD: 'A6', DOB: '01/05/2008', REVIEW: '05/02/2015', REVIEW_CODE: 'PN1' },
        { CHILD: 'A6', DOB: '02/05/2008', REVIEW: '05/03/2015', REVIEW_CODE: 'PN1' },
      ])
      const outcome = await bringIn({ '2014-15 reviews.csv': reviews })
      expect(outcome.counts('Looked after review')).toEqual([1, 0, 0, 0, 1])
      expect(outcome.refused).toEqual([
        '2014-15 reviews.csv | 3 | DOB | 02/05/2008 | The row repeats a date that is not the one held: it may be about someone else.',
      ])
    })
  })

  given.onServer('in whatever order extracts and returns come, the same is held of the child', async () => {
    let number = 0
    const word = <T extends string>(...words: T[]) => fc.constantFrom('', ...words)
    const said = fc.record({
      ethnicity: fc.tuple(word('WBRI', 'WIRI'), word('WBRI', 'WIRI'), word('WBRI', 'MWBC')),
      need: fc.tuple(word('N1', 'N4'), word('N1', 'N5'), word('N1', 'N4')),
      legal: fc.tuple(word('V2', 'C2'), word('V2', 'C2')),
      ended: fc.tuple(fc.boolean(), fc.boolean()),
    })
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    // Many children in each import: an order for each, of all six, under numbers of their own.
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 16, maxLength: 16 }), async (children) => {
        const results: unknown[] = []
        for (const [turn, order] of orders.entries()) {
          const ids = children.map((_, place) => `P${number}-${turn}-${place}`)
          const ends = (yes: boolean) => (yes ? { DEC: '01/02/2016', REC: 'E4A' } : {})
          const of = (place: number) => ids[place] as string
          const cases = children.map(({ ethnicity, need, ended }, place) =>
            caseRows(of(place), {
              person: { pers_ethnicity: ethnicity[0] },
              episode: {
                clae_cla_primary_need_code: need[0],
                ...(ended[0] ? { clae_cla_episode_ceased_date: '2016-02-02', clae_cla_episode_ceased_reason: 'E4A' } : {}),
              },
            }),
          )
          const tellings = [
            extractOf({ ssd_person: cases.map(({ person }) => person), ssd_cla_episodes: cases.map(({ episode }) => episode) }),
            returnOf(
              '2014-15',
              children.map(({ ethnicity }, place) => headerOf(of(place), { ETHNIC: ethnicity[1] })),
              children.map(({ need, legal }, place) => episodeOf(of(place), { CIN: need[1], LS: legal[0] })),
            ),
            returnOf(
              '2015-16',
              children.map(({ ethnicity }, place) => headerOf(of(place), { ETHNIC: ethnicity[2] })),
              children.map(({ need, legal, ended }, place) => episodeOf(of(place), { CIN: need[2], LS: legal[1], ...ends(ended[1]) })),
            ),
          ]
          for (const which of order) await bringIn(tellings[which] as Record<string, string>)
          const about = `join person p on p.id = t.person_id where t.withdrawn_at is null and p.source_id = any ('{${ids.join(',')}}') order by array_position('{${ids.join(',')}}'::text[], p.source_id), t.started_on`
          results.push({
            people: await ask(
              `select p.forename, p.sex, p.gender, p.ethnicity, p.born_on, p.upn from unnest('{${ids.join(',')}}'::text[]) with ordinality wanted (id, place) left join person p on p.source_id = wanted.id and p.withdrawn_at is null order by place`,
            ),
            episodes: await ask(
              `select t.started_on, t.start_reason, t.category_of_need, t.ended_on, t.end_reason, t.legal_status, t.placement_type, t.urn from care_episode t ${about}`,
            ),
            periods: await ask(`select t.started_on, t.ended_on, t.end_reason from period_of_care t ${about}`),
            placements: await ask(`select t.started_on, t.ended_on, t.type, t.urn from placement t ${about}`),
            statuses: await ask(`select t.started_on, t.ended_on, t.status from legal_status t ${about}`),
          })
        }
        number++
        for (const [place, result] of results.entries()) expect(result, `in the order ${orders[place]?.join(', ')}`).toEqual(results[0])
      }),
      { numRuns: 1, endOnFailure: true },
    )
  })

  describe('taken back', () => {
    const who = { actor: 'importer', keys: ['staff', 'files'] }
    const back = (id: string) => takeBack(given.database(), who, id, model.kinds)

    /** What is held, but for what the import itself brought and has been marked as withdrawn. */
    async function heldBefore(before: Record<string, Row>): Promise<Record<string, Row>> {
      const now = await allHeld(given.database())
      const added = Object.keys(now).filter((key) => !(key in before))
      for (const key of added) expect(now[key]?.withdrawn_at, `${key} was added and has been taken back`).not.toBeNull()
      return Object.fromEntries(Object.entries(now).filter(([key]) => key in before))
    }

    test('an import leaves everything exactly as it stood: what it added is withdrawn, what it changed is as before, what it withdrew stands', async () => {
      const missing = (id: string, from: string) => ({
        miss_table_id: id,
        miss_person_id: 'T1',
        miss_missing_episode_start_date: from,
        miss_missing_episode_type: 'M',
        miss_missing_episode_end_date: '',
      })
      await bringIn({ ...caseOf('T1'), ...extractOf({ ssd_missing: [missing('MT1', '2015-03-01'), missing('MT2', '2015-04-01')] }) })
      await bringIn(returnOf('2014-15', [headerOf('T1')], [episodeOf('T1')]))
      const before = await allHeld(given.database())
      const changing = await bringIn({
        ...caseOf('T1', {
          person: { pers_forename: 'Tern', pers_ethnicity: 'WIRI' },
          episode: { clae_cla_episode_ceased_date: '2015-09-01', clae_cla_episode_ceased_reason: 'E4A' },
        }),
        ...extractOf({ ssd_missing: [missing('MT2', '2015-04-02'), missing('MT3', '2015-05-01')] }),
      })
      expect(changing.counts('Missing episode')).toEqual([1, 1, 0, 1, 0])
      expect(await allHeld(given.database())).not.toEqual(before)
      const done = await back(changing.import)
      expect(await heldBefore(before)).toEqual(before)
      expect(done.withdrawn).toBeGreaterThan(0)
      expect(done.putBack).toBeGreaterThan(2)
      const history = await ask(`select forename, reason, ended_because from person_history where source_id = 'T1' order by known_from`)
      expect(history.at(-1)).toEqual({ forename: 'Tern', reason: null, ended_because: 'Import taken back' })
    })

    test('a return that filled blanks leaves them blank again, and a reference it made possible is again as it was said', async () => {
      await bringIn({
        ...caseOf('T2'),
        ...extractOf({
          ssd_cin_episodes: [
            { cine_referral_id: 'RT2', cine_person_id: 'T2', cine_referral_date: '2014-12-01', cine_referral_team: 'TT2' },
          ],
        }),
      })
      const before = await allHeld(given.database())
      const filling = await bringIn(returnOf('2014-15', [headerOf('T2')], [episodeOf('T2')]))
      const team = await bringIn(extractOf({ ssd_department: [{ dept_team_id: 'TT2', dept_team_name: 'Estuary team' }] }))
      expect((await ask(`select unresolved from referral where source_id = 'RT2'`))[0]).toEqual({ unresolved: null })
      await back(team.import)
      await back(filling.import)
      expect(await heldBefore(before)).toEqual(before)
    })

    test('and brought in once more, it is as it was after the first time', async () => {
      const files = {
        ...caseOf('T3'),
        ...extractOf({ ssd_missing: [{ miss_table_id: 'MT9', miss_person_id: 'T3', miss_missing_episode_start_date: '2015-03-01' }] }),
      }
      const first = await bringIn(files)
      const held = async () =>
        (
          await ask(
            `select p.forename, m.source_id, p.withdrawn_at as person_gone, m.withdrawn_at as gone from missing_episode m join person p on p.id = m.person_id where p.source_id = 'T3'`,
          )
        )[0]
      const before = await held()
      await back(first.import)
      expect(await held()).toMatchObject({ person_gone: expect.any(String), gone: expect.any(String) })
      await bringIn(files)
      expect(await held()).toEqual(before)
    })

    test('what a later import has said of a record stays', async () => {
      await bringIn(caseOf('T4'))
      const middle = await bringIn(caseOf('T4', { person: { pers_forename: 'Tern' } }))
      await bringIn(caseOf('T4', { person: { pers_forename: 'Knot' } }))
      await back(middle.import)
      expect(await personHeld('T4')).toMatchObject({ forename: 'Knot' })
    })

    test('twice is refused, and so is what was never brought in', async () => {
      const some = await bringIn(caseOf('T5'))
      await back(some.import)
      const before = await allHeld(given.database())
      await expect(back(some.import)).rejects.toThrow('This import has already been taken back.')
      await expect(back('00000000-0000-4000-8000-000000000000')).rejects.toThrow('There is no import with this number.')
      expect(await allHeld(given.database())).toEqual(before)
    })
  })
})
