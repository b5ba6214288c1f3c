import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evenly } from '../measures/made-figures.ts'
import { apartFrom } from './apart.ts'
import { contributions, type BeforeAndSince } from './part-of-change.ts'

/** Parts of a whole: which stand apart, and what each adds to a change. */

const counted = fc.record({ above: fc.nat(40), rest: fc.nat(40) }).map(({ above, rest }) => ({ above, below: above + rest }))
const parts = fc
  .array(fc.record({ before: counted, since: counted }), { minLength: 1, maxLength: 8 })
  .map((all) => all.map((each, place): BeforeAndSince => ({ ...each, value: String(place) })))
const share = (all: readonly BeforeAndSince[], when: 'before' | 'since'): number =>
  all.reduce((sum, each) => sum + each[when].above, 0) / all.reduce((sum, each) => sum + each[when].below, 0)

describe('what parts add to a change', () => {
  test('adds up to the change, whatever the parts', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const told = contributions(all)
        if (told.length === 0) return
        const sum = told.reduce((total, { rate, mix }) => total + rate + mix, 0)
        expect(sum).toBeCloseTo(share(all, 'since') - share(all, 'before'), 9)
      }),
      { numRuns: 300 },
    )
  })

  test('is all rate where only one part changed, and all mix where only their weights did', () => {
    const [one, other] = contributions([
      { value: 'one', before: { above: 45, below: 50 }, since: { above: 25, below: 50 } },
      { value: 'other', before: { above: 45, below: 50 }, since: { above: 45, below: 50 } },
    ])
    expect(one?.rate).toBeCloseTo(-0.2, 9)
    expect(one?.mix).toBeCloseTo(0, 9)
    expect(other?.rate).toBe(0)
    const weights = contributions([
      { value: 'far', before: { above: 5, below: 10 }, since: { above: 25, below: 50 } },
      { value: 'near', before: { above: 81, below: 90 }, since: { above: 45, below: 50 } },
    ])
    expect(weights.every(({ rate }) => Math.abs(rate) < 1e-12)).toBe(true)
    expect(weights.reduce((sum, { mix }) => sum + mix, 0)).toBeCloseTo(-0.16, 9)
  })
})

describe('parts apart from the others', () => {
  test('one far from six alike is told with its strength, the others are not', () => {
    const told = apartFrom(
      [
        ...Array.from({ length: 6 }, (_, place) => ({ value: String(place), above: 84 + place, below: 100 })),
        { value: 'far', above: 50, below: 100 },
      ],
      20,
    )
    const far = told.find(({ value }) => value === 'far')
    expect(far?.strength).toBeLessThan(-6)
    expect(far).toMatchObject({ share: 0.5 })
    expect(told.filter(({ value, strength }) => value !== 'far' && Math.abs(strength) > 3)).toEqual([])
  })

  test('where all differ from each other, none is apart for that', () => {
    const levels = [0.5, 0.6, 0.7, 0.8, 0.9, 0.55, 0.75, 0.65]
    const told = apartFrom(
      levels.map((level, place) => ({ value: String(place), above: level * 400, below: 400 })),
      20,
    )
    expect(told.every(({ strength }) => Math.abs(strength) < 3)).toBe(true)
  })

  test('by chance alone hardly any is four deviations off', () => {
    const random = evenly(11)
    const strengths = Array.from({ length: 300 }, () =>
      apartFrom(
        Array.from({ length: 6 }, (_, place) => ({
          value: String(place),
          above: Array.from({ length: 60 }, random).filter((each) => each < 0.85).length,
          below: 60,
        })),
        20,
      ),
    ).flat()
    expect(strengths.filter(({ strength }) => Math.abs(strength) >= 4).length).toBeLessThanOrEqual(2)
  })

  test('parts too small to judge are left out', () => {
    expect(
      apartFrom(
        [
          { value: 'few', above: 0, below: 19 },
          { value: 'many', above: 90, below: 100 },
        ],
        20,
      ),
    ).toEqual([])
  })
})
