import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure } from '../../../test/support/facts.ts'
import { legalStatus } from '../court/records.ts'
import { periodOfCare, placement } from '../looked-after/records.ts'
import { fosteringMeasures } from './measures.ts'
import { notCounted } from './not-counted.ts'
import { fosterCarer, fosterCarerReview } from './records.ts'

const the = (id: string) => fosteringMeasures.find((each) => each.id === id) as (typeof fosteringMeasures)[number]
const household = (says: Parameters<typeof record<typeof fosterCarer.fields>>[1]) => [record(fosterCarer, says)]

describe('households', () => {
  const lives = [
    household({ enquiredOn: '2015-04-30', appliedOn: '2015-05-29', approvedOn: '2016-01-31', relativeOrFriend: false }),
    // Decided on without a day of approval; resigned on 4 March 2016, which takes effect on 1 April.
    household({
      appliedOn: '2015-03-31',
      decidedOn: '2015-09-07',
      decision: 'APP',
      resignationReceivedOn: '2016-03-04',
      relativeOrFriend: true,
    }),
    household({ enquiredOn: '2015-04-01', appliedOn: '2015-06-01', decidedOn: '2016-02-01', decision: 'NOT' }),
    household({ enquiredOn: '2015-05-01', applicationWithdrawnOn: '2015-06-01', approvalEndedOn: '2015-06-01' }),
  ]

  test('enquiries count in their month, on its first and last day', () => {
    expect(figure(the('foster-enquiries'), lives, '2015-04')).toMatchObject({ value: 2 })
    expect(figure(the('foster-enquiries'), [], '2015-04')).toMatchObject({ value: 0 })
  })

  test('applications count in twelve months', () => {
    expect(figure(the('foster-applications'), lives, '2016-02')).toMatchObject({ value: 3 })
    expect(figure(the('foster-applications'), lives, '2016-03')).toMatchObject({ value: 2 })
  })

  test('approvals are by the day of approval or of the decision to approve, and kinship apart', () => {
    expect(figure(the('foster-approvals'), lives, '2016-03')).toMatchObject({ value: 2 })
    expect(figure(the('foster-approvals'), lives, '2016-03', { by: ['kinship', 'yes'] })).toMatchObject({ value: 1 })
  })

  test('two approvals to three enquiries of the same twelve months', () => {
    expect(figure(the('foster-conversion'), lives, '2016-03')).toMatchObject({ value: 200 / 3, numerator: 2, denominator: 3 })
    expect(figure(the('foster-conversion'), lives, '2017-03')).toMatchObject({ value: null, denominator: 0 })
  })

  test('a resignation ends approval 28 days later, recorded or not; a withdrawn application ends none', () => {
    expect(figure(the('foster-leavers'), lives, '2016-03')).toMatchObject({ value: 0 })
    expect(figure(the('foster-leavers'), lives, '2016-04')).toMatchObject({ value: 1 })
    expect(figure(the('foster-leavers'), lives, '2016-04', { by: ['reason', 'RES'] })).toMatchObject({ value: 1 })
  })

  test('households are approved from the day of approval and not on the day it ends', () => {
    const at = (month: string) => figure(the('foster-households'), lives, month).value
    expect([at('2015-08'), at('2015-09'), at('2016-01'), at('2016-03'), at('2016-04')]).toEqual([0, 1, 2, 2, 1])
  })

  test('the first review is due within a year of approval, the next within a year of that', () => {
    const id = 'household'
    const approved = [record(fosterCarer, { id, approvedOn: '2015-01-12' })]
    const reviewed = (decidedOn: string) => [...approved, record(fosterCarerReview, { household: id, decidedOn })]
    const all = [reviewed('2016-01-12'), reviewed('2016-01-13'), approved]
    expect(figure(the('foster-reviews'), all, '2016-01')).toMatchObject({ value: 100 / 3, numerator: 1, denominator: 3 })
    expect(figure(the('foster-reviews'), [reviewed('2016-01-12')], '2017-01')).toMatchObject({ value: 0, denominator: 1 })
    expect(figure(the('foster-reviews'), all, '2015-12')).toMatchObject({ value: null })
  })
})

describe('children fostered', () => {
  const inCare = record(periodOfCare, { startedOn: '2016-01-11' })
  const placed = (type: string, provider: string, startedOn = '2016-01-11', endedOn: string | null = null) =>
    record(placement, { type, provider, startedOn, endedOn })

  test('of three fostered two are with the authority’s own carers; a child in a home is not in it', () => {
    const lives = [
      [inCare, placed('U6', 'PR1')],
      [inCare, placed('U1', 'PR1')],
      [inCare, placed('U4', 'PR4')],
      [inCare, placed('K2', 'PR1')],
    ]
    expect(figure(the('foster-in-house'), lives, '2016-01')).toMatchObject({ value: 200 / 3, numerator: 2, denominator: 3 })
    expect(figure(the('foster-in-house'), lives, '2015-12')).toMatchObject({ value: null })
  })

  test('a child who moves at the end of a month counts once, where they are that evening', () => {
    const moved = [inCare, placed('U6', 'PR4', '2016-01-11', '2016-02-29'), placed('U6', 'PR1', '2016-02-29')]
    expect(figure(the('foster-in-house'), [moved], '2016-01')).toMatchObject({ value: 0, denominator: 1 })
    expect(figure(the('foster-in-house'), [moved], '2016-02')).toMatchObject({ value: 100, denominator: 1 })
  })

  test('a child in hospital for a time and back with the same carers is fostered all the while', () => {
    const life = [
      inCare,
      placed('U6', 'PR1', '2016-01-11', '2016-02-20'),
      placed('T1', 'PR3', '2016-02-20', '2016-03-05'),
      placed('U6', 'PR1', '2016-03-05'),
    ]
    expect(figure(the('foster-in-house'), [life], '2016-02')).toMatchObject({ value: 100, denominator: 1 })
  })

  test('a child who left care is not fostered, whatever the placement says; short breaks are left out', () => {
    const left = [record(periodOfCare, { startedOn: '2016-01-11', endedOn: '2016-03-31' }), placed('U6', 'PR1')]
    expect(figure(the('foster-in-house'), [left], '2016-02')).toMatchObject({ denominator: 1 })
    expect(figure(the('foster-in-house'), [left], '2016-03')).toMatchObject({ denominator: 0 })
    const breaks = [inCare, placed('U6', 'PR1'), record(legalStatus, { status: 'V4', startedOn: '2016-01-11' })]
    expect(figure(the('foster-in-house'), [breaks], '2016-02')).toMatchObject({ denominator: 0 })
  })
})

test('what is not counted is no measure here, and why is a sentence', () => {
  for (const [id, why] of Object.entries(notCounted)) {
    expect(the(id)).toBeUndefined()
    expect(why).toMatch(/^[A-Z].*\.$/)
  }
})
