import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { legalStatus } from '../court/records.ts'
import { permanence } from '../permanence/records.ts'
import { person } from '../person/records.ts'
import { carePlanMade, carePlanUpdated, planForPermanence } from './plan-clocks.ts'
import { carePlanUpdate } from './plan-records.ts'
import { carePlan, lookedAfterReview, periodOfCare } from './records.ts'

const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const plan = (startedOn: string, endedOn: string | null = null) => record(carePlan, { startedOn, endedOn })
const planFor = (startedOn: string, option: string) => record(carePlan, { startedOn, options: { [option]: 'Y' } })
const review = (heldOn: string) => record(lookedAfterReview, { heldOn })
const status = (code: string, startedOn: string) => record(legalStatus, { status: code, startedOn })

holdsItsDates(carePlanMade, {
  start: (day) => [care(day)],
  stop: (day) => [plan(day)],
  dates: [
    ['2016-01-04', '2016-01-18', 'two plain weeks from a Monday'],
    ['2015-12-14', '2015-12-30', 'Christmas Day and the Boxing Day holiday on the 28th are not counted'],
    ['2016-03-19', '2016-04-05', 'came on a Saturday: Good Friday and Easter Monday are not counted'],
  ],
})

test('a care plan made before the child came into care, and still running, counts', () => {
  expect(due(carePlanMade, [plan('2015-12-01'), care('2016-01-04')], '2016-02-01')).toMatchObject([{ state: 'met' }])
  expect(due(carePlanMade, [plan('2015-12-01', '2015-12-20'), care('2016-01-04')], '2016-02-01')).toMatchObject([{ state: 'overdue' }])
})

test('a plan of an earlier time in care does not, though nobody ended it', () => {
  const again = [care('2014-01-06', '2014-09-01'), plan('2014-01-10'), care('2016-01-04')]
  expect(due(carePlanMade, again, '2016-02-01')).toMatchObject([{ state: 'met' }, { dueAt: '2016-01-18', state: 'overdue', days: 10 }])
})

test.each([
  ['under an interim care order, for which the court has the plan', 'C1'],
  ['on remand, which has a rule of its own', 'J1'],
  ['for short breaks', 'V4'],
])('none is due %s', (_, code) => {
  expect(due(carePlanMade, [care('2016-01-04'), status(code, '2016-01-04')], '2016-03-01')).toEqual([])
})

test('none is due of a child who has left care before the ten days are over', () => {
  expect(due(carePlanMade, [care('2016-01-04', '2016-01-12')], '2016-03-01')).toEqual([])
})

holdsItsDates(carePlanUpdated, {
  start: (day) => [care('2015-06-01'), review(day)],
  stop: (day) => [record(carePlanUpdate, { updatedOn: day })],
  dates: [
    ['2016-01-25', '2016-02-08', 'two plain weeks from a Monday'],
    ['2016-03-21', '2016-04-06', 'Good Friday and Easter Monday are not counted'],
  ],
})

test('a new care plan is an update, and one of the day of the review is after it', () => {
  expect(due(carePlanUpdated, [care('2015-06-01'), review('2016-01-25'), plan('2016-01-25')], '2016-03-01')).toMatchObject([
    { state: 'met' },
  ])
})

test('a review that was not followed by an update is late until the next, which asks again', () => {
  expect(due(carePlanUpdated, [care('2015-06-01'), review('2015-07-20'), review('2015-10-12')], '2015-10-13')).toMatchObject([
    { dueAt: '2015-08-03', stoppedAt: '2015-10-12', state: 'late' },
    { dueAt: '2015-10-26', state: 'running' },
  ])
})

test('a review that was cancelled asks for no update', () => {
  const cancelled = record(lookedAfterReview, { heldOn: '2016-01-25', cancelled: true })
  expect(due(carePlanUpdated, [care('2015-06-01'), cancelled], '2016-03-01')).toEqual([])
})

holdsItsDates(planForPermanence, {
  start: (day) => [care(day)],
  stop: (day) => [planFor(day, 'LTFOST18')],
  dates: [
    ['2016-01-04', '2016-05-01', 'the first review is due on 1 February; three months on is a Sunday'],
    ['2015-12-14', '2016-04-14', 'the first review is due on 14 January, Christmas and the New Year left out'],
    ['2015-11-03', '2016-03-01', 'the first review is due on 1 December'],
  ],
})

test('when the first review is held, the second is due three months after it, and so is the plan for permanence', () => {
  const held = [care('2016-01-04'), review('2016-01-25')]
  expect(due(planForPermanence, held, '2016-02-01')).toMatchObject([{ dueAt: '2016-04-25', state: 'running' }])
})

test('a plan that says nothing of permanence does not stop it; an update that does, or a decision for adoption, does', () => {
  const start = [care('2016-01-04'), plan('2016-01-08')]
  expect(due(planForPermanence, start, '2016-06-01')).toMatchObject([{ state: 'overdue', days: 31 }])
  const update = record(carePlanUpdate, { updatedOn: '2016-04-20', permanence: 'RETURN6M' })
  expect(due(planForPermanence, [...start, update], '2016-06-01')).toMatchObject([{ stoppedAt: '2016-04-20', state: 'met' }])
  const adoption = record(permanence, { adoptionDecidedOn: '2016-04-29' })
  expect(due(planForPermanence, [...start, adoption], '2016-06-01')).toMatchObject([{ stoppedAt: '2016-04-29', state: 'met' }])
  const no = record(carePlan, { startedOn: '2016-01-08', options: { ADOPTION: 'N' } })
  expect(due(planForPermanence, [care('2016-01-04'), no], '2016-06-01')).toMatchObject([{ state: 'overdue' }])
})

test('nothing of it is due after the eighteenth birthday', () => {
  const grown = record(person, { bornOn: '1998-03-01' })
  expect(due(planForPermanence, [grown, care('2016-01-04')], '2016-06-01')).toEqual([])
})
