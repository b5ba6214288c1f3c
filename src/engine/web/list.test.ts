import type { Readable } from 'node:stream'
import fc from 'fast-check'
import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import { readTable } from '../exchange/csv.ts'
import { all, madeFile } from '../exchange/made-file.ts'
import { readSheets } from '../exchange/xlsx.ts'
import { listFrom, listHref, orderInWords, rowsAPage, savingHref } from './list-choice.ts'
import { declareList, type ListDeclaration, type ListValue } from './list-declaration.ts'
import { listAsCsv, listAsXlsx } from './list-save.ts'

interface Boat {
  readonly name: string
  readonly built: string | null
  readonly length: number | null
  readonly harbour: string
}

const boats: readonly Boat[] = [
  { name: 'Tern 10', built: '2004-05-09', length: 9.5, harbour: 'north' },
  { name: 'tern 2', built: null, length: 12, harbour: 'south' },
  { name: 'Émeraude', built: '1999-12-31', length: null, harbour: 'north' },
  { name: 'Wren', built: '2011-01-02', length: -1, harbour: 'south' },
]

const fleet = declareList<Boat>({
  name: 'Boats',
  of: ['boat', 'boats'],
  columns: [
    { id: 'name', heading: 'Name', value: ({ name }) => name, names: true },
    { id: 'built', heading: 'Built', value: ({ built }) => built },
    { id: 'length', heading: 'Length', value: ({ length }) => length, numeric: true },
    { id: 'harbour', heading: 'Harbour', value: ({ harbour }) => harbour, sortable: false },
  ],
  filters: [
    {
      id: 'harbour',
      label: 'Harbour',
      options: [
        { value: 'north', label: 'North quay' },
        { value: 'south', label: 'South quay' },
        { value: 'east', label: 'East quay' },
      ],
      keeps: ({ harbour }, value) => harbour === value,
    },
    {
      id: 'built',
      label: 'Built in',
      options: (rows) => rows.flatMap(({ built }) => (built === null ? [] : [{ value: built.slice(0, 4), label: built.slice(0, 4) }])),
      keeps: ({ built }, value) => built?.startsWith(value) === true,
    },
    { id: 'rig', label: 'Name holds', options: 'text', keeps: ({ name }, value) => name.toLowerCase().includes(value.toLowerCase()) },
  ],
})

const listed = (query: string, rows = boats, prefix?: string) => listFrom(new URLSearchParams(query), fleet, rows, prefix)
const namesIn = (query: string) => listed(query).shown.map(({ name }) => name)

describe('sorting', () => {
  test.each([
    ['sort=name', ['Émeraude', 'tern 2', 'Tern 10', 'Wren'], 'as a dictionary has them, numbers by size'],
    ['sort=-name', ['Wren', 'Tern 10', 'tern 2', 'Émeraude'], 'the other way round'],
    ['sort=built', ['Émeraude', 'Tern 10', 'Wren', 'tern 2'], 'earliest first, and what has no day last'],
    ['sort=-built', ['Wren', 'Tern 10', 'Émeraude', 'tern 2'], 'latest first, and what has no day still last'],
    ['sort=length', ['Wren', 'Tern 10', 'tern 2', 'Émeraude'], 'numbers by size, below nought too'],
    ['', ['Tern 10', 'tern 2', 'Émeraude', 'Wren'], 'without an order as they were given'],
  ])('%s gives %j: %s', (query, names) => expect(namesIn(query)).toEqual(names))

  test('the usual order is the declaration’s, until the address asks for another', () => {
    const usual = declareList({ ...fleet, order: '-length' })
    expect(listFrom(new URLSearchParams(), usual, boats)).toMatchObject({ sort: { by: 'length', descending: true } })
    expect(listFrom(new URLSearchParams('sort=built'), usual, boats)).toMatchObject({ sort: { by: 'built', descending: false } })
  })

  test.each([
    ['name', false, 'A to Z'],
    ['built', true, 'latest first'],
    ['length', true, 'largest first'],
    ['length', false, 'smallest first'],
  ])('an order by %s is said in words', (id, descending, words) => {
    expect(
      orderInWords(
        descending,
        fleet.columns.find((column) => column.id === id)!,
        boats,
      ),
    ).toBe(words)
  })

  test('rows that are alike keep the order they came in, whichever way it goes', () => {
    const same = Array.from({ length: 40 }, (_, at) => ({ ...boats[0]!, name: String(at), length: at % 3 }))
    for (const sort of ['length', '-length'])
      for (const size of [0, 1, 2])
        expect(
          listed(`sort=${sort}`, same)
            .kept.filter(({ length }) => length === size)
            .map(({ name }) => Number(name)),
        ).toEqual(same.flatMap(({ length }, at) => (length === size ? [at] : [])))
  })
})

