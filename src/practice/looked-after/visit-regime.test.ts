import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { due, record, type Told } from '../../../test/support/clocks.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { Thread, type AnySaid, type Said } from '../../engine/clocks/thread.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { lookedAfterReview, lookedAfterVisit, placement } from './records.ts'
import { staysIn } from './stays.ts'
import { visitClocks } from './visit-clocks.ts'
import { visitRegimeOn } from './visit-regime.ts'

const threadOf = (records: readonly Told[]): Thread => {
  const byTable = new Map<string, AnySaid[]>()
  for (const { kind, record: said } of records) byTable.set(kind.table, [...(byTable.get(kind.table) ?? []), said])
  return new Thread(record(person).record, byTable)
}
type Placed = Partial<Said<(typeof placement)['fields']>>
const order = (status: string, startedOn: string, endedOn: string | null = null) => record(legalStatus, { status, startedOn, endedOn })

/** The rule for a child placed on 5 May 2014, on a day; visited before, or not. */
function ruleOn(day: string, placed: Placed, { visited = null, others = [] }: { visited?: string | null; others?: readonly Told[] } = {}) {
  const thread = threadOf([record(placement, { startedOn: '2014-05-05', type: 'U6', ...placed }), ...others])
  const regime = visitRegimeOn(staysIn(thread)[0]!, day, visited, thread)
  return regime === null ? null : `${regime.rule}, ${regime.stage}`
}

describe('the rule for visits on a day', () => {
  const [soon, first, second] = ['2014-05-12', '2015-05-04', '2015-05-05']
  test.each([
    ['not yet visited', soon, {}, null, [], 'lac-visit-first, first'],
    ['visited on the last day of the first year', '2015-06-30', {}, first, [], 'lac-visit-year1, then'],
    ['visited a year to the day after the placement began', '2015-06-30', {}, second, [], 'lac-visit-later, then'],
    ['long-term foster care', '2015-06-30', { type: 'U4' }, second, [], 'lac-visit-permanent, then'],
    ['long-term foster care, first year', '2014-09-01', { type: 'U4' }, '2014-08-01', [], 'lac-visit-year1, then'],
    [
      'a children’s home meant to last',
      '2015-06-30',
      { type: 'K2', meantToLastDecidedOn: '2015-06-30' },
      second,
      [],
      'lac-visit-permanent, then',
    ],
    ['a day before that decision', '2015-06-29', { type: 'K2', meantToLastDecidedOn: '2015-06-30' }, second, [], 'lac-visit-later, then'],
    [
      'the child agrees to fewer',
      '2015-06-30',
      { type: 'U4', fewerVisitsAgreedOn: '2015-06-01' },
      second,
      [],
      'lac-visit-long-term-agreed, then',
    ],
    ['agreed outside long-term foster care', '2015-06-30', { fewerVisitsAgreedOn: '2015-06-01' }, second, [], 'lac-visit-later, then'],
    ['approved for a time', soon, { temporaryApprovalOn: '2014-05-05' }, null, [], 'lac-visit-temp-approved, first'],
    ['approved in full since', soon, { temporaryApprovalOn: '2014-05-05', fullApprovalOn: soon }, null, [], 'lac-visit-first, first'],
    ['with parents, interim order', soon, { type: 'P1' }, null, [order('C1', '2014-05-05')], 'lac-visit-temp-approved, first'],
    ['with parents, care order', soon, { type: 'P1' }, null, [order('C2', '2013-05-05')], 'lac-visit-care-order-home, first'],
    [
      'with parents, care order, visited since',
      soon,
      { type: 'P1' },
      '2014-05-07',
      [order('C2', '2013-05-05')],
      'lac-visit-care-order-home, then',
    ],
    ['with parents, no order known', soon, { type: 'P1' }, null, [], 'lac-visit-first, first'],
    [
      'with parents not assessed',
      soon,
      { type: 'P1', beforeAssessment: true },
      null,
      [order('C2', '2013-05-05')],
      'lac-visit-parents-interim, first',
    ],
    [
      'not assessed, interim order: the stricter',
      soon,
      { type: 'P1', beforeAssessment: true },
      null,
      [order('C1', '2014-05-05')],
      'lac-visit-temp-approved, first',
    ],
    ['in foster care under an interim order', soon, {}, null, [order('C1', '2014-05-05')], 'lac-visit-first, first'],
    ['short breaks', soon, {}, null, [order('V4', '2014-01-01')], null],
    ['placed for adoption', soon, { type: 'A6' }, null, [], null],
  ] as const)('%s', (_, day, placed, visited, others, rule) => {
    expect(ruleOn(day, placed, { visited, others })).toBe(rule)
  })
})

test('however a placement goes, no two rules for visits ask for one on the same day, and on its last day one rule does', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2013-06-03', days))
  const maybe = fc.option(day, { nil: null })
  const placed = fc.record({
    type: fc.constantFrom('U1', 'U4', 'U6', 'P1', 'K2'),
    temporaryApprovalOn: maybe,
    fullApprovalOn: maybe,
    beforeAssessment: fc.constantFrom(true, null),
    parentsDecidedOn: maybe,
    meantToLastDecidedOn: maybe,
    fewerVisitsEndedOn: maybe,
  })
  const history = fc.record({ placed, visits: fc.array(day, { maxLength: 12 }), reviews: fc.array(day, { maxLength: 4 }), order: maybe })
  fc.assert(
    fc.property(history, ({ placed: says, visits, reviews, order: madeOn }) => {
      const records = [
        record(placement, { startedOn: '2013-06-03', ...says }),
        ...visits.map((visitedOn) => record(lookedAfterVisit, { visitedOn })),
        ...reviews.map((heldOn) => record(lookedAfterReview, { heldOn })),
        ...(madeOn === null ? [] : [order('C1', '2013-06-03', madeOn), order('C2', madeOn)]),
      ]
      const last = '2017-01-01'
      const runs = visitClocks.flatMap((clock) => due(clock, records, last))
      for (const { startedAt } of runs) {
        const asked = runs.filter((run) => run.startedAt <= startedAt && (run.stoppedAt === null || run.stoppedAt > startedAt))
        // Several runs of a day that begin and end on it ask one after another.
        expect(asked.length).toBeLessThanOrEqual(1)
      }
      expect(runs.filter(({ stoppedAt }) => stoppedAt === null)).toHaveLength(1)
    }),
  )
})
