import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { all, madeFile } from './made-file.ts'
import { firstBytes, UnreadableFile, type Limits } from './source.ts'
import { dateFormat, serialToText } from './xlsx-cell.ts'
import { readSheets } from './xlsx.ts'

interface Parts {
  rows?: string
  strings?: string
  workbook?: string
  more?: Record<string, string | Uint8Array>
}

const styles = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs></styleSheet>`

function book({ rows = '', strings = '', workbook = '', more = {} }: Parts = {}) {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="urn:r">${workbook}<sheets><sheet name="List 1" sheetId="1" r:id="rId1"/><sheet name="Chart" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="urn:x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="urn:x/chartsheet" Target="chart.xml"/></Relationships>',
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  }
  return madeFile(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]))),
    {
      path: 'lists.xlsx',
    },
  )
}

async function rowsOf(parts: Parts, limits: Partial<Limits> = {}) {
  const [sheet] = await readSheets(book(parts), limits)
  return all(sheet!.rows())
}

const cells = async (row: string, parts: Parts = {}) => (await rowsOf({ rows: `<row r="1">${row}</row>`, ...parts }))[0]?.cells

describe('reading', () => {
  test('sheets have their names, and charts are left out', async () => {
    expect((await readSheets(book())).map((sheet) => sheet.name)).toEqual(['List 1'])
  })

  test('shared, inline and formula texts, numbers, yes and no, and errors', async () => {
    const strings =
      '<si><t xml:space="preserve"> Ada </t></si><si><r><t>Le</t></r><r><t>e</t></r><rPh><t>x</t></rPh></si><si><t>two_x000D_\nlines</t></si>'
    const row =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>in</t></is></c>' +
      '<c r="E1" t="str"><f>A1&amp;B1</f><v>AdaLee</v></c><c r="F1"><v>12.50</v></c><c r="G1" t="b"><v>1</v></c><c r="H1" t="e"><v>#N/A</v></c><c r="I1"><v>1.2345678E+12</v></c>'
    expect(await cells(row, { strings })).toEqual(['Ada', 'Lee', 'two\r\nlines', 'in', 'AdaLee', '12.50', 'TRUE', '#N/A', '1234567800000'])
  })

  test('cells that are not there, blank or NULL are nothing, and rows keep their numbers', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c><c r="D2" t="str"><v>null</v></c></row><row r="5"><c r="A5"/></row><row r="9"><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'
    expect(await rowsOf({ rows })).toEqual([
      { line: 2, cells: [null, '1'] },
      { line: 9, cells: ['1', '2'] },
      { line: 10, cells: ['3'] },
    ])
  })

  test('a number is a date where its style says so, and in the count of its workbook', async () => {
    const row =
      '<c s="1"><v>42067</v></c><c s="2"><v>42067</v></c><c s="3"><v>42067.75</v></c><c s="4"><v>42067</v></c><c s="0"><v>42067</v></c><c s="5"><v>0.5</v></c><c s="6"><v>1.5</v></c><c t="d"><v>2015-03-04T00:00:00</v></c>'
    expect(await cells(row)).toEqual(['2015-03-04', '2015-03-04', '2015-03-04 18:00:00', '42067', '42067', '12:00:00', '1.5', '2015-03-04'])
    expect(await cells('<c s="1"><v>40605</v></c>', { workbook: '<workbookPr date1904="1"/>' })).toEqual(['2015-03-04'])
  })
})

test.each([
  ['1', '1900-01-01'],
  ['59', '1900-02-28'],
  ['60', null],
  ['61', '1900-03-01'],
  ['43890', '2020-02-29'],
  ['42067.999999', '2015-03-05'],
  ['2958465', '9999-12-31'],
  ['2958466', null],
  ['-1', null],
  ['1e999', null],
])('day number %s of the system of 1900 is %s', (serial, text) => {
  expect(serialToText(serial, 'day', false)).toBe(text)
})

test.each([
  [14, undefined, 'day'],
  [21, undefined, 'time'],
  [46, undefined, null],
  [2, undefined, null],
  [164, 'dd/mm/yyyy;@', 'day'],
  [164, '[$-809]d mmmm yyyy', 'day'],
  [164, 'hh:mm', 'time'],
  [164, '[h]:mm', null],
  [164, 'General', null],
  [164, '0.00" days"', null],
  [164, '[Red]0', null],
  [164, '\\d0', null],
  [164, 'mmm-yy', 'day'],
])('number format %i %s shows %s', (id, code, shows) => {
  expect(dateFormat(id, code)).toBe(shows)
})

describe('refusing', () => {
  const refusal = async (parts: Parts, limits: Partial<Limits> = {}) =>
    rowsOf({ rows: '<row><c t="s"><v>0</v></c></row>', ...parts }, limits)

  test('an old or locked workbook, and what is none', async () => {
    await expect(readSheets(madeFile(Buffer.from('d0cf11e0a1b11ae10000', 'hex'), { path: 'old.xls' }))).rejects.toThrow(
      'old.xls: This workbook is locked with a password, or is of the old .xls kind. Open it and save it as an Excel workbook (.xlsx) without a password.',
    )
    await expect(readSheets(madeFile('a,b\n', { path: 'a.xlsx' }))).rejects.toThrow('a.xlsx: This is not a workbook.')
    await expect(readSheets(madeFile(zipSync({ 'a.csv': strToU8('a') }), { path: 'a.xlsx' }))).rejects.toThrow(
      'This zip or document is not an .xlsx workbook.',
    )
  })

  test.each(['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'])('entities in %s', async (part) => {
    const more = { [part]: '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>' }
    await expect(refusal({ more })).rejects.toThrow('The file has a DOCTYPE')
  })

  test('a part that unpacks without measure', async () => {
    const more = { 'xl/worksheets/sheet1.xml': new Uint8Array(11 * 1024 * 1024) }
    await expect(refusal({ more })).rejects.toThrow('unpacks to more than 200 times its packed size')
  })

  test('a cell, a shared text and a column over the limits', async () => {
    await expect(refusal({ strings: `<si><t>${'x'.repeat(101)}</t></si>` }, { cell: 100 })).rejects.toThrow(
      'lists.xlsx, xl/sharedStrings.xml',
    )
    await expect(refusal({ rows: `<row r="7"><c t="str"><v>${'x'.repeat(101)}</v></c></row>` }, { cell: 100 })).rejects.toThrow(
      'longer than 100 characters',
    )
    await expect(refusal({ rows: '<row r="7"><c r="XFD7"><v>1</v></c></row>' })).rejects.toThrow(
      'lists.xlsx, sheet "List 1", line 7: A cell stands in column 16384.',
    )
  })

  test('a workbook damaged anywhere is read or refused in words, never otherwise', async () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>42067</v></c></row>'
    const sound = await firstBytes(book({ rows, strings: '<si><t>Ada</t></si>' }), 1_000_000)
    const damage = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(damage, fc.integer({ min: 1, max: sound.length }), fc.boolean(), async (changes, length, cut) => {
        const bytes = Buffer.from(sound)
        for (const [at, value] of changes) bytes[at] = value
        try {
          for (const sheet of await readSheets(madeFile(cut ? bytes.subarray(0, length) : bytes))) await all(sheet.rows())
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('a sheet that is cut short', async () => {
    const more = { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v></c>' }
    await expect(refusal({ more })).rejects.toThrow('lists.xlsx, sheet "List 1", line 1: The file ends before the element "row" is closed')
  })
})
