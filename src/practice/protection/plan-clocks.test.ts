import { describe, expect, test } from 'vitest'
import type { Clock } from '../../engine/clocks/clock.ts'
import { due, holdsItsDates, record, usualTerms, type Told } from '../../../test/support/clocks.ts'
import { person } from '../person/records.ts'
import { coreGroup } from './core-group.ts'
import {
  firstCoreGroup,
  firstReviewConference,
  laterCoreGroup,
  laterReviewConference,
  planClocks,
  protectionVisit,
  reviewConferenceAfterBirth,
} from './plan-clocks.ts'
import { anotherPlan, twoYearsOnAPlan } from './plan-length-clocks.ts'
import { childProtectionPlan, childProtectionReview, childProtectionVisit, initialConference } from './records.ts'

const plan = (
  startedOn: string,
  endedOn: string | null = null,
  says: Parameters<typeof record<(typeof childProtectionPlan)['fields']>>[1] = {},
) => record(childProtectionPlan, { startedOn, endedOn, ...says })
const group = (heldOn: string) => record(coreGroup, { heldOn })
const review = (heldOn: string) => record(childProtectionReview, { heldOn })
const visit = (visitedOn: string, childSeen: boolean | null = true) => record(childProtectionVisit, { visitedOn, childSeen })
const child = record(person, { bornOn: '2010-05-01' })

holdsItsDates(firstCoreGroup, {
  start: (day) => [plan(day)],
  stop: (day) => [group(day)],
  dates: [
    ['2016-02-01', '2016-02-15', 'two plain weeks from a Monday'],
    ['2016-04-25', '2016-05-10', 'the May bank holiday is not counted'],
    ['2015-12-21', '2016-01-07', 'Christmas Day, the Boxing Day holiday and New Year’s Day are not counted'],
  ],
})

holdsItsDates(laterCoreGroup, {
  start: (day) => [plan('2015-09-01'), group(day)],
  stop: (day) => [group(day)],
  dates: [
    ['2016-02-01', '2016-03-14', 'six weeks from a Monday'],
    ['2016-02-15', '2016-03-28', 'Easter Monday: weeks run through holidays and do not roll'],
  ],
})

