import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { linesWith, projectFiles, root } from './project-files.ts'

// The patterns below are written in pieces ([m]) so that they do not find themselves.

describe('what is written in the project', () => {
  const all = projectFiles()
  const written = all.filter(({ path }) => path !== 'package-lock.json')

  test('there are files to look at', () => {
    expect(all.map(({ path }) => path)).toEqual(expect.arrayContaining(['package.json', 'bin/goldthread', 'test/checks/source.test.ts']))
  })

  test('no module is longer than 300 lines: longer ones have two subjects inside', () => {
    const exempt = /\.test\.tsx?$|^src\/returns\/ssd\/layout\.ts$|code-lists?(\.ts$|\/)/ // Tests, and tables of the sector's own codes and columns.
    const long = projectFiles('src')
      .filter(({ path }) => /\.tsx?$/.test(path) && !exempt.test(path))
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 300)
    expect(long, 'Part it by subject, not by kind.').toEqual([])
  })

  test('no statement sets its own settings by function: the door to the database does, with SET LOCAL', () => {
    const code = written.filter(({ path }) => /^(src|demo|bench|test)\//.test(path))
    expect(linesWith(code, /\bset_confi[g]\s*\(/i)).toEqual([])
  })

  test('nothing is left for later in a comment', () => {
    expect(linesWith(written, /\b(TOD[O]|FIXM[E]|XX[X])\b|not implemente[d]/)).toEqual([])
  })

  test('no test is alone, and none is left out without its reason', () => {
    const tests = written.filter(({ path }) => /\.test\.tsx?$/.test(path))
    expect(linesWith(tests, /\b(test|describe|it)\.(onl[y]|ski[p]|tod[o])\b/)).toEqual([])
  })

  test('no path of somebody’s machine', () => {
    const machine = /(?<![\w.~-])\/(wor[k]|roo[t]|hom[e]|User[s])\/[\w.-]+|\b[A-Z]:\\User[s]\\/
    expect(linesWith(all, machine)).toEqual([])
  })
})

describe('the names of real people', () => {
  const list = join(root, '..', 'shared', 'brief', 'real-names.txt')
  const present = existsSync(list)
  if (!present) console.log(`Left out: no list of real people's names at ${list}, so they were not looked for.`)

  test.skipIf(!present)('none stands anywhere in the project', () => {
    const names = readFileSync(list, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    expect(names.length).toBeGreaterThan(10)
    const anyName = new RegExp(`(?<![\\p{L}\\d])(${names.map((name) => name.replaceAll(' ', '\\s+')).join('|')})(?![\\p{L}\\d])`, 'giu')
    expect(linesWith(projectFiles(), anyName)).toEqual([])
  })
})
