import { expect, test } from 'vitest'
import type { Measure } from '../../src/engine/measures/measure.ts'
import { measures } from '../../src/measures.ts'
import { figure, type Life } from '../../test/support/facts.ts'
import { professional } from '../../src/authority/records.ts'
import { involvement } from '../../src/practice/allocation/records.ts'
import { tellAuthority } from './authority.ts'
import { forClocks } from './tell/told-for-tests.ts'

/** What is told gives the measures something to count, and what they count is of a size that is met with. */

const lives: Life[] = []
const [workers, held] = [new Map<string, Life>(), new Map<string, Life[number][]>()]
// A quarter of an authority of which nothing was published.
for (const { records } of tellAuthority({
  size: { name: 'thurrock', districts: 1, children: 10_030, scale: 0.25, published: false },
  seed: 3,
  from: '2013-01-01',
  to: '2018-12-31',
  planted: true,
})) {
  const life = forClocks(records)
  if (records.some(({ person }) => person !== null)) lives.push(life)
  for (const one of life)
    if (one.kind === professional) workers.set(one.record.id, [one])
    else if (one.kind === involvement) {
      const { worker } = one.record as { readonly worker?: string | null }
      if (worker) held.set(worker, [...(held.get(worker) ?? []), one])
    }
}
const holders = [...workers].map(([id, life]) => [...life, ...(held.get(id) ?? [])])

const the = (id: string): Measure => measures.find((each) => each.id === id) ?? expect.fail(`There is no measure ${id}`)
/** Over four years: one is of few families. */
const mean = (id: string, of: readonly Life[] = lives): number => {
  const points = ['2014-12', '2015-12', '2016-12', '2017-12'].map((month) => figure(the(id), of, month))
  return points.reduce((sum, { value }) => sum + (value ?? expect.fail(`${id} is empty`)), 0) / points.length
}
const between = (id: string, least: number, most: number, of?: readonly Life[]): void => {
  const found = mean(id, of)
  expect(found, id).toBeGreaterThan(least)
  expect(found, id).toBeLessThan(most)
}

test('of plans started 12 to 20 in 100 are second or later ones, some of them within two years', () => {
  between('cpp-repeat', 9, 24)
  between('cpp-repeat-2y', 2, 14)
})

test('of initial conferences 85 to 92 in 100 lead to a plan', () => between('icpc-to-plan', 81, 96))

test('of referrals 28 to 38 in 100 are assessed and found not in need', () => between('referrals-not-in-need', 26, 40))

test('half of the children in care have their papers, the national insurance number among them', () => {
  between('cla-id-documents', 30, 75)
})

test('some workers hold more than was agreed for them', () => between('wf-over-target', 3, 70, holders))

test('early help assessments are completed month after month', () => between('eh-assessments', 6, 30))