holdsItsDates(firstReviewConference, {
  start: (day) => [plan(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2015-06-29', '2015-09-29', 'three months to the day'],
    ['2015-11-30', '2016-02-29', 'February has no 30th: its last day, in a leap year the 29th'],
    ['2015-09-25', '2015-12-25', 'Christmas Day: months run through holidays and do not roll'],
  ],
})

holdsItsDates(laterReviewConference, {
  start: (day) => [plan('2014-01-06'), review('2014-04-04'), review(day)],
  stop: (day) => [review(day)],
  which: ({ startedAt }) => startedAt !== '2014-04-04',
  dates: [
    ['2014-09-30', '2015-03-30', 'six months to the day'],
    ['2014-08-31', '2015-02-28', 'the last day of a shorter month'],
    ['2014-07-01', '2015-01-01', 'New Year’s Day, and stays there'],
  ],
})

test('each review conference asks for the next', () => {
  const records = [plan('2014-01-06'), review('2014-04-04'), review('2014-10-03'), review('2015-04-02')]
  expect(due(laterReviewConference, records, '2015-04-02').map(({ startedAt, dueAt }) => [startedAt, dueAt])).toEqual([
    ['2014-04-04', '2014-10-04'],
    ['2014-10-03', '2015-04-03'],
    ['2015-04-02', '2015-10-02'],
  ])
})

holdsItsDates(protectionVisit, {
  start: (day) => [child, plan('2015-09-01'), visit(day)],
  stop: (day) => [visit(day)],
  which: ({ startedAt }) => startedAt !== '2015-09-01',
  dates: [
    ['2016-02-01', '2016-02-15', 'two plain weeks from a Monday'],
    ['2016-03-21', '2016-04-06', 'Good Friday and Easter Monday are not counted'],
  ],
})

describe('counting from the conference', () => {
  const conference = record(initialConference, { id: 'its conference', heldOn: '2016-02-01' })

  test.each([
    [firstCoreGroup.name, firstCoreGroup, '2016-02-15'],
    [firstReviewConference.name, firstReviewConference, '2016-05-01'],
  ])('%s: a plan put down two days late is still counted from the conference that made it', (_, clock, dueAt) => {
    expect(due(clock, [conference, plan('2016-02-03', null, { conference: 'its conference' })], '2016-02-04')).toMatchObject([{ dueAt }])
  })
})

describe('the end of a plan', () => {
  const others: readonly (readonly [Clock, Told[]])[] = [
    [firstCoreGroup, []],
    [laterCoreGroup, [group('2016-02-08')]],
    [firstReviewConference, []],
    [laterReviewConference, [review('2016-02-08')]],
    [protectionVisit, [visit('2016-02-08')]],
  ]
  test.each(others.map(([clock, records]) => [clock.name, clock, records] as const))(
    '%s: nothing is due once the plan has ended',
    (_, clock, records) => {
      const lines = due(clock, [child, plan('2016-02-01', '2016-02-11'), ...records], '2017-01-01')
      expect(lines.filter(({ state }) => state !== 'met')).toEqual([])
    },
  )

  test('a plan of another authority is that authority’s to review and visit', () => {
    const theirs = plan('2016-02-01', null, { belongsToAnotherAuthority: true })
    for (const clock of [...planClocks, twoYearsOnAPlan]) expect(due(clock, [child, theirs], '2019-01-01'), clock.id).toEqual([])
  })
})

describe('visits', () => {
  test('a visit at which the child was not seen is none; one that does not say is one', () => {
    const records = [child, plan('2016-02-01'), visit('2016-02-10', false), visit('2016-02-15', null)]
    expect(due(protectionVisit, records, '2016-02-16')).toMatchObject([
      { startedAt: '2016-02-01', stoppedAt: '2016-02-15', state: 'met' },
      { startedAt: '2016-02-15', state: 'running' },
    ])
  })

  test('a plan made before birth asks for visits to the child from birth on', () => {
    const baby = record(person, { bornOn: '2016-03-07', expectedOn: '2016-03-10' })
    const records = [baby, plan('2016-01-25'), visit('2016-02-03'), visit('2016-02-17'), visit('2016-03-11')]
    expect(due(protectionVisit, records, '2016-03-14')).toMatchObject([
      { startedAt: '2016-03-07', dueAt: '2016-03-21', stoppedAt: '2016-03-11' },
      { startedAt: '2016-03-11' },
    ])
    expect(due(protectionVisit, [record(person, { expectedOn: '2016-06-10' }), plan('2016-01-25')], '2016-03-14')).toEqual([])
  })
})

test.each([
  [laterCoreGroup, [plan('2015-09-01'), group('2016-02-01')]],
  [protectionVisit, [child, plan('2016-02-01')]],
  [reviewConferenceAfterBirth, [record(person, { bornOn: '2016-02-01' }), plan('2015-11-02')]],
  [anotherPlan, [plan('2015-09-01', '2016-02-01')]],
] as const)('%# how often, or how long, is the authority’s to set', (clock, records) => {
  const terms = { ...usualTerms, length: () => ({ n: 4, unit: 'weeks' as const }) }
  expect(due(clock, records, '2016-02-01', terms).at(-1)).toMatchObject({ dueAt: '2016-02-29' })
})

describe('a child born while on a plan', () => {
  const baby = (bornOn: string) => record(person, { bornOn })

  holdsItsDates(reviewConferenceAfterBirth, {
    start: (day) => [baby(day), plan('2016-01-25')],
    stop: (day) => [review(day)],
    dates: [
      ['2016-03-07', '2016-03-21', 'two plain weeks from a Monday'],
      ['2016-03-14', '2016-03-30', 'Good Friday and Easter Monday are not counted'],
    ],
  })

  test.each([
    ['the plan was reviewed before the birth', [baby('2016-03-07'), plan('2016-01-25'), review('2016-03-01')]],
    ['the plan ended before it', [baby('2016-03-07'), plan('2016-01-25', '2016-02-25')]],
    ['the plan began after it', [baby('2016-03-07'), plan('2016-03-08')]],
  ])('has no review of its own where %s', (_, records) => {
    expect(due(reviewConferenceAfterBirth, records, '2016-06-01')).toEqual([])
  })
})

holdsItsDates(twoYearsOnAPlan, {
  start: (day) => [record(childProtectionPlan, { id: 'it', startedOn: day })],
  // The same plan, as it reads once it has ended.
  stop: (day) => [record(childProtectionPlan, { id: 'it', endedOn: day })],
  dates: [
    ['2014-03-10', '2016-03-10', 'two years to the day'],
    ['2016-02-29', '2018-02-28', 'a leap day has no like in a common year'],
    ['2013-12-25', '2015-12-25', 'Christmas Day, and stays there'],
  ],
})

describe('another plan', () => {
  const first = plan('2013-01-07', '2014-03-10', { id: 'the first' })

  test.each([
    ['2014-03-10', '2016-03-10', 'twenty-four months to the day'],
    ['2014-02-28', '2016-02-28', 'not the 29th'],
    ['2013-12-26', '2015-12-26', 'through the holidays'],
  ])('after a plan that ended on %s the window closes on %s: %s', (ended, dueAt) => {
    expect(due(anotherPlan, [plan('2013-01-07', ended)], dueAt)).toMatchObject([{ dueAt, state: 'running' }])
  })

  test.each([
    ['2016-03-09', 'met'],
    ['2016-03-10', 'met'],
    ['2016-03-11', null],
  ])('a plan that began on %s, after one that ended on 10 March 2014: %s', (again, state) => {
    expect(due(anotherPlan, [first, plan(again)], '2017-01-01')).toMatchObject([{ state }])
  })

  test('a plan brought from another authority is not another of ours', () => {
    const theirs = plan('2015-01-05', null, { belongsToAnotherAuthority: true })
    expect(due(anotherPlan, [first, theirs], '2015-02-01')).toMatchObject([{ state: 'running', stoppedAt: null }])
  })
})
