import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/engine/database/database.ts'
import { bring, csv } from '../support/ssd-files.ts'
import { acting, onBoth } from '../support/two-databases.ts'

/** What real files write in a cell, and what is then held. The day on which all is asked is Tuesday 1 March 2016. */
onBoth('a cell of an extract', (given) => {
  const ask = (sql: string) => given.database().transaction(acting('reads'), (tx) => tx.query<Row>(sql))
  let number = 0
  const fresh = () => `K${++number}`

  /** Brings in one child with this in the columns, and gives what is held of them, or what was refused. */
  async function one(columns: Record<string, string>, held: string): Promise<unknown> {
    const id = fresh()
    const outcome = await bring(given.database(), {
      'people.csv': csv([{ pers_person_id: id, pers_forename: 'Teal', pers_surname: `Number ${id}`, ...columns }]),
    })
    if (outcome.refused.length > 0) return outcome.refused
    return (await ask(`select ${held} as held from person where source_id = '${id}'`))[0]?.held
  }

  describe('that holds a date', () => {
    test.each<[string, string | null, string]>([
      ['2008-05-01', '2008-05-01', 'year first'],
      ['01/05/2008', '2008-05-01', 'day before month, always'],
      ['1/5/2008', '2008-05-01', 'without noughts'],
      ['01.05.2008', '2008-05-01', 'with dots'],
      ['1 May 2008', '2008-05-01', 'in words'],
      ['2008-05-01 00:00:00', '2008-05-01', 'as a database writes it'],
      ['2008-05-01T00:00:00.000', '2008-05-01', 'as a program writes it'],
      ['39569', '2008-05-01', 'as a spreadsheet counts it'],
      ['29/02/2008', '2008-02-29', 'the day of a leap year'],
      ['NULL', null, 'the word for nothing'],
      ['null', null, 'in small letters too'],
      ['\\N', null, 'as another database writes nothing'],
      ['   ', null, 'spaces are nothing'],
    ])('%s is %s: %s', async (written, held, _why) => {
      expect(await one({ pers_dob: written }, 'born_on')).toBe(held)
    })

    test.each([
      ['31/02/2008', 'no such day'],
      ['29/02/2009', 'no such day in that year'],
      ['05/13/2008', 'no thirteenth month'],
      ['01/05/08', 'two digits do not say which century'],
      ['2061-05-01', 'a date of birth is not ahead'],
      ['02/03/2016', 'not even by a day'],
      ['01/05/1808', 'before any register'],
      ['soon', 'a word'],
      ['=DATE(2008,5,1)', 'a formula'],
    ])('%s is refused: %s', async (written) => {
      const refused = await one({ pers_dob: written }, 'born_on')
      expect(refused).toEqual([`people.csv | 2 | pers_dob | ${written} | ${written} is not a date this field may have.`])
    })

    test('a date that may lie ahead may do so by twenty years and no more', async () => {
      expect(await one({ pers_expected_dob: '2016-09-01' }, 'expected_on')).toBe('2016-09-01')
      expect(await one({ pers_expected_dob: '2036-03-02' }, 'expected_on')).toHaveLength(1)
    })
  })

  describe('that holds a yes or a no', () => {
    test.each([
      ['Y', true],
      ['y', true],
      ['Yes', true],
      ['1', true],
      ['true', true],
      ['TRUE', true],
      ['N', false],
      ['no', false],
      ['0', false],
      ['False', false],
      ['', null],
      ['NULL', null],
    ])('%s is %s', async (written, held) => {
      expect(await one({ pers_send_flag: written }, 'has_ehc_plan')).toBe(held)
    })

    test.each([['maybe'], ['2'], ['U']])('%s is refused', async (written) => {
      expect(await one({ pers_send_flag: written }, 'has_ehc_plan')).toEqual([
        `people.csv | 2 | pers_send_flag | ${written} | It is neither yes nor no.`,
      ])
    })
  })

  describe('that holds a code', () => {
    test.each<[string, string | null, string]>([
      ['WBRI', 'WBRI', 'as it stands in the list'],
      ['wbri', 'WBRI', 'in small letters'],
      ['White British', 'WBRI', 'in its own words'],
      ['', null, 'nothing'],
    ])('%s is %s: %s', async (written, held, _why) => {
      expect(await one({ pers_ethnicity: written }, 'ethnicity')).toBe(held)
    })

    test('one that is not in the list is refused, and the sentence says what is allowed', async () => {
      const [refused] = (await one({ pers_sex: 'X1' }, 'sex')) as string[]
      expect(refused).toBe('people.csv | 2 | pers_sex | X1 | X1 is not in the list "Sex".')
    })
  })

  describe('that holds words', () => {
    test.each<[string, string | null, string]>([
      ['O’Dunlin-Ní Bhriain', 'O’Dunlin-Ní Bhriain', 'a name of any letters'],
      ['  Reed  ', 'Reed', 'without the spaces around it'],
      ['Reed "Red" \\ Bunting', 'Reed "Red" \\ Bunting', 'quotation marks and backslashes'],
      ["Robert'); drop table person;--", "Robert'); drop table person;--", 'what would end a statement'],
      ['=cmd|calc!A1', '=cmd|calc!A1', 'what a spreadsheet would carry out'],
      ['两\t个\n字', '两\t个\n字', 'with a tab and a line end inside'],
      ['Null', null, 'a surname that is the word for nothing is lost, as everywhere'],
    ])('%j is %j: %s', async (written, held, _why) => {
      expect(await one({ pers_surname: written }, 'surname')).toBe(held)
    })

    test('a number that begins with noughts keeps them', async () => {
      expect(await one({ pers_upn: '0012345678901', pers_single_unique_id: '0001' }, `upn || ' ' || nhs_number`)).toBe('0012345678901 0001')
    })
  })

  describe('wherever it stands', () => {
    const text = (id: string) => csv([{ pers_person_id: id, pers_forename: 'Zoë', pers_surname: 'Þorn £5', pers_dob: '01/05/2008' }])
    const held = async (id: string) => (await ask(`select forename, surname, born_on from person where source_id = '${id}'`))[0]
    const expected = { forename: 'Zoë', surname: 'Þorn £5', born_on: '2008-05-01' }

    test.each([
      ['UTF-8', (words: string) => Buffer.from(words)],
      ['UTF-8 with a byte order mark', (words: string) => Buffer.from(`\ufeff${words}`)],
      ['UTF-16, as Excel writes “Unicode text”', (words: string) => Buffer.from(`\ufeff${words}`, 'utf16le')],
      ['UTF-16 the other way round', (words: string) => Buffer.from(`\ufeff${words}`, 'utf16le').swap16()],
      ['Windows-1252', (words: string) => Buffer.from(words, 'latin1')],
      ['semicolons', (words: string) => Buffer.from(words.replaceAll(',', ';'))],
      ['tabs', (words: string) => Buffer.from(words.replaceAll(',', '\t'))],
      ['bars', (words: string) => Buffer.from(words.replaceAll(',', '|'))],
      ['line ends of Windows', (words: string) => Buffer.from(words.replaceAll('\n', '\r\n'))],
      ['line ends of old Macs, and none at the end', (words: string) => Buffer.from(words.trimEnd().replaceAll('\n', '\r'))],
      ['blank lines around', (words: string) => Buffer.from(`\n\n${words}\n,,,\n\n`)],
      ['every cell in quotation marks', (words: string) => Buffer.from(words.replace(/[^,\n]+/g, '"$&"'))],
    ])('is read the same: %s', async (_, encode) => {
      const id = fresh()
      const outcome = await bring(given.database(), { 'people.csv': encode(text(id)) })
      expect(outcome.refused).toEqual([])
      expect(await held(id)).toEqual(expected)
    })

    test('columns may stand in any order, in capitals, be missing, or be too many, which is said', async () => {
      const id = fresh()
      const outcome = await bring(given.database(), {
        'people.csv': `PERS_DOB, Pers_Surname ,shoe_size,pers_person_id,pers_forename\n01/05/2008,Þorn £5,38,${id},Zoë\n`,
      })
      expect(await held(id)).toEqual(expected)
      expect(outcome.files.flatMap(({ remarks }) => remarks)).toEqual(['The column shoe_size is not one of ssd_person and was not read.'])
    })

    test('a row with more cells than the header names is refused; one with fewer lacks the last', async () => {
      const [long, short] = [fresh(), fresh()]
      const outcome = await bring(given.database(), {
        'people.csv': `pers_person_id,pers_forename,pers_surname,pers_dob\n${long},Zoë,Þorn,01/05/2008,extra\n${short},Zoë,Þorn £5\n`,
      })
      expect(outcome.refused).toEqual([
        'people.csv | 2 | extra | The row has more cells than the header names, so nothing tells which is which.',
      ])
      expect([await held(long), await held(short)]).toEqual([undefined, { ...expected, born_on: null }])
    })

    test('without the column of its identifiers a table is refused whole, with the name of the column', async () => {
      const outcome = await bring(given.database(), { 'people.csv': 'pers_forename,pers_surname,pers_dob\nZoë,Þorn,01/05/2008\n' })
      expect(outcome.refused).toEqual([
        'people.csv | 1 | pers_person_id | no such column | Without it no row can be told from another. Nothing of this file was brought in.',
      ])
    })

    test('what a file is called does not matter, only what is in it', async () => {
      const id = fresh()
      await bring(given.database(), { 'Copy of extract (2) FINAL.txt': text(id) })
      expect(await held(id)).toEqual(expected)
    })
  })
})
