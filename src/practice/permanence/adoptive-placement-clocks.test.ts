import { describe, expect, test } from 'vitest'
import { holdsItsEarliestDay } from '../../../test/support/clocks-without-duty.ts'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { lookedAfterReview, lookedAfterVisit, periodOfCare } from '../looked-after/records.ts'
import { adoptionReview, lifeStoryWork } from './adoption-records.ts'
import { adoptionApplication, lifeStoryBook, visitAsSet, weeklyVisit } from './adoptive-placement-clocks.ts'
import { permanence } from './records.ts'

const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { id: 'care', startedOn, endedOn })
const plan = (more: object) => record(permanence, { id: 'plan', periodOfCare: 'care', ...more })
const placed = (placedForAdoptionOn: string, more: object = {}) => [care('2014-06-02'), plan({ placedForAdoptionOn, ...more })]
const visit = (visitedOn: string, childSeen: boolean | null = true) => record(lookedAfterVisit, { visitedOn, childSeen })

holdsItsDates(weeklyVisit, {
  start: (day) => placed(day),
  stop: (day) => [visit(day)],
  which: ({ dueAt }) => ['2016-02-08', '2015-12-25', '2016-02-29'].includes(dueAt),
  dates: [
    ['2016-02-01', '2016-02-08', 'a week from a Monday'],
    ['2015-12-18', '2015-12-25', 'a week from the Friday before Christmas: Christmas Day'],
    ['2016-02-22', '2016-02-29', 'a leap day'],
  ],
})

test('each visit asks for another a week later, until the first review of the placement', () => {
  const told = [...placed('2016-02-01'), visit('2016-02-05'), visit('2016-02-15'), record(lookedAfterReview, { heldOn: '2016-02-19' })]
  expect(due(weeklyVisit, told, '2016-03-03')).toMatchObject([
    { dueAt: '2016-02-08', stoppedAt: '2016-02-05', state: 'met' },
    { dueAt: '2016-02-12', stoppedAt: '2016-02-15', state: 'late', days: 3 },
  ])
})

test('a visit at which the child was not seen is no visit; where it is not recorded, it is one', () => {
  const told = placed('2016-02-01')
  expect(due(weeklyVisit, [...told, visit('2016-02-05', false)], '2016-02-09')).toMatchObject([{ dueAt: '2016-02-08', state: 'overdue' }])
  expect(due(weeklyVisit, [...told, visit('2016-02-05', null)], '2016-02-09')).toMatchObject([{ state: 'met' }, { dueAt: '2016-02-12' }])
})

test('a review before the child was placed does not end the weekly visits', () => {
  const told = [record(lookedAfterReview, { heldOn: '2016-01-29' }), ...placed('2016-02-01')]
  expect(due(weeklyVisit, told, '2016-02-09')).toMatchObject([{ state: 'overdue' }])
})

describe('after the first review', () => {
  const set = (heldOn: string, visitsEveryWeeks: number | null) => record(adoptionReview, { heldOn, visitsEveryWeeks })

  holdsItsDates(visitAsSet, {
    start: (day) => [...placed('2015-11-02'), set(day, 2)],
    stop: (day) => [visit(day)],
    which: ({ startedAt }) => ['2016-02-08', '2015-12-11'].includes(startedAt),
    dates: [
      ['2016-02-08', '2016-02-22', 'every two weeks, as the review set it'],
      ['2015-12-11', '2015-12-25', 'weeks run through holidays'],
    ],
  })

  test('a later review may set visits further apart', () => {
    const told = [...placed('2015-11-02'), set('2015-11-30', 2), visit('2015-12-14'), set('2015-12-21', 6), visit('2015-12-28')]
    expect(due(visitAsSet, told, '2016-02-09').map(({ dueAt, state }) => [dueAt, state])).toEqual([
      ['2015-12-14', 'met'],
      ['2015-12-28', 'met'],
      ['2016-02-08', 'overdue'],
    ])
  })

  test('nothing is due where no review said how often', () => {
    expect(due(visitAsSet, [...placed('2015-11-02'), set('2015-11-30', null)], '2016-02-09')).toEqual([])
  })

  test('visits end with the adoption order', () => {
    const adopted = placed('2015-11-02', { orderMadeOn: '2015-12-07', orderType: 'Adoption' })
    expect(due(visitAsSet, [...adopted, set('2015-11-30', 2)], '2016-02-09')).toEqual([])
  })
})

holdsItsEarliestDay(adoptionApplication, {
  start: (day) => placed(day),
  stop: (day) => [plan({ appliedOn: day })],
  dates: [
    ['2016-02-01', '2016-04-11', 'ten weeks from a Monday'],
    ['2015-10-16', '2015-12-25', 'weeks run through holidays'],
  ],
})

test('a child who is returned waits for no application', () => {
  expect(due(adoptionApplication, placed('2016-02-01', { adoptivePlacementEndedOn: '2016-03-07' }), '2016-03-08')).toEqual([])
})

const adopted = (orderMadeOn: string) => plan({ orderMadeOn, orderType: 'Adoption' })
const story = (more: object) => record(lifeStoryWork, { id: 'story', ...more })

holdsItsDates(lifeStoryBook, {
  start: (day) => [adopted('2015-06-01'), story({ celebrationOn: day })],
  stop: (day) => [story({ bookGivenOn: '2015-06-08', laterLifeLetterOn: day })],
  dates: [
    ['2016-07-04', '2016-07-18', 'two plain weeks from a Monday'],
    ['2015-08-24', '2015-09-08', 'the August bank holiday, Monday 31, is not counted'],
    ['2015-12-18', '2016-01-06', 'three holidays of Christmas and the New Year are not counted'],
  ],
})

test('without a celebration it is counted from the adoption order, and no other order', () => {
  expect(due(lifeStoryBook, [adopted('2016-07-04')], '2016-07-18')).toMatchObject([{ dueAt: '2016-07-18', state: 'running' }])
  const guardian = plan({ orderMadeOn: '2016-07-04', orderType: 'Special Guardianship' })
  expect(due(lifeStoryBook, [guardian], '2016-07-18')).toEqual([])
})

test('the book without the letter is half of it, and the steps tell which', () => {
  const half = [adopted('2016-06-06'), story({ celebrationOn: '2016-07-04', bookGivenOn: '2016-07-11' })]
  expect(due(lifeStoryBook, half, '2016-07-19')).toMatchObject([{ state: 'overdue', days: 1, steps: ['2016-07-11', null] }])
})

test('what was given before the celebration has been given', () => {
  const early = story({ celebrationOn: '2016-07-04', bookGivenOn: '2016-06-20', laterLifeLetterOn: '2016-06-27' })
  expect(due(lifeStoryBook, [early], '2016-08-01')).toMatchObject([{ state: 'met', stoppedAt: '2016-06-27' }])
})
