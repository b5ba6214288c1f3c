import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { category } from '../dimensions.ts'
import { person } from '../person/records.ts'
import { planMeasures } from './plan-measures.ts'
import { childProtectionPlan } from './records.ts'

const the = (id: string) => planMeasures.find((each) => each.id === id) as (typeof planMeasures)[number]
const child = (bornOn: string | null = '2016-05-05', diedOn: string | null = null) => record(person, { bornOn, diedOn })
const plan = (startedOn: string, endedOn: string | null = null, more: Parameters<typeof told>[0] = {}) =>
  told({ startedOn, endedOn, ...more })
const told = (says: {
  readonly startedOn?: string
  readonly endedOn?: string | null
  readonly initialCategory?: string
  readonly latestCategory?: string
  readonly belongsToAnotherAuthority?: boolean
  readonly previousPlans?: number
}) => record(childProtectionPlan, says)

test('a child is on a plan from its first day until it ends, the eighteenth birthday or the death', () => {
  const lives = [
    [child(), plan('2024-03-31')],
    [child(), plan('2024-01-08', '2024-04-01')],
    [child(), plan('2024-01-08', '2024-03-31')],
    [child(), plan('2024-04-01')],
    [child('2006-03-31'), plan('2024-01-08')],
    [child('2006-04-01'), plan('2024-01-08')],
    [child('2016-05-05', '2024-03-31'), plan('2024-01-08')],
    [child(null), plan('2024-01-08')],
  ]
  expect(figure(the('cpp-number'), lives, '2024-03')).toMatchObject({ value: 4 })
  expect(figure(the('cpp-rate'), lives, '2024-03', { people: 8_000 })).toMatchObject({ numerator: 4, value: 5 })
  expect(figure(the('cpp-number'), [], '2024-03')).toMatchObject({ value: 0 })
})

test('a child counts once though two plans overlap, and the plan of another authority is counted there', () => {
  const lives = [
    [child(), plan('2024-01-08'), plan('2024-02-05')],
    [child(), plan('2024-01-08', null, { belongsToAnotherAuthority: true })],
  ]
  expect(figure(the('cpp-number'), lives, '2024-03')).toMatchObject({ value: 1 })
  // Two plans started all the same.
  expect(figure(the('cpp-starts'), lives, '2024-01')).toMatchObject({ value: 1 })
  expect(figure(the('cpp-starts'), lives, '2024-02')).toMatchObject({ value: 1 })
})

test('a child who comes off a plan and is on another on the same day is on one all the time', () => {
  const life = [child(), plan('2024-01-08', '2024-03-31'), plan('2024-03-31', '2024-04-30')]
  expect(figure(the('cpp-number'), [life], '2024-03')).toMatchObject({ value: 1 })
  expect(figure(the('cpp-ends'), [life], '2024-03')).toMatchObject({ value: 1 })
  expect(figure(the('cpp-number'), [life], '2024-04')).toMatchObject({ value: 0 })
})

test('plans that start and end count in their month, by the category at the start and at the end', () => {
  const moved = { initialCategory: 'NEG', latestCategory: 'EMO' }
  const lives = [
    [child(), plan('2024-03-01', '2024-03-31', moved)],
    [child(), plan('2024-02-29', '2024-04-01', moved)],
  ]
  expect(figure(the('cpp-starts'), lives, '2024-03')).toMatchObject({ value: 1 })
  expect(figure(the('cpp-starts'), lives, '2024-03', { by: ['abuse', 'NEG'] })).toMatchObject({ value: 1 })
  expect(figure(the('cpp-ends'), lives, '2024-03', { by: ['abuse', 'EMO'] })).toMatchObject({ value: 1 })
  expect(figure(the('cpp-number'), lives, '2024-03', { by: [category, 'EMO'] })).toMatchObject({ value: 1 })
})

test('a category’s share is out of all children on a plan; the whole says of how many it is recorded', () => {
  const of = (initialCategory?: string, latestCategory?: string) => [
    child(),
    plan('2024-01-08', null, { ...(initialCategory && { initialCategory }), ...(latestCategory && { latestCategory }) }),
  ]
  const lives = [of('NEG'), of('NEG', 'EMO'), of('EMO'), of('PHY'), of()]
  const share = (code: string) => figure(the('cpp-category'), lives, '2024-03', { by: [category, code] })
  expect(share('EMO')).toMatchObject({ value: 40, numerator: 2, denominator: 5 })
  expect(share('NEG')).toMatchObject({ value: 20 })
  expect(share('SAB')).toMatchObject({ value: 0, denominator: 5 })
  expect(figure(the('cpp-category'), lives, '2024-03')).toMatchObject({ value: 80 })
})

test('a plan that ends on the day two years after it began has lasted two years', () => {
  const lives = [
    [child(), plan('2022-03-15', '2024-03-15')],
    [child(), plan('2022-03-16', '2024-03-15')],
    [child(), plan('2022-02-28', '2023-03-31')],
  ]
  expect(figure(the('cpp-2y-ended'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('cpp-2y-ended'), [], '2024-03')).toMatchObject({ value: null })
})

test('an open plan is one of two years from the day it reaches them', () => {
  const lives = [
    [child(), plan('2022-03-31')],
    [child(), plan('2022-04-01')],
  ]
  expect(figure(the('cpp-2y-open'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('cpp-2y-open'), lives, '2024-02')).toMatchObject({ value: 0, denominator: 2 })
})

test('a plan that ends on the day three months after it began has lasted three months or less', () => {
  const lives = [
    [child(), plan('2023-12-15', '2024-03-15')],
    [child(), plan('2023-12-14', '2024-03-15')],
  ]
  expect(figure(the('cpp-3m-ended'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
})

test('a second plan is one however long after the first, and within two years by the day the first ended', () => {
  const lives = [
    [child('2008-05-05'), plan('2012-01-09', '2012-06-01'), plan('2024-03-15')],
    [child(), plan('2021-06-01', '2022-03-15'), plan('2024-03-15')],
    [child(), plan('2021-06-01', '2022-03-14'), plan('2024-03-15')],
    [child(), plan('2024-03-15', null, { previousPlans: 1 })],
    [child(), plan('2024-03-15', null, { previousPlans: 0 })],
    [child(), plan('2021-06-01', '2024-01-15', { belongsToAnotherAuthority: true }), plan('2024-03-15')],
  ]
  expect(figure(the('cpp-repeat'), lives, '2024-03')).toMatchObject({ numerator: 4, denominator: 6 })
  expect(figure(the('cpp-repeat-2y'), lives, '2024-03')).toMatchObject({ numerator: 1, denominator: 6 })
})

test('“multiple” does not say which abuse; a plan without a category is not asked', () => {
  const lives = ['MUL', 'NEG', undefined].map((initialCategory) => [
    child(),
    plan('2024-03-31', null, initialCategory === undefined ? {} : { initialCategory }),
  ])
  expect(figure(the('cpp-multiple'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('cpp-days-edge'), lives, '2024-03')).toMatchObject({ value: 100, denominator: 3 })
})
