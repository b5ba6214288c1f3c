import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { involvement } from '../allocation/records.ts'
import { person } from '../person/records.ts'
import { coreGroup } from './core-group.ts'
import { planKeptMeasures } from './plan-kept-measures.ts'
import { childProtectionPlan, childProtectionReview, childProtectionVisit } from './records.ts'

const the = (id: string) => planKeptMeasures.find((each) => each.id === id) as (typeof planKeptMeasures)[number]
const child = (bornOn: string | null = '2016-05-05') => record(person, { bornOn })
const plan = (startedOn: string, endedOn: string | null = null) => record(childProtectionPlan, { startedOn, endedOn })
const reviewed = (...days: readonly string[]) => days.map((heldOn) => record(childProtectionReview, { heldOn }))
const visited = (visitedOn: string, seenAlone: boolean | null = null, childSeen = true) =>
  record(childProtectionVisit, { visitedOn, seenAlone, childSeen })

// The first review of a plan of 10 January 2023 is due on 10 April; one after 10 April on 10 October.

test('a plan is reviewed on time while none of its reviews has been late in the last twelve months', () => {
  const lives = [
    [child(), plan('2023-01-10'), ...reviewed('2023-04-10', '2023-10-10')],
    // Two days late, and on time again ever since.
    [child(), plan('2023-01-10'), ...reviewed('2023-04-12', '2023-10-12', '2024-04-12')],
    [child(), plan('2023-01-10'), ...reviewed('2023-04-10')],
  ]
  const at = (month: string) => figure(the('cpp-reviews'), lives, month)
  expect(at('2023-03')).toMatchObject({ value: null, denominator: 0 })
  expect(at('2023-04')).toMatchObject({ numerator: 2, denominator: 3 })
  expect(at('2023-10')).toMatchObject({ numerator: 1, denominator: 3 })
  expect(at('2024-03')).toMatchObject({ numerator: 1, denominator: 3 })
  // The late review of 12 April 2023 is a year ago; the second review of the first plan was due on 10 April 2024.
  expect(at('2024-04')).toMatchObject({ numerator: 1, denominator: 3 })
})

test('a plan counts once it has lasted three months, and a late review of an earlier plan is of that plan', () => {
  const lives = [
    [child(), plan('2023-12-31'), ...reviewed('2024-03-28')],
    [child(), plan('2024-01-01')],
    [child(), plan('2023-01-10', '2023-11-30'), ...reviewed('2023-06-01'), plan('2023-12-04'), ...reviewed('2024-03-01')],
  ]
  expect(figure(the('cpp-reviews'), lives, '2024-03')).toMatchObject({ value: 100, numerator: 2, denominator: 2 })
})

// Ten working days after Monday 4 March 2024 is Monday 18 March; after Monday 18 March, with Easter, Wednesday 3 April.

test('a child is visited on time on the day the visit is due, and not on the day after', () => {
  const lives = [
    [child(), plan('2024-03-15')],
    [child(), plan('2024-03-04'), visited('2024-03-18')],
    [child(), plan('2024-03-04')],
    [child(), plan('2024-03-04'), visited('2024-03-18', null, false)],
    [child(null), plan('2024-03-04')],
  ]
  // Ten working days after Friday 15 March is Tuesday 2 April.
  expect(figure(the('cpp-visits'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
  expect(figure(the('cpp-visits'), [], '2024-03')).toMatchObject({ value: null })
})

test('a plan that ends before its next visit is due is in time until then', () => {
  const life = [child(), plan('2024-03-04', '2024-04-02'), visited('2024-03-25')]
  expect(figure(the('cpp-visits'), [life], '2024-03')).toMatchObject({ numerator: 1, denominator: 1 })
})

test('seen alone is asked of the last visit at which the child was seen, from the fourth birthday', () => {
  const lives = [
    [child(), plan('2024-01-08'), visited('2024-02-05', false), visited('2024-03-31', true)],
    [child(), plan('2024-01-08'), visited('2024-02-05', true), visited('2024-03-04', false), visited('2024-04-01', true)],
    [child(), plan('2024-01-08'), visited('2024-02-05', true), visited('2024-03-04', null, false)],
    [child(), plan('2024-01-08'), visited('2024-02-05')],
    // Not visited since the plan began.
    [child(), plan('2024-01-08'), visited('2024-01-05', true)],
    [child('2020-03-31'), plan('2024-01-08'), visited('2024-02-05', false)],
    [child('2020-04-01'), plan('2024-01-08'), visited('2024-02-05', false)],
  ]
  expect(figure(the('cpp-seen-alone'), lives, '2024-03')).toMatchObject({ value: 40, numerator: 2, denominator: 5 })
})

test('a core group is on time on the tenth working day of the plan, and one not held in the month is late', () => {
  const met = (heldOn: string) => record(coreGroup, { heldOn })
  const lives = [
    [child(), plan('2024-03-04'), met('2024-03-18')],
    [child(), plan('2024-03-04'), met('2024-03-19')],
    [child(), plan('2024-03-04')],
    // Six weeks after 12 February is 25 March.
    [child(), plan('2024-02-05'), met('2024-02-12'), met('2024-03-25')],
    [child(), plan('2024-03-04', '2024-03-15')],
  ]
  expect(figure(the('cpp-core-groups'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
})

test('a child on a plan has a social worker while a case worker is named, until the day that ends', () => {
  const held = (role: string | null, startedOn: string | null, endedOn: string | null = null, worker: string | null = 'w') =>
    record(involvement, { role, startedOn, endedOn, worker })
  const lives = [
    [child(), plan('2024-01-08'), held('CW', '2024-01-08')],
    [child(), plan('2024-01-08'), held('CW', '2024-01-08', '2024-03-31')],
    [child(), plan('2024-01-08'), held('CW', '2024-01-08', '2024-03-31'), held('CW', '2024-03-31')],
    [child(), plan('2024-01-08'), held('IRO', '2024-01-08')],
    [child(), plan('2024-01-08'), held(null, null)],
    [child(), plan('2024-01-08'), held('CW', '2024-01-08', null, null)],
    [child(), plan('2024-01-08')],
  ]
  expect(figure(the('cpp-unallocated'), lives, '2024-03')).toMatchObject({ value: 4 })
  expect(figure(the('cpp-unallocated'), lives, '2024-02')).toMatchObject({ value: 3 })
})
