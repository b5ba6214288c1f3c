import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { lookedAfterReview } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { pathwayPlan, pathwayReview } from './pathway-records.ts'
import { pathwayPlanReviewed, reviewAfterMove } from './pathway-review-clocks.ts'
import { careLeaver } from './records.ts'
import { adviserOffer, leavingCareAccommodation } from './support-records.ts'

const born = (bornOn: string) => record(person, { bornOn })
const plan = (madeOn: string, more: object = {}) => record(pathwayPlan, { madeOn, ...more })
const review = (heldOn: string) => record(pathwayReview, { heldOn })
const known = (more: object) => record(careLeaver, more)

holdsItsDates(pathwayPlanReviewed, {
  start: (day) => [born('1998-03-09'), plan(day)],
  stop: (day) => [review(day)],
  which: ({ startedAt }) => ['2015-05-04', '2015-08-31', '2015-06-25'].includes(startedAt),
  dates: [
    ['2015-05-04', '2015-11-04', 'six months to the day'],
    ['2015-08-31', '2016-02-29', 'the last day of a shorter month'],
    ['2015-06-25', '2015-12-25', 'months run through holidays'],
  ],
})

describe('a pathway plan', () => {
  const young = born('1998-03-09') // 21 on 9 March 2019, 25 on 9 March 2023
  const states = (told: Parameters<typeof due>[1], day: string) =>
    due(pathwayPlanReviewed, told, day).map(({ dueAt, state }) => [dueAt, state])

  test('is reviewed again six months after each review, or after a new plan', () => {
    const told = [young, plan('2014-09-01'), review('2015-02-23'), plan('2015-06-01')]
    expect(states(told, '2015-12-02')).toEqual([
      ['2015-03-01', 'met'],
      ['2015-08-23', 'met'],
      ['2015-12-01', 'overdue'],
    ])
  })

  test('is reviewed with the care plan while the young person is in care', () => {
    const inCare = (heldOn: string, cancelled: boolean | null = null) => record(lookedAfterReview, { heldOn, cancelled })
    const told = [young, inCare('2014-08-04'), plan('2014-09-01'), inCare('2015-02-02'), inCare('2015-07-27', true)]
    expect(states(told, '2015-08-03')).toEqual([
      ['2015-03-01', 'met'],
      ['2015-08-02', 'overdue'],
    ])
  })

  test('made before sixteen counts from the day it was made', () => {
    expect(states([born('2000-03-04'), plan('2016-01-11')], '2016-07-12')).toEqual([['2016-07-11', 'overdue']])
  })

  test('of which the dataset gives the latest date is due six months after it', () => {
    expect(states([young, known({ pathwayPlanReviewedOn: '2015-08-31' })], '2016-03-03')).toEqual([['2016-02-29', 'overdue']])
  })

  test('whose latest review only is known is not said to have been reviewed late before that', () => {
    const told = [young, plan('2014-09-01'), known({ pathwayPlanReviewedOn: '2015-10-05' })]
    expect(states(told, '2016-03-03')).toEqual([['2016-04-05', 'running']])
  })

  test('is not reviewed after 21, unless support to 25 was accepted', () => {
    const told = [young, plan('2018-10-01')]
    expect(states(told, '2019-06-03')).toEqual([])
    const accepted = record(adviserOffer, { offeredOn: '2019-02-18', answer: 'accepted' })
    expect(states([...told, accepted], '2019-06-03')).toEqual([['2019-04-01', 'overdue']])
    const ended = record(adviserOffer, { offeredOn: '2019-02-18', answer: 'accepted', supportEndedOn: '2019-03-25' })
    expect(states([...told, ended], '2019-06-03')).toEqual([])
  })

  test('begins again where support is accepted after 21', () => {
    const accepted = record(adviserOffer, { offeredOn: '2019-06-10', answer: 'accepted' })
    expect(states([young, plan('2018-10-01'), accepted], '2019-12-11')).toEqual([['2019-12-10', 'overdue']])
  })

  test('ends with the twenty-fifth birthday', () => {
    const told = [young, plan('2018-10-01'), review('2022-11-07')]
    expect(states(told, '2023-06-05').filter(([dueAt]) => dueAt === '2023-05-07')).toEqual([])
  })

  test('that has ended is not reviewed; one that another replaced is', () => {
    expect(states([young, plan('2015-06-01', { endedOn: '2015-09-07' })], '2016-03-03')).toEqual([])
    const replaced = [young, plan('2015-06-01', { endedOn: '2015-09-07' }), plan('2015-09-07')]
    expect(states(replaced, '2016-03-08')).toEqual([
      ['2015-12-01', 'met'],
      ['2016-03-07', 'overdue'],
    ])
  })

  test.each(['NREQ', 'RHOM', 'DIED'])(
    'of a young person who needs none any more is not reviewed (%s); of one who refuses contact it is',
    (answer) => {
      expect(states([young, plan('2015-06-01'), known({ inTouch: answer })], '2016-03-03')).toEqual([])
      expect(states([young, plan('2015-06-01'), known({ inTouch: 'REFU' })], '2016-03-03')).toEqual([['2015-12-01', 'overdue']])
    },
  )
})

const home = (providedOn: string, more: object = {}) => record(leavingCareAccommodation, { providedOn, givenUnder: '23B', ...more })

describe('after a move', () => {
  test.each([
    ['2016-02-01', '2016-02-29', 'four weeks from a Monday'],
    ['2015-11-27', '2015-12-25', 'days run through holidays'],
  ])('on %s the plan is reviewed not before %s: %s', (moved, from) => {
    const told = [born('1998-03-09'), home(moved)]
    expect(due(reviewAfterMove, told, from)).toMatchObject([{ dueAt: from, state: 'running', days: 0 }])
    expect(due(reviewAfterMove, [...told, review(from)], '2016-06-01')).toMatchObject([{ state: 'met', stoppedAt: from }])
  })
  test('a review the day before is another one, not this one too soon', () => {
    const told = [born('1998-03-09'), home('2016-02-01'), review('2016-02-28')]
    expect(due(reviewAfterMove, told, '2016-02-29')).toMatchObject([{ stoppedAt: null, state: 'running' }])
    expect(due(reviewAfterMove, [...told, review('2016-03-07')], '2016-06-01')).toMatchObject([{ stoppedAt: '2016-03-07', state: 'met' }])
  })
  test('nothing is asked of a home of their own, or once they have moved on, or after 21', () => {
    expect(due(reviewAfterMove, [born('1998-03-09'), home('2016-02-01', { givenUnder: 'other' })], '2016-02-08')).toEqual([])
    expect(due(reviewAfterMove, [born('1998-03-09'), home('2016-02-01', { endedOn: '2016-02-22' })], '2016-02-08')).toEqual([])
    expect(due(reviewAfterMove, [born('1995-02-09'), home('2016-02-01')], '2016-02-08')).toEqual([])
  })
})
