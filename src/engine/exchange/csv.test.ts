import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulaSafe, readTable, readTableInBatches, writeCsvRow } from './csv.ts'
import { all, endlessFile, madeFile } from './made-file.ts'

async function read(text: string | Uint8Array, cut?: number, limits = {}) {
  const table = await readTable(madeFile(text, cut === undefined ? {} : { cut }), limits)
  return { columns: table.columns, rows: await all(table.rows), delimiter: table.delimiter, encoding: table.encoding }
}

describe('reading', () => {
  test('a table is read with its lines, and blank cells are nothing', async () => {
    const found = await read('id,name,born\r\n1, Ada ,2015-03-04\r\n2,,NULL\r\n\r\n3,"Lee, Jo",\\N')
    expect(found.columns).toEqual(['id', 'name', 'born'])
    expect(found.rows).toEqual([
      { line: 2, cells: ['1', 'Ada', '2015-03-04'] },
      { line: 3, cells: ['2', null, null] },
      { line: 5, cells: ['3', 'Lee, Jo', null] },
    ])
  })

  test('a line break inside quotes counts in the lines after it, whichever kind it is', async () => {
    const found = await read('id,note\n1,"a\nb\r\nc\rd"\n2,x\n')
    expect(found.rows.map((row) => [row.line, row.cells[1]])).toEqual([
      [2, 'a\nb\r\nc\rd'],
      [6, 'x'],
    ])
  })

  test.each([
    ['line feeds', 'a,b\n1,2\n\n3,4\n', [2, 4]],
    ['carriage returns and line feeds', 'a,b\r\n1,2\r\n\r\n3,4\r\n', [2, 4]],
    ['carriage returns alone', 'a,b\r1,2\r\r3,4\r', [2, 4]],
    ['no line break at the end', 'a,b\n1,2\n3,4', [2, 3]],
  ])('%s end rows, wherever the file is cut', async (_what, text, lines) => {
    for (const cut of [1, 2, 3, 4, 100]) expect((await read(text, cut)).rows.map((row) => row.line)).toEqual(lines)
  })

  test.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['semicolon, though the cells have commas', 'a;b;c\n1,5;2,5;3\n4;5,1;6\n', ';'],
    ['tab', 'a\tb\n1\t2, or 3\n', '\t'],
    ['pipe', 'a|b|c\n1|2|3\n', '|'],
    ['comma, where one heading has a semicolon in quotes', '"a;b;c",d\n1,2\n', ','],
    ['semicolon, said in a first line', 'sep=;\na;b\n1;2\n', ';'],
    ['comma, for a single column', 'a\n1\n', ','],
  ])('the delimiter is found: %s', async (_what, text, delimiter) => {
    expect((await read(text)).delimiter).toBe(delimiter)
  })

  test('a line that only tells the delimiter is not the header, and is counted', async () => {
    expect(await read('sep=;\r\na;b\r\n1;2\r\n')).toMatchObject({ columns: ['a', 'b'], rows: [{ line: 3, cells: ['1', '2'] }] })
  })

  test('short rows are filled, and what stands beyond the last column is set aside', async () => {
    expect((await read('a,b,c\n1\n1,2,3,,\n1,2,3,four,,six\n,,,\n')).rows).toEqual([
      { line: 2, cells: ['1', null, null] },
      { line: 3, cells: ['1', '2', '3'] },
      { line: 4, cells: ['1', '2', '3'], extra: ['four', 'six'] },
    ])
  })

  test('empty names at the end of the header are no columns', async () => {
    expect((await read('a,,b,,\n1,2,3,,\n')).columns).toEqual(['a', '', 'b'])
  })

  test('a quotation mark within a cell is a letter like any other', async () => {
    expect((await read('a,b\n5" pipe,"say ""no"""\n')).rows[0]?.cells).toEqual(['5" pipe', 'say "no"'])
  })

  test('Windows-1252 is read and said', async () => {
    const found = await read(Buffer.concat([Buffer.from('name,n\nZo'), Buffer.from([0xeb]), Buffer.from(',1\n')]))
    expect(found).toMatchObject({ encoding: 'windows-1252', rows: [{ cells: ['Zoë', '1'] }] })
  })

  test('rows come in batches too, and a table may be read twice', async () => {
    const file = madeFile('a,b\n1,2\n3,4\n', { cut: 3 })
    expect((await all(readTableInBatches(file))).flat()).toHaveLength(2)
    const table = await readTable(file)
    expect(await all(table.rows)).toEqual(await all(table.rows))
  })
})

