import { chain, clock } from '../../engine/clocks/clock.ts'
import { months, weeks } from '../../engine/clocks/length.ts'
import { lookedAfterReview, periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { adoptionReviews, adoptivePlacementEnds, waitingEnds } from './adoption-course.ts'
import { adoptionReview } from './adoption-records.ts'
import { permanence } from './records.ts'

/** Reviews of a child who waits for adopters, and of one who has moved in with them. */

const regulation36 = {
  area: 'Permanence',
  about: person,
  weight: 'regulation',
  lookedUp: true,
  from: '2005-12-30',
  doneBy: adoptionReview,
  reads: [permanence, periodOfCare, adoptionReview, lookedAfterReview],
} as const

/** The first review of a child who may be placed and is not: within 3 months of the authority to place. */
export const firstReviewWhileWaiting = clock({
  ...regulation36,
  id: 'adoption-review-waiting',
  name: 'First review while waiting for adopters',
  plural: 'First reviews while waiting for adopters',
  todo: 'Hold the adoption review',
  source: 'Adoption Agencies Regulations 2005, regulation 36(1)(a)',
  starts: chain(permanence, 'placementOrderOn', waitingEnds, adoptionReviews, { after: (reviews) => reviews === 0 }),
  due: months(3),
  says: {
    starts: 'The placement order, which gives the agency authority to place',
    stops: 'An adoption review, or a review of the child in care, is held',
    exceptions: 'Ends when the child is placed, the decision is reversed or the child leaves care',
  },
})

/** And every 6 months after that, until the child is placed. */
export const laterReviewWhileWaiting = clock({
  ...regulation36,
  id: 'adoption-review-waiting-later',
  row: 'adoption-review-waiting',
  name: 'Review while waiting for adopters',
  plural: 'Reviews while waiting for adopters',
  todo: 'Hold the adoption review',
  source: 'Adoption Agencies Regulations 2005, regulation 36(1)(b)',
  starts: chain(permanence, 'placementOrderOn', waitingEnds, adoptionReviews, { after: (reviews) => reviews >= 1 }),
  due: months(6),
  says: {
    starts: 'A review while the child waits',
    stops: 'The next adoption review, or review of the child in care, is held',
    repeats: 'Until the child is placed',
    exceptions: 'Ends when the decision is reversed or the child leaves care',
  },
})

/** The first review of an adoptive placement: within 4 weeks of it. */
export const firstReviewOfPlacement = clock({
  ...regulation36,
  id: 'adoption-review-placed-first',
  name: 'First review of an adoptive placement',
  plural: 'First reviews of adoptive placements',
  todo: 'Hold the first review of the adoptive placement',
  source: 'Adoption Agencies Regulations 2005, regulation 36(3)(a)',
  starts: chain(permanence, 'placedForAdoptionOn', adoptivePlacementEnds, adoptionReviews, { after: (reviews) => reviews === 0 }),
  due: weeks(4),
  says: {
    starts: 'The child is placed for adoption',
    stops: 'An adoption review, or a review of the child in care, is held',
    exceptions: 'Ends when the child is returned or an order is made',
  },
})

/** The second within 3 months of the first. */
export const secondReviewOfPlacement = clock({
  ...regulation36,
  id: 'adoption-review-placed-second',
  name: 'Second review of an adoptive placement',
  plural: 'Second reviews of adoptive placements',
  todo: 'Hold the second review of the adoptive placement',
  source: 'Adoption Agencies Regulations 2005, regulation 36(3)(b)',
  starts: chain(permanence, 'placedForAdoptionOn', adoptivePlacementEnds, adoptionReviews, { after: (reviews) => reviews === 1 }),
  due: months(3),
  says: {
    starts: 'The first review of the adoptive placement',
    stops: 'The second is held',
    exceptions: 'Ends when the child is returned or an order is made',
  },
})

/** Later ones within 6 months of the one before. */
export const laterReviewOfPlacement = clock({
  ...regulation36,
  id: 'adoption-review-placed-next',
  name: 'Later review of an adoptive placement',
  plural: 'Later reviews of adoptive placements',
  todo: 'Hold the review of the adoptive placement',
  source: 'Adoption Agencies Regulations 2005, regulation 36(3)(c)',
  starts: chain(permanence, 'placedForAdoptionOn', adoptivePlacementEnds, adoptionReviews, { after: (reviews) => reviews >= 2 }),
  due: months(6),
  says: {
    starts: 'The second review of the adoptive placement, and each one after it',
    stops: 'The next is held',
    repeats: 'Until the adoption order, or until the child is returned',
    exceptions: 'Ends when the child is returned or an order is made',
  },
})

export const adoptionReviewClocks = [
  firstReviewWhileWaiting,
  laterReviewWhileWaiting,
  firstReviewOfPlacement,
  secondReviewOfPlacement,
  laterReviewOfPlacement,
]
