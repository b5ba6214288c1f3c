import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceFound, pairsAlike } from './banding.ts'
import { likeness, signatureOf } from './signature.ts'

/** Signatures in families of two: so many shingles that both have, so many of each alone. */
const twos = (many: number, shared: number, own: number): string[] =>
  Array.from({ length: many }, (_, nth) => nth).flatMap((nth) =>
    ['one', 'other'].map((which) =>
      signatureOf([
        ...Array.from({ length: shared }, (_, each) => `${nth} both ${each}`),
        ...Array.from({ length: own }, (_, each) => `${nth} ${which} ${each}`),
      ]),
    ),
  )

test('those alike are found and told with their likeness, and nobody else', () => {
  const [a = '', b = ''] = twos(1, 50, 2)
  const [c = ''] = twos(1, 0, 30)
  expect(pairsAlike([a, c, b, ''], 0.7)).toEqual([{ one: 0, other: 2, likeness: likeness(a, b) }])
  expect(pairsAlike([], 0.7)).toEqual([])
})

test.each([0.5, 0.7, 0.8, 0.9])(
  'at a threshold of %d at least 95 of 100 that are just so alike are held against each other',
  (threshold) => {
    expect(chanceFound(threshold, threshold)).toBeGreaterThanOrEqual(0.95)
    expect(chanceFound((1 + threshold) / 2, threshold)).toBeGreaterThan(chanceFound(threshold, threshold))
  },
)

test('as many are found as the chance says, of 400 pairs whose likeness is 0.6 where 0.5 is asked', () => {
  const signatures = twos(400, 60, 20)
  const alike = Array.from({ length: 400 }, (_, nth) => likeness(signatures[2 * nth] ?? '', signatures[2 * nth + 1] ?? '')).filter(
    (each) => each >= 0.5,
  ).length
  const found = pairsAlike(signatures, 0.5).length
  expect(found / alike).toBeGreaterThanOrEqual(chanceFound(0.6, 0.5) - 0.01)
  expect(found).toBeLessThanOrEqual(alike)
})

test('whatever the order in which they come, the pairs are the same, each once, and no less alike than asked', () => {
  const some = twos(12, 40, 4)
  fc.assert(
    fc.property(fc.shuffledSubarray(some, { minLength: 2 }), fc.constantFrom(0.3, 0.6, 0.8), (signatures, threshold) => {
      const named = (list: readonly string[]) =>
        pairsAlike(list, threshold)
          .map(({ one, other }) => [list[one], list[other]].sort().join(' '))
          .sort()
      const pairs = named(signatures)
      expect(pairs).toEqual(named([...signatures].sort()))
      expect(new Set(pairs).size).toBe(pairs.length)
      for (const { one, other, likeness: alike } of pairsAlike(signatures, threshold)) {
        expect(one).toBeLessThan(other)
        expect(alike).toBeGreaterThanOrEqual(threshold)
      }
    }),
    { numRuns: 60 },
  )
})
