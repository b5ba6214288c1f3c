import { describe, expect, test } from 'vitest'
import { readFigures, readGroups } from './values-file.ts'

const read = async (text: string, options = {}) => (await readFigures(Buffer.from(text), 'values.csv', options)).figures
const values = async (text: string) => (await read(text)).map(({ value }) => value)

describe('one number a line', () => {
  test.each([
    ['1\n2\n3\n', [1, 2, 3], 'plain'],
    ['value\r\n1\r\n2', [1, 2], 'with a heading, and the line ends of Windows'],
    ['\n1\n\n3\n\n', [1, null, 3], 'blank lines are gaps, but for those before and after'],
    ['1\nNA\nn/a\n-\n:\n5', [1, null, null, null, null, 5], 'what says that there is no number'],
    ['-1.5\n+2\n.5\n1e-7\n1,234.5\n45%\n−3', [-1.5, 2, 0.5, 1e-7, 1234.5, 45, -3], 'however a number is written'],
    ['0\n0\n', [0, 0], 'zeros are numbers'],
  ])('%j: %3$s', async (text, expected) => expect(await values(text)).toEqual(expected))
})

describe('a table', () => {
  test.each([
    [
      'period,value\n2016-01,3\n2016-02,\n2016-03,5\n',
      [
        ['2016-01', 3],
        ['2016-02', null],
        ['2016-03', 5],
      ],
    ],
    ['Month;Percent\nJan 2016;80,0\n'.replace(',0', ''), [['Jan 2016', 80]]],
    ['when it was\tdays waited\nJan\t12\n', [['Jan', 12]]],
    ['team size,month\n7,2016-01\n', [['2016-01', 7]]],
  ])('%j: period and value', async (text, expected) =>
    expect((await read(text)).map(({ period, value }) => [period, value])).toEqual(expected),
  )

  test('numerator and denominator; nothing to count is a gap', async () => {
    const { figures, counted } = await readFigures(Buffer.from('month,numerator,denominator\n2016-01,6,12\n2016-02,0,0\n2016-03,,9\n'), 'x')
    expect(counted).toBe(true)
    expect(figures).toEqual([
      { period: '2016-01', value: 0.5, counted: { numerator: 6, denominator: 12 } },
      { period: '2016-02', value: null },
      { period: '2016-03', value: null },
    ])
  })

  test('many waits of one period are one figure: their median', async () => {
    const text = 'month,wait\n2016-01,3\n2016-02,8\n2016-01,9\n2016-01,4\n'
    expect((await read(text, { gathered: true })).map(({ period, value, spread }) => [period, value, spread?.of])).toEqual([
      ['2016-01', 4, 3],
      ['2016-02', 8, 1],
    ])
  })
})

describe('what cannot be read is refused in a sentence', () => {
  test.each([
    ['', 'values.csv: There is nothing in it. Give one number a line, or a table'],
    ['\n \n', 'values.csv: There is nothing in it.'],
    ['value\n', 'values.csv: There is no number in it.'],
    ['1\n2\n1O\n', 'values.csv, line 3: “1O” is not a number. Give a number, or leave it empty where there is none.'],
    ['1O\n2\n', 'values.csv, line 1: “1O” is not a number.'],
    ['1\n1e99\n', 'values.csv, line 2: “1e99” is too large. A number lies between −10¹⁵ and 10¹⁵.'],
    ['2016-01,5\n2016-02,6\n', 'values.csv, line 1: “5” is a number and no name of a column. The first line of a table names its columns.'],
    ['a,b,c\n1,2,3\n', 'values.csv, line 1: Its columns are “a”, “b”, “c”. Give one number a line, or a table'],
    ['month,numerator\n2016-01,3\n', 'values.csv, line 1: Its columns are “month”, “numerator”.'],
    ['month,value\n2016-01,3\n2016-01,4\n', 'values.csv, line 3: “2016-01” stands on line 2 too. Each period has one row'],
    ['month,value\n,3\n', 'values.csv, line 2: The period is blank. Each row has its period.'],
    ['month,value\n2016-01,3,4\n', 'values.csv, line 2: There are more cells than the 2 columns. A comma in a cell is put in quotes.'],
    ['month,value\n2016-01,three\n', 'values.csv, line 2: “three” is not a number.'],
  ])('%j', async (text, says) => {
    await expect(read(text)).rejects.toThrow(says)
  })
})

describe('groups', () => {
  const groups = (text: string) => readGroups(Buffer.from(text), 'teams.csv')

  test('have a name, a numerator and a denominator', async () => {
    expect(await groups('team,numerator,denominator\nNorth,33,46\n"South, east",0,0\n')).toMatchObject([
      { name: 'North', numerator: 33, denominator: 46 },
      { name: 'South, east', numerator: 0, denominator: 0 },
    ])
  })

  test.each([
    [
      'team,value\nNorth,3\n',
      'teams.csv, line 1: Its columns are “team”, “value”. Give a table with the columns group, numerator and denominator.',
    ],
    [
      'team,numerator,denominator\nNorth,3,\n',
      'teams.csv, line 2: “” is not a count. A numerator and a denominator are numbers from 0 on.',
    ],
    [
      'team,numerator,denominator\nNorth,3,4\nNorth,1,2\n',
      'teams.csv, line 3: “North” stands on line 2 too. Each row is a group with a name of its own.',
    ],
    ['team,numerator,denominator\n,3,4\n', 'teams.csv, line 2: The group has no name.'],
    ['team,numerator,denominator\n', 'teams.csv: There is no group in it.'],
  ])('%j', async (text, says) => {
    await expect(groups(text)).rejects.toThrow(says)
  })
})
