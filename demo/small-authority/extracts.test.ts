import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { childrenInNeedCensus } from './census.ts'
import { livesAt, writeExtracts } from './extracts.ts'
import { ssda903TableNames, ssdTableNames } from './layout.ts'
import type { SsdTable } from './layout.ts'
import { ownExtract } from './own/own-extract.ts'
import { ssdExtract } from './ssd.ts'
import { ssda903Return } from './ssda903.ts'
import { extractDay } from './story-person.ts'
import type { Moment } from './story-person.ts'

type CsvRow = Readonly<Record<string, string>>
const parsed = (text: string): readonly CsvRow[] => Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true }).data
const moments: readonly Moment[] = ['january', 'february']
const ssdOf = (moment: Moment) => {
  const texts = ssdExtract(livesAt(moment), extractDay[moment])
  return (table: SsdTable) => parsed(texts.get(table) ?? '')
}
const january = ssdOf('january')
const february = ssdOf('february')
const of = (rows: readonly CsvRow[], column: string, value: string) => rows.filter((row) => row[column] === value)

describe('writing', () => {
  test('the same moment writes the same bytes: the dataset, two years of the return, one census and our own tables', async () => {
    const folders = [await mkdtemp(join(tmpdir(), 'estuary-')), await mkdtemp(join(tmpdir(), 'estuary-'))] as const
    try {
      const one = await writeExtracts(folders[0], { moment: 'february' })
      const other = await writeExtracts(folders[1], { moment: 'february' })
      const own = ownExtract(livesAt('february'), extractDay.february)
      expect(one.length).toBe(ssdTableNames.length + 2 * ssda903TableNames.length + 1 + own.size)
      for (const [place, path] of one.entries()) expect(await readFile(path)).toEqual(await readFile(other[place] ?? ''))
    } finally {
      for (const folder of folders) await rm(folder, { recursive: true })
    }
  })

  test('Estuary knows of about 120 children, and no table of the extract is empty', () => {
    expect(livesAt('february').length).toBeGreaterThanOrEqual(120)
    for (const table of ssdTableNames) expect([table, february(table).length > 0]).toEqual([table, true])
  })
})

describe('what the second extract mends', () => {
  const statuses = (rows: readonly CsvRow[]) =>
    of(rows, 'lega_person_id', '204417').map((row) => [
      row['lega_legal_status'],
      row['lega_legal_status_start_date'],
      row['lega_legal_status_end_date'],
    ])

  test('Jaden’s interim care order was keyed as Monday 25 January and is mended to Friday 22 January', () => {
    expect(statuses(january('ssd_legal_status')).at(-1)).toEqual(['C1', '2016-01-25', ''])
    expect(statuses(february('ssd_legal_status'))).toEqual([
      ['V2', '2014-05-06', '2014-11-20'],
      ['V2', '2016-01-04', '2016-01-22'],
      ['C1', '2016-01-22', ''],
    ])
  })

  test('a visit to Jayden on 14 January is withdrawn, and no other visit changes its number', () => {
    const visits = (rows: readonly CsvRow[]) =>
      of(rows, 'cinv_person_id', '198230').map((row) => [row['cinv_cin_visit_id'], row['cinv_cin_visit_date']])
    expect(visits(january('ssd_cin_visits'))).toEqual([
      ['Y198230001', '2015-12-10'],
      ['Y198230002', '2016-01-07'],
      ['Y198230003', '2016-01-14'],
    ])
    expect(visits(february('ssd_cin_visits'))).toEqual([
      ['Y198230001', '2015-12-10'],
      ['Y198230002', '2016-01-07'],
      ['Y198230004', '2016-02-04'],
    ])
  })

  test('Jade’s surname changes; a baby is born and named; Jaden’s first placement ends', () => {
    const surname = (rows: readonly CsvRow[]) => of(rows, 'pers_person_id', '171965')[0]?.['pers_surname']
    expect([surname(january('ssd_person')), surname(february('ssd_person'))]).toEqual(['Wickham', 'Wickham-Lowe'])
    const baby = (rows: readonly CsvRow[]) =>
      of(rows, 'pers_person_id', '202120').map((row) => [row['pers_dob'], row['pers_expected_dob'], row['pers_sex']])
    expect(baby(january('ssd_person'))).toEqual([['', '2016-02-12', 'U']])
    expect(baby(february('ssd_person'))).toEqual([['2016-02-09', '2016-02-12', 'F']])
    const lived = (rows: readonly CsvRow[]) =>
      of(rows, 'clap_person_id', '204417').map((row) => [row['clap_cla_placement_postcode'], row['clap_cla_placement_end_date']])
    expect(lived(january('ssd_cla_placement')).at(-1)).toEqual(['XE1 6RD', ''])
    expect(lived(february('ssd_cla_placement')).slice(-2)).toEqual([
      ['XE1 6RD', '2016-02-26'],
      ['XE9 3HF', ''],
    ])
  })
})

