import { measure, type Measure } from '../../engine/measures/measure.ts'
import { category, ofChildren } from '../dimensions.ts'
import { firstCoreGroup, protectionVisit } from './plan-clocks.ts'
import { childrenOnPlans, coreGroupsDue } from './plan-facts.ts'

/** How child protection plans are kept: reviews, visits, core groups, and a worker for each child. */

const area = 'Protection'
const ofOthers = 'plans of another authority'
const ours = `${ofOthers}; plans still open in the records after the eighteenth birthday or the death of the child`
const onPlans = { area, of: childrenOnPlans, span: 'moment', by: [...ofChildren, category] } as const

export const planKeptMeasures: readonly Measure[] = [
  measure({
    ...onPlans,
    id: 'cpp-reviews',
    name: 'Plans reviewed on time',
    where: { threeMonths: [true], reviewsInTime: [true, false] },
    statistic: 'share',
    met: { reviewsInTime: [true] },
    better: 'higher',
    source: 'Department for Education, children in need: reviews in the required timescales; National Indicator 67',
    national: true,
    expected: 80,
    says: {
      counted: 'children of whose plan no review has been late in the last 12 months',
      outOf: 'children whose plan has lasted 3 months or more',
      leftOut: ours,
    },
  }),
  measure({
    ...onPlans,
    id: 'cpp-visits',
    name: 'Children on a plan visited on time',
    where: { visitInTime: [true, false] },
    statistic: 'share',
    met: { visitInTime: [true] },
    better: 'higher',
    source: protectionVisit.source,
    expected: 85,
    says: {
      counted: 'children whose next visit is not overdue',
      outOf: 'children on a child protection plan',
      leftOut: `children not yet born; ${ours}`,
      note: 'how often is the authority’s own setting; a visit at which the child was not seen does not count',
    },
  }),
  measure({
    ...onPlans,
    id: 'cpp-seen-alone',
    name: 'Seen alone at the last visit',
    where: { fourOrOlder: [true], seenAlone: [true, false] },
    statistic: 'share',
    met: { seenAlone: [true] },
    better: 'higher',
    source: 'Ofsted, Annex A: list 7',
    national: true,
    says: {
      counted: 'children who were seen alone at the last visit of their plan at which they were seen',
      outOf: 'children aged 4 or older on a child protection plan',
      leftOut: `children who have not been seen since the plan began; ${ours}`,
      note: 'a visit that does not say so is counted as one at which the child was not alone',
    },
  }),
  measure({
    id: 'cpp-core-groups',
    name: 'Core groups on time',
    area,
    of: coreGroupsDue,
    statistic: 'share',
    met: { inTime: [true] },
    span: 'month',
    better: 'higher',
    by: [...ofChildren, category],
    source: firstCoreGroup.source,
    expected: 75,
    says: {
      counted: 'core groups held by the day they were due',
      outOf: 'core groups that fell due in the month, one for each child',
      leftOut: ofOthers,
      note: 'the first by guidance, the later ones by the authority’s own setting',
    },
  }),
  measure({
    ...onPlans,
    id: 'cpp-unallocated',
    name: 'Children on a plan without a social worker',
    where: { allocated: [false] },
    statistic: 'count',
    better: 'lower',
    source: 'Ofsted, Annex A: list 7',
    national: true,
    says: {
      counted: 'children on a child protection plan with no case worker allocated',
      leftOut: ours,
      note: 'a reviewing officer or an adviser alone is none; where no roles are recorded of a child, anyone involved is one',
    },
  }),
]
