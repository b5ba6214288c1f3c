import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, readDecimal, readPartialDate, readWhole, readYesNo } from './values.ts'

const notADay = { wrong: 'a day that exists, as day/month/year with four digits for the year' }

describe('dates', () => {
  test.each([
    ['04/03/2015', '2015-03-04', null],
    ['4/3/2015', '2015-03-04', null],
    ['04-03-2015', '2015-03-04', null],
    ['04.03.2015', '2015-03-04', null],
    ['2015-03-04', '2015-03-04', null],
    ['2015/03/04', '2015-03-04', null],
    ['20150304', '2015-03-04', null],
    [' 04/03/2015 ', '2015-03-04', null],
    ['2015-03-04 00:00:00.000', '2015-03-04', null],
    ['2015-03-04T18:40', '2015-03-04', '18:40:00'],
    ['2015-03-04T18:40:07.123', '2015-03-04', '18:40:07'],
    ['04/03/2015 18:40', '2015-03-04', '18:40:00'],
    ['04/03/2015 6:40:00 PM', '2015-03-04', '18:40:00'],
    ['04/03/2015 12:05 AM', '2015-03-04', '00:05:00'],
    ['4 March 2015', '2015-03-04', null],
    ['4th March 2015', '2015-03-04', null],
    ['04-Mar-2015', '2015-03-04', null],
    ['04-MAR-2015 09:15', '2015-03-04', '09:15:00'],
    ['42067', '2015-03-04', null],
    ['42067.75', '2015-03-04', '18:00:00'],
    ['29/02/2024', '2024-02-29', null],
  ])('%s is %s', (found, value, time) => {
    expect(readDate(found)).toEqual({ value, time })
  })

  test.each<[string, string, string | null, string]>([
    ['2015-06-03T23:00:00Z', '2015-06-04', null, 'midnight in London in summer'],
    ['2015-06-03T23:30:00.000Z', '2015-06-04', '00:30:00', 'half past'],
    ['2015-12-03T23:30:00Z', '2015-12-03', '23:30:00', 'winter'],
    ['2015-06-04T00:00:00+01:00', '2015-06-04', null, 'said in summer time'],
    ['2015-06-04T01:00:00+0200', '2015-06-04', null, 'said elsewhere'],
  ])('%s is %s %s in London: %s', (found, value, time) => {
    expect(readDate(found)).toEqual({ value, time })
  })

  test.each([
    ['31/02/2015', 'no such day'],
    ['29/02/2023', 'no leap year'],
    ['29/02/1900', 'a century without a leap day'],
    ['13/25/2015', 'months are never read first'],
    ['04/03/15', 'two digits of a year could be either century'],
    ['04/03-2015', 'two signs'],
    ['0/3/2015', 'no day 0'],
    ['12345', 'too small for a day number'],
    ['99999', 'too large for one'],
    ['04/03/2015 25:00', 'no such hour'],
    ['04/03/2015 13:00 PM', 'no such hour of twelve'],
    ['soon', 'not a date'],
    ['', 'nothing'],
    ['04032015', 'could be nothing but the year 403'],
    ['4 Ma 2015', 'March or May'],
    ['٠٤/٠٣/2015', 'other digits'],
  ])('%s is refused: %s', (found) => {
    expect(readDate(found)).toHaveProperty('wrong')
  })

  test('what is no day at all is told how to be written', () => {
    expect(readDate('31/02/2015')).toEqual(notADay)
  })

  test('a date outside its range is told the range', () => {
    const options = { dayFirst: true, today: '2024-10-22' } as const
    expect(readDate('31/12/1899', options)).toEqual({ wrong: 'a date from 01/01/1900 on' })
    expect(readDate('23/10/2024', { ...options, latest: '2024-10-22' })).toEqual({ wrong: 'a date that is not after today (22/10/2024)' })
    expect(readDate('22/10/2024', { ...options, latest: '2024-10-22' })).toEqual({ value: '2024-10-22', time: null })
    expect(readDate('01/01/2061', options)).toEqual({ wrong: 'a date that is not after 22/10/2049' })
    expect(readDate('01/01/2061')).toEqual({ value: '2061-01-01', time: null })
  })

  test('every day from 1900 to 2100 is read back from every way of writing it', () => {
    const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
    for (let at = Date.UTC(1900, 0, 1); at <= Date.UTC(2100, 11, 31); at += 86_400_000) {
      const value = new Date(at).toISOString().slice(0, 10)
      const [year = '', month = '', day = ''] = value.split('-')
      const name = names[Number(month) - 1] ?? ''
      const ways = [
        value,
        `${day}/${month}/${year}`,
        `${day}-${month}-${year}`,
        `${day}.${month}.${year}`,
        `${year}/${month}/${day}`,
        year + month + day,
      ]
      ways.push(
        `${Number(day)}/${Number(month)}/${year}`,
        `${Number(day)} ${name} ${year}`,
        `${day}-${name.slice(0, 3)}-${year}`,
        `${value} 00:00:00.000`,
      )
      const serial = Math.round(at / 86_400_000) + 25_569
      if (serial >= 20_000 && serial <= 80_000) ways.push(String(serial), `${serial}.0`)
      for (const way of ways) {
        const read = readDate(way)
        if (!('value' in read) || read.value !== value || read.time !== null) expect([way, read]).toEqual([way, { value, time: null }])
      }
    }
  })

  test('nothing that is not a real day is ever given', () => {
    const piece = fc.oneof(
      fc.constantFrom('/', '-', '.', ' ', 'T', ':', 'Z', 'Mar', 'zz', '29', '02', '31', '1900'),
      fc.nat(9999).map(String),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const read = readDate(pieces.join(''), { earliest: '0001-01-01' })
        if ('wrong' in read) return
        expect(new Date(`${read.value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.value)
        expect(read.time ?? '00:00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
      }),
      { numRuns: 5000 },
    )
  })
})

test.each(['Y', 'yes', '1', 'TRUE', 't', '1.0', ' Yes ', 'a) Yes', 'A)Yes'])('%j is yes', (found) => {
  expect(readYesNo(found)).toEqual({ value: true })
})
test.each(['N', 'No', '0', 'false', 'F', '0.0', 'b) No'])('%j is no', (found) => {
  expect(readYesNo(found)).toEqual({ value: false })
})
test.each(['', 'Unknown', '2', 'yess', 'Not known', 'Y/N', 'a) Y/N'])('%j is neither yes nor no', (found) => {
  expect(readYesNo(found)).toHaveProperty('wrong')
})

test.each([
  ['12', 12],
  ['1.0', 1],
  ['1,234', 1234],
  ['-3', -3],
  ['-0', 0],
  ['1E+3', 1000],
  ['007', 7],
])('%s is the whole number %d', (found, value) => {
  expect(readWhole(found)).toEqual({ value })
})
test.each(['1.5', '1,23', '12a', '', '.', '9007199254740993', '1e400', '0x10', 'Infinity'])('%j is not a whole number', (found) => {
  expect(readWhole(found)).toEqual({ wrong: 'a whole number, such as 12' })
})

test.each([
  ['1,234.50', '1234.50'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['+2.10', '2.10'],
  ['-0.00', '0.00'],
  ['1.5E-2', '0.015'],
  ['1.5E+3', '1500'],
  ['0012.0', '12.0'],
  ['12345678901234567890.123', '12345678901234567890.123'],
])('%s is exactly %s', (found, value) => {
  expect(readDecimal(found)).toEqual({ value })
})
test.each(['', '-', '1.2.3', '1,2', 'NaN', '£5', '1e99'])('%j is not a number', (found) => {
  expect(readDecimal(found)).toEqual({ wrong: 'a number, such as 12.5' })
})

test.each([
  ['04/03/2015', '2015-03-04'],
  ['zz/03/2015', '2015-03-zz'],
  ['zz/zz/2015', '2015-zz-zz'],
  ['ZZ/ZZ/ZZZZ', 'zzzz-zz-zz'],
  ['4/zz/2015', '2015-zz-04'],
  ['29/02/zzzz', 'zzzz-02-29'],
  ['2015-03-zz', '2015-03-zz'],
])('%s is partly known: %s', (found, value) => {
  expect(readPartialDate(found)).toEqual({ value })
})
test.each(['31/02/zzzz', 'zz/13/2015', '29/02/2015', '32/zz/2015', 'zz/03/15', 'zz-03/2015', 'zz/zz/0015', 'z', ''])(
  '%j is not a date, not even in part',
  (found) => {
    expect(readPartialDate(found)).toHaveProperty('wrong')
  },
)