describe('refusing', () => {
  test.each([
    ['nothing', '', 'made.csv: The file is empty. A table begins with a line that names its columns.'],
    ['only blank lines', ' \n\n', 'made.csv: The file is empty. A table begins with a line that names its columns.'],
    [
      'a quote that is never closed',
      'a,b\n1,2\n3,"four\n5,6\n',
      'made.csv, line 3: A quotation mark opens a cell here and is never closed. Each cell that begins with a quotation mark ends with one; those inside it are doubled.',
    ],
    ['NUL bytes', 'a,b\n\0\0,1\n', 'made.csv: This is not a text file: it holds NUL bytes. A text file is UTF-8, UTF-16 or Windows-1252.'],
  ])('%s', async (_what, text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence)
  })

  test('a cell, a row and a number of columns over their limits are refused with their line', async () => {
    await expect(read('a,b\n1,2\n12345678901,2\n', 4, { cell: 10 })).rejects.toThrow('line 3: A cell that begins here is longer than 10')
    await expect(read('a,b\n1,2\n1234567,1234567\n', 4, { row: 12 })).rejects.toThrow('line 3: A row that begins here is longer than 12')
    await expect(read('a,b\n1,2,3,4,5\n', 4, { columns: 4 })).rejects.toThrow('line 2: This row has more than 4 cells.')
  })

  test.each([
    ['one cell', 'a,b\n', 'x'],
    ['one quoted cell with line breaks', 'a,b\n"', 'x\n'],
    ['one header', '', 'x'],
  ])('a row of 300 MB (%s) is refused after little more than the limit', async (_what, beginning, piece) => {
    const file = endlessFile(beginning, piece, 300e6)
    const before = process.memoryUsage().rss
    await expect(readTable(file).then((table) => all(table.rows))).rejects.toThrow(/longer than/)
    expect(file.taken()).toBeLessThan(40e6)
    expect(process.memoryUsage().rss - before).toBeLessThan(400e6)
  })

  test('a row of commas without end is refused for its columns', async () => {
    const file = endlessFile('a,b\n', ',', 300e6)
    await expect(readTable(file).then((table) => all(table.rows))).rejects.toThrow('line 2: This row has more than 2,000 cells.')
    expect(file.taken()).toBeLessThan(10e6)
  })
})

describe('writing', () => {
  test('cells are quoted where they must be', () => {
    expect(writeCsvRow(['a', 'b,c', 'say "no"', 'two\nlines', null, 1.5, true])).toBe('a,"b,c","say ""no""","two\nlines",,1.5,true\r\n')
    expect(writeCsvRow([null])).toBe('""\r\n')
    expect(writeCsvRow([null, null])).toBe(',\r\n')
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+44 20', "'+44 20"],
    ['-5', '-5'],
    ['+3.2', '+3.2'],
    ['-2+3', "'-2+3"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['\0=1', "'\0=1"],
    ['  =1', "'  =1"],
    ['\u200b@x', "'\u200b@x"],
    ['＝1+1', "'＝1+1"],
    ['– a dash', '– a dash'],
    [' plain', ' plain'],
    ['plain', 'plain'],
  ])('a cell that begins like a formula is not carried out: %j', (cell, safe) => {
    expect(formulaSafe(cell)).toBe(safe)
  })

  test('any cells written are read back the same, in each encoding and wherever the file is cut', async () => {
    // What a reader is meant to change is left out here: blank ends, and the two ways of writing nothing.
    const cell = fc
      .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a"b', '"', ',', ';;', '\r', 'x\r\ny', '\n', '|', "'"))
      .map((text) => text.replaceAll('\0', '').replaceAll('\ufeff', '').trim())
      .map((text) => (text === '' || /^null$/i.test(text) || text === '\\N' ? null : text))
    const rows = fc.array(
      fc.array(cell, { minLength: 3, maxLength: 3 }).filter((cells) => cells.some((each) => each !== null)),
      { maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('utf8', 'bom', 'utf16le', 'utf16be'),
        async (given, cut, encoding) => {
          const text = [['first', 'second', 'third'], ...given].map(writeCsvRow).join('')
          const found = await read(inEncoding(text, encoding), cut)
          expect(found.columns).toEqual(['first', 'second', 'third'])
          expect(found.rows.map((row) => row.cells)).toEqual(given)
          const all = Buffer.from(text)
          const lineOfLast = given.length === 0 ? 0 : all.toString().split(/\r\n|\r|\n/).length - 1 - breaksIn(given.at(-1)!)
          expect(found.rows.at(-1)?.line ?? 0).toBe(lineOfLast)
        },
      ),
      { numRuns: 300 },
    )
  })
})

const breaksIn = (cells: readonly (string | null)[]) => (cells.join('\0').match(/\r\n|\r|\n/g) ?? []).length

function inEncoding(text: string, encoding: string): Buffer {
  if (encoding === 'bom') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  return encoding === 'utf16be' ? Buffer.from(`\ufeff${text}`, 'utf16le').swap16() : Buffer.from(text)
}
