import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../test/support/clocks.ts'
import { managementOversight } from '../practice/allocation/management-oversight.ts'
import { involvement } from '../practice/allocation/records.ts'
import { childInNeedPlan } from '../practice/in-need/records.ts'
import { periodOfCare } from '../practice/looked-after/records.ts'
import { childProtectionPlan } from '../practice/protection/records.ts'
import { allocatedWithSteer, caseSupervision, otherCaseSupervision } from './case-clocks.ts'

const oversight = (recordedOn: string, occasion = 'supervision') => record(managementOversight, { recordedOn, occasion })
const plan = (startedOn: string, endedOn: string | null = null) => record(childProtectionPlan, { startedOn, endedOn })
const inNeed = (startedOn: string, endedOn: string | null = null) => record(childInNeedPlan, { startedOn, endedOn })
const care = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const allocated = (startedOn: string, says: { endedOn?: string; team?: string; role?: string } = {}) =>
  record(involvement, { role: 'CW', startedOn, ...says })

holdsItsDates(caseSupervision, {
  start: (day) => [plan(day)],
  stop: (day) => [oversight(day)],
  dates: [
    ['2016-01-04', '2016-02-15', 'six weeks from a Monday'],
    ['2015-11-13', '2015-12-25', 'weeks run to Christmas Day and do not roll'],
  ],
})

holdsItsDates(otherCaseSupervision, {
  start: (day) => [allocated(day)],
  stop: (day) => [oversight(day)],
  dates: [
    ['2015-09-25', '2015-12-25', 'three months run to Christmas Day'],
    ['2015-11-30', '2016-02-29', 'the last day of a shorter month, in a leap year'],
  ],
})

holdsItsDates(allocatedWithSteer, {
  start: (day) => [allocated(day)],
  stop: (day) => [oversight(day, 'allocation')],
  dates: [
    ['2016-01-08', '2016-01-11', 'allocated on a Friday: the Monday'],
    ['2016-03-24', '2016-03-29', 'allocated on the Thursday before Good Friday: the Tuesday after Easter Monday'],
  ],
})

describe('a child discussed in supervision', () => {
  test('who goes from a child in need plan to a protection plan and into care is one case all along', () => {
    const records = [inNeed('2016-01-04', '2016-01-25'), plan('2016-01-25', '2016-03-07'), care('2016-02-29'), oversight('2016-02-12')]
    expect(due(caseSupervision, records, '2016-03-26')).toMatchObject([
      { startedAt: '2016-01-04', dueAt: '2016-02-15', state: 'met' },
      { startedAt: '2016-02-12', dueAt: '2016-03-25', state: 'overdue', days: 1 },
    ])
  })

  test('on another occasion of oversight is not discussed in supervision', () => {
    expect(due(caseSupervision, [plan('2016-01-04'), oversight('2016-02-12', 'panel')], '2016-02-16')).toMatchObject([{ state: 'overdue' }])
  })

  test('whose plan ended before the six weeks were over need not be', () => {
    expect(due(caseSupervision, [plan('2016-01-04', '2016-02-12')], '2016-06-01')).toEqual([])
  })

  test('counts three months from the end of the plan, while a case worker is allocated', () => {
    const records = [allocated('2016-01-04'), plan('2016-01-04', '2016-03-01')]
    expect(due(otherCaseSupervision, records, '2016-06-02')).toMatchObject([
      { startedAt: '2016-03-01', dueAt: '2016-06-01', state: 'overdue' },
    ])
    expect(due(otherCaseSupervision, [plan('2016-01-04', '2016-03-01')], '2016-06-02')).toEqual([])
  })
})

describe('a steer at allocation', () => {
  test('given up to ten working days before stands, an older one does not', () => {
    // Ten working days before Monday 25 January are Monday the 11th.
    expect(due(allocatedWithSteer, [allocated('2016-01-25'), oversight('2016-01-11', 'allocation')], '2016-02-01')).toMatchObject([
      { state: 'met' },
    ])
    expect(due(allocatedWithSteer, [allocated('2016-01-25'), oversight('2016-01-08', 'allocation')], '2016-02-01')).toMatchObject([
      { state: 'overdue' },
    ])
  })

  test('is not asked for when the case goes to another worker of the same team', () => {
    const records = [allocated('2015-06-01', { endedOn: '2016-01-22', team: 'north' }), allocated('2016-01-25', { team: 'north' })]
    expect(due(allocatedWithSteer, records, '2016-02-01').map(({ startedAt }) => startedAt)).toEqual(['2015-06-01'])
  })

  test('is asked for when it moves to another team, not when the team is not recorded', () => {
    const before = allocated('2015-06-01', { endedOn: '2016-01-22', team: 'north' })
    const starts = (team?: string) =>
      due(allocatedWithSteer, [before, allocated('2016-01-25', team ? { team } : {})], '2016-02-01').map(({ startedAt }) => startedAt)
    expect(starts('south')).toEqual(['2015-06-01', '2016-01-25'])
    expect(starts()).toEqual(['2015-06-01'])
  })

  test('is asked for again when the case was closed for more than a week', () => {
    const records = [allocated('2015-06-01', { endedOn: '2016-01-15', team: 'north' }), allocated('2016-01-25', { team: 'north' })]
    expect(due(allocatedWithSteer, records, '2016-02-01')).toHaveLength(2)
  })

  test('is asked for once where two workers are allocated on one day', () => {
    expect(due(allocatedWithSteer, [allocated('2016-01-25'), allocated('2016-01-25')], '2016-02-01')).toHaveLength(1)
  })

  test('is not asked for of a worker in another role', () => {
    expect(due(allocatedWithSteer, [allocated('2016-01-25', { role: 'IRO' })], '2016-02-01')).toEqual([])
  })
})
