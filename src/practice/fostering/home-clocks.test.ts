import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { independentVisit, qualityReview, qualityReviewReport } from './home-clocks.ts'
import { childrensHome, homeQualityReview, independentHomeVisit } from './home-records.ts'

const home = (openedOn: string, closedOn: string | null = null) => record(childrensHome, { openedOn, closedOn })
const visit = (visitedOn: string) => record(independentHomeVisit, { visitedOn })
const review = (reviewedOn: string) => record(homeQualityReview, { reviewedOn })

holdsItsDates(independentVisit, {
  start: (day) => [home(day)],
  stop: (day) => [visit(day)],
  dates: [
    ['2015-11-25', '2015-12-25', 'a month runs to Christmas Day and does not roll'],
    ['2016-01-31', '2016-02-29', 'the last day of a shorter month, in a leap year'],
  ],
})

holdsItsDates(qualityReview, {
  start: (day) => [home('2013-01-07'), review(day)],
  stop: (day) => [review(day)],
  which: (line) => line.startedAt !== '2015-04-01',
  dates: [
    ['2015-06-25', '2015-12-25', 'six months run to Christmas Day'],
    ['2015-08-31', '2016-02-29', 'the last day of a shorter month, in a leap year'],
  ],
})

holdsItsDates(qualityReviewReport, {
  start: (day) => [home('2013-01-07'), record(homeQualityReview, { id: 'review', reviewedOn: day })],
  stop: (day, started) => [record(homeQualityReview, { id: 'review', reviewedOn: started, sentToOfstedOn: day })],
  dates: [
    ['2015-12-01', '2015-12-29', 'days run through Christmas'],
    ['2016-02-01', '2016-02-29', 'four weeks'],
  ],
})

test('a home that was open before 1 April 2015 is reviewed within six months of that day', () => {
  expect(due(qualityReview, [home('2010-06-01')], '2015-10-02')).toMatchObject([
    { startedAt: '2015-04-01', dueAt: '2015-10-01', state: 'overdue' },
  ])
})

test('a home opened after that day counts from its opening', () => {
  expect(due(qualityReview, [home('2015-05-11')], '2015-06-01')).toMatchObject([{ startedAt: '2015-05-11', dueAt: '2015-11-11' }])
})

test('independent visits were monthly before 2015 too', () => {
  expect(due(independentVisit, [home('2014-01-06'), visit('2014-02-03')], '2014-03-04')).toMatchObject([
    { dueAt: '2014-02-06', state: 'met' },
    { dueAt: '2014-03-03', state: 'overdue', days: 1 },
  ])
})

test('a home that closed before the next visit was due has none due', () => {
  expect(due(independentVisit, [home('2016-01-04', '2016-01-29')], '2016-06-01')).toEqual([])
})

test('each review has its own report: the next review’s report does not stand for this one', () => {
  const first = record(homeQualityReview, { reviewedOn: '2015-06-01' })
  const second = record(homeQualityReview, { reviewedOn: '2015-11-30', sentToOfstedOn: '2015-12-07' })
  expect(due(qualityReviewReport, [home('2013-01-07'), first, second], '2016-01-04')).toMatchObject([
    { startedAt: '2015-06-01', state: 'overdue' },
    { startedAt: '2015-11-30', state: 'met' },
  ])
})
