import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './days.ts'
import { problemList, problems, type Problem, type ProblemId } from './problems.ts'

const ids = Object.keys(problemList) as ProblemId[]

test('every problem that is planted is told in docs/demo.md, with its size and cause', () => {
  const page = readFileSync(new URL('../../docs/demo.md', import.meta.url), 'utf8')
  for (const id of ids) {
    const { what, cause, size, found }: Problem = problemList[id]
    expect(page).toContain(`| ${what} | ${cause} |`)
    expect(page.split('\n').find((line) => line.endsWith(`| \`${id}\` |`))).toMatch(
      new RegExp(`\\| ${Math.round(size * 100)} % \\|.*\\| ${found} \\|`),
    )
  }
})

test('a problem is nothing before its day, grows to its size, never beyond it, and eases to what is left', () => {
  const { size: sizeOn } = problems(true)
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.integer({ min: -400, max: 2_500 }), (id, days) => {
      const { from, months, size, eased }: Problem = problemList[id]
      const share = sizeOn(id, addDays(from, days))
      if (days < 0) return share === 0
      const easing = eased !== undefined && addDays(from, days) >= eased.from
      return share >= 0 && share <= size + 1e-9 && (easing || days < months * 31 || Math.abs(share - size) < 1e-9)
    }),
  )
  for (const id of ids) {
    const { eased }: Problem = problemList[id]
    if (eased) expect(sizeOn(id, addDays(eased.from, eased.months * 31))).toBeCloseTo(eased.left)
  }
})

test('nothing is planted where nothing is to be', () => {
  const { size } = problems(false)
  for (const id of ids) expect(size(id, '2016-02-22')).toBe(0)
})
