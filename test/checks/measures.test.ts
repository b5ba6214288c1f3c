import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { figurework, measures, notCounted } from '../../src/measures.ts'
import { subjects } from '../../src/clocks.ts'
import { root } from './project-files.ts'

/** Every row of the reference of measures is counted or said not to be, and each measure says what a page needs. */

const reference = join(root, '..', 'shared', 'reference', 'measures.csv')

test.skipIf(!existsSync(reference))(
  'every row of the reference of measures is counted, or is listed with why not, and no row is both',
  () => {
    const rows = readFileSync(reference, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => /^"?([a-z0-9-]+)/.exec(line)?.[1] ?? [])
    const counted = new Set(measures.map(({ id }) => id))
    expect(rows.filter((id) => !counted.has(id) && !(id in notCounted))).toEqual([])
    expect(rows.filter((id) => counted.has(id) && id in notCounted)).toEqual([])
    expect(Object.keys(notCounted).filter((id) => !rows.includes(id))).toEqual([])
  },
)

test('every measure has a name of its own, says what it counts, and is about somebody of whom facts can be', () => {
  const once = <T>(values: readonly T[]) => expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([])
  once(measures.map(({ id }) => id))
  once(measures.map(({ name }) => name))
  once(figurework.facts.map(({ id }) => id))
  once(figurework.dimensions.map(({ id }) => id))
  for (const { id, says, statistic, source, of, name } of measures) {
    expect(says.counted, id).toMatch(/^\S.*[^.]$/)
    expect(source, id).not.toBe('')
    expect(name, id).toMatch(/^[A-Z0-9]/)
    if (['share', 'ratio', 'mean', 'median', 'rate'].includes(statistic)) expect(says.outOf, `${id} does not say out of what`).toBeTruthy()
    expect(
      subjects.map(({ kind }) => kind),
      id,
    ).toContain(of.about)
  }
})

test('whatever a measure is parted by is worked out', () => {
  for (const { id, by } of measures) for (const each of by) if (typeof each !== 'string') expect(figurework.dimensions, id).toContain(each)
})
