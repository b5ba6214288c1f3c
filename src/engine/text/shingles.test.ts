import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { containment, resemblance, shinglesOf, stretchesOf } from './shingles.ts'
import { wordsOf } from './words.ts'

const runs = (text: string) => shinglesOf(wordsOf(text), 3)

test('a run of three words is a shingle; what is said twice is one, and fewer words are one run', () => {
  expect([...runs('the boat left the boat left the quay')]).toEqual(['the boat left', 'boat left the', 'left the boat', 'left the quay'])
  expect([...runs('the boat')]).toEqual(['the boat'])
  expect([...runs('')]).toEqual([])
})

test('of two texts of four runs each that share two, a third stands in both, and half of each in the other', () => {
  const [one, other] = [runs('the old boat left at noon'), runs('the old boat left with us')]
  expect(resemblance(one, other)).toBeCloseTo(1 / 3)
  expect(containment(one, other)).toBeCloseTo(1 / 2)
})

test('a paragraph stands in a text that has more besides, and the text not in the paragraph', () => {
  const [part, whole] = [runs('the old boat left'), runs('we say that the old boat left at noon with us')]
  expect(containment(part, whole)).toBe(1)
  expect(containment(whole, part)).toBeLessThan(0.5)
})

const texts = fc
  .array(fc.constantFrom('sea', 'boat', 'oar', 'Rope', 'Ada', '12', '.', ',', '\n', '“', 'I'), { maxLength: 30 })
  .map((words) => words.join(' '))

test('whatever the texts: alike is alike both ways, nothing is more than wholly alike, and a text is wholly like itself', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const [one, other] = [runs(a), runs(b)]
      const alike = resemblance(one, other)
      expect(alike).toBe(resemblance(other, one))
      expect(alike).toBeGreaterThanOrEqual(0)
      expect(alike).toBeLessThanOrEqual(Math.min(1, containment(one, other) || 1))
      expect(resemblance(one, one)).toBe(one.size === 0 ? 0 : 1)
    }),
  )
})

test('the words of a run that both have are marked, with the name among them and the stop after them, and no more', () => {
  expect(stretchesOf('At noon the old boat Ada left us. We slept.', runs('Then the old boat left us all'), 3)).toEqual([
    { text: 'At noon ', shared: false },
    { text: 'the old boat Ada left us.', shared: true },
    { text: ' We slept.', shared: false },
  ])
  expect(stretchesOf('the boat', runs('the boat'), 3)).toEqual([{ text: 'the boat', shared: true }])
  expect(stretchesOf('the boat', runs('an oar'), 3)).toEqual([{ text: 'the boat', shared: false }])
})

test('whatever the texts, the stretches put together are the text, and take turns', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const stretches = stretchesOf(a, runs(b), 3)
      expect(stretches.map(({ text }) => text).join('')).toBe(a)
      for (const [place, { shared, text }] of stretches.entries()) {
        expect(text).not.toBe('')
        expect(shared).not.toBe(stretches[place - 1]?.shared)
      }
      const all = stretches.flatMap(({ text, shared }) => (shared ? wordsOf(text) : []))
      if (containment(runs(a), runs(b)) === 1) expect(all.length).toBe(wordsOf(a).length)
      if (containment(runs(a), runs(b)) === 0) expect(all).toEqual([])
    }),
  )
})
