import { measure, type Measure } from '../../engine/measures/measure.ts'
import { ofChildren } from '../dimensions.ts'
import { firstInNeedReview, inNeedVisit } from './clocks.ts'
import { childrenInNeed, childrenOnInNeedPlans } from './facts.ts'

/** How many children are in need, and how their plans are kept. */

const area = 'Children in need'
const table = (name: string) => `Department for Education, children in need: ${name}`
const inNeedNote =
  'from the referral until the case closes, so with children being assessed, on protection plans and in care, and with young people over 18 whose case is open'
const notCounted = 'referrals with no further action, and cases recorded as other than children in need (N9)'
const standsStill = 'children in care, short breaks apart: visits and reviews of children in care are in place of these'

export const inNeedMeasures: readonly Measure[] = [
  measure({
    id: 'cin-number',
    name: 'Children in need',
    area,
    of: childrenInNeed,
    statistic: 'count',
    span: 'moment',
    better: 'neutral',
    by: [...ofChildren, 'need'],
    source: table('tables A1 and B1'),
    national: true,
    says: { counted: 'children with an open episode of need', leftOut: notCounted, note: inNeedNote },
  }),
  measure({
    id: 'cin-rate',
    name: 'Children in need per 10,000 children',
    area,
    of: childrenInNeed,
    statistic: 'rate',
    people: { per: 10_000, from: 0, until: 18 },
    span: 'moment',
    better: 'neutral',
    by: [...ofChildren, 'need'],
    source: table('tables A1 and B1'),
    national: true,
    says: {
      counted: 'children with an open episode of need',
      outOf: 'children under 18 who live in the area, by the mid-year estimate',
      leftOut: notCounted,
      note: inNeedNote,
    },
  }),
  measure({
    id: 'cin-plan-number',
    name: 'Children on a child in need plan',
    area,
    of: childrenOnInNeedPlans,
    statistic: 'count',
    span: 'moment',
    better: 'neutral',
    by: ofChildren,
    source: 'Children in need census, CINPlanDates, collected since 2021-22',
    national: true,
    says: {
      counted: 'children with an open child in need plan',
      leftOut: 'plans still open in the records after the eighteenth birthday or the death of the child',
    },
  }),
  measure({
    id: 'cin-visits',
    name: 'Children in need visited on time',
    area,
    of: childrenOnInNeedPlans,
    where: { visitInTime: [true, false] },
    statistic: 'share',
    met: { visitInTime: [true] },
    span: 'moment',
    better: 'higher',
    by: ofChildren,
    source: inNeedVisit.source,
    says: {
      counted: 'children whose next visit is not overdue',
      outOf: 'children on a child in need plan',
      leftOut: `children not yet born, and ${standsStill}`,
      note: 'how often is the authority’s own setting; a visit at which the child was not seen does not count',
    },
  }),
  measure({
    id: 'cin-reviews',
    name: 'Child in need plans reviewed on time',
    area,
    of: childrenOnInNeedPlans,
    where: { reviewInTime: [true, false] },
    statistic: 'share',
    met: { reviewInTime: [true] },
    span: 'moment',
    better: 'higher',
    by: ofChildren,
    source: firstInNeedReview.source,
    says: {
      counted: 'children whose next review is not overdue',
      outOf: 'children on a child in need plan',
      leftOut: standsStill,
      note: 'how often is the authority’s own setting',
    },
  }),
  measure({
    id: 'cin-over-9m',
    name: 'Child in need plans of 9 months or more',
    area,
    of: childrenOnInNeedPlans,
    statistic: 'share',
    met: { nineMonths: [true] },
    span: 'moment',
    better: 'lower',
    by: ofChildren,
    source: 'The authority’s own; no national definition',
    says: { counted: 'children whose plan has been open for 9 months or more', outOf: 'children on a child in need plan' },
  }),
  measure({
    id: 'cin-disabled',
    name: 'Disabled children in need',
    area,
    of: childrenInNeed,
    statistic: 'share',
    met: { disabled: [true] },
    span: 'moment',
    better: 'neutral',
    by: [...ofChildren, 'need'],
    source: table('disability of children in need'),
    national: true,
    says: {
      counted: 'children in need of whom a disability is recorded',
      outOf: 'children in need',
      leftOut: notCounted,
      note: 'that none is recorded is not that there is none. Records give no day from which a child was disabled',
    },
  }),
]
