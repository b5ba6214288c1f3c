import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { planMeasures } from './measures.ts'
import { planAction } from './records.ts'

const the = (id: string) => planMeasures.find((each) => each.id === id) as (typeof planMeasures)[number]
const agreed = (says: object) => record(planAction, { plan: 'in need', what: 'Ring the school', agreedOn: '2016-02-08', ...says })

test('each action is asked for a day, a person in words or a worker, and what it is measured by', () => {
  const lives = [
    [agreed({ dueOn: '2016-03-01', who: 'Mother', measuredBy: 'At school each day' }), agreed({ worker: 'w' })],
    [agreed({ plan: 'protection' }), agreed({ agreedOn: '2016-03-01', dueOn: '2016-04-01' })],
  ]
  expect(figure(the('plan-actions-day'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
  expect(figure(the('plan-actions-who'), lives, '2016-02')).toMatchObject({ numerator: 2, denominator: 3 })
  expect(figure(the('plan-actions-measured'), lives, '2016-02')).toMatchObject({ numerator: 1, denominator: 3 })
  expect(figure(the('plan-actions-who'), lives, '2016-02', { by: ['plan', 'protection'] })).toMatchObject({ value: 0, denominator: 1 })
  expect(figure(the('plan-actions-day'), [], '2016-02')).toMatchObject({ value: null })
})
