import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { assessment } from '../assessment/records.ts'
import { referral } from '../front-door/records.ts'
import { careEpisode, lookedAfterVisit, periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { childProtectionPlan, childProtectionVisit } from '../protection/records.ts'
import { firstInNeedReview, inNeedVisit, laterInNeedReview, longStayNotified, longStayVisit, planMade } from './clocks.ts'
import { childInNeedPlan, childInNeedReview, childInNeedVisit, longStay } from './records.ts'

const child = record(person, { bornOn: '2010-05-01' })
const assessed = (authorisedOn: string, outcome = 'PROV_OF_SERVICES_FLAG') =>
  record(assessment, { authorisedOn, outcomes: { [outcome]: 'Y' } })
const plan = (startedOn: string, endedOn: string | null = null) => record(childInNeedPlan, { startedOn, endedOn })
const visit = (visitedOn: string, childSeen: boolean | null = true) => record(childInNeedVisit, { visitedOn, childSeen })
const review = (heldOn: string) => record(childInNeedReview, { heldOn })

holdsItsDates(planMade, {
  start: (day) => [assessed(day)],
  stop: (day) => [plan(day)],
  dates: [
    ['2016-02-01', '2016-02-15', 'two plain weeks from a Monday'],
    ['2016-05-23', '2016-06-07', 'the late May bank holiday is not counted'],
  ],
})

describe('a child in need plan', () => {
  test('one that began during the assessment, or runs already, is in place', () => {
    expect(due(planMade, [assessed('2016-02-01'), plan('2016-01-18')], '2016-02-01')).toMatchObject([{ state: 'met' }])
    expect(due(planMade, [assessed('2016-02-01'), plan('2015-01-18', '2015-12-01')], '2016-02-01')).toMatchObject([{ state: 'running' }])
  })

  test.each([
    ['the assessment led to no services', [assessed('2016-02-01', 'NFA_FLAG')]],
    ['the case closed', [assessed('2016-02-01'), record(referral, { receivedOn: '2016-01-04', closedOn: '2016-02-10' })]],
    ['a child protection plan began', [assessed('2016-02-01'), record(childProtectionPlan, { startedOn: '2016-02-09' })]],
    ['the child came into care', [assessed('2016-02-01'), record(periodOfCare, { startedOn: '2016-02-09' })]],
    [
      'the child was on a child protection plan already',
      [assessed('2016-02-01'), record(childProtectionPlan, { startedOn: '2015-11-02' })],
    ],
    ['the child was in care already', [assessed('2016-02-01'), record(periodOfCare, { startedOn: '2015-11-02' })]],
  ])('none is due where %s', (_, records) => {
    expect(due(planMade, records, '2016-06-01')).toEqual([])
  })

  test('a short break is no coming into care: the plan is still due', () => {
    const stay = [
      record(periodOfCare, { startedOn: '2016-02-05', endedOn: '2016-02-07' }),
      record(careEpisode, { startedOn: '2016-02-05', legalStatus: 'V3' }),
    ]
    expect(due(planMade, [assessed('2016-02-01'), ...stay], '2016-02-16')).toMatchObject([{ state: 'overdue', days: 1 }])
  })
})

test('a plan of protection or a time in care that is over leaves the child in need', () => {
  const over = [
    record(childProtectionPlan, { startedOn: '2013-02-04', endedOn: '2014-02-03' }),
    record(periodOfCare, { startedOn: '2014-02-03', endedOn: '2015-01-05' }),
  ]
  expect(due(planMade, [assessed('2016-02-01'), ...over], '2016-02-01')).toHaveLength(1)
})

test('short breaks of years ago do not make coming into care one', () => {
  const records = [
    record(careEpisode, { startedOn: '2014-02-05', legalStatus: 'V3' }),
    record(periodOfCare, { startedOn: '2016-02-05' }),
    record(careEpisode, { startedOn: '2016-02-05', legalStatus: 'V2' }),
  ]
  expect(due(planMade, [assessed('2016-02-01'), ...records], '2016-06-01')).toEqual([])
})

test('each length is the authority’s to set', () => {
  const terms = { ...usualTerms, length: () => ({ n: 5, unit: 'weeks' as const }) }
  for (const [clock, records] of [
    [planMade, [assessed('2016-02-01')]],
    [inNeedVisit, [child, plan('2016-02-01')]],
    [firstInNeedReview, [plan('2016-02-01')]],
    [laterInNeedReview, [plan('2015-11-02'), review('2016-02-01')]],
  ] as const)
    expect(due(clock, records, '2016-02-01', terms).at(-1), clock.id).toMatchObject({ dueAt: '2016-03-07' })
})

holdsItsDates(inNeedVisit, {
  start: (day) => [child, plan('2015-09-01'), visit(day)],
  stop: (day) => [visit(day)],
  which: ({ startedAt }) => startedAt !== '2015-09-01',
  dates: [
    ['2016-02-01', '2016-02-29', 'four plain weeks from a Monday, to a leap day'],
    ['2016-03-14', '2016-04-13', 'Good Friday and Easter Monday are not counted'],
    ['2015-12-14', '2016-01-14', 'Christmas Day, the Boxing Day holiday and New Year’s Day are not counted'],
  ],
})

describe('visits to a child in need', () => {
  test('a visit at which the child was not seen is none; one of another kind is one', () => {
    const records = [
      child,
      plan('2016-02-01'),
      visit('2016-02-10', false),
      record(childProtectionVisit, { visitedOn: '2016-02-24', childSeen: true }),
    ]
    expect(due(inNeedVisit, records, '2016-02-25')).toMatchObject([
      { startedAt: '2016-02-01', stoppedAt: '2016-02-24' },
      { startedAt: '2016-02-24' },
    ])
  })

  test('stand still while the child is in care, and begin again at the return; a short break changes nothing', () => {
    const inCare = [child, plan('2016-02-01'), record(periodOfCare, { startedOn: '2016-02-09', endedOn: '2016-05-03' })]
    expect(due(inNeedVisit, inCare, '2016-04-29')).toMatchObject([{ startedAt: '2016-05-03', state: null }])
    expect(due(inNeedVisit, inCare, '2016-05-04')).toMatchObject([{ startedAt: '2016-05-03', state: 'running' }])
    expect(due(firstInNeedReview, inCare, '2016-05-04')).toMatchObject([{ startedAt: '2016-05-03' }])
    const shortBreak = [...inCare, record(careEpisode, { startedOn: '2016-02-09', legalStatus: 'V3' })]
    expect(due(inNeedVisit, shortBreak, '2016-04-29')).toMatchObject([{ startedAt: '2016-02-01', state: 'overdue' }])
  })

  test('none is due once the plan has ended, nor before the child is born', () => {
    expect(due(inNeedVisit, [child, plan('2016-02-01', '2016-02-22')], '2016-06-01')).toEqual([])
    expect(due(inNeedVisit, [record(person, { expectedOn: '2016-06-01' }), plan('2016-02-01')], '2016-04-01')).toEqual([])
  })
})

holdsItsDates(firstInNeedReview, {
  start: (day) => [plan(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2016-02-01', '2016-03-14', 'six weeks from a Monday'],
    ['2016-02-15', '2016-03-28', 'Easter Monday: weeks run through holidays and do not roll'],
  ],
})

holdsItsDates(laterInNeedReview, {
  start: (day) => [plan('2015-09-01'), review(day)],
  stop: (day) => [review(day)],
  dates: [
    ['2015-10-12', '2016-01-12', 'three months to the day'],
    ['2015-11-30', '2016-02-29', 'the last day of February'],
    ['2015-09-25', '2015-12-25', 'Christmas Day, and stays there'],
  ],
})

test('no review is due once the plan has ended', () => {
  expect(due(firstInNeedReview, [plan('2016-02-01', '2016-03-01')], '2016-06-01')).toEqual([])
  expect(due(laterInNeedReview, [plan('2016-02-01', '2016-05-01'), review('2016-03-10')], '2016-12-01')).toEqual([])
})

const stay = (says: Parameters<typeof record<(typeof longStay)['fields']>>[1]) => record(longStay, { id: 'it', ...says })

holdsItsDates(longStayNotified, {
  start: (day) => [stay({ placedOn: day })],
  stop: (day) => [stay({ noticeReceivedOn: day })],
  dates: [
    ['2016-01-11', '2016-04-11', 'three months to the day'],
    ['2015-11-30', '2016-02-29', 'the last day of February'],
    ['2015-12-28', '2016-03-28', 'Easter Monday, and stays there'],
  ],
})

holdsItsDates(longStayVisit, {
  start: (day) => [child, stay({ noticeReceivedOn: day })],
  stop: (day) => [record(lookedAfterVisit, { visitedOn: day, childSeen: true })],
  dates: [
    ['2016-01-11', '2016-07-11', 'six months to the day'],
    ['2015-08-31', '2016-02-29', 'the last day of February'],
    ['2015-06-25', '2015-12-25', 'Christmas Day, and stays there'],
  ],
})

test('a stay that ended within three months needs no notice and no visit', () => {
  expect(due(longStayNotified, [stay({ placedOn: '2016-01-11', endedOn: '2016-03-20' })], '2016-12-01')).toEqual([])
  expect(
    due(longStayVisit, [child, stay({ placedOn: '2016-01-11', noticeReceivedOn: '2016-02-01', endedOn: '2016-03-20' })], '2016-12-01'),
  ).toEqual([])
})
