import { expect, test } from 'vitest'
import { due, record } from '../../../test/support/clocks.ts'
import { planningClocks } from './clocks.ts'
import { planAction } from './records.ts'

const [action] = planningClocks
const passport = (more: object = {}) =>
  record(planAction, { id: 'passport', what: 'Apply for a passport', agreedOn: '2015-11-02', dueOn: '2015-11-30', ...more })

test.each([
  ['2015-11-30', {}, 'running', 'due that Monday'],
  ['2015-12-01', {}, 'overdue', 'the day after'],
  ['2016-03-03', { doneOn: '2015-11-30' }, 'met', 'done on the day'],
  ['2016-03-03', { doneOn: '2015-12-01' }, 'late', 'done the day after'],
  ['2016-03-03', { givenUpOn: '2015-12-20' }, 'late', 'given up when it was late already'],
])('an action due on 30 November 2015, on %s with %j, is %s: %s', (day, more: object, state, _why) => {
  expect(due(action!, [passport(more)], day)).toMatchObject([{ dueAt: '2015-11-30', state, part: 'Apply for a passport' }])
})

test('an action without a date, or given up before it, is never due', () => {
  expect(due(action!, [passport({ dueOn: null })], '2016-03-03')).toEqual([])
  expect(due(action!, [passport({ givenUpOn: '2015-11-20' })], '2016-03-03')).toEqual([])
})

test('one action done stops no other', () => {
  const other = record(planAction, {
    id: 'bank',
    what: 'Open an account',
    agreedOn: '2015-11-02',
    dueOn: '2016-01-31',
    doneOn: '2015-11-25',
  })
  expect(due(action!, [passport(), other], '2016-03-03')).toMatchObject([{ state: 'met' }, { state: 'overdue' }])
})