describe('narrowing', () => {
  test('each filter narrows what the others left, and an empty choice is none', () => {
    expect(namesIn('harbour=north')).toEqual(['Tern 10', 'Émeraude'])
    expect(namesIn('harbour=north&built=1999&rig=')).toEqual(['Émeraude'])
    expect(listed('harbour=&rig=+WREN+')).toMatchObject({ chosen: { rig: 'WREN' }, shown: [{ name: 'Wren' }], total: 4 })
    expect(listed('harbour=east')).toMatchObject({ kept: [], total: 4, page: 1, pages: 1 })
  })

  test.each([
    ['harbour=west', '“west” is not a choice of “Harbour”, so it was left out.'],
    ['built=1066', '“1066” is not a choice of “Built in”, so it was left out.'],
    ['sort=colour', 'This list cannot be sorted by “colour”, so it stands in its usual order.'],
    ['sort=harbour', 'This list cannot be sorted by “harbour”, so it stands in its usual order.'],
    ['sort=--name', 'This list cannot be sorted by “--name”, so it stands in its usual order.'],
    ['page=9', 'There is no page “9”, so this is page 1.'],
    ['page=0', 'There is no page “0”, so this is page 1.'],
    ['page=two', 'There is no page “two”, so this is page 1.'],
    [`harbour=${'x'.repeat(300)}`, `“${'x'.repeat(40)}…” is not a choice of “Harbour”, so it was left out.`],
  ])('%s is left out and explained', (query, sentence) => {
    const found = listed(query)
    expect(found.errors).toEqual([sentence])
    expect(found.kept).toEqual(boats)
  })

  test('whatever an address says, the list answers: pages of 50 that together hold each row that matches once', () => {
    const name = fc.constantFrom('sort', 'page', 'all', 'harbour', 'built', 'rig', 'known-at', '__proto__', 'constructor', 'late-sort')
    const value = fc.oneof(
      fc.constantFrom('name', '-built', '1', '2', '-1', '1e9', 'north', 'toString', '__proto__', ''),
      fc.string({ unit: 'binary' }),
    )
    const fleetOf = fc.array(
      fc.record({
        name: fc.string(),
        built: fc.option(fc.constantFrom('1999-01-01', '2004-05-09')),
        length: fc.option(fc.double()),
        harbour: fc.constantFrom('north', 'south'),
      }),
      { maxLength: 130 },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), fleetOf, (asked, rows) => {
        const query = new URLSearchParams(asked)
        const found = listFrom(query, fleet, rows)
        expect(found.total).toBe(rows.length)
        expect(new Set(found.kept).size).toBe(found.kept.length)
        expect(found.kept.every((row) => rows.includes(row))).toBe(true)
        expect(found.page).toBeGreaterThanOrEqual(1)
        expect(found.page).toBeLessThanOrEqual(found.pages)
        if (!found.all) {
          expect(found.shown.length).toBeLessThanOrEqual(rowsAPage)
          const turned = Array.from({ length: found.pages }, (_, at) => {
            const next = new URLSearchParams(query)
            next.set('page', String(at + 1))
            return listFrom(next, fleet, rows).shown
          })
          expect(turned.flat()).toEqual(found.kept)
        } else expect(found.shown).toEqual(found.kept)
      }),
    )
  })
})

describe('addresses', () => {
  const many = Array.from({ length: 130 }, (_, at) => ({ ...boats[0]!, name: String(at) }))
  const list = listed('known-at=2016-01-24&harbour=north&sort=-name&page=2&other-page=3&rig=', many)

  test.each([
    ['another page', { page: 3 }, '/boats?known-at=2016-01-24&harbour=north&sort=-name&page=3&other-page=3#list'],
    ['the first page', { page: 1 }, '/boats?known-at=2016-01-24&harbour=north&sort=-name&other-page=3#list'],
    [
      'another order begins at the first page',
      { sort: { by: 'built', descending: false } },
      '/boats?known-at=2016-01-24&harbour=north&sort=built&other-page=3#list',
    ],
    ['all on one page', { all: true }, '/boats?known-at=2016-01-24&harbour=north&sort=-name&other-page=3&all=1#list'],
    ['no choice', { filters: { harbour: '', rig: '' } }, '/boats?known-at=2016-01-24&sort=-name&other-page=3#list'],
  ])('%s: the rest of the query is kept', (_what, change, href) => expect(listHref(list, '/boats', change)).toBe(href))

  test('a save keeps the choice, the order and the moment, and not the page', () => {
    expect(savingHref(list, '/boats.csv')).toBe('/boats.csv?known-at=2016-01-24&harbour=north&sort=-name&other-page=3')
    expect(savingHref(listed(''), '/boats.csv')).toBe('/boats.csv')
  })

  test('two lists of one page do not hear each other', () => {
    const query = 'late-sort=-name&late-harbour=south&sort=name'
    expect(listed(query, boats, 'late')).toMatchObject({ chosen: { harbour: 'south' }, sort: { by: 'name', descending: true } })
    expect(listed(query)).toMatchObject({ chosen: {}, sort: { by: 'name', descending: false } })
    expect(listHref(listed(query, boats, 'late'), '/boats', { filters: { harbour: 'north' } })).toBe(
      '/boats?late-sort=-name&late-harbour=north&sort=name#late-list',
    )
  })
})

