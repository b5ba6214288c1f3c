import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownPages } from './pagination.tsx'

test.each([
  [1, 3, [1, 2, 3]],
  [1, 42, [1, 2, null, 42]],
  [6, 42, [1, null, 5, 6, 7, null, 42]],
  [42, 42, [1, null, 41, 42]],
])('on page %i of %i the list shows %j', (current, pages, shown) => expect(shownPages(current, pages)).toEqual(shown))

test('the first, the current and the last page are always there, in order', () => {
  const somewhere = fc.integer({ min: 1, max: 10_000 }).chain((pages) => fc.tuple(fc.integer({ min: 1, max: pages }), fc.constant(pages)))
  fc.assert(
    fc.property(somewhere, ([current, pages]) => {
      const shown = shownPages(current, pages).filter((page) => page !== null)
      expect(shown).toEqual([...shown].sort((one, other) => one - other))
      expect([1, current, pages].every((page) => shown.includes(page))).toBe(true)
    }),
  )
})
