import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record, usualTerms } from '../../../test/support/clocks.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedVisit } from '../in-need/records.ts'
import { lookedAfterVisit } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { childProtectionVisit } from '../protection/records.ts'
import { assessmentFromItsStart, assessmentFromReferral, childSeenInAssessment } from './clocks.ts'
import { notRun } from './not-run.ts'
import { assessment } from './records.ts'

const referred = (receivedOn: string, says: Parameters<typeof record<(typeof referral)['fields']>>[1] = {}) =>
  record(referral, { id: 'the referral', receivedOn, ...says })
const assessed = (startedOn: string, says: Parameters<typeof record<(typeof assessment)['fields']>>[1] = {}) =>
  record(assessment, { referral: 'the referral', startedOn, ...says })
const asksForOne = { outcomes: { SINGLE_ASSESSMENT_FLAG: 'Y' } }

describe('45 working days from the referral', () => {
  holdsItsDates(assessmentFromReferral, {
    start: (day) => [referred(day, asksForOne)],
    stop: (day) => [assessed('2016-01-08', { authorisedOn: day })],
    dates: [
      ['2016-01-04', '2016-03-07', 'nine plain weeks from a Monday'],
      ['2016-02-22', '2016-04-27', 'Good Friday and Easter Monday are not counted'],
      ['2015-11-30', '2016-02-04', 'Christmas Day, the Boxing Day holiday and New Year’s Day are not counted'],
    ],
  })

  test('an assessment begun a week after the referral is counted from the referral here, and from its start in the census', () => {
    const records = [referred('2016-01-04'), assessed('2016-01-11', { authorisedOn: '2016-03-10' })]
    expect(due(assessmentFromReferral, records, '2016-04-01')).toMatchObject([{ dueAt: '2016-03-07', state: 'late', days: 3 }])
    expect(due(assessmentFromItsStart, records, '2016-04-01')).toMatchObject([{ dueAt: '2016-03-14', state: 'met' }])
  })

  test('a referral that asks for an assessment waits for one, though none has begun', () => {
    expect(due(assessmentFromReferral, [referred('2016-01-04', asksForOne)], '2016-03-08')).toMatchObject([{ state: 'overdue', days: 1 }])
    expect(due(assessmentFromReferral, [referred('2016-01-04')], '2016-03-08')).toEqual([])
  })

  test('a second assessment of the same case is counted from its own start alone', () => {
    const records = [
      referred('2015-06-01'),
      assessed('2015-06-03', { authorisedOn: '2015-07-10' }),
      assessed('2016-02-01', { authorisedOn: '2016-03-01' }),
    ]
    expect(due(assessmentFromReferral, records, '2016-04-01')).toMatchObject([{ stoppedAt: '2015-07-10', state: 'met' }])
    expect(due(assessmentFromItsStart, records, '2016-04-01')).toHaveLength(2)
  })

  test('an assessment begun long after a referral that did not ask for one is a later one, whose forerunners we do not hold', () => {
    const records = [referred('2014-02-03'), assessed('2016-02-01', { authorisedOn: '2016-03-01' })]
    expect(due(assessmentFromReferral, records, '2016-04-01')).toEqual([])
  })

  test('one begun long after a referral that asked for it is counted from that referral', () => {
    const records = [referred('2015-09-07', asksForOne), assessed('2016-02-01', { authorisedOn: '2016-03-01' })]
    expect(due(assessmentFromReferral, records, '2016-04-01')).toMatchObject([{ dueAt: '2015-11-09', state: 'late' }])
  })

  test('an assessment that names no referral belongs to the last before it that was open', () => {
    const [old, now] = [
      record(referral, { receivedOn: '2015-03-02', closedOn: '2015-05-01' }),
      record(referral, { receivedOn: '2016-01-04', closedOn: null }),
    ]
    const unlinked = record(assessment, { startedOn: '2016-01-11', authorisedOn: '2016-02-22' })
    expect(due(assessmentFromReferral, [old, now, unlinked], '2016-04-01')).toMatchObject([{ startedAt: '2016-01-04', state: 'met' }])
    expect(due(assessmentFromReferral, [old, unlinked], '2016-04-01')).toEqual([])
  })

  test('before the guidance of April 2013 there was no such limit', () => {
    expect(due(assessmentFromReferral, [referred('2013-04-12', asksForOne)], '2014-01-01')).toEqual([])
  })

  test('a referral of a century ago is a slip of the pen, and breaks nothing', () => {
    expect(due(assessmentFromReferral, [referred('1916-01-04', asksForOne)], '2016-01-01')).toEqual([])
  })
})

holdsItsDates(assessmentFromItsStart, {
  start: (day) => [record(assessment, { id: 'it', startedOn: day })],
  // The same assessment, as it reads once it is authorised.
  stop: (day) => [record(assessment, { id: 'it', authorisedOn: day })],
  dates: [
    ['2016-01-04', '2016-03-07', 'nine plain weeks from a Monday'],
    ['2016-03-14', '2016-05-19', 'Good Friday, Easter Monday and the May bank holiday are not counted'],
  ],
})