describe.each(moments)('every life of the %s extract', (moment) => {
  const day = extractDay[moment]
  const lives = livesAt(moment)

  test('nothing starts before birth, except what may be told of an unborn child', () => {
    for (const { situation, born, expected, ...life } of lives) {
      const first = [
        ...life.care.map((care) => care.from),
        ...(expected || life.referrals.some((referral) => born !== null && referral.on < born)
          ? []
          : life.contacts.map((contact) => contact.on)),
      ]
      for (const on of first) expect([situation, born === null || born <= on]).toEqual([situation, true])
      if (life.died && born) expect(life.died > born).toBe(true)
    }
  })

  test('what belongs to a referral lies within it, and each end follows its start', () => {
    for (const { situation, referrals } of lives) {
      for (const referral of referrals) {
        const within = [
          ...referral.assessments.map((each) => [each.from, each.until]),
          ...referral.cinPlans.map((each) => [each.from, each.until]),
          ...referral.enquiries.map((each) => [each.on, each.until]),
          ...referral.protectionPlans.map((each) => [each.from, each.until]),
          ...referral.conferences.map((each) => [each.on, null]),
          [referral.on, referral.closedOn],
        ] as const
        for (const [from, until] of within) {
          expect([situation, from, from !== null && from !== undefined && from >= referral.on && (!until || until >= from)]).toEqual([
            situation,
            from,
            true,
          ])
          if (referral.closedOn)
            expect([situation, from, until, (until ?? from ?? '') <= referral.closedOn]).toEqual([situation, from, until, true])
        }
        for (const plan of referral.protectionPlans) {
          for (const on of [...plan.reviews.map((review) => review.on), ...plan.visits.map((visit) => visit.on.slice(0, 10))]) {
            expect([situation, on, on >= plan.from && (plan.until === null || on <= plan.until)]).toEqual([situation, on, true])
          }
        }
      }
      referrals.slice(1).forEach((referral, place) => {
        const before = referrals[place]?.closedOn
        expect([situation, before !== null && before !== undefined && before <= referral.on]).toEqual([situation, true])
      })
    }
  })

  test('episodes and placements of a period of care meet on one day and never overlap; statuses never overlap', () => {
    for (const { situation, care, legal } of lives) {
      for (const period of care) {
        for (const parts of [period.episodes, period.placements]) {
          expect([situation, parts[0]?.from, parts.at(-1)?.until]).toEqual([situation, period.from, period.until])
          parts.slice(1).forEach((part, place) => expect([situation, part.from]).toEqual([situation, parts[place]?.until]))
          for (const part of parts) expect([situation, part.until === null || part.until > part.from]).toEqual([situation, true])
        }
        for (const on of [
          ...period.reviews.filter((review) => !review.cancelled).map((review) => review.on),
          ...period.visits.map((visit) => visit.on.slice(0, 10)),
        ]) {
          expect([situation, on, on >= period.from && (period.until === null || on <= period.until)]).toEqual([situation, on, true])
        }
        expect(period.episodes[0]?.startReason).toBe('S')
        for (const episode of period.episodes.slice(0, -1)) expect(episode.endReason).toBe('X1')
      }
      care
        .slice(1)
        .forEach((period, place) => expect([situation, (care[place]?.until ?? '9999') <= period.from]).toEqual([situation, true]))
      legal
        .slice(1)
        .forEach((status, place) => expect([situation, (legal[place]?.until ?? '9999') <= status.from]).toEqual([situation, true]))
    }
  })

  test('the extract says nothing later than its day, due dates and expected births apart', () => {
    const mayLieAhead = /due|target|expected/
    const extract = moment === 'january' ? january : february
    for (const table of ssdTableNames) {
      for (const row of extract(table)) {
        const tooLate = Object.entries(row).filter(
          ([column, value]) => /^\d{4}-\d\d-\d\d/.test(value) && !mayLieAhead.test(column) && value.slice(0, 10) > day,
        )
        expect([table, tooLate]).toEqual([table, []])
      }
    }
  })
})

describe('the four sources say the same', () => {
  const british = (day: string | undefined) => (day ? day.split('-').reverse().join('/') : '')

  test('each episode of the looked-after return is an episode of the dataset, with the same days, reason, status and place', () => {
    const lives = livesAt('february')
    const placements = new Map(february('ssd_cla_placement').map((row) => [row['clap_cla_placement_id'], row]))
    const known = new Set(
      february('ssd_cla_episodes').map((row) => {
        const place = placements.get(row['clae_cla_placement_id'])
        return [
          row['clae_person_id'],
          british(row['clae_cla_episode_start_date']),
          row['clae_cla_episode_start_reason'],
          place?.['clap_cla_placement_type'],
          place?.['clap_cla_placement_postcode'],
        ].join()
      }),
    )
    const returned = [2015, 2016].flatMap((year) => parsed(ssda903Return(lives, year, extractDay.february).get('episodes') ?? ''))
    expect(returned.length).toBeGreaterThan(80)
    for (const row of returned) expect(known).toContain([row['CHILD'], row['DECOM'], row['RNE'], row['PLACE'], row['PL_POST']].join())
  })

  test('each referral of the census is a referral of the dataset on that day', () => {
    const census = childrenInNeedCensus(livesAt('february'), 2015)
    const known = new Set(february('ssd_cin_episodes').map((row) => `${row['cine_person_id']} ${row['cine_referral_date']}`))
    const children = census.match(/<Child>.*<\/Child>/g) ?? []
    expect(children.length).toBeGreaterThan(50)
    for (const child of children) {
      const id = /<LAchildID>(\d+)</.exec(child)?.[1]
      for (const [, on] of child.matchAll(/<CINreferralDate>([\d-]+)</g)) expect(known).toContain(`${id} ${on}`)
    }
  })
})
