import { expect, test } from 'vitest'
import { factKind } from '../measures/fact.ts'
import { measure, type Measure } from '../measures/measure.ts'
import { date, recordKind } from '../records/kind.ts'
import { beginningOf } from './beginning.ts'

/** Before the records are whole nothing should be said to have risen. */

const boat = recordKind({
  name: 'Boat',
  plural: 'Boats',
  table: 'boat',
  group: 'Boats',
  fields: { builtOn: date('Built') },
  basis: 'Invented.',
})

const counted = (id: string): Measure =>
  measure({
    id,
    name: id,
    area: 'Boats',
    of: factKind({ id: `${id}-facts`, name: id, about: boat, reads: [], facts: () => [] }),
    statistic: 'count',
    span: 'month',
    better: 'neutral',
    source: 'Invented.',
    says: { counted: id },
  })

const months = (from: number, numbers: readonly number[]) => {
  const above = new Map(numbers.map((number, place) => [from + place, number]))
  return new Map([['', new Map([['', { above, below: new Map<number, number>() }]])]])
}
const measures = ['sailings', 'arrivals', 'repairs'].map(counted)
const usual = (of: number, times = 30): number[] => Array<number>(times).fill(of)

test('it is the month in which half of what is usual happens, over all kinds', () => {
  const early = [2, 3, 2, 4, 3, 5, 4, 5]
  const counts = new Map([
    ['sailings', months(24_000, [...early, ...usual(100)])],
    ['arrivals', months(24_000, [...early, ...usual(40)])],
    ['repairs', months(24_000, [...early, ...usual(60)])],
  ])
  expect(beginningOf(counts, measures, 24_037)).toBe(24_008)
})

test('one kind that began later does not move it, nor does one that grew', () => {
  const counts = new Map([
    ['sailings', months(24_000, usual(100, 38))],
    ['arrivals', months(24_000, [...usual(25, 20), ...usual(40, 18)])],
    ['repairs', months(24_030, usual(60, 8))],
  ])
  expect(beginningOf(counts, measures, 24_037)).toBe(24_000)
})

test('where nothing is counted there is none', () => {
  expect(beginningOf(new Map(), measures, 24_037)).toBe(-Infinity)
})
