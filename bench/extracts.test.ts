import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ssdColumns } from '../demo/small-authority/layout.ts'
import type { SsdTable } from '../demo/small-authority/layout.ts'
import { writeSsdExtract } from './extracts.ts'

const reference = join(import.meta.dirname, '../../shared/reference/ssd.csv')
if (!existsSync(reference))
  console.warn('Left out: the codes of the generated extract held against ../shared/reference/ssd.csv, which is not here.')

type CsvRow = Readonly<Record<string, string>>
const folders: string[] = []
const tables = new Map<string, readonly CsvRow[]>()
let said = { rows: 0, bytes: 0, files: [] as string[] }

beforeAll(async () => {
  for (let n = 0; n < 2; n += 1) folders.push(await mkdtemp(join(tmpdir(), 'bench-extract-')))
  said = await writeSsdExtract(folders[0] ?? '', { children: 50, seed: 7 })
  for (const path of said.files) {
    const text = await readFile(path, 'utf8')
    const parsed = Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true })
    expect(parsed.errors).toEqual([])
    expect([path, parsed.meta.fields]).toEqual([path, ssdColumns(basename(path, '.csv') as SsdTable)])
    tables.set(basename(path, '.csv'), parsed.data)
  }
})
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

test('fifty children make fifty person rows and about 25 rows each, and the counts returned are those on the disk', async () => {
  expect(tables.get('ssd_person')?.length).toBe(50)
  expect(said.rows).toBe([...tables.values()].reduce((sum, rows) => sum + rows.length, 0))
  expect(said.rows / 50).toBeGreaterThan(20)
  expect(said.rows / 50).toBeLessThan(32)
  let bytes = 0
  for (const path of said.files) bytes += (await readFile(path)).length
  expect(said.bytes).toBe(bytes)
})

test('the same seed writes the same bytes, and a bigger extract begins with the same children', async () => {
  const again = await writeSsdExtract(folders[1] ?? '', { children: 50, seed: 7 })
  for (const [place, path] of said.files.entries()) expect(await readFile(again.files[place] ?? '')).toEqual(await readFile(path))
  const bigger = await writeSsdExtract(folders[1] ?? '', { children: 60, seed: 7 })
  for (const [place, path] of said.files.entries()) {
    expect((await readFile(bigger.files[place] ?? '', 'utf8')).startsWith(await readFile(path, 'utf8'))).toBe(true)
  }
})

test('no key stands twice, and no end comes before its start', () => {
  for (const [table, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {})
    const key = table === 'ssd_person' ? 'pers_person_id' : (columns[0] ?? '')
    expect([table, new Set(rows.map((row) => row[key])).size]).toEqual([table, rows.length])
    const start = columns.find((column) => /start_date$|referral_date$/.test(column))
    const end = columns.find((column) => /end_date$|close_date$|ceased_date$|auth_date$/.test(column))
    if (!start || !end) continue
    for (const row of rows)
      if (row[end])
        expect([table, row[start], row[end], (row[end] ?? '') >= (row[start] ?? '')]).toEqual([table, row[start], row[end], true])
  }
})

test.skipIf(!existsSync(reference))('each value is one the layout allows, and each reference leads somewhere', () => {
  for (const field of Papa.parse<CsvRow>(readFileSync(reference, 'utf8'), { header: true, skipEmptyLines: true }).data) {
    const { table = '', field: column = '', code_list: list = '', foreign_key: to = '', type = '', required = '' } = field
    const rows = tables.get(table)
    if (!rows) continue
    const values = rows.map((row) => row[column] ?? '').filter((value) => value !== '')
    if (required === 'y') expect([table, column, values.length]).toEqual([table, column, rows.length])
    if (type === 'datetime')
      for (const value of values) expect([column, value]).toEqual([column, expect.stringMatching(/^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/)])
    const codes = [...list.matchAll(/(?:^|; |: )([A-Za-z0-9]+)=/g)].map((match) => match[1])
    const keys = /^JSON keys: (.*)$/.exec(list)?.[1]?.split(', ')
    if (keys) for (const value of values) expect([column, Object.keys(JSON.parse(value) as object)]).toEqual([column, keys])
    else if (list.startsWith('JSON array'))
      for (const value of values) for (const code of JSON.parse(value) as string[]) expect(codes).toContain(code)
    else if (list === 'Y; N') for (const value of values) expect([column, ['Y', 'N']]).toEqual([column, expect.arrayContaining([value])])
    else if (codes.length > 1 && !column.endsWith('gender'))
      for (const value of values) expect([column, codes]).toEqual([column, expect.arrayContaining([value])])
    const [target = '', key = ''] = to.split('.')
    const there = tables.has(target) ? new Set(tables.get(target)?.map((row) => row[key])) : undefined
    if (there && (target === 'ssd_person') === /person_id$/.test(key))
      for (const value of values) expect([column, value, there.has(value)]).toEqual([column, value, true])
  }
})
