import { describe, expect, test } from 'vitest'
import { missingEpisode } from '../../src/practice/missing/records.ts'
import { person } from '../../src/practice/person/records.ts'
import { versionsOf } from '../../src/engine/records/read.ts'
import type { Row } from '../../src/engine/database/database.ts'
import { allHeld, bring, csv, extractOf, traces, type Tables } from '../support/ssd-files.ts'
import { acting, onBoth } from '../support/two-databases.ts'

const child = (id: string, more: Record<string, string> = {}) => ({
  pers_person_id: id,
  pers_forename: 'Teal',
  pers_surname: `Number ${id}`,
  pers_dob: '2008-05-01',
  pers_sex: 'F',
  ...more,
})
const missing = (id: string, who: string, from = '2015-06-05 21:15:00', more: Record<string, string> = {}) => ({
  miss_table_id: id,
  miss_person_id: who,
  miss_missing_episode_start_date: from,
  miss_missing_episode_type: 'M',
  miss_missing_episode_end_date: '2015-06-06 06:30:00',
  ...more,
})
const referral = (id: string, who: string, more: Record<string, string> = {}) => ({
  cine_referral_id: id,
  cine_person_id: who,
  cine_referral_date: '2015-03-02',
  cine_cin_primary_need_code: 'N1',
  cine_referral_nfa: 'N',
  ...more,
})

