import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { all, madeFile } from './made-file.ts'
import { workbookOf, type SheetToWrite, type SheetValue } from './xlsx-write.ts'
import { readSheets } from './xlsx.ts'

const sheet = (rows: SheetToWrite['rows'], headings: readonly string[] = ['First', 'Second', 'Third']): Buffer =>
  workbookOf({ name: 'A list', headings, rows })

const partOf = (bytes: Buffer, part = 'xl/worksheets/sheet1.xml'): string => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())

async function readBack(bytes: Buffer) {
  const [found] = await readSheets(madeFile(bytes, { path: 'list.xlsx' }))
  return { name: found?.name, rows: (await all(found!.rows())).map(({ cells }) => cells) }
}

/** What a reader is meant to change is left out: blank ends, and the two ways of writing nothing. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '=1+1',
      '@SUM(A1)',
      '+44 20',
      '-',
      '007',
      'a\r\nb',
      'tab\there',
      '<b>&amp;</b>',
      '_x0041_',
      '_x005F_x000D_',
      '\ud800',
      '\u0001',
      '"',
    ),
  )
  .map((found) => found.trim())
  .map((found) => (found === '' || /^null$/i.test(found) || found === '\\N' ? 'x' : found))
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const day = fc
  .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((found) => found.toISOString().slice(0, 10))
const moment = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((found) => found.toISOString().slice(0, 19).replace('T', ' '))
  .filter((found) => !found.endsWith('00:00:00'))

describe('read back by our own reader', () => {
  test('any values are the same: numbers, days, moments, and every text that Unicode has', async () => {
    const value: fc.Arbitrary<SheetValue> = fc.oneof(text, number, day, moment, fc.constant(null))
    const rows = fc.array(fc.tuple(value, value, fc.constant('end')), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const { rows: found } = await readBack(sheet(given))
        expect(found[0]).toEqual(['First', 'Second', 'Third'])
        expect(
          found.slice(1).map((cells, at) => cells.map((cell, column) => (typeof given[at]?.[column] === 'number' ? Number(cell) : cell))),
        ).toEqual(given.map((cells) => cells.map((cell) => (typeof cell === 'number' ? cell + 0 : cell))))
      }),
      { numRuns: 300 },
    )
  })

  test('a sheet of 30 columns and 3,000 rows keeps each cell in its place', async () => {
    const headings = Array.from({ length: 30 }, (_, column) => `c${column}`)
    const rows = Array.from({ length: 3000 }, (_, row) =>
      headings.map((_heading, column) => (column % 3 === 0 ? null : `${row}/${column}`)),
    )
    const { rows: found } = await readBack(sheet(rows, headings))
    expect(found).toHaveLength(3001)
    expect(found[2000]).toEqual(rows[1999])
  })
})

describe('read back by a reader that is not ours', () => {
  test('texts are texts, numbers are numbers and days are days', async () => {
    const [found] = await readXlsx(
      sheet([
        ['=1+1', -5.5, '2016-03-03'],
        ['007', 1e21, '2016-02-29 18:40'],
        ['Zoë & <Co>\nsecond line', 0, null],
      ]),
    )
    expect(found?.sheet).toBe('A list')
    expect(found?.data).toEqual([
      ['First', 'Second', 'Third'],
      ['=1+1', -5.5, new Date('2016-03-03T00:00:00Z')],
      ['007', 1e21, new Date('2016-02-29T18:40:00Z')],
      ['Zoë & <Co>\nsecond line', 0, null],
    ])
  })
})

describe('several sheets in one workbook', () => {
  const sheets: readonly [SheetToWrite, ...SheetToWrite[]] = [
    { name: 'Boats', headings: ['Boat', 'Seen'], rows: [['Kittiwake', '2016-03-03']] },
    { name: 'Skippers', headings: ['Skipper'], rows: [['Ormsby'], ['Bell']] },
    { name: 'Nothing yet', headings: ['Harbour'], rows: [] },
  ]

  test('each keeps its name, its place and its own rows, to our reader and to one that is not ours', async () => {
    const bytes = workbookOf(...sheets)
    const ours = await readSheets(madeFile(bytes, { path: 'list.xlsx' }))
    const read = await Promise.all(ours.map(async ({ name, rows }) => [name, (await all(rows())).map(({ cells }) => cells)]))
    expect(read).toEqual([
      [
        'Boats',
        [
          ['Boat', 'Seen'],
          ['Kittiwake', '2016-03-03'],
        ],
      ],
      ['Skippers', [['Skipper'], ['Ormsby'], ['Bell']]],
      ['Nothing yet', [['Harbour']]],
    ])
    expect((await readXlsx(bytes)).map(({ sheet: name, data }) => [name, data.length])).toEqual([
      ['Boats', 2],
      ['Skippers', 3],
      ['Nothing yet', 1],
    ])
  })

  test('tabs named alike, but for capitals or for what does not fit, are numbered', async () => {
    const named = (name: string): SheetToWrite => ({ name, headings: ['a'], rows: [] })
    const long = 'A name that is longer than any tab'
    const bytes = workbookOf(
      named('Boats'),
      named('boats'),
      named('Boats (2)'),
      named(`${long}, north`),
      named(`${long}, south`),
      named('/'),
    )
    expect((await readSheets(madeFile(bytes, { path: 'list.xlsx' }))).map(({ name }) => name)).toEqual([
      'Boats',
      'boats (2)',
      'Boats (2) (2)',
      'A name that is longer than any',
      'A name that is longer than (2)',
      'List',
    ])
  })

  test('twelve sheets are told apart, and the same sheets give the same bytes', async () => {
    const twelve = (): Buffer => {
      const [first, ...others] = Array.from({ length: 12 }, (_, at) => ({ name: `Sheet of ${at}`, headings: ['at'], rows: [[at]] }))
      return workbookOf(first!, ...others)
    }
    expect((await readXlsx(twelve())).map(({ data }) => data[1]?.[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(twelve().equals(twelve())).toBe(true)
  })
})

describe('what stands in the parts', () => {
  test('no text is ever a formula, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 4 }), (rows) => {
        const written = partOf(sheet(rows))
        expect(written).not.toMatch(/<f[ >/]/)
        // Each cell is marked as text, but for days and moments, which have no letter in them.
        for (const [cell, place] of written.matchAll(/<c r="([A-Z]+\d+)"[^>]*>.*?<\/c>/gs))
          expect(cell.includes('t="inlineStr"') || /<v>[\d.]+<\/v>/.test(cell), place).toBe(true)
      }),
    )
  })

  test.each(['=1+1', '+44 20', '-x', '@SUM(A1)', '  =1', '\u200b=1'])('%j is also kept a text when somebody edits its cell', (begins) => {
    const format = Number(/<c r="A2" s="(\d+)"/.exec(partOf(sheet([[begins]])))?.[1])
    const formats = [...(/<cellXfs.*<\/cellXfs>/.exec(partOf(sheet([]), 'xl/styles.xml'))?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(
      ([found]) => found,
    )
    expect(formats[format]).toContain('quotePrefix="1"')
    expect(formats.filter((found) => found.includes('quotePrefix'))).toHaveLength(1)
  })

  test('the headings are bold and stay while the rest is scrolled, and columns are as wide as what is in them', () => {
    const written = partOf(sheet([['short', 'a longer text than its heading', '2016-03-03']]))
    expect(written).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(written).toContain('<c r="A1" s="1" t="inlineStr">')
    expect([...written.matchAll(/width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([8, 32, 19])
  })

  test.each([
    ['1899-12-31', 'before the count begins'],
    ['1900-02-28', 'where programs count differently'],
    ['2015-02-29', 'a day that does not exist'],
    ['2015-3-4', 'not written as a day is'],
    ['2016-03-03 24:00', 'no time of day'],
  ])('%s stays text: %s', async (found) => {
    expect(partOf(sheet([[found]]))).toContain(`<t xml:space="preserve">${found}</t>`)
  })

  test('a text that no cell can hold is cut, and says so', async () => {
    const { rows } = await readBack(sheet([['x'.repeat(40_000), null, 'end']]))
    expect(rows[1]?.[0]).toHaveLength(32_767)
    expect(rows[1]?.[0]).toMatch(/x … \(the rest does not fit in a cell\)$/)
  })

  test('what is no number is an empty cell', async () => {
    expect((await readBack(sheet([[NaN, Infinity, 'end']]))).rows[1]).toEqual([null, null, 'end'])
  })

  test.each([
    ['Due: [this] week/next?', 'Due this week next'],
    ["'quoted'", 'quoted'],
    ['A name that is much longer than a tab can be', 'A name that is much longer than'],
    ['\u0000', 'List'],
  ])('a tab named %j is called %s', async (name, called) => {
    expect((await readBack(workbookOf({ name, headings: ['a'], rows: [] }))).name).toBe(called)
  })

  test('the same sheet gives the same bytes', () => {
    expect(sheet([['a', 1, null]]).equals(sheet([['a', 1, null]]))).toBe(true)
  })

  test('more rows than a sheet has are refused in a sentence', () => {
    expect(() => sheet(new Array(1_048_576).fill([]))).toThrow('A sheet has room for 1,048,575 rows, and these are 1048576. Save fewer.')
  })
})
