import { expect, test } from 'vitest'
import { findChildren } from '../../src/practice/person/find.ts'
import { acting, onBoth } from '../support/two-databases.ts'

onBoth('finding children', ({ database }) => {
  test('those equally near stand in one order on all pages, by name and birth, and too many are said to be so', async () => {
    const pages = await database().transaction(acting('writes'), async (tx) => {
      await tx.run(
        `insert into person (forename, surname, born_on, source, source_id)
         select (array['Asha', 'Bela', 'Cara'])[1 + n % 3], 'Manifold', date '2005-01-01' + n * 40, 'test', 'Z' || n from generate_series(1, 60) n`,
      )
      const at = (skip: number) => findChildren(tx, 'manifold', '2016-03-03', 25, skip)
      return [await at(0), await at(25), await at(50)]
    })
    const found = pages.flatMap(({ hits }) => hits.map(({ name, born }) => `${name} ${born}`))
    expect(found).toHaveLength(60)
    expect(found).toEqual([...found].sort())
    expect(pages.map(({ count, widest }) => [count, widest])).toEqual(Array.from({ length: 3 }, () => [60, false]))
    const wide = await database().transaction(acting('writes'), async (tx) => {
      await tx.run(
        `insert into person (forename, surname, source, source_id) select 'Asha', 'Manifold', 'test', 'Y' || n from generate_series(1, 400) n`,
      )
      return findChildren(tx, 'asha manifold', '2016-03-03', 25)
    })
    expect([wide.count, wide.widest, wide.remarks]).toEqual([
      400,
      true,
      ['Only the nearest 400 are here. Add a first name, a date of birth or a number.'],
    ])
  })
})
