import { expect, test } from 'vitest'
import { birthInWords, livesWhere, milesInWords, ordinal, sexInWords } from './standing-words.ts'
import { standingOn } from './standing.ts'

const day = '2016-03-03'

test.each<[string | null, string | null, string | null, string, string | null]>([
  ['2004-05-09', null, null, 'Born', '9 May 2004, aged 11'],
  ['2016-01-20', null, null, 'Born', '20 January 2016, under 1'],
  ['2004-05-09', null, '2010-05-08', 'Born', '9 May 2004, aged 5'],
  [null, '2016-05-12', null, 'Due', '12 May 2016'],
  [null, '2016-02-12', null, 'Was due', '12 February 2016'],
  [null, null, null, 'Born', null],
])('born %s, expected %s, died %s: %s %s', (born, expected, died, name, words) => {
  expect(birthInWords({ born, expected, died }, day)).toEqual({ name, words })
})

test.each([
  ['24.3', '24 miles from home'],
  ['1', '1 mile from home'],
  ['0.2', 'less than a mile from home'],
  ['999.9', null],
  [null, null],
  ['far', null],
])('%s miles: %s', (distance, words) => {
  expect(milesInWords(distance)).toBe(words)
})

test('until 18 a child is a boy or a girl', () => {
  expect([sexInWords('M', '1998-03-04', day), sexInWords('M', '1998-03-03', day)]).toEqual(['Boy', 'Male'])
  expect([sexInWords('F', null, day), sexInWords('U', null, day), sexInWords(null, null, day)]).toEqual([
    'Girl',
    'Sex not known',
    'Sex not known',
  ])
})

test('who stands nowhere lives with somebody not recorded', () => {
  expect(livesWhere(standingOn([], day))).toEqual({ name: 'Lives with', words: null })
})

test('ordinals are words up to ten', () => {
  expect([2, 10, 11, 21, 22, 112].map(ordinal)).toEqual(['second', 'tenth', '11th', '21st', '22nd', '112th'])
})
