import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { everyName } from '../names.ts'
import { livesAt } from './extracts.ts'
import { ssda903Columns, ssda903TableNames, ssdColumns, ssdTableNames } from './layout.ts'
import type { SsdTable } from './layout.ts'
import { workers } from './people.ts'
import { ssdExtract } from './ssd.ts'
import { ssda903Return } from './ssda903.ts'
import { extractDay } from './story-person.ts'

const reference = (file: string) => join(import.meta.dirname, '../../../shared/reference', file)
const hasReference = existsSync(reference('ssd.csv'))
const realNames = join(import.meta.dirname, '../../../shared/brief/real-names.txt')
if (!hasReference) console.warn('Left out: the extracts held against the layouts in ../shared/reference, which is not here.')
if (!existsSync(realNames)) console.warn('Left out: the names held against ../shared/brief/real-names.txt, which is not here.')

type CsvRow = Readonly<Record<string, string>>
const parsed = (text: string): readonly CsvRow[] => Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true }).data
const of = (rows: readonly CsvRow[], column: string, value: string) => rows.filter((row) => row[column] === value)
const texts = ssdExtract(livesAt('february'), extractDay.february)
const february = (table: SsdTable) => parsed(texts.get(table) ?? '')

describe.skipIf(!hasReference)('held against the reference', () => {
  const fields = hasReference ? parsed(readFileSync(reference('ssd.csv'), 'utf8')) : []
  const return903 = hasReference ? (JSON.parse(readFileSync(reference('ssda903.json'), 'utf8')) as Reference903) : undefined
  interface Reference903 {
    readonly tables: Readonly<Record<string, { readonly columns: readonly { readonly name: string; readonly code_list?: string }[] }>>
    readonly code_lists: Readonly<Record<string, { readonly codes: readonly { readonly code: string }[] }>>
  }
  const tablesOf903 = {
    header: 'Header',
    episodes: 'Episodes',
    reviews: 'Reviews',
    uasc: 'UASC',
    oc2: 'OC2',
    oc3: 'OC3',
    ad1: 'AD1',
    placed_for_adoption: 'PlacedAdoption',
    previous_permanence: 'PrevPerm',
    missing: 'Missing',
  } as const

  test('each table has the columns of the layout, in its order', () => {
    for (const table of ssdTableNames)
      expect([table, ssdColumns(table)]).toEqual([table, of(fields, 'table', table).map((row) => row['field'])])
    for (const table of ssda903TableNames)
      expect(ssda903Columns(table)).toEqual(return903?.tables[tablesOf903[table]]?.columns.map((column) => column.name))
  })

  test('each code is one of the dataset’s, each outcome has all the keys, each reference leads somewhere', () => {
    const keys = new Map(ssdTableNames.map((table) => [table as string, february(table)] as const))
    for (const field of fields) {
      const { table = '', field: column = '', code_list: list = '', foreign_key: to = '' } = field
      const values = (keys.get(table) ?? []).map((row) => row[column] ?? '').filter((value) => value !== '')
      const codes = [...list.matchAll(/(?:^|; |: )([A-Za-z0-9]+)=/g)].map((match) => match[1])
      const json = /^JSON keys: (.*)$/.exec(list)?.[1]
      if (json) {
        const wanted = json.includes('=') ? codes : json.split(', ')
        for (const value of values) expect([column, Object.keys(JSON.parse(value) as object)]).toEqual([column, wanted])
      } else if (list.startsWith('JSON array')) {
        for (const value of values) for (const code of JSON.parse(value) as string[]) expect(codes).toContain(code)
      } else if (codes.length > 1 && !/gender$/.test(column)) {
        for (const value of values) expect([column, codes]).toEqual([column, expect.arrayContaining([value])])
      }
      const [target = '', key = ''] = to.split('.')
      if (!keys.has(target) || !keys.has(table)) continue
      const there = new Set(keys.get(target)?.map((row) => row[key]))
      if (/person_id$/.test(key) && target !== 'ssd_person') continue
      for (const value of values) expect([column, value, there.has(value)]).toEqual([column, value, true])
    }
  })

  test('each code of the looked-after return is one of its list; the sex is 1 or 2, as until 2024', () => {
    for (const year of [2015, 2016]) {
      for (const [table, text] of ssda903Return(livesAt('february'), year, extractDay.february)) {
        for (const { name, code_list: list } of return903?.tables[tablesOf903[table]]?.columns ?? []) {
          const codes = list === 'sex' ? ['1', '2'] : return903?.code_lists[list ?? '']?.codes.map((code) => code.code)
          if (!codes || codes.length === 0 || name === 'UPN') continue
          for (const row of parsed(text)) if (row[name]) expect([name, codes]).toEqual([name, expect.arrayContaining([row[name]])])
        }
      }
    }
  })
})

describe('names', () => {
  test.skipIf(!existsSync(realNames))('no child, mother, worker or name of the pools is on the list of real names', () => {
    const listed = readFileSync(realNames, 'utf8')
      .split('\n')
      .map((line) => line.trim().toLowerCase())
      .filter((line) => line !== '')
    const said = [
      ...everyName(),
      ...workers.map((worker) => worker.name),
      ...livesAt('february').flatMap((life) => [
        `${life.forename} ${life.surname}`,
        ...(life.mother ? [`${life.mother.forename} ${life.mother.surname}`] : []),
      ]),
    ].map((name) => ` ${name.toLowerCase().replaceAll('-', ' ')} `)
    for (const name of listed) expect(said.filter((each) => each.includes(` ${name} `))).toEqual([])
  })

  test('no two children share a number, a pupil number or an NHS number', () => {
    const lives = livesAt('february')
    for (const numbers of [lives.map((life) => life.id), lives.map((life) => life.nhs), lives.flatMap((life) => life.upn ?? [])])
      expect(new Set(numbers).size).toBe(numbers.length)
    for (const { upn } of lives) if (upn) expect(upn).toMatch(/^[A-HJ-NP-RT-Z]\d{12}$/)
  })
})
