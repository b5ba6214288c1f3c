import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren } from '../dimensions.ts'
import { firstApprovalReview } from './carer-clocks.ts'
import {
  applicationsToFoster,
  approvalReviewsDue,
  approvalsToFoster,
  childrenFostered,
  endsOfApproval,
  enquiriesToFoster,
  householdsApproved,
} from './facts.ts'

/** How many households foster, come and go; and how many children are fostered by the authority’s own. */

const area = 'Fostering'
const ofsted = 'Ofsted, fostering in England: statistics'
const ofHouseholds = { area, by: ['kinship'], source: ofsted, national: true } as const
const inTheYear = { ...ofHouseholds, statistic: 'count', span: '12 months' } as const

export const fosteringMeasures: readonly Measure[] = [
  measure({
    ...ofHouseholds,
    id: 'foster-enquiries',
    name: 'Fostering enquiries',
    of: enquiriesToFoster,
    statistic: 'count',
    span: 'month',
    better: 'higher',
    says: { counted: 'households that enquired for the first time in the month' },
  }),
  measure({
    ...inTheYear,
    id: 'foster-applications',
    name: 'Fostering applications',
    of: applicationsToFoster,
    better: 'higher',
    says: { counted: 'applications to foster received in the 12 months' },
  }),
  measure({
    ...ofHouseholds,
    id: 'foster-conversion',
    name: 'Fostering enquiries that become approvals',
    of: approvalsToFoster,
    statistic: 'ratio',
    to: { of: enquiriesToFoster },
    span: '12 months',
    better: 'higher',
    unit: '%',
    says: {
      counted: 'households approved in the 12 months',
      outOf: 'enquiries in the same 12 months',
      note: 'an approval follows an enquiry by many months, so those approved are others than those who enquired',
    },
  }),
  measure({
    ...inTheYear,
    id: 'foster-approvals',
    name: 'Households approved to foster',
    of: approvalsToFoster,
    better: 'higher',
    says: { counted: 'households newly approved in the 12 months' },
  }),
  measure({
    ...inTheYear,
    id: 'foster-leavers',
    name: 'Fostering households that left',
    of: endsOfApproval,
    better: 'lower',
    by: ['kinship', 'reason'],
    says: { counted: 'households whose approval ended in the 12 months, by law 28 days after a written resignation' },
  }),
  measure({
    ...ofHouseholds,
    id: 'foster-households',
    name: 'Approved fostering households',
    of: householdsApproved,
    statistic: 'count',
    span: 'moment',
    better: 'higher',
    says: { counted: 'households approved to foster' },
  }),
  measure({
    id: 'foster-in-house',
    name: 'Children fostered by the authority’s own carers',
    area,
    of: childrenFostered,
    statistic: 'share',
    met: { carersOf: ['PR1'] },
    span: 'moment',
    better: 'higher',
    by: [...ofChildren, ...inCare],
    source: 'Looked-after return (SSDA903): PLACE_PROVIDER',
    national: true,
    says: {
      counted: 'children placed with foster carers of the authority’s own',
      outOf: 'children in foster care, with relatives or friends included',
      leftOut: 'series of short breaks',
    },
  }),
  measure({
    id: 'foster-reviews',
    name: 'Reviews of foster carers’ approval on time',
    area,
    of: approvalReviewsDue,
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by: ['kinship'],
    source: firstApprovalReview.source,
    says: {
      counted: 'reviews of approval decided within 12 months of approval or of the review before',
      outOf: 'reviews of approval that fell due in the 12 months',
      leftOut: 'households whose approval ended before the review fell due',
    },
  }),
]
