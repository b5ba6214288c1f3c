import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedPlan, childInNeedVisit } from '../in-need/records.ts'
import { lookedAfterVisit, periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { childProtectionPlan, childProtectionVisit } from './records.ts'
import { seenAloneAtHome, seenAloneInCare } from './seen-alone-clocks.ts'

const child = record(person, { bornOn: '2006-05-01' })
const plan = record(childProtectionPlan, { startedOn: '2015-09-01' })
const care = record(periodOfCare, { startedOn: '2015-09-01' })
const visit = (visitedOn: string, seenAlone: boolean | null, says: { childSeen?: boolean; whyNotAlone?: string } = {}) =>
  record(childProtectionVisit, { visitedOn, seenAlone, childSeen: true, ...says })

holdsItsDates(seenAloneAtHome, {
  start: (day) => [child, plan, visit(day, false)],
  stop: (day) => [visit(day, true)],
  dates: [
    ['2016-02-01', '2016-02-01', 'at that visit'],
    ['2016-03-25', '2016-03-25', 'Good Friday is no different'],
  ],
})

holdsItsDates(seenAloneInCare, {
  start: (day) => [child, care, record(lookedAfterVisit, { visitedOn: day, childSeen: true, seenAlone: false })],
  stop: (day) => [record(lookedAfterVisit, { visitedOn: day, childSeen: true, seenAlone: true })],
  dates: [
    ['2016-02-01', '2016-02-01', 'at that visit'],
    ['2016-05-02', '2016-05-02', 'on a bank holiday too'],
  ],
})

describe('seeing a child alone', () => {
  test('three visits with others there leave one thing to do, which the next visit alone does, of whatever kind', () => {
    const records = [
      child,
      plan,
      visit('2016-02-01', false),
      visit('2016-02-12', false),
      visit('2016-02-22', false),
      record(childInNeedVisit, { visitedOn: '2016-03-01', seenAlone: true }),
    ]
    expect(due(seenAloneAtHome, records, '2016-04-01')).toMatchObject([
      { startedAt: '2016-02-01', stoppedAt: '2016-03-01', state: 'late', days: 29 },
    ])
  })

  test('seen alone and then not, it begins again', () => {
    const records = [child, plan, visit('2016-02-01', false), visit('2016-02-12', true), visit('2016-02-22', false)]
    expect(due(seenAloneAtHome, records, '2016-02-23')).toMatchObject([
      { startedAt: '2016-02-01', stoppedAt: '2016-02-12' },
      { startedAt: '2016-02-22', state: 'overdue', days: 1 },
    ])
  })

  test.each([
    ['it is not recorded whether the child was alone', visit('2016-02-01', null)],
    ['the child was not seen at all', visit('2016-02-01', false, { childSeen: false })],
    ['it says why not', visit('2016-02-01', false, { whyNotAlone: 'Did not want to be.' })],
  ])('a visit leaves nothing to do where %s', (_, made) => {
    expect(due(seenAloneAtHome, [child, plan, made], '2016-03-01')).toEqual([])
  })

  test.each([
    ['2011-02-02', 0, 'the day before the fifth birthday'],
    ['2011-02-01', 1, 'on the fifth birthday'],
  ])('a child born on %s and visited on 1 February 2016: %i, %s', (bornOn, count) => {
    expect(due(seenAloneAtHome, [record(person, { bornOn }), plan, visit('2016-02-01', false)], '2016-02-01')).toHaveLength(count)
  })

  test('a visit alone later that day answers for the day', () => {
    expect(due(seenAloneAtHome, [child, plan, visit('2016-02-01', true), visit('2016-02-01', false)], '2016-02-10')).toMatchObject([
      { state: 'met' },
    ])
  })

  test('once all work with the child has ended nobody is asked any more; work that follows on goes on', () => {
    const ended = record(childProtectionPlan, { startedOn: '2015-09-01', endedOn: '2016-02-15' })
    const inNeed = record(childInNeedPlan, { startedOn: '2016-02-15', endedOn: '2016-05-02' })
    const made = [child, visit('2016-02-01', false)]
    expect(due(seenAloneAtHome, [...made, ended], '2016-06-01')).toMatchObject([{ state: 'late', stoppedAt: '2016-02-15' }])
    expect(due(seenAloneAtHome, [...made, ended, inNeed], '2016-06-01')).toMatchObject([{ state: 'late', stoppedAt: '2016-05-02' }])
    expect(due(seenAloneAtHome, [...made, ended, record(referral, { receivedOn: '2015-08-20' })], '2016-06-01')).toMatchObject([
      { state: 'overdue' },
    ])
  })

  test('a visit outside any work that is recorded leaves nothing to do', () => {
    expect(due(seenAloneAtHome, [child, visit('2016-02-01', false)], '2016-06-01')).toEqual([])
  })

  test('work begun again later has its own', () => {
    const records = [
      child,
      record(childProtectionPlan, { startedOn: '2015-09-01', endedOn: '2016-02-15' }),
      visit('2016-02-01', false),
      record(childProtectionPlan, { startedOn: '2016-09-05' }),
      visit('2016-09-12', false),
    ]
    expect(due(seenAloneAtHome, records, '2016-09-12').map(({ startedAt }) => startedAt)).toEqual(['2016-02-01', '2016-09-12'])
  })
})
