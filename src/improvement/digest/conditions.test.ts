import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factKind } from '../../engine/measures/fact.ts'
import type { Filter } from '../../engine/measures/measure.ts'
import { codeList } from '../../engine/records/kind.ts'
import { figurework } from '../../measures.ts'
import { person } from '../../practice/person/records.ts'
import { conditionsOf, conditionWords, NotACondition } from './conditions.ts'

const sources = codeList('Who referred', 'Invented', [
  { code: '1A', label: 'Individual: family' },
  { code: '1B', label: 'Individual: self' },
  { code: '5C', label: 'Police' },
])

const referrals = factKind({
  id: 'referrals',
  name: 'Referrals',
  about: person,
  reads: [],
  says: {
    source: { label: 'Who referred', type: 'words', codes: sources },
    again: { label: 'Referred before', type: 'yes or no' },
    days: { label: 'Days until decided', type: 'number', unit: 'working days' },
    daysOpen: { label: 'Days open', type: 'number' },
    town: { label: 'Town', type: 'words' },
    needs: { label: 'Needs', type: 'several words', codes: sources },
  },
  facts: () => [],
})
const silent = factKind({ id: 'silent', name: 'Silent', about: person, reads: [], facts: () => [] })

test.each<readonly [words: string, read: Filter | null, why: string]>([
  ['source is 1A or 1B', { source: ['1A', '1B'] }, 'either of two codes'],
  ['again is yes', { again: [true] }, 'what is yes or no'],
  ['again is no', { again: [false] }, '"no" is not "not recorded"'],
  ['again is yes or no', { again: [true, false] }, 'whichever, so long as it is recorded'],
  ['days from 10 up to 20', { days: { from: 10, until: 20 } }, '20 is not in it'],
  ['days from 10', { days: { from: 10 } }, 'no end'],
  ['days up to 0.5', { days: { until: 0.5 } }, 'no beginning'],
  ['days from -2 up to 0', { days: { from: -2, until: 0 } }, 'less than nothing'],
  ['days is 0 or 1', { days: [0, 1] }, 'these numbers alone'],
  ['daysOpen from 3', { daysOpen: { from: 3 } }, 'a name that begins with another'],
  ['town is Port Talbot', { town: ['Port Talbot'] }, 'words of which there is no list, with a space in them'],
  [
    'source is 1A or 1B; again is yes; days from 10 up to 20',
    { source: ['1A', '1B'], again: [true], days: { from: 10, until: 20 } },
    'all of them',
  ],
  ['  source is  5C ;; ', { source: ['5C'] }, 'spaces and semicolons too many'],
  ['', null, 'nothing: all are meant'],
  [' ; ', null, 'nothing but a semicolon'],
])('“%s” is %j: %s', (words, read) => expect(conditionsOf(words, referrals)).toEqual(read))

test('nothing written means all', () => expect(conditionsOf(null, referrals)).toBeNull())

describe('conditions read back as they were written', () => {
  const some = <T>(values: fc.Arbitrary<T>) => fc.uniqueArray(values, { minLength: 1, maxLength: 3 })
  const number = fc.oneof(
    fc.integer({ min: -999, max: 9_999 }),
    fc.integer({ min: -9_999, max: 9_999 }).map((n) => n / 100),
  )
  const range = fc
    .record({ from: number, until: number }, { requiredKeys: [] })
    .filter(({ from, until }) => (from === undefined ? until !== undefined : until === undefined || from < until))
  const code = fc.constantFrom('1A', '1B', '5C')
  const filter: fc.Arbitrary<Filter> = fc
    .record(
      {
        source: some(code),
        needs: some(code),
        again: some(fc.boolean()),
        days: fc.oneof(some(number), range),
        daysOpen: fc.oneof(some(number), range),
        town: some(fc.constantFrom('Port Talbot', 'Wickham', 'Ely')),
      },
      { requiredKeys: [] },
    )
    .filter((each) => Object.keys(each).length > 0)

  test('whatever they are', () => {
    fc.assert(
      fc.property(filter, (each) => {
        expect(conditionsOf(conditionWords(each), referrals)).toEqual(each)
        // And the words themselves, when they are written again.
        expect(conditionWords(conditionsOf(conditionWords(each), referrals))).toBe(conditionWords(each))
      }),
    )
  })

  test('those of every measure that is declared, where what they name can be written', () => {
    let read = 0
    for (const { of, where, met } of figurework.measures)
      for (const each of [where, met])
        if (each !== null) {
          expect(conditionsOf(conditionWords(each), of), conditionWords(each)).toEqual(each)
          read++
        }
    expect(read).toBeGreaterThan(50)
  })
})

describe('what cannot be read says what may be written', () => {
  test.each([
    [
      'colour is red',
      '“colour is red” names nothing that these facts say. They say: source, again, days, daysOpen, town, needs.',
      'nothing has that name',
    ],
    [
      'sourced is 1A',
      '“sourced is 1A” names nothing that these facts say. They say: source, again, days, daysOpen, town, needs.',
      'a name that only begins so',
    ],
    ['source is 9Z', '“9Z” is no code of “Who referred”. Its codes: 1A, 1B, 5C.', 'no such code'],
    ['source is 1A or 9Z', '“9Z” is no code of “Who referred”. Its codes: 1A, 1B, 5C.', 'one of two is none'],
    ['source 1A', '“source 1A”: write “source is …”, or “source is … or …”.', 'the word between is missing'],
    ['source', '“source”: write “source is …”, or “source is … or …”.', 'a name alone'],
    ['source from 1 up to 5', '“source from 1 up to 5”: write “source is …”, or “source is … or …”.', 'words have no range'],
    ['again is true', '“again” is yes or no, not “true”.', 'yes or no in other words'],
    ['days is few', '“days” is a number, and “few” is none.', 'no number'],
    ['days', '“days”: write “days from 1 up to 5” (5 is not in it).', 'a number, and no range'],
    ['days to 5', '“days to 5”: write “days from 1 up to 5” (5 is not in it).', 'a range in other words'],
    ['days from 5 to 10', '“days from 5 to 10”: write “days from 1 up to 5” (5 is not in it).', 'half in other words'],
    [
      'days from 1; days up to 5',
      '“days” stands twice. Write what is meant of it once: “days from 1 up to 5”.',
      'the second would take the place of the first',
    ],
    ['source is 1A or', '“1A or” is no code of “Who referred”. Its codes: 1A, 1B, 5C.', 'an end that is missing'],
    ['again is yes; again is no', '“again” stands twice. Write what is meant of it once: “again is … or …”.', 'and of what is no number'],
    ['days from 5 up to 5', '“days from 5 up to 5” leaves nothing: it ends where it begins, or before.', 'nothing can be in it'],
  ])('“%s”: %s', (words, sentence) => {
    expect(() => conditionsOf(words, referrals)).toThrow(NotACondition)
    expect(() => conditionsOf(words, referrals)).toThrow(sentence)
  })

  test('facts that say nothing cannot be chosen by anything', () => {
    expect(() => conditionsOf('days from 1', silent)).toThrow('They say nothing that can be chosen by.')
  })
})
