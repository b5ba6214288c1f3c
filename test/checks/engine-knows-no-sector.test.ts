import { expect, test } from 'vitest'
import { projectFiles } from './project-files.ts'
import { sectorWordsIn } from './sector-words.ts'

test('the engine has no word of social care in it: not in code, comments or tests', () => {
  const found = projectFiles('src/engine').flatMap(({ path, text }) => sectorWordsIn(path, text))
  expect(found, 'Say it with the machinery’s own words (person, record, kind), or move it up into practice.').toEqual([])
})

test.each([
  ['const childPage = 1', ['x.ts:1: child']],
  ['select * from ssd_person', ['x.ts:1: ssd']],
  ['// what a Looked-after child needs', ['x.ts:1: Looked-after', 'x.ts:1: child']],
  ['isLookedAfter(day)', ['x.ts:1: Looked After']],
  ['import { spawn } from "node:child_process"', []],
  ['medicine, placeholder, 1903, consensus', []],
])('a word of social care is found as a whole word, also inside a name: %s', (line, expected) => {
  expect(sectorWordsIn('x.ts', line)).toEqual(expected)
})

test('what an element holds may be called children in a page shell, and a person may not', () => {
  expect(
    sectorWordsIn(
      'src/engine/web/shell.tsx',
      'export const Main = ({ children }: { children: ComponentChildren }) => <main>{children}</main>',
    ),
  ).toEqual([])
  expect(sectorWordsIn('src/engine/web/shell.tsx', '<h1>All children</h1>')).toEqual(['src/engine/web/shell.tsx:1: children'])
})
