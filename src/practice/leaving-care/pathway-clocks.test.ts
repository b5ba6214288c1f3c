import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { legalStatus } from '../court/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { needsAssessed, pathwayPlanMade, relevantChildPlanned } from './pathway-clocks.ts'
import { pathwayPlan } from './pathway-records.ts'
import { careLeaver } from './records.ts'

/** A child whose sixteenth birthday is that day. */
const sixteenOn = (day: string) => record(person, { bornOn: `${Number(day.slice(0, 4)) - 16}${day.slice(4)}` })
const care = (startedOn: string, endedOn: string | null = null, endReason: string | null = null) =>
  record(periodOfCare, { startedOn, endedOn, endReason })
const reviewed = (pathwayPlanReviewedOn: string) => record(careLeaver, { pathwayPlanReviewedOn })

const fromTheBirthday = [
  ['2015-11-30', '2016-02-29', 'sixteen on 30 November: February has no 30th'],
  ['2016-02-29', '2016-05-29', 'born on a leap day, sixteen on a leap day'],
  ['2015-09-25', '2015-12-25', 'months run through holidays'],
] as const

holdsItsDates(needsAssessed, {
  start: (day) => [sixteenOn(day), care('2010-05-10')],
  stop: (day) => [record(pathwayPlan, { needsAssessedOn: day })],
  dates: fromTheBirthday,
})

holdsItsDates(pathwayPlanMade, {
  start: (day) => [sixteenOn(day), care('2010-05-10')],
  stop: (day) => [record(pathwayPlan, { madeOn: day })],
  dates: fromTheBirthday,
})

describe('an eligible child', () => {
  const child = record(person, { bornOn: '1999-11-30' })

  test('who came into care at 15 years and 11 months has 3 months from the day after 13 weeks', () => {
    expect(due(needsAssessed, [child, care('2015-11-02')], '2016-03-03')).toMatchObject([{ startedAt: '2016-02-01', dueAt: '2016-05-01' }])
  })

  test('who is in care for short breaks only is not one', () => {
    const breaks = record(legalStatus, { status: 'V4', startedOn: '2014-01-06' })
    expect(due(needsAssessed, [child, care('2014-01-06'), breaks], '2016-03-03')).toEqual([])
  })

  test('whose needs were assessed at 15 years and 9 months has been assessed; at 14 would be too early to count', () => {
    const assessed = (needsAssessedOn: string) => [child, care('2010-05-10'), record(pathwayPlan, { needsAssessedOn })]
    expect(due(needsAssessed, assessed('2015-08-31'), '2016-03-03')).toMatchObject([{ state: 'met', stoppedAt: '2015-08-31' }])
    expect(due(needsAssessed, assessed('2014-08-29'), '2016-03-03')).toMatchObject([{ state: 'overdue', days: 3 }])
  })

  test('who has a plan has been assessed; one who has been assessed has no plan yet', () => {
    const told = [child, care('2010-05-10')]
    expect(due(needsAssessed, [...told, record(pathwayPlan, { madeOn: '2016-01-25' })], '2016-03-03')).toMatchObject([{ state: 'met' }])
    const assessed = record(pathwayPlan, { needsAssessedOn: '2016-01-25' })
    expect(due(pathwayPlanMade, [...told, assessed], '2016-03-03')).toMatchObject([{ state: 'overdue' }])
  })

  test('of whom the dataset gives a plan’s date has a plan; a date after the first review fell due tells nothing of when it was made', () => {
    const told = [child, care('2010-05-10')]
    expect(due(pathwayPlanMade, [...told, reviewed('2016-02-15')], '2016-12-01')).toMatchObject([{ state: 'met' }])
    expect(due(pathwayPlanMade, [...told, reviewed('2016-05-30')], '2016-12-01')).toMatchObject([{ state: 'late', days: 91 }])
    expect(due(pathwayPlanMade, [...told, reviewed('2016-05-31')], '2016-12-01')).toEqual([])
    const madeLate = record(pathwayPlan, { madeOn: '2016-03-07' })
    expect(due(pathwayPlanMade, [...told, madeLate, reviewed('2016-10-03')], '2016-12-01')).toMatchObject([{ state: 'late', days: 7 }])
  })

  test('who leaves care before it is due has the time of a relevant child instead', () => {
    const left = [child, care('2010-05-10', '2016-02-08', 'E6')]
    expect(due(pathwayPlanMade, left, '2016-03-03')).toEqual([])
    expect(due(relevantChildPlanned, left, '2016-03-03')).toMatchObject([
      { startedAt: '2016-02-08', dueAt: '2016-05-08', state: 'running' },
    ])
  })

  test('who comes back with a plan needs no first plan; without one, has 3 months again', () => {
    const back = [child, care('2010-05-10', '2016-02-08'), care('2016-06-06')]
    expect(due(pathwayPlanMade, [...back, record(pathwayPlan, { madeOn: '2016-04-04' })], '2016-12-01')).toEqual([])
    expect(due(pathwayPlanMade, back, '2016-12-01')).toMatchObject([{ startedAt: '2016-06-06', dueAt: '2016-09-06', state: 'overdue' }])
  })

  test('whose birth date is not known has nothing due, for nobody knows the birthday', () => {
    expect(due(needsAssessed, [care('2010-05-10')], '2016-03-03')).toEqual([])
  })
})

holdsItsDates(relevantChildPlanned, {
  start: (day) => [record(person, { bornOn: '1999-08-02' }), care('2010-05-10', day, 'E6')],
  stop: (day) => [record(pathwayPlan, { madeOn: day })],
  dates: [
    ['2015-11-30', '2016-02-29', 'February has no 30th: its last day'],
    ['2015-09-25', '2015-12-25', 'months run through holidays'],
  ],
})

describe('a child who left care at 16 or 17', () => {
  const child = record(person, { bornOn: '1999-08-02' })
  const left = (because: string) => [child, care('2010-05-10', '2015-11-30', because)]

  test('with a plan needs none within 3 months', () => {
    expect(due(relevantChildPlanned, [...left('E6'), record(pathwayPlan, { madeOn: '2015-11-02' })], '2016-03-03')).toEqual([])
    expect(due(relevantChildPlanned, [...left('E6'), reviewed('2015-11-02')], '2016-03-03')).toEqual([])
  })

  test.each([
    ['E11', 'was adopted'],
    ['E3', 'is in the care of another authority'],
  ])('%s: who %s is not one', (because) => {
    expect(due(relevantChildPlanned, left(because), '2016-03-03')).toEqual([])
  })

  test('to their parents is a relevant child no more after 6 months at home', () => {
    expect(due(relevantChildPlanned, left('E4A'), '2016-05-29')).toMatchObject([{ dueAt: '2016-02-29', state: 'overdue' }])
    expect(due(relevantChildPlanned, left('E4A'), '2016-05-30')).toMatchObject([{ stoppedAt: '2016-05-30', state: 'late' }])
  })

  test('shows on the way whether the needs were assessed', () => {
    const assessed = record(pathwayPlan, { needsAssessedOn: '2015-12-14' })
    expect(due(relevantChildPlanned, [...left('E6'), assessed], '2016-03-03')).toMatchObject([{ state: 'overdue', steps: ['2015-12-14'] }])
  })

  test('on the eighteenth birthday has left as a former relevant young person', () => {
    expect(due(relevantChildPlanned, [child, care('2010-05-10', '2017-08-02', 'E17')], '2018-01-08')).toEqual([])
  })
})
