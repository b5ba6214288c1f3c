import { describe, expect, test } from 'vitest'
import { gatherReasons, linesInWords, plainAllowed, plainWhy, toDoAbout, type RefusedAlike } from './reasons.ts'

const refused = (changed: Partial<RefusedAlike>): RefusedAlike => ({
  file: 'ssd_cla_placement.csv',
  number: 3,
  kind: 'placement',
  field: 'clap_cla_placement_type',
  found: 'U7',
  allowed: 'One of U1, U2',
  why: 'U7 is not in the list "Placement type".',
  rows: 1,
  lines: [812],
  ...changed,
})

const gathered = (...all: RefusedAlike[]) => {
  const gathering = gatherReasons()
  for (const one of all) gathering.add(one)
  return gathering.reasons()
}

describe('reasons', () => {
  test('the same wrong code and another wrong code of one column are one reason, with both said', () => {
    const [reason, ...others] = gathered(
      refused({ rows: 6, lines: [977, 1_204, 1_300, 1_301] }),
      refused({ found: 'U9', why: 'U9 is not in the list "Placement type".', lines: [812] }),
    )
    expect(others).toEqual([])
    expect(reason).toMatchObject({
      found: ['U7', 'U9'],
      moreFound: false,
      rows: 7,
      lines: [812, 977, 1_204, 1_300],
      why: 'It is not in the list "Placement type".',
      toDo: 'Check the code.',
    })
  })

  test('after three different things found, it only says that there are more', () => {
    const [reason] = gathered(
      ...['U7', 'U8', 'U9', 'V1', 'V2'].map((found) => refused({ found, why: `${found} is not in the list "Placement type".` })),
    )
    expect(reason).toMatchObject({ found: ['U7', 'U8', 'U9'], moreFound: true, rows: 5 })
  })

  test('two files of the same name keep their reasons apart', () => {
    expect(gathered(refused({ number: 1 }), refused({ number: 2 })).map(({ rows, number }) => [rows, number])).toEqual([
      [1, 1],
      [1, 2],
    ])
  })

  test('whole files come first, then what is wrong in most rows', () => {
    const pdf = refused({
      number: 9,
      kind: '',
      field: null,
      found: 'a PDF document',
      why: 'The file is none of the kinds that can be brought in.',
      lines: [],
    })
    expect(
      gathered(refused({ rows: 2 }), refused({ field: 'clap_cla_id', rows: 5 }), pdf).map(({ rows, wholeFile }) => [rows, wholeFile]),
    ).toEqual([
      [1, true],
      [5, false],
      [2, false],
    ])
  })

  test('the key in an address does not change with what was found', () => {
    const [one] = gathered(refused({}))
    const [other] = gathered(refused({ found: 'Jay Wickham', why: 'Jay Wickham is not in the list "Placement type".' }))
    expect(one?.key).toMatch(/^[0-9a-f]{12}$/)
    expect(other?.key).toBe(one?.key)
  })
})

test.each([
  [[6_310], 1, 'Line 6,310'],
  [[1_204, 1_205], 2, 'Lines 1,204 and 1,205'],
  [[40, 41, 388, 902], 4, 'Lines 40, 41, 388 and 902'],
  [[812, 977, 990, 991], 7, 'Lines 812, 977 and 5 more'],
  [[], 1, null],
])('lines %j of %i rows are said as %j', (lines, rows, words) => {
  expect(linesInWords(lines, rows)).toBe(words)
})

test.each([
  ['31/02/2015 is not a date this field may have.', 'It is not a date this field may have.'],
  [
    'Lines 12 to 1,408 say different things of the same record, and nothing tells which is right.',
    'Several lines say different things of the same record, and nothing tells which is right.',
  ],
  ['It is blank, and the record means nothing without it.', 'It is blank, and the record means nothing without it.'],
])('%s → %s', (why, plain) => {
  expect(plainWhy(why)).toBe(plain)
})

test.each([
  ['A date on or after clae_cla_episode_start_date (01/04/2015)', 'A date on or after clae_cla_episode_start_date'],
  ['A date on or before closed_on (01/05/2015)', 'A date on or before closed_on'],
  ['The date held: 2010-05-05', 'The date we hold for the same child'],
  ['a whole number, such as 12', 'A whole number, such as 12'],
  [null, null],
])('what is allowed, %j, is said without the dates of one row: %j', (allowed, plain) => {
  expect(plainAllowed(allowed)).toBe(plain)
})

test.each([
  ['No referral is held under this identifier, and the file has not all that a new one needs: received_on.', 'Check the identifier'],
  ['The record held under this identifier is about another person.', 'whom the row is about'],
  ['With what is held, it would end before it begins.', 'Check both dates.'],
  ['The column held_at stands twice, and nothing tells which is meant. None of its rows was brought in.', 'Take one of the two out.'],
])('%s: what to do says “%s”', (why, part) => {
  expect(toDoAbout(why, null)).toContain(part)
})

test('a date after today asks to check the year, another date to check the date', () => {
  expect(toDoAbout('It is not a date this field may have.', 'A date that is not after today (03/03/2016)')).toBe('Check the year.')
  expect(toDoAbout('It is not a date this field may have.', 'A day that exists, as day/month/year with four digits for the year')).toBe(
    'Check the date.',
  )
})