test.each<[Partial<ListDeclaration<Boat>>, string]>([
  [{ columns: [{ id: 'Name', heading: 'Name', value: () => null }] }, 'has a column with the id "Name". Use small letters, digits and -.'],
  [{ columns: [fleet.columns[0]!, fleet.columns[0]!] }, 'has two columns with the id "name". Give each its own.'],
  [
    { filters: [{ id: 'page', label: 'Page', options: 'text', keeps: () => true }] },
    'has a filter with the id "page", which addresses use otherwise. Give it another.',
  ],
  [{ order: 'harbour' }, 'is ordered by "harbour", which is none of its columns that sort.'],
])('a list that cannot be served says what to mend', (changed, sentence) => {
  expect(() => declareList({ ...fleet, ...changed })).toThrow(`The list "Boats" ${sentence}`)
})

describe('saving', () => {
  interface Any {
    readonly cells: readonly ListValue[]
  }
  const three = declareList<Any>({
    name: 'Any: cells/of a list?',
    of: ['row', 'rows'],
    columns: ['=first', 'second', 'third'].map((heading, at) => ({ id: `c${at}`, heading, value: ({ cells }: Any) => cells[at] ?? null })),
  })
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', '@SUM(A1)', '+44 20', '-5', '-', '\t=1', '\r=1', 'a;=1', '"=1"', ',=1', '\n=cmd|x', '＝1', '00123', 'a\r\nb'),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\0', ' =', '\u200b+', '＠'), fc.string())
        .map((both) => both.join('')),
    )
    .map((found) => found.replaceAll(/\0|\ufeff/g, ''))
  const value: fc.Arbitrary<ListValue> = fc.oneof(
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom('2016-03-03', '2016-02-29 18:40:00', null),
  )
  const rows = fc.array(
    fc.tuple(value, value, fc.constant('end')).map((cells) => ({ cells })),
    { maxLength: 6 },
  )
  /** As our readers give a text: without blanks at its ends; nothing, NULL and \N are null. */
  const asRead = (cell: ListValue) => {
    const trimmed = typeof cell === 'string' ? cell.trim() : cell
    return trimmed === '' || (typeof trimmed === 'string' && (/^null$/i.test(trimmed) || trimmed === '\\N')) ? null : trimmed
  }
  const alike = (found: string | null | undefined, given: ListValue) =>
    typeof given === 'number' ? Number(found) === given : found === asRead(given) || (given !== null && found === asRead(`'${given}`))

  test('our own reader gives the values of a CSV back; an apostrophe may stand before a text', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const table = await readTable(madeFile(listAsCsv(three, given).body as string))
        expect(table.columns).toEqual(["'=first", 'second', 'third'])
        const found = await all(table.rows)
        expect(found).toHaveLength(given.length)
        found.forEach(({ cells }, at) =>
          cells.forEach((cell, column) => expect(alike(cell, given[at]!.cells[column]!), JSON.stringify([cell, given[at]])).toBe(true)),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('no cell of a CSV begins as a formula does, unless it is a plain number', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const text = listAsCsv(three, given).body as string
        expect(text.startsWith('\ufeff')).toBe(true)
        const { data } = papaparse.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' })
        for (const cell of data.flat())
          if (!/^[+-]?[\d.]+(e[+-]?\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[\s\0\u200b]*[=+\-@＝＋－＠]|^[\t\r\n]/)
        expect(data.slice(0, -1).every(({ length }) => length === 3)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('our own reader gives the values of a workbook back, unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const bytes = Buffer.concat(await all(listAsXlsx(three, given).body as Readable))
        const [sheet] = await readSheets(madeFile(bytes, { path: 'list.xlsx' }))
        const found = await all(sheet!.rows())
        expect(found[0]?.cells).toEqual(['=first', 'second', 'third'])
        found.slice(1).forEach(({ cells }, at) =>
          cells.forEach((cell, column) => {
            const held = given[at]!.cells[column]!
            expect(typeof held === 'number' ? Number(cell) : cell).toEqual(typeof held === 'number' ? held + 0 : asRead(held))
          }),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('the file is named after the list, as any machine takes it', () => {
    expect(listAsCsv(three, [])).toMatchObject({ download: 'Any cells of a list.csv', type: 'text/csv; charset=utf-8' })
    expect(listAsXlsx(three, [], '..').download).toBe('List.xlsx')
    expect(listAsCsv(three, [], 'Late, 3 March 2016').download).toBe('Late, 3 March 2016.csv')
  })
})
