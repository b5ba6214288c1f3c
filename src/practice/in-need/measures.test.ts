import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, figure } from '../../../test/support/facts.ts'
import { ageBand } from '../dimensions.ts'
import { referral } from '../front-door/records.ts'
import { careEpisode, periodOfCare } from '../looked-after/records.ts'
import { disability, person } from '../person/records.ts'
import { childrenOnInNeedPlans } from './facts.ts'
import { inNeedMeasures } from './measures.ts'
import { childInNeedPlan, childInNeedReview, childInNeedVisit } from './records.ts'

const the = (id: string) => inNeedMeasures.find((each) => each.id === id) as (typeof inNeedMeasures)[number]
const inNeed = (receivedOn: string, closedOn: string | null = null, more: { primaryNeed?: string; noFurtherAction?: boolean } = {}) =>
  record(referral, { receivedOn, closedOn, ...more })
const child = (bornOn: string | null = '2016-05-05', diedOn: string | null = null) => record(person, { bornOn, diedOn })
const onPlan = (startedOn: string, endedOn: string | null = null) => record(childInNeedPlan, { startedOn, endedOn })
const visited = (...days: readonly string[]) => days.map((visitedOn) => record(childInNeedVisit, { visitedOn, childSeen: true }))

test('a child is in need from the referral until the case closes, and counts once', () => {
  const lives = [
    [inNeed('2024-03-31')],
    [inNeed('2024-01-08', '2024-04-01')],
    [inNeed('2024-01-08', '2024-03-31')],
    [inNeed('2024-04-01')],
    [inNeed('2024-01-08'), inNeed('2024-02-05')],
    [inNeed('2024-03-01', null, { noFurtherAction: true })],
    [inNeed('2024-03-01', null, { primaryNeed: 'N9' })],
    [child('2016-05-05', '2024-03-20'), inNeed('2024-03-01')],
  ]
  expect(figure(the('cin-number'), lives, '2024-03')).toMatchObject({ value: 3 })
  expect(figure(the('cin-rate'), lives, '2024-03', { people: 1_000 })).toMatchObject({ numerator: 3, value: 30 })
  expect(figure(the('cin-number'), [], '2024-03')).toMatchObject({ value: 0 })
})

test('of two cases open at once the later tells the need; when it closes, the earlier does again', () => {
  const life = [inNeed('2024-01-08', null, { primaryNeed: 'N2' }), inNeed('2024-02-05', '2024-04-10', { primaryNeed: 'N1' })]
  const withNeed = (month: string, need: string) => figure(the('cin-number'), [life], month, { by: ['need', need] }).value
  expect([withNeed('2024-01', 'N2'), withNeed('2024-03', 'N1'), withNeed('2024-03', 'N2'), withNeed('2024-04', 'N2')]).toEqual([1, 1, 0, 1])
})

test('a young person whose case is open stays in need after eighteen, in the band of adults from the birthday', () => {
  const life = [child('2006-03-31'), inNeed('2024-01-08')]
  expect(figure(the('cin-number'), [life], '2024-03', { by: [ageBand, '18'] })).toMatchObject({ value: 1 })
  expect(figure(the('cin-number'), [life], '2024-02', { by: [ageBand, '16'] })).toMatchObject({ value: 1 })
})

