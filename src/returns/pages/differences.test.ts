import { expect, test } from 'vitest'
import { codeList, date, identifier, moment, oneOf, reference, yesNo, type Field } from '../../engine/records/kind.ts'
import { person } from '../../practice/person/records.ts'
import { valueInWords } from './differences.ts'
import { comparedInWords } from './pairs.ts'

const abuse = codeList('Category', 'a test', [{ code: 'NEG', label: 'Neglect' }])

test.each<[string, Field, string, string]>([
  ['a code', oneOf(abuse, 'Category'), 'NEG', 'Neglect (NEG)'],
  ['a code that is in no list', oneOf(abuse, 'Category'), 'XYZ', 'XYZ (XYZ)'],
  ['yes', yesNo('Is a mother'), 'true', 'Yes'],
  ['no', yesNo('Is a mother'), 'false', 'No'],
  ['a day', date('Born'), '2011-10-02', '2 October 2011'],
  ['the day of a moment', moment('Missing from'), '2016-03-01', '1 March 2016'],
  ['a number', identifier('Pupil number'), 'H800200001001', 'H800200001001'],
  [
    'another record, whose identifier says nothing to people',
    reference(() => person, 'Child'),
    '4b1b7c1c-0000-4000-8000-000000000000',
    'One record',
  ],
])('%s is told in words', (_what, field, text, words) => {
  expect(valueInWords(field, text)).toBe(words)
})

test.each([
  ['Zoë Penrose', 'ZOE  PENROSE', 'Same'],
  ['2 October 2011', '2 October 2012', 'Different'],
  ['Kim Lockyer', null, 'One is blank'],
  [null, null, ''],
])('%j and %j compare as %j', (one, other, words) => {
  expect(comparedInWords({ name: 'A fact', one, other, telling: true })).toBe(words)
})

test('counts and sources are not held against a pair', () => {
  expect(comparedInWords({ name: 'Records', one: '13', other: '5', telling: false })).toBe('')
})
