import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { areaNotice, placementNotices, placementPlanMade } from './placement-clocks.ts'
import { placementNotice, placementPlan } from './plan-records.ts'
import { placement } from './records.ts'

type Says<T extends { fields: unknown }> = Partial<Record<keyof T['fields'], unknown>>
const placed = (startedOn: string, says: Says<typeof placement> & { id?: string } = {}) =>
  record(placement, { startedOn, type: 'U6', ...(says as object) })
const plan = (madeOn: string, of: string | null = null) => record(placementPlan, { madeOn, placement: of })
const notice = (sentOn: string, toWhom: readonly string[] | null, says: Says<typeof placementNotice> = {}) =>
  record(placementNotice, { sentOn, toWhom, ...(says as object) })
const child = (bornOn: string) => record(person, { bornOn })
const everybody = ['Parents', 'Health', 'School', 'Reviewing officer']

const fiveWorkingDays = [
  ['2016-01-04', '2016-01-11', 'one plain week from a Monday'],
  ['2015-12-21', '2015-12-30', 'Christmas Day and the Boxing Day holiday on the 28th are not counted'],
  ['2016-01-02', '2016-01-08', 'placed on a Saturday: counting begins on the Monday'],
] as const

holdsItsDates(placementPlanMade, { start: (day) => [placed(day)], stop: (day) => [plan(day)], dates: fiveWorkingDays })

test('a plan that names the placement counts though it was made before; one that names none or another does not', () => {
  const here = placed('2016-01-04', { id: 'here' })
  const state = (made: ReturnType<typeof plan>) => due(placementPlanMade, [here, made], '2016-02-01')[0]?.state
  expect(state(plan('2015-12-30', 'here'))).toBe('met')
  expect(state(plan('2015-12-30'))).toBe('overdue')
  expect(state(plan('2016-01-05', 'elsewhere'))).toBe('overdue')
})

test.each([
  ['a temporary move', 'T1', 'V2'],
  ['a placement for adoption', 'A6', 'E1'],
  ['short breaks', 'U6', 'V3'],
  ['youth detention', 'R5', 'J1'],
])('none is due for %s', (_, type, status) => {
  const order = record(legalStatus, { status, startedOn: '2016-01-04' })
  for (const clock of [placementPlanMade, placementNotices])
    expect(due(clock, [placed('2016-01-04', { type }), order], '2016-02-01')).toEqual([])
})

test('each move asks for a plan, a change of status with the same carers for none', () => {
  const moves = [
    placed('2014-05-06', { id: 'first', endedOn: '2015-09-01', changeReason: 'PLACE' }),
    placed('2015-09-01', { type: 'U4', endedOn: '2016-01-04', changeReason: 'CREQB' }),
    placed('2016-01-04'),
    plan('2014-05-06', 'first'),
  ]
  expect(due(placementPlanMade, moves, '2016-01-05')).toMatchObject([{ state: 'met' }, { startedAt: '2016-01-04', state: 'running' }])
})

test('a placement that ended within the five days needs no plan any more', () => {
  expect(due(placementPlanMade, [placed('2016-01-04', { endedOn: '2016-01-07' })], '2016-02-01')).toEqual([])
})

holdsItsDates(placementNotices, {
  start: (day) => [child('2005-05-01'), placed(day)],
  stop: (day) => [notice(day, everybody)],
  dates: fiveWorkingDays,
})

test('it is done when the last of them has been told, and each step says when', () => {
  const sent = [notice('2016-01-04', ['Parents', 'Reviewing officer']), notice('2016-01-07', ['Health'])]
  const waiting = due(placementNotices, [child('2005-05-01'), placed('2016-01-04'), ...sent], '2016-01-08')
  expect(waiting).toMatchObject([{ state: 'running', steps: ['2016-01-04', '2016-01-07', null, '2016-01-04'] }])
  const done = due(placementNotices, [child('2005-05-01'), placed('2016-01-04'), ...sent, notice('2016-01-12', ['School'])], '2016-01-13')
  expect(done).toMatchObject([{ stoppedAt: '2016-01-12', state: 'late', days: 1 }])
})

test('a child under four has no school to tell, and whoever need not be told is named on the notice', () => {
  const three = [child('2012-03-01'), placed('2016-01-04'), notice('2016-01-05', ['Parents', 'Health', 'Reviewing officer'])]
  expect(due(placementNotices, three, '2016-02-01')).toMatchObject([{ state: 'met' }])
  const atRisk = notice('2016-01-05', ['Health', 'School', 'Reviewing officer'], { notToTell: ['Parents'] })
  expect(due(placementNotices, [child('2005-05-01'), placed('2016-01-04'), atRisk], '2016-02-01')).toMatchObject([{ state: 'met' }])
})

test('a notice that does not say to whom went to all; one to the area alone tells nobody else', () => {
  const told = (toWhom: readonly string[] | null) =>
    due(placementNotices, [child('2005-05-01'), placed('2016-01-04'), notice('2016-01-05', toWhom)], '2016-02-01')[0]?.state
  expect(told(null)).toBe('met')
  expect(told(['Area authority'])).toBe('overdue')
})

holdsItsDates(areaNotice, {
  start: (day) => [placed(day, { outsideArea: true })],
  stop: (day) => [notice(day, ['Area authority'])],
  dates: fiveWorkingDays,
})

test('no notice is due to another authority inside the area, where that is not recorded, or before 27 January 2014', () => {
  for (const outsideArea of [false, null]) expect(due(areaNotice, [placed('2016-01-04', { outsideArea })], '2016-02-01')).toEqual([])
  expect(due(areaNotice, [placed('2014-01-24', { outsideArea: true })], '2014-03-01')).toEqual([])
  expect(due(areaNotice, [placed('2014-01-27', { outsideArea: true })], '2014-02-03')).toMatchObject([{ dueAt: '2014-02-03' }])
})

test('notice to the area before the placement is in time', () => {
  const before = [placed('2016-01-04', { id: 'far', outsideArea: true }), notice('2015-12-30', ['Area authority'], { placement: 'far' })]
  expect(due(areaNotice, before, '2016-02-01')).toMatchObject([{ stoppedAt: '2015-12-30', state: 'met' }])
})
