import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { lookedAfterReview, periodOfCare } from '../looked-after/records.ts'
import { adoptionReview } from './adoption-records.ts'
import {
  firstReviewOfPlacement,
  firstReviewWhileWaiting,
  laterReviewOfPlacement,
  laterReviewWhileWaiting,
  secondReviewOfPlacement,
} from './adoption-review-clocks.ts'
import { permanence } from './records.ts'

const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { id: 'care', startedOn, endedOn })
const plan = (more: object) => record(permanence, { id: 'plan', periodOfCare: 'care', ...more })
const review = (heldOn: string) => record(adoptionReview, { heldOn })

holdsItsDates(firstReviewWhileWaiting, {
  start: (day) => [care('2014-06-02'), plan({ placementOrderOn: day })],
  stop: (day) => [review(day)],
  dates: [
    ['2015-06-01', '2015-09-01', 'three months to the day'],
    ['2015-11-30', '2016-02-29', 'February has no 30th: its last day'],
    ['2015-09-25', '2015-12-25', 'months run through holidays'],
  ],
})

holdsItsDates(laterReviewWhileWaiting, {
  start: (day) => [care('2014-06-02'), plan({ placementOrderOn: '2014-12-01' }), review(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2015-02-06', '2015-08-06', 'six months to the day'],
    ['2015-08-31', '2016-02-29', 'the last day of a shorter month'],
    ['2015-06-25', '2015-12-25', 'months run through holidays'],
  ],
})

test('the review of a child in care is the review of a child who waits, unless it was cancelled', () => {
  const told = [care('2014-06-02'), plan({ placementOrderOn: '2015-06-01' })]
  const inCare = (cancelled: boolean | null) => record(lookedAfterReview, { heldOn: '2015-08-24', cancelled })
  expect(due(firstReviewWhileWaiting, [...told, inCare(null)], '2015-10-01')).toMatchObject([{ state: 'met', stoppedAt: '2015-08-24' }])
  expect(due(firstReviewWhileWaiting, [...told, inCare(true)], '2015-10-01')).toMatchObject([{ state: 'overdue', days: 30 }])
})

test('a child placed before the review was due waits for none; the reviews of the placement take its place', () => {
  const placed = [care('2014-06-02'), plan({ placementOrderOn: '2015-06-01', placedForAdoptionOn: '2015-08-03' })]
  expect(due(firstReviewWhileWaiting, placed, '2015-10-01')).toEqual([])
  expect(due(firstReviewOfPlacement, placed, '2015-08-10')).toMatchObject([{ dueAt: '2015-08-31', state: 'running' }])
})

holdsItsDates(firstReviewOfPlacement, {
  start: (day) => [care('2014-06-02'), plan({ placedForAdoptionOn: day })],
  stop: (day) => [review(day)],
  dates: [
    ['2016-02-01', '2016-02-29', 'four weeks from a Monday'],
    ['2015-11-27', '2015-12-25', 'weeks run through holidays'],
    ['2015-12-07', '2016-01-04', 'over Christmas and the New Year'],
  ],
})

holdsItsDates(secondReviewOfPlacement, {
  start: (day) => [care('2014-06-02'), plan({ placedForAdoptionOn: '2015-03-02' }), review(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2015-03-31', '2015-06-30', 'June has no 31st: its last day'],
    ['2015-09-25', '2015-12-25', 'months run through holidays'],
  ],
})

holdsItsDates(laterReviewOfPlacement, {
  start: (day) => [care('2014-06-02'), plan({ placedForAdoptionOn: '2015-01-05' }), review('2015-02-02'), review(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2015-05-01', '2015-11-01', 'six months to the day, a Sunday'],
    ['2015-08-31', '2016-02-29', 'the last day of a shorter month'],
  ],
})

test('reviews of the placement end with the adoption order, when the child is returned, or when the decision is reversed', () => {
  const placed = { placedForAdoptionOn: '2015-03-02' }
  for (const ended of [
    { orderMadeOn: '2015-03-23', orderType: 'Adoption' },
    { adoptivePlacementEndedOn: '2015-03-23' },
    { decisionReversedOn: '2015-03-23' },
  ] as const)
    expect(due(firstReviewOfPlacement, [care('2014-06-02'), plan({ ...placed, ...ended })], '2015-06-01')).toEqual([])
  expect(due(firstReviewOfPlacement, [care('2014-06-02', '2015-03-23'), plan(placed)], '2015-06-01')).toEqual([])
})

test('a first review never held before the order was made stays late', () => {
  const adopted = plan({ placedForAdoptionOn: '2015-03-02', orderMadeOn: '2015-09-07', orderType: 'Adoption' })
  expect(due(firstReviewOfPlacement, [care('2014-06-02'), adopted], '2016-03-03')).toMatchObject([
    { dueAt: '2015-03-30', stoppedAt: '2015-09-07', state: 'late' },
  ])
})
