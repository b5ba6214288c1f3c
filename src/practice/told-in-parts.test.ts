import { expect, test } from 'vitest'
import { usualTerms } from '../../test/support/clocks.ts'
import type { Run } from '../engine/clocks/runs.ts'
import { protectionVisit } from './protection/plan-clocks.ts'
import { endOfChildhood, fromThenOn, inParts, inTime, oneByOne, overdueIn, toldSince } from './told-in-parts.ts'

const by = { table: 'child_protection_plan', id: 'p' }
const run = (startedAt: string, dueAt: string, stoppedAt: string | null): Run => ({
  clock: protectionVisit.id,
  startedAt,
  startedBy: by,
  dueAt,
  stoppedAt,
  stoppedBy: stoppedAt === null ? null : by,
  done: stoppedAt !== null,
  pausedOn: null,
  resumedOn: null,
  part: null,
  steps: [],
})

test('time is parted where what is said changes, and nowhere else', () => {
  const time = { from: '2024-01-08', until: '2024-04-01' }
  const facts = inParts(time, by, { long: fromThenOn('2024-02-01'), old: fromThenOn('2024-04-01'), always: fromThenOn('2023-01-01') })
  expect(facts).toEqual([
    { on: '2024-01-08', until: '2024-02-01', by, says: { long: false, old: false, always: true } },
    { on: '2024-02-01', until: '2024-04-01', by, says: { long: true, old: false, always: true } },
  ])
})

test('a visit is overdue from the day after it was due until the day it is made, and never where that was in time', () => {
  const runs = [
    run('2024-01-08', '2024-01-22', '2024-01-22'),
    run('2024-01-22', '2024-02-05', '2024-02-06'),
    run('2024-02-06', '2024-02-20', '2024-02-22'),
    run('2024-02-22', '2024-03-07', null),
  ]
  expect(overdueIn(runs)).toEqual([
    { from: '2024-02-21', until: '2024-02-22' },
    { from: '2024-03-08', until: null },
  ])
})

test('where the authority uses a clock only since a day, nothing is told before the first that it counts', () => {
  const terms = { ...usualTerms, inUseFrom: () => '2024-03-01' }
  const runs = [run('2024-03-11', '2024-03-25', null)]
  const plan = { from: '2024-01-08', until: null }
  expect(toldSince([protectionVisit], runs, usualTerms, plan)).toBe('2024-01-08')
  expect(toldSince([protectionVisit], runs, terms, plan)).toBe('2024-03-11')
  expect(toldSince([protectionVisit], [], terms, plan)).toBeNull()
  const trait = inTime(overdueIn(runs), '2024-03-11')
  expect(['2024-03-10', '2024-03-11', '2024-03-25', '2024-03-26'].map(trait.on)).toEqual([null, true, true, false])
})

test('of two plans that run at once the later stands while it lasts', () => {
  const plans = [
    { id: 'first', from: '2024-01-08', until: '2024-06-01' },
    { id: 'second', from: '2024-02-05', until: '2024-03-04' },
    { id: 'backwards', from: '2024-05-01', until: '2024-04-01' },
  ]
  const told = oneByOne(plans, ({ from, until }) => ({ from, until }), '2024-05-20')
  expect(told.map(({ from, until, record }) => [record.id, from, until])).toEqual([
    ['first', '2024-01-08', '2024-02-05'],
    ['second', '2024-02-05', '2024-03-04'],
    ['first', '2024-03-04', '2024-05-20'],
  ])
})

test('childhood ends on the eighteenth birthday, or with the death if that is sooner', () => {
  expect(endOfChildhood({ bornOn: '2006-02-28', diedOn: null })).toBe('2024-02-28')
  expect(endOfChildhood({ bornOn: '2006-02-28', diedOn: '2020-01-05' })).toBe('2020-01-05')
  expect(endOfChildhood({ bornOn: null, diedOn: null })).toBeNull()
})
