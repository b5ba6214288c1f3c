import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren, unaccompanied } from '../dimensions.ts'
import { cameIntoCare, childrenLookedAfter, leftCare } from './care-facts.ts'

/** How many children are in care, and how they come and go. */

const area = 'Children in care'
const statistics = 'Department for Education, children looked after (SSDA903)'
const people = { per: 10_000, from: 0, until: 18 }
const children = 'children under 18 who live in the area, by the mid-year estimate'
const leftOut = 'series of short breaks (legal statuses V3 and V4)'
const all = [...ofChildren, ...inCare]

const atTheDate = { area, of: childrenLookedAfter, span: 'moment', better: 'neutral', source: statistics, national: true } as const
const starts = { area, of: cameIntoCare, better: 'neutral', source: statistics, national: true } as const
const ends = { area, of: leftCare, better: 'neutral', source: statistics, national: true } as const

/** The national tables count the first start and the last end of a year only. */
const eachTime = 'each time counts; the national tables count a child once a year'

export const careMeasures: readonly Measure[] = [
  measure({
    ...atTheDate,
    id: 'cla-number',
    name: 'Children looked after',
    statistic: 'count',
    by: all,
    says: { counted: 'children looked after at the date', leftOut },
  }),
  measure({
    ...atTheDate,
    id: 'cla-rate',
    name: 'Children looked after per 10,000 children',
    statistic: 'rate',
    people,
    by: [unaccompanied],
    says: { counted: 'children looked after at the date', outOf: children, leftOut },
  }),
  measure({
    ...atTheDate,
    id: 'cla-legal-s20',
    name: 'Looked after under section 20',
    statistic: 'share',
    met: { section20: [true] },
    by: all,
    says: {
      counted: 'children looked after under a single period of accommodation, section 20 (legal status V2)',
      outOf: 'children looked after at the date',
      leftOut,
      note: 'where two legal statuses run at once, the one that began last counts',
    },
  }),
  measure({
    ...starts,
    id: 'cla-starts',
    name: 'Children coming into care',
    statistic: 'count',
    span: 'month',
    by: [...all, 'need'],
    says: { counted: 'times a child came into care in the month', leftOut, note: eachTime },
  }),
  measure({
    ...starts,
    id: 'cla-starts-rate',
    name: 'Children coming into care per 10,000 children',
    statistic: 'rate',
    people,
    span: '12 months',
    by: [unaccompanied],
    says: { counted: 'times a child came into care in the 12 months', outOf: children, leftOut, note: eachTime },
  }),
  measure({
    ...starts,
    id: 'cla-emergency-starts',
    name: 'Came into care in an emergency',
    statistic: 'share',
    where: { emergency: [true, false] },
    met: { emergency: [true] },
    span: '12 months',
    better: 'lower',
    by: all,
    source: 'Local measure; legal statuses L1 and L2 of the looked-after return',
    national: false,
    says: {
      counted: 'times a child came into care under police protection or an emergency protection order',
      outOf: 'times a child came into care in the 12 months',
      leftOut: 'those whose legal status on the first day is not recorded',
      note: 'an agreement under section 20 made on the same day is an emergency too, but no record says so, and it is not counted as one',
    },
  }),
  measure({
    ...starts,
    id: 'cla-return-12m',
    name: 'Came back into care within 12 months',
    statistic: 'share',
    met: { again: [true] },
    span: '12 months',
    better: 'lower',
    by: all,
    source: 'Ofsted, Annex A list 8',
    says: {
      counted: 'times a child came into care who had left it within the 12 months before',
      outOf: 'times a child came into care in the 12 months',
      leftOut,
    },
  }),
  measure({
    ...ends,
    id: 'cla-ends',
    name: 'Children leaving care',
    statistic: 'count',
    span: 'month',
    // On the day a child leaves, they have neither placement nor legal status any more.
    by: [...ofChildren, unaccompanied, 'reason'],
    says: { counted: 'times a child left care in the month', leftOut, note: eachTime },
  }),
  measure({
    ...ends,
    id: 'cla-ends-rate',
    name: 'Children leaving care per 10,000 children',
    statistic: 'rate',
    people,
    span: '12 months',
    by: ['reason'],
    says: { counted: 'times a child left care in the 12 months', outOf: children, leftOut, note: eachTime },
  }),
]
