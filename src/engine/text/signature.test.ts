import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { resemblance } from './shingles.ts'
import { bytesOf, likeness, signatureOf } from './signature.ts'

/** Two sets that share so many, and have so many of their own. */
const setsWith = (seed: number, shared: number, own: number, others: number) => {
  const named = (from: string, many: number) => Array.from({ length: many }, (_, nth) => `${seed} ${from} ${nth}`)
  const both = named('both', shared)
  return [new Set([...both, ...named('one', own)]), new Set([...both, ...named('other', others)])] as const
}

test('a signature is 86 letters, and wholly like itself; of nothing it is empty and like nothing', () => {
  expect(signatureOf(['the old boat'])).toMatch(/^[A-Za-z0-9+/]{86}$/)
  expect(signatureOf([])).toBe('')
  expect(likeness('', '')).toBe(0)
  expect(likeness(signatureOf(['the old boat']), signatureOf(['the old boat']))).toBe(1)
})

test('it is the same on every machine and every day: kept ones are held against new ones', () => {
  expect(signatureOf(['the old boat', 'old boat left'])).toBe(
    'Ux17LpjSSZvH4LWxL4KdRhx11J5muMhuvOovgB/D1esu1ChQFjRIZvFpRUsjRlp/jBEX0+k+/SjL8Zyqs34D1g',
  )
})

test('it does not depend on the order in which the shingles come', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 }), (shingles) => {
      expect(signatureOf([...shingles].reverse())).toBe(signatureOf(shingles))
    }),
  )
})

test('whatever the sets, the estimate lies within 0.3 of the truth: nearly five of its standard errors', () => {
  const size = fc.integer({ min: 0, max: 90 })
  fc.assert(
    fc.property(fc.integer(), size, size, size, (seed, shared, own, others) => {
      const [one, other] = setsWith(seed, shared, own, others)
      expect(Math.abs(likeness(signatureOf(one), signatureOf(other)) - resemblance(one, other))).toBeLessThan(0.3)
    }),
    { seed: 1997, numRuns: 400 },
  )
})

test.each([
  [0, 40, 40, 0],
  [20, 20, 20, 1 / 3],
  [40, 5, 5, 0.8],
])(
  'over many pairs that share %i and have %i and %i of their own it is right on average, and as exact as 64 rows can be',
  (shared, own, others, truth) => {
    const errors = Array.from({ length: 300 }, (_, seed) => {
      const [one, other] = setsWith(seed, shared, own, others)
      return likeness(signatureOf(one), signatureOf(other)) - truth
    })
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length)
    expect(Math.abs(mean)).toBeLessThan(0.012)
    expect(spread).toBeLessThan(Math.sqrt((truth * (1 - truth)) / 64) * 1.15 + 0.012)
  },
)

test('what is no signature is refused, with what it is', () => {
  expect(() => bytesOf('QUJD')).toThrow('"QUJD" is not a signature: it has 3 bytes, and a signature has 64.')
})