onBoth('bringing an extract of the case system in', (given) => {
  const bringIn = (tables: Tables) => bring(given.database(), extractOf(tables))
  const ask = (sql: string, knownAt?: string) => given.database().transaction(acting('reads', { knownAt }), (tx) => tx.query<Row>(sql))
  const episodes = (who: string) =>
    ask(
      `select m.source_id as id, m.withdrawn_at is not null as withdrawn from missing_episode m join person p on p.id = m.person_id where p.source_id = '${who}' order by 1`,
    )

  describe('what comes of it', () => {
    test('is counted file by file: added, then unchanged, then changed, withdrawn and refused', async () => {
      const whole = {
        ssd_person: [child('A1'), child('A2'), child('A3')],
        ssd_missing: [
          missing('MA1', 'A1'),
          missing('MA2', 'A1', '2015-07-05 20:00:00', { miss_missing_episode_end_date: '2015-07-06 01:00:00' }),
          missing('MA3', 'A2'),
        ],
      }
      const first = await bringIn(whole)
      expect(first.counts('Person')).toEqual([3, 0, 0, 0, 0])
      expect(first.counts('Missing episode')).toEqual([3, 0, 0, 0, 0])
      const again = await bringIn(whole)
      expect(again.counts('Person')).toEqual([0, 0, 3, 0, 0])
      expect(again.counts('Missing episode')).toEqual([0, 0, 3, 0, 0])
      const other = await bringIn({
        ssd_person: [child('A1', { pers_forename: 'Tern' }), child('A2'), child('A3', { pers_sex: 'Q' }), child('A4')],
        ssd_missing: [missing('MA1', 'A1', '2015-06-05 22:00:00'), missing('MA3', 'A2'), missing('MA4', 'A4', '2061-06-05')],
      })
      expect(other.counts('Person')).toEqual([1, 1, 1, 0, 1])
      expect(other.counts('Missing episode')).toEqual([0, 1, 1, 1, 1])
    })

    test('the very same again writes nothing: no history, no instant, no mark', async () => {
      const tables: Tables = {
        ssd_person: [child('B1'), child('B2')],
        ssd_missing: [missing('MB1', 'B1')],
        ssd_department: [{ dept_team_id: 'TB1', dept_team_name: 'Harbour team' }],
        ssd_professionals: [
          {
            prof_professional_id: 'WB1',
            prof_professional_name: 'Sanderling Reed',
            prof_social_worker_registration_no: 'SW90001',
            prof_agency_worker_flag: 'N',
          },
        ],
        ssd_cin_episodes: [
          referral('RB1', 'B1', {
            cine_referral_team: 'TB1',
            cine_referral_worker_id: 'WB1',
            cine_referral_outcome_json: '{"SINGLE_ASSESSMENT_FLAG":"Y","NFA_FLAG":""}',
          }),
        ],
        ssd_cla_episodes: [
          {
            clae_cla_episode_id: 'EB1',
            clae_person_id: 'B1',
            clae_cla_episode_start_date: '2015-01-05',
            clae_cla_episode_start_reason: 'S',
            clae_cla_id: 'LB1',
            clae_cla_placement_id: 'PB1',
            clae_cla_episode_ceased_date: '2015-02-05',
            clae_cla_episode_ceased_reason: 'X1',
            clae_referral_id: 'RB1',
          },
          {
            clae_cla_episode_id: 'EB2',
            clae_person_id: 'B1',
            clae_cla_episode_start_date: '2015-02-05',
            clae_cla_episode_start_reason: 'P',
            clae_cla_id: 'LB1',
          },
        ],
        ssd_cla_placement: [
          {
            clap_cla_placement_id: 'PB1',
            clap_cla_id: 'LB1',
            clap_person_id: 'B1',
            clap_cla_placement_start_date: '2015-01-05',
            clap_cla_placement_type: 'U6',
            clap_cla_placement_distance: '4.50',
          },
        ],
      }
      await bringIn(tables)
      const before = { traces: await traces(given.database()), held: await allHeld(given.database()) }
      for (let time = 0; time < 2; time++) {
        const again = await bringIn(tables)
        expect(again.files.filter(({ added, changed, withdrawn, refused }) => added + changed + withdrawn + refused.length > 0)).toEqual([])
        expect({ traces: await traces(given.database()), held: await allHeld(given.database()) }).toEqual(before)
      }
    })

    test('a changed value is held from now on; what was held before is kept, with the file and line each came from', async () => {
      await bringIn({ ssd_person: [child('C0'), child('C1')] })
      const between = new Date().toISOString()
      await bringIn({ ssd_person: [child('C1', { pers_surname: 'Curlew' })] })
      const versions = await given.database().transaction(acting('reads'), async (tx) => {
        const [row] = await tx.query<{ id: string }>(`select id from person where source_id = 'C1'`)
        return versionsOf(tx, person, row?.id as string)
      })
      expect(
        versions.map(({ record, endedBy }) => [(record as unknown as { surname: string }).surname, record.line, record.changedBy, endedBy]),
      ).toEqual([
        ['Curlew', 2, 'importer', null],
        ['Number C1', 3, 'importer', 'importer'],
      ])
      expect(versions[0]?.record.cameFrom).not.toBe(versions[1]?.record.cameFrom)
      expect(await ask(`select surname from person where source_id = 'C1'`, between)).toEqual([{ surname: 'Number C1' }])
      expect(await ask(`select pers_surname from ssd_person where pers_person_id = 'C1'`, between)).toEqual([{ pers_surname: 'Number C1' }])
      expect(await ask(`select pers_surname from ssd_person where pers_person_id = 'C1'`)).toEqual([{ pers_surname: 'Curlew' }])
    })

    test('a value that the case system now leaves blank is blank', async () => {
      await bringIn({ ssd_person: [child('C5', { pers_nationality: 'Irish' })] })
      const again = await bringIn({ ssd_person: [child('C5', { pers_nationality: '' })] })
      expect(again.counts('Person')).toEqual([0, 1, 0, 0, 0])
      expect(await ask(`select nationality from person where source_id = 'C5'`)).toEqual([{ nationality: null }])
    })

    test('a column that is absent is not blank: what it said before stays', async () => {
      await bringIn({ ssd_person: [child('C6', { pers_nationality: 'Irish' })] })
      expect((await bringIn({ ssd_person: [child('C6')] })).counts('Person')).toEqual([0, 0, 1, 0, 0])
      expect(await ask(`select nationality from person where source_id = 'C6'`)).toEqual([{ nationality: 'Irish' }])
    })
  })

  describe('what is no longer said', () => {
    test('a record gone from the extract is withdrawn, and stands again when it is back', async () => {
      const both = {
        ssd_person: [child('D1')],
        ssd_missing: [missing('MD1', 'D1'), missing('MD2', 'D1', '2015-08-01 20:00:00', { miss_missing_episode_end_date: '' })],
      }
      await bringIn(both)
      const gone = await bringIn({ ...both, ssd_missing: [missing('MD1', 'D1')] })
      expect(gone.counts('Missing episode')).toEqual([0, 0, 1, 1, 0])
      expect(await episodes('D1')).toEqual([
        { id: 'MD1', withdrawn: false },
        { id: 'MD2', withdrawn: true },
      ])
      expect(await ask(`select miss_table_id from ssd_missing where miss_person_id = 'D1'`)).toEqual([{ miss_table_id: 'MD1' }])
      const back = await bringIn(both)
      expect(back.counts('Missing episode')).toEqual([0, 1, 1, 0, 0])
      expect(await episodes('D1')).toEqual([
        { id: 'MD1', withdrawn: false },
        { id: 'MD2', withdrawn: false },
      ])
      const versions = await given.database().transaction(acting('reads'), async (tx) => {
        const [row] = await tx.query<{ id: string }>(`select id from missing_episode where source_id = 'MD2'`)
        return versionsOf(tx, missingEpisode, row?.id as string)
      })
      expect(versions.map(({ record }) => record.withdrawnAt !== null)).toEqual([false, true, false])
    })

    test('a row that was refused is not an absent one: what is held of it stays', async () => {
      const tables = { ssd_person: [child('D3')], ssd_missing: [missing('MD5', 'D3')] }
      await bringIn(tables)
      const spoilt = await bringIn({ ...tables, ssd_missing: [missing('MD5', 'D3', '31/02/2015')] })
      expect(spoilt.counts('Missing episode')).toEqual([0, 0, 0, 0, 1])
      expect(await episodes('D3')).toEqual([{ id: 'MD5', withdrawn: false }])
    })

    test('a child gone from the extract has left it, and keeps everything', async () => {
      await bringIn({ ssd_person: [child('D4'), child('D5')], ssd_missing: [missing('MD6', 'D4'), missing('MD7', 'D5')] })
      const smaller = await bringIn({ ssd_person: [child('D5')], ssd_missing: [missing('MD7', 'D5')] })
      expect(smaller.counts('Missing episode')).toEqual([0, 0, 1, 0, 0])
      expect(await episodes('D4')).toEqual([{ id: 'MD6', withdrawn: false }])
      expect(await ask(`select withdrawn_at from person where source_id = 'D4'`)).toEqual([{ withdrawn_at: null }])
    })

    test('a table that is not among the files says nothing about its records', async () => {
      await bringIn({ ssd_person: [child('D8')], ssd_missing: [missing('MD8', 'D8')] })
      await bringIn({ ssd_person: [child('D8')] })
      expect(await episodes('D8')).toEqual([{ id: 'MD8', withdrawn: false }])
    })

    test('a file that cannot be read to its end withdraws nothing and brings nothing', async () => {
      const tables = {
        ssd_person: [child('D9')],
        ssd_missing: [missing('MD9', 'D9'), missing('MD10', 'D9', '2015-09-01 10:00:00', { miss_missing_episode_end_date: '' })],
      }
      await bringIn(tables)
      const many = Array.from({ length: 3000 }, (_, n) =>
        missing(`MD${n + 100}`, 'D9', '2015-06-05 21:15:00', { miss_missing_rhi_offered: 'Y' }),
      )
      const broken = await bring(given.database(), {
        'ssd_person.csv': csv(tables.ssd_person),
        'ssd_missing.csv': `${csv(many)}"MD12,never closed\n`,
      })
      expect(broken.counts('Missing episode')).toEqual([0, 0, 0, 0, 0])
      expect(broken.refused).toHaveLength(1)
      expect(broken.refused[0]).toContain('A quotation mark opens a cell here and is never closed.')
      expect(broken.refused[0]).toContain('Nothing of this file was brought in.')
      expect(await episodes('D9')).toEqual([
        { id: 'MD10', withdrawn: false },
        { id: 'MD9', withdrawn: false },
      ])
    })
  })

  test('what hangs on a child by way of other records is withdrawn and kept as the child’s own are; teams and workers are kept', async () => {
    const plans = (who: string) => ({
      ssd_send: [{ send_table_id: `S${who}`, send_person_id: who, send_uln: '1' }],
      ssd_ehcp_requests: [{ ehcr_ehcp_request_id: `Q${who}`, ehcr_send_table_id: `S${who}`, ehcr_ehcp_req_date: '2015-01-05' }],
    })
    const assessed = (who: string) => [
      { ehca_ehcp_assessment_id: `H${who}`, ehca_ehcp_request_id: `Q${who}`, ehca_ehcp_assessment_outcome_date: '2015-03-05' },
    ]
    const named = (who: string) => [
      { ehcn_named_plan_id: `N${who}`, ehcn_ehcp_asmt_id: `H${who}`, ehcn_named_plan_start_date: '2015-04-05' },
    ]
    const together = (one: Tables, other: Tables): Tables =>
      Object.fromEntries(Object.keys(one).map((table) => [table, [...(one[table] ?? []), ...(other[table] ?? [])]]))
    const all = (who: string): Tables => ({
      ssd_person: [child(who)],
      ...plans(who),
      ssd_ehcp_assessment: assessed(who),
      ssd_ehcp_named_plan: named(who),
    })
    const standing = () => ask(`select source_id from ehc_named_plan where source_id in ('NG1', 'NG2') and withdrawn_at is null order by 1`)
    await bringIn({
      ...together(all('G1'), all('G2')),
      ssd_department: [{ dept_team_id: 'TG1', dept_team_name: 'Gull team' }],
      ssd_professionals: [{ prof_professional_id: 'WG1', prof_professional_name: 'Reed Bunting' }],
    })
    await bringIn({
      ...all('G1'),
      ssd_department: [{ dept_team_id: 'TG2', dept_team_name: 'Other team' }],
      ssd_professionals: [{ prof_professional_id: 'WG2', prof_professional_name: 'Marsh Harrier' }],
    })
    expect(await standing()).toEqual([{ source_id: 'NG1' }, { source_id: 'NG2' }])
    expect(
      await ask(
        `select 1 from team where source_id = 'TG1' and withdrawn_at is null union all select 1 from professional where source_id = 'WG1' and withdrawn_at is null`,
      ),
    ).toHaveLength(2)
    await bringIn({
      ...all('G1'),
      ssd_ehcp_named_plan: [{ ehcn_named_plan_id: 'NG3', ehcn_ehcp_asmt_id: 'HG1', ehcn_named_plan_start_date: '2015-04-06' }],
    })
    expect(await standing()).toEqual([{ source_id: 'NG2' }])
  })

  describe('rows that cannot stand', () => {
    test('the same row twice is one record; two rows that contradict each other are both refused, and what was held stays', async () => {
      await bringIn({ ssd_person: [child('E1'), child('E2')] })
      const twice = await bringIn({
        ssd_person: [child('E1'), child('E2', { pers_forename: 'Knot' }), child('E1'), child('E2', { pers_forename: 'Ruff' }), child('E3')],
      })
      expect(twice.counts('Person')).toEqual([1, 0, 2, 0, 2])
      expect(twice.refused).toEqual([
        'ssd_person.csv | 3 | E2 | Lines 3 and 5 say different things of the same record, and nothing tells which is right.',
        'ssd_person.csv | 5 | E2 | Lines 3 and 5 say different things of the same record, and nothing tells which is right.',
      ])
      expect(await ask(`select forename, withdrawn_at from person where source_id = 'E2'`)).toEqual([
        { forename: 'Teal', withdrawn_at: null },
      ])
    })

    test('a record about a child who is neither in the files nor here is refused; about one who is here already, it stands', async () => {
      await bringIn({ ssd_person: [child('E5')] })
      const some = await bringIn({ ssd_missing: [missing('ME1', 'E5'), missing('ME2', 'E99')] })
      expect(some.counts('Missing episode')).toEqual([1, 0, 0, 0, 1])
      expect(some.refused).toEqual([
        'ssd_missing.csv | 3 | identifier | E99 | There is no person with this identifier here or in these files, or the row that would have brought it in was refused.',
      ])
    })

    test('a record about a child whose own row was refused is refused with it, and comes in when the row is mended', async () => {
      const tables = { ssd_person: [child('E6', { pers_dob: '01/13/2008' })], ssd_missing: [missing('ME3', 'E6')] }
      const spoilt = await bringIn(tables)
      expect([spoilt.counts('Person'), spoilt.counts('Missing episode')]).toEqual([
        [0, 0, 0, 0, 1],
        [0, 0, 0, 0, 1],
      ])
      const mended = await bringIn({ ...tables, ssd_person: [child('E6')] })
      expect([mended.counts('Person'), mended.counts('Missing episode'), mended.refused]).toEqual([[1, 0, 0, 0, 0], [1, 0, 0, 0, 0], []])
    })

    test('a row without its identifier, or about nobody, is refused', async () => {
      const some = await bringIn({ ssd_person: [child('E7')], ssd_missing: [missing('', 'E7'), missing('ME7', '')] })
      expect(some.counts('Missing episode')).toEqual([0, 0, 0, 0, 2])
      expect(some.refused).toEqual([
        'ssd_missing.csv | 2 | identifier | It has no identifier of its own.',
        'ssd_missing.csv | 3 | whom it is about | It does not say whom it is about.',
      ])
    })

    test('a row whose end is before its beginning is refused, naming the column, and the rest come in', async () => {
      const some = await bringIn({ ssd_person: [child('E8')], ssd_missing: [missing('ME8', 'E8', '2015-06-08'), missing('ME9', 'E8')] })
      expect(some.counts('Missing episode')).toEqual([1, 0, 0, 0, 1])
      expect(some.refused).toEqual([
        'ssd_missing.csv | 2 | miss_missing_episode_end_date | 2015-06-06 06:30:00 | It ends before it begins.',
      ])
    })
  })

  describe('references', () => {
    const team = (who: string) =>
      ask(`select t.name, r.unresolved from referral r left join team t on t.id = r.team_id where r.source_id = '${who}'`)

    test('one to something not yet here is kept as it was said, shown as it was said, and found when it comes', async () => {
      await bringIn({ ssd_person: [child('F1')], ssd_cin_episodes: [referral('RF1', 'F1', { cine_referral_team: 'TF1' })] })
      expect(await team('RF1')).toEqual([{ name: null, unresolved: { team: 'TF1' } }])
      expect(await ask(`select cine_referral_team from ssd_cin_episodes where cine_referral_id = 'RF1'`)).toEqual([
        { cine_referral_team: 'TF1' },
      ])
      await bringIn({ ssd_department: [{ dept_team_id: 'TF1', dept_team_name: 'Estuary team' }] })
      expect(await team('RF1')).toEqual([{ name: 'Estuary team', unresolved: null }])
      expect(await ask(`select cine_referral_team from ssd_cin_episodes where cine_referral_id = 'RF1'`)).toEqual([
        { cine_referral_team: 'TF1' },
      ])
    })

    test('one that changes while it is not yet here is the new one when it comes', async () => {
      await bringIn({ ssd_person: [child('F2')], ssd_cin_episodes: [referral('RF2', 'F2', { cine_referral_team: 'TF2' })] })
      await bringIn({ ssd_person: [child('F2')], ssd_cin_episodes: [referral('RF2', 'F2', { cine_referral_team: 'TF3' })] })
      await bringIn({ ssd_department: [2, 3].map((n) => ({ dept_team_id: `TF${n}`, dept_team_name: `Team ${n}` })) })
      expect(await team('RF2')).toEqual([{ name: 'Team 3', unresolved: null }])
    })

    test('one that is not yet here and whose column is then absent is still known', async () => {
      await bringIn({
        ssd_person: [child('F3')],
        ssd_cin_episodes: [referral('RF3', 'F3', { cine_referral_team: 'TF5', cine_referral_worker_id: 'WF5' })],
      })
      await bringIn({
        ssd_person: [child('F3')],
        ssd_cin_episodes: [referral('RF3', 'F3', { cine_cin_primary_need_code: 'N4', cine_referral_worker_id: 'WF6' })],
      })
      expect(await team('RF3')).toEqual([{ name: null, unresolved: { team: 'TF5', worker: 'WF6' } }])
    })

    test('one to a record of the same files is found, whichever file comes first, also where two refer to each other', async () => {
      await bringIn({
        ssd_person: [child('F4')],
        ssd_initial_cp_conference: [{ icpc_icpc_id: 'IF1', icpc_person_id: 'F4', icpc_cp_plan_id: 'CF1', icpc_icpc_date: '2015-04-01' }],
        ssd_cp_plans: [{ cppl_cp_plan_id: 'CF1', cppl_icpc_id: 'IF1', cppl_person_id: 'F4', cppl_cp_plan_start_date: '2015-04-01' }],
        ssd_department: [
          { dept_team_id: 'TF7', dept_team_name: 'Inner', dept_team_parent_id: 'TF8' },
          { dept_team_id: 'TF8', dept_team_name: 'Outer', dept_team_parent_id: '' },
        ],
      })
      expect(
        await ask(
          `select icpc_cp_plan_id, cppl_icpc_id from ssd_initial_cp_conference join ssd_cp_plans on cppl_cp_plan_id = icpc_cp_plan_id where icpc_person_id = 'F4'`,
        ),
      ).toEqual([{ icpc_cp_plan_id: 'CF1', cppl_icpc_id: 'IF1' }])
      expect(await ask(`select p.name as parent from team t join team p on p.id = t.parent_id where t.name = 'Inner'`)).toEqual([
        { parent: 'Outer' },
      ])
      expect(
        await ask(
          `select 1 from initial_conference where unresolved is not null union all select 1 from team where unresolved is not null`,
        ),
      ).toEqual([])
    })
  })
})
