import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, type Life } from '../../../test/support/facts.ts'
import { managementOversight } from '../allocation/management-oversight.ts'
import { exclusion, missingEducation, schoolPlace } from '../education/schooling-records.ts'
import { contact, referral } from '../front-door/records.ts'
import { childInNeedPlan, childInNeedVisit } from '../in-need/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { planAction } from '../planning/records.ts'
import { childProtectionPlan, childProtectionVisit } from '../protection/records.ts'
import { childrenWhoCouldFall } from './facts.ts'

/** Whether a child falls between in one way on a day; null where it could not happen to them then. */
function between(code: string, life: Life, day: string): boolean | null {
  const fact = factsIn(childrenWhoCouldFall, life).find(
    ({ on, until, says }) => says?.['how'] === code && on <= day && (!until || day < until),
  )
  return (fact?.says?.['between'] as boolean | undefined) ?? null
}

/** On each of some days, in one way. */
const on = (code: string, life: Life, ...days: readonly string[]): readonly (boolean | null)[] =>
  days.map((day) => between(code, life, day))

const born = (bornOn: string) => record(person, { bornOn })
const open = (receivedOn: string, closedOn: string | null = null, says: object = {}) => record(referral, { receivedOn, closedOn, ...says })
const inCare = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const inNeed = (startedOn: string, endedOn: string | null = null) => record(childInNeedPlan, { startedOn, endedOn })
const protection = (startedOn: string, endedOn: string | null = null) => record(childProtectionPlan, { startedOn, endedOn })

describe('out of school, and social care does not speak of it', () => {
  const away = [born('2004-05-05'), record(missingEducation, { noticedOn: '2016-01-04', closedOn: '2016-04-01' })]

  test('once both have known the child for four weeks, until one of them no longer does', () => {
    const days = ['2016-02-11', '2016-02-12', '2016-03-31', '2016-04-01']
    expect(on('out-of-school', [...away, open('2016-01-15')], ...days)).toEqual([null, true, true, null])
    expect(between('out-of-school', away, '2016-03-01')).toBeNull()
  })

  test.each([
    ['an action that speaks of school', record(planAction, { agreedOn: '2016-02-20', what: 'Ask for a school place' }), false],
    ['an action that does not', record(planAction, { agreedOn: '2016-02-20', what: 'See the dentist' }), true],
    ['a contact from a school', record(contact, { receivedAt: '2016-02-20 11:00:00', sourceCode: '2A' }), false],
    ['a contact from the police', record(contact, { receivedAt: '2016-02-20 11:00:00', sourceCode: '6' }), true],
    ['a school place sought more than six months before', record(schoolPlace, { soughtOn: '2015-08-24' }), true],
    ['a school place sought six months before', record(schoolPlace, { soughtOn: '2015-08-25' }), false],
  ])('on 20 February after %s', (_, said, falls) => {
    expect(between('out-of-school', [...away, open('2016-01-15'), said], '2016-02-20')).toBe(falls)
  })

  test('excluded for good, until there is other education; a suspension is none; not after school age', () => {
    const excluded = (says: object) => [born('2004-05-05'), open('2015-01-05'), record(exclusion, { firstDayOn: '2016-01-04', ...says })]
    expect(on('out-of-school', excluded({ type: 'permanent', provisionFrom: '2016-03-01' }), '2016-02-01', '2016-03-01')).toEqual([
      true,
      null,
    ])
    expect(between('out-of-school', excluded({ type: 'suspension' }), '2016-02-01')).toBeNull()
    expect(between('out-of-school', [born('1999-05-05'), ...away.slice(1), open('2016-01-15')], '2016-02-20')).toBeNull()
  })
})

describe('open cases in which nothing happens', () => {
  const visited = (visitedOn: string) => record(childInNeedVisit, { visitedOn })

  test('on a plan in need for more than eight weeks, until something happens', () => {
    const life = [open('2015-12-01'), inNeed('2016-01-04'), visited('2016-01-05'), visited('2016-04-01')]
    // 56 days after 5 January is 1 March.
    expect(on('drifting', life, '2016-03-01', '2016-03-02', '2016-03-31', '2016-04-01')).toEqual([false, true, true, false])
  })

  test.each([
    ['on a protection plan, four weeks', protection('2016-01-04'), '2016-02-01'],
    ['in the first year of care, twelve weeks', inCare('2016-01-04'), '2016-03-28'],
    ['on no plan, thirteen weeks', contactOn('2016-01-04'), '2016-04-04'],
  ])('%s', (_, last, day) => {
    const life = [open('2015-12-21'), last]
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    expect(on('drifting', life, day, next)).toEqual([false, true])
  })

  test('supervision alone is nothing that happens with a child; a closed case does not drift', () => {
    const talked = record(managementOversight, { recordedOn: '2016-02-29', occasion: 'supervision' })
    expect(between('drifting', [open('2015-12-01'), inNeed('2016-01-04'), talked], '2016-03-02')).toBe(true)
    expect(between('drifting', [open('2015-12-01', '2016-03-02'), inNeed('2016-01-04')], '2016-03-02')).toBeNull()
    expect(between('drifting', [open('2015-12-01', null, { noFurtherAction: true })], '2016-06-01')).toBeNull()
    expect(between('drifting', [open('2015-12-01', null, { primaryNeed: 'N9' })], '2016-06-01')).toBeNull()
  })

  function contactOn(day: string) {
    return record(contact, { receivedAt: `${day} 09:00:00` })
  }
})

test('childhood ends it: what nobody closed in the records goes on no longer than to 18', () => {
  const visit = record(childProtectionVisit, { visitedOn: '2016-01-05' })
  expect(on('drifting', [born('1998-03-02'), open('2015-12-01'), protection('2016-01-04'), visit], '2016-03-01', '2016-03-02')).toEqual([
    true,
    null,
  ])
})