test('an assessment of a case that closed before it was due is not asked for any more', () => {
  const records = [referred('2016-01-04', { closedOn: '2016-02-01' }), assessed('2016-01-11')]
  expect(due(assessmentFromItsStart, records, '2016-04-01')).toEqual([])
})

describe('the child seen', () => {
  const child = record(person, { bornOn: '2010-05-01' })

  holdsItsDates(childSeenInAssessment, {
    start: (day) => [child, assessed(day)],
    stop: (day) => [record(childInNeedVisit, { visitedOn: day })],
    dates: [
      ['2016-02-01', '2016-02-15', 'two plain weeks from a Monday'],
      ['2016-04-25', '2016-05-10', 'the May bank holiday is not counted'],
    ],
  })

  test('a visit at which the child was not seen does not count; one that does not say so does', () => {
    const visits = [
      record(childInNeedVisit, { visitedOn: '2016-02-03', childSeen: false }),
      record(childInNeedVisit, { visitedOn: '2016-02-09', childSeen: null }),
    ]
    expect(due(childSeenInAssessment, [child, assessed('2016-02-01'), ...visits], '2016-03-01')).toMatchObject([
      { stoppedAt: '2016-02-09' },
    ])
  })

  test.each([
    ['child protection', childProtectionVisit],
    ['in care', lookedAfterVisit],
  ] as const)('a visit of another kind counts: %s', (_, kind) => {
    const not = record(kind as typeof childProtectionVisit, { visitedOn: '2016-02-03', childSeen: false })
    const seen = record(kind as typeof childProtectionVisit, { visitedOn: '2016-02-05', childSeen: true })
    expect(due(childSeenInAssessment, [child, assessed('2016-02-01'), not, seen], '2016-03-01')).toMatchObject([
      { stoppedAt: '2016-02-05' },
    ])
  })

  test('how soon is the authority’s to set', () => {
    const terms = { ...usualTerms, length: () => ({ n: 5, unit: 'working days' as const }) }
    expect(due(childSeenInAssessment, [child, assessed('2016-02-01')], '2016-02-01', terms)).toMatchObject([{ dueAt: '2016-02-08' }])
  })

  test.each([
    [true, [{ stoppedAt: '2016-02-10', state: 'met' }]],
    [false, []],
    [null, []],
  ])('authorised before it was due with child seen %s', (childSeen, told) => {
    const made = assessed('2016-02-01', { authorisedOn: '2016-02-10', childSeen })
    expect(due(childSeenInAssessment, [child, made], '2016-03-01')).toMatchObject(told)
  })

  test.each([
    ['authorised after it was due', { authorisedOn: '2016-03-10' }],
    ['not authorised yet', { authorisedOn: null }],
  ])('where an assessment %s says that the child was seen, and no visit says when, nothing is told', (_, says) => {
    const made = assessed('2016-02-01', { childSeen: true, ...says })
    expect(due(childSeenInAssessment, [child, made], '2016-04-01')).toEqual([])
    const visit = record(childInNeedVisit, { visitedOn: '2016-02-17', childSeen: true })
    expect(due(childSeenInAssessment, [child, made, visit], '2016-04-01')).toMatchObject([
      { stoppedAt: '2016-02-17', state: 'late', days: 2 },
    ])
    const later = record(childInNeedVisit, { visitedOn: '2016-03-21', childSeen: true })
    expect(due(childSeenInAssessment, [child, made, later], '2016-04-01')).toHaveLength(says.authorisedOn ? 0 : 1)
  })

  test('authorised later with no word of the child having been seen, it was late from the day it fell due', () => {
    const made = assessed('2016-02-01', { authorisedOn: '2016-03-10' })
    expect(due(childSeenInAssessment, [child, made], '2016-04-01')).toMatchObject([{ dueAt: '2016-02-15', state: 'late' }])
  })

  test('a child born during the assessment is to be seen from birth on; one not born yet cannot be', () => {
    const baby = record(person, { bornOn: '2016-02-08', expectedOn: '2016-02-10' })
    expect(due(childSeenInAssessment, [baby, assessed('2016-02-01')], '2016-02-08')).toMatchObject([
      { startedAt: '2016-02-08', dueAt: '2016-02-22' },
    ])
    expect(due(childSeenInAssessment, [record(person, { expectedOn: '2016-06-01' }), assessed('2016-02-01')], '2016-03-01')).toEqual([])
  })
})

test('the rows of this room that no clock runs each say why', () => {
  expect(Object.keys(notRun)).toEqual(['initial-assessment-historic', 'core-assessment-historic'])
  for (const why of Object.values(notRun)) expect(why).toMatch(/^[A-Z].{40,}\.$/)
})