test('a disability recorded counts; that there is none does not', () => {
  const lives = [
    [inNeed('2024-03-01'), record(disability, { code: 'AUT' }), record(disability, { code: 'LD' })],
    [inNeed('2024-03-01'), record(disability, { code: 'NONE' })],
    [inNeed('2024-03-01')],
    [inNeed('2024-03-01')],
  ]
  expect(figure(the('cin-disabled'), lives, '2024-03')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
  expect(figure(the('cin-disabled'), [], '2024-03')).toMatchObject({ value: null })
})

test('a child is on a plan until it ends, the eighteenth birthday or the death, and once where two plans overlap', () => {
  const lives = [
    [child(), onPlan('2024-03-31')],
    [child(), onPlan('2024-01-08', '2024-03-31')],
    [child('2006-03-31'), onPlan('2024-01-08')],
    [child('2006-04-01'), onPlan('2024-01-08')],
    [child('2016-05-05', '2024-03-31'), onPlan('2024-01-08')],
    [child(), onPlan('2024-01-08'), onPlan('2024-02-05')],
  ]
  expect(figure(the('cin-plan-number'), lives, '2024-03')).toMatchObject({ value: 3 })
})

test('a plan is nine months old on the day nine months after it began', () => {
  const lives = [
    [child(), onPlan('2023-06-30')],
    [child(), onPlan('2023-07-01')],
  ]
  expect(figure(the('cin-over-9m'), lives, '2024-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
})

// Twenty working days after Monday 4 March 2024, Good Friday and Easter Monday left out, is Wednesday 3 April.

test('a child is visited on time until the day after the next visit was due', () => {
  const lives = [
    [child(), onPlan('2024-03-04')],
    [child(), onPlan('2024-03-04'), ...visited('2024-04-03')],
    [child(), onPlan('2024-03-04'), ...visited('2024-04-10')],
    [child(), onPlan('2024-03-04'), record(childInNeedVisit, { visitedOn: '2024-04-03', childSeen: false })],
  ]
  expect(figure(the('cin-visits'), lives, '2024-03')).toMatchObject({ value: 100, denominator: 4 })
  expect(figure(the('cin-visits'), lives, '2024-04')).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
})

test('the last weeks of a plan that ended before its next visit was due are time on the plan, in time', () => {
  const life = [child(), onPlan('2024-03-04', '2024-04-05'), ...visited('2024-03-25')]
  expect(figure(the('cin-visits'), [life], '2024-03')).toMatchObject({ numerator: 1, denominator: 1 })
})

test('a child in care has no child in need visits, but one on a short break has', () => {
  const inCare = (legalStatus: string) => [
    child(),
    onPlan('2024-03-04'),
    record(periodOfCare, { startedOn: '2024-03-11', endedOn: null }),
    record(careEpisode, { startedOn: '2024-03-11', legalStatus }),
  ]
  expect(figure(the('cin-visits'), [inCare('V2'), inCare('V4')], '2024-03')).toMatchObject({ numerator: 1, denominator: 1 })
  expect(figure(the('cin-plan-number'), [inCare('V2'), inCare('V4')], '2024-03')).toMatchObject({ value: 2 })
})

test('a child who is not yet born is not visited, and is on the plan', () => {
  const lives = [
    [child(null), onPlan('2024-03-04')],
    [child('2024-03-31'), onPlan('2024-03-04')],
  ]
  expect(figure(the('cin-visits'), lives, '2024-03')).toMatchObject({ numerator: 1, denominator: 1 })
  expect(figure(the('cin-plan-number'), lives, '2024-03')).toMatchObject({ value: 2 })
})

test('a plan is reviewed on time for six weeks, and three months after each review', () => {
  // Six weeks after 1 January is 12 February; three months after 12 February, 12 May.
  const life = [child(), onPlan('2024-01-01'), record(childInNeedReview, { heldOn: '2024-02-14' })]
  const told = factsIn(childrenOnInNeedPlans, life).map(({ on, says }) => [on, says?.reviewInTime])
  expect(told.filter(([, inTime], place) => inTime !== told[place - 1]?.[1])).toEqual([
    ['2024-01-01', true],
    ['2024-02-13', false],
    ['2024-02-14', true],
    ['2024-05-15', false],
  ])
  expect(figure(the('cin-reviews'), [life], '2024-04')).toMatchObject({ value: 100 })
  expect(figure(the('cin-reviews'), [life], '2024-05')).toMatchObject({ value: 0, denominator: 1 })
})

test('an ethnic group that was refused, not obtained or never asked is not known', () => {
  const lives = ['WBRI', 'REFU', 'NOBT', null].map((ethnicity) => [
    record(person, { bornOn: '2010-05-05', ethnicity }),
    record(referral, { receivedOn: '2016-02-01' }),
  ])
  expect(figure(the('cin-ethnicity-unknown'), lives, '2016-02')).toMatchObject({ value: 75, numerator: 3, denominator: 4 })
})
