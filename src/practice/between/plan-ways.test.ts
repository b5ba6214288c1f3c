import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn, type Life } from '../../../test/support/facts.ts'
import { assessment, assessmentFactors } from '../assessment/records.ts'
import { earlyHelpEpisode, teamAroundFamilyReview } from '../early-help/records.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedPlan, childInNeedReview, childInNeedVisit } from '../in-need/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { childProtectionPlan } from '../protection/records.ts'
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

const assessed = (authorisedOn: string, says: object = {}) =>
  record(assessment, { startedOn: authorisedOn, authorisedOn, outcomes: { PROV_OF_SERVICES_FLAG: 'Y' }, ...says })
const open = (receivedOn: string, closedOn: string | null = null, says: object = {}) => record(referral, { receivedOn, closedOn, ...says })
const inCare = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const inNeed = (startedOn: string, endedOn: string | null = null) => record(childInNeedPlan, { startedOn, endedOn })
const protection = (startedOn: string, endedOn: string | null = null) => record(childProtectionPlan, { startedOn, endedOn })

describe('at risk of exploitation, and on no plan', () => {
  const found = [assessed('2016-01-04', { id: 'assessed' }), record(assessmentFactors, { assessment: 'assessed', factors: ['3B', '11A'] })]

  test('from four weeks after the assessment for a year, whether or not the case is open', () => {
    const days = ['2016-01-31', '2016-02-01', '2017-01-03', '2017-01-04']
    expect(on('exploited-unplanned', [...found, open('2015-12-01', '2016-01-20')], ...days)).toEqual([null, true, true, null])
  })

  test('a plan is a plan from its first day, and who had one is not counted once it has ended', () => {
    expect(on('exploited-unplanned', [...found, inNeed('2016-03-01', '2016-04-01')], '2016-02-29', '2016-03-01', '2016-05-01')).toEqual([
      true,
      false,
      false,
    ])
    expect(between('exploited-unplanned', [...found, inNeed('2015-03-01', '2016-01-04')], '2016-03-01')).toBe(true)
    expect(between('exploited-unplanned', [...found, inNeed('2015-03-01', '2016-01-05')], '2016-03-01')).toBe(false)
  })

  test('not of other factors, after no further action, or once the child has moved to another authority, until they are back', () => {
    const with3 = [assessed('2016-01-04', { id: 'a' }), record(assessmentFactors, { assessment: 'a', factors: ['3B'] })]
    expect(between('exploited-unplanned', with3, '2016-03-01')).toBeNull()
    const none = [
      assessed('2016-01-04', { id: 'a', noFurtherAction: true }),
      record(assessmentFactors, { assessment: 'a', factors: ['11A'] }),
    ]
    expect(between('exploited-unplanned', none, '2016-03-01')).toBeNull()
    const moved = [...found, open('2015-12-01', '2016-03-01', { closureReason: 'RC5' }), open('2016-06-01')]
    expect(on('exploited-unplanned', moved, '2016-02-29', '2016-03-01', '2016-06-01')).toEqual([true, null, true])
  })
})

describe('assessed as needing help, and on no plan', () => {
  const visited = record(childInNeedVisit, { visitedOn: '2016-01-20' })
  const life = [open('2015-12-01', '2016-08-01', { id: 'case' }), assessed('2016-01-04', { referral: 'case' }), visited]

  test('from four weeks after the assessment until the case closes', () => {
    expect(on('unplanned', life, '2016-01-31', '2016-02-01', '2016-07-31', '2016-08-01')).toEqual([null, true, true, null])
  })

  test('not on a plan, nor for four weeks after one ended', () => {
    const planned = [...life, inNeed('2016-02-10', '2016-04-01')]
    expect(on('unplanned', planned, '2016-02-09', '2016-02-10', '2016-04-28', '2016-04-29')).toEqual([true, false, false, true])
    expect(between('unplanned', [...life, inCare('2016-02-10')], '2016-06-01')).toBe(false)
  })

  test('not where the assessment led to nothing, or where neither plans, visits nor reviews in need are kept', () => {
    expect(
      between('unplanned', [life[0] as Life[number], assessed('2016-01-04', { outcomes: { NFA_FLAG: 'Y' } }), visited], '2016-03-01'),
    ).toBeNull()
    expect(between('unplanned', life.slice(0, 2), '2016-03-01')).toBeNull()
  })
})

describe('stepped down to early help, and nobody met', () => {
  const kept = record(childInNeedReview, { heldOn: '2015-11-01' })
  const helped = (startedOn: string) => record(earlyHelpEpisode, { startedOn, endedOn: '2016-12-01' })
  const met = record(teamAroundFamilyReview, { heldOn: '2016-06-01' })

  test('from sixteen weeks after early help began, until the team around the family meets', () => {
    const life = [kept, open('2015-03-02', '2016-01-11'), helped('2016-01-04'), met]
    expect(on('stepped-down', life, '2016-04-24', '2016-04-25', '2016-05-31', '2016-06-01')).toEqual([null, true, true, false])
  })

  test('early help that began within four weeks of the end of the case followed from it; and ends with a new case', () => {
    expect(between('stepped-down', [kept, open('2015-03-02', '2015-12-07'), helped('2016-01-04')], '2016-05-01')).toBe(true)
    expect(between('stepped-down', [kept, open('2015-03-02', '2015-12-06'), helped('2016-01-04')], '2016-05-01')).toBeNull()
    const again = [kept, open('2015-03-02', '2016-01-11'), helped('2016-01-04'), open('2016-05-10')]
    expect(on('stepped-down', again, '2016-05-09', '2016-05-10')).toEqual([true, null])
  })

  test('closed to early help that never began, from four weeks to six months after', () => {
    const life = [kept, open('2022-03-01', '2022-06-01', { closureReason: 'RC9' })]
    expect(on('stepped-down', life, '2022-06-28', '2022-06-29', '2022-11-27', '2022-11-28')).toEqual([null, true, true, null])
    const before = record(earlyHelpEpisode, { startedOn: '2021-01-04', endedOn: '2021-06-01' })
    expect(between('stepped-down', [...life, before], '2022-07-01')).toBe(true)
    const running = record(earlyHelpEpisode, { startedOn: '2022-01-04' })
    expect(between('stepped-down', [...life, running], '2022-07-01')).toBe(false)
  })

  test('nothing is told where the council keeps no more than the dataset', () => {
    expect(between('stepped-down', [open('2015-03-02', '2016-01-11'), helped('2016-01-04')], '2016-05-01')).toBeNull()
  })
})

test('in care and on a protection plan at once for three months, however each began; another authority’s plan is not asked of', () => {
  const life = [inCare('2015-11-02'), protection('2015-06-01', '2016-04-01')]
  expect(on('plan-and-care', life, '2016-02-01', '2016-02-02', '2016-03-31', '2016-04-01')).toEqual([null, true, true, false])
  expect(on('plan-and-care', [inCare('2015-06-01'), protection('2015-11-02')], '2016-02-01', '2016-02-02')).toEqual([false, true])
  const theirs = record(childProtectionPlan, { startedOn: '2015-06-01', belongsToAnotherAuthority: true })
  expect(between('plan-and-care', [inCare('2015-11-02'), theirs], '2016-03-01')).toBe(false)
})
