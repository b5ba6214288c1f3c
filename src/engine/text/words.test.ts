import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf, wordsIn, wordsOf } from './words.ts'

test.each([
  ['The boat left Marsh Quay at noon.', 'The boat left Long Reach at noon.', 'names inside a sentence'],
  ['Ada rows. We asked Ada why.', 'Ben rows. We asked Ben why.', 'a name that stands inside another sentence too'],
  ['It took 12 days, from 3 to 15 May.', 'It took 9 days, from 20 to 29 June.', 'numbers and months'],
  ['“The sea,” they said.', 'the sea they said', 'signs and capitals'],
  ['the crew’s boat', "the crew's boat", 'either apostrophe'],
])('“%s” reads like “%s”: %s are left aside', (one, other) => {
  expect(wordsOf(one)).toEqual(wordsOf(other))
})

test('I, and words in capitals throughout, are not names', () => {
  expect(wordsOf('Then I said I’d ask the RNLI. I did.')).toEqual(['then', 'i', 'said', "i'd", 'ask', 'the', 'rnli', 'i', 'did'])
})

test('a name that is given is left out also where it begins a sentence, and its possessive with it', () => {
  expect(wordsOf('Mo’s boat is old. Mo rows.', { names: new Set(['mo']) })).toEqual(['boat', 'is', 'old', 'rows'])
  expect(wordsOf('Mo rows.')).toEqual(['mo', 'rows'])
})

test('words that stand for each other read alike', () => {
  const alike = new Map([
    ['he', 'they'],
    ['she', 'they'],
  ])
  expect(wordsOf('He rows.', { alike })).toEqual(wordsOf('She rows.', { alike }))
})

test('each word has its place in the text', () => {
  const text = 'We left. Ada stayed; 12 came back.'
  expect(wordsIn(text).map(({ from, until }) => text.slice(from, until))).toEqual(['We', 'left', 'Ada', 'stayed', '12', 'came', 'back'])
})

test('short lines go with the paragraph that follows, and the last with the one before', () => {
  expect(paragraphsOf('Heading\none two three\nfour five\n\nsix seven eight nine\nten', 4)).toEqual([
    'Heading\none two three',
    'four five\nsix seven eight nine\nten',
  ])
  expect(paragraphsOf('too short', 4)).toEqual([])
  expect(paragraphsOf('', 1)).toEqual([])
})

test('whatever the text, no paragraph is too short, and none of its words is lost where there is any', () => {
  const lines = fc.array(fc.array(fc.constantFrom('sea', 'boat', 'oar', 'rope'), { maxLength: 6 }), { maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 9 }), (words, least) => {
      const text = words.map((line) => line.join(' ')).join('\n')
      const paragraphs = paragraphsOf(text, least)
      for (const paragraph of paragraphs) expect(wordsOf(paragraph).length).toBeGreaterThanOrEqual(least)
      if (words.flat().length >= least) expect(paragraphs.flatMap((paragraph) => wordsOf(paragraph))).toEqual(words.flat())
      else expect(paragraphs).toEqual([])
    }),
  )
})
