import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clocks, notRun, subjects } from '../../src/clocks.ts'
import { recordKinds } from '../../src/record-kinds.ts'
import { projectFiles, root } from './project-files.ts'

/** Every rule of the reference is either running or said not to be, every clock has a test of its own dates, and each says what a page needs. */

const reference = join(root, '..', 'shared', 'reference', 'clocks.csv')

test.skipIf(!existsSync(reference))(
  'every row of the reference of rules runs, or is listed with the record it would need, and no row is both',
  () => {
    const rows = readFileSync(reference, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => /^"?([a-z0-9-]+)/.exec(line)?.[1])
      .filter((id) => id !== undefined)
    const running = new Set(clocks.map(({ row }) => row))
    // Counting working days is no clock: it is the calendar that clocks count by.
    const calendar = 'working-day-rule'
    expect(rows.filter((id) => id !== calendar && !running.has(id) && !(id in notRun))).toEqual([])
    expect(rows.filter((id) => running.has(id) && id in notRun)).toEqual([])
    expect([...running, ...Object.keys(notRun)].filter((id) => id !== '' && !rows.includes(id))).toEqual([])
  },
)

test('every clock has a name, an instruction and a rule in words, and is about somebody whom clocks can be about', () => {
  for (const clock of clocks) {
    for (const words of [
      clock.name,
      clock.plural,
      clock.todo,
      clock.area,
      clock.source,
      clock.says.starts,
      clock.says.due,
      clock.says.stops,
    ])
      expect(words.trim(), clock.id).not.toBe('')
    expect(clock.says.starts, clock.id).not.toMatch(/\.$/)
    expect(
      subjects.map(({ kind }) => kind.table),
      clock.id,
    ).toContain(clock.about.table)
    expect(
      recordKinds.map(({ table }) => table),
      clock.id,
    ).toEqual(expect.arrayContaining(clock.reads.map(({ table }) => table)))
  }
})

test('every clock is named in a test that holds it to its dates', () => {
  const tests = projectFiles('src')
    .filter(({ path }) => path.endsWith('.test.ts'))
    .map(({ text }) => text)
    .join('\n')
  const declared = projectFiles('src')
    .filter(({ path }) => /clocks\.tsx?$|-clocks\.ts$/.test(path))
    .flatMap(({ text }) => [...text.matchAll(/(?:const|export const) (\w+)(?:: \w+)? = clock\(\{\s*id: '([a-z0-9-]+)'/g)])
    .map(([, name = '', id = '']) => ({ name, id }))
  const untested = declared.filter(({ name, id }) => !new RegExp(`\\b${name}\\b|'${id}'`).test(tests))
  expect(untested.map(({ id }) => id)).toEqual([])
})
