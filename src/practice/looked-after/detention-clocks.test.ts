import { expect, test } from 'vitest'
import { due, holdsItsDates, record, type Told } from '../../../test/support/clocks.ts'
import { legalStatus } from '../court/records.ts'
import {
  detentionPlacementPlan,
  remandCarePlan,
  secureAccommodationReview,
  secureWithoutCourt,
  visitInCustody,
} from './detention-clocks.ts'
import { custody, secureAccommodationOrder, secureReview } from './detention-records.ts'
import { carePlanUpdate, placementPlan } from './plan-records.ts'
import { carePlan, periodOfCare, placement } from './records.ts'

const care = (startedOn: string, endedOn: string | null = null, endReason: string | null = null) =>
  record(periodOfCare, { startedOn, endedOn, endReason })
const remand = (startedOn: string, endedOn: string | null = null) => record(legalStatus, { status: 'J1', startedOn, endedOn })
const placed = (type: string, startedOn: string, endedOn: string | null = null, id?: string) =>
  record(placement, { type, startedOn, endedOn, ...(id === undefined ? {} : { id }) })
const plan = (startedOn: string) => record(carePlan, { startedOn })

holdsItsDates(remandCarePlan, {
  start: (day) => [care(day), remand(day), placed('K2', day)],
  stop: (day) => [plan(day)],
  dates: [
    ['2016-01-04', '2016-01-11', 'one plain week from a Monday'],
    ['2016-05-26', '2016-06-03', 'the spring bank holiday is not counted'],
  ],
})

test('a child in care before the remand has a plan; one in youth detention has a detention placement plan; nothing before 19 April 2013', () => {
  expect(due(remandCarePlan, [care('2015-06-01'), remand('2016-01-04')], '2016-02-01')).toEqual([])
  expect(due(remandCarePlan, [care('2016-01-04'), remand('2016-01-04'), placed('R5', '2016-01-04')], '2016-02-01')).toEqual([])
  expect(due(remandCarePlan, [care('2013-04-18'), remand('2013-04-18')], '2013-06-01')).toEqual([])
})

test('an update of a care plan is enough, and a remand that ended within the five days asks for none', () => {
  const updated = [care('2016-01-04'), remand('2016-01-04'), record(carePlanUpdate, { updatedOn: '2016-01-08' })]
  expect(due(remandCarePlan, updated, '2016-02-01')).toMatchObject([{ state: 'met' }])
  expect(due(remandCarePlan, [care('2016-01-04'), remand('2016-01-04', '2016-01-07')], '2016-02-01')).toEqual([])
})

holdsItsDates(detentionPlacementPlan, {
  start: (day) => [remand(day), placed('R5', day)],
  stop: (day) => [record(placementPlan, { madeOn: day })],
  dates: [
    ['2016-01-04', '2016-01-18', 'two plain weeks from a Monday'],
    ['2016-08-22', '2016-09-06', 'the August bank holiday is not counted'],
  ],
})

test('the plan of another placement is not the detention placement plan, and a remand to a foster home asks for none', () => {
  const other = record(placementPlan, { madeOn: '2016-01-08', placement: 'elsewhere' })
  expect(due(detentionPlacementPlan, [remand('2016-01-04'), placed('R5', '2016-01-04'), other], '2016-02-01')).toMatchObject([
    { state: 'overdue' },
  ])
  expect(due(detentionPlacementPlan, [remand('2016-01-04'), placed('U6', '2016-01-04')], '2016-02-01')).toEqual([])
})

const detained = (says: object): Told => record(custody, { id: 'custody', ...says })

holdsItsDates(visitInCustody, {
  start: (day) => [care('2015-06-01', day, 'E9'), detained({ startedOn: day })],
  stop: (day) => [detained({ firstVisitedOn: day })],
  dates: [
    ['2016-01-04', '2016-01-18', 'two plain weeks from a Monday'],
    ['2016-04-25', '2016-05-10', 'the early May bank holiday is not counted'],
  ],
})

test('no such visit is due to a child who stays in care, left it long before, or was never in it', () => {
  const start = detained({ startedOn: '2016-01-04' })
  expect(due(visitInCustody, [start, care('2015-06-01')], '2016-03-01')).toEqual([])
  expect(due(visitInCustody, [start, care('2014-06-01', '2015-02-01', 'E4A')], '2016-03-01')).toEqual([])
  expect(due(visitInCustody, [start], '2016-03-01')).toEqual([])
  const soon = detained({ startedOn: '2016-01-04', endedOn: '2016-01-12' })
  expect(due(visitInCustody, [soon, care('2015-06-01', '2016-01-06', 'E9')], '2016-03-01')).toEqual([])
})

const order = (madeAt: string, expiresOn: string | null = null) => record(secureAccommodationOrder, { madeAt, expiresOn })

holdsItsDates(secureWithoutCourt, {
  start: (day) => [placed('K1', day)],
  stop: (day) => [order(day)],
  dates: [
    ['2016-03-24', '2016-03-27', 'from Maundy Thursday to Easter Sunday: the hours run through the holidays'],
    ['2016-02-27', '2016-03-01', 'over 29 February'],
  ],
})

test('release ends it, an order already running means that it never began, and a child on remand needs none', () => {
  expect(due(secureWithoutCourt, [placed('K1', '2016-03-21', '2016-03-23')], '2016-05-01')).toMatchObject([
    { stoppedAt: '2016-03-23', state: 'met' },
  ])
  expect(due(secureWithoutCourt, [order('2016-03-18 15:00:00', '2016-06-17'), placed('K1', '2016-03-21')], '2016-05-01')).toEqual([])
  expect(due(secureWithoutCourt, [remand('2016-03-21'), placed('K1', '2016-03-21')], '2016-05-01')).toEqual([])
})

test('days in secure accommodation without an order in the 28 days before are counted in', () => {
  const earlier = placed('K1', '2016-03-01', '2016-03-03')
  expect(due(secureWithoutCourt, [earlier, placed('K1', '2016-03-21')], '2016-03-21')).toMatchObject([
    { state: 'met' },
    { dueAt: '2016-03-22', state: 'running' },
  ])
  expect(due(secureWithoutCourt, [earlier, placed('K1', '2016-03-30')], '2016-03-30')[1]).toMatchObject({ dueAt: '2016-04-02' })
})

holdsItsDates(secureAccommodationReview, {
  start: (day) => [placed('K1', day)],
  stop: (day) => [record(secureReview, { heldOn: day })],
  dates: [
    ['2015-11-25', '2015-12-25', 'a month to the day, Christmas Day'],
    ['2016-01-31', '2016-02-29', 'February has no 31st: its last day'],
  ],
  which: ({ startedAt, dueAt }) => dueAt <= addAMonth[startedAt]!,
})

/** The first review alone: reviews after it are due three months on. */
const addAMonth: Readonly<Record<string, string>> = { '2015-11-25': '2015-12-25', '2016-01-31': '2016-02-29' }

test('after the first review the next is due within three months, and none once the child has moved out', () => {
  const stay = [placed('K1', '2015-11-02'), record(secureReview, { heldOn: '2015-11-30' })]
  expect(due(secureAccommodationReview, stay, '2015-12-01')).toMatchObject([{ state: 'met' }, { dueAt: '2016-02-29', state: 'running' }])
  expect(due(secureAccommodationReview, [placed('K1', '2015-11-02', '2015-11-20')], '2016-02-01')).toEqual([])
  expect(due(secureAccommodationReview, [remand('2015-11-02'), placed('K1', '2015-11-02')], '2016-02-01')).toEqual([])
})
