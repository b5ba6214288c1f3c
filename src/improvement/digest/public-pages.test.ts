import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measures } from '../../measures.ts'
import type { Measure } from '../../engine/measures/measure.ts'
import { publicParts } from './public-pages.tsx'

const the = (id: string): Measure => measures.find((each) => each.id === id) as Measure
const part = (words: string, numerator: number, denominator: number | null = null) => ({
  words,
  point: { period: '2016-02', value: null, numerator, denominator },
})

test('three children of an age are left out, and so is the smallest other age, from which they could be worked out', () => {
  const { parts, total } = publicParts(the('cla-number'), [part('Under 1', 3), part('1 to 4', 22), part('5 to 9', 61)])
  expect(parts.map(({ above }) => above)).toEqual([null, null, 61])
  expect(total).toBe(86)
})

test('a share is left out where those who do not meet it are few, not only where those who do are', () => {
  const { parts } = publicParts(the('cla-visits'), [part('North', 40, 43), part('South', 30, 60), part('East', 35, 70)])
  expect(parts[0]).toMatchObject({ above: null, below: null })
  expect(parts.filter(({ above }) => above === null).length).toBeGreaterThan(1)
})

test('no number left out can be had by taking the others from the total', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 }), (counts) => {
      const { parts, total } = publicParts(
        the('cla-number'),
        counts.map((count, at) => part(String(at), count)),
      )
      const hidden = counts.filter((_, at) => parts[at]?.above === null)
      expect(counts.filter((count, at) => count >= 1 && count <= 5 && parts[at]?.above !== null)).toEqual([])
      // With the total told, what is hidden together is known: it must be more than one number, and more than five.
      if (total !== null && hidden.length > 0) {
        expect(hidden.length).toBeGreaterThan(1)
        expect(hidden.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(5)
      }
    }),
  )
})
