import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { involvement } from '../allocation/records.ts'
import { legalStatus } from '../court/records.ts'
import { careEpisode, lookedAfterReview, periodOfCare } from './records.ts'
import { isReviewingOfficer } from './reviewing-officer.ts'
import { reviewingOfficerNamed, savingsOpened, visitorConsidered } from './support-clocks.ts'
import { independentVisitor, savingsAccount } from './support-records.ts'

const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const officer = (startedOn: string, endedOn: string | null = null, role = 'IRO') => record(involvement, { startedOn, endedOn, role })
const review = (heldOn: string) => record(lookedAfterReview, { heldOn })
const considered = (consideredOn: string) => record(independentVisitor, { consideredOn })
const breaks = (startedOn: string) => record(legalStatus, { status: 'V3', startedOn })

holdsItsDates(reviewingOfficerNamed, {
  start: (day) => [care(day)],
  stop: (day) => [officer(day)],
  dates: [
    ['2016-01-04', '2016-01-11', 'one plain week from a Monday'],
    ['2016-03-23', '2016-04-01', 'Good Friday and Easter Monday are not counted'],
  ],
})

test.each([
  ['IRO', true],
  ['Independent Reviewing Officer', true],
  ['Reviewing officer (LAC)', true],
  ['Review Officer', true],
  ['CW', false],
  ['Environment officer', false],
  ['Miron team', false],
  [null, false],
])('the role %s is that of the reviewing officer: %s', (role, is) => {
  expect(isReviewingOfficer(role)).toBe(is)
})

test('when the reviewing officer leaves another is named within five working days, unless one has taken over', () => {
  const left = [care('2015-06-01'), officer('2015-06-02', '2016-01-04')]
  expect(due(reviewingOfficerNamed, left, '2016-01-13')).toMatchObject([
    { state: 'met' },
    { startedAt: '2016-01-04', dueAt: '2016-01-11', state: 'overdue', days: 2 },
  ])
  expect(due(reviewingOfficerNamed, [...left, officer('2015-12-14')], '2016-01-13')).toMatchObject([{ state: 'met' }])
})

test('a reviewing officer from before counts, and a contact or a review shows that there was one', () => {
  expect(due(reviewingOfficerNamed, [officer('2015-03-02'), care('2016-01-04')], '2016-02-01')).toMatchObject([{ state: 'met' }])
  const contact = record(careEpisode, { startedOn: '2016-01-04', lastReviewingOfficerContactOn: '2016-01-08' })
  expect(due(reviewingOfficerNamed, [care('2016-01-04'), contact], '2016-02-01')).toMatchObject([{ stoppedAt: '2016-01-08', state: 'met' }])
  expect(due(reviewingOfficerNamed, [care('2016-01-04'), review('2016-01-29')], '2016-02-01')).toMatchObject([{ state: 'late', days: 14 }])
  expect(due(reviewingOfficerNamed, [care('2016-01-04'), breaks('2016-01-04')], '2016-02-01')).toEqual([])
})

holdsItsDates(savingsOpened, {
  start: (day) => [care(day)],
  stop: (day) => [record(savingsAccount, { type: 'Junior ISA', openedOn: day })],
  dates: [
    ['2014-12-25', '2015-12-25', 'twelve months to the day, Christmas Day'],
    ['2016-02-29', '2017-02-28', 'there is no 29 February in 2017'],
  ],
})

test('a child trust fund from before counts, another savings account does not; nothing is due of a child in care for less than a year', () => {
  const account = (type: string) => record(savingsAccount, { type, openedOn: '2008-04-01' })
  expect(due(savingsOpened, [care('2014-12-25'), account('Child trust fund')], '2016-02-01')).toMatchObject([{ state: 'met' }])
  expect(due(savingsOpened, [care('2014-12-25'), account('Other')], '2016-02-01')).toMatchObject([{ state: 'overdue' }])
  expect(due(savingsOpened, [care('2014-12-25', '2015-11-30')], '2016-02-01')).toEqual([])
  expect(due(savingsOpened, [care('2011-10-31')], '2016-02-01')).toEqual([])
})

holdsItsDates(visitorConsidered, {
  start: (day) => [care(day)],
  stop: (day) => [considered(day)],
  dates: [
    ['2016-01-04', '2016-02-01', 'the day the first review is due'],
    ['2015-12-14', '2016-01-14', 'the first review is due 20 working days on, the Christmas holidays left out'],
  ],
})

test('it is considered anew by each review, and what was said on the day of a review is for that review', () => {
  const reviews = [care('2016-01-04'), review('2016-01-29'), considered('2016-01-29'), review('2016-04-20')]
  expect(due(visitorConsidered, reviews, '2016-04-21')).toMatchObject([
    { dueAt: '2016-01-29', state: 'met' },
    { startedAt: '2016-01-29', dueAt: '2016-04-20', state: 'overdue', days: 1 },
    { startedAt: '2016-04-20', dueAt: '2016-10-20', state: 'running' },
  ])
})

test('a child who has a visitor needs none considered until that ends', () => {
  const matched = (endedOn: string | null) => record(independentVisitor, { consideredOn: '2016-01-20', matchedOn: '2016-01-28', endedOn })
  const held = [care('2016-01-04'), review('2016-01-29'), review('2016-04-20')]
  expect(due(visitorConsidered, [...held, matched(null)], '2016-05-01')).toMatchObject([{ dueAt: '2016-01-29', state: 'met' }])
  expect(due(visitorConsidered, [...held, matched('2016-03-01')], '2016-05-01')).toMatchObject([
    { state: 'met' },
    { startedAt: '2016-04-20', state: 'running' },
  ])
})
