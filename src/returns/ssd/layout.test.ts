import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { RecordKind } from '../../engine/records/kind.ts'
import { recordKinds } from '../../record-kinds.ts'
import { ssdTables } from './layout.ts'

/** Tables that no record is written to: they are worked out from the records when asked for. */
const derivedTables = ['ssd_dim_date', 'ssd_cohort', 'ssd_version_log', 'ssd_api_data_staging']

const columnsOfTable = new Map(ssdTables.map(({ table, columns }) => [table, columns.map(({ name }) => name)]))
const names = (elsewhere: string | readonly string[] | undefined): readonly string[] =>
  elsewhere === undefined ? [] : typeof elsewhere === 'string' ? [elsewhere] : elsewhere

const columnsOfKind = (kind: RecordKind): readonly string[] => {
  const { key, person } = kind.as['ssd'] ?? { key: '' }
  return [key, ...names(person), ...Object.values(kind.fields).flatMap((field) => names(field.as?.['ssd']))]
}

describe('the Standard Safeguarding Dataset and our records', () => {
  const kindsInDataset = recordKinds.filter((kind) => kind.as['ssd'] !== undefined)

  test.each(kindsInDataset.map((kind) => [kind.name, kind] as const))('%s names only columns that its table has', (_, kind) => {
    expect(columnsOfTable.get(kind.as['ssd']!.table)).toEqual(expect.arrayContaining([...columnsOfKind(kind)]))
  })

  test.each(ssdTables.filter(({ table }) => !derivedTables.includes(table)).map(({ table, columns }) => [table, columns] as const))(
    'nothing of %s is lost: each column has a home',
    (table, columns) => {
      const homes = kindsInDataset.filter((kind) => kind.as['ssd']!.table === table)
      expect(homes).toHaveLength(1)
      expect(columns.map(({ name }) => name).filter((name) => !homes.flatMap(columnsOfKind).includes(name))).toEqual([])
    },
  )

  test('no two fields of a kind share a column', () => {
    for (const kind of kindsInDataset) {
      const fields = Object.values(kind.fields).flatMap((field) => names(field.as?.['ssd']))
      expect(fields, kind.name).toEqual([...new Set(fields)])
    }
  })

  test('a kind without a table in the dataset names no column of it', () => {
    for (const kind of recordKinds.filter((kind) => kind.as['ssd'] === undefined)) {
      expect(
        Object.values(kind.fields).flatMap((field) => names(field.as?.['ssd'])),
        kind.name,
      ).toEqual([])
    }
  })

  test('a column that is Y or N, or 1 or 0, is a yes or no of ours, and a date a date', () => {
    const types = new Map(ssdTables.flatMap(({ columns }) => columns.map(({ name, type }) => [name, type] as const)))
    const allowed: Readonly<Record<string, readonly string[]>> = {
      yn: ['yesNo'],
      '10': ['yesNo'],
      datetime: ['date', 'moment'],
      int: ['whole'],
      float: ['decimal'],
      json: ['flags', 'codes'],
    }
    for (const kind of kindsInDataset) {
      for (const [field, declared] of Object.entries(kind.fields)) {
        for (const name of names(declared.as?.['ssd'])) {
          const expected = allowed[types.get(name)!] ?? ['text', 'identifier', 'code', 'reference', 'partialDate']
          expect(expected, `${kind.table}.${field} (${name})`).toContain(declared.type)
        }
      }
    }
  })
})

describe('the layout', () => {
  test('there are 50 tables and 399 columns, and no name stands twice', () => {
    expect(ssdTables).toHaveLength(50)
    const all = ssdTables.flatMap(({ table, columns }) => columns.map(({ name }) => `${table}.${name}`))
    expect(all).toHaveLength(399)
    expect(new Set(all).size).toBe(399)
  })

  test('types are read', () => {
    const person = ssdTables.find(({ table }) => table === 'ssd_person')!
    expect(person.columns.find(({ name }) => name === 'pers_dob')).toEqual({ name: 'pers_dob', type: 'datetime' })
    expect(person.columns.find(({ name }) => name === 'pers_surname')).toEqual({ name: 'pers_surname', type: 'text' })
    expect(person.columns.find(({ name }) => name === 'pers_send_flag')).toEqual({ name: 'pers_send_flag', type: 'yn' })
  })

  const reference = fileURLToPath(new URL('../../../../shared/reference/ssd.csv', import.meta.url))
  test.skipIf(!existsSync(reference))(
    'it is the reference list, table by table and column by column (skipped where ../shared/reference/ssd.csv is absent)',
    () => {
      const rows = Papa.parse<Record<'table' | 'field' | 'type', string>>(readFileSync(reference, 'utf8'), {
        header: true,
        skipEmptyLines: true,
      }).data
      const tables = [...new Set(rows.map(({ table }) => table))]
      expect(ssdTables.map(({ table }) => table)).toEqual(tables)
      for (const { table, columns } of ssdTables) {
        const listed = rows.filter((row) => row.table === table)
        expect(
          columns.map(({ name }) => name),
          table,
        ).toEqual(listed.map(({ field }) => field))
        columns.forEach(({ name, type }, index) => {
          const sql = listed[index]!.type
          const family = /^n?(var)?char/.test(sql) ? ['text', 'yn', '10', 'json'] : [sql.replace(/^tiny| identity$|\(.*$/g, '')]
          expect(family, name).toContain(type)
        })
      }
    },
  )
})
