import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren } from '../dimensions.ts'
import { childrensBelongings } from './belonging-facts.ts'
import { carePlansInForce, reviewRecordsDue, reviewsInCare, reviewsOfChildren, secondReviewsHeld, visitsInCare } from './review-facts.ts'
import { reviewRecordSent } from './review-paper-clocks.ts'

/** Whether children in care are reviewed, visited and planned for in time, and have what is theirs. */

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const shortBreaks = 'series of short breaks (legal statuses V3 and V4)'
const by = [...ofChildren, ...inCare]

const standing = { area: 'Children in care', statistic: 'share', span: 'moment', better: 'higher', by } as const
const held = { area: 'Children in care', statistic: 'share', span: '12 months', better: 'higher', by } as const

export const reviewMeasures: readonly Measure[] = [
  measure({
    ...standing,
    id: 'cla-reviews',
    name: 'Children whose reviews were in time',
    of: reviewsInCare,
    where: { due: [true], everyOneInTime: [true, false] },
    met: { everyOneInTime: [true] },
    source: `National indicator 66; ${regulations}, regulation 33`,
    national: true,
    expected: 65,
    says: {
      counted: 'children of whom no review in the 12 months to the date was late, and none is overdue',
      outOf: 'children looked after for 20 working days or more without a break',
      leftOut: shortBreaks,
    },
  }),
  measure({
    ...held,
    id: 'cla-participation',
    name: 'Children who took part in their reviews',
    of: reviewsOfChildren,
    where: { fourOrOver: [true], tookPart: [true, false] },
    met: { tookPart: [true] },
    source: 'Looked-after return (SSDA903), REVIEW_CODE',
    national: true,
    expected: 80,
    says: {
      counted: 'reviews that the child attended, or to which they gave their views (PN1 to PN6)',
      outOf: 'reviews held of children aged 4 or over',
      leftOut: 'reviews of which the child’s participation is not recorded',
      note: 'PN4, attended and conveyed no views, counts as taking part',
    },
  }),
  measure({
    ...standing,
    id: 'cla-visits',
    name: 'Children visited in time',
    of: visitsInCare,
    met: { inTime: [true] },
    source: `${regulations}, regulation 28; Ofsted, Annex A list 8`,
    national: true,
    expected: 85,
    says: {
      counted: 'children of whom no visit is overdue: the last was within the time the regulations ask, or the next is not due yet',
      outOf: 'children looked after at the date to whom visits are due',
      leftOut:
        'children placed for adoption, whose visits follow other regulations; children with no placement recorded; series of short breaks',
    },
  }),
  measure({
    ...standing,
    id: 'cla-care-plan',
    name: 'Children with an up-to-date care plan',
    of: carePlansInForce,
    where: { due: [true] },
    met: { upToDate: [true] },
    source: 'Local measure; IRO Handbook 2010',
    expected: 85,
    says: {
      counted: 'children with a care plan in force, whose update after the last review is made or not yet due',
      outOf: 'children looked after for 10 working days or more',
      leftOut: 'children in their first 10 working days in care, in which the plan is made; series of short breaks',
    },
  }),
  measure({
    ...held,
    id: 'cla-permanence-plan',
    name: 'Plan for permanence by the second review',
    of: secondReviewsHeld,
    met: { planned: [true] },
    source: 'Children Act 1989 guidance and regulations, volume 2; Ofsted, Annex A list 8',
    national: true,
    expected: 75,
    says: {
      counted: 'reviews by whose day a plan for permanence was recorded',
      outOf: 'second looked after reviews held',
      leftOut: shortBreaks,
    },
  }),
  measure({
    id: 'lac-minutes-time',
    name: 'Records of looked after reviews sent in 20 working days',
    area: 'Conferences',
    of: reviewRecordsDue,
    statistic: 'share',
    met: { inTime: [true] },
    span: 'month',
    better: 'higher',
    by,
    source: reviewRecordSent.source,
    expected: 75,
    says: {
      counted: 'records sent within 20 working days of the review',
      outOf: 'reviews held whose record fell due to be sent in the month',
      leftOut: 'reviews after which the child left care, or the next review was held, before the record was due',
    },
  }),
  measure({
    ...standing,
    id: 'cla-id-documents',
    name: 'Children with their identity documents',
    of: childrensBelongings,
    met: { documents: [true] },
    source: 'Local measure; Children Act 1989 guidance, volume 3: planning transition to adulthood for care leavers',
    says: {
      counted:
        'children who have a birth certificate, a passport or Home Office card that has not run out, and from 16 a national insurance number',
      outOf: 'children looked after at the date',
      leftOut: shortBreaks,
      note: 'of unaccompanied children no birth certificate is asked; which documents are due at which age is our reading',
    },
  }),
  measure({
    ...standing,
    id: 'cla-savings',
    name: 'Children with a Junior ISA or child trust fund',
    of: childrensBelongings,
    where: { yearInCare: [true] },
    met: { savings: [true] },
    source: 'Department for Education scheme of Junior ISAs for children in care for 12 months',
    says: {
      counted: 'children of whom a Junior ISA or a child trust fund is recorded',
      outOf: 'children looked after for 12 months or more without a break',
      leftOut: shortBreaks,
    },
  }),
]
