import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween, mistakable, mistakablePairs, warningsOf, type Mistakable } from './easily-mistaken.ts'

const child = (id: string, name: string, born: string | null, more: Partial<Mistakable> = {}): Mistakable => ({
  id,
  name,
  born,
  expected: null,
  mother: null,
  ...more,
})

const jaden = child('204417', 'Jaden Wickham', '2004-05-09')

test.each<[name: string, born: string | null, because: string | null, reason: string]>([
  ['Jayden Wickham', '2004-09-05', 'like names', 'a letter more, born in the same year'],
  ['Wickham Jaden', '1999-01-01', 'like names', 'the same names in another order, whatever the birth'],
  ['Jáden Wickham', null, 'like names', 'an accent, and no birth date to tell them apart'],
  ['Jade Wickham-Lowe', '2001-01-22', null, 'another surname'],
  ['Jayden Wickham', '2013-09-05', null, 'nine years younger: the age tells them apart'],
  ['Maisie Wickham', '2007-10-19', null, 'his sister'],
  ['Rowan Wickham', '2004-05-09', 'born together', 'a twin'],
  ['Noah Keane', '2004-05-09', null, 'only the birthday in common'],
])('%s, born %s, and Jaden Wickham: %s (%s)', (name, born, because, _reason) => {
  expect(mistakable(jaden, child('other', name, born))).toBe(because)
})

test('short names that differ in half their letters are not alike', () => {
  expect(mistakable(child('1', 'Ben Dale', '2004-05-09'), child('2', 'Kim Dale', '2005-05-09'))).toBeNull()
  expect(mistakable(child('1', 'Ana Dale', '2004-05-09'), child('2', 'Ada Dale', '2005-05-09'))).toBe('like names')
})

test('the warning names both and says what to check', () => {
  const warn = (one: Mistakable, other: Mistakable) => warningsOf(mistakablePairs([one, other]))
  expect(warn(jaden, child('2', 'Jayden Wickham', '2004-09-05'))).toEqual([
    'Jaden and Jayden Wickham are two children. Check the date of birth.',
  ])
  expect(warn(jaden, child('2', 'Jaden Wickham', '2004-05-09'))).toEqual(['Two children here are called Jaden Wickham. Check the ID.'])
  expect(warn({ ...jaden, mother: 'Leanne Wickham' }, child('2', 'Jaden Wickham', '2004-05-09', { mother: 'Siobhan Keane' }))).toEqual([
    'Two children here are called Jaden Wickham. Check who the mother is.',
  ])
  expect(warn(jaden, child('2', 'Rowan Wickham', '2004-05-09'))).toEqual([
    'Jaden and Rowan Wickham were born on the same day, 9 May 2004. Check the first name.',
  ])
})

test('of many with one name there is one warning, which says all that tells them apart', () => {
  const namesakes = [jaden, child('2', 'Jaden Wickham', '2011-01-01'), child('3', 'Jaden Wickham', '2012-02-02')]
  const sister = child('4', 'Jade Wickham', '2004-12-24')
  expect(warningsOf(mistakablePairs([...namesakes, sister]))).toEqual([
    '3 children here are called Jaden Wickham. Check the date of birth.',
    'Jaden and Jade Wickham are two children. Check the date of birth.',
  ])
  expect(warningsOf(mistakablePairs([...namesakes, child('5', 'Jaden Wickham', '2004-05-09')]))).toEqual([
    '4 children here are called Jaden Wickham. Check the date of birth and the ID.',
  ])
})

test('two children who share only that their mothers are not recorded are told apart by the ID, for not known is not the same', () => {
  expect(mistakablePairs([jaden, child('2', 'Jaden Wickham', '2004-05-09', { mother: 'Leanne Wickham' })])[0]?.difference).toBe('number')
})

test('nobody is mistaken for themselves, and it does not matter who is named first', () => {
  const anybody = fc.record({
    id: fc.constantFrom('1', '2', '3'),
    name: fc.stringMatching(/^[A-Ca-c' -]{0,14}$/),
    born: fc.option(fc.constantFrom('2004-05-09', '2004-09-05', '2012-01-01')),
    expected: fc.constant(null),
    mother: fc.constant(null),
  })
  fc.assert(
    fc.property(anybody, anybody, (one, other) => {
      expect(mistakable(one, one)).toBeNull()
      expect(mistakable(one, other)).toBe(mistakable(other, one))
    }),
  )
})

test('changes between words are counted letter by letter', () => {
  expect(changesBetween('jaden', 'jayden')).toBe(1)
  expect(changesBetween('kian', 'ian')).toBe(1)
  expect(changesBetween('', 'noah')).toBe(4)
  expect(changesBetween('maisie', 'maizie')).toBe(1)
})
