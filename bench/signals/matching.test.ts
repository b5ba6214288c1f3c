import { expect, test } from 'vitest'
import type { Signal } from './asked.ts'
import { authorityFrom } from './authority.ts'
import { monthFrom } from './calendar.ts'
import { plantOf } from './choose-plants.ts'
import { episodesOf, type Naming } from './matching.ts'
import type { Plant } from './plants.ts'
import { falseOnes, resultsOf, type Looked } from './report.ts'
import { rootOfRatio } from './visible.ts'

const plain = authorityFrom(7, 500, [])
const naming: Naming = {
  speaksOf: (measure) => (measure === 'same-text' ? 'text' : 'practice'),
  valueOf: (_, value) => value,
  levelHolds: () => false,
}
const onset = monthFrom('2022-03')
const shift: Plant = { ...plantOf(plain, 'shift', 'large', 'careVisit', 0), where: { team: 'T9' }, onset }

const signal = (change: Partial<Signal>): Signal => ({
  id: 'a',
  measure: 'cla-visits',
  kind: 'shift',
  where: {},
  since: '2022-03',
  direction: 'worse',
  from: 0.9,
  to: 0.7,
  unit: '%',
  confidence: null,
  children: 3,
  sentence: 'Fewer children are visited in time.',
  partOf: null,
  ...change,
})

const at = (month: string, ...signals: readonly Signal[]): readonly [number, readonly Signal[]] => [monthFrom(month), signals]
const first = at('2020-12')
const looked = (plants: readonly Plant[], looks: readonly (readonly [number, readonly Signal[]])[]): Looked => ({
  seed: 7,
  size: 500,
  plants: plants.map((plant) => ({ ...plant, seen: { visible: true, z: 9, before: 0.9, after: 0.6, casesAMonth: 40 } })),
  episodes: episodesOf(looks, plants, naming),
  measures: 100,
  years: 4,
  start: monthFrom('2021-01'),
  seconds: { generated: 1, imported: 1, asked: 1 },
  rows: 1,
  open: [500],
})
const outcome = (plants: readonly Plant[], ...looks: readonly (readonly [number, readonly Signal[]])[]) => {
  const one = looked(plants, [first, ...looks])
  const [result] = resultsOf(one)
  return { months: result?.months ?? null, inTime: result?.inTime ?? false, wrong: falseOnes(one).length }
}

test('a signal of the measure and the place tells of the problem, and the fourth month is the last in time', () => {
  expect(outcome([shift], at('2022-05', signal({ where: { team: 'T9' } })))).toEqual({ months: 3, inTime: true, wrong: 0 })
  expect(outcome([shift], at('2022-06', signal({})))).toEqual({ months: 4, inTime: true, wrong: 0 })
  expect(outcome([shift], at('2022-07', signal({})))).toEqual({ months: 5, inTime: false, wrong: 0 })
})

test('another team, another measure, an earlier beginning, or a signal before the onset, is false', () => {
  for (const wrong of [{ where: { team: 'T8' } }, { measure: 'cin-visits' }, { since: '2021-11' }])
    expect(outcome([shift], at('2022-05', signal(wrong)))).toEqual({ months: null, inTime: false, wrong: 1 })
  expect(outcome([shift], at('2022-02', signal({ since: '2022-01' })))).toEqual({ months: null, inTime: false, wrong: 1 })
})

test('getting better again, and what lies down the stream, is neither found nor false', () => {
  expect(outcome([shift], at('2022-09', signal({ direction: 'better', since: '2022-08' })))).toEqual({
    months: null,
    inTime: false,
    wrong: 0,
  })
  const review: Plant = { ...plantOf(plain, 'shift', 'large', 'careReview', 0), where: {}, onset }
  expect(outcome([review], at('2022-05', signal({ measure: 'lac-minutes-time' })))).toEqual({ months: null, inTime: false, wrong: 0 })
})

test('one identifier is one episode while its beginning stays near, and another when it comes again', () => {
  const wrong = signal({ measure: 'cin-visits', since: '2021-03' })
  const again = { ...wrong, since: '2023-03' }
  expect(
    outcome([], at('2021-04', wrong), at('2021-05', { ...wrong, since: '2021-05' }), at('2021-06', { ...wrong, since: '2021-07' })).wrong,
  ).toBe(1)
  expect(outcome([], at('2021-04', wrong), at('2023-04', again)).wrong).toBe(2)
})

test('what stood before the look is not new, and a part of another signal is not counted by itself', () => {
  const stood = looked([], [at('2020-12', signal({ since: '2020-10' })), at('2021-01', signal({ since: '2020-10' }))])
  expect(falseOnes(stood)).toEqual([])
  expect(
    outcome([], at('2021-04', signal({ since: '2021-03' }), signal({ id: 'b', since: '2021-03', where: { team: 'T2' }, partOf: 'a' })))
      .wrong,
  ).toBe(1)
  expect(
    outcome([shift], at('2022-05', signal({}), signal({ id: 'b', where: { age: '16' }, measure: 'cla-number', partOf: 'a' }))).wrong,
  ).toBe(0)
})

test('a problem of text is told by any measure that speaks of text', () => {
  const text: Plant = { ...plantOf(plain, 'text', 'large', 'sameText', 0), where: {}, onset }
  expect(outcome([text], at('2022-04', signal({ measure: 'same-text' })))).toEqual({ months: 2, inTime: true, wrong: 0 })
  expect(outcome([text], at('2022-04', signal({})))).toEqual({ months: null, inTime: false, wrong: 1 })
})

test('the oracle’s z is that of the binomial likelihood ratio, negative where the share fell', () => {
  // 2·[logL(100, 90) + logL(100, 70) − 2·logL(100, 80)] = 13.0 by hand.
  expect(rootOfRatio({ cases: 100, ok: 90 }, { cases: 100, ok: 70 })).toBeCloseTo(-3.6, 1)
  expect(rootOfRatio({ cases: 100, ok: 90 }, { cases: 100, ok: 90 })).toBe(0)
  expect(rootOfRatio({ cases: 0, ok: 0 }, { cases: 100, ok: 90 })).toBe(0)
})
